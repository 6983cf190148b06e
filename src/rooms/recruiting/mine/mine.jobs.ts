import type { Scope } from '#platform/db/as-actor.ts';
import type { Job, Jobs, Recurring } from '#platform/jobs/worker.ts';
import { sealAlike } from '#rooms/people/door.ts';
import { applicationOf } from '../route/application.queries.ts';
import { tellApplicant } from '../route/tell.ts';
import { talkOf } from './mine.queries.ts';
import { talkDetails } from './talk.commands.ts';
import { REMIND_HOURS_AHEAD } from './talk.rules.ts';

const AT_ONCE = 200;
// Whoever took a time this morning for this afternoon has the confirmation in their hands.
const TOO_LATE_HOURS = 2;

/** Reminds each applicant of their talk once, a day before. */
const remindOfTalks = async (scope: Scope): Promise<void> => {
  const { tx, actor, now } = scope;
  const soon = await tx
    .selectFrom('recruiting.offered_times')
    .select(['id', 'application_id'])
    .where('organisation_id', '=', actor.organisationId)
    .where('application_id', 'is not', null)
    .where('cancelled_at', 'is', null)
    .where('starts_at', '>', now.add({ hours: TOO_LATE_HOURS }).toString())
    .where('starts_at', '<=', now.add({ hours: REMIND_HOURS_AHEAD }).toString())
    .orderBy('starts_at')
    .limit(AT_ONCE)
    .execute();
  for (const { id, application_id } of soon) {
    const applicationId = application_id ?? '';
    const application = await applicationOf(scope, applicationId);
    const talk = application && (await talkOf(scope, applicationId));
    if (application && talk?.id === id)
      await tellApplicant(scope, application, {
        template: 'mine_time_tomorrow',
        details: talkDetails(talk, application),
        once: `mine_time_tomorrow:${id}:${applicationId}`,
      });
  }
};

/** An applicant who was a parent here: the house looks for the one file that is theirs and locks it. Nobody reads what it found. */
const sealOwnFile: Job = async (scope, payload) => {
  const application = await applicationOf(scope, String(payload.applicationId));
  if (!application) return;
  await sealAlike(scope, {
    givenName: application.givenName,
    familyName: application.familyName,
    email: application.email,
    phone: application.phone,
    applicantId: application.applicantId,
  });
};

export const mineJobs: Jobs = {
  'recruiting.remind_of_talks': remindOfTalks,
  'recruiting.seal_alike': sealOwnFile,
};

export const mineRecurring: readonly Recurring[] = [
  { cron: '10 * * * *', job: 'recruiting.remind_of_talks' },
];
