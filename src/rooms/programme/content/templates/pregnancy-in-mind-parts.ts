/** What both versions of the Pregnancy in Mind template share: themes, structure, suggested rules and needs. */
import type { ProgrammeTemplateContent, StructureBlock } from '../shapes.ts';

export const themes: ProgrammeTemplateContent['themes'] = [
  {
    code: 'mindfulness',
    name: 'Mindfulness',
    words: 'Noticing what is here now, kindly, without having to change it.',
  },
  {
    code: 'active_relaxation',
    name: 'Active relaxation',
    words: 'Slow breath, gentle stretch and massage, so that the body learns the way back to calm.',
  },
  {
    code: 'coping_skills',
    name: 'Coping skills',
    words: 'Understanding how worry and low mood work, and finding the next small step.',
  },
  {
    code: 'tuning_in',
    name: 'Tuning in to the baby',
    words: 'Wondering what the baby thinks and feels, before birth and after.',
  },
  {
    code: 'peer_support',
    name: 'Peer support',
    words: 'Company from people who are going through it too, or have been.',
  },
];

export const topics: ProgrammeTemplateContent['topics'] = [
  {
    code: 'pregnancy',
    name: 'Pregnancy',
    words: 'The body, appointments, and getting ready for a birth of any kind.',
  },
  { code: 'parenting', name: 'Parenting', words: 'Getting to know a baby, and becoming a family.' },
  {
    code: 'mental_health',
    name: 'Mental health',
    words: 'What is common, what needs help, and how to ask for it.',
  },
  { code: 'wellbeing', name: 'Wellbeing', words: 'Rest, people, and small things that do good.' },
];

export const stages: ProgrammeTemplateContent['stages'] = [
  { code: 'trimester_1', name: 'Weeks 1 to 12 of pregnancy' },
  { code: 'trimester_2', name: 'Weeks 13 to 27 of pregnancy' },
  { code: 'trimester_3', name: 'From week 28 to the birth' },
  { code: 'newborn_0_3', name: 'Baby up to 3 months' },
  { code: 'baby_3_6', name: 'Baby of 3 to 6 months' },
  { code: 'baby_6_12', name: 'Baby of 6 to 12 months' },
];

export const antenatalStructure: readonly StructureBlock[] = [
  {
    kind: 'arriving',
    name: 'Coming into the room',
    minutes: 10,
    words: 'A few minutes to leave the journey outside. The same start each time makes the room feel safe.',
  },
  {
    kind: 'welcome',
    name: 'Welcome and ground rules',
    minutes: 10,
    words: 'Everyone is greeted by name. The group’s own rules are said again when somebody new has come.',
  },
  {
    kind: 'relaxation',
    name: 'Active relaxation or mindfulness',
    minutes: 15,
    words: 'A quieter body makes it easier to find words afterwards.',
    mayMoveTo: ['arriving'],
  },
  {
    kind: 'check_in',
    name: 'Check-in',
    minutes: 20,
    words: 'How each person is. Always after relaxation, when feelings are easier to notice and to bear.',
  },
  {
    kind: 'break',
    name: 'Short break',
    minutes: 10,
    words: 'A drink, the toilet, a stretch, and a chance to say something quietly to a facilitator.',
    mayMoveTo: ['learning'],
  },
  {
    kind: 'arriving_again',
    name: 'Coming into the room again',
    minutes: 5,
    words: 'A short way back together after the break.',
  },
  {
    kind: 'learning',
    name: 'Learning activity',
    minutes: 25,
    words: 'One thing about pregnancy, parenting, mental health or wellbeing, learned by doing.',
    mayMoveTo: ['check_in'],
  },
  {
    kind: 'reflection',
    name: 'Reflections and take-home message',
    minutes: 10,
    words: 'What each person wants to keep from today.',
    mayMoveTo: ['together'],
  },
  {
    kind: 'together',
    name: 'Time together',
    minutes: 15,
    words: 'A simple craft and talk among parents. It is easier to talk when hands are busy.',
    mayMoveTo: ['learning', 'arriving_again'],
  },
];

export const dropInStructure: readonly StructureBlock[] = [
  {
    kind: 'arriving',
    name: 'Coming in',
    minutes: 20,
    words: 'People come when they can. Somebody is at the door, and the kettle is on.',
  },
  {
    kind: 'welcome',
    name: 'Welcome',
    minutes: 10,
    words: 'Names, babies, the ground rules in a sentence each.',
  },
  {
    kind: 'relaxation',
    name: 'A quiet few minutes',
    minutes: 10,
    words: 'Something slow that works with a baby in arms.',
  },
  {
    kind: 'check_in',
    name: 'Check-in',
    minutes: 15,
    words: 'How is everyone, after the quiet and not before it?',
  },
  {
    kind: 'break',
    name: 'Tea',
    minutes: 15,
    words: 'Feeding, changing, tea, and talk.',
    mayMoveTo: ['learning', 'together'],
  },
  {
    kind: 'arriving_again',
    name: 'Back together',
    minutes: 5,
    words: 'A song or a minute of looking at the babies.',
  },
  {
    kind: 'learning',
    name: 'Something to try',
    minutes: 15,
    words: 'One small activity from the peer supporters’ toolbox.',
    mayMoveTo: ['check_in', 'together'],
  },
  { kind: 'together', name: 'Time together', minutes: 20, words: 'Play, craft or a walk, and company.' },
  {
    kind: 'reflection',
    name: 'Something to take home',
    minutes: 10,
    words: 'One thing to keep, and the date of the next drop-in.',
    mayMoveTo: ['learning'],
  },
];

export const groundRulesSuggested: readonly string[] = [
  'What is said here stays here. If someone is at risk of serious harm, the facilitator has to tell someone, and says so.',
  'You may always pass. You may step out and come back.',
  'We listen more than we advise.',
  'Every family is welcome, whatever its shape.',
  'Feed, rock and change babies however and wherever suits you.',
  'Phones on quiet. No pictures of other people or their babies.',
  'If you are late, come anyway.',
];

export const needs: ProgrammeTemplateContent['eligibility']['needs'] = [
  {
    code: 'worry',
    name: 'Worry or anxiety, mild to moderate',
    words: 'Worry gets in the way of some days.',
    suits: 'yes',
  },
  {
    code: 'low_mood',
    name: 'Low mood, mild to moderate',
    words: 'Mood is low, and daily life goes on with effort.',
    suits: 'yes',
  },
  {
    code: 'past_difficulty',
    name: 'Hard times with mental health before',
    words: 'Has been unwell in the past and would like company and skills this time.',
    suits: 'yes',
  },
  {
    code: 'alone',
    name: 'Few people around',
    words: 'New to the area, far from family, or often alone.',
    suits: 'yes',
  },
  {
    code: 'earlier_loss',
    name: 'Pregnant after a loss',
    words: 'A practitioner talks first about what a group would be like, and what else there is.',
    suits: 'talk_first',
  },
  {
    code: 'frightening_birth',
    name: 'A frightening birth before',
    words:
      'Group talk may stir it up. A practitioner talks first, and the birth reflections service may help as well.',
    suits: 'talk_first',
  },
  {
    code: 'seen_by_specialists',
    name: 'Already seen by a mental health team',
    words: 'Can come as well, if that team and the parent think a group would help.',
    suits: 'talk_first',
  },
  {
    code: 'not_safe_at_home',
    name: 'Afraid of someone at home',
    words: 'Safety comes first: a private talk with a practitioner, a concern raised, and specialist help.',
    suits: 'talk_first',
  },
  {
    code: 'severe',
    name: 'Severe or sudden illness, or at risk',
    words: 'Needs a specialist service, today if there is danger. We hand over and check that they arrived.',
    suits: 'other_service',
  },
];
