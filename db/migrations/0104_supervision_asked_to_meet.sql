-- Who may be asked to meet is looked at after the policies have had their say, as every guard of this kind is.
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

-- Nobody is drawn into a meeting by somebody who neither supervises them, nor covers, nor looks after volunteers where
-- they are. Definer, because an arrangement hides from whoever has nothing to do with it.
create function supervision.asked_to_meet() returns trigger language plpgsql security definer set search_path = supervision, pg_temp as $$
begin
  if not (new.account_id = any (supervision.led_accounts()))
    and not exists (select from supervision.arrangements a where a.organisation_id = new.organisation_id and a.account_id = new.account_id
      and a.ended_at is null and a.centre_id = any (app.centres('{volunteer_manager,programme_coordinator}'))) then
    raise exception 'somebody is asked to meet by those who look after them' using errcode = 'check_violation';
  end if;
  return null;
end $$;
revoke all on function supervision.asked_to_meet() from public;
create trigger asked_to_meet after insert on supervision.meeting_people for each row
  when (not new.apart and platform.by_hand()) execute function supervision.asked_to_meet();
