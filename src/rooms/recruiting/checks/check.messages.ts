import type { MessageTemplate } from '#platform/messages/message.ts';
import { end, hello, letter, spoken, text } from '#platform/messages/templates/words.ts';

/** Letters to applicants about their check. Details: greeting, link. */
export const checkMessages: readonly MessageTemplate[] = [
  ...spoken({
    code: 'recruiting_check_asked',
    subject: 'Your check: what to do now',
    letter: (details) =>
      letter(
        hello(details),
        'Your check can begin. It costs you nothing, and we help you with the form if you like.',
        details.link && `What to bring and what happens is written on your own page:\n${details.link}`,
        'Having a past does not rule you out. If something worries you, talk to us first: it stays between the few who need to know.',
        'When the certificate comes, please bring the paper itself. We look at it with you and give it back. Please do not send us a picture of it.',
        end(details),
      ),
    text: (details) =>
      text(`${details.organisation ?? 'Hello'}: your check can begin. What to bring:`, details.link),
  }),
  ...spoken({
    code: 'recruiting_check_new',
    subject: 'We need a new certificate from you',
    letter: (details) =>
      letter(
        hello(details),
        'We looked at your certificate again, as we agreed, and it is not the newest one any more. So a new check is needed. This can have harmless reasons.',
        details.link && `What comes next is on your own page:\n${details.link}`,
        'We ask for it, and it costs you nothing. If you want to talk about it first, please ring us.',
        end(details),
      ),
    text: (details) =>
      text(`${details.organisation ?? 'Hello'}: a new check is needed. What comes next:`, details.link),
  }),
];
