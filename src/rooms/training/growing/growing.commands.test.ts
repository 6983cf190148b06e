import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AccountActor } from '#platform/db/actor.ts';
import { openStand, type Stand } from '../../../../tests/support/stand.ts';
import { answerEvent, noteWhatITook, noteWhoCame } from './answer.commands.ts';
import { learningEventsDiary } from './diary.queries.ts';
import { callOffEvent, changeEvent, planEvent } from './event.commands.ts';
import { answersTo, eventById, eventsAhead, eventsToClose } from './event.queries.ts';
import { afternoon, type VolunteerHere, volunteerHere } from './growing.fixture.ts';
import { addOwnLearning, changeOwnLearning, removeOwnLearning } from './own.commands.ts';
import { ownLearningOf } from './own.queries.ts';
import {
  answerInterest,
  keepPathway,
  loadPathways,
  noteOutcome,
  sayInterest,
  takeBackOutcome,
} from './pathway.commands.ts';
import { allPathways, interestById, interestsOf, interestsToAnswer } from './pathway.queries.ts';
import { recordOf } from './record.queries.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const MONDAY = Temporal.Instant.from('2026-11-23T10:00:00Z');
const AFTER = Temporal.Instant.from('2026-11-26T15:30:00Z');
const LONDON = 'Europe/London';

let stand: Stand;
let manager: AccountActor;
let marta: VolunteerHere;
let sam: VolunteerHere;

beforeAll(async () => {
  stand = await openStand();
  await stand.system(loadPathways);
  manager = await stand.member('Ruth Bell', ['volunteer_manager']);
  marta = await volunteerHere(stand);
  sam = await volunteerHere(stand, 'Sam Reed');
});
afterAll(() => stand.close());
beforeEach(() => {
  stand.now = MONDAY;
});

const told = async (template: string) =>
  (
    await stand.owner.query<{ person_id: string; details: Record<string, string> }>(
      `select person_id, details from platform.messages where template = $1 and channel = 'email' order by id`,
      [template],
    )
  ).rows;
const plan = (changed = {}) => stand.as(manager, (scope) => planEvent(scope, afternoon(stand, changed)));

describe('an event', () => {
  it('that has passed cannot be planned', async () => {
    await expect(plan({ startsAt: MONDAY })).rejects.toMatchObject({ field: 'day' });
  });

  it('told to everybody is told to each once, and not to whoever planned it', async () => {
    await stand.as(manager, (scope) =>
      planEvent(scope, afternoon(stand), { tell: true, link: (id) => `http://kith.test/${id}` }),
    );
    const invited = await told('learning_event_planned');
    expect(invited.map((row) => row.person_id).sort()).toEqual(
      [marta.actor.personId, sam.actor.personId].sort(),
    );
    expect(invited[0]?.details).toMatchObject({ day: 'Thursday 26 November', time: '1pm' });
  });

  it('takes a yes, a no, and a change of mind; the last place goes once', async () => {
    const id = await plan({ places: 1 });
    await stand.as(marta.actor, (scope) => answerEvent(scope, id, 'yes'));
    await stand.as(marta.actor, (scope) => answerEvent(scope, id, 'yes'));
    await expect(stand.as(sam.actor, (scope) => answerEvent(scope, id, 'yes'))).rejects.toThrow(
      'Every place is taken',
    );
    await stand.as(marta.actor, (scope) => answerEvent(scope, id, 'no'));
    await stand.as(sam.actor, (scope) => answerEvent(scope, id, 'yes'));
    expect(await stand.as(marta.actor, (scope) => eventById(scope, id))).toMatchObject({
      coming: 1,
      said: 'no',
    });
  });

  it('gives its last place once also to two at the same moment, past the command', async () => {
    const id = await plan({ places: 1 });
    const yes = (who: VolunteerHere) =>
      stand.as(who.actor, ({ tx }) =>
        tx
          .insertInto('training.event_answers')
          .values({
            organisation_id: stand.organisationId,
            event_id: id,
            account_id: who.actor.accountId,
            centre_id: stand.centreId,
            said: 'yes',
            said_at: MONDAY.toString(),
            said_by: who.actor.accountId,
          })
          .execute(),
      );
    const both = await Promise.allSettled([yes(marta), yes(sam)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((each) => each.status === 'rejected')).toMatchObject({ reason: { code: 'KT001' } });
  });

  it('that moves raises its sequence and tells those who said yes; other words tell nobody', async () => {
    const id = await plan();
    await stand.as(marta.actor, (scope) => answerEvent(scope, id, 'yes'));
    await stand.as(sam.actor, (scope) => answerEvent(scope, id, 'no'));
    await stand.as(manager, (scope) => changeEvent(scope, id, afternoon(stand, { about: 'More.' }), 1));
    expect(await told('learning_event_moved')).toEqual([]);
    await stand.as(manager, (scope) => changeEvent(scope, id, afternoon(stand, { place: 'Elm Room' }), 2));
    expect((await told('learning_event_moved')).map((row) => row.person_id)).toEqual([marta.actor.personId]);
    await expect(
      stand.as(manager, (scope) => changeEvent(scope, id, afternoon(stand), 2)),
    ).rejects.toMatchObject({ name: 'StaleEdit' });
    const between = { from: MONDAY, until: AFTER };
    expect(
      await stand.as(marta.actor, (scope) => learningEventsDiary(scope, marta.actor.accountId, between)),
    ).toContainEqual(
      expect.objectContaining({
        uid: `learning_events-${id}`,
        sequence: 2,
        place: 'Elm Room',
        title: 'Course',
        cancelled: false,
      }),
    );
  });

  it('called off tells those who said yes why, and is cancelled in their calendar', async () => {
    const id = await plan();
    await stand.as(marta.actor, (scope) => answerEvent(scope, id, 'yes'));
    await stand.as(manager, (scope) => callOffEvent(scope, id, 'The midwives are needed on the ward.'));
    expect((await told('learning_event_called_off')).at(-1)).toMatchObject({
      person_id: marta.actor.personId,
      details: { why: 'The midwives are needed on the ward.' },
    });
    const entries = await stand.as(marta.actor, (scope) =>
      learningEventsDiary(scope, marta.actor.accountId, { from: MONDAY, until: AFTER }),
    );
    expect(entries.find(({ uid }) => uid.endsWith(id))).toMatchObject({ cancelled: true, sequence: 1 });
    await expect(stand.as(sam.actor, (scope) => answerEvent(scope, id, 'yes'))).rejects.toThrow('called off');
    expect(
      (await stand.as(marta.actor, (scope) => eventsAhead(scope, marta.actor.accountId))).map(
        (each) => each.id,
      ),
    ).not.toContain(id);
  });

  it('that is over waits for who came, and each can write their line', async () => {
    const id = await plan();
    await stand.as(marta.actor, (scope) => answerEvent(scope, id, 'yes'));
    await expect(stand.as(manager, (scope) => noteWhoCame(scope, id, []))).rejects.toThrow('not begun');
    stand.now = AFTER;
    const waiting = () => stand.as(manager, (scope) => eventsToClose(scope, [stand.centreId]));
    expect((await waiting()).map((event) => event.id)).toContain(id);
    await stand.as(manager, (scope) => noteWhoCame(scope, id, [sam.actor.accountId]));
    expect((await waiting()).map((event) => event.id)).not.toContain(id);
    expect(await stand.as(manager, (scope) => answersTo(scope, id))).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ accountId: marta.actor.accountId, said: 'yes', came: false }),
        expect.objectContaining({ accountId: sam.actor.accountId, said: null, came: true }),
      ]),
    );
    await stand.as(sam.actor, (scope) => noteWhatITook(scope, id, 'Ask before you show.'));
    await expect(stand.as(marta.actor, (scope) => noteWhatITook(scope, id, 'Hm.'))).rejects.toThrow(
      'not having been there',
    );
    const record = await stand.as(sam.actor, (scope) => recordOf(scope, { ...sam.whose, name: 'Sam Reed' }));
    expect(record.events).toContainEqual(expect.objectContaining({ id, took: 'Ask before you show.' }));
  });
});

describe('an entry of one’s own', () => {
  const said = {
    kind: 'book',
    title: 'A book about sleep',
    whereFrom: 'The library',
    doneOn: day('2026-11-01'),
    took: 'Nobody sleeps.',
    shared: false,
  } as const;

  it('is private until it is shared, and private again when the tick goes', async () => {
    const id = await stand.as(marta.actor, (scope) => addOwnLearning(scope, marta.whose, said));
    const seenByManager = () => stand.as(manager, (scope) => ownLearningOf(scope, marta.applicantId));
    expect(await seenByManager()).toEqual([]);
    const change = (shared: boolean, version: number) =>
      stand.as(marta.actor, (scope) =>
        changeOwnLearning(scope, id, { ...said, shared }, { version, zone: LONDON }),
      );
    await change(true, 1);
    expect(await seenByManager()).toMatchObject([{ id, took: 'Nobody sleeps.' }]);
    await change(false, 2);
    expect(await seenByManager()).toEqual([]);
    await expect(change(true, 2)).rejects.toMatchObject({ name: 'StaleEdit' });
  });

  it('is nobody else’s to change or take out, shared or not', async () => {
    const id = await stand.as(marta.actor, (scope) =>
      addOwnLearning(scope, marta.whose, { ...said, shared: true }),
    );
    for (const other of [manager, sam.actor]) {
      await expect(
        stand.as(other, (scope) => changeOwnLearning(scope, id, said, { version: 1, zone: LONDON })),
      ).rejects.toMatchObject({ name: 'NotFound' });
      await expect(stand.as(other, (scope) => removeOwnLearning(scope, id))).rejects.toMatchObject({
        name: 'NotFound',
      });
    }
    await stand.as(marta.actor, (scope) => removeOwnLearning(scope, id));
    expect(
      (await stand.as(marta.actor, (scope) => ownLearningOf(scope, marta.applicantId))).map(
        (each) => each.id,
      ),
    ).not.toContain(id);
  });

  it('is not of a day to come', async () => {
    await expect(
      stand.as(marta.actor, (scope) =>
        addOwnLearning(scope, marta.whose, { ...said, doneOn: day('2026-11-24') }),
      ),
    ).rejects.toMatchObject({ field: 'doneOn' });
  });
});

describe('an interest in a way on', () => {
  const say = (who: VolunteerHere, code: string, words = '') =>
    stand.as(who.actor, (scope) => sayInterest(scope, { ...who.whose, code, words }));

  it('said twice is one, waits for an answer, and is answered in words the volunteer hears', async () => {
    const id = await say(marta, 'mentor', 'I would love to.');
    expect(await say(marta, 'mentor')).toBe(id);
    const waiting = () => stand.as(manager, (scope) => interestsToAnswer(scope, [stand.centreId]));
    expect(await waiting()).toContainEqual(expect.objectContaining({ id, who: 'Marta Nowak' }));
    await stand.as(manager, (scope) =>
      answerInterest(scope, id, { words: 'Let us meet.', talkOn: day('2026-11-30') }),
    );
    expect((await waiting()).map((each) => each.id)).not.toContain(id);
    expect((await told('interest_answered')).at(-1)).toMatchObject({
      person_id: marta.actor.personId,
      details: { words: 'Let us meet.', day: 'Monday 30 November' },
    });
    await expect(
      stand.as(manager, (scope) => answerInterest(scope, id, { words: 'No.', talkOn: day('2026-11-20') })),
    ).rejects.toMatchObject({ field: 'talkOn' });
  });

  it('comes to an end with an outcome, and goes on when that is taken back', async () => {
    const id = await say(marta, 'care_course');
    const note = (outcome: 'started' | 'finished', on: string) =>
      stand.as(marta.actor, (scope) => noteOutcome(scope, id, { outcome, on: day(on), words: '' }, LONDON));
    await note('started', '2026-09-07');
    const finished = await note('finished', '2026-11-20');
    await expect(note('finished', '2026-11-21')).rejects.toMatchObject({ field: 'outcome' });
    const stands = async () => (await stand.as(manager, (scope) => interestById(scope, id)))?.state;
    expect(await stands()).toBe('over');
    await stand.as(manager, (scope) => takeBackOutcome(scope, finished));
    expect(await stands()).toBe('underway');
    await note('finished', '2026-11-22');
    // It is over, so there may be another one.
    expect(await say(marta, 'care_course')).not.toBe(id);
  });

  it('is answered by nobody for themselves', async () => {
    const ruth = await volunteerHere(stand, 'Ruth Amos');
    const both = {
      ...ruth.actor,
      roles: [...ruth.actor.roles, { role: 'volunteer_manager' as const, centreId: stand.centreId }],
    };
    const id = await say(ruth, 'trainer');
    await expect(
      stand.as(both, (scope) => answerInterest(scope, id, { words: 'Yes.', talkOn: null })),
    ).rejects.toMatchObject({ name: 'NotFound' });
    expect(await stand.as(ruth.actor, (scope) => interestsOf(scope, ruth.applicantId))).toMatchObject([
      { id, answeredAt: null },
    ]);
  });
});

describe('a way on', () => {
  it('changes as a new version; whoever changed an older one is told', async () => {
    const find = async () =>
      (await stand.as(manager, allPathways)).find(({ code }) => code === 'adult_learning');
    const before = await find();
    if (!before) throw new Error('not loaded');
    const keep = (after: number) =>
      stand.as(manager, (scope) =>
        keepPathway(scope, {
          code: before.code,
          after,
          kind: before.kind,
          content: { ...before.content, dates: 'Every month.' },
          today: day('2026-11-23'),
        }),
      );
    await keep(1);
    expect(await find()).toMatchObject({ version: 2, content: { dates: 'Every month.' } });
    await expect(keep(1)).rejects.toMatchObject({ name: 'StaleEdit' });
    await stand.system(loadPathways);
    expect(await find()).toMatchObject({ version: 2 });
  });
});
