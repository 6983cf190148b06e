import { isId } from '#kernel/ids.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { dayAndDate } from '#ui/times.ts';
import type { ApplicationFacts } from '../route/application.queries.ts';
import { isOver } from '../route/application.rules.ts';
import { giveBackTimes } from '../route/ends.commands.ts';
import { heardFrom } from '../route/heard.commands.ts';
import { lockedApplication, passMove } from '../route/steps.commands.ts';
import { tellApplicant } from '../route/tell.ts';
import { talkOf } from './mine.queries.ts';
import { assertGoesOn } from './mine.rules.ts';
import { earliest } from './talk.queries.ts';
import { dayOf, howWeTalk, timeOf } from './talk.rules.ts';

const SOMEBODY_ELSE = 'Somebody took that time a moment before you. The others on this page are still free.';

/** What a letter says of a talk. */
export const talkDetails = (
  talk: Parameters<typeof howWeTalk>[0] & { readonly startsAt: Temporal.Instant; readonly with: string },
  application: ApplicationFacts,
) => ({
  day: dayAndDate(dayOf(talk, application.zone)),
  time: timeOf(talk, application.zone),
  how: howWeTalk(talk, application),
  with: talk.with,
});

const assertToTalk = (application: ApplicationFacts): void => {
  assertGoesOn(application.state);
  const step = application.steps.find(({ code }) => code === 'conversation');
  if (!step || isOver(step)) throw new Refusal('We have talked already, so no time is needed.');
};

/**
 * Takes an offered time to talk, as the house; one taken before is given back. Of two who press at once, one has it.
 * Raises Refusal where it is gone, and where there is nothing to talk about any more.
 */
export const takeTime = async (
  scope: Scope,
  { applicationId, timeId }: { readonly applicationId: string; readonly timeId: string },
): Promise<void> => {
  const { tx, actor, now } = scope;
  const application = await lockedApplication(scope, applicationId);
  assertToTalk(application);
  const had = await talkOf(scope, applicationId);
  if (had?.id === timeId) return;
  if (had && Temporal.Instant.compare(had.startsAt, now) > 0) await giveBackTimes(scope, applicationId);
  const { numUpdatedRows } = isId(timeId)
    ? await tx
        .updateTable('recruiting.offered_times')
        .set((set) => ({
          application_id: applicationId,
          taken_at: now.toString(),
          version: set('version', '+', 1),
        }))
        .where('organisation_id', '=', actor.organisationId)
        .where('id', '=', timeId)
        .where('centre_id', '=', application.centreId)
        .where('application_id', 'is', null)
        .where('cancelled_at', 'is', null)
        .where('starts_at', '>', earliest(now).toString())
        .executeTakeFirst()
    : { numUpdatedRows: 0n };
  if (numUpdatedRows !== 1n) throw new Refusal(SOMEBODY_ELSE);
  await passMove(scope, { applicationId, code: 'conversation', mover: 'us' });
  await heardFrom(scope, applicationId);
  await scope.audit('recruiting.time_taken', {
    kind: 'application',
    id: applicationId,
    centreId: application.centreId,
  });
  const talk = await talkOf(scope, applicationId);
  if (talk)
    await tellApplicant(scope, application, {
      template: 'mine_time_taken',
      details: talkDetails(talk, application),
      once: `mine_time_taken:${timeId}:${applicationId}:${now}`,
    });
};

/** Gives a time to talk back, so that somebody else can have it. Without one nothing happens. */
export const giveTimeBack = async (scope: Scope, applicationId: string): Promise<void> => {
  const application = await lockedApplication(scope, applicationId);
  assertGoesOn(application.state);
  if ((await giveBackTimes(scope, applicationId)) === 0) return;
  await passMove(scope, { applicationId, code: 'conversation', mover: 'applicant' });
  await heardFrom(scope, applicationId);
  await scope.audit('recruiting.time_given_back', {
    kind: 'application',
    id: applicationId,
    centreId: application.centreId,
  });
};
