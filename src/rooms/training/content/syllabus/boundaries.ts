import type { SyllabusUnit } from '../../syllabus/syllabus.shape.ts';

export const boundaries: SyllabusUnit = {
  code: 'boundaries',
  number: 14,
  title: 'Boundaries: where I end and you begin',
  about: 'We find out what our role is and is not, feel our own edges, and say a warm no.',
  block: 'boundaries',
  minutes: 120,
  aims: [
    'Say in two sentences what a peer supporter is, and what we leave to others.',
    'Feel a boundary in the body before it is crossed.',
    'Say no in a way that keeps the person.',
    'Notice when we begin to give too much, and tell somebody.',
  ],
  methods: ['practice', 'talk', 'role_play', 'arts', 'sharing'],
  materials: [
    'Ropes or chalk for circles on the floor',
    'Two large sheets: mine, not mine',
    'Cards with the requests, see the outline',
    'The role profile of a peer supporter',
    'Clay or plasticine',
  ],
  outline: [
    {
      minutes: 15,
      title: 'My circle',
      method: 'practice',
      words:
        'Everyone lays a circle around themselves with a rope, as big as is right today. In pairs one walks slowly towards the other, who lifts a hand when it is near enough. Try from the front, from the side, with a smile, with a frown. Then ask: “Where did you feel it first? When did you lift your hand too late?” Nobody’s circle is wrong.',
    },
    {
      minutes: 15,
      title: 'From real life',
      method: 'reflection',
      words:
        'The standing place. Ask: “When did you do more in a session than you wanted to? What did it give you?” Giving too much gives us something, else we would not do it: to be needed, to be thanked, to not feel helpless. Say one of your own first. The others say what they recognise.',
    },
    {
      minutes: 20,
      title: 'Mine, not mine',
      method: 'talk',
      words:
        'With the role profile on the floor, fill two sheets. Mine: listen, be there, tell of what helped me, introduce people, go along to the first visit if that has been agreed. Not mine: advice on illness and medicine, money lent, lifts without agreement, watching children alone, going to her home on my own, deciding for her, carrying messages between partners. In the middle: I ask. Each says the role in two sentences: “I am a parent too and I come alongside. I am no nurse, no judge and no rescuer.”',
    },
    {
      minutes: 15,
      title: 'Break',
      method: 'break',
      words: 'Ask each other for something small and practise a friendly no.',
    },
    {
      minutes: 30,
      title: 'The warm no',
      method: 'role_play',
      words:
        'Pairs, then change, four requests. “Could I ring you at night, just now and then?” “You are the only one who understands me. I do not want the others to come.” “Could you lend me twenty pounds until Friday?” “Come to my daughter’s birthday, everybody will be there.”\nA warm no has three parts. I see you: “Nights are awful at the moment.” My edge, short and without excuse: “I am not there at night.” What there is: “Let us find out who is, before you go.” Try it with a long explanation, and hear how it invites bargaining. Try it cold, and hear how the door shuts.\nIf money or food is the matter, it is nobody’s shame. There is help, and the practitioner knows where. Tell her the same day.',
    },
    {
      minutes: 15,
      title: 'The early signs in clay',
      method: 'arts',
      words:
        'Form with your hands how you are when you give too much: what shape do you take? Put it in front of you. Then change one thing about it. In pairs: “My first sign is … I can tell it to … What I want to hear from them is …”',
    },
    {
      minutes: 10,
      title: 'Back into the circle',
      method: 'sharing',
      words:
        'Everyone lays their circle once more and says from inside: one thing I let in, one thing that stays outside. Gather up the ropes.',
    },
  ],
  notes: [
    'Boundaries are no wall. In a place without them nobody dares to come close. Say it in the first five minutes, as some have learned that a boundary means being shut out.',
    'People who lived through a time without safety may have circles as big as the room or none at all. Do not comment. “You may change it at any time” is enough.',
    'Peer support has a real friendliness, and it is no friendship. The difference: it is there for one of us, it has a frame, and it ends. Let them find words for why that can be a gift.',
    'If a trainee and a parent know each other from before, it is told and agreed with the volunteer manager. It happens all the time. It only must not be a secret.',
    '“You are the only one who understands me” is the sweetest sentence of all. Let them say what it does to them.',
    'What to say when it gets heavy: “You decide how near this comes. Make your circle larger. What does it look like from there?”',
  ],
  cautions: [
    'Walking towards somebody can frighten people who have been hurt. It can be played with two cups on a table.',
    'Money trouble is in the room as well. Nobody is asked whether they have borrowed.',
    'Trainees who were parents here knew us on the other side. Some had a peer supporter who overstepped, or who left. Give that room without names, and hear whether it is a concern to be passed on.',
  ],
  takeHome:
    'Say one warm no this week. Three parts: I see you, my edge, what there is. Notice where you felt it.',
  competencies: ['role', 'own-wellbeing', 'alongside'],
  oneToOne:
    'One trainer and one trainee, 75 minutes. Circles, with cups if they like. Fill the two sheets from the role profile. All four requests, both ways. Shape the early signs, and agree to whom they tell them.',
};
