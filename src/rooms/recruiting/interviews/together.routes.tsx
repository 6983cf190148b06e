import { NotFound } from '#kernel/refusal.ts';
import { isTeam } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { looking, page, type Route } from '#platform/http/page.ts';
import { namesOfAccounts } from '#rooms/people/door.ts';
import { applicationInterview, applicationMove, interviewTogether } from '../paths.ts';
import { mayRecruit } from '../recruiting.policy.ts';
import { applicationOf } from '../route/application.queries.ts';
import { agreedToBegin, agreementOf } from './agreement.rules.ts';
import { decideForm } from './interview.form.ts';
import { interviewOf, metByPanel, outcomeOf, scoresOf } from './interview.queries.ts';
import { decideInterview } from './outcome.commands.ts';
import { questionSetOf } from './question-set.queries.ts';
import { type TogetherFacts, TogetherPage } from './together.pages.tsx';

const load = async (scope: Scope, interviewId: string): Promise<TogetherFacts | null> => {
  const interview = await interviewOf(scope, interviewId);
  if (!interview || interview.cancelledAt) return null;
  const decides = mayRecruit(scope.actor, interview.centreId);
  const application = decides ? await applicationOf(scope, interview.applicationId) : null;
  const who = application ?? (await metByPanel(scope, interviewId))[0];
  if (!who) return null;
  const questions = (await questionSetOf(scope, interview.questionSetId))?.content.questions ?? [];
  const sheets = (await scoresOf(scope, interviewId)).filter(
    (sheet) => sheet.doneAt !== null && interview.panel.includes(sheet.accountId),
  );
  const names = await namesOfAccounts(scope, interview.panel);
  const [one, other] = interview.panel.map((account) =>
    sheets.find(({ accountId }) => accountId === account),
  );
  const both = one !== undefined && other !== undefined;
  return {
    interview,
    name: who.name,
    calledName: who.calledName,
    questions,
    both,
    sheets: both
      ? [one, other].map((sheet) => ({ ...sheet, name: names.get(sheet.accountId) ?? 'A colleague' }))
      : [],
    agreement: both ? agreementOf(questions, one.scores, other.scores) : null,
    outcome: decides ? await outcomeOf(scope, interviewId) : null,
    neededNow: new Set(
      application?.profile.content.attributes.filter(({ when }) => when === 'now').map(({ code }) => code) ??
        [],
    ),
    decides,
  };
};

/** Both have scored: what they heard side by side, and what they decide. */
export const togetherRoutes: readonly Route[] = [
  page({
    path: interviewTogether,
    load: (scope, { params }) => load(scope, params.interviewId),
    can: isTeam,
    audit: looking('recruiting.scores_seen', ({ interview }: TogetherFacts) => ({
      kind: 'interview',
      id: interview.id,
      centreId: interview.centreId,
    })),
    version: ({ interview }) => interview.version,
    prefill: ({ agreement }) =>
      Object.fromEntries(
        Object.entries(agreedToBegin(agreement?.lines ?? [])).map(([code, score]) => [
          `agreed_${code}`,
          String(score),
        ]),
      ),
    form: ({ questions }) => decideForm(questions),
    show: (facts, view) => <TogetherPage view={view} facts={facts} />,
    submit: async (scope, decided, { interview, decides }, { version }) => {
      if (!decides) throw new NotFound('interview');
      await decideInterview(scope, { interviewId: interview.id, ...decided, version });
      const at = { applicationId: interview.applicationId };
      return {
        to:
          decided.decision === 'no'
            ? applicationMove({ ...at, verb: 'decline' }, { reason: 'values' })
            : applicationInterview(at),
        notice: {
          happened: 'The decision is written down.',
          next: {
            yes: 'The interview is done.',
            not_now: 'The application rests, and your words are on their way.',
            no: 'Now write the letter that says so. Your words for the applicant are on the page of the interview.',
          }[decided.decision],
        },
      };
    },
  }),
];
