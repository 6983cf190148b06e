import {
  date,
  maybeOneOf,
  oneOf,
  oneOfThese,
  optionalDate,
  optionalEmail,
  optionalPhone,
  optionalText,
  someOf,
  text,
  tick,
  yesNo,
} from '#platform/forms/fields.ts';
import { form, justAButton } from '#platform/forms/form.ts';
import { MOVERS } from '../profiles/profile.shape.ts';
import { WITHDRAWAL_REASONS } from '../route/ends.rules.ts';
import { INDUCTION_POINTS } from '../welcome/induction.rules.ts';
import { letterFault } from './letters.rules.ts';
import { NOTE_ABOUT } from './note.rules.ts';

export const bookForm = form('recruiting.book', { time: text('Choose a time.', 60) });
export const talkedForm = form('recruiting.talked', { words: optionalText(4000) });
export const missedForm = form('recruiting.missed', { words: optionalText(2000) });
export const noteForm = form('recruiting.note', {
  about: oneOf(NOTE_ABOUT, 'Choose what the note is about.'),
  words: text('Write the note.', 4000),
});
export const answerForm = form('recruiting.answer', { words: optionalText(2000) });
export const pauseForm = form('recruiting.pause', { until: optionalDate(), why: optionalText(500) });
export const goOnForm = justAButton('recruiting.go_on');
export const withdrawForm = form('recruiting.withdraw', {
  why: oneOf(WITHDRAWAL_REASONS, 'Choose the reason they gave, or the one that comes nearest.'),
  words: optionalText(2000),
  tell: tick(),
});
export const declineForm = form(
  'recruiting.decline',
  {
    words: text('Write down what was weighed. It is not in the letter.', 4000),
    letter: text('Write the letter. Nobody is sent away without one.', 4000),
    again: optionalDate(),
  },
  ({ letter }) => {
    const fault = letterFault(letter);
    return fault ? [{ field: 'letter', message: fault }] : [];
  },
);
export const sendDeclineForm = form('recruiting.send_decline', { sure: tick() }, ({ sure }) =>
  sure ? [] : [{ field: 'sure', message: 'Tick that you have read the letter and decide this.' }],
);
export const waiveForm = form('recruiting.waive', {
  why: text('Say why it is not needed for them.', 500),
});
export const passForm = form('recruiting.pass', { mover: oneOf(MOVERS, 'Choose whose move it is.') });
export const linkForm = form('recruiting.link', { endOlder: tick() });
export const offerForm = form('recruiting.offer', { words: optionalText(2000) });
export const acceptForm = justAButton('recruiting.accept');
const points = INDUCTION_POINTS.map((point) => point.code);
export const inductionForm = form('recruiting.induction', {
  points: someOf(points),
  on: date('Enter the day on which it was.'),
});
export const welcomeForm = justAButton('recruiting.welcome');

const who = {
  givenName: text('Enter their first name.', 100),
  familyName: optionalText(100),
  knownAs: optionalText(100),
  phone: optionalPhone(),
  mayText: tick(),
  accessNeeds: optionalText(1000),
};

const reachable = (value: {
  readonly email: string | null;
  readonly phone: string | null;
  readonly mayText: boolean;
}) => [
  ...(value.email === null && value.phone === null
    ? [{ field: 'email', message: 'Enter an e-mail address or a phone number, so that we can reach them.' }]
    : []),
  ...(value.mayText && value.phone === null
    ? [{ field: 'phone', message: 'Enter the phone number that we may text.' }]
    : []),
];

export const contactForm = form('recruiting.contact', { ...who, email: optionalEmail() }, reachable);
/** The form for somebody who rang or came to a talk. */
export const newForm = (known: {
  readonly centreIds: readonly string[];
  readonly profileIds: readonly string[];
  readonly languages: readonly string[];
}) =>
  form(
    'recruiting.new',
    {
      centre: oneOfThese(known.centreIds, 'Choose the centre.'),
      profile: oneOfThese(known.profileIds, 'Choose the role they ask about.'),
      givenName: who.givenName,
      familyName: who.familyName,
      knownAs: who.knownAs,
      email: optionalEmail(),
      phone: who.phone,
      mayText: who.mayText,
      language: oneOfThese(known.languages, 'Choose a language.'),
      accessNeeds: who.accessNeeds,
      source: optionalText(60),
      heardFrom: optionalText(300),
      parentHere: maybeOneOf(['yes', 'no']),
      words: optionalText(2000),
      talked: yesNo('Say whether you have had the conversation already.'),
    },
    reachable,
  );
