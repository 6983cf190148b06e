-- What goes on when the training is over: events to learn at together, what somebody writes into their own record, the
-- ways on from here (a level, a formal course, a paid role), who is interested in one and what became of it.
create table training.learning_events (
  organisation_id uuid not null references people.organisations on delete restrict,
  id uuid not null,
  centre_id uuid not null,
  kind text not null check (kind in ('refresher', 'shared', 'talk', 'visit')),
  title text not null check (title <> ''),
  about text not null default '',
  renews text check (renews ~ '^[a-z][a-z0-9_-]*$'),
  led_by text not null default '',
  place_words text not null default '',
  starts_at timestamptz not null,
  minutes integer not null check (minutes between 15 and 720),
  places integer check (places > 0),
  sequence integer not null default 0 check (sequence >= 0),
  planned_at timestamptz not null,
  planned_by uuid,
  changed_at timestamptz not null,
  called_off_at timestamptz,
  called_off_by uuid,
  called_off_why text,
  closed_at timestamptz,
  closed_by uuid,
  version integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, id, centre_id),
  check (called_off_at is null or called_off_why <> ''),
  check (called_off_at is null or closed_at is null),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict
);
comment on table training.learning_events is 'Something to learn at together: a refresher, an afternoon shared with the professionals of the building, a talk, a visit';
comment on column training.learning_events.renews is 'The unit that is gone over again, or safeguarding for the topic of the safeguarding course; null: nothing known already';
comment on column training.learning_events.places is 'How many may come; null: as many as like';
comment on column training.learning_events.sequence is 'How often it was moved or changed, for calendars';
comment on column training.learning_events.closed_at is 'When somebody wrote down who came';
create index on training.learning_events (organisation_id, centre_id, starts_at);
select platform.centre_policies('training.learning_events', '{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}',
  '{practitioner,volunteer_manager,programme_coordinator}', '{practitioner,volunteer_manager,programme_coordinator}');

create table training.event_answers (
  organisation_id uuid not null,
  event_id uuid not null,
  account_id uuid not null,
  centre_id uuid not null,
  said text check (said in ('yes', 'no')),
  said_at timestamptz,
  said_by uuid,
  came boolean,
  noted_at timestamptz,
  noted_by uuid,
  took text not null default '',
  took_at timestamptz,
  primary key (organisation_id, event_id, account_id),
  check ((said is null) = (said_at is null)),
  check ((came is null) = (noted_at is null)),
  foreign key (organisation_id, event_id, centre_id) references training.learning_events (organisation_id, id, centre_id) on delete restrict,
  foreign key (organisation_id, account_id) references people.accounts on delete restrict
);
comment on table training.event_answers is 'Who of the team comes to an event, who came, and the one line they wrote about what they took from it';
comment on column training.event_answers.said is 'Null: nothing yet, they came all the same';
comment on column training.event_answers.came is 'Null: not written down yet';
comment on column training.event_answers.took is 'Theirs alone to write; whoever plans events at the centre reads it too';
create index on training.event_answers (organisation_id, account_id, event_id);
select platform.centre_policies('training.event_answers', '{practitioner,volunteer_manager,programme_coordinator}', '{practitioner,volunteer_manager,programme_coordinator}', '{practitioner,volunteer_manager,programme_coordinator}');
create policy see_own on training.event_answers for select to kith_app
  using (organisation_id = (select app.org()) and account_id = (select app.account()));
create policy add_own on training.event_answers for insert to kith_app
  with check (organisation_id = (select app.org()) and account_id = (select app.account())
    and centre_id = any ((select app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}'))::uuid[]));
create policy change_own on training.event_answers for update to kith_app
  using (organisation_id = (select app.org()) and account_id = (select app.account()))
  with check (organisation_id = (select app.org()) and account_id = (select app.account()));
-- Somebody who has left goes on reading what they were at.
create policy see_answered on training.learning_events for select to kith_app
  using (organisation_id = (select app.org()) and id in (select a.event_id from training.event_answers a where a.organisation_id = (select app.org()) and a.account_id = (select app.account())));

-- A volunteer sees how many places are left and not who took them. Definer, because other people's answers are hidden.
create function training.coming_to(events uuid[]) returns table (event_id uuid, coming integer)
language sql stable security definer set search_path = training, pg_temp as
$$ select a.event_id, count(*)::integer from event_answers a
   where a.organisation_id = app.org() and a.event_id = any (events) and a.said = 'yes' and app.kind() in ('account', 'system') group by 1 $$;
revoke all on function training.coming_to(uuid[]) from public;
grant execute on function training.coming_to(uuid[]) to kith_app;

-- The last place goes once, nobody writes down for themselves that they came, and nobody writes another's line. Definer,
-- because it counts answers that whoever answers may not see, and holds the event until this one is counted.
create function training.event_answer_stands() returns trigger language plpgsql security definer set search_path = training, pg_temp as $$
declare
  of_event learning_events;
  already integer;
  plans constant boolean := app.is_system() or new.centre_id = any (app.centres('{practitioner,volunteer_manager,programme_coordinator}'));
  own constant boolean := app.is_system() or new.account_id = app.account();
  before_came boolean; before_took text := ''; before_said text;
begin
  if tg_op = 'UPDATE' then
    before_came := old.came; before_took := old.took; before_said := old.said;
    if new.event_id is distinct from old.event_id or new.account_id is distinct from old.account_id then
      raise exception 'an answer stays with its event and its person' using errcode = 'check_violation';
    end if;
  end if;
  if new.came is distinct from before_came and not plans then
    raise exception 'whoever plans the event writes down who came' using errcode = 'check_violation';
  end if;
  if new.took is distinct from before_took and not own then
    raise exception 'what somebody took from it is theirs to write' using errcode = 'check_violation';
  end if;
  if new.said = 'yes' and before_said is distinct from 'yes' then
    select * into of_event from learning_events e where e.organisation_id = new.organisation_id and e.id = new.event_id for update;
    select count(*) into already from event_answers a where a.organisation_id = new.organisation_id and a.event_id = new.event_id
      and a.said = 'yes' and a.account_id <> new.account_id;
    if of_event.places is not null and already >= of_event.places then
      raise exception 'every place is taken' using errcode = 'KT001';
    end if;
  end if;
  return new;
end $$;
revoke all on function training.event_answer_stands() from public;
-- After the row's policies have had their say.
create trigger event_answer_stands after insert or update on training.event_answers for each row execute function training.event_answer_stands();

create table training.own_learning (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  kind text not null check (kind in ('course', 'book', 'talk', 'listening', 'doing', 'other')),
  title text not null check (title <> ''),
  where_from text not null default '',
  done_on date not null,
  took text not null default '',
  shared_at timestamptz,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, applicant_id) references recruiting.applicants on delete restrict
);
comment on table training.own_learning is 'What somebody wrote into their own learning record: a course elsewhere, a book, a talk; private until they share it';
comment on column training.own_learning.shared_at is 'From when those who look after volunteers may read it; null: nobody but its author';
create index on training.own_learning (organisation_id, applicant_id, done_on);
select platform.protect('training.own_learning');
create policy see on training.own_learning for select to kith_app using (organisation_id = (select app.org())
  and ((select app.is_system()) or applicant_id = any ((select recruiting.own_applicants())::uuid[])
    or (shared_at is not null and centre_id = any ((select app.centres('{volunteer_manager,programme_coordinator}'))::uuid[]))));
create policy add on training.own_learning for insert to kith_app
  with check (organisation_id = (select app.org()) and applicant_id = any ((select recruiting.own_applicants())::uuid[]));
create policy change on training.own_learning for update to kith_app
  using (organisation_id = (select app.org()) and applicant_id = any ((select recruiting.own_applicants())::uuid[]))
  with check (organisation_id = (select app.org()) and applicant_id = any ((select recruiting.own_applicants())::uuid[]));
create policy remove on training.own_learning for delete to kith_app
  using (organisation_id = (select app.org()) and applicant_id = any ((select recruiting.own_applicants())::uuid[]));
grant select, insert, update, delete on training.own_learning to kith_app;

create table training.pathways (
  organisation_id uuid not null references people.organisations on delete restrict,
  id uuid not null,
  code text not null check (code ~ '^[a-z][a-z0-9_]*$'),
  version integer not null check (version > 0),
  kind text not null check (kind in ('level', 'course', 'paid_role')),
  effective_from date not null,
  content jsonb not null,
  made_at timestamptz not null,
  made_by uuid,
  primary key (organisation_id, id),
  unique (organisation_id, code, version)
);
comment on table training.pathways is 'A way on for volunteers: an advanced level, a formal course, a paid role; a version is never changed, the newest one in effect counts';
select platform.organisation_policies('training.pathways', '{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}',
  '{volunteer_manager,programme_coordinator,service_lead}', '{}');
revoke update on training.pathways from kith_app;
drop policy change on training.pathways;

create table training.interests (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  pathway_id uuid not null,
  pathway_code text not null,
  pathway_kind text not null check (pathway_kind in ('level', 'course', 'paid_role')),
  pathway_name text not null check (pathway_name <> ''),
  words text not null default '',
  said_at timestamptz not null,
  said_by uuid,
  answered_at timestamptz,
  answered_by uuid,
  answer_words text not null default '',
  talk_on date,
  closed_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, id, applicant_id, centre_id),
  check (answered_at is null or answer_words <> ''),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, applicant_id) references recruiting.applicants on delete restrict,
  foreign key (organisation_id, pathway_id) references training.pathways on delete restrict
);
comment on table training.interests is 'A volunteer is interested in a way on: what they said, and what they were answered';
comment on column training.interests.pathway_name is 'As it was called then: what they were interested in does not change when the page does';
comment on column training.interests.said_by is 'Who wrote it down; not always the volunteer';
comment on column training.interests.closed_at is 'Written by the outcomes: when one of them ended it; null: it goes on';
create unique index interests_one_open on training.interests (organisation_id, applicant_id, pathway_code) where closed_at is null;
create index on training.interests (organisation_id, centre_id, said_at) where answered_at is null and closed_at is null;
create index on training.interests (organisation_id, applicant_id, said_at);
select platform.centre_policies('training.interests', '{volunteer_manager,programme_coordinator}', '{volunteer_manager,programme_coordinator}', '{volunteer_manager,programme_coordinator}');
create policy see_own on training.interests for select to kith_app
  using (organisation_id = (select app.org()) and applicant_id = any ((select recruiting.own_applicants())::uuid[]));
create policy add_own on training.interests for insert to kith_app
  with check (organisation_id = (select app.org()) and answered_at is null and closed_at is null and applicant_id = any ((select recruiting.own_applicants())::uuid[]));
create policy not_answered_by_oneself on training.interests as restrictive for update to kith_app
  using ((select app.is_system()) or applicant_id <> all ((select recruiting.own_applicants())::uuid[]));
create policy not_answered_for_oneself on training.interests as restrictive for insert to kith_app
  with check ((select app.is_system()) or (answered_at is null and closed_at is null) or applicant_id <> all ((select recruiting.own_applicants())::uuid[]));
revoke update on training.interests from kith_app;
grant update (answered_at, answered_by, answer_words, talk_on) on training.interests to kith_app;

create table training.interest_outcomes (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  interest_id uuid not null,
  outcome text not null check (outcome in ('started', 'finished', 'got_job', 'not_chosen', 'stopped', 'not_now')),
  on_day date not null,
  words text not null default '',
  noted_at timestamptz not null,
  noted_by uuid,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, interest_id, applicant_id, centre_id) references training.interests (organisation_id, id, applicant_id, centre_id) on delete restrict
);
comment on table training.interest_outcomes is 'What became of an interest, each with its day: started, finished, got the job, not chosen this time, stopped early, not now';
comment on column training.interest_outcomes.taken_back_at is 'A mistaken one is taken back and stays readable';
create index on training.interest_outcomes (organisation_id, interest_id, noted_at);
create index on training.interest_outcomes (organisation_id, centre_id, on_day) where taken_back_at is null;
select platform.centre_policies('training.interest_outcomes', '{volunteer_manager,programme_coordinator}', '{volunteer_manager,programme_coordinator}', '{volunteer_manager,programme_coordinator}');
create policy see_own on training.interest_outcomes for select to kith_app
  using (organisation_id = (select app.org()) and applicant_id = any ((select recruiting.own_applicants())::uuid[]));
create policy add_own on training.interest_outcomes for insert to kith_app
  with check (organisation_id = (select app.org()) and applicant_id = any ((select recruiting.own_applicants())::uuid[]));
revoke update on training.interest_outcomes from kith_app;
grant update (taken_back_at, taken_back_by) on training.interest_outcomes to kith_app;

-- An interest ends with an outcome and with nothing else, and goes on when that one is taken back. Definer, because a
-- volunteer may say what became of theirs and not change what they were answered.
create function training.interest_follows_outcomes() returns trigger language plpgsql security definer set search_path = training, pg_temp as $$
begin
  update interests i set closed_at = (
    select max(o.noted_at) from interest_outcomes o where o.organisation_id = i.organisation_id and o.interest_id = i.id
      and o.taken_back_at is null and o.outcome <> 'started')
  where i.organisation_id = new.organisation_id and i.id = new.interest_id;
  return new;
end $$;
revoke all on function training.interest_follows_outcomes() from public;
create trigger interest_follows_outcomes after insert or update on training.interest_outcomes for each row execute function training.interest_follows_outcomes();

-- People write these down in their own name.
create trigger in_ones_own_name after insert on training.interests for each row
  when (platform.by_hand()) execute function platform.in_ones_own_name('said_by');
create trigger answered_in_ones_own_name after update of answered_at on training.interests for each row
  when (platform.by_hand()) execute function platform.in_ones_own_name('answered_by');
create trigger in_ones_own_name after insert on training.interest_outcomes for each row
  when (platform.by_hand()) execute function platform.in_ones_own_name('noted_by');

-- Somebody takes their credentials away inside their learning record. Definer, because the table of what was signed is
-- the house's; they are given their own and no others.
create function training.own_credentials() returns table (award_id uuid, jwt text)
language sql stable security definer set search_path = training, pg_temp as
$$ select c.award_id, c.jwt from credentials c
   where c.organisation_id = app.org() and c.replaced_at is null and c.applicant_id = any (recruiting.own_applicants()) $$;
revoke all on function training.own_credentials() from public;
grant execute on function training.own_credentials() to kith_app;
