import type { Scope } from '#platform/db/as-actor.ts';
import { type ActivityInList, activities, balance, type ThemeCode } from '#rooms/programme/door.ts';
import type { SessionFacts } from '../sessions/session.queries.ts';
import { type Planner, plannerOf } from './plan.queries.ts';
import { blockKey, inOrderOfFit, type PlanBlock } from './plan.rules.ts';

/** What somebody is looking for in the toolbox, beside what fits. */
export interface Looking {
  readonly words: string;
  readonly theme: ThemeCode | null;
  readonly all: boolean;
}

/** The page of one block: the block, the activities that fit it, and how many more there are. */
export interface BlockFacts {
  readonly planner: Planner;
  readonly block: PlanBlock;
  readonly looking: Looking;
  readonly choices: readonly ActivityInList[];
  readonly more: number;
}

const FIVE = 5;

/** Nothing is chosen for a break; everything else can be filled from the toolbox. */
const takesActivity = (block: PlanBlock): boolean => block.kind !== 'break';

/**
 * One block of a session's plan, with five activities that fit the block, the time and those in the room, or all
 * that a search finds. `key` is the block's id or, in a plan nobody saved yet, its place in the suggestion.
 */
export const blockOfPlan = async (
  scope: Scope,
  session: SessionFacts,
  at: { readonly position: number; readonly key: string },
  looking: Looking,
): Promise<BlockFacts | null> => {
  const planner = await plannerOf(scope, session);
  if (!planner) return null;
  const { blocks } = planner.plan;
  const block =
    blocks.find((each) => blockKey(each) === at.key) ?? blocks.find((each) => each.position === at.position);
  if (!block) return null;
  if (!takesActivity(block)) return { planner, block, looking, choices: [], more: 0 };
  const fitting = await activities(scope, {
    block: block.kind,
    words: looking.words || undefined,
    theme: looking.theme ?? undefined,
    facilitator: session.kind === 'drop_in' ? 'peer_supporter' : undefined,
  });
  const others = planner.course.filter((each) => each.id !== block.id);
  const soFar = balance(others, [...planner.activities.values()]);
  const doneCodes = new Set(
    others.flatMap((each) => planner.activities.get(each.activityId ?? '')?.code ?? []),
  );
  const chosen = planner.activities.get(block.activityId ?? '')?.code;
  const ordered = inOrderOfFit(fitting, {
    stages: planner.present.flatMap((each) => (each.stage ? [each.stage] : [])),
    minutes: block.minutes || session.minutes,
    themeMinutes: new Map(soFar.themes.map(({ code, minutes }) => [code, minutes])),
    doneCodes,
  }).filter((each) => each.code !== chosen);
  // A search shows what it found, whether or not it suits everyone: the person who searches knows why.
  const found = looking.words ? fitting.filter((each) => each.code !== chosen) : ordered;
  const shown = looking.all || looking.words ? found : found.slice(0, FIVE);
  return { planner, block, looking, choices: shown, more: found.length - shown.length };
};

/** The id of the version in use of an activity, or the one a block holds already; null when there is none. */
export const activityIdOf = async (scope: Scope, facts: BlockFacts, code: string): Promise<string | null> => {
  if (code === '') return null;
  const held = facts.planner.activities.get(facts.block.activityId ?? '');
  if (held?.code === code) return held.id;
  const offered = facts.choices.find((each) => each.code === code);
  if (offered) return offered.id;
  return (await activities(scope)).find((each) => each.code === code)?.id ?? null;
};
