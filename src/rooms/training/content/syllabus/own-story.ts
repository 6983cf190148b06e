import type { SyllabusUnit } from '../../syllabus/syllabus.shape.ts';

export const ownStory: SyllabusUnit = {
  code: 'own-story',
  number: 3,
  title: 'Your own story, and how much of it to share',
  about:
    'Our own experience is why parents trust us. We learn to choose which piece to offer, when, and for whom.',
  block: 'relational',
  minutes: 120,
  aims: [
    'See our own way to parenthood, or to this work, as a river with calm and rough stretches.',
    'Tell apart what has healed enough to share and what is ours to keep.',
    'Share a piece of two or three sentences that gives the talk back to the parent.',
    'Know that nobody owes anybody their story.',
  ],
  methods: ['sharing', 'arts', 'talk', 'pairs'],
  materials: [
    'Large paper for each person, pastels, wool, pebbles, leaves, scraps of cloth',
    'Quiet music without words, if the group likes it',
    'A traffic light drawn on three sheets: green, amber, red',
    'A box with a lid for each person, or an envelope that can be sealed',
  ],
  outline: [
    {
      minutes: 10,
      title: 'Arriving',
      method: 'sharing',
      words:
        'Go round: one thing my hands did today. Then say what this unit is: “We draw today. Nobody needs to be able to. You decide what you show and what you tell, down to nothing at all.”',
    },
    {
      minutes: 10,
      title: 'From real life',
      method: 'reflection',
      words:
        'The standing place. Ask: “Since we last met, did somebody tell you a piece of their story, in a group or anywhere? What made you want to hear more, or less?” And for those who have been in a group: “Did you feel like telling something of yours? What did you do?”',
    },
    {
      minutes: 30,
      title: 'My river',
      method: 'arts',
      words:
        'Everyone draws or lays a river: how I came to be here. Springs, stones, bridges, places where others stepped into the boat. Twenty minutes, in silence or with music. Then five minutes to look at it alone and to put a leaf on each place one would not like to be asked about. Say it clearly: “Leaves are closed. Nobody lifts a leaf but you.”\nGo round with your eyes only. Sit down near whoever has stopped drawing. You need not speak.',
    },
    {
      minutes: 15,
      title: 'Break',
      method: 'break',
      words: 'Longer rather than shorter. Let people move. Pictures may be turned over.',
    },
    {
      minutes: 15,
      title: 'Green, amber, red',
      method: 'talk',
      words:
        'Three sheets on the wall. Green: I can tell it, and afterwards I can drink my tea. Amber: it depends on the day and on who is asking. Red: it takes me back there; this is for people who look after me. Each person puts three places of their river into a colour, for themselves, on paper that nobody sees.\nAsk the group: “How do you notice that an amber is turning red while you speak?” Voice, breath, hands, speed. Write it down.',
    },
    {
      minutes: 25,
      title: 'Three sentences',
      method: 'pairs',
      words:
        'First read out two versions. A: a peer supporter answers “I dread the nights” with ten minutes of her own nights. B: “I remember being afraid of the clock. It was lonely. What is the worst hour for you?” Ask what happened to the parent in each.\nThen each person writes three sentences from the green: what it was like, one thing that was true, and a question that gives the talk back. Try them in pairs. The partner says only: “At the end of it I was thinking of you,” or “At the end of it I was thinking of me.”',
    },
    {
      minutes: 15,
      title: 'Closing the box',
      method: 'sharing',
      words:
        'Rivers are rolled up and put away by their owners, in a box or an envelope, or taken home. Go round: one word about my river that I am glad of. End with everyone standing and shaking out their hands. Stay for those who want to stay.',
    },
  ],
  notes: [
    'This is the unit in which most tears come. They are no accident and no alarm. Have two trainers here, if at any time at all. One leads, one watches faces.',
    'Peer support needs no sad story. Somebody who had an easy time, or who has no children of their own, can think that they have nothing to give. Say early: “Your river may be calm. Having been welcomed once is a story too.”',
    'Do not explain pictures. Do not ask “what is that?” Ask “is there something you want to say about it?”, and take no for an answer.',
    'What to say when it gets heavy: “You are here, in this room, now. Feel your feet. I am beside you. Do you want to stay with us, or step out with me?” Use their name. Leave the story where it is and do not ask for more of it.',
    'If somebody tells their whole birth for the first time, let them come to a natural pause. Then thank them, and say: “This wants more time than we have here. Let us find a good place for it.” Offer the volunteer manager, their own doctor or health visitor, or whoever they already talk to. Note for yourself to ring them the next day.',
    'The three sentences will feel cold to some. They are the start and not the whole. Between two people who know each other more may be said later. The rule stays: for whom am I telling this?',
  ],
  cautions: [
    'Losses live in many rivers: pregnancies, babies, children who live elsewhere, parents. Say in your introduction that these may come up and that nobody has to draw them.',
    'Some trainees were parents in our groups, and others here may know parts of their story. What they share today is theirs to share. Remind everyone of the agreement.',
    'If somebody says that they have not slept for nights or that it has come back, they need somebody tonight and not at the end of the course. Speak with them before they leave and tell the volunteer manager, with their knowledge.',
  ],
  takeHome:
    'Look at your river once more when you are rested. Has anything changed its colour? Keep your three sentences. Say them aloud to yourself, and hear whether they end with the other person.',
  competencies: ['story', 'feelings', 'own-wellbeing'],
  oneToOne:
    'One trainer and one trainee, 90 minutes, in a quiet room with a door. Draw the rivers side by side, the trainer too. Do green, amber, red in silence. Practise the three sentences both ways. Leave fifteen minutes at the end for something light, such as a walk to the bus stop.',
};
