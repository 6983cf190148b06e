import { z } from 'zod';
import {
  maybeYesNo,
  oneOfThese,
  optionalEmail,
  optionalPhone,
  optionalText,
  text,
  tick,
} from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';
import type { Role } from './join.queries.ts';

/** What the page asks of whoever presses send; the measure of its burden. */
export const ASK_QUESTIONS = 6;

export const askForm = (roles: readonly Role[]) =>
  form(
    'join.ask',
    {
      givenName: text('Tell us what to call you. A first name is enough.', 100),
      email: optionalEmail(),
      phone: optionalPhone(),
      mayText: tick(),
      role: oneOfThese(
        roles.map(({ code }) => code),
        'Choose the one that draws you most. You can change your mind when we talk.',
      ),
      heard: z.string(),
      wasParentHere: maybeYesNo(),
      words: optionalText(2000),
      begun: z.string(),
    },
    ({ email, phone, mayText }) => {
      if (!email && !phone)
        return [
          { field: 'email', message: 'Give one way to reach you: an e-mail address or a phone number.' },
        ];
      if (mayText && !phone) return [{ field: 'phone', message: 'Enter the number that we may text.' }];
      return [];
    },
  );

/** Where a lost link goes. */
export const lostForm = form(
  'join.lost',
  {
    email: optionalEmail(),
  },
  ({ email }) => (email ? [] : [{ field: 'email', message: 'Enter the e-mail address you gave us.' }]),
);
