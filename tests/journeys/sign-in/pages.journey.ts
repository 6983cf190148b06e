import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inviteToSignIn } from '#platform/sign-in/accounts.ts';
import { DEMO_PASSWORD } from '#platform/sign-in/demo.ts';
import { openSignInHouse, type SignInHouse } from '#platform/sign-in/desk.fixture.ts';
import { openBrowser } from '../../support/chromium.ts';

let house: SignInHouse;
let chromium: Browser;
let origin = '';
beforeAll(async () => {
  house = await openSignInHouse({ built: true, demo: true });
  await house.app.listen({ host: '127.0.0.1', port: 0 });
  origin = `http://localhost:${(house.app.server.address() as AddressInfo).port}`;
  chromium = await openBrowser();
});
afterAll(async () => {
  await chromium?.close();
  await house?.close();
});

/** Nothing for axe to find, and nothing to scroll sideways for on the smallest phone. */
const holds = async (page: Page, name: string) => {
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(found.violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html}`)).toEqual([]);
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((each) => each.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .filter(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
      .map((each) => each.outerHTML.slice(0, 120)),
  );
  expect(wide.map((each) => `${name}: ${each}`)).toEqual([]);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
};

test('every page of signing in can be used by everybody, on the smallest phone', async () => {
  await house.open({
    email: 'dan.whitlock@demo.example',
    name: 'Dan Whitlock',
    password: DEMO_PASSWORD,
    roles: [{ role: 'volunteer_manager', centreId: house.centres[0] }],
    demo: true,
  });
  await house.open({
    email: 'amina@demo.example',
    name: 'Amina Hassan',
    password: DEMO_PASSWORD,
    side: 'family',
    demo: true,
  });
  const accountId = await house.open({
    email: 'rita.real@example.org',
    name: 'Rita Real',
    password: DEMO_PASSWORD,
    roles: [{ role: 'service_lead', centreId: null }],
  });
  const context = await chromium.newContext({
    viewport: { width: 320, height: 640 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

  await page.goto(`${origin}/sign-in?next=/account`);
  await holds(page, 'sign-in');
  await press('Sign in');
  await holds(page, 'sign-in-empty');
  await page.goto(`${origin}/sign-in/link`);
  await holds(page, 'link');
  await page.goto(`${origin}/sign-in/link-sent`);
  await holds(page, 'link-sent');
  await page.goto(`${origin}/sign-in/link/some-token`);
  await holds(page, 'link-open');
  await press('Sign in');
  await holds(page, 'link-over');

  await page.goto(`${origin}/sign-in?next=/account`);
  await press('Sign in as Dan Whitlock');
  await holds(page, 'account-demo');
  await press('Sign out everywhere');

  await page.goto(`${origin}/sign-in?next=/account`);
  await page.getByLabel('E-mail address').fill('rita.real@example.org');
  await page.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD);
  await press('Sign in');
  await holds(page, 'set-up');
  const secret = (await page.locator('code').textContent()) ?? '';
  expect(secret).not.toBe('');
  await press('Finish');
  await holds(page, 'set-up-empty');
  await house.signInPool.query(`update sign_in."twoFactor" set "verified" = true where "userId" = $1`, [
    accountId,
  ]);
  await page.goto(`${origin}/sign-in/second-step`);
  await holds(page, 'second-step');
  await house.signInPool.query(`update sign_in."session" set second_factor_at = now() where "userId" = $1`, [
    accountId,
  ]);
  await page.goto(`${origin}/sign-in/second-step/recovery-codes`);
  await holds(page, 'recovery-codes');
  await page.goto(`${origin}/account`);
  await holds(page, 'account');

  const opening = {
    gateway: house.gateway,
    signInPool: house.signInPool,
    now: house.clock(),
    organisationId: house.organisationId,
  };
  const url = await inviteToSignIn(opening, {
    accountId,
    email: 'rita.real@example.org',
    name: 'Rita',
    organisation: 'First Friends',
    origin,
  });
  await page.goto(url);
  await holds(page, 'welcome');
  await press('Keep this password and go in');
  await holds(page, 'welcome-empty');
  await page.goto(`${origin}/sign-in/welcome/never`);
  await holds(page, 'welcome-over');
  await context.close();
});
