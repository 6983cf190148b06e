import { z } from 'zod';
import { timeFromWords } from '#kernel/dates.ts';
import {
  date,
  oneOf,
  oneOfThese,
  optionalText,
  someOf,
  someOfThese,
  text,
  time,
  wholeNumber,
} from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';

const optionalTime = () =>
  z.string().transform((value, ctx): Temporal.PlainTime | null => {
    if (value.trim() === '') return null;
    const found = timeFromWords(value);
    if (found) return found;
    ctx.addIssue({ code: 'custom', message: 'Enter a time such as 6.30pm, or leave it empty.' });
    return z.NEVER;
  });

const places = () => wholeNumber('Enter how many can take part.', 1, 60);

export const planForm = (known: {
  readonly layouts: readonly string[];
  readonly team: readonly string[];
  readonly venues: readonly string[];
}) =>
  form('cohort-plan', {
    name: text('Give the cohort a name, such as “Spring evenings”.', 80),
    layout: oneOfThese(known.layouts, 'Choose how the units are laid out.'),
    firstDay: date('Enter the first day.'),
    startsAt: optionalTime(),
    venueId: oneOfThese(['', ...known.venues], 'Choose a room, or none.'),
    placeWords: optionalText(300),
    places: places(),
    trainers: someOfThese(known.team),
  });

export const changeForm = (team: readonly string[]) =>
  form('cohort-change', {
    name: text('Give the cohort a name.', 80),
    placeWords: optionalText(300),
    places: places(),
    trainers: someOfThese(team),
  });

export const whyForm = (name: string, missing: string) => form(name, { why: text(missing, 500) });

export const placeForm = (applicants: readonly string[]) =>
  form('cohort-place', { applicantId: oneOfThese(applicants, 'Choose who takes the place.') });

export const moveForm = form('cohort-move', {
  day: date('Enter the new day.'),
  time: time('Enter the time it starts.'),
  placeWords: optionalText(300),
});

export const ontoForm = (meetings: readonly string[]) =>
  form('cohort-lay-unit', { onto: oneOfThese(meetings, 'Choose the meeting.') });

const CAME = ['all', 'some', 'none'] as const;

/** One question for each person: there for everything, for some of it, or not. */
export const attendanceForm = (
  expected: readonly {
    readonly applicantId: string;
    readonly name: string;
    readonly units: readonly string[];
  }[],
) =>
  form(
    'cohort-attendance',
    Object.fromEntries([
      ...expected.flatMap(({ applicantId, name, units }) => [
        [`came-${applicantId}`, oneOf(CAME, `Say whether ${name} was there.`)],
        [`units-${applicantId}`, someOf(units)],
      ]),
      ['why', optionalText(500)],
    ]),
    (value) =>
      expected
        .filter(
          ({ applicantId }) =>
            value[`came-${applicantId}`] === 'some' &&
            (value[`units-${applicantId}`] as readonly string[]).length === 0,
        )
        .map(({ applicantId, name }) => ({
          field: `units-${applicantId}`,
          message: `Tick what ${name} was there for.`,
        })),
  );

export const offerForm = (known: { readonly ways: readonly string[]; readonly team: readonly string[] }) =>
  form(
    'catch-up-offer',
    {
      way: oneOfThese([...known.ways, 'one_to_one'], 'Choose how they catch it up.'),
      day: z.object({ day: z.string(), month: z.string(), year: z.string() }).meta({ boxes: 'date' }),
      time: z.string(),
      minutes: z.string(),
      withAccount: z.string(),
      placeWords: optionalText(300),
    },
    (value) => {
      if (value.way !== 'one_to_one') return [];
      const read = oneToOne(known.team).parse({
        'day-day': value.day.day,
        'day-month': value.day.month,
        'day-year': value.day.year,
        time: value.time,
        minutes: value.minutes,
        withAccount: value.withAccount,
        placeWords: value.placeWords,
      });
      return read.ok ? [] : read.errors;
    },
  );

/** What a catch-up one to one needs besides. */
export const oneToOne = (team: readonly string[]) =>
  form('catch-up-one-to-one', {
    day: date('Enter the day you meet.'),
    time: time('Enter the time you meet.'),
    minutes: wholeNumber('Enter how many minutes you plan for.', 15, 600),
    withAccount: oneOfThese(team, 'Choose who meets them.'),
    placeWords: text('Write down where you meet.', 300),
  });

export const creditForm = (units: readonly string[]) =>
  form(
    'credit-past',
    {
      unitCodes: someOfThese(units),
      earnedOn: date('Enter the day they finished.'),
      words: text('Say where they learned it, and how you know.', 1000),
    },
    ({ unitCodes }) =>
      unitCodes.length === 0 ? [{ field: 'unitCodes', message: 'Choose at least one unit.' }] : [],
  );

export const meetingAnswerForm = form('training-meeting-answer', {
  canCome: oneOf(['no', 'yes'], 'Say whether you can come.'),
  words: optionalText(500),
});

export const catchUpAnswerForm = form('training-catch-up-answer', {
  said: oneOf(['yes', 'other_time'], 'Say yes, or ask for another time.'),
  words: optionalText(500),
});
