import { dateAt } from '#kernel/dates.ts';
import { maybeYesNo, optionalDate, optionalText } from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';
import { looking, page, type Route } from '#platform/http/page.ts';
import { followUpPath, handoversPath } from '../paths.ts';
import { mayDecide } from '../referral.policy.ts';
import { followUp } from './handover.commands.ts';
import { FollowUpPage, HandoversPage } from './handover.pages.tsx';
import { type Handover, openHandover, openHandovers } from './handover.queries.ts';

interface Due {
  readonly handover: Handover;
  readonly today: Temporal.PlainDate;
}

const followUpForm = ({ today }: Due) =>
  form(
    'referrals.follow_up',
    { arrived: maybeYesNo(), seen: maybeYesNo(), words: optionalText(2000), againOn: optionalDate() },
    ({ arrived, againOn, words }) => {
      if (againOn && Temporal.PlainDate.compare(againOn, today) <= 0)
        return [{ field: 'againOn', message: 'Choose a day after today, or leave it empty.' }];
      if (arrived === null && !againOn && words === '')
        return [
          { field: 'againOn', message: 'Choose a day to look again, or write down why we stop asking.' },
        ];
      return [];
    },
  );

type Found = {
  arrived: boolean | null;
  seen: boolean | null;
  words: string;
  againOn: Temporal.PlainDate | null;
};

export const handoverRoutes: readonly Route[] = [
  page<'/handovers', readonly Handover[]>({
    path: handoversPath,
    can: (actor) => mayDecide(actor),
    audit: looking('referrals.handovers_listed', () => ({ kind: 'handover', id: null })),
    load: openHandovers,
    show: (handovers, view) => <HandoversPage view={view} handovers={handovers} />,
  }),
  page<'/handovers/:handoverId', Due, Found>({
    path: followUpPath,
    can: (actor, { handover }) => mayDecide(actor, handover.centreId),
    audit: looking('referral.handover_seen', ({ handover }) => ({
      kind: 'handover',
      id: handover.id,
      centreId: handover.centreId,
    })),
    load: async (scope, { params, organisation }) => {
      const handover = await openHandover(scope, params.handoverId);
      return handover && { handover, today: dateAt(scope.now, organisation.zone) };
    },
    version: ({ handover }) => handover.version,
    form: followUpForm,
    show: ({ handover }, view) => <FollowUpPage view={view} handover={handover} />,
    submit: async (scope, found, { handover }, { version }) => {
      await followUp(scope, { handoverId: handover.id, ...found, version });
      return {
        to: handoversPath(),
        notice: {
          happened: found.againOn ? 'Saved. It comes back on the day you chose.' : 'Saved, and done.',
        },
      };
    },
  }),
];
