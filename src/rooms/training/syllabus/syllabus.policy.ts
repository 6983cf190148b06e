import { type Actor, holds, isTeam, type Role } from '#platform/db/actor.ts';
import { REVIEWS_COURSES } from '../training.policy.ts';

/** Who may make a new version of the syllabus: those who plan and lead the training. */
export const SHAPES_SYLLABUS: readonly Role[] = [
  'volunteer_manager',
  'programme_coordinator',
  'service_lead',
];

/** The whole team reads the syllabus; peer supporters too, who help to train. */
export const mayReadSyllabus = (actor: Actor): boolean => isTeam(actor);
export const mayChangeSyllabus = (actor: Actor): boolean => holds(actor, SHAPES_SYLLABUS);

/** Who may say whether a version may be used: a professional, and never whoever made it. */
export const mayReviewSyllabus = (actor: Actor, { madeBy }: { readonly madeBy: string | null }): boolean =>
  holds(actor, REVIEWS_COURSES) &&
  (madeBy === null || actor.kind !== 'account' || actor.accountId !== madeBy);
