import { expect } from 'vitest';
import { clockTime } from '#ui/times.ts';
import type { KithServer } from '../../support/kith-server.ts';
import { pathIn } from '../../support/letterbox.ts';
import type { Visitor } from '../../support/visit.ts';

/** What somebody who comes to volunteer does in more than one journey: on their own phone, by their own link. */

export const today = (): Temporal.PlainDate => Temporal.Now.plainDateISO('Europe/London');

export interface Newcomer {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
}

/** From the front door to an enquiry at Hartley; answers the address of their own page, as their letter says it. */
export const asks = async (
  applicant: Visitor,
  kith: KithServer,
  { givenName, email }: Newcomer,
): Promise<string> => {
  await applicant.visit('/join');
  await applicant.page.getByRole('link', { name: /^See the roles.*Hartley/ }).click();
  await applicant.page.waitForURL('**/join/*');
  await applicant.lookOver();
  await applicant.follow('Ask about volunteering');
  await applicant.write('What shall we call you?', givenName);
  await applicant.write('Your e-mail address', email);
  await applicant.press('Send it');
  await applicant.sees(`Hello ${givenName}`);
  const letter = await kith.letterbox.letterTo(email, 'Thank you for asking about volunteering');
  return pathIn(letter.text);
};

/** The rest of the application from the page about days; it is sent at the end. */
export const finishesApplication = async (applicant: Visitor): Promise<void> => {
  await applicant.choose('Thursdays', 'Which days could suit you?');
  await applicant.press('Continue');
  await applicant.sees('How you are with people');
  await applicant.press('Continue');
  await applicant.press('Continue');
  await applicant.sees('Check, then send');
  await applicant.press('Send my application');
  await applicant.sees('We have your application');
};

export const writesApplication = async (
  applicant: Visitor,
  home: string,
  { familyName }: Newcomer,
): Promise<void> => {
  await applicant.visit(`${home}/application`);
  await applicant.press('Begin');
  await applicant.write('Your last name', familyName);
  await applicant.press('Continue');
  await finishesApplication(applicant);
};

export interface RefereeNamed {
  readonly name: string;
  readonly email: string;
  readonly context: string;
}

/** Names one person on the page about referees, where the visitor is already. */
export const namesReferee = async (
  applicant: Visitor,
  { name, email, context }: RefereeNamed,
): Promise<void> => {
  await applicant.write('Their name', name);
  await applicant.write('Their e-mail address', email);
  await applicant.choose(context, 'Where do they know you from?');
  await applicant.write('How do you know each other?', 'We have known each other for a long time.');
  await applicant.write('For how many years have they known you?', '5');
  await applicant.choose('No', 'Are you related?');
  await applicant.choose('No', /^Do they work or volunteer at/);
  await applicant.press(/^Save, and/);
};

/** The link in the letter to a referee. */
export const refereesLink = async (kith: KithServer, email: string): Promise<string> => {
  const letter = await kith.letterbox.letterTo(email, '/reference/');
  return pathIn(letter.text);
};

export interface ReferenceGiven {
  readonly called: string;
  /** One of the contexts as a referee reads it. */
  readonly context: string;
  readonly words: string;
}

/** A referee answers all questions, kindly. */
export const answers = async (
  referee: Visitor,
  { called, context, words }: ReferenceGiven,
): Promise<void> => {
  await referee.write(`How do you know ${called}?`, words);
  await referee.choose(context, 'Where do you know each other from?');
  await referee.write('Since about which year?', String(today().year - 5));
  await referee.choose('No', 'Are you related?');
  await referee.choose('Yes', /^When .* says they will be there/);
  await referee.choose('Yes, they stay kind and calm', /^When somebody is upset/);
  await referee.choose('No', /^Do you know of any reason/);
  await referee.choose('Yes', /^If your own sister/);
  await referee.choose('No', 'May we ring you if something is not clear?');
  await referee.press('Send my answers');
  await referee.sees('Thank you: we have your answers');
};

/** Where the file of an application is, for those who recruit; found from the list as they find it. */
export const fileOf = async (manager: Visitor, { givenName }: Newcomer): Promise<string> => {
  await manager.visit('/applicants');
  await manager.follow(new RegExp(givenName));
  const path = new URL(manager.page.url()).pathname;
  expect(path).toMatch(/^\/applicants\/[0-9a-f-]{36}$/);
  return path;
};

/** The one who recruits writes down that the conversation has been. */
export const writesDownTheTalk = async (manager: Visitor, file: string): Promise<void> => {
  await manager.visit(file);
  await manager.follow('Write down the conversation');
  await manager.write(/^What was said/, 'Warm and to the point. Would love to help at the drop-in.');
  await manager.press('We have talked');
};

/** A session that began a few minutes ago, so that its register can be closed now. */
export const justBegun = (): Temporal.ZonedDateTime => {
  const now = Temporal.Now.zonedDateTimeISO('Europe/London');
  const before = now.subtract({ minutes: 5 });
  return before.toPlainDate().equals(now.toPlainDate()) ? before : now.startOfDay();
};

/** Opens a weekly group whose first session begins then; answers the address of its page. */
export const opensAGroup = async (
  manager: Visitor,
  { name, begins }: { readonly name: string; readonly begins: Temporal.ZonedDateTime },
): Promise<string> => {
  await manager.visit('/groups/new');
  await manager.choose(/^Antenatal group/);
  await manager.select('Room', 'Online');
  await manager.date('First session', begins.toPlainDate());
  await manager.write('Starts at', clockTime(begins.toPlainTime()));
  await manager.write('How many sessions', '3');
  await manager.write('Name', name);
  await manager.write('Places for parents', '6');
  await manager.write('Crèche places', '0');
  await manager.press('Open the group');
  await manager.sees(name);
  return new URL(manager.page.url()).pathname;
};
