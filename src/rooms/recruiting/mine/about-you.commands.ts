import type { Scope } from '#platform/db/as-actor.ts';
import { heardFrom } from '../route/heard.commands.ts';
import type { AboutYou } from './about-you.rules.ts';

/** Keeps what an applicant ticked about themselves, as the house: the newest ticks count, and nobody reads a single row. */
export const tickAboutYou = async (
  scope: Scope,
  application: { readonly id: string; readonly applicantId: string; readonly centreId: string },
  ticks: AboutYou,
): Promise<void> => {
  const said = {
    age_band: ticks.ageBand,
    ethnic_group: ticks.ethnicGroup,
    gender: ticks.gender,
    disabled: ticks.disabled,
    answered_at: scope.now.toString(),
  };
  await scope.tx
    .insertInto('recruiting.equity')
    .values({
      organisation_id: scope.actor.organisationId,
      applicant_id: application.applicantId,
      centre_id: application.centreId,
      ...said,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'applicant_id']).doUpdateSet(said))
    .execute();
  await heardFrom(scope, application.id);
};
