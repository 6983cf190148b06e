import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { askTheDatabase, type Samples, spelledOut } from '../../../tests/support/access.ts';
import { openStand, type Stand } from '../../../tests/support/stand.ts';
import { access } from './access.ts';
import { applicantAtCourse, openCourse, walker } from './course/learner.fixture.ts';
import { decideOutside, tellOutside } from './outside/outside.commands.ts';

const ZONE = 'Europe/London';
const day = (text: string) => Temporal.PlainDate.from(text);

let stand: Stand;
let samples: Samples;

/** The row as the database holds it, ready to be put in once more. */
const rowOf = async (table: string): Promise<Record<string, unknown>> => {
  const { rows } = await stand.owner.query<{ row: Record<string, unknown> }>(
    `select to_jsonb(t) as row from ${table} t order by id limit 1`,
  );
  return Object.fromEntries(
    Object.entries(rows[0]?.row ?? {}).map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
    ]),
  );
};

beforeAll(async () => {
  stand = await openStand();
  await openCourse(stand);
  const manager = await stand.member('Ruth Bell', ['volunteer_manager']);
  const elsewhere = async () => {
    const { applicantId } = await applicantAtCourse(stand);
    const told = { provider: 'A council', title: 'Level 2', doneOn: day('2026-03-10'), number: '' };
    return stand.system((scope) =>
      tellOutside(scope, { applicantId, centreId: stand.centreId, zone: ZONE }, told),
    );
  };
  const checked = await elsewhere();
  await stand.as(manager, (scope) =>
    decideOutside(
      scope,
      checked,
      { accepted: true, expiresOn: day('2028-03-10'), checked: 'Seen.', wordsToThem: '' },
      ZONE,
    ),
  );
  const waiting = await elsewhere();
  // The first certificate of the table is the one from elsewhere: it is the only kind that a person issues.
  const certificate = await rowOf('training.certificates');
  await walker(stand, await applicantAtCourse(stand)).all();
  const { applicantId: another } = await applicantAtCourse(stand);
  const course = await rowOf('training.courses');
  const learning = await rowOf('training.learning');
  const attempt = await rowOf('training.attempts');
  const outside = await rowOf('training.outside_courses');
  samples = {
    'training.courses': { row: course, another: () => ({ ...course, id: newId(), version: 2 }) },
    'training.learning': {
      row: learning,
      another: () => ({ ...learning, id: newId(), applicant_id: another }),
    },
    'training.attempts': { row: attempt, another: () => ({ ...attempt, id: newId() }) },
    'training.outside_courses': {
      row: outside,
      another: () => ({ ...outside, id: newId(), applicant_id: another }),
    },
    'training.certificates': {
      row: certificate,
      another: () => ({ ...certificate, id: newId(), outside_id: waiting, reference: 'BBB-CCC' }),
    },
  };
});
afterAll(() => stand.close());

// What the room has grown since is tried beside it. A review names whoever is signed in, so it is tried as named people
// where the course is reviewed.
const THE_COURSE = ['courses', 'learning', 'attempts', 'outside_courses', 'certificates'].map(
  (table) => `training.${table}`,
);
const tried = Object.fromEntries(Object.entries(access).filter(([table]) => THE_COURSE.includes(table)));

test('the database lets each role do with the course and what came of it what the room says, and no more', async () => {
  expect(await askTheDatabase(stand, samples, newId())).toEqual(spelledOut(tried));
});

test('nothing of another centre is seen or changed, but the course itself', async () => {
  const { 'training.courses': __, ...ofCentre } = samples;
  const nothing = Object.fromEntries(
    Object.keys(ofCentre).map((table) => [table, { see: [], add: [], change: [] }]),
  );
  expect(await askTheDatabase(stand, ofCentre, newId(), stand.otherCentreId)).toEqual(nothing);
});
