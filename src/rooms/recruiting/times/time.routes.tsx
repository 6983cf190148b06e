import { isId } from '#kernel/ids.ts';
import { accountOf, centresOf } from '#platform/db/actor.ts';
import { date, oneOf, oneOfThese, optionalText, text, tick, time } from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';
import { looking, page, type Route } from '#platform/http/page.ts';
import { accountsAt, centres } from '#rooms/people/door.ts';
import { holidays } from '#rooms/programme/door.ts';
import * as paths from '../paths.ts';
import { mayRecruit, RECRUITS } from '../recruiting.policy.ts';
import { cancelTime, offerTimes } from './time.commands.ts';
import { CancelTimePage, type TimesFacts, TimesPage } from './time.pages.tsx';
import { type OfferedTime, timeOf, timesAhead } from './time.queries.ts';
import { WAYS } from './time.rules.ts';

const LENGTHS = ['15', '20', '30', '45', '60'] as const;

const offerForm = ({ centres: here, people }: TimesFacts) =>
  form('recruiting.times', {
    centre: oneOfThese(
      here.map(({ id }) => id),
      'Choose the centre.',
    ),
    withAccount: oneOfThese(
      people.map(({ accountId }) => accountId),
      'Choose who talks with them.',
    ),
    day: date('Enter the day.'),
    from: time('Enter when the first one begins, such as 10am.'),
    to: time('Enter when the last one ends, such as 12 noon.'),
    minutes: oneOf(LENGTHS, 'Choose how long each is.'),
    way: oneOf(WAYS, 'Choose how you talk.'),
    place: optionalText(300),
    evenSo: tick(),
  });

const cancelForm = ({ applicationId }: OfferedTime) =>
  applicationId
    ? form('recruiting.cancel_time', {
        why: text('Say in a few words why. They read it in the letter.', 300),
      })
    : form('recruiting.cancel_time', { why: optionalText(300) });

export const timeRoutes: readonly Route[] = [
  page({
    path: paths.offeredTimes,
    load: async (scope): Promise<TimesFacts> => {
      const own = centresOf(scope.actor, RECRUITS);
      const me = accountOf(scope.actor);
      const here = (await centres(scope)).filter(({ id }) => own.includes(id));
      const times = await timesAhead(scope, own);
      const people = new Map<string, string>();
      for (const { id } of here)
        for (const { accountId, name } of await accountsAt(scope, id, RECRUITS)) people.set(accountId, name);
      const [first, last] = [times[0]?.startsAt, times.at(-1)?.startsAt];
      const nation = here[0]?.nation;
      return {
        centres: here,
        // Whoever looks most often offers their own time, so they stand first.
        people: [...people]
          .map(([accountId, name]) => ({ accountId, name }))
          .toSorted((one, two) => Number(two.accountId === me) - Number(one.accountId === me)),
        times,
        holidays:
          first && last && nation
            ? await holidays(
                scope,
                nation,
                first.toZonedDateTimeISO('UTC').toPlainDate(),
                last.toZonedDateTimeISO('UTC').toPlainDate().add({ days: 1 }),
              )
            : new Set(),
      };
    },
    can: (actor) => mayRecruit(actor),
    audit: looking('recruiting.times_seen', () => ({ kind: 'offered_time', id: null })),
    prefill: ({ centres: here, people }): Readonly<Record<string, string>> => ({
      centre: here.length === 1 ? (here[0]?.id ?? '') : '',
      withAccount: people[0]?.accountId ?? '',
      minutes: '30',
      way: 'phone',
    }),
    form: offerForm,
    submit: async (scope, value) => {
      const count = await offerTimes(scope, {
        ...value,
        centreId: value.centre,
        minutes: Number(value.minutes),
      });
      return {
        to: paths.offeredTimes(),
        notice: {
          happened: count === 1 ? 'One time is offered.' : `${count} times are offered.`,
          next: 'Applicants who have not talked with us yet can choose one from now on.',
        },
      };
    },
    show: (facts, view) => <TimesPage view={view} facts={facts} />,
  }),
  page({
    path: paths.cancelTime,
    load: async (scope, { params }) => (isId(params.timeId) ? timeOf(scope, params.timeId) : null),
    can: (actor, { centreId }) => mayRecruit(actor, centreId),
    audit: looking('recruiting.times_seen', ({ id, centreId }: OfferedTime) => ({
      kind: 'offered_time',
      id,
      centreId,
    })),
    elsewhere: (_actor, offered) => (offered.cancelled ? paths.offeredTimes() : null),
    form: cancelForm,
    submit: async (scope, { why }, offered) => {
      const { taken, told } = await cancelTime(scope, { timeId: offered.id, why });
      return {
        to: paths.offeredTimes(),
        notice: {
          happened: 'The time is cancelled.',
          ...(taken && {
            next: told
              ? 'They get a letter and can choose another.'
              : 'They have no e-mail address and no phone for texts: ring them.',
          }),
        },
      };
    },
    show: (offered, view) => <CancelTimePage view={view} time={offered} />,
  }),
];
