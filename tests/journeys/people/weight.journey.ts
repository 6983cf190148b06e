import type { Browser, BrowserContext } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../../support/chromium.ts';
import { type KithServer, openKith } from '../../support/kith-server.ts';
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

/** Compressed bytes of a first visit: the page, its style, its typeface and its small picture. */
const MOST_BYTES = 60_000;

let signedIn: Awaited<ReturnType<BrowserContext['storageState']>>;
beforeAll(async () => {
  const amina = await newVisitor(chromium, kith);
  await amina.signsIn('amina.rahman@example.org');
  signedIn = await amina.context.storageState();
  await amina.leave();
});

const weigh = async (path: string, whose: 'public' | 'a parent’s') => {
  // A context of its own has an empty cache: everything is fetched, as on a first visit.
  const context = await chromium.newContext({
    viewport: { width: 360, height: 740 },
    ...(whose === 'a parent’s' && { storageState: signedIn }),
  });
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  const scripts: string[] = [];
  let bytes = 0;
  let types = 0;
  await network.send('Network.enable');
  network.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  network.on('Network.requestWillBeSent', ({ type, request }) => {
    if (type === 'Script') scripts.push(request.url);
    if (type === 'Font') types += 1;
  });
  const response = await page.goto(`${kith.origin}${path}`, { waitUntil: 'networkidle' });
  expect(response?.status(), path).toBe(200);
  expect(new URL(page.url()).pathname).toBe(path);
  const inline = await page.locator('script').count();
  await context.close();
  return { bytes, types, scripts, inline };
};

const OF_A_PARENT = ['/me', '/me/sessions', '/me/people', '/me/held', '/me/toolbox'];
const pages = [
  ...[
    '/',
    '/self',
    '/refer',
    '/help',
    '/privacy',
    '/accessibility',
    '/about',
    '/centres/hartley',
    '/sign-in/link',
  ].map((path) => [path, 'public'] as const),
  ...OF_A_PARENT.map((path) => [path, 'a parent’s'] as const),
];

test.each(pages)('%s comes in under 60 kB with its typeface, and without a script', async (path, whose) => {
  const { bytes, types, scripts, inline } = await weigh(path, whose);
  expect(types, 'the typeface is weighed').toBe(1);
  expect(bytes).toBeLessThan(MOST_BYTES);
  expect(bytes).toBeGreaterThan(10_000);
  expect([...scripts, ...Array(inline).fill('script')]).toEqual([]);
});
