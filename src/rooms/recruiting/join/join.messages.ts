import type { MessageTemplate } from '#platform/messages/message.ts';
import { toApplicant } from './letters.ts';

/** What is written to somebody who asked about volunteering. Details: name, centre, phone, link. */
export const joinMessages: readonly MessageTemplate[] = [
  ...toApplicant({
    code: 'join_enquired',
    subject: 'Thank you for asking about volunteering',
    letter: ({ link = '' }) => [
      'Thank you for asking about volunteering with us. We are glad you did.',
      `This is your own page. It shows where you are, whose move it is and how long it usually takes:\n${link}`,
      'The first step is a short talk, by phone or over a cup of tea. Choose a time on your page, or ask us to ring you. Nothing is decided in it, and you can stop at any time.',
      'Whoever has this link can open your page, so please keep it to yourself.',
    ],
    text: ({ link = '' }) =>
      `Thank you for asking about volunteering. Your own page, with the next step: ${link}`,
  }),
  ...toApplicant({
    code: 'join_link',
    subject: 'The link to your page',
    letter: ({ link = '' }) => [
      `Here is the link to your page about volunteering. Everything is as you left it.\n${link}`,
      'Did you not ask for it? Then you need not do anything. Somebody may have typed your address by mistake, and they have seen nothing.',
    ],
    text: ({ link = '' }) => `The link to your page about volunteering: ${link}`,
  }),
];
