import type { MessageTemplate } from '../message.ts';
import { hello, letter, spoken, text } from './words.ts';

const quiet = {
  subject: 'Something is waiting for you',
  body: ({ link }: { readonly link?: string }) =>
    letter(
      'Hello,',
      `Something is waiting for you to read today.${link ? ` Sign in here: ${link}` : ' Please sign in.'}`,
    ),
};

/** To the team. Details: link, read_by, reference. Nothing of a concern is ever in the message about it. */
export const teamTemplates: readonly MessageTemplate[] = [
  ...spoken({
    code: 'concern_waiting',
    subject: 'A concern is waiting for you',
    letter: (details) =>
      letter(
        hello(details),
        `Somebody has raised a concern, and it has come to you. Please sign in and open it${details.read_by ? ` by ${details.read_by}` : ' now'}.`,
        details.link,
        'If it is not opened and taken on by then, the next person is told. For their safety, nothing of what was said is in this message.',
      ),
    text: (details) =>
      text(
        'A concern has come to you in Kith.',
        details.read_by && `Please open it by ${details.read_by}.`,
        details.link,
      ),
    neutral: quiet,
  }),
  ...spoken({
    code: 'concern_taken_on',
    subject: 'What you raised has been read',
    letter: (details) =>
      letter(
        hello(details),
        'What you raised has been read and taken on. There are a few words for you on your receipt.',
        details.link,
        'You may not hear what is done about it: that is to keep people safe. If something new worries you, raise it again.',
      ),
    neutral: quiet,
  }),
];
