import type { SyllabusUnit } from '../../syllabus/syllabus.shape.ts';

export const alongside: SyllabusUnit = {
  code: 'alongside',
  number: 2,
  title: 'Being alongside without fixing',
  about: 'What makes peer support different from help: two people side by side, and nobody is the project.',
  block: 'relational',
  minutes: 120,
  aims: [
    'Feel the difference between being fixed and being kept company.',
    'Catch the moment in which we want to give advice, and choose.',
    'Ask questions that open a door and do not push anybody through it.',
    'Trust that a parent knows more about their own life than we do.',
  ],
  methods: ['sharing', 'practice', 'role_play', 'arts'],
  materials: [
    'Our agreement on the wall',
    'Ten cards with the opening sentences of parents, see the outline',
    'Blindfolds or scarves, one for two people',
    'Paper, glue, wool and magazines for a small picture',
    'Two colours of paper slips',
  ],
  outline: [
    {
      minutes: 10,
      title: 'How are we here today',
      method: 'sharing',
      words:
        'Go round with the weather: “I come with drizzle and a bit of sun.” No explaining. Then ask who listened for four minutes, and what they noticed.',
    },
    {
      minutes: 15,
      title: 'From real life',
      method: 'reflection',
      words:
        'The standing place. Whoever has been in a group, or in any talk with a parent, may bring one moment. Ask three questions: “What happened? What happened in you? What did you do with your hands and your mouth?” The others only say what they recognise from themselves. No advice: we practise here what we will need there.\nIf nobody has one, bring one of your own in which you fixed something that did not want to be fixed.',
    },
    {
      minutes: 20,
      title: 'Leading and walking beside',
      method: 'practice',
      words:
        'Pairs. One closes their eyes or wears a scarf. First round, two minutes: the other pulls and steers them through the room, kindly but firmly, to where they think it is nice. Second round: the one with closed eyes decides where to go, and the other walks beside with an offered arm and says only what keeps them safe. Change over.\nThen ask: “In which round did you learn the room?”',
    },
    {
      minutes: 20,
      title: 'The fixing reflex',
      method: 'role_play',
      words:
        'Read out the cards one by one: “She only sleeps on my arm.” “I dread the nights.” “My sister says I am spoiling him.” “I do not feel what I thought I would feel.” “I have not been out since Sunday.” Everyone writes the first thing that comes: advice on one colour, anything else on the other. Count the colours aloud. There is nearly always far more advice. Nobody is told off: it comes from kindness.\nThen take three cards again. Find together an answer that keeps company: “That sounds long.” “What are the nights like?” “What would you like them to know?”',
    },
    {
      minutes: 15,
      title: 'Break',
      method: 'break',
      words: 'Tea. Nobody gives anybody advice about parking, babies or backs. It is harder than it sounds.',
    },
    {
      minutes: 25,
      title: 'Two chairs, side by side',
      method: 'role_play',
      words:
        'Groups of three: a parent, a peer supporter, somebody who watches. Put the two chairs side by side with the same view, not face to face. The parent chooses a card. Five minutes of talk. The peer supporter may listen, say back, ask open questions that begin with what or how, and be silent. Who watches counts on their fingers each piece of advice. Two minutes of telling: first the parent, “this helped”, then who watched. Change twice.\nIf a parent in the play asks for advice, try: “I can tell you what helped me, and what I have seen help others. Before that, what have you tried?”',
    },
    {
      minutes: 15,
      title: 'A picture of alongside',
      method: 'arts',
      words:
        'Everyone makes a small picture with two shapes: me and the parent I will meet. Not people, shapes. How near? Who is bigger? What is between them? Lay them on the floor and look, without saying what they mean. Whoever likes says one sentence. One word each to close.',
    },
  ],
  notes: [
    'The hard part of this unit is that fixing is kind. Never make advice look stupid. Say: “Advice is a gift. We learn to ask first whether it is wanted.”',
    'There are things we do say at once: that a baby is in danger, that somebody can get money they are owed, where the safe exit is. Being alongside is no vow of silence. Keep a list of such things on the wall and let the group add to it.',
    'Watch for whoever turns silent after the cards. One of them may have hit something. “I do not feel what I thought I would feel” is the one that does most often. Go to them in the break, stand beside them, and say: “Some of these are near the bone. How is it?”',
    'What to say when it gets heavy: “Let us leave the play. Shake out your arms, say your own name. What do you need?” Always take people out of their part by their own name.',
    'If somebody cannot stop advising in the play, be their second voice. Stand behind them, put a hand on the chair, and whisper an open question to try.',
  ],
  cautions: [
    'Closing their eyes and being led is not for everybody. Someone who was hurt by another person may not want it, and need not say why. Offer to walk beside with open eyes, or to watch.',
    'The sentences on the cards are true for many people in the room. Trainees who were parents here may hear their own words. They may swap a card or take the part of the one who watches.',
    'Say before the play: “You can stop it at any time by saying stop. You can leave the room, and one of us looks in after five minutes.”',
  ],
  takeHome:
    'Once this week, when you feel advice coming, wait. Ask one question that begins with “what” or “how”. See what the other person finds without you.',
  competencies: ['alongside', 'listening', 'role'],
  oneToOne:
    'One trainer and one trainee, 80 minutes. Do the cards together and count your own advice honestly as well. Play two talks on chairs side by side, one in each part. Make the picture with two shapes and talk about what lies between them.',
};
