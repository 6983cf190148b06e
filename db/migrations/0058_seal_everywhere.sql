-- The wall of 0050 around every table of the later rooms that has somebody of the family side or hangs on one.
--
-- Not walled: safeguarding.concerns. A concern about somebody stays with those it was given to by name, because a
-- worry about a child does not end with the parent's joining the team; the names on it are fewer than any role.
-- referrals.outcome_of stays too: it answers one word to whoever holds the secret of their own referral.

-- A pregnancy is sealed when nobody who lives with it is outside the wall: another parent's file goes on.
create function families.sealed_pregnancies() returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  behind constant uuid[] := people.sealed();
begin
  if cardinality(behind) = 0 then return '{}'; end if;
  return coalesce((select array_agg(distinct r.pregnancy_id) from families.parents r
    where r.organisation_id = app.org() and r.person_id = any (behind)
      and not exists (select from families.parents o where o.organisation_id = r.organisation_id and o.pregnancy_id = r.pregnancy_id
        and o.ended_at is null and o.person_id <> all (behind))), '{}');
end $$;
comment on function families.sealed_pregnancies() is 'Pregnancies whose parents are all behind the wall; ids, for policies';
revoke all on function families.sealed_pregnancies() from public;
grant execute on function families.sealed_pregnancies() to kith_app;

select people.wall('families.pregnancies', 'id = any ((select families.sealed_pregnancies())::uuid[])');
select people.wall('families.babies', 'pregnancy_id = any ((select families.sealed_pregnancies())::uuid[])');
select people.wall('families.losses', 'pregnancy_id = any ((select families.sealed_pregnancies())::uuid[])');
select people.wall('families.parents', 'person_id = any ((select people.sealed())::uuid[])');
select people.wall('families.pauses', 'person_id = any ((select people.sealed())::uuid[])');
select people.wall('families.safety_instructions', 'person_id = any ((select people.sealed())::uuid[])');

create function referrals.sealed_referrals() returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  behind constant uuid[] := people.sealed();
begin
  if cardinality(behind) = 0 then return '{}'; end if;
  return coalesce((select array_agg(r.id) from referrals.referrals r
    where r.organisation_id = app.org() and r.person_id = any (behind)), '{}');
end $$;
comment on function referrals.sealed_referrals() is 'Referrals of people behind the wall; ids, for policies';
revoke all on function referrals.sealed_referrals() from public;
grant execute on function referrals.sealed_referrals() to kith_app;

select people.wall('referrals.referrals', 'person_id = any ((select people.sealed())::uuid[])');
select people.wall('referrals.needs', 'referral_id = any ((select referrals.sealed_referrals())::uuid[])');
select people.wall('referrals.triages', 'referral_id = any ((select referrals.sealed_referrals())::uuid[])');
select people.wall('referrals.handovers', 'referral_id = any ((select referrals.sealed_referrals())::uuid[])');
select people.wall('referrals.withdrawals', 'referral_id = any ((select referrals.sealed_referrals())::uuid[])');

select people.wall('delivery.places', 'person_id = any ((select people.sealed())::uuid[])');
select people.wall('delivery.waiting', 'person_id = any ((select people.sealed())::uuid[])');
select people.wall('delivery.answers', 'person_id = any ((select people.sealed())::uuid[])');
select people.wall('delivery.attendances', 'person_id = any ((select people.sealed())::uuid[])');
select people.wall('delivery.corrections', 'person_id = any ((select people.sealed())::uuid[])');

-- What a referrer was told carries no name and no person, but the way to the referral: the key of such a message holds
-- the id of the referral, or of the decision about it.
create function referrals.sealed_traces() returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  behind constant uuid[] := referrals.sealed_referrals();
begin
  if cardinality(behind) = 0 then return '{}'; end if;
  return behind || array(select t.id from referrals.triages t where t.organisation_id = app.org() and t.referral_id = any (behind));
end $$;
comment on function referrals.sealed_traces() is 'Referrals of people behind the wall and the decisions about them; ids, for policies';
revoke all on function referrals.sealed_traces() from public;
grant execute on function referrals.sealed_traces() to kith_app;

select people.wall('platform.messages',
  'person_id = any ((select people.sealed())::uuid[]) or pregnancy_id = any ((select families.sealed_pregnancies())::uuid[])
   or (about = ''referral'' and person_id is null and (select cardinality(referrals.sealed_traces())) > 0
     and substring(once_key from ''[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'')::uuid = any ((select referrals.sealed_traces())::uuid[]))');
select people.wall('platform.drafts', 'subject_id = any ((select people.sealed())::uuid[])');
select people.wall('platform.findings', 'subject_id = any ((select people.sealed())::uuid[])');

-- The answer that people asked for in 0050: a place taken or offered, or a wait for one.
create or replace function people.still_with_us(file uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select app.is_system() and (
    exists (select from delivery.places p where p.organisation_id = app.org() and p.person_id = file
      and p.declined_at is null and p.lapsed_at is null and p.ended_at is null)
    or exists (select from delivery.waiting w where w.organisation_id = app.org() and w.person_id = file and w.ended_at is null))
$$;
comment on function people.still_with_us(uuid) is 'Whether somebody holds or awaits a place as a parent; asked by the house before it seals a file';

-- Nothing brings somebody behind the wall back onto a register or a list, the house's own errands included.
create function delivery.guard_sealed() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select from people.persons p where p.organisation_id = new.organisation_id and p.id = new.person_id and p.sealed_at is not null) then
    raise exception 'this person no longer takes part as a parent' using errcode = 'KM004';
  end if;
  return new;
end $$;
revoke all on function delivery.guard_sealed() from public;
create trigger guard_sealed before insert on delivery.places for each row execute function delivery.guard_sealed();
create trigger guard_sealed before insert on delivery.waiting for each row execute function delivery.guard_sealed();

-- The functions of these rooms that read past row security, once more with the wall in them.

create or replace function delivery.others_in(group_asked uuid) returns integer
language sql stable security definer set search_path = delivery, pg_temp as $$
  select count(*)::int from delivery.places p
  where p.organisation_id = app.org() and p.group_id = group_asked
    and p.taken_at is not null and p.ended_at is null
    and p.person_id is distinct from app.person()
    and p.person_id <> all ((select people.sealed())::uuid[])
    and (group_asked = any (delivery.own_groups()) or app.kind() <> 'account' or app.holds('{practitioner,volunteer_manager,programme_coordinator,administrator,peer_supporter}'))
$$;

create or replace function families.lost_pregnancies() returns uuid[]
language sql stable security definer set search_path = families, pg_temp as $$
  select coalesce(array_agg(g.id), '{}') from families.pregnancies g
  where g.organisation_id = app.org()
    and (app.is_system() or g.centre_id = any (app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}')))
    and g.id <> all ((select families.sealed_pregnancies())::uuid[])
    and exists (select from families.losses x where x.organisation_id = g.organisation_id and x.pregnancy_id = g.id and x.undone_at is null)
    and (exists (select from families.losses x where x.organisation_id = g.organisation_id and x.pregnancy_id = g.id and x.undone_at is null and x.all_babies)
      or (not exists (select from families.babies y where y.organisation_id = g.organisation_id and y.pregnancy_id = g.id and y.undone_at is null
            and not exists (select from families.losses x where x.organisation_id = y.organisation_id and x.baby_id = y.id and x.undone_at is null))
        and (select count(*) from families.losses x where x.organisation_id = g.organisation_id and x.pregnancy_id = g.id and x.undone_at is null) >= g.babies_expected))
$$;

create or replace function families.let_go_again(loss uuid, at timestamptz)
returns table (message_id uuid, send_after timestamptz)
language sql security definer set search_path = families, pg_temp as $$
  update platform.messages m set state = 'waiting', why = null
  from families.losses x
  where x.organisation_id = app.org() and x.id = loss and x.undone_at is not null
    and (app.is_system() or x.centre_id = any (app.centres('{practitioner,volunteer_manager,programme_coordinator}')))
    and x.pregnancy_id <> all ((select families.sealed_pregnancies())::uuid[])
    and m.organisation_id = x.organisation_id and m.id = any (x.stopped_messages) and m.state = 'stopped' and m.send_after > at
    -- Whatever was undone about a loss, somebody behind the wall is written to no more.
    and not exists (select from people.persons p where p.organisation_id = m.organisation_id and p.id = m.person_id and p.sealed_at is not null)
  returning m.id, m.send_after
$$;

create or replace function families.stop_messages(pregnancy uuid, persons uuid[]) returns uuid[]
language plpgsql security definer set search_path = families, pg_temp as $$
declare
  stopped uuid[];
begin
  if not exists (select from families.pregnancies g where g.organisation_id = app.org() and g.id = pregnancy
      and (app.is_system() or g.centre_id = any (app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}')))
      and g.id <> all ((select families.sealed_pregnancies())::uuid[])) then
    return '{}';
  end if;
  with gone as (
    update platform.messages m set state = 'stopped', why = 'Messages to this parent are resting.'
    where m.organisation_id = app.org() and m.state in ('waiting', 'held') and m.about in ('baby', 'group', 'referral')
      and (m.person_id = any (persons) or (m.person_id is null and m.pregnancy_id = pregnancy and m.about <> 'referral'))
      and (m.person_id is null or exists (select from families.parents r where r.organisation_id = m.organisation_id and r.pregnancy_id = pregnancy and r.person_id = m.person_id))
    returning m.id)
  select coalesce(array_agg(id), '{}') into stopped from gone;
  return stopped;
end $$;

create or replace function families.facts_of(ids uuid[])
returns table(person_id uuid, pregnancy_id uuid, centre_id uuid, relation text, due_on date, babies_expected integer, version integer, other_parents integer, babies jsonb, losses jsonb, some_lost boolean, loss_of_all boolean, resting text, undecided boolean, support_too boolean)
language sql stable security definer set search_path = families, pg_temp as $$
  with known as (
    select unnest(people.may_know(ids)) as person_id
  ), current_one as (
    select distinct on (r.person_id) r.person_id, r.pregnancy_id, r.relation, g.centre_id, g.due_on, g.babies_expected, g.version
    from known k
    join families.parents r on r.organisation_id = app.org() and r.person_id = k.person_id and r.ended_at is null
    join families.pregnancies g on g.organisation_id = r.organisation_id and g.id = r.pregnancy_id
    order by r.person_id, r.since desc, r.id desc
  ), facts as (
    select c.*,
      (select count(*)::integer from families.parents o where o.organisation_id = app.org() and o.pregnancy_id = c.pregnancy_id and o.person_id <> c.person_id and o.ended_at is null and o.person_id <> all ((select people.sealed())::uuid[])) as other_parents,
      coalesce(b.babies, '[]') as babies, coalesce(b.living, 0) as living, coalesce(b.born, 0) as born,
      coalesce(l.losses, '[]') as losses, coalesce(l.some_lost, false) as some_lost, coalesce(l.all_lost, false) as all_lost, coalesce(l.lost_before_birth, 0) as lost_before_birth,
      p.why as resting, coalesce(p.undecided, false) as undecided, coalesce(p.support_too, false) as support_too,
      c.person_id = app.person() as own,
      -- Whoever records a loss no longer sees this parent and decides nothing of what they are told: so nothing tells them.
      c.person_id = app.person() and exists (select from people.persons s join families.losses x on x.organisation_id = s.organisation_id
        and x.pregnancy_id = c.pregnancy_id and x.undone_at is null and x.recorded_at >= s.sealed_at
        where s.organisation_id = app.org() and s.id = c.person_id) as unseen_loss,
      c.centre_id = any ((select app.centres('{practitioner,volunteer_manager,programme_coordinator}'))::uuid[]) or app.is_system() as reads_losses
    from current_one c
    left join lateral (
      select jsonb_agg(jsonb_build_object('id', y.id, 'givenName', y.given_name, 'bornOn', y.born_on, 'order', y.birth_order, 'livesWith', y.lives_with, 'version', y.version, 'died', y.died) order by y.birth_order) as babies,
        count(*) filter (where not y.died) as living, count(*) as born
      from (select y.*, exists (select from families.losses x where x.organisation_id = y.organisation_id and x.pregnancy_id = y.pregnancy_id and x.undone_at is null and (x.all_babies or x.baby_id = y.id)) as died
            from families.babies y where y.organisation_id = app.org() and y.pregnancy_id = c.pregnancy_id and y.undone_at is null) y
    ) b on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('id', x.id, 'kind', x.kind, 'allBabies', x.all_babies, 'babyId', x.baby_id, 'happenedOn', x.happened_on, 'recordedAt', x.recorded_at, 'toldByPersonId', case when x.told_by_person_id <> all ((select people.sealed())::uuid[]) then x.told_by_person_id end) order by x.recorded_at, x.id) as losses,
        count(*) > 0 as some_lost, bool_or(x.all_babies) as all_lost, count(*) filter (where x.baby_id is null and not x.all_babies) as lost_before_birth
      from families.losses x where x.organisation_id = app.org() and x.pregnancy_id = c.pregnancy_id and x.undone_at is null
    ) l on true
    left join lateral (
      select (array_agg(z.why order by array_position('{own_loss,linked_loss,baby_elsewhere,asked}', z.why)))[1] as why,
        bool_or(z.decided_at is null and z.why <> 'own_loss') as undecided, bool_or(z.decision = 'nothing') as support_too
      from families.pauses z where z.organisation_id = app.org() and z.person_id = c.person_id and z.pregnancy_id = c.pregnancy_id and z.ended_at is null
    ) p on true
  ), hushed as (
    -- A parent looks at their own page while nobody has decided what they may be told, or somebody has: nothing.
    select f.*, coalesce(f.own and f.resting = 'linked_loss' and (f.undecided or f.support_too), false) or f.unseen_loss as quiet,
      f.all_lost or (f.some_lost and f.living = 0 and f.born + f.lost_before_birth >= f.babies_expected) as loss_of_all
    from facts f
  )
  select h.person_id, h.pregnancy_id, h.centre_id, h.relation,
    case when not h.quiet then h.due_on end, h.babies_expected, h.version, h.other_parents,
    case when h.quiet then '[]'::jsonb else h.babies end,
    case when h.reads_losses then h.losses else '[]'::jsonb end,
    h.some_lost and not h.quiet, h.loss_of_all and not h.quiet, case when h.unseen_loss then 'linked_loss' else h.resting end, h.undecided or h.unseen_loss, h.support_too
  from hushed h
$$;

-- A concern names somebody of the team, and whoever has it must be able to act at once, whatever role they hold
-- themselves: the letterbox asks its own question (is it theirs, is this person named in it) and the house writes the row.
create function safeguarding.suspend_named(concern uuid, account uuid, suspension uuid, at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not safeguarding.sees(concern) or account = app.account() then return false; end if;
  insert into people.suspensions (organisation_id, id, centre_id, account_id, from_at, by_account)
  select c.organisation_id, suspension, c.centre_id, account, at, app.account()
  from safeguarding.concerns c
  where c.organisation_id = app.org() and c.id = concern and account = any (c.named)
  on conflict do nothing;
  return found;
end $$;
comment on function safeguarding.suspend_named(uuid, uuid, uuid, timestamptz) is 'Suspends somebody whom a concern names, for whoever has the concern; false when nothing was written';
revoke all on function safeguarding.suspend_named(uuid, uuid, uuid, timestamptz) from public;
grant execute on function safeguarding.suspend_named(uuid, uuid, uuid, timestamptz) to kith_app;

create function safeguarding.named_suspended(concern uuid) returns table (account_id uuid, from_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select x.account_id, x.from_at
  from safeguarding.concerns c
  join people.suspensions x on x.organisation_id = c.organisation_id and x.account_id = any (c.named) and x.until_at is null
  where c.organisation_id = app.org() and c.id = concern and safeguarding.sees(concern)
$$;
comment on function safeguarding.named_suspended(uuid) is 'Who of those a concern names meets no families for now, for whoever has the concern';
revoke all on function safeguarding.named_suspended(uuid) from public;
grant execute on function safeguarding.named_suspended(uuid) to kith_app;

-- A concern must not land with somebody who cannot open it. Whoever raises one may not read suspensions, so the letterbox
-- asks for them: only those who could be given a concern at this centre, as the page that names its reader shows anyway.
create function safeguarding.away(centre uuid) returns uuid[]
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(distinct x.account_id), '{}')
  from people.suspensions x
  join people.roles r on r.organisation_id = x.organisation_id and r.account_id = x.account_id and r.ended_at is null
    and r.role in ('volunteer_manager', 'programme_coordinator', 'practitioner', 'specialist', 'service_lead')
    and (r.centre_id = centre or r.centre_id is null)
  where x.organisation_id = app.org() and x.until_at is null
    and (app.is_system() or centre = any (app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}')))
$$;
comment on function safeguarding.away(uuid) is 'Who of a centre could be given concerns but is suspended';
revoke all on function safeguarding.away(uuid) from public;
grant execute on function safeguarding.away(uuid) to kith_app;
