import type { ActivityContent, BlockKind, Stage, StructureBlock, ThemeCode } from '#rooms/programme/door.ts';

export type Done = 'as_planned' | 'adapted' | 'left_out';

export const doneWords: Readonly<Record<Done, string>> = {
  as_planned: 'As planned',
  adapted: 'Adapted',
  left_out: 'Left out',
};

/** One block of a plan. `id` is null while the plan is only what the template suggests. */
export interface PlanBlock {
  readonly id: string | null;
  /** From 1, in the order of the session. */
  readonly position: number;
  readonly kind: BlockKind;
  readonly minutes: number;
  readonly activityId: string | null;
  readonly words: string;
  readonly done: Done | null;
  readonly adaptedHow: string;
}

/** What a plan is before anybody has touched it: the structure of the template, without activities. */
export const suggested = (structure: readonly StructureBlock[]): readonly PlanBlock[] =>
  structure.map(({ kind, minutes }, at) => ({
    id: null,
    position: at + 1,
    kind,
    minutes,
    activityId: null,
    words: '',
    done: null,
    adaptedHow: '',
  }));

/** The name of a block's fields on the page: its id, or its place in the suggestion. */
export const blockKey = (block: Pick<PlanBlock, 'id' | 'position'>): string =>
  block.id ?? `t${block.position}`;

/** The order after one block moves up (-1) or down (1); at an end it stays. Positions are counted anew from 1. */
export const moved = <B extends { readonly id: string | null }>(
  blocks: readonly B[],
  id: string,
  by: -1 | 1,
): readonly B[] => {
  const at = blocks.findIndex((block) => block.id === id);
  const other = at + by;
  const [one, two] = [blocks[at], blocks[other]];
  if (!one || !two) return blocks;
  return blocks.map((block, index) => (index === at ? two : index === other ? one : block));
};

/** Somebody in the room, as far as a plan minds: no names. */
export interface Present {
  readonly weeks: number | null;
  readonly stage: Stage | null;
  readonly interpreter: boolean;
  readonly partner: boolean;
}

const NUMBERS = [
  'Nobody',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
];
const said = (count: number) => NUMBERS[count] ?? String(count);

/**
 * Who is in the room in a sentence or two: "Seven parents, 24 to 31 weeks. One uses an interpreter, one comes with a partner."
 * `open`: people come when they can, so the count is of those who may, and the weeks would say nothing.
 */
export const roomInWords = (present: readonly Present[], open = false): string => {
  if (present.length === 0) return 'Nobody has a place yet.';
  const weeks = present.flatMap((each) => (each.weeks === null ? [] : [each.weeks])).sort((a, b) => a - b);
  const [first, last] = [weeks[0], weeks.at(-1)];
  const span = first === undefined ? '' : first === last ? `, ${first} weeks` : `, ${first} to ${last} weeks`;
  const interpreters = present.filter((each) => each.interpreter).length;
  const partners = present.filter((each) => each.partner).length;
  const more = [
    interpreters > 0 ? `${said(interpreters)} ${interpreters === 1 ? 'uses' : 'use'} an interpreter` : '',
    partners > 0 ? `${said(partners)} ${partners === 1 ? 'comes' : 'come'} with a partner` : '',
  ].filter(Boolean);
  const second = more.length === 2 ? `${more[0]}, ${more[1]?.toLowerCase()}` : (more[0] ?? '');
  if (open)
    return `Up to ${said(present.length).toLowerCase()} ${present.length === 1 ? 'parent' : 'parents'} may come.${more[0] ? ` ${more[0]}.` : ''}`;
  return `${said(present.length)} ${present.length === 1 ? 'parent' : 'parents'}${span}.${second ? ` ${second}.` : ''}`;
};

// From here nobody lies flat on their back, and a bump is in the way of much else.
const BUMP_FROM_WEEKS = 20;

/** What of an activity's adaptations and cautions matters for those in the room. */
export const forThisRoom = (
  content: Pick<ActivityContent, 'adaptations' | 'cautions'>,
  present: readonly Present[],
  online: boolean,
): {
  readonly adaptations: readonly string[];
  readonly cautions: readonly string[];
  readonly suitsBump: boolean;
} => {
  const bump = present.some((each) => (each.weeks ?? 0) >= BUMP_FROM_WEEKS);
  const born = present.some((each) => each.stage !== null && !each.stage.startsWith('trimester'));
  const newborn = present.some((each) => each.stage === 'newborn_0_3');
  const wanted: Readonly<Record<string, boolean>> = {
    bump,
    baby_in_arms: born,
    online,
    interpreter: present.some((each) => each.interpreter),
    partner: present.some((each) => each.partner),
    late_pregnancy: bump,
    after_birth: newborn,
    trauma: true,
    babies: born,
  };
  return {
    adaptations: content.adaptations.filter(({ kind }) => wanted[kind]).map(({ text }) => text),
    cautions: content.cautions.filter(({ kind }) => wanted[kind]).map(({ text }) => text),
    suitsBump: bump && content.adaptations.some(({ kind }) => kind === 'bump'),
  };
};

interface Choosable {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly mainTheme: ThemeCode;
  readonly stages: readonly Stage[];
  readonly minutes: { readonly usual: number; readonly least: number; readonly most: number };
  readonly favourite: boolean;
}

/**
 * Activities in the order in which a colleague would suggest them for a block: favourites first, then those for
 * everyone in the room, themes the course has had least of, what was not done yet, and the length that fits best.
 * Those for nobody in the room, or too long for the block, are left out. `themeMinutes` is what the course has had.
 */
export const inOrderOfFit = <A extends Choosable>(
  activities: readonly A[],
  room: {
    readonly stages: readonly Stage[];
    readonly minutes: number;
    readonly themeMinutes: ReadonlyMap<ThemeCode, number>;
    readonly doneCodes: ReadonlySet<string>;
  },
): readonly A[] => {
  const stages = [...new Set(room.stages)];
  const fitting = activities.filter(
    (each) =>
      each.minutes.least <= room.minutes &&
      (stages.length === 0 || stages.some((stage) => each.stages.includes(stage))),
  );
  const score = (each: A): readonly number[] => [
    each.favourite ? 0 : 1,
    stages.every((stage) => each.stages.includes(stage)) ? 0 : 1,
    room.doneCodes.has(each.code) ? 1 : 0,
    room.themeMinutes.get(each.mainTheme) ?? 0,
    Math.abs(each.minutes.usual - room.minutes),
  ];
  return fitting
    .map((each) => ({ each, score: score(each) }))
    .sort((one, other) => {
      for (const [at, value] of one.score.entries()) {
        const apart = value - (other.score[at] ?? 0);
        if (apart !== 0) return apart;
      }
      return one.each.title.localeCompare(other.each.title, 'en-GB');
    })
    .map(({ each }) => each);
};

/** What a block says, as one text to compare. */
export const blockText = (block: Pick<PlanBlock, 'activityId' | 'minutes' | 'words'>): string =>
  JSON.stringify([block.activityId, block.minutes, block.words]);
