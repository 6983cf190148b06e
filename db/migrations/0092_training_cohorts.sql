-- A cohort goes through the syllabus together. Whoever recruits at its centre plans it; its trainers, who may be anybody
-- of the team, see their own cohorts and nothing else of recruiting; a trainee sees what is theirs, by right.
create table training.cohorts (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  syllabus_id uuid not null,
  name text not null check (name <> ''),
  layout text not null,
  place_words text not null default '',
  venue_id uuid,
  places integer not null check (places between 1 and 60),
  planned_at timestamptz not null,
  planned_by uuid,
  opened_at timestamptz,
  called_off_at timestamptz,
  called_off_why text not null default '',
  closed_at timestamptz,
  version integer not null default 1,
  primary key (organisation_id, id),
  check (place_words <> '' or venue_id is not null),
  check (called_off_at is null or called_off_why <> ''),
  check (closed_at is null or opened_at is not null),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, syllabus_id) references training.syllabi on delete restrict,
  foreign key (organisation_id, venue_id) references programme.venues on delete restrict,
  foreign key (organisation_id, planned_by) references people.accounts on delete restrict
);
comment on table training.cohorts is 'People who go through the training together: where, with which version of the syllabus, in which layout, how many places';
comment on column training.cohorts.opened_at is 'From when people may take places; null: only planned';
create index on training.cohorts (organisation_id, centre_id, planned_at);

create table training.cohort_trainers (
  organisation_id uuid not null,
  id uuid not null,
  cohort_id uuid not null,
  centre_id uuid not null,
  account_id uuid not null,
  from_at timestamptz not null,
  until_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, cohort_id) references training.cohorts on delete restrict,
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, account_id) references people.accounts on delete restrict
);
comment on table training.cohort_trainers is 'Who leads a cohort, from when until when';
create unique index cohort_trainers_once on training.cohort_trainers (organisation_id, cohort_id, account_id) where until_at is null;
create index on training.cohort_trainers (organisation_id, account_id) where until_at is null;

create table training.cohort_meetings (
  organisation_id uuid not null,
  id uuid not null,
  cohort_id uuid not null,
  centre_id uuid not null,
  position integer not null check (position > 0),
  title text not null check (title <> ''),
  starts_at timestamptz not null,
  minutes integer not null check (minutes between 1 and 900),
  place_words text not null default '',
  booking_id uuid,
  sequence integer not null default 0,
  called_off_at timestamptz,
  called_off_why text not null default '',
  changed_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, cohort_id, position),
  check (called_off_at is null or called_off_why <> ''),
  foreign key (organisation_id, cohort_id) references training.cohorts on delete restrict,
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, booking_id) references programme.bookings on delete restrict
);
comment on table training.cohort_meetings is 'An evening or a day on which a cohort meets; sequence counts how often it was moved or called off';
comment on column training.cohort_meetings.place_words is 'Where this one is, when it is not where the cohort usually meets';
create index on training.cohort_meetings (organisation_id, cohort_id, starts_at);
create index on training.cohort_meetings (organisation_id, centre_id, starts_at);

create table training.cohort_parts (
  organisation_id uuid not null,
  meeting_id uuid not null,
  cohort_id uuid not null,
  centre_id uuid not null,
  position integer not null check (position > 0),
  unit_code text,
  title text not null check (title <> ''),
  minutes integer not null check (minutes > 0),
  primary key (organisation_id, meeting_id, position),
  foreign key (organisation_id, meeting_id) references training.cohort_meetings on delete restrict,
  foreign key (organisation_id, cohort_id) references training.cohorts on delete restrict,
  foreign key (organisation_id, centre_id) references people.centres on delete restrict
);
comment on table training.cohort_parts is 'What a meeting is made of: units of the syllabus, time for the team, breaks';
comment on column training.cohort_parts.unit_code is 'The unit of the syllabus; null: a break, or time for the team';
create unique index cohort_parts_each_unit_once on training.cohort_parts (organisation_id, cohort_id, unit_code);

create table training.cohort_places (
  organisation_id uuid not null,
  id uuid not null,
  cohort_id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  asked_at timestamptz not null,
  taken_at timestamptz,
  taken_by uuid,
  left_at timestamptz,
  left_why text not null default '',
  primary key (organisation_id, id),
  check (left_at is null or left_why <> ''),
  foreign key (organisation_id, cohort_id) references training.cohorts on delete restrict,
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, applicant_id) references recruiting.applicants on delete restrict,
  foreign key (organisation_id, taken_by) references people.accounts on delete restrict
);
comment on table training.cohort_places is 'Who goes through the training with a cohort, who waits for a place, and who left and why';
comment on column training.cohort_places.taken_at is 'Null: they wait, because every place was taken';
create unique index cohort_places_once on training.cohort_places (organisation_id, cohort_id, applicant_id) where left_at is null;
create index on training.cohort_places (organisation_id, applicant_id);
create index on training.cohort_places (organisation_id, centre_id) where left_at is null;

create table training.catch_ups (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  cohort_id uuid not null,
  unit_code text not null,
  how text not null check (how in ('elsewhere', 'one_to_one')),
  meeting_id uuid,
  with_cohort_id uuid,
  held_at_centre_id uuid not null,
  starts_at timestamptz not null,
  minutes integer not null check (minutes between 1 and 600),
  with_account uuid,
  place_words text not null default '',
  sequence integer not null default 0,
  offered_at timestamptz not null,
  offered_by uuid,
  done_at timestamptz,
  called_off_at timestamptz,
  why text not null default '',
  changed_at timestamptz not null,
  primary key (organisation_id, id),
  check ((how = 'elsewhere') = (meeting_id is not null)),
  check ((how = 'elsewhere') = (with_cohort_id is not null)),
  check ((how = 'one_to_one') = (with_account is not null)),
  check (called_off_at is null or why <> ''),
  check (done_at is null or called_off_at is null),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, applicant_id) references recruiting.applicants on delete restrict,
  foreign key (organisation_id, cohort_id) references training.cohorts on delete restrict,
  foreign key (organisation_id, meeting_id) references training.cohort_meetings on delete restrict,
  foreign key (organisation_id, with_cohort_id) references training.cohorts on delete restrict,
  foreign key (organisation_id, held_at_centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, with_account) references people.accounts on delete restrict,
  foreign key (organisation_id, offered_by) references people.accounts on delete restrict
);
comment on table training.catch_ups is 'A missed unit, offered once more: with another cohort that still has it ahead, or with one trainer';
comment on column training.catch_ups.held_at_centre_id is 'Where it is held: the centre of the other cohort, or their own';
create unique index catch_ups_one_open on training.catch_ups (organisation_id, applicant_id, unit_code) where done_at is null and called_off_at is null;
create index on training.catch_ups (organisation_id, centre_id, starts_at) where done_at is null and called_off_at is null;
create index on training.catch_ups (organisation_id, cohort_id);
create index on training.catch_ups (organisation_id, meeting_id);
create index on training.catch_ups (organisation_id, with_account) where called_off_at is null;

create table training.unit_attendances (
  organisation_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  cohort_id uuid not null,
  centre_id uuid not null,
  unit_code text not null,
  applicant_id uuid not null,
  came boolean not null,
  why text not null default '',
  noted_by uuid,
  noted_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, meeting_id) references training.cohort_meetings on delete restrict,
  foreign key (organisation_id, cohort_id) references training.cohorts on delete restrict,
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, applicant_id) references recruiting.applicants on delete restrict,
  foreign key (organisation_id, noted_by) references people.accounts on delete restrict
);
comment on table training.unit_attendances is 'Who was there for which unit, as it was noted. A correction is a new row; the last one counts';
comment on column training.unit_attendances.centre_id is 'The centre of the meeting, also for a guest from another one';
comment on column training.unit_attendances.why is 'What was wrong before, when this corrects an earlier note';
create index on training.unit_attendances (organisation_id, meeting_id, noted_at);
create index on training.unit_attendances (organisation_id, applicant_id);

create table training.trainee_answers (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  cohort_id uuid not null,
  applicant_id uuid not null,
  meeting_id uuid,
  catch_up_id uuid,
  said text not null check (said in ('yes', 'other_time', 'cannot_come', 'can_come')),
  words text not null default '',
  at timestamptz not null,
  primary key (organisation_id, id),
  check (num_nonnulls(meeting_id, catch_up_id) = 1),
  check ((catch_up_id is not null) = (said in ('yes', 'other_time'))),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, cohort_id) references training.cohorts on delete restrict,
  foreign key (organisation_id, applicant_id) references recruiting.applicants on delete restrict,
  foreign key (organisation_id, meeting_id) references training.cohort_meetings on delete restrict,
  foreign key (organisation_id, catch_up_id) references training.catch_ups on delete restrict
);
comment on table training.trainee_answers is 'What a trainee said: I cannot come to this meeting after all, or yes to a catch-up, or another time please. The last answer counts';
create index on training.trainee_answers (organisation_id, cohort_id, at);
create index on training.trainee_answers (organisation_id, applicant_id, at);

-- The cohorts whoever asks leads now. Definer, because the policies of the trainers' own table ask it too.
create function training.cohorts_led() returns uuid[] language sql stable security definer set search_path = training, pg_temp as
$$ select coalesce(array_agg(t.cohort_id), '{}') from cohort_trainers t
   where t.organisation_id = app.org() and t.account_id = app.account() and t.until_at is null $$;
revoke all on function training.cohorts_led() from public;
grant execute on function training.cohorts_led() to kith_app;

-- The cohorts in which whoever asks learns, or is a guest for one unit. Definer for the same reason.
create function training.cohorts_joined() returns uuid[] language sql stable security definer set search_path = training, pg_temp as
$$ select coalesce(array_agg(c), '{}') from (
     select p.cohort_id as c from cohort_places p
     where p.organisation_id = app.org() and p.applicant_id = any (recruiting.own_applicants()) and p.left_at is null
     union select u.with_cohort_id from catch_ups u
     where u.organisation_id = app.org() and u.applicant_id = any (recruiting.own_applicants()) and u.called_off_at is null and u.with_cohort_id is not null) own $$;
revoke all on function training.cohorts_joined() from public;
grant execute on function training.cohorts_joined() to kith_app;

select platform.centre_policies('training.cohorts', '{volunteer_manager,programme_coordinator}', '{volunteer_manager,programme_coordinator}', '{volunteer_manager,programme_coordinator}');
create policy see_led on training.cohorts for select to kith_app
  using (organisation_id = (select app.org()) and (id = any ((select training.cohorts_led())::uuid[]) or id = any ((select training.cohorts_joined())::uuid[])));
select platform.centre_policies('training.cohort_trainers', '{volunteer_manager,programme_coordinator}', '{volunteer_manager,programme_coordinator}', '{volunteer_manager,programme_coordinator}');
create policy see_led on training.cohort_trainers for select to kith_app
  using (organisation_id = (select app.org()) and (cohort_id = any ((select training.cohorts_led())::uuid[]) or cohort_id = any ((select training.cohorts_joined())::uuid[])));
select platform.centre_policies('training.cohort_meetings', '{volunteer_manager,programme_coordinator}', '{volunteer_manager,programme_coordinator}', '{volunteer_manager,programme_coordinator}');
create policy see_led on training.cohort_meetings for select to kith_app
  using (organisation_id = (select app.org()) and (cohort_id = any ((select training.cohorts_led())::uuid[]) or cohort_id = any ((select training.cohorts_joined())::uuid[])));
select platform.centre_policies('training.cohort_parts', '{volunteer_manager,programme_coordinator}', '{volunteer_manager,programme_coordinator}', '{volunteer_manager,programme_coordinator}');
create policy see_led on training.cohort_parts for select to kith_app
  using (organisation_id = (select app.org()) and (cohort_id = any ((select training.cohorts_led())::uuid[]) or cohort_id = any ((select training.cohorts_joined())::uuid[])));

select platform.centre_policies('training.cohort_places', '{volunteer_manager,programme_coordinator}', '{volunteer_manager,programme_coordinator}', '{volunteer_manager,programme_coordinator}');
create policy see_led on training.cohort_places for select to kith_app
  using (organisation_id = (select app.org()) and cohort_id = any ((select training.cohorts_led())::uuid[]) and left_at is null);
create policy see_own on training.cohort_places for select to kith_app
  using (organisation_id = (select app.org()) and applicant_id = any ((select recruiting.own_applicants())::uuid[]));

-- A unit is caught up where it is held: the other cohort's people look after their guests.
select platform.centre_policies('training.catch_ups', '{volunteer_manager,programme_coordinator}', '{volunteer_manager,programme_coordinator}', '{volunteer_manager,programme_coordinator}');
create policy see_guests on training.catch_ups for select to kith_app
  using (organisation_id = (select app.org()) and (held_at_centre_id = any ((select app.centres('{volunteer_manager,programme_coordinator}'))::uuid[])
    or cohort_id = any ((select training.cohorts_led())::uuid[]) or with_cohort_id = any ((select training.cohorts_led())::uuid[])
    or with_account = (select app.account())));
create policy see_own on training.catch_ups for select to kith_app
  using (organisation_id = (select app.org()) and applicant_id = any ((select recruiting.own_applicants())::uuid[]));
create policy change_guests on training.catch_ups for update to kith_app
  using (organisation_id = (select app.org()) and (held_at_centre_id = any ((select app.centres('{volunteer_manager,programme_coordinator}'))::uuid[])
    or with_cohort_id = any ((select training.cohorts_led())::uuid[]) or with_account = (select app.account())))
  with check (organisation_id = (select app.org()) and (held_at_centre_id = any ((select app.centres('{volunteer_manager,programme_coordinator}'))::uuid[])
    or with_cohort_id = any ((select training.cohorts_led())::uuid[]) or with_account = (select app.account())));
create policy not_ones_own on training.catch_ups as restrictive for update to kith_app
  using ((select app.is_system()) or applicant_id <> all ((select recruiting.own_applicants())::uuid[]));

-- Nobody notes down that they themselves were there.
select platform.centre_policies('training.unit_attendances', '{volunteer_manager,programme_coordinator}', '{volunteer_manager,programme_coordinator}', '{}');
revoke update on training.unit_attendances from kith_app;
drop policy change on training.unit_attendances;
create policy see_led on training.unit_attendances for select to kith_app
  using (organisation_id = (select app.org()) and cohort_id = any ((select training.cohorts_led())::uuid[]));
create policy see_own on training.unit_attendances for select to kith_app
  using (organisation_id = (select app.org()) and applicant_id = any ((select recruiting.own_applicants())::uuid[]));
create policy add_led on training.unit_attendances for insert to kith_app
  with check (organisation_id = (select app.org()) and cohort_id = any ((select training.cohorts_led())::uuid[]));
create policy not_ones_own on training.unit_attendances as restrictive for insert to kith_app
  with check ((select app.is_system()) or applicant_id <> all ((select recruiting.own_applicants())::uuid[]));

select platform.centre_policies('training.trainee_answers', '{volunteer_manager,programme_coordinator}', '{}', '{}');
revoke update on training.trainee_answers from kith_app;
drop policy change on training.trainee_answers;
create policy see_led on training.trainee_answers for select to kith_app
  using (organisation_id = (select app.org()) and cohort_id = any ((select training.cohorts_led())::uuid[]));
create policy see_own on training.trainee_answers for select to kith_app
  using (organisation_id = (select app.org()) and applicant_id = any ((select recruiting.own_applicants())::uuid[]));
create policy add_own on training.trainee_answers for insert to kith_app
  with check (organisation_id = (select app.org()) and applicant_id = any ((select recruiting.own_applicants())::uuid[]));

-- A trainer reads nothing of recruiting. What a cohort needs comes through here: names and what was said about access,
-- for its trainers and those who recruit at its centre, and of guests from elsewhere as well.
create function training.trainees_of(of_cohort uuid) returns table (
  applicant_id uuid, name text, called_name text, access_needs text, home_centre_id uuid, guest boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select a.id, trim(a.given_name || ' ' || a.family_name), coalesce(a.known_as, a.given_name), a.access_needs, a.centre_id, w.guest
  from training.cohorts c
  join lateral (
    select p.applicant_id, false as guest from training.cohort_places p
    where p.organisation_id = c.organisation_id and p.cohort_id = c.id and (p.left_at is null or not c.id = any (training.cohorts_led())
      or c.centre_id = any (app.centres('{volunteer_manager,programme_coordinator}')))
    union
    select u.applicant_id, true from training.catch_ups u
    where u.organisation_id = c.organisation_id and u.with_cohort_id = c.id and u.called_off_at is null
  ) w on true
  join recruiting.applicants a on a.organisation_id = c.organisation_id and a.id = w.applicant_id
  where c.organisation_id = app.org() and c.id = of_cohort
    and (app.is_system() or c.id = any (training.cohorts_led()) or c.centre_id = any (app.centres('{volunteer_manager,programme_coordinator}')))
$$;
comment on function training.trainees_of(uuid) is 'Who learns in a cohort, guests for one unit among them: name and access needs, for its trainers and those who recruit at its centre';
revoke all on function training.trainees_of(uuid) from public;
grant execute on function training.trainees_of(uuid) to kith_app;

-- Whether a trainer may look at one person's training: somebody in a cohort they lead, or whom they meet to catch up.
create function training.led_trainee(of_applicant uuid) returns table (applicant_id uuid, centre_id uuid, name text, zone text)
language sql stable security definer set search_path = pg_catalog as $$
  select a.id, a.centre_id, trim(a.given_name || ' ' || a.family_name), z.zone
  from recruiting.applicants a join people.centres z on z.organisation_id = a.organisation_id and z.id = a.centre_id
  where a.organisation_id = app.org() and a.id = of_applicant and a.id <> all (recruiting.own_applicants())
    and (exists (select from training.cohort_places p where p.organisation_id = a.organisation_id and p.applicant_id = a.id
        and p.left_at is null and p.cohort_id = any (training.cohorts_led()))
      or exists (select from training.catch_ups u where u.organisation_id = a.organisation_id and u.applicant_id = a.id
        and u.called_off_at is null and (u.with_account = app.account() or u.with_cohort_id = any (training.cohorts_led()))))
$$;
comment on function training.led_trainee(uuid) is 'The name of one trainee, for whoever trains them now';
revoke all on function training.led_trainee(uuid) from public;
grant execute on function training.led_trainee(uuid) to kith_app;

-- Where a unit is still to come anywhere in the organisation, and how much room is left there. Another centre's cohort is
-- nobody's to read, but its free chairs may be offered.
create function training.unit_still_to_come(of_syllabus_code text, of_unit text, after_moment timestamptz) returns table (
  meeting_id uuid, cohort_id uuid, centre_id uuid, cohort_name text, centre_name text, zone text, starts_at timestamptz, minutes integer, place text, room_left integer)
language sql stable security definer set search_path = pg_catalog as $$
  select m.id, c.id, c.centre_id, c.name, z.name, z.zone, m.starts_at, t.minutes,
    coalesce(nullif(m.place_words, ''), nullif(c.place_words, ''), v.name || ', ' || v.room),
    c.places - (select count(*) from training.cohort_places p where p.organisation_id = c.organisation_id and p.cohort_id = c.id and p.taken_at is not null and p.left_at is null)::integer
      - (select count(*) from training.catch_ups u where u.organisation_id = c.organisation_id and u.meeting_id = m.id and u.called_off_at is null)::integer
  from training.cohorts c
  join training.syllabi s on s.organisation_id = c.organisation_id and s.id = c.syllabus_id
  join training.cohort_meetings m on m.organisation_id = c.organisation_id and m.cohort_id = c.id
  join training.cohort_parts t on t.organisation_id = m.organisation_id and t.meeting_id = m.id and t.unit_code = of_unit
  join people.centres z on z.organisation_id = c.organisation_id and z.id = c.centre_id
  left join programme.venues v on v.organisation_id = c.organisation_id and v.id = c.venue_id
  where c.organisation_id = app.org() and s.code = of_syllabus_code
    and c.opened_at is not null and c.called_off_at is null and c.closed_at is null
    and m.called_off_at is null and m.starts_at > after_moment
    and (app.is_system() or cardinality(app.centres('{volunteer_manager,programme_coordinator}')) > 0 or cardinality(training.cohorts_led()) > 0)
$$;
comment on function training.unit_still_to_come(text, text, timestamptz) is 'Meetings of open cohorts that still have a unit ahead, with the room left in them';
revoke all on function training.unit_still_to_come(text, text, timestamptz) from public;
grant execute on function training.unit_still_to_come(text, text, timestamptz) to kith_app;

-- Under which applicants the training of an account is kept: their own question, or the house's.
create function training.learners_behind(of_account uuid) returns uuid[] language sql stable security definer set search_path = pg_catalog as
$$ select coalesce(array_agg(p.id), '{}') from people.accounts a
   join recruiting.applicants p on p.organisation_id = a.organisation_id and p.person_id = a.person_id
   where a.organisation_id = app.org() and a.id = of_account and (app.is_system() or a.id = app.account()) $$;
comment on function training.learners_behind(uuid) is 'The applicants behind an account, for themselves and the house';
revoke all on function training.learners_behind(uuid) from public;
grant execute on function training.learners_behind(uuid) to kith_app;

-- Which units people hold, and how they came by them: a trainer who may not read awards needs to know what somebody of
-- theirs has still to come, and nothing more. For themselves, those who recruit at their centre, and their trainers.
create function training.units_held(of_applicants uuid[]) returns table (
  applicant_id uuid, unit_code text, how text, earned_on date, award_id uuid, from_id uuid)
language plpgsql stable security definer set search_path = pg_catalog as $$
#variable_conflict use_column
begin
  return query select w.applicant_id, w.code, w.how, w.earned_on, w.id, w.from_id
  from training.awards w
  where w.organisation_id = app.org() and w.kind = 'unit' and w.withdrawn_at is null and w.applicant_id = any (of_applicants)
    and (app.is_system() or w.centre_id = any (app.centres('{volunteer_manager,programme_coordinator}')) or w.applicant_id = any (recruiting.own_applicants())
      or exists (select from training.cohort_places p where p.organisation_id = w.organisation_id and p.applicant_id = w.applicant_id
        and (p.left_at is null and p.cohort_id = any (training.cohorts_led())
          or p.centre_id = any (app.centres('{volunteer_manager,programme_coordinator}'))))
      or exists (select from training.catch_ups u where u.organisation_id = w.organisation_id and u.applicant_id = w.applicant_id
        and u.called_off_at is null and (u.with_account = app.account() or u.with_cohort_id = any (training.cohorts_led()))));
end $$;
comment on function training.units_held(uuid[]) is 'The units people hold now, for themselves, those who recruit at their centre, and whoever trains them';
revoke all on function training.units_held(uuid[]) from public;
grant execute on function training.units_held(uuid[]) to kith_app;

-- The syllabus a catch-up counts for, and the clock of its centre: whoever is met one to one need not lead the cohort.
create function training.catch_up_counts_for(of_catch_up uuid) returns table (syllabus_id uuid, zone text, unit_code text, cohort_name text, trainee text)
language sql stable security definer set search_path = pg_catalog as $$
  select c.syllabus_id, z.zone, u.unit_code, c.name, trim(a.given_name || ' ' || a.family_name)
  from training.catch_ups u
  join training.cohorts c on c.organisation_id = u.organisation_id and c.id = u.cohort_id
  join people.centres z on z.organisation_id = u.organisation_id and z.id = u.centre_id
  join recruiting.applicants a on a.organisation_id = u.organisation_id and a.id = u.applicant_id
  where u.organisation_id = app.org() and u.id = of_catch_up
    and (app.is_system() or u.with_account = app.account() or u.cohort_id = any (training.cohorts_led()) or u.with_cohort_id = any (training.cohorts_led())
      or u.centre_id = any (app.centres('{volunteer_manager,programme_coordinator}'))
      or u.held_at_centre_id = any (app.centres('{volunteer_manager,programme_coordinator}')))
$$;
comment on function training.catch_up_counts_for(uuid) is 'Which syllabus a catch-up counts for and with whom it is, for whoever holds it, leads the cohort or recruits at the centre';
revoke all on function training.catch_up_counts_for(uuid) from public;
grant execute on function training.catch_up_counts_for(uuid) to kith_app;
