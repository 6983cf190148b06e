-- Every family holds a place in its centre's drop-in from the first day, so two files of one person
-- always hold it twice. Such a row stays with the closed file, where delivery ends it when it hears
-- of the merge and opens it again when the merge is undone. A room says so in the comment of the
-- index that would refuse; people itself knows no later room.
comment on index delivery.places_live is 'Stays behind when two files become one: the kept file has its own';
comment on index delivery.waiting_once is 'Stays behind when two files become one: the kept file has its own';

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
