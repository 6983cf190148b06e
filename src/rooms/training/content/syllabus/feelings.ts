import type { SyllabusUnit } from '../../syllabus/syllabus.shape.ts';

export const feelings: SyllabusUnit = {
  code: 'feelings',
  number: 4,
  title: 'Feelings, tears and silence',
  about: 'Staying when somebody cries, is angry or says nothing, and knowing what it does to us.',
  block: 'relational',
  minutes: 120,
  aims: [
    'Find more words for feelings than good, bad and fine.',
    'Stay beside tears without hurrying them away.',
    'Be silent for a whole minute with another person and find out what it says.',
    'Notice our own feelings early, and steady ourselves.',
  ],
  methods: ['arts', 'practice', 'pairs', 'role_play'],
  materials: [
    'A set of colour cards from a paint shop, or scraps of coloured paper',
    'Paper and crayons',
    'A minute glass or a quiet timer',
    'Tissues, put within reach and handed to nobody',
    'Two short scenes on cards, see the outline',
  ],
  outline: [
    {
      minutes: 10,
      title: 'Today in colour',
      method: 'arts',
      words:
        'Lay the colours on the floor. Everyone takes the one that fits them now. Go round: name the colour, and give it a better name than the shop did. “Cold toast.” “First sun on the step.”',
    },
    {
      minutes: 15,
      title: 'From real life',
      method: 'reflection',
      words:
        'The standing place. From this unit on there may be people here who have shadowed a session. Ask them first: “Which face stayed with you? Leave out whose it was. What did you feel, there and on the way home?” Then anyone else. Two or three moments are enough. After each one ask the teller: “What do you need with this now? Nothing, a word, a hand?”',
    },
    {
      minutes: 20,
      title: 'The map of words',
      method: 'practice',
      words:
        'On a large sheet write: angry, sad, afraid, ashamed, glad, numb. In threes, find smaller words for one of them, from faint to strong: “a bit put out” to “seething”. Use the languages of the room and say what has no English word. Hang them up. Then ask: “Which of these were allowed where you grew up? Which have you never heard a new parent say aloud?”',
    },
    {
      minutes: 15,
      title: 'The long minute',
      method: 'pairs',
      words:
        'Sit side by side. One minute of silence by the glass. Then say in one sentence what you wanted to do in it. Now a second minute: one of you thinks of something a little sad and does not say what. The other is only there. Breathe out slowly. Afterwards ask: “How did you know that they were there?”\nThere is no need to look into one another’s eyes. In many families it is rude, and for many people it is too much.',
    },
    {
      minutes: 15,
      title: 'Break',
      method: 'break',
      words:
        'Open a window. Music, if they like it. Check quietly on anyone who was far away in the silence.',
    },
    {
      minutes: 30,
      title: 'When it comes up',
      method: 'role_play',
      words:
        'Show the first scene with your fellow trainer: a parent begins to cry in the tea break, and the peer supporter does everything to make it stop: tissue, “don’t cry”, a joke, a hug nobody asked for. The group may call “stop”, come forward and try something else from there.\nThen in threes, with the scenes: a parent whose eyes fill while she says that all is fine; a father who is furious with the hospital. Five minutes each. Try: stay, lower your voice, say what you see (“there are tears”), leave a silence, ask before you touch. With anger: stay side-on, keep the way to the door free for both, say “you are angry, and I want to hear what happened”, and get the practitioner when it gets too much for you.',
    },
    {
      minutes: 15,
      title: 'My way back',
      method: 'arts',
      words:
        'Try three small ways to steady ourselves: feet into the floor and name five things you see; a long breath out, as if through a straw; a hand on the back of the chair. Everyone draws the one that works for them on a card as small as a bank card, to carry in a pocket. Go round with the colour again: has it changed?',
    },
  ],
  notes: [
    'Tears are not an emergency. Being left alone with them can be one. If trainees take away one thing, let it be this.',
    'Put the tissues where people can reach them. A tissue held out can say “stop now”. So can patting. Let them feel the difference in the scene.',
    'Watch for those who never show anything, and for those who look after everyone else’s tears. Both ways have kept people safe once. Say so, with respect.',
    'Numb is a feeling too. A parent who feels nothing, week after week, may need more than we can give. Say: “It is worth telling your health visitor or doctor about that. Shall we think how?” It comes back in unit seven.',
    'What to say when it gets heavy: “Let us all put our feet down and breathe out. We stop here for a moment.” If one person is far away, speak their name, say where they are, and ask them to tell you three things they can see. Then somebody stays with them until they are quite back.',
    'The scene with anger can bring up fear in people who have lived with it. Let them choose the other scene, or watch from the door.',
  ],
  cautions: [
    'Closeness and silence are hard for some. Nobody has to sit near, close their eyes, look at anybody or be touched. Ask before every touch, in plays as well.',
    'Crying scenes are near to what trainees who were parents here have lived. Take people out of their part by their own name afterwards, and let them shake it off.',
    'If a trainee tells you that they feel numb or hopeless themselves, take it as seriously as with a parent. Talk that same day, and do not leave them to go home alone with it.',
  ],
  takeHome:
    'Give one feeling a day its exact word. Write it down or say it aloud. Carry your card with you, and use it once before you need it.',
  competencies: ['feelings', 'listening', 'own-wellbeing'],
  oneToOne:
    'One trainer and one trainee, 75 minutes. Colours, the long minute in both forms, and one scene played twice: once making the tears stop, once staying. Draw the card. Leave time for what the silence brought up.',
};
