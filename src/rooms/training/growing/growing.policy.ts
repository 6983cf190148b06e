import { type Actor, CARE_OF_FAMILIES, centresOf, holds, isTeam, type Role } from '#platform/db/actor.ts';
import { RECRUITS } from '#rooms/recruiting/door.ts';

/** Who plans events to learn at together. */
export const PLANS_EVENTS: readonly Role[] = CARE_OF_FAMILIES;
/** Who says which ways on there are. */
export const SHAPES_PATHWAYS: readonly Role[] = [...RECRUITS, 'service_lead'];

export const mayPlanEvents = (actor: Actor, centreId?: string): boolean =>
  holds(actor, PLANS_EVENTS, centreId);
/** The centres at which somebody may plan an event. */
export const plansAt = (actor: Actor): readonly string[] => centresOf(actor, PLANS_EVENTS);
/** Everybody who works or volunteers somewhere sees what there is to learn at; rows of other centres stay hidden. */
export const mayReadEvents = (actor: Actor): boolean => isTeam(actor);
export const mayReadPathways = (actor: Actor): boolean => isTeam(actor) && actor.roles.length > 0;
export const mayShapePathways = (actor: Actor): boolean => holds(actor, SHAPES_PATHWAYS);
/** Answers interests and reads what volunteers share of their own learning. */
export const mayAnswerInterests = (actor: Actor, centreId?: string): boolean =>
  holds(actor, RECRUITS, centreId);
