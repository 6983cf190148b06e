import type { PathwayKind } from '../pathway.rules.ts';
import type { PathwayContent } from '../pathway.shape.ts';

interface FirstPathway {
  readonly code: string;
  readonly kind: PathwayKind;
  readonly content: PathwayContent;
}

/** Looked at by us on this day; every organisation looks again and dates it anew. */
const LOOKED = '2026-11-01';

const ASK = 'Your volunteer manager. Say that you are interested on this page, and they come back to you.';

/** Careful with placements: what is free for a volunteer is not free for somebody on the way into a job. */
const CHECK_CAUTION = {
  words:
    'A criminal record check is free of charge for volunteers only. It is not free for somebody on a work placement, or in a trainee place that leads to a full-time paid role. Then a new check may be needed, and somebody has to pay for it. Ask before anything is agreed who asks for it and who pays. This is general information and not legal advice.',
  lookedAtOn: LOOKED,
};

/** The ways on that ship as a sample: every centre changes them to what there is where they are. */
export const firstPathways: readonly FirstPathway[] = [
  {
    code: 'mentor',
    kind: 'level',
    content: {
      name: 'Mentor for new peer supporters',
      about:
        'You stand beside somebody who is new: before their first session, during it and after it. You remember what it was like, and you listen more than you advise. You stay a volunteer, and you go on with your own groups as much as you like.',
      helps: [
        'You have run sessions for about a year.',
        'You have had somebody shadow or buddy with you.',
        'You go to supervision, and you know what you take there.',
        'You would rather ask a question than give an answer.',
      ],
      talkTo: ASK,
      dates: 'We begin with new mentors in spring and in autumn, together with each new group of trainees.',
      openings: [],
      caution: null,
      shown: true,
    },
  },
  {
    code: 'co_lead',
    kind: 'level',
    content: {
      name: 'Lead a group together with a professional',
      about:
        'You plan a whole course of sessions with a midwife, health visitor or other practitioner, and you lead it side by side. The two of you are equals in the room: one knows the service, one knows what it is like.',
      helps: [
        'You have run at least one whole course of sessions.',
        'You have led parts of a session alone.',
        'You enjoy planning and can say what worked and what did not.',
      ],
      talkTo: 'Your volunteer manager, or the practitioner you already run sessions with.',
      dates: 'Whenever a new group is planned.',
      openings: [],
      caution: null,
      shown: true,
    },
  },
  {
    code: 'trainer',
    kind: 'level',
    content: {
      name: 'Train new peer supporters',
      about:
        'You give one unit of the training at first, then more, always together with another trainer. Nobody can tell people better what this work is like than somebody who does it.',
      helps: [
        'You have all the units yourself.',
        'You have helped at two units before you lead one.',
        'You are at ease with role play, and with silence.',
        'You would like to learn how to plan an evening from start to end.',
      ],
      talkTo: ASK,
      dates: 'Before each new training. We plan the trainers about two months ahead.',
      openings: [],
      caution: null,
      shown: true,
    },
  },
  {
    code: 'listening_course',
    kind: 'course',
    content: {
      name: 'A first certificate in counselling skills',
      about:
        'An evening or weekend course about listening with care. It does not make anybody a counsellor. It is a first step if you wonder whether that could be something for you, and it helps with everything you already do.',
      helps: [
        'Your training units with us: show your certificates when you apply.',
        'A letter from us about what you have done. Ask for it.',
        'Time: such courses often take one evening a week for some months.',
        'Money: many places of learning have help with the fees. Ask them before you decide.',
      ],
      talkTo: 'Your volunteer manager first. Then the adult learning service or the college near you.',
      dates: 'Most begin in September and some in January. Apply two to three months before.',
      openings: [],
      caution: null,
      shown: true,
    },
  },
  {
    code: 'care_course',
    kind: 'course',
    content: {
      name: 'A course in health and social care, or in early years',
      about:
        'A course that leads into work with families, children or adults who need support. There are first courses for people without any certificates, and there are longer ones that lead on to university.',
      helps: [
        'What you have learned with us: take your learning record with you.',
        'If you left school early: adult learning in English and maths is free for many people.',
        'Somebody who has done it. We can ask among our volunteers for you.',
      ],
      talkTo: 'Your volunteer manager, or a careers adviser of the public careers service. That is free.',
      dates: 'Most begin in September. Colleges have open days in autumn and in spring.',
      openings: [],
      caution: CHECK_CAUTION,
      shown: true,
    },
  },
  {
    code: 'adult_learning',
    kind: 'course',
    content: {
      name: 'Adult learning: English, maths, computers, a language',
      about:
        'Courses for adults who want to go on from where they are, in small groups and at their own pace. For many it is the first step back into learning after school was not easy.',
      helps: [
        'Childcare: some courses have a crèche. Ask us, we know who does.',
        'Somebody who comes along on the first day. Ask, we like to.',
      ],
      talkTo: 'Your volunteer manager, or the adult learning service of your council.',
      dates: 'New courses begin in September, January and after Easter.',
      openings: [],
      caution: null,
      shown: true,
    },
  },
  {
    code: 'paid_work_with_families',
    kind: 'paid_role',
    content: {
      name: 'Paid work with families',
      about:
        'Jobs such as family support worker, crèche worker, group worker or volunteer coordinator, with us or with others. Volunteers hear of openings on this page on the same day as everybody else, and they are chosen in the same fair way.',
      helps: [
        'Your learning record: it shows what you have learned and done.',
        'A reference from us. Ask for it whenever you need one.',
        'Practice: we read an application with you, and we ask you interview questions beforehand.',
        'Somebody to reckon with you what work means for your benefits, before you say yes.',
      ],
      talkTo: ASK,
      dates: 'Openings are shown here until the last day to apply.',
      openings: [],
      caution: CHECK_CAUTION,
      shown: true,
    },
  },
];
