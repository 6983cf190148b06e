import type { MessageTemplate } from '#platform/messages/message.ts';
import { end, hello, letter, spoken } from '#platform/messages/templates/words.ts';

/** What the notes of supervision write to the two whose they are. Details: read_by. Nothing of what was said. */
export const noteMessages: readonly MessageTemplate[] = [
  ...spoken({
    code: 'supervision_note_kept',
    subject: 'There is something new for you to read',
    letter: (details) =>
      letter(
        hello(details),
        'The note of the last time you met is there for you to read. Sign in, and look under “Supervision” in your volunteering.',
        'If something is not as you remember it, add your own words. They stay beside what is written.',
        end(details),
      ),
  }),
  ...spoken({
    code: 'supervision_note_opened',
    subject: 'Somebody has opened a note of yours',
    letter: (details) =>
      letter(
        hello(details),
        `Somebody who looks after safety at your centre has opened a note of yours. They had to write down why, and it is open to them until ${details.read_by ?? 'tomorrow'}.`,
        'Who it was and the reason stand on the note. Sign in to read it. If you have questions, or would like to talk about it, ring us.',
        end(details),
      ),
    today: true,
  }),
];
