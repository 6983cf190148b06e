import type { SyllabusUnit } from '../../syllabus/syllabus.shape.ts';

export const stayingWell: SyllabusUnit = {
  code: 'staying-well',
  number: 15,
  title: 'Looking after ourselves, and going on together',
  about: 'What fills us and what drains us, how supervision carries us, and a look back at the way we came.',
  block: 'boundaries',
  minutes: 120,
  aims: [
    'Know what fills and drains us, and our own first signs.',
    'Begin a stay-well plan that belongs to us alone.',
    'Use supervision for what it is: time that is ours.',
    'Look back at what each of us has grown into, and be proud of it.',
  ],
  methods: ['practice', 'arts', 'pairs', 'sharing'],
  materials: [
    'A jug, a bowl and water',
    'Empty stay-well plans',
    'The rope or wool from unit eleven',
    'A big sheet with a winding path and fifteen stones on it',
    'Cards and envelopes',
    'Something good to eat for the time afterwards',
  ],
  outline: [
    {
      minutes: 15,
      title: 'The jug',
      method: 'practice',
      words:
        'A jug of water stands in the middle. Each person pours a little out into the bowl and says what drains them, at home or here. When it is empty, look at it for a while. Then each pours some back and says what fills them. Small things count double: a closed bathroom door, the first tea, a song in the car.',
    },
    {
      minutes: 15,
      title: 'From real life',
      method: 'reflection',
      words:
        'The standing place, for the last time in this circle. Ask: “Which moment in a session stays with you, light or heavy? What did you do for yourself afterwards?” And: “Where will you take such moments from now on?” The talk after the session, supervision, a debrief within a day when something was hard. Say who, and how they reach them.',
    },
    {
      minutes: 20,
      title: 'My plan, for my eyes',
      method: 'arts',
      words:
        'Everyone fills in the beginnings of a stay-well plan, with words or drawings: how I am when I am well; first signs that I am not; what helps; what does not; whom I want to tell; what I would like the others to do. Nobody looks. It belongs to you, and you alone decide whether anyone reads it. Going slower for a while, or stopping, is always allowed, without a reason.',
    },
    {
      minutes: 15,
      title: 'Break',
      method: 'break',
      words: 'Longer is fine. People write addresses, or do not.',
    },
    {
      minutes: 20,
      title: 'An hour that is mine',
      method: 'pairs',
      words:
        'Show a piece of supervision with your fellow trainer, five minutes, honest and unfinished. Ask: “What did she do with the hour that was hers?” In pairs, ten minutes: what do I want to bring the first time? What would I find hard to say, and how could I begin? “There is something I nearly did not tell you” is a good way to begin. Supervision is no test. You bring what you like, and you read what is written down about it.',
    },
    {
      minutes: 25,
      title: 'Fifteen stones',
      method: 'sharing',
      words:
        'Lay out the path with its fifteen stones, one for each unit. Walk it together, slowly: what happened at this one? Each person gets an envelope with their name, and it goes round. Everyone writes one sentence in each: “What I have seen in you.” Nobody opens theirs tonight. Say what comes next for each: what is still missing, who goes along to the first session, when the talk about the sign-off is. Those who do not go on to sessions have learned something too. What each of them has is theirs, with proof of it.',
    },
    {
      minutes: 10,
      title: 'One word, the last one',
      method: 'sharing',
      words:
        'Stand in a circle. One word for the way. One person you will tell of it. Let it be quiet for a breath after the last word. Then eat.',
    },
  ],
  notes: [
    'Do not turn this unit into a party from the first minute. The jug and the plan need quiet. Food comes afterwards, and generously.',
    'Some trainees have never been asked what fills them. “I do not know” is a fine answer, and a beginning for the plan.',
    'Watch for those for whom the course was the thing that kept them upright. For them today is an ending with weight. Tell them a date on which you ring.',
    'Somebody may find out here that they do not want to do this, or not yet. Thank them for the honesty. It is a good outcome of a good course.',
    'The sentences in the envelopes: write one for each of them yourself, before the unit, and take time for it. People keep them for years.',
    'What to say when it gets heavy: “An ending can hurt even when it is a good one. You may be sad here.”',
  ],
  cautions: [
    'For somebody who is not well today, the question what fills them can feel like a reproach. They may pour something out twice.',
    'Stay-well plans can touch hard times, and illness. They are private. Do not collect, copy or read them, and do not ask.',
    'Trainees who were parents here end something with us for the second time. Ask what they would like that to be like.',
  ],
  takeHome:
    'Open your envelope on a grey day. Put one thing that fills you into next week, with day and hour. Tell one person your first sign.',
  competencies: ['own-wellbeing', 'role', 'story'],
  oneToOne:
    'One trainer and one trainee, 75 minutes, with something good to eat. The jug, the plan in silence, ten minutes of supervision with a real question. Walk the fifteen stones together. Collect the sentences of the others beforehand, so that the envelope is there.',
};
