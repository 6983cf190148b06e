import { type Actor, accountOf, holds, type Role } from '#platform/db/actor.ts';
import { RECRUITS } from '#rooms/recruiting/door.ts';

/** Who may write how often people meet: those who supervise and the service lead. */
export const SHAPES_RHYTHM: readonly Role[] = [...RECRUITS, 'service_lead'];
/** Who may be asked to supervise: anybody who works here, never a peer supporter because of that role alone. */
export const SUPERVISES: readonly Role[] = [
  ...RECRUITS,
  'practitioner',
  'specialist',
  'service_lead',
  'administrator',
];

export const mayShapeRhythm = (actor: Actor): boolean => holds(actor, SHAPES_RHYTHM);

/** Sees that people meet, and when; figures for the service lead. What is said there is nobody's but the two. */
export const maySeeRhythm = (actor: Actor, centreId?: string): boolean =>
  holds(actor, [...RECRUITS, 'service_lead'], centreId);

/** Looks after the rhythm of volunteers at a centre. */
export const mayLookAfter = (actor: Actor, centreId?: string): boolean => holds(actor, RECRUITS, centreId);

/** Whether the actor keeps somebody's rhythm: who recruits at the centre, the supervisor, the cover; never one's own. */
export const mayKeep = (
  actor: Actor,
  of: {
    readonly centreId: string;
    readonly accountId: string;
    readonly supervisorId: string | null;
    readonly coverId: string | null;
  },
): boolean => {
  const me = accountOf(actor);
  if (me === null || me === of.accountId) return false;
  return mayLookAfter(actor, of.centreId) || me === of.supervisorId || me === of.coverId;
};
