import { date, optionalDate, optionalText, text, yesNo } from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';

const told = {
  provider: text('Enter who ran the course.', 200),
  title: text('Enter what the course was called.', 200),
  doneOn: date('Enter the day on the certificate.'),
  number: optionalText(100),
};

/** A course done elsewhere, as its learner tells it. */
export const outsideForm = form('outside-course', told);

/** What whoever recruits says after seeing the certificate. */
export const checkForm = form(
  'outside-course-check',
  {
    accepted: yesNo('Say whether it counts.'),
    checked: optionalText(1000),
    expiresOn: optionalDate(),
    wordsToThem: optionalText(1000),
  },
  ({ accepted, checked, expiresOn, wordsToThem }) => {
    if (!accepted)
      return wordsToThem === ''
        ? [{ field: 'wordsToThem', message: 'Say in kind words why it does not count.' }]
        : [];
    return [
      ...(checked === ''
        ? [
            {
              field: 'checked',
              message:
                'Say what you saw and how you checked it, such as “the original, with the provider’s number”.',
            },
          ]
        : []),
      ...(expiresOn === null ? [{ field: 'expiresOn', message: 'Enter the day on which it ends.' }] : []),
    ];
  },
);

/** The same two at once, where somebody brings the certificate to the centre. */
export const recordForm = form('outside-course-record', {
  ...told,
  checked: text('Say what you saw and how you checked it.', 1000),
  expiresOn: date('Enter the day on which it ends.'),
});
