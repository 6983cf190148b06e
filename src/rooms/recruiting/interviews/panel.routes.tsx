import { accountOf, isTeam } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { justAButton } from '#platform/forms/form.ts';
import { looking, page, type Route } from '#platform/http/page.ts';
import { namesOfAccounts } from '#rooms/people/door.ts';
import { interview as interviewPath, interviewQuestion, interviews } from '../paths.ts';
import { questionAfter } from './agreement.rules.ts';
import { scoreForm } from './interview.form.ts';
import { bothScored, interviewOf, metByPanel, scoresOf } from './interview.queries.ts';
import { OwnInterviewsPage, type PanelFacts, PanelPage, QuestionPage } from './panel.pages.tsx';
import { questionSetOf } from './question-set.queries.ts';
import { finishScoring, noteScore } from './score.commands.ts';
import { interviewsOf, type OwnInterview } from './waiting.queries.ts';

const loadPanel = async (scope: Scope, interviewId: string): Promise<PanelFacts | null> => {
  const account = accountOf(scope.actor);
  const [met] = await metByPanel(scope, interviewId);
  const interview = met ? await interviewOf(scope, interviewId) : null;
  if (!met || !interview || account === null) return null;
  const set = await questionSetOf(scope, interview.questionSetId);
  const other = interview.panel.find((each) => each !== account) ?? '';
  return {
    interview,
    met,
    questions: set?.content.questions ?? [],
    own: (await scoresOf(scope, interviewId)).find(({ accountId }) => accountId === account) ?? null,
    both: await bothScored(scope, interviewId),
    otherName: (await namesOfAccounts(scope, [other])).get(other) ?? 'a colleague',
  };
};

const seen = looking<PanelFacts>('recruiting.panel_seen', ({ interview }) => ({
  kind: 'interview',
  id: interview.id,
  centreId: interview.centreId,
}));

/** For the two who hold an interview: whom they meet, the questions one after another, their own scores. */
export const panelRoutes: readonly Route[] = [
  page({
    path: interviews,
    load: (scope): Promise<readonly OwnInterview[]> => interviewsOf(scope),
    can: isTeam,
    audit: looking('recruiting.own_interviews_listed', () => ({ kind: 'interview', id: null })),
    show: (own, view) => <OwnInterviewsPage view={view} own={own} />,
  }),
  page({
    path: interviewPath,
    load: (scope, { params }) => loadPanel(scope, params.interviewId),
    can: isTeam,
    audit: seen,
    form: justAButton('recruiting.interview_finished'),
    show: (facts, view) => <PanelPage view={view} facts={facts} />,
    submit: async (scope, _value, { interview, otherName }) => {
      await finishScoring(scope, interview.id);
      return {
        to: interviewPath({ interviewId: interview.id }),
        notice: {
          happened: 'Your scores are in.',
          next: `When ${otherName} has finished as well, you see each other’s.`,
        },
      };
    },
  }),
  page({
    path: interviewQuestion,
    load: async (scope, { params }) => {
      const panel = await loadPanel(scope, params.interviewId);
      const question = panel?.questions.find(({ code }) => code === params.question);
      return panel && question ? { panel, question } : null;
    },
    can: isTeam,
    audit: looking('recruiting.panel_seen', ({ panel }: { panel: PanelFacts }) => ({
      kind: 'interview',
      id: panel.interview.id,
      centreId: panel.interview.centreId,
    })),
    prefill: ({ panel, question }) => ({
      score: String(panel.own?.scores[question.code] ?? ''),
      words: panel.own?.words[question.code] ?? '',
    }),
    form: scoreForm,
    show: ({ panel, question }, view) => <QuestionPage view={view} facts={panel} question={question} />,
    submit: async (scope, noted, { panel, question }) => {
      const interviewId = panel.interview.id;
      await noteScore(scope, { interviewId, code: question.code, ...noted });
      const next = questionAfter(panel.questions, question.code);
      return {
        to: next ? interviewQuestion({ interviewId, question: next.code }) : interviewPath({ interviewId }),
      };
    },
  }),
];
