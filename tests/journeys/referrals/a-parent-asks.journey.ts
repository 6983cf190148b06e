import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../../support/chromium.ts';
import { type KithServer, openKith } from '../../support/kith-server.ts';
import { pathIn } from '../../support/letterbox.ts';
import { newVisitor } from '../../support/visit.ts';

let kith: KithServer;
let chromium: Browser;
beforeAll(async () => {
  [kith, chromium] = await Promise.all([openKith(), openBrowser()]);
}, 300_000);
afterAll(async () => {
  await chromium?.close();
  await kith?.stop();
});

const named = async (givenName: string) =>
  (
    await kith.rows<{ count: string }>(
      `select count(*) from referrals.referrals r join people.persons p on p.organisation_id = r.organisation_id and p.id = r.person_id
       where p.given_name = $1`,
      [givenName],
    )
  )[0]?.count;

test('a parent asks for support, leaves, comes back by the link, and pressing twice sends it once', async () => {
  const parent = await newVisitor(chromium, kith, { javaScript: false });
  await parent.visit('/self');
  await parent.press('Continue');
  expect(await parent.page.title()).toMatch(/^Error: /);

  await parent.write('What shall we call you?', 'Zuleika');
  await parent.write('Your e-mail address', 'not an address');
  await parent.choose('E-mail');
  await parent.press('Continue');
  expect(await parent.page.title()).toMatch(/^Error: /);
  expect(await parent.page.getByLabel('What shall we call you?').inputValue(), 'what was typed is kept').toBe(
    'Zuleika',
  );
  expect(await parent.page.getByLabel('E-mail', { exact: true }).isChecked()).toBe(true);
  // Each line of the summary leads to its field.
  const lead = await parent.page.locator('.nhsuk-error-summary__list a').first().getAttribute('href');
  expect(await parent.page.locator(lead ?? '').count()).toBe(1);

  await parent.write('Your e-mail address', 'zuleika.moon@example.com');
  await parent.choose(/Hartley/);
  await parent.press('Continue');
  await parent.choose('I am pregnant, or I gave birth');
  await parent.write(/^Is there anything you would like us to know/, 'I cannot sleep.');
  await parent.press('Save and come back later');
  await parent.sees('Nothing has been sent yet');
  await parent.press('Send the link to my e-mail address');
  const letter = await kith.letterbox.letterTo('zuleika.moon@example.com', '/self/back/');
  await parent.leave();
  expect(await named('Zuleika'), 'nothing is sent by leaving').toBe('0');

  const later = await newVisitor(chromium, kith);
  await later.visit(pathIn(letter.text));
  await later.press('Carry on where I stopped');
  expect(
    await later.page.getByLabel(/^Is there anything you would like us to know/).inputValue(),
    'her words were kept',
  ).toBe('I cannot sleep.');
  const twin = await later.context.newPage();
  await twin.goto(later.page.url());
  await later.press('Send it to us');
  await later.sees('Thank you. We have it.');
  await twin.getByRole('button', { name: 'Send it to us', exact: true }).click();
  await twin.getByRole('heading', { name: 'Thank you. We have it.' }).waitFor();
  expect(twin.url()).toBe(later.page.url());
  expect(await named('Zuleika')).toBe('1');
  await later.leave();
});
