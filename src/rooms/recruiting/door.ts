/** What other rooms may know of recruiting and ask of it. */
export {
  declareSetting,
  endSetting,
  openEligibilityReview,
} from './activity/activity.commands.ts';
export {
  activityRules,
  type DeclaredSetting,
  openReviewsAt,
  settingsOf,
} from './activity/activity.queries.ts';
export {
  type Crossing,
  firstCrossing,
  type Meter,
  type MeterFacts,
  meterOn,
} from './activity/activity.rules.ts';
export { crossingInWords, meterInWords } from './activity/activity.words.ts';
export {
  applicationsWaitingOnUs,
  type GoneQuiet,
  goneQuiet,
  type WaitingOnUs,
} from './file/waiting.queries.ts';
export {
  importVolunteers,
  type VolunteersAsked,
  type VolunteersImported,
} from './import/import.commands.ts';
export {
  interviewsOf,
  type OwnInterview,
} from './interviews/waiting.queries.ts';
export { loadRecruiting } from './load.commands.ts';
export { giveProof, type NewProof, type ProofCode, withdrawProof } from './proofs/proof.commands.ts';
export { type ProofFacts, proofsOf } from './proofs/proof.queries.ts';
export { RECRUITS } from './recruiting.policy.ts';
export {
  type ApplicationFacts,
  applicationBySecret,
  applicationOf,
  liveApplicationOf,
} from './route/application.queries.ts';
export { askedOf, heardFrom } from './route/heard.commands.ts';
export { passMove, stepDone } from './route/steps.commands.ts';
export { tellApplicant } from './route/tell.ts';
