import type { Tone } from '#ui/show.tsx';
import type {
  AdaptationKind,
  BlockKind,
  CautionKind,
  FacilitatorKind,
  Stage,
  ThemeCode,
  ToolboxKind,
  TopicCode,
} from './content/shapes.ts';

/** The words on pages for what the content names by code. A template may name its themes otherwise; these are the house's. */
export const themeWords: Readonly<Record<ThemeCode, string>> = {
  mindfulness: 'Mindfulness',
  active_relaxation: 'Active relaxation',
  coping_skills: 'Coping skills',
  tuning_in: 'Tuning in to the baby',
  peer_support: 'Peer support',
};

export const topicWords: Readonly<Record<TopicCode, string>> = {
  pregnancy: 'Pregnancy',
  parenting: 'Parenting',
  mental_health: 'Mental health',
  wellbeing: 'Wellbeing',
};

export const blockWords: Readonly<Record<BlockKind, string>> = {
  arriving: 'Coming into the room',
  welcome: 'Welcome and ground rules',
  relaxation: 'Relaxation or mindfulness',
  check_in: 'Check-in',
  break: 'Short break',
  arriving_again: 'Coming back into the room',
  learning: 'Learning activity',
  reflection: 'Reflections and take-home message',
  together: 'Time together',
};

export const stageWords: Readonly<Record<Stage, string>> = {
  trimester_1: 'First trimester',
  trimester_2: 'Second trimester',
  trimester_3: 'Third trimester',
  newborn_0_3: 'Baby up to 3 months',
  baby_3_6: 'Baby 3 to 6 months',
  baby_6_12: 'Baby 6 to 12 months',
};

export const facilitatorWords: Readonly<Record<FacilitatorKind, string>> = {
  practitioner: 'Practitioner',
  peer_supporter: 'Peer supporter',
};

export const toolboxWords: Readonly<Record<ToolboxKind, string>> = {
  group: 'Group toolbox',
  peer_supporter: 'Peer supporters’ toolbox',
};

export const adaptationWords: Readonly<Record<AdaptationKind, string>> = {
  bump: 'With a bump',
  baby_in_arms: 'With a baby in arms',
  online: 'Online',
  interpreter: 'With an interpreter',
  partner: 'With a partner',
};

export const cautionWords: Readonly<Record<CautionKind, string>> = {
  late_pregnancy: 'Late pregnancy',
  after_birth: 'After birth',
  trauma: 'Hard memories',
  babies: 'Babies in the room',
};

/** One colour a theme on every page; the words always stand beside it. */
export const themeTones: Readonly<Record<ThemeCode, Tone>> = {
  mindfulness: 'honey',
  active_relaxation: 'pine',
  coping_skills: 'iris',
  tuning_in: 'grey',
  peer_support: 'clay',
};

const codes = <Code extends string>(words: Readonly<Record<Code, string>>) =>
  Object.keys(words) as unknown as readonly [Code, ...Code[]];

export const THEME_CODES = codes(themeWords);
export const TOPIC_CODES = codes(topicWords);
export const BLOCK_KINDS = codes(blockWords);
export const STAGES = codes(stageWords);
export const FACILITATORS = codes(facilitatorWords);
export const TOOLBOXES = codes(toolboxWords);
export const ADAPTATIONS = codes(adaptationWords);
export const CAUTIONS = codes(cautionWords);
