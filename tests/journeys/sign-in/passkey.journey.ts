import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSignInHouse, type SignInHouse } from '#platform/sign-in/desk.fixture.ts';
import { openBrowser } from '../../support/chromium.ts';

let house: SignInHouse;
let chromium: Browser;
let origin = '';
beforeAll(async () => {
  house = await openSignInHouse({ built: true });
  await house.app.listen({ host: '127.0.0.1', port: 0 });
  // A passkey belongs to a name; browsers refuse it at a bare address.
  origin = `http://localhost:${(house.app.server.address() as AddressInfo).port}`;
  chromium = await openBrowser();
});
afterAll(async () => {
  await chromium?.close();
  await house?.close();
});

const PASSWORD = 'slow warm porridge';

/** A device with a fingerprint reader whose owner always says yes, or (verified: false) one that never asks. */
const device = async (context: BrowserContext, page: Page, verified: boolean) => {
  const session = await context.newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: verified,
      isUserVerified: verified,
      automaticPresenceSimulation: true,
    },
  });
};

test('staff set a passkey up as their second step, and it signs them in alone ever after', async () => {
  await house.open({
    email: 'nia@example.org',
    name: 'Nia Powell',
    password: PASSWORD,
    roles: [{ role: 'practitioner', centreId: house.centres[0] }],
  });
  const context = await chromium.newContext();
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  await device(context, page, true);
  await page.goto(`${origin}/sign-in?next=/account`);
  await page.getByLabel('E-mail address').fill('nia@example.org');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { name: 'Set up your second step' }).waitFor();
  await page.getByRole('button', { name: 'Add a passkey on this device' }).click();
  await page.getByRole('heading', { name: 'Your sign-in' }).waitFor();
  expect(await page.getByText('With a passkey', { exact: true }).count()).toBe(1);

  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await page.goto(`${origin}/sign-in?next=/private`);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.waitForURL(`${origin}/private`);
  expect(troubles).toEqual([]);
  await context.close();
});

test('a device that asks for no finger, face or PIN is no second step', async () => {
  await house.open({
    email: 'omar@example.org',
    password: PASSWORD,
    roles: [{ role: 'practitioner', centreId: house.centres[0] }],
  });
  const context = await chromium.newContext();
  const page = await context.newPage();
  await device(context, page, false);
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel('E-mail address').fill('omar@example.org');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: 'Add a passkey on this device' }).click();
  await page.getByText('Nothing was done').waitFor();
  await page.goto(`${origin}/private`);
  expect(new URL(page.url()).pathname).toBe('/sign-in/second-step/set-up');
  await context.close();
});
