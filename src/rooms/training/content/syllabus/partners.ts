import type { SyllabusUnit } from '../../syllabus/syllabus.shape.ts';

export const partners: SyllabusUnit = {
  code: 'partners',
  number: 6,
  title: 'Fathers, partners and the family around',
  about:
    'A baby comes into more than two arms. We learn to see and welcome the others, and to keep each one safe.',
  block: 'relational',
  minutes: 120,
  aims: [
    'See who is around a baby, beyond the mother.',
    'Greet a father or a partner so that he, she or they know this is for them too.',
    'Hold two sides without taking one.',
    'Know when a partner should not hear something, and why.',
  ],
  methods: ['sharing', 'practice', 'story', 'role_play', 'talk'],
  materials: [
    'A bag of buttons of many kinds, enough for each person to lay a family',
    'Large paper for each pair',
    'Three short letters written by the trainers, see the outline',
    'A chair that stays empty',
  ],
  outline: [
    {
      minutes: 10,
      title: 'Who came with me',
      method: 'sharing',
      words:
        'Go round: name one person without whom you would not be here today. They may be dead, far away, four years old or a dog. Thank them silently.',
    },
    {
      minutes: 15,
      title: 'From real life',
      method: 'reflection',
      words:
        'The standing place. Ask: “Who was at the edge of the room? A dad in the doorway, a grandmother in the car?” And for those who are shadowing: “Whom did the session talk to? Whom did it talk past?” Hear two or three. Ask each time: “What did you feel towards the one at the edge?”',
    },
    {
      minutes: 20,
      title: 'A family in buttons',
      method: 'practice',
      words:
        'Everyone lays the people around one baby they know: who is near, who is big, who is gone and still there? In pairs, tell about it for five minutes each. The listener asks only: “And who else?” Then ask the group how many looked the same. Two mothers, a gran who does the nights, a father in another country, a foster family, nobody at all: whoever comes to us may have any of these.',
    },
    {
      minutes: 20,
      title: 'Three letters',
      method: 'story',
      words:
        'Read them aloud, slowly. A father who saw the birth go wrong, went back to work after ten days and has told nobody that he still sees it. A second mother who is asked at each appointment who she is. A grandmother who does everything, and feels that she is doing it wrong. After each one a minute of silence. Then: “What do you know now that you would not have seen in the doorway?” Partners can struggle too. Nobody asks them, and so they do not say.',
    },
    {
      minutes: 15,
      title: 'Break',
      method: 'break',
      words: 'Leave the letters out for those who want to read them again.',
    },
    {
      minutes: 25,
      title: 'Between two chairs',
      method: 'role_play',
      words:
        'Fours. A mother, a father, a peer supporter, one who watches. First scene, in the doorway: he brings the bag and wants to be gone. You have one minute. Try a sentence that needs no answer, such as “Good to see you. There is tea, and two other dads come on Saturdays.”\nSecond scene: both sit with you and each wants you to agree, about nights, money or his mother. Try: “You see it one way and you another. It sounds as if both of you are worn out.” The empty chair stands for the baby. Ask once: “What would they see from there?”\nChange parts.',
    },
    {
      minutes: 15,
      title: 'When we do not say it to two',
      method: 'talk',
      words:
        'Ask: “When would you say nothing while the partner is there?” Collect. Then make three rules together, in your own words. What one tells us we never carry to the other. We do not ask about fear at home while anybody else can hear, and that includes phones and children who talk. If something makes us uneasy, such as somebody who answers for her, holds her phone or is always there, we tell the practitioner the same day and do nothing on our own.\nClose with one word.',
    },
  ],
  notes: [
    'Welcome and safety pull in two directions in this unit, and that is its heart. Most partners are a strength. Some are a danger. We cannot tell by looking. So we welcome everyone, and we keep the ways to talk alone open for everyone.',
    'Some trainees brought up children alone, or were left. “Fathers” may not be a warm word for them. Say so at the beginning. Some of the men in the room may feel that they stand for all men. Say that too.',
    'Use words that leave room: partner, the people at home, who is around you. Let parents tell you the right one and then use it.',
    'The first letter can hit hard. Birth can be frightening to watch, and it can stay with people. Say: “If this one is yours, you are not the only one here. There is help for it. I can tell you where to begin.”',
    'What to say when it gets heavy: “That was a real one. Let us put the letters face down for a moment. What do we need before we go on?”',
    'When the talk turns to control and fear at home, do not let the group work out “a plan” for a family. Telling the practitioner is the plan. The next steps belong to people trained for it.',
  ],
  cautions: [
    'Domestic abuse comes up here, and in any group of ten somebody has lived with it. Say it beforehand. Leave the third rule short and plain, and do not ask for examples from people’s lives.',
    'Losses of partners, of parents and of children kept away will be in the buttons. Nobody has to lay their own family. One from a book will do.',
    'Trainees who were parents here might have come with a partner whom others know. What they say about them stays here.',
  ],
  takeHome:
    'Ask one father, partner or grandparent how it really is. Say that you have ten minutes. Then listen, as you know how to by now.',
  competencies: ['inclusion', 'partners', 'safeguarding'],
  oneToOne:
    'One trainer and one trainee, 80 minutes. Lay a family in buttons each. Read the letters aloud in turns and keep the silence after each. Play the doorway twice. Talk through the three rules and ask how they would say them in their own words.',
};
