/** What other rooms may know of referrals and ask of them. */
export { type ImportAsked, type Imported, importReferrals } from './import/import.commands.ts';
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
export { lastSafeStart, type WindowAnswer, type WindowContent, windowOn } from './window.rules.ts';
