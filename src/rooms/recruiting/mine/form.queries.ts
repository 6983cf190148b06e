import type { Scope } from '#platform/db/as-actor.ts';
import type { ApplicationAnswers } from './form.rules.ts';

export interface WrittenForm {
  readonly answers: ApplicationAnswers;
  readonly written: 'alone' | 'together' | 'by_phone';
  readonly sentAt: Temporal.Instant;
}

/** What an application says, once it is in; null before. */
export const writtenFormOf = async (scope: Scope, applicationId: string): Promise<WrittenForm | null> => {
  const row = await scope.tx
    .selectFrom('recruiting.forms')
    .select(['answers', 'written', 'sent_at'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('application_id', '=', applicationId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    answers: row.answers as unknown as ApplicationAnswers,
    written: row.written as WrittenForm['written'],
    sentAt: Temporal.Instant.from(row.sent_at),
  };
};
