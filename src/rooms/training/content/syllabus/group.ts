import type { SyllabusUnit } from '../../syllabus/syllabus.shape.ts';

export const group: SyllabusUnit = {
  code: 'group',
  number: 11,
  title: 'Keeping a group alive, and ending it well',
  about: 'What happens between people over weeks: who talks, who fades, how trust comes and how we part.',
  block: 'content',
  minutes: 120,
  aims: [
    'See a group as a living thing with a beginning, a middle and an end.',
    'Make room for quiet people without dragging them into the light.',
    'Help when one person fills the room, or when two fall out.',
    'End well, so that people leave with something in their hands.',
  ],
  methods: ['practice', 'arts', 'role_play', 'sharing'],
  materials: [
    'A ball of wool',
    'Cards with parts for the group play, see the outline',
    'Large paper with a garden drawn on it: seed, shoot, tangle, fruit, winter',
    'The ground rules that your groups begin with',
  ],
  outline: [
    {
      minutes: 10,
      title: 'The web',
      method: 'practice',
      words:
        'Stand in a circle. Whoever has the wool says what they have got from someone here, and throws it to them. When it holds everyone, one person lets go. What do the others feel in their hands? That is a group.',
    },
    {
      minutes: 20,
      title: 'From real life',
      method: 'reflection',
      words:
        'The standing place, a little longer today. Draw your group or drop-in as a pattern of dots: who sits where, who talks with whom, who has not come for a while? Initials of your own invention, never names. In threes: “Where do you look first? Whom do you forget? Who gets a word from you at the door?” Each takes one person to look out for.',
    },
    {
      minutes: 15,
      title: 'The garden',
      method: 'arts',
      words:
        'On the big sheet, everyone puts down a group they belonged to, a class, a team, a choir, where it is or where it ended. Ask of each season: what does it need from whoever looks after it? At the start: warmth, names and clear rules. In the tangle: calm, and somebody who is not afraid of it. In the fruit: less of us. In winter: time.',
    },
    {
      minutes: 15,
      title: 'Break',
      method: 'break',
      words: 'Watch who sits where, and say nothing about it.',
    },
    {
      minutes: 35,
      title: 'Eight chairs',
      method: 'role_play',
      words:
        'Two lead, six have a part: the one who talks without end; the one who never says a word; the one who knows a better way for everything; the late one; two who are close friends and whisper; one who says in passing that last week hurt her. Ten minutes. Stop. Swap leaders, go on from the same point. Three rounds.\nTry: “Thank you. I would like to hear how it is for others too.” A round in which everyone has one sentence, with the right to pass. Pairs before the circle. The ground rules, read again and kindly. For the whisperers, a chair between them or a task each. For the one who was hurt: not now in front of all. “I heard that. May I come to you in the break?”',
    },
    {
      minutes: 15,
      title: 'How we part',
      method: 'sharing',
      words:
        'Ask: “Which ending in your life was good? What made it so?” Then plan the last two sessions of a group: say it three weeks before; look back with your hands, with a picture, a loaf, a song; give each person one sentence of what we have seen in them; say where to go next. For some, an ending wakes every other one. Let them be sad, and do not promise to stay friends with all.',
    },
    {
      minutes: 10,
      title: 'Winding up the wool',
      method: 'practice',
      words:
        'The wool goes back round the circle. Each says one thing they do when a group goes quiet. Whoever winds the last of it takes the ball to the next unit.',
    },
  ],
  notes: [
    'The one who talks without end is mostly afraid. Let the group find that out by asking the player afterwards: “What would have let you stop?”',
    'Silence in a group feels four times as long to whoever leads it. Let them count to ten under the table.',
    'Some people do not come back because it did its work. Others because something hurt. A kind message after two absences is right, once. It asks for nothing and leaves the door open.',
    'A phone group of the parents is theirs. We do not run it, and we are not in it. If a worry comes out of it, it is passed on like any other.',
    'What to say when it gets heavy between two people: “I stop us here. We will not solve this in the circle. I talk with each of you after this, and the practitioner helps.”',
    'This training group has a garden of its own, and around unit eleven it is often in the tangle. Name it, with a smile.',
  ],
  cautions: [
    'Being left out is an old pain for many. The part of the one who never speaks should go to somebody who is at home in the group.',
    'Endings touch bereavement. Tell the group beforehand that they come up.',
    'Trainees who were parents here once ended with us too, some of them suddenly when somebody left. It helps to ask what they would have needed.',
  ],
  takeHome:
    'In the next group you are in, at work or at the school gate, watch for one person at the edge. Give them one sentence. See what becomes of it.',
  competencies: ['groups', 'inclusion', 'feelings'],
  oneToOne:
    'One trainer and one trainee, 80 minutes. Draw the pattern of dots of a real group. Go through the garden. Play three of the eight parts yourself, one after the other, and let them try two sentences for each. Plan a last session together.',
};
