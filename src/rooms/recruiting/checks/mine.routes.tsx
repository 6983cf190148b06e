import { dateAt } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { oneOf } from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';
import { anyone, notSensitive, page, type Route } from '#platform/http/page.ts';
import { mineCheck } from '../paths.ts';
import { applicationBySecret } from '../route/application.queries.ts';
import { isLive, isOver } from '../route/application.rules.ts';
import { heardFrom } from '../route/heard.commands.ts';
import { passMove } from '../route/steps.commands.ts';
import { checksOf } from './check.queries.ts';
import { checkState } from './check.rules.ts';
import { decisionsAbout } from './eligibility.queries.ts';
import { decisionOn } from './eligibility.rules.ts';
import { type OwnCheck, OwnCheckPage, type OwnStand } from './mine.pages.tsx';

const ownCheck = async (scope: Scope, secret: string): Promise<OwnCheck | null> => {
  const application = await applicationBySecret(scope, secret);
  if (!application) return null;
  const [check] = await checksOf(scope, [application.applicantId]);
  const decision = decisionOn(
    await decisionsAbout(scope, application.profile.code),
    dateAt(scope.now, application.zone),
  );
  const step = application.steps.find((each) => each.code === 'check');
  const state = check ? checkState(check, check.disclosure?.decision ?? null) : null;
  const at = (): OwnStand => {
    if (step && isOver(step)) return decision?.level === 'none' && !check ? 'none' : 'done';
    if (!isLive(application.state)) return 'ended';
    if (application.state === 'paused') return 'resting';
    if (decision?.level === 'none' && !check) return 'none';
    if (!step) return 'before';
    if (state === 'weighed') return 'weighed';
    return state === 'asked' && step.mover === 'applicant' ? 'theirs' : 'ours';
  };
  const asked = state === 'asked';
  const level = check && asked ? check.level : decision?.level;
  return {
    application,
    secret,
    at: at(),
    asked,
    level: level === 'none' || level === undefined ? null : level,
  };
};

/** The applicant's own page about their check: what happens, what to bring, and "it came". It never says what a certificate says. */
export const mineCheckRoutes: readonly Route[] = [
  page({
    path: mineCheck,
    load: (scope, { params }) => ownCheck(scope, params.secret),
    errand: 'an applicant reads about their check, or says that the certificate came',
    can: anyone,
    audit: notSensitive('the applicant’s own page, by a link only they have'),
    form: form('recruiting.certificate_came', {
      what: oneOf(['came', 'brought'], 'Say whether it came, or whether you brought it.'),
    }),
    show: (facts, view) => <OwnCheckPage view={view} facts={facts} />,
    submit: async (scope, { what }, { application, secret, at }) => {
      if (at !== 'theirs') throw new Refusal('It is our move already. We write to you.');
      await passMove(scope, { applicationId: application.id, code: 'check', mover: 'us' });
      await heardFrom(scope, application.id);
      await scope.audit('recruiting.certificate_came', {
        kind: 'application',
        id: application.id,
        centreId: application.centreId,
      });
      return {
        to: mineCheck({ secret }),
        notice: {
          happened: 'Thank you. We know now.',
          next:
            what === 'came'
              ? 'Somebody finds a time to look at it with you. Keep the paper until then.'
              : 'Somebody looks at it, and the step is done when they have.',
        },
      };
    },
  }),
];
