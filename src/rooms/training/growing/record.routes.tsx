import { z } from 'zod';
import { isTeam } from '#platform/db/actor.ts';
import { dateBoxes } from '#platform/forms/fields.ts';
import { justAButton } from '#platform/forms/form.ts';
import { action, anyone, download, looking, notSensitive, page, type Route } from '#platform/http/page.ts';
import { type Learner, learnerSignedIn } from '../course/learner.queries.ts';
import { learnerName } from '../outside/people.queries.ts';
import * as paths from '../paths.ts';
import { mayAnswerInterests } from './growing.policy.ts';
import { addOwnLearning, changeOwnLearning, removeOwnLearning } from './own.commands.ts';
import { ownLearningForm } from './own.form.ts';
import { OwnLearningPage } from './own.pages.tsx';
import { type OwnLearning, ownLearningById } from './own.queries.ts';
import { sayInterest } from './pathway.commands.ts';
import { toldInterestForm } from './pathway.form.ts';
import { allPathways } from './pathway.queries.ts';
import { type LearnerRecordFacts, LearnerRecordPage, OwnRecordPage } from './record.pages.tsx';
import { type LearningRecord, ownCredentials, ownLearner, recordOf } from './record.queries.ts';
import { learningRecordShape } from './record.shape.ts';
import { recordFile } from './record-file.ts';
import { recordPdf } from './record-pdf.ts';

const ownSeen = (verb: string) =>
  looking(verb, ({ learner }: { learner: LearningRecord['learner'] }) => ({
    kind: 'applicant',
    id: learner.applicantId,
    centreId: learner.centreId,
  }));

const changedNotice = (shared: boolean) => ({
  happened: 'It is in your record.',
  next: shared ? 'Your volunteer manager may see it.' : 'Only you see it.',
});

export const recordRoutes: readonly Route[] = [
  page({
    path: paths.ownRecord,
    load: async (scope, { organisation, origin }) => {
      const learner = await ownLearner(scope, organisation.zone);
      if (!learner) return null;
      const record = await recordOf(scope, learner);
      // The house alone signs; by the time somebody takes the file away, it has.
      if (learner.signed < record.units.length + record.levels.length) {
        const { applicantId } = learner;
        await scope.enqueue('training.sign_own', { applicantId, origin }, { key: `sign_own:${applicantId}` });
      }
      return record;
    },
    can: isTeam,
    audit: ownSeen('training.own_record_seen'),
    show: (record, view) => <OwnRecordPage record={record} view={view} />,
  }),
  download({
    path: paths.ownRecordJson,
    load: async (scope, { organisation, origin }) => {
      const learner = await learnerSignedIn(scope, organisation.zone);
      if (!learner) return null;
      const record = await recordOf(scope, learner);
      return {
        learner,
        file: recordFile(record, {
          organisation: organisation.name,
          origin,
          credentials: await ownCredentials(scope),
        }),
      };
    },
    can: isTeam,
    audit: ownSeen('training.own_record_taken'),
    file: ({ file }) => ({
      type: 'application/json; charset=utf-8',
      name: 'learning-record.json',
      body: `${JSON.stringify(learningRecordShape.parse(file), null, 2)}\n`,
    }),
  }),
  download({
    path: paths.ownRecordPdf,
    load: async (scope, { organisation, origin }) => {
      const learner = await learnerSignedIn(scope, organisation.zone);
      if (!learner) return null;
      const record = await recordOf(scope, learner);
      return {
        learner,
        file: await recordPdf(record, { organisation: organisation.name, origin, now: scope.now }),
      };
    },
    can: isTeam,
    audit: ownSeen('training.own_record_taken'),
    file: ({ file }) => ({ type: 'application/pdf', name: 'learning-record.pdf', body: file }),
  }),
  download({
    path: paths.recordShape,
    load: async () => ({}),
    can: anyone,
    audit: notSensitive('the shape of a file'),
    file: () => ({
      type: 'application/schema+json; charset=utf-8',
      body: `${JSON.stringify(z.toJSONSchema(learningRecordShape), null, 2)}\n`,
    }),
  }),
  page({
    path: paths.ownRecordAdd,
    load: (scope, { organisation }): Promise<Learner | null> => learnerSignedIn(scope, organisation.zone),
    can: isTeam,
    audit: notSensitive('an empty form'),
    form: ownLearningForm,
    submit: async (scope, said, learner) => {
      await addOwnLearning(scope, learner, said);
      return { to: paths.ownRecord(), notice: changedNotice(said.shared) };
    },
    show: (_learner, view) => <OwnLearningPage entry={null} view={view} />,
  }),
  page({
    path: paths.ownRecordEntry,
    load: async (scope, { params, organisation }) => {
      const learner = await learnerSignedIn(scope, organisation.zone);
      const entry = await ownLearningById(scope, params.entryId);
      // Whoever looks after volunteers reads shared ones of others, and changes none.
      return learner && entry?.applicantId === learner.applicantId ? { learner, entry } : null;
    },
    can: isTeam,
    audit: ownSeen('training.own_record_seen'),
    version: ({ entry }) => entry.version,
    prefill: ({ entry }) => ({
      kind: entry.kind,
      title: entry.title,
      whereFrom: entry.whereFrom,
      ...dateBoxes('doneOn', entry.on),
      took: entry.took,
      shared: entry.shared ? 'yes' : '',
    }),
    form: ownLearningForm,
    submit: async (scope, said, { learner, entry }, { version }) => {
      await changeOwnLearning(scope, entry.id, said, { version, zone: learner.zone });
      return { to: paths.ownRecord(), notice: changedNotice(said.shared) };
    },
    show: ({ entry }, view) => <OwnLearningPage entry={entry} view={view} />,
  }),
  action({
    path: paths.ownRecordRemove,
    load: async (scope, { params, organisation }) => {
      const learner = await learnerSignedIn(scope, organisation.zone);
      const entry: OwnLearning | null = await ownLearningById(scope, params.entryId);
      return learner && entry?.applicantId === learner.applicantId ? { learner, entry } : null;
    },
    can: isTeam,
    audit: ownSeen('training.own_record_seen'),
    form: justAButton('own-learning-remove'),
    submit: async (scope, _value, { entry }) => {
      await removeOwnLearning(scope, entry.id);
      return {
        to: paths.ownRecord(),
        notice: { happened: 'It is out of your record.', next: 'We keep nothing of it.' },
      };
    },
    back: () => paths.ownRecord(),
  }),
  page({
    path: paths.learnerRecord,
    load: async (scope, { params }): Promise<LearnerRecordFacts | null> => {
      const learner = await learnerName(scope, params.applicantId);
      return learner
        ? { learner, record: await recordOf(scope, learner), ways: await allPathways(scope) }
        : null;
    },
    can: (actor, { learner }) => mayAnswerInterests(actor, learner.centreId),
    audit: ownSeen('training.record_seen'),
    form: ({ ways }) => toldInterestForm(ways.filter((way) => way.content.shown).map((way) => way.code)),
    submit: async (scope, said, { learner }) => {
      await sayInterest(scope, { ...said, applicantId: learner.applicantId, centreId: learner.centreId });
      return {
        to: paths.learnerRecord({ applicantId: learner.applicantId }),
        notice: { happened: 'It is written down.', next: 'They see it in their own record.' },
      };
    },
    show: (facts, view) => <LearnerRecordPage facts={facts} view={view} />,
  }),
];
