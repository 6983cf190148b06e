import type { CourseModule } from '../course/course.shape.ts';

/** The first part: what safeguarding is, and why nobody is too small for it. */
export const everyonesJob: CourseModule = {
  code: 'everyones-job',
  title: 'What safeguarding is, and why it is everybody’s job',
  about: 'What the word means, who it is for, and what it asks of you.',
  minutes: 8,
  screens: [
    {
      title: 'Before you start',
      blocks: [
        {
          kind: 'words',
          paragraphs: [
            'You are about to spend time with families at a tender point in their lives. Most of what you will see is love, tiredness and a great deal of tea. Now and then you may see or hear something that worries you. This course is for those moments.',
            'It takes about forty minutes. There are five parts, and each has a few short pages and five questions. You can stop after any page. Your place is kept.',
          ],
        },
        {
          kind: 'care',
          words:
            'Parts of this may be hard to read. You may have been through some of it yourself, and you do not have to tell anybody. Stop when you need to. If it stirs something up, talk to someone you trust, or to the person who looks after volunteers at your centre. Samaritans answer day and night on 116 123. If you or someone near you is in danger now, ring 999.',
        },
        {
          kind: 'points',
          heading: 'What this course is, and is not',
          points: [
            'It gives you the basics. It does not make you an expert, and nobody expects you to be one.',
            'We are not lawyers. Where we speak of the law, it is in general words for the four nations of the UK.',
            'Your own organisation’s safeguarding procedure comes first. Where it says something else, follow it and tell us.',
            'The people in the stories are made up. What happens to them is not rare.',
          ],
        },
      ],
    },
    {
      title: 'What the word means',
      blocks: [
        {
          kind: 'words',
          paragraphs: [
            'Safeguarding means keeping people safe from harm, and helping them to live well. It is about children, from before they are born until they are eighteen. It is about adults too.',
            'Some adults need more protection than others. They may have care needs, a disability, an illness or a hard time behind them. Because of that, they may find it difficult to keep themselves safe. In law they are called “adults at risk”, or words like it.',
            'The work with children and the work with adults have much in common. In both, the person comes first. We ask what they want. With an adult, we do as much as we can with their agreement. With a child, the child’s safety decides.',
          ],
        },
        {
          kind: 'points',
          heading: 'In our groups it can mean',
          points: [
            'a baby who is not being fed or held enough, or who has a mark that nobody can explain',
            'an older brother or sister who is frightened of someone',
            'a parent who is being hurt, watched or controlled at home',
            'a parent who no longer wants to live',
            'a volunteer or a member of staff who behaves in a way that does not feel right',
          ],
        },
        {
          kind: 'think',
          ask: 'Before you read on: which of these would you find hardest to notice? Why?',
          reveal: [
            'Many people say the last one. It is hard to think ill of somebody we like and work with. Harm is most often done by someone who is known and trusted. That is why we look at what people do, and not at how nice they are.',
          ],
        },
      ],
    },
    {
      title: 'Why it is everybody’s job',
      blocks: [
        {
          kind: 'story',
          title: 'Five people and one baby',
          paragraphs: [
            'Kezia comes to the Thursday group with Theo, who is ten weeks old. The person at the front desk sees that Kezia’s partner waits outside in the car, every time, for two hours. A volunteer sees that Kezia never takes her coat off. The practitioner sees that she has stopped talking in the circle. Another parent hears her say that she is not allowed to have her own phone. The volunteer in the crèche sees that Theo jumps at loud voices.',
            'Each of them thinks: it is probably nothing. Each of them has one small piece. Nobody puts them on the table.',
          ],
        },
        {
          kind: 'words',
          paragraphs: [
            'When children and adults come to serious harm, people look back to see what could have been done. They find the same thing over and over. Many people knew a little. Nobody put it together.',
            'Your piece may be small. Pass it on anyway. You do not need to be sure. You do not need proof. Someone whose job it is will look at all the pieces.',
          ],
        },
        {
          kind: 'remember',
          words:
            'You notice, you listen, you write it down and you tell. Finding out what happened is somebody else’s job.',
        },
      ],
    },
    {
      title: 'What gets in the way',
      blocks: [
        {
          kind: 'words',
          paragraphs: [
            'Nearly everyone who held back had a reason that sounded kind. It helps to know these reasons, so that you hear them in your own head.',
          ],
        },
        {
          kind: 'points',
          points: [
            '“I might be wrong.” You might. Telling is still right. Asking a question about a family is not the same as accusing them.',
            '“I will lose their trust.” It can feel like that. Families often say later that they were glad somebody saw.',
            '“She is a lovely parent.” Lovely parents need help too. Help early is help that keeps families together.',
            '“It is how they do things.” Families raise children in many good ways. No culture and no faith makes harm all right.',
            '“Someone else will have said something.” That is what each of the five people thought.',
            '“He has been through so much.” So he may need care. The child still needs to be safe.',
          ],
        },
        {
          kind: 'think',
          ask: 'Think of a parent you like very much. What would make it hard for you to say that you are worried?',
          reveal: [
            'You are human, and peer support is built on liking one another. So do not carry it alone. Say to the practitioner: “I find this hard to say, because I like her.” That is a good beginning.',
          ],
        },
      ],
    },
    {
      title: 'Who does what',
      blocks: [
        {
          kind: 'points',
          heading: 'You',
          points: [
            'notice, listen and take it seriously',
            'keep the person safe in that moment, as far as you can without putting yourself in danger',
            'tell the right person on the same day',
            'write down what you saw and heard',
          ],
        },
        {
          kind: 'points',
          heading: 'The people behind you',
          points: [
            'The practitioner of your group and your volunteer manager are the first people to turn to.',
            'Every centre has somebody who looks after concerns. They are often called the safeguarding lead. Their names are in your organisation’s procedure.',
            'They talk to children’s services, adult social care, health or the police. You do not have to decide which.',
          ],
        },
        {
          kind: 'words',
          paragraphs: [
            'You may not hear what happened next. That is hard, and it is right: the family’s life is private. You can always ask whether your concern has arrived, and you should hear that it has. If you think that it got lost, say so again, and louder.',
          ],
        },
      ],
    },
  ],
  questions: [
    {
      code: 'what-is-yours',
      ask: 'Which of these are your job as a volunteer? Choose all that are.',
      several: true,
      readAgain: 5,
      options: [
        {
          code: 'notice',
          words: 'Notice when something does not seem right',
          right: true,
          because: 'Yes. You spend time with families and may see what others miss.',
        },
        {
          code: 'tell',
          words: 'Tell the right person on the same day',
          right: true,
          because: 'Yes. Today, not at the end of the week.',
        },
        {
          code: 'find-out',
          words: 'Find out whether it is really true',
          right: false,
          because: 'No. Asking around can put people in danger and can spoil what others need to find out.',
        },
        {
          code: 'decide',
          words: 'Decide which service should be rung',
          right: false,
          because:
            'No. The person who looks after concerns decides. The one exception: in an emergency, ring 999.',
        },
      ],
    },
    {
      code: 'for-whom',
      ask: 'Who is safeguarding for?',
      several: false,
      readAgain: 2,
      options: [
        {
          code: 'babies',
          words: 'Babies, because they cannot speak for themselves',
          right: false,
          because: 'Babies need us most of all, but they are not the only ones.',
        },
        {
          code: 'everyone',
          words: 'Babies, children and adults, parents and volunteers too',
          right: true,
          because: 'Yes. Harm can come to anyone, and every one of us may need help some day.',
        },
        {
          code: 'known',
          words: 'Families who are already known to social services',
          right: false,
          because: 'No. Most families in difficulty are not known to anybody yet. You may be the first.',
        },
      ],
    },
    {
      code: 'not-sure',
      ask: 'You have a small worry about a family. You are not sure it means anything. What is best?',
      several: false,
      readAgain: 3,
      options: [
        {
          code: 'wait',
          words: 'Wait until you have seen it two or three times',
          right: false,
          because:
            'It is natural to want to be sure. But yours may be the last piece that somebody else needs.',
        },
        {
          code: 'pass-on',
          words: 'Pass it on today, and say that you are not sure',
          right: true,
          because: 'Yes. You do not need proof, and “I am not sure” is a fine way to begin.',
        },
        {
          code: 'ask-parent',
          words: 'Ask other parents in the group what they think',
          right: false,
          because: 'No. It would share a family’s private life and it would not keep anyone safer.',
        },
      ],
    },
    {
      code: 'kind-reasons',
      ask: 'Which of these is a good reason to keep a worry to yourself?',
      several: false,
      readAgain: 4,
      options: [
        {
          code: 'trust',
          words: 'The parent trusts me and might be hurt',
          right: false,
          because:
            'We understand that well. Still, trust is worth most when it comes with care for their safety.',
        },
        {
          code: 'culture',
          words: 'It may be normal in their culture',
          right: false,
          because: 'Ways of raising children differ, and that is good. Harm is harm everywhere.',
        },
        {
          code: 'none',
          words: 'None of these',
          right: true,
          because: 'Yes. They are all human reasons, and none of them is a reason to stay silent.',
        },
      ],
    },
    {
      code: 'no-answer',
      ask: 'You passed on a concern last week and have heard nothing at all. What do you do?',
      several: false,
      readAgain: 5,
      options: [
        {
          code: 'nothing',
          words: 'Nothing, because it is not my business any more',
          right: false,
          because: 'You may not learn what was done. But you may always ask whether it has arrived.',
        },
        {
          code: 'ask-again',
          words: 'Ask whether it has arrived, and say it again if it got lost',
          right: true,
          because: 'Yes. You are not a nuisance. Asking again has saved lives.',
        },
        {
          code: 'visit',
          words: 'Drop in on the family to see how they are',
          right: false,
          because: 'No. It could put you or them in danger, and it is outside your role.',
        },
      ],
    },
  ],
};
