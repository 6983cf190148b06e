-- The interview about values: the same questions for everybody, two of us who score apart and see each other's scores
-- only when both are done.
create table recruiting.question_sets (
  organisation_id uuid not null references people.organisations on delete restrict,
  id uuid not null,
  code text not null check (code ~ '^[a-z][a-z0-9_]*$'),
  version integer not null check (version > 0),
  content jsonb not null,
  made_by uuid,
  made_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, code, version)
);
comment on table recruiting.question_sets is 'The questions of an interview, for each value what we listen for and words for each score from 1 to 4; a version is never changed, and an interview keeps the one it was arranged with';
select platform.protect('recruiting.question_sets');
create policy see on recruiting.question_sets for select to kith_app using (organisation_id = (select app.org()));
create policy add on recruiting.question_sets for insert to kith_app with check (organisation_id = (select app.org())
  and ((select app.is_system()) or (select app.holds('{service_lead,programme_coordinator}'))));
grant select, insert on recruiting.question_sets to kith_app;

create table recruiting.interviews (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  application_id uuid not null,
  question_set_id uuid not null,
  starts_at timestamptz not null,
  minutes integer not null check (minutes between 15 and 180),
  way text not null check (way in ('in_person', 'video', 'phone')),
  place text not null default '',
  adjustments text not null default '',
  panel uuid[] not null check (cardinality(panel) = 2 and panel[1] <> panel[2]),
  arranged_by uuid,
  arranged_at timestamptz not null,
  other_time_at timestamptz,
  other_time_words text not null default '',
  cancelled_at timestamptz,
  cancelled_why text,
  closed_at timestamptz,
  version integer not null default 1,
  primary key (organisation_id, id),
  check (cancelled_at is null or cancelled_why <> ''),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, application_id) references recruiting.applications on delete restrict,
  foreign key (organisation_id, applicant_id) references recruiting.applicants on delete restrict,
  foreign key (organisation_id, question_set_id) references recruiting.question_sets on delete restrict
);
comment on table recruiting.interviews is 'When two of the team meet an applicant, where, and with which questions';
comment on column recruiting.interviews.panel is 'The two accounts that ask and score';
comment on column recruiting.interviews.other_time_at is 'The applicant asked for another time; empty again once it is moved';
comment on column recruiting.interviews.closed_at is 'The two have decided; from here on only those who recruit read it';
create unique index interviews_one_open on recruiting.interviews (organisation_id, application_id) where cancelled_at is null and closed_at is null;
create index on recruiting.interviews (organisation_id, centre_id, starts_at);
create index on recruiting.interviews (organisation_id, starts_at) where cancelled_at is null and closed_at is null;
select recruiting.policies('recruiting.interviews');
-- Somebody named to an interview sees that one, wherever they belong, until it is decided.
create policy see_panel on recruiting.interviews for select to kith_app
  using (organisation_id = (select app.org()) and (select app.account()) = any (panel) and cancelled_at is null and closed_at is null);

create table recruiting.interview_scores (
  organisation_id uuid not null,
  interview_id uuid not null,
  account_id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  scores jsonb not null default '{}',
  words jsonb not null default '{}',
  changed_at timestamptz not null,
  done_at timestamptz,
  version integer not null default 1,
  primary key (organisation_id, interview_id, account_id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, applicant_id) references recruiting.applicants on delete restrict,
  foreign key (organisation_id, interview_id) references recruiting.interviews on delete restrict,
  foreign key (organisation_id, account_id) references people.accounts on delete restrict
);
comment on table recruiting.interview_scores is 'How one of the two scored, with their notes: their own until both are done, and then for the two and those who recruit';

-- Row security on the interview would hide it from one of the two once it is decided, and asking the scores about the
-- scores would go round for ever: so these two look past it, and answer yes or no and nothing else.
create function recruiting.on_panel(of_interview uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from recruiting.interviews i
    where i.organisation_id = app.org() and i.id = of_interview and app.account() = any (i.panel)
      and i.cancelled_at is null and i.closed_at is null)
$$;
comment on function recruiting.on_panel(uuid) is 'Whether the actor is one of the two of an interview that is still open';
revoke all on function recruiting.on_panel(uuid) from public;
grant execute on function recruiting.on_panel(uuid) to kith_app;

create function recruiting.both_scored(of_interview uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select count(*) = 2 from recruiting.interviews i
  join recruiting.interview_scores s on s.organisation_id = i.organisation_id and s.interview_id = i.id
    and s.account_id = any (i.panel) and s.done_at is not null
  where i.organisation_id = app.org() and i.id = of_interview
$$;
comment on function recruiting.both_scored(uuid) is 'Whether both of the two have finished scoring an interview';
revoke all on function recruiting.both_scored(uuid) from public;
grant execute on function recruiting.both_scored(uuid) to kith_app;

select platform.protect('recruiting.interview_scores');
create policy see_own on recruiting.interview_scores for select to kith_app
  using (organisation_id = (select app.org()) and account_id = (select app.account()) and recruiting.on_panel(interview_id));
create policy see_both on recruiting.interview_scores for select to kith_app
  using (organisation_id = (select app.org()) and recruiting.both_scored(interview_id)
    and (recruiting.on_panel(interview_id) or centre_id = any ((select app.centres('{volunteer_manager,programme_coordinator}'))::uuid[])));
create policy add on recruiting.interview_scores for insert to kith_app
  with check (organisation_id = (select app.org()) and account_id = (select app.account()) and recruiting.on_panel(interview_id));
create policy change on recruiting.interview_scores for update to kith_app
  using (organisation_id = (select app.org()) and account_id = (select app.account()) and done_at is null and recruiting.on_panel(interview_id))
  with check (organisation_id = (select app.org()) and account_id = (select app.account()));
create policy not_about_oneself on recruiting.interview_scores as restrictive for all to kith_app
  using (applicant_id <> all ((select recruiting.own_applicants())::uuid[]));
grant select, insert, update on recruiting.interview_scores to kith_app;

create table recruiting.interview_outcomes (
  organisation_id uuid not null,
  interview_id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  decision text not null check (decision in ('yes', 'not_now', 'no')),
  reasons text not null check (reasons <> ''),
  agreed jsonb not null,
  feedback text not null default '',
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (organisation_id, interview_id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, applicant_id) references recruiting.applicants on delete restrict,
  foreign key (organisation_id, interview_id) references recruiting.interviews on delete restrict
);
comment on table recruiting.interview_outcomes is 'What the two agreed after an interview: a score for each question, the decision with its reasons, and the words for the applicant';
select recruiting.policies('recruiting.interview_outcomes');
revoke update on recruiting.interview_outcomes from kith_app;
drop policy change on recruiting.interview_outcomes;

-- A practitioner on a panel reads nothing of recruiting. What the interview needs comes through here: the name, the role,
-- what was said about access, the application as it was sent; for the two of an open interview and nobody else.
create function recruiting.met_by_panel(of_interview uuid) returns table (
  interview_id uuid, name text, called_name text, access_needs text, role_name text, centre_name text, answers jsonb)
language sql stable security definer set search_path = pg_catalog as $$
  select i.id, trim(p.given_name || ' ' || p.family_name), coalesce(p.known_as, p.given_name), p.access_needs, r.content ->> 'name', c.name, f.answers
  from recruiting.interviews i
  join recruiting.applicants p on p.organisation_id = i.organisation_id and p.id = i.applicant_id
  join recruiting.applications a on a.organisation_id = i.organisation_id and a.id = i.application_id
  join recruiting.role_profiles r on r.organisation_id = a.organisation_id and r.id = a.profile_id
  join people.centres c on c.organisation_id = i.organisation_id and c.id = i.centre_id
  left join recruiting.forms f on f.organisation_id = i.organisation_id and f.application_id = i.application_id
  where i.organisation_id = app.org() and (of_interview is null or i.id = of_interview)
    and app.account() = any (i.panel) and i.cancelled_at is null and i.closed_at is null
    and (p.person_id is null or p.person_id <> app.person())
$$;
comment on function recruiting.met_by_panel(uuid) is 'Whom the actor meets in an interview that is still open (in all of them, without an id): name, role, access needs and the application as it was sent';
revoke all on function recruiting.met_by_panel(uuid) from public;
grant execute on function recruiting.met_by_panel(uuid) to kith_app;

-- Whether an account cannot sit on a panel because it is the applicant's own, or belongs to one of their referees. The
-- addresses people sign in with are nobody's to read, so the question is asked here.
create function recruiting.too_close_for_panel(of_application uuid, accounts uuid[]) returns uuid[]
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(distinct a.id), '{}')
  from people.accounts a
  join recruiting.applications w on w.organisation_id = a.organisation_id and w.id = of_application
  join recruiting.applicants p on p.organisation_id = w.organisation_id and p.id = w.applicant_id
  left join sign_in."user" u on u."id" = a.id
  left join people.contacts c on c.organisation_id = a.organisation_id and c.person_id = a.person_id
  where a.organisation_id = app.org() and a.id = any (accounts)
    and (app.is_system() or w.centre_id = any (app.centres('{volunteer_manager,programme_coordinator}')))
    and (a.person_id = p.person_id
      or lower(p.email) in (lower(u."email"), lower(c.email))
      or exists (select 1 from recruiting.referees f where f.organisation_id = w.organisation_id and f.application_id = w.id
        and (lower(f.email) in (lower(u."email"), lower(c.email)) or f.phone = c.phone)))
$$;
comment on function recruiting.too_close_for_panel(uuid, uuid[]) is 'Which of these accounts cannot interview for an application: the applicant themselves, or somebody who is a referee of theirs';
revoke all on function recruiting.too_close_for_panel(uuid, uuid[]) from public;
grant execute on function recruiting.too_close_for_panel(uuid, uuid[]) to kith_app;
