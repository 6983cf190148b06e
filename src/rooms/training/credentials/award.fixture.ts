import type { AccountActor } from '#platform/db/actor.ts';
import type { Ground } from '../../../../tests/support/stand.ts';
import { type Enquirer, enquire, openRecruiting } from '../../recruiting/application.fixture.ts';
import { loadSyllabi } from '../syllabus/load.commands.ts';
import { type Syllabus, syllabusVersions } from '../syllabus/syllabus.queries.ts';
import { awardUnit } from './award.commands.ts';

/** The syllabus that ships, roles open, and somebody who recruits. */
export const openTraining = async (
  ground: Ground,
): Promise<{ readonly from: Syllabus; readonly manager: AccountActor }> => {
  await openRecruiting(ground);
  await ground.system(loadSyllabi);
  const [from] = await ground.system(syllabusVersions);
  if (!from) throw new Error('no syllabus ships');
  return { from, manager: await ground.member('Ruth Bell', ['volunteer_manager']) };
};

/** Somebody who has earned as many units as told, on one day. */
export const trainee = async (
  ground: Ground,
  { from, manager }: { readonly from: Syllabus; readonly manager: AccountActor },
  units: number,
  who: Enquirer = {},
) => {
  const asked = await enquire(ground, who);
  for (const unit of from.content.units.slice(0, units))
    await ground.as(manager, (scope) =>
      awardUnit(scope, {
        applicantId: asked.applicantId,
        centreId: ground.centreId,
        syllabusId: from.id,
        unitCode: unit.code,
        earnedOn: Temporal.PlainDate.from('2026-11-20'),
        how: 'cohort',
        fromId: asked.applicationId,
      }),
    );
  return asked;
};
