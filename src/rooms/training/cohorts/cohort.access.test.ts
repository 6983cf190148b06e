import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { askTheDatabase, type Samples, spelledOut } from '../../../../tests/support/access.ts';
import { openStand, type Stand } from '../../../../tests/support/stand.ts';
import { access } from '../access.ts';
import { sayOfMeeting } from './answer.commands.ts';
import { noteAttendance } from './attendance.commands.ts';
import { offerCatchUp } from './catch-up.commands.ts';
import { cohortOpen, inCohort, openCohorts } from './cohort.fixture.ts';
import { meetingsIn, unitsIn } from './cohort.queries.ts';

let stand: Stand;
let samples: Samples;

/** The row as the database holds it, ready to be put in once more. */
const rowOf = async (table: string): Promise<Record<string, unknown>> => {
  const { rows } = await stand.owner.query<{ row: Record<string, unknown> }>(
    `select to_jsonb(t) as row from ${table} t limit 1`,
  );
  return rows[0]?.row ?? {};
};

beforeAll(async () => {
  stand = await openStand({ programme: true });
  const ground = await openCohorts(stand);
  const { manager, trainer } = ground;
  const cohortId = await cohortOpen(stand, ground, { places: 3 });
  const { applicantId } = await inCohort(stand, manager, cohortId, 'Ada');
  const { applicantId: another } = await inCohort(stand, manager, cohortId, 'Bea');
  const [first, second] = await stand.as(manager, (scope) => meetingsIn(scope, [cohortId]));
  if (!first || !second) throw new Error('no meetings');
  await stand.system((scope) =>
    sayOfMeeting(
      scope,
      { applicantId, centreId: stand.centreId },
      { meetingId: second.id, canCome: false, words: '' },
    ),
  );
  stand.now = Temporal.Instant.from('2026-12-01T21:00:00Z');
  await stand.as(manager, (scope) =>
    noteAttendance(scope, {
      cohortId,
      meetingId: first.id,
      came: [{ applicantId, units: [] }],
      why: '',
    }),
  );
  await stand.as(manager, (scope) =>
    offerCatchUp(scope, {
      cohortId,
      applicantId,
      unitCode: unitsIn(first)[0] ?? '',
      offer: {
        how: 'one_to_one',
        startsAt: Temporal.Instant.from('2026-12-05T10:00:00Z'),
        minutes: 90,
        withAccount: trainer.accountId,
        placeWords: 'Here',
      },
    }),
  );
  const again = async (table: string, more: () => Record<string, unknown>) => {
    const row = await rowOf(table);
    return { row, another: () => ({ ...row, id: newId(), ...more() }) };
  };
  const part = await rowOf('training.cohort_parts');
  samples = {
    'training.cohorts': await again('training.cohorts', () => ({})),
    'training.cohort_trainers': await again('training.cohort_trainers', () => ({
      account_id: manager.accountId,
    })),
    'training.cohort_meetings': await again('training.cohort_meetings', () => ({ position: 99 })),
    'training.cohort_parts': {
      row: part,
      another: () => ({ ...part, position: 99, unit_code: null, title: 'Tea' }),
    },
    'training.cohort_places': await again('training.cohort_places', () => ({
      left_at: '2026-12-01T10:00:00Z',
      left_why: 'Moved',
    })),
    'training.catch_ups': await again('training.catch_ups', () => ({ applicant_id: another })),
    'training.unit_attendances': await again('training.unit_attendances', () => ({})),
    'training.trainee_answers': await again('training.trainee_answers', () => ({})),
  };
});
afterAll(() => stand.close());

const declared = () =>
  Object.fromEntries(Object.keys(samples).map((table) => [table, access[table]])) as typeof access;

test('the database lets each role do with cohorts what the room says, and no more', async () => {
  expect(await askTheDatabase(stand, samples, newId())).toEqual(spelledOut(declared()));
});

test('nothing of another centre’s cohorts is seen or changed', async () => {
  const nothing = Object.fromEntries(
    Object.keys(samples).map((table) => [table, { see: [], add: [], change: [] }]),
  );
  expect(await askTheDatabase(stand, samples, newId(), stand.otherCentreId)).toEqual(nothing);
});
