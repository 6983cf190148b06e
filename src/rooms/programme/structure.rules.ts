import { counted, minutesInWords } from '#ui/times.ts';
import type { BlockKind, ProgrammeTemplateContent, ThemeCode, TopicCode } from './content/shapes.ts';

export type StructureRules = ProgrammeTemplateContent['structureRules'];
export type CourseBalance = ProgrammeTemplateContent['courseBalance'];

/** A block of a session as it is planned; minutes are whole, zero or more. */
export interface PlannedBlock {
  readonly kind: BlockKind;
  readonly minutes: number;
}

export type WarningCode = 'minutes' | 'check_in' | 'break' | 'ground_rules' | 'empty_block';

/** A gentle word about a plan: it never stops anyone from saving. `block` counts from 0; null when it is about the whole. */
export interface PlanWarning {
  readonly code: WarningCode;
  readonly words: string;
  readonly block: number | null;
}

const minutesOf = (blocks: readonly { readonly minutes: number }[]) =>
  blocks.reduce((sum, { minutes }) => sum + minutes, 0);

const aboutMinutes = (blocks: readonly PlannedBlock[], total: number): readonly PlanWarning[] => {
  const planned = minutesOf(blocks);
  if (planned === total) return [];
  const left = total - planned;
  const words =
    left > 0
      ? `${minutesInWords(left)} of the ${minutesInWords(total)} ${left === 1 ? 'is' : 'are'} still free.`
      : `This is ${minutesInWords(-left)} longer than the ${minutesInWords(total)}. Something can be shorter, or wait until next time.`;
  return [{ code: 'minutes', words, block: null }];
};

const aboutCheckIn = (
  blocks: readonly PlannedBlock[],
  after: readonly BlockKind[],
): readonly PlanWarning[] => {
  if (after.length === 0) return [];
  return blocks.flatMap(({ kind }, at) => {
    if (kind !== 'check_in' || blocks.slice(0, at).some((before) => after.includes(before.kind))) return [];
    const later = blocks.slice(at).some((block) => after.includes(block.kind));
    const words = later
      ? 'Check-in comes before relaxation. It is easier to find words afterwards: try it the other way round.'
      : 'There is a check-in and no relaxation before it. It is easier to find words after a few quiet minutes.';
    return [{ code: 'check_in', words, block: at }];
  });
};

const aboutBreak = (blocks: readonly PlannedBlock[], needed: boolean): readonly PlanWarning[] => {
  if (!needed || blocks.length === 0) return [];
  const breaks = blocks.flatMap(({ kind, minutes }, at) => (kind === 'break' && minutes > 0 ? [at] : []));
  if (breaks.length === 0)
    return [
      {
        code: 'break',
        words: 'There is no break yet. People need a drink, the toilet and a stretch.',
        block: null,
      },
    ];
  if (breaks.some((at) => at > 0 && at < blocks.length - 1)) return [];
  return [
    {
      code: 'break',
      words: 'The break stands at the edge of the session. It does more good in the middle.',
      block: breaks[0] ?? null,
    },
  ];
};

/**
 * What a kind colleague would say about a plan: the minutes against the total, check-in after relaxation, a break
 * in the middle, the ground rules again when someone joined since the last session, blocks without minutes.
 * An empty list means there is nothing to say. Never a wall: plans with warnings are saved like any other.
 */
export const checkPlan = (
  blocks: readonly PlannedBlock[],
  rules: StructureRules,
  since: { readonly someoneJoined?: boolean } = {},
): readonly PlanWarning[] => [
  ...aboutMinutes(blocks, rules.totalMinutes),
  ...aboutCheckIn(blocks, rules.checkInAfter),
  ...aboutBreak(blocks, rules.breakNeeded),
  ...(since.someoneJoined && !blocks.some(({ kind, minutes }) => kind === 'welcome' && minutes > 0)
    ? [
        {
          code: 'ground_rules' as const,
          words: 'Someone new comes. Keep a few minutes of welcome, and say the ground rules again together.',
          block: null,
        },
      ]
    : []),
  ...blocks.flatMap(({ minutes }, at) =>
    minutes === 0
      ? [{ code: 'empty_block' as const, words: 'This block has no minutes yet.', block: at }]
      : [],
  ),
];

/** When each block starts, in order: the first at `start`, each next one when the one before it ends. */
export const blockStarts = (
  blocks: readonly { readonly minutes: number }[],
  start: Temporal.PlainTime,
): readonly Temporal.PlainTime[] => {
  let at = start;
  return blocks.map(({ minutes }) => {
    const from = at;
    at = at.add({ minutes });
    return from;
  });
};

/** How much of a course something has had: how many activities touched it, minutes, and its share from 0 to 1. */
export interface CourseShare<Code extends string> {
  readonly code: Code;
  readonly activities: number;
  readonly minutes: number;
  readonly share: number;
}

export interface Balance {
  readonly themes: readonly CourseShare<ThemeCode>[];
  readonly topics: readonly CourseShare<TopicCode>[];
}

export const THEMES: readonly ThemeCode[] = [
  'mindfulness',
  'active_relaxation',
  'coping_skills',
  'tuning_in',
  'peer_support',
];
export const TOPICS: readonly TopicCode[] = ['pregnancy', 'parenting', 'mental_health', 'wellbeing'];

interface Weighed<Code extends string> {
  readonly minutes: number;
  /** Touched at all: what is counted. */
  readonly codes: readonly Code[];
  /** Who gets the minutes, in equal parts. */
  readonly heirs: readonly Code[];
}

const sharesOf = <Code extends string>(codes: readonly Code[], uses: readonly Weighed<Code>[]) => {
  const found = codes.map((code) => ({
    code,
    activities: uses.filter((use) => use.codes.includes(code)).length,
    minutes: uses.reduce(
      (sum, { heirs, minutes }) => (heirs.includes(code) ? sum + minutes / heirs.length : sum),
      0,
    ),
  }));
  const all = minutesOf(found);
  return found.map((each) => ({ ...each, share: all > 0 ? each.minutes / all : 0 }));
};

/**
 * What share of a course each theme and topic has had. The minutes of a block go to the main theme of its activity
 * (so that the shares are of one whole), and in equal parts to its topics; `activities` counts every activity
 * that touches the theme or topic at all. Blocks without an activity, or with one not given, count for nothing.
 */
export const balance = (
  blocksOverCourse: readonly { readonly activityId: string | null; readonly minutes: number }[],
  activities: readonly {
    readonly id: string;
    readonly themes: readonly ThemeCode[];
    readonly topics: readonly TopicCode[];
  }[],
): Balance => {
  const byId = new Map(activities.map((activity) => [activity.id, activity]));
  const used = blocksOverCourse.flatMap(({ activityId, minutes }) => {
    const activity = activityId === null ? undefined : byId.get(activityId);
    return activity ? [{ minutes, activity }] : [];
  });
  return {
    themes: sharesOf(
      THEMES,
      used.map(({ minutes, activity: { themes } }) => ({
        minutes,
        codes: themes,
        heirs: themes.slice(0, 1),
      })),
    ),
    topics: sharesOf(
      TOPICS,
      used.map(({ minutes, activity: { topics } }) => ({ minutes, codes: topics, heirs: topics })),
    ),
  };
};

/** What a course has had little of, in words; `code` is the theme or topic, for finding activities that fit. */
export interface BalanceGap {
  readonly kind: 'theme' | 'topic';
  readonly code: string;
  readonly words: string;
}

/** Themes and topics with fewer activities than the template hopes for over a whole course. */
export const balanceGaps = (
  soFar: Balance,
  { courseBalance, themes, topics }: Pick<ProgrammeTemplateContent, 'courseBalance' | 'themes' | 'topics'>,
): readonly BalanceGap[] => {
  const gaps = (
    kind: BalanceGap['kind'],
    shares: readonly CourseShare<string>[],
    names: readonly { readonly code: string; readonly name: string }[],
    hoped: number,
  ) =>
    shares.flatMap(({ code, activities }) => {
      const name = names.find((each) => each.code === code)?.name;
      if (name === undefined || activities >= hoped) return [];
      const had =
        activities === 0 ? 'has not come up yet' : `has had ${counted(activities, 'activity', 'activities')}`;
      return [{ kind, code, words: `${name} ${had}. ${hoped} over the course is a good aim.` }];
    });
  return [
    ...gaps('theme', soFar.themes, themes, courseBalance.activitiesOfEachTheme),
    ...gaps('topic', soFar.topics, topics, courseBalance.activitiesOfEachTopic),
  ];
};
