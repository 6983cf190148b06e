import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { longDate } from '#ui/times.ts';
import { openBrowser } from '../../support/chromium.ts';
import { type KithServer, openKith } from '../../support/kith-server.ts';
import { pathIn } from '../../support/letterbox.ts';
import { newVisitor, type Visitor } from '../../support/visit.ts';
import { justBegun, opensAGroup } from './on-the-way.ts';

let kith: KithServer;
let chromium: Browser;
beforeAll(async () => {
  [kith, chromium] = await Promise.all([openKith(), openBrowser()]);
  // The group of this journey meets today and in a week, whatever days these are.
  await kith.rows('delete from programme.bank_holidays');
}, 300_000);
afterAll(async () => {
  await chromium?.close();
  await kith?.stop();
});

const GROUP = 'Weekly welcome';
const WENDY = 'Wendy Osborne';

/** Brings a new certificate: it is asked for, and its original is looked at. */
const seesNewCertificate = async (manager: Visitor): Promise<void> => {
  await manager.page.getByText('Ask for a new check', { exact: true }).click();
  await manager.choose('Enhanced', 'Which check?');
  await manager.choose('Child workforce');
  await manager.press('Ask for this check');
  await manager.follow('The certificate is here');
  await manager.choose(/^I have the original/);
  await manager.write('Certificate number', '001987654321');
  await manager.date('Date on the certificate', justBegun().toPlainDate().subtract({ days: 3 }));
  await manager.write('Surname on it', 'Osborne');
  await manager.choose('Enhanced', 'Level on the certificate');
  await manager.choose('Child workforce');
  await manager.choose('No, it is clear', 'Does it say anything?');
  await manager.press('I have seen it');
};

test('a check that ends before next week’s session, and not before today’s', async () => {
  const begins = justBegun();
  const [wendy] = await kith.rows<{
    account: string;
    person: string;
    email: string;
    until: string;
    end: string;
  }>(
    `select a.id as account, a.person_id as person, c.email, r.expires_on::text as until,
       (r.expires_on + (select grace_days from delivery.requirements q where q.organisation_id = a.organisation_id
         and q.part = 'peer_supporter' and q.code = 'clearance' order by effective_from desc limit 1))::text as end
     from people.persons p join people.accounts a on a.organisation_id = p.organisation_id and a.person_id = p.id
     join people.contacts c on c.organisation_id = p.organisation_id and c.person_id = p.id
     join recruiting.applicants x on x.organisation_id = p.organisation_id and x.person_id = p.id
     join recruiting.proofs r on r.organisation_id = p.organisation_id and r.applicant_id = x.id and r.code = 'clearance'
     where p.given_name = 'Wendy' and p.family_name = 'Osborne'`,
  );
  if (!wendy) throw new Error(`${WENDY} is not in the story.`);
  const [today, next, end] = [
    begins.toPlainDate(),
    begins.toPlainDate().add({ days: 7 }),
    Temporal.PlainDate.from(wendy.end),
  ];
  expect(Temporal.PlainDate.compare(today, end), 'today is still covered').toBeLessThanOrEqual(0);
  expect(Temporal.PlainDate.compare(end, next), 'a week from today is not').toBeLessThan(0);

  const office = await newVisitor(chromium, kith, { width: 1280 });
  await office.signsIn('devon.stclair@example.org');
  await office.visit(`/team/${wendy.account}`);
  await office.press('Send a new link');
  const letter = await kith.letterbox.letterTo(wendy.email, '/sign-in/welcome/');
  const phone = await newVisitor(chromium, kith, { width: 360 });
  await phone.visit(pathIn(letter.text));
  await phone.write('Choose a password', 'slow warm porridge');
  await phone.press('Keep this password and go in');
  await phone.visit('/volunteering');
  await phone.sees(longDate(Temporal.PlainDate.from(wendy.until), { today }));

  const manager = await newVisitor(chromium, kith, { width: 1280 });
  await manager.signsIn('balwinder.kaursandhu@example.org');
  const group = await opensAGroup(manager, { name: GROUP, begins });
  await manager.visit(`${group}/leaders`);
  await manager.page.getByLabel('Who', { exact: true }).selectOption(wendy.account);
  await manager.press('Add');
  await manager.sees(`${WENDY} runs this group from now on.`);
  await manager.sees('They cannot be there on');
  const sessions = await kith.rows<{ id: string }>(
    `select s.id from delivery.sessions s join delivery.groups g on g.organisation_id = s.organisation_id and g.id = s.group_id
     where g.name = $1 order by s.starts_at`,
    [GROUP],
  );
  const [now, then] = sessions.map(({ id }) => `/sessions/${id}`);
  // It has begun already, so the usual crew is not put on it by itself.
  await manager.visit(`${now}/rota`);
  await manager.page.getByLabel('Who', { exact: true }).selectOption(wendy.account);
  await manager.press('Put on');
  await manager.visit(now ?? '');
  await manager.sees(`Run by ${WENDY}`);
  await phone.visit(`${now}/register`);
  await phone.choose('Yes', 'Did the session happen?');
  await phone.press('Close the register');
  await phone.sees('The register is closed.');

  await manager.visit(then ?? '');
  await manager.sees('Nobody is down to run it yet.');
  await manager.visit(`${then}/rota`);
  await manager.sees('Of the usual crew, not there');
  await manager.sees(`and the time to renew it on ${longDate(end, { today })}`);
  await manager.sees('Ask Wendy to bring the new certificate');
  await manager.page.getByLabel('Who', { exact: true }).selectOption(wendy.account);
  const refused = manager.page.waitForResponse((response) => response.request().method() === 'POST');
  await manager.press('Put on');
  expect((await refused).status()).toBe(422);
  await manager.sees(`${WENDY} cannot be put on`);
  expect(await kith.rows('select 1 from delivery.rota where session_id = $1', [sessions[1]?.id])).toEqual([]);

  await manager.visit(`/volunteers/${wendy.person}`);
  await manager.follow('Open the checks');
  await seesNewCertificate(manager);
  await expect
    .poll(
      async () => {
        await manager.visit(then ?? '');
        return manager.page.locator('main').innerText();
      },
      { timeout: 20_000, interval: 500 },
    )
    .toContain(`Run by ${WENDY}`);
  await phone.visit('/volunteering');
  await phone.doesNotSee(longDate(end, { today }));
  for (const each of [office, phone, manager]) await each.leave();
});
