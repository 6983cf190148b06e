import { z } from 'zod';
import { momentAt } from '#kernel/dates.ts';
import {
  date,
  dateBoxes,
  oneOf,
  optionalText,
  someOfThese,
  tick,
  time,
  wholeNumber,
} from '#platform/forms/fields.ts';
import { form, type Typed } from '#platform/forms/form.ts';
import { clockTime } from '#ui/times.ts';
import type { Meeting } from './meeting.queries.ts';
import { MISSED_WHY } from './meeting.rules.ts';
import { HOWS } from './rhythm.shape.ts';

const when = {
  on: date('Enter the day.'),
  at: time('Enter the time, such as 10.30am.'),
  minutes: wholeNumber('Enter how many minutes it takes.', 5, 480),
};
const where = {
  how: oneOf(HOWS, 'Choose how you meet.'),
  place: optionalText(200),
};

/** The moment that the boxes of a form say at a place. */
export const momentOf = (
  { on, at }: { readonly on: Temporal.PlainDate; readonly at: Temporal.PlainTime },
  zone: string,
): Temporal.Instant => momentAt(on, at, zone);

export const moveForm = form('supervision.move', {
  ...when,
  ...where,
  why: optionalText(300),
  agreed: tick(),
});

export const byHandForm = form('supervision.by_hand', {
  kind: oneOf(['one_to_one', 'peer'], 'Choose what kind of meeting it is.'),
  ...when,
  ...where,
});

export const togetherForm = (people: readonly string[], supervisors: readonly string[]) =>
  form('supervision.together', {
    people: someOfThese(people),
    supervisorId: z
      .string()
      .refine((value) => value === '' || supervisors.includes(value), { error: 'Choose who holds it.' })
      .transform((value) => (value === '' ? null : value)),
    ...when,
    ...where,
  });

export const heldForm = (meeting: Meeting) =>
  form('supervision.held', {
    came: someOfThese(meeting.people.map((each) => each.accountId)),
    ...when,
  });

export const missedForm = form('supervision.did_not_happen', {
  why: oneOf(MISSED_WHY, 'Choose what came in between.'),
  words: optionalText(300),
});

export const callOffForm = form('supervision.call_off', { words: optionalText(300) });

export const answerForm = form(
  'supervision.answer',
  {
    answer: oneOf(['yes', 'other_time'], 'Say whether this time suits you.'),
    words: optionalText(300),
  },
  ({ answer, words }) =>
    answer === 'other_time' && words === ''
      ? [{ field: 'words', message: 'Say in a few words what would suit you, such as “Tuesdays after 2pm”.' }]
      : [],
);

/** What the boxes say of a meeting that is there. */
export const meetingPrefill = (meeting: Meeting): Typed => {
  const there = meeting.startsAt.toZonedDateTimeISO(meeting.zone);
  return {
    ...dateBoxes('on', there.toPlainDate()),
    at: clockTime(there.toPlainTime()),
    minutes: String(meeting.minutes),
    how: meeting.how,
    place: meeting.place,
  };
};
