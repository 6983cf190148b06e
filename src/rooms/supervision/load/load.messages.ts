import type { MessageTemplate } from '#platform/messages/message.ts';
import { end, hello, letter, spoken, text } from '#platform/messages/templates/words.ts';

/** About the talk after something hard. Details: who, by, how, words. What was told is in none of them. */
export const loadMessages: readonly MessageTemplate[] = [
  ...spoken({
    code: 'debrief_opened',
    subject: 'Somebody rings you',
    letter: (details) => {
      const { who, by } = details as { who?: string; by?: string };
      return letter(
        hello(details),
        'Thank you for telling us. Nobody should carry something hard alone.',
        who
          ? `${who} rings you${by ? `, ${by} at the latest` : ''}.`
          : 'At the moment nobody of us is there to ring you. If you would like to talk now, the help lines are there at any hour.',
        'If you would rather not, or would like a call straight away, say so under “What you carry”.',
        end(details),
      );
    },
    text: (details) => {
      const { who, by } = details as { who?: string; by?: string };
      return text(
        'Thank you for telling us.',
        who
          ? `${who} rings you${by ? ` by ${by}` : ''}.`
          : 'Nobody of us is there right now: the help lines are.',
        'Rather not, or straight away? Say so in Kith.',
      );
    },
  }),
  ...spoken({
    code: 'debrief_offered',
    subject: 'A time to talk',
    letter: (details) => {
      const { who, words } = details as { who?: string; words?: string };
      return letter(
        hello(details),
        `${who ?? 'Somebody'} has offered you a talk.`,
        words,
        'It is yours to take or to leave.',
        end(details),
      );
    },
  }),
  ...spoken({
    code: 'debrief_to_offer',
    subject: 'Please ring a peer supporter',
    today: true,
    letter: (details) => {
      const { by, now } = details as { by?: string; now?: string };
      return letter(
        hello(details),
        now
          ? 'A peer supporter asks to be rung now. Please sign in, see who it is and ring.'
          : `A peer supporter you look after had something hard. Please sign in, see who it is and offer a talk${by ? ` by ${by}` : ''}.`,
        'Nothing of what they said is in this message.',
        end(details),
      );
    },
    text: (details) => {
      const { by, now } = details as { by?: string; now?: string };
      return text(
        now
          ? 'A peer supporter asks to be rung now. Please sign in to Kith.'
          : `A peer supporter had something hard. Please offer a talk${by ? ` by ${by}` : ''}.`,
      );
    },
  }),
  ...spoken({
    code: 'debrief_late',
    subject: 'A peer supporter still waits for a call',
    today: true,
    letter: (details) =>
      letter(
        hello(details),
        'A peer supporter had something hard, and nobody has offered them a talk in the time we promise. Please sign in, and ring, or ask who can.',
        'Nothing of what they said is in this message.',
        end(details),
      ),
    text: () => 'A peer supporter still waits for the talk we promised. Please sign in to Kith.',
  }),
];
