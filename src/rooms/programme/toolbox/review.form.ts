import { date, oneOf, optionalText, text, yesNo } from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';
import { REVIEWED } from './toolbox.commands.ts';

/** Who read a text, and what they decided. A refusal has to say why: whoever mends it must know. */
export const reviewForm = form(
  'activity-review',
  {
    what: oneOf(REVIEWED, 'Say what they read.'),
    name: text('Enter the name of the professional who read it.', 120),
    role: text('Enter their profession.', 120),
    on: date('Enter the day on which they read it.'),
    approved: yesNo('Say what they decided.'),
    words: optionalText(2000),
  },
  ({ approved, words }) =>
    approved || words !== ''
      ? []
      : [{ field: 'words', message: 'Say what has to change before it may be used.' }],
);

export const favouriteForm = form('activity-favourite', { keep: yesNo('Say whether to keep it.') });
