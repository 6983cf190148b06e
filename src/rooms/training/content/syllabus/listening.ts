import type { SyllabusUnit } from '../../syllabus/syllabus.shape.ts';

export const listening: SyllabusUnit = {
  code: 'listening',
  number: 1,
  title: 'Listening so that somebody feels heard',
  about: 'We meet, agree how we are with one another, and practise the skill that everything else rests on.',
  block: 'relational',
  minutes: 120,
  aims: [
    'Know one another’s names and what each of us needs to feel safe here.',
    'Notice what good listening feels like, and what breaks it.',
    'Listen for four minutes without asking, advising or telling our own story.',
    'Say back what we heard, so that the other person can put it right.',
  ],
  methods: ['sharing', 'talk', 'role_play', 'pairs'],
  materials: [
    'Chairs in a circle, no table in the middle',
    'A basket of small things: a shell, a key, a peg, a tea bag, a baby sock and so on, two for each person',
    'A large sheet of paper and thick pens for our agreement',
    'A clock that everyone can see',
    'The card “Three ways back” for each person: I heard …, It sounds as if …, Tell me more about …',
  ],
  outline: [
    {
      minutes: 20,
      title: 'Something from the basket',
      method: 'sharing',
      words:
        'Everyone chooses something from the basket that says a little about how they come here today. Go round. Each person says their name and one or two sentences about what they chose. Begin yourself, and keep it short and honest: it sets the measure for the rest.\nNobody has to say why they want to volunteer. “I chose the key because I like it” is enough.',
    },
    {
      minutes: 20,
      title: 'What we need from one another',
      method: 'talk',
      words:
        'Ask: “What has to be true in this room, so that you can try something and get it wrong?” Write down their words, not better ones. Make sure these are there in some form: what is said here stays here, except when somebody may be in danger; anybody may pass; anybody may step out, and somebody looks in on them after a few minutes; phones are on silent, and may be looked at by whoever has children at home.\nRead it aloud. Ask who could not live with one of these, and change it. It hangs on the wall in every unit.',
    },
    {
      minutes: 10,
      title: 'From real life',
      method: 'reflection',
      words:
        'This place is in every unit. Later it belongs to what came up in real groups. Today ask: “Think of the last time somebody really listened to you. What did they do? What did they not do?” Think in silence for two minutes, then hear from whoever likes.\nExplain the rule of this place: no names, no details that would let anyone guess a family, and we look at ourselves and not at the parent.',
    },
    {
      minutes: 20,
      title: 'Listening badly, on purpose',
      method: 'role_play',
      words:
        'In pairs. One tells about a small bother of this week: a bus, a bill, a broken night. For two minutes the other listens as badly as they can: looks away, cuts in, says “at least …”, tells a better story. Stop. Change over.\nIt gets loud and people laugh. Then ask quietly: “What did it do to you? Where in your body?” Put the answers on paper. Most will know it from a ward, an office or their own kitchen.',
    },
    {
      minutes: 15,
      title: 'Break',
      method: 'break',
      words: 'Something to drink, fresh air. Notice who stands alone and stand beside them.',
    },
    {
      minutes: 25,
      title: 'Four minutes',
      method: 'pairs',
      words:
        'Show it first with your fellow trainer. Then new pairs. One talks for four minutes about “a time when I had to learn something new”. The other listens. No questions, no advice, no own story. Nodding and “mm” are allowed. After four minutes the listener uses one of the three ways back, and the teller says what was right and what was not. Three minutes to talk about how it was. Change over.\nSay when half the time is over. Four minutes are long, and that is the point: the thing that matters is often said in the third.',
    },
    {
      minutes: 10,
      title: 'One word and one small thing',
      method: 'sharing',
      words:
        'Go round: one word for how I leave. One person I will listen to for four minutes before we meet again. Say what comes next, and that you are there for ten minutes if anyone wants a word alone.',
    },
  ],
  notes: [
    'What to watch for: in every group somebody listens by asking questions, often someone with a caring job. Say that questions steer. In this exercise we let the other person steer. They may find it hard at first, and will be very good at it later.',
    'Somebody may tell something big in four minutes, even though we asked for something small. Do not stop them. Sit near, thank them at the end, and ask what they need: a minute, a walk with one of us, or simply to go on. Come back to it with them alone before they leave.',
    'What to say when it gets heavy: “Thank you for trusting us with that. We do not have to do anything with it now. Shall we breathe out together, and then look what you need?”',
    'People who do not have English as their first language may think in theirs. Pairs may use any language they share. Listening can be practised without knowing every word.',
    'You do less than you think. In this unit your own listening is the lesson. Count to five before you answer anybody.',
    'If the group is more than twelve, make two circles for the basket, each with a trainer, and come together for the agreement.',
  ],
  cautions: [
    'Some trainees were parents in our groups, perhaps not long ago. They may meet somebody here who knew them on a bad day. Ask each of them beforehand what would help, and never mention it in front of the others.',
    'Being listened to can open a door that was shut for a long time. Say at the start that tears are allowed, that stepping out is allowed, and that one of the trainers looks in.',
    'The “listening badly” game can hurt somebody who is used to not being heard. Anyone may watch it instead.',
  ],
  takeHome:
    'Listen to one person for four minutes. Put nothing of your own in. Then say back what you heard. Notice what you wanted to say, and where in your body you felt it.',
  competencies: ['listening', 'feelings', 'confidence'],
  oneToOne:
    'One trainer and one trainee, 75 minutes. Show the agreement and ask what they would add. Do “Four minutes” both ways, so that they feel both sides. Talk about the three ways back, and listen badly to each other for one minute for the fun of it. End with one word.',
};
