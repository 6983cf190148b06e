import type { SyllabusUnit } from '../../syllabus/syllabus.shape.ts';

export const difference: SyllabusUnit = {
  code: 'difference',
  number: 5,
  title: 'Difference, culture and being treated fairly',
  about: 'Every parent should feel by the first cup of tea that they belong. It takes more than being nice.',
  block: 'relational',
  minutes: 120,
  aims: [
    'See what we take for granted about families, birth and bringing up babies.',
    'Ask about somebody’s way of doing things with real interest and without making them explain a whole people.',
    'Know what to do in the moment when somebody is treated unfairly, also when it was us.',
    'Find three things in our own group that keep somebody out.',
  ],
  methods: ['story', 'sharing', 'practice', 'role_play'],
  materials: [
    'Slips of paper in three colours',
    'A floor plan of the place where your group meets, drawn large',
    'Small figures or buttons',
    'Cards with six families, written by the trainers to fit the area',
    'A list of interpreters and of the languages spoken around you',
  ],
  outline: [
    {
      minutes: 15,
      title: 'The story of my name',
      method: 'story',
      words:
        'In pairs, then whoever likes in the circle: who gave you your name, what does it mean, how do people get it wrong? Learn to say every name in the room as its owner says it. Write down how it sounds. This is the first piece of welcome a parent gets from us.',
    },
    {
      minutes: 15,
      title: 'From real life',
      method: 'reflection',
      words:
        'The standing place. Ask: “Who came into a room, in a group or anywhere, and did not quite land? What did you see? What did you do, or wish you had done?” And: “When was it you?” Stay with what was seen. Nobody in the room has to speak for a whole people.',
    },
    {
      minutes: 20,
      title: 'What everybody knows',
      method: 'sharing',
      words:
        'Everyone finishes four sentences on slips, without a name: “A good mother always …”, “Babies should sleep …”, “After a birth a woman should …”, “A father should …”. Mix them, read them aloud, lay them on the floor. Ask: “Which did you learn before you could speak? Which have you thrown away?” There is never only one answer on the floor. That is the lesson.\nSay it clearly: ways differ, and safety does not. How babies are put down to sleep safely, and that nobody may be hurt, holds in each family.',
    },
    {
      minutes: 20,
      title: 'Who cannot get in?',
      method: 'practice',
      words:
        'Put the plan of your meeting place on the floor. Each three gets two family cards: a mother who uses a wheelchair; two mothers; a father alone with twins; a woman whose English is two months old; a mother of seventeen; a parent who cannot read well; a family who came here for safety and is afraid of forms. Walk the button of this family from the bus stop to the chair. Stop wherever it gets stuck. Write what would help, and what costs nothing.',
    },
    {
      minutes: 15,
      title: 'Break',
      method: 'break',
      words: 'If people brought something to eat from home, this is its place.',
    },
    {
      minutes: 25,
      title: 'The remark',
      method: 'role_play',
      words:
        'A scene round the tea table. One parent says about another who is just out of hearing: “They have so many, don’t they? I suppose they get everything paid.” Play it once as it would often go: everyone looks into their cup. Then again, and again: anybody may call “stop” and step in for the peer supporter.\nTry these. Kindly and at once: “I see that differently.” Back to the agreement: “We said that we do not talk about people who are not here.” With interest: “What makes you think so?” To the one it was about, later and alone: “I heard that. It was not all right. How are you, and what would you like to happen?” To the practitioner, on the same day: what was said and what you did.',
    },
    {
      minutes: 10,
      title: 'Three changes',
      method: 'sharing',
      words:
        'The group chooses three things from the floor plan to put before the centre. Write down who takes them there. Go round: one thing I did not know two hours ago.',
    },
  ],
  notes: [
    'People are afraid of saying the wrong word here. Say at the start: “You will. I do. Then we say sorry, briefly, and go on.” Long apologies make the other person look after us.',
    'Do not let anyone become the teacher of their own people. If all eyes turn to one person, turn yours to the others: “What do the rest of us know about it, and from where?”',
    'Being treated unfairly in maternity care is real, and it falls more on some women than on others. Trainees may have lived it. If they tell of it, believe it. Do not look for a kinder reading.',
    'If something hurtful is said in this room, and it may, it is your remark scene. Stop, name it without heat, come back to the agreement, check with whoever was hurt in the break, and with whoever said it as well.',
    'What to say when it gets heavy: “This is not an exercise for everyone here. Let us slow down. Who needs a break before we go on?”',
    'An interpreter is for the session. A child or a partner is not an interpreter: a woman may not be able to say in front of them what she needs to say.',
    'The nine things on which the law of Great Britain forbids unfair treatment (Equality Act 2010) are on the wall in many centres. Northern Ireland has laws of its own. Show where to look, and leave the law to those who know it.',
  ],
  cautions: [
    'Somebody in the room has been on the wrong end of the remark. Tell everyone before the play what it is about, and let people take the role of watching.',
    'Talk of where people came from can touch flight, war or papers. Nobody is asked how they came to this country.',
    'Trainees who were parents here know who did not feel at home with us. Ask if they want to say it, and bear the answer.',
    'Some of us have learned to laugh it off. Laughing along is a way to be safe, and nobody is to blame for it.',
  ],
  takeHome:
    'Learn to say one name in your life the way its owner says it. Ask them. Then look at the door of a place you know well. Who could not get in?',
  competencies: ['inclusion', 'alongside', 'groups'],
  oneToOne:
    'One trainer and one trainee, 80 minutes, if you can in the place where the group meets. Tell each other the stories of your names. Walk the room from the bus stop to the chair as two of the families. Play the remark both ways. Choose one change and decide who takes it further.',
};
