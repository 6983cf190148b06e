import type { MessageTemplate } from '../message.ts';
import { end, hello, letter, spoken, text } from './words.ts';

const professional = {
  subject: 'News about something you sent',
  body: ({ link }: { readonly link?: string }) =>
    letter('Hello,', 'There is news about something you sent us.', link && `You can read it here: ${link}`),
};

/** A referral arrives and is decided. Details: reference, link, read_by, outcome. */
export const referralTemplates: readonly MessageTemplate[] = [
  ...spoken({
    code: 'referral_received_parent',
    subject: 'We have your details',
    letter: (details) =>
      letter(
        hello(details),
        'Your details have reached us, and we are glad you are here.',
        `A practitioner reads them${details.read_by ? ` by ${details.read_by}` : ' in the next few days'}, and then contacts you in the way that was chosen. You do not need to do anything.`,
        'Our monthly drop-in is open to you from today, whatever happens next.',
        details.reference && `If you ring us, you can say this reference: ${details.reference}.`,
        `If things get harder before you hear from us, please do not wait.${details.help ? ` People who answer now: ${details.help}` : ' NHS 111 answers day and night, and 999 if someone is in danger.'}`,
        'If you would rather not hear from us, tell us. That is fine.',
        end(details),
      ),
    text: (details) =>
      text(
        hello(details),
        `your details have reached ${details.organisation ?? 'us'}. A practitioner contacts you${details.read_by ? ` by ${details.read_by}` : ' in the next few days'}.`,
        details.help && `Help at any hour: ${details.help}`,
      ),
  }),
  ...spoken({
    code: 'referral_received_professional',
    subject: ({ reference }) =>
      reference ? `Your referral ${reference} has arrived` : 'Your referral has arrived',
    letter: (details) =>
      letter(
        'Hello,',
        `Thank you. Your referral${details.reference ? ` ${details.reference}` : ''} has reached us${details.read_by ? ` and will be read by ${details.read_by}` : ''}.`,
        details.link && `You can see what became of it here, at any time: ${details.link}`,
        'We write to you when it is decided, as far as the parent agrees.',
        'Nobody watches this for emergencies. If the parent is at risk now, use your crisis pathway or call 999.',
        end(details),
      ),
    neutral: professional,
  }),
  ...spoken({
    code: 'referral_outcome_professional',
    subject: ({ reference }) =>
      reference ? `What became of referral ${reference}` : 'What became of your referral',
    letter: (details) =>
      letter(
        'Hello,',
        `There is news of your referral${details.reference ? ` ${details.reference}` : ''}.`,
        details.outcome,
        details.link && `You can look again here: ${details.link}`,
        'You do not need to do anything unless we say so above. Thank you for thinking of us.',
        end(details),
      ),
    neutral: professional,
  }),
];
