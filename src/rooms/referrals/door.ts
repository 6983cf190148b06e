/** What other rooms may know of referrals and ask of them. */

export { type Handover, handoversDue } from './handovers/handover.queries.ts';
export { type ImportAsked, type Imported, importReferrals } from './import/import.commands.ts';
export { importsToMend } from './import/import.queries.ts';
export { registerImport } from './import/import.routes.tsx';
export { type Received, receiveReferral } from './receive/receive.commands.ts';
export {
  type Arrival,
  type Needs,
  type NewParent,
  noNeeds,
  type Referring,
  type SafeContact,
} from './receive/receive.rules.ts';
export {
  type OwnReferral,
  referralOf,
  type WaitingReferral,
  waitingForTriage,
} from './triage/list.queries.ts';
export { type Decision, decideReferral, type PassedOn } from './triage/triage.commands.ts';
export { lastSafeStart, type WindowAnswer, type WindowContent } from './window.rules.ts';
