import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { meetingsIn, placesOfTrainee } from './cohort.queries.ts';
import { catchUpsOf, isOpen } from './progress.queries.ts';

/** Who answers: the trainee, signed in, or the house for somebody who came by their link. */
export interface Answering {
  readonly applicantId: string;
  readonly centreId: string;
}

const keep = (
  scope: Scope,
  who: Answering,
  answer: {
    readonly cohortId: string;
    readonly meetingId?: string;
    readonly catchUpId?: string;
    readonly said: 'yes' | 'other_time' | 'cannot_come' | 'can_come';
    readonly words: string;
  },
) =>
  scope.tx
    .insertInto('training.trainee_answers')
    .values({
      organisation_id: scope.actor.organisationId,
      id: newId(),
      centre_id: who.centreId,
      cohort_id: answer.cohortId,
      applicant_id: who.applicantId,
      meeting_id: answer.meetingId ?? null,
      catch_up_id: answer.catchUpId ?? null,
      said: answer.said,
      words: answer.words.trim(),
      at: scope.now.toString(),
    })
    .execute();

/**
 * A trainee says of a meeting that they cannot come, or that they can after all. Raises NotFound for a meeting that is
 * not theirs, and a Refusal once it has begun or is called off.
 */
export const sayOfMeeting = async (
  scope: Scope,
  who: Answering,
  answer: { readonly meetingId: string; readonly canCome: boolean; readonly words: string },
): Promise<void> => {
  const places = (await placesOfTrainee(scope, who.applicantId)).filter((each) => !each.leftAt);
  const meeting = (
    await meetingsIn(
      scope,
      places.map(({ cohortId }) => cohortId),
    )
  ).find(({ id }) => id === answer.meetingId);
  if (!meeting) throw new NotFound('meeting');
  if (meeting.calledOffAt) throw new Refusal('This meeting is called off. You need not tell us anything.');
  if (Temporal.Instant.compare(meeting.startsAt, scope.now) <= 0)
    throw new Refusal('This meeting has begun. Ring us if there is something we should know.');
  await keep(scope, who, {
    cohortId: meeting.cohortId,
    meetingId: meeting.id,
    said: answer.canCome ? 'can_come' : 'cannot_come',
    words: answer.words,
  });
  await scope.audit('training.meeting_answered', {
    kind: 'applicant',
    id: who.applicantId,
    centreId: who.centreId,
  });
};

/**
 * A trainee answers the offer of a catch-up: yes, or another time, with words about when. Raises NotFound for one that is
 * not theirs, and a Refusal when it is over.
 */
export const sayOfCatchUp = async (
  scope: Scope,
  who: Answering,
  answer: { readonly catchUpId: string; readonly said: 'yes' | 'other_time'; readonly words: string },
): Promise<void> => {
  const catchUp = (await catchUpsOf(scope, { applicantId: who.applicantId })).find(
    ({ id }) => id === answer.catchUpId,
  );
  if (!catchUp) throw new NotFound('catch-up');
  if (!isOpen(catchUp) || Temporal.Instant.compare(catchUp.startsAt, scope.now) <= 0)
    throw new Refusal('This offer is over. We will find another way with you.');
  if (answer.said === 'other_time' && !answer.words.trim())
    throw new Refusal('Tell us when you could come.', 'words');
  await keep(scope, who, {
    cohortId: catchUp.cohortId,
    catchUpId: catchUp.id,
    said: answer.said,
    words: answer.words,
  });
  await scope.audit('training.catch_up_answered', {
    kind: 'applicant',
    id: who.applicantId,
    centreId: who.centreId,
  });
};
