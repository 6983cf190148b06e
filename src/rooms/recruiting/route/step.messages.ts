import type { MessageTemplate } from '#platform/messages/message.ts';
import { end, hello, letter, spoken, text } from '#platform/messages/templates/words.ts';

const page = (link: string | undefined) =>
  link && `Your own page shows where you are, whose move it is and how long it usually takes:\n${link}`;

/** Letters to applicants along the route. Details: greeting, link; outcome, next, words, why, day, time as each needs. */
export const stepMessages: readonly MessageTemplate[] = [
  ...spoken({
    code: 'recruiting_begun',
    subject: 'It was good to hear from you',
    letter: (details) =>
      letter(
        hello(details),
        'It was good to hear that you think of volunteering with us. We have made a page for you, so that you always know what comes next.',
        page(details.link),
        'Please keep the link to yourself: whoever has it can open your page. You do not need a password.',
        end(details),
      ),
    text: (details) =>
      text(
        `${details.organisation ?? 'Hello'}: thank you for thinking of volunteering. Your page:`,
        details.link,
      ),
  }),
  ...spoken({
    code: 'recruiting_next',
    subject: 'You are one step further',
    letter: (details) =>
      letter(
        hello(details),
        details.outcome,
        details.next && `What comes next:\n${details.next}`,
        page(details.link),
        'You can stop or take a rest at any time, on the same page.',
        end(details),
      ),
    text: (details) =>
      text(
        `${details.organisation ?? 'Hello'}: you are one step further. What comes next is here:`,
        details.link,
      ),
  }),
  ...spoken({
    code: 'recruiting_nudge',
    subject: 'Still there for you',
    letter: (details) =>
      letter(
        hello(details),
        `We have not forgotten you. This waits for you: ${details.next ?? 'your next step'}.`,
        'If something is in the way, tell us and we see what helps. If it is not the right time, you can rest or stop with two taps, and nobody minds.',
        page(details.link),
        'We do not write about this again.',
        end(details),
      ),
    text: (details) =>
      text(
        `${details.organisation ?? 'Hello'}: we have not forgotten you. If it is not the time, rest or stop here:`,
        details.link,
      ),
  }),
  ...spoken({
    code: 'recruiting_rest_over',
    subject: 'You asked us to come back to you',
    letter: (details) =>
      letter(
        hello(details),
        'Some time ago you took a rest from volunteering with us, until about now. How are things?',
        'On your page you can go on where you were, rest a while longer, or stop. All three are fine.',
        details.link,
        end(details),
      ),
    text: (details) =>
      text(
        `${details.organisation ?? 'Hello'}: you asked us to come back to you. Go on, rest or stop here:`,
        details.link,
      ),
  }),
  ...spoken({
    code: 'recruiting_link',
    subject: 'The link to your page',
    letter: (details) =>
      letter(
        hello(details),
        'Here is a link to your own page again.',
        details.link,
        'Please keep it to yourself: whoever has it can open your page.',
        end(details),
      ),
    text: (details) => text('The link to your own page:', details.link),
  }),
  ...spoken({
    code: 'recruiting_time_cancelled',
    subject: 'We cannot keep the time we agreed',
    today: true,
    letter: (details) =>
      letter(
        hello(details),
        `You chose to talk with us on ${details.day} at ${details.time}. We are sorry: that time does not work after all.${details.why ? ` ${details.why}` : ''}`,
        `Please choose another on your page, or ask there for a call:\n${details.link}`,
        end(details),
      ),
    text: (details) =>
      text(
        `We are sorry: ${details.day} at ${details.time} does not work after all. Please choose another time:`,
        details.link,
      ),
  }),
  ...spoken({
    code: 'recruiting_offer',
    subject: 'We would love to have you',
    letter: (details) =>
      letter(
        hello(details),
        `We have met you, read what others say of you, and seen that all is in place. We would love you to join us: ${details.next}.`,
        details.words,
        `You say yes, or not now, on your page. Take the time you need:\n${details.link}`,
        end(details),
      ),
    text: (details) =>
      text(
        `${details.organisation ?? 'Hello'}: we would love you to join us. Please answer here:`,
        details.link,
      ),
  }),
  ...spoken({
    code: 'recruiting_welcomed',
    subject: 'Welcome to the team',
    letter: (details) =>
      letter(
        hello(details),
        `You are one of us now: ${details.next}. Thank you for coming all this way.`,
        'A second e-mail has a link with which you choose a password. With it you come in and see what is planned. Your volunteer manager is in touch about your first day with families.',
        end(details),
      ),
  }),
  ...spoken({
    code: 'recruiting_declined',
    subject: 'About volunteering with us',
    letter: (details) =>
      letter(
        hello(details),
        details.words,
        details.link && `This stays on your page as well:\n${details.link}`,
        end(details),
      ),
    text: (details) =>
      text(
        `${details.organisation ?? 'Hello'}: we have written to you about volunteering. Please read it here:`,
        details.link,
      ),
  }),
  ...spoken({
    code: 'recruiting_withdrawn',
    subject: 'Thank you for thinking of us',
    letter: (details) =>
      letter(
        hello(details),
        'We have written down that you are not going on with volunteering for now. Thank you for the time you gave us.',
        'The door stays open. If you would like to come back one day, you find us on your page:',
        details.link,
        end(details),
      ),
    text: (details) =>
      text('We have written down that you are not going on for now. The door stays open:', details.link),
  }),
];
