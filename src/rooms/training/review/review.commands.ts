import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';

/**
 * A professional has read the whole of a course and says, in their own name, whether it may be used; the latest review
 * counts. `role` is their profession in their words. Raises NotFound without such a course, Refusal when a course is sent
 * back without a word on what has to change.
 */
export const reviewCourse = async (
  scope: Scope,
  {
    courseId,
    role,
    approved,
    words,
  }: {
    readonly courseId: string;
    readonly role: string;
    readonly approved: boolean;
    readonly words: string;
  },
): Promise<void> => {
  const { tx, actor, now } = scope;
  const account = accountOf(actor);
  const course = await tx
    .selectFrom('training.courses')
    .select('id')
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', courseId)
    .executeTakeFirst();
  if (!course || account === null) throw new NotFound('course');
  if (!approved && words === '') throw new Refusal('Say what has to change before it may be used.', 'words');
  await tx
    .insertInto('training.course_reviews')
    .values({
      organisation_id: actor.organisationId,
      id: newId(),
      course_id: courseId,
      reviewed_by: account,
      role,
      approved,
      words,
      at: now.toString(),
    })
    .execute();
  await scope.audit(approved ? 'training.course_approved' : 'training.course_sent_back', {
    kind: 'course',
    id: courseId,
  });
};
