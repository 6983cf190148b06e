import { date, tick, wholeNumber } from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';

/** New rules about referees, from a day on: today at the earliest, because what was asked was asked. */
export const rulesForm = (today: Temporal.PlainDate) =>
  form(
    'recruiting.reference_rules',
    {
      needed: wholeNumber('Enter how many people you ask for.', 1, 5),
      knownYears: wholeNumber('Enter for how many years they know the applicant.', 0, 20),
      contextsLeast: wholeNumber('Enter from how many parts of life they come.', 1, 5),
      mayBeRelated: tick(),
      mayWorkHere: tick(),
      answerDays: wholeNumber('Enter within how many days they usually answer.', 1, 90),
      reminderDays: wholeNumber('Enter after how many days they are reminded.', 1, 90),
      linkDays: wholeNumber('Enter for how many days the link opens.', 1, 180),
      effectiveFrom: date('Enter the day from which these rules hold.'),
    },
    ({ needed, contextsLeast, reminderDays, linkDays, effectiveFrom }) => [
      ...(contextsLeast > needed
        ? [{ field: 'contextsLeast', message: 'This cannot be more than the number of people you ask for.' }]
        : []),
      ...(reminderDays >= linkDays
        ? [{ field: 'reminderDays', message: 'The reminder goes before the link ends. Choose fewer days.' }]
        : []),
      ...(Temporal.PlainDate.compare(effectiveFrom, today) < 0
        ? [{ field: 'effectiveFrom', message: 'Choose today or a day that is still to come.' }]
        : []),
    ],
  );
