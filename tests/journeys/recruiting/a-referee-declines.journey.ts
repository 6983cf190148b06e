import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../../support/chromium.ts';
import { type KithServer, openKith } from '../../support/kith-server.ts';
import { pathIn } from '../../support/letterbox.ts';
import { newVisitor, type Visitor } from '../../support/visit.ts';
import {
  answers,
  asks,
  fileOf,
  namesReferee,
  refereesLink,
  writesApplication,
  writesDownTheTalk,
} from './on-the-way.ts';

let kith: KithServer;
let chromium: Browser;
beforeAll(async () => {
  [kith, chromium] = await Promise.all([openKith(), openBrowser()]);
}, 300_000);
afterAll(async () => {
  await chromium?.close();
  await kith?.stop();
});

const tariq = { givenName: 'Tariq', familyName: 'Lindley', email: 'tariq.lindley@example.com' };
const WHY = 'He left us in a bad way and I would not want to say more.';
const SAID = 'He carried our old piano up three flights and laughed.';
/** What no page and no letter of the applicant may say: what was said, and that anything was decided about it. */
const NEVER = [WHY, SAID, 'piano', 'bad way', 'declined'] as const;

/** Every page of an applicant's own that can be reached by links from their first. */
const everyPageOf = async (applicant: Visitor, home: string): Promise<readonly string[]> => {
  const own = `/join/mine/`;
  const waiting = [home];
  const seen = new Set<string>();
  for (let path = waiting.shift(); path; path = waiting.shift()) {
    if (seen.has(path)) continue;
    seen.add(path);
    await applicant.visit(path);
    await applicant.doesNotSee(...NEVER);
    waiting.push(
      ...(await applicant.page.evaluate(
        (start) =>
          [...document.querySelectorAll<HTMLAnchorElement>('main a[href], a.nhsuk-back-link[href]')]
            .map((link) => link.pathname)
            .filter((each) => each.startsWith(start)),
        own,
      )),
    );
  }
  return [...seen];
};

test('a referee declines, and the applicant learns only that another name is needed', async () => {
  const applicant = await newVisitor(chromium, kith);
  const ruth = await newVisitor(chromium, kith, { width: 1280 });
  await ruth.signsIn('ruth.okafor@example.org');
  const home = await asks(applicant, kith, tariq);
  const file = await fileOf(ruth, tariq);
  await writesDownTheTalk(ruth, file);
  await writesApplication(applicant, home, tariq);
  await applicant.visit(`${home}/referees`);
  await namesReferee(applicant, {
    name: 'Desmond Quill',
    email: 'desmond.quill@example.com',
    context: 'Work',
  });
  await namesReferee(applicant, {
    name: 'Halima Stone',
    email: 'halima.stone@example.com',
    context: 'A faith group or a community group',
  });

  const declining = await newVisitor(chromium, kith);
  const link = await refereesLink(kith, 'desmond.quill@example.com');
  await declining.visit(link);
  await declining.follow(/^I cannot answer/);
  await declining.press('Send');
  expect(await declining.page.title()).toMatch(/^Error: /);
  await declining.choose('I would rather not');
  await declining.write(/^Your number and a good time/, WHY);
  await declining.press('Send');
  await declining.sees('Thank you for telling us');
  await declining.visit(link);
  await declining.sees('Thank you for telling us');
  expect(await declining.page.getByRole('button', { name: 'Send my answers' }).count()).toBe(0);

  const letter = await kith.letterbox.letterTo(tariq.email, 'Desmond Quill cannot give a reference now');
  for (const words of NEVER) expect(`${letter.subject} ${letter.text}`).not.toMatch(words);
  await applicant.visit(pathIn(letter.text));
  await applicant.follow('Name people who know you');
  await applicant.sees('Cannot give a reference now.');
  await namesReferee(applicant, {
    name: 'Ngozi Arrow',
    email: 'ngozi.arrow@example.com',
    context: 'Volunteering',
  });
  await applicant.sees('You have done your part');

  const third = await newVisitor(chromium, kith);
  await third.visit(await refereesLink(kith, 'ngozi.arrow@example.com'));
  await answers(third, { called: 'Tariq', context: 'From volunteering', words: SAID });

  const pages = await everyPageOf(applicant, home);
  expect(pages).toContain(`${home}/referees`);
  expect(pages.length).toBeGreaterThan(5);
  for (const each of kith.letterbox.letters.filter(({ to }) => to === tariq.email))
    for (const words of NEVER) expect(`${each.subject} ${each.text}`).not.toMatch(words);

  // Those who recruit read both: what was declined, and what was said.
  await ruth.visit(`${file}/references`);
  await ruth.sees(WHY);
  await ruth.follow(/^Compare.*Ngozi Arrow/);
  await ruth.sees(SAID);
  for (const each of [applicant, ruth, declining, third]) await each.leave();
});
