/** What other rooms may know of recruiting and ask of it. */
export {
  decideReview,
  declareSetting,
  endSetting,
  openEligibilityReview,
} from './activity/activity.commands.ts';
export {
  activityRules,
  type DeclaredSetting,
  openReviewsAt,
  reviewsOf,
  settingsOf,
} from './activity/activity.queries.ts';
export {
  type Crossing,
  crossing,
  dayMayBe,
  daysOf,
  firstCrossing,
  type Meter,
  type MeterFacts,
  meterOn,
} from './activity/activity.rules.ts';
export { crossingInWords, meterInWords } from './activity/activity.words.ts';
export { endCheck, requestCheck, type SeenCertificate, seeCertificate } from './checks/check.commands.ts';
export { type CheckWithStatus, checksOf } from './checks/check.queries.ts';
export { type CheckSummary, checkSummary } from './checks/check.rules.ts';
export { weighDisclosure } from './checks/disclosure.commands.ts';
export { decideEligibility } from './checks/eligibility.commands.ts';
export { lookAtUpdateService } from './checks/status.commands.ts';
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
  interviewsToDecide,
  type OwnInterview,
  type ToDecide,
} from './interviews/waiting.queries.ts';
export { loadRecruiting } from './load.commands.ts';
export { giveProof, type NewProof, type ProofCode, withdrawProof } from './proofs/proof.commands.ts';
export { type ProofFacts, proofsOf } from './proofs/proof.queries.ts';
export { mayRecruit, RECRUITS } from './recruiting.policy.ts';
export { referencesToCompare, type ToCompare } from './references/reference.queries.ts';
export {
  type ApplicationFacts,
  applicationBySecret,
  applicationOf,
  applicationsAt,
  liveApplicationOf,
} from './route/application.queries.ts';
export { askedOf, heardFrom } from './route/heard.commands.ts';
export { passMove, stepDone } from './route/steps.commands.ts';
export { tellApplicant } from './route/tell.ts';
