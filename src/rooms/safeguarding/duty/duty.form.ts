import { date, maybeOneOf, wholeNumber } from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';

/** Who reads concerns at a centre; `choices` are the accounts that may. The same person twice is not a chain. */
export const dutyForm = (choices: readonly string[]) =>
  form(
    'who reads concerns',
    { owner: maybeOneOf(choices), deputy: maybeOneOf(choices), last: maybeOneOf(choices) },
    ({ owner, deputy, last }) => [
      ...(deputy && deputy === owner
        ? [{ field: 'deputy', message: 'Choose somebody else than the one who reads first.' }]
        : []),
      ...(last && (last === owner || last === deputy)
        ? [{ field: 'last', message: 'Choose somebody who is not told before.' }]
        : []),
    ],
  );

/** How soon concerns are read, from a day on that is not over: what was raised keeps the clock it was raised under. */
export const clockForm = (today: Temporal.PlainDate) =>
  form(
    'how soon concerns are read',
    {
      from: date('Say from which day.'),
      first: wholeNumber('Say within how many minutes.', 5, 1440),
      again: wholeNumber('Say after how many minutes.', 5, 1440),
    },
    ({ from }) =>
      Temporal.PlainDate.compare(from, today) < 0
        ? [{ field: 'from', message: 'Choose today or a later day. What was raised before keeps its clock.' }]
        : [],
  );
