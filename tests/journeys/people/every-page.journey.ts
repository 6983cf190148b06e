import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../../support/chromium.ts';
import { type KithServer, openKith } from '../../support/kith-server.ts';
import { newVisitor, patternOf, type Visitor } from '../../support/visit.ts';

let kith: KithServer;
let chromium: Browser;
beforeAll(async () => {
  [kith, chromium] = await Promise.all([openKith(), openBrowser()]);
}, 300_000);
afterAll(async () => {
  await chromium?.close();
  await kith?.stop();
});

/** Two of a kind show that a page is not made for one family only; whoever comes there later needs one. */
const OF_A_KIND = 2;
const AT_MOST = 120;
const before = new Set<string>();
const isFile = (path: string) => /\.(csv|ics|pdf)(\?|$)/.test(path);

/** Goes to every page that can be reached by links from here, breadth first. */
const walk = async (visitor: Visitor, from: string): Promise<Map<string, string>> => {
  const { page } = visitor;
  const titles = new Map<string, string>();
  const seen = new Map<string, number>();
  const waiting = [from];
  const known = new Set(waiting);
  while (waiting.length > 0 && titles.size < AT_MOST) {
    const path = waiting.shift() ?? from;
    const pattern = patternOf(path);
    const times = seen.get(pattern) ?? 0;
    if (times >= (before.has(pattern) ? 1 : OF_A_KIND)) continue;
    seen.set(pattern, times + 1);
    if (isFile(path)) {
      expect((await page.request.get(path)).status(), path).toBe(200);
      continue;
    }
    await visitor.visit(path);
    titles.set(path, await page.title());
    const links = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
        .filter((link) => link.origin === location.origin)
        .map((link) => link.pathname + link.search),
    );
    for (const link of links) {
      if (known.has(link) || link.startsWith('/assets/')) continue;
      known.add(link);
      waiting.push(link);
    }
  }
  for (const pattern of seen.keys()) before.add(pattern);
  return titles;
};

const everybody = [
  ['a practitioner', 'joanne.price@example.org', '/today'],
  ['a volunteer manager', 'ruth.okafor@example.org', '/today'],
  ['an administrator', 'babatunde.adebayoclarke@example.org', '/today'],
  ['a programme coordinator', 'helen.whitaker@example.org', '/today'],
  ['a service lead', 'siobhan.orourke@example.org', '/today'],
  ['a specialist on call', 'anneliese.farber@example.org', '/today'],
  ['a peer supporter', 'priya.nair@example.org', '/today'],
  ['a mother', 'amina.rahman@example.org', '/me'],
  ['a father', 'kwabena.osei@example.org', '/me'],
  ['nobody', null, '/'],
] as const;

for (const [who, email, home] of everybody) {
  test(`every page that ${who} can reach is there, and can be read by everybody on the smallest phone`, async () => {
    const visitor = await newVisitor(chromium, kith, { width: 320 });
    if (email) await visitor.signsIn(email);
    const titles = await walk(visitor, home);
    expect(titles.size).toBeGreaterThan(3);
    // Two pages of different kinds under one name leave somebody with many tabs lost. The programme's own page is
    // that of its newest version, by a shorter address.
    const kinds = new Map<string, Set<string>>();
    for (const [path, title] of titles) {
      const kind = patternOf(path).replace('/programme/:id', '/programme');
      kinds.set(title, (kinds.get(title) ?? new Set()).add(kind));
    }
    const shared = [...kinds].filter(([, patterns]) => patterns.size > 1);
    expect(shared.map(([title, patterns]) => `${title}: ${[...patterns].join(' ')}`)).toEqual([]);
    await visitor.leave();
  });
}
