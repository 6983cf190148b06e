import type { MessageTemplate } from '#platform/messages/message.ts';
import {
  end,
  hello,
  letter,
  type MessageDetails,
  onWhen,
  spoken,
  text,
} from '#platform/messages/templates/words.ts';

const look = ({ link }: MessageDetails) => link && `Everything about your training is on your page: ${link}`;

/** What trainees hear of their cohort. Details: group (the cohort, or the unit), day, time, venue, was, why, link. */
export const cohortMessages: readonly MessageTemplate[] = [
  ...spoken({
    code: 'training_place',
    subject: 'You have a place in the training',
    letter: (details) =>
      letter(
        hello(details),
        `You have a place in ${details.group ?? 'the training'}. We begin${onWhen(details)}.`,
        'You need nothing special for the first time. Come as you are. If something would make it easier for you to take part, tell us.',
        look(details),
        end(details),
      ),
    text: (details) =>
      text(
        hello(details),
        `you have a place in ${details.group ?? 'the training'}. We begin${onWhen(details, 'short')}.`,
        details.link && `Your page: ${details.link}`,
      ),
  }),
  ...spoken({
    code: 'training_moved',
    subject: 'Your training meets at another time',
    today: true,
    letter: (details) =>
      letter(
        hello(details),
        `${details.group ?? 'Your training'} meets${onWhen(details)}${details.was ? `, not ${details.was}` : ''}.`,
        'If you cannot come then, tell us on your page. We find a way for you to catch up what you miss.',
        look(details),
        end(details),
      ),
    text: (details) =>
      text(
        hello(details),
        `your training meets${onWhen(details, 'short')}${details.was ? `, not ${details.was}` : ''}.`,
        details.link && `Your page: ${details.link}`,
      ),
  }),
  ...spoken({
    code: 'training_called_off',
    subject: 'About your training',
    today: true,
    letter: (details) =>
      letter(
        hello(details),
        `${details.group ?? 'Your training'}${onWhen(details)} does not take place.`,
        details.why,
        'What you have earned so far stays yours. We get in touch about how it goes on.',
        look(details),
        end(details),
      ),
    text: (details) =>
      text(
        hello(details),
        `your training${onWhen(details, 'short')} does not take place.`,
        details.why,
        details.link && `Your page: ${details.link}`,
      ),
  }),
  ...spoken({
    code: 'training_catch_up',
    subject: 'A time to catch up what you missed',
    letter: (details) =>
      letter(
        hello(details),
        `There is a time for you to catch up “${details.group ?? 'what you missed'}”${onWhen(details)}.`,
        details.link && `Say yes, or ask for another time, on your page: ${details.link}`,
        end(details),
      ),
    text: (details) =>
      text(
        hello(details),
        `you can catch up what you missed${onWhen(details, 'short')}.`,
        details.link && `Say yes, or ask for another time: ${details.link}`,
      ),
  }),
];
