import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountActor } from '#platform/db/actor.ts';
import { openHouse, type TestHouse } from '../../../../tests/support/house.ts';
import { enquire, openRecruiting, walkTo } from '../application.fixture.ts';
import { proofsOf } from '../proofs/proof.queries.ts';

let here: TestHouse;
let manager: AccountActor;
beforeAll(async () => {
  here = await openHouse();
  await openRecruiting(here);
  manager = await here.member('Vi Manager', ['volunteer_manager']);
});
afterAll(() => here.close());

type Applicant = Awaited<ReturnType<typeof enquire>>;

const referee = (name: string, changed: Readonly<Record<string, string>> = {}) => ({
  name,
  email: `${name.toLowerCase().replaceAll(' ', '.')}@example.org`,
  phone: '',
  context: 'work',
  howKnown: 'We shared an office.',
  knownYears: '5',
  related: 'no',
  worksHere: 'no',
  ...changed,
});
const answers = {
  howKnown: 'She ran the toddler group I went to.',
  context: 'volunteering',
  sinceYear: '2019',
  related: 'no',
  reliable: 'yes',
  reliableWords: 'Always the first to arrive.',
  calm: 'yes',
  calmWords: '',
  concern: 'no',
  concernWords: '',
  glad: 'yes',
  gladWords: '',
  mayRing: 'no',
  phone: '',
};

/** An applicant whose references are asked for. */
const applied = async (givenName: string): Promise<Applicant> => {
  const applicant = await enquire(here, { givenName });
  await walkTo(here, applicant.applicationId, ['conversation', 'application']);
  return applicant;
};
const june = ({ applicantId }: Applicant) => `june.${applicantId}@example.org`;
const ola = ({ applicantId }: Applicant) => `ola.${applicantId}@example.org`;
const nameBoth = async (applicant: Applicant) => {
  const browser = here.browser(null);
  const page = `/join/mine/${applicant.secret}/referees`;
  await browser.post(page, referee('June Park', { email: june(applicant) }));
  return browser.post(page, referee('Ola Berg', { email: ola(applicant), context: 'study' }));
};
const letters = (template: string, { applicationId }: Applicant) =>
  here.system(async ({ tx }) => {
    const rows = await tx
      .selectFrom('platform.messages as m')
      .select(['m.address', 'm.details', 'm.made_at'])
      .where('m.template', '=', template)
      .orderBy('m.made_at')
      .orderBy('m.id')
      .execute();
    const own = await tx
      .selectFrom('recruiting.referees')
      .select('email')
      .where('application_id', '=', applicationId)
      .execute();
    const emails = new Set(own.map(({ email }) => email));
    return rows
      .filter(({ address }) => emails.has(address))
      .map(({ address, details }) => ({
        address,
        link: String((details as Record<string, string>).link).replace('http://kith.test', ''),
      }));
  });
const stepOf = ({ applicationId }: Applicant) =>
  here.system(({ tx }) =>
    tx
      .selectFrom('recruiting.steps')
      .select(['mover', 'done_at'])
      .where('application_id', '=', applicationId)
      .where('code', '=', 'references')
      .executeTakeFirstOrThrow(),
  );
const refereeId = async ({ applicationId }: Applicant, name: string) =>
  (
    await here.system(({ tx }) =>
      tx
        .selectFrom('recruiting.referees')
        .select('id')
        .where('application_id', '=', applicationId)
        .where('name', '=', name)
        .executeTakeFirstOrThrow(),
    )
  ).id;
const judge = async (applicant: Applicant, name: string, judged: Readonly<Record<string, string>>) =>
  here
    .browser(manager)
    .post(`/applicants/${applicant.applicationId}/references/${await refereeId(applicant, name)}`, {
      words: '',
      supplement: '',
      seniorBy: '',
      ...judged,
    });

test('an applicant reads the rules before typing, names two people, and only then the letters go', async () => {
  const marta = await applied('Marta');
  const browser = here.browser(null);
  const page = `/join/mine/${marta.secret}/referees`;
  const before = (await browser.get(page)).body;
  expect(before.indexOf('for two years or longer')).toBeGreaterThan(0);
  expect(before.indexOf('for two years or longer')).toBeLessThan(before.indexOf('name="knownYears"'));
  expect((await stepOf(marta)).mover).toBe('applicant');
  const family = await browser.post(page, referee('Aunt Rosa', { related: 'yes', knownYears: '1' }));
  expect(family.statusCode).toBe(422);
  expect(family.body).toContain('not related to you');
  expect(family.body).toContain('two years or longer. If there is nobody, tell us');
  expect(family.body).toContain('value="Aunt Rosa"');
  await browser.post(page, referee('June Park'));
  expect(await letters('reference_asked', marta)).toEqual([]);
  const same = await browser.post(page, referee('Ola Berg'));
  expect(same.body).toContain('from the same part of your life');
  await browser.post(page, referee('Ola Berg', { context: 'study' }));
  expect((await letters('reference_asked', marta)).map(({ address }) => address).sort()).toEqual([
    'june.park@example.org',
    'ola.berg@example.org',
  ]);
  expect((await stepOf(marta)).mover).toBe('referees');
  expect((await browser.get(page)).body).toContain('You have done your part');
});

test('a referee answers once by the link; two good references end the step and are proofs', async () => {
  const bea = await applied('Bea');
  await nameBoth(bea);
  for (const { link } of await letters('reference_asked', bea)) {
    const browser = here.browser(null);
    const page = (await browser.get(link)).body;
    expect(page).toContain('A few questions about Bea Nowak');
    expect((await browser.post(link, { ...answers, concern: '' })).statusCode).toBe(422);
    expect((await browser.post(link, answers)).statusCode).toBe(303);
    expect((await browser.get(link)).body).toContain('we have your answers');
    // From a second window, opened before.
    const _csrf = /name="_csrf"[^>]*value="([^"]*)"/.exec(page)?.[1] ?? '';
    const again = await browser.post(link, { ...answers, glad: 'no', _csrf });
    expect(again.statusCode).toBe(422);
    expect(again.body).toContain('we have your answers');
  }
  expect((await stepOf(bea)).mover).toBe('us');
  const seen = await here
    .browser(manager)
    .get(`/applicants/${bea.applicationId}/references/${await refereeId(bea, 'June Park')}`);
  expect(seen.body).toContain('Always the first to arrive.');
  expect(seen.body).toContain('Look again');
  await judge(bea, 'June Park', { outcome: 'good' });
  expect((await stepOf(bea)).done_at).toBeNull();
  await judge(bea, 'Ola Berg', { outcome: 'good' });
  expect((await stepOf(bea)).done_at).not.toBeNull();
  const proofs = await here.system((scope) => proofsOf(scope, [bea.applicantId]));
  expect(proofs.map(({ code, fromId, expiresOn }) => [code, fromId, expiresOn]).sort()).toEqual(
    [
      ['references', await refereeId(bea, 'June Park'), null],
      ['references', await refereeId(bea, 'Ola Berg'), null],
    ].sort(),
  );
});

test('nothing a referee said is on any page of the applicant, not even that it was a worry', async () => {
  const cleo = await applied('Cleo');
  await nameBoth(cleo);
  const [first, second] = await letters('reference_asked', cleo);
  await here.browser(null).post(first?.link ?? '', {
    ...answers,
    concern: 'yes',
    concernWords: 'I saw her shout at a child.',
    howKnown: 'Secretly we fell out.',
  });
  await here.browser(null).post(second?.link ?? '', answers);
  const good = await judge(cleo, 'June Park', { outcome: 'good' });
  expect(good.statusCode).toBe(422);
  expect(good.body).toContain('something grave');
  const worry = await judge(cleo, 'June Park', { outcome: 'worry', words: 'To talk about.' });
  const next = await here.browser(manager).get(String(worry.headers.location));
  expect(next.body).toContain('raise a concern');
  await judge(cleo, 'Ola Berg', { outcome: 'good' });
  expect(await stepOf(cleo)).toMatchObject({ mover: 'us', done_at: null });
  const own = (await here.browser(null).get(`/join/mine/${cleo.secret}/referees`)).body;
  expect(own).toContain('June Park');
  expect(own.split('They have answered.')).toHaveLength(3);
  const pages = [
    '',
    '/referees',
    '/interview',
    '/check',
    '/offer',
    '/about-you',
    '/times',
    '/help',
    '/pause',
    '/leave',
  ];
  for (const page of pages) {
    const shown = (await here.browser(null).get(`/join/mine/${cleo.secret}${page}`)).body;
    for (const words of [
      'shout',
      'fell out',
      'first to arrive',
      'To talk about',
      'a worry',
      'cause for worry',
    ])
      expect(shown, `${words} on ${page}`).not.toContain(words);
  }
  const told = await here.system(({ tx }) =>
    tx
      .selectFrom('platform.messages')
      .select(['details', 'template'])
      .where('address', '=', `${cleo.applicantId}@example.org`)
      .execute(),
  );
  expect(JSON.stringify(told)).not.toMatch(/shout|fell out|worry|first to arrive/);
  await judge(cleo, 'June Park', {
    outcome: 'weak',
    words: 'It was a misunderstanding.',
    supplement: 'Rang June.',
  });
  expect((await stepOf(cleo)).done_at).not.toBeNull();
});

test('a thin reference needs something beside it, and a colleague cannot be oneself', async () => {
  const dina = await applied('Dina');
  await nameBoth(dina);
  const [first] = await letters('reference_asked', dina);
  await here.browser(null).post(first?.link ?? '', { ...answers, reliable: 'cannot_say', calm: 'not_seen' });
  const bare = await judge(dina, 'June Park', { outcome: 'weak', words: 'She saw little.' });
  expect(bare.statusCode).toBe(422);
  expect(bare.body).toContain('something beside it');
  const oneself = await judge(dina, 'June Park', {
    outcome: 'weak',
    words: 'She saw little.',
    seniorBy: manager.accountId,
  });
  expect(oneself.statusCode).toBe(422);
  const colleague = await here.member('Cy Coordinator', ['programme_coordinator']);
  const page = await judge(dina, 'June Park', {
    outcome: 'weak',
    words: 'She saw little.',
    seniorBy: colleague.accountId,
  });
  expect(page.statusCode).toBe(303);
});

test('a referee who declines is replaced: the applicant hears that and nothing else', async () => {
  const edda = await applied('Edda');
  await nameBoth(edda);
  const [first, second] = await letters('reference_asked', edda);
  const browser = here.browser(null);
  const call = await browser.post(`${first?.link}/decline`, { why: 'call', words: 'please' });
  expect(call.statusCode).toBe(422);
  expect(
    (await browser.post(`${first?.link}/decline`, { why: 'rather_not', words: 'I do not trust her.' }))
      .statusCode,
  ).toBe(303);
  expect((await browser.get(first?.link ?? '')).body).toContain('We ask somebody else');
  expect((await stepOf(edda)).mover).toBe('applicant');
  const told = await here.system(({ tx }) =>
    tx
      .selectFrom('platform.messages')
      .select(['address', 'details'])
      .where('template', '=', 'referee_needed')
      .where('address', '=', `${edda.applicantId}@example.org`)
      .execute(),
  );
  expect(told).toHaveLength(1);
  expect(JSON.stringify(told)).not.toContain('trust');
  const own = `/join/mine/${edda.secret}/referees`;
  expect((await here.browser(null).get(own)).body).not.toContain('trust');
  await here.browser(null).post(own, referee('Nia Cole'));
  expect((await letters('reference_asked', edda)).map(({ address }) => address)).toContain(
    'nia.cole@example.org',
  );
  expect((await stepOf(edda)).mover).toBe('referees');
  await here.browser(null).post(`${second?.link}/decline`, { why: 'call', words: '07700 900 555, evenings' });
  expect((await stepOf(edda)).mover).toBe('us');
  const list = (await here.browser(manager).get(`/applicants/${edda.applicationId}/references`)).body;
  expect(list).toContain('07700 900 555, evenings');
  expect(list).toContain('I do not trust her.');
  const phone = `/applicants/${edda.applicationId}/references/${await refereeId(edda, 'Ola Berg')}/phone`;
  expect((await here.browser(manager).post(phone, answers)).statusCode).toBe(303);
  expect((await here.browser(null).get(second?.link ?? '')).body).toContain('we have your answers');
});

test('one reminder; a link that ended sends a new one to the same address; a newer letter ends the older', async () => {
  const fay = await applied('Fay');
  await nameBoth(fay);
  const [first, second] = await letters('reference_asked', fay);
  await here.browser(null).post(second?.link ?? '', answers);
  const start = here.now;
  const clock = async (days: number) => {
    here.now = start.add({ hours: 24 * days });
    const job = here.app.jobs['recruiting.reference_clock'];
    if (typeof job !== 'function') throw new Error('no clock');
    await here.system((scope) => job(scope, {}));
  };
  await clock(6);
  expect(await letters('reference_reminder', fay)).toEqual([]);
  await clock(7);
  await clock(8);
  const reminders = await letters('reference_reminder', fay);
  expect(reminders.map(({ address }) => address)).toEqual([june(fay)]);
  expect((await here.browser(null).get(reminders[0]?.link ?? '')).body).toContain('A few questions');
  expect((await here.browser(null).get(first?.link ?? '')).body).toContain('A few questions');
  await judge(fay, 'Ola Berg', { outcome: 'good' });
  expect((await stepOf(fay)).mover).toBe('referees');
  await clock(43);
  expect((await stepOf(fay)).mover).toBe('us');
  const ended = await here.browser(null).get(first?.link ?? '');
  expect(ended.body).toContain('come to its end');
  expect((await here.browser(null).post(first?.link ?? '', answers)).statusCode).toBe(422);
  await here.browser(null).post(`${first?.link}/again`, {}, first?.link);
  await here.browser(null).post(`${first?.link}/again`, {}, first?.link);
  const asked = (await letters('reference_asked', fay)).filter(({ address }) => address === june(fay));
  expect(asked).toHaveLength(2);
  expect((await stepOf(fay)).mover).toBe('referees');
  expect((await here.browser(null).get(first?.link ?? '')).body).toContain('a newer letter');
  expect((await here.browser(null).post(asked[1]?.link ?? '', answers)).statusCode).toBe(303);
  here.now = start;
});

test('a rule is set aside with a reason, and the manager can name somebody for the applicant', async () => {
  const gita = await applied('Gita');
  const at = `/applicants/${gita.applicationId}/references`;
  const browser = here.browser(manager);
  const short = referee('Hal Moss', { knownYears: '1' });
  expect((await browser.post(`${at}/name`, short)).statusCode).toBe(422);
  await browser.post(`${at}/rule`, { rule: 'known_years', why: 'New in the country.' }, at);
  expect((await browser.get(at)).body).toContain('New in the country.');
  expect((await here.browser(null).get(`/join/mine/${gita.secret}/referees`)).body).not.toContain(
    'two years or longer',
  );
  expect((await browser.post(`${at}/name`, short)).statusCode).toBe(303);
});

test('references are for those who recruit at the centre, and every look is written down', async () => {
  const hana = await applied('Hana');
  await nameBoth(hana);
  const at = `/applicants/${hana.applicationId}/references`;
  const elsewhere = await here.member('Eve Elsewhere', ['volunteer_manager'], here.otherCentreId);
  const practitioner = await here.member('Pat Practitioner', ['practitioner']);
  const supporter = await here.member('Sam Supporter', ['peer_supporter']);
  const lead = await here.member('Lu Lead', ['service_lead']);
  for (const actor of [elsewhere, practitioner, supporter, lead])
    expect((await here.browser(actor).get(at)).statusCode, actor.name).toBe(404);
  // Once they are of the team themselves, their own references stay closed to them.
  const insider = await here.member('Hana Nowak', ['volunteer_manager']);
  await here.system(({ tx }) =>
    tx
      .updateTable('recruiting.applicants')
      .set({ person_id: insider.personId })
      .where('id', '=', hana.applicantId)
      .execute(),
  );
  expect((await here.browser(insider).get(at)).statusCode).toBe(404);
  expect((await here.browser(manager).get(at)).statusCode).toBe(200);
  const looks = await here.system(({ tx }) =>
    tx
      .selectFrom('platform.audit_events')
      .select('account_id')
      .where('verb', '=', 'recruiting.references_seen')
      .where('subject_id', '=', hana.applicationId)
      .execute(),
  );
  expect(looks).toEqual([{ account_id: manager.accountId }]);
});

test('rules about referees hold from a day on, made by those who shape roles', async () => {
  const lead = await here.member('Lo Lead', ['service_lead']);
  const rules = {
    needed: '2',
    knownYears: '3',
    contextsLeast: '1',
    answerDays: '14',
    reminderDays: '7',
    linkDays: '42',
    'effectiveFrom-day': '24',
    'effectiveFrom-month': '11',
    'effectiveFrom-year': '2026',
  };
  const page = '/reference-rules';
  const read = (await here.browser(manager).get(page)).body;
  expect(read).toContain('two years or longer');
  expect(read).not.toContain('Save the new rules');
  const ina = await applied('Ina');
  const known = here.browser(manager);
  const _csrf = await known.token(`/applicants/${ina.applicationId}/references`);
  expect((await known.post(page, { ...rules, _csrf })).statusCode).toBe(404);
  const browser = here.browser(lead);
  const past = await browser.post(page, { ...rules, 'effectiveFrom-day': '22', contextsLeast: '3' });
  expect(past.statusCode).toBe(422);
  expect(past.body).toContain('Choose today or a day that is still to come');
  expect(past.body).toContain('cannot be more than the number of people');
  expect((await browser.post(page, rules)).statusCode).toBe(303);
  const own = `/join/mine/${ina.secret}/referees`;
  expect((await here.browser(null).get(own)).body).toContain('two years or longer');
  here.now = here.now.add({ hours: 24 });
  expect((await here.browser(null).get(own)).body).toContain('3 years or longer');
  here.now = here.now.subtract({ hours: 24 });
});
