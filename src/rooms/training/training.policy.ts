import { type Actor, holds, isTeam, type Role } from '#platform/db/actor.ts';
import { RECRUITS } from '#rooms/recruiting/door.ts';

/** Who may say, in their own name, that a course may be used: the professionals of safeguarding, not those who recruit with it. */
export const REVIEWS_COURSES: readonly Role[] = ['practitioner', 'specialist', 'service_lead'];

/** The whole team reads the course: people ask one another about it. */
export const mayReadCourse = (actor: Actor): boolean => isTeam(actor);
export const mayReviewCourse = (actor: Actor): boolean => holds(actor, REVIEWS_COURSES);
/** Sees who is on the way through the course and who holds a certificate, and checks those from elsewhere. */
export const mayCheckCertificates = (actor: Actor, centreId?: string): boolean =>
  holds(actor, RECRUITS, centreId);
