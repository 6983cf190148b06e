import { oneOf, text, tick } from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';
import { SEAL_REASONS } from './wall.rules.ts';

export const sealForm = form(
  'people.seal',
  {
    why: oneOf(SEAL_REASONS, 'Say whether they volunteer with us or work here.'),
    page: oneOf(['closes', 'stays'], 'Say whether their parent page closes or stays.'),
    sure: tick(),
  },
  ({ sure }) =>
    sure
      ? []
      : [{ field: 'sure', message: 'Tick the box when you are sure, or go back: nothing has happened yet.' }],
);

export const openSealForm = form('people.open_seal', {
  why: text('Say why it was a mistake. The reason is kept with the seal.', 1000),
});
