/** More active relaxation: for labour, for babies, and a break with room to stretch. */
import { anyStage, easyBreath, either, healingBody, practitioner, shortSentences } from '../often.ts';
import type { ActivityContent } from '../shapes.ts';

export const moreActiveRelaxationActivities: readonly ActivityContent[] = [
  {
    code: 'riding-a-wave',
    title: 'Riding a wave',
    summary: 'Practising breath, movement and words for the waves of labour, with a partner or alone.',
    toolbox: 'group',
    themes: ['active_relaxation', 'coping_skills'],
    topics: ['pregnancy'],
    blocks: ['learning', 'relaxation'],
    stages: ['trimester_2', 'trimester_3'],
    minutes: { usual: 25, least: 15, most: 30 },
    facilitators: practitioner,
    room: 'Chairs, a wall, a birth ball if there is one, room to sway.',
    materials: [
      'A long scarf or ribbon to draw the wave',
      'A timer without a loud bell',
      'Birth ball (if available)',
    ],
    steps: [
      'Lay the ribbon on the floor as a wave: slow up, top, slow down, rest. Say that births differ, by any route, and that these skills also help with needles and scans.',
      'Walk along it together: an easy breath at the foot, slow breaths out on the way up, loose jaw at the top, a sigh on the way down.',
      'Try positions for half a minute each: leaning on the wall, swaying, kneeling over a chair, sitting on the ball with someone near.',
      'Ask what each liked, and what was no good at all. Both are worth knowing.',
      'Ask what words would help, and from whom. Write them down. Some want talk, some want quiet.',
      'Practise once more with one’s own choice of position and words, for one minute.',
      'Close: “You cannot fail at this. If plans change, your breath comes with you.”',
    ],
    adaptations: [
      { kind: 'partner', text: 'Partners practise asking “touch or no touch?” and taking the answer.' },
      {
        kind: 'bump',
        text: 'Anyone told to rest or with pelvic pain practises breath and words in a chair.',
      },
      shortSentences,
    ],
    cautions: [
      easyBreath,
      {
        kind: 'trauma',
        text: 'Talk of birth can bring back a birth, a loss or an assault. Say what is coming, let people choose the other activity, and offer to speak with their midwife together.',
      },
    ],
    handout: {
      title: 'My wave card',
      minutes: 5,
      paragraphs: [
        'A wave rises, it reaches its top, and it goes down again. You only ever have to do one.',
        'Write your own words on the back and keep the card in your bag. Show it to your midwife.',
      ],
      steps: [
        'At the start: one easy breath.',
        'On the way up: slow breaths out, loose jaw.',
        'At the top: your own words.',
        'On the way down: a long sigh. Then rest.',
      ],
    },
  },
  {
    code: 'asking-before-touching',
    title: 'Asking before touching: baby massage',
    summary: 'Simple strokes for arms and legs, with the baby’s yes or no as the thing to learn.',
    toolbox: 'group',
    themes: ['active_relaxation', 'tuning_in'],
    topics: ['parenting'],
    blocks: ['relaxation', 'learning'],
    stages: ['newborn_0_3', 'baby_3_6'],
    minutes: { usual: 20, least: 10, most: 25 },
    facilitators: practitioner,
    room: 'Warm, with soft mats on the floor; hand-washing close by.',
    materials: ['Mats and towels', 'A doll for showing', 'Nappies and wipes'],
    steps: [
      'Wash hands, take rings off. Say: “Today your baby is in charge. If it is not a good moment, hold, feed, and watch; that is taking part.”',
      'Show on the doll. Babies stay dressed or in a vest; there is no oil today.',
      'Rub your palms together where the baby can see. Ask aloud: “Would you like a rub?” Wait for the answer.',
      'Name what a yes looks like (soft hands, looking at you) and what a no looks like (stiff, turning away, hiccups, frown).',
      'Stroke one leg from hip to foot, slowly, three times. Wait. The other leg. Then arms, if there is still a yes.',
      'Leave belly, face and head alone. When there is a no, stop and cuddle, and say “you told me”.',
      'Ask the group what their babies said today. Write the answers on the sheet.',
    ],
    adaptations: [
      { kind: 'online', text: 'On a towel on the floor, never on a bed or table where the baby could roll.' },
      { kind: 'bump', text: 'Parents still pregnant practise on their own forearm and on the doll.' },
      { kind: 'partner', text: 'One baby, one pair of hands. Partners take turns.' },
      shortSentences,
    ],
    cautions: [
      {
        kind: 'babies',
        text: 'Not after a feed, not in the days round an injection, not with a fever, rash or hip harness, and not before the health visitor has agreed for a baby born early or under the hospital.',
      },
      healingBody,
      {
        kind: 'trauma',
        text: 'Touch is not easy for every parent. Holding the baby’s feet through a sock, or only watching, is enough.',
      },
    ],
    handout: {
      title: 'Would you like a rub?',
      minutes: 5,
      paragraphs: [
        'Babies have a say in being touched. When you ask and wait, they learn that their no counts.',
        'Choose a time when your baby is awake and calm, and not just fed. Stop whenever either of you has had enough.',
        'If your baby was born early, is poorly, or has just had an injection, ask your health visitor first.',
      ],
      steps: [
        'Warm your hands. Ask your baby.',
        'Stroke one leg slowly, from hip to foot.',
        'Wait, and look at the face and hands.',
        'Go on if it is a yes. Cuddle if it is a no.',
      ],
    },
  },
  {
    code: 'stretch-corner',
    title: 'Break with a stretch corner',
    summary: 'A break with three gentle choices: a wall to lean on, a chair with feet up, or the kettle.',
    toolbox: 'group',
    themes: ['active_relaxation'],
    topics: ['wellbeing'],
    blocks: ['break'],
    stages: anyStage,
    minutes: { usual: 10, least: 8, most: 15 },
    facilitators: either,
    room: 'A clear wall, two chairs facing for raised feet, drinks table away from both.',
    materials: ['Drinks and fruit', 'Two cushions', 'A small sign for each corner'],
    steps: [
      'Point out the three places: leaning wall, feet-up chairs, kettle. Say where the toilets are and when we start again.',
      'Set the tone by using the wall yourself for a moment.',
      'Carry a drink to anyone resting, and leave quiet people quiet.',
      'Keep an ear open for someone who stays behind to say something. That is what you are there for.',
      'Give a two-minute warning.',
    ],
    adaptations: [
      {
        kind: 'bump',
        text: 'Feet up means level with the seat, with the back supported, and not lying back.',
      },
      { kind: 'baby_in_arms', text: 'Offer to hold the cup, not the baby, unless the parent asks.' },
      { kind: 'online', text: 'Screens off for the full ten minutes. Say a clear time to come back.' },
    ],
    cautions: [
      {
        kind: 'late_pregnancy',
        text: 'Chairs must be firm and not on wheels. Stand up slowly after resting; offer an arm.',
      },
    ],
  },
];
