import { centresOf } from '#platform/db/actor.ts';
import { dateBoxes } from '#platform/forms/fields.ts';
import { looking, page, type Route } from '#platform/http/page.ts';
import { RECRUITS } from '#rooms/recruiting/door.ts';
import { courseFor } from '../course/course.queries.ts';
import { expiryOf } from '../course/course.rules.ts';
import * as paths from '../paths.ts';
import { mayCheckCertificates } from '../training.policy.ts';
import { decideOutside, tellOutside } from './outside.commands.ts';
import { checkForm, recordForm } from './outside.form.ts';
import { type OutsideToCheck, outsideById } from './outside.queries.ts';
import { CheckOutsidePage, PeoplePage, RecordOutsidePage } from './people.pages.tsx';
import { type LearnerNamed, learnerName, peopleFacts } from './people.queries.ts';

interface CheckFacts {
  readonly outside: OutsideToCheck;
  readonly suggestedEnd: Temporal.PlainDate | null;
}

export const peopleRoutes: readonly Route[] = [
  page({
    path: paths.eLearningPeople,
    load: (scope) => peopleFacts(scope, centresOf(scope.actor, RECRUITS)),
    can: (actor) => mayCheckCertificates(actor),
    audit: looking('training.people_listed', () => ({ kind: 'applicant', id: null })),
    show: (facts, view) => <PeoplePage facts={facts} view={view} />,
  }),
  page({
    path: paths.checkOutside,
    load: async (scope, { params, organisation }): Promise<CheckFacts | null> => {
      const outside = await outsideById(scope, params.outsideId);
      if (!outside) return null;
      const course = await courseFor(scope, organisation.zone);
      return { outside, suggestedEnd: expiryOf(outside.doneOn, course?.validMonths ?? null) };
    },
    can: (actor, { outside }) => mayCheckCertificates(actor, outside.centreId),
    audit: looking('training.outside_seen', ({ outside }: CheckFacts) => ({
      kind: 'applicant',
      id: outside.applicantId,
      centreId: outside.centreId,
    })),
    prefill: ({ suggestedEnd }) => dateBoxes('expiresOn', suggestedEnd),
    form: checkForm,
    submit: async (scope, said, { outside }, { organisation }) => {
      await decideOutside(scope, outside.id, said, organisation.zone);
      return {
        to: paths.eLearningPeople(),
        notice: said.accepted
          ? { happened: 'The course counts.', next: 'They hear from us, and their way goes on.' }
          : { happened: 'It does not count.', next: 'They hear from us, and can do our course.' },
      };
    },
    show: ({ outside }, view) => <CheckOutsidePage outside={outside} view={view} />,
  }),
  page({
    path: paths.recordOutside,
    load: (scope, { params }) => learnerName(scope, params.applicantId),
    can: (actor, { centreId }) => mayCheckCertificates(actor, centreId),
    audit: looking('training.outside_seen', ({ applicantId, centreId }: LearnerNamed) => ({
      kind: 'applicant',
      id: applicantId,
      centreId,
    })),
    form: recordForm,
    submit: async (scope, { checked, expiresOn, ...told }, learner, { organisation }) => {
      const outsideId = await tellOutside(scope, learner, told);
      await decideOutside(
        scope,
        outsideId,
        { accepted: true, expiresOn, checked, wordsToThem: '' },
        organisation.zone,
      );
      return {
        to: paths.eLearningPeople(),
        notice: { happened: 'The certificate is saved.', next: 'They hear from us, and their way goes on.' },
      };
    },
    show: (learner, view) => <RecordOutsidePage learner={learner} view={view} />,
  }),
];
