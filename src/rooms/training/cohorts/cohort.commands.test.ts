import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AccountActor } from '#platform/db/actor.ts';
import { proofsOf } from '#rooms/recruiting/door.ts';
import { MONDAY, openStand, type Stand } from '../../../../tests/support/stand.ts';
import { enquire, walkTo } from '../../recruiting/application.fixture.ts';
import { awardsOf } from '../credentials/award.commands.ts';
import { sayOfCatchUp, sayOfMeeting } from './answer.commands.ts';
import { noteAttendance } from './attendance.commands.ts';
import { callOffCatchUp, catchUpDone, offerCatchUp, stillToCome } from './catch-up.commands.ts';
import { callOffCohort, changeCohort, closeCohort, openCohort, planCohort } from './cohort.commands.ts';
import {
  type CohortGround,
  cohortOpen,
  evenings,
  inCohort,
  openCohorts,
  readyToTrain,
  welcomedTrainee,
} from './cohort.fixture.ts';
import { cohortById, cohortList, meetingsIn, placesIn, traineesOf, unitsIn } from './cohort.queries.ts';
import { callOffMeeting, layUnitOnto, moveMeeting } from './meeting.commands.ts';
import { givePlace, leaveCohort, takeWaitingPlace } from './place.commands.ts';
import { catchUpById, pictureOf, unitsHeld } from './progress.queries.ts';
import { catchUpsToArrange, meetingsToMark, trainingAhead, trainingDiaryOf } from './today.queries.ts';

let stand: Stand;
let ground: CohortGround;
let manager: AccountActor;
let trainer: AccountActor;

const moment = (text: string) => Temporal.Instant.from(text);
const meetings = (cohortId: string) => stand.as(manager, (scope) => meetingsIn(scope, [cohortId]));
const meetingAt = async (cohortId: string, index: number) => {
  const found = (await meetings(cohortId))[index];
  if (!found) throw new Error('no such meeting');
  return found;
};
const unitAt = async (cohortId: string, index: number) => unitsIn(await meetingAt(cohortId, index))[0] ?? '';
const note = (
  who: AccountActor,
  cohortId: string,
  meetingId: string,
  came: Readonly<Record<string, readonly string[]>>,
  why = '',
) =>
  stand.as(who, (scope) =>
    noteAttendance(scope, {
      cohortId,
      meetingId,
      came: Object.entries(came).map(([applicantId, units]) => ({ applicantId, units })),
      why,
    }),
  );
const unitsOf = async (applicantId: string) =>
  (await stand.as(manager, (scope) => awardsOf(scope, [applicantId]))).map(
    ({ code, how }) => `${code} ${how}`,
  );

beforeAll(async () => {
  stand = await openStand({ programme: true });
  ground = await openCohorts(stand);
  ({ manager, trainer } = ground);
});
afterAll(() => stand.close());
beforeEach(() => {
  stand.now = MONDAY;
});

describe('a cohort', () => {
  it('is planned from a layout, past the bank holidays, and nobody may join before it is open', async () => {
    const id = await stand.as(manager, (scope) => planCohort(scope, evenings(stand, [trainer])));
    const planned = await meetings(id);
    expect(planned.flatMap(unitsIn).toSorted()).toEqual(
      ground.from.content.units.map(({ code }) => code).toSorted(),
    );
    const days = planned.map(({ startsAt }) => startsAt.toZonedDateTimeISO('Europe/London'));
    expect(days[0]?.toPlainDate().toString()).toBe('2026-12-01');
    expect(days.every((each) => each.hour === 18 && each.minute === 30 && each.dayOfWeek === 2)).toBe(true);
    const { applicantId } = await readyToTrain(stand, 'Early');
    await expect(
      stand.as(manager, (scope) => givePlace(scope, { cohortId: id, applicantId })),
    ).rejects.toThrow('Open it first');
    await stand.as(manager, (scope) => openCohort(scope, id));
    await stand.as(manager, (scope) => givePlace(scope, { cohortId: id, applicantId }));
    await expect(stand.as(manager, (scope) => openCohort(scope, id))).rejects.toThrow('open');
    await expect(stand.as(manager, (scope) => closeCohort(scope, id))).rejects.toThrow('still to come');
  });

  it('skips a holiday that falls on its day', async () => {
    await stand.owner.query(
      `insert into programme.bank_holidays (organisation_id, nation, on_day, name) values ($1, 'england-and-wales', '2026-12-08', 'A day off') on conflict do nothing`,
      [stand.organisationId],
    );
    const id = await stand.as(manager, (scope) => planCohort(scope, evenings(stand, [trainer])));
    const days = (await meetings(id)).map(({ startsAt }) =>
      startsAt.toZonedDateTimeISO('Europe/London').toPlainDate().toString(),
    );
    expect(days.slice(0, 2)).toEqual(['2026-12-01', '2026-12-15']);
    await stand.owner.query(`delete from programme.bank_holidays where on_day = '2026-12-08'`);
  });

  it('books its room for every meeting, and says who has it when it is taken', async () => {
    const venueId = await stand.openVenue('Hall');
    const plan = { ...evenings(stand, [trainer]), venueId, placeWords: '' };
    const id = await stand.as(manager, (scope) => planCohort(scope, plan));
    expect((await meetings(id)).every(({ bookingId }) => bookingId !== null)).toBe(true);
    await expect(
      stand.as(manager, (scope) => planCohort(scope, { ...plan, name: 'Another' })),
    ).rejects.toThrow('Training: Winter evenings');
  });

  it('needs a trainer, a place to meet and a day to come', async () => {
    const plan = (more: object) =>
      stand.as(manager, (scope) => planCohort(scope, { ...evenings(stand, [trainer]), ...more }));
    await expect(plan({ trainers: [] })).rejects.toThrow('at least one trainer');
    await expect(plan({ placeWords: ' ' })).rejects.toThrow('where the cohort meets');
    await expect(plan({ firstDay: Temporal.PlainDate.from('2026-11-22') })).rejects.toThrow('already');
    await expect(plan({ layout: 'all_at_once' })).rejects.toThrow('laid out');
  });

  it('changes its trainers and its places, but not below what is taken', async () => {
    const id = await cohortOpen(stand, ground);
    await inCohort(stand, manager, id, 'Ada');
    await inCohort(stand, manager, id, 'Bea');
    const version = (await stand.as(manager, (scope) => cohortById(scope, id)))?.version ?? 0;
    const to = { name: 'Winter', placeWords: 'The library', trainers: [manager.accountId], version };
    await expect(stand.as(manager, (scope) => changeCohort(scope, id, { ...to, places: 1 }))).rejects.toThrow(
      '2 places are taken',
    );
    await stand.as(manager, (scope) => changeCohort(scope, id, { ...to, places: 3 }));
    expect(await stand.as(trainer, (scope) => cohortById(scope, id))).toBeNull();
    await expect(stand.as(manager, (scope) => changeCohort(scope, id, { ...to, places: 4 }))).rejects.toThrow(
      'changed by somebody else',
    );
  });

  it('that is called off tells its people why, and leaves what they earned', async () => {
    const id = await cohortOpen(stand, ground);
    const { applicantId } = await inCohort(stand, manager, id, 'Cleo');
    const first = await meetingAt(id, 0);
    stand.now = moment('2026-12-01T21:00:00Z');
    await note(manager, id, first.id, { [applicantId]: unitsIn(first) });
    await stand.as(manager, (scope) => callOffCohort(scope, id, 'Our trainer is ill for long.'));
    const after = await meetings(id);
    expect(after[0]?.calledOffAt).toBeNull();
    expect(after.slice(1).every(({ calledOffAt, sequence }) => calledOffAt && sequence === 1)).toBe(true);
    expect(await unitsOf(applicantId)).toHaveLength(1);
    await expect(stand.as(manager, (scope) => callOffCohort(scope, id, 'Once more.'))).rejects.toThrow(
      'called off',
    );
  });
});

describe('a place', () => {
  it('is refused in words that say what comes first', async () => {
    const id = await cohortOpen(stand, ground);
    const { applicantId, applicationId } = await enquire(stand, { givenName: 'Dora' });
    const ask = () => stand.as(manager, (scope) => givePlace(scope, { cohortId: id, applicantId }));
    await expect(ask()).rejects.toThrow('the application form and the safeguarding course come first');
    await walkTo(stand, applicationId, ['conversation', 'application']);
    await expect(ask()).rejects.toThrow('the safeguarding course comes first');
    await walkTo(stand, applicationId, ['course']);
    expect(await ask()).toBe('taken');
    await expect(ask()).rejects.toThrow('in this cohort already');
  });

  it('is waited for when every one is taken, and passes on when somebody leaves', async () => {
    const id = await cohortOpen(stand, ground, { places: 1 });
    await inCohort(stand, manager, id, 'Ella');
    const late = await readyToTrain(stand, 'Fay');
    expect(
      await stand.as(manager, (scope) => givePlace(scope, { cohortId: id, applicantId: late.applicantId })),
    ).toBe('waiting');
    const [taken, waiting] = await stand.as(manager, (scope) => placesIn(scope, id));
    const give = () =>
      stand.as(manager, (scope) => takeWaitingPlace(scope, { cohortId: id, placeId: waiting?.id ?? '' }));
    await expect(give()).rejects.toThrow('Every place is taken');
    await stand.as(manager, (scope) =>
      leaveCohort(scope, { cohortId: id, placeId: taken?.id ?? '', why: 'Moved away' }),
    );
    await give();
    const after = await stand.as(manager, (scope) => placesIn(scope, id));
    expect(after.filter(({ takenAt, leftAt }) => takenAt && !leftAt)).toHaveLength(1);
    expect(await stand.announced('training.cohort_news')).toContainEqual(
      expect.objectContaining({ what: 'place', placeId: waiting?.id }),
    );
  });

  it('is free for whoever is welcomed already, and not for somebody of another centre', async () => {
    const id = await cohortOpen(stand, ground);
    const { applicantId } = await welcomedTrainee(stand, 'Gia Novak');
    expect(await stand.as(manager, (scope) => givePlace(scope, { cohortId: id, applicantId }))).toBe('taken');
    const far = await enquire(stand, { givenName: 'Hana', centreId: stand.otherCentreId });
    await expect(
      stand.as(manager, (scope) => givePlace(scope, { cohortId: id, applicantId: far.applicantId })),
    ).rejects.toThrow('no such applicant');
  });
});

describe('who came', () => {
  it('earns the unit at once, and the proof with it', async () => {
    const id = await cohortOpen(stand, ground);
    const [here, away] = [
      await inCohort(stand, manager, id, 'Ines'),
      await inCohort(stand, manager, id, 'Jo'),
    ];
    const first = await meetingAt(id, 0);
    await expect(note(manager, id, first.id, { [here.applicantId]: unitsIn(first) })).rejects.toThrow(
      'not begun',
    );
    stand.now = moment('2026-12-01T21:00:00Z');
    const waits = await stand.as(trainer, meetingsToMark);
    expect(waits.map(({ meetingId }) => meetingId)).toContain(first.id);
    await note(manager, id, first.id, { [here.applicantId]: unitsIn(first), [away.applicantId]: [] });
    expect(await unitsOf(here.applicantId)).toEqual([`${unitsIn(first)[0]} cohort`]);
    expect(await unitsOf(away.applicantId)).toEqual([]);
    const proofs = await stand.as(manager, (scope) => proofsOf(scope, [here.applicantId]));
    expect(JSON.stringify([...proofs])).toContain('unit');
    expect((await stand.as(trainer, meetingsToMark)).map(({ meetingId }) => meetingId)).not.toContain(
      first.id,
    );
    const open = await stand.as(manager, (scope) => catchUpsToArrange(scope, [stand.centreId]));
    expect(open).toContainEqual(
      expect.objectContaining({ applicantId: away.applicantId, unitCode: unitsIn(first)[0], asked: null }),
    );
  });

  it('is corrected by adding to what was noted, with a reason, and takes the unit back', async () => {
    const id = await cohortOpen(stand, ground);
    const { applicantId } = await inCohort(stand, manager, id, 'Kim');
    const first = await meetingAt(id, 0);
    stand.now = moment('2026-12-01T21:00:00Z');
    await note(manager, id, first.id, { [applicantId]: unitsIn(first) });
    stand.now = moment('2026-12-02T09:00:00Z');
    await expect(note(manager, id, first.id, { [applicantId]: [] })).rejects.toThrow('what was wrong');
    await note(manager, id, first.id, { [applicantId]: [] }, 'It was another Kim.');
    expect(await unitsOf(applicantId)).toEqual([]);
    const { rows } = await stand.owner.query(
      `select came from training.unit_attendances where applicant_id = $1 order by noted_at`,
      [applicantId],
    );
    expect(rows).toEqual([{ came: true }, { came: false }]);
    stand.now = moment('2026-12-02T10:00:00Z');
    await note(manager, id, first.id, { [applicantId]: unitsIn(first) }, 'It was her after all.');
    expect(await unitsOf(applicantId)).toHaveLength(1);
  });

  it('is left alone by saving the same again', async () => {
    const id = await cohortOpen(stand, ground);
    const { applicantId } = await inCohort(stand, manager, id, 'Lea');
    const first = await meetingAt(id, 0);
    stand.now = moment('2026-12-01T21:00:00Z');
    await note(manager, id, first.id, { [applicantId]: unitsIn(first) });
    await note(manager, id, first.id, { [applicantId]: unitsIn(first) });
    const { noted } = await stand.as(manager, (scope) => pictureOf(scope, { cohortId: id }));
    expect(noted).toHaveLength(1);
  });

  it('is noted by its trainer, and the house carries out the award', async () => {
    const id = await cohortOpen(stand, ground);
    const { applicantId } = await inCohort(stand, manager, id, 'Mia');
    const first = await meetingAt(id, 0);
    stand.now = moment('2026-12-01T21:00:00Z');
    await note(trainer, id, first.id, { [applicantId]: unitsIn(first) });
    expect(await stand.announced('training.award_unit')).toContainEqual(
      expect.objectContaining({ applicantId, unitCode: unitsIn(first)[0], by: trainer.accountId }),
    );
  });
});

describe('a trainer', () => {
  it('sees names and access of their own cohort, and nothing of another', async () => {
    const id = await cohortOpen(stand, ground);
    const { applicantId } = await inCohort(stand, manager, id, 'Nina');
    const other = await stand.member('Olga Far', ['practitioner']);
    expect(await stand.as(trainer, (scope) => traineesOf(scope, id))).toEqual([
      expect.objectContaining({ applicantId, name: 'Nina Nowak', guest: false }),
    ]);
    expect(await stand.as(other, (scope) => traineesOf(scope, id))).toEqual([]);
    expect(await stand.as(other, (scope) => cohortById(scope, id))).toBeNull();
    expect(await stand.as(other, (scope) => meetingsIn(scope, [id]))).toEqual([]);
    expect(await stand.as(other, (scope) => unitsHeld(scope, [applicantId]))).toEqual([]);
    expect((await stand.as(other, cohortList)).map((each) => each.id)).not.toContain(id);
    await expect(
      stand.as(trainer, ({ tx }) =>
        tx.selectFrom('recruiting.applicants').select('id').where('id', '=', applicantId).execute(),
      ),
    ).resolves.toEqual([]);
  });
});

describe('a meeting', () => {
  it('moves with its sequence, and tells its people', async () => {
    const id = await cohortOpen(stand, ground);
    const second = await meetingAt(id, 1);
    const to = second.startsAt.add({ hours: 24 });
    await stand.as(manager, (scope) =>
      moveMeeting(scope, { cohortId: id, meetingId: second.id, startsAt: to, placeWords: '' }),
    );
    const moved = await meetingAt(id, 1);
    expect(moved.sequence).toBe(1);
    expect(moved.startsAt.toString()).toBe(to.toString());
    expect(await stand.announced('training.cohort_news')).toContainEqual(
      expect.objectContaining({ what: 'moved', meetingId: second.id, was: second.startsAt.toString() }),
    );
    await expect(
      stand.as(manager, (scope) =>
        moveMeeting(scope, { cohortId: id, meetingId: second.id, startsAt: MONDAY, placeWords: '' }),
      ),
    ).rejects.toThrow('already');
  });

  it('that is called off lets its units be laid onto another, which grows longer', async () => {
    const id = await cohortOpen(stand, ground);
    const [third, fourth] = [await meetingAt(id, 2), await meetingAt(id, 3)];
    const unitCode = unitsIn(third)[0] ?? '';
    await stand.as(manager, (scope) =>
      callOffMeeting(scope, { cohortId: id, meetingId: third.id, why: 'Snow.' }),
    );
    await stand.as(manager, (scope) =>
      layUnitOnto(scope, { cohortId: id, meetingId: third.id, unitCode, ontoId: fourth.id }),
    );
    const after = (await meetings(id)).find((each) => each.id === fourth.id);
    expect(after && unitsIn(after)).toEqual([...unitsIn(fourth), unitCode]);
    expect(after?.minutes).toBe(fourth.minutes + 120);
  });
});

describe('a missed unit', () => {
  const missedFirst = async (givenName: string) => {
    stand.now = MONDAY;
    const id = await cohortOpen(stand, ground);
    const { applicantId } = await inCohort(stand, manager, id, givenName);
    const first = await meetingAt(id, 0);
    stand.now = moment('2026-12-01T21:00:00Z');
    await note(manager, id, first.id, { [applicantId]: [] });
    return { id, applicantId, unitCode: unitsIn(first)[0] ?? '' };
  };
  const oneToOne = (startsAt: string) => ({
    how: 'one_to_one' as const,
    startsAt: moment(startsAt),
    minutes: 90,
    withAccount: trainer.accountId,
    placeWords: 'The small room',
  });

  it('is caught up one to one, and counts when it took place', async () => {
    const { id, applicantId, unitCode } = await missedFirst('Pia');
    const catchUpId = await stand.as(manager, (scope) =>
      offerCatchUp(scope, { cohortId: id, applicantId, unitCode, offer: oneToOne('2026-12-04T10:00:00Z') }),
    );
    await expect(stand.as(trainer, (scope) => catchUpDone(scope, catchUpId))).rejects.toThrow(
      'still to come',
    );
    expect(await stand.as(trainer, (scope) => trainingAhead(scope, trainer.accountId))).toContainEqual(
      expect.objectContaining({ id: catchUpId, leads: true }),
    );
    stand.now = moment('2026-12-04T12:00:00Z');
    await stand.as(manager, (scope) => catchUpDone(scope, catchUpId));
    expect(await unitsOf(applicantId)).toEqual([`${unitCode} one_to_one`]);
    await expect(
      stand.as(manager, (scope) =>
        offerCatchUp(scope, { cohortId: id, applicantId, unitCode, offer: oneToOne('2026-12-09T10:00:00Z') }),
      ),
    ).rejects.toThrow('have this unit already');
  });

  it('is caught up with a cohort of another centre, whose people note it', async () => {
    const far = await stand.member('Rita Far', ['volunteer_manager'], stand.otherCentreId);
    const elsewhere = await stand.as(far, (scope) =>
      planCohort(scope, {
        ...evenings(stand, [far]),
        centreId: stand.otherCentreId,
        name: 'Brook Lane evenings',
        firstDay: Temporal.PlainDate.from('2026-12-10'),
      }),
    );
    await stand.as(far, (scope) => openCohort(scope, elsewhere));
    const { id, applicantId, unitCode } = await missedFirst('Rosa');
    const options = await stand.as(manager, (scope) =>
      stillToCome(scope, { cohortId: id, syllabusCode: ground.from.code, unitCode }),
    );
    const option = options.find((each) => each.cohortId === elsewhere);
    expect(option).toMatchObject({ cohortName: 'Brook Lane evenings', roomLeft: 2 });
    const catchUpId = await stand.as(manager, (scope) =>
      offerCatchUp(scope, {
        cohortId: id,
        applicantId,
        unitCode,
        offer: { how: 'elsewhere', meetingId: option?.meetingId ?? '' },
      }),
    );
    expect(await stand.as(far, (scope) => traineesOf(scope, elsewhere))).toEqual([
      expect.objectContaining({ applicantId, guest: true }),
    ]);
    const moved = moment('2026-12-11T18:00:00Z');
    await stand.as(far, (scope) =>
      moveMeeting(scope, {
        cohortId: elsewhere,
        meetingId: option?.meetingId ?? '',
        startsAt: moved,
        placeWords: '',
      }),
    );
    const along = await stand.as(manager, (scope) => catchUpById(scope, catchUpId));
    expect(along?.startsAt.toString()).toBe(moved.toString());
    expect(along?.sequence).toBe(1);
    stand.now = moment('2026-12-11T21:00:00Z');
    await note(far, elsewhere, option?.meetingId ?? '', { [applicantId]: [unitCode] });
    expect((await stand.as(manager, (scope) => catchUpById(scope, catchUpId)))?.doneAt).not.toBeNull();
    expect(await stand.announced('training.award_unit')).toContainEqual(
      expect.objectContaining({ applicantId, unitCode, how: 'catch_up', fromId: catchUpId }),
    );
  });

  it('waits for another way when the catch-up does not take place', async () => {
    const { id, applicantId, unitCode } = await missedFirst('Sara');
    const catchUpId = await stand.as(manager, (scope) =>
      offerCatchUp(scope, { cohortId: id, applicantId, unitCode, offer: oneToOne('2026-12-04T10:00:00Z') }),
    );
    const waits = async () =>
      (await stand.as(manager, (scope) => catchUpsToArrange(scope, [stand.centreId]))).filter(
        (each) => each.applicantId === applicantId,
      );
    expect(await waits()).toEqual([]);
    await stand.system((scope) =>
      sayOfCatchUp(
        scope,
        { applicantId, centreId: stand.centreId },
        { catchUpId, said: 'other_time', words: 'Mornings' },
      ),
    );
    expect(await waits()).toEqual([expect.objectContaining({ unitCode, asked: 'Mornings' })]);
    await expect(stand.as(manager, (scope) => callOffCatchUp(scope, catchUpId, ' '))).rejects.toThrow('why');
    await stand.as(manager, (scope) => callOffCatchUp(scope, catchUpId, 'They asked for mornings.'));
    expect(await waits()).toEqual([expect.objectContaining({ unitCode, asked: null })]);
  });
});

describe('the trainee', () => {
  it('has the meetings in their diary, and says for themselves that they cannot come', async () => {
    const id = await cohortOpen(stand, ground);
    const { account, applicantId } = await welcomedTrainee(stand, 'Tess Own');
    await stand.as(manager, (scope) => givePlace(scope, { cohortId: id, applicantId }));
    const first = await meetingAt(id, 0);
    const diary = await stand.as(account, (scope) =>
      trainingDiaryOf(scope, account.accountId, { from: MONDAY, until: MONDAY.add({ hours: 24 * 30 }) }),
    );
    expect(diary[0]).toMatchObject({
      uid: `cohort_meetings-${first.id}`,
      title: 'Course',
      place: 'The library, upstairs',
      cancelled: false,
    });
    expect(
      await stand.as(manager, (scope) =>
        trainingDiaryOf(scope, account.accountId, { from: MONDAY, until: MONDAY.add({ hours: 24 * 30 }) }),
      ),
    ).toEqual([]);
    const who = { applicantId, centreId: stand.centreId };
    const say = (canCome: boolean) =>
      stand.as(account, (scope) => sayOfMeeting(scope, who, { meetingId: first.id, canCome, words: '' }));
    await say(false);
    const sorry = () => stand.as(manager, (scope) => pictureOf(scope, { cohortId: id }));
    expect((await sorry()).apologies).toHaveLength(1);
    stand.now = MONDAY.add({ hours: 1 });
    await say(true);
    expect((await sorry()).apologies).toEqual([]);
    expect(await unitAt(id, 0)).not.toBe('');
  });

  it('notes nothing down about themselves, whatever role they hold', async () => {
    const { account, applicantId } = await welcomedTrainee(stand, 'Uma Own', ['volunteer_manager']);
    const id = await cohortOpen(stand, ground);
    await stand.as(manager, (scope) => givePlace(scope, { cohortId: id, applicantId }));
    const first = await meetingAt(id, 0);
    stand.now = moment('2026-12-01T21:00:00Z');
    await expect(note(account, id, first.id, { [applicantId]: unitsIn(first) })).rejects.toThrow();
    expect(await unitsOf(applicantId)).toEqual([]);
  });
});
