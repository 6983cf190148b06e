import type { SyllabusUnit } from '../../syllabus/syllabus.shape.ts';

export const safeguarding: SyllabusUnit = {
  code: 'safeguarding',
  number: 13,
  title: 'Keeping people safe: from knowing to doing',
  about:
    'The e-learning gave us the knowledge. Here we practise the moment itself: to hear it, to stay, to tell.',
  block: 'safeguarding',
  minutes: 120,
  aims: [
    'Know the four steps so well that they work when our heart beats fast.',
    'Hear that a child or an adult is being hurt, and answer calmly.',
    'Stay with somebody who harms themselves or wants to die until help is there.',
    'Write down a concern in ten minutes so that others can act on it.',
  ],
  methods: ['practice', 'story', 'role_play', 'pairs', 'sharing'],
  materials: [
    'Your organisation’s safeguarding procedure, and the names of this week',
    'The way in which concerns are raised with you, on paper and on the screen of a demonstration',
    'Three told stories, each in four parts, see the outline',
    'The cards from unit seven',
    'Something warm to hold: stones, cups, a blanket',
  ],
  outline: [
    {
      minutes: 10,
      title: 'Ground under our feet',
      method: 'practice',
      words:
        'Begin with the body: stand, feel the floor, one long breath out. Say what is coming, that nobody needs to tell anything of their own, and that there will be something light at the end. Ask what each brings from the e-learning that they still remember. The four steps go on the wall in their words: notice, listen, write it down, tell.',
    },
    {
      minutes: 15,
      title: 'From real life',
      method: 'reflection',
      words:
        'The standing place. Ask: “When did you have a feeling in your stomach that you could not prove? What did you do with it?” Here we speak about the feeling and what we did. If, while somebody is speaking, it becomes clear that a worry was never passed on, one trainer goes out with them and they pass it on now. There is no blame in it. It is what this unit is for.',
    },
    {
      minutes: 25,
      title: 'Pieces of one picture',
      method: 'story',
      words:
        'Four groups get one piece each of the same story, without knowing of the others. A: he always drives her and waits. B: she has stopped wearing her ring and says she lost it. C: the toddler hides when a door bangs. D: she asked, as if for a friend, whether somebody can lose their papers by leaving. Each group decides alone: pass it on or not? Then lay the four side by side. Let it be quiet for a while. That is why a small piece is enough.\nRead what your procedure says about whom to tell, and when they are not there, whom then.',
    },
    {
      minutes: 15,
      title: 'Break',
      method: 'break',
      words: 'Outside, if it can be done. Each person has somebody beside them, nobody smokes alone.',
    },
    {
      minutes: 35,
      title: 'She tells you',
      method: 'role_play',
      words:
        'Threes, with calm. Before the play agree a stop sign. First, a mother says: “He gets so angry. On Friday he threw the chair.” Second, a parent shows marks on her own arm: “It is the only thing that helps.” Third, somebody says in a low voice: “I have thought it through, how to do it.” Everybody plays the peer supporter once.\nWhat to do: sit down, be slow, listen. “I believe you.” “You are not to blame.” “I am glad that you told me.” Do not dig, do not promise to keep it, do not touch without asking, do not go to him. Say what you do next: “I am going to get our practitioner now, because I want you to be safe. Shall we go together?” In the third play nobody leaves her, not for a minute. Send somebody else. If she is in danger now: 999.\nAfter each play the three look up, say their own names and shake themselves out.',
    },
    {
      minutes: 10,
      title: 'Ten minutes of writing',
      method: 'pairs',
      words:
        'Write down the first play as if you were passing it on: when, where, what I saw, what she said in her words, what I said, whom I told and at what time. No guesses and no “I think he is”. Swap, and ask: could somebody act on it who has never met her?',
    },
    {
      minutes: 10,
      title: 'Something light',
      method: 'sharing',
      words:
        'Something warm in your hands. Go round: one thing that is good, at home or here. Nobody has to find the evening easy. Look at every face. Say when and how you can be reached tonight and tomorrow.',
    },
  ],
  notes: [
    'Your own procedure comes first. A person with a safeguarding role at your centre should be here for this unit. In the second play use the name of your own practitioner, and not ours.',
    'Nobody has to do this perfectly. Done late and clumsily is far better than not done. Say that twice.',
    'A parent can be afraid that we take the child. Answer truthfully: “I do not decide that. Those who help want children to be able to stay with their parents safely. I am here while you talk to her.”',
    'Harming oneself is often a way to stay alive with a pain. No shock, no promise to stop, no looking at the wounds. First aid if it bleeds. Then the practitioner, now.',
    'Many trainees will think of one moment in which they did not tell. “You know more now than then” is a sentence they need.',
    'What to say when it gets heavy: “We stop here. Out of the parts. Look for something green in this room.” Then slow down and leave out the third play. It can be done one to one.',
    'Afterwards do your own quarter of an hour, both trainers, and tell the volunteer manager about anyone who went home heavy.',
  ],
  cautions: [
    'This is the hardest unit. Tell everyone a week before what comes up: violence at home, harm to children, self-harm, suicide. Nobody has to give a reason for doing it one to one.',
    'In any group there are people who were hurt as children or by a partner. Trainees who were parents here may have been the one who told. They lead themselves, and may step out at any line.',
    'Nobody plays the one who hurts. He is only spoken of.',
    'Never before a night alone: if the layout ends the day here, the time together afterwards belongs to the unit.',
  ],
  takeHome:
    'Put the numbers where you find them in the dark. Tell one person that you did something hard today. Then do something with your hands: bake, dig, knit, walk.',
  competencies: ['safeguarding', 'wellbeing', 'confidence'],
  oneToOne:
    'Two people from the team if possible, at least one trainer, and one trainee, 100 minutes, in the daytime. The picture in four pieces. The first two plays, and the third only as a talk if they wish. Ten minutes of writing. Something warm. Ring them the next day, and once more after a week.',
};
