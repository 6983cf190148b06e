/** More mindfulness: kindness turned toward oneself, and a minute of looking at a baby. */
import {
  anyStage,
  either,
  eyesAsTheyLike,
  healingBody,
  noOneIsAsked,
  postnatal,
  safeSleepElsewhere,
} from '../often.ts';
import type { ActivityContent } from '../shapes.ts';

export const moreMindfulnessActivities: readonly ActivityContent[] = [
  {
    code: 'a-kind-wish',
    title: 'A kind wish',
    summary: 'A quiet practice of wishing oneself, and then someone else, well in plain words.',
    toolbox: 'group',
    themes: ['mindfulness', 'peer_support'],
    topics: ['wellbeing', 'mental_health'],
    blocks: ['relaxation', 'reflection'],
    stages: anyStage,
    minutes: { usual: 10, least: 5, most: 15 },
    facilitators: either,
    room: 'Comfortable chairs; nobody has to face anybody.',
    materials: ['A card for each person', 'Pens'],
    steps: [
      'Say: “Many of us find it easier to be kind to a friend than to ourselves. We will start with the easy one.”',
      'Ask everyone to think of someone, or an animal, they feel plainly warm toward. Wait.',
      'Offer a wish to send silently: “May you have some rest. May you feel safe. May someone make you a cup of tea.”',
      'Now the same wish, turned round: “May I have some rest…” Say that if it feels odd, it does for most of us.',
      'Let people change the words until they sound like themselves, and write their own on the card.',
      'Anyone who would like to reads theirs out. The rest keep it in a pocket.',
    ],
    adaptations: [
      { kind: 'baby_in_arms', text: 'The wish may be hummed to the baby. Both hear it.' },
      { kind: 'bump', text: 'A hand on the bump if that feels good, in the lap if not.' },
      { kind: 'interpreter', text: 'People write in their own language; nobody needs it translated.' },
    ],
    cautions: [
      {
        kind: 'trauma',
        text: 'Kindness toward oneself can hurt when someone has known little of it. Leave out the second half for anyone who wants, without remark.',
      },
      noOneIsAsked,
    ],
    handout: {
      title: 'A kind wish for you',
      minutes: 2,
      paragraphs: [
        'Think of how you would talk to a tired friend. You would not shout at them to try harder.',
        'You can use that same voice on yourself. It may feel strange at first. It gets easier with use.',
      ],
      steps: [
        'Think of someone you like. Wish them rest.',
        'Now wish yourself the same.',
        'Put it in your own words and keep it near the kettle.',
      ],
    },
  },
  {
    code: 'a-minute-of-watching',
    title: 'A minute of watching',
    summary:
      'Parents look at their baby for one minute with nothing to do, and see what the baby is busy with.',
    toolbox: 'group',
    themes: ['mindfulness', 'tuning_in'],
    topics: ['parenting'],
    blocks: ['arriving_again', 'relaxation'],
    stages: postnatal,
    minutes: { usual: 8, least: 4, most: 12 },
    facilitators: either,
    room: 'Mats on the floor and chairs beside them, no draughts.',
    materials: ['Mats', 'Muslins'],
    steps: [
      'Invite parents to get comfortable first: a cushion behind the back, a drink within reach.',
      'Say: “For one minute, you don’t have to feed, teach or entertain. Just look. Start with the hands.”',
      'Keep the time yourself and keep quiet. A crying baby is picked up at once; holding is looking too.',
      'Ask: “What was your baby busy with?” Take whatever comes: the light, a sock, nothing at all.',
      'If someone says they felt nothing, say: “Thank you for saying that. It is common, above all when we are tired.” Catch up with them quietly later.',
    ],
    adaptations: [
      { kind: 'online', text: 'Cameras off for the minute, so that nobody watches the watching.' },
      {
        kind: 'bump',
        text: 'Parents still pregnant rest a moment and notice movement, or their own breath.',
      },
    ],
    cautions: [safeSleepElsewhere, healingBody, eyesAsTheyLike],
    handout: {
      title: 'One minute of just looking',
      minutes: 1,
      paragraphs: [
        'Babies like to be looked at by someone who wants nothing from them. It is restful for both of you.',
        'Pick a moment when your baby is calm and awake. You do not need to do it every day.',
      ],
      steps: [
        'Sit or lie where you can see each other.',
        'Look at the hands. Then the face.',
        'Ask yourself: what is my baby busy with?',
      ],
    },
  },
];
