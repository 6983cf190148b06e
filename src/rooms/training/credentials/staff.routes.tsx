import { dateAt } from '#kernel/dates.ts';
import { text } from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';
import { download, looking, page, type Route } from '#platform/http/page.ts';
import { namesOfAccounts } from '#rooms/people/door.ts';
import { learnerName } from '../outside/people.queries.ts';
import * as paths from '../paths.ts';
import { withdrawAward } from './award.commands.ts';
import { awardById } from './award.queries.ts';
import { mayTakeBack } from './credentials.policy.ts';
import { addressFor, printed } from './own.queries.ts';
import { asFile, taken } from './own.routes.tsx';
import { type StaffAwardFacts, StaffAwardPage } from './staff.pages.tsx';

const withdrawForm = form('award-take-back', { why: text('Say why it is taken back.', 500) });

export const staffRoutes: readonly Route[] = [
  page({
    path: paths.staffAward,
    load: async (scope, { params, organisation }): Promise<StaffAwardFacts | null> => {
      const award = await awardById(scope, params.awardId);
      const learner = award && (await learnerName(scope, award.applicantId));
      if (!learner) return null;
      const names = await namesOfAccounts(scope, award.givenBy ? [award.givenBy] : []);
      return {
        award,
        name: learner.name,
        givenBy: award.givenBy ? (names.get(award.givenBy) ?? null) : null,
        today: dateAt(scope.now, organisation.zone),
      };
    },
    can: (actor, { award }) => mayTakeBack(actor, award.centreId),
    audit: looking('training.award_seen', ({ award }: StaffAwardFacts) => ({
      kind: 'award',
      id: award.id,
      centreId: award.centreId,
    })),
    form: withdrawForm,
    submit: async (scope, { why }, { award }) => {
      await withdrawAward(scope, { awardId: award.id, why });
      return {
        to: paths.staffAward({ awardId: award.id }),
        notice: {
          happened: `${award.title} is taken back.`,
          next: 'It no longer counts from now on. Tell them yourself, and why.',
        },
      };
    },
    show: (facts, view) => <StaffAwardPage facts={facts} view={view} />,
  }),
  download({
    path: paths.staffAwardPdf,
    load: async (scope, { params, origin, organisation }) => {
      const award = await awardById(scope, params.awardId);
      const learner = award && (await learnerName(scope, award.applicantId));
      if (!learner) return null;
      return printed(
        scope,
        award,
        {
          name: learner.name,
          organisation: organisation.name,
          demo: organisation.demo,
          origin: await addressFor(scope, origin),
        },
        dateAt(scope.now, organisation.zone),
      );
    },
    can: (actor, { award }) => mayTakeBack(actor, award.centreId),
    audit: taken,
    file: asFile,
  }),
];
