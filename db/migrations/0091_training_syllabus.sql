-- The syllabus of the core training as template data: one row a version, never changed. A cohort keeps the version it
-- was planned with, whatever comes after it.
create table training.syllabi (
  organisation_id uuid not null references people.organisations on delete restrict,
  id uuid not null,
  code text not null check (code ~ '^[a-z][a-z0-9_-]*$'),
  version integer not null check (version > 0),
  effective_from date not null,
  name text not null check (name <> ''),
  content jsonb not null,
  made_at timestamptz not null,
  made_by uuid,
  primary key (organisation_id, id),
  unique (organisation_id, code, version),
  foreign key (organisation_id, made_by) references people.accounts on delete restrict
);
comment on table training.syllabi is 'The training course as data, one row a version: competencies, units, layouts, levels, and the rules that go with them';
comment on column training.syllabi.made_by is 'Who made this version; null: it came with Kith';
select platform.organisation_policies('training.syllabi', '{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}',
  '{volunteer_manager,programme_coordinator,service_lead}', '{}');
revoke update on training.syllabi from kith_app;
drop policy change on training.syllabi;

create table training.syllabus_reviews (
  organisation_id uuid not null references people.organisations on delete restrict,
  id uuid not null,
  syllabus_id uuid not null,
  reviewed_by uuid not null,
  role text not null check (role <> ''),
  approved boolean not null,
  words text not null default '',
  at timestamptz not null,
  primary key (organisation_id, id),
  check (approved or words <> ''),
  foreign key (organisation_id, syllabus_id) references training.syllabi on delete restrict,
  foreign key (organisation_id, reviewed_by) references people.accounts on delete restrict
);
comment on table training.syllabus_reviews is 'Which named professional read the whole of a syllabus and decided whether cohorts may open with it; the latest review counts';
create index on training.syllabus_reviews (organisation_id, syllabus_id, at);
select platform.organisation_policies('training.syllabus_reviews', '{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}',
  '{practitioner,specialist,service_lead}', '{}');
revoke update on training.syllabus_reviews from kith_app;
drop policy change on training.syllabus_reviews;

-- Who changed the words and who says that they may be used are two people, each in their own name.
create function training.syllabus_in_ones_own_name() returns trigger language plpgsql set search_path = training, pg_temp as $$
begin
  if app.is_system() then
    return new;
  end if;
  if new.made_by is distinct from app.account() then
    raise exception 'a version is made in one''s own name' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger syllabus_in_ones_own_name after insert on training.syllabi for each row execute function training.syllabus_in_ones_own_name();

create function training.syllabus_review_by_another() returns trigger language plpgsql set search_path = training, pg_temp as $$
begin
  if app.is_system() then
    return new;
  end if;
  if new.reviewed_by is distinct from app.account() then
    raise exception 'a syllabus is reviewed in one''s own name' using errcode = 'check_violation';
  end if;
  if exists (select from syllabi s where s.organisation_id = new.organisation_id and s.id = new.syllabus_id and s.made_by = new.reviewed_by) then
    raise exception 'nobody reviews a version of their own' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger syllabus_review_by_another after insert on training.syllabus_reviews for each row execute function training.syllabus_review_by_another();
