/** What other rooms may know of delivery and ask of it. */
export { type GroupFacts, groupsAt } from './groups/group.queries.ts';
export { type PairInGroup, pairsInOneGroup } from './known/known.queries.ts';
export { leaveEverything } from './places/leave.commands.ts';
export { historyOf, type MySession, nextSessionOf } from './places/mine.queries.ts';
export { leaveWaiting } from './places/place.commands.ts';
export { offersOut, type PlaceFacts, placesNamed, placesOf, waitingList } from './places/place.queries.ts';
export { plansMissing } from './plan/plan.queries.ts';
export type { CrewPart, Part } from './readiness/readiness.rules.ts';
export { loadRequirements } from './readiness/requirement.commands.ts';
export { type ToFollowUp, toFollowUp } from './register/follow-up.queries.ts';
export { addLeader } from './rota/crew.commands.ts';
export { rotaDiary } from './rota/diary.queries.ts';
export { reconcile } from './rota/reconcile.commands.ts';
export { putOnRota } from './rota/rota.commands.ts';
export { runningIn } from './rota/rota.queries.ts';
export {
  leadersIn,
  registersOpen,
  type SessionFacts,
  sessionsBetween,
} from './sessions/session.queries.ts';
export {
  type GapAhead,
  gapsAhead,
  type RenewalDue,
  renewalsDue,
} from './volunteers/due.queries.ts';
