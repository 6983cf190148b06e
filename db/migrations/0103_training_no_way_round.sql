-- Ways round training and supervision that were found by trying them, each closed where no page is needed to keep it closed.

-- The moment of the request, said together with who asks: what is counted in days is not counted from a moment that
-- whoever writes a row chose.
create function app.at() returns timestamptz language sql stable parallel safe as
$$ select nullif(current_setting('app.at', true), '')::timestamptz $$;
comment on function app.at() is 'The moment of the request or the job; null outside of one';
grant execute on function app.at() to public;

create or replace function supervision.at() returns timestamptz language sql stable as
$$ select coalesce(nullif(current_setting('supervision.at', true), '')::timestamptz, app.at(), now()) $$;

-- Overdue supervision: what is new is asked about today, however a row is dated.
create or replace function delivery.guard_rota() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  was constant text := current_setting('app.organisation', true);
  here uuid;
  of_group uuid;
  on_day date;
  asked_on date;
  may boolean;
  waits boolean := false;
  too_many date;
begin
  if new.stood_down_at is not null then return new; end if;
  select s.centre_id, s.group_id into here, of_group from delivery.sessions s where s.organisation_id = new.organisation_id and s.id = new.session_id;
  if here is distinct from new.centre_id then raise exception 'centre' using errcode = 'KR001'; end if;
  perform delivery.one_at_a_time(new.account_id);
  perform set_config('app.organisation', new.organisation_id::text, true);
  on_day := delivery.session_day(new.organisation_id, new.session_id);
  may := delivery.is_ready(new.organisation_id, new.account_id, new.part, on_day, here);
  asked_on := delivery.day_of(new.organisation_id, coalesce(app.at(), new.put_on_at));
  -- New is what they did not stand on and whose group they do not run: what is past is only written down.
  if may and on_day >= asked_on
    and (tg_op = 'INSERT' or old.stood_down_at is not null or (old.account_id, old.session_id, old.part) is distinct from (new.account_id, new.session_id, new.part))
    and not exists (select from delivery.leaders l where l.organisation_id = new.organisation_id and l.group_id = of_group and l.account_id = new.account_id
      and l.part = new.part and l.until_at is null) then
    waits := delivery.new_waits(new.organisation_id, new.account_id, new.part, asked_on);
  end if;
  if may and new.with_children and new.part <> 'practitioner' then too_many := delivery.day_too_many(new.organisation_id, new.account_id, on_day); end if;
  perform set_config('app.organisation', coalesce(was, ''), true);
  if not may then raise exception 'not_ready' using errcode = 'KR001'; end if;
  if waits then raise exception 'supervision' using errcode = 'KR001'; end if;
  if too_many is not null then raise exception 'too_many_days' using errcode = 'KR001', detail = too_many; end if;
  return new;
end $$;

create or replace function delivery.guard_leaders() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  was constant text := current_setting('app.organisation', true);
  on_day date;
  may boolean;
  waits boolean := false;
begin
  -- Ending somebody's time is always possible; what begins it, moves it or opens it again is asked.
  if tg_op = 'UPDATE' and new.until_at is not null and (old.until_at is null or new.until_at <= old.until_at)
    and (new.group_id, new.account_id, new.part, new.from_at, new.centre_id)
    = (old.group_id, old.account_id, old.part, old.from_at, old.centre_id) then return new; end if;
  if not exists (select from delivery.groups g where g.organisation_id = new.organisation_id and g.id = new.group_id and g.centre_id = new.centre_id) then
    raise exception 'centre' using errcode = 'KR001';
  end if;
  perform set_config('app.organisation', new.organisation_id::text, true);
  on_day := (select (new.from_at at time zone c.zone)::date from people.centres c where c.organisation_id = new.organisation_id and c.id = new.centre_id);
  may := delivery.is_ready(new.organisation_id, new.account_id, new.part, on_day, new.centre_id);
  if may then
    waits := delivery.new_waits(new.organisation_id, new.account_id, new.part, greatest(on_day, delivery.day_of(new.organisation_id, app.at())));
  end if;
  perform set_config('app.organisation', coalesce(was, ''), true);
  if not may then raise exception 'not_ready' using errcode = 'KR001'; end if;
  if waits then raise exception 'supervision' using errcode = 'KR001'; end if;
  return new;
end $$;

-- A unit or a sign-off counts from the day it was earned, not from another.
create or replace function delivery.proof_stands_on_something() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  stands boolean;
begin
  stands := case new.code
    when 'references' then exists (
      select from recruiting.reference_answers a where a.organisation_id = new.organisation_id and a.applicant_id = new.applicant_id
        and a.referee_id = new.from_id and a.outcome in ('good', 'weak'))
    when 'clearance' then exists (
      select from recruiting.checks c
      left join recruiting.disclosures d on d.organisation_id = c.organisation_id and d.check_id = c.id
      left join recruiting.status_checks s on s.organisation_id = c.organisation_id and s.check_id = c.id and s.id = new.from_id and s.result = 'no_change'
      where c.organisation_id = new.organisation_id and c.applicant_id = new.applicant_id and (c.id = new.from_id or s.id is not null)
        and c.seen_at is not null and c.ended_at is null and new.expires_on is not null
        and (c.outcome = 'clear' or d.decision in ('go_ahead', 'with_conditions'))
        and new.level <= case c.level when 'basic' then 1 when 'enhanced' then 2 else case when c.children_barred then 3 else 2 end end)
    when 'interview' then exists (
      select from recruiting.interview_outcomes o where o.organisation_id = new.organisation_id and o.applicant_id = new.applicant_id
        and o.interview_id = new.from_id and o.decision = 'yes')
    when 'course' then exists (
      select from training.certificates t where t.organisation_id = new.organisation_id and t.applicant_id = new.applicant_id
        and t.id = new.from_id and t.withdrawn_at is null and t.expires_on is not distinct from new.expires_on)
    when 'unit' then exists (
      select from training.awards a where a.organisation_id = new.organisation_id and a.applicant_id = new.applicant_id
        and a.id = new.from_id and a.kind = 'unit' and a.withdrawn_at is null
        and a.earned_on = new.earned_on and a.expires_on is not distinct from new.expires_on)
    when 'sign_off' then exists (
      select from training.sign_offs o where o.organisation_id = new.organisation_id and o.applicant_id = new.applicant_id
        and o.id = new.from_id and o.withdrawn_at is null and o.signed_on = new.earned_on)
    -- The induction counts at the welcome, and the welcome is the house's.
    else false end;
  if not stands then raise exception 'nothing stands behind this proof' using errcode = 'check_violation'; end if;
  return null;
end $$;

-- Arrangements. That earlier notes may be read is said by the peer supporter and by nobody who begins an arrangement for
-- them; an arrangement ends by the house, so that none is begun anew to count from another day.
create trigger shared_by_themselves after insert on supervision.arrangements for each row
  when (new.past_shared_at is not null and platform.by_hand())
  execute function platform.not_by_hand('earlier notes are shared by whom they are about');
create trigger ended_by_the_house after update on supervision.arrangements for each row
  when ((old.begins_on, old.ended_at, old.ended_why) is distinct from (new.begins_on, new.ended_at, new.ended_why) and platform.by_hand())
  execute function platform.not_by_hand('the house begins and ends an arrangement');
create trigger pauses_some_day after insert or update on supervision.arrangements for each row
  when (new.pauses_on is null and new.ended_at is null and platform.by_hand())
  execute function platform.not_by_hand('the day is counted, not taken away');

create function supervision.named_by_who_recruits() returns trigger language plpgsql set search_path = supervision, pg_temp as $$
begin
  if not (new.centre_id = any (app.centres('{volunteer_manager,programme_coordinator}'))) then
    raise exception 'who supervises is decided by those who look after volunteers there' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger named_by_who_recruits after update of supervisor_id on supervision.arrangements for each row
  when (old.supervisor_id is distinct from new.supervisor_id and platform.by_hand()) execute function supervision.named_by_who_recruits();

-- Meetings. What kind of meeting it is and who holds it decides who reads what was agreed and what counts for the rhythm:
-- a coffee morning does not become a one-to-one, and nobody makes themselves its holder. What is over stays over.
create trigger meeting_stays_what_it_is after update on supervision.meetings for each row
  when ((old.id, old.centre_id, old.kind, old.early_code, old.due_on, old.supervisor_id, old.proposed_at, old.proposed_by)
      is distinct from (new.id, new.centre_id, new.kind, new.early_code, new.due_on, new.supervisor_id, new.proposed_at, new.proposed_by)
    and platform.by_hand())
  execute function platform.not_by_hand('a meeting stays what it was made as');
create trigger meeting_stays_over after update on supervision.meetings for each row
  when (num_nonnulls(old.held_at, old.did_not_happen_at, old.called_off_at) > 0
    and (old.starts_at, old.held_at, old.did_not_happen_at, old.did_not_happen_why, old.called_off_at)
      is distinct from (new.starts_at, new.held_at, new.did_not_happen_at, new.did_not_happen_why, new.called_off_at)
    and platform.by_hand())
  execute function platform.not_by_hand('what is over stays over');
create trigger in_ones_own_name after insert on supervision.meetings for each row
  when (platform.by_hand()) execute function platform.in_ones_own_name('proposed_by');

-- Nobody is drawn into a meeting by somebody who neither supervises them, nor covers, nor looks after volunteers where
-- they are. Definer, as the trigger it takes the place of.
create or replace function supervision.meeting_person() returns trigger language plpgsql security definer set search_path = supervision, pg_temp as $$
declare
  met supervision.meetings;
begin
  select * into met from supervision.meetings m where m.organisation_id = new.organisation_id and m.id = new.meeting_id;
  if tg_op = 'INSERT' then
    if new.apart is distinct from (met.kind = 'coffee') or new.centre_id is distinct from met.centre_id then
      raise exception 'a coffee morning is apart, and everyone else is not' using errcode = 'check_violation';
    end if;
    if new.account_id = met.supervisor_id then
      raise exception 'nobody supervises themselves' using errcode = 'check_violation';
    end if;
    if app.kind() = 'account' and not new.apart and not (new.account_id = any (supervision.led_accounts()))
      and not exists (select from supervision.arrangements a where a.organisation_id = new.organisation_id and a.account_id = new.account_id
        and a.ended_at is null and a.centre_id = any (app.centres('{volunteer_manager,programme_coordinator}'))) then
      raise exception 'somebody is asked to meet by those who look after them' using errcode = 'check_violation';
    end if;
  elsif app.kind() = 'account' then
    -- Whoever is in a meeting says whether the time suits them; that they came is said by who held it, except among peers.
    if new.came is distinct from old.came and new.account_id = app.account() and met.kind not in ('peer', 'coffee') then
      raise exception 'that somebody came is said by who held the meeting' using errcode = 'check_violation';
    end if;
    if new.account_id <> app.account() and not (met.centre_id = any (app.centres('{volunteer_manager,programme_coordinator}')))
      and not (new.meeting_id = any (supervision.led_meetings()))
      and (met.kind <> 'peer' or (new.said, new.said_words, new.said_at) is distinct from (old.said, old.said_words, old.said_at)) then
      raise exception 'everybody answers for themselves' using errcode = 'check_violation';
    end if;
  end if;
  return new;
end $$;

-- What was agreed is for the supervisor, for the cover who stands in, and for whoever was given a meeting with them:
-- planning a meeting for oneself, or holding a group, gives nobody a right to it.
create or replace function supervision.works_with() returns uuid[] language sql stable security definer set search_path = supervision, pg_temp as
$$ select coalesce(array_agg(distinct w.account_id), '{}') from (
     select a.account_id from supervision.arrangements a
     where a.organisation_id = app.org() and a.ended_at is null and a.supervisor_id = app.account()
     union all
     select unnest(supervision.standing_in_for())
     union all
     select p.account_id from supervision.meetings m
     join supervision.meeting_people p on p.organisation_id = m.organisation_id and p.meeting_id = m.id
     left join supervision.arrangements a on a.organisation_id = m.organisation_id and a.account_id = p.account_id and a.ended_at is null
     where m.organisation_id = app.org() and m.supervisor_id = app.account() and m.kind in ('one_to_one', 'early', 'debrief')
       and (m.proposed_by is distinct from m.supervisor_id or a.cover_id = m.supervisor_id or a.supervisor_id is null)
       and m.called_off_at is null and m.did_not_happen_at is null and p.came is not false
       and m.starts_at between supervision.at() - interval '28 days' and supervision.at() + interval '28 days'
       and not exists (select from supervision.notes n where n.organisation_id = m.organisation_id and n.meeting_id = m.id and n.account_id = p.account_id)
   ) w where w.account_id <> app.account() $$;

-- A talk that is over is over: nobody takes it afterwards to read what was written.
create trigger talk_stays_over after update on supervision.debriefs for each row
  when (old.closed_at is not null and platform.by_hand()) execute function platform.not_by_hand('a talk that is over stays over');

-- What was taken back stays so, in the name of whoever took it back.
do $$
declare
  t text;
begin
  foreach t in array '{training.awards,training.competency_sign_offs,training.sign_offs,training.signing_keys}'::text[] loop
    execute format('create trigger withdrawn_in_ones_own_name after update of withdrawn_at on %s for each row
      when (old.withdrawn_at is null and new.withdrawn_at is not null and platform.by_hand()) execute function platform.in_ones_own_name(''withdrawn_by'')', t);
    execute format('create trigger withdrawn_as_it_was after update on %s for each row
      when (old.withdrawn_at is not null and (old.withdrawn_at, old.withdrawn_by, old.withdrawn_why) is distinct from (new.withdrawn_at, new.withdrawn_by, new.withdrawn_why) and platform.by_hand())
      execute function platform.not_by_hand(''what was taken back stays as it was'')', t);
  end loop;
end $$;
create trigger retired_stays_retired after update of retired_at on training.signing_keys for each row
  when (old.retired_at is not null and new.retired_at is distinct from old.retired_at and platform.by_hand())
  execute function platform.not_by_hand('a key that has retired signs nothing again');
create trigger in_ones_own_name after insert on training.signing_keys for each row
  when (platform.by_hand()) execute function platform.in_ones_own_name('made_by');
create trigger in_ones_own_name after insert on training.issuer_addresses for each row
  when (platform.by_hand()) execute function platform.in_ones_own_name('set_by');

-- Who was there is noted in one's own name, of the meeting it is about and of somebody who was expected. Definer, because
-- a trainer does not see every place and guest.
create function training.attendance_is_of_the_meeting() returns trigger language plpgsql security definer set search_path = training, pg_temp as $$
begin
  if not exists (select from cohort_meetings m join cohort_parts t on t.organisation_id = m.organisation_id and t.meeting_id = m.id
      where m.organisation_id = new.organisation_id and m.id = new.meeting_id and m.cohort_id = new.cohort_id and m.centre_id = new.centre_id
        and t.unit_code = new.unit_code) then
    raise exception 'the unit was not part of this meeting' using errcode = 'check_violation';
  end if;
  if not exists (select from cohort_places p where p.organisation_id = new.organisation_id and p.cohort_id = new.cohort_id and p.applicant_id = new.applicant_id and p.taken_at is not null)
    and not exists (select from catch_ups u where u.organisation_id = new.organisation_id and u.meeting_id = new.meeting_id and u.applicant_id = new.applicant_id
      and u.unit_code = new.unit_code) then
    raise exception 'nobody expected them at this meeting' using errcode = 'check_violation';
  end if;
  return null;
end $$;
revoke all on function training.attendance_is_of_the_meeting() from public;
create trigger attendance_is_of_the_meeting after insert on training.unit_attendances for each row
  when (platform.by_hand()) execute function training.attendance_is_of_the_meeting();
create trigger in_ones_own_name after insert on training.unit_attendances for each row
  when (platform.by_hand()) execute function platform.in_ones_own_name('noted_by');

-- A catch-up is for one person and one unit, and with whom it was offered.
create trigger catch_up_stays_whose_it_is after update on training.catch_ups for each row
  when ((old.centre_id, old.applicant_id, old.cohort_id, old.unit_code, old.how, old.meeting_id, old.with_cohort_id, old.held_at_centre_id, old.with_account, old.offered_by)
      is distinct from (new.centre_id, new.applicant_id, new.cohort_id, new.unit_code, new.how, new.meeting_id, new.with_cohort_id, new.held_at_centre_id, new.with_account, new.offered_by)
    and platform.by_hand())
  execute function platform.not_by_hand('a catch-up stays whose it is');
create trigger in_ones_own_name after insert on training.catch_ups for each row
  when (platform.by_hand()) execute function platform.in_ones_own_name('offered_by');

-- The last place of a cohort goes once. Definer, because it holds the cohort until this one is counted.
create function training.place_is_there() returns trigger language plpgsql security definer set search_path = training, pg_temp as $$
declare
  there integer;
begin
  select c.places into there from cohorts c where c.organisation_id = new.organisation_id and c.id = new.cohort_id for update;
  if there < (select count(*) from cohort_places p where p.organisation_id = new.organisation_id and p.cohort_id = new.cohort_id
    and p.taken_at is not null and p.left_at is null) then
    raise exception 'every place is taken' using errcode = 'KT001';
  end if;
  return null;
end $$;
revoke all on function training.place_is_there() from public;
create trigger place_is_there after insert or update of taken_at, left_at, cohort_id on training.cohort_places for each row
  when (new.taken_at is not null and new.left_at is null) execute function training.place_is_there();
create trigger in_ones_own_name after insert on training.cohort_places for each row
  when (new.taken_at is not null and platform.by_hand()) execute function platform.in_ones_own_name('taken_by');
create trigger place_stays_whose_it_is after update on training.cohort_places for each row
  when ((old.centre_id, old.cohort_id, old.applicant_id) is distinct from (new.centre_id, new.cohort_id, new.applicant_id) and platform.by_hand())
  execute function platform.not_by_hand('a place is not handed on');

-- Whoever gives somebody a place, or an award, sees them as one of theirs: an id from elsewhere gives away nobody's name.
-- Asked with the eyes of whoever writes.
create function training.learner_is_known() returns trigger language plpgsql set search_path = training, pg_temp as $$
begin
  if not exists (select from recruiting.applicants a where a.organisation_id = new.organisation_id and a.id = new.applicant_id) then
    raise exception 'this learner is not known here' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger learner_is_known after insert on training.cohort_places for each row
  when (platform.by_hand()) execute function training.learner_is_known();
create trigger learner_is_known after insert on training.catch_ups for each row
  when (platform.by_hand()) execute function training.learner_is_known();
create trigger learner_is_known after insert on training.awards for each row
  when (platform.by_hand()) execute function training.learner_is_known();

-- Who comes to an event, and who came, is written down in one's own name.
create trigger said_in_ones_own_name after insert on training.event_answers for each row
  when (new.said is not null and platform.by_hand()) execute function platform.in_ones_own_name('said_by');
create trigger answered_in_ones_own_name after update on training.event_answers for each row
  when ((old.said, old.said_by) is distinct from (new.said, new.said_by) and platform.by_hand()) execute function platform.in_ones_own_name('said_by');
create trigger noted_in_ones_own_name after insert on training.event_answers for each row
  when (new.came is not null and platform.by_hand()) execute function platform.in_ones_own_name('noted_by');
create trigger came_in_ones_own_name after update on training.event_answers for each row
  when ((old.came, old.noted_by) is distinct from (new.came, new.noted_by) and platform.by_hand()) execute function platform.in_ones_own_name('noted_by');
