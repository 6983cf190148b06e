import type { MessageTemplate } from '../message.ts';
import { end, hello, letter, onWhen, spoken, text, when } from './words.ts';

/** Places, sessions and drop-ins. Details: group, day, time, venue, answer_by, why, next, link. */
export const groupTemplates: readonly MessageTemplate[] = [
  ...spoken({
    code: 'place_offered',
    subject: 'A place in a group for you',
    letter: (details) =>
      letter(
        hello(details),
        `We have kept a place for you${details.group ? ` in ${details.group}` : ' in a group'}.`,
        when(details) && `It starts${onWhen(details)}.`,
        `Please say yes or no${details.answer_by ? ` by ${details.answer_by}` : ' when you can'}${details.link ? `: ${details.link}` : ', on your page or by phone'}. After that we may offer it to another parent, and you keep your turn for the next group.`,
        'If the day, the place or getting there is hard, tell us. We may be able to help.',
        end(details),
      ),
    text: (details) =>
      text(
        hello(details),
        `we have kept a place for you${details.group ? ` in ${details.group}` : ' in a group'}${when(details) ? ` from ${when(details)}` : ''}. Please say yes or no${details.answer_by ? ` by ${details.answer_by}` : ''}.`,
        details.link,
        details.organisation,
      ),
  }),
  ...spoken({
    code: 'place_confirmed',
    subject: 'Your place is yours',
    letter: (details) =>
      letter(
        hello(details),
        `Your place${details.group ? ` in ${details.group}` : ''} is yours.`,
        when(details) && `We meet${onWhen(details)}.`,
        'Wear something comfortable. You do not need to bring anything, and coming late is fine.',
        details.link && `How to get there and who will be there: ${details.link}`,
        end(details),
      ),
    text: (details) =>
      text(
        hello(details),
        `your place is yours.${when(details) ? ` We meet${onWhen(details, 'short')}.` : ''}`,
        details.organisation,
      ),
  }),
  ...spoken({
    code: 'session_reminder',
    subject: (details) => (when(details) ? `We meet on ${when(details)}` : 'We meet again soon'),
    letter: (details) =>
      letter(
        hello(details),
        `${details.group ?? 'We'} ${details.group ? 'meets' : 'meet'}${onWhen(details) || ' again soon'}.`,
        `Cannot come? Tell us, so that nobody worries${details.link ? `: ${details.link}` : '.'} Coming late is fine.`,
        end(details),
      ),
    text: (details) =>
      text(
        hello(details),
        `we meet${onWhen(details, 'short') || ' again soon'}. Cannot come? Tell us. Late is fine.`,
        details.link,
        details.organisation,
      ),
  }),
  ...spoken({
    code: 'session_called_off',
    subject: (details) => (details.day ? `${details.day} is called off` : 'A session is called off'),
    letter: (details) =>
      letter(
        hello(details),
        `We are sorry: ${details.group ?? 'our session'}${onWhen({ ...details, venue: '' })} is called off. Please do not set out.`,
        details.why,
        details.next && `We meet next on ${details.next}.`,
        end(details),
      ),
    text: (details) =>
      text(
        hello(details),
        `we are sorry: ${when(details) || 'our next session'} is called off. Please do not set out.`,
        details.next && `Next: ${details.next}.`,
        details.organisation,
        details.phone,
      ),
    today: true,
  }),
  ...spoken({
    code: 'session_moved',
    subject: 'A change to when or where we meet',
    letter: (details) =>
      letter(
        hello(details),
        `There is a change. ${details.group ?? 'Our session'} has moved${when(details) ? `: it is now${onWhen(details)}` : ''}.${details.was ? ` It was to be on ${details.was}.` : ''}`,
        details.rest,
        details.why,
        'If the new time or place is hard for you, tell us.',
        end(details),
      ),
    text: (details) =>
      text(
        hello(details),
        `a change: ${when(details) ? `we now meet${onWhen(details, 'short')}` : 'our next session has moved'}.`,
        details.rest && 'The sessions after it move too.',
        details.organisation,
        details.phone,
      ),
    today: true,
  }),
  ...spoken({
    code: 'did_not_come',
    subject: 'You are welcome next time',
    letter: (details) =>
      letter(
        hello(details),
        'We missed you, and hope you are all right. You are welcome next time, and you do not have to explain.',
        details.next && `We meet next on ${details.next}${details.venue ? `, at ${details.venue}` : ''}.`,
        'If something about the day or the group could be different, tell us. If you would rather stop, that is fine too.',
        details.help &&
          `If things are hard just now, there are people who answer at any hour: ${details.help}`,
        end(details),
      ),
    text: (details) =>
      text(
        hello(details),
        'we missed you and hope you are all right. You are welcome next time, no explaining needed.',
        details.organisation,
      ),
  }),
  ...spoken({
    code: 'drop_in_open',
    subject: 'Our drop-in is open to you',
    letter: (details) =>
      letter(
        hello(details),
        `Our monthly drop-in is open to you from today.${when(details) ? ` The next one is${onWhen(details)}.` : ''}`,
        'There is a warm drink, and people who have been where you are. Come for as long as you like. You do not have to book, or to talk.',
        'If walking in alone feels like a lot, ring us first and someone will meet you at the door.',
        end(details),
      ),
    text: (details) =>
      text(
        hello(details),
        `our drop-in is open to you.${when(details) ? ` Next: ${when(details)}${details.venue ? `, ${details.venue}` : ''}.` : ''} Come for as long as you like.`,
        details.organisation,
      ),
  }),
];
