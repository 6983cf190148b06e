import { oneOf, optionalText } from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';

export const howWords = {
  spoke: 'We spoke',
  met: 'We met',
  message: 'I left a message in a way that is safe for them',
  they_said: 'They had let us know in another way',
  left: 'I left it for now',
} as const;
export type How = keyof typeof howWords;
export const HOWS = Object.keys(howWords) as unknown as readonly [How, ...How[]];

export const followUpForm = form('follow-up', {
  how: oneOf(HOWS, 'Choose what you did. Leaving it for now is an answer too.'),
  words: optionalText(2000),
});

/** The choice a saved text began with, for filling the form again; '' when it is another's words. */
export const howOf = (saved: string): How | '' =>
  HOWS.find((how) => saved === `${howWords[how]}.` || saved.startsWith(`${howWords[how]}.\n`)) ?? '';

/** The words after the choice. */
export const wordsOf = (saved: string): string => {
  const how = howOf(saved);
  return how === '' ? saved : saved.slice(howWords[how].length + 1).trim();
};
