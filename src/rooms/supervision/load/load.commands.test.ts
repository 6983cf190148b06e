import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import { raiseConcern } from '#rooms/safeguarding/door.ts';
import { openHouse, type TestHouse } from '../../../../tests/support/house.ts';
import { MONDAY } from '../../../../tests/support/stand.ts';
import { beginArrangement } from '../rhythm/arrangement.commands.ts';
import { answerDebrief, holdDebrief, offerDebrief, takeDebrief } from './debrief.commands.ts';
import { type Debrief, debriefById, debriefsToOffer, ownDebrief, wordsOf } from './debrief.queries.ts';
import { heavyAt, loadOfPeople, toldOf } from './load.queries.ts';
import { noteLoad, takeBackTold, tellHowItWas } from './told.commands.ts';

let house: TestHouse;
let manager: AccountActor;
let coordinator: AccountActor;
let supervisor: AccountActor;

beforeAll(async () => {
  house = await openHouse();
  manager = await house.member('Ruth Bell', ['volunteer_manager']);
  coordinator = await house.member('Cal Gray', ['programme_coordinator']);
  supervisor = await house.member('Asha Bell', ['practitioner']);
}, 60_000);
afterAll(() => house.close());
beforeEach(() => {
  house.now = MONDAY;
});

const supporter = async (name: string, supervisorId: string | null = null): Promise<AccountActor> => {
  const actor = await house.member(name, ['peer_supporter']);
  await house.system((scope) =>
    beginArrangement(scope, { accountId: actor.accountId, centreId: house.centreId, supervisorId }),
  );
  return actor;
};
const heavy = (actor: AccountActor, words = '', told = false) =>
  house.as(actor, (scope) =>
    tellHowItWas(scope, house.centreId, { how: 'heavy', told, words, at: scope.now }),
  );
const openOf = async (actor: AccountActor): Promise<Debrief> => {
  const debrief = await house.as(actor, (scope) => ownDebrief(scope, actor.accountId));
  if (!debrief) throw new Error('no talk is open');
  return debrief;
};
const loadOf = async (asked: AccountActor, by: AccountActor = asked) =>
  (await house.as(by, (scope) => loadOfPeople(scope, [asked.accountId])))[0]?.load;
const letters = async (template: string, person: AccountActor): Promise<number> =>
  house.system(async ({ tx, actor }) => {
    const rows = await tx
      .selectFrom('platform.messages')
      .select('id')
      .where('organisation_id', '=', actor.organisationId)
      .where('template', '=', template)
      .where('person_id', '=', person.personId)
      .where('channel', '=', 'email')
      .execute();
    return rows.length;
  });

describe('how it was', () => {
  it('leaves nothing behind of a light day', async () => {
    const priya = await supporter('Priya Light');
    const talk = await house.as(priya, (scope) =>
      tellHowItWas(scope, house.centreId, { how: 'light', told: false, words: '', at: scope.now }),
    );
    expect(talk).toBe(false);
    expect(await house.as(priya, (scope) => toldOf(scope, priya.accountId, 56))).toEqual([]);
    await expect(
      house.as(priya, (scope) =>
        tellHowItWas(scope, house.centreId, { how: 'all_right', told: false, words: 'Tired', at: scope.now }),
      ),
    ).rejects.toThrow('We keep words only beside something heavy');
  });

  it('opens one talk within a day, and adds the second reason to it', async () => {
    const dan = await supporter('Dan Frost', supervisor.accountId);
    await heavy(dan, 'It was about a loss', true);
    const first = await openOf(dan);
    expect(first).toMatchObject({ hard: 1, disclosures: 1, rings: 'Asha Bell', state: 'open' });
    expect(first.offerBy.since(first.openedAt).total('hours')).toBe(24);
    await heavy(dan);
    expect(await openOf(dan)).toMatchObject({ id: first.id, hard: 2 });
    await house.drain();
    expect(await letters('debrief_opened', dan)).toBe(1);
    expect(await letters('debrief_to_offer', supervisor)).toBe(1);
    expect((await loadOf(dan))?.level).toBe('heavy');
    expect(await loadOf(dan, supervisor)).toEqual(await loadOf(dan));
    expect(await loadOf(dan, manager)).toEqual(await loadOf(dan));
  });

  it('is told by a run sheet too, once for each session, whoever closes the register', async () => {
    const mia = await supporter('Mia Stone');
    const note = { accountId: mia.accountId, centreId: house.centreId, at: MONDAY, ref: newId() };
    const colleague = await house.member('Col League', ['peer_supporter']);
    for (const kind of ['session', 'hard', 'session', 'hard'] as const)
      await house.as(colleague, (scope) => noteLoad(scope, { ...note, kind }));
    await house.drain();
    const told = await house.as(mia, (scope) => toldOf(scope, mia.accountId, 56));
    expect(told.map(({ kind, bySelf }) => [kind, bySelf]).sort()).toEqual([
      ['hard', false],
      ['session', false],
    ]);
    expect((await openOf(mia)).hard).toBe(1);
    expect(await loadOf(mia, colleague)).toBeUndefined();
  });

  it('is taken back by whoever it is about, and the talk goes with its last reason', async () => {
    const tom = await supporter('Tom Vale');
    await heavy(tom, 'Something');
    const { id } = await openOf(tom);
    const [entry] = await house.as(tom, (scope) => toldOf(scope, tom.accountId, 56));
    const entryId = entry?.id ?? '';
    await expect(house.as(manager, (scope) => takeBackTold(scope, entryId))).rejects.toThrow('no such');
    await house.as(tom, (scope) => takeBackTold(scope, entryId));
    expect(await house.as(tom, (scope) => ownDebrief(scope, tom.accountId))).toBeNull();
    expect((await house.as(tom, (scope) => debriefById(scope, id)))?.state).toBe('dropped');
    expect(await house.as(tom, (scope) => wordsOf(scope, id))).toEqual([]);
    expect((await loadOf(tom))?.level).toBe('light');
  });
});

describe('the talk', () => {
  it('is taken on, offered and held; the words open to whoever rings alone', async () => {
    const nell = await supporter('Nell Moss', supervisor.accountId);
    await heavy(nell, 'I cannot sleep since');
    const { id } = await openOf(nell);
    const words = (who: AccountActor) => house.as(who, (scope) => wordsOf(scope, id));
    expect(await words(manager)).toEqual([]);
    expect(await words(supervisor)).toEqual([]);
    await house.as(supervisor, (scope) => takeDebrief(scope, id));
    expect((await words(supervisor)).map((each) => each.words)).toEqual(['I cannot sleep since']);
    expect(await words(manager)).toEqual([]);
    await house.as(supervisor, (scope) =>
      offerDebrief(scope, id, { how: 'phone', words: 'Tonight at 6pm?' }),
    );
    expect(await openOf(nell)).toMatchObject({ state: 'offered', offeredWords: 'Tonight at 6pm?' });
    await house.as(nell, (scope) => answerDebrief(scope, house.centreId, 'yes'));
    await house.as(supervisor, (scope) => holdDebrief(scope, id, 'A week without sessions'));
    expect(await house.as(nell, (scope) => ownDebrief(scope, nell.accountId))).toBeNull();
    await expect(house.as(supervisor, (scope) => holdDebrief(scope, id, ''))).rejects.toThrow('is held');
    expect((await loadOf(nell))?.reasons.find(({ code }) => code === 'not_talked_about')?.level).toBe(
      'light',
    );
  });

  it('may be declined without a reason, and asked for again at once', async () => {
    const ivy = await supporter('Ivy Lane');
    await heavy(ivy);
    const { id } = await openOf(ivy);
    await house.as(ivy, (scope) => answerDebrief(scope, house.centreId, 'no_thanks'));
    expect((await house.as(manager, (scope) => debriefById(scope, id)))?.state).toBe('declined');
    await expect(house.as(ivy, (scope) => answerDebrief(scope, house.centreId, 'no_thanks'))).rejects.toThrow(
      'over already',
    );
    await house.as(ivy, (scope) => answerDebrief(scope, house.centreId, 'ring_now'));
    expect(await openOf(ivy)).toMatchObject({ ringNow: true, hard: 0, rings: 'Ruth Bell' });
    await house.drain();
    const first = (await house.as(manager, (scope) => debriefsToOffer(scope, [house.centreId])))[0];
    expect(first?.accountId).toBe(ivy.accountId);
  });

  it('is nobody’s to hold with themselves', async () => {
    const both = await house.member('Bo Both', ['peer_supporter', 'volunteer_manager']);
    await heavy(both);
    const { id, rings } = await openOf(both);
    expect(rings).toBe('Ruth Bell');
    await expect(house.as(both, (scope) => takeDebrief(scope, id))).rejects.toThrow('no such');
    const mine = await house.as(both, (scope) => debriefsToOffer(scope, [house.centreId]));
    expect(mine.some((each) => each.accountId === both.accountId)).toBe(false);
    await expect(
      house.as(both, ({ tx, now }) =>
        tx
          .updateTable('supervision.debriefs')
          .set({
            held_at: now.toString(),
            held_by: both.accountId,
            closed_at: now.toString(),
            closed_why: 'held',
          })
          .where('id', '=', id)
          .execute(),
      ),
    ).rejects.toThrow('with themselves');
  });

  it('is late after a day, and after two the coordinator hears of it', async () => {
    const kit = await supporter('Kit Marsh', supervisor.accountId);
    await heavy(kit);
    await house.drain();
    const seenBy = async (who: AccountActor) =>
      (await house.as(who, (scope) => debriefsToOffer(scope, [house.centreId]))).find(
        (each) => each.accountId === kit.accountId,
      )?.lateness;
    expect(await seenBy(supervisor)).toBe('in_time');
    expect(await seenBy(coordinator)).toBeUndefined();
    house.now = MONDAY.add({ hours: 25 });
    expect(await seenBy(manager)).toBe('late');
    expect(await seenBy(coordinator)).toBeUndefined();
    house.now = MONDAY.add({ hours: 49 });
    expect(await seenBy(coordinator)).toBe('very_late');
    const { id, offerBy } = await openOf(kit);
    const before = await letters('debrief_late', coordinator);
    await house.system((scope) =>
      scope.enqueue('supervision.debrief_late', {
        debriefId: id,
        stage: 'very_late',
        due: offerBy.add({ hours: 24 }).toString(),
      }),
    );
    await house.drain();
    expect(await letters('debrief_late', coordinator)).toBe(before + 1);
    expect(await letters('debrief_late', kit)).toBe(0);
  });

  it('says honestly that nobody is there to ring', async () => {
    const far = await house.member('Far Away', ['peer_supporter'], house.otherCentreId);
    await house.as(far, (scope) => answerDebrief(scope, house.otherCentreId, 'ring_now'));
    expect((await openOf(far)).rings).toBeNull();
    await house.drain();
    expect(await letters('debrief_opened', far)).toBe(1);
  });
});

describe('who carries a lot', () => {
  it('is known to those who look after them, by name and not by how much', async () => {
    const zed = await supporter('Zed Young');
    for (const at of [MONDAY, MONDAY.subtract({ hours: 48 }), MONDAY.subtract({ hours: 72 })])
      await house.as(zed, (scope) =>
        tellHowItWas(scope, house.centreId, { how: 'heavy', told: false, words: '', at }),
      );
    const names = (await house.as(manager, (scope) => heavyAt(scope, [house.centreId]))).map(
      ({ name }) => name,
    );
    expect(names).toContain('Zed Young');
    expect(names).toEqual([...names].sort());
    expect(await house.as(zed, (scope) => heavyAt(scope, [house.centreId]))).toEqual([]);
  });

  it('never comes from a concern: nothing of safeguarding reaches it', async () => {
    const lea = await supporter('Lea Park');
    const before = await loadOf(lea);
    await house.as(lea, (scope) =>
      raiseConcern(scope, {
        centreId: house.centreId,
        happened: 'A mother was afraid.',
        dangerNow: false,
      }),
    );
    await house.as(manager, (scope) =>
      raiseConcern(scope, {
        centreId: house.centreId,
        happened: 'She met a mother alone.',
        named: [lea.accountId],
        dangerNow: false,
      }),
    );
    await house.drain();
    expect(await loadOf(lea)).toEqual(before);
    expect(await house.as(lea, (scope) => toldOf(scope, lea.accountId, 56))).toEqual([]);
    expect(await house.as(lea, (scope) => ownDebrief(scope, lea.accountId))).toBeNull();
  });
});
