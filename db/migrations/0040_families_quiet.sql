-- "No messages at all" can be decided because a parent has not been told of the loss and must not learn of it from us.
-- Until now that decision opened the gentle page to them, which says what nobody had said.
create or replace function families.facts_of(ids uuid[]) returns table (
  person_id uuid, pregnancy_id uuid, centre_id uuid, relation text, due_on date, babies_expected integer, version integer,
  other_parents integer, babies jsonb, losses jsonb, some_lost boolean, loss_of_all boolean, resting text, undecided boolean, support_too boolean)
language sql stable security definer set search_path = families, pg_temp as
$$
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
      (select count(*)::integer from families.parents o where o.organisation_id = app.org() and o.pregnancy_id = c.pregnancy_id and o.person_id <> c.person_id and o.ended_at is null) as other_parents,
      coalesce(b.babies, '[]') as babies, coalesce(b.living, 0) as living, coalesce(b.born, 0) as born,
      coalesce(l.losses, '[]') as losses, coalesce(l.some_lost, false) as some_lost, coalesce(l.all_lost, false) as all_lost, coalesce(l.lost_before_birth, 0) as lost_before_birth,
      p.why as resting, coalesce(p.undecided, false) as undecided, coalesce(p.support_too, false) as support_too,
      c.person_id = app.person() as own,
      c.centre_id = any ((select app.centres('{practitioner,volunteer_manager,programme_coordinator}'))::uuid[]) or app.is_system() as reads_losses
    from current_one c
    left join lateral (
      select jsonb_agg(jsonb_build_object('id', y.id, 'givenName', y.given_name, 'bornOn', y.born_on, 'order', y.birth_order, 'livesWith', y.lives_with, 'version', y.version, 'died', y.died) order by y.birth_order) as babies,
        count(*) filter (where not y.died) as living, count(*) as born
      from (select y.*, exists (select from families.losses x where x.organisation_id = y.organisation_id and x.pregnancy_id = y.pregnancy_id and x.undone_at is null and (x.all_babies or x.baby_id = y.id)) as died
            from families.babies y where y.organisation_id = app.org() and y.pregnancy_id = c.pregnancy_id and y.undone_at is null) y
    ) b on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('id', x.id, 'kind', x.kind, 'allBabies', x.all_babies, 'babyId', x.baby_id, 'happenedOn', x.happened_on, 'recordedAt', x.recorded_at, 'toldByPersonId', x.told_by_person_id) order by x.recorded_at, x.id) as losses,
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
    select f.*, coalesce(f.own and f.resting = 'linked_loss' and (f.undecided or f.support_too), false) as quiet,
      f.all_lost or (f.some_lost and f.living = 0 and f.born + f.lost_before_birth >= f.babies_expected) as loss_of_all
    from facts f
  )
  select h.person_id, h.pregnancy_id, h.centre_id, h.relation,
    case when not h.quiet then h.due_on end, h.babies_expected, h.version, h.other_parents,
    case when h.quiet then '[]'::jsonb else h.babies end,
    case when h.reads_losses then h.losses else '[]'::jsonb end,
    h.some_lost and not h.quiet, h.loss_of_all and not h.quiet, h.resting, h.undecided, h.support_too
  from hushed h
$$;
