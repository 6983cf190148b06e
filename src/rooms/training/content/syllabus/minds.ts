import type { SyllabusUnit } from '../../syllabus/syllabus.shape.ts';

export const minds: SyllabusUnit = {
  code: 'minds',
  number: 7,
  title: 'How it can be inside: minds in pregnancy and the first year',
  about:
    'What many parents feel, what is more than that, and how we open the way to help. We do not name illnesses.',
  block: 'content',
  minutes: 120,
  aims: [
    'Know that one in every few parents has a hard time inside, and that it gets better with help.',
    'Notice when low, anxious or frightening feelings stay, grow or get in the way.',
    'Ask kindly how somebody really is, and bear the answer.',
    'Know who helps, how fast, and what we do when it cannot wait.',
  ],
  methods: ['sharing', 'practice', 'story', 'role_play'],
  materials: [
    'A long rope on the floor, with three sheets: hard days, staying hard, today',
    'Twenty cards with things parents say, see the outline',
    'Your own list of help near you with numbers and opening times, checked this week',
    'Small cards to write the list on',
    'The form with which your centre passes on a concern',
  ],
  outline: [
    {
      minutes: 10,
      title: 'How full is my cup',
      method: 'sharing',
      words:
        'Everyone shows with their hands how full they are today. No words. Say what this unit is about and that it is near to many of us. Point to the door, and to who looks in. Say: “We learn to notice and to open a door. We never say what somebody has. That is for people who are trained to.”',
    },
    {
      minutes: 15,
      title: 'From real life',
      method: 'reflection',
      words:
        'The standing place. Ask those who have been in sessions: “What did somebody say about how they are, perhaps half in a joke? What did the room do with it?” We look at what we did and felt, and not at what the parent might have. If something is said here that nobody has passed on, stop and pass it on after the unit, together.',
    },
    {
      minutes: 25,
      title: 'The rope',
      method: 'practice',
      words:
        'Deal out the cards. “I cry at adverts.” “I check that she is breathing, all night.” “Everyone would be better off without me.” “I love him and I want to run away.” “I see pictures of dropping her on the stairs, and I would never.” “I have not eaten since yesterday.” “They put a camera in the pram.” Everyone lays theirs on the rope where they think it belongs. Then talk about it. Three questions move a card: how long, how much, what does it stop them from doing?\nTwo kinds go to “today”, always. Somebody thinks of dying, or of harming themselves or the baby. Or somebody has lost touch with what is real, hears or believes things others do not, is much too awake or very confused. After a birth this can come on in hours.',
    },
    {
      minutes: 10,
      title: 'Pictures nobody wants',
      method: 'story',
      words:
        'Tell the story of Ana, in your words. She sees pictures of the stairs, it frightens her to the bone, and she has stopped carrying the baby down. She has told nobody because she thinks they will take the child. Frightening thoughts that nobody wants are common in new parents. They say nothing bad about love. They are worth telling to a professional who knows about them. We do not decide which kind of thought it is: we tell the practitioner on the same day and say to Ana that we do.',
    },
    {
      minutes: 15,
      title: 'Break',
      method: 'break',
      words: 'Fresh air if at all possible. Something sweet.',
    },
    {
      minutes: 30,
      title: 'Asking, and then what',
      method: 'role_play',
      words:
        'Show it once with your fellow trainer, then threes, eight minutes each. A parent says “fine, just tired” with nothing in her face. The peer supporter: first, what I see (“You seem far away today”). Second, the question (“How are you really?”). Third, silence. Fourth, thanks (“I am glad you told me”). Fifth, the way on: “Who knows about this? May we tell the practitioner together? Would you like me to sit with you while you ring?”\nOne of the three plays asks about the hardest thing in plain words: “Sometimes people who feel like that think of ending their life. Do you?” Asking does not put it into anybody’s head. It shows that it can be said. If the answer is yes, or maybe: stay, get the practitioner now, do not leave her alone, and ring 999 if she is in danger this minute.',
    },
    {
      minutes: 15,
      title: 'The card in my pocket',
      method: 'practice',
      words:
        'Everyone writes their own small card: the practitioner and the number for when they are not there; the doctor, midwife and health visitor; NHS 111 and its choice for mental health; Samaritans 116 123, day and night; 999. Go round: how full is my cup now, and what do I do this evening that is good?',
    },
  ],
  notes: [
    'Keep it plain. You may hear names such as postnatal depression or birth trauma. Parents may use them about themselves, and then we use their word. We never give anybody a name for what they have.',
    'The figures people quote differ, from one in ten to one in four. What is safe to say: it is common, it happens to fathers too, it is nobody’s fault, and most people get better with the right help.',
    'Some trainees will sort the cards by their own time. Someone will find that what they lived through lies at “today”, and that nobody came. Sit with them. “Nobody came for you. That should not have been.”',
    'What to say when it gets heavy: “We are all in this room and it is now. Put both feet down. We can leave the rope and come back.” If somebody speaks of dying in the present tense, this is no exercise any more: one trainer stays with them, the other gives the group a break, and you do what you teach.',
    'Asking directly about suicide makes everyone’s heart beat. Let each person say the sentence aloud once, in the circle, into the room. The first time should not be with a parent.',
    'Check the list of help this week. A number that does not answer does harm. In Scotland, Wales and Northern Ireland some of them are others: put yours on the card.',
    'A practitioner or a health professional should be in this unit, at least from the break on.',
  ],
  cautions: [
    'Hard topics: thoughts of suicide, frightening thoughts about a baby, losing touch with what is real. Say so a week before, so that people can choose how and with whom they come.',
    'Trainees who were parents here may have lived any of these cards. They may sit it out and do this unit one to one, and nobody remarks on it.',
    'Nobody goes home from this unit alone with something heavy. The last ten minutes are for looking round: two trainers, every face.',
  ],
  takeHome:
    'Put the card where you will find it. Ask one person you love “how are you really?” and wait. Do one kind thing for yourself tonight.',
  competencies: ['wellbeing', 'listening', 'own-wellbeing'],
  oneToOne:
    'One trainer and one trainee, 90 minutes, in the daytime. Go through the cards and the rope together. Tell Ana’s story. Play “Asking, and then what” twice, and let them say the hardest question aloud. Write the card. Ask how they spend the evening, and ring them the next day.',
};
