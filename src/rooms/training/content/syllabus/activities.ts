import type { SyllabusUnit } from '../../syllabus/syllabus.shape.ts';

export const activities: SyllabusUnit = {
  code: 'activities',
  number: 10,
  title: 'Activities from the toolbox',
  about:
    'We try out activities with our own hands, lead one ourselves, and learn to bend it to whoever is there.',
  block: 'content',
  minutes: 120,
  aims: [
    'Choose an activity that fits this group on this day.',
    'Lead one for fifteen minutes, with a clear beginning and end.',
    'Change it in the moment: for tiredness, for one hand, for little English.',
    'Open a talk with an activity and not with a question.',
  ],
  methods: ['arts', 'pairs', 'practice', 'sharing'],
  materials: [
    'Six activities from the toolbox, two of each theme, with everything they need',
    'The programme on paper, with its themes and topics',
    'One doll for each pair, to have only one hand free',
    'A bell',
  ],
  outline: [
    {
      minutes: 10,
      title: 'Hands first',
      method: 'arts',
      words:
        'When people come in there is something on the table to do: clay, beads, folding. No explanation. After five minutes ask: “What did we talk about while we did that?” Things are easier to say when the eyes may rest on something.',
    },
    {
      minutes: 15,
      title: 'From real life',
      method: 'reflection',
      words:
        'The standing place. Ask: “Which activity did you see, or do, in a session? When did it come alive and when did it die? What did you notice in yourself when it died?” An activity that nobody wanted is a good story here. Look at what the room may have needed.',
    },
    {
      minutes: 15,
      title: 'What fits?',
      method: 'pairs',
      words:
        'Each pair gets a group on a card: eight mothers in the last weeks of pregnancy, a hot day; four fathers with babies on a Saturday; a group in which two people had bad news last week; six who share no language. Choose from the six activities and say why. Look at the cautions on the activity first. For whom in the room could it hurt?',
    },
    {
      minutes: 15,
      title: 'Break',
      method: 'break',
      words: 'Pairs prepare their fifteen minutes if they like.',
    },
    {
      minutes: 50,
      title: 'We lead',
      method: 'practice',
      words:
        'Three pairs lead, fifteen minutes each, with the others as a real group. Every participant holds a doll in one arm. Say at the start what we do, how long it takes and that nobody has to. Do not explain for more than one minute. End on time, with one question that opens: “What came up while you did that?”\nThe trainer rings the bell once and calls a change: “Two more have come in.” “She understands no English.” “A baby is screaming.” “Somebody begins to cry.” The leaders bend it.\nAfter each: first the leaders, “this I am pleased with”, then the group, “that helped me”. Wishes only if the leaders ask for them.',
    },
    {
      minutes: 15,
      title: 'My two',
      method: 'sharing',
      words:
        'Everyone picks two activities they would lead tomorrow, and one they would not, and says why. If you know a better one from home, there is a page in the toolbox to propose it. One word to close.',
    },
  ],
  notes: [
    'An activity is a reason to sit together. If it works when nothing gets finished, it was a good one.',
    'Beginners explain too much, out of fear. Give them the minute, and show the bell.',
    'Look at hygiene, small parts, hot things, flour and nuts, before the parents do. Paint and babies is possible, with what is written on the card.',
    'For those who do not like arts: “You need not make anything beautiful. You can sort the buttons by colour.” Never praise results. Say what you see: “You went right to the edge of the page.”',
    'If more than three pairs want to lead, make two rooms with a trainer each. Those who did not lead do so in their next shadowing.',
    'What to say when it gets heavy, for example when a picture brings up a loss: “We can leave this as it is. Would you like to keep it, give it to me to look after, or put it away?”',
  ],
  cautions: [
    'Memory boxes, letters to a baby and pictures of birth touch losses. Use them only when the cautions of the card are read and a second person is there.',
    'Being looked at while leading can wake old school days. Pairs may choose to lead sitting down, and for five minutes.',
    'Trainees who were parents here may have done these very activities. Ask which they liked, and do not ask for what they made then.',
  ],
  takeHome:
    'Try one activity on somebody at home, a baby or a grandfather. Change one thing in it. Tell us what happened.',
  competencies: ['groups', 'babies', 'feelings'],
  oneToOne:
    'One trainer and one trainee, 80 minutes. Do one activity together. Choose for the four groups. Then they lead one for you, with a doll on one arm, and you bring two changes. Agree in which real session they lead it, and who stands next to them.',
};
