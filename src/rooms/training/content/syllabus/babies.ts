import type { SyllabusUnit } from '../../syllabus/syllabus.shape.ts';

export const babies: SyllabusUnit = {
  code: 'babies',
  number: 8,
  title: 'Tuning in to a baby',
  about: 'Babies talk from the first hour. We learn to wonder with parents about what theirs is saying.',
  block: 'content',
  minutes: 120,
  aims: [
    'Watch a baby for three minutes before thinking anything about them.',
    'See signs of “more”, “enough” and “help me”.',
    'Speak for a baby in a way that makes the parent feel good, and not watched.',
    'Know where our knowledge ends: feeding, sleep and health belong to others.',
  ],
  methods: ['sharing', 'practice', 'arts', 'role_play', 'talk'],
  materials: [
    'Three short films without sound of babies with somebody they know, or a visiting parent and baby',
    'Paper and pencils',
    'A doll or a rolled towel for each pair',
    'The activities of the toolbox that are for parent and baby',
    'The leaflet on safer sleep that your health visitors use',
  ],
  outline: [
    {
      minutes: 10,
      title: 'A sound from long ago',
      method: 'sharing',
      words:
        'Go round: hum, say or clap one thing that was done with babies where you grew up. Two lines are enough. Nobody has to sing. Collect them: this is your first songbook.',
    },
    {
      minutes: 15,
      title: 'From real life',
      method: 'reflection',
      words:
        'The standing place. Ask: “Tell us one minute with a baby, in a group or on the bus, as a film without sound. Only what you saw.” When judging words come in, such as naughty, clingy or good, ask gently: “And what did you see?” Then: “What did it do to you?”',
    },
    {
      minutes: 25,
      title: 'Three minutes of looking',
      method: 'practice',
      words:
        'Show a film without sound, or sit around the visitors. First time: write down only what the baby does with eyes, hands, feet, breath, mouth. Second time: put a sentence in the baby’s mouth beside it. Compare. There will be as many sentences as people. That is wondering, and it is all that we do: “I wonder whether …”. Look for the moment of turning away. It is not “she does not like me”. It is often “give me a moment”.',
    },
    {
      minutes: 15,
      title: 'Drawing the dance',
      method: 'arts',
      words:
        'Two lines on one sheet, one for the parent and one for the baby: who moves, who answers, where do they lose one another, where do they find each other again? Draw a minute of the film. Say: losing and finding is the dance. Nobody is in step all the time, and nobody needs to be.',
    },
    {
      minutes: 15,
      title: 'Break',
      method: 'break',
      words: 'If a family is visiting, thank them here and let them go when they like.',
    },
    {
      minutes: 25,
      title: '“Look how he looks at you”',
      method: 'role_play',
      words:
        'Pairs with a doll, then change. The parent is unsure. The peer supporter tries four kinds of sentence. See: “He has found your face.” Wonder: “I wonder whether he has had enough of the rattle.” Credit the parent: “You stopped, and he came back to you.” Ask: “What does he tell you when he is tired?”\nThen try the sentences that hurt, once, to hear them: “He is hungry, love.” “Mine did that earlier.” “Can I have him? Babies like me.” Talk about what each did.\nAlways ask the parent before touching or lifting a baby. Always.',
    },
    {
      minutes: 15,
      title: 'Not our field',
      method: 'talk',
      words:
        'On the wall: feeding, weight, rashes, medicine, sleep through the night, development. Ask: “Who is asked this in our town?” Write names and numbers next to each. Practise one sentence: “That is one for your health visitor. Shall we write it down so that you can ask?” A baby who is limp, hard to wake, has trouble breathing or looks very ill needs 999 now.\nClose with one of the songs.',
    },
  ],
  notes: [
    'This unit can make people feel that they did it all wrong with their own. Say early: “Babies are made for parents who miss things. They try again, loudly.”',
    'Do not show films of distress to teach distress. Ordinary minutes are enough, and they teach more.',
    'Babies who come too early, who cannot see or hear, or who have been very ill speak otherwise. Their parents have learned their language with effort. Let them be the ones who teach us.',
    'Some parents feel watched at once, above all if somebody has already doubted them. Our looking is for the two of them together. If you find that you are gathering signs against a parent, say so to the practitioner. That is another task.',
    'What to say when it gets heavy: “Watching babies can wake old things up. You may look out of the window. The film will be over in a minute.”',
    'Put away phones during the visit, and take no pictures of the family.',
  ],
  cautions: [
    'Among us are people who have lost a baby, who cannot have one, or whose children live elsewhere. Tell everyone beforehand that there are babies in this unit, in films or in the room.',
    'Trainees who were parents here may remember their own first weeks as a fog. They did not miss their chance. Say that as well.',
    'Talk about feeding divides rooms. It is not discussed here who fed how.',
  ],
  takeHome:
    'Watch a baby for three minutes, with the parent’s yes. No thoughts, only looking. Then tell the parent one lovely thing that you saw.',
  competencies: ['babies', 'alongside', 'inclusion'],
  oneToOne:
    'One trainer and one trainee, 75 minutes. Watch one film twice without sound and write both lists. Draw the dance. Play the four kinds of sentence with a doll, both ways. Fill in who is asked what in your town.',
};
