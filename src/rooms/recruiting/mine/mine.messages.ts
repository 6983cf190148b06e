import type { MessageTemplate } from '#platform/messages/message.ts';
import { toApplicant } from '../join/letters.ts';

/** What is written to an applicant about what they did on their page. Details: name, centre, phone, link; day, time, how, with. */
export const mineMessages: readonly MessageTemplate[] = [
  ...toApplicant({
    code: 'mine_time_taken',
    subject: 'When we talk',
    letter: ({ day = '', time = '', how = '', with: whom = '', link = '' }) => [
      `We talk on ${day} at ${time}, with ${whom}.\n${how}.`,
      'It takes about twenty minutes. You ask, we ask, and nothing is decided. There is nothing to get ready.',
      `If it does not suit after all, choose another time or give this one back, whenever you like:\n${link}`,
    ],
    text: ({ day = '', time = '', how = '', link = '' }) =>
      `We talk on ${day} at ${time}. ${how}. To change it: ${link}`,
  }),
  ...toApplicant({
    code: 'mine_time_tomorrow',
    subject: 'We talk soon',
    letter: ({ day = '', time = '', how = '', with: whom = '', link = '' }) => [
      `This is to remind you: we talk on ${day} at ${time}, with ${whom}.\n${how}.`,
      `If something came up, that is no trouble. Choose another time here, so that somebody else can have this one:\n${link}`,
    ],
    text: ({ day = '', time = '', how = '', link = '' }) =>
      `We talk on ${day} at ${time}. ${how}. To change it: ${link}`,
  }),
  ...toApplicant({
    code: 'mine_left',
    subject: 'Goodbye for now',
    letter: ({ link = '' }) => [
      'You have stopped your application, and that is fine. Thank you for the time you gave us and for telling us why.',
      `Nobody asks you for anything now. If you change your mind, you can begin again from your page, and it is quicker than the first time:\n${link}`,
    ],
    text: ({ link = '' }) =>
      `Your application is stopped, and that is fine. If you change your mind, begin again here: ${link}`,
  }),
];
