import { text } from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';

export const takeOnForm = form('take a concern on', {
  words: text('Write a few words for whoever raised it, so that they know it was read.', 2000),
});

/** What stands in the box until somebody writes better words. */
export const FIRST_WORDS =
  'Thank you for telling me. I have read it and I am dealing with it. I may need to talk with you about it.';
