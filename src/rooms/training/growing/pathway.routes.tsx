import { dateAt } from '#kernel/dates.ts';
import { NotFound } from '#kernel/refusal.ts';
import { centresOf, isTeam } from '#platform/db/actor.ts';
import { dateBoxes } from '#platform/forms/fields.ts';
import { justAButton, type Typed } from '#platform/forms/form.ts';
import { action, looking, notSensitive, page, type Route } from '#platform/http/page.ts';
import { namesOfAccounts } from '#rooms/people/door.ts';
import { RECRUITS } from '#rooms/recruiting/door.ts';
import { learnerSignedIn } from '../course/learner.queries.ts';
import * as paths from '../paths.ts';
import { mayAnswerInterests, mayReadPathways, mayShapePathways } from './growing.policy.ts';
import { type InterestFacts, InterestPage, InterestsPage } from './interest.pages.tsx';
import { OutcomePage } from './outcome.pages.tsx';
import {
  answerInterest,
  keepPathway,
  noteOutcome,
  sayInterest,
  takeBackOutcome,
} from './pathway.commands.ts';
import {
  answerInterestForm,
  contentOf,
  interestForm,
  OPENINGS,
  outcomeForm,
  pathwayForm,
} from './pathway.form.ts';
import {
  type PathwayFacts,
  PathwayFormPage,
  PathwayPage,
  type PathwaysFacts,
  PathwaysPage,
} from './pathway.pages.tsx';
import {
  allPathways,
  type Interest,
  interestById,
  interestsAt,
  interestsOf,
  ownInterest,
  type Pathway,
  pathwayByCode,
} from './pathway.queries.ts';
import { outcomesFor } from './pathway.rules.ts';

const WORDS = 'the words of a way on, and one’s own interest in it';

const openingsTyped = (way: Pathway): Typed =>
  Object.assign(
    {},
    ...OPENINGS.map((at) => {
      const opening = way.content.openings[at - 1];
      return opening
        ? {
            [`opening${at}Title`]: opening.title,
            [`opening${at}Words`]: opening.words,
            ...dateBoxes(`opening${at}Until`, Temporal.PlainDate.from(opening.until)),
          }
        : {};
    }),
  );

const interestSeen = looking('training.interest_seen', ({ interest }: { interest: Interest }) => ({
  kind: 'applicant',
  id: interest.applicantId,
  centreId: interest.centreId,
}));

export const pathwayRoutes: readonly Route[] = [
  page({
    path: paths.pathways,
    load: async (scope, { organisation }): Promise<PathwaysFacts> => {
      const learner = await learnerSignedIn(scope, organisation.zone);
      return {
        ways: await allPathways(scope),
        own: learner ? await interestsOf(scope, learner.applicantId) : [],
      };
    },
    can: (actor) => mayReadPathways(actor),
    audit: notSensitive(WORDS),
    show: (facts, view) => <PathwaysPage facts={facts} view={view} />,
  }),
  page({
    path: paths.newPathway,
    load: async () => ({}),
    can: (actor) => mayShapePathways(actor),
    audit: notSensitive('an empty form'),
    prefill: () => ({ shown: 'yes' }),
    form: pathwayForm,
    submit: async (scope, typed, _facts, { organisation }) => {
      const today = dateAt(scope.now, organisation.zone);
      const code = await keepPathway(scope, {
        code: null,
        after: 0,
        kind: typed.kind,
        content: contentOf(typed, today),
        today,
      });
      return {
        to: paths.pathway({ code }),
        notice: {
          happened: 'The page is saved.',
          next: typed.shown ? 'Volunteers see it from now on.' : 'Volunteers do not see it yet.',
        },
      };
    },
    show: (_facts, view) => <PathwayFormPage way={null} view={view} />,
  }),
  page({
    path: paths.interests,
    load: (scope) => interestsAt(scope, centresOf(scope.actor, RECRUITS)),
    can: (actor) => mayAnswerInterests(actor),
    audit: looking('training.interests_listed', () => ({ kind: 'interest', id: null })),
    show: (interests, view) => <InterestsPage interests={interests} view={view} />,
  }),
  page({
    path: paths.interest,
    load: async (scope, { params, organisation }): Promise<InterestFacts | null> => {
      const interest = await interestById(scope, params.interestId);
      if (!interest) return null;
      const learner = await learnerSignedIn(scope, organisation.zone);
      return {
        interest,
        names: await namesOfAccounts(scope, interest.answeredBy ? [interest.answeredBy] : []),
        mayAnswer: learner?.applicantId !== interest.applicantId,
      };
    },
    can: (actor, { interest }) => mayAnswerInterests(actor, interest.centreId),
    audit: interestSeen,
    form: answerInterestForm,
    submit: async (scope, answer, { interest }, { origin }) => {
      await answerInterest(scope, interest.id, answer, `${origin}${paths.pathway({ code: interest.code })}`);
      return {
        to: paths.interests(),
        notice: { happened: 'Your answer is saved.', next: `${interest.who} hears of it.` },
      };
    },
    show: (facts, view) => <InterestPage facts={facts} view={view} />,
  }),
  page({
    path: paths.interestOutcome,
    load: async (scope, { params, organisation }) => {
      const interest = await ownInterest(scope, params.interestId);
      if (!interest) return null;
      const learner = await learnerSignedIn(scope, organisation.zone);
      return { interest, own: learner?.applicantId === interest.applicantId };
    },
    can: (actor, { interest, own }) => isTeam(actor) && (own || mayAnswerInterests(actor, interest.centreId)),
    audit: interestSeen,
    form: ({ interest }) => outcomeForm(outcomesFor(interest.kind)),
    submit: async (scope, said, { interest, own }, { organisation }) => {
      await noteOutcome(scope, interest.id, said, organisation.zone);
      return {
        to: own ? paths.ownRecord() : paths.interest({ interestId: interest.id }),
        notice: own
          ? { happened: 'Thank you for telling us.', next: 'It stands in your learning record.' }
          : { happened: 'It is saved.', next: 'The volunteer sees it in their own record.' },
      };
    },
    show: ({ interest, own }, view) => <OutcomePage interest={interest} own={own} view={view} />,
  }),
  action({
    path: paths.takeBackOutcome,
    load: async (scope, { params }) => {
      const interest = await interestById(scope, params.interestId);
      const outcome = interest?.outcomes.find(({ id }) => id === params.outcomeId);
      return interest && outcome ? { interest, outcome } : null;
    },
    can: (actor, { interest }) => mayAnswerInterests(actor, interest.centreId),
    audit: interestSeen,
    form: justAButton('interest-outcome-take-back'),
    submit: async (scope, _value, { interest, outcome }) => {
      await takeBackOutcome(scope, outcome.id);
      return {
        to: paths.interest({ interestId: interest.id }),
        notice: { happened: 'It is taken back.', next: 'It stays readable, and is not counted.' },
      };
    },
    back: ({ interest }) => paths.interest({ interestId: interest.id }),
  }),
  page({
    path: paths.pathway,
    load: async (scope, { params, organisation }): Promise<PathwayFacts | null> => {
      const way = await pathwayByCode(scope, params.code);
      if (!way) return null;
      const learner = await learnerSignedIn(scope, organisation.zone);
      const own = learner ? await interestsOf(scope, learner.applicantId) : [];
      if (!way.content.shown && !mayShapePathways(scope.actor)) return null;
      return { way, own: own.filter(({ code }) => code === way.code), volunteer: learner !== null };
    },
    can: (actor) => mayReadPathways(actor),
    audit: notSensitive(WORDS),
    form: interestForm,
    submit: async (scope, { words }, { way }, { organisation }) => {
      const learner = await learnerSignedIn(scope, organisation.zone);
      if (!learner) throw new NotFound('learner');
      const { applicantId, centreId } = learner;
      await sayInterest(scope, { applicantId, centreId, code: way.code, words });
      return {
        to: paths.pathway({ code: way.code }),
        notice: {
          happened: 'You are interested. Thank you for saying so.',
          next: 'Your volunteer manager comes back to you.',
        },
      };
    },
    show: (facts, view) => <PathwayPage facts={facts} view={view} />,
  }),
  page({
    path: paths.changePathway,
    load: (scope, { params }) => pathwayByCode(scope, params.code),
    can: (actor) => mayShapePathways(actor),
    audit: notSensitive('the words of a way on'),
    version: (way) => way.version,
    prefill: (way) => ({
      kind: way.kind,
      name: way.content.name,
      about: way.content.about,
      helps: way.content.helps.join('\n'),
      talkTo: way.content.talkTo,
      dates: way.content.dates,
      caution: way.content.caution?.words ?? '',
      shown: way.content.shown ? 'yes' : 'no',
      ...openingsTyped(way),
    }),
    form: pathwayForm,
    submit: async (scope, typed, way, { organisation, version }) => {
      const today = dateAt(scope.now, organisation.zone);
      await keepPathway(scope, {
        code: way.code,
        after: version,
        kind: way.kind,
        content: contentOf(typed, today),
        today,
      });
      return {
        to: paths.pathway({ code: way.code }),
        notice: {
          happened: 'The page is saved.',
          next: typed.shown ? 'Volunteers read it like this from now on.' : 'Volunteers no longer see it.',
        },
      };
    },
    show: (way, view) => <PathwayFormPage way={way} view={view} />,
  }),
];
