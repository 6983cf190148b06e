import { date, optionalDate, optionalText, someOf, text, tick } from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';

export const WEEKDAYS = [
  { value: '1', label: 'Monday' },
  { value: '2', label: 'Tuesday' },
  { value: '3', label: 'Wednesday' },
  { value: '4', label: 'Thursday' },
  { value: '5', label: 'Friday' },
  { value: '6', label: 'Saturday' },
  { value: '7', label: 'Sunday' },
] as const;

const NUMBERS = ['1', '2', '3', '4', '5', '6', '7'] as const;

export const settingForm = form(
  'volunteering_other_place',
  {
    name: text('Say what the place is called, such as “Brook Lane Primary”.', 120),
    what: optionalText(300),
    daysOfWeek: someOf(NUMBERS),
    fromOn: date('Enter the day you began there.'),
    untilOn: optionalDate(),
    overnight: tick(),
  },
  ({ daysOfWeek }) =>
    daysOfWeek.length > 0
      ? []
      : [{ field: 'daysOfWeek', message: 'Choose the days of the week on which you are there.' }],
);
