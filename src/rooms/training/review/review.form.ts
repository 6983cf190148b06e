import { optionalText, text, yesNo } from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';

export const reviewForm = form(
  'course-review',
  {
    role: text('Enter your profession.', 120),
    approved: yesNo('Say what you decided.'),
    words: optionalText(2000),
  },
  ({ approved, words }) =>
    approved || words !== ''
      ? []
      : [{ field: 'words', message: 'Say what has to change before it may be used.' }],
);
