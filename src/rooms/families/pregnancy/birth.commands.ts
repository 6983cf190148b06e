import { dateAt } from '#kernel/dates.ts';
import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { centre } from '#rooms/people/door.ts';
import { familyOf, type LivesWith, parentsOf } from '../family.queries.ts';
import { pauseParents, stopMessages } from '../loss/loss.commands.ts';
import { lockedPregnancy } from './pregnancy.commands.ts';

export interface NewBaby {
  readonly bornOn: Temporal.PlainDate;
  readonly givenName?: string | null;
  readonly livesWith: LivesWith;
}

/** Days between the births of one pregnancy beyond which a slip of the pen is likelier than nature. */
const MOST_DAYS_APART = 90;

/**
 * Records the birth of one or more babies and announces `families.born`. A baby who lives elsewhere makes what we
 * send about babies rest for every parent until a practitioner decides. More babies than were expected are
 * believed. Refuses a birth after today at the centre, and a birth where the loss of every baby is recorded.
 */
export const recordBirth = async (
  scope: Scope,
  birth: { readonly pregnancyId: string; readonly babies: readonly NewBaby[] },
): Promise<{ readonly babyIds: readonly string[] }> => {
  const { tx, actor, now } = scope;
  const pregnancy = await lockedPregnancy(scope, birth.pregnancyId);
  const place = await centre(scope, pregnancy.centre_id);
  if (!place) throw new NotFound('centre');
  const parents = await parentsOf(scope, birth.pregnancyId);
  const first = parents[0];
  const facts = first ? await familyOf(scope, first.personId) : null;
  if (facts?.pregnancyId === birth.pregnancyId && facts.lossOfAll)
    throw new Refusal('A loss is recorded for this pregnancy. If that was a mistake, undo it first.');
  const today = dateAt(now, place.zone);
  const before = await tx
    .selectFrom('families.babies')
    .select(['birth_order', 'born_on'])
    .where('organisation_id', '=', actor.organisationId)
    .where('pregnancy_id', '=', birth.pregnancyId)
    .where('undone_at', 'is', null)
    .execute();
  for (const [at, baby] of birth.babies.entries()) {
    const days = today.until(baby.bornOn).days;
    if (days > 0)
      throw new Refusal('This date is still to come. Enter the day the baby was born.', `bornOn${at + 1}`);
    const apart = before.some(
      (other) => Math.abs(Temporal.PlainDate.from(other.born_on).until(baby.bornOn).days) > MOST_DAYS_APART,
    );
    if (apart)
      throw new Refusal(
        'Another baby of this pregnancy was born more than three months apart from this date. For a later pregnancy, begin a new one.',
        `bornOn${at + 1}`,
      );
  }
  let order = Math.max(0, ...before.map((baby) => baby.birth_order));
  const rows = birth.babies.map((baby) => ({
    organisation_id: actor.organisationId,
    id: newId(),
    centre_id: pregnancy.centre_id,
    pregnancy_id: birth.pregnancyId,
    given_name: baby.givenName?.trim() || null,
    born_on: baby.bornOn.toString(),
    birth_order: ++order,
    lives_with: baby.livesWith,
    recorded_by: accountOf(actor),
    recorded_at: now.toString(),
  }));
  if (rows.length === 0) throw new Refusal('Enter at least one baby.', 'bornOn1');
  if (order > 5) throw new Refusal('Five babies are the most that one pregnancy can hold here.');
  await tx.insertInto('families.babies').values(rows).execute();
  if (order > pregnancy.babies_expected) {
    await tx
      .updateTable('families.pregnancies')
      .set({ babies_expected: order, version: pregnancy.version + 1 })
      .where('organisation_id', '=', actor.organisationId)
      .where('id', '=', birth.pregnancyId)
      .execute();
  }
  if (birth.babies.some((baby) => baby.livesWith === 'elsewhere')) {
    const personIds = parents.map((parent) => parent.personId);
    await stopMessages(scope, birth.pregnancyId, personIds);
    await pauseParents(scope, { pregnancy, personIds, why: 'baby_elsewhere', lossId: null });
  }
  await scope.audit('families.birth_recorded', {
    kind: 'pregnancy',
    id: birth.pregnancyId,
    centreId: pregnancy.centre_id,
  });
  await scope.enqueue('families.born', {
    pregnancyId: birth.pregnancyId,
    centreId: pregnancy.centre_id,
    personIds: parents.map((parent) => parent.personId),
    babyIds: rows.map((row) => row.id),
  });
  return { babyIds: rows.map((row) => row.id) };
};

/** Takes back a birth that was entered by mistake. Refuses when a loss of this baby is recorded: undo that first. */
export const undoBirth = async (
  scope: Scope,
  { babyId, why }: { readonly babyId: string; readonly why: string },
): Promise<void> => {
  const { tx, actor, now } = scope;
  const lost = await tx
    .selectFrom('families.losses')
    .select('id')
    .where('organisation_id', '=', actor.organisationId)
    .where('baby_id', '=', babyId)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  if (lost) throw new Refusal('A loss of this baby is recorded. If both were mistakes, undo the loss first.');
  const undone = await tx
    .updateTable('families.babies')
    .set({ undone_at: now.toString(), undone_by: accountOf(actor), undone_why: why })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', babyId)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  if (undone.numUpdatedRows === 0n) throw new NotFound('baby');
  await scope.audit('families.birth_undone', { kind: 'baby', id: babyId });
};
