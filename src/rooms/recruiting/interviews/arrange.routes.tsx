import { momentAt } from '#kernel/dates.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { dateBoxes } from '#platform/forms/fields.ts';
import { action, looking, page, type Route } from '#platform/http/page.ts';
import { accountsAt, namesOfAccounts } from '#rooms/people/door.ts';
import { clockTime } from '#ui/times.ts';
import { applicationInterview, arrangeInterview as arrangePath, cancelInterview } from '../paths.ts';
import { mayRecruit, RECRUITS } from '../recruiting.policy.ts';
import { applicationOf } from '../route/application.queries.ts';
import {
  ApplicationInterviewPage,
  type ArrangeFacts,
  ArrangePage,
  type InterviewOfApplication,
} from './arrange.pages.tsx';
import { arrangeInterview, callOffInterview, interviewOpen, openInterview } from './interview.commands.ts';
import { arrangeForm, callOffForm } from './interview.form.ts';
import { bothScored, interviewsFor, outcomeOf, tooCloseForPanel } from './interview.queries.ts';

const loadInterview = async (scope: Scope, applicationId: string): Promise<InterviewOfApplication | null> => {
  const application = await applicationOf(scope, applicationId);
  if (!application) return null;
  const all = await interviewsFor(scope, applicationId);
  const there = openInterview(all);
  const closed = all.find(({ closedAt }) => closedAt !== null);
  const outcome = closed ? await outcomeOf(scope, closed.id) : null;
  return {
    application,
    open: interviewOpen(application),
    there,
    both: there !== null && (await bothScored(scope, there.id)),
    mine: there?.panel.includes(accountOf(scope.actor) ?? '') ?? false,
    past: all.filter((each) => each !== there),
    outcome,
    names: await namesOfAccounts(scope, [
      ...all.flatMap(({ panel }) => panel),
      ...(outcome ? [outcome.decidedBy] : []),
    ]),
  };
};

const loadArranging = async (scope: Scope, applicationId: string): Promise<ArrangeFacts | null> => {
  const application = await applicationOf(scope, applicationId);
  if (!application || !interviewOpen(application)) return null;
  const held = await accountsAt(scope, application.centreId, [...RECRUITS, 'practitioner']);
  const team = new Map<string, { accountId: string; name: string; recruits: boolean }>();
  for (const { accountId, name, role } of held)
    team.set(accountId, {
      accountId,
      name,
      recruits: RECRUITS.includes(role) || (team.get(accountId)?.recruits ?? false),
    });
  const close = await tooCloseForPanel(scope, applicationId, [...team.keys()]);
  const all = [...team.values()];
  return {
    application,
    there: openInterview(await interviewsFor(scope, applicationId)),
    team: all.filter(({ accountId }) => !close.has(accountId)),
    tooClose: all.filter(({ accountId }) => close.has(accountId)).map(({ name }) => name),
  };
};

const at = ({ application }: { readonly application: { readonly id: string } }) => ({
  applicationId: application.id,
});
const seen = <F extends { readonly application: { readonly id: string; readonly centreId: string } }>(
  verb: string,
) =>
  looking<F>(verb, ({ application }) => ({
    kind: 'application',
    id: application.id,
    centreId: application.centreId,
  }));

/** The interview of an application, for those who recruit: arrange, move, call off. */
export const arrangeRoutes: readonly Route[] = [
  page({
    path: applicationInterview,
    load: (scope, { params }) => loadInterview(scope, params.applicationId),
    can: (actor, { application }) => mayRecruit(actor, application.centreId),
    audit: seen<InterviewOfApplication>('recruiting.interview_seen'),
    show: (facts, view) => <ApplicationInterviewPage view={view} facts={facts} />,
  }),
  page({
    path: arrangePath,
    load: (scope, { params }) => loadArranging(scope, params.applicationId),
    can: (actor, { application }) => mayRecruit(actor, application.centreId),
    audit: seen<ArrangeFacts>('recruiting.interview_seen'),
    version: ({ there }) => there?.version ?? 0,
    prefill: ({ application, there }) => {
      const start = there?.startsAt.toZonedDateTimeISO(application.zone);
      return {
        ...dateBoxes('day', start?.toPlainDate() ?? null),
        time: start ? clockTime(start.toPlainTime()) : '',
        minutes: String(there?.minutes ?? 45),
        way: there?.way ?? '',
        place: there?.place ?? '',
        first: there?.panel[0] ?? '',
        second: there?.panel[1] ?? '',
        adjustments: there?.adjustments ?? '',
      };
    },
    form: ({ team }) => arrangeForm(team.map(({ accountId }) => accountId)),
    show: (facts, view) => <ArrangePage view={view} facts={facts} />,
    submit: async (scope, typed, facts, { version }) => {
      const { day, time, first, second, ...rest } = typed;
      await arrangeInterview(scope, {
        ...rest,
        applicationId: facts.application.id,
        startsAt: momentAt(day, time, facts.application.zone),
        panel: [first, second],
        version,
      });
      return {
        to: applicationInterview(at(facts)),
        notice: {
          happened: facts.there ? 'The interview is changed.' : 'The interview is arranged.',
          next: 'The applicant and the two are being written to.',
        },
      };
    },
  }),
  action({
    path: cancelInterview,
    load: (scope, { params }) => loadInterview(scope, params.applicationId),
    can: (actor, { application }) => mayRecruit(actor, application.centreId),
    audit: seen<InterviewOfApplication>('recruiting.interview_seen'),
    form: callOffForm,
    back: (facts) => applicationInterview(at(facts)),
    submit: async (scope, { why }, facts) => {
      await callOffInterview(scope, { applicationId: facts.application.id, why });
      return {
        to: applicationInterview(at(facts)),
        notice: {
          happened: 'Called off.',
          next: 'The applicant has been written to. It is our move to find another time.',
        },
      };
    },
  }),
];
