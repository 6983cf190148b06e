-- The safeguarding course that somebody reads before they meet families, and what they have to show for it. A learner
-- is an applicant, before and after the welcome: with a link of their own at first, signed in later.
create schema training;
grant usage on schema training to kith_app;

create table training.courses (
  organisation_id uuid not null references people.organisations on delete restrict,
  id uuid not null,
  code text not null check (code ~ '^[a-z][a-z0-9_-]*$'),
  version integer not null check (version > 0),
  effective_from date not null,
  name text not null,
  minutes integer not null check (minutes > 0),
  pass_mark integer not null check (pass_mark between 1 and 100),
  valid_months integer check (valid_months > 0),
  content jsonb not null,
  made_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, code, version)
);
comment on table training.courses is 'A short course as data, one row a version: modules, screens, questions, pass mark, how long it holds';
comment on column training.courses.pass_mark is 'Percent of the questions that must be right, in each module and over all';
comment on column training.courses.valid_months is 'How long a certificate holds; null: it has no end';
select platform.organisation_policies('training.courses', '{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}', '{}', '{}');
revoke update on training.courses from kith_app;
drop policy change on training.courses;

create table training.course_reviews (
  organisation_id uuid not null references people.organisations on delete restrict,
  id uuid not null,
  course_id uuid not null,
  reviewed_by uuid not null,
  role text not null check (role <> ''),
  approved boolean not null,
  words text not null default '',
  at timestamptz not null,
  primary key (organisation_id, id),
  check (approved or words <> ''),
  foreign key (organisation_id, course_id) references training.courses on delete restrict,
  foreign key (organisation_id, reviewed_by) references people.accounts on delete restrict
);
comment on table training.course_reviews is 'Which named professional read the whole of a course and decided whether it may be used; the latest review counts';
create index on training.course_reviews (organisation_id, course_id, at);
select platform.organisation_policies('training.course_reviews', '{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}',
  '{practitioner,specialist,service_lead}', '{}');
revoke update on training.course_reviews from kith_app;
drop policy change on training.course_reviews;
-- A review stands in the name of whoever read it: nobody approves for somebody else.
create function training.review_in_ones_own_name() returns trigger language plpgsql set search_path = training, pg_temp as $$
begin
  if not app.is_system() and new.reviewed_by is distinct from app.account() then
    raise exception 'a course is reviewed in one''s own name' using errcode = 'check_violation';
  end if;
  return new;
end $$;
-- After the row's policies have had their say.
create trigger review_in_ones_own_name after insert on training.course_reviews for each row execute function training.review_in_ones_own_name();

-- A volunteer may not read recruiting's notes about themselves, not even the row with their name: for their own course
-- they need to know under which applicant it is kept, and nothing else.
create function training.own_learner() returns table (applicant_id uuid, centre_id uuid, given_name text, family_name text)
language sql stable security definer set search_path = training, pg_temp as
$$ select a.id, a.centre_id, a.given_name, a.family_name from recruiting.applicants a
   where a.organisation_id = app.org() and a.person_id = app.person() $$;
revoke all on function training.own_learner() from public;
grant execute on function training.own_learner() to kith_app;

create table training.learning (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  course_id uuid not null,
  module text not null,
  screen integer not null check (screen > 0),
  reached jsonb not null default '{}',
  seconds_spent integer not null default 0 check (seconds_spent >= 0),
  started_at timestamptz not null,
  last_at timestamptz not null,
  finished_at timestamptz,
  put_aside_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, applicant_id) references recruiting.applicants on delete restrict,
  foreign key (organisation_id, course_id) references training.courses on delete restrict
);
comment on table training.learning is 'One time through a course: where somebody is, how far they read in each module, when they finished';
comment on column training.learning.put_aside_at is 'When another version of the course took its place before it was finished';
create unique index learning_one_at_a_time on training.learning (organisation_id, applicant_id) where finished_at is null and put_aside_at is null;
create index on training.learning (organisation_id, applicant_id, started_at);
create index on training.learning (organisation_id, centre_id, last_at) where finished_at is null and put_aside_at is null;
select platform.centre_policies('training.learning', '{volunteer_manager,programme_coordinator}', '{}', '{}');
create policy see_own on training.learning for select to kith_app
  using (organisation_id = (select app.org()) and applicant_id = any ((select recruiting.own_applicants())::uuid[]));
create policy add_own on training.learning for insert to kith_app
  with check (organisation_id = (select app.org()) and applicant_id = any ((select recruiting.own_applicants())::uuid[]));
create policy change_own on training.learning for update to kith_app
  using (organisation_id = (select app.org()) and applicant_id = any ((select recruiting.own_applicants())::uuid[]))
  with check (organisation_id = (select app.org()) and applicant_id = any ((select recruiting.own_applicants())::uuid[]));

create table training.attempts (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  learning_id uuid not null,
  course_id uuid not null,
  module text not null,
  answers jsonb not null,
  right_count integer not null check (right_count >= 0),
  of_count integer not null check (of_count > 0),
  passed boolean not null,
  at timestamptz not null,
  primary key (organisation_id, id),
  check (right_count <= of_count),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, applicant_id) references recruiting.applicants on delete restrict,
  foreign key (organisation_id, learning_id) references training.learning on delete cascade,
  foreign key (organisation_id, course_id) references training.courses on delete restrict
);
comment on table training.attempts is 'Each try at the questions of a module; what somebody answered is between them and the course';
create index on training.attempts (organisation_id, learning_id, module, at);
select platform.protect('training.attempts');
create policy see on training.attempts for select to kith_app
  using (organisation_id = (select app.org()) and ((select app.is_system()) or applicant_id = any ((select recruiting.own_applicants())::uuid[])));
create policy add on training.attempts for insert to kith_app
  with check (organisation_id = (select app.org()) and ((select app.is_system()) or applicant_id = any ((select recruiting.own_applicants())::uuid[])));
grant select, insert on training.attempts to kith_app;

create table training.outside_courses (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  provider text not null check (provider <> ''),
  title text not null check (title <> ''),
  done_on date not null,
  number text not null default '',
  told_at timestamptz not null,
  told_by uuid,
  decided_at timestamptz,
  decided_by uuid,
  accepted boolean,
  checked_words text not null default '',
  words_to_them text not null default '',
  primary key (organisation_id, id),
  check ((decided_at is null) = (accepted is null)),
  check (accepted is distinct from true or checked_words <> ''),
  check (accepted is distinct from false or words_to_them <> ''),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, applicant_id) references recruiting.applicants on delete restrict,
  foreign key (organisation_id, decided_by) references people.accounts on delete restrict
);
comment on table training.outside_courses is 'A course somebody did elsewhere and says so: waits until the centre has seen the certificate and checked it';
comment on column training.outside_courses.told_by is 'Who wrote it down, signed in; null: they said so by their own link';
comment on column training.outside_courses.checked_words is 'What was seen and how it was checked';
create unique index outside_courses_one_waiting on training.outside_courses (organisation_id, applicant_id) where decided_at is null;
create index on training.outside_courses (organisation_id, centre_id, told_at) where decided_at is null;
create index on training.outside_courses (organisation_id, applicant_id, told_at);
select platform.centre_policies('training.outside_courses', '{volunteer_manager,programme_coordinator}', '{volunteer_manager,programme_coordinator}', '{volunteer_manager,programme_coordinator}');
create policy see_own on training.outside_courses for select to kith_app
  using (organisation_id = (select app.org()) and applicant_id = any ((select recruiting.own_applicants())::uuid[]));
create policy add_own on training.outside_courses for insert to kith_app
  with check (organisation_id = (select app.org()) and decided_at is null and applicant_id = any ((select recruiting.own_applicants())::uuid[]));
create policy not_ones_own_check on training.outside_courses as restrictive for update to kith_app
  using ((select app.is_system()) or applicant_id <> all ((select recruiting.own_applicants())::uuid[]));
create policy not_accepted_for_oneself on training.outside_courses as restrictive for insert to kith_app
  with check ((select app.is_system()) or decided_at is null or applicant_id <> all ((select recruiting.own_applicants())::uuid[]));

create table training.certificates (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  course_code text not null,
  course_version integer,
  how text not null check (how in ('here', 'outside')),
  learning_id uuid,
  outside_id uuid,
  issued_on date not null,
  expires_on date,
  reference text not null,
  outside_provider text,
  outside_title text,
  seen_by uuid,
  seen_on date,
  checked_words text not null default '',
  issued_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_why text,
  primary key (organisation_id, id),
  unique (organisation_id, reference),
  check (expires_on is null or expires_on >= issued_on),
  check ((how = 'here') = (learning_id is not null)),
  check ((how = 'outside') = (outside_id is not null)),
  check (how = 'here' or (outside_provider <> '' and outside_title <> '' and seen_by is not null and seen_on is not null)),
  check (withdrawn_at is null or withdrawn_why <> ''),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, applicant_id) references recruiting.applicants on delete restrict,
  foreign key (organisation_id, learning_id) references training.learning on delete restrict,
  foreign key (organisation_id, outside_id) references training.outside_courses on delete restrict,
  foreign key (organisation_id, seen_by) references people.accounts on delete restrict
);
comment on table training.certificates is 'What somebody has to show for the safeguarding course: done here, or elsewhere and checked, from when until when';
comment on column training.certificates.reference is 'What anybody may type to see whether the certificate still holds';
create unique index certificates_of_learning on training.certificates (organisation_id, learning_id) where learning_id is not null;
create unique index certificates_of_outside on training.certificates (organisation_id, outside_id) where outside_id is not null;
create index on training.certificates (organisation_id, applicant_id, issued_on);
create index on training.certificates (organisation_id, centre_id, expires_on);
select platform.centre_policies('training.certificates', '{volunteer_manager,programme_coordinator}', '{volunteer_manager,programme_coordinator}', '{volunteer_manager,programme_coordinator}');
create policy see_own on training.certificates for select to kith_app
  using (organisation_id = (select app.org()) and applicant_id = any ((select recruiting.own_applicants())::uuid[]));
create policy not_issued_to_oneself on training.certificates as restrictive for insert to kith_app
  with check ((select app.is_system()) or applicant_id <> all ((select recruiting.own_applicants())::uuid[]));
create policy not_changed_by_oneself on training.certificates as restrictive for update to kith_app
  using ((select app.is_system()) or applicant_id <> all ((select recruiting.own_applicants())::uuid[]));
-- "Done here" is nobody's word: the questions of every module were passed in the finished time through the course that
-- the certificate names. Definer, because nobody but the learner may read the tries.
create function training.certificate_is_earned() returns trigger language plpgsql security definer set search_path = training, pg_temp as $$
begin
  if new.how = 'here' and not exists (
    select from learning l join courses c on c.organisation_id = l.organisation_id and c.id = l.course_id
    where l.organisation_id = new.organisation_id and l.id = new.learning_id and l.applicant_id = new.applicant_id and l.finished_at is not null
      and not exists (
        select from jsonb_array_elements(c.content -> 'modules') m where not exists (
          select from attempts a where a.organisation_id = l.organisation_id and a.learning_id = l.id and a.module = m ->> 'code' and a.passed)))
  then
    raise exception 'this certificate has not been earned' using errcode = 'check_violation';
  end if;
  return new;
end $$;
revoke all on function training.certificate_is_earned() from public;
create trigger certificate_is_earned before insert on training.certificates for each row execute function training.certificate_is_earned();
