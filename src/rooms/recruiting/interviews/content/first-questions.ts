import type { QuestionSetContent } from '../question-set.shape.ts';

// Our own questions. Each asks for something that happened, because what people did says more than what they would do;
// life as a parent, a neighbour or a carer counts as much as work.
export const firstQuestions: QuestionSetContent = {
  questions: [
    {
      code: 'empathy',
      value: 'Empathy',
      about: 'A time you were with somebody who had a hard time.',
      question:
        'Tell us about a time when somebody near you was having a hard time. What was it like for them, and what did you do?',
      listenFor:
        'Whether they can say how it was for the other person; whether they stayed with it before they tried to mend it.',
      anchors: [
        'Speaks of themselves or of the solution. How it was for the other person does not come up, or is made small.',
        'Says that it was hard for the other, in general words, and moves quickly to advice.',
        'Says clearly how it was for the other, and stayed and listened before doing anything.',
        'As 3, and noticed what the other did not say, or asked what would help instead of guessing.',
      ],
    },
    {
      code: 'communication',
      value: 'Being easy to talk to',
      about: 'How you help somebody who does not find it easy to speak.',
      question:
        'A mother sits alone at her first drop-in and says little. How would you go about it? Have you been in something like that?',
      listenFor:
        'Warmth without pressing; plain words; being at ease with a silence, and with people unlike themselves.',
      anchors: [
        'Would talk a great deal, question her, or wait for somebody else to do it.',
        'Would be friendly, but has one way for everybody and is not sure what to do with silence.',
        'Would sit down, say something light and true, let her choose what to tell, and come back later.',
        'As 3, with a real example, and thinks of language, culture or a bad day as reasons for being quiet.',
      ],
    },
    {
      code: 'commitment',
      value: 'Commitment',
      about: 'Something you kept up, and what you do when you cannot come.',
      question:
        'Tell us about something you kept going with although it was sometimes a nuisance. What do you do when you cannot come after all?',
      listenFor: 'Whether people could count on them; whether they say early when they cannot.',
      anchors: [
        'No example, or several things left without a word.',
        'An example, but others had to remind them, or they would just not turn up.',
        'Kept something up for a good while and lets people know in time.',
        'As 3, and thought about what their absence means for those who wait, and arranged for it.',
      ],
    },
    {
      code: 'openness',
      value: 'Openness to learn',
      about: 'A time somebody told you that you could have done something in another way.',
      question:
        'When did somebody last tell you that you could do something differently? How was that, and what did you make of it?',
      listenFor:
        'Whether they can hear it, think about it and change something. Being hurt at first is human.',
      anchors: [
        'Cannot think of anything, or the other person was simply wrong.',
        'Took it, without saying what they learned from it.',
        'Says honestly how it felt, what they took from it and what they do differently now.',
        'As 3, and asks for such words themselves, or learned something about a view they had held firmly.',
      ],
    },
    {
      code: 'self_regulation',
      value: 'Staying steady',
      about: 'What happens in you when it gets heated or sad, and what you do then.',
      question:
        'Tell us about a moment when your own feelings ran high while somebody needed you. What did you notice in yourself, and what did you do?',
      listenFor:
        'Whether they notice it in themselves; whether they can stay kind, wait, or step out in time.',
      anchors: [
        'Says it never happens, or acted on the feeling and sees nothing in it.',
        'Notices it afterwards; at the time it took over.',
        'Noticed it while it happened and did something that helped: breathed, waited, asked somebody.',
        'As 3, and can say which things touch them most and what they have agreed with themselves for then.',
      ],
    },
    {
      code: 'coping',
      value: 'Looking after yourself',
      about: 'What does you good, and whom you ask. You need not tell us your own story.',
      question:
        'Some of what families tell will stay with you. What helps you with heavy days, and how would we notice that you need a break? You need not tell us your own story.',
      listenFor:
        'People and habits that carry them; whether they would say when it is too much. How long ago a hard time was matters less than how they look at it now.',
      anchors: [
        'Nothing that helps, or the role itself is meant to be the help.',
        'Some things that help, but would carry on alone until it no longer goes.',
        'Knows what helps, has somebody to talk to and would tell us.',
        'As 3, and says early signs in themselves that we could ask about.',
      ],
    },
    {
      code: 'safeguarding',
      value: 'Keeping people safe',
      about: 'Why you would like to be with families, and what you do when something worries you.',
      question:
        'Why families with babies, and why now? And: a father tells you something that worries you, and asks you to keep it to yourself. What do you do?',
      listenFor:
        'A motive that is about the families; that they would not promise secrecy, would not look into it alone, and would tell us the same day.',
      anchors: [
        'Would keep the secret or sort it out alone; or wants above all to be near babies or to be needed.',
        'Would tell somebody in the end, but is not sure whom or when, or would first promise to keep it.',
        'Says kindly that they cannot keep it to themselves, and tells the person in charge the same day.',
        'As 3, and thinks of the child, of writing down the words that were said, and of not asking leading questions.',
      ],
    },
  ],
};
