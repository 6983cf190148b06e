import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { type About, queueMessage } from '#platform/messages/message.ts';
import { openStand, type Stand } from '../../../../tests/support/stand.ts';
import { familyOf } from '../family.queries.ts';
import { recordBirth } from '../pregnancy/birth.commands.ts';
import { beginNewPregnancy, joinAsParent, openFamily } from '../pregnancy/pregnancy.commands.ts';
import { decidePause, recordLoss, undoLoss } from './loss.commands.ts';
import { lossGuard } from './loss.guard.ts';
import { pausesFor, pausesToDecide } from './pauses.queries.ts';

let stand: Stand;
beforeAll(async () => {
  stand = await openStand();
});
afterAll(() => stand.close());

const day = (text: string) => Temporal.PlainDate.from(text);

const family = async (options: { dueOn?: string; babies?: number } = {}) => {
  // Each of their own name and address: two files of one name and address would be taken for one parent's.
  const mother = await stand.file(`Amina-${newId()}`);
  const father = await stand.file(`Tom-${newId()}`);
  const { pregnancyId } = await stand.as('practitioner', async (scope) => {
    const opened = await openFamily(scope, {
      centreId: stand.centreId,
      dueOn: day(options.dueOn ?? '2027-02-10'),
      babiesExpected: options.babies ?? 1,
      personId: mother,
      relation: 'pregnant',
    });
    await joinAsParent(scope, {
      pregnancyId: opened.pregnancyId,
      personId: father,
      relation: 'father',
      centreId: stand.centreId,
    });
    return opened;
  });
  return { mother, father, pregnancyId };
};

const queue = (personId: string, about: About, pregnancyId: string, after = stand.now.add({ hours: 24 })) =>
  stand.as('practitioner', (scope) =>
    queueMessage(scope, {
      template: 'any',
      about,
      channel: 'email',
      to: { personId },
      centreId: stand.centreId,
      pregnancyId,
      details: {},
      once: newId(),
      after,
    }),
  );

const statesOf = async (personId: string): Promise<Record<string, string>> => {
  const rows = await stand.system((scope) =>
    scope.tx
      .selectFrom('platform.messages')
      .select(['about', 'state'])
      .where('person_id', '=', personId)
      .execute(),
  );
  return Object.fromEntries(rows.map((row) => [row.about, row.state]));
};

const guardSays = (personId: string, about: About, pregnancyId: string | null = null) =>
  stand.system((scope) =>
    lossGuard(scope, {
      id: newId(),
      template: 'any',
      about,
      channel: 'email',
      personId,
      address: null,
      pregnancyId,
      centreId: stand.centreId,
    }),
  );

const theLoss = async (
  lost: { pregnancyId: string; mother: string },
  by: 'practitioner' | 'administrator' = 'practitioner',
) =>
  stand.as(by, (scope) =>
    recordLoss(scope, {
      pregnancyId: lost.pregnancyId,
      toldBy: lost.mother,
      kind: 'pregnancy_loss',
      which: { all: true },
      happenedOn: null,
    }),
  );

test('one entry stops what waits for both parents, and lets support go to the one who told us', async () => {
  const { mother, father, pregnancyId } = await family();
  for (const person of [mother, father])
    for (const about of ['baby', 'group', 'referral', 'support', 'safety'] as const)
      await queue(person, about, pregnancyId);
  const bystander = await family();
  await queue(bystander.mother, 'baby', bystander.pregnancyId);

  await theLoss({ pregnancyId, mother });

  const stopped = {
    baby: 'stopped',
    group: 'stopped',
    referral: 'stopped',
    support: 'waiting',
    safety: 'waiting',
  };
  expect(await statesOf(mother)).toEqual(stopped);
  expect(await statesOf(father)).toEqual(stopped);
  expect(await statesOf(bystander.mother)).toEqual({ baby: 'waiting' });
  expect(await guardSays(mother, 'baby', pregnancyId)).toMatchObject({ say: 'stop' });
  expect(await guardSays(mother, 'support')).toEqual({ say: 'go' });
  expect(await guardSays(father, 'support')).toMatchObject({ say: 'stop' });
  expect(await guardSays(father, 'group', pregnancyId)).toMatchObject({ say: 'stop' });
  expect(await guardSays(mother, 'account')).toEqual({ say: 'go' });
});

test('the words beside a stopped message say nothing of a loss: the office reads them', async () => {
  const { mother, pregnancyId } = await family();
  await queue(mother, 'group', pregnancyId);
  await theLoss({ pregnancyId, mother });
  const [row] = await stand.as('administrator', (scope) =>
    scope.tx.selectFrom('platform.messages').select('why').where('person_id', '=', mother).execute(),
  );
  expect(row?.why).toBe('Messages to this parent are resting.');
});

test('the office enters a loss as well, and everything stops though it may not read one', async () => {
  const { mother, father, pregnancyId } = await family();
  await queue(father, 'baby', pregnancyId);
  await theLoss({ pregnancyId, mother }, 'administrator');
  expect(await statesOf(father)).toEqual({ baby: 'stopped' });
  const facts = await stand.as('administrator', (scope) => familyOf(scope, father));
  expect(facts).toMatchObject({ stage: 'loss', lossOfAll: true, losses: [], resting: 'linked_loss' });
  const read = await stand.as('administrator', (scope) =>
    scope.tx.selectFrom('families.losses').select('id').execute(),
  );
  expect(read).toEqual([]);
});

test('the other parent rests quietly until somebody decides, and their own page tells nothing', async () => {
  const { mother, father, pregnancyId } = await family();
  await theLoss({ pregnancyId, mother });
  const waiting = (await stand.as('practitioner', pausesToDecide)).filter(
    (pause) => pause.pregnancyId === pregnancyId,
  );
  expect(waiting.map((pause) => [pause.personId, pause.why])).toEqual([[father, 'linked_loss']]);
  const own = await stand.asParent(father, (scope) => familyOf(scope, father));
  expect(own).toMatchObject({
    stage: 'unknown',
    lossOfAll: false,
    someLost: false,
    losses: [],
    babies: [],
    dueOn: null,
  });
  expect(await stand.asParent(father, (scope) => familyOf(scope, mother))).toBeNull();
  const hers = await stand.asParent(mother, (scope) => familyOf(scope, mother));
  expect(hers).toMatchObject({ stage: 'loss', resting: 'own_loss', losses: [] });
});

test('deciding lets support go, and cannot let go what is about the baby after a loss of all', async () => {
  const { mother, father, pregnancyId } = await family();
  await theLoss({ pregnancyId, mother });
  const [pause] = await stand.as('practitioner', (scope) => pausesFor(scope, father));
  const id = pause?.id ?? '';
  await expect(stand.as('practitioner', (scope) => decidePause(scope, id, 'all_again', ''))).rejects.toThrow(
    /stay stopped/,
  );
  await stand.as('practitioner', (scope) => decidePause(scope, id, 'nothing', 'He asked for quiet.'));
  expect(await guardSays(father, 'support')).toMatchObject({ say: 'stop' });
  await stand.as('practitioner', (scope) => decidePause(scope, id, 'support_only', 'He knows.'));
  expect(await guardSays(father, 'support')).toEqual({ say: 'go' });
  expect(await guardSays(father, 'baby', pregnancyId)).toMatchObject({ say: 'stop' });
  const [left] = (await stand.as('practitioner', (scope) => pausesFor(scope, father))).map(
    (each) => each.decision,
  );
  expect(left).toBe('support_only');
  expect((await stand.as('practitioner', pausesToDecide)).some((each) => each.personId === father)).toBe(
    false,
  );
});

test('one of twins lost: everything rests for the whole family until decided, then goes about the other', async () => {
  const { mother, father, pregnancyId } = await family({ dueOn: '2026-12-01', babies: 2 });
  const { babyIds } = await stand.as('practitioner', (scope) =>
    recordBirth(scope, {
      pregnancyId,
      babies: [
        { bornOn: day('2026-11-02'), givenName: 'Noor', livesWith: 'parents' },
        { bornOn: day('2026-11-02'), givenName: 'Sami', livesWith: 'in_hospital' },
      ],
    }),
  );
  const second = babyIds[1] ?? '';
  await stand.as('practitioner', (scope) =>
    recordLoss(scope, {
      pregnancyId,
      toldBy: mother,
      kind: 'baby_died',
      which: { babyIds: [second] },
      happenedOn: day('2026-11-20'),
    }),
  );
  const facts = await stand.as('practitioner', (scope) => familyOf(scope, mother));
  expect(facts).toMatchObject({ stage: 'born', someLost: true, lossOfAll: false, resting: 'own_loss' });
  expect(facts?.babies.map((baby) => [baby.givenName, baby.died])).toEqual([
    ['Noor', false],
    ['Sami', true],
  ]);
  for (const person of [mother, father]) {
    expect(await guardSays(person, 'baby', pregnancyId)).toMatchObject({ say: 'stop' });
    const [pause] = await stand.as('practitioner', (scope) => pausesFor(scope, person));
    await stand.as('practitioner', (scope) =>
      decidePause(scope, pause?.id ?? '', 'all_again', 'They want the meet-ups with Noor.'),
    );
    expect(await guardSays(person, 'baby', pregnancyId)).toEqual({ say: 'go' });
  }
});

test('one of the twins still expected is lost, then the other: only then was every baby lost', async () => {
  const { mother, pregnancyId } = await family({ babies: 2 });
  const one = () =>
    stand.as('practitioner', (scope) =>
      recordLoss(scope, {
        pregnancyId,
        toldBy: mother,
        kind: 'pregnancy_loss',
        which: { oneExpected: true },
        happenedOn: null,
      }),
    );
  await one();
  expect(await stand.as('practitioner', (scope) => familyOf(scope, mother))).toMatchObject({
    stage: 'pregnant',
    someLost: true,
    lossOfAll: false,
  });
  await one();
  expect(await stand.as('practitioner', (scope) => familyOf(scope, mother))).toMatchObject({
    stage: 'loss',
    lossOfAll: true,
  });
  await expect(one()).rejects.toThrow(/recorded already/);
});

test('a mistaken entry is undone: what was still to come goes again, what was missed stays stopped', async () => {
  const { mother, father, pregnancyId } = await family();
  await queue(father, 'group', pregnancyId);
  await queue(mother, 'baby', pregnancyId, stand.now.add({ minutes: 10 }));
  const { lossId } = await theLoss({ pregnancyId, mother });
  const before = stand.now;
  stand.now = before.add({ hours: 1 });
  await stand.as('practitioner', (scope) => undoLoss(scope, { lossId, why: 'Meant for another file.' }));
  stand.now = before;
  expect(await statesOf(father)).toEqual({ group: 'waiting' });
  expect(await statesOf(mother)).toEqual({ baby: 'stopped' });
  expect(await stand.as('practitioner', (scope) => familyOf(scope, mother))).toMatchObject({
    stage: 'pregnant',
    losses: [],
    resting: null,
  });
  expect(await guardSays(father, 'baby', pregnancyId)).toEqual({ say: 'go' });
  await expect(
    stand.as('practitioner', (scope) => undoLoss(scope, { lossId, why: 'Again.' })),
  ).rejects.toThrow();
});

test('nobody of the parents told us: all of them rest quietly', async () => {
  const { mother, father, pregnancyId } = await family();
  await stand.as('practitioner', (scope) =>
    recordLoss(scope, {
      pregnancyId,
      toldBy: null,
      kind: 'not_said',
      which: { all: true },
      happenedOn: null,
    }),
  );
  const waiting = (await stand.as('practitioner', pausesToDecide)).filter(
    (pause) => pause.pregnancyId === pregnancyId,
  );
  expect(waiting.map((pause) => pause.personId).sort()).toEqual([mother, father].sort());
});

test('a day that is still to come, and somebody who is not a parent of it, are refused', async () => {
  const { pregnancyId, mother } = await family();
  const loss = {
    pregnancyId,
    toldBy: mother,
    kind: 'pregnancy_loss',
    which: { all: true },
    happenedOn: day('2026-11-24'),
  } as const;
  await expect(stand.as('practitioner', (scope) => recordLoss(scope, loss))).rejects.toThrow(/still to come/);
  await expect(
    stand.as('practitioner', (scope) => recordLoss(scope, { ...loss, happenedOn: null, toldBy: newId() })),
  ).rejects.toThrow(/who told us/);
});

test('a loss is announced once, with whom it touches, in the transaction that writes it', async () => {
  const { mother, father, pregnancyId } = await family();
  await theLoss({ pregnancyId, mother });
  const { rows } = await stand.owner.query(
    `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'families.lost' and j.payload ->> 'pregnancyId' = $1`,
    [pregnancyId],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0].payload).toMatchObject({
    all: true,
    toldBy: mother,
    personIds: [mother, father],
    centreId: stand.centreId,
    organisationId: stand.organisationId,
  });
});

test('expecting again: nothing rests for the parent who is, the earlier loss still keeps its own messages back', async () => {
  const { mother, father, pregnancyId } = await family();
  await theLoss({ pregnancyId, mother });
  const again = await stand.as('practitioner', (scope) =>
    beginNewPregnancy(scope, {
      centreId: stand.centreId,
      dueOn: day('2027-06-30'),
      personId: mother,
      relation: 'pregnant',
    }),
  );
  expect(await stand.as('practitioner', (scope) => familyOf(scope, mother))).toMatchObject({
    pregnancyId: again.pregnancyId,
    stage: 'pregnant',
    resting: null,
    otherParents: 0,
  });
  expect(await guardSays(mother, 'baby', again.pregnancyId)).toEqual({ say: 'go' });
  expect(await guardSays(mother, 'baby', pregnancyId)).toMatchObject({ say: 'stop' });
  expect(await guardSays(father, 'baby', pregnancyId)).toMatchObject({ say: 'stop' });
});

test('what another centre lost is neither seen, stopped nor decided from here', async () => {
  const { mother, father, pregnancyId } = await family();
  await queue(mother, 'baby', pregnancyId);
  const elsewhere = stand.as(
    'practitioner',
    (scope) =>
      recordLoss(scope, {
        pregnancyId,
        toldBy: mother,
        kind: 'not_said',
        which: { all: true },
        happenedOn: null,
      }),
    stand.otherCentreId,
  );
  await expect(elsewhere).rejects.toThrow(/no such family/);
  expect(await statesOf(mother)).toEqual({ baby: 'waiting' });
  await theLoss({ pregnancyId, mother });
  const [pause] = await stand.as('practitioner', (scope) => pausesFor(scope, father));
  await expect(
    stand.as(
      'practitioner',
      (scope) => decidePause(scope, pause?.id ?? '', 'support_only', ''),
      stand.otherCentreId,
    ),
  ).rejects.toThrow(/no such pause/);
  expect(await stand.as('practitioner', (scope) => familyOf(scope, father), stand.otherCentreId)).toBeNull();
  expect(await stand.as('peer_supporter', (scope) => familyOf(scope, father))).toBeNull();
});

test('a parent linked after a loss rests quietly too, and no longer when it was a mistake', async () => {
  const { mother, pregnancyId } = await family();
  const { lossId } = await theLoss({ pregnancyId, mother });
  const later = await stand.file('Ravi');
  await stand.as('administrator', (scope) =>
    joinAsParent(scope, { pregnancyId, personId: later, relation: 'partner', centreId: stand.centreId }),
  );
  expect(await stand.as('practitioner', (scope) => familyOf(scope, later))).toMatchObject({
    resting: 'linked_loss',
    undecided: true,
  });
  await stand.as('practitioner', (scope) => undoLoss(scope, { lossId, why: 'The wrong file.' }));
  expect(await stand.as('practitioner', (scope) => familyOf(scope, later))).toMatchObject({
    resting: null,
    stage: 'pregnant',
  });
});
