import type { CourseModule } from '../course/course.shape.ts';

/** The second part: signs, in a baby, a child, a parent and oneself, without naming an illness. */
export const whatYouMightNotice: CourseModule = {
  code: 'what-you-might-notice',
  title: 'What you might notice',
  about: 'Signs in a baby, a child, a parent and yourself. You notice; you never have to name what it is.',
  minutes: 9,
  screens: [
    {
      title: 'Noticing is not judging',
      blocks: [
        {
          kind: 'words',
          paragraphs: [
            'You are not asked to say what is wrong. That takes training, time and the whole picture. You are asked to see that something has changed, or does not fit, and to say so.',
            'One sign on its own often has an ordinary reason. Babies get bruises from vaccinations. Parents cry because they slept two hours. What counts is the pattern, a sudden change, or a story that does not fit what you see.',
          ],
        },
        {
          kind: 'points',
          heading: 'Three questions for yourself',
          points: [
            'What did I see or hear? Only that, without what I think it means.',
            'What is different from before?',
            'If I am wrong, what is lost? If I am right and say nothing, what is lost?',
          ],
        },
        {
          kind: 'care',
          words:
            'The next pages name abuse and other harm in plain words. Take your time. It is fine to read one page today and the next tomorrow.',
        },
      ],
    },
    {
      title: 'In a baby or a child',
      blocks: [
        {
          kind: 'words',
          paragraphs: [
            'We speak of four kinds of abuse of children: physical, emotional and sexual abuse, and neglect. They often come together. Harm can be done by a grown-up or by another child, at home, outside or online.',
            'Babies before they crawl hardly ever bruise themselves. Any bruise or mark on a baby who cannot yet roll or crawl must be passed on at once, whatever the reason given. So must a baby who is floppy, will not wake or breathes oddly: for that, ring 999.',
          ],
        },
        {
          kind: 'points',
          lead: 'You might notice a baby or child who',
          points: [
            'has marks, burns or bites, or flinches when someone comes near',
            'is often hungry, cold, dirty, or not seen by a doctor when ill',
            'is very still and watchful, or does not look to their parent for comfort',
            'is shouted at, mocked or ignored again and again',
            'knows about sex in a way that does not fit their age, or is sore or bleeding',
            'is left alone, or with people the family hardly knows',
            'says something that makes you stop',
          ],
        },
        {
          kind: 'words',
          heading: 'Neglect is the quiet one',
          paragraphs: [
            'Neglect means that what a child needs is not there, again and again. It is not the same as being poor. A family with little money may need a food bank and a kind word. A baby who is thirsty, unsafe or never picked up needs us to tell someone.',
          ],
        },
      ],
    },
    {
      title: 'In a parent: harm from others',
      blocks: [
        {
          kind: 'words',
          paragraphs: [
            'Domestic abuse often begins or gets worse in pregnancy and after a birth. It can happen to anyone: women, men, and people of every kind of family. It is not only hitting. It can be control over money, phone, clothes, food, sleep, or who somebody may see. A child who sees or hears it is harmed by it too.',
          ],
        },
        {
          kind: 'points',
          lead: 'You might notice a parent who',
          points: [
            'asks leave for small things, or looks at their partner before they answer',
            'is rung or messaged all through the session, or has to send a picture of where they are',
            'stops coming, or is always fetched at the door',
            'makes light of injuries, or wears clothes that hide them',
            'has no money or phone of their own',
            'is being pushed towards sex, a marriage, or a ceremony that harms girls’ bodies',
          ],
        },
      ],
    },
    {
      title: 'A joke, and two more kinds of harm',
      blocks: [
        {
          kind: 'story',
          title: 'A joke at the tea table',
          paragraphs: [
            'Dev makes everyone laugh. Today he says: “I have to be home by twelve or she goes mad. Last time she threw the kettle.” He laughs. Then he pulls his sleeve down over his wrist. The others laugh too, a little late.',
          ],
        },
        {
          kind: 'think',
          ask: 'Would you have passed this on? Would you, if Dev were a woman?',
          reveal: [
            'Yes, both times. People often tell the worst things as a joke, to see what we do with them. You could say quietly: “That sounded rough. I am here if you want to talk.” Then you tell the practitioner what you heard. Do not ring or write to Dev about it at home: someone else may read it.',
          ],
        },
        {
          kind: 'words',
          heading: 'Slavery and radicalisation, in short',
          paragraphs: [
            'Modern slavery means that people are made to work, beg, steal or sell sex, and cannot leave. You might notice somebody who never has their own papers, is always with a “friend” who speaks for them, or lives where they work.',
            'Radicalisation means that people are drawn, step by step, into hatred and towards violence. It often happens online. You might notice that somebody has new secret friends, speaks of a group of people as less than human, or says that violence is the only way. A strong opinion or a strong faith is neither.',
          ],
        },
      ],
    },
    {
      title: 'In a parent: self-harm, and not wanting to live',
      blocks: [
        {
          kind: 'words',
          paragraphs: [
            'Many parents have frightening thoughts when they are worn out. Most want to be heard and get better with help. Some become so unwell that their life is in danger. In the year after a birth this can move fast, within hours.',
          ],
        },
        {
          kind: 'points',
          lead: 'Tell someone at once if a parent',
          points: [
            'says they do not want to live, or that the baby would be better off without them',
            'has hurt themselves, or speaks of how they would',
            'says they are a stranger to their baby, or feels they cannot be forgiven',
            'hears or sees things that others do not, or is suddenly very muddled or very high',
            'speaks of harm to the baby',
            'says goodbye in a way that feels final, or is suddenly calm after a very dark time',
          ],
        },
        {
          kind: 'words',
          paragraphs: [
            'Asking does not put the idea into anyone’s head. You may ask in plain words: “Are you thinking of ending your life?” If the answer is yes, or you are not sure, stay with them. Get the practitioner now. If nobody is near and it cannot wait, ring 999.',
          ],
        },
        {
          kind: 'remember',
          words: 'Not wanting to live is never a secret that you keep. Stay with them and fetch help, now.',
        },
      ],
    },
    {
      title: 'In yourself',
      blocks: [
        {
          kind: 'words',
          paragraphs: [
            'Your own feelings tell you things. A tight stomach when somebody comes into the room. A story that you keep turning over at night. You do not need a reason that would stand up in court. Say: “I cannot put my finger on it, but I am uneasy.”',
            'Notice also when it gets too close to your own life. You may become angry, go numb, or want to save one family all by yourself. None of this makes you a bad volunteer. It means that you need somebody beside you.',
          ],
        },
        {
          kind: 'think',
          ask: 'Which of the signs on these pages would touch something in you? Whom could you talk to that day?',
          reveal: [
            'You do not have to tell us. It is enough that you know, and that you have a name in mind. If there is none yet, ask your volunteer manager who it could be.',
          ],
        },
      ],
    },
  ],
  questions: [
    {
      code: 'baby-bruise',
      ask: 'Maya is three months old and cannot roll yet. She has a small bruise on her cheek. Her father says that she bumped into a toy. What do you do?',
      several: false,
      readAgain: 2,
      options: [
        {
          code: 'leave',
          words: 'Leave it, because there is a reason for it',
          right: false,
          because:
            'There may be. But a baby who cannot roll hardly ever bruises herself, so someone trained must look.',
        },
        {
          code: 'tell-now',
          words: 'Tell the practitioner at once',
          right: true,
          because: 'Yes. A mark on a baby who does not move about yet is always passed on, straight away.',
        },
        {
          code: 'photo',
          words: 'Take a picture with your phone so that there is proof',
          right: false,
          because: 'No. Never take pictures. Say where it was, how big and what colour, in words.',
        },
      ],
    },
    {
      code: 'control-signs',
      ask: 'Which of these can be signs that a parent is being controlled? Choose all that can.',
      several: true,
      readAgain: 3,
      options: [
        {
          code: 'calls',
          words: 'Their phone rings all morning, and they have to answer every time',
          right: true,
          because: 'Yes. Being checked on all the time is a way of controlling somebody.',
        },
        {
          code: 'no-money',
          words: 'They never have any money of their own',
          right: true,
          because: 'It can be. Keeping money from somebody is a kind of abuse.',
        },
        {
          code: 'fetched',
          words: 'They are always fetched at the door and leave in a hurry',
          right: true,
          because: 'It can be, most of all when they seem afraid to be late.',
        },
        {
          code: 'hidden',
          words: 'They wear a headscarf',
          right: false,
          because: 'No. What people wear for their faith or for themselves is not a sign of harm.',
        },
      ],
    },
    {
      code: 'men-too',
      ask: 'A father jokes that his partner threw a kettle at him. What do you make of it?',
      several: false,
      readAgain: 4,
      options: [
        {
          code: 'joke',
          words: 'It was a joke, so it stays in the group',
          right: false,
          because: 'People often tell hard things as jokes. We take what was said seriously.',
        },
        {
          code: 'serious',
          words: 'I take it seriously and tell the practitioner what I heard',
          right: true,
          because: 'Yes. Anyone can be hurt at home, and the baby is in that home too.',
        },
        {
          code: 'text-him',
          words: 'I text him tonight to ask whether he is safe',
          right: false,
          because:
            'It is kindly meant. But somebody else may read his phone, and it could put him in danger.',
        },
      ],
    },
    {
      code: 'no-wish-to-live',
      ask: 'Over the washing-up a parent says: “They would all be better off without me.” What helps? Choose all that do.',
      several: true,
      readAgain: 5,
      options: [
        {
          code: 'ask-plainly',
          words: 'Ask in plain words whether they are thinking of ending their life',
          right: true,
          because: 'Yes. Asking does not put the idea there. It often comes as a relief.',
        },
        {
          code: 'stay',
          words: 'Stay with them and get the practitioner now',
          right: true,
          because: 'Yes. You stay, and you are not alone with it.',
        },
        {
          code: 'cheer',
          words: 'Say that they have a lovely baby and will feel better soon',
          right: false,
          because: 'It is meant kindly. It tells them that the dark things may not be said here.',
        },
        {
          code: 'after',
          words: 'Finish the session first and write it down later',
          right: false,
          because: 'No. This one does not wait. It can move within hours.',
        },
      ],
    },
    {
      code: 'your-part',
      ask: 'What is asked of you when you notice a sign?',
      several: false,
      readAgain: 1,
      options: [
        {
          code: 'name-it',
          words: 'To work out what kind of abuse or illness it is',
          right: false,
          because: 'No. You never have to name it. People trained for that will look.',
        },
        {
          code: 'say-it',
          words: 'To say what I saw and heard, and what is different',
          right: true,
          because: 'Yes. Plain words about what you saw help more than a name for it.',
        },
        {
          code: 'be-certain',
          words: 'To be certain before I trouble anyone',
          right: false,
          because: 'No. You are never a trouble. Uneasy is enough.',
        },
      ],
    },
  ],
};
