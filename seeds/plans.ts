import type { Scope } from '../src/platform/db/as-actor.ts';
import { changeBlock, savePlan } from '../src/rooms/delivery/plan/plan.commands.ts';
import { blockText } from '../src/rooms/delivery/plan/plan.rules.ts';
import { saveRunSheet } from '../src/rooms/delivery/plan/run-sheet.commands.ts';
import type { Went } from '../src/rooms/delivery/plan/run-sheet.rules.ts';
import {
  antenatalStructure,
  dropInStructure,
} from '../src/rooms/programme/content/templates/pregnancy-in-mind-parts.ts';
import type { CastGroup } from './cast-groups.ts';
import type { Groups } from './groups.ts';
import { known } from './settle.ts';
import type { Telling } from './telling.ts';

/** What fills each block of a session, in the order of the structure: an activity's code, or words in double quotes. */
type SessionPlan = readonly (string | null)[];

const course: readonly SessionPlan[] = [
  [
    'three-things-i-can-hear',
    'ground-rules-of-our-own',
    'squeeze-and-let-go',
    'a-stone-in-the-hand',
    'kettle-and-chairs',
    'feet-on-the-floor',
    'four-parts-of-a-hard-moment',
    'one-kind-sentence',
    'a-string-of-beads',
  ],
  [
    'shoulders-neck-and-jaw',
    '"Names once round, and the rules in a sentence each"',
    'a-slow-look-through-the-body',
    'my-weather-today',
    'one-warm-drink',
    'the-longer-breath-out',
    'thoughts-like-weather',
    'postcard-to-next-week',
    'songs-i-was-given',
  ],
  [
    'feet-on-the-floor',
    '"Hello, and who is thinking of us today"',
    'chair-and-wall-stretch',
    'a-stone-in-the-hand',
    'stretch-corner',
    'three-things-i-can-hear',
    'what-would-i-say-to-a-friend',
    'one-kind-sentence',
    'a-string-of-beads',
  ],
  [
    'three-things-i-can-hear',
    '"Hello, and half way already"',
    'a-slow-look-through-the-body',
    'listening-in-pairs',
    'kettle-and-chairs',
    'the-longer-breath-out',
    'riding-a-wave',
    'postcard-to-next-week',
    'felt-shapes-for-a-mobile',
  ],
  [
    'three-things-i-can-hear',
    '"Someone new today: say the ground rules again together"',
    'side-lying-breath-and-hand-massage',
    '"After relaxation, when it is easier to find words"',
    null,
    'feet-on-the-floor',
    'worry-trees',
    'one-kind-sentence',
    'felt-shapes-for-a-mobile',
  ],
  [
    'a-hello-to-the-bump',
    '"Hello, and what stayed from last week"',
    'the-longer-breath-out',
    'my-weather-today',
    'one-warm-drink',
    'a-minute-of-watching',
    'what-babies-can-do-before-birth',
    'a-letter-for-later',
    'songs-i-was-given',
  ],
  [
    'feet-on-the-floor',
    '"Hello, and two sessions to go"',
    'chair-and-wall-stretch',
    'a-stone-in-the-hand',
    'stretch-corner',
    'three-things-i-can-hear',
    'picturing-the-first-days',
    'one-kind-sentence',
    'felt-shapes-for-a-mobile',
  ],
  [
    'shoulders-neck-and-jaw',
    '"Hello, and the last time in this room"',
    'a-kind-wish',
    'my-weather-today',
    'kettle-and-chairs',
    'feet-on-the-floor',
    'moods-after-birth',
    'last-time-and-what-stays',
    'a-string-of-beads',
  ],
];

const dropIns: readonly SessionPlan[] = [
  [
    'a-hello-at-the-door',
    '"Names, babies, and the rules in a sentence each"',
    'a-minute-of-watching',
    'what-did-your-baby-like-this-week',
    'a-cup-of-tea-for-you',
    'wondering-aloud',
    'the-talking-nappy',
    'copying-faces',
    'a-picture-of-a-moment',
  ],
  [
    'a-hello-at-the-door',
    '"Names, babies, and who is new"',
    'the-longer-breath-out',
    'tired-signs-in-this-room',
    'a-cup-of-tea-for-you',
    'wondering-aloud',
    'a-basket-of-things',
    'any-book-any-language',
    'a-picture-of-a-moment',
  ],
];

const wanted = (plans: readonly SessionPlan[], number: number): SessionPlan =>
  plans[(number - 1) % plans.length] ?? [];

/** The ids of the activities by code, read once. */
const activityIds = async (scope: Scope): Promise<ReadonlyMap<string, string>> => {
  const rows = await scope.tx
    .selectFrom('programme.activities')
    .select(['code', 'id'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('replaced_at', 'is', null)
    .execute();
  return new Map(rows.map(({ code, id }) => [code, id]));
};

interface Planned {
  readonly group: CastGroup;
  readonly number: number;
  readonly bring: string;
  readonly note: string;
}

const plan = async (scope: Scope, { group, number, bring, note }: Planned, groups: Groups): Promise<void> => {
  const sessionId = known(groups.sessions, `${group.key}:${number}`);
  const structure = group.kind === 'drop_in' ? dropInStructure : antenatalStructure;
  const blocks = wanted(group.kind === 'drop_in' ? dropIns : course, number);
  const ids = await activityIds(scope);
  await savePlan(scope, { sessionId, version: 0, minutes: new Map(), bring, note });
  for (const [at, { minutes }] of structure.entries()) {
    const filled = blocks[at];
    if (!filled) continue;
    const words = filled.startsWith('"') ? filled.slice(1, -1) : '';
    await changeBlock(scope, {
      sessionId,
      key: `t${at + 1}`,
      drawn: blockText({ activityId: null, minutes, words: '' }),
      activityId: words ? null : known(ids, filled),
      minutes,
      words,
    });
  }
};

interface Kept {
  readonly wentWell: string;
  readonly nextTime: string;
  readonly takeHome: string;
  readonly heavy?: boolean;
  readonly told?: boolean;
  /** By place in the session: how a block was changed; without words it was left out. */
  readonly changed?: Readonly<Record<number, string>>;
}

const remembered: Readonly<Record<string, Kept>> = {
  'autumn:1': {
    wentWell: 'Everyone said their name and stayed to the end.',
    nextTime: 'More chairs in a ring and fewer in rows.',
    takeHome: 'You are not the only one.',
    changed: { 3: 'Shorter, because the room was cold.' },
  },
  'autumn:2': {
    wentWell: 'Thoughts like weather made people laugh.',
    nextTime: 'Begin the break before somebody asks for it.',
    takeHome: 'A thought is a cloud and you are the hill.',
  },
  'autumn:3': {
    wentWell: 'The wall stretch. Fatoumata showed us a better one from her chair.',
    nextTime: 'Ask the interpreter where she would like to sit.',
    takeHome: 'Say to yourself what you would say to a friend.',
    heavy: true,
    changed: { 9: '', 8: 'One word each, for the time had gone.' },
  },
  'autumn:4': {
    wentWell: 'The body scan ran long and everyone liked it. Two parents asked about sleep.',
    nextTime: 'Worries about birth came up in check-in. Keep time for them.',
    takeHome: 'A wave comes, and it goes.',
    changed: { 3: 'Five minutes longer than planned.', 6: '' },
  },
  'luton:1': {
    wentWell: 'Signing and speaking took turns, and nobody hurried.',
    nextTime: 'Put Ruby’s interpreter beside the facilitator.',
    takeHome: 'Breathe out longer than you breathe in.',
    changed: { 1: 'Three things I can see, not hear.' },
  },
};

const usual: readonly Kept[] = [
  {
    wentWell: 'Good company, and a quiet one who talked today.',
    nextTime: 'Bring the spare cushions.',
    takeHome: 'Small steps count.',
  },
  {
    wentWell: 'The craft. Busy hands, easy talk.',
    nextTime: 'Start the break on time.',
    takeHome: 'It is all right to ask.',
  },
  {
    wentWell: 'They stayed and helped to wash up.',
    nextTime: 'Open a window before the relaxation.',
    takeHome: 'Kind is enough.',
  },
];

const wentOf = (kept: Kept, place: number): Went => {
  const how = kept.changed?.[place];
  if (how === undefined) return { done: 'as_planned', how: '' };
  return how === '' ? { done: 'left_out', how: 'There was no time left.' } : { done: 'adapted', how };
};

/** What was done with each block, and what somebody wants to remember of it. */
const keep = async (scope: Scope, group: CastGroup, number: number, groups: Groups): Promise<void> => {
  const name = `${group.key}:${number}`;
  const kept = remembered[name] ?? usual[number % usual.length];
  if (!kept) return;
  const blocks = group.kind === 'drop_in' ? dropInStructure : antenatalStructure;
  await saveRunSheet(scope, {
    sessionId: known(groups.sessions, name),
    blocks: blocks.map((_, at) => ({
      key: `t${at + 1}`,
      drawn: { done: null, how: '' },
      went: wentOf(kept, at + 1),
    })),
    reflection: {
      wentWell: kept.wentWell,
      nextTime: kept.nextTime,
      takeHome: kept.takeHome,
      heavy: kept.heavy ?? false,
      told: kept.told ?? false,
      version: 0,
    },
  });
};

/** Sessions without a run sheet: one was called off, one ended in a hurry. */
const WITHOUT = ['luton:2', 'luton:3'];

/** Sessions of the last months and the next one are planned, from the toolbox; one that is near is not. */
export const plansAreMade = (telling: Telling, groups: Groups): void => {
  for (const group of groups.cast) {
    for (const { number, startsAt } of group.dates) {
      const planned = startsAt.subtract({ hours: 70 });
      const days = startsAt.until(telling.now).total('hours') / 24;
      const antenatal = group.kind === 'antenatal_group';
      // Further back the plans are in a folder somewhere; the next Luton session is still to plan.
      if (days > (antenatal ? 170 : 40) || days < -6 || (group.key === 'luton' && number === 4)) continue;
      const at =
        Temporal.Instant.compare(planned, telling.now) < 0 ? planned : telling.now.subtract({ hours: 20 });
      telling.happens(at, group.leaders[0] ?? 'house', (scope) =>
        plan(
          scope,
          {
            group,
            number,
            bring: antenatal && number === 4 ? 'Scissors and felt, the blue box' : '',
            note:
              group.key === 'autumn' && number === 5
                ? 'Jess is new. Ask Agnieszka’s interpreter to come ten minutes early.'
                : '',
          },
          groups,
        ),
      );
      const ended = startsAt.add({ minutes: 125 });
      if (Temporal.Instant.compare(ended, telling.now) < 0 && !WITHOUT.includes(`${group.key}:${number}`))
        telling.happens(ended, group.leaders[0] ?? 'house', (scope) => keep(scope, group, number, groups));
    }
  }
};
