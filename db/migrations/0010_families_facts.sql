-- Whom the actor may know of at all, for the functions below that step past row-level security to
-- answer one narrow question. The same words as the policy on people.persons, for family files.
create function people.may_know(ids uuid[]) returns uuid[]
language sql stable security definer set search_path = people, pg_temp as
$$
  select coalesce(array_agg(p.id), '{}') from people.persons p
  where p.organisation_id = app.org() and p.id = any (ids) and (
    app.is_system()
    or p.id = app.person()
    or (p.side = 'family' and p.centre_id = any (app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}')))
    or (p.side = 'family' and p.introduced_at is not null and p.centre_id = any (app.centres('{peer_supporter}'))))
$$;
revoke all on function people.may_know(uuid[]) from public;
grant execute on function people.may_know(uuid[]) to kith_app;

-- The name of a team member, for whoever is signed in: a parent may know the first name of the
-- people who run their group, although no team file is open to them.
create function people.team_names(ids uuid[]) returns table (account_id uuid, called_name text, family_name text)
language sql stable security definer set search_path = people, pg_temp as
$$
  select a.id, coalesce(p.known_as, p.given_name), case when app.is_system() or cardinality(app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}')) > 0 then p.family_name else '' end
  from people.accounts a join people.persons p on p.organisation_id = a.organisation_id and p.id = a.person_id
  where a.organisation_id = app.org() and a.id = any (ids) and p.side = 'team' and app.kind() in ('account', 'system')
$$;
revoke all on function people.team_names(uuid[]) from public;
grant execute on function people.team_names(uuid[]) to kith_app;

-- Whether a live file of this organisation carries the number, whoever may see that file: the
-- number belongs to one person, and the answer is yes or no.
create function people.nhs_number_taken(number text, besides uuid) returns boolean
language sql stable security definer set search_path = people, pg_temp as
$$
  select exists (select from people.persons p where p.organisation_id = app.org() and p.nhs_number = number and p.merged_into is null and p.id is distinct from besides)
    and app.kind() in ('account', 'system')
$$;
revoke all on function people.nhs_number_taken(text, uuid) from public;
grant execute on function people.nhs_number_taken(text, uuid) to kith_app;

-- Moves everything that points at one family file to another, found in the catalog so that a room
-- built later is moved too without anyone remembering it here. A row whose own key would collide
-- (both came to the same session) stays with the closed file; a live row that only one file may
-- have makes the whole merge impossible, and the name of its rule comes back in the error.
create function people.move_file(from_id uuid, to_id uuid, at timestamptz) returns jsonb
language plpgsql security definer set search_path = people, pg_temp as $$
declare
  org constant uuid := app.org();
  link record;
  line record;
  moved jsonb := '[]';
  keys text;
  before jsonb;
  after jsonb;
  broken text;
begin
  if (select count(*) from people.persons p
      where p.organisation_id = org and p.id in (from_id, to_id) and p.side = 'family' and p.merged_into is null
        and (app.is_system() or p.centre_id = any (app.centres('{practitioner,volunteer_manager,programme_coordinator}')))) <> 2 then
    raise exception 'these two files cannot become one' using errcode = 'KM001';
  end if;
  -- First of all, so that the numbers only one live file may carry do not collide.
  update people.persons set merged_into = to_id, version = version + 1 where organisation_id = org and id = from_id;
  for link in
    select c.conrelid::regclass as tab, c.conrelid as oid, a.attname as col
    from pg_catalog.pg_constraint c
    join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey) and a.attname <> 'organisation_id'
    where c.contype = 'f' and c.confrelid = 'people.persons'::regclass
      and c.conrelid not in ('people.merges'::regclass, 'people.not_duplicates'::regclass)
    order by c.conrelid::regclass::text, a.attname
  loop
    select string_agg(format('%L, t.%I', a.attname, a.attname), ', ' order by a.attnum) into keys
    from pg_catalog.pg_constraint c join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
    where c.contype = 'p' and c.conrelid = link.oid;
    for line in execute format('select jsonb_build_object(%s) as key from %s t where t.organisation_id = $1 and t.%I = $2', keys, link.tab, link.col) using org, from_id
    loop
      begin
        execute format('update %s t set %I = $1 where jsonb_build_object(%s) = $2 and t.organisation_id = $3', link.tab, link.col, keys) using to_id, line.key, org;
        before := line.key;
        after := case when before ? link.col then before || jsonb_build_object(link.col, to_id) else before end;
        moved := moved || jsonb_build_object('table', link.tab::text, 'column', link.col, 'key', after);
      exception when unique_violation then
        get stacked diagnostics broken = constraint_name;
        if not exists (select from pg_catalog.pg_constraint c where c.conrelid = link.oid and c.contype = 'p' and c.conname = broken) then
          raise exception 'both files have a live row' using errcode = 'KM002', detail = broken, table = link.tab::text;
        end if;
      end;
    end loop;
  end loop;
  for line in update platform.messages m set person_id = to_id where m.organisation_id = org and m.person_id = from_id returning m.id
  loop
    moved := moved || jsonb_build_object('table', 'platform.messages', 'column', 'person_id', 'key', jsonb_build_object('organisation_id', org, 'id', line.id));
  end loop;
  return moved;
end $$;
revoke all on function people.move_file(uuid, uuid, timestamptz) from public;
grant execute on function people.move_file(uuid, uuid, timestamptz) to kith_app;

-- Moves back what a merge moved. What was added to the kept file since stays there: nothing says
-- whose it is, and a person can read both.
create function people.move_back(merge_id uuid) returns integer
language plpgsql security definer set search_path = people, pg_temp as $$
declare
  org constant uuid := app.org();
  done people.merges;
  line jsonb;
  keys text;
  count_back integer := 0;
  touched integer;
begin
  select * into done from people.merges m where m.organisation_id = org and m.id = merge_id and m.undone_at is null
    and (app.is_system() or m.centre_id = any (app.centres('{practitioner,volunteer_manager,programme_coordinator}')))
  for update;
  if not found or exists (select from people.persons p where p.organisation_id = org and p.id = done.kept_id and p.merged_into is not null) then
    raise exception 'this merge cannot be undone' using errcode = 'KM001';
  end if;
  for line in select * from jsonb_array_elements(done.moved)
  loop
    -- Only tables that point at a file: the list was written by move_file, and is checked again.
    if line ->> 'table' <> 'platform.messages' and not exists (
      select from pg_catalog.pg_constraint c join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
      where c.contype = 'f' and c.confrelid = 'people.persons'::regclass and c.conrelid = (line ->> 'table')::regclass and a.attname = line ->> 'column') then
      raise exception 'no such link' using errcode = 'KM001';
    end if;
    select string_agg(format('%L, t.%I', a.attname, a.attname), ', ' order by a.attnum) into keys
    from pg_catalog.pg_constraint c join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
    where c.contype = 'p' and c.conrelid = (line ->> 'table')::regclass;
    execute format('update %s t set %I = $1 where jsonb_build_object(%s) = $2 and t.organisation_id = $3 and t.%I = $4',
      (line ->> 'table')::regclass, line ->> 'column', keys, line ->> 'column') using done.merged_id, line -> 'key', org, done.kept_id;
    get diagnostics touched = row_count;
    count_back := count_back + touched;
  end loop;
  update people.persons set merged_into = null, version = version + 1 where organisation_id = org and id = done.merged_id;
  return count_back;
end $$;
revoke all on function people.move_back(uuid) from public;
grant execute on function people.move_back(uuid) to kith_app;

alter table families.losses add column stopped_messages uuid[] not null default '{}';
comment on column families.losses.stopped_messages is 'Waiting messages that this entry stopped, so that undoing a mistake can let those still to come go again';

-- What is true of a family just now, for whoever may know the parent's name: the stage, whether
-- messages rest, and the babies. The losses themselves are said only to those who may read them.
-- The parent who asks about themselves learns nothing of what the other parent told us.
create function families.facts_of(ids uuid[]) returns table (
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
      c.centre_id = any (app.centres('{practitioner,volunteer_manager,programme_coordinator}')) or app.is_system() as reads_losses
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
    -- A parent looks at their own page while nobody has yet decided what they may be told.
    select f.*, coalesce(f.own and f.resting = 'linked_loss' and f.undecided, false) as quiet,
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
revoke all on function families.facts_of(uuid[]) from public;
grant execute on function families.facts_of(uuid[]) to kith_app;

-- Which pregnancies at the actor's centres ended in the loss of every baby: the office keeps lists
-- by stage too, and must not write to these families about a baby.
create function families.lost_pregnancies() returns uuid[]
language sql stable security definer set search_path = families, pg_temp as
$$
  select coalesce(array_agg(g.id), '{}') from families.pregnancies g
  where g.organisation_id = app.org()
    and (app.is_system() or g.centre_id = any (app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}')))
    and exists (select from families.losses x where x.organisation_id = g.organisation_id and x.pregnancy_id = g.id and x.undone_at is null)
    and (exists (select from families.losses x where x.organisation_id = g.organisation_id and x.pregnancy_id = g.id and x.undone_at is null and x.all_babies)
      or (not exists (select from families.babies y where y.organisation_id = g.organisation_id and y.pregnancy_id = g.id and y.undone_at is null
            and not exists (select from families.losses x where x.organisation_id = y.organisation_id and x.baby_id = y.id and x.undone_at is null))
        and (select count(*) from families.losses x where x.organisation_id = g.organisation_id and x.pregnancy_id = g.id and x.undone_at is null) >= g.babies_expected))
$$;
revoke all on function families.lost_pregnancies() from public;
grant execute on function families.lost_pregnancies() to kith_app;

-- Stops what is waiting to be sent to these parents about a baby, a group or a referral. Messages
-- may otherwise be changed by the house alone; whoever may record a loss at the centre may do this.
create function families.stop_messages(pregnancy uuid, persons uuid[]) returns uuid[]
language plpgsql security definer set search_path = families, pg_temp as $$
declare
  stopped uuid[];
begin
  if not exists (select from families.pregnancies g where g.organisation_id = app.org() and g.id = pregnancy
      and (app.is_system() or g.centre_id = any (app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}')))) then
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
revoke all on function families.stop_messages(uuid, uuid[]) from public;
grant execute on function families.stop_messages(uuid, uuid[]) to kith_app;

-- Lets go again what a mistaken entry stopped and whose time has not come yet; a reminder whose
-- hour has passed stays stopped.
create function families.let_go_again(loss uuid, at timestamptz) returns table (message_id uuid, send_after timestamptz)
language sql volatile security definer set search_path = families, pg_temp as
$$
  update platform.messages m set state = 'waiting', why = null
  from families.losses x
  where x.organisation_id = app.org() and x.id = loss and x.undone_at is not null
    and (app.is_system() or x.centre_id = any (app.centres('{practitioner,volunteer_manager,programme_coordinator}')))
    and m.organisation_id = x.organisation_id and m.id = any (x.stopped_messages) and m.state = 'stopped' and m.send_after > at
  returning m.id, m.send_after
$$;
revoke all on function families.let_go_again(uuid, timestamptz) from public;
grant execute on function families.let_go_again(uuid, timestamptz) to kith_app;

-- Ids of family files that may be alike. Row-level security keeps the indexes on names and addresses
-- from being used, because their operators could leak; here they are used, and who asks then reads
-- the files themselves under the policies of their own.
create function people.maybe_alike(name text, number text, phone_number text, email_address text) returns uuid[]
language sql stable security definer set search_path = people, public, pg_temp as
$$
  select coalesce(array_agg(found.id), '{}') from (
    select p.id from people.persons p where p.organisation_id = app.org() and p.nhs_number = number and p.merged_into is null and p.side = 'family'
    union
    select c.person_id from people.contacts c where c.organisation_id = app.org() and c.phone = phone_number
    union
    select c.person_id from people.contacts c where c.organisation_id = app.org() and lower(c.email) = lower(email_address)
    union
    (select p.id from people.persons p where p.organisation_id = app.org() and p.side = 'family' and p.merged_into is null
      and lower(p.given_name || ' ' || p.family_name) % lower(name)
      order by similarity(lower(p.given_name || ' ' || p.family_name), lower(name)) desc limit 50)
  ) found
$$;
revoke all on function people.maybe_alike(text, text, text, text) from public;
grant execute on function people.maybe_alike(text, text, text, text) to kith_app;
