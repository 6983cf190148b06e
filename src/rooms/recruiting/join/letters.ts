import type { Details, MessageTemplate } from '#platform/messages/message.ts';
import { letter, spoken } from '#platform/messages/templates/words.ts';

/**
 * A letter to an applicant, with its text message. It begins with the name they like to be called by and ends with the
 * centre; `tellApplicant` gives name, centre, phone and link.
 */
export const toApplicant = (of: {
  readonly code: string;
  readonly subject: string;
  readonly letter: (details: Details) => readonly (string | undefined | false)[];
  readonly text: (details: Details) => string;
}): readonly MessageTemplate[] =>
  spoken({
    code: of.code,
    subject: of.subject,
    letter: (given) => {
      const details = given as Details;
      const { name, centre, phone } = details;
      return letter(
        name ? `Hello ${name},` : 'Hello,',
        ...of.letter(details),
        [centre && `Everyone at ${centre}`, phone && `Phone: ${phone}`].filter(Boolean).join('\n'),
      );
    },
    text: (given) => of.text(given as Details),
  });
