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

/** What must not reach a family after a loss: anything of a baby, a birth, a bump, weeks, or the group. */
const OF_A_BABY = /\bbab(y|ies)\b|pregnan|\bbump\b|\bbirth\b|\bborn\b|\bdue\b|weeks|Autumn group|newborn/i;

interface Message {
  readonly template: string;
  readonly about: string;
  readonly state: string;
}

test('after a loss nothing about a baby reaches either parent, and the father’s page tells him nothing', async () => {
  const [chantelle] = await kith.rows<{ id: string; email: string }>(
    `select p.id, c.email from people.persons p
     join people.contacts c on c.organisation_id = p.organisation_id and c.person_id = p.id
     where p.given_name = 'Chantelle' and p.side = 'family'`,
  );
  if (!chantelle) throw new Error('Chantelle is not in the story.');
  const [kwabena] = await kith.rows<{ id: string }>(
    `select id from people.persons where given_name = 'Kwabena' and side = 'family'`,
  );

  const father = await newVisitor(chromium, kith);
  await father.signsIn('kwabena.osei@example.org');
  await father.visit('/me');

  const joanne = await newVisitor(chromium, kith, { width: 1280 });
  await joanne.signsIn('joanne.price@example.org');
  await joanne.visit(`/families/${chantelle.id}`);
  await joanne.press('Give Chantelle their own page');
  const mother = await newVisitor(chromium, kith);
  const letter = await kith.letterbox.letterTo(chantelle.email, '/sign-in/welcome/');
  await mother.visit(pathIn(letter.text));
  await mother.press('Go in without a password');
  await mother.sees('Your next group');
  await mother.follow('Getting there');
  const herSession = new URL(mother.page.url()).pathname;
  await mother.visit('/me/toolbox');
  const handouts = await mother.page
    .locator('main a[href^="/me/toolbox/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(handouts.length).toBeGreaterThan(0);

  await joanne.visit(`/families/${chantelle.id}`);
  await joanne.follow('Record a loss');
  await joanne.sees('Take your time');
  await joanne.follow('Go on');
  await joanne.choose('Chantelle', 'Who told us?');
  await joanne.choose('The pregnancy was lost');
  await joanne.press('Write it down and stop messages');

  await mother.visit('/me');
  await mother.sees('We are so sorry');
  await mother.sees('People to talk to');
  await mother.doesNotSee('Your next group');
  // Those who help after a loss say in their own words what they are there for; the rest of the page is ours.
  const ours = await mother.page.evaluate(() => {
    const main = document.querySelector('main')?.cloneNode(true) as HTMLElement;
    for (const card of main.querySelectorAll('section'))
      if (card.textContent?.includes('People to talk to')) card.remove();
    return main.textContent;
  });
  expect(ours).not.toMatch(OF_A_BABY);
  for (const page of ['/me/sessions', '/me/people', '/me/toolbox']) {
    await mother.visit(page);
    await mother.doesNotSee(OF_A_BABY);
  }
  const still = await mother.page.request.get(herSession);
  expect(still.status(), 'her place in the group ended without a word').toBe(404);

  for (const page of ['/me', '/me/sessions', '/me/people', '/me/toolbox']) {
    await father.visit(page);
    await father.doesNotSee(/sorry|\bloss\b|\blost\b|miscarr|stillb|\bdied\b|grief|bereave/i);
  }
  await father.visit('/me');
  await father.doesNotSee(/weeks|pregnan|Your baby/i);

  // A day later somebody moves the next session of the group: everybody in it hears, they do not.
  const before = await kith.rows<{ count: string }>('select count(*) from platform.messages');
  const [session] = await kith.rows<{ id: string }>(
    `select s.id from delivery.sessions s join delivery.groups g on g.organisation_id = s.organisation_id and g.id = s.group_id
     where g.name = 'Autumn group' and s.starts_at > now() and s.called_off_at is null order by s.starts_at limit 1`,
  );
  await joanne.visit(`/sessions/${session?.id}/call-off`);
  await joanne.page.locator('main textarea, main input[type=text]').first().fill('The heating is broken.');
  await joanne.press(/Call/);
  await expect
    .poll(
      async () => (await kith.rows<{ count: string }>('select count(*) from platform.messages'))[0]?.count,
      {
        timeout: 20_000,
      },
    )
    .not.toBe(before[0]?.count);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const since = await kith.rows<Message>(
    `select template, about, state from platform.messages
     where person_id = any($1) and (made_at > (select max(recorded_at) from families.losses) or state in ('waiting', 'held', 'sending'))
     and about in ('group', 'baby', 'referral') and state <> 'stopped'`,
    [[chantelle.id, kwabena?.id]],
  );
  expect(since).toEqual([]);
  const toHer = kith.letterbox.letters.filter((each) => each.to === chantelle.email && each !== letter);
  for (const each of toHer) expect(`${each.subject} ${each.text}`).not.toMatch(OF_A_BABY);

  const office = await newVisitor(chromium, kith, { width: 1280 });
  await office.signsIn('babatunde.adebayoclarke@example.org');
  await office.visit(`/families/${chantelle.id}`);
  await office.doesNotSee(/\bloss\b|\blost\b/i);
  for (const each of [father, mother, joanne, office]) await each.leave();
});
