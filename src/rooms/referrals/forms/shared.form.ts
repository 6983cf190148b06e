import { z } from 'zod';
import {
  email,
  oneOf,
  optionalDate,
  optionalEmail,
  optionalPhone,
  optionalText,
  someOf,
  someOfThese,
  text,
  tick,
  yesNo,
} from '#platform/forms/fields.ts';
import type { FieldError } from '#platform/forms/form.ts';
import { isNhsNumber, languageOf } from '#rooms/people/door.ts';
import { type NewParent, RELATIONS, type SafeContact } from '../receive/receive.rules.ts';

export const WAYS = ['text', 'call', 'voicemail', 'email'] as const;
export type Way = (typeof WAYS)[number];

export const wayWords: Readonly<Record<Way, string>> = {
  text: 'Text message',
  call: 'Phone call',
  voicemail: 'Message on the voicemail',
  email: 'E-mail',
};

/** An NHS number that may be left empty (null): ten figures whose last one fits. */
export const optionalNhsNumber = () =>
  z.string().transform((value, ctx): string | null => {
    const figures = value.replace(/[\s-]/g, '');
    if (figures === '') return null;
    if (isNhsNumber(figures)) return figures;
    ctx.addIssue({
      code: 'custom',
      message:
        'Check the NHS number: its last figure does not fit the others. Leave it empty if you are not sure.',
    });
    return z.NEVER;
  });

/** Who the parent is, as somebody else tells it. */
export const parentFields = {
  givenName: text('Enter the parent’s first name.', 100),
  familyName: optionalText(100),
  knownAs: optionalText(100),
  bornOn: optionalDate(),
  nhsNumber: optionalNhsNumber(),
  relation: oneOf(RELATIONS, 'Choose who the parent is to the baby.'),
  dueOn: optionalDate(),
  babyBornOn: optionalDate(),
  language: optionalText(20),
  interpreterNeeded: tick(),
  accessNeeds: optionalText(500),
};

/** How it is safe to reach the parent. */
export const contactFields = {
  phone: optionalPhone(),
  email: optionalEmail(),
  ways: someOf(WAYS),
  privatePhone: tick(),
  safeTimes: optionalText(300),
};

export const addressFields = { address: optionalText(300), postcode: optionalText(12) };

export const whyFields = (needs: readonly string[]) => ({
  why: text('Say in a few words why peer support may help.', 4000),
  needs: someOfThese(needs),
  risks: optionalText(4000),
  supportNow: optionalText(2000),
});

export const referrerFields = {
  name: text('Enter your name.', 200),
  job: text('Enter your job, such as midwife.', 200),
  worksFor: optionalText(200),
  referrerEmail: email('Enter your e-mail address, so that we can tell you what becomes of it.'),
  referrerPhone: optionalPhone(),
};

export const agreement = {
  parentKnows: yesNo('Say whether the parent knows and agrees.'),
  tellReferrer: yesNo('Say whether the parent agrees that you hear what became of it.'),
};

/** What is wrong with the ways to reach somebody: a way without its address, or no way at all. */
export const contactErrors = (
  value: {
    readonly phone: string | null;
    readonly email: string | null;
    readonly ways: readonly Way[];
    readonly address?: string;
  },
  nobody: string,
): FieldError[] => {
  if (!value.phone && !value.email && !value.address) return [{ field: 'phone', message: nobody }];
  const errors: FieldError[] = [];
  if (!value.phone && value.ways.some((way) => way !== 'email'))
    errors.push({ field: 'phone', message: 'Enter the phone number for texts or calls, or choose e-mail.' });
  if (!value.email && value.ways.includes('email'))
    errors.push({ field: 'email', message: 'Enter the e-mail address, or choose another way.' });
  return errors;
};

// A due date further ahead than a pregnancy lasts, or long past, is a slip of the pen.
const FURTHEST_DUE_DAYS = 300;
const LATEST_OVERDUE_DAYS = 42;

/** What is wrong with a due date and a birthday, seen from today. */
export const babyErrors = (
  value: { readonly dueOn: Temporal.PlainDate | null; readonly babyBornOn: Temporal.PlainDate | null },
  today: Temporal.PlainDate,
): FieldError[] => {
  const { dueOn, babyBornOn } = value;
  if (babyBornOn && Temporal.PlainDate.compare(babyBornOn, today) > 0)
    return [
      {
        field: 'babyBornOn',
        message: 'This birthday is in the future. Before the birth, give the due date instead.',
      },
    ];
  if (!dueOn || babyBornOn) return [];
  const ahead = today.until(dueOn, { largestUnit: 'day' }).days;
  if (ahead > FURTHEST_DUE_DAYS)
    return [{ field: 'dueOn', message: 'This due date is more than a pregnancy away. Check the year.' }];
  if (ahead < -LATEST_OVERDUE_DAYS)
    return [
      {
        field: 'dueOn',
        message: 'This due date passed some time ago. If the baby is born, give the birthday.',
      },
    ];
  return [];
};

/** The answers about contact as they are kept. What was not ticked is not allowed; the address is for letters. */
export const safeContactOf = (value: {
  readonly phone: string | null;
  readonly email: string | null;
  readonly ways: readonly Way[];
  readonly privatePhone: boolean;
  readonly safeTimes: string;
  readonly address?: string;
  readonly postcode?: string;
}): SafeContact => ({
  email: value.email,
  phone: value.phone,
  address: value.address || null,
  postcode: value.postcode || null,
  mayEmail: value.ways.includes('email'),
  mayText: value.ways.includes('text'),
  mayCall: value.ways.includes('call') || value.ways.includes('voicemail'),
  mayVoicemail: value.ways.includes('voicemail'),
  neutralOnly: !value.privatePhone,
  safeTimes: value.safeTimes,
});

/** The parent of a form as they arrive. Whoever reads no other language of ours is an English speaker until they say. */
export const arrivingParent = (
  who: {
    readonly givenName: string;
    readonly familyName: string;
    readonly knownAs: string;
    readonly bornOn: Temporal.PlainDate | null;
    readonly nhsNumber: string | null;
    readonly language: string;
    readonly interpreterNeeded: boolean;
    readonly accessNeeds: string;
  },
  contact: Parameters<typeof safeContactOf>[0],
): NewParent => ({
  givenName: who.givenName,
  familyName: who.familyName,
  knownAs: who.knownAs || null,
  bornOn: who.bornOn,
  pronouns: null,
  language: languageOf(who.language) ?? 'en',
  interpreterNeeded: who.interpreterNeeded,
  accessNeeds: who.accessNeeds,
  nhsNumber: who.nhsNumber,
  contact: safeContactOf(contact),
});
