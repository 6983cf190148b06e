-- Two people who know each other outside the programme should not meet in it as parent and supporter. Either may say
-- so, the other is not told, and nobody reads who said it: it is heeded where places are given and groups are run.
create table delivery.known_pairs (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  family_person_id uuid not null,
  team_person_id uuid not null,
  said_by text not null check (said_by in ('parent', 'supporter')),
  said_at timestamptz not null,
  taken_back_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, family_person_id) references people.persons on delete restrict,
  foreign key (organisation_id, team_person_id) references people.persons on delete restrict,
  check (family_person_id <> team_person_id)
);
comment on table delivery.known_pairs is 'A parent and somebody of the team who know each other: said by one of them, read by nobody else, heeded when places and groups are arranged';
create unique index known_pairs_standing on delivery.known_pairs (organisation_id, family_person_id, team_person_id, said_by) where taken_back_at is null;
comment on index delivery.known_pairs_standing is 'Stays behind when two files become one: the kept file has its own';
select platform.protect('delivery.known_pairs');
create policy own on delivery.known_pairs for select to kith_app
  using (organisation_id = (select app.org()) and ((select app.is_system())
    or (said_by = 'parent' and family_person_id = (select app.person()))
    or (said_by = 'supporter' and team_person_id = (select app.person()))));
create policy change on delivery.known_pairs for update to kith_app
  using (organisation_id = (select app.org()) and ((select app.is_system())
    or (said_by = 'parent' and family_person_id = (select app.person()))
    or (said_by = 'supporter' and team_person_id = (select app.person()))))
  with check (organisation_id = (select app.org()));
select people.wall('delivery.known_pairs', 'family_person_id = any ((select people.sealed())::uuid[])');
grant select, update (taken_back_at) on delivery.known_pairs to kith_app;

-- A parent knows by name who runs their group and may not read whose file that is, so the words become a row here.
-- `other` is the account of whoever runs one of a parent's groups, or the file of a family that a supporter meets.
create function delivery.say_we_know(other uuid, pair uuid, at timestamptz) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare
  org constant uuid := app.org();
  me constant uuid := app.person();
  made uuid;
begin
  if app.kind() <> 'account' or me is null then return null; end if;
  insert into delivery.known_pairs (organisation_id, id, centre_id, family_person_id, team_person_id, said_by, said_at)
  select org, pair, said.centre_id, said.family, said.team, said.by, at from (
    select mine.centre_id, mine.id as family, a.person_id as team, 'parent' as by
    from people.persons mine
    join people.accounts a on a.organisation_id = org and a.id = other
    where mine.organisation_id = org and mine.id = me and mine.side = 'family'
      and exists (select from delivery.leaders l where l.organisation_id = org and l.account_id = other and l.until_at is null
        and l.group_id = any (delivery.own_groups()))
    union all
    select theirs.centre_id, theirs.id, me, 'supporter'
    from people.persons theirs
    join people.persons mine on mine.organisation_id = org and mine.id = me and mine.side = 'team'
    where theirs.organisation_id = org and theirs.side = 'family' and theirs.id = any (people.may_know(array[other]))
  ) said
  on conflict do nothing
  returning id into made;
  return made;
end $$;
comment on function delivery.say_we_know(uuid, uuid, timestamptz) is 'Writes down that the actor knows somebody; null when they may not name this person, or have said so already';
revoke all on function delivery.say_we_know(uuid, uuid, timestamptz) from public;
grant execute on function delivery.say_we_know(uuid, uuid, timestamptz) to kith_app;

-- What the actor has said themselves and not taken back, with the name they know the other by.
create function delivery.own_known() returns table (pair_id uuid, other uuid, name text, said_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select k.id, coalesce(a.id, p.id), trim(coalesce(nullif(p.known_as, ''), p.given_name) || ' ' || case when k.said_by = 'supporter' then p.family_name else '' end), k.said_at
  from delivery.known_pairs k
  join people.persons p on p.organisation_id = k.organisation_id and p.id = case when k.said_by = 'parent' then k.team_person_id else k.family_person_id end
  left join people.accounts a on k.said_by = 'parent' and a.organisation_id = k.organisation_id and a.person_id = k.team_person_id and a.closed_at is null
  where k.organisation_id = app.org() and k.taken_back_at is null
    and ((k.said_by = 'parent' and k.family_person_id = app.person())
      or (k.said_by = 'supporter' and k.team_person_id = app.person() and p.id = any (people.may_know(array[p.id]))))
  order by k.said_at
$$;
comment on function delivery.own_known() is 'Whom the actor said they know, for the actor alone';
revoke all on function delivery.own_known() from public;
grant execute on function delivery.own_known() to kith_app;

-- Yes or no and nothing else: whether any of these parents and any of these team members should be kept apart.
create function delivery.kept_apart(persons uuid[], accounts uuid[]) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (
    select from delivery.known_pairs k
    join people.accounts a on a.organisation_id = k.organisation_id and a.person_id = k.team_person_id and a.id = any (accounts)
    where k.organisation_id = app.org() and k.taken_back_at is null and k.family_person_id = any (persons)
      and (app.is_system() or app.holds('{practitioner,volunteer_manager,programme_coordinator,administrator}') or persons = array[app.person()]))
$$;
comment on function delivery.kept_apart(uuid[], uuid[]) is 'Whether a parent and somebody of the team should not be put together; never which, nor who said so';
revoke all on function delivery.kept_apart(uuid[], uuid[]) from public;
grant execute on function delivery.kept_apart(uuid[], uuid[]) to kith_app;

-- Said of two who share a group already: the volunteer manager learns which supporter to move, and neither the parent
-- nor who said it. Whoever runs one session ahead counts like the usual crew; that table comes with the next migration,
-- which plpgsql does not mind.
create function delivery.pairs_in_one_group(centres uuid[], at timestamptz) returns table (group_id uuid, group_name text, centre_id uuid, account_id uuid)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return query
  select distinct g.id, g.name, g.centre_id, a.id
  from delivery.known_pairs k
  join people.accounts a on a.organisation_id = k.organisation_id and a.person_id = k.team_person_id
  join delivery.places p on p.organisation_id = k.organisation_id and p.person_id = k.family_person_id
    and p.declined_at is null and p.lapsed_at is null and p.ended_at is null
  join delivery.groups g on g.organisation_id = k.organisation_id and g.id = p.group_id and g.ended_at is null
  where k.organisation_id = app.org() and k.taken_back_at is null and g.centre_id = any (centres)
    and (app.is_system() or g.centre_id = any (app.centres('{volunteer_manager,programme_coordinator}')))
    and (exists (select from delivery.leaders l where l.organisation_id = g.organisation_id and l.group_id = g.id and l.account_id = a.id and l.until_at is null)
      or exists (select from delivery.rota r join delivery.sessions s on s.organisation_id = r.organisation_id and s.id = r.session_id
        where r.organisation_id = g.organisation_id and s.group_id = g.id and r.account_id = a.id and r.stood_down_at is null
          and s.called_off_at is null and s.ends_at > at));
end $$;
comment on function delivery.pairs_in_one_group(uuid[], timestamptz) is 'Groups run by somebody who should not meet one of their families there: the group and the supporter alone';
revoke all on function delivery.pairs_in_one_group(uuid[], timestamptz) from public;
grant execute on function delivery.pairs_in_one_group(uuid[], timestamptz) to kith_app;
