import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import type { Browser } from '../../../tests/support/browser.ts';
import { openHouse, type TestHouse } from '../../../tests/support/house.ts';
import { MONDAY } from '../../../tests/support/stand.ts';
import { enquire } from '../recruiting/application.fixture.ts';
import { certificatesOf } from './certificates/certificate.queries.ts';
import type { CourseModule } from './course/course.shape.ts';
import { answersTo, applicantAtCourse, openCourse, parts } from './course/learner.fixture.ts';
import * as paths from './paths.ts';

const [first] = parts as [CourseModule];
let house: TestHouse;
let courseId: string;
let manager: AccountActor;

beforeAll(async () => {
  house = await openHouse();
  courseId = await openCourse(house);
  manager = await house.member('Ruth Bell', ['volunteer_manager']);
});
afterAll(() => house.close());
beforeEach(() => {
  house.now = MONDAY;
});

/** What is read on a page, without its tags. */
const words = (html: string) =>
  html
    .replace(/<head>.*<\/head>/s, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', '’')
    .replace(/\s+/g, ' ');

/** The addresses of a course: by a secret, or signed in. */
const ways = (secret: string | null) => ({
  home: secret ? paths.mineCourse({ secret }) : paths.ownCourse(),
  screen: (module: string, screen: number) =>
    secret
      ? paths.mineScreen({ secret, module, screen: String(screen) })
      : paths.ownScreen({ module, screen: String(screen) }),
  check: (module: string) => (secret ? paths.mineCheck({ secret, module }) : paths.ownCheck({ module })),
  outside: secret ? paths.mineOutside({ secret }) : paths.ownOutside(),
  certificate: secret ? paths.mineCertificate({ secret }) : paths.ownCertificate(),
});

const goThrough = async (browser: Browser, secret: string | null) => {
  const way = ways(secret);
  let next = (await browser.post(way.home, {})).headers.location ?? '';
  for (const module of parts) {
    for (const screen of module.screens) {
      const page = await browser.get(next);
      expect(page.statusCode, next).toBe(200);
      expect(words(page.body)).toContain(screen.title);
      next = (await browser.post(next, {})).headers.location ?? '';
    }
    expect(next).toBe(way.check(module.code));
    next = (await browser.post(next, answersTo(module))).headers.location ?? '';
    const answers = await browser.get(next);
    expect(words(answers.body)).toContain('5 of 5 were right');
    next = /class="k-button k-button--primary" href="([^"]+)"/.exec(answers.body)?.[1] ?? '';
  }
  return next;
};

describe('the course by an applicant’s link', () => {
  it('is read from the first page to the certificate, one page at a time, without a script', async () => {
    const { secret, applicantId } = await applicantAtCourse(house);
    const browser = house.browser(null);
    const start = words((await browser.get(ways(secret).home)).body);
    expect(start).toContain('Keeping children and adults safe: before you start');
    expect(start).toContain('hard to read');
    expect(start).not.toContain('Sample, not reviewed');
    const end = await goThrough(browser, secret);
    expect(end).toBe(ways(secret).home);
    expect(words((await browser.get(end)).body)).toContain('You have done it');
    const certificate = words((await browser.get(ways(secret).certificate)).body);
    expect(certificate).toContain('Marta Nowak');
    expect(certificate).toContain('23 November 2028');
    const [held] = await house.system((scope) => certificatesOf(scope, [applicantId]));
    expect(certificate).toContain(held?.reference);
    await house.drain();
  });

  it('keeps the place, and does not let anybody skip to the end', async () => {
    const { secret } = await applicantAtCourse(house);
    const browser = house.browser(null);
    const way = ways(secret);
    expect((await browser.get(way.screen(first.code, 1))).headers.location).toBe(way.home);
    await browser.post(way.home, {});
    await browser.post(way.screen(first.code, 1), {});
    expect((await browser.get(way.screen(first.code, 5))).headers.location).toBe(way.screen(first.code, 2));
    expect((await browser.get(way.check(first.code))).headers.location).toBe(way.screen(first.code, 2));
    const home = (await browser.get(way.home)).body;
    expect(home).toContain(`href="${way.screen(first.code, 2)}"`);
    expect(words(home)).toContain('Go on where you left');
    expect((await browser.get(way.screen(first.code, 99))).statusCode).toBe(404);
    expect((await browser.get(way.screen('no-such-part', 1))).statusCode).toBe(404);
  });

  it('asks again for a question left open, keeps what was chosen, and is kind when it is not enough', async () => {
    const { secret } = await applicantAtCourse(house);
    const browser = house.browser(null);
    const way = ways(secret);
    await browser.post(way.home, {});
    for (const at of first.screens.keys()) await browser.post(way.screen(first.code, at + 1), {});
    const { 'for-whom': _, 'what-is-yours': __, ...some } = answersTo(first);
    const again = await browser.post(way.check(first.code), some);
    expect(again.statusCode).toBe(422);
    expect(words(again.body)).toContain('Question 1: choose an answer, or several.');
    expect(words(again.body)).toContain('Question 2: choose an answer.');
    expect(again.body).toMatch(/value="pass-on"[^>]*checked|checked[^>]*value="pass-on"/);
    const tried = await browser.post(way.check(first.code), answersTo(first, 2));
    const answers = words((await browser.get(tried.headers.location ?? '')).body);
    expect(answers).toContain('3 of 5 were right');
    expect(answers).toContain('Have another go');
    expect(answers).toContain('Read again');
    expect(answers).not.toMatch(/wrong|failed/i);
  });

  it('waits while an application rests, with the place kept, and is over when it has ended', async () => {
    const { secret, applicationId } = await applicantAtCourse(house);
    const browser = house.browser(null);
    const way = ways(secret);
    await browser.post(way.home, {});
    await browser.post(way.screen(first.code, 1), {});
    const say = (moments: { paused_at?: string | null; withdrawn_at?: string; withdrawn_why?: 'time' }) =>
      house.system(({ tx }) =>
        tx.updateTable('recruiting.applications').set(moments).where('id', '=', applicationId).execute(),
      );
    await say({ paused_at: MONDAY.toString() });
    expect(words((await browser.get(way.home)).body)).toContain('Your application rests just now');
    expect((await browser.get(way.screen(first.code, 2))).headers.location).toBe(way.home);
    await say({ paused_at: null });
    expect((await browser.get(way.screen(first.code, 2))).statusCode).toBe(200);
    await say({ withdrawn_at: MONDAY.toString(), withdrawn_why: 'time' });
    expect(words((await browser.get(way.home)).body)).toContain('Your application has ended');
    const pressed = await browser.post(way.screen(first.code, 2), {}, paths.askCertificate());
    expect(pressed.statusCode).toBe(404);
  });

  it('does not open before its time, nor for a link that is nobody’s', async () => {
    const { secret } = await enquire(house, { givenName: 'Eve' });
    const browser = house.browser(null);
    expect(words((await browser.get(ways(secret).home)).body)).toContain('opens a little later on your way');
    // No button stands on the page; somebody who presses it all the same is told why.
    expect((await browser.post(ways(secret).home, {}, paths.askCertificate())).statusCode).toBe(422);
    expect((await browser.get(ways(secret).outside)).headers.location).toBe(ways(secret).home);
    expect((await browser.get(ways('x'.repeat(43)).home)).statusCode).toBe(404);
  });
});

describe('a course done elsewhere', () => {
  it('is told by the applicant, checked by the volunteer manager, and becomes a certificate', async () => {
    const { secret } = await applicantAtCourse(house, 'Dilys');
    const applicant = house.browser(null);
    const way = ways(secret);
    const told = { provider: 'Hartley Council', title: 'Safeguarding level 2', number: '' };
    const missing = await applicant.post(way.outside, told);
    expect(missing.statusCode).toBe(422);
    expect(words(missing.body)).toContain('Enter the day on the certificate.');
    expect(missing.body).toContain('Hartley Council');
    const date = { 'doneOn-day': '10', 'doneOn-month': '3', 'doneOn-year': '2026' };
    expect((await applicant.post(way.outside, { ...told, ...date })).headers.location).toBe(way.home);
    expect(words((await applicant.get(way.home)).body)).toContain('We are checking the course');
    const office = house.browser(manager);
    const list = (await office.get(paths.eLearningPeople())).body;
    expect(words(list)).toContain('Dilys Nowak');
    const check = /href="(\/e-learning\/elsewhere\/[^"]+)"/.exec(list)?.[1] ?? '';
    const half = await office.post(check, { accepted: 'yes', checked: '' });
    expect(half.statusCode).toBe(422);
    expect(words(half.body)).toContain('Say what you saw');
    const until = { 'expiresOn-day': '10', 'expiresOn-month': '3', 'expiresOn-year': '2028' };
    const done = await office.post(check, { accepted: 'yes', checked: 'The original.', ...until });
    expect(done.statusCode).toBe(303);
    expect(words((await applicant.get(way.home)).body)).toContain('We have checked the course you did');
    const certificate = words((await applicant.get(way.certificate)).body);
    expect(certificate).toContain('Safeguarding level 2');
    expect(certificate).toContain('10 March 2028');
  });

  it('is written down at the centre, for somebody who brings the paper', async () => {
    const { applicantId } = await applicantAtCourse(house, 'Frank');
    const office = house.browser(manager);
    const saved = await office.post(paths.recordOutside({ applicantId }), {
      provider: 'A hospital',
      title: 'Level 3',
      number: '77',
      'doneOn-day': '1',
      'doneOn-month': '10',
      'doneOn-year': '2026',
      checked: 'The original.',
      'expiresOn-day': '1',
      'expiresOn-month': '10',
      'expiresOn-year': '2029',
    });
    expect(saved.statusCode).toBe(303);
    const [certificate] = await house.system((scope) => certificatesOf(scope, [applicantId]));
    const page = paths.staffCertificate({ certificateId: certificate?.id ?? '' });
    expect(words((await office.get(page)).body)).toContain('By Ruth Bell on 23 November 2026');
    expect((await office.post(page, { why: '' })).statusCode).toBe(422);
    expect((await office.post(page, { why: 'It was not theirs.' })).statusCode).toBe(303);
    expect(words((await office.get(page)).body)).toContain('Taken back');
  });
});

describe('a certificate in anybody’s hands', () => {
  it('says whether it holds, of whom by first name and initial, and no more', async () => {
    const { secret, applicantId } = await applicantAtCourse(house, 'Zofia');
    const browser = house.browser(null);
    await goThrough(browser, secret);
    const [certificate] = await house.system((scope) => certificatesOf(scope, [applicantId]));
    const reference = certificate?.reference ?? '';
    const asked = await browser.post(paths.askCertificate(), {
      reference: ` ${reference.toLowerCase().replace('-', ' ')} `,
    });
    expect(asked.headers.location).toBe(paths.verifyCertificate({ reference }));
    const look = async () => words((await browser.get(paths.verifyCertificate({ reference }))).body);
    expect(await look()).toContain('This certificate holds until 23 November 2028.');
    expect(await look()).toContain('Zofia N.');
    expect(await look()).not.toContain('Nowak');
    house.now = Temporal.Instant.from('2028-11-24T10:00:00Z');
    expect(await look()).toContain('This certificate ended on 23 November 2028.');
    house.now = MONDAY;
    await house.browser(manager).post(paths.staffCertificate({ certificateId: certificate?.id ?? '' }), {
      why: 'Somebody else did it.',
    });
    expect(await look()).toContain('was taken back');
    expect(await look()).not.toContain('Somebody else did it');
  });

  it('with a number nobody knows leads on kindly', async () => {
    const page = await house.browser(null).get(paths.verifyCertificate({ reference: 'BCD-FGH' }));
    expect(page.statusCode).toBe(200);
    expect(words(page.body)).toContain('We do not know this number');
  });
});

describe('the course for somebody who signs in', () => {
  it('is the same, and the certificate follows', async () => {
    const actor = await house.member('Grace Adeyemi', ['peer_supporter']);
    await house.system((scope) =>
      scope.tx
        .insertInto('recruiting.applicants')
        .values({
          organisation_id: house.organisationId,
          id: newId(),
          centre_id: house.centreId,
          given_name: 'Grace',
          family_name: 'Adeyemi',
          person_id: actor.personId,
          made_at: house.now.toString(),
        })
        .execute(),
    );
    const browser = house.browser(actor);
    await goThrough(browser, null);
    expect(words((await browser.get(paths.ownCourse())).body)).toContain('Your certificate is being written');
    expect((await browser.get(paths.ownCertificate())).statusCode).toBe(404);
    await house.drain();
    expect(words((await browser.get(paths.ownCourse())).body)).toContain('You have done it');
    expect(words((await browser.get(paths.ownCertificate())).body)).toContain('Grace Adeyemi');
  });

  it('is not there for somebody of whom recruiting keeps nothing, nor for a stranger', async () => {
    expect((await house.browser(manager).get(paths.ownCourse())).statusCode).toBe(404);
    const stranger = await house.browser(null).get(paths.ownCourse());
    expect(stranger.headers.location).toContain('/sign-in');
  });
});

describe('the course for the team', () => {
  it('is read by everybody of the team, and by no parent', async () => {
    const supporter = house.browser(await house.member('Bea Stone', ['peer_supporter']));
    expect(words((await supporter.get(paths.eLearning())).body)).toContain('Approved');
    for (const module of parts) {
      const page = await supporter.get(paths.readModule({ courseId, module: module.code }));
      for (const screen of module.screens) expect(words(page.body)).toContain(screen.title);
    }
    expect((await supporter.get(paths.eLearningPeople())).statusCode).toBe(404);
    expect((await supporter.get(paths.reviewCourse({ courseId }))).statusCode).toBe(404);
    const parent = house.browser(await house.parent());
    expect((await parent.get(paths.eLearning())).statusCode).toBe(404);
  });

  it('is sent back and approved by a professional; only then is it offered', async () => {
    const { secret } = await applicantAtCourse(house, 'Ines');
    const applicant = house.browser(null);
    const lead = house.browser(await house.member('Leila Shah', ['service_lead']));
    const review = paths.reviewCourse({ courseId });
    const bare = await lead.post(review, { role: 'Service lead', approved: 'no', words: '' });
    expect(bare.statusCode).toBe(422);
    expect(words(bare.body)).toContain('Say what has to change');
    house.now = MONDAY.add({ minutes: 5 });
    await lead.post(review, { role: 'Service lead', approved: 'no', words: 'Name our own lead.' });
    expect(words((await lead.get(paths.eLearning())).body)).toContain('Name our own lead.');
    const shut = await applicant.get(ways(secret).home);
    expect(words(shut.body)).toContain('cannot be offered just now');
    expect((await applicant.post(ways(secret).home, {}, paths.askCertificate())).statusCode).toBe(422);
    house.now = MONDAY.add({ minutes: 10 });
    await lead.post(review, { role: 'Service lead', approved: 'yes', words: '' });
    expect((await applicant.post(ways(secret).home, {})).statusCode).toBe(303);
  });
});
