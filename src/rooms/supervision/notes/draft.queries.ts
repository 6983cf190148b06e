import { sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';
import type { Typed } from '#platform/forms/form.ts';
import { sayWhen } from './moment.ts';
import type { NoteKey } from './note.queries.ts';
import { draftIsOld } from './note.rules.ts';

/** What its author is still writing; nobody else ever sees it. */
export interface NoteDraft {
  readonly typed: Typed;
  readonly version: number;
  readonly changedAt: Temporal.Instant;
}

/** Everything the page on which a note is written knows of the meeting. */
export interface Writing extends NoteKey {
  readonly centreId: string;
  readonly zone: string;
  readonly startsAt: Temporal.Instant;
  readonly heldAt: Temporal.Instant | null;
  readonly kept: boolean;
  readonly draft: NoteDraft | null;
}

/** The meeting of a note that the actor writes, with their own draft; null for everybody who does not hold it. */
export const writingOf = async (scope: Scope, { meetingId, accountId }: NoteKey): Promise<Writing | null> => {
  await sayWhen(scope);
  const { rows } = await sql<{
    centre_id: string;
    zone: string;
    starts_at: string;
    held_at: string | null;
    kept: boolean;
    draft: { typed: Typed; version: number; changedAt: string } | null;
  }>`
    select m.centre_id, c.zone, m.starts_at, m.held_at,
      exists (select from supervision.notes_there(array[m.id]) t where t.account_id = ${accountId}) as kept,
      (select jsonb_build_object('typed', d.typed, 'version', d.version, 'changedAt', d.changed_at) from supervision.note_drafts d
        where d.organisation_id = m.organisation_id and d.meeting_id = m.id and d.account_id = ${accountId} and d.author_id = app.account()) as draft
    from supervision.meetings m join people.centres c on c.organisation_id = m.organisation_id and c.id = m.centre_id
    where m.organisation_id = ${scope.actor.organisationId} and m.id = ${meetingId} and supervision.writes_note(m.id, ${accountId}, m.centre_id)`.execute(
    scope.tx,
  );
  const [row] = rows;
  if (!row) return null;
  return {
    meetingId,
    accountId,
    centreId: row.centre_id,
    zone: row.zone,
    startsAt: Temporal.Instant.from(row.starts_at),
    heldAt: row.held_at === null ? null : Temporal.Instant.from(row.held_at),
    kept: row.kept,
    draft: row.draft && {
      typed: row.draft.typed,
      version: row.draft.version,
      changedAt: Temporal.Instant.from(row.draft.changedAt),
    },
  };
};

export interface OwnDraft extends NoteKey {
  readonly centreId: string;
  readonly changedAt: Temporal.Instant;
  readonly begunAt: Temporal.Instant;
  readonly typed: Typed;
  /** Left alone for three days or more. */
  readonly old: boolean;
}

/** What the actor is still writing, the oldest first. Row security lets nobody see another's. */
export const draftsOf = async (scope: Scope, accountId: string): Promise<readonly OwnDraft[]> => {
  const rows = await scope.tx
    .selectFrom('supervision.note_drafts')
    .select(['meeting_id', 'account_id', 'centre_id', 'begun_at', 'changed_at', 'typed'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('author_id', '=', accountId)
    .orderBy('changed_at')
    .execute();
  return rows.map((row) => {
    const changedAt = Temporal.Instant.from(row.changed_at);
    return {
      meetingId: row.meeting_id,
      accountId: row.account_id,
      centreId: row.centre_id,
      begunAt: Temporal.Instant.from(row.begun_at),
      changedAt,
      typed: row.typed as unknown as Typed,
      old: draftIsOld(changedAt, scope.now),
    };
  });
};
