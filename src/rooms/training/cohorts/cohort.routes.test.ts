import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openHouse, type TestHouse } from '../../../../tests/support/house.ts';
import { MONDAY } from '../../../../tests/support/stand.ts';
import * as paths from '../paths.ts';
import {
  type CohortGround,
  cohortOpen,
  inCohort,
  openCohorts,
  readyToTrain,
  welcomedTrainee,
} from './cohort.fixture.ts';
import { meetingsIn, unitsIn } from './cohort.queries.ts';
import { givePlace } from './place.commands.ts';

let house: TestHouse;
let ground: CohortGround;

beforeAll(async () => {
  house = await openHouse();
  ground = await openCohorts(house);
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

const managers = () => house.browser(ground.manager);
const meetingsOf = (cohortId: string) => house.as(ground.manager, (scope) => meetingsIn(scope, [cohortId]));
const firstOf = async (cohortId: string) => {
  const [first] = await meetingsOf(cohortId);
  if (!first) throw new Error('no meeting');
  return first;
};

const plan = {
  name: 'Spring weekends',
  layout: 'three_weekends',
  'firstDay-day': '15',
  'firstDay-month': '1',
  'firstDay-year': '2027',
  startsAt: '',
  venueId: '',
  placeWords: 'The library, upstairs',
  places: '8',
};

describe('planning a cohort', () => {
  it('goes from the form to an open cohort with its days, without a script', async () => {
    const browser = managers();
    const made = await browser.post(paths.newCohort(), { ...plan, trainers: [ground.trainer.accountId] });
    expect(made.statusCode).toBe(303);
    const there = made.headers.location ?? '';
    const planned = words((await browser.get(there)).body);
    expect(planned).toContain('Only planned so far');
    expect(planned).toContain('Friday 15 January 2027');
    expect(planned).toContain('Led by Joanne Price');
    const cohortId = there.split('/').at(-1) ?? '';
    await browser.post(paths.openCohort({ cohortId }), {}, there);
    expect(words((await browser.get(there)).body)).toContain('Give a place');
    expect(words((await browser.get(paths.cohorts())).body)).toContain('0 of 8 places taken');
  });

  it('says what is missing and keeps what was typed', async () => {
    const again = await managers().post(paths.newCohort(), {
      ...plan,
      placeWords: '',
      'firstDay-day': '45',
      trainers: [],
    });
    expect(again.statusCode).toBe(422);
    expect(words(again.body)).toContain('Enter a real date');
    expect(again.body).toContain('value="Spring weekends"');
    const where = await managers().post(paths.newCohort(), {
      ...plan,
      placeWords: '',
      trainers: [ground.trainer.accountId],
    });
    expect(where.statusCode).toBe(422);
    expect(words(where.body)).toContain('write down where the cohort meets');
  });

  it('is for those who recruit at the centre', async () => {
    const id = await cohortOpen(house, ground);
    const stranger = await house.member('Olga Far', ['practitioner']);
    for (const url of [paths.newCohort(), paths.cohort({ cohortId: id }), paths.editCohort({ cohortId: id })])
      expect((await house.browser(stranger).get(url)).statusCode, url).toBe(404);
    expect((await house.browser(ground.trainer).get(paths.cohort({ cohortId: id }))).statusCode).toBe(200);
    expect((await house.browser(ground.trainer).get(paths.editCohort({ cohortId: id }))).statusCode).toBe(
      404,
    );
    expect((await managers().get('/cohorts/not-an-id')).statusCode).toBe(404);
  });

  it('changes a cohort, and calls it off with a reason', async () => {
    const cohortId = await cohortOpen(house, ground);
    const changed = await managers().post(paths.editCohort({ cohortId }), {
      name: 'Late winter',
      placeWords: 'The hall',
      places: '6',
      trainers: [ground.trainer.accountId, ground.manager.accountId],
    });
    expect(changed.statusCode).toBe(303);
    const page = words((await managers().get(paths.cohort({ cohortId }))).body);
    expect(page).toContain('Led by Joanne Price and Ruth Bell. It meets at The hall');
    expect((await managers().post(paths.callOffCohort({ cohortId }), { why: '' })).statusCode).toBe(422);
    await managers().post(paths.callOffCohort({ cohortId }), { why: 'Too few people.' });
    expect(words((await managers().get(paths.cohort({ cohortId }))).body)).toContain('Too few people.');
  });
});

describe('places', () => {
  it('are given to whoever is ready, refused in words, and waited for when full', async () => {
    const cohortId = await cohortOpen(house, ground, { places: 1 });
    const url = paths.cohortPlaces({ cohortId });
    const [ada, bea] = [await readyToTrain(house, 'Ada'), await readyToTrain(house, 'Bea')];
    const early = await readyToTrain(house, 'Cleo');
    await house.system(({ tx }) =>
      tx
        .updateTable('recruiting.steps')
        .set({ done_at: null })
        .where('organisation_id', '=', house.organisationId)
        .where('application_id', '=', early.applicationId)
        .where('code', '=', 'course')
        .execute(),
    );
    expect(words((await managers().get(url)).body)).toContain('Not yet: the safeguarding course comes first');
    const refused = await managers().post(url, { applicantId: early.applicantId });
    expect(refused.statusCode).toBe(422);
    expect(words(refused.body)).toContain('cannot take a place yet');
    await managers().post(url, { applicantId: ada.applicantId });
    await managers().post(url, { applicantId: bea.applicantId });
    const page = words((await managers().get(paths.cohort({ cohortId }))).body);
    expect(page).toContain('1 of 1 place taken');
    expect(page).toContain('Waiting for a place');
    expect(page).toContain('Bea Nowak');
    await house.drain();
    const told = await house.system(({ tx }) =>
      tx
        .selectFrom('platform.messages')
        .select(['template', 'address'])
        .where('template', 'like', 'training_place%')
        .execute(),
    );
    expect(told.map(({ address }) => address)).toEqual(['ada@example.org']);
  });
});

describe('an evening', () => {
  it('is noted on one page, missed by one who catches it up, and everybody ends with the unit', async () => {
    const cohortId = await cohortOpen(house, ground);
    const ines = await inCohort(house, ground.manager, cohortId, 'Ines');
    const jo = await inCohort(house, ground.manager, cohortId, 'Joy');
    const first = await firstOf(cohortId);
    const at = { cohortId, meetingId: first.id };
    const unitCode = unitsIn(first)[0] ?? '';
    house.now = Temporal.Instant.from('2026-12-01T21:00:00Z');
    const trainers = house.browser(ground.trainer);
    const open = await trainers.get(paths.cohortMeeting(at));
    expect(open.statusCode).toBe(200);
    const half = await trainers.post(paths.cohortMeeting(at), { [`came-${ines.applicantId}`]: 'all' });
    expect(half.statusCode).toBe(422);
    expect(words(half.body)).toContain('Say whether Joy Nowak was there.');
    const saved = await trainers.post(paths.cohortMeeting(at), {
      [`came-${ines.applicantId}`]: 'all',
      [`came-${jo.applicantId}`]: 'none',
    });
    expect(saved.statusCode).toBe(303);
    await house.drain();
    const page = words((await managers().get(paths.cohort({ cohortId }))).body);
    expect(page).toContain('1 of 15 units.');
    expect(page).toContain('To catch up: unit 1.');
    const offer = paths.offerCatchUp({ cohortId, applicantId: jo.applicantId, unitCode });
    const bad = await managers().post(offer, { way: 'one_to_one', time: 'soon', minutes: '90' });
    expect(bad.statusCode).toBe(422);
    expect(words(bad.body)).toContain('Enter the day you meet.');
    const offered = await managers().post(offer, {
      way: 'one_to_one',
      'day-day': '4',
      'day-month': '12',
      'day-year': '2026',
      time: '10am',
      minutes: '90',
      withAccount: ground.trainer.accountId,
      placeWords: 'The small room',
    });
    expect(offered.statusCode).toBe(303);
    await house.drain();
    const own = house.browser(null);
    const mine = await own.get(paths.mineTraining({ secret: jo.secret }));
    expect(words(mine.body)).toContain('To catch up');
    expect(words(mine.body)).toContain('Friday 4 December at 10am');
    const answer = /href="([^"]*\/catch-ups\/[^"]+)"/.exec(mine.body)?.[1] ?? '';
    expect((await own.post(answer, { said: 'other_time', words: '' })).statusCode).toBe(422);
    await own.post(answer, { said: 'yes', words: '' });
    const learner = await managers().get(paths.learner({ applicantId: jo.applicantId }));
    expect(words(learner.body)).toContain('They said yes.');
    house.now = Temporal.Instant.from('2026-12-04T12:00:00Z');
    const catchUpId = /\/catch-ups\/([^"]+)"/.exec(learner.body)?.[1] ?? '';
    const done = await trainers.post(paths.catchUp({ catchUpId }), {});
    expect(done.statusCode).toBe(303);
    await house.drain();
    const after = words((await managers().get(paths.learner({ applicantId: jo.applicantId }))).body);
    expect(after).toContain('caught up');
    expect(after).toContain('1 of 15 units.');
  });

  it('is corrected with a reason', async () => {
    const cohortId = await cohortOpen(house, ground);
    const { applicantId } = await inCohort(house, ground.manager, cohortId, 'Kim');
    const url = paths.cohortMeeting({ cohortId, meetingId: (await firstOf(cohortId)).id });
    house.now = Temporal.Instant.from('2026-12-01T21:00:00Z');
    await managers().post(url, { [`came-${applicantId}`]: 'all' });
    expect((await managers().get(url)).body).toMatch(/value="all"[^>]*checked|checked[^>]*value="all"/);
    const silent = await managers().post(url, { [`came-${applicantId}`]: 'none', why: '' });
    expect(silent.statusCode).toBe(422);
    expect(words(silent.body)).toContain('Say in a few words what was wrong.');
    await managers().post(url, { [`came-${applicantId}`]: 'none', why: 'Somebody else.' });
    expect(words((await managers().get(paths.cohort({ cohortId }))).body)).toContain('0 of 15 units.');
  });

  it('is moved, called off, and its unit laid onto another', async () => {
    const cohortId = await cohortOpen(house, ground);
    const [, second, third] = await meetingsOf(cohortId);
    if (!second || !third) throw new Error('no meetings');
    const at = { cohortId, meetingId: second.id };
    await managers().post(paths.moveCohortMeeting(at), {
      'day-day': '9',
      'day-month': '12',
      'day-year': '2026',
      time: '7pm',
      placeWords: 'The hall',
    });
    expect(words((await managers().get(paths.cohortMeeting(at))).body)).toContain(
      'Wednesday 9 December at 7pm, 2 hours',
    );
    await managers().post(paths.callOffCohortMeeting(at), { why: 'Snow.' });
    const unitCode = unitsIn(second)[0] ?? '';
    const laid = await managers().post(paths.layUnit({ ...at, unitCode }), { onto: third.id });
    expect(laid.statusCode).toBe(303);
    const after = (await meetingsOf(cohortId)).find(({ id }) => id === third.id);
    expect(after && unitsIn(after)).toContain(unitCode);
  });
});

describe('a trainee', () => {
  it('signs in to their own training, says they cannot come, and sees nobody else', async () => {
    const cohortId = await cohortOpen(house, ground);
    const { account, applicantId } = await welcomedTrainee(house, 'Tess Own');
    await inCohort(house, ground.manager, cohortId, 'Umar');
    await house.as(ground.manager, (scope) => givePlace(scope, { cohortId, applicantId }));
    const own = house.browser(account);
    const page = words((await own.get(paths.ownTraining())).body);
    expect(page).toContain('You are in Winter evenings.');
    expect(page).toContain('Tuesday 1 December at 6.30pm');
    expect(page).not.toContain('Umar');
    const meetingId = (await firstOf(cohortId)).id;
    const said = await own.post(paths.ownTrainingMeeting({ meetingId }), { canCome: 'no', words: '' });
    expect(said.headers.location).toBe(paths.ownTraining());
    expect(words((await own.get(paths.ownTraining())).body)).toContain('You told us that you cannot come.');
    expect(words((await managers().get(paths.cohort({ cohortId }))).body)).toContain('1 person cannot come.');
    expect((await own.get(paths.learner({ applicantId }))).statusCode).toBe(404);
    expect((await own.get(paths.cohort({ cohortId }))).statusCode).toBe(404);
  });

  it('reads kind words while there is no cohort, and nothing with a link that is nobody’s', async () => {
    const { secret } = await readyToTrain(house, 'Vera');
    const own = house.browser(null);
    expect(words((await own.get(paths.mineTraining({ secret }))).body)).toContain(
      'You are not in a cohort yet.',
    );
    expect((await own.get(paths.mineTraining({ secret: 'made-up' }))).statusCode).toBe(404);
  });
});

describe('what somebody learned before', () => {
  it('is credited by those who recruit, with where and how we know', async () => {
    const { applicantId } = await readyToTrain(house, 'Wanda');
    const url = paths.creditPast({ applicantId });
    const units = ground.from.content.units.slice(0, 3).map(({ code }) => code);
    const none = await managers().post(url, { unitCodes: [], words: '' });
    expect(none.statusCode).toBe(422);
    const typed = {
      unitCodes: units,
      'earnedOn-day': '1',
      'earnedOn-month': '6',
      'earnedOn-year': '2025',
      words: 'A charity in Leeds. We saw the certificate.',
    };
    expect((await managers().post(url, { ...typed, 'earnedOn-year': '2027' })).statusCode).toBe(422);
    expect((await managers().post(url, typed)).statusCode).toBe(303);
    const page = words((await managers().get(paths.learner({ applicantId }))).body);
    expect(page).toContain('3 of 15 units.');
    expect(page).toContain('had it before');
    expect((await house.browser(ground.trainer).get(url)).statusCode).toBe(404);
    expect((await house.browser(ground.trainer).get(paths.learner({ applicantId }))).statusCode).toBe(404);
  });
});
