import { sql } from 'kysely';
import { dateAt } from '#kernel/dates.ts';
import { move } from '#kernel/lifecycle.ts';
import { NotFound, Refusal, StaleEdit } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { changedOnce } from './practice.commands.ts';
import { mayWriteAbout } from './practice.policy.ts';
import { learnersNamed, practiceById } from './practice.queries.ts';
import { practiceLife, practiceState, type Seen } from './practice.rules.ts';

export interface WhatWasSeen {
  readonly practiceId: string;
  readonly version: number;
  readonly words: string;
  /** What came up, competency by competency; what did not is left out. */
  readonly seen: readonly { readonly code: string; readonly seen: Seen; readonly words: string }[];
}

/**
 * Whoever was beside a learner writes what they saw, or changes what they wrote; with that it happened. Raises NotFound
 * for a practice that is not theirs to write about, Refusal before its day, where it fell through, where somebody else
 * wrote or where a sign-off stands on it already, StaleEdit.
 */
export const writeWhatWasSeen = async (scope: Scope, written: WhatWasSeen): Promise<void> => {
  const { tx, actor, now } = scope;
  const practice = await practiceById(scope, written.practiceId);
  const writer = accountOf(actor);
  if (!practice || writer === null || !mayWriteAbout(actor, practice)) throw new NotFound('practice');
  move(practiceLife, 'write_down', practiceState(practice));
  const learner = (await learnersNamed(scope, [practice.applicantId])).get(practice.applicantId);
  if (!learner) throw new NotFound('learner');
  if (Temporal.PlainDate.compare(practice.on, dateAt(now, learner.zone)) > 0)
    throw new Refusal('This session is still to come. Write afterwards what you saw.');
  if (practice.observedBy !== null && practice.observedBy !== writer)
    throw new Refusal('Somebody has written already what they saw. Their words stay theirs.');
  const { rows } = await sql<{
    stands: boolean;
  }>`select training.is_signed_on(${practice.id}) as stands`.execute(tx);
  if (rows[0]?.stands)
    throw new Refusal(
      'Somebody was signed off on what you wrote, so it stays as it is. Talk to whoever looks after them.',
    );
  await changedOnce(scope, practice, written.version, {
    happened_at: practice.happenedAt?.toString() ?? now.toString(),
    observer_words: written.words,
    observed_by: writer,
    observed_at: now.toString(),
  });
  await tx
    .deleteFrom('training.practice_seen')
    .where('organisation_id', '=', actor.organisationId)
    .where('practice_id', '=', practice.id)
    .execute();
  if (written.seen.length > 0)
    await tx
      .insertInto('training.practice_seen')
      .values(
        written.seen.map(({ code, seen, words }) => ({
          organisation_id: actor.organisationId,
          practice_id: practice.id,
          competency_code: code,
          centre_id: practice.centreId,
          applicant_id: practice.applicantId,
          seen,
          words,
          seen_by: writer,
          at: now.toString(),
        })),
      )
      .execute();
  await scope.audit('training.practice_written', {
    kind: 'applicant',
    id: practice.applicantId,
    centreId: practice.centreId,
  });
};

/**
 * A learner writes what they make of a session, or changes it. Version 0 where nothing is there yet. Raises NotFound for
 * somebody else's practice, Refusal before its day and where it fell through, StaleEdit.
 */
export const writeReflection = async (
  scope: Scope,
  {
    practiceId,
    words,
    version,
  }: { readonly practiceId: string; readonly words: string; readonly version: number },
  zone: string,
): Promise<void> => {
  const { tx, actor, now } = scope;
  const practice = await practiceById(scope, practiceId);
  if (!practice?.own) throw new NotFound('practice');
  if (practice.didNotHappenAt)
    throw new Refusal('This session did not happen, so there is nothing to write.');
  if (Temporal.PlainDate.compare(practice.on, dateAt(now, zone)) > 0)
    throw new Refusal('This session is still to come. Come back afterwards.');
  const kept =
    version === 0
      ? ((
          await tx
            .insertInto('training.practice_reflections')
            .values({
              organisation_id: actor.organisationId,
              practice_id: practice.id,
              centre_id: practice.centreId,
              applicant_id: practice.applicantId,
              words,
              made_at: now.toString(),
              changed_at: now.toString(),
            })
            .onConflict((conflict) => conflict.doNothing())
            .executeTakeFirst()
        ).numInsertedOrUpdatedRows ?? 0n)
      : (
          await tx
            .updateTable('training.practice_reflections')
            .set({ words, changed_at: now.toString(), version: version + 1 })
            .where('organisation_id', '=', actor.organisationId)
            .where('practice_id', '=', practice.id)
            .where('version', '=', version)
            .executeTakeFirst()
        ).numUpdatedRows;
  if (kept === 0n) throw new StaleEdit('what you wrote');
  await scope.audit('training.practice_reflected', {
    kind: 'applicant',
    id: practice.applicantId,
    centreId: practice.centreId,
  });
};
