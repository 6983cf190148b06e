import { dateAt } from '#kernel/dates.ts';
import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { centre } from '#rooms/people/door.ts';

/** An instruction nobody looks at again becomes wallpaper; half a year is the longest it may stand unread. */
const LONGEST_MONTHS = 6;

/**
 * Releases an instruction to everyone who runs sessions at the centre: what to do, without the reason. Refuses a
 * review date that has passed or is more than six months away.
 */
export const releaseSafety = async (
  scope: Scope,
  {
    personId,
    centreId,
    words,
    reviewOn,
  }: {
    readonly personId: string;
    readonly centreId: string;
    readonly words: string;
    readonly reviewOn: Temporal.PlainDate;
  },
): Promise<void> => {
  const { tx, actor, now } = scope;
  const place = await centre(scope, centreId);
  if (!place) throw new NotFound('centre');
  const today = dateAt(now, place.zone);
  if (Temporal.PlainDate.compare(reviewOn, today) <= 0)
    throw new Refusal('Choose a day after today for looking at it again.', 'reviewOn');
  if (Temporal.PlainDate.compare(reviewOn, today.add({ months: LONGEST_MONTHS })) > 0)
    throw new Refusal('Choose a day within six months for looking at it again.', 'reviewOn');
  const said = words.trim();
  if (said.length < 3 || said.length > 300)
    throw new Refusal('Write what to do, in 3 to 300 characters.', 'words');
  await tx
    .insertInto('families.safety_instructions')
    .values({
      organisation_id: actor.organisationId,
      id: newId(),
      centre_id: centreId,
      person_id: personId,
      words: said,
      released_by: accountOf(actor),
      released_at: now.toString(),
      review_on: reviewOn.toString(),
    })
    .execute();
  await scope.audit('families.safety_released', { kind: 'person', id: personId, centreId });
};

/** Ends an instruction that is no longer needed. */
export const endSafety = async (scope: Scope, instructionId: string): Promise<void> => {
  const { tx, actor, now } = scope;
  const ended = await tx
    .updateTable('families.safety_instructions')
    .set({ ended_at: now.toString(), ended_by: accountOf(actor) })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', instructionId)
    .where('ended_at', 'is', null)
    .returning(['person_id', 'centre_id'])
    .executeTakeFirst();
  if (!ended) throw new NotFound('instruction');
  await scope.audit('families.safety_ended', {
    kind: 'person',
    id: ended.person_id,
    centreId: ended.centre_id,
  });
};
