import { newId } from '#kernel/ids.ts';
import { isSystem } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { shippedCourses } from '../content/all.ts';
import { loadPathways } from '../growing/pathway.commands.ts';
import { loadSyllabi } from '../syllabus/load.commands.ts';
import { courseContent } from './course.shape.ts';

/**
 * Gives an organisation the courses we ship, with the ways on from there, and answers how many courses were new. What is
 * there already (by code and version) stays, so loading twice changes nothing. Nothing is reviewed by being loaded. For
 * the house itself: raises an Error for any other actor.
 */
export const loadCourses = async (scope: Scope): Promise<number> => {
  const { tx, actor, now } = scope;
  if (!isSystem(actor)) throw new Error('only the house itself loads a course');
  await loadPathways(scope);
  const made = await tx
    .insertInto('training.courses')
    .values(
      shippedCourses.map((course) => ({
        organisation_id: actor.organisationId,
        id: newId(),
        code: course.code,
        version: course.version,
        effective_from: course.effectiveFrom,
        name: course.name,
        minutes: course.minutes,
        pass_mark: course.passMark,
        valid_months: course.validMonths,
        content: JSON.stringify(courseContent.parse(course.content)),
        made_at: now.toString(),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(made.numInsertedOrUpdatedRows ?? 0n) + (await loadSyllabi(scope));
};
