import type { CourseModule } from '../course/course.shape.ts';

/** The fifth part: boundaries, safety in person and online, care for oneself, and what happens when somebody is accused. */
export const stayingSafe: CourseModule = {
  code: 'staying-safe',
  title: 'Boundaries, and staying safe yourself',
  about:
    'Being warm without crossing lines, in the room and online; looking after yourself; when it is one of us.',
  minutes: 8,
  screens: [
    {
      title: 'A friendly face, not a friend',
      blocks: [
        {
          kind: 'words',
          paragraphs: [
            'You are a peer: somebody who has been there. You are warm, and you may tell a little of your own story when it helps. Still, it is a role. You have keys, training and a team. Parents may feel that you have power over them, even when you do not feel it at all.',
            'Boundaries are not coldness. They are the edges that make it safe to be close.',
          ],
        },
        {
          kind: 'points',
          lead: 'So, as a volunteer,',
          points: [
            'you meet families in the group or where it has been agreed, not at their home or yours',
            'you give no lifts, and you neither lend nor borrow money',
            'you do not babysit for families from the group',
            'you give and take no presents beyond a card or some biscuits',
            'you do not start a love affair or a business with a parent you support',
            'you give no advice on medicines, feeding problems or law: you know who can',
          ],
        },
        {
          kind: 'think',
          ask: 'It is raining. Ana and her baby have missed the bus, and you are driving past her street. She asks for a lift. What do you say?',
          reveal: [
            'You could say: “I wish I could, but as a volunteer I can’t. Come back in with me, and we will find out when the next one goes, or ring somebody for you.” It may feel unkind for a minute. It keeps both of you safe. It also means that nobody has to ask why one family gets lifts and another does not.',
          ],
        },
      ],
    },
    {
      title: 'In the room',
      blocks: [
        {
          kind: 'points',
          lead: 'With children and babies',
          points: [
            'Ask the parent before you pick up a baby, every time.',
            'Be where others can see you. Keep the door open, or sit by the window.',
            'Nappies and feeds are for parents. In the crèche, follow its own rules.',
            'A child may come for comfort. Let them lead, and let them leave.',
            'No pictures of children on your own phone, not even sweet ones.',
            'Never smack, shake, shout at or shame a child. If a parent does, step in gently and tell the practitioner.',
          ],
        },
        {
          kind: 'points',
          lead: 'With parents, and for yourself',
          points: [
            'Do not meet alone in a building where nobody knows that you are there.',
            'If somebody is angry or has been drinking, give them space, stay near the door and fetch help.',
            'If a partner or a stranger comes who makes people afraid, do not argue. Get the practitioner, or ring 999.',
            'If you know a family from your own life, say so early. We plan around it and do not ask why.',
          ],
        },
      ],
    },
    {
      title: 'Online',
      blocks: [
        {
          kind: 'words',
          paragraphs: [
            'Much of a parent’s life is on the phone, and much of it comes at three in the morning. If you answer then, you may be the only one who knows that somebody is in danger. That is not fair on them, or on you.',
          ],
        },
        {
          kind: 'points',
          points: [
            'Use the ways of writing that your organisation has agreed. Do not give out your own number.',
            'Do not add parents on your own social media, and say kindly why when they ask.',
            'In a group chat, agree the rules together: no pictures of other people’s children, no private stories, nobody watches it at night.',
            'If you read something worrying, do not discuss it there. Tell the practitioner, or ring 999.',
            'Parents have a page with people who answer day and night. Show it to everyone: it is behind “Help now”.',
          ],
        },
        {
          kind: 'story',
          title: 'A message at 2.40am',
          paragraphs: [
            'Nadia wakes and sees a message from a parent: “cant do this anymore”. She sits up in the dark. She rings 999, gives the name, and says what she read. Then she rings the out-of-hours number of her centre.',
            'Next day they talk. Nobody tells Nadia off because the parent had her number. They thank her. Together they find a way for it not to rest on her again.',
          ],
        },
      ],
    },
    {
      title: 'Looking after yourself',
      blocks: [
        {
          kind: 'words',
          paragraphs: [
            'Hearing hard things leaves marks. You may sleep badly, be short with your own children, or feel nothing at all. It is what happens to people who care. It passes more quickly when you say it aloud.',
          ],
        },
        {
          kind: 'points',
          lead: 'What helps',
          points: [
            'Talk on the same day with the practitioner or your volunteer manager, without saying more about the family than you need.',
            'Come to supervision. It is there for you, and it is part of the role.',
            'Take a break. You can step back for a week or a year, and we will be glad when you come again.',
            'If you are not safe yourself, at home or in your own mind, tell us. It will not be held against you. Volunteers get help here too.',
          ],
        },
        {
          kind: 'care',
          words:
            'If you need to talk to somebody now: Samaritans on 116 123, day and night. NHS 111 has people for mental health. In danger, 999.',
        },
      ],
    },
    {
      title: 'When it is one of us',
      blocks: [
        {
          kind: 'words',
          paragraphs: [
            'Sometimes the person who does harm is a volunteer or a member of staff. It is rare, and it happens. It could be somebody kind, funny and much loved. So the rule is the same for everyone.',
          ],
        },
        {
          kind: 'points',
          lead: 'Pass it on the same day if somebody who works with us',
          points: [
            'has hurt a child or an adult, or may have',
            'is alone with a child in ways that others are not, keeps secrets with them, or gives them presents',
            'crosses lines again and again: touch, jokes, messages, money',
            'has behaved outside the group in a way that makes you doubt they are safe with families',
          ],
        },
        {
          kind: 'words',
          paragraphs: [
            'Tell your volunteer manager or the safeguarding lead, and not the person. If it is about one of those two, go to the other, or to the service lead. You can also go straight to the council or the police. Nobody may punish you for an honest worry that turns out to be wrong.',
            'If somebody says something about you, you are asked to step back from families while it is looked into. That is not a punishment, and it is not a judgement. You get somebody to talk to, you hear what is being said as soon as that is safe, and you are heard. Write down what you remember, and do not contact the family.',
          ],
        },
        {
          kind: 'remember',
          words: 'You notice, you listen, you write it down and you tell. You are never alone with it.',
        },
      ],
    },
  ],
  questions: [
    {
      code: 'a-lift',
      ask: 'A parent from your group asks you to drive her and the baby home. What do you do?',
      several: false,
      readAgain: 1,
      options: [
        {
          code: 'once',
          words: 'Do it just this once, because it rains',
          right: false,
          because:
            'It is a kind thought. But alone in a car, neither of you is protected, and once becomes often.',
        },
        {
          code: 'other-way',
          words: 'Say kindly that I cannot as a volunteer, and help her to find another way',
          right: true,
          because: 'Yes. You can be warm and keep the line.',
        },
        {
          code: 'secretly',
          words: 'Do it, but tell nobody',
          right: false,
          because: 'A thing that has to be kept quiet is a sign that a line has been crossed.',
        },
      ],
    },
    {
      code: 'in-the-room',
      ask: 'Which of these keep children and you safe in the room? Choose all that do.',
      several: true,
      readAgain: 2,
      options: [
        {
          code: 'ask-first',
          words: 'Asking the parent before I pick up a baby',
          right: true,
          because: 'Yes, every time, also when you know each other well.',
        },
        {
          code: 'in-sight',
          words: 'Being where others can see me',
          right: true,
          because: 'Yes. It protects the child, and it protects you.',
        },
        {
          code: 'nappies',
          words: 'Taking a baby to another room to change the nappy, so that the parent can rest',
          right: false,
          because: 'No. Nappies are for parents. You can hold the bag and keep them company.',
        },
        {
          code: 'pictures',
          words: 'Taking a nice picture on my phone for the parent',
          right: false,
          because: 'No. Let the parent take it on theirs.',
        },
      ],
    },
    {
      code: 'friend-request',
      ask: 'A parent sends you a friend request on social media. What do you do?',
      several: false,
      readAgain: 3,
      options: [
        {
          code: 'accept',
          words: 'Accept it, because anything else would hurt her',
          right: false,
          because: 'It can blur things for both of you: she sees your life, and you see hers at night.',
        },
        {
          code: 'kindly-no',
          words: 'Leave it, and tell her kindly that as volunteers we do not, and how she can reach us',
          right: true,
          because: 'Yes. Said with warmth, it is not a slap. It is a clear edge.',
        },
        {
          code: 'ignore',
          words: 'Leave it and say nothing',
          right: false,
          because: 'She may think that you do not like her. A kind word is better.',
        },
      ],
    },
    {
      code: 'a-colleague',
      ask: 'A volunteer everybody loves often takes one little girl to the store room “to help”, with the door shut. What do you do?',
      several: false,
      readAgain: 5,
      options: [
        {
          code: 'ask-him',
          words: 'Ask him in a friendly way why he does it',
          right: false,
          because: 'No. It could warn him, or hurt him without need. Others will look into it.',
        },
        {
          code: 'tell-today',
          words: 'Tell the volunteer manager or the safeguarding lead today',
          right: true,
          because: 'Yes. You accuse nobody. You say what you saw.',
        },
        {
          code: 'watch',
          words: 'Keep an eye on it for a few weeks',
          right: false,
          because: 'No. A child may be harmed while you watch.',
        },
      ],
    },
    {
      code: 'yourself',
      ask: 'After a hard session you cannot sleep and keep seeing it before you. What helps? Choose all that do.',
      several: true,
      readAgain: 4,
      options: [
        {
          code: 'talk-manager',
          words: 'Ring the practitioner or my volunteer manager',
          right: true,
          because: 'Yes. That is what they are there for, and it is no weakness.',
        },
        {
          code: 'supervision',
          words: 'Bring it to supervision',
          right: true,
          because: 'Yes. It is a place for exactly this.',
        },
        {
          code: 'tough',
          words: 'Pull myself together and say nothing',
          right: false,
          because: 'It does not go away like that. It comes out elsewhere.',
        },
        {
          code: 'break',
          words: 'Take a break if I need one',
          right: true,
          because: 'Yes. Stepping back for a while is part of being able to go on.',
        },
      ],
    },
  ],
};
