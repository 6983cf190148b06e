import { Refusal } from '#kernel/refusal.ts';
import { date, oneOf, text } from '#platform/forms/fields.ts';
import { form, justAButton } from '#platform/forms/form.ts';
import { action, notSensitive, page, type Route } from '#platform/http/page.ts';
import { centres } from '#rooms/people/door.ts';
import { nationWords } from '../content/bank-holidays.ts';
import * as paths from '../paths.ts';
import { mayKeepHolidays, mayReadProgramme } from '../programme.policy.ts';
import { addHoliday, removeHoliday } from './holiday.commands.ts';
import { HolidaysPage } from './holiday.pages.tsx';
import { holidaysFrom } from './holiday.queries.ts';

const open = notSensitive('days of the calendar, nothing of a person');

const holidayForm = form('bank-holiday', {
  nation: oneOf(['england-and-wales', 'scotland', 'northern-ireland'], 'Choose where it is a day off.'),
  on: date('Enter the day.'),
  name: text('Enter its name.', 80),
});

const list = page({
  path: paths.bankHolidays,
  can: mayReadProgramme,
  audit: open,
  load: async (scope, { organisation }) => {
    const today = scope.now.toZonedDateTimeISO(organisation.zone).toPlainDate();
    const ours = [...new Set((await centres(scope)).map(({ nation }) => nation))];
    return { holidays: await holidaysFrom(scope, today), ours };
  },
  form: holidayForm,
  prefill: ({ ours }) => ({ nation: ours[0] ?? 'england-and-wales' }),
  submit: async (scope, { nation, on, name }) => {
    if (!mayKeepHolidays(scope.actor))
      throw new Refusal('Your role cannot change this list. Ask an administrator.');
    await addHoliday(scope, nation, on, name);
    return {
      to: paths.bankHolidays(),
      notice: {
        happened: `The day is added for ${nationWords[nation]}.`,
        next: 'New series of sessions pass over it.',
      },
    };
  },
  show: (facts, view) => <HolidaysPage facts={facts} view={view} />,
});

const dayIn = (words: string): Temporal.PlainDate | null => {
  try {
    return Temporal.PlainDate.from(words);
  } catch {
    return null;
  }
};

const remove = action({
  path: paths.removeBankHoliday,
  can: mayKeepHolidays,
  audit: open,
  load: async (_, { params }) => {
    const on = dayIn(params.day);
    return on && { on, nation: params.nation };
  },
  form: justAButton('remove-bank-holiday'),
  back: () => paths.bankHolidays(),
  submit: async (scope, __, { on, nation }) => {
    await removeHoliday(scope, nation, on);
    return {
      to: paths.bankHolidays(),
      notice: { happened: 'The day is off the list.', next: 'New series may use it.' },
    };
  },
});

export const holidayRoutes: readonly Route[] = [list, remove];
