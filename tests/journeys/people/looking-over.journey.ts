import type { Browser } from 'playwright';
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

const harms: readonly (readonly [string, RegExp, () => void])[] = [
  [
    'a picture without words',
    /accessibility of/,
    () => document.querySelector('main')?.append(document.createElement('img')),
  ],
  [
    'a style that the page’s own rules forbid',
    /console of/,
    () => {
      const made = document.createElement('p');
      made.setAttribute('style', 'color: red');
      document.querySelector('main')?.append(made);
    },
  ],
  [
    'something wider than the phone',
    /scrolls sideways/,
    () => {
      const made = document.createElement('p');
      made.textContent = 'Far too wide';
      made.style.minWidth = '900px';
      document.querySelector('main')?.append(made);
    },
  ],
  ['a page without its main heading', /main headings of/, () => document.querySelector('h1')?.remove()],
];

test.each(harms)('looking a page over finds %s', async (_what, complaint, harm) => {
  // A width of its own each, because a page of the same shape is not looked at twice.
  const visitor = await newVisitor(chromium, kith, {
    width: 400 + harms.findIndex((each) => each[2] === harm),
  });
  await visitor.page.goto('/about');
  await visitor.page.evaluate(harm);
  await expect.poll(() => visitor.lookOver().then(() => '', String)).toMatch(complaint);
  await visitor.leave();
});

test.each([
  ['joanne.price@example.org', ['/today', '/families', '/referrals', '/groups', '/toolbox', '/concerns/new']],
  ['amina.rahman@example.org', ['/me', '/me/toolbox', '/me/held', '/help']],
  [null, ['/', '/self', '/refer', '/sign-in', '/help']],
])('the first pages can be read on a dark screen too: %s', async (email, pages) => {
  const visitor = await newVisitor(chromium, kith, { dark: true });
  if (email) await visitor.signsIn(email);
  for (const path of pages) await visitor.visit(path);
  await visitor.leave();
});
