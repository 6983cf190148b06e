import { dateAt } from '#kernel/dates.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { looking, page, type Route } from '#platform/http/page.ts';
import { creditPast } from '../credentials/award.commands.ts';
import { learnerName } from '../outside/people.queries.ts';
import * as paths from '../paths.ts';
import { practiceFacts } from '../practice/sign-off.queries.ts';
import { creditForm } from './cohort.form.ts';
import { mayPlanCohorts } from './cohort.policy.ts';
import { type CreditFacts, CreditPastPage, type LearnerFacts, LearnerPage } from './learner.pages.tsx';
import { traineeNamed, trainingOf } from './learner.queries.ts';

const learnerFacts = async (scope: Scope, applicantId: string): Promise<LearnerFacts | null> => {
  const learner = await traineeNamed(scope, applicantId);
  if (!learner) return null;
  const mayPlan = mayPlanCohorts(scope.actor, learner.centreId);
  return {
    learner,
    training: await trainingOf(scope, applicantId, learner.zone),
    mayPlan,
    me: accountOf(scope.actor),
    practice: mayPlan ? await practiceFacts(scope, applicantId) : null,
  };
};

const seen = looking('training.learner_seen', ({ learner }: Pick<LearnerFacts, 'learner'>) => ({
  kind: 'applicant',
  id: learner.applicantId,
  centreId: learner.centreId,
}));

export const learnerRoutes: readonly Route[] = [
  page({
    path: paths.learner,
    load: (scope, { params }) => learnerFacts(scope, params.applicantId),
    // Whom it may show is decided where the name is found: nobody else gets so far.
    can: (_, { learner }) => learner.name !== '',
    audit: seen,
    show: (facts, view) => <LearnerPage facts={facts} view={view} />,
  }),
  page({
    path: paths.creditPast,
    load: async (scope, { params }): Promise<CreditFacts | null> => {
      const learner = await learnerName(scope, params.applicantId);
      return learner && { learner, training: await trainingOf(scope, learner.applicantId, learner.zone) };
    },
    can: (actor, { learner }) => mayPlanCohorts(actor, learner.centreId),
    audit: seen,
    form: ({ training }) => creditForm(training.cells.map(({ unitCode }) => unitCode)),
    submit: async (scope, said, { learner, training }) => {
      if (!training.syllabus) throw new NotFound('syllabus');
      if (Temporal.PlainDate.compare(said.earnedOn, dateAt(scope.now, learner.zone)) > 0)
        throw new Refusal('Enter a day that has been, not one to come.', 'earnedOn');
      await creditPast(scope, {
        applicantId: learner.applicantId,
        centreId: learner.centreId,
        syllabusId: training.syllabus.id,
        ...said,
      });
      return {
        to: paths.learner({ applicantId: learner.applicantId }),
        notice: { happened: 'The units are credited.', next: 'Their certificates are on their own page.' },
      };
    },
    show: (facts, view) => <CreditPastPage facts={facts} view={view} />,
  }),
];
