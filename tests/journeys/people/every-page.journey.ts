import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashOfSecret, newSecret } from '#kernel/ids.ts';
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
const AT_MOST = 200;
const before = new Set<string>();
const FILES = [
  /\.(csv|ics|json|pdf)(\?|$)/,
  /^\/(volunteering|join\/mine\/[^/]+)\/certificates\/[^/]+$/,
  /^\/awards\/[^/]+\/certificate$/,
  /^\/credentials\/([^/]+\/credential|keys(\/.+)?|status|issuer)$/,
];
const isFile = (path: string) => FILES.some((kind) => kind.test(path));

/** Pages that look the same whomever they are about: one of them is enough for everybody. */
const ALIKE = /\/do\/(contact|link|pause|withdraw|decline|pass)$|^\/applicants\/:id\/application$/;

/** Goes to every page that can be reached by links from here, breadth first; no further than pages that begin like these. */
const walk = async (
  visitor: Visitor,
  from: string,
  within: readonly string[] = ['/'],
): Promise<Map<string, string>> => {
  const { page } = visitor;
  const titles = new Map<string, string>();
  const seen = new Map<string, number>();
  const waiting = [from];
  const known = new Set(waiting);
  while (waiting.length > 0 && titles.size < AT_MOST) {
    const path = waiting.shift() ?? from;
    const pattern = patternOf(path);
    const times = seen.get(pattern) ?? 0;
    if (times >= (before.has(pattern) ? 1 : OF_A_KIND) || (before.has(pattern) && ALIKE.test(pattern)))
      continue;
    seen.set(pattern, times + 1);
    if (isFile(path)) {
      expect((await page.request.get(path)).status(), path).toBe(200);
      continue;
    }
    await visitor.visit(path);
    // Some addresses lead on: the front door to somebody's own first page, a note that was begun to where it is written.
    const { pathname, search } = new URL(page.url());
    titles.set(pathname + search, await page.title());
    const links = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
        .filter((link) => link.origin === location.origin)
        .map((link) => link.pathname + link.search),
    );
    for (const link of links) {
      if (known.has(link) || link.startsWith('/assets/')) continue;
      if (!within.some((beginning) => link.startsWith(beginning))) continue;
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
    // that of its newest version, by a shorter address; so is the syllabus's.
    const kinds = new Map<string, Set<string>>();
    for (const [path, title] of titles) {
      const kind = patternOf(path).replace(/^\/(programme|syllabus)\/:id$/, '/$1');
      kinds.set(title, (kinds.get(title) ?? new Set()).add(kind));
    }
    const shared = [...kinds].filter(([, patterns]) => patterns.size > 1);
    expect(shared.map(([title, patterns]) => `${title}: ${[...patterns].join(' ')}`)).toEqual([]);
    await visitor.leave();
  });
}

/** One application of each kind: where it stands, and whose move each of its open steps is. */
const ONE_OF_EACH = `
  select distinct on (kind) organisation_id, id, centre_id, applicant_id, kind from (
    select a.organisation_id, a.id, a.centre_id, a.applicant_id, concat_ws(' ',
      case when a.welcomed_at is not null then 'welcomed' when a.withdrawn_at is not null then 'withdrawn'
        when a.declined_at is not null then 'declined' when a.paused_at is not null then 'paused'
        when a.offered_at is not null then 'offered' else 'live' end,
      (select string_agg(s.code || ':' || s.mover, ' ' order by s.code) from recruiting.steps s
        where s.organisation_id = a.organisation_id and s.application_id = a.id and s.done_at is null and s.waived_at is null)) as kind
    from recruiting.applications a) as each order by kind, id`;

test('every page behind the link of an applicant, wherever they are on their way', async () => {
  const applications = await kith.rows<{ id: string; kind: string }>(ONE_OF_EACH);
  expect(applications.length).toBeGreaterThan(10);
  const titles = new Set<string>();
  for (const { id, kind } of applications) {
    const secret = newSecret();
    await kith.rows(
      `insert into recruiting.links (organisation_id, secret_hash, application_id, centre_id, applicant_id, made_at)
       select organisation_id, $2, id, centre_id, applicant_id, now() from recruiting.applications where id = $1`,
      [id, hashOfSecret(secret)],
    );
    const applicant = await newVisitor(chromium, kith, { width: 320 });
    const home = `/join/mine/${secret}`;
    const found = await walk(applicant, home, [home]);
    expect(found.get(home), kind).toBe('Your way to volunteering – Kith');
    for (const title of found.values()) titles.add(title);
    await applicant.leave();
  }
  expect(titles.size).toBeGreaterThan(12);
}, 300_000);

test('every page behind the link of a referee, whatever became of what was asked', async () => {
  const asked = await kith.rows<{ id: string; kind: string }>(`
    select distinct on (kind) id, kind from (
      select k.id, concat_ws(' ', case when k.ended_at is not null then 'ended' end,
        case when k.expires_at < now() then 'over' end, case when k.call_wanted_at is not null then 'call' end,
        case when r.let_go_at is not null then 'let go' end,
        case when w.answered_at is not null then 'answered' when w.declined_at is not null then 'declined' end) as kind
      from recruiting.reference_asks k
      left join recruiting.reference_answers w on w.organisation_id = k.organisation_id and w.referee_id = k.referee_id
      join recruiting.referees r on r.organisation_id = k.organisation_id and r.id = k.referee_id
    ) as each order by kind, id`);
  expect(asked.length).toBeGreaterThan(2);
  const kinds = new Set<string>();
  for (const { id } of asked) {
    const secret = newSecret();
    await kith.rows('update recruiting.reference_asks set secret_hash = $2 where id = $1', [
      id,
      hashOfSecret(secret),
    ]);
    const referee = await newVisitor(chromium, kith, { width: 320 });
    const home = `/reference/${secret}`;
    const titles = await walk(referee, home, [home]);
    for (const path of titles.keys()) kinds.add(patternOf(path));
    await referee.leave();
  }
  expect([...kinds].sort()).toEqual(['/reference/:secret', '/reference/:secret/decline']);
});

test('every page about an applicant, wherever they are on their way, for the one who looks after them', async () => {
  const helen = await newVisitor(chromium, kith, { width: 320 });
  await helen.signsIn('helen.whitaker@example.org');
  const hers = await kith.rows<{ id: string }>(
    ONE_OF_EACH.replace(
      'recruiting.applications a)',
      `recruiting.applications a join people.centres c on c.organisation_id = a.organisation_id and c.id = a.centre_id
       where c.slug in ('hartley', 'quayside'))`,
    ),
  );
  const kinds = new Set<string>();
  for (const { id } of hers) {
    const file = `/applicants/${id}`;
    const titles = await walk(helen, file, [file, '/checks/']);
    for (const path of titles.keys()) kinds.add(patternOf(path));
  }
  for (const verb of ['talked', 'book', 'accept', 'go_on', 'waive', 'induction'])
    expect(kinds, verb).toContain(`/applicants/:id/do/${verb}`);
  await helen.visit('/applicants?view=board');
  await helen.leave();
}, 300_000);
