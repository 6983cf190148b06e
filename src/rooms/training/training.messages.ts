import type { Details, MessageTemplate } from '#platform/messages/message.ts';
import { end, letter, spoken, text } from '#platform/messages/templates/words.ts';

// An applicant has no file that a greeting could come from: their name is among the details.
const hello = (details: Details): string => (details.name ? `Hello ${details.name},` : 'Hello,');

/** What the room of training writes to applicants. Details: name, link, and words a person wrote. */
export const trainingMessages: readonly MessageTemplate[] = [
  ...spoken({
    code: 'training_certificate',
    subject: 'You have finished the safeguarding course',
    letter: (details) =>
      letter(
        hello({ ...details }),
        'You have finished the safeguarding course. Thank you for taking the time, it matters to the families you are going to meet.',
        details.link && `Your certificate is on your own page, to look at and to print: ${details.link}`,
        'You do not need to send it to us. We have it already.',
        end(details),
      ),
    text: (details) =>
      text(
        hello({ ...details }),
        'you have finished the safeguarding course, thank you.',
        details.link && `Your certificate is on your own page: ${details.link}`,
      ),
  }),
  ...spoken({
    code: 'training_outside_accepted',
    subject: 'Your safeguarding certificate counts',
    letter: (details) =>
      letter(
        hello({ ...details }),
        'Thank you for telling us about the safeguarding course you did. We have checked it, and it counts. You do not need to do ours.',
        details.link && `Where you are on your way now: ${details.link}`,
        end(details),
      ),
    text: (details) =>
      text(
        hello({ ...details }),
        'we have checked your safeguarding certificate, and it counts.',
        details.link && `Your page: ${details.link}`,
      ),
  }),
  ...spoken({
    code: 'training_outside_not_accepted',
    subject: 'About the safeguarding course you did',
    letter: (details) =>
      letter(
        hello({ ...details }),
        'Thank you for telling us about the safeguarding course you did. We cannot count it this time, so we ask you to do our short one. It takes about forty minutes, and you can stop and go on when you like.',
        details.words,
        details.link && `You can begin here: ${details.link}`,
        'If you have questions, or would like somebody beside you, ring us.',
        end(details),
      ),
    text: (details) =>
      text(
        hello({ ...details }),
        'we cannot count the safeguarding course you did this time. Ours takes about forty minutes.',
        details.link && `Begin here: ${details.link}`,
      ),
  }),
];
