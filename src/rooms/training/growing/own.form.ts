import { date, oneOf, optionalText, text, tick } from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';
import { OWN_KINDS } from './record.rules.ts';

/** What somebody writes into their own learning record. */
export const ownLearningForm = form('own-learning', {
  kind: oneOf(OWN_KINDS, 'Choose what it was.'),
  title: text('Enter what it was called.', 200),
  whereFrom: optionalText(200),
  doneOn: date('Enter the day, or the last day of it.'),
  took: optionalText(2000),
  shared: tick(),
});
