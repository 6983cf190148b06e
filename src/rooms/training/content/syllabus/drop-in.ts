import type { SyllabusUnit } from '../../syllabus/syllabus.shape.ts';

export const dropIn: SyllabusUnit = {
  code: 'drop-in',
  number: 9,
  title: 'Running a drop-in',
  about: 'From the open door to the last cup: how two of us make a room in which parents stay.',
  block: 'content',
  minutes: 120,
  aims: [
    'Set up a room so that somebody who comes alone for the first time can stay.',
    'Share out who does what between two, and see one another.',
    'Greet, settle, bring two people together, and see people off.',
    'Know what to do when something happens: illness, fire, a hurt baby, a worry.',
  ],
  methods: ['sharing', 'practice', 'pairs', 'role_play'],
  materials: [
    'The real room, if at all possible, with its real cupboard',
    'A run sheet and a register of your drop-in',
    'Your centre’s sheet for emergencies, and the way to the exits',
    'Cards with surprises, see the outline',
    'Cups, a kettle at a safe height, a mat',
  ],
  outline: [
    {
      minutes: 10,
      title: 'My first door',
      method: 'sharing',
      words:
        'In pairs: think of a room you entered where you knew nobody. What did the first thirty seconds tell you? Who or what made you stay or go? Collect five things on paper.',
    },
    {
      minutes: 15,
      title: 'From real life',
      method: 'reflection',
      words:
        'The standing place. Those who have shadowed a drop-in begin: “Where was the still point, and where the storm? Where were you in the room?” Draw it as a quick map. Ask: “What would you do again? What did you want to do and not dare?” Nothing is too small.',
    },
    {
      minutes: 20,
      title: 'The room in ten minutes',
      method: 'practice',
      words:
        'Two at a time set up the room against the clock: chairs in twos and threes with a gap, a mat that a pram can reach, hot drinks away from babies, a quiet corner, the list of help where it can be read without being seen reading. Then somebody walks in with a pram as a new parent and says aloud what they see. Change three things.\nEach time check: exits free, nothing to choke on, nobody alone behind a closed door with a child, and the place where nappies are changed is clean.',
    },
    {
      minutes: 15,
      title: 'Two of us',
      method: 'pairs',
      words:
        'Plan together, with the run sheet, who is at the door and who is in the room, and when you change over. Agree three signs without words: come here; all is well; I need a minute. Plan the quarter of an hour before and the quarter of an hour after. It is part of the session: how was it, what do we pass on, who tells whom?',
    },
    {
      minutes: 15,
      title: 'Break',
      method: 'break',
      words: 'In turns, two of the group run the break as if it were a drop-in.',
    },
    {
      minutes: 35,
      title: 'A whole drop-in in half an hour',
      method: 'role_play',
      words:
        'Two peer supporters, everyone else is a parent with something on a card that only they know: I come for the first time and nearly turned round. I have news that I am bursting with. I want to talk to nobody. My toddler bites. I am the one who knows everybody. I have been crying in the car. Run it: arrive, settle, a little something for all, goodbye.\nEvery five minutes a surprise: the fire alarm; a baby rolls off the mat and cries; a man nobody knows asks for somebody by name; two parents quarrel about the heating. Stop after each one: what did you do, and what does our sheet say? For the man: nobody says who is here. Ask his name, ask him to wait outside, and fetch the practitioner.\nAt the end each parent reads out their card and says what they got.',
    },
    {
      minutes: 10,
      title: 'The last cup',
      method: 'reflection',
      words:
        'Do the quarter of an hour after, in three: what went well, what was hard, what we pass on and to whom. It is the habit that keeps drop-ins safe and keeps us going. One word each.',
    },
  ],
  notes: [
    'The door is the work. Most people who leave for good leave in the first five minutes. Put your warmest person there and not your busiest.',
    'Beginners stand together by the kettle. Say it with a smile, and give each of them a corner of the room.',
    'A drop-in does not need a topic. It needs somebody who remembers that the older one had a birthday.',
    'Some parents come to be near others and not to talk. Let them. A cup put down beside somebody is a whole conversation.',
    'In the play, let the crying parent be found or not be found. If nobody sees her, ask her afterwards how it was. It teaches more than any rule.',
    'What to say when it gets heavy: “Stop. Everyone out of their part. What is your own name, and what do you see in this room?”',
    'A practitioner is on site or can be reached at once in every drop-in. Say who, and how. Practise the call.',
  ],
  cautions: [
    'Being the new one at the door can be close to home. Trainees who were parents here remember this very room. Ask whether they would like to tell what helped, and take no for an answer.',
    'The man at the door and the alarm frighten some people. Say beforehand that there are surprises and of what kind. Anyone may watch.',
    'A baby who rolls off a mat is played with a doll, and briefly.',
  ],
  takeHome:
    'The next time you come into a room, count to thirty at the door. What tells you that you may stay? Bring one idea for our room.',
  competencies: ['groups', 'inclusion', 'safeguarding'],
  oneToOne:
    'One trainer and one trainee, 90 minutes, in the real room before a real drop-in. Set up together, walk in with the pram, agree the signs. Go through four surprises with the sheet in hand. Then they stay for the session as a guest, and you do the last cup together.',
};
