-- Who looked at what is written down in ids and read by the house alone. Whoever answers for what we keep has to be able
-- to ask it too, and nothing else of the audit: these two functions look past the policy of the table, for the data lead,
-- in their own organisation, for verbs of looking that the room names.
create index audit_events_by_account on platform.audit_events (organisation_id, account_id, at);
create index audit_events_by_day on platform.audit_events (organisation_id, at);

-- Of some looks one row would say too much: that there is a concern, a seal, a suspension, a disclosure, a plan for
-- staying well, a hard session or a note. Whatever list of verbs is handed in, no row of these comes out.
create function rights.is_quiet_look(verb text) returns boolean language sql immutable parallel safe set search_path = pg_catalog as $$
  select verb like 'safeguarding.%' or verb like 'people.seal%' or verb like 'people.suspension%'
    or verb like 'recruiting.disclosure%' or verb like 'supervision.note%' or verb like 'supervision.own\_note%'
    or verb like 'supervision.stay\_well%' or verb like 'supervision.debrief%'
$$;
comment on function rights.is_quiet_look(text) is 'Whether a look is only ever counted, because one row of it would tell that something is there';
revoke all on function rights.is_quiet_look(text) from public;
grant execute on function rights.is_quiet_look(text) to kith_app;

-- A page of looks by colleagues, newest first, for the data lead. Nothing about the asker as an applicant, and nothing at
-- a file that was sealed: its owner may be the asker, or sit beside them.
create function rights.looks(verbs text[], of_person uuid, by_account uuid, since timestamptz, before bigint, most integer)
returns table (seq bigint, at timestamptz, account_id uuid, verb text, subject_kind text, subject_id uuid, centre_id uuid)
language plpgsql stable security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
declare
  subjects uuid[];
  mine uuid[];
  hidden uuid[];
begin
  if not rights.is_data_lead() then return; end if;
  mine := recruiting.own_applicants();
  hidden := array(
    select unnest(mine)
    union all select x.id from recruiting.applications x where x.organisation_id = app.org() and x.applicant_id = any (mine)
    union all select x.id from recruiting.referees x where x.organisation_id = app.org() and x.applicant_id = any (mine)
    union all select x.id from recruiting.interviews x where x.organisation_id = app.org() and x.applicant_id = any (mine)
    union all select x.id from training.awards x where x.organisation_id = app.org() and x.applicant_id = any (mine)
    union all select x.id from training.certificates x where x.organisation_id = app.org() and x.applicant_id = any (mine)
    union all select x.id from training.practice x where x.organisation_id = app.org() and x.applicant_id = any (mine)
    union all select p.id from people.persons p where p.organisation_id = app.org() and p.sealed_at is not null
    union all select r.id from referrals.referrals r join people.persons p on p.organisation_id = r.organisation_id and p.id = r.person_id
      where r.organisation_id = app.org() and p.sealed_at is not null);
  if of_person is not null then
    subjects := array(
      select p.id from people.persons p where p.organisation_id = app.org() and (p.id = of_person or p.merged_into = of_person)
      union all select a.id from people.accounts a where a.organisation_id = app.org() and a.person_id = of_person
      union all select r.id from referrals.referrals r where r.organisation_id = app.org() and r.person_id = of_person
      union all select a.id from recruiting.applicants a where a.organisation_id = app.org() and a.person_id = of_person
      union all select x.id from recruiting.applications x join recruiting.applicants a on a.organisation_id = x.organisation_id and a.id = x.applicant_id
        where x.organisation_id = app.org() and a.person_id = of_person);
  end if;
  return query
    select e.seq, e.at, e.account_id, e.verb, e.subject_kind, e.subject_id, e.centre_id
    from platform.audit_events e
    where e.organisation_id = app.org()
      and e.actor_kind = 'account'
      and e.verb = any (verbs) and not rights.is_quiet_look(e.verb)
      and (subjects is null or e.subject_id = any (subjects))
      and (by_account is null or e.account_id = by_account)
      and e.at >= since
      and (before is null or e.seq < before)
      and (e.subject_id is null or e.subject_id <> all (hidden))
    order by e.seq desc
    limit least(most, 200);
end $$;
comment on function rights.looks(text[], uuid, uuid, timestamptz, bigint, integer) is 'A page of who looked at what, newest first; empty for whoever is not the data lead';
revoke all on function rights.looks(text[], uuid, uuid, timestamptz, bigint, integer) from public;
grant execute on function rights.looks(text[], uuid, uuid, timestamptz, bigint, integer) to kith_app;

-- How often each of these verbs was looked by in a whole month, for the data lead: also of the quiet ones. A month and no
-- shorter, so that nobody finds the day on which somebody opened a concern.
create function rights.look_counts(verbs text[], zone text, in_month date)
returns table (verb text, looks bigint)
language sql stable security definer set search_path = pg_catalog as $$
  select e.verb, count(*) from platform.audit_events e
  where rights.is_data_lead() and e.organisation_id = app.org() and e.actor_kind = 'account' and e.verb = any (verbs)
    and e.at >= date_trunc('month', in_month::timestamp) at time zone zone
    and e.at < (date_trunc('month', in_month::timestamp) + interval '1 month') at time zone zone
  group by e.verb
$$;
comment on function rights.look_counts(text[], text, date) is 'How many looks of each verb there were in a month; nothing for whoever is not the data lead';
revoke all on function rights.look_counts(text[], text, date) from public;
grant execute on function rights.look_counts(text[], text, date) to kith_app;
