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

/** Addresses of one thing of each kind at a centre, as somebody there would have them in their browser. */
const addressesAt = async (centre: string): Promise<string[]> => {
  const one = async (table: string, where = 'true') => {
    const [row] = await kith.rows<{ id: string }>(
      `select t.id from ${table} t join people.centres c on c.organisation_id = t.organisation_id and c.id = t.centre_id
       where c.slug = $1 and ${where} limit 1`,
      [centre],
    );
    if (!row) throw new Error(`${centre} has nothing in ${table}`);
    return row.id;
  };
  const [person, referral, group, session] = await Promise.all([
    one('people.persons', "t.side = 'family'"),
    one('referrals.referrals'),
    one('delivery.groups'),
    one('delivery.sessions'),
  ]);
  return [
    ...['', '/contact', '/about', '/birth', '/loss', '/safety', '/due-date'].map(
      (part) => `/families/${person}${part}`,
    ),
    `/referrals/${referral}`,
    `/referrals/${referral}/decide/welcome`,
    ...['', '/edit', '/end'].map((part) => `/groups/${group}${part}`),
    ...['', '/register', '/register/print', '/plan', '/run-sheet', '/move'].map(
      (part) => `/sessions/${session}${part}`,
    ),
  ];
};

test('what belongs to another centre is not found, and neither is what belongs to another organisation', async () => {
  const joanne = await newVisitor(chromium, kith);
  await joanne.signsIn('joanne.price@example.org');
  const status = async (path: string) => (await joanne.page.request.get(path, { maxRedirects: 0 })).status();
  const ours = await addressesAt('hartley');
  const found = await Promise.all(ours.map(status));
  expect(found.filter((each) => each === 200).length, 'her own are there').toBeGreaterThan(10);
  const theirs = await addressesAt('bramble');
  for (const path of theirs) expect(await status(path), path).toBe(404);

  const elsewhere = await addressesOfAnotherOrganisation();
  for (const path of elsewhere) expect(await status(path), path).toBe(404);
  await joanne.leave();
});

const addressesOfAnotherOrganisation = async (): Promise<string[]> => {
  const id = () => crypto.randomUUID();
  const [organisation, centre, person] = [id(), id(), id()];
  await kith.rows(
    `insert into people.organisations (organisation_id, slug, name, made_at) values ($1, 'elsewhere', 'Elsewhere', now())`,
    [organisation],
  );
  await kith.rows(
    `insert into people.centres (organisation_id, id, slug, name, town, opened_on) values ($1, $2, 'far', 'Far', 'Far', '2024-01-01')`,
    [organisation, centre],
  );
  await kith.rows(
    `insert into people.persons (organisation_id, id, side, centre_id, given_name, family_name, made_at)
     values ($1, $2, 'family', $3, 'Someone', 'Else', now())`,
    [organisation, person, centre],
  );
  return [`/families/${person}`, `/families/${person}/contact`, `/families/${person}/loss`, '/centres/far'];
};
