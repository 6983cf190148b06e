import { dateAt } from '#kernel/dates.ts';
import { accountOf, centresOf, holds, isTeam } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { justAButton, type Typed } from '#platform/forms/form.ts';
import { action, looking, page, type Route } from '#platform/http/page.ts';
import { centres } from '#rooms/people/door.ts';
import { clockTime } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { leaveOf, ownHours } from './arrangement.queries.ts';
import type { Hours } from './place.rules.ts';
import { rulesOn } from './rules.queries.ts';
import { sayHours, sayLeave, takeBackLeave } from './times.commands.ts';
import { DAY_FIELDS, hoursInWords, timesForm, weekOf } from './times.form.ts';
import { type TimesFacts, TimesPage } from './times.pages.tsx';

interface Loaded extends TimesFacts {
  readonly hours: readonly Hours[];
  readonly today: Temporal.PlainDate;
}

const timesFacts = async (scope: Scope): Promise<Loaded | null> => {
  const me = accountOf(scope.actor);
  const own = centresOf(scope.actor);
  const at = (await centres(scope)).find(({ id }) => own.includes(id));
  if (me === null || !at) return null;
  const today = dateAt(scope.now, at.zone);
  const hours = await ownHours(scope, me);
  const { earliest, latest } = (await rulesOn(scope, today)).hours;
  const said = (text: string) => clockTime(Temporal.PlainTime.from(text));
  return {
    centreId: at.id,
    today,
    hours,
    given: hours.length > 0,
    usual: `from Monday to Friday, ${said(earliest)} to ${said(latest)}`,
    leave: await leaveOf(scope, [me], today),
    supports: holds(scope.actor, ['peer_supporter']),
  };
};

const prefill = ({ hours }: Loaded): Typed =>
  Object.fromEntries(
    DAY_FIELDS.map((field, index) => [
      field,
      hoursInWords(hours.filter(({ weekday }) => weekday === index + 1)),
    ]),
  );

const seen = looking('supervision.times_seen', (_: Loaded) => null);

export const timesRoutes: readonly Route[] = [
  page({
    path: paths.times,
    load: timesFacts,
    can: (actor) => isTeam(actor),
    audit: seen,
    form: timesForm,
    prefill,
    submit: async (scope, value, { centreId, today }) => {
      if (value.what === 'leave' && value.fromOn && value.untilOn) {
        await sayLeave(scope, { centreId, fromOn: value.fromOn, untilOn: value.untilOn, today });
        return {
          to: paths.times(),
          notice: {
            happened: 'The days you are away are written down.',
            next: 'Proposed times that fall on them are moved, and both hear of it.',
          },
        };
      }
      await sayHours(scope, weekOf(value));
      return {
        to: paths.times(),
        notice: { happened: 'Your hours are kept.', next: 'Proposed times outside them are moved.' },
      };
    },
    show: (facts, view) => <TimesPage view={view} facts={facts} />,
  }),
  action({
    path: paths.takeBackLeave,
    load: timesFacts,
    can: (actor) => isTeam(actor),
    audit: seen,
    form: justAButton('supervision.take_back_leave'),
    submit: async (scope, _value, _facts, { params }) => {
      await takeBackLeave(scope, params.leaveId);
      return {
        to: paths.times(),
        notice: { happened: 'You are there after all.', next: 'Times are looked for on those days again.' },
      };
    },
    back: () => paths.times(),
  }),
];
