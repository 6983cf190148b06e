import type { CourseModule } from '../course/course.shape.ts';

/** The third part: how to listen, what not to promise, what to write. */
export const whenSomebodyTellsYou: CourseModule = {
  code: 'when-somebody-tells-you',
  title: 'When somebody tells you something',
  about: 'How to listen, what not to promise, and what to write down.',
  minutes: 8,
  screens: [
    {
      title: 'Why they chose you',
      blocks: [
        {
          kind: 'words',
          paragraphs: [
            'One day somebody may tell you something they have told nobody else. It rarely comes as a speech. It comes while you wipe a table, or with one hand on the door. Often it comes in half a sentence, to see what you do.',
            'They chose you because you have time and you are a parent too. You do not have to find perfect words. How you look and how you listen matters more.',
          ],
        },
        {
          kind: 'story',
          title: 'At the coat hooks',
          paragraphs: [
            'Rosa is putting on her coat. She says, not looking at Hannah, the volunteer: “If I tell you something, you won’t tell anyone, will you?”',
            'Hannah has known Rosa since the spring. She wants very much to say: “Of course not.”',
          ],
        },
        {
          kind: 'think',
          ask: 'What would you say to Rosa?',
          reveal: [
            'You could say: “I want to hear it. If you or somebody else may be in danger, I have to talk to someone who can help. I would not do that behind your back. Do you want to tell me?”',
            'Most people go on. Some stop. Then you say: “My offer stands. Any time.” And you pass on that she wanted to tell you something.',
          ],
        },
      ],
    },
    {
      title: 'Listen, and stay calm',
      blocks: [
        {
          kind: 'steps',
          heading: 'While they talk',
          steps: [
            'Stop what you are doing. Find a corner where you can still be seen by others.',
            'Let them tell it in their own words and at their own speed. Silence is fine.',
            'Keep your face calm, also when you are shocked. They watch it closely.',
            'Say: “I am glad you told me. I believe you. It is not your fault.”',
            'Say what happens next: whom you will tell, and when. Ask what they are afraid of.',
          ],
        },
        {
          kind: 'words',
          paragraphs: [
            'With a child, it is the same, with fewer words. Get down to their height. Do not hold or cuddle them unless they ask. Do not send them to tell it to someone else: once is hard enough.',
            'If they speak another language than you, do not let a partner, a friend or a child interpret. Tell the practitioner, who can find somebody.',
          ],
        },
        {
          kind: 'remember',
          words: 'Never promise to keep it secret. You can promise to be careful with it.',
        },
      ],
    },
    {
      title: 'Do not question',
      blocks: [
        {
          kind: 'words',
          paragraphs: [
            'It is hard not to ask for more. But your questions can change what somebody remembers. If it comes to court, they can be held against the very person who told you. So ask only what you need to keep them safe today.',
          ],
        },
        {
          kind: 'points',
          heading: 'You may ask',
          points: [
            '“Do you want to tell me more?”',
            '“Are you safe to go home today? Is the baby?”',
            '“Is there something you need right now?”',
          ],
        },
        {
          kind: 'points',
          heading: 'Better not',
          points: [
            '“Why did you not leave?” It sounds like blame.',
            '“Did he hit you with his hand or with something?” It puts words into their mouth.',
            '“Are you sure?” It sounds as if you do not believe them.',
            '“What exactly happened, from the start?” Others are trained to ask that.',
          ],
        },
        {
          kind: 'words',
          paragraphs: [
            'Do not look at injuries under clothes. Do not take pictures. And never speak to the person who is said to have done it. It could warn them, and it could put somebody in great danger.',
          ],
        },
      ],
    },
    {
      title: 'Write it down',
      blocks: [
        {
          kind: 'words',
          paragraphs: [
            'Write as soon as you can, on the same day, while you still hear the words. Use the concern form: it is behind “Raise a concern” at the top of every page here. If you cannot get to it, use paper, give it to the practitioner, and keep no copy.',
          ],
        },
        {
          kind: 'points',
          lead: 'A good note says',
          points: [
            'who, when and where, and who else was there',
            'what you saw and heard, in their own words, in quotation marks',
            'what you said and did',
            'what you think or feel, only if you say that it is yours: “I felt uneasy because …”',
            'your name, the date and the time of writing',
          ],
        },
        {
          kind: 'think',
          ask: 'Which is the better note? First: “Rosa is a victim of abuse, partner clearly violent.” Second: “At about 11.50am by the coats Rosa said: ‘He put his hands round my neck on Sunday.’ She was crying. I said I would tell Joanne today. She said: ‘Please be quick.’”',
          reveal: [
            'The second. It says what was said and done, and nothing that the volunteer cannot know. It also lets somebody see how urgent it is: hands round a neck are a sign of great danger.',
          ],
        },
      ],
    },
    {
      title: 'And if they say no',
      blocks: [
        {
          kind: 'words',
          paragraphs: [
            'An adult may ask you not to pass it on. Hear their reasons. They often know best what is dangerous. Write the reasons down, because they help whoever decides.',
            'But you still pass it on inside the organisation. You tell the practitioner or the safeguarding lead, and nobody else. They weigh what the person wants against the danger to them and to others. If a child may be harmed, or somebody’s life is at risk, help can be fetched without agreement.',
            'Tell the person that you will do this, unless it would put somebody in danger to say so. It is honest, and it keeps the door open.',
          ],
        },
        {
          kind: 'story',
          title: 'What Hannah did',
          paragraphs: [
            'Rosa told her. Hannah did not ask much. She said: “Thank you for trusting me with this. I am going to talk to Joanne now, because I want you and the baby to be safe. Will you come with me, or shall I go?” Rosa went with her. They sat in the small room, with a cup of tea, and Joanne made two phone calls.',
            'On the bus home Hannah’s hands shook. She rang her volunteer manager, as they had agreed. That was right as well.',
          ],
        },
      ],
    },
  ],
  questions: [
    {
      code: 'secret',
      ask: '“If I tell you something, you won’t tell anyone, will you?” What do you answer?',
      several: false,
      readAgain: 1,
      options: [
        {
          code: 'promise',
          words: '“Of course not. You can trust me.”',
          right: false,
          because:
            'It is what we all want to say. But you might have to break it, and that would hurt far more.',
        },
        {
          code: 'honest',
          words: '“I want to hear it. If someone is in danger, I have to get help. Do you want to tell me?”',
          right: true,
          because: 'Yes. It is honest and warm, and it leaves the choice with them.',
        },
        {
          code: 'refuse',
          words: '“Better not tell me. I am only a volunteer.”',
          right: false,
          because: 'You are somebody they trust. Hear them, and then you do not carry it alone.',
        },
      ],
    },
    {
      code: 'may-ask',
      ask: 'Which of these may you ask? Choose all that you may.',
      several: true,
      readAgain: 3,
      options: [
        {
          code: 'more',
          words: '“Do you want to tell me more?”',
          right: true,
          because: 'Yes. It opens a door and pushes nobody through it.',
        },
        {
          code: 'safe-today',
          words: '“Are you safe to go home today?”',
          right: true,
          because: 'Yes. You need to know this to keep them safe now.',
        },
        {
          code: 'why',
          words: '“Why did you stay with him?”',
          right: false,
          because: 'It sounds like blame, even when it is not meant so.',
        },
        {
          code: 'detail',
          words: '“Did he use his fist?”',
          right: false,
          because: 'No. It puts words into their mouth, and they may be needed in their own words later.',
        },
      ],
    },
    {
      code: 'accused',
      ask: 'A parent says that her uncle hurt her little boy. The uncle is waiting outside. What do you do?',
      several: false,
      readAgain: 3,
      options: [
        {
          code: 'confront',
          words: 'Go out and ask him whether it is true',
          right: false,
          because: 'No. It could put the child and you in danger, and it would warn him.',
        },
        {
          code: 'fetch-help',
          words: 'Keep them with you, do not speak to him, and get the practitioner now',
          right: true,
          because: 'Yes. The child stays safe, and somebody trained takes it from there.',
        },
        {
          code: 'let-go',
          words: 'Let them go home with him and write it down tonight',
          right: false,
          because: 'No. Before anyone leaves, somebody must think about whether they are safe.',
        },
      ],
    },
    {
      code: 'good-note',
      ask: 'What belongs in your note? Choose all that do.',
      several: true,
      readAgain: 4,
      options: [
        {
          code: 'own-words',
          words: 'What they said, in their own words',
          right: true,
          because: 'Yes, in quotation marks, also when the words are rude.',
        },
        {
          code: 'when-where',
          words: 'When and where it was, and who else was there',
          right: true,
          because: 'Yes. It helps others to put the pieces together.',
        },
        {
          code: 'diagnosis',
          words: 'Which illness I think the parent has',
          right: false,
          because: 'No. We never name an illness. Say what you saw.',
        },
        {
          code: 'what-i-did',
          words: 'What I said and did',
          right: true,
          because: 'Yes. Then everyone knows what has been promised, and what not.',
        },
      ],
    },
    {
      code: 'asked-not-to',
      ask: 'A mother tells you about violence at home and asks you not to pass it on. What now?',
      several: false,
      readAgain: 5,
      options: [
        {
          code: 'keep',
          words: 'I respect her wish and tell nobody',
          right: false,
          because:
            'Her wish counts a lot. But there is a baby in that home, and you cannot weigh this alone.',
        },
        {
          code: 'inside',
          words:
            'I tell the practitioner or the safeguarding lead, with her reasons, and I tell her so if it is safe',
          right: true,
          because: 'Yes. What she fears is heard by the people who decide, and you stay honest with her.',
        },
        {
          code: 'family',
          words: 'I ring her sister, who will know what to do',
          right: false,
          because: 'No. It breaks her privacy, and we cannot know who in a family is safe.',
        },
      ],
    },
  ],
};
