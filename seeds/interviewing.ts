import { momentAt } from '../src/kernel/dates.ts';
import type { Scope } from '../src/platform/db/as-actor.ts';
import { arrangeInterview } from '../src/rooms/recruiting/interviews/interview.commands.ts';
import { type InterviewFacts, interviewsFor } from '../src/rooms/recruiting/interviews/interview.queries.ts';
import { decideInterview } from '../src/rooms/recruiting/interviews/outcome.commands.ts';
import { questionSetOf } from '../src/rooms/recruiting/interviews/question-set.queries.ts';
import type { Score } from '../src/rooms/recruiting/interviews/question-set.shape.ts';
import { finishScoring, noteScore } from '../src/rooms/recruiting/interviews/score.commands.ts';
import type { OnTheWay } from './applying.ts';
import { recruiters } from './recruiting-ground.ts';
import { ZONE } from './telling.ts';

const HEARD = [
  'Told of her neighbour. Stayed with the feeling, did not mend it.',
  'Waits before she answers. Asked me back what I meant.',
  'Honest that she finds silence hard; has thought about it.',
  'Knows when to tell somebody else.',
] as const;

/** Two of the centre and a time: so many days after the day on which it is arranged. */
export const interviewIsArranged = (of: OnTheWay, after: number, held: number): void =>
  of.ours(after, '12:05', (scope, application) => {
    const { manager, beside } = recruiters[of.who.centre];
    const account = (key: string) => of.telling.actors.get(key)?.accountId ?? '';
    const wished = scope.now.toZonedDateTimeISO(ZONE).toPlainDate().add({ days: held });
    // Nobody holds an interview at the weekend; the Friday before is always later than the day it is arranged on.
    const on = wished.subtract({ days: Math.max(0, wished.dayOfWeek - 5) });
    return arrangeInterview(scope, {
      applicationId: application.id,
      startsAt: momentAt(on, Temporal.PlainTime.from('10:15'), ZONE),
      minutes: 45,
      way: 'in_person',
      place: 'The small room at the centre',
      adjustments: '',
      panel: [account(manager), account(beside)],
      version: 0,
    });
  });

const theInterview = async (scope: Scope, applicationId: string): Promise<InterviewFacts> => {
  const [found] = await interviewsFor(scope, applicationId);
  if (!found) throw new Error('the story lost an interview');
  return found;
};

const codesOf = async (scope: Scope, interview: InterviewFacts): Promise<readonly string[]> =>
  ((await questionSetOf(scope, interview.questionSetId))?.content.questions ?? []).map(({ code }) => code);

const scoreAt = (at: number, index: number): Score => ([3, 4, 3, 2, 4, 3] as const)[(at + index) % 6] ?? 3;

/** One of the two scores, by themselves. */
export const isScored = (of: OnTheWay, at: number, after: number, by: 'manager' | 'beside'): void =>
  // An interviewer who does not recruit reaches the interview and not the application.
  of.telling.happens(
    of.day(after, by === 'manager' ? '11:20' : '13:40'),
    recruiters[of.who.centre][by],
    async (scope) => {
      const found = await scope.tx
        .selectFrom('recruiting.interviews')
        .select('id')
        .where('organisation_id', '=', of.telling.organisationId)
        .where('application_id', '=', of.ids.get(of.who.key) ?? '')
        .executeTakeFirstOrThrow();
      const interview = await scope.tx
        .selectFrom('recruiting.interviews')
        .select('question_set_id')
        .where('organisation_id', '=', of.telling.organisationId)
        .where('id', '=', found.id)
        .executeTakeFirstOrThrow();
      const codes = ((await questionSetOf(scope, interview.question_set_id))?.content.questions ?? []).map(
        ({ code }) => code,
      );
      for (const [index, code] of codes.entries())
        await noteScore(scope, {
          interviewId: found.id,
          code,
          score: scoreAt(by === 'manager' ? at : at + (at % 2), index),
          words: index < 2 ? (HEARD[(at + index) % HEARD.length] ?? '') : '',
        });
      await finishScoring(scope, found.id);
    },
  );

/** The two compare, agree and decide. */
export const interviewIsDecided = (
  of: OnTheWay,
  at: number,
  after: number,
  decision: 'yes' | 'no' = 'yes',
): void =>
  of.ours(after, '15:45', async (scope, { id }) => {
    const interview = await theInterview(scope, id);
    const codes = await codesOf(scope, interview);
    await decideInterview(scope, {
      interviewId: interview.id,
      agreed: Object.fromEntries(
        codes.map((code, index) => [code, decision === 'yes' ? scoreAt(at, index) : 1]),
      ),
      decision,
      reasons:
        decision === 'yes'
          ? 'Warm, steady, and knows her own limits. What is missing grows in training.'
          : 'Wants very much to put things right for people, and told two of us what a parent should do.',
      feedback:
        decision === 'yes'
          ? 'We loved how you told of your neighbour. You let her be sad.'
          : 'You care a great deal. Next time we would love to hear you wait a little longer.',
      until: null,
      version: interview.version,
    });
  });
