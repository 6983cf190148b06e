import type { SyllabusUnit } from '../../syllabus/syllabus.shape.ts';

export const conduct: SyllabusUnit = {
  code: 'conduct',
  number: 12,
  title: 'Our code of conduct, and what stays between us',
  about: 'How we behave when nobody is looking, and what we may pass on, to whom, and with whose yes.',
  block: 'conduct',
  minutes: 120,
  aims: [
    'Say our code of conduct in our own words, and mean it.',
    'Promise a parent what we can keep, and not a word more.',
    'Ask before we pass something on, and know when we may not ask.',
    'Know what we write down, where, and what never goes on a phone.',
  ],
  methods: ['sharing', 'arts', 'practice', 'role_play'],
  materials: [
    'Your organisation’s code of conduct, one copy for each person',
    'Signs for the four corners of the room: yes, no, it depends, I would ask',
    'Fifteen small situations on slips',
    'Scissors, glue, a large sheet',
  ],
  outline: [
    {
      minutes: 10,
      title: 'Somebody I trust',
      method: 'sharing',
      words:
        'Go round: think of somebody you would tell anything. One thing they do, one thing they never do. Write both lists. Keep them: you will find most of the code on them before you have read it.',
    },
    {
      minutes: 15,
      title: 'From real life',
      method: 'reflection',
      words:
        'The standing place. Ask: “When did you carry something home that was not yours to tell? Where did it sit? Whom could you tell?” The answer has a name: the talk after the session, and supervision. We ask for moments in ourselves. The story of the parent stays where it was told.',
    },
    {
      minutes: 25,
      title: 'The code, cut up',
      method: 'arts',
      words:
        'Everyone cuts the code into its sentences. In threes, sort them: clear; clear and hard; what does that mean? Glue them up in that order, and say the hard ones in your own words beside them. Look at the two lists from the beginning: what is missing? Take the questions to the centre. In the end everyone signs their own copy, or says what they want to talk about before they do.',
    },
    {
      minutes: 15,
      title: 'Break',
      method: 'break',
      words: 'Nobody talks about anyone who is not in the room. See how that goes.',
    },
    {
      minutes: 20,
      title: 'Four corners',
      method: 'practice',
      words:
        'Read out a situation, everyone walks to a corner, one from each says why. A parent gives you a scarf. You meet her in the supermarket with somebody she does not introduce. A mother asks for your number. Your neighbour asks whether her sister comes to the group. A father sends you a friend request. A trainee took a photo of the craft table and there is a face in it. You smell drink on the other peer supporter. You took part in a march and it is in the paper. The person at the desk asks why someone cried. Many have no single answer. “I would ask” is a good corner.',
    },
    {
      minutes: 25,
      title: 'What I can promise',
      method: 'role_play',
      words:
        'Pairs. A parent says: “Can I tell you something? You must not tell anyone.” Try three answers and hear how each feels. The easy one: “Of course.” It is a promise we cannot keep. The cold one: “I am obliged to report.” The true one: “I keep most things to myself. If you or somebody else may be in danger, I tell the practitioner, and I tell you that I do. Shall we see?”\nThen passing on with a yes: “That is something she could help with. May I tell her? What would you like me to say, and what not?” Practise both until they come easily.',
    },
    {
      minutes: 10,
      title: 'A sentence to keep',
      method: 'sharing',
      words:
        'Everyone says their true sentence once, in their words, to the circle. We answer together: “I would tell you.” One word to close.',
    },
  ],
  notes: [
    'The code is your organisation’s, and not ours. Where it says something else than this unit, it counts. We are not lawyers: questions about records and data go to the person at your centre who looks after them.',
    'Consent is a yes that can be taken back. Let them play it: the parent says yes, and five minutes later no.',
    'In some families and small towns everybody knows everybody. “I am glad to see you anywhere. I never greet first outside the group: you decide” is a sentence worth learning.',
    'Names, numbers and pictures do not go on our own phones. If a message from a parent comes anyway, it is shown to the volunteer manager and answered with their help.',
    'Smelling drink, or seeing something wrong in a colleague: do not let it turn into gossip about an example. It is told to the volunteer manager, or to the one above, on the same day. Silence is not loyalty.',
    'What to say when it gets heavy: “It is about rules, and someone here was once hurt by a broken one. We have time. You need not tell us which.”',
  ],
  cautions: [
    'Trust that was broken, by a service, a friend or a partner, is behind many faces here. Do not push for examples.',
    'Trainees who were parents here will ask themselves what was passed on about them. Say whom they can ask, and that they have a right to know.',
    'In the play somebody may tell a real secret. Stop it kindly: “Is that from the play, or yours?”, and go on with them in private.',
  ],
  takeHome:
    'Say your true sentence in the mirror. Then look at your phone. Is there a name, a number or a picture that should not be there?',
  competencies: ['confidence', 'role', 'listening'],
  oneToOne:
    'One trainer and one trainee, 75 minutes. Read the code aloud in turns and mark what is clear, hard, or a question. Walk through eight of the situations. Play “What I can promise” until the sentence sounds like them. They sign, or say what they want to talk about first.',
};
