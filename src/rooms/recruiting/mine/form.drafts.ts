import type { Scope } from '#platform/db/as-actor.ts';
import { beginDraft, type Draft, draftOf, keepDraft, lockedDraft } from '#platform/forms/drafts.ts';
import type { Typed } from '#platform/forms/form.ts';
import type { ApplicationAnswers } from './form.rules.ts';
import { typedFrom } from './form.rules.ts';

const FORM = 'mine.application';
// An application waits for a quiet evening: it is kept longer than other forms, from the last time it was touched.
const DAYS_KEPT = 30;

/**
 * Whoever opened an applicant's page by one of its links may write: every letter has a link of its own, and all of them
 * lead to one draft. So it is bound to the application, and only pages that have checked the link ask for it.
 */
const authorOf = (applicationId: string) => ({ secret: `application ${applicationId}` });

export interface FormDraft extends Draft {
  readonly begunAt: Temporal.Instant;
}

const found = async ({ tx, actor, now }: Scope, applicationId: string) =>
  tx
    .selectFrom('platform.drafts')
    .select(['id', 'created_at'])
    .where('organisation_id', '=', actor.organisationId)
    .where('form', '=', FORM)
    .where('subject_id', '=', applicationId)
    .where('expires_at', '>', now.toString())
    .where('finished_to', 'is', null)
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst();

/** The application that is being written, or null. With `lock` nobody else can send it until this transaction ends. */
export const formDraft = async (
  scope: Scope,
  applicationId: string,
  lock = false,
): Promise<FormDraft | null> => {
  const row = await found(scope, applicationId);
  if (!row) return null;
  const read = lock ? lockedDraft : draftOf;
  const draft = await read(scope, row.id, authorOf(applicationId));
  return draft && { ...draft, begunAt: Temporal.Instant.from(row.created_at) };
};

const keepLonger = ({ tx, actor, now }: Scope, id: string) =>
  tx
    .updateTable('platform.drafts')
    .set({ expires_at: now.add({ hours: DAYS_KEPT * 24 }).toString() })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', id)
    .execute();

/** What an applicant wrote the last time they applied, or null. */
const earlierAnswers = async (
  { tx, actor }: Scope,
  applicantId: string,
): Promise<ApplicationAnswers | null> => {
  const row = await tx
    .selectFrom('recruiting.forms')
    .select('answers')
    .where('organisation_id', '=', actor.organisationId)
    .where('applicant_id', '=', applicantId)
    .orderBy('sent_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (row?.answers as unknown as ApplicationAnswers | undefined) ?? null;
};

/** Begins an application, filled in with what an earlier one said; one that is begun already stays as it is. */
export const beginForm = async (
  scope: Scope,
  application: { readonly id: string; readonly applicantId: string },
): Promise<void> => {
  if (await found(scope, application.id)) return;
  const before = await earlierAnswers(scope, application.applicantId);
  const id = await beginDraft(scope, {
    form: FORM,
    author: authorOf(application.id),
    subjectId: application.id,
    ...(before && { typed: typedFrom(before) }),
  });
  await keepLonger(scope, id);
};

/** Keeps what was typed at one step, and the whole for another thirty days. */
export const keepForm = async (scope: Scope, draft: Draft, step: string, typed: Typed): Promise<void> => {
  await keepDraft(scope, draft.id, step, typed);
  await keepLonger(scope, draft.id);
};
