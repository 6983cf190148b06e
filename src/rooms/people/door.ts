export { type Centre, centre, centres } from './centres/centres.queries.ts';
export { changeContact } from './contact/contact.commands.ts';
export { type Contact, type ContactFields, contactOf } from './contact/contact.queries.ts';
export { type Alike, alikeFiles, type LookingFor } from './duplicates/alike.queries.ts';
export { introduce, type NewFile, openFile } from './files/files.commands.ts';
export { fileOf, filesOf, type PersonFile } from './files/files.queries.ts';
export { type ForWhom, type HelpLine, helpLines } from './help-lines/help-lines.queries.ts';
export { giveRole, openAccount } from './team/team.commands.ts';
export { type AccountAt, accountsAt, namesOfAccounts } from './team/team.queries.ts';
