import { dateAt } from '../src/kernel/dates.ts';
import type { AccountActor } from '../src/platform/db/actor.ts';
import type { Scope } from '../src/platform/db/as-actor.ts';
import {
  addToNote,
  arrangementsOf,
  beginArrangement,
  keepNote,
  lookAt,
  noteOf,
  openNote,
  saveDraft,
} from '../src/rooms/supervision/door.ts';
import type { Sections } from '../src/rooms/supervision/notes/note.rules.ts';
import { changeArrangement } from '../src/rooms/supervision/rhythm/arrangement.commands.ts';
import { recordHeld } from '../src/rooms/supervision/rhythm/by-hand.commands.ts';
import { agree, meetingDidNotHappen } from '../src/rooms/supervision/rhythm/meeting.commands.ts';
import { meetingsOf } from '../src/rooms/supervision/rhythm/meeting.queries.ts';
import { sayHours, sayLeave } from '../src/rooms/supervision/rhythm/times.commands.ts';
import { recruiters } from './recruiting-ground.ts';
import { type Ground, known } from './settle.ts';
import { type SupportersHere, wellKnown } from './supporters.ts';
import { supporters } from './supporters-cast.ts';
import { coffeeIsPutDown, somethingWeighs } from './supporting.ts';
import { type Telling, ZONE } from './telling.ts';

/** Those with whom nobody has met for too long, so that Today and the list have something to say. */
const slipped: readonly string[] = ['Farida Begum', 'Olwen Hughes', 'Demelza Pascoe'];
/** The one whose year is told in full: a newcomer to the demonstration can be her. */
const TOLD_IN_FULL = 'Priya Nair';

const arrangementOf = async (scope: Scope, accountId: string) => {
  const [found] = await arrangementsOf(scope, [accountId]);
  if (!found) throw new Error('the story has no arrangement for them');
  return found;
};

const meetsNow = async (scope: Scope, accountId: string, minutes = 50): Promise<string> =>
  recordHeld(scope, (await arrangementOf(scope, accountId)).id, {
    kind: 'one_to_one',
    startsAt: scope.now.subtract({ minutes }),
    minutes,
    how: 'face_to_face',
    place: 'The quiet room',
  });

/** What a note may say of a month like others; every one of the sections may stay empty. */
const ordinary: readonly Pick<Sections, 'support' | 'staying_well'>[] = [
  {
    support: 'The drop-in is a good place to be. She looks forward to it.',
    staying_well: 'Sleeps well again.',
  },
  {
    support: 'New faces, and names that are hard to keep. We made a list together.',
    staying_well: 'Busy at home; says so in time.',
  },
  { support: 'A quiet month. Two families came back after a long while.', staying_well: 'Walks on Sundays.' },
  {
    support: 'Would like more company at the door. I ask who could stand there too.',
    staying_well: 'A cold that would not go. Better now.',
  },
];

const meetsAndWrites = async (scope: Scope, accountId: string, turn: number): Promise<void> => {
  const meetingId = await meetsNow(scope, accountId);
  const words = ordinary[turn % ordinary.length];
  if (words)
    await keepNote(scope, {
      meetingId,
      accountId,
      sections: { ...words, risk: '', role: '', development: '' },
      closing: [],
      actions: [],
      version: null,
    });
};

const everybody = [...wellKnown, ...supporters].map((who) => ({
  name: `${who.givenName} ${who.familyName}`,
  centre: who.centre,
  welcomed: who.welcomed,
}));

/** The rhythm of everybody: it began some weeks ago, one meeting has been, and for most the second as well. */
const rhythmsBegin = (telling: Telling, ground: Ground, there: SupportersHere): void => {
  for (const [at, { name, centre, welcomed }] of everybody.entries()) {
    if (name === TOLD_IN_FULL) continue;
    const { manager } = recruiters[centre];
    const slips = slipped.includes(name);
    const began = Math.min(welcomed - 1, slips ? 82 : 60 + (at % 20));
    const account = () => known(there, name).accountId;
    telling.happens(telling.on(began, '08:10'), 'house', (scope) =>
      beginArrangement(scope, {
        accountId: account(),
        centreId: known(ground.centres, centre),
        supervisorId: known(telling.actors, manager).accountId,
        beginsOn: dateAt(scope.now, ZONE),
      }).then(() => undefined),
    );
    const time = `${String(11 + (at % 7)).padStart(2, '0')}:${at % 2 === 0 ? '10' : '40'}`;
    const first = began - 28 - (at % 4);
    if (first > 0)
      telling.happens(telling.on(first, time), manager, (scope) => meetsAndWrites(scope, account(), at));
    const second = began - 56 - (at % 3);
    if (!slips && second > 4)
      telling.happens(telling.on(second, time), manager, (scope) =>
        // Of two of them the note is still to be written.
        at % 20 === 7 ? meetsNow(scope, account()) : meetsAndWrites(scope, account(), at + 2),
      );
  }
};

const sections = (support: string, staying_well: string, more: { risk?: string; role?: string } = {}) => ({
  support,
  risk: more.risk ?? 'Nothing new. She knows whom to ring, and has the number in her phone.',
  role:
    more.role ?? 'A mother asked her to mind the baby for an hour. She said no, kindly. We talked about how.',
  development: 'Would like to lead the relaxation once by herself.',
  staying_well,
});

/** A year of one peer supporter: on time and late, one that did not happen, leave, and her supervisor away. */
const oneYear = (telling: Telling, ground: Ground, there: SupportersHere): void => {
  const priya = known(telling.actors, 'priya');
  const centreId = known(ground.centres, 'hartley');
  const ids = { noted: '', missed: '' };
  const begins = 340;
  telling.happens(telling.on(begins, '08:00'), 'house', (scope) =>
    beginArrangement(scope, {
      accountId: known(there, TOLD_IN_FULL).accountId,
      centreId,
      supervisorId: known(telling.actors, 'ruth').accountId,
      beginsOn: dateAt(scope.now, ZONE),
    }).then(() => undefined),
  );
  telling.happens(telling.on(begins, '19:00'), 'priya', (scope) =>
    sayHours(scope, [
      { weekday: 2, from: Temporal.PlainTime.from('16:00'), until: Temporal.PlainTime.from('19:00') },
      { weekday: 4, from: Temporal.PlainTime.from('10:00'), until: Temporal.PlainTime.from('14:00') },
    ]),
  );
  // Days late by slot; what is missing here did not take place.
  const late: Readonly<Record<number, number>> = { 1: 0, 2: 2, 3: 0, 4: 9, 6: 1, 8: 0, 9: 3, 10: 0, 11: 1 };
  for (const [slot, days] of Object.entries(late))
    telling.happens(telling.on(begins - 28 * Number(slot) - days, '17:10'), 'ruth', async (scope) => {
      // The last has a draft, the one before a note that is told below.
      if (slot === '10') ids.noted = await meetsNow(scope, priya.accountId, 60);
      else if (slot === '11') await meetsNow(scope, priya.accountId, 60);
      else await meetsAndWrites(scope, priya.accountId, Number(slot));
    });
  // Away for three weeks around the seventh: nothing is asked of her then.
  telling.happens(telling.on(begins - 28 * 6 + 5, '20:00'), 'priya', (scope) =>
    sayLeave(scope, {
      centreId,
      fromOn: telling.today.subtract({ days: begins - 28 * 7 + 14 }),
      untilOn: telling.today.subtract({ days: begins - 28 * 7 - 14 }),
      today: dateAt(scope.now, ZONE),
    }).then(() => undefined),
  );
  // The fifth was put down twice and did not happen.
  for (const [after, why, words] of [
    [1, 'supporter_ill', 'Her little one had a fever.'],
    [10, 'supervisor_could_not', 'A meeting of the centre ran over. I wrote to say sorry.'],
  ] as const)
    telling.happens(telling.on(begins - 28 * 5 - after, '18:30'), 'ruth', async (scope) => {
      const open = (await meetingsOf(scope, [priya.accountId], scope.now.subtract({ hours: 24 * 20 }))).find(
        (each) =>
          (each.state === 'proposed' || each.state === 'agreed') &&
          Temporal.Instant.compare(each.startsAt, scope.now) < 0,
      );
      if (open) await meetingDidNotHappen(scope, open.id, { why, words });
    });
  notesAreKept(telling, priya, ids);
  // Ruth goes away over the holidays; Helen stands in for her.
  telling.happens(telling.workday(9, '09:20'), 'ruth', async (scope) => {
    await sayLeave(scope, {
      centreId,
      fromOn: telling.today.add({ days: 26 }),
      untilOn: telling.today.add({ days: 45 }),
      today: dateAt(scope.now, ZONE),
    });
    const arrangement = await arrangementOf(scope, priya.accountId);
    await changeArrangement(scope, arrangement.id, {
      supervisorId: arrangement.supervisorId,
      coverId: known(telling.actors, 'helen').accountId,
      form: arrangement.form,
      version: arrangement.version,
    });
  });
  telling.happens(telling.on(2, '21:10'), 'priya', async (scope) => {
    const next = (await meetingsOf(scope, [priya.accountId], scope.now)).find(
      ({ state }) => state === 'proposed',
    );
    if (next) await agree(scope, next.id);
  });
};

const notesAreKept = (telling: Telling, priya: AccountActor, ids: { readonly noted: string }): void => {
  const key = () => ({ meetingId: ids.noted, accountId: priya.accountId });
  telling.happens(telling.on(59, '09:30'), 'ruth', (scope) =>
    keepNote(scope, {
      ...key(),
      sections: sections(
        'The new families settle in well. One father comes for the company and says little; that is all right.',
        'Tired after the summer. Goes swimming on Mondays again and wants to keep that.',
      ),
      closing: [],
      actions: [
        {
          words: 'Ask Joanne whether Priya can lead the relaxation in January',
          whose: 'supervisor',
          byOn: telling.today.subtract({ days: 20 }),
        },
        {
          words: 'Write down the three sentences that helped her say no',
          whose: 'supporter',
          byOn: telling.today.add({ days: 6 }),
        },
      ],
      version: null,
    }),
  );
  telling.happens(telling.on(57, '20:40'), 'priya', (scope) =>
    addToNote(scope, { ...key(), words: 'I would add: the biscuits matter more than we think.' }),
  );
  telling.happens(telling.on(56, '20:00'), 'priya', async (scope) => {
    const note = await noteOf(scope, key());
    if (note) await lookAt(scope, note);
  });
  telling.happens(telling.on(30, '15:15'), 'anneliese', (scope) =>
    openNote(scope, {
      ...key(),
      reason:
        'A colleague was worried about how much she carries at the drop-in; I look whether it was talked about.',
    }),
  );
  telling.happens(telling.on(20, '16:30'), 'ruth', async (scope) => {
    const last = (await meetingsOf(scope, [priya.accountId], scope.now.subtract({ hours: 24 * 60 })))
      .filter(({ state }) => state === 'held')
      .at(-1);
    if (last && last.id !== ids.noted)
      await saveDraft(scope, {
        meetingId: last.id,
        accountId: priya.accountId,
        typed: { support: 'The drop-in is fuller than in summer, and she likes it.' },
        version: 1,
      });
  });
};

/** Supervision goes on: the rhythm of everybody, a year of one, what weighs on people, and coffee. */
export const supervisionGoesOn = (telling: Telling, ground: Ground, there: SupportersHere): void => {
  rhythmsBegin(telling, ground, there);
  oneYear(telling, ground, there);
  somethingWeighs(telling, ground, known(telling.actors, 'priya').accountId);
  coffeeIsPutDown(telling, ground);
};
