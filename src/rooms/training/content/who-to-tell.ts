import type { CourseModule } from '../course/course.shape.ts';

/** The fourth part: whom to tell and how fast, what the law asks, and what stays private. */
export const whoToTell: CourseModule = {
  code: 'who-to-tell',
  title: 'Who to tell, and how fast',
  about: 'Now, today, or when you next speak: whom to turn to, what the law asks, and what stays private.',
  minutes: 7,
  screens: [
    {
      title: 'Now, today, or soon',
      blocks: [
        {
          kind: 'points',
          heading: 'Now: ring 999',
          points: [
            'somebody is being hurt, or is about to be',
            'somebody has taken something, hurt themselves badly, or is about to end their life',
            'a baby or a grown-up will not wake, cannot breathe well, or has a fit',
            'somebody threatens with a weapon, or takes a child who is not theirs to take',
          ],
        },
        {
          kind: 'words',
          paragraphs: [
            'Anyone may ring 999. You need nobody’s leave. If it is not safe to speak on a mobile, press 55 when you are asked. Then tell the practitioner, and fill in the concern form afterwards.',
          ],
        },
        {
          kind: 'points',
          heading: 'At once: find the practitioner, before anyone goes home',
          points: [
            'somebody tells you about abuse, or you see a mark on a baby who cannot move about yet',
            'a parent says that they do not want to live, or speaks of harm to the baby',
            'somebody is afraid to go home',
          ],
        },
        {
          kind: 'points',
          heading: 'Today: the concern form',
          points: [
            'a pattern that worries you, something that has changed, a thing somebody said',
            'something a colleague did that was not right',
            'anything that keeps going round in your head',
          ],
        },
        {
          kind: 'remember',
          words: 'If you do not know how fast, take the faster way. Nobody will be cross.',
        },
      ],
    },
    {
      title: 'The way it goes',
      blocks: [
        {
          kind: 'steps',
          heading: 'Four people, in this order',
          steps: [
            'The practitioner who runs your group. They are in the building.',
            'Your volunteer manager, if the practitioner is not there or is the one you are worried about.',
            'The safeguarding lead of your centre, or their deputy.',
            'If none of them answers and it cannot wait: children’s services or adult social care of your council (in Northern Ireland the Health and Social Care Trust), or the police. 999 if it is an emergency, 101 if it is not.',
          ],
        },
        {
          kind: 'words',
          paragraphs: [
            '“Raise a concern” stands at the top of every page here. It takes a few minutes. It goes to the people who look after concerns at your centre, and to nobody else. If they do not open it in time, it goes on to the next person by itself. You see a reference, so that you know it has arrived.',
          ],
        },
        {
          kind: 'story',
          title: 'A Thursday at five to twelve',
          paragraphs: [
            'The group is over. Joanne, the practitioner, has driven off to the dentist. Tomasz, a volunteer, is stacking chairs. A parent comes back in. She shows him a message from her ex-partner: “I’m outside the nursery.” Her older girl is at that nursery.',
            'Tomasz does not look for the right form. He says: “Ring 999 now. I will stay with you.” Then he rings his volunteer manager. At home he writes it all down. Later he says: “I was afraid I was making a fuss.” He was not.',
          ],
        },
      ],
    },
    {
      title: 'What the law asks',
      blocks: [
        {
          kind: 'words',
          paragraphs: [
            'Laws differ between the four nations, and they change. You do not have to know them by heart. If you tell the right person on the same day, you have done your part. These are the main points, each with the day on which we last looked.',
          ],
        },
        {
          kind: 'law',
          lead: 'In general words',
          facts: [
            {
              nation: 'United Kingdom',
              asOf: '2026-11-23',
              words:
                'You may pass on what is needed to keep somebody safe, also when they do not agree. Data protection law does not stand in the way.',
              source: 'UK GDPR, and Data Protection Act 2018, Schedule 1, paragraph 18',
            },
            {
              nation: 'England',
              asOf: '2026-11-23',
              words:
                'Everyone who works with children, volunteers too, is expected to act on a worry about a child. For adults at risk, the council must look into it.',
              source: 'Working Together to Safeguard Children; Care Act 2014, section 42',
            },
            {
              nation: 'England and Wales',
              asOf: '2026-11-23',
              words:
                'A law of 2026 brings in a duty to report sexual abuse of a child to the police or the council. It is for people in regulated activity with children, volunteers among them. Ask your volunteer manager whether it has begun and whether it is about you.',
              source: 'Crime and Policing Act 2026',
            },
            {
              nation: 'England and Wales',
              asOf: '2026-11-23',
              words:
                'Health and social care professionals and teachers must tell the police when they learn that a girl under 18 has been cut (female genital mutilation). A volunteer passes it on at once.',
              source: 'Female Genital Mutilation Act 2003, section 5B',
            },
            {
              nation: 'Wales',
              asOf: '2026-11-23',
              words:
                'Public bodies must tell the council about a child or an adult at risk. Charities work by the same shared procedures.',
              source:
                'Social Services and Well-being (Wales) Act 2014, sections 128 and 130; Wales Safeguarding Procedures',
            },
            {
              nation: 'Scotland',
              asOf: '2026-11-23',
              words:
                'Anyone may pass on a worry about a child to social work or the police. The council must look into harm to an adult at risk.',
              source:
                'National Guidance for Child Protection in Scotland; Adult Support and Protection (Scotland) Act 2007',
            },
            {
              nation: 'Northern Ireland',
              asOf: '2026-11-23',
              words:
                'Whoever knows of a serious crime has a duty to tell the police within a reasonable time, unless there is a good reason not to. Speak to your safeguarding lead straight away.',
              source: 'Criminal Law Act (Northern Ireland) 1967, section 5',
            },
          ],
        },
        {
          kind: 'words',
          paragraphs: [
            'We are not lawyers, and this is not legal advice. Your organisation’s own procedure comes first.',
          ],
        },
      ],
    },
    {
      title: 'What stays private',
      blocks: [
        {
          kind: 'words',
          paragraphs: [
            'What parents say in a group stays in the group. That is a promise, and safeguarding is the one exception to it. Say so on the first day, and not only when it comes up.',
          ],
        },
        {
          kind: 'points',
          lead: 'Confidential means',
          points: [
            'You tell those who need to know to keep somebody safe, and you tell them only what they need.',
            'You do not talk about it at home, at the school gate, or with other volunteers.',
            'You do not put it in a message, a chat or an e-mail. You use the form, or you speak.',
            'You keep no notes, pictures or phone numbers of families for yourself.',
            'If you meet the family in the shop, you smile and say hello if they do.',
          ],
        },
        {
          kind: 'think',
          ask: 'Another volunteer asks: “What was up with Rosa last week? She left in tears.” What do you say?',
          reveal: [
            'You could say: “I can’t talk about it. If you saw something that worries you, tell Joanne.” It is kind to Rosa. It also makes sure that what your colleague saw is not lost.',
          ],
        },
      ],
    },
  ],
  questions: [
    {
      code: 'nine-nine-nine',
      ask: 'When do you ring 999 yourself, without asking anyone first?',
      several: false,
      readAgain: 1,
      options: [
        {
          code: 'never',
          words: 'Never: the practitioner does that',
          right: false,
          because: 'Anyone may ring. In an emergency every minute counts.',
        },
        {
          code: 'danger',
          words: 'When somebody’s life is in danger, or somebody is hurt or about to be',
          right: true,
          because: 'Yes. Ring first, and tell the practitioner straight after.',
        },
        {
          code: 'any-worry',
          words: 'Whenever I am worried about a family',
          right: false,
          because: 'Most worries go to the practitioner or on the concern form. 999 is for danger right now.',
        },
      ],
    },
    {
      code: 'nobody-there',
      ask: 'You are worried about a child’s safety tonight. The practitioner and your volunteer manager do not answer. What do you do?',
      several: false,
      readAgain: 2,
      options: [
        {
          code: 'try-monday',
          words: 'Try again on Monday',
          right: false,
          because: 'No. You said tonight, so tonight it is.',
        },
        {
          code: 'go-on',
          words:
            'Go on to the safeguarding lead, and if nobody answers, to children’s services or the police',
          right: true,
          because: 'Yes. It goes on until somebody has heard you.',
        },
        {
          code: 'go-there',
          words: 'Drive to the family’s home to see for myself',
          right: false,
          because: 'No. It could be dangerous for you and for them.',
        },
      ],
    },
    {
      code: 'by-when',
      ask: 'A father has grown very quiet in the last weeks and looks thin. Nothing happened today. When do you pass it on?',
      several: false,
      readAgain: 1,
      options: [
        {
          code: 'same-day',
          words: 'Today, with the concern form or by speaking to the practitioner',
          right: true,
          because: 'Yes. It is a change that worries you, and that is enough.',
        },
        {
          code: 'month',
          words: 'At the next supervision, in three weeks',
          right: false,
          because: 'You can talk about it there as well. But pass it on today.',
        },
        {
          code: 'emergency',
          words: 'Right now, to 999',
          right: false,
          because: 'There is no danger in this minute. Tell the practitioner today.',
        },
      ],
    },
    {
      code: 'the-law',
      ask: 'What is true of the law and sharing? Choose all that are.',
      several: true,
      readAgain: 3,
      options: [
        {
          code: 'may-share',
          words: 'You may pass on what is needed to keep somebody safe, even when they do not agree',
          right: true,
          because: 'Yes. Data protection law does not stand in the way of keeping people safe.',
        },
        {
          code: 'differs',
          words: 'Some duties differ between England, Wales, Scotland and Northern Ireland',
          right: true,
          because: 'Yes, and they change. Your organisation’s procedure says what holds for you.',
        },
        {
          code: 'forbids',
          words: 'Data protection forbids telling anyone without a signature',
          right: false,
          because: 'No. This mistake has kept people silent who should have spoken.',
        },
      ],
    },
    {
      code: 'private',
      ask: 'Which of these keep a family’s life private? Choose all that do.',
      several: true,
      readAgain: 4,
      options: [
        {
          code: 'only-needed',
          words: 'Telling only the people who need to know',
          right: true,
          because: 'Yes, and only what they need.',
        },
        {
          code: 'no-names',
          words: 'Asking about it in the volunteers’ chat, without the name',
          right: false,
          because: 'No. People can guess, and a chat can be read by anyone who holds the phone.',
        },
        {
          code: 'form',
          words: 'Writing it in the concern form and keeping no copy',
          right: true,
          because: 'Yes. The form is read by those who look after concerns, and by nobody else.',
        },
        {
          code: 'partner-at-home',
          words: 'Talking it over with my partner at home',
          right: false,
          because: 'You need somebody to talk to, and that is right. Let it be your volunteer manager.',
        },
      ],
    },
  ],
};
