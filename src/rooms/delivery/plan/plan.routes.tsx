import type { Scope } from '#platform/db/as-actor.ts';
import type { FormOf } from '#platform/forms/form.ts';
import { notSensitive, page, type Route } from '#platform/http/page.ts';
import type { BlockKind } from '#rooms/programme/door.ts';
import * as paths from '../paths.ts';
import { mayPlan } from '../register/register.policy.ts';
import { type SessionFacts, sessionOf } from '../sessions/session.queries.ts';
import { type BlockValue, blockForm, type NewBlockValue, newBlockForm } from './block.form.ts';
import { BlockPage, NewBlockPage } from './block.pages.tsx';
import { activityIdOf, type BlockFacts, blockOfPlan } from './block.queries.ts';
import { addBlock, changeBlock, copyPlan, removeBlock, savePlan } from './plan.commands.ts';
import { planForm, planPrefill, typedText } from './plan.form.ts';
import { type PlanFacts, PlanPage } from './plan.pages.tsx';
import { type Planner, plannerOf, plansToCopy } from './plan.queries.ts';
import { blockKey } from './plan.rules.ts';
import { runSheetRoutes } from './run-sheet.routes.tsx';

const noNames = notSensitive('A plan counts those in the room and names nobody');

const planPage = page({
  path: paths.plan,
  can: (actor, { planner: { session } }: PlanFacts) => mayPlan(actor, session.centreId),
  audit: noNames,
  load: async (scope, ask): Promise<PlanFacts | null> => {
    const session = await sessionOf(scope, ask.params.sessionId);
    const planner = session && (await plannerOf(scope, session));
    return planner && { planner, copyable: await plansToCopy(scope, planner.session) };
  },
  form: (facts) => planForm(facts.planner),
  prefill: (facts) => planPrefill(facts.planner),
  version: (facts) => facts.planner.plan.version,
  submit: async (scope, value, { planner }, ask) => {
    const sessionId = planner.session.id;
    const to = paths.plan({ sessionId });
    if (value.copyFrom !== null) {
      await copyPlan(scope, { sessionId, fromSessionId: value.copyFrom, version: ask.version });
      return { to, notice: { happened: 'The plan is copied.', next: 'Change what is different this time.' } };
    }
    const { minutes, bring, note, next } = value;
    await savePlan(scope, { sessionId, version: ask.version, minutes, bring, note });
    if (next === 'add') return { to: paths.planBlock({ sessionId, position: 'new' }) };
    if (next === 'plan')
      return {
        to,
        notice: { happened: 'The plan is saved.', next: 'Parents see what to bring on their own page.' },
      };
    const block = planner.plan.blocks.find((each) => blockKey(each) === next.change);
    return { to: block ? paths.planBlock({ sessionId, position: String(block.position) }) : to };
  },
  show: (facts, view) => <PlanPage facts={facts} view={view} />,
});

type OneBlock =
  | { readonly block: BlockFacts; readonly adding: null }
  | {
      readonly block: null;
      readonly adding: { readonly planner: Planner; readonly kinds: readonly BlockKind[] };
    };

const kindsOf = ({ kept, session }: Planner): readonly BlockKind[] => {
  const own = kept.content.groupKinds.filter((each) => each.code === session.kind);
  return [
    ...new Set(
      [...own, ...kept.content.groupKinds].flatMap((each) => each.structure.map(({ kind }) => kind)),
    ),
  ];
};

const plannerIn = (facts: OneBlock): Planner => (facts.block ? facts.block.planner : facts.adding.planner);

const loadBlock = async (
  scope: Scope,
  session: SessionFacts,
  ask: {
    readonly params: { readonly position: string };
    readonly query: Readonly<Record<string, string | undefined>>;
    readonly typed: Readonly<Record<string, string | readonly string[]>>;
  },
): Promise<OneBlock | null> => {
  if (ask.params.position === 'new') {
    const planner = await plannerOf(scope, session);
    return planner && { block: null, adding: { planner, kinds: kindsOf(planner) } };
  }
  const { q, theme, all } = ask.query;
  const block = await blockOfPlan(
    scope,
    session,
    { position: Number(ask.params.position), key: typedText(ask.typed, 'block') },
    {
      words: (q ?? '').trim().slice(0, 100),
      theme: asTheme(theme),
      all: all === 'yes',
    },
  );
  return block && { block, adding: null };
};

const THEMES = ['mindfulness', 'active_relaxation', 'coping_skills', 'tuning_in', 'peer_support'] as const;
const asTheme = (text: string | undefined) => THEMES.find((each) => each === text) ?? null;

type Value = { readonly there: BlockValue } | { readonly added: NewBlockValue };

const either = (facts: OneBlock): FormOf<Value> => {
  if (facts.block)
    return {
      ...blockForm,
      parse: (typed) => {
        const read = blockForm.parse(typed);
        return read.ok ? { ok: true, value: { there: read.value } } : read;
      },
    };
  const form = newBlockForm(facts.adding.kinds);
  return {
    ...form,
    parse: (typed) => {
      const read = form.parse(typed);
      return read.ok ? { ok: true, value: { added: read.value } } : read;
    },
  };
};

const submitBlock = async (scope: Scope, value: BlockValue, facts: BlockFacts) => {
  const sessionId = facts.planner.session.id;
  const to = paths.plan({ sessionId });
  const key = blockKey(facts.block);
  if (value.next === 'remove') {
    await removeBlock(scope, { sessionId, key });
    return {
      to,
      notice: { happened: 'The block is gone from the plan.', next: 'Look whether the minutes still fit.' },
    };
  }
  await changeBlock(scope, {
    sessionId,
    key,
    drawn: value.drawn,
    activityId: await activityIdOf(scope, facts, value.activity),
    minutes: value.minutes,
    words: value.words,
    ...(value.next === 'up' && { move: -1 as const }),
    ...(value.next === 'down' && { move: 1 as const }),
  });
  return { to, notice: { happened: 'The block is saved.' } };
};

const blockPage = page({
  path: paths.planBlock,
  can: (actor, facts: OneBlock) => mayPlan(actor, plannerIn(facts).session.centreId),
  audit: noNames,
  load: async (scope, ask): Promise<OneBlock | null> => {
    const session = await sessionOf(scope, ask.params.sessionId);
    return session && loadBlock(scope, session, ask);
  },
  form: either,
  prefill: (facts) =>
    facts.block
      ? {
          activity: facts.block.planner.activities.get(facts.block.block.activityId ?? '')?.code ?? '',
          minutes: String(facts.block.block.minutes),
          words: facts.block.block.words,
        }
      : { after: String(facts.adding.planner.plan.blocks.length), minutes: '10' },
  submit: async (scope, value, facts) => {
    if ('there' in value && facts.block) return submitBlock(scope, value.there, facts.block);
    const sessionId = plannerIn(facts).session.id;
    if (!('added' in value)) return { to: paths.plan({ sessionId }) };
    const position = await addBlock(scope, { sessionId, ...value.added });
    return { to: paths.planBlock({ sessionId, position: String(position) }) };
  },
  show: (facts, view) =>
    facts.block ? (
      <BlockPage facts={facts.block} view={view} />
    ) : (
      <NewBlockPage facts={facts.adding} view={view} />
    ),
});

/** The planner, its blocks, and the run sheet. */
export const planRoutes: readonly Route[] = [planPage, blockPage, ...runSheetRoutes];
