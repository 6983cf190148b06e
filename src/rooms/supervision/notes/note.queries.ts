import { sql } from 'kysely';
import { newId } from '#kernel/ids.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { type Action, actionsWhere } from './action.queries.ts';
import { sayWhen } from './moment.ts';
import { noteWaitsSince, type Right, SECTIONS, type Section, type Sections } from './note.rules.ts';

/** Which note: of which meeting, with whom. */
export interface NoteKey {
  readonly meetingId: string;
  /** The peer supporter. */
  readonly accountId: string;
}

/** That a note is there, without a word of it. */
export interface NoteThere extends NoteKey {
  readonly id: string;
  readonly centreId: string;
  readonly heldBy: string;
  readonly metOn: Temporal.PlainDate;
  readonly keptAt: Temporal.Instant;
}

interface ThereRow {
  readonly id: string;
  readonly meeting_id: string;
  readonly account_id: string;
  readonly centre_id: string;
  readonly held_by: string;
  readonly met_on: string;
  readonly kept_at: string;
}

const thereFrom = (row: ThereRow): NoteThere => ({
  id: row.id,
  meetingId: row.meeting_id,
  accountId: row.account_id,
  centreId: row.centre_id,
  heldBy: row.held_by,
  metOn: Temporal.PlainDate.from(row.met_on),
  keptAt: Temporal.Instant.from(row.kept_at),
});

/** Which of these meetings have a note, for whoever may know that they met: never what it says. */
export const notesOf = async (scope: Scope, meetingIds: readonly string[]): Promise<readonly NoteThere[]> => {
  if (meetingIds.length === 0) return [];
  const { rows } = await sql<ThereRow>`
    select * from supervision.notes_there(${[...meetingIds]}::uuid[]) order by met_on, id`.execute(scope.tx);
  return rows.map(thereFrom);
};

/** The newest notes at these centres that are there, for whoever may open one with a reason. At most 300. */
export const notesAt = async (scope: Scope, centreIds: readonly string[]): Promise<readonly NoteThere[]> => {
  const { rows } = await sql<ThereRow>`
    select * from supervision.notes_there(null) where centre_id = any (${[...centreIds]}::uuid[])
    order by met_on desc, id desc limit 300`.execute(scope.tx);
  return rows.map(thereFrom);
};

export interface Addition {
  readonly by: string;
  readonly words: string;
  readonly at: Temporal.Instant;
}

export interface Opening {
  readonly by: string;
  readonly reason: string;
  readonly at: Temporal.Instant;
  readonly until: Temporal.Instant;
}

export interface Look {
  readonly by: string;
  readonly right: Right;
  readonly at: Temporal.Instant;
}

export interface Note extends NoteThere {
  readonly sections: Sections;
  /** By which right the actor reads it. */
  readonly right: Right;
  readonly additions: readonly Addition[];
  /** For the two only, beside one's own. */
  readonly openings: readonly Opening[];
  readonly looks: readonly Look[];
}

interface NoteRow extends ThereRow, Readonly<Record<Section, string>> {
  readonly note_right: Right;
  readonly additions: readonly { by: string; words: string; at: string }[];
  readonly openings: readonly { by: string; reason: string; at: string; until: string }[];
  readonly looks: readonly { by: string; right: Right; at: string }[];
}

const moment = (text: string) => Temporal.Instant.from(text);

/** One note with what was added and who read it; null when there is none for this actor. */
export const noteOf = async (scope: Scope, { meetingId, accountId }: NoteKey): Promise<Note | null> => {
  await sayWhen(scope);
  const { rows } = await sql<NoteRow>`
    select n.*, supervision.note_right(n.id) as note_right,
      coalesce((select jsonb_agg(jsonb_build_object('by', x.said_by, 'words', x.words, 'at', x.at) order by x.at, x.id)
        from supervision.note_additions x where x.organisation_id = n.organisation_id and x.note_id = n.id), '[]') as additions,
      coalesce((select jsonb_agg(jsonb_build_object('by', x.opened_by, 'reason', x.reason, 'at', x.opened_at, 'until', x.until_at) order by x.opened_at, x.id)
        from supervision.note_openings x where x.organisation_id = n.organisation_id and x.note_id = n.id), '[]') as openings,
      coalesce((select jsonb_agg(jsonb_build_object('by', x.looked_by, 'right', x.by_right, 'at', x.at) order by x.at desc, x.id desc)
        from supervision.note_looks x where x.organisation_id = n.organisation_id and x.note_id = n.id), '[]') as looks
    from supervision.notes n
    where n.organisation_id = ${scope.actor.organisationId} and n.meeting_id = ${meetingId} and n.account_id = ${accountId}`.execute(
    scope.tx,
  );
  const [row] = rows;
  if (!row) return null;
  return {
    ...thereFrom(row),
    sections: Object.fromEntries(SECTIONS.map((section) => [section, row[section]])) as Record<
      Section,
      string
    >,
    right: row.note_right,
    additions: row.additions.map((each) => ({ ...each, at: moment(each.at) })),
    openings: row.openings.map((each) => ({ ...each, at: moment(each.at), until: moment(each.until) })),
    looks: row.looks.map((each) => ({ ...each, at: moment(each.at) })),
  };
};

/** Writes down that the actor reads a note, and by which right. Where it cannot be written down, nothing is read. */
export const lookAt = async (scope: Scope, note: Note): Promise<void> => {
  const by = accountOf(scope.actor);
  if (by === null) return;
  await scope.tx
    .insertInto('supervision.note_looks')
    .values({
      organisation_id: scope.actor.organisationId,
      id: newId(),
      centre_id: note.centreId,
      note_id: note.id,
      looked_by: by,
      by_right: note.right,
      at: scope.now.toString(),
    })
    .execute();
};

/** What was agreed at the meeting of a note: for the two while they work together, and where the note was opened. */
export const actionsAgreedAt = (
  scope: Scope,
  { meetingId, accountId }: NoteKey,
): Promise<readonly Action[]> =>
  actionsWhere(scope, sql`a.meeting_id = ${meetingId} and a.account_id = ${accountId}`);

/** The notes with one peer supporter that the actor may read, newest first; `before` leaves out one meeting. */
export const readableNotes = async (
  scope: Scope,
  accountId: string,
  { most, without }: { readonly most: number; readonly without?: string },
): Promise<readonly (NoteThere & { readonly earlier: boolean })[]> => {
  const { rows } = await sql<ThereRow & { earlier: boolean }>`
    select n.id, n.meeting_id, n.account_id, n.centre_id, n.held_by, n.met_on, n.kept_at,
      n.supervisor_id is distinct from (select a.supervisor_id from supervision.arrangements a
        where a.organisation_id = n.organisation_id and a.account_id = n.account_id and a.ended_at is null) as earlier
    from supervision.notes n
    where n.organisation_id = ${scope.actor.organisationId} and n.account_id = ${accountId} and n.meeting_id is distinct from ${without ?? null}::uuid
    order by n.met_on desc, n.id desc limit ${most}`.execute(scope.tx);
  return rows.map((row) => ({ ...thereFrom(row), earlier: row.earlier }));
};

export interface NoteToWrite extends NoteKey {
  readonly centreId: string;
  readonly heldAt: Temporal.Instant;
  readonly startsAt: Temporal.Instant;
}

/** Meetings the actor, whose account it is, held three days ago or longer and kept no note of; the oldest first. */
export const notesToWrite = async (scope: Scope, accountId: string): Promise<readonly NoteToWrite[]> => {
  const { rows } = await sql<{
    id: string;
    account_id: string;
    centre_id: string;
    held_at: string;
    starts_at: string;
  }>`
    select m.id, p.account_id, m.centre_id, m.held_at, m.starts_at from supervision.meetings m
    join supervision.meeting_people p on p.organisation_id = m.organisation_id and p.meeting_id = m.id and not p.apart and p.came is not false
    where m.organisation_id = ${scope.actor.organisationId} and m.supervisor_id = ${accountId} and m.kind in ('one_to_one', 'group', 'early', 'debrief')
      and m.held_at is not null and m.starts_at <= ${noteWaitsSince(scope.now).toString()}::timestamptz
      and not exists (select from supervision.notes n where n.organisation_id = m.organisation_id and n.meeting_id = m.id and n.account_id = p.account_id)
      and not exists (select from supervision.meetings l
        join supervision.meeting_people o on o.organisation_id = l.organisation_id and o.meeting_id = l.id and o.account_id = p.account_id and not o.apart and o.came is not false
        where l.organisation_id = m.organisation_id and l.supervisor_id = m.supervisor_id and l.kind in ('one_to_one', 'group', 'early', 'debrief')
          and l.held_at is not null and l.starts_at > m.starts_at and l.starts_at <= ${noteWaitsSince(scope.now).toString()}::timestamptz)
    order by m.starts_at, p.account_id`.execute(scope.tx);
  return rows.map((row) => ({
    meetingId: row.id,
    accountId: row.account_id,
    centreId: row.centre_id,
    heldAt: moment(row.held_at),
    startsAt: moment(row.starts_at),
  }));
};

/** A meeting as whoever keeps or reads its notes sees it: when it was, and those it was for. */
export interface MeetingOfNotes {
  readonly id: string;
  readonly centreId: string;
  readonly zone: string;
  readonly startsAt: Temporal.Instant;
  readonly heldBy: string | null;
  readonly people: readonly string[];
  readonly notes: readonly NoteThere[];
}

/** A meeting of supervision and which notes of it are there; null when the actor may not know of it. */
export const meetingOfNotes = async (scope: Scope, meetingId: string): Promise<MeetingOfNotes | null> => {
  const { rows } = await sql<{
    id: string;
    centre_id: string;
    zone: string;
    starts_at: string;
    supervisor_id: string | null;
    people: readonly string[];
  }>`
    select m.id, m.centre_id, c.zone, m.starts_at, m.supervisor_id,
      array(select p.account_id from supervision.meeting_people p
        where p.organisation_id = m.organisation_id and p.meeting_id = m.id and not p.apart and p.came is not false order by p.account_id) as people
    from supervision.meetings m join people.centres c on c.organisation_id = m.organisation_id and c.id = m.centre_id
    where m.organisation_id = ${scope.actor.organisationId} and m.id = ${meetingId} and m.kind in ('one_to_one', 'group', 'early', 'debrief')`.execute(
    scope.tx,
  );
  const [row] = rows;
  if (!row) return null;
  return {
    id: row.id,
    centreId: row.centre_id,
    zone: row.zone,
    startsAt: moment(row.starts_at),
    heldBy: row.supervisor_id,
    people: row.people,
    notes: await notesOf(scope, [meetingId]),
  };
};
