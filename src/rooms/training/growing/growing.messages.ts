import type { MessageTemplate } from '#platform/messages/message.ts';
import { end, hello, letter, onWhen, spoken, text } from '#platform/messages/templates/words.ts';

/**
 * About learning together and ways on, to people of the team. Details of an event: group (its title), day, time, venue,
 * why, link. Of an answer: words, link.
 */
export const growingMessages: readonly MessageTemplate[] = [
  ...spoken({
    code: 'learning_event_planned',
    subject: 'Something to learn at together',
    letter: (details) =>
      letter(
        hello(details),
        `You are warmly invited: ${details.group}${onWhen(details)}.`,
        details.link && `What it is about, and a place to say yes or no:\n${details.link}`,
        'You do not have to. It is an offer.',
        end(details),
      ),
    text: (details) =>
      text(
        `You are invited: ${details.group}${onWhen(details, 'short')}.`,
        details.link && `Say yes or no here: ${details.link}`,
      ),
  }),
  ...spoken({
    code: 'learning_event_moved',
    subject: 'An event you said yes to has moved',
    letter: (details) =>
      letter(
        hello(details),
        `${details.group} has moved. It is now${onWhen(details)}.`,
        details.link &&
          `If that does not suit you, say so here, and somebody else can have your place:\n${details.link}`,
        end(details),
      ),
    text: (details) =>
      text(`${details.group} has moved. It is now${onWhen(details, 'short')}.`, details.link),
    today: true,
  }),
  ...spoken({
    code: 'learning_event_called_off',
    subject: 'An event does not take place',
    letter: (details) =>
      letter(
        hello(details),
        `${details.group}${onWhen(details)} does not take place.`,
        details.why,
        'Sorry about that. When there is a new day, we tell you.',
        end(details),
      ),
    text: (details) => text(`${details.group}${onWhen(details, 'short')} does not take place.`, details.why),
    today: true,
  }),
  ...spoken({
    code: 'interest_answered',
    subject: 'About what you would like to do next',
    letter: (details) =>
      letter(
        hello(details),
        `Thank you for telling us that you are interested in this: ${details.group}. We have an answer for you.`,
        details.words,
        details.day && `Let us talk about it on ${details.day}.`,
        details.link && `It is on your own page as well:\n${details.link}`,
        end(details),
      ),
    text: (details) =>
      text(
        `We have an answer about what you would like to do next.`,
        details.day && `Let us talk on ${details.day}.`,
        details.link && `Read it here: ${details.link}`,
      ),
  }),
];
