import { sql } from 'kysely';
import { hashOfSecret, isId, newId } from '#kernel/ids.ts';
import type { Scope } from '../db/as-actor.ts';
import type { Typed } from './form.ts';

/** Who may open a draft: an account, or whoever holds the secret of its link (only its hash is stored). */
export type DraftAuthor = { readonly accountId: string } | { readonly secret: string };

/** What somebody is still writing, by step; empty once it is finished. */
export interface Draft {
  readonly id: string;
  readonly form: string;
  readonly subjectId: string | null;
  /** The step that was kept last. */
  readonly step: string | null;
  readonly typed: Readonly<Record<string, Typed>>;
  readonly changedAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  /** Where finishing it led; null while it is being written. */
  readonly finishedTo: string | null;
}

const DAYS_KEPT = 7;

const rows = ({ tx, actor }: Scope, author: DraftAuthor) => {
  const mine = tx
    .selectFrom('platform.drafts')
    .select(['id', 'form', 'subject_id', 'step', 'typed', 'changed_at', 'expires_at', 'finished_to'])
    .where('organisation_id', '=', actor.organisationId);
  return 'secret' in author
    ? mine.where('secret_hash', '=', hashOfSecret(author.secret))
    : mine.where('account_id', '=', author.accountId);
};

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirst']>>;

const draftFrom = (row: NonNullable<Row>): Draft => ({
  id: row.id,
  form: row.form,
  subjectId: row.subject_id,
  step: row.step,
  typed: row.typed as Readonly<Record<string, Typed>>,
  changedAt: Temporal.Instant.from(row.changed_at),
  expiresAt: Temporal.Instant.from(row.expires_at),
  finishedTo: row.finished_to,
});

/**
 * Begins a draft of a form for its author, about one subject (a session, a person) or, without, about nothing yet.
 * Answers its id. An account has one draft of a form about a subject; it is kept for seven days.
 */
export const beginDraft = async (
  { tx, actor, now }: Scope,
  draft: {
    readonly form: string;
    readonly author: DraftAuthor;
    readonly subjectId?: string;
    readonly step?: string;
    readonly typed?: Readonly<Record<string, Typed>>;
  },
): Promise<string> => {
  const id = newId();
  if ('accountId' in draft.author && draft.subjectId !== undefined)
    await tx
      .deleteFrom('platform.drafts')
      .where('organisation_id', '=', actor.organisationId)
      .where('account_id', '=', draft.author.accountId)
      .where('form', '=', draft.form)
      .where('subject_id', '=', draft.subjectId)
      .where((over) =>
        over.or([over('finished_to', 'is not', null), over('expires_at', '<=', now.toString())]),
      )
      .execute();
  await tx
    .insertInto('platform.drafts')
    .values({
      organisation_id: actor.organisationId,
      id,
      form: draft.form,
      // Without a subject each draft is about itself, so that somebody can write two at once.
      subject_id: draft.subjectId ?? id,
      account_id: 'accountId' in draft.author ? draft.author.accountId : null,
      secret_hash: 'secret' in draft.author ? hashOfSecret(draft.author.secret) : null,
      step: draft.step ?? null,
      typed: JSON.stringify(draft.typed ?? {}),
      created_at: now.toString(),
      changed_at: now.toString(),
      expires_at: now.add({ hours: DAYS_KEPT * 24 }).toString(),
    })
    .execute();
  return id;
};

/** The draft with this id, for its author and nobody else; null when there is none, or its days are over. */
export const draftOf = async (scope: Scope, id: string, author: DraftAuthor): Promise<Draft | null> => {
  if (!isId(id)) return null;
  const row = await rows(scope, author)
    .where('id', '=', id)
    .where('expires_at', '>', scope.now.toString())
    .executeTakeFirst();
  return row ? draftFrom(row) : null;
};

/** The same, and nobody else can finish or change it until this transaction ends. */
export const lockedDraft = async (scope: Scope, id: string, author: DraftAuthor): Promise<Draft | null> => {
  if (!isId(id)) return null;
  const row = await rows(scope, author)
    .where('id', '=', id)
    .where('expires_at', '>', scope.now.toString())
    .forUpdate()
    .executeTakeFirst();
  return row ? draftFrom(row) : null;
};

/** What an account is still writing of one form, newest first; with a subject, only what is about it. */
export const openDrafts = async (
  scope: Scope,
  form: string,
  accountId: string,
  subjectId?: string,
): Promise<readonly Draft[]> => {
  let query = rows(scope, { accountId })
    .where('form', '=', form)
    .where('finished_to', 'is', null)
    .where('expires_at', '>', scope.now.toString());
  if (subjectId !== undefined) query = query.where('subject_id', '=', subjectId);
  return (await query.orderBy('changed_at', 'desc').limit(20).execute()).map(draftFrom);
};

/** Keeps what was typed at one step; the other steps stay as they are. A finished draft is left alone. */
export const keepDraft = async (
  { tx, actor, now }: Scope,
  id: string,
  step: string,
  typed: Typed,
): Promise<void> => {
  await tx
    .updateTable('platform.drafts')
    .set((set) => ({
      step,
      typed: sql<string>`typed || ${JSON.stringify({ [step]: typed })}::jsonb`,
      changed_at: now.toString(),
      version: set('version', '+', 1),
    }))
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', id)
    .where('finished_to', 'is', null)
    .execute();
};

/** The draft did its work: what was typed goes, and where it led stays for whoever presses again. */
export const finishDraft = async ({ tx, actor, now }: Scope, id: string, to: string): Promise<void> => {
  await tx
    .updateTable('platform.drafts')
    .set({ finished_to: to, typed: '{}', changed_at: now.toString() })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', id)
    .execute();
};

/** Throws a draft away, if it is the author's. */
export const dropDraft = async (scope: Scope, id: string, author: DraftAuthor): Promise<void> => {
  if (!(await draftOf(scope, id, author))) return;
  await scope.tx
    .deleteFrom('platform.drafts')
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', id)
    .execute();
};

/** Removes drafts whose days are over; a job runs it every night. */
export const purgeDrafts = async ({ tx, actor, now }: Scope): Promise<void> => {
  await tx
    .deleteFrom('platform.drafts')
    .where('organisation_id', '=', actor.organisationId)
    .where('expires_at', '<=', now.toString())
    .execute();
};
