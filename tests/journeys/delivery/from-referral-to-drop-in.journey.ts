import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clockTime } from '#ui/times.ts';
import { openBrowser } from '../../support/chromium.ts';
import { type KithServer, openKith } from '../../support/kith-server.ts';
import { pathIn } from '../../support/letterbox.ts';
import { newVisitor } from '../../support/visit.ts';

let kith: KithServer;
let chromium: Browser;
beforeAll(async () => {
  [kith, chromium] = await Promise.all([openKith(), openBrowser()]);
  // The group of this journey begins today, whatever day the tests run on.
  await kith.rows('delete from programme.bank_holidays where on_day = $1', [
    justBegun().toPlainDate().toString(),
  ]);
}, 300_000);
afterAll(async () => {
  await chromium?.close();
  await kith?.stop();
});

/** A session that began a few minutes ago, so that its register can be closed now. */
const justBegun = (): Temporal.ZonedDateTime => {
  const now = Temporal.Now.zonedDateTimeISO('Europe/London');
  const before = now.subtract({ minutes: 5 });
  return before.toPlainDate().equals(now.toPlainDate()) ? before : now.startOfDay();
};

for (const [how, javaScript, givenName, groupName] of [
  ['on any phone', true, 'Leila', 'Winter evenings'],
  ['with JavaScript off', false, 'Marisol', 'Winter mornings'],
] as const) {
  test(`a mother comes from her midwife’s referral to the drop-in after the birth, ${how}`, async () => {
    const begins = justBegun();
    const today = begins.toPlainDate();
    const email = `${givenName.toLowerCase()}.haddad@example.com`;

    const midwife = await newVisitor(chromium, kith, { javaScript });
    await midwife.visit('/refer');
    await midwife.choose(/Hartley/);
    await midwife.write('Your name', 'Carol Ibbotson');
    await midwife.write('Your job', 'Community midwife');
    await midwife.write('Your e-mail address', 'carol.ibbotson@example.org');
    await midwife.press('Continue');
    await midwife.write('First name', givenName);
    await midwife.write('Last name (if known)', 'Haddad');
    await midwife.choose('Pregnant, or gave birth');
    await midwife.date('When is the baby due?', today.add({ days: 130 }));
    await midwife.press('Continue');
    await midwife.write('Why may peer support help?', 'Worried most days, and new in town.');
    await midwife.write('Their e-mail address', email);
    await midwife.choose('E-mail');
    await midwife.choose(/^Nobody else reads their messages/);
    await midwife.choose('Yes', /know of this referral/);
    await midwife.choose('Yes', /hear what became of it/);
    await midwife.press('Continue');
    await midwife.sees('Worried most days, and new in town.');
    await midwife.press('Send the referral');
    await midwife.sees('Your referral has arrived');
    const reference = await midwife.page.locator('.k-figure__number').innerText();
    const arrived = await kith.letterbox.letterTo('carol.ibbotson@example.org', reference);
    expect(`${arrived.subject} ${arrived.text}`, 'no name of a parent by e-mail').not.toContain(givenName);

    const joanne = await newVisitor(chromium, kith, { width: 1280, javaScript });
    await joanne.signsIn('joanne.price@example.org');
    await joanne.visit('/referrals');
    await joanne.follow(new RegExp(`${givenName} Haddad`));
    await joanne.sees('Worried most days, and new in town.');
    await joanne.follow('Welcome into the programme');
    await joanne.page.getByRole('group', { name: 'Reason' }).getByRole('radio').first().check();
    await joanne.choose('Yes', 'Would an antenatal group suit them?');
    await joanne.choose(/^Send them a link to their own page/);
    await joanne.press('Welcome them');

    await joanne.visit('/groups/new');
    await joanne.choose(/^Antenatal group/);
    await joanne.select('Centre', 'Hartley Children’s Centre');
    await joanne.select('Room', 'Online');
    await joanne.date('First session', today);
    await joanne.write('Starts at', clockTime(begins.toPlainTime()));
    await joanne.write('How many sessions', '8');
    await joanne.write('Name', groupName);
    await joanne.write('Places for parents', '6');
    await joanne.write('Crèche places', '0');
    await joanne.press('Open the group');
    await joanne.sees(groupName);
    const groupPage = new URL(joanne.page.url()).pathname;
    await joanne.press(new RegExp(`Offer.*${givenName} Haddad`));
    await joanne.sees(/1 offered/);

    const mother = await newVisitor(chromium, kith, { javaScript });
    const letter = await kith.letterbox.letterTo(email, '/sign-in/welcome/');
    await mother.visit(pathIn(letter.text));
    await mother.press('Go in without a password');
    await mother.sees('There is a place for you');
    await mother.follow('See it and answer');
    await mother.choose('Yes, I would like to come');
    await mother.press('Send my answer');
    await mother.visit('/me');
    await mother.sees('Your next group');
    await mother.press('I’ll be there');
    await mother.visit('/me');
    await mother.sees('You said you will be there.');

    await joanne.visit(groupPage);
    await joanne.page.getByRole('link', { name: 'Open session 1', exact: true }).click();
    await joanne.page.waitForURL('**/sessions/*');
    const sessionPage = new URL(joanne.page.url()).pathname;
    await joanne.follow('Plan it');
    await joanne.sees('This is the shape the programme suggests');
    await joanne.press(/^Change block 7,/);
    await joanne.page.getByRole('radio').first().check();
    const activity = await joanne.page.getByRole('radio').first().inputValue();
    expect(activity).not.toBe('');
    await joanne.press('Save this block');
    await joanne.write('What should parents bring?', 'A blanket, and something warm to drink.');
    await joanne.press('Save the plan');
    await mother.visit('/me');
    await mother.sees('A blanket, and something warm to drink.');

    const phone = await newVisitor(chromium, kith, { javaScript });
    await phone.signsIn('joanne.price@example.org');
    await phone.visit(`${sessionPage}/register`);
    await phone.choose('Came', new RegExp(`^${givenName}`));
    await phone.choose('Yes', 'Did the session happen?');
    await phone.press('Close the register');
    await phone.sees('1 parent came');

    await joanne.visit(groupPage);
    await joanne.follow(new RegExp(`${givenName}`));
    await joanne.visit('/families');
    await joanne.follow(new RegExp(`${givenName} Haddad`));
    await joanne.follow(/birth/i);
    await joanne.date('When was the baby born?', today);
    await joanne.choose('At home with the parents');
    await joanne.press('Write down the birth');

    await expect
      .poll(
        async () => {
          await mother.visit('/me');
          return mother.page.locator('main').innerText();
        },
        { timeout: 20_000, interval: 500 },
      )
      .toContain('Your next drop-in');
    await mother.doesNotSee('Your next group');
    for (const each of [midwife, joanne, mother, phone]) await each.leave();
  });
}
