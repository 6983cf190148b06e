import type { MessageTemplate } from '#platform/messages/message.ts';
import { end, hello, letter, type MessageDetails, spoken, when } from '#platform/messages/templates/words.ts';

const place = ({ venue }: MessageDetails) => (venue ? `Where, or how: ${venue}.` : undefined);
const look = ({ home }: MessageDetails) => (home ? `You can look here: ${home}` : undefined);

// A calendar lies open and a phone is looked at by others: no subject says more than that there is a time.
const letters = (
  code: string,
  subject: string,
  paragraphs: (details: MessageDetails) => readonly (string | undefined | false)[],
): readonly MessageTemplate[] =>
  spoken({
    code,
    subject,
    letter: (details) => letter(hello(details), ...paragraphs(details), look(details), end(details)),
  });

/** What the rhythm writes, to the peer supporter and to whoever holds the meeting. Details: day, time, venue, was, why, words. */
export const rhythmMessages: readonly MessageTemplate[] = [
  ...letters('supervision_proposed', 'A time to meet', (details) => [
    `There is a time to meet: ${when(details)}.`,
    place(details),
    details.why,
    'Does it suit you? Please say yes, or ask for another time. Both take one tap.',
  ]),
  ...letters('supervision_moved', 'A time to meet has moved', (details) => [
    details.was
      ? `Your meeting of ${details.was} has moved. It is now ${when(details)}.`
      : `Your meeting has moved. It is now ${when(details)}.`,
    place(details),
    details.why,
    details.words,
    'If it does not suit you, ask for another time.',
  ]),
  ...letters('supervision_other_time', 'Another time to meet is asked for', (details) => [
    `${when(details)} does not suit, and another time is asked for.`,
    details.words,
    'Please look at it together and choose one. Until then the time stays as it is.',
  ]),
  ...letters('supervision_clash', 'A time to meet needs a look', (details) => [
    `You agreed to meet on ${when(details)}. One of you is away on that day now.`,
    'Nothing was changed, because you had agreed it. Please choose another time together.',
  ]),
  ...letters('supervision_no_time', 'A time to meet has to be found', (details) => [
    `The time to meet on ${when(details)} no longer works, and there is no other that suits you both.`,
    'Please arrange it together.',
  ]),
  ...letters('supervision_called_off', 'A time to meet is called off', (details) => [
    `The time to meet on ${when(details)} is called off.`,
    details.words,
    'If it is still needed, another time is looked for.',
  ]),
  ...letters('supervision_soon', 'A time to meet, soon', (details) => [
    `A reminder: you meet on ${when(details)}.`,
    place(details),
    'If something has come up, say so now, and another time is found.',
  ]),
  ...letters('supervision_coffee', 'A coffee morning', (details) => [
    `There is a coffee morning for all peer supporters: ${when(details)}.`,
    place(details),
    'It is yours, and nobody has to come. Say if you would like to; those who come see who else does.',
  ]),
];
