import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';

/**
 * A professional has read the whole of a version and says, in their own name, whether cohorts may open with it; the
 * latest review counts. `role` is their profession in their words. Raises NotFound without such a version, Refusal when
 * it is their own version, or sent back without a word on what has to change.
 */
export const reviewSyllabus = async (
  scope: Scope,
  {
    syllabusId,
    role,
    approved,
    words,
  }: {
    readonly syllabusId: string;
    readonly role: string;
    readonly approved: boolean;
    readonly words: string;
  },
): Promise<void> => {
  const { tx, actor, now } = scope;
  const account = accountOf(actor);
  const version = await tx
    .selectFrom('training.syllabi')
    .select('made_by')
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', syllabusId)
    .executeTakeFirst();
  if (!version || account === null) throw new NotFound('syllabus');
  if (version.made_by === account)
    throw new Refusal('You made this version yourself. Ask a colleague to read and review it.');
  if (!approved && words === '') throw new Refusal('Say what has to change before it may be used.', 'words');
  await tx
    .insertInto('training.syllabus_reviews')
    .values({
      organisation_id: actor.organisationId,
      id: newId(),
      syllabus_id: syllabusId,
      reviewed_by: account,
      role,
      approved,
      words,
      at: now.toString(),
    })
    .execute();
  await scope.audit(approved ? 'training.syllabus_approved' : 'training.syllabus_sent_back', {
    kind: 'syllabus',
    id: syllabusId,
  });
};
