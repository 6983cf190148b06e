-- Checks of the Disclosure and Barring Service: which check a role may be asked for, what was asked of whom, what the
-- certificate said in four facts and no more; and the days with children that make an activity a regulated one.
create table recruiting.eligibility_decisions (
  organisation_id uuid not null references people.organisations on delete restrict,
  id uuid not null,
  role_code text not null check (role_code ~ '^[a-z][a-z0-9_]*$'),
  part text not null check (part in ('peer_supporter', 'creche')),
  level text not null check (level in ('none', 'basic', 'enhanced', 'enhanced_barred')),
  workforce text check (workforce in ('child', 'adult', 'other')),
  children_barred boolean not null default false,
  adults_barred boolean not null default false,
  reasoning text not null check (reasoning <> ''),
  rule_version text not null check (rule_version <> ''),
  decided_on date not null,
  effective_from date not null,
  review_on date not null,
  decided_by uuid not null,
  made_at timestamptz not null,
  primary key (organisation_id, id),
  check (effective_from >= decided_on),
  check (review_on > decided_on),
  check ((level in ('none', 'basic')) = (workforce is null)),
  check ((level = 'enhanced_barred') = (children_barred or adults_barred)),
  foreign key (organisation_id, decided_by) references people.accounts on delete restrict
);
comment on table recruiting.eligibility_decisions is 'Which check a volunteer role may be asked for, why, by which rules, who decided and since when; a new decision is a new row';
comment on column recruiting.eligibility_decisions.workforce is 'Null where no enhanced check is asked for';
create index on recruiting.eligibility_decisions (organisation_id, role_code, effective_from);
create index on recruiting.eligibility_decisions (organisation_id, part, effective_from);
select platform.organisation_policies('recruiting.eligibility_decisions', '{volunteer_manager,programme_coordinator,service_lead}',
  '{service_lead,programme_coordinator}', '{}');
drop policy change on recruiting.eligibility_decisions;
revoke update on recruiting.eligibility_decisions from kith_app;

-- The level that readiness asks for, 0 (nothing) to 3 (enhanced with the children's barred list). Readiness is decided
-- for volunteers too, who read no decision: hence definer. Where two roles play the same part, the higher one counts.
create or replace function recruiting.level_needed(org uuid, asked_part text, on_day date) returns integer
language sql stable security definer set search_path = recruiting, pg_temp as $$
  select coalesce(max(case
    when d.level = 'basic' then 1
    when d.level = 'enhanced' then 2
    when d.level = 'enhanced_barred' then case when d.children_barred then 3 else 2 end
    else 0 end), 0)
  from (
    select distinct on (e.role_code) e.level, e.children_barred
    from recruiting.eligibility_decisions e
    where e.organisation_id = org and org = app.org() and e.part = asked_part and e.effective_from <= on_day
    order by e.role_code, e.effective_from desc, e.made_at desc, e.id desc
  ) d
$$;

create table recruiting.check_rules (
  organisation_id uuid not null references people.organisations on delete restrict,
  id uuid not null,
  effective_from date not null,
  renew_after_months integer not null check (renew_after_months between 1 and 120),
  windows integer[] not null check (cardinality(windows) between 1 and 6),
  update_service_months integer not null check (update_service_months between 1 and 60),
  grace_days integer not null check (grace_days between 0 and 180),
  fresh_months integer not null check (fresh_months between 1 and 60),
  keep_detail_months integer not null check (keep_detail_months between 1 and 6),
  source text not null check (source <> ''),
  made_by uuid,
  made_at timestamptz not null,
  primary key (organisation_id, id)
);
comment on table recruiting.check_rules is 'After how many months a check is done again, and when we remind; dated, a correction is a new row';
comment on column recruiting.check_rules.windows is 'How many days before the end a reminder goes';
comment on column recruiting.check_rules.update_service_months is 'How often we look at the Update Service';
comment on column recruiting.check_rules.fresh_months is 'A certificate older than this is looked at twice before it is accepted';
comment on column recruiting.check_rules.keep_detail_months is 'How long the detail of a disclosure is kept after the decision: six months at most';
create index on recruiting.check_rules (organisation_id, effective_from);
select platform.protect('recruiting.check_rules');
create policy see on recruiting.check_rules for select to kith_app using (organisation_id = (select app.org()));
create policy add on recruiting.check_rules for insert to kith_app with check (organisation_id = (select app.org())
  and ((select app.is_system()) or (select app.holds('{service_lead,programme_coordinator}'))));
grant select, insert on recruiting.check_rules to kith_app;

create table recruiting.checks (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  application_id uuid,
  decision_id uuid not null,
  level text not null check (level in ('basic', 'enhanced', 'enhanced_barred')),
  workforce text check (workforce in ('child', 'adult', 'other')),
  children_barred boolean not null default false,
  adults_barred boolean not null default false,
  free_of_charge boolean not null,
  requested_at timestamptz not null,
  requested_by uuid,
  certificate_number text check (certificate_number ~ '^[0-9]{12}$'),
  issued_on date,
  surname_on_it text,
  seen_at timestamptz,
  seen_by uuid,
  seen_how text check (seen_how = 'original'),
  outcome text check (outcome in ('clear', 'something')),
  update_service boolean not null default false,
  consent_at timestamptz,
  renew_by_on date,
  ended_at timestamptz,
  ended_why text,
  version integer not null default 1,
  primary key (organisation_id, id),
  check ((level = 'basic') = (workforce is null)),
  check ((level = 'enhanced_barred') = (children_barred or adults_barred)),
  check (num_nonnulls(seen_at, certificate_number, issued_on, surname_on_it, seen_how, outcome, renew_by_on) in (0, 7)),
  check (update_service = (consent_at is not null)),
  check (ended_at is null or ended_why <> ''),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, applicant_id) references recruiting.applicants on delete restrict,
  foreign key (organisation_id, application_id) references recruiting.applications on delete restrict,
  foreign key (organisation_id, decision_id) references recruiting.eligibility_decisions on delete restrict
);
comment on table recruiting.checks is 'A check that was asked for and the certificate that was seen: number, dates, level and lists. Never a picture of it, never what it says';
comment on column recruiting.checks.workforce is 'Null for a basic check';
comment on column recruiting.checks.outcome is 'Whether the certificate was clear; what it says stands nowhere but in the disclosure, for those who are named';
comment on column recruiting.checks.consent_at is 'When they agreed that we look at the Update Service';
create index on recruiting.checks (organisation_id, applicant_id, requested_at);
create index on recruiting.checks (organisation_id, centre_id, requested_at);
-- One certificate is awaited at a time: two requests for one person would be one too many.
create unique index checks_awaited on recruiting.checks (organisation_id, applicant_id) where seen_at is null and ended_at is null;
select recruiting.policies('recruiting.checks');

create table recruiting.status_checks (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  check_id uuid not null,
  looked_on date not null,
  result text not null check (result in ('no_change', 'changed', 'not_valid')),
  looked_by uuid not null,
  made_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, applicant_id) references recruiting.applicants on delete restrict,
  foreign key (organisation_id, check_id) references recruiting.checks on delete restrict
);
comment on table recruiting.status_checks is 'Each look at the Update Service, with the person''s consent: what it said on the day and who looked; additions only';
create index on recruiting.status_checks (organisation_id, check_id, looked_on);
select recruiting.policies('recruiting.status_checks');
drop policy change on recruiting.status_checks;
revoke update on recruiting.status_checks from kith_app;

-- What a certificate says is for the few who are named, and not for the others who recruit.
create table recruiting.disclosures (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  check_id uuid not null,
  named uuid[] not null check (cardinality(named) between 1 and 3),
  opened_at timestamptz not null,
  opened_by uuid,
  what text not null default '',
  when_how_old text not null default '',
  circumstances text not null default '',
  what_changed text not null default '',
  relevance text not null default '',
  safeguards text not null default '',
  reasons text not null default '',
  conditions text not null default '',
  decision text check (decision in ('go_ahead', 'with_conditions', 'not_this_role')),
  decided_by uuid,
  decided_at timestamptz,
  detail_deletes_on date,
  detail_deleted_at timestamptz,
  version integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, check_id),
  check (num_nonnulls(decision, decided_by, decided_at, detail_deletes_on) in (0, 4)),
  check (decision <> 'with_conditions' or conditions <> ''),
  check (detail_deleted_at is null or what || when_how_old || circumstances || what_changed || relevance || safeguards || reasons = ''),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, applicant_id) references recruiting.applicants on delete restrict,
  foreign key (organisation_id, check_id) references recruiting.checks on delete restrict
);
comment on table recruiting.disclosures is 'What a certificate said and what we make of it, for those who are named and nobody else; the detail goes six months after the decision';
comment on column recruiting.disclosures.named is 'Accounts that may read it, three at most; never the person themselves and never one of their referees';
comment on column recruiting.disclosures.conditions is 'What they may do and with whom: kept as long as they volunteer, so it says nothing of the past';
create index on recruiting.disclosures (organisation_id, applicant_id);
create index on recruiting.disclosures (organisation_id, detail_deletes_on) where detail_deleted_at is null;
select platform.protect('recruiting.disclosures');
create policy see on recruiting.disclosures for select to kith_app using (organisation_id = (select app.org()) and ((select app.is_system())
  or ((select app.account()) = any (named) and centre_id = any ((select app.centres('{volunteer_manager,programme_coordinator}'))::uuid[]))));
create policy add on recruiting.disclosures for insert to kith_app with check (organisation_id = (select app.org()) and ((select app.is_system())
  or centre_id = any ((select app.centres('{volunteer_manager,programme_coordinator}'))::uuid[])));
create policy change on recruiting.disclosures for update to kith_app
  using (organisation_id = (select app.org()) and ((select app.is_system())
    or ((select app.account()) = any (named) and centre_id = any ((select app.centres('{volunteer_manager,programme_coordinator}'))::uuid[]))))
  with check (organisation_id = (select app.org()) and ((select app.is_system())
    or ((select app.account()) = any (named) and centre_id = any ((select app.centres('{volunteer_manager,programme_coordinator}'))::uuid[]))));
create policy not_about_oneself on recruiting.disclosures as restrictive for all to kith_app
  using ((select app.is_system()) or applicant_id <> all ((select recruiting.own_applicants())::uuid[]));
grant select, insert, update on recruiting.disclosures to kith_app;

-- Every look at a disclosure, beside the audit, so that those who are named see on the page who looked and when.
create table recruiting.disclosure_looks (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  disclosure_id uuid not null,
  account_id uuid not null,
  at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, applicant_id) references recruiting.applicants on delete restrict,
  foreign key (organisation_id, disclosure_id) references recruiting.disclosures on delete restrict
);
comment on table recruiting.disclosure_looks is 'Who looked at a disclosure and when; additions only';
create index on recruiting.disclosure_looks (organisation_id, disclosure_id, at);
select platform.protect('recruiting.disclosure_looks');
create policy see on recruiting.disclosure_looks for select to kith_app using (organisation_id = (select app.org())
  and exists (select from recruiting.disclosures d where d.organisation_id = disclosure_looks.organisation_id and d.id = disclosure_looks.disclosure_id));
create policy add on recruiting.disclosure_looks for insert to kith_app with check (organisation_id = (select app.org())
  and ((select app.is_system()) or (account_id = (select app.account())
    and exists (select from recruiting.disclosures d where d.organisation_id = disclosure_looks.organisation_id and d.id = disclosure_looks.disclosure_id))));
grant select, insert on recruiting.disclosure_looks to kith_app;

-- Those who recruit and are not named know that there is a disclosure and how it was decided, and not a word more.
create function recruiting.disclosures_about(applicants uuid[])
returns table (check_id uuid, applicant_id uuid, opened_at timestamptz, decision text, decided_at timestamptz, named_here boolean)
language sql stable security definer set search_path = recruiting, pg_temp as $$
  select d.check_id, d.applicant_id, d.opened_at, d.decision, d.decided_at, coalesce(app.account() = any (d.named), false)
  from recruiting.disclosures d
  where d.organisation_id = app.org() and d.applicant_id = any (applicants)
    and (app.is_system() or (d.centre_id = any (app.centres('{volunteer_manager,programme_coordinator}'))
      and d.applicant_id <> all (recruiting.own_applicants())))
$$;
revoke all on function recruiting.disclosures_about(uuid[]) from public;
grant execute on function recruiting.disclosures_about(uuid[]) to kith_app;

-- When an activity with children becomes a regulated one.
create table recruiting.activity_rules (
  organisation_id uuid not null references people.organisations on delete restrict,
  id uuid not null,
  effective_from date not null,
  more_than_days integer not null check (more_than_days between 0 and 31),
  in_days integer not null check (in_days between 1 and 366),
  overnight boolean not null,
  supervised_exempt boolean not null,
  words text not null check (words <> ''),
  source text not null check (source <> ''),
  made_by uuid,
  made_at timestamptz not null,
  primary key (organisation_id, id),
  check (more_than_days < in_days)
);
comment on table recruiting.activity_rules is 'On more than how many days within how many an activity with children is a regulated one; dated, a correction is a new row';
comment on column recruiting.activity_rules.overnight is 'Whether one night, between 2am and 6am, is enough';
comment on column recruiting.activity_rules.supervised_exempt is 'Whether somebody under supervision stays outside, however often they come';
create index on recruiting.activity_rules (organisation_id, effective_from);
select platform.protect('recruiting.activity_rules');
create policy see on recruiting.activity_rules for select to kith_app using (organisation_id = (select app.org()));
create policy add on recruiting.activity_rules for insert to kith_app with check (organisation_id = (select app.org())
  and ((select app.is_system()) or (select app.holds('{service_lead,programme_coordinator}'))));
grant select, insert on recruiting.activity_rules to kith_app;

-- Other places where somebody is with children count too. They say so themselves, or those who recruit write it down.
create table recruiting.declared_settings (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  name text not null check (name <> ''),
  what text not null default '',
  days_of_week integer[] not null default '{}' check (days_of_week <@ '{1,2,3,4,5,6,7}'),
  from_on date not null,
  until_on date,
  dates date[] not null default '{}',
  overnight boolean not null default false,
  declared_by uuid,
  declared_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  primary key (organisation_id, id),
  check (cardinality(days_of_week) > 0 or cardinality(dates) > 0),
  check (ended_at is null or until_on is not null),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, applicant_id) references recruiting.applicants on delete restrict
);
comment on table recruiting.declared_settings is 'Where else a volunteer is with children: a school, a club; its days count towards regulated activity';
comment on column recruiting.declared_settings.days_of_week is '1 is Monday, 7 is Sunday';
comment on column recruiting.declared_settings.until_on is 'The last day on which it counts; before the first day it counts on none. Null: it goes on';
create index on recruiting.declared_settings (organisation_id, applicant_id, from_on);
select platform.protect('recruiting.declared_settings');
create policy see on recruiting.declared_settings for select to kith_app using (organisation_id = (select app.org()) and ((select app.is_system())
  or centre_id = any ((select app.centres('{volunteer_manager,programme_coordinator}'))::uuid[]) or applicant_id = any ((select recruiting.own_applicants())::uuid[])));
create policy add on recruiting.declared_settings for insert to kith_app with check (organisation_id = (select app.org()) and ((select app.is_system())
  or centre_id = any ((select app.centres('{volunteer_manager,programme_coordinator}'))::uuid[]) or applicant_id = any ((select recruiting.own_applicants())::uuid[])));
create policy change on recruiting.declared_settings for update to kith_app
  using (organisation_id = (select app.org()) and ((select app.is_system())
    or centre_id = any ((select app.centres('{volunteer_manager,programme_coordinator}'))::uuid[]) or applicant_id = any ((select recruiting.own_applicants())::uuid[])))
  with check (organisation_id = (select app.org()) and ((select app.is_system())
    or centre_id = any ((select app.centres('{volunteer_manager,programme_coordinator}'))::uuid[]) or applicant_id = any ((select recruiting.own_applicants())::uuid[])));
grant select, insert on recruiting.declared_settings to kith_app;
grant update (until_on, ended_by, ended_at) on recruiting.declared_settings to kith_app;

create table recruiting.eligibility_reviews (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  opened_at timestamptz not null,
  crosses_on date not null,
  decision text check (decision in ('ask_for_barred_list', 'fewer_days', 'not_regulated')),
  reasoning text not null default '',
  decided_by uuid,
  decided_at timestamptz,
  primary key (organisation_id, id),
  check (num_nonnulls(decision, decided_by, decided_at) in (0, 3)),
  check (decision is null or reasoning <> ''),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, applicant_id) references recruiting.applicants on delete restrict
);
comment on table recruiting.eligibility_reviews is 'Somebody''s days with children will make the activity a regulated one: what we decide about it, and why';
create unique index eligibility_reviews_open on recruiting.eligibility_reviews (organisation_id, applicant_id) where decided_at is null;
create index on recruiting.eligibility_reviews (organisation_id, applicant_id, opened_at);
select recruiting.policies('recruiting.eligibility_reviews');

-- The rota asks for these while it is written, by whoever writes it: hence definer.
create function recruiting.declared_days(org uuid, applicant uuid, from_on date, until_on date) returns setof date
language sql stable security definer set search_path = recruiting, pg_temp as $$
  select distinct counted.day
  from recruiting.declared_settings s
  cross join lateral (
    select day::date as day
    from generate_series(greatest(s.from_on, declared_days.from_on)::timestamp, least(s.until_on, declared_days.until_on)::timestamp, interval '1 day') day
    where extract(isodow from day)::integer = any (s.days_of_week)
    union
    select day from unnest(s.dates) day
    where day >= greatest(s.from_on, declared_days.from_on) and day <= least(s.until_on, declared_days.until_on)
  ) counted
  where s.organisation_id = org and org = app.org() and s.applicant_id = applicant
$$;
revoke all on function recruiting.declared_days(uuid, uuid, date, date) from public;
grant execute on function recruiting.declared_days(uuid, uuid, date, date) to kith_app;

create function recruiting.activity_limit(org uuid, on_day date) returns table (more_than integer, in_days integer, supervised_exempt boolean)
language sql stable security definer set search_path = recruiting, pg_temp as $$
  select r.more_than_days, r.in_days, r.supervised_exempt
  from recruiting.activity_rules r
  where r.organisation_id = org and org = app.org() and r.effective_from <= on_day
  order by r.effective_from desc, r.made_at desc, r.id desc limit 1
$$;
revoke all on function recruiting.activity_limit(uuid, date) from public;
grant execute on function recruiting.activity_limit(uuid, date) to kith_app;
