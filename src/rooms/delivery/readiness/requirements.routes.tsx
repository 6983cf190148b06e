import { dateAt } from '#kernel/dates.ts';
import { notSensitive, page } from '#platform/http/page.ts';
import { centres } from '#rooms/people/door.ts';
import { longDate } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { mayLayDown, maySeeRequirements } from './readiness.policy.ts';
import { requirementsOf } from './readiness.queries.ts';
import { ASKED, inForceOn, VOLUNTEER_PARTS } from './readiness.rules.ts';
import { layDown } from './requirement.commands.ts';
import { requirementForm, requirementPrefill } from './requirements.form.ts';
import { RequirementPage, RequirementsPage } from './requirements.pages.tsx';

const requirementsPage = page({
  path: paths.requirements,
  load: async (scope) => ({ requirements: await requirementsOf(scope) }),
  can: (actor) => maySeeRequirements(actor),
  audit: notSensitive('what is asked of every volunteer'),
  show: (facts, view) => <RequirementsPage view={view} {...facts} mayChange={mayLayDown(view.actor)} />,
});

const requirementPage = page({
  path: paths.requirement,
  load: async (scope, { params }) => {
    const part = VOLUNTEER_PARTS.find((each) => each === params.part);
    const code = ASKED.find((each) => each === params.code);
    if (!part || !code) return null;
    const today = dateAt(scope.now, (await centres(scope))[0]?.zone ?? 'Europe/London');
    const now = inForceOn(await requirementsOf(scope), part, today).find((each) => each.code === code);
    return { part, code, today, now: now ?? null };
  },
  can: (actor) => mayLayDown(actor),
  audit: notSensitive('what is asked of every volunteer'),
  form: requirementForm,
  prefill: ({ now }) => requirementPrefill(now),
  submit: async (scope, value, { part, code, today }) => {
    const validMonths = value.validMonths === null ? null : Number(value.validMonths);
    await layDown(scope, { ...value, part, code, validMonths }, today);
    return {
      to: paths.requirements(),
      notice: {
        happened: `It holds from ${longDate(value.effectiveFrom, { today })} on.`,
        next: 'Sessions ahead are looked at again with it.',
      },
    };
  },
  show: (facts, view) => <RequirementPage view={view} {...facts} />,
});

export const requirementRoutes = [requirementsPage, requirementPage];
