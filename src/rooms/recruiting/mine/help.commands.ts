import { newId } from '#kernel/ids.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { openSteps } from '../route/application.rules.ts';
import { heardFrom } from '../route/heard.commands.ts';
import { lockedApplication, passMove } from '../route/steps.commands.ts';
import { assertGoesOn } from './mine.rules.ts';

export type HelpKind = 'call' | 'together' | 'other';

/** The steps in which an applicant who asks to be rung waits for us, and no longer we for them. */
const TALKED_THROUGH = ['conversation', 'application'] as const;

/**
 * An applicant would rather talk than write, or wants somebody beside them: kept for those who recruit, and the move is
 * ours. As the house. Raises NotFound, and Refusal where the application rests or has ended.
 */
export const askForHelp = async (
  scope: Scope,
  {
    applicationId,
    kind,
    words,
  }: {
    readonly applicationId: string;
    readonly kind: HelpKind;
    readonly words: string;
  },
): Promise<void> => {
  const application = await lockedApplication(scope, applicationId);
  assertGoesOn(application.state);
  await scope.tx
    .insertInto('recruiting.help_asks')
    .values({
      organisation_id: scope.actor.organisationId,
      id: newId(),
      centre_id: application.centreId,
      applicant_id: application.applicantId,
      application_id: applicationId,
      kind,
      words,
      asked_at: scope.now.toString(),
    })
    .execute();
  const open = openSteps(application.profile.content.route, application.steps);
  if (kind !== 'other')
    for (const code of TALKED_THROUGH)
      if (open.some((step) => step.code === code))
        await passMove(scope, { applicationId, code, mover: 'us' });
  await heardFrom(scope, applicationId);
  await scope.audit('recruiting.help_asked', {
    kind: 'application',
    id: applicationId,
    centreId: application.centreId,
  });
};
