import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import { askTheDatabase, type Samples, spelledOut } from '../../../../tests/support/access.ts';
import { openStand, type Stand } from '../../../../tests/support/stand.ts';
import { access } from '../access.ts';
import { answerEvent } from './answer.commands.ts';
import { planEvent } from './event.commands.ts';
import { afternoon, type VolunteerHere, volunteerHere } from './growing.fixture.ts';
import { addOwnLearning } from './own.commands.ts';
import { answerInterest, loadPathways, noteOutcome, sayInterest } from './pathway.commands.ts';
import { ownCredentials } from './record.queries.ts';

const OURS = [
  'training.learning_events',
  'training.event_answers',
  'training.own_learning',
  'training.pathways',
  'training.interests',
  'training.interest_outcomes',
] as const;

let stand: Stand;
let manager: AccountActor;
let marta: VolunteerHere;
let sam: VolunteerHere;
let eventId: string;
let interestId: string;
let samples: Samples;

const rowOf = async (table: string): Promise<Record<string, unknown>> => {
  const { rows } = await stand.owner.query<{ row: Record<string, unknown> }>(
    `select to_jsonb(t) as row from ${table} t limit 1`,
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
  await stand.system(loadPathways);
  manager = await stand.member('Ruth Bell', ['volunteer_manager']);
  marta = await volunteerHere(stand);
  sam = await volunteerHere(stand, 'Sam Reed');
  eventId = await stand.as(manager, (scope) => planEvent(scope, afternoon(stand)));
  await stand.as(marta.actor, (scope) => answerEvent(scope, eventId, 'yes'));
  await stand.as(marta.actor, (scope) =>
    addOwnLearning(scope, marta.whose, {
      kind: 'book',
      title: 'Shared',
      whereFrom: '',
      doneOn: Temporal.PlainDate.from('2026-11-01'),
      took: '',
      shared: true,
    }),
  );
  interestId = await stand.as(marta.actor, (scope) =>
    sayInterest(scope, { ...marta.whose, code: 'care_course', words: '' }),
  );
  await stand.as(marta.actor, (scope) =>
    noteOutcome(
      scope,
      interestId,
      { outcome: 'started', on: Temporal.PlainDate.from('2026-11-01'), words: '' },
      'Europe/London',
    ),
  );
  const event = await rowOf('training.learning_events');
  const answer = await rowOf('training.event_answers');
  const own = await rowOf('training.own_learning');
  const way = await rowOf('training.pathways');
  const interest = await rowOf('training.interests');
  const outcome = await rowOf('training.interest_outcomes');
  samples = {
    'training.learning_events': { row: event, another: () => ({ ...event, id: newId() }) },
    'training.event_answers': {
      row: answer,
      another: () => ({ ...answer, account_id: sam.actor.accountId }),
    },
    'training.own_learning': { row: own, another: () => ({ ...own, id: newId() }) },
    'training.pathways': { row: way, another: () => ({ ...way, id: newId(), version: 9 }) },
    'training.interests': {
      row: interest,
      another: () => ({ ...interest, id: newId(), applicant_id: sam.applicantId }),
    },
    'training.interest_outcomes': { row: outcome, another: () => ({ ...outcome, id: newId() }) },
  };
});
afterAll(() => stand.close());

const tried = Object.fromEntries(
  OURS.map((table) => {
    const { see, add, change } = access[table] ?? { see: [], add: [], change: [] };
    return [table, { see, add, change }];
  }),
);

test('the database lets each role do with events, records and ways on what the room says, and no more', async () => {
  expect(await askTheDatabase(stand, samples, newId())).toEqual(spelledOut(tried));
});

test('nothing of another centre is seen or changed, but the ways on', async () => {
  const { 'training.pathways': _, ...ofCentre } = samples;
  const nothing = Object.fromEntries(
    Object.keys(ofCentre).map((table) => [table, { see: [], add: [], change: [] }]),
  );
  expect(await askTheDatabase(stand, ofCentre, newId(), stand.otherCentreId)).toEqual(nothing);
});

const countAs = (actor: AccountActor, table: string) =>
  stand.as(actor, async ({ tx }) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(tx);
    return rows[0]?.n;
  });

test('a private entry is read by its author alone: not by another volunteer, not by a manager', async () => {
  await stand.as(marta.actor, (scope) =>
    addOwnLearning(scope, marta.whose, {
      kind: 'other',
      title: 'Private',
      whereFrom: '',
      doneOn: Temporal.PlainDate.from('2026-11-02'),
      took: 'For me.',
      shared: false,
    }),
  );
  expect(await countAs(marta.actor, 'training.own_learning')).toBe(2);
  expect(await countAs(manager, 'training.own_learning')).toBe(1);
  expect(await countAs(sam.actor, 'training.own_learning')).toBe(0);
  for (const role of ['practitioner', 'service_lead', 'administrator'] as const)
    expect(await countAs(await stand.staff(role), 'training.own_learning')).toBe(0);
});

test('another volunteer sees neither answers nor interests of others', async () => {
  for (const table of ['training.event_answers', 'training.interests', 'training.interest_outcomes']) {
    expect(await countAs(marta.actor, table)).toBe(1);
    expect(await countAs(sam.actor, table)).toBe(0);
  }
});

const asMarta = (text: ReturnType<typeof sql>) => stand.as(marta.actor, ({ tx }) => text.execute(tx));

test('nobody says of themselves that they came, and nobody writes another’s line', async () => {
  await expect(
    asMarta(sql`update training.event_answers set came = true, noted_at = now()`),
  ).rejects.toMatchObject({ code: '23514' });
  await expect(
    stand.as(manager, ({ tx }) => sql`update training.event_answers set took = 'Theirs'`.execute(tx)),
  ).rejects.toMatchObject({ code: '23514' });
});

test('nobody answers their own interest or ends it past its outcomes', async () => {
  expect(
    (await asMarta(sql`update training.interests set answered_at = now(), answer_words = 'Yes'`))
      .numAffectedRows,
  ).toBe(0n);
  await expect(asMarta(sql`update training.interests set closed_at = now()`)).rejects.toMatchObject({
    code: '42501',
  });
  await expect(
    asMarta(sql`insert into training.interest_outcomes (organisation_id, id, centre_id, applicant_id, interest_id, outcome, on_day, noted_at, noted_by)
      values (${stand.organisationId}, ${newId()}, ${stand.centreId}, ${marta.applicantId}, ${interestId}, 'finished', '2026-11-20', now(), ${manager.accountId})`),
  ).rejects.toMatchObject({ code: '23514' });
});

test('somebody who has left reads what they were at and what was theirs, and sees nothing new', async () => {
  const left = { ...marta.actor, roles: [] };
  await stand.as(manager, (scope) =>
    planEvent(
      scope,
      afternoon(stand, { title: 'New', startsAt: Temporal.Instant.from('2026-12-03T13:00:00Z') }),
    ),
  );
  expect(await countAs(left, 'training.learning_events')).toBe(1);
  expect(await countAs(left, 'training.own_learning')).toBe(2);
  expect(await countAs(left, 'training.interests')).toBe(1);
  expect(await stand.as(left, ownCredentials)).toEqual(new Map());
});

test('an answer of those who look after volunteers is written in their own name', async () => {
  await stand.as(manager, (scope) => answerInterest(scope, interestId, { words: 'Good.', talkOn: null }));
  await expect(
    stand.as(manager, ({ tx }) =>
      sql`update training.interests set answered_at = now(), answered_by = ${marta.actor.accountId}`.execute(
        tx,
      ),
    ),
  ).rejects.toMatchObject({ code: '23514' });
});
