import {
  type Actor,
  centresOf,
  holds,
  isParent,
  isTeam,
  type Role,
  WITH_FAMILIES,
  WITH_GROUPS,
} from '#platform/db/actor.ts';

// The same words stand in the policies of the database; a test holds the two together.
export const WRITES_ACTIVITIES: readonly Role[] = ['practitioner', 'programme_coordinator', 'service_lead'];
export const REVIEWS: readonly Role[] = ['programme_coordinator', 'service_lead'];
export const CHANGES_PROGRAMME: readonly Role[] = ['programme_coordinator', 'service_lead'];
export const SEES_BOOKINGS: readonly Role[] = WITH_GROUPS;
export const BOOKS: readonly Role[] = WITH_FAMILIES;
export const KEEPS_VENUES: readonly Role[] = ['programme_coordinator', 'administrator'];
export const KEEPS_HOLIDAYS: readonly Role[] = ['programme_coordinator', 'administrator'];

/** The whole team reads the toolbox and the programme. */
export const mayReadProgramme = (actor: Actor): boolean => isTeam(actor);
export const mayWriteActivities = (actor: Actor): boolean => holds(actor, WRITES_ACTIVITIES);
/** Says which named professional read a text; the same people bring a new version of the programme into use. */
export const mayEnterReviews = (actor: Actor): boolean => holds(actor, REVIEWS);
export const mayChangeProgramme = (actor: Actor): boolean => holds(actor, CHANGES_PROGRAMME);
export const maySeeRooms = (actor: Actor, centreId?: string): boolean =>
  holds(actor, SEES_BOOKINGS, centreId);
export const mayBook = (actor: Actor, centreId?: string): boolean => holds(actor, BOOKS, centreId);
export const mayKeepVenues = (actor: Actor, centreId?: string): boolean =>
  holds(actor, KEEPS_VENUES, centreId);
/** The centres where the actor may add rooms. */
export const centresToKeep = (actor: Actor): readonly string[] => centresOf(actor, KEEPS_VENUES);
export const mayKeepHolidays = (actor: Actor): boolean => holds(actor, KEEPS_HOLIDAYS);
export const mayReadHandouts = (actor: Actor): boolean => isParent(actor);
