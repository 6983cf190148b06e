import { optionalEmail, optionalPhone, optionalText, someOf, time, yesNo } from '#platform/forms/fields.ts';
import { form, type Typed } from '#platform/forms/form.ts';
import { clockTime } from '#ui/times.ts';
import { phoneInWords } from '../phone.rules.ts';
import type { ContactFields } from './contact.queries.ts';

export const WAYS = ['email', 'text', 'call', 'voicemail'] as const;

export const contactForm = form(
  'people.contact',
  {
    email: optionalEmail(),
    phone: optionalPhone(),
    ways: someOf(WAYS),
    othersMayRead: yesNo('Say whether somebody else may see the phone or the e-mail.'),
    safeTimes: optionalText(300),
    quietFrom: time('Enter when the quiet hours begin, such as 8pm.'),
    quietUntil: time('Enter when the quiet hours end, such as 8am.'),
    address: optionalText(500),
    postcode: optionalText(10),
  },
  (value) => [
    ...(value.ways.includes('email') && value.email === null
      ? [{ field: 'email', message: 'Enter the e-mail address, or take away the tick that says it is safe.' }]
      : []),
    ...(value.ways.some((way) => way !== 'email') && value.phone === null
      ? [{ field: 'phone', message: 'Enter the phone number, or take away the ticks that say it is safe.' }]
      : []),
    ...(value.ways.includes('voicemail') && !value.ways.includes('call')
      ? [{ field: 'ways', message: 'A voicemail is only left when calling is safe. Tick calls as well.' }]
      : []),
  ],
);

type ContactTyped = Extract<ReturnType<typeof contactForm.parse>, { ok: true }>['value'];

export const contactFieldsFrom = (value: ContactTyped): ContactFields => ({
  email: value.email,
  phone: value.phone,
  address: value.address === '' ? null : value.address,
  postcode: value.postcode === '' ? null : value.postcode,
  mayEmail: value.ways.includes('email'),
  mayText: value.ways.includes('text'),
  mayCall: value.ways.includes('call'),
  mayVoicemail: value.ways.includes('voicemail'),
  neutralOnly: value.othersMayRead,
  safeTimes: value.safeTimes,
  quietFrom: value.quietFrom,
  quietUntil: value.quietUntil,
});

// "12 midnight" is how we say it and not how anyone types it.
const typedTime = (at: Temporal.PlainTime) =>
  at.hour === 0 && at.minute === 0 ? '12am' : clockTime(at).replace(' noon', 'pm');

export const contactPrefill = (contact: ContactFields): Typed => ({
  email: contact.email ?? '',
  phone: contact.phone ? phoneInWords(contact.phone) : '',
  ways: [
    ...(contact.mayEmail ? ['email'] : []),
    ...(contact.mayText ? ['text'] : []),
    ...(contact.mayCall ? ['call'] : []),
    ...(contact.mayVoicemail ? ['voicemail'] : []),
  ],
  othersMayRead: contact.neutralOnly ? 'yes' : 'no',
  safeTimes: contact.safeTimes,
  quietFrom: typedTime(contact.quietFrom),
  quietUntil: typedTime(contact.quietUntil),
  address: contact.address ?? '',
  postcode: contact.postcode ?? '',
});
