import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import { inviteParent } from '#rooms/people/door.ts';
import type { Browser } from '../../../../tests/support/browser.ts';
import { openHouse, type TestHouse } from '../../../../tests/support/house.ts';
import { MONDAY } from '../../../../tests/support/stand.ts';
import { enquire, openRecruiting, walkTo } from '../application.fixture.ts';
import { applicationOf } from '../route/application.queries.ts';

let here: TestHouse;
let ruth: AccountActor;
let browser: Browser;
let id: string;
let applicantId: string;
let page: string;

beforeAll(async () => {
  here = await openHouse();
  await openRecruiting(here);
  ruth = await here.member('Ruth Oyelaran', ['volunteer_manager']);
  browser = here.browser(ruth);
}, 120_000);
afterAll(() => here.close());
beforeEach(async () => {
  here.now = MONDAY;
  ({ applicationId: id, applicantId } = await enquire(here));
  page = `/applicants/${id}`;
});

const facts = () => here.system((scope) => applicationOf(scope, id));
const go = (
  verb: string,
  typed: Readonly<Record<string, string | readonly string[]>> = {},
  query = '',
  from = '',
) => browser.post(`${page}/do/${verb}${query}`, typed, from || `${page}/do/${verb}${query}`);
const letters = (template: string) =>
  here.system(({ tx }) =>
    tx
      .selectFrom('platform.messages')
      .selectAll()
      .where('template', '=', template)
      .where('address', '=', `${applicantId}@example.org`)
      .execute(),
  );
const BEFORE_OFFER = ['conversation', 'application', 'references', 'check', 'interview', 'course'] as const;
const day = (name: string, date: string) => {
  const [year = '', month = '', of = ''] = date.split('-');
  return { [`${name}-day`]: of, [`${name}-month`]: month, [`${name}-year`]: year };
};

describe('the page of an application', () => {
  it('says where somebody is, whose move it is, and what to do', async () => {
    const html = (await browser.get(page)).body;
    for (const words of [
      'Marta Nowak',
      'Peer supporter, Hartley',
      'Asked about it',
      'Marta moves next',
      'it usually takes 10 days',
      'Write down the conversation',
      'After: A conversation',
      'The check',
    ])
      expect(html).toContain(words);
  });

  it('marks what is late, and writes down that it was looked at', async () => {
    here.now = MONDAY.add({ hours: 24 * 13 });
    expect((await browser.get(page)).body).toContain('3 days late');
    const looks = await here.system(({ tx }) =>
      tx
        .selectFrom('platform.audit_events')
        .select('account_id')
        .where('verb', '=', 'recruiting.application_seen')
        .where('subject_id', '=', id)
        .execute(),
    );
    expect(looks.map((look) => look.account_id)).toEqual([ruth.accountId]);
  });

  it('is there for those who recruit at its centre, and for nobody else', async () => {
    for (const role of ['practitioner', 'administrator', 'service_lead', 'peer_supporter'] as const) {
      const other = here.browser(await here.staff(role));
      expect((await other.get(page)).statusCode, role).toBe(404);
      expect((await other.get(`${page}/do/decline`)).statusCode, role).toBe(404);
      expect((await other.get('/applicants/new')).statusCode, role).toBe(404);
    }
    const elsewhere = here.browser(await here.staff('volunteer_manager', here.otherCentreId));
    expect((await elsewhere.get(page)).statusCode).toBe(404);
    expect((await here.browser(null).get(page)).statusCode).toBe(303);
    const coordinator = here.browser(await here.staff('programme_coordinator'));
    expect((await coordinator.get(page)).statusCode).toBe(200);
    expect((await browser.get('/applicants/not-an-id')).statusCode).toBe(404);
  });

  it('is closed to the one it is about, whatever role they gain', async () => {
    const marta = await here.member('Marta Nowak', ['volunteer_manager']);
    await here.system(({ tx }) =>
      tx
        .updateTable('recruiting.applicants')
        .set({ person_id: marta.personId })
        .where('id', '=', applicantId)
        .execute(),
    );
    expect((await here.browser(marta).get(page)).statusCode).toBe(404);
    expect((await browser.get(page)).statusCode).toBe(200);
  });
});

describe('what is done there', () => {
  it('writes down the conversation: the next step opens, and the applicant hears of it', async () => {
    expect((await go('talked', { words: 'Warm and curious.' })).headers.location).toBe(page);
    expect((await facts())?.state).toBe('talked');
    await here.drain();
    expect(await letters('recruiting_next')).toHaveLength(1);
    const html = (await browser.get(page)).body;
    expect(html).toContain('Warm and curious.');
    expect(html).toContain('Your application');
    expect((await browser.get(`${page}/do/talked`)).headers.location).toBe(page);
  });

  it('gives a time that did not happen back to the applicant', async () => {
    await go('pass', { mover: 'us' }, '?step=conversation');
    expect((await facts())?.steps[0]?.mover).toBe('us');
    await go('missed', { words: 'Nobody picked up.' });
    expect((await facts())?.steps[0]?.mover).toBe('applicant');
    expect((await browser.get(page)).body).toContain('Nobody picked up.');
  });

  it('keeps notes by name, and keeps what was typed when a note is empty', async () => {
    const empty = await go('note', { about: 'check', words: ' ' });
    expect(empty.statusCode).toBe(422);
    expect(empty.body).toContain('Write the note.');
    await go('note', { about: 'general', words: 'Speaks Polish.' });
    expect((await browser.get(page)).body).toMatch(/Note, Ruth Oyelaran: in general/);
  });

  it('rests and goes on with as many days left as before', async () => {
    const due = (await facts())?.steps[0]?.dueOn;
    expect((await go('pause', { ...day('until', '2026-11-20'), why: '' })).statusCode).toBe(422);
    await go('pause', { ...day('until', '2026-12-14'), why: 'A new baby in the family' });
    expect((await facts())?.state).toBe('paused');
    expect((await browser.get(page)).body).toContain('Monday 14 December');
    here.now = MONDAY.add({ hours: 24 * 7 });
    await go('go_on');
    const after = await facts();
    expect(after?.state).toBe('enquired');
    expect(after?.steps[0]?.dueOn.toString()).toBe(due?.add({ days: 7 }).toString());
  });

  it('ends an application with the reason they gave, and thanks them', async () => {
    expect((await go('withdraw', { words: '' })).statusCode).toBe(422);
    await go('withdraw', { why: 'time', words: 'A new job', tell: 'yes' });
    expect((await facts())?.state).toBe('withdrawn');
    expect(await letters('recruiting_withdrawn')).toHaveLength(1);
    const html = (await browser.get(page)).body;
    expect(html).toContain('It takes more time than they have');
    expect(html).not.toContain('Pass the move');
    expect((await browser.get(`${page}/do/withdraw`)).headers.location).toBe(page);
  });

  it('keeps nothing of a letter that declines once they have said themselves that they stop', async () => {
    await go('decline', { words: 'Too soon.', letter: 'Later, perhaps.' }, '?reason=not_yet_ready');
    expect((await browser.get(page)).body).toContain('Go on with the letter that declines');
    await go('withdraw', { why: 'time', words: '' });
    const row = await here.system(({ tx }) =>
      tx
        .selectFrom('recruiting.applications')
        .select(['declined_why', 'declined_words', 'declined_letter'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
    );
    expect(row).toEqual({ declined_why: null, declined_words: '', declined_letter: '' });
  });

  it('declines with a kind letter that was read before it left, by name', async () => {
    expect((await browser.get(`${page}/do/decline`)).body).toContain('Not yet the right time');
    const form = (await browser.get(`${page}/do/decline?reason=not_yet_ready`)).body;
    expect(form).toContain('your own hard time is still near');
    const written = {
      words: 'Both of us felt it is too soon.',
      letter: 'Thank you, Marta.\n\nLater, perhaps.',
    };
    const bare = await go('decline', { ...written, letter: '' }, '?reason=not_yet_ready');
    expect(bare.statusCode).toBe(422);
    expect(bare.body).toContain('Both of us felt it is too soon.');
    expect((await go('decline', { ...written, letter: '[why]' }, '?reason=other')).statusCode).toBe(422);
    const look = await go('decline', { ...written, ...day('again', '2027-05-23') }, '?reason=not_yet_ready');
    expect(look.headers.location).toBe(`${page}/do/send`);
    expect((await facts())?.state).toBe('enquired');
    const preview = (await browser.get(`${page}/do/send`)).body;
    for (const words of ['Later, perhaps.', 'Ruth Oyelaran', 'From 23 May 2027'])
      expect(preview).toContain(words);
    expect((await go('send')).statusCode).toBe(422);
    await go('send', { sure: 'yes' });
    expect((await facts())?.state).toBe('declined');
    const [letter] = await letters('recruiting_declined');
    expect(JSON.stringify(letter?.details)).toContain('Later, perhaps.');
    expect(JSON.stringify(letter?.details)).not.toContain('too soon');
    expect((await browser.get(page)).body).toContain('Decided by Ruth Oyelaran');
  });

  it('lets a conversation go with a reason, and never a step that protects families', async () => {
    expect((await go('waive', { why: '' }, '?step=conversation')).statusCode).toBe(422);
    await go('waive', { why: 'We talked at the summer fair.' }, '?step=conversation');
    expect((await facts())?.state).toBe('talked');
    await walkTo(here, id, ['application']);
    expect((await browser.get(`${page}/do/waive?step=check`)).headers.location).toBe(page);
    expect((await go('waive', { why: 'In a hurry' }, '?step=check', page)).statusCode).toBe(422);
    expect((await facts())?.steps.find((step) => step.code === 'check')?.waivedAt).toBeNull();
  });

  it('sends the link again, and ends the older ones where a phone was lost', async () => {
    const { secret } = await enquire(here, { givenName: 'Ola' });
    expect(secret).not.toBe('');
    await go('link', { endOlder: 'yes' });
    const links = await here.system(({ tx }) =>
      tx.selectFrom('recruiting.links').select('ended_at').where('application_id', '=', id).execute(),
    );
    expect(links.filter((link) => link.ended_at === null)).toHaveLength(1);
    expect(links).toHaveLength(2);
    expect(await letters('recruiting_link')).toHaveLength(1);
  });

  it('changes how to reach somebody, and shows both texts where a colleague saved first', async () => {
    const url = `${page}/do/contact`;
    const who = {
      givenName: 'Marta',
      familyName: 'Nowak',
      knownAs: 'Marti',
      email: '',
      phone: '',
      accessNeeds: '',
    };
    expect((await browser.post(url, who)).statusCode).toBe(422);
    expect((await browser.post(url, { ...who, phone: '07700 900456', mayText: 'yes' })).statusCode).toBe(303);
    expect((await facts())?.calledName).toBe('Marti');
    const stale = await browser.post(url, { ...who, phone: '07700 900111', _version: '1' });
    expect(stale.statusCode).toBe(409);
    expect(stale.body).toContain('07700 900111');
  });

  it('writes down that somebody who asked for a call was rung', async () => {
    const askId = newId();
    await here.system(({ tx, now }) =>
      tx
        .insertInto('recruiting.help_asks')
        .values({
          organisation_id: here.organisationId,
          id: askId,
          centre_id: here.centreId,
          applicant_id: applicantId,
          application_id: id,
          kind: 'call',
          words: 'After 5pm, please.',
          asked_at: now.toString(),
        })
        .execute(),
    );
    expect((await browser.get(page)).body).toContain('Marta would like to be rung');
    await go('answer', { words: 'We talked for ten minutes.' }, `?ask=${askId}`);
    const html = (await browser.get(page)).body;
    expect(html).not.toContain('Write down that you did');
    expect(html).toContain('That was answered');
  });
});

describe('a new application by staff', () => {
  const enquiry = {
    givenName: 'Ines',
    familyName: 'Costa',
    knownAs: '',
    email: 'ines@example.org',
    phone: '',
    language: 'pt',
    accessNeeds: '',
    source: '',
    heardFrom: 'The talk at the library',
    words: 'Was there when her sister had a hard time.',
    talked: 'no',
  };
  const chosen = async () => {
    const html = (await browser.get('/applicants/new')).body;
    const profile = /name="profile"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="profile"/.exec(html);
    return { centre: here.centreId, profile: profile?.[1] ?? profile?.[2] ?? '' };
  };

  it('opens the route and sends the link; the same address is not written down twice', async () => {
    const whole = { ...enquiry, ...(await chosen()) };
    const bare = await browser.post('/applicants/new', { ...whole, email: '' });
    expect(bare.statusCode).toBe(422);
    expect(bare.body).toContain('so that we can reach them');
    const made = await browser.post('/applicants/new', whole);
    expect(made.statusCode).toBe(303);
    const html = (await browser.get(String(made.headers.location))).body;
    expect(html).toContain('The talk at the library');
    expect(html).toContain('Ines moves next');
    const sent = await here.system(({ tx }) =>
      tx
        .selectFrom('platform.messages')
        .select('template')
        .where('address', '=', 'ines@example.org')
        .execute(),
    );
    expect(sent.map(({ template }) => template)).toEqual(['recruiting_begun']);
    const twice = await browser.post('/applicants/new', { ...whole, email: 'INES@example.org' });
    expect(twice.statusCode).toBe(422);
    expect(twice.body).toContain('among the applicants already');
  });

  it('goes straight on where they have talked, with one letter', async () => {
    const whole = {
      ...enquiry,
      ...(await chosen()),
      email: 'bo@example.org',
      givenName: 'Bo',
      talked: 'yes',
    };
    const made = await browser.post('/applicants/new', whole);
    expect((await browser.get(String(made.headers.location))).body).toContain('Talked with us');
    await here.drain();
    const sent = await here.system(({ tx }) =>
      tx.selectFrom('platform.messages').select('template').where('address', '=', 'bo@example.org').execute(),
    );
    expect(sent.map(({ template }) => template)).toEqual(['recruiting_next']);
  });
});

describe('offer, induction and welcome', () => {
  const ALL = ['conduct', 'boundaries', 'concerns', 'team', 'alone', 'expenses', 'badge', 'tour'];

  it('offers nothing while a step before it goes on', async () => {
    await walkTo(here, id, BEFORE_OFFER.slice(0, 5));
    expect((await browser.get(`${page}/do/offer`)).headers.location).toBe(page);
    const answer = await go('offer', { words: '' }, '', page);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('Before an offer these steps end: Keeping people safe: a short course.');
  });

  it('goes from the offer over the induction to the welcome, once', async () => {
    await walkTo(here, id, BEFORE_OFFER);
    await go('offer', { words: 'We loved how you listened.' });
    expect((await facts())?.state).toBe('offered');
    expect(await letters('recruiting_offer')).toHaveLength(1);
    await go('accept');
    expect((await facts())?.state).toBe('accepted');

    expect((await go('welcome')).body).toContain('Still to go through');
    const form = (await browser.get(`${page}/do/induction`)).body;
    expect(form).toContain('Raising a concern');
    expect((await go('induction', { points: ALL, ...day('on', '2026-12-24') })).statusCode).toBe(422);
    await go('induction', { points: ALL.slice(0, 4), ...day('on', '2026-11-20') });
    await go('induction', { points: [...ALL.slice(1)], ...day('on', '2026-11-23') });
    expect((await browser.get(page)).body).toContain('7 of 8 points');
    await go('induction', { points: ALL, ...day('on', '2026-11-23') });

    expect((await go('welcome')).headers.location).toBe(page);
    await here.drain();
    expect((await facts())?.state).toBe('welcomed');
    const made = await here.system(({ tx }) =>
      tx
        .selectFrom('recruiting.applicants as p')
        .innerJoin('people.accounts as a', 'a.person_id', 'p.person_id')
        .innerJoin('people.roles as r', 'r.account_id', 'a.id')
        .select(['a.id', 'r.role', 'r.centre_id'])
        .where('p.id', '=', applicantId)
        .execute(),
    );
    expect(made.map(({ role, centre_id }) => [role, centre_id])).toEqual([['peer_supporter', here.centreId]]);
    const proofs = await here.system(({ tx }) =>
      tx
        .selectFrom('recruiting.proofs')
        .select(['code', 'earned_on'])
        .where('applicant_id', '=', applicantId)
        .execute(),
    );
    expect(proofs).toEqual([{ code: 'induction', earned_on: '2026-11-23' }]);
    expect(await letters('recruiting_welcomed')).toHaveLength(1);
    expect((await browser.get(page)).body).toMatch(/is one of the team.*volunteers\//s);
    await here.drain();
  });

  it('locks the file they had as a parent first, so that the same address serves them as a volunteer', async () => {
    const personId = await here.file('Amina');
    const email = 'amina@example.org';
    const practitioner = await here.staff('practitioner');
    await here.as(practitioner, (scope) => inviteParent(scope, { personId, origin: 'http://kith.test' }));
    await here.drain();
    const amina = await enquire(here, { givenName: 'Amina', familyName: 'Hale', email });
    const set = { was_parent_here: true };
    await here.system(({ tx }) =>
      tx.updateTable('recruiting.applicants').set(set).where('id', '=', amina.applicantId).execute(),
    );
    await walkTo(here, amina.applicationId, [...BEFORE_OFFER, 'offer']);
    const own = `/applicants/${amina.applicationId}`;
    await browser.post(`${own}/do/induction`, { points: ALL, ...day('on', '2026-11-23') });
    // The clock of the test stands still, so the house's own second look comes at once, before the old sign-in is gone.
    for (const _ of ['first', 'once more']) {
      expect((await browser.post(`${own}/do/welcome`, {})).statusCode).toBe(303);
      await here.drain();
    }
    const { rows } = await here.system(({ tx }) =>
      sql<{ side: string; sealed: boolean; open: boolean; letter: boolean }>`
        select p.side, p.sealed_at is not null as sealed, exists (select from people.accounts a where a.person_id = p.id and a.closed_at is null) as open,
          exists (select from platform.messages m where m.address = ${email} and m.about = 'account') as letter
        from people.persons p where p.given_name = 'Amina' order by p.side`.execute(tx),
    );
    expect(rows).toEqual([
      { side: 'family', sealed: true, open: false, letter: true },
      { side: 'team', sealed: false, open: true, letter: true },
    ]);
    expect((await browser.get(`/families/${personId}`)).statusCode).toBe(404);
  });

  it('says to those who recruit when the address is somebody else’s, and welcomes once it is mended', async () => {
    await walkTo(here, id, [...BEFORE_OFFER, 'offer']);
    await go('induction', { points: ALL, ...day('on', '2026-11-23') });
    const first = await enquire(here, { email: 'same@example.org' });
    await walkTo(here, first.applicationId, [...BEFORE_OFFER, 'offer']);
    const other = `/applicants/${first.applicationId}`;
    await browser.post(`${other}/do/induction`, { points: ALL, ...day('on', '2026-11-23') });
    await browser.post(`${other}/do/welcome`, {});
    await here.drain();
    await here.system(({ tx }) =>
      tx
        .updateTable('recruiting.applicants')
        .set({ email: 'same@example.org' })
        .where('id', '=', applicantId)
        .execute(),
    );
    const told = await go('welcome');
    expect(told.statusCode).toBe(422);
    expect(told.body).toContain('needs another address');
    await here.system(({ tx }) =>
      tx
        .updateTable('recruiting.applicants')
        .set({ email: `${applicantId}@example.org` })
        .where('id', '=', applicantId)
        .execute(),
    );
    expect((await go('welcome')).statusCode).toBe(303);
    await here.drain();
    expect((await facts())?.state).toBe('welcomed');
  });
});
