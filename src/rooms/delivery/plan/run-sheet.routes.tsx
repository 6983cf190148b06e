import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { looking, page, type Route } from '#platform/http/page.ts';
import * as paths from '../paths.ts';
import { mayPlan } from '../register/register.policy.ts';
import { registerStage } from '../register/register.rules.ts';
import { sessionOf } from '../sessions/session.queries.ts';
import { plannerOf } from './plan.queries.ts';
import { saveRunSheet } from './run-sheet.commands.ts';
import { type OwnReflection, type RunSheet, runSheetForm, runSheetPrefill } from './run-sheet.form.ts';
import { RunSheetPage } from './run-sheet.pages.tsx';

const ownReflection = async (scope: Scope, sessionId: string): Promise<OwnReflection | null> => {
  const account = accountOf(scope.actor);
  if (!account) return null;
  const row = await scope.tx
    .selectFrom('delivery.reflections')
    .select(['went_well', 'next_time', 'take_home', 'heavy', 'told', 'version'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('session_id', '=', sessionId)
    .where('account_id', '=', account)
    .executeTakeFirst();
  return row
    ? {
        wentWell: row.went_well,
        nextTime: row.next_time,
        takeHome: row.take_home,
        heavy: row.heavy,
        told: row.told,
        version: row.version,
      }
    : null;
};

const runSheetPage = page({
  path: paths.runSheet,
  can: (actor, { planner: { session } }: RunSheet) => mayPlan(actor, session.centreId),
  audit: looking('delivery.run_sheet_seen', ({ planner: { session } }: RunSheet) => ({
    kind: 'session',
    id: session.id,
    centreId: session.centreId,
  })),
  load: async (scope, ask): Promise<RunSheet | null> => {
    const session = await sessionOf(scope, ask.params.sessionId);
    const planner = session && (await plannerOf(scope, session));
    if (!session || !planner) return null;
    return { planner, own: await ownReflection(scope, session.id), stage: registerStage(session, scope.now) };
  },
  form: runSheetForm,
  prefill: runSheetPrefill,
  version: (sheet) => sheet.own?.version ?? 0,
  submit: async (scope, value, { planner: { session } }, ask) => {
    const { blocks, reflection, next } = value;
    await saveRunSheet(scope, {
      sessionId: session.id,
      blocks,
      reflection: { ...reflection, version: ask.version },
    });
    const at = { sessionId: session.id };
    return {
      to: next === 'register' ? paths.register(at) : paths.runSheet(at),
      notice: { happened: 'Saved.', next: 'You can come back to this run sheet whenever you like.' },
    };
  },
  show: (sheet, view) => <RunSheetPage facts={sheet} view={view} />,
});

export const runSheetRoutes: readonly Route[] = [runSheetPage];
