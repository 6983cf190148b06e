import { dateAt, momentAt } from '../src/kernel/dates.ts';
import { Refusal } from '../src/kernel/refusal.ts';
import type { Scope } from '../src/platform/db/as-actor.ts';
import { sayOfMeeting } from '../src/rooms/training/cohorts/answer.commands.ts';
import { expectedAt, noteAttendance } from '../src/rooms/training/cohorts/attendance.commands.ts';
import { catchUpDone, offerCatchUp } from '../src/rooms/training/cohorts/catch-up.commands.ts';
import {
  closeCohort,
  cohortFound,
  openCohort,
  planCohort,
} from '../src/rooms/training/cohorts/cohort.commands.ts';
import { meetingsIn, traineesOf, unitsIn } from '../src/rooms/training/cohorts/cohort.queries.ts';
import { givePlace } from '../src/rooms/training/cohorts/place.commands.ts';
import type { CentreSlug } from './cast.ts';
import { recruiters } from './recruiting-ground.ts';
import { type Ground, known } from './settle.ts';
import { type Telling, ZONE } from './telling.ts';

interface CohortCast {
  readonly key: string;
  readonly name: string;
  readonly centre: CentreSlug;
  readonly layout: string;
  /** Days before today on which it begins; negative: it is still to come. */
  readonly begins: number;
  readonly from: string | null;
  readonly place: string;
  readonly places: number;
  readonly trainers: readonly string[];
}

const cohorts: readonly CohortCast[] = [
  {
    key: 'weekends',
    name: 'Three weekends in summer',
    centre: 'bramble',
    layout: 'three_weekends',
    begins: 115,
    from: null,
    place: 'The big room above the library',
    places: 10,
    trainers: ['balwinder', 'nasreen'],
  },
  {
    key: 'evenings',
    name: 'Autumn evenings',
    centre: 'hartley',
    layout: 'evenings',
    begins: 52,
    from: '18:30',
    place: 'The long table in the café, after it closes',
    places: 8,
    trainers: ['ruth', 'joanne', 'priya'],
  },
  {
    key: 'two',
    name: 'Two weekends in the new year',
    centre: 'quayside',
    layout: 'two_weekends',
    begins: -54,
    from: null,
    place: 'The sail loft, first floor, with a lift',
    places: 6,
    trainers: ['chloe', 'gareth'],
  },
];

/** Whoever of a centre holds no unit yet and may come gets a place; a refusal says what is still missing, and is right. */
const placesAreGiven = async (scope: Scope, cohortId: string, centreId: string): Promise<void> => {
  const rows = await scope.tx
    .selectFrom('recruiting.applicants as p')
    .select('p.id')
    .where('p.organisation_id', '=', scope.actor.organisationId)
    .where('p.centre_id', '=', centreId)
    .where((each) =>
      each.not(
        each.exists(
          each
            .selectFrom('training.awards as a')
            .select('a.id')
            .whereRef('a.organisation_id', '=', 'p.organisation_id')
            .whereRef('a.applicant_id', '=', 'p.id'),
        ),
      ),
    )
    .orderBy('p.made_at')
    .orderBy('p.id')
    .execute();
  for (const { id } of rows)
    await givePlace(scope, { cohortId, applicantId: id }).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
    });
};

/** Who came to a meeting: nearly everybody, each missing one evening of their own. */
const marked = async (scope: Scope, cohortId: string, at: number, missing: boolean): Promise<void> => {
  const cohort = await cohortFound(scope, cohortId);
  const meeting = (await meetingsIn(scope, [cohortId]))[at];
  if (!meeting) return;
  const expected = await expectedAt(scope, cohort, meeting);
  await noteAttendance(scope, {
    cohortId,
    meetingId: meeting.id,
    came: expected.map((each, number) => ({
      applicantId: each.applicantId,
      units: missing && at === number + 1 ? [] : each.units,
    })),
    why: '',
  });
};

const runs = (telling: Telling, ground: Ground, cast: CohortCast): void => {
  const { manager } = recruiters[cast.centre];
  const centreId = known(ground.centres, cast.centre);
  const id = { of: '' };
  const firstDay = telling.today.subtract({ days: cast.begins });
  const before = Math.max(cast.begins + 14, 3);
  telling.happens(telling.on(before, '11:20'), manager, async (scope) => {
    id.of = await planCohort(scope, {
      centreId,
      name: cast.name,
      layout: cast.layout,
      firstDay,
      startsAt: cast.from === null ? null : Temporal.PlainTime.from(cast.from),
      venueId: null,
      placeWords: cast.place,
      places: cast.places,
      trainers: cast.trainers.map((key) => known(telling.actors, key).accountId),
    });
    await openCohort(scope, id.of);
    await placesAreGiven(scope, id.of, centreId);
  });
  if (cast.key === 'evenings') {
    // Every other week somebody more has come far enough on their way to join.
    telling.happens(telling.on(cast.begins - 6, '10:00'), manager, (scope) =>
      placesAreGiven(scope, id.of, centreId),
    );
    for (let week = 0; week < 7; week += 1)
      telling.happens(
        telling.on(cast.begins - week * 7, '20:45'),
        cast.trainers[week % 2] ?? manager,
        (scope) => marked(scope, id.of, week, true),
      );
    missedOnes(telling, id, manager, centreId);
  }
  if (cast.key === 'weekends') {
    for (let at = 0; at < 6; at += 1)
      telling.happens(telling.on(70 - at, '17:30'), manager, (scope) => marked(scope, id.of, at, false));
    telling.happens(telling.on(60, '12:00'), manager, (scope) => closeCohort(scope, id.of));
  }
};

/** What was missed is caught up: one has been, one is offered, and one at a table of their own still to come. */
const missedOnes = (
  telling: Telling,
  id: { readonly of: string },
  manager: string,
  centreId: string,
): void => {
  const offered = { first: '' };
  const missed = async (scope: Scope, at: number) => {
    const trainee = (await traineesOf(scope, id.of))[at - 1];
    const meeting = (await meetingsIn(scope, [id.of]))[at];
    const unitCode = meeting ? unitsIn(meeting)[0] : undefined;
    return trainee && unitCode ? { applicantId: trainee.applicantId, unitCode } : null;
  };
  const oneToOne = (day: Temporal.PlainDate, time: string) => ({
    how: 'one_to_one' as const,
    startsAt: momentAt(day, Temporal.PlainTime.from(time), ZONE),
    minutes: 60,
    withAccount: known(telling.actors, manager).accountId,
    placeWords: 'The quiet room',
  });
  telling.happens(telling.on(42, '09:30'), manager, async (scope) => {
    const who = await missed(scope, 1);
    if (who)
      offered.first = await offerCatchUp(scope, {
        ...who,
        cohortId: id.of,
        offer: oneToOne(dateAt(scope.now, ZONE).add({ days: 5 }), '17:00'),
      });
  });
  telling.happens(telling.on(37, '18:10'), manager, async (scope) => {
    if (offered.first) await catchUpDone(scope, offered.first);
  });
  telling.happens(telling.on(3, '09:40'), manager, async (scope) => {
    const who = await missed(scope, 2);
    if (who)
      await offerCatchUp(scope, {
        ...who,
        cohortId: id.of,
        offer: oneToOne(telling.today.add({ days: 4 }), '17:30'),
      });
  });
  telling.happens(telling.on(1, '19:10'), 'house', async (scope) => {
    const [first] = await traineesOf(scope, id.of);
    const ahead = (await meetingsIn(scope, [id.of])).find(
      ({ startsAt }) => Temporal.Instant.compare(startsAt, telling.now) > 0,
    );
    if (first && ahead)
      await sayOfMeeting(
        scope,
        { applicantId: first.applicantId, centreId },
        { meetingId: ahead.id, canCome: false, words: 'My youngest sings at school that evening.' },
      );
  });
};

/** Three cohorts: one that is over, one in the middle of its evenings, and one that takes its names now. */
export const cohortsRun = (telling: Telling, ground: Ground): void => {
  for (const cast of cohorts) runs(telling, ground, cast);
};
