import { sql } from 'kysely';
import { momentAt } from '#kernel/dates.ts';
import { NotFound } from '#kernel/refusal.ts';
import { type Actor, accountOf, isTeam } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { justAButton } from '#platform/forms/form.ts';
import { looking, page, type Route } from '#platform/http/page.ts';
import { accountsAt, namesOfAccounts } from '#rooms/people/door.ts';
import { RECRUITS } from '#rooms/recruiting/door.ts';
import { learnerName } from '../outside/people.queries.ts';
import * as paths from '../paths.ts';
import { syllabus } from '../syllabus/syllabus.queries.ts';
import { callOffCatchUp, catchUpDone, type Offer, offerCatchUp, stillToCome } from './catch-up.commands.ts';
import { type CatchUpFacts, CatchUpPage, type OfferFacts, OfferPage } from './catch-up.pages.tsx';
import { offerForm, oneToOne, whyForm } from './cohort.form.ts';
import { mayPlanCohorts } from './cohort.policy.ts';
import { cohortById } from './cohort.queries.ts';
import { traineeNamed } from './learner.queries.ts';
import { WhyPage } from './places.pages.tsx';
import { catchUpById, catchUpsOf, isOpen } from './progress.queries.ts';

const offerFacts = async (
  scope: Scope,
  params: { readonly cohortId: string; readonly applicantId: string; readonly unitCode: string },
): Promise<OfferFacts | null> => {
  const cohort = await cohortById(scope, params.cohortId);
  const from = cohort && (await syllabus(scope, cohort.syllabusId));
  const unit = from?.content.units.find(({ code }) => code === params.unitCode);
  const who = await learnerName(scope, params.applicantId);
  if (!cohort || !from || !unit || !who) return null;
  const team = await accountsAt(scope, cohort.centreId, [...RECRUITS, 'practitioner', 'peer_supporter']);
  const leads = (accountId: string) => cohort.trainers.includes(accountId);
  const catchUps = await catchUpsOf(scope, { applicantId: params.applicantId });
  return {
    cohort,
    unit,
    applicantId: who.applicantId,
    name: who.name,
    elsewhere: await stillToCome(scope, {
      cohortId: cohort.id,
      syllabusCode: from.code,
      unitCode: unit.code,
    }),
    team: team.filter(({ accountId, role }) => leads(accountId) || RECRUITS.includes(role)),
    open: catchUps.find((each) => each.unitCode === unit.code && isOpen(each)) ?? null,
  };
};

const catchUpFacts = async (scope: Scope, id: string): Promise<CatchUpFacts | null> => {
  const catchUp = await catchUpById(scope, id);
  if (!catchUp) return null;
  const { rows } = await sql<{ syllabus_id: string; zone: string; cohort_name: string; trainee: string }>`
    select * from training.catch_up_counts_for(${id})`.execute(scope.tx);
  const [counts] = rows;
  const from = counts && (await syllabus(scope, counts.syllabus_id));
  const unit = from?.content.units.find(({ code }) => code === catchUp.unitCode);
  if (!counts || !from || !unit) return null;
  const names = await namesOfAccounts(scope, catchUp.withAccount ? [catchUp.withAccount] : []);
  return {
    catchUp,
    unit,
    syllabusId: from.id,
    name: counts.trainee,
    zone: counts.zone,
    cohortName: counts.cohort_name,
    withName: names.get(catchUp.withAccount ?? '') ?? null,
    mayPlan: mayPlanCohorts(scope.actor, catchUp.centreId),
    mayOpenLearner: (await traineeNamed(scope, catchUp.applicantId)) !== null,
  };
};

// Who is let through here: those of the centre, and whoever meets the trainee. A trainee has a page of their own.
const mayHold = (actor: Actor, { catchUp, mayPlan }: CatchUpFacts): boolean =>
  mayPlan ||
  mayPlanCohorts(actor, catchUp.heldAtCentreId) ||
  (isTeam(actor) && catchUp.withAccount === accountOf(actor));

const seen = looking('training.catch_up_seen', ({ catchUp }: CatchUpFacts) => ({
  kind: 'applicant',
  id: catchUp.applicantId,
  centreId: catchUp.centreId,
}));

export const catchUpRoutes: readonly Route[] = [
  page({
    path: paths.offerCatchUp,
    load: (scope, { params }) => offerFacts(scope, params),
    can: (actor, { cohort }) => mayPlanCohorts(actor, cohort.centreId),
    audit: looking('training.catch_up_seen', ({ applicantId, cohort }: OfferFacts) => ({
      kind: 'applicant',
      id: applicantId,
      centreId: cohort.centreId,
    })),
    prefill: ({ unit }) => ({ minutes: String(unit.minutes) }),
    form: ({ elsewhere, team }) =>
      offerForm({
        ways: elsewhere.map(({ meetingId }) => meetingId),
        team: team.map(({ accountId }) => accountId),
      }),
    submit: async (scope, value, facts, { typed }) => {
      const offer = ((): Offer => {
        if (value.way !== 'one_to_one') return { how: 'elsewhere', meetingId: value.way };
        // The form has looked at these answers already; here they become what they mean.
        const read = oneToOne(facts.team.map(({ accountId }) => accountId)).parse(typed);
        if (!read.ok) throw new NotFound('unit');
        const { day, time, ...rest } = read.value;
        return { how: 'one_to_one', ...rest, startsAt: momentAt(day, time, facts.cohort.zone) };
      })();
      await offerCatchUp(scope, {
        cohortId: facts.cohort.id,
        applicantId: facts.applicantId,
        unitCode: facts.unit.code,
        offer,
      });
      return {
        to: paths.cohort({ cohortId: facts.cohort.id }),
        notice: { happened: 'The catch-up is offered.', next: 'They are being told, and can say yes.' },
      };
    },
    show: (facts, view) => <OfferPage facts={facts} view={view} />,
  }),
  page({
    path: paths.catchUp,
    load: (scope, { params }) => catchUpFacts(scope, params.catchUpId),
    can: mayHold,
    audit: seen,
    form: justAButton('catch-up-done'),
    submit: async (scope, _, { catchUp }) => {
      await catchUpDone(scope, catchUp.id);
      return {
        to: paths.catchUp({ catchUpId: catchUp.id }),
        notice: {
          happened: 'Done. The unit counts for them.',
          next: 'Their certificate is on their own page.',
        },
      };
    },
    show: (facts, view) => <CatchUpPage facts={facts} view={view} />,
  }),
  page({
    path: paths.callOffCatchUp,
    load: (scope, { params }) => catchUpFacts(scope, params.catchUpId),
    can: mayHold,
    audit: seen,
    form: whyForm('catch-up-off', 'Say in a few words why it does not take place.'),
    submit: async (scope, { why }, { catchUp }) => {
      await callOffCatchUp(scope, catchUp.id, why);
      return {
        to: paths.catchUp({ catchUpId: catchUp.id }),
        notice: { happened: 'Written down.', next: 'The unit waits for another time. That is our move.' },
      };
    },
    show: ({ catchUp, name }, view) => (
      <WhyPage
        view={view}
        title="The catch-up does not take place"
        lede={`${name} is told, if it was still to come. You can offer another time afterwards.`}
        label="Why? They may read this."
        button="It does not take place"
        back={{ href: paths.catchUp({ catchUpId: catchUp.id }), label: 'The catch-up' }}
      />
    ),
  }),
];
