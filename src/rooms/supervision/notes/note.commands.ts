import { sql } from 'kysely';
import { dateAt } from '#kernel/dates.ts';
import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { closeAction } from './action.commands.ts';
import { assertFresh, assertWriting, throwDraftAway } from './draft.commands.ts';
import { sayWhen } from './moment.ts';
import { type NoteKey, noteOf } from './note.queries.ts';
import { type ActionEnd, openUntil, SECTIONS, type Sections } from './note.rules.ts';

export interface Agreed {
  readonly words: string;
  readonly whose: 'supporter' | 'supervisor';
  readonly byOn: Temporal.PlainDate | null;
}

export interface Keeping extends NoteKey {
  readonly sections: Sections;
  /** What becomes of actions that were open; those not named go on. */
  readonly closing: readonly { readonly id: string; readonly as: ActionEnd; readonly words: string }[];
  readonly actions: readonly Agreed[];
  /** As the page carried it; null: written without a draft. */
  readonly version: number | null;
}

/**
 * Keeps the note of a meeting: from here on the peer supporter reads it too, and it is only added to. Actions are closed
 * and agreed with it, and the draft goes. The peer supporter hears that it is there. Raises NotFound for who did not hold
 * the meeting, StaleEdit, and Refusal while nobody has said that they met, once it is kept, and for a note without words.
 */
export const keepNote = async (scope: Scope, keeping: Keeping): Promise<void> => {
  const { meetingId, accountId, sections } = keeping;
  const writing = await assertWriting(scope, keeping);
  if (keeping.version !== null) assertFresh(writing, keeping.version);
  if (writing.heldAt === null)
    throw new Refusal('Say first that you met. Keep this as a draft meanwhile: nothing is lost.');
  if (SECTIONS.every((section) => sections[section].trim() === ''))
    throw new Refusal('Write a few words under one of the headings.', 'support');
  const author = accountOf(scope.actor);
  if (author === null) throw new NotFound('note');
  // First what was agreed: whoever held one meeting for a colleague works with the peer supporter until its note is kept.
  for (const { id, as, words } of keeping.closing) await closeAction(scope, { actionId: id, as, words });
  const at = scope.now.toString();
  if (keeping.actions.length > 0)
    await scope.tx
      .insertInto('supervision.actions')
      .values(
        keeping.actions.map(({ words, whose, byOn }) => ({
          organisation_id: scope.actor.organisationId,
          id: newId(),
          centre_id: writing.centreId,
          account_id: accountId,
          meeting_id: meetingId,
          words,
          whose,
          by_on: byOn?.toString() ?? null,
          made_at: at,
          made_by: author,
        })),
      )
      .execute();
  const id = newId();
  const { numInsertedOrUpdatedRows } = await scope.tx
    .insertInto('supervision.notes')
    .values({
      organisation_id: scope.actor.organisationId,
      id,
      centre_id: writing.centreId,
      meeting_id: meetingId,
      account_id: accountId,
      held_by: author,
      met_on: dateAt(writing.startsAt, writing.zone).toString(),
      ...sections,
      kept_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n)
    throw new Refusal('The note of this meeting was kept a moment ago. You can add words to it on its page.');
  if (writing.draft !== null) await throwDraftAway(scope, keeping);
  await scope.audit('supervision.note_kept', {
    kind: 'supervision_note',
    id,
    centreId: writing.centreId,
  });
  await scope.enqueue('supervision.note_kept', { noteId: id, accountId, centreId: writing.centreId });
};

/**
 * One of the two adds words to a kept note: their own side of it, or what was wrong in it. What stands there stays as it
 * is. Raises NotFound for everybody else, and Refusal for no words.
 */
export const addToNote = async (
  scope: Scope,
  { words, ...key }: NoteKey & { readonly words: string },
): Promise<void> => {
  const note = await noteOf(scope, key);
  const by = accountOf(scope.actor);
  if (!note || by === null || (note.right !== 'supporter' && note.right !== 'holder'))
    throw new NotFound('note');
  if (words.trim() === '') throw new Refusal('Write what you would like to add.', 'words');
  await scope.tx
    .insertInto('supervision.note_additions')
    .values({
      organisation_id: scope.actor.organisationId,
      id: newId(),
      centre_id: note.centreId,
      note_id: note.id,
      said_by: by,
      words: words.trim(),
      at: scope.now.toString(),
    })
    .execute();
  await scope.audit('supervision.note_added_to', {
    kind: 'supervision_note',
    id: note.id,
    centreId: note.centreId,
  });
};

const REASON_LEAST = 10;

/**
 * A reader for safeguarding opens a note for 24 hours, with the reason; the two hear of it at once and read it on the
 * note. Raises NotFound for who may not, and Refusal for a reason too short to be one.
 */
export const openNote = async (
  scope: Scope,
  { meetingId, accountId, reason }: NoteKey & { readonly reason: string },
): Promise<void> => {
  const by = accountOf(scope.actor);
  if (by === null) throw new NotFound('note');
  if (reason.trim().length < REASON_LEAST)
    throw new Refusal('Say in a sentence why you need to read it. The two will see your words.', 'reason');
  await sayWhen(scope);
  const { rows } = await sql<{ id: string; centre_id: string; held_by: string }>`
    select id, centre_id, held_by from supervision.notes_there(array[${meetingId}::uuid]) where account_id = ${accountId}`.execute(
    scope.tx,
  );
  const [note] = rows;
  if (!note) throw new NotFound('note');
  const id = newId();
  await scope.tx
    .insertInto('supervision.note_openings')
    .values({
      organisation_id: scope.actor.organisationId,
      id,
      centre_id: note.centre_id,
      note_id: note.id,
      account_id: accountId,
      held_by: note.held_by,
      opened_by: by,
      reason: reason.trim(),
      opened_at: scope.now.toString(),
      until_at: openUntil(scope.now).toString(),
    })
    .execute();
  await scope.audit('supervision.note_opened', {
    kind: 'supervision_note',
    id: note.id,
    centreId: note.centre_id,
  });
  await scope.enqueue('supervision.note_opened', { openingId: id });
};

/**
 * A peer supporter lets their present supervisor read what was written with an earlier one, or takes that back. A new
 * supervisor has to be let anew. Raises NotFound for who is in no rhythm.
 */
export const shareEarlierNotes = async (scope: Scope, shared: boolean): Promise<void> => {
  const { rows } = await sql<{ id: string | null }>`
    select supervision.share_past(${shared}, ${scope.now.toString()}::timestamptz) as id`.execute(scope.tx);
  const id = rows[0]?.id ?? null;
  if (id === null) throw new NotFound('arrangement');
  await scope.audit(shared ? 'supervision.earlier_notes_shared' : 'supervision.earlier_notes_unshared', {
    kind: 'supervision_arrangement',
    id,
  });
};
