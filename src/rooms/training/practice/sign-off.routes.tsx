import type { Scope } from '#platform/db/as-actor.ts';
import { looking, page, type Route } from '#platform/http/page.ts';
import { awardsOf } from '../credentials/award.queries.ts';
import * as paths from '../paths.ts';
import { lastYesForm, signForm, whyForm } from './practice.form.ts';
import { maySayTheLastYes, maySignOff } from './practice.policy.ts';
import { type LearnerKnown, learnersNamed } from './practice.queries.ts';
import { sayTheLastYes, signCompetencies, takeBackCompetency, takeBackLastYes } from './sign-off.commands.ts';
import { LastYesPage, type SignOffFacts, SignOffPage, TakeBackPage } from './sign-off.pages.tsx';
import { practiceFacts } from './sign-off.queries.ts';

const learnerOf = async (scope: Scope, applicantId: string): Promise<LearnerKnown | null> =>
  (await learnersNamed(scope, [applicantId])).get(applicantId) ?? null;

const signOffFacts = async (scope: Scope, applicantId: string): Promise<SignOffFacts | null> => {
  const learner = await learnerOf(scope, applicantId);
  if (!learner) return null;
  const facts = await practiceFacts(scope, applicantId);
  const awards = await awardsOf(scope, [applicantId]);
  return {
    ...facts,
    learner,
    looksAfter: maySayTheLastYes(scope.actor, learner),
    units: awards.filter(({ kind }) => kind === 'unit').map(({ code, title }) => ({ code, title })),
  };
};

const ofLearner = ({ learner }: { learner: LearnerKnown }) => ({
  kind: 'applicant',
  id: learner.applicantId,
  centreId: learner.centreId,
});

interface TakeBackFacts {
  readonly learner: LearnerKnown;
  readonly code: string;
  readonly what: string;
}

export const signOffRoutes: readonly Route[] = [
  page({
    path: paths.signOff,
    load: (scope, { params }) => signOffFacts(scope, params.applicantId),
    can: (actor, { learner }) => maySignOff(actor, learner),
    audit: looking('training.sign_off_seen', (facts: SignOffFacts) => ofLearner(facts)),
    form: ({ missing, practices, units }) =>
      signForm(
        missing.competencies.map(({ code }) => code),
        practices.map(({ id }) => id),
        units.map(({ code }) => code),
      ),
    submit: async (scope, said, { learner }) => {
      await signCompetencies(scope, { ...said, applicantId: learner.applicantId });
      return {
        to: paths.signOff({ applicantId: learner.applicantId }),
        notice: { happened: 'It is signed off in your name.', next: 'They see it on their page.' },
      };
    },
    show: (facts, view) => <SignOffPage facts={facts} view={view} />,
  }),
  page({
    path: paths.lastYes,
    load: (scope, { params }) => signOffFacts(scope, params.applicantId),
    can: (actor, { learner }) => maySayTheLastYes(actor, learner),
    audit: looking('training.sign_off_seen', (facts: SignOffFacts) => ofLearner(facts)),
    form: lastYesForm,
    submit: async (scope, { words, withoutPracticeWhy }, { learner }) => {
      await sayTheLastYes(scope, {
        applicantId: learner.applicantId,
        words,
        withoutPracticeWhy: withoutPracticeWhy || null,
      });
      return {
        to: paths.signOff({ applicantId: learner.applicantId }),
        notice: {
          happened: 'They have the last yes.',
          next: 'If everything else that is asked of them is there, they can be put on a rota now.',
        },
      };
    },
    show: (facts, view) => <LastYesPage facts={facts} view={view} />,
  }),
  page({
    path: paths.takeBackLastYes,
    load: async (scope, { params }) => {
      const facts = await signOffFacts(scope, params.applicantId);
      return facts?.lastYes ? facts : null;
    },
    can: (actor, { learner }) => maySayTheLastYes(actor, learner),
    audit: looking('training.sign_off_seen', (facts: SignOffFacts) => ofLearner(facts)),
    form: whyForm,
    submit: async (scope, { why }, { learner }) => {
      await takeBackLastYes(scope, { applicantId: learner.applicantId, why });
      return {
        to: paths.signOff({ applicantId: learner.applicantId }),
        notice: {
          happened: 'The last yes is taken back.',
          next: 'They are put on no new session until it is given again.',
        },
      };
    },
    show: ({ learner }, view) => <TakeBackPage learner={learner} what="the last yes" view={view} />,
  }),
  page({
    path: paths.takeBackCompetency,
    load: async (scope, { params }): Promise<TakeBackFacts | null> => {
      const facts = await signOffFacts(scope, params.applicantId);
      const what = facts?.asked.competencies.find(({ code }) => code === params.code)?.name;
      return facts && what && facts.signed.some(({ code }) => code === params.code)
        ? { learner: facts.learner, code: params.code, what }
        : null;
    },
    can: (actor, { learner }) => maySignOff(actor, learner),
    audit: looking('training.sign_off_seen', (facts: TakeBackFacts) => ofLearner(facts)),
    form: whyForm,
    submit: async (scope, { why }, { learner, code }) => {
      await takeBackCompetency(scope, { applicantId: learner.applicantId, code, why });
      return {
        to: paths.signOff({ applicantId: learner.applicantId }),
        notice: { happened: 'It is taken back.', next: 'Talk with them, and sign it again when it is time.' },
      };
    },
    show: ({ learner, what }, view) => <TakeBackPage learner={learner} what={what} view={view} />,
  }),
];
