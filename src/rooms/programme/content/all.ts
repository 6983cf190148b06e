/** Everything the programme ships with, in the order it is loaded. */
import { activeRelaxationActivities } from './activities/active-relaxation.ts';
import { moreActiveRelaxationActivities } from './activities/active-relaxation-more.ts';
import { copingSkillsActivities } from './activities/coping-skills.ts';
import { moreCopingSkillsActivities } from './activities/coping-skills-more.ts';
import { mindfulnessActivities } from './activities/mindfulness.ts';
import { moreMindfulnessActivities } from './activities/mindfulness-more.ts';
import { peerSupportActivities } from './activities/peer-support.ts';
import { peerSupportTogetherActivities } from './activities/peer-support-together.ts';
import { peerSupporterMeetUpActivities } from './activities/peer-supporter-meet-ups.ts';
import { peerSupporterTuningInActivities } from './activities/peer-supporter-tuning-in.ts';
import { tuningInBeforeBirthActivities } from './activities/tuning-in-before-birth.ts';
import { tuningInWithBabyActivities } from './activities/tuning-in-with-baby.ts';
import type { ActivityContent, ProgrammeTemplateContent } from './shapes.ts';
import { pregnancyInMind1 } from './templates/pregnancy-in-mind-1.ts';
import { pregnancyInMind2 } from './templates/pregnancy-in-mind-2.ts';

export { cards } from './cards.ts';
export { urgentHelp } from './help.ts';

export const activities: readonly ActivityContent[] = [
  ...mindfulnessActivities,
  ...moreMindfulnessActivities,
  ...activeRelaxationActivities,
  ...moreActiveRelaxationActivities,
  ...copingSkillsActivities,
  ...moreCopingSkillsActivities,
  ...tuningInBeforeBirthActivities,
  ...tuningInWithBabyActivities,
  ...peerSupportActivities,
  ...peerSupportTogetherActivities,
  ...peerSupporterMeetUpActivities,
  ...peerSupporterTuningInActivities,
];

export const templates: readonly ProgrammeTemplateContent[] = [pregnancyInMind1, pregnancyInMind2];
