/** What other rooms may know of referrals and ask of them. */

export { type Handover, handoversDue } from './handovers/handover.queries.ts';
export { cellsOf, type Fault, oneLine } from './import/cells.rules.ts';
export { type ColumnWords, headingReader } from './import/columns.ts';
export {
  type ImportAsked,
  type Imported,
  importReferrals,
  type RejectedRow,
  rejectsCsv,
} from './import/import.commands.ts';
export { importsToMend } from './import/import.queries.ts';
export { registerImport } from './import/import.routes.tsx';
export { type FileRow, readRows } from './import/read-file.ts';
export { type Received, receiveReferral } from './receive/receive.commands.ts';
export {
  type Arrival,
  type Needs,
  type NewParent,
  noNeeds,
  outsideKeyOf,
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
