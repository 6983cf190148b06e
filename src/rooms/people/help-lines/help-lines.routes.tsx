import { optionalText, text, tick, wholeNumber } from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';
import { action, notSensitive, page, type Route } from '#platform/http/page.ts';
import * as paths from '../paths.ts';
import { mayKeepHouse, mayMeetTheTeam } from '../people.policy.ts';
import { namesOfAccounts } from '../team/team.queries.ts';
import { changeHelpLine, confirmHelpLine } from './help-lines.commands.ts';
import { HelpLinePage, HelpLinesPage } from './help-lines.pages.tsx';
import { everyHelpLine } from './help-lines.queries.ts';

const lineForm = form(
  'people.help_line',
  {
    name: text('Enter the name people know it by.', 100),
    what: text('Say what it is for.', 300),
    phone: optionalText(40),
    textTo: optionalText(80),
    url: optionalText(200),
    hours: text('Say when it is open.', 100),
    shown: tick(),
  },
  ({ url }) =>
    url === '' || /^https:\/\/\S+\.\S+$/.test(url)
      ? []
      : [{ field: 'url', message: 'Enter a web address that starts with https://, or leave it empty.' }],
);

const seenForm = form('people.help_line_confirmed', {
  seen: wholeNumber('Open the page again before you confirm.', 1, 999_999),
});

const numbersArePublic = notSensitive('help lines are public');

export const helpLinesRoutes: readonly Route[] = [
  page({
    path: paths.helpLines,
    load: async (scope) => {
      const lines = await everyHelpLine(scope);
      const names = await namesOfAccounts(
        scope,
        lines.flatMap((line) => line.confirmedBy ?? []),
      );
      return { lines, names };
    },
    can: mayMeetTheTeam,
    audit: numbersArePublic,
    show: (facts, view) => <HelpLinesPage view={view} {...facts} mayChange={mayKeepHouse(view.actor)} />,
  }),
  page({
    path: paths.helpLine,
    load: async (scope, { params }) =>
      (await everyHelpLine(scope)).find((line) => line.id === params.lineId) ?? null,
    can: mayKeepHouse,
    audit: numbersArePublic,
    form: lineForm,
    prefill: (line) => ({
      name: line.name,
      what: line.what,
      phone: line.phone ?? '',
      textTo: line.textTo ?? '',
      url: line.url ?? '',
      hours: line.hours,
      shown: line.shown ? 'yes' : '',
    }),
    version: (line) => line.version,
    submit: async (scope, value, line, { version }) => {
      await changeHelpLine(
        scope,
        line.id,
        { ...value, phone: value.phone || null, textTo: value.textTo || null, url: value.url || null },
        version,
      );
      return {
        to: paths.helpLines(),
        notice: {
          happened: 'The help line is saved.',
          next: 'If its number or name changed, somebody confirms it next.',
        },
      };
    },
    show: (line, view) => <HelpLinePage view={view} line={line} />,
  }),
  action({
    path: paths.confirmHelpLine,
    load: async (scope, { params, organisation }) => {
      const line = (await everyHelpLine(scope)).find((each) => each.id === params.lineId);
      return line ? { line, zone: organisation.zone } : null;
    },
    can: mayKeepHouse,
    audit: numbersArePublic,
    form: seenForm,
    back: () => paths.helpLines(),
    submit: async (scope, { seen }, { line, zone }) => {
      await confirmHelpLine(scope, line.id, seen, zone);
      return {
        to: paths.helpLines(),
        notice: { happened: 'The number is confirmed, with your name and today’s date.' },
      };
    },
  }),
];
