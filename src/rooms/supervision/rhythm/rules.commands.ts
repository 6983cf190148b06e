import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { accountOf, isSystem } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { longDate } from '#ui/times.ts';
import { mayShapeRhythm } from '../supervision.policy.ts';
import { FIRST_RHYTHM, type RhythmRules, rhythmRules } from './rhythm.shape.ts';
import { rulesVersions } from './rules.queries.ts';

/** Gives an organisation the rhythm that ships, as its first version; what is there stays. Answers whether it was new. For the house. */
export const loadSupervision = async (scope: Scope): Promise<boolean> => {
  if (!isSystem(scope.actor)) throw new Error('only the house itself loads the rhythm');
  const made = await scope.tx
    .insertInto('supervision.rules')
    .values({
      organisation_id: scope.actor.organisationId,
      id: newId(),
      version: 1,
      effective_from: '2000-01-01',
      content: JSON.stringify(FIRST_RHYTHM),
      made_at: scope.now.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
};

/**
 * Lays a new version down from a day on. Everybody's days are counted anew with it. Raises NotFound for whoever may not,
 * Refusal for a day in the past or before the last version, and for figures that contradict each other.
 */
export const layDownRhythm = async (
  scope: Scope,
  content: RhythmRules,
  { from, today }: { readonly from: Temporal.PlainDate; readonly today: Temporal.PlainDate },
): Promise<void> => {
  if (!mayShapeRhythm(scope.actor)) throw new NotFound('rules');
  const versions = await rulesVersions(scope);
  const [last] = versions;
  if (Temporal.PlainDate.compare(from, today) < 0)
    throw new Refusal('Choose today or a later day: what held on a day in the past stays as it was.', 'from');
  if (last && last.version > 0 && Temporal.PlainDate.compare(from, last.effectiveFrom) <= 0)
    throw new Refusal(
      `There is a version from ${longDate(last.effectiveFrom)} already. Choose a later day.`,
      'from',
    );
  const read = rhythmRules.safeParse(content);
  if (!read.success)
    throw new Refusal(
      'These days do not go together. A proposal lies nearer to its own day than to the next, and the days of grace are more than the days a proposal may be late.',
      'nearDays',
    );
  await scope.tx
    .insertInto('supervision.rules')
    .values({
      organisation_id: scope.actor.organisationId,
      id: newId(),
      version: Math.max(...versions.map((each) => each.version)) + 1,
      effective_from: from.toString(),
      content: JSON.stringify(read.data),
      made_at: scope.now.toString(),
      made_by: accountOf(scope.actor),
    })
    .execute();
  await scope.audit('supervision.rules_laid_down', { kind: 'rules', id: null });
  await scope.enqueue(
    'supervision.go_round',
    {},
    { key: `supervision.go_round:${scope.actor.organisationId}` },
  );
};
