import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountActor } from '#platform/db/actor.ts';
import { changeContact } from '#rooms/people/door.ts';
import { openHouse, type TestHouse } from '../../../../tests/support/house.ts';
import { enquire, openRecruiting, walkTo } from '../application.fixture.ts';
import { proofsOf } from '../proofs/proof.queries.ts';
import { firstQuestions } from './content/first-questions.ts';
import { loadQuestionSets } from './question-set.commands.ts';

let here: TestHouse;
let manager: AccountActor;
let practitioner: AccountActor;
beforeAll(async () => {
  here = await openHouse();
  await openRecruiting(here);
  await here.system(loadQuestionSets);
  manager = await here.member('Vi Manager', ['volunteer_manager']);
  practitioner = await here.member('Pat Practitioner', ['practitioner']);
});
afterAll(() => here.close());

type Applicant = Awaited<ReturnType<typeof enquire>>;

const applied = async (givenName: string): Promise<Applicant> => {
  const applicant = await enquire(here, { givenName });
  await walkTo(here, applicant.applicationId, ['conversation', 'application']);
  return applicant;
};
const when = (changed: Readonly<Record<string, string>> = {}) => ({
  'day-day': '3',
  'day-month': '12',
  'day-year': '2026',
  time: '10.30am',
  minutes: '45',
  way: 'in_person',
  place: 'Oak Room, 1 High Street',
  first: manager.accountId,
  second: practitioner.accountId,
  adjustments: '',
  ...changed,
});
const arrange = async (applicant: Applicant, changed: Readonly<Record<string, string>> = {}) =>
  here.browser(manager).post(`/applicants/${applicant.applicationId}/interview/arrange`, when(changed));
const interviewId = async ({ applicationId }: Applicant) =>
  (
    await here.system(({ tx }) =>
      tx
        .selectFrom('recruiting.interviews')
        .select('id')
        .where('application_id', '=', applicationId)
        .where('cancelled_at', 'is', null)
        .executeTakeFirstOrThrow(),
    )
  ).id;
const scoreAll = async (actor: AccountActor, id: string, score: (at: number) => number) => {
  const browser = here.browser(actor);
  let to = `/interviews/${id}/${firstQuestions.questions[0]?.code}`;
  for (const [at] of firstQuestions.questions.entries())
    to = String(
      (await browser.post(to, { score: String(score(at)), words: `${actor.name} wrote this about ${at}.` }))
        .headers.location,
    );
  expect(to).toBe(`/interviews/${id}`);
  return browser.post(to, {});
};
const stepOf = ({ applicationId }: Applicant) =>
  here.system(({ tx }) =>
    tx
      .selectFrom('recruiting.steps')
      .select(['mover', 'done_at'])
      .where('application_id', '=', applicationId)
      .where('code', '=', 'interview')
      .executeTakeFirstOrThrow(),
  );
const toldTo = ({ applicantId }: Applicant) =>
  here.system(async ({ tx }) =>
    (
      await tx
        .selectFrom('platform.messages')
        .select('template')
        .where('address', '=', `${applicantId}@example.org`)
        .where('template', 'like', 'interview%')
        .orderBy('made_at')
        .orderBy('id')
        .execute()
    ).map(({ template }) => template),
  );
const agreed = (score: string) =>
  Object.fromEntries(firstQuestions.questions.map(({ code }) => [`agreed_${code}`, score]));

test('an interview from the first letter to a yes: two score apart, then together, and it is a proof', async () => {
  const marta = await applied('Marta');
  const own = `/join/mine/${marta.secret}/interview`;
  expect((await here.browser(null).get(own)).body).toContain('We are finding a time');
  expect((await arrange(marta)).statusCode).toBe(303);
  expect(await toldTo(marta)).toEqual(['interview_arranged']);
  expect((await stepOf(marta)).mover).toBe('panel');
  const page = (await here.browser(null).get(own)).body;
  expect(page).toContain('Thursday 3 December at 10.30am');
  expect(page).toContain('Vi Manager and Pat Practitioner');
  expect(page).toContain('You need not tell us your own story');
  const id = await interviewId(marta);

  const panel = here.browser(practitioner);
  const mine = (await panel.get('/interviews')).body;
  expect(mine).toContain('Marta Nowak');
  const half = await panel.post(`/interviews/${id}/empathy`, {
    score: '',
    words: 'She waited and listened.',
  });
  expect(half.headers.location).toBe(`/interviews/${id}/communication`);
  expect((await panel.get(`/interviews/${id}/empathy`)).body).toContain('She waited and listened.');
  const _csrf = await panel.token(`/interviews/${id}/empathy`);
  const early = await panel.post(`/interviews/${id}`, {}, `/interviews/${id}/empathy`);
  expect(early.statusCode).toBe(422);
  expect(early.body).toContain('Still open: Empathy');

  expect((await scoreAll(practitioner, id, () => 3)).statusCode).toBe(303);
  expect((await panel.get(`/interviews/${id}/together`)).body).toContain('Not yet');
  expect((await here.browser(manager).get(`/interviews/${id}/together`)).body).not.toContain('wrote this');
  const late = await panel.post(`/interviews/${id}/empathy`, { score: '1', words: '', _csrf });
  expect(late.statusCode).toBe(422);
  expect(late.body).toContain('Your scores stay as they are');
  await here.drain();
  expect((await stepOf(marta)).mover).toBe('panel');

  await scoreAll(manager, id, (at) => (at === 0 ? 1 : 4));
  await here.drain();
  expect((await stepOf(marta)).mover).toBe('us');
  const together = (await panel.get(`/interviews/${id}/together`)).body;
  expect(together).toContain('Vi Manager wrote this about 0.');
  expect(together).toContain('within one point on 6 of 7 questions');
  expect(together).toContain('The one of you who recruits writes the decision down');
  const decide = `/interviews/${id}/together`;
  const typed = {
    ...agreed('3'),
    decision: 'yes',
    reasons: 'Warm, steady, and she would tell us.',
    feedback: 'You listen well.',
  };
  expect((await panel.post(decide, { ...typed, _csrf })).statusCode).toBe(404);
  const none = await here.browser(manager).post(decide, { ...typed, reasons: '' });
  expect(none.statusCode).toBe(422);
  expect(none.body).toContain('You listen well.');
  expect((await here.browser(manager).post(decide, typed)).statusCode).toBe(303);
  expect((await stepOf(marta)).done_at).not.toBeNull();
  const proofs = await here.system((scope) => proofsOf(scope, [marta.applicantId]));
  expect(proofs).toMatchObject([{ code: 'interview', fromId: id, expiresOn: null }]);
  expect(await toldTo(marta)).toEqual(['interview_arranged', 'interview_yes']);
  const over = (await here.browser(null).get(own)).body;
  expect(over).toContain('You listen well.');
  for (const words of ['Warm, steady', 'wrote this', 'of 4']) expect(over).not.toContain(words);
  // Once it is decided a practitioner reads nothing of it any more.
  expect((await panel.get(`/interviews/${id}`)).statusCode).toBe(404);
  expect((await panel.get(decide)).statusCode).toBe(404);
  expect((await here.browser(manager).get(decide)).body).toContain('Agreed: 3 of 4.');
});

test('a practitioner on a panel sees that interview and nothing else of recruiting', async () => {
  const bea = await applied('Bea');
  await arrange(bea);
  const id = await interviewId(bea);
  const other = await here.member('Quin Practitioner', ['practitioner']);
  for (const path of [`/interviews/${id}`, `/interviews/${id}/empathy`, `/interviews/${id}/together`])
    expect((await here.browser(other).get(path)).statusCode, path).toBe(404);
  const panel = here.browser(practitioner);
  expect((await panel.get(`/interviews/${id}`)).statusCode).toBe(200);
  for (const path of ['', '/interview', '/interview/arrange', '/references'])
    expect((await panel.get(`/applicants/${bea.applicationId}${path}`)).statusCode, path).toBe(404);
  const seen = await here.as(practitioner, async ({ tx }) => ({
    applicants: await tx.selectFrom('recruiting.applicants').select('id').execute(),
    applications: await tx.selectFrom('recruiting.applications').select('id').execute(),
    forms: await tx.selectFrom('recruiting.forms').select('application_id').execute(),
    interviews: (await tx.selectFrom('recruiting.interviews').select('id').execute()).length,
  }));
  expect(seen).toEqual({ applicants: [], applications: [], forms: [], interviews: 1 });
});

test('who may be on the panel: two people, one who recruits, nobody who is a referee', async () => {
  const cleo = await applied('Cleo');
  const second = await here.member('Quill Practitioner', ['practitioner']);
  const twice = await arrange(cleo, { second: manager.accountId });
  expect(twice.body).toContain('Choose two people');
  const neither = await arrange(cleo, { first: second.accountId });
  expect(neither.statusCode).toBe(422);
  expect(neither.body).toContain('One of the two is a volunteer manager');
  expect((await arrange(cleo, { 'day-year': '2025' })).body).toContain('still to come');
  await here.system(async (scope) => {
    await changeContact(scope, second.personId, { email: 'quill@example.org', mayEmail: true });
    await scope.tx
      .insertInto('recruiting.referees')
      .values({
        organisation_id: here.organisationId,
        id: crypto.randomUUID(),
        centre_id: here.centreId,
        applicant_id: cleo.applicantId,
        application_id: cleo.applicationId,
        position: 1,
        name: 'Quill',
        email: 'Quill@example.org',
        context: 'work',
        how_known: 'Work.',
        known_years: 4,
        related: false,
        works_here: true,
        named_at: scope.now.toString(),
      })
      .execute();
  });
  const list = (await here.browser(manager).get(`/applicants/${cleo.applicationId}/interview/arrange`)).body;
  expect(list).toContain('know Cleo too well to score');
  expect(list).not.toContain(second.accountId);
  expect((await arrange(cleo, { second: second.accountId })).statusCode).toBe(422);
  expect((await arrange(cleo)).statusCode).toBe(303);
});

test('an applicant asks for another time; it is moved, and can be called off with words they read', async () => {
  const dina = await applied('Dina');
  await arrange(dina);
  const own = `/join/mine/${dina.secret}/interview`;
  const browser = here.browser(null);
  expect((await browser.post(own, { words: '' })).statusCode).toBe(422);
  await browser.post(own, { words: 'Mornings are hard, and I would bring my sister.' });
  expect((await stepOf(dina)).mover).toBe('us');
  const staff = (await here.browser(manager).get(`/applicants/${dina.applicationId}/interview`)).body;
  expect(staff).toContain('I would bring my sister');
  await arrange(dina, { time: '2pm', adjustments: 'Your sister is welcome.' });
  expect((await stepOf(dina)).mover).toBe('panel');
  const moved = (await browser.get(own)).body;
  expect(moved).toContain('at 2pm');
  expect(moved).toContain('Your sister is welcome.');
  const at = `/applicants/${dina.applicationId}/interview`;
  await here.browser(manager).post(`${at}/cancel`, { why: 'Two of us are ill.' }, at);
  expect((await browser.get(own)).body).toContain('We are finding a time');
  expect(await toldTo(dina)).toEqual(['interview_arranged', 'interview_moved', 'interview_called_off']);
  const stale = await here.browser(manager).post(`${at}/arrange`, { ...when(), _version: '7' });
  expect(stale.statusCode).toBe(409);
});

test('not now sends the words and lets the application rest; no leads to the letter that says so', async () => {
  const [edda, fay] = [await applied('Edda'), await applied('Fay')];
  for (const applicant of [edda, fay]) {
    await arrange(applicant);
    const id = await interviewId(applicant);
    await scoreAll(manager, id, () => 2);
    await scoreAll(practitioner, id, () => 2);
  }
  const rest = await here.browser(manager).post(`/interviews/${await interviewId(edda)}/together`, {
    ...agreed('2'),
    decision: 'not_now',
    reasons: 'Her own hard time is very near.',
    feedback: 'Come back in spring.',
  });
  expect(rest.statusCode).toBe(303);
  const paused = await here.system(({ tx }) =>
    tx
      .selectFrom('recruiting.applications')
      .select('paused_at')
      .where('id', '=', edda.applicationId)
      .executeTakeFirstOrThrow(),
  );
  expect(paused.paused_at).not.toBeNull();
  expect((await here.browser(null).get(`/join/mine/${edda.secret}/interview`)).body).toContain(
    'Come back in spring.',
  );
  const no = await here.browser(manager).post(`/interviews/${await interviewId(fay)}/together`, {
    ...agreed('1'),
    decision: 'no',
    reasons: 'She would keep a secret that must not be kept.',
    feedback: 'Thank you for your honesty.',
  });
  expect(no.headers.location).toBe(`/applicants/${fay.applicationId}/do/decline?reason=values`);
  expect(await toldTo(fay)).toEqual(['interview_arranged']);
  expect((await here.browser(null).get(`/join/mine/${fay.secret}/interview`)).body).not.toContain('honesty');
  const proofs = await here.system((scope) => proofsOf(scope, [edda.applicantId, fay.applicantId]));
  expect(proofs).toEqual([]);
});

test('the questions are read by those who recruit and changed by those who shape roles; an interview keeps its own', async () => {
  const gita = await applied('Gita');
  await arrange(gita);
  const lead = await here.member('Lu Lead', ['service_lead']);
  expect((await here.browser(manager).get('/question-sets')).body).toContain('Empathy');
  expect((await here.browser(manager).get('/question-sets/change')).statusCode).toBe(404);
  expect((await here.browser(practitioner).get('/question-sets')).statusCode).toBe(404);
  const browser = here.browser(lead);
  const edit = (await browser.get('/question-sets/change')).body;
  expect(edit).toContain('Save as version 2');
  const typed = Object.fromEntries(
    firstQuestions.questions.flatMap((each, at) => [
      [`q${at}_value`, each.value],
      [`q${at}_about`, each.about],
      [`q${at}_question`, at === 0 ? 'A wholly new question?' : each.question],
      [`q${at}_listen`, each.listenFor],
      ...each.anchors.map((anchor, score) => [`q${at}_a${score + 1}`, anchor]),
    ]),
  );
  expect((await browser.post('/question-sets/change', { ...typed, q0_a1: '' })).statusCode).toBe(422);
  expect((await browser.post('/question-sets/change', typed)).statusCode).toBe(303);
  expect((await browser.get('/question-sets')).body).toContain('A wholly new question?');
  const id = await interviewId(gita);
  expect((await here.browser(practitioner).get(`/interviews/${id}/empathy`)).body).not.toContain(
    'wholly new',
  );
});
