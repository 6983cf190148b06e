-- The two-way wall. Somebody who was a parent with us and now works with us must not be met by colleagues
-- as the parent they were, and must not read their own old file through a volunteer's sign-in. A sealed file
-- is not deleted: it is out of reach of everybody but its own parent and the house.
--
-- Restrictive policies do it, one named `sealed` on every table that has somebody of the family side or hangs
-- on one: whatever a room's own policies allow, they take away. The export reads the same policies, so that
-- one place says what is sealed.

alter table people.persons add column sealed_at timestamptz constraint persons_sealed_side check (sealed_at is null or side = 'family');
comment on column people.persons.sealed_at is 'From when nobody but the parent and the house reaches this file: they work with us now';
create index persons_sealed on people.persons (organisation_id, id) where sealed_at is not null;
-- A sealed file cannot be found, so it must not stand in the way: whoever is expecting again has a new file.
drop index people.persons_nhs_number;
create unique index persons_nhs_number on people.persons (organisation_id, nhs_number)
  where nhs_number is not null and merged_into is null and sealed_at is null;

-- The sealed files of the organisation, without the actor's own; none for the house. As `(select people.sealed())`
-- in a policy it is asked once a statement, and plpgsql keeps its plan: most organisations have few seals.
create function people.sealed() returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if app.is_system() then return '{}'; end if;
  return coalesce((select array_agg(p.id) from people.persons p
    where p.organisation_id = app.org() and p.sealed_at is not null and p.id is distinct from app.person()), '{}');
end $$;
comment on function people.sealed() is 'Files the actor must not reach because their person works with us; ids, for policies';
revoke all on function people.sealed() from public;
grant execute on function people.sealed() to kith_app;

-- `hidden` says which rows are out of reach, as SQL; null means the row is about nobody.
create function people.wall(t regclass, hidden text) returns void
language plpgsql set search_path = pg_catalog as $$
begin
  execute format('create policy sealed on %s as restrictive for all to kith_app using ((%s) is not true)', t, hidden);
end $$;
revoke all on function people.wall(regclass, text) from public;

select people.wall('people.persons', 'id = any ((select people.sealed())::uuid[])');
select people.wall('people.contacts', 'person_id = any ((select people.sealed())::uuid[])');
select people.wall('people.accounts', 'person_id = any ((select people.sealed())::uuid[])');
select people.wall('people.merges', 'kept_id = any ((select people.sealed())::uuid[]) or merged_id = any ((select people.sealed())::uuid[])');
select people.wall('people.not_duplicates', 'one_id = any ((select people.sealed())::uuid[]) or other_id = any ((select people.sealed())::uuid[])');

-- Sealing has one way in. Without this whoever may change a file could seal it, and its parent open it.
create function people.guard_seal() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if not pg_has_role(current_user, 'kith_owner', 'usage') then
    raise exception 'a file is sealed and opened through its own door' using errcode = '42501';
  end if;
  return new;
end $$;
revoke all on function people.guard_seal() from public;
create trigger guard_seal_new before insert on people.persons for each row when (new.sealed_at is not null) execute function people.guard_seal();
create trigger guard_seal before update on people.persons for each row when (old.sealed_at is distinct from new.sealed_at) execute function people.guard_seal();

create table people.seals (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  family_person_id uuid not null,
  -- No foreign key: applicants belong to a later room.
  applicant_id uuid,
  why text not null check (why in ('volunteers', 'works_here')),
  asked_at timestamptz not null,
  sealed_at timestamptz,
  sealed_by uuid,
  opened_again_at timestamptz,
  opened_again_by uuid,
  opened_again_why text,
  primary key (organisation_id, id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, family_person_id) references people.persons on delete restrict,
  check ((opened_again_at is null) = (opened_again_why is null))
);
comment on table people.seals is 'Which family file was sealed because its person works with us. That link is itself a secret: the house alone reads it';
comment on column people.seals.sealed_at is 'Null while they are still with us as a parent: sealed on the day of their welcome';
create unique index seals_standing on people.seals (organisation_id, family_person_id) where opened_again_at is null;
comment on index people.seals_standing is 'Stays behind when two files become one: the kept file has its own';
create index on people.seals (organisation_id, applicant_id) where applicant_id is not null;
select platform.organisation_policies('people.seals', '{}', '{}', '{}');

-- Whether somebody still takes part as a parent. A later room knows and puts its own answer here, so that
-- people can ask without knowing whom.
create function people.still_with_us(file uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$ select false and file is null $$;
revoke all on function people.still_with_us(uuid) from public;
grant execute on function people.still_with_us(uuid) to kith_app;

-- A colleague who seals can no longer see the row they have just changed, nor the table of seals: the house does it
-- for them, after asking the same question as the policies of a file. Answers the account it closed, if any.
create function people.seal_file(file uuid, seal uuid, reason text, applicant uuid, close_account boolean, at timestamptz) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare
  org constant uuid := app.org();
  there people.persons;
  closed uuid;
begin
  select p.* into there from people.persons p
  where p.organisation_id = org and p.id = file and p.side = 'family' and p.merged_into is null and p.sealed_at is null
    and (app.is_system() or p.centre_id = any (app.centres('{practitioner,volunteer_manager,programme_coordinator}')))
  for update;
  if not found then raise exception 'there is no such file to seal' using errcode = 'KM003'; end if;
  -- What was made one with it still carries their name.
  update people.persons p set sealed_at = at, version = p.version + 1
  where p.organisation_id = org and (p.id = file or p.merged_into = file) and p.sealed_at is null;
  insert into people.seals as s (organisation_id, id, centre_id, family_person_id, applicant_id, why, asked_at, sealed_at, sealed_by)
  values (org, seal, there.centre_id, file, applicant, reason, at, at, app.account())
  on conflict (organisation_id, family_person_id) where opened_again_at is null do update
    set sealed_at = at, sealed_by = app.account(), why = excluded.why, applicant_id = coalesce(s.applicant_id, excluded.applicant_id);
  update platform.messages m set state = 'stopped', why = 'This file is closed to the team.'
  where m.organisation_id = org and m.state in ('waiting', 'held') and m.about <> 'account'
    and m.person_id in (select p.id from people.persons p where p.organisation_id = org and (p.id = file or p.merged_into = file));
  if close_account then
    update people.accounts a set closed_at = at where a.organisation_id = org and a.person_id = file and a.closed_at is null returning a.id into closed;
  end if;
  return closed;
end $$;
comment on function people.seal_file(uuid, uuid, text, uuid, boolean, timestamptz) is 'Seals a family file, for who looks after families at its centre and for the house';
revoke all on function people.seal_file(uuid, uuid, text, uuid, boolean, timestamptz) from public;
grant execute on function people.seal_file(uuid, uuid, text, uuid, boolean, timestamptz) to kith_app;

-- A mistake must be found without telling whose file it is: the service lead sees when, where, by whom and why.
create function people.seals_standing() returns table (
  seal_id uuid, centre_id uuid, why text, sealed_at timestamptz, sealed_by uuid,
  opened_again_at timestamptz, opened_again_by uuid, opened_again_why text)
language sql stable security definer set search_path = pg_catalog as $$
  select s.id, s.centre_id, s.why, s.sealed_at, s.sealed_by, s.opened_again_at, s.opened_again_by, s.opened_again_why
  from people.seals s
  where s.organisation_id = app.org() and s.sealed_at is not null
    and (app.is_system() or s.centre_id = any (app.centres('{service_lead}')))
  order by s.sealed_at desc, s.id desc limit 200
$$;
comment on function people.seals_standing() is 'Seals without the names behind them, for the service lead';
revoke all on function people.seals_standing() from public;
grant execute on function people.seals_standing() to kith_app;

create function people.open_seal_again(seal uuid, reason text, at timestamptz) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare
  org constant uuid := app.org();
  stands people.seals;
begin
  select s.* into stands from people.seals s
  where s.organisation_id = org and s.id = seal and s.sealed_at is not null and s.opened_again_at is null
    and (app.is_system() or s.centre_id = any (app.centres('{service_lead}')))
  for update;
  if not found then raise exception 'there is no such seal to open' using errcode = 'KM003'; end if;
  update people.seals s set opened_again_at = at, opened_again_by = app.account(), opened_again_why = reason
  where s.organisation_id = org and s.id = seal;
  -- A number that a newer file has taken on since stays there: the two are found as alike and looked at by somebody.
  update people.persons p set sealed_at = null, version = p.version + 1,
    nhs_number = case when exists (select from people.persons o where o.organisation_id = org and o.nhs_number = p.nhs_number
      and o.merged_into is null and o.sealed_at is null and o.id <> p.id) then null else p.nhs_number end
  where p.organisation_id = org and p.sealed_at is not null and (p.id = stands.family_person_id or p.merged_into = stands.family_person_id);
  return stands.centre_id;
end $$;
comment on function people.open_seal_again(uuid, text, timestamptz) is 'Opens a file that was sealed by mistake, for the service lead of its centre';
revoke all on function people.open_seal_again(uuid, text, timestamptz) from public;
grant execute on function people.open_seal_again(uuid, text, timestamptz) to kith_app;

-- Every function that reads files past row security, once more with the wall in it.

create or replace function people.may_know(ids uuid[]) returns uuid[]
language sql stable security definer set search_path = people, pg_temp as $$
  select coalesce(array_agg(p.id), '{}') from people.persons p
  where p.organisation_id = app.org() and p.id = any (ids) and (
    app.is_system()
    or p.id = app.person()
    or (p.side = 'family' and p.sealed_at is null and p.centre_id = any ((select app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'))::uuid[]))
    or (p.side = 'family' and p.sealed_at is null and p.introduced_at is not null and p.centre_id = any ((select app.centres('{peer_supporter}'))::uuid[])))
$$;

-- For the house too: a referral that was put to a sealed file would be a referral nobody sees.
create or replace function people.maybe_alike(name text, number text, phone_number text, email_address text) returns uuid[]
language sql stable security definer set search_path = people, public, pg_temp as $$
  select coalesce(array_agg(found.id), '{}') from (
    select p.id from people.persons p where p.organisation_id = app.org() and p.nhs_number = number and p.merged_into is null and p.side = 'family' and p.sealed_at is null
    union
    select c.person_id from people.contacts c where c.organisation_id = app.org() and c.phone = phone_number
    union
    select c.person_id from people.contacts c where c.organisation_id = app.org() and lower(c.email) = lower(email_address)
    union
    (select p.id from people.persons p where p.organisation_id = app.org() and p.side = 'family' and p.merged_into is null and p.sealed_at is null
      and lower(p.given_name || ' ' || p.family_name) % lower(name)
      order by similarity(lower(p.given_name || ' ' || p.family_name), lower(name)) desc limit 50)
  ) found
  where not exists (select from people.persons s where s.organisation_id = app.org() and s.id = found.id and s.sealed_at is not null)
$$;

create or replace function people.nhs_number_taken(number text, besides uuid) returns boolean
language sql stable security definer set search_path = people, pg_temp as $$
  select exists (select from people.persons p where p.organisation_id = app.org() and p.nhs_number = number and p.merged_into is null and p.sealed_at is null and p.id is distinct from besides)
    and app.kind() in ('account', 'system')
$$;

create or replace function people.sign_ins_of(accounts uuid[])
returns table (account_id uuid, ready boolean, invited_until timestamptz, came_in boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select a.id, u."id" is not null,
    (select max(i.expires_at) from sign_in.invitations i where i.account_id = a.id and i.used_at is null),
    exists (select from platform.audit_events e
            where e.organisation_id = a.organisation_id and e.subject_id = a.id and e.verb = 'account.signed_in')
    or exists (select from sign_in.invitations i where i.account_id = a.id and i.used_at is not null)
  from people.accounts a
  left join sign_in."user" u on u."id" = a.id
  where a.organisation_id = app.org() and a.id = any (accounts)
    and (app.is_system() or app.holds('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead}'))
    and a.person_id <> all ((select people.sealed())::uuid[])
$$;

create or replace function people.last_letter(account uuid) returns text
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(
    (select m.state from platform.messages m
      where m.organisation_id = a.organisation_id and m.person_id = a.person_id and m.about = 'account'
      order by m.made_at desc limit 1),
    (select m.state from platform.messages m
      where p.side = 'team' and m.organisation_id = a.organisation_id and m.address = u."email" and m.about = 'account'
      order by m.made_at desc limit 1))
  from people.accounts a
  join people.persons p on p.organisation_id = a.organisation_id and p.id = a.person_id
  left join sign_in."user" u on u."id" = a.id
  where a.organisation_id = app.org() and a.id = account
    and (app.is_system() or app.holds('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead}'))
    and a.person_id <> all ((select people.sealed())::uuid[])
$$;

create or replace function people.move_back(merge_id uuid) returns integer
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
  if not found or exists (select from people.persons p where p.organisation_id = org
    and ((p.id = done.kept_id and p.merged_into is not null) or (p.id in (done.kept_id, done.merged_id) and p.sealed_at is not null))) then
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

create or replace function people.move_file(from_id uuid, to_id uuid, at timestamptz) returns jsonb
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
      where p.organisation_id = org and p.id in (from_id, to_id) and p.side = 'family' and p.merged_into is null and p.sealed_at is null
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
        if not exists (select from pg_catalog.pg_constraint c where c.conrelid = link.oid and c.contype = 'p' and c.conname = broken)
          and not exists (select from pg_catalog.pg_index i join pg_catalog.pg_class x on x.oid = i.indexrelid
            where i.indrelid = link.oid and x.relname = broken and obj_description(x.oid) like 'Stays behind%') then
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

-- Suspensions ----------------------------------------------------------------------------------------------------

create table people.suspensions (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  account_id uuid not null,
  from_at timestamptz not null,
  by_account uuid,
  until_at timestamptz,
  ended_by uuid,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, account_id) references people.accounts on delete restrict,
  check (until_at is null or until_at >= from_at)
);
comment on table people.suspensions is 'Somebody of the team who meets no families for now. Never why: that lies in a concern, with those it was given to';
create unique index suspensions_live on people.suspensions (organisation_id, account_id) where until_at is null;
create index on people.suspensions (organisation_id, account_id, from_at);
select platform.centre_policies('people.suspensions', '{volunteer_manager,programme_coordinator,service_lead}',
  '{volunteer_manager,programme_coordinator,service_lead}', '{volunteer_manager,programme_coordinator,service_lead}');
create policy see_own on people.suspensions for select to kith_app
  using (organisation_id = (select app.org()) and account_id = (select app.account()));
-- Nobody suspends themselves, and nobody lets themselves back in.
create policy add_not_oneself on people.suspensions as restrictive for insert to kith_app
  with check (account_id is distinct from (select app.account()));
create policy change_not_oneself on people.suspensions as restrictive for update to kith_app
  using (account_id is distinct from (select app.account()));

-- What somebody who is suspended reads when they sign in: since when, and who rings them. They hold no role then, and
-- see no colleague's name but this.
create function people.own_suspension() returns table (since timestamptz, centre text, phone text, email text, manager text)
language sql stable security definer set search_path = pg_catalog as $$
  select s.from_at, c.name, c.phone, c.email,
    (select trim(coalesce(nullif(p.known_as, ''), p.given_name) || ' ' || p.family_name)
     from people.roles r
     join people.accounts a on a.organisation_id = r.organisation_id and a.id = r.account_id and a.closed_at is null
     join people.persons p on p.organisation_id = a.organisation_id and p.id = a.person_id
     where r.organisation_id = s.organisation_id and r.role = 'volunteer_manager' and r.ended_at is null
       and (r.centre_id = s.centre_id or r.centre_id is null) and r.account_id <> s.account_id
       and not exists (select from people.suspensions o where o.organisation_id = r.organisation_id and o.account_id = r.account_id and o.until_at is null)
     order by r.centre_id is null, r.given_at limit 1)
  from people.suspensions s
  join people.centres c on c.organisation_id = s.organisation_id and c.id = s.centre_id
  where s.organisation_id = app.org() and s.account_id = app.account() and s.until_at is null
$$;
comment on function people.own_suspension() is 'For somebody who is suspended: since when, and who will ring them; never why';
revoke all on function people.own_suspension() from public;
grant execute on function people.own_suspension() to kith_app;

-- From the next request on an account with a live suspension holds no role. It stays staff or volunteer as far as
-- the second step and the length of a session go.
create or replace function people.who_is(token text, at timestamptz)
returns table (organisation_id uuid, account_id uuid, person_id uuid, side text, name text, roles text[], is_staff boolean,
  second_factor_done boolean, is_demo boolean, session_id uuid)
language plpgsql security definer set search_path = pg_catalog as $$
declare
  last_seen timestamptz;
begin
  select a.organisation_id, a.id, a.person_id, p.side,
         trim(coalesce(nullif(p.known_as, ''), p.given_name) || ' ' || p.family_name),
         case when exists (select from people.suspensions x
                where x.organisation_id = a.organisation_id and x.account_id = a.id and x.from_at <= who_is.at and (x.until_at is null or x.until_at > who_is.at))
              then '{}' else held.spread end,
         held.staff, s.second_factor_at is not null, a.demo, s.id,
         coalesce(s.last_seen_at, s."createdAt")
    into who_is.organisation_id, who_is.account_id, who_is.person_id, who_is.side,
         who_is.name, who_is.roles, who_is.is_staff, who_is.second_factor_done, who_is.is_demo, who_is.session_id,
         last_seen
    from sign_in."session" s
    join people.accounts a on a.id = s."userId" and a.closed_at is null
    join people.persons p on p.organisation_id = a.organisation_id and p.id = a.person_id
    cross join lateral (
      -- A role without a centre is held at every centre of the organisation.
      select coalesce(array_agg(distinct r.role || '@' || coalesce(r.centre_id, c.id)) filter (where coalesce(r.centre_id, c.id) is not null), '{}') as spread,
             coalesce(bool_or(r.role <> 'peer_supporter'), false) as staff
        from people.roles r
        left join people.centres c on r.centre_id is null and c.organisation_id = r.organisation_id
       where r.organisation_id = a.organisation_id and r.account_id = a.id and r.ended_at is null
    ) held
    join sign_in.limits l on l.who = case when held.staff then 'staff' when p.side = 'team' then 'volunteer' else 'parent' end
   where s."token" = who_is.token
     and s."expiresAt" > who_is.at
     and s."createdAt" + l.absolute > who_is.at
     and coalesce(s.last_seen_at, s."createdAt") + l.idle > who_is.at;
  if not found then return; end if;
  -- A write for every request would be a write too many; the idle limits are in hours.
  if last_seen < who_is.at - interval '5 minutes' then
    update sign_in."session" s set last_seen_at = who_is.at where s.id = who_is.session_id;
  end if;
  return next;
end $$;
