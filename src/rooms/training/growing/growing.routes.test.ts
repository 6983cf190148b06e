import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AccountActor } from '#platform/db/actor.ts';
import { openHouse, type TestHouse } from '../../../../tests/support/house.ts';
import { MONDAY } from '../../../../tests/support/stand.ts';
import { creditPast } from '../credentials/award.commands.ts';
import { syllabusVersions } from '../syllabus/syllabus.queries.ts';
import { planEvent } from './event.commands.ts';
import { eventById } from './event.queries.ts';
import { afternoon, type VolunteerHere, volunteerHere } from './growing.fixture.ts';
import { interestsOf } from './pathway.queries.ts';
import { ownCredentials } from './record.queries.ts';
import { learningRecordShape } from './record.shape.ts';

let house: TestHouse;
let manager: AccountActor;
let practitioner: AccountActor;
let marta: VolunteerHere;
let sam: VolunteerHere;

beforeAll(async () => {
  house = await openHouse();
  manager = await house.member('Ruth Bell', ['volunteer_manager']);
  practitioner = await house.member('Joanne Price', ['practitioner']);
  marta = await volunteerHere(house);
  sam = await volunteerHere(house, 'Sam Reed');
}, 60_000);
afterAll(() => house.close());
beforeEach(() => {
  house.now = MONDAY;
});

const typedEvent = {
  kind: 'shared',
  title: 'How we talk about feeding',
  about: 'We compare how we do it.',
  renews: 'safeguarding',
  'day-day': '26',
  'day-month': '11',
  'day-year': '2026',
  time: '1pm',
  minutes: '120',
  place: 'Oak Room',
  ledBy: 'Joanne Price',
  places: '8',
};

const plan = () => house.as(practitioner, (scope) => planEvent(scope, afternoon(house)));

describe('an event', () => {
  it('is planned by a practitioner, answered on a phone, closed, and stands in the record with its line', async () => {
    const planner = house.browser(practitioner);
    const made = await planner.post('/learning-events/new', {
      ...typedEvent,
      centreId: house.centreId,
      tell: 'yes',
    });
    expect(made.statusCode).toBe(303);
    const address = String(made.headers.location);
    const volunteer = house.browser(marta.actor);
    expect((await volunteer.get('/learning-events')).body).toContain('How we talk about feeding');
    const page = (await volunteer.get(address)).body;
    expect(page).toContain('Thursday 26 November, 1pm to 3pm');
    expect(page).toContain('8 places are left.');
    expect(page).not.toContain('Who comes');
    const said = await volunteer.post(`${address}/answer`, { said: 'yes' }, address);
    expect(said.statusCode).toBe(303);
    expect((await volunteer.get(address)).body).toContain('You said yes.');
    expect((await planner.get(address)).body).toContain('Marta Nowak');
    house.now = Temporal.Instant.from('2026-11-26T15:10:00Z');
    expect((await planner.get(`${address}/came`)).body).toMatch(
      new RegExp(`value="${marta.actor.accountId}"[^>]*checked|checked[^>]*value="${marta.actor.accountId}"`),
    );
    expect((await planner.post(`${address}/came`, { came: marta.actor.accountId })).statusCode).toBe(303);
    expect(
      (await volunteer.post(`${address}/took`, { took: 'Ask before you show.' }, address)).statusCode,
    ).toBe(303);
    const record = (await volunteer.get('/volunteering/learning')).body;
    expect(record).toContain('Ask before you show.');
    expect(record).toContain('It went over the safeguarding course again.');
    expect((await planner.get(address)).body).toContain('Ask before you show.');
  });

  it('keeps what was typed and says what to do when something is missing', async () => {
    const answer = await house
      .browser(practitioner)
      .post('/learning-events/new', { ...typedEvent, title: '', time: 'half past', minutes: '5' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('Enter what it is called.');
    expect(answer.body).toContain('Enter a time such as 10.30am or 2pm.');
    expect(answer.body).toContain('We compare how we do it.');
  });

  it('moves with what was typed, and a stale change loses nobody’s words', async () => {
    const id = await plan();
    const planner = house.browser(manager);
    const change = `/learning-events/${id}/change`;
    expect((await planner.get(change)).body).toContain('How we talk about feeding');
    const moved = await planner.post(change, { ...typedEvent, centreId: house.centreId, time: '2pm' });
    expect(moved.statusCode).toBe(303);
    expect(await house.as(manager, (scope) => eventById(scope, id))).toMatchObject({
      startsAt: Temporal.Instant.from('2026-11-26T14:00:00Z'),
      sequence: 1,
    });
    const stale = await planner.post(change, {
      ...typedEvent,
      centreId: house.centreId,
      title: 'Another title',
      _version: '1',
    });
    expect(stale.statusCode).toBe(409);
    expect(stale.body).toContain('Another title');
  });

  it('is called off with a reason that is asked for', async () => {
    const id = await plan();
    const planner = house.browser(manager);
    const at = `/learning-events/${id}/call-off`;
    expect((await planner.post(at, { why: '' })).statusCode).toBe(422);
    expect((await planner.post(at, { why: 'Nobody has time.' })).statusCode).toBe(303);
    expect((await house.browser(marta.actor).get(`/learning-events/${id}`)).body).toContain(
      'This does not take place.',
    );
  });

  it('is not planned, changed or closed by a volunteer, and not found at another centre', async () => {
    const id = await plan();
    const volunteer = house.browser(marta.actor);
    for (const address of ['new', `${id}/change`, `${id}/call-off`, `${id}/came`])
      expect((await volunteer.get(`/learning-events/${address}`)).statusCode).toBe(404);
    const far = await house.member('Una Far', ['peer_supporter'], house.otherCentreId);
    expect((await house.browser(far).get(`/learning-events/${id}`)).statusCode).toBe(404);
    expect((await house.browser(await house.parent()).get('/learning-events')).statusCode).toBe(404);
    expect((await house.browser(null).get('/learning-events')).statusCode).toBe(303);
  });
});

describe('the record', () => {
  const typed = {
    kind: 'book',
    title: 'A book about sleep',
    whereFrom: 'The library',
    'doneOn-day': '1',
    'doneOn-month': '11',
    'doneOn-year': '2026',
    took: 'Nobody sleeps.',
  };

  it('begins empty and kind', async () => {
    const ana = await volunteerHere(house, 'Ana Lima');
    const page = (await house.browser(ana.actor).get('/volunteering/learning')).body;
    expect(page).toContain('This page is yours.');
    expect(page).toContain('Nothing stands here yet.');
  });

  it('takes an entry that only its author sees, until the box is ticked', async () => {
    const own = house.browser(sam.actor);
    const staff = house.browser(manager);
    const theirs = `/learners/${sam.applicantId}/learning`;
    expect((await own.post('/volunteering/learning/add', { ...typed, title: '' })).statusCode).toBe(422);
    expect((await own.post('/volunteering/learning/add', typed)).statusCode).toBe(303);
    const page = (await own.get('/volunteering/learning')).body;
    expect(page).toContain('Only you see this');
    expect((await staff.get(theirs)).body).not.toContain('A book about sleep');
    const entry = /\/volunteering\/learning\/own\/[0-9a-f-]+/.exec(page)?.[0] ?? '';
    expect((await own.post(entry, { ...typed, shared: 'yes' })).statusCode).toBe(303);
    expect((await staff.get(theirs)).body).toContain('A book about sleep');
    for (const other of [staff, house.browser(marta.actor)])
      expect((await other.get(entry)).statusCode).toBe(404);
    expect((await own.post(`${entry}/remove`, {}, entry)).statusCode).toBe(303);
    expect((await own.get('/volunteering/learning')).body).not.toContain('A book about sleep');
  });

  it('is taken away as a file in its open shape, by its owner alone', async () => {
    await house.browser(sam.actor).post('/volunteering/learning/add', typed);
    const file = await house.browser(sam.actor).get('/volunteering/learning/record.json');
    expect(file.headers['content-type']).toContain('application/json');
    expect(file.headers['content-disposition']).toContain('learning-record.json');
    const record = learningRecordShape.parse(JSON.parse(file.body));
    expect(record.learner.name).toBe('Sam Reed');
    expect(record.own).toMatchObject([
      { title: 'A book about sleep', from: 'The library', on: '2026-11-01' },
    ]);
    expect((await house.browser(manager).get('/volunteering/learning/record.json')).statusCode).toBe(404);
    const shape = await house.browser(null).get('/learning-record/shape.json');
    expect(shape.statusCode).toBe(200);
    expect(JSON.parse(shape.body)).toMatchObject({ type: 'object', additionalProperties: false });
  });

  it('takes the units along, each with its signed credential inside', async () => {
    const rosa = await volunteerHere(house, 'Rosa Diaz');
    const core = await house.system(async (scope) => (await syllabusVersions(scope))[0]);
    const units = core?.content.units.slice(0, 4) ?? [];
    await house.as(manager, (scope) =>
      creditPast(scope, {
        applicantId: rosa.applicantId,
        centreId: house.centreId,
        syllabusId: core?.id ?? '',
        unitCodes: units.map(({ code }) => code),
        earnedOn: Temporal.PlainDate.from('2025-05-01'),
        words: 'With another centre.',
      }),
    );
    const own = house.browser(rosa.actor);
    expect((await own.get('/volunteering/learning')).body).toContain('4 units of training.');
    await house.drain();
    const file = await own.get('/volunteering/learning/record.json');
    const record = learningRecordShape.parse(JSON.parse(file.body));
    expect(record.units.map(({ code }) => code).sort()).toEqual(units.map(({ code }) => code).sort());
    for (const unit of record.units) {
      expect(unit.verifyAt).toContain(unit.reference);
      expect(unit.credential?.split('.')).toHaveLength(3);
    }
    // Nobody is handed another's.
    expect(await house.as(sam.actor, ownCredentials)).toEqual(new Map());
  });

  it('is taken away as a document that can be read aloud', async () => {
    const file = await house.browser(sam.actor).get('/volunteering/learning/record.pdf');
    expect(file.headers['content-type']).toBe('application/pdf');
    const read = await getDocumentProxy(new Uint8Array(file.rawPayload));
    const { items } = await (await read.getPage(1)).getTextContent();
    const words = items.map((item) => ('str' in item ? item.str : '')).join(' ');
    expect(words).toContain('What I have learned');
    expect(words).toContain('Sam Reed');
    expect(words).toContain('A book about sleep');
    expect(await read.getMarkInfo()).toMatchObject({ Marked: true });
    expect((await read.getMetadata()).info).toMatchObject({ Title: 'Learning record of Sam Reed' });
  });

  it('goes on for somebody who has left and can still sign in', async () => {
    const left = { ...sam.actor, roles: [] };
    expect((await house.browser(left).get('/volunteering/learning')).body).toContain('A book about sleep');
  });

  it('of a volunteer is not found for a colleague who does not look after them', async () => {
    const theirs = `/learners/${sam.applicantId}/learning`;
    for (const actor of [practitioner, marta.actor, sam.actor])
      expect((await house.browser(actor).get(theirs)).statusCode).toBe(404);
    const far = await house.member('Una Lee', ['volunteer_manager'], house.otherCentreId);
    expect((await house.browser(far).get(theirs)).statusCode).toBe(404);
  });
});

describe('ways on', () => {
  it('are read, two taps say interest, it is answered, and the end of it is kept', async () => {
    const own = house.browser(marta.actor);
    expect((await own.get('/pathways')).body).toContain('Train new peer supporters');
    expect((await own.post('/pathways/care_course', { words: 'How long is it?' })).statusCode).toBe(303);
    const waits = (await own.get('/pathways/care_course')).body;
    expect(waits).toContain('comes back to you');
    expect(waits).toContain('free of charge for volunteers only');
    const staff = house.browser(manager);
    expect((await staff.get('/pathways/interests')).body).toContain('Marta Nowak');
    const [interest] = await house.as(marta.actor, (scope) => interestsOf(scope, marta.applicantId));
    const at = `/pathways/interests/${interest?.id}`;
    expect((await staff.post(at, { words: '' })).statusCode).toBe(422);
    expect((await staff.post(at, { words: 'A year, one day a week.' })).statusCode).toBe(303);
    expect((await own.get('/pathways/care_course')).body).toContain('A year, one day a week.');
    const told = { 'on-day': '20', 'on-month': '11', 'on-year': '2026' };
    expect((await own.post(`${at}/outcome`, { ...told, outcome: 'got_job' })).statusCode).toBe(422);
    expect((await own.post(`${at}/outcome`, { ...told, outcome: 'started' })).statusCode).toBe(303);
    expect((await own.get('/volunteering/learning')).body).toContain('I have started');
    expect((await staff.get(at)).body).toContain('Started');
    const back = /\/pathways\/interests\/[0-9a-f-]+\/outcome\/[0-9a-f-]+\/take-back/.exec(
      (await staff.get(at)).body,
    )?.[0];
    expect((await staff.post(back ?? '', {}, at)).statusCode).toBe(303);
    expect((await own.get('/volunteering/learning')).body).not.toContain('I have started');
  });

  it('are changed by who shapes them; what is not shown is not found by volunteers', async () => {
    const lead = house.browser(await house.member('Ines Lowe', ['service_lead']));
    const typed = {
      kind: 'paid_role',
      name: 'Crèche work',
      about: 'Looking after children.',
      helps: 'Patience',
      shown: 'yes',
      opening1Title: 'Saturday crèche',
      'opening1Until-day': '30',
      'opening1Until-month': '11',
      'opening1Until-year': '2026',
    };
    const made = await lead.post('/pathways/new', typed);
    expect(made.headers.location).toBe('/pathways/creche_work');
    const own = house.browser(marta.actor);
    expect((await own.get('/pathways/creche_work')).body).toContain('Monday 30 November');
    house.now = Temporal.Instant.from('2026-12-01T10:00:00Z');
    expect((await own.get('/pathways/creche_work')).body).not.toContain('Saturday crèche');
    expect((await lead.get('/pathways/creche_work/change')).body).toContain('Saturday crèche');
    expect((await lead.post('/pathways/creche_work/change', { ...typed, shown: 'no' })).statusCode).toBe(303);
    expect((await own.get('/pathways/creche_work')).statusCode).toBe(404);
    expect((await own.get('/pathways')).body).not.toContain('Crèche work');
    expect((await own.get('/pathways/care_course/change')).statusCode).toBe(404);
    expect((await house.browser(practitioner).get('/pathways/interests')).statusCode).toBe(404);
  });

  it('are written down for a volunteer who told somebody', async () => {
    const staff = house.browser(manager);
    const at = `/learners/${sam.applicantId}/learning`;
    expect((await staff.post(at, { code: '' })).statusCode).toBe(422);
    expect((await staff.post(at, { code: 'mentor', words: 'Said so over coffee.' })).statusCode).toBe(303);
    expect((await house.browser(sam.actor).get('/volunteering/learning')).body).toContain(
      'Said so over coffee.',
    );
  });
});
