import { stringify } from 'csv-stringify/sync';
import { dateAt } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import { oneOf, optionalText, someOfThese } from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';
import { download, looking, page, type Route } from '#platform/http/page.ts';
import { counted } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { mayRecruit } from '../recruiting.policy.ts';
import { type Invited, inviteSeveral } from './invite.commands.ts';
import { type InviteFacts, InvitePage } from './invite.pages.tsx';
import { ApplicantsPage, sourceInWords } from './list.pages.tsx';
import { inPipeline, type Pipeline, pipeline } from './pipeline.queries.ts';
import { COLUMNS, filterFrom, INVITES, queryOf } from './pipeline.rules.ts';

const chooseForm = (list: Pipeline) =>
  form('choose applicants', { who: someOfThese(list.rows.map(({ applicationId }) => applicationId)) });

const inviteForm = form('invite applicants', {
  invite: oneOf(INVITES, 'Choose what you ask them to do.'),
  words: optionalText(1000),
});

/** The list as a file; a cell must not run where it is opened. */
const csvOf = (list: Pipeline): string =>
  `\uFEFF${stringify(
    [
      COLUMNS.map(({ header }) => header),
      ...list.rows.map((row) => COLUMNS.map(({ words }) => words(row, sourceInWords(row)))),
    ],
    { escape_formulas: true },
  )}`;

const noneChosen = 'Tick at least one person, then press the button.';

const sentWords = ({ unreachable, leftOut }: Invited): string =>
  [
    unreachable > 0
      ? `${counted(unreachable, 'person has', 'people have')} no e-mail address and no phone that may be texted: please ring.`
      : '',
    leftOut > 0
      ? `${counted(leftOut, 'person was', 'people were')} left out because it does not fit where they are.`
      : '',
    'Each letter has a link to their own page. We show here when they are heard.',
  ]
    .filter(Boolean)
    .join(' ');

export const listRoutes: readonly Route[] = [
  page({
    path: paths.applicants,
    load: (scope, { query }) => pipeline(scope, filterFrom(query)),
    can: (actor) => mayRecruit(actor),
    audit: looking('recruiting.listed', (_: Pipeline) => ({ kind: 'application', id: null })),
    form: chooseForm,
    submit: async (_, { who }: { who: readonly string[] }, { filter }) => {
      if (who.length === 0) throw new Refusal(noneChosen);
      // Ids say nothing of anybody; the filter travels along for the way back.
      return { to: paths.applicantInvite({}, { ...queryOf(filter), who: who.join('.') }) };
    },
    show: (list, view) => <ApplicantsPage view={view} list={list} />,
  }),
  download({
    path: paths.applicantsFile,
    load: (scope, { query }) => pipeline(scope, filterFrom(query), { whole: true }),
    can: (actor) => mayRecruit(actor),
    audit: looking('recruiting.exported', (_: Pipeline) => ({ kind: 'application', id: null })),
    file: (list, { today }) => ({
      type: 'text/csv; charset=utf-8',
      name: `applicants-${today}.csv`,
      body: csvOf(list),
    }),
  }),
  page({
    path: paths.applicantInvite,
    load: async (scope, { query, organisation }): Promise<InviteFacts | null> => {
      const rows = await inPipeline(scope, (query.who ?? '').split('.'));
      return rows.length === 0
        ? null
        : {
            rows,
            today: dateAt(scope.now, organisation.zone),
            back: paths.applicants({}, queryOf(filterFrom(query))),
          };
    },
    can: (actor, { rows }) => rows.every(({ centreId }) => mayRecruit(actor, centreId)),
    audit: looking('recruiting.listed', (_: InviteFacts) => ({ kind: 'application', id: null })),
    form: inviteForm,
    submit: async (scope, { invite, words }, facts) => {
      const invited = await inviteSeveral(scope, {
        applicationIds: facts.rows.map(({ applicationId }) => applicationId),
        invite,
        words,
        today: facts.today,
      });
      return {
        to: facts.back,
        notice: {
          happened: `${counted(invited.sent, 'letter is', 'letters are')} on the way.`,
          next: sentWords(invited),
        },
      };
    },
    show: (facts, view) => <InvitePage view={view} facts={facts} />,
  }),
];
