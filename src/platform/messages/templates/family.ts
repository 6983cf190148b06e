import type { MessageTemplate } from '../message.ts';
import { end, hello, letter, spoken, text, when } from './words.ts';

/**
 * After a birth, and after a loss. Details: group, day, time, venue; from and words where a person signs.
 * The first one stops at a loss, like every message about a baby; the second is about support, and goes.
 */
export const familyTemplates: readonly MessageTemplate[] = [
  ...spoken({
    code: 'welcome_after_birth',
    subject: 'Thinking of you all',
    letter: (details) =>
      letter(
        hello(details),
        'Thank you for letting us know. However it has been, we are thinking of you.',
        `You do not need to do anything. The drop-in stays open to you all through the first year.${when(details) ? ` The next one is on ${when(details)}${details.venue ? `, at ${details.venue}` : ''}.` : ''}`,
        `If you feel low, frightened or not like yourself, please tell someone: your midwife, your health visitor or us.${details.help ? ` People who answer at any hour: ${details.help}` : ''}`,
        details.from,
        end(details),
      ),
    text: (details) =>
      text(
        hello(details),
        'we are thinking of you all. The drop-in stays open to you.',
        when(details) && `Next: ${when(details)}${details.venue ? `, ${details.venue}` : ''}.`,
        details.organisation,
      ),
  }),
  ...spoken({
    code: 'support_after_loss',
    subject: 'We are so sorry',
    letter: (details) =>
      letter(
        details.greeting ? `Dear ${details.greeting},` : 'Hello,',
        'We are so sorry. There are no right words, and we will not look for them.',
        details.words,
        'Our other messages to you have stopped. You do not need to ring or explain anything.',
        `If you would like to talk, we are here${details.phone ? `: ${details.phone}` : ''}.${details.help ? ` If you would rather talk with people who know about loss, they are here: ${details.help}` : ''}`,
        'We will not write again unless you would like us to.',
        details.from ?? details.organisation,
      ),
    text: (details) =>
      text(
        details.greeting ? `Dear ${details.greeting},` : '',
        'we are so sorry. Our other messages to you have stopped. We are here if you want to talk.',
        details.phone,
        details.from ?? details.organisation,
      ),
  }),
];
