import type { MessageTemplate } from '#platform/messages/message.ts';
import { end, hello, letter, spoken, text } from '#platform/messages/templates/words.ts';

/** To a volunteer whose check, course or the like ends soon. Details: words, next. */
export const renewalMessages: readonly MessageTemplate[] = spoken({
  code: 'volunteer_renewal',
  subject: 'Something to renew in good time',
  letter: (details) =>
    letter(
      hello(details),
      details.words,
      details.next,
      'Under “My volunteering” you see what holds until when. If anything stands in the way, tell your volunteer manager: we look at it together.',
      end(details),
    ),
  text: (details) => text(details.organisation && `${details.organisation}:`, details.words, details.next),
});
