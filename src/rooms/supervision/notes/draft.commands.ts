import { NotFound, Refusal, StaleEdit } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import type { Typed } from '#platform/forms/form.ts';
import { type Writing, writingOf } from './draft.queries.ts';
import type { NoteKey } from './note.queries.ts';

/**
 * What a page that writes carries as its version: one more than the draft's, so that it is never 0, which would mean
 * that it carries none.
 */
export const versionOnPage = (writing: Pick<Writing, 'draft'>): number => (writing.draft?.version ?? 0) + 1;

/** Raises StaleEdit when the draft was saved in another window since the page was drawn. */
export const assertFresh = (writing: Writing, version: number): void => {
  if (writing.draft !== null && versionOnPage(writing) !== version) throw new StaleEdit('this draft');
};

/** The writing of this note by the actor. Raises NotFound for who does not write it, Refusal once it is kept. */
export const assertWriting = async (scope: Scope, key: NoteKey): Promise<Writing> => {
  const writing = await writingOf(scope, key);
  if (!writing) throw new NotFound('note');
  if (writing.kept)
    throw new Refusal(
      'The note of this meeting is kept already, so it does not change. You can add words to it on its page.',
    );
  return writing;
};

interface Saving extends NoteKey {
  readonly typed: Typed;
  /** As the page carried it. */
  readonly version: number;
}

/**
 * Saves what its author is writing: for them alone, about this meeting and this peer supporter. Raises NotFound,
 * StaleEdit when another window saved since, and Refusal once the note is kept.
 */
export const saveDraft = async (scope: Scope, { typed, version, ...key }: Saving): Promise<void> => {
  const writing = await assertWriting(scope, key);
  assertFresh(writing, version);
  const author = accountOf(scope.actor);
  if (author === null) throw new NotFound('note');
  const words = JSON.stringify(typed);
  if (writing.draft === null) {
    const { numInsertedOrUpdatedRows } = await scope.tx
      .insertInto('supervision.note_drafts')
      .values({
        organisation_id: scope.actor.organisationId,
        meeting_id: key.meetingId,
        account_id: key.accountId,
        author_id: author,
        centre_id: writing.centreId,
        typed: words,
        begun_at: scope.now.toString(),
        changed_at: scope.now.toString(),
        // A draft thrown away in another window begins again where this page stands.
        version: Math.max(1, version),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows === 0n) throw new StaleEdit('this draft');
    return;
  }
  const { numUpdatedRows } = await scope.tx
    .updateTable('supervision.note_drafts')
    .set({ typed: words, changed_at: scope.now.toString(), version: writing.draft.version + 1 })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('meeting_id', '=', key.meetingId)
    .where('account_id', '=', key.accountId)
    .where('author_id', '=', author)
    .where('version', '=', writing.draft.version)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new StaleEdit('this draft');
};

/** Throws away a draft of the actor's own. Raises NotFound where there is none. */
export const throwDraftAway = async (scope: Scope, { meetingId, accountId }: NoteKey): Promise<void> => {
  const author = accountOf(scope.actor);
  if (author === null) throw new NotFound('draft');
  const { numDeletedRows } = await scope.tx
    .deleteFrom('supervision.note_drafts')
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('meeting_id', '=', meetingId)
    .where('account_id', '=', accountId)
    .where('author_id', '=', author)
    .executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) throw new NotFound('draft');
};
