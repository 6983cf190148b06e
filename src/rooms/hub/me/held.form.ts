import { optionalEmail, optionalPhone, optionalText, someOf, tick, yesNo } from '#platform/forms/fields.ts';
import { form, type Typed } from '#platform/forms/form.ts';
import type { ContactFields } from '#rooms/people/door.ts';
import { phoneWords } from './me.rules.ts';

const WAYS = ['email', 'text', 'call', 'voicemail'] as const;

/** What a parent says of how to reach them: their own words for the team's contact page. */
export const reachForm = form(
  'my_contact',
  {
    phone: optionalPhone(),
    email: optionalEmail(),
    ways: someOf(WAYS),
    othersMayRead: yesNo('Say whether somebody else may see your phone or e-mail.'),
    safeTimes: optionalText(300),
  },
  (value) => [
    ...(value.ways.some((way) => way !== 'email') && value.phone === null
      ? [{ field: 'phone', message: 'Enter your phone number, or take away the ticks for texts and calls.' }]
      : []),
    ...(value.ways.includes('email') && value.email === null
      ? [{ field: 'email', message: 'Enter your e-mail address, or take away the tick for e-mail.' }]
      : []),
    ...(value.ways.includes('voicemail') && !value.ways.includes('call')
      ? [{ field: 'ways', message: 'We only leave a voicemail when we may call. Tick calls as well.' }]
      : []),
  ],
);

type Reach = Extract<ReturnType<typeof reachForm.parse>, { ok: true }>['value'];

/** What was typed as the fields of a contact; the address and the quiet hours stay as they are. */
export const contactFrom = (value: Reach): Partial<ContactFields> => ({
  phone: value.phone,
  email: value.email,
  mayEmail: value.ways.includes('email'),
  mayText: value.ways.includes('text'),
  mayCall: value.ways.includes('call'),
  mayVoicemail: value.ways.includes('voicemail'),
  neutralOnly: value.othersMayRead,
  safeTimes: value.safeTimes,
});

export const reachPrefill = (contact: ContactFields): Typed => ({
  phone: contact.phone ? phoneWords(contact.phone) : '',
  email: contact.email ?? '',
  ways: [
    ...(contact.mayEmail ? ['email'] : []),
    ...(contact.mayText ? ['text'] : []),
    ...(contact.mayCall ? ['call'] : []),
    ...(contact.mayVoicemail ? ['voicemail'] : []),
  ],
  othersMayRead: contact.neutralOnly ? 'yes' : 'no',
  safeTimes: contact.safeTimes,
});

export const leaveForm = form('my_leave', {
  sure: yesNo('Say whether you want to leave.'),
  noMessages: tick(),
});

/** No way of reaching somebody is left, whatever addresses we know. */
export const noMessages: Partial<ContactFields> = {
  mayEmail: false,
  mayText: false,
  mayCall: false,
  mayVoicemail: false,
};
