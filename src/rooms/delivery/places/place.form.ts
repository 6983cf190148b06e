import { oneOf, oneOfThese, optionalText, text, tick, wholeNumber, yesNo } from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';

export const offerForm = form('place_offer', { personId: text('Choose who the place is for.', 40) });

/** What the parent told somebody of the team, on the phone or in person. */
export const answerForm = form('place_answer', {
  answer: oneOf(['yes', 'no'], 'Say whether they take the place.'),
  partnerComes: tick(),
  crecheChildren: wholeNumber('Say how many children need the crèche; 0 when none.', 0, 6),
});

export const endPlaceForm = form('place_end', {
  reason: oneOf(
    ['left', 'moved_away', 'could_not_reach', 'finished', 'mistake'],
    'Choose why the place ends.',
  ),
});

/** The parent's own answer to an offer. */
export const myPlaceForm = form('my_place', {
  answer: oneOf(['yes', 'no'], 'Say whether you would like the place.'),
  partnerComes: tick(),
  crecheChildren: oneOfThese(
    ['', '0', '1', '2', '3', '4'],
    'Choose how many children would come to the crèche.',
  ),
  bring: optionalText(500),
});

export const mySessionForm = form('my_session', {
  coming: yesNo('Say whether you are coming.'),
  words: optionalText(300),
});

export const leaveWaitingForm = form('waiting_leave', { personId: text('Choose who.', 40) });
