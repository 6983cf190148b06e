import type { MessageTemplate } from '#platform/messages/message.ts';

/** Messages that only this room sends; those about what became of a referral are the house's own. */
export const referralMessages: readonly MessageTemplate[] = [
  {
    code: 'referral_draft_link',
    subject: () => 'Carry on with the form you began',
    body: ({ link = '' }) =>
      `Hello,\n\nYou asked for this link to the form that you began. Nothing has been sent yet.\n\n${link}\n\nIt works for seven days. Whoever has it can read what you wrote, so please do not pass it on.`,
    neutralSubject: () => 'The link you asked for',
    neutralBody: ({ link = '' }) =>
      `Hello,\n\nHere is the link you asked for. It works for seven days.\n\n${link}`,
  },
];
