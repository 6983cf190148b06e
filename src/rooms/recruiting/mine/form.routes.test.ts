import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse } from '../../../../tests/support/house.ts';
import { enquire, openRecruiting, walkTo } from '../application.fixture.ts';
import { answerAsk } from '../file/file.commands.ts';
import { applicationOf } from '../route/application.queries.ts';

let here: TestHouse;
beforeAll(async () => {
  here = await openHouse();
  await openRecruiting(here);
});
afterAll(() => here.close());

const where = (response: { headers: Record<string, unknown> }) => String(response.headers.location);
const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const home = (secret: string) => `/join/mine/${secret}`;
const form = (secret: string, step = '') => `${home(secret)}/application${step && `/${step}`}`;
const anyone = () => here.browser(null);

const formsOf = (applicationId: string) =>
  here.system(({ tx }) =>
    tx.selectFrom('recruiting.forms').selectAll().where('application_id', '=', applicationId).execute(),
  );
const burdenOf = (applicationId: string) =>
  here.system(({ tx }) =>
    tx
      .selectFrom('recruiting.asked_of')
      .select(['form', 'questions', 'minutes'])
      .where('application_id', '=', applicationId)
      .execute(),
  );
const toApply = async (who: Parameters<typeof enquire>[1] = {}) => {
  const marta = await enquire(here, { familyName: '', ...who });
  await walkTo(here, marta.applicationId, ['conversation']);
  return marta;
};

const you = { familyName: 'Nowak', why: 'Somebody did it for me.\nNow it is my turn.', brings: '' };
const free = { days: ['monday', 'varies'], times: ['morning'], free: '' };
const ease = { languages: 'Polish, English', accessNeeds: 'A chair with arms', easier: '' };

test('the application opens after the talk, says how long it is, and asks nothing about convictions or health', async () => {
  const early = await enquire(here);
  expect(words((await anyone().get(form(early.secret))).body)).toContain('We talk first');
  expect((await anyone().get(form(early.secret, 'you'))).statusCode).toBe(404);
  const marta = await toApply();
  const start = words((await anyone().get(form(marta.secret))).body);
  expect(start).toContain('11 short questions on four small pages');
  expect(start).toContain('I would rather talk');
  const browser = anyone();
  let at = where(await browser.post(form(marta.secret), {}));
  let asked = '';
  for (const step of ['you', 'free', 'questions', 'ease']) {
    expect(at).toBe(form(marta.secret, step));
    asked += words((await browser.get(at)).body);
    at = where(await browser.post(at, { ...you, ...free, ...ease }));
  }
  expect(asked).not.toMatch(/convict|criminal|offence|health|illness|social worker/i);
});

test('what is written is kept, left on one phone and taken up on another, checked and sent once', async () => {
  const marta = await toApply();
  const phone = anyone();
  const first = where(await phone.post(form(marta.secret), {}));
  expect(first).toBe(form(marta.secret, 'you'));
  const wrong = await phone.post(first, { ...you, familyName: '' });
  expect(wrong.statusCode).toBe(422);
  expect(words(wrong.body)).toContain('Enter your last name');
  expect(wrong.body).toContain('Now it is my turn');
  expect(where(await phone.post(first, you))).toBe(form(marta.secret, 'free'));
  const later = where(await phone.post(form(marta.secret, 'free'), { free: 'Not in July', _go: 'later' }));
  const saved = words((await phone.get(later)).body);
  expect(saved).toContain('Saved for later');
  expect(saved).toContain(`http://kith.test${form(marta.secret)}`);
  here.now = here.now.add({ hours: 24 * 20, minutes: 4 });

  const laptop = anyone();
  expect(words((await laptop.get(form(marta.secret))).body)).toContain('You have begun');
  const on = where(await laptop.post(form(marta.secret), {}));
  expect(on).toBe(form(marta.secret, 'free'));
  expect((await laptop.get(on)).body).toContain('Not in July');
  const dayless = await laptop.post(on, { free: 'Not in July' });
  expect(dayless.statusCode).toBe(422);
  expect(words(dayless.body)).toContain('Tick the days that could suit you');
  expect(where(await laptop.post(on, { ...free, _go: 'back' }))).toBe(form(marta.secret, 'you'));
  await laptop.post(on, free);
  await laptop.post(form(marta.secret, 'questions'), { about_empathy: 'I sat with my neighbour.' });
  expect(where(await laptop.post(form(marta.secret, 'ease'), ease))).toBe(form(marta.secret, 'check'));
  const check = words((await laptop.get(form(marta.secret, 'check'))).body);
  for (const said of ['Nowak', 'Mondays, It changes from week to week', 'I sat with my neighbour', 'Polish'])
    expect(check).toContain(said);
  const changed = await laptop.post(form(marta.secret, 'ease?to=check'), { ...ease, easier: 'More time' });
  expect(where(changed)).toBe(form(marta.secret, 'check'));
  const sent = await laptop.post(form(marta.secret, 'check'), {});
  expect(where(sent)).toBe(home(marta.secret));
  const rows = await formsOf(marta.applicationId);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    written: 'alone',
    answers: {
      ...you,
      ...free,
      ...ease,
      easier: 'More time',
      attributes: [
        { code: 'empathy', answer: 'I sat with my neighbour.' },
        { code: 'communication', answer: '' },
      ],
    },
  });
  // Twenty days passed since it was begun: a form is never counted as more than an hour.
  expect(await burdenOf(marta.applicationId)).toEqual([{ form: 'application', questions: 11, minutes: 60 }]);
  const applicant = await here.system(({ tx }) =>
    tx
      .selectFrom('recruiting.applicants')
      .select(['family_name', 'access_needs'])
      .where('id', '=', marta.applicantId)
      .executeTakeFirst(),
  );
  expect(applicant).toEqual({ family_name: 'Nowak', access_needs: 'A chair with arms' });
  const steps = await here.system(({ tx }) =>
    tx
      .selectFrom('recruiting.steps')
      .select('code')
      .where('application_id', '=', marta.applicationId)
      .where('done_at', 'is', null)
      .orderBy('code')
      .execute(),
  );
  expect(steps.map(({ code }) => code)).toEqual(['check', 'course', 'interview', 'references']);
  expect((await laptop.get(form(marta.secret, 'check'))).statusCode).toBe(404);
  expect(words((await laptop.get(form(marta.secret))).body)).toContain('What you wrote');
  const drafts = await here.system(({ tx }) =>
    tx.selectFrom('platform.drafts').select('typed').where('subject_id', '=', marta.applicationId).execute(),
  );
  expect(drafts).toEqual([{ typed: {} }]);
  here.now = here.now.subtract({ hours: 24 * 20, minutes: 4 });
});

test('an application that misses what must be answered is not sent, and says where to look', async () => {
  const marta = await toApply();
  const browser = anyone();
  await browser.post(form(marta.secret), {});
  const page = words((await browser.get(form(marta.secret, 'check'))).body);
  expect(page).toContain('Before you can send it, please answer: About you When you are free');
  const sent = await browser.post(form(marta.secret, 'check'), {});
  expect(sent.statusCode).toBe(422);
  expect(await formsOf(marta.applicationId)).toEqual([]);
});

test('nobody opens what another applicant writes', async () => {
  const [marta, otto] = [await toApply(), await toApply({ givenName: 'Otto' })];
  await anyone().post(form(marta.secret), {});
  await anyone().post(form(marta.secret, 'you'), { ...you, why: 'Only mine to read' });
  expect((await anyone().get(form(otto.secret, 'you'))).statusCode).toBe(404);
  await anyone().post(form(otto.secret), {});
  expect((await anyone().get(form(otto.secret, 'you'))).body).not.toContain('Only mine to read');
});

test('whoever begins again finds what they wrote the last time', async () => {
  const marta = await toApply();
  const browser = anyone();
  await browser.post(form(marta.secret), {});
  await browser.post(form(marta.secret, 'you'), you);
  await browser.post(form(marta.secret, 'free'), free);
  await browser.post(form(marta.secret, 'questions'), { about_empathy: 'I sat with my neighbour.' });
  await browser.post(form(marta.secret, 'ease'), ease);
  await browser.post(form(marta.secret, 'check'), {});
  await browser.post(`${home(marta.secret)}/leave`, { why: 'moved_away' });
  const again = where(await browser.post(`${home(marta.secret)}/again`, {}, home(marta.secret)));
  const secret = again.split('/').at(-1) ?? '';
  const live = await here.system(({ tx }) =>
    tx
      .selectFrom('recruiting.applications')
      .select('id')
      .where('applicant_id', '=', marta.applicantId)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirstOrThrow(),
  );
  await walkTo(here, live.id, ['conversation']);
  await browser.post(form(secret), {});
  expect((await browser.get(form(secret, 'you'))).body).toContain('Now it is my turn');
  const check = words((await browser.get(form(secret, 'check'))).body);
  expect(check).toContain('I sat with my neighbour');
  expect(check).toContain('Send my application');
});

test('an application that was told on the phone is written down by who recruits, and by nobody else', async () => {
  const marta = await toApply();
  const url = `/applicants/${marta.applicationId}/application`;
  const ruth = await here.member('Ruth Bell', ['volunteer_manager']);
  for (const stranger of [
    await here.member('Priya Shah', ['practitioner']),
    await here.member('Olu Ade', ['administrator']),
    await here.member('Grace Adeyemi', ['peer_supporter']),
    await here.member('Leila Shah', ['service_lead']),
    await here.member('Dan Low', ['volunteer_manager'], here.otherCentreId),
  ])
    expect((await here.browser(stranger).get(url)).statusCode).toBe(404);
  await anyone().post(`${home(marta.secret)}/help`, { kind: 'together', words: 'I write badly' });
  const browser = here.browser(ruth);
  expect(words((await browser.get(url)).body)).toContain('Please do not ask about convictions');
  const answers = { ...you, ...free, ...ease, about_empathy: 'She told me of her aunt.' };
  const missing = await browser.post(url, { ...answers, familyName: '' });
  expect(missing.statusCode).toBe(422);
  expect(missing.body).toContain('She told me of her aunt.');
  expect(words(missing.body)).toContain('Say how you wrote it down');
  const kept = await browser.post(url, { ...answers, written: 'by_phone' });
  expect(where(kept)).toBe(`/applicants/${marta.applicationId}`);
  const [row] = await formsOf(marta.applicationId);
  expect(row).toMatchObject({ written: 'by_phone', answers: { familyName: 'Nowak' } });
  const asks = await here.system(({ tx }) =>
    tx
      .selectFrom('recruiting.help_asks')
      .select('answered_by')
      .where('application_id', '=', marta.applicationId)
      .execute(),
  );
  expect(asks).toEqual([{ answered_by: ruth.accountId }]);
  expect(await burdenOf(marta.applicationId)).toEqual([
    { form: 'application', questions: 11, minutes: null },
  ]);
  const read = words((await browser.get(url)).body);
  expect(read).toContain('It was written down on the phone');
  expect(read).toContain('She told me of her aunt.');
  const own = words((await anyone().get(form(marta.secret))).body);
  expect(own).toContain('What we wrote down with you');
  const twice = await browser.post(url, { ...answers, written: 'together' }, '/applicants');
  expect(twice.statusCode).toBe(422);
});

test('a former parent’s family file is locked when they apply, whoever sends the form', async () => {
  const familyId = await here.file('Amina', 'Khan');
  const amina = await toApply({ givenName: 'Amina', email: 'amina@example.org' });
  await here.system(({ tx }) =>
    tx
      .updateTable('recruiting.applicants')
      .set({ was_parent_here: true })
      .where('id', '=', amina.applicantId)
      .execute(),
  );
  const sealed = () =>
    here.system(async ({ tx }) => {
      const row = await tx
        .selectFrom('people.persons')
        .select('sealed_at')
        .where('id', '=', familyId)
        .executeTakeFirst();
      return row?.sealed_at ?? null;
    });
  const browser = anyone();
  await browser.post(form(amina.secret), {});
  await browser.post(form(amina.secret, 'you'), { ...you, familyName: 'Khan' });
  await browser.post(form(amina.secret, 'free'), free);
  expect(await sealed()).toBeNull();
  await browser.post(form(amina.secret, 'check'), {});
  await here.drain();
  expect(await sealed()).not.toBeNull();
});

test('whoever asks to be rung instead of writing waits for us, and may write again once they were rung', async () => {
  const marta = await toApply();
  const ruth = await here.member('Ruth Bell', ['volunteer_manager']);
  const mover = () =>
    here.system(async ({ tx }) => {
      const row = await tx
        .selectFrom('recruiting.steps')
        .select('mover')
        .where('application_id', '=', marta.applicationId)
        .where('code', '=', 'application')
        .executeTakeFirstOrThrow();
      return row.mover;
    });
  await anyone().post(`${home(marta.secret)}/help`, { kind: 'call' });
  expect(await mover()).toBe('us');
  const waiting = words((await anyone().get(home(marta.secret))).body);
  expect(waiting).toContain('You asked us to ring you');
  expect(waiting).toContain('writes it down with you');
  await here.as(ruth, async (scope) => {
    const { id: askId } = await scope.tx
      .selectFrom('recruiting.help_asks')
      .select('id')
      .where('application_id', '=', marta.applicationId)
      .executeTakeFirstOrThrow();
    const application = await applicationOf(scope, marta.applicationId);
    if (application) await answerAsk(scope, application, { askId, words: 'Rang, all clear now.' });
  });
  expect(await mover()).toBe('applicant');
  expect(words((await anyone().get(home(marta.secret))).body)).toContain('Write your application');
});
