-- What is said in supervision: the note of a meeting, what is still being written, words added later, who opened it, who
-- looked, and what the two agreed to do. It belongs to the two who met. Whoever else reads it does so by a written rule:
-- the present supervisor, the cover who stands in, a reader for safeguarding who gives a reason first.

-- Days of leave and hours of an opening are counted from the moment of the request, which the house says in each
-- transaction; without it the clock of the database holds.
create function supervision.at() returns timestamptz language sql stable as
$$ select coalesce(nullif(current_setting('supervision.at', true), '')::timestamptz, now()) $$;
comment on function supervision.at() is 'The moment of the request, from which leave and openings are counted';

create table supervision.notes (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  meeting_id uuid not null,
  account_id uuid not null,
  held_by uuid not null,
  supervisor_id uuid,
  met_on date not null,
  support text not null default '',
  risk text not null default '',
  role text not null default '',
  development text not null default '',
  staying_well text not null default '',
  kept_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, meeting_id, account_id),
  check (held_by <> account_id),
  check (support || risk || role || development || staying_well <> ''),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, meeting_id) references supervision.meetings on delete restrict,
  foreign key (organisation_id, account_id) references people.accounts on delete restrict,
  foreign key (organisation_id, held_by) references people.accounts on delete restrict,
  foreign key (organisation_id, supervisor_id) references people.accounts on delete restrict
);
comment on table supervision.notes is 'What a peer supporter and whoever held the meeting keep of it; shared by the two, never changed, only added to';
comment on column supervision.notes.supervisor_id is 'Whose peer supporter it was when it was kept; a later supervisor reads it only if they are let. Null: nobody was named';
create index on supervision.notes (organisation_id, account_id, met_on);
create index on supervision.notes (organisation_id, centre_id, met_on);

create table supervision.note_drafts (
  organisation_id uuid not null,
  meeting_id uuid not null,
  account_id uuid not null,
  author_id uuid not null,
  centre_id uuid not null,
  typed jsonb not null,
  begun_at timestamptz not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  primary key (organisation_id, meeting_id, account_id, author_id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, meeting_id) references supervision.meetings on delete restrict,
  foreign key (organisation_id, account_id) references people.accounts on delete restrict,
  foreign key (organisation_id, author_id) references people.accounts on delete restrict
);
comment on table supervision.note_drafts is 'What somebody is still writing about one meeting with one peer supporter: for its author alone, until they keep it or throw it away';
create index on supervision.note_drafts (organisation_id, author_id, changed_at);

create table supervision.note_additions (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  note_id uuid not null,
  said_by uuid not null,
  words text not null check (words <> ''),
  at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, note_id) references supervision.notes on delete restrict,
  foreign key (organisation_id, said_by) references people.accounts on delete restrict
);
comment on table supervision.note_additions is 'Words that one of the two added to a note later: their own side of it, or what was wrong';
create index on supervision.note_additions (organisation_id, note_id, at);

create table supervision.note_openings (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  note_id uuid not null,
  account_id uuid not null,
  held_by uuid not null,
  opened_by uuid not null,
  reason text not null check (length(trim(reason)) >= 10),
  opened_at timestamptz not null,
  until_at timestamptz not null,
  primary key (organisation_id, id),
  check (until_at = opened_at + interval '24 hours'),
  check (opened_by not in (account_id, held_by)),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, note_id) references supervision.notes on delete restrict,
  foreign key (organisation_id, account_id) references people.accounts on delete restrict,
  foreign key (organisation_id, held_by) references people.accounts on delete restrict,
  foreign key (organisation_id, opened_by) references people.accounts on delete restrict
);
comment on table supervision.note_openings is 'A service lead or specialist opened a note for safety''s sake: the reason, and until when it stays open to them';
create index on supervision.note_openings (organisation_id, note_id, opened_by, until_at);

create table supervision.note_looks (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  note_id uuid not null,
  looked_by uuid not null,
  by_right text not null check (by_right in ('supporter', 'holder', 'supervisor', 'cover', 'opened')),
  at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, note_id) references supervision.notes on delete restrict,
  foreign key (organisation_id, looked_by) references people.accounts on delete restrict
);
comment on table supervision.note_looks is 'Each time somebody read a note, and by which right; the two see it on the note';
create index on supervision.note_looks (organisation_id, note_id, at);

create table supervision.actions (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  account_id uuid not null,
  meeting_id uuid not null,
  words text not null check (words <> ''),
  whose text not null check (whose in ('supporter', 'supervisor')),
  by_on date,
  made_at timestamptz not null,
  made_by uuid not null,
  closed_at timestamptz,
  closed_by uuid,
  closed_as text check (closed_as in ('done', 'let_go')),
  closed_words text not null default '',
  primary key (organisation_id, id),
  check (num_nulls(closed_at, closed_by, closed_as) in (0, 3)),
  check (closed_as is distinct from 'let_go' or closed_words <> ''),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, account_id) references people.accounts on delete restrict,
  foreign key (organisation_id, meeting_id) references supervision.meetings on delete restrict,
  foreign key (organisation_id, made_by) references people.accounts on delete restrict,
  foreign key (organisation_id, closed_by) references people.accounts on delete restrict
);
comment on table supervision.actions is 'What the two agreed that one of them does; goes on to the next meeting, and the next supervisor, until it is done or let go';
create index on supervision.actions (organisation_id, account_id, by_on) where closed_at is null;
create index on supervision.actions (organisation_id, meeting_id);

-- The cover stands in while the supervisor is away, or where there is none. Definer: leave and arrangements hide from the
-- policies that hang on them.
create function supervision.standing_in_for() returns uuid[] language sql stable security definer set search_path = supervision, pg_temp as
$$ select coalesce(array_agg(a.account_id), '{}') from supervision.arrangements a
   join people.centres c on c.organisation_id = a.organisation_id and c.id = a.centre_id
   where a.organisation_id = app.org() and a.ended_at is null and a.cover_id = app.account() and a.account_id <> app.account()
     and (a.supervisor_id is null or exists (
       select from supervision.leave l where l.organisation_id = a.organisation_id and l.account_id = a.supervisor_id and l.taken_back_at is null
         and (supervision.at() at time zone c.zone)::date between l.from_on and l.until_on)) $$;
comment on function supervision.standing_in_for() is 'The peer supporters for whom the actor covers now, because their supervisor is away or not there';
revoke all on function supervision.standing_in_for() from public;
grant execute on function supervision.standing_in_for() to kith_app;

-- Whether the actor writes the note of this meeting with this peer supporter: who holds it, and nobody else. Definer,
-- so that somebody who recruits and sees every meeting does not for that reason write in one.
create function supervision.writes_note(of_meeting uuid, of_account uuid, at_centre uuid) returns boolean
language sql stable security definer set search_path = supervision, pg_temp as
$$ select exists (select from supervision.meetings m
   join supervision.meeting_people p on p.organisation_id = m.organisation_id and p.meeting_id = m.id and p.account_id = of_account
   where m.organisation_id = app.org() and m.id = of_meeting and m.centre_id = at_centre and m.supervisor_id = app.account() and of_account <> app.account()
     and m.kind in ('one_to_one', 'group', 'early', 'debrief') and m.called_off_at is null and m.did_not_happen_at is null and p.came is not false) $$;
comment on function supervision.writes_note(uuid, uuid, uuid) is 'Whether the actor holds this meeting with this peer supporter, and so writes its note';
revoke all on function supervision.writes_note(uuid, uuid, uuid) from public;
grant execute on function supervision.writes_note(uuid, uuid, uuid) to kith_app;

-- With whom the actor works: as supervisor, as cover who stands in, or as whoever holds a meeting whose note is still to
-- be written. What was agreed goes along with them.
create function supervision.works_with() returns uuid[] language sql stable security definer set search_path = supervision, pg_temp as
$$ select coalesce(array_agg(distinct w.account_id), '{}') from (
     select a.account_id from supervision.arrangements a
     where a.organisation_id = app.org() and a.ended_at is null and a.supervisor_id = app.account()
     union all
     select unnest(supervision.standing_in_for())
     union all
     select p.account_id from supervision.meetings m
     join supervision.meeting_people p on p.organisation_id = m.organisation_id and p.meeting_id = m.id
     where m.organisation_id = app.org() and m.supervisor_id = app.account() and m.kind in ('one_to_one', 'group', 'early', 'debrief')
       and m.called_off_at is null and m.did_not_happen_at is null and p.came is not false
       and m.starts_at between supervision.at() - interval '28 days' and supervision.at() + interval '28 days'
       and not exists (select from supervision.notes n where n.organisation_id = m.organisation_id and n.meeting_id = m.id and n.account_id = p.account_id)
   ) w where w.account_id <> app.account() $$;
comment on function supervision.works_with() is 'The peer supporters with whom the actor works now: what was agreed is theirs to see';
revoke all on function supervision.works_with() from public;
grant execute on function supervision.works_with() to kith_app;

-- By which right the actor reads a note, or null. Definer, because the note hangs on the answer.
create function supervision.note_right(of_note uuid) returns text language sql stable security definer set search_path = supervision, pg_temp as
$$ select case
     when n.account_id = app.account() then 'supporter'
     when n.held_by = app.account() then 'holder'
     when a.supervisor_id = app.account() and (n.supervisor_id = a.supervisor_id or a.past_shared_at is not null) then 'supervisor'
     when a.account_id = any (supervision.standing_in_for()) and (n.supervisor_id is not distinct from a.supervisor_id or a.past_shared_at is not null) then 'cover'
     when exists (select from supervision.note_openings o where o.organisation_id = n.organisation_id and o.note_id = n.id and o.opened_by = app.account()
       and supervision.at() between o.opened_at and o.until_at) and n.centre_id = any (app.centres('{service_lead,specialist}')) then 'opened'
   end
   from supervision.notes n
   left join supervision.arrangements a on a.organisation_id = n.organisation_id and a.account_id = n.account_id and a.ended_at is null
   where n.organisation_id = app.org() and n.id = of_note and app.account() is not null $$;
comment on function supervision.note_right(uuid) is 'By which right the actor reads a note: supporter, holder, supervisor, cover, opened; null: not at all';
revoke all on function supervision.note_right(uuid) from public;
grant execute on function supervision.note_right(uuid) to kith_app;

-- That a note is there and from when, never a word of it: for the year on one page, and for whoever may open one.
create function supervision.notes_there(of_meetings uuid[]) returns table (
  id uuid, meeting_id uuid, account_id uuid, centre_id uuid, held_by uuid, met_on date, kept_at timestamptz)
language sql stable security definer set search_path = supervision, pg_temp as
$$ select n.id, n.meeting_id, n.account_id, n.centre_id, n.held_by, n.met_on, n.kept_at from supervision.notes n
   where n.organisation_id = app.org() and (of_meetings is null or n.meeting_id = any (of_meetings))
     and (app.account() in (n.account_id, n.held_by) or n.account_id = any (supervision.led_accounts())
       or n.centre_id = any (app.centres('{volunteer_manager,programme_coordinator,service_lead,specialist}'))) $$;
comment on function supervision.notes_there(uuid[]) is 'That notes of these meetings (null: of all) are there, and whose they are; not what they say';
revoke all on function supervision.notes_there(uuid[]) from public;
grant execute on function supervision.notes_there(uuid[]) to kith_app;

-- What an opening says of a note has to be so.
create function supervision.opens_note(of_note uuid, of_account uuid, of_holder uuid, at_centre uuid) returns boolean
language sql stable security definer set search_path = supervision, pg_temp as
$$ select exists (select from supervision.notes n where n.organisation_id = app.org() and n.id = of_note and n.account_id = of_account
   and n.held_by = of_holder and n.centre_id = at_centre and n.centre_id = any (app.centres('{service_lead,specialist}'))) $$;
comment on function supervision.opens_note(uuid, uuid, uuid, uuid) is 'Whether the actor may open this note for safety''s sake, and it is the note of these two';
revoke all on function supervision.opens_note(uuid, uuid, uuid, uuid) from public;
grant execute on function supervision.opens_note(uuid, uuid, uuid, uuid) to kith_app;

-- Whose peer supporter it is when a note is kept is not the writer's to say: it decides who reads it later. Definer,
-- because whoever holds one meeting for a colleague does not see the arrangement.
create function supervision.whose_note() returns trigger language plpgsql security definer set search_path = supervision, pg_temp as $$
begin
  new.supervisor_id := (select a.supervisor_id from supervision.arrangements a
    where a.organisation_id = new.organisation_id and a.account_id = new.account_id and a.ended_at is null);
  return new;
end $$;
revoke all on function supervision.whose_note() from public;
create trigger whose_note before insert on supervision.notes for each row execute function supervision.whose_note();

-- Even the house itself does not read what was said: no job needs it.
select platform.protect('supervision.notes');
create policy see on supervision.notes for select to kith_app
  using (organisation_id = (select app.org()) and supervision.note_right(id) is not null);
create policy add on supervision.notes for insert to kith_app
  with check (organisation_id = (select app.org()) and held_by = (select app.account()) and supervision.writes_note(meeting_id, account_id, centre_id));
grant select, insert on supervision.notes to kith_app;

select platform.protect('supervision.note_drafts');
create policy see on supervision.note_drafts for select to kith_app
  using (organisation_id = (select app.org()) and author_id = (select app.account()));
create policy add on supervision.note_drafts for insert to kith_app
  with check (organisation_id = (select app.org()) and author_id = (select app.account()) and supervision.writes_note(meeting_id, account_id, centre_id));
create policy change on supervision.note_drafts for update to kith_app
  using (organisation_id = (select app.org()) and author_id = (select app.account()))
  with check (organisation_id = (select app.org()) and author_id = (select app.account()));
create policy remove on supervision.note_drafts for delete to kith_app
  using (organisation_id = (select app.org()) and author_id = (select app.account()));
grant select, insert, update (typed, changed_at, version), delete on supervision.note_drafts to kith_app;

select platform.protect('supervision.note_additions');
create policy see on supervision.note_additions for select to kith_app
  using (organisation_id = (select app.org()) and supervision.note_right(note_id) is not null);
create policy add on supervision.note_additions for insert to kith_app
  with check (organisation_id = (select app.org()) and said_by = (select app.account()) and supervision.note_right(note_id) in ('supporter', 'holder'));
grant select, insert on supervision.note_additions to kith_app;

select platform.protect('supervision.note_openings');
create policy see on supervision.note_openings for select to kith_app
  using (organisation_id = (select app.org()) and ((select app.is_system()) or (select app.account()) in (account_id, held_by, opened_by)));
create policy add on supervision.note_openings for insert to kith_app
  with check (organisation_id = (select app.org()) and opened_by = (select app.account()) and opened_at <= supervision.at()
    and supervision.opens_note(note_id, account_id, held_by, centre_id));
grant select, insert on supervision.note_openings to kith_app;

select platform.protect('supervision.note_looks');
create policy see on supervision.note_looks for select to kith_app
  using (organisation_id = (select app.org()) and (looked_by = (select app.account()) or supervision.note_right(note_id) in ('supporter', 'holder')));
create policy add on supervision.note_looks for insert to kith_app
  with check (organisation_id = (select app.org()) and looked_by = (select app.account()) and by_right = supervision.note_right(note_id));
grant select, insert on supervision.note_looks to kith_app;

-- What was agreed goes on with whoever works with the peer supporter now; an opened note shows what was agreed that day.
create function supervision.opened_meeting(of_meeting uuid, of_account uuid) returns boolean language sql stable security definer set search_path = supervision, pg_temp as
$$ select exists (select from supervision.notes n where n.organisation_id = app.org() and n.meeting_id = of_meeting and n.account_id = of_account
   and supervision.note_right(n.id) = 'opened') $$;
comment on function supervision.opened_meeting(uuid, uuid) is 'Whether the note of this meeting is open to the actor for safety''s sake';
revoke all on function supervision.opened_meeting(uuid, uuid) from public;
grant execute on function supervision.opened_meeting(uuid, uuid) to kith_app;

select platform.protect('supervision.actions');
create policy see on supervision.actions for select to kith_app
  using (organisation_id = (select app.org()) and (account_id = (select app.account()) or account_id = any ((select supervision.works_with())::uuid[])
    or supervision.opened_meeting(meeting_id, account_id)));
create policy add on supervision.actions for insert to kith_app
  with check (organisation_id = (select app.org()) and made_by = (select app.account()) and closed_at is null
    and supervision.writes_note(meeting_id, account_id, centre_id));
create policy change on supervision.actions for update to kith_app
  using (organisation_id = (select app.org()) and closed_at is null
    and (account_id = (select app.account()) or account_id = any ((select supervision.works_with())::uuid[])))
  with check (organisation_id = (select app.org()) and closed_by = (select app.account()));
grant select, insert, update (closed_at, closed_by, closed_as, closed_words) on supervision.actions to kith_app;
