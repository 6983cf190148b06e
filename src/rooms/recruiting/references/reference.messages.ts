import type { Details, MessageTemplate } from '#platform/messages/message.ts';
import { letter, spoken } from '#platform/messages/templates/words.ts';

const dear = ({ name }: Details) => (name ? `Hello ${name},` : 'Hello,');
const ends = ({ centre, phone }: Details) => [centre, phone && `Phone: ${phone}`].filter(Boolean).join('\n');
const HOW =
  'It takes about three minutes and needs no account. You can also say there that you would rather be rung, or that you cannot give a reference.';

/** To a referee (name, applicant, role, centre, phone, link, answer_by, until) and, about referees, to an applicant. */
export const referenceMessages: readonly MessageTemplate[] = [
  ...spoken({
    code: 'reference_asked',
    subject: (details) => `A few questions about ${(details as Details).applicant ?? 'somebody you know'}`,
    letter: (details) => {
      const said = details as Details;
      return letter(
        dear(said),
        `${said.applicant} would like to volunteer with us at ${said.centre} as a ${(said.role ?? 'volunteer').toLowerCase()}, and has told us that you know them. Would you answer a few short questions?`,
        said.link,
        HOW,
        `It helps us most if you answer by ${said.answer_by}. The link opens until ${said.until}. It is meant for you alone, so please do not pass it on.`,
        ends(said),
      );
    },
  }),
  ...spoken({
    code: 'reference_reminder',
    subject: (details) =>
      `A reminder: a few questions about ${(details as Details).applicant ?? 'somebody you know'}`,
    letter: (details) => {
      const said = details as Details;
      return letter(
        dear(said),
        `Some days ago we asked you for a few words about ${said.applicant}, who would like to volunteer with us at ${said.centre}. This is the only reminder we send.`,
        said.link,
        HOW,
        `The link opens until ${said.until}.`,
        ends(said),
      );
    },
  }),
  ...spoken({
    code: 'referee_needed',
    subject: 'We need one more name from you',
    letter: (details) => {
      const said = details as Details;
      return letter(
        dear(said),
        `${said.referee} cannot give a reference now. That happens often, and it says nothing about you.`,
        'Please name somebody else on your own page:',
        said.link,
        'If you cannot think of anybody, write or ring: we find another way together.',
        ends(said),
      );
    },
    text: (details) => {
      const said = details as Details;
      return `We need one more name from you for a reference. Your page: ${said.link}`;
    },
  }),
];
