/** Short pages of the programme's own, for parents and for professionals. */
import type { CardContent } from './shapes.ts';

export const cards: readonly CardContent[] = [
  {
    code: 'after-a-loss',
    title: 'We are so sorry',
    audience: 'parent',
    aboutBaby: false,
    sections: [
      {
        paragraphs: [
          'There are no right words. We are sorry, and we are thinking of you.',
          'We have stopped every message about groups and dates. You don’t need to tell anyone else here.',
        ],
      },
      {
        heading: 'What can help now',
        paragraphs: [
          'You may want company, or to be left alone, and that can change within an hour.',
          'Your midwife or GP can talk with you about your body, time off, and what happens next. Many hospitals have a bereavement midwife.',
        ],
        points: [
          'Sands and Tommy’s are on the help page, with their numbers. So are others.',
          'Partners and other family can ring too.',
          'If you feel that you cannot stay safe, call 999, or 111 and choose mental health.',
        ],
      },
      {
        heading: 'Us',
        paragraphs: [
          'One named practitioner will be in touch once, gently, in the way you chose. You can ask them to wait, or not to call.',
          'Nothing has to be decided. If you would like to talk to us in a month or a year, you can.',
        ],
      },
    ],
  },
  {
    code: 'for-a-partner-after-a-loss',
    title: 'For you as well',
    audience: 'parent',
    aboutBaby: false,
    sections: [
      {
        paragraphs: [
          'People often ask how your partner is, and forget to ask you. This is your loss too.',
          'You may be busy looking after others. It may catch up with you later. There is no set time for it.',
          'You have your own file with us, and your own practitioner to talk to if you like. What you say to them stays there, unless somebody is in danger.',
        ],
        points: [
          'You may take time off work. Ask your GP or employer.',
          'Sands and others talk to fathers and partners every day.',
        ],
      },
    ],
  },
  {
    code: 'what-the-drop-in-is-like',
    title: 'What the drop-in is like',
    audience: 'parent',
    aboutBaby: true,
    sections: [
      {
        paragraphs: [
          'Once a month, for two hours. Come for all of it or for twenty minutes. You don’t have to book.',
          'Somebody will be at the door. They are a parent who volunteers with us, and they remember what the first time was like.',
          'There is tea, a mat for babies, and usually something to do with your hands. You can talk or just sit.',
        ],
        points: [
          'Come pregnant, with a baby, or on your own.',
          'Bring older children if that is the only way. We will tell you what there is for them.',
          'It is open to you until your child’s first birthday.',
        ],
      },
    ],
  },
  {
    code: 'what-a-group-session-is-like',
    title: 'What a group session is like',
    audience: 'parent',
    aboutBaby: true,
    sections: [
      {
        paragraphs: [
          'About eight parents, two people who lead it, two hours with a break.',
          'We start quietly, with a few minutes to arrive. Then something to help the body settle: a slow breath, a stretch, a rest on your side.',
          'After that each person can say how they are. You can always say “pass”.',
          'Then a break, something new to try, and time to chat over a simple craft.',
        ],
      },
      {
        heading: 'Good to know',
        paragraphs: ['Wear what is comfortable. You don’t need to bring anything.'],
        points: [
          'Nobody will make you speak, shut your eyes or be touched.',
          'If you are late, come in anyway.',
          'If you need to cry or leave for a bit, that is fine. Someone will look out for you.',
          'What is said stays in the room, unless someone is at risk of serious harm.',
        ],
      },
    ],
  },
  {
    code: 'bringing-your-partner',
    title: 'Bringing your partner, or someone else',
    audience: 'parent',
    aboutBaby: true,
    sections: [
      {
        paragraphs: [
          'Some sessions are for partners too. We tell you which, and you choose whether to bring someone. A sister or a friend is welcome as well.',
          'Partners and fathers can also be with us in their own right, with their own file. What each of you tells us stays separate.',
          'You can always ask to come by yourself, without a reason.',
        ],
      },
    ],
  },
  {
    code: 'creche',
    title: 'Someone to look after your other children',
    audience: 'parent',
    aboutBaby: true,
    sections: [
      {
        paragraphs: [
          'At some places there is a crèche while the group meets. It has to be booked, so that there are enough hands.',
          'The people who run it are checked and trained. Your child can come and find you at any time, and you can go and look.',
        ],
        points: [
          'Tell us ages, allergies, and anything that helps your child to settle.',
          'Only the people you name may collect your child.',
          'Where there is no crèche, tell us. We will see what can be done.',
        ],
      },
    ],
  },
  {
    code: 'what-we-hold-about-you',
    title: 'What we hold about you, and why',
    audience: 'parent',
    aboutBaby: false,
    sections: [
      {
        paragraphs: [
          'We write down what we need to look after your place with us: how to reach you safely, key dates, what you asked for, and when you came.',
          'The people who run your groups see what they need for that and no more. Volunteers do not see your health details.',
          'Each time somebody opens your file, that is noted.',
        ],
      },
      {
        heading: 'What you can ask for',
        paragraphs: ['Ask anyone here, or use your page. You never have to say why.'],
        points: [
          'To see what we hold.',
          'To have something put right.',
          'To change how we contact you, or to have us stop.',
          'To have your file removed. Some parts must be kept for a time by law, and we tell you which.',
          'To complain. We answer, and the Information Commissioner’s Office can look at it too.',
        ],
      },
      {
        heading: 'When we have to tell someone',
        paragraphs: [
          'If we think that a child or a grown-up is at risk of serious harm, we must pass that on. We tell you first whenever it is safe to.',
        ],
      },
    ],
  },
  {
    code: 'reaching-you-safely',
    title: 'How we reach you, safely',
    audience: 'parent',
    aboutBaby: false,
    sections: [
      {
        paragraphs: [
          'Other people sometimes see our phones. Until you tell us otherwise, our messages do not say who we are, where you are going or when.',
          'You choose: text, e-mail, call or letter, which days, and whether we may leave a voicemail.',
          'Every page has a way to leave quickly. It opens an ordinary website in its place. Your browser may still remember the page, so clear it if that matters.',
        ],
      },
    ],
  },
  {
    code: 'when-a-baby-comes-early',
    title: 'When a baby comes early or stays in hospital',
    audience: 'parent',
    aboutBaby: true,
    sections: [
      {
        paragraphs: [
          'This is probably not how you pictured it. You don’t have to be glad, or brave.',
          'Your place with us stays. The drop-in is open to you with or without your baby beside you.',
          'The nurses on the unit can tell you about support there, and about help with travel and meals. Bliss is a charity for families of babies born early or ill.',
        ],
      },
    ],
  },
  {
    code: 'when-your-baby-lives-elsewhere',
    title: 'When your baby is not living with you',
    audience: 'parent',
    aboutBaby: true,
    sections: [
      {
        paragraphs: [
          'You are still a parent, and you are still welcome here.',
          'Some people want to come to the drop-in. For others a room full of babies is too much. We can meet you elsewhere.',
          'Tell your practitioner what you would like us to say, and not to say, to others. Ask them about advocacy and legal advice near you.',
        ],
      },
    ],
  },
  {
    code: 'for-professionals',
    title: 'What peer support is, and is not',
    audience: 'professional',
    aboutBaby: false,
    sections: [
      {
        paragraphs: [
          'Groups in pregnancy are led by practitioners. The monthly drop-in is led by trained, supervised volunteers who are parents themselves.',
          'It suits mild to moderate worry or low mood, and parents who feel alone. It works beside clinical care and does not replace it.',
          'Referring takes about two minutes. You hear at once that it arrived and, where the parent agrees, what became of it.',
        ],
        points: [
          'Please ask the parent first, and ask how we may reach them safely.',
          'For someone at risk today, use your crisis pathway or 999 and not this form.',
          'Fathers and partners can be referred in their own right.',
          'If we cannot help, we say who can, and follow it up.',
        ],
      },
    ],
  },
];
