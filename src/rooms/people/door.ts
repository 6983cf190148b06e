export { alikeInBulk, filesByNumber, openFiles } from './bulk.ts';
export { type Centre, centre, centres } from './centres/centres.queries.ts';
export { changeContact } from './contact/contact.commands.ts';
export { type Contact, type ContactFields, contactOf } from './contact/contact.queries.ts';
export { type Alike, alikeFiles, type LookingFor } from './duplicates/alike.queries.ts';
export { introduce, type NewFile, openFile } from './files/files.commands.ts';
export { fileOf, filesOf, type PersonFile } from './files/files.queries.ts';
export { giveHelpLines } from './help-lines/first-help-lines.commands.ts';
export { type ForWhom, type HelpLine, helpLines } from './help-lines/help-lines.queries.ts';
export { languageName, languageOf, languageOptions } from './languages.ts';
export { isNhsNumber } from './nhs-number.rules.ts';
export { phoneInWords } from './phone.rules.ts';
export { endSuspension, suspendAccount, suspensionBegun } from './suspensions/suspension.commands.ts';
export {
  liveSuspensions,
  type OwnSuspension,
  ownSuspension,
  type SuspensionFacts,
  suspensionsOf,
} from './suspensions/suspension.queries.ts';
export { addressTaken } from './team/invite.commands.ts';
export { inviteParent, type OwnPage, ownPageOf } from './team/own-page.ts';
export { giveRole, openAccount } from './team/team.commands.ts';
export { type AccountAt, accountsAt, namesOfAccounts } from './team/team.queries.ts';
export { type NewVolunteer, welcomeVolunteer } from './team/volunteer.commands.ts';
export {
  type SealingAlike,
  sealAlike,
  sealAtWelcome,
  sealFile,
} from './wall/seal.commands.ts';
