import { isTeam } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { action, looking, notSensitive, page, type Route } from '#platform/http/page.ts';
import * as paths from '../paths.ts';
import { erasePlan, sharePlan, unsharePlan, writePlan } from './stay-well.commands.ts';
import { eraseForm, planForm, shareForm, unshareForm } from './stay-well.form.ts';
import {
  ChangePlanPage,
  EarlierPlansPage,
  ErasePlanPage,
  type OwnPlanFacts,
  PrintPlanPage,
  SharedPlanPage,
  StayingWellPage,
} from './stay-well.pages.tsx';
import { earlierPlans, ownPlan, type Plan, sharedPlan, sharingOf } from './stay-well.queries.ts';

const own = notSensitive('somebody looks at their own plan');

const facts = async (scope: Scope): Promise<OwnPlanFacts | null> =>
  isTeam(scope.actor) ? { plan: await ownPlan(scope), sharing: await sharingOf(scope) } : null;

const onlyWithPlan = async (scope: Scope): Promise<{ readonly plan: Plan } | null> => {
  const plan = isTeam(scope.actor) ? await ownPlan(scope) : null;
  return plan ? { plan } : null;
};

export const stayWellRoutes: readonly Route[] = [
  page({
    path: paths.stayingWell,
    load: facts,
    can: isTeam,
    audit: own,
    show: (found, view) => <StayingWellPage facts={found} view={view} />,
  }),
  page({
    path: paths.changeStayingWell,
    load: facts,
    can: isTeam,
    audit: own,
    form: planForm,
    prefill: ({ plan }) => ({ ...plan?.words }),
    version: ({ plan }) => plan?.version ?? 0,
    submit: async (scope, words, _, { version }) => {
      await writePlan(scope, words, version);
      return {
        to: paths.stayingWell(),
        notice: { happened: 'Your plan is saved.', next: 'You decide below who reads it.' },
      };
    },
    show: (_, view) => <ChangePlanPage view={view} />,
  }),
  page({
    path: paths.printStayingWell,
    load: onlyWithPlan,
    can: isTeam,
    audit: own,
    show: ({ plan }, view) => <PrintPlanPage plan={plan} view={view} />,
  }),
  page({
    path: paths.earlierStayingWell,
    load: async (scope) => ((await onlyWithPlan(scope)) ? { earlier: await earlierPlans(scope) } : null),
    can: isTeam,
    audit: own,
    show: ({ earlier }, view) => <EarlierPlansPage earlier={earlier} view={view} />,
  }),
  page({
    path: paths.eraseStayingWell,
    load: onlyWithPlan,
    can: isTeam,
    audit: own,
    form: eraseForm,
    submit: async (scope) => {
      await erasePlan(scope);
      return {
        to: paths.stayingWell(),
        notice: { happened: 'Your plan is gone, with everything it said before.' },
      };
    },
    show: (_, view) => <ErasePlanPage view={view} />,
  }),
  action({
    path: paths.shareStayingWell,
    load: onlyWithPlan,
    can: isTeam,
    audit: own,
    form: shareForm,
    back: () => paths.stayingWell(),
    submit: async (scope) => {
      await sharePlan(scope);
      return {
        to: paths.stayingWell(),
        notice: { happened: 'Your supervisor can read it now.', next: 'You can take it back at any time.' },
      };
    },
  }),
  action({
    path: paths.unshareStayingWell,
    load: onlyWithPlan,
    can: isTeam,
    audit: own,
    form: unshareForm,
    back: () => paths.stayingWell(),
    submit: async (scope) => {
      await unsharePlan(scope);
      return { to: paths.stayingWell(), notice: { happened: 'It is yours alone again.' } };
    },
  }),
  page({
    path: paths.sharedStayingWell,
    load: async (scope, { params }) => {
      const plan = isTeam(scope.actor) ? await sharedPlan(scope, params.accountId) : null;
      return plan ? { plan } : null;
    },
    can: (actor) => isTeam(actor),
    audit: looking('supervision.stay_well_read', ({ plan }: { plan: { readonly accountId: string } }) => ({
      kind: 'account',
      id: plan.accountId,
    })),
    show: ({ plan }, view) => <SharedPlanPage plan={plan} view={view} />,
  }),
];
