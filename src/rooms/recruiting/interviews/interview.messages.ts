import type { Details, MessageTemplate } from '#platform/messages/message.ts';
import { hello, letter, spoken } from '#platform/messages/templates/words.ts';
import { toApplicant } from '../join/letters.ts';

const WHAT =
  'Two of us ask you some questions about how you are with people. Everybody is asked the same ones, and life at home counts as much as work. You need not tell us your own story. Your page says what kind of questions they are.';

/** About the interview. To the applicant: name, centre, phone, link; day, time, takes, where, with, adjustments, why, feedback. */
export const interviewMessages: readonly MessageTemplate[] = [
  ...toApplicant({
    code: 'interview_arranged',
    subject: 'When we meet',
    letter: ({
      day = '',
      time = '',
      takes = '',
      where = '',
      with: whom = '',
      adjustments = '',
      link = '',
    }) => [
      `We would like to meet you on ${day} at ${time}, for about ${takes}. ${where}. You meet ${whom}.`,
      WHAT,
      adjustments ? `What we have thought of for you: ${adjustments}` : '',
      `If the time does not suit, or something would make it easier for you, say so here:\n${link}`,
    ],
    text: ({ day = '', time = '', where = '', link = '' }) =>
      `We meet on ${day} at ${time}. ${where}. What to expect, or another time: ${link}`,
  }),
  ...toApplicant({
    code: 'interview_moved',
    subject: 'A new time for when we meet',
    letter: ({
      day = '',
      time = '',
      takes = '',
      where = '',
      with: whom = '',
      adjustments = '',
      link = '',
    }) => [
      `We now meet on ${day} at ${time}, for about ${takes}. ${where}. You meet ${whom}.`,
      adjustments ? `What we have thought of for you: ${adjustments}` : '',
      `If that does not suit, say so here:\n${link}`,
    ],
    text: ({ day = '', time = '', where = '', link = '' }) =>
      `We now meet on ${day} at ${time}. ${where}. Another time: ${link}`,
  }),
  ...toApplicant({
    code: 'interview_called_off',
    subject: 'We do not meet as planned',
    letter: ({ day = '', time = '', why = '', link = '' }) => [
      `We had planned to meet on ${day} at ${time}. That does not work after all: ${why}`,
      `We find another time and write to you. Your page:\n${link}`,
    ],
    text: ({ day = '', time = '', link = '' }) =>
      `We do not meet on ${day} at ${time} after all. We find another time. Your page: ${link}`,
  }),
  ...toApplicant({
    code: 'interview_yes',
    subject: 'Thank you for talking with us',
    letter: ({ feedback = '', link = '' }) => [
      'Thank you for talking with us. The interview is behind you, and it went well.',
      feedback,
      `What is still to come is on your page:\n${link}`,
    ],
    text: ({ link = '' }) => `Thank you for talking with us. It went well. What comes next: ${link}`,
  }),
  ...toApplicant({
    code: 'interview_not_now',
    subject: 'After we met',
    letter: ({ feedback = '', link = '' }) => [
      'Thank you for talking with us. We think that now is not yet the time, and we would like to tell you why.',
      feedback,
      `Your application rests and is not lost. When you are ready to go on, tell us here:\n${link}`,
    ],
    text: ({ link = '' }) =>
      `Thank you for talking with us. We have written down what we think for you here: ${link}`,
  }),
  ...spoken({
    code: 'interview_named',
    subject: 'You are asked to hold an interview',
    letter: (details) => {
      const said = details as Details;
      return letter(
        hello(details),
        `You are one of the two who meet an applicant on ${said.day} at ${said.time}, for about ${said.takes}. ${said.where}. The two are ${said.with}.`,
        said.link && `Who it is and the questions are here:\n${said.link}`,
        'You score on your own. You see what the other gave when both of you have finished.',
      );
    },
  }),
];
