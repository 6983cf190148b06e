import { dateAt } from '#kernel/dates.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { queueMessage } from '#platform/messages/message.ts';
import type { Meeting } from './meeting.queries.ts';
import { becauseWords, dayAndTime, howWords } from './rhythm.words.ts';

type Told = Pick<Meeting, 'id' | 'centreId' | 'zone' | 'startsAt' | 'how' | 'place' | 'because' | 'sequence'>;

/** Writes to everybody a meeting is for and whoever holds it, but not to who acts: they know. Once for each turn it took. */
export const tellMeeting = async (
  scope: Scope,
  template: string,
  meeting: Told,
  ask: {
    readonly to: readonly (string | null)[];
    readonly was?: Told['startsAt'];
    readonly words?: string;
    /** What else makes it another letter than the last one. */
    readonly turn?: string;
  },
): Promise<void> => {
  const to = [...new Set(ask.to)].filter(
    (each): each is string => each !== null && each !== accountOf(scope.actor),
  );
  if (to.length === 0) return;
  const today = dateAt(scope.now, meeting.zone);
  const files = await scope.tx
    .selectFrom('people.accounts')
    .select(['id', 'person_id'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', 'in', to)
    .where('closed_at', 'is', null)
    .execute();
  const was = ask.was ? dayAndTime({ startsAt: ask.was, zone: meeting.zone }, today) : null;
  const why = becauseWords(meeting.because);
  const words = ask.words?.trim();
  for (const { id, person_id } of files)
    await queueMessage(scope, {
      template,
      about: 'team',
      channel: 'email',
      to: { personId: person_id },
      centreId: meeting.centreId,
      details: {
        ...dayAndTime(meeting, today),
        venue: meeting.place || howWords[meeting.how],
        ...(was && { was: `${was.day} at ${was.time}` }),
        ...(why && { why }),
        ...(words && { words }),
      },
      once: `${template}:${meeting.id}:${meeting.sequence}:${ask.turn ?? ''}:${id}`,
    });
};
