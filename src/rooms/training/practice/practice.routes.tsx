import { dateAt } from '#kernel/dates.ts';
import { accountOf, CARE_OF_FAMILIES, isTeam } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { looking, page, type Route } from '#platform/http/page.ts';
import { accountsAt, namesOfAccounts } from '#rooms/people/door.ts';
import { learnerSignedIn } from '../course/learner.queries.ts';
import * as paths from '../paths.ts';
import { syllabusFor } from '../syllabus/syllabus.queries.ts';
import { OwnPracticePage, ReflectionPage } from './own.pages.tsx';
import { addEarlierPractice, didNotHappen } from './practice.commands.ts';
import {
  earlierForm,
  reflectionForm,
  seenField,
  seenForm,
  seenWordsField,
  whyForm,
} from './practice.form.ts';
import {
  DidNotHappenPage,
  type EarlierFacts,
  EarlierPage,
  type WriteFacts,
  WritePage,
} from './practice.pages.tsx';
import { maySayTheLastYes, maySignOff, mayWriteAbout } from './practice.policy.ts';
import { learnersNamed, type Practice, practiceById } from './practice.queries.ts';
import { onTheJob } from './practice.rules.ts';
import { type PracticeFacts, practiceFacts } from './sign-off.queries.ts';
import { writeReflection, writeWhatWasSeen } from './written.commands.ts';

const NOTHING = { accountId: null, own: true };

const writeFacts = async (scope: Scope, practice: Practice, zone: string): Promise<WriteFacts | null> => {
  const { actor } = scope;
  const named = (await learnersNamed(scope, [practice.applicantId])).get(practice.applicantId);
  // Nobody reads recruiting's row about themselves: on their own page they need no name.
  const learner =
    named ??
    (practice.own
      ? { ...NOTHING, applicantId: practice.applicantId, centreId: practice.centreId, name: '', zone }
      : null);
  if (!learner) return null;
  const syllabus = await syllabusFor(scope);
  const names = await namesOfAccounts(
    scope,
    [practice.alongsideId, practice.observedBy].filter((each) => each !== null),
  );
  const nameOf = (id: string | null) => (id === null ? '' : (names.get(id) ?? 'somebody of the team'));
  return {
    practice,
    learner,
    competencies: syllabus ? onTheJob(syllabus.content).competencies : [],
    beside: nameOf(practice.alongsideId) || practice.alongsideWords,
    writer: practice.observedBy === null ? null : nameOf(practice.observedBy),
    hasCome: Temporal.PlainDate.compare(practice.on, dateAt(scope.now, learner.zone)) <= 0,
    theirs: mayWriteAbout(actor, practice),
    mayWrite:
      mayWriteAbout(actor, practice) &&
      practice.didNotHappenAt === null &&
      (practice.observedBy === null || practice.observedBy === accountOf(actor)),
    looksAfter: maySayTheLastYes(actor, learner),
    maySign: maySignOff(actor, learner),
  };
};

const ofPractice = ({ practice }: { practice: Practice }) => ({
  kind: 'applicant',
  id: practice.applicantId,
  centreId: practice.centreId,
});

const othersPractice = async (scope: Scope, practiceId: string, zone: string): Promise<WriteFacts | null> => {
  const practice = await practiceById(scope, practiceId);
  return practice && !practice.own ? writeFacts(scope, practice, zone) : null;
};

const versionOf = ({ practice }: WriteFacts) => practice.version;

export const practiceRoutes: readonly Route[] = [
  page({
    path: paths.practice,
    load: (scope, { params, organisation }) => othersPractice(scope, params.practiceId, organisation.zone),
    can: (_, { theirs, maySign }) => theirs || maySign,
    audit: looking('training.practice_seen', (facts: WriteFacts) => ofPractice(facts)),
    form: ({ competencies }) => seenForm(competencies),
    prefill: ({ practice }) => ({
      words: practice.observerWords,
      ...Object.fromEntries(
        practice.seen.flatMap(({ code, seen, words }) => [
          [seenField(code), seen],
          [seenWordsField(code), words],
        ]),
      ),
    }),
    version: versionOf,
    submit: async (scope, said, { practice }, { version }) => {
      await writeWhatWasSeen(scope, { ...said, practiceId: practice.id, version });
      return {
        to: paths.practice({ practiceId: practice.id }),
        notice: {
          happened: 'What you saw is saved.',
          next: 'They read it on their page, and those who sign them off read it too.',
        },
      };
    },
    show: (facts, view) => <WritePage facts={facts} view={view} />,
  }),
  page({
    path: paths.practiceDidNotHappen,
    load: async (scope, { params, organisation }) => {
      const facts = await othersPractice(scope, params.practiceId, organisation.zone);
      return facts?.practice.happenedAt === null && facts.practice.didNotHappenAt === null ? facts : null;
    },
    can: (actor, { practice }) => mayWriteAbout(actor, practice),
    audit: looking('training.practice_seen', (facts: WriteFacts) => ofPractice(facts)),
    form: whyForm,
    version: versionOf,
    submit: async (scope, { why }, { practice }, { version }) => {
      await didNotHappen(scope, { practiceId: practice.id, why, version });
      return {
        to: paths.practice({ practiceId: practice.id }),
        notice: {
          happened: 'It is written down that it did not happen.',
          next: 'Plan another one together.',
        },
      };
    },
    show: (facts, view) => <DidNotHappenPage facts={facts} view={view} />,
  }),
  page({
    path: paths.addPractice,
    load: async (scope, { params }): Promise<EarlierFacts | null> => {
      const learner = (await learnersNamed(scope, [params.applicantId])).get(params.applicantId);
      if (!learner || learner.own) return null;
      const accounts = await accountsAt(scope, learner.centreId, [...CARE_OF_FAMILIES, 'peer_supporter']);
      const team = new Map(accounts.map(({ accountId, name }) => [accountId, { accountId, name }]));
      if (learner.accountId !== null) team.delete(learner.accountId);
      return { learner, team: [...team.values()] };
    },
    can: (actor, { learner }) => maySayTheLastYes(actor, learner),
    audit: looking('training.practice_seen', ({ learner }: EarlierFacts) => ({
      kind: 'applicant',
      id: learner.applicantId,
      centreId: learner.centreId,
    })),
    form: ({ team }) => earlierForm(team.map(({ accountId }) => accountId)),
    submit: async (scope, { alongside, ...told }, { learner }) => {
      await addEarlierPractice(scope, {
        ...told,
        applicantId: learner.applicantId,
        alongsideAccountId: alongside,
        alongsideWords: alongside === null ? told.alongsideWords : '',
      });
      return {
        to: paths.signOff({ applicantId: learner.applicantId }),
        notice: {
          happened: 'It is added, and it counts.',
          next: 'Whoever was there is asked to write what they saw.',
        },
      };
    },
    show: (facts, view) => <EarlierPage facts={facts} view={view} />,
  }),
  page({
    path: paths.ownPractice,
    load: async (scope, { organisation }): Promise<PracticeFacts | null> => {
      const learner = await learnerSignedIn(scope, organisation.zone);
      return learner && practiceFacts(scope, learner.applicantId);
    },
    can: isTeam,
    audit: looking('training.practice_own', ({ applicantId }: PracticeFacts) => ({
      kind: 'applicant',
      id: applicantId,
    })),
    show: (facts, view) => <OwnPracticePage facts={facts} view={view} />,
  }),
  page({
    path: paths.ownReflection,
    load: async (scope, { params, organisation }) => {
      const practice = await practiceById(scope, params.practiceId);
      return practice?.own ? writeFacts(scope, practice, organisation.zone) : null;
    },
    can: isTeam,
    audit: looking('training.practice_own', (facts: WriteFacts) => ofPractice(facts)),
    form: reflectionForm,
    prefill: ({ practice }) => ({ words: practice.reflection?.words ?? '' }),
    version: ({ practice }) => practice.reflection?.version ?? 0,
    submit: async (scope, { words }, { practice }, { version, organisation }) => {
      await writeReflection(scope, { practiceId: practice.id, words, version }, organisation.zone);
      return {
        to: paths.ownPractice(),
        notice: {
          happened: 'Your words are saved.',
          next: 'You can come back and change them when you like.',
        },
      };
    },
    show: (facts, view) => <ReflectionPage facts={facts} view={view} />,
  }),
];
