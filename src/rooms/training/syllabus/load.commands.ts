import { newId } from '#kernel/ids.ts';
import { isSystem } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { shippedSyllabi } from '../content/syllabus/core.ts';
import { syllabusContent } from './syllabus.shape.ts';

/**
 * Gives an organisation the syllabi we ship and answers how many were new. What is there already (by code and version)
 * stays, so loading twice changes nothing. Nothing is reviewed by being loaded. For the house itself: raises an Error for
 * any other actor.
 */
export const loadSyllabi = async (scope: Scope): Promise<number> => {
  const { tx, actor, now } = scope;
  if (!isSystem(actor)) throw new Error('only the house itself loads a syllabus');
  const made = await tx
    .insertInto('training.syllabi')
    .values(
      shippedSyllabi.map((each) => ({
        organisation_id: actor.organisationId,
        id: newId(),
        code: each.code,
        version: each.version,
        effective_from: each.effectiveFrom,
        name: each.name,
        content: JSON.stringify(syllabusContent.parse(each.content)),
        made_at: now.toString(),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(made.numInsertedOrUpdatedRows ?? 0n);
};
