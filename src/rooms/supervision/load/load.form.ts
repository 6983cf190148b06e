import { oneOf, optionalDate, optionalText, tick } from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';

export const howForm = form('supervision_how_it_was', {
  how: oneOf(['light', 'all_right', 'heavy'], 'Choose how it was: light, all right or heavy.'),
  told: tick(),
  on: optionalDate(),
  words: optionalText(2000),
});

export const answerForm = form('supervision_debrief_answer', {
  say: oneOf(['yes', 'no_thanks', 'ring_now'], 'Choose one of the buttons.'),
});

/** What whoever rings writes down. */
export const debriefForm = form(
  'supervision_debrief',
  {
    what: oneOf(['offered', 'held', 'no_thanks'], 'Say what has happened.'),
    how: oneOf(['phone', 'face_to_face', 'online', 'message', ''], 'Choose how you offered it.'),
    words: optionalText(300),
  },
  ({ what, how }) =>
    what === 'offered' && how === '' ? [{ field: 'how', message: 'Say how you offered it.' }] : [],
);
