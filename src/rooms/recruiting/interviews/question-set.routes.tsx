import { NotFound } from '#kernel/refusal.ts';
import { justAButton } from '#platform/forms/form.ts';
import { notSensitive, page, type Route } from '#platform/http/page.ts';
import { namesOfAccounts } from '#rooms/people/door.ts';
import { editQuestionSet, questionSets } from '../paths.ts';
import { mayRecruit, mayShapeRoles } from '../recruiting.policy.ts';
import { questionSetForm, typedQuestions } from './interview.form.ts';
import { changeQuestionSet, loadQuestionSets } from './question-set.commands.ts';
import { EditQuestionSetPage, QuestionSetPage } from './question-set.pages.tsx';
import { currentQuestionSet } from './question-set.queries.ts';

const NOBODY = notSensitive('The questions everybody is asked; nothing of anybody.');

/** The questions of interviews: to read, and to make a new version. */
export const questionSetRoutes: readonly Route[] = [
  page({
    path: questionSets,
    load: async (scope) => {
      const set = await currentQuestionSet(scope);
      const names = await namesOfAccounts(scope, set?.madeBy ? [set.madeBy] : []);
      return {
        set,
        mayChange: mayShapeRoles(scope.actor),
        madeBy: set?.madeBy ? (names.get(set.madeBy) ?? '') : '',
      };
    },
    can: (actor) => mayShapeRoles(actor) || mayRecruit(actor),
    audit: NOBODY,
    form: justAButton('recruiting.questions_begun'),
    show: (facts, view) => <QuestionSetPage view={view} facts={facts} />,
    submit: async (scope, _value, { mayChange }) => {
      if (!mayChange) throw new NotFound('questions');
      await loadQuestionSets(scope);
      return {
        to: questionSets(),
        notice: { happened: 'The questions are there. Read them, and change what you like.' },
      };
    },
  }),
  page({
    path: editQuestionSet,
    load: (scope) => currentQuestionSet(scope),
    can: (actor) => mayShapeRoles(actor),
    audit: NOBODY,
    version: ({ version }) => version,
    prefill: ({ content }) => typedQuestions(content.questions),
    form: ({ content }) => questionSetForm(content.questions),
    show: (set, view) => <EditQuestionSetPage view={view} set={set} />,
    submit: async (scope, content, _set, { version }) => {
      await changeQuestionSet(scope, { version, content });
      return {
        to: questionSets(),
        notice: {
          happened: 'The new version is there.',
          next: 'It holds for interviews arranged from now on.',
        },
      };
    },
  }),
];
