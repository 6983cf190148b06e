/** What other rooms may know of training and ask of it. */
export { sayOfCatchUp, sayOfMeeting } from './cohorts/answer.commands.ts';
export { noteAttendance, type WhoCame } from './cohorts/attendance.commands.ts';
export { callOffCatchUp, catchUpDone, type Offer, offerCatchUp } from './cohorts/catch-up.commands.ts';
export {
  type CohortPlanned,
  callOffCohort,
  closeCohort,
  openCohort,
  planCohort,
} from './cohorts/cohort.commands.ts';
export { type Cohort, cohortById, cohortList, type Meeting, meetingsIn } from './cohorts/cohort.queries.ts';
export { callOffMeeting, layUnitOnto, moveMeeting } from './cohorts/meeting.commands.ts';
export { givePlace, leaveCohort, takeWaitingPlace } from './cohorts/place.commands.ts';
export {
  type CatchUpToArrange,
  catchUpsToArrange,
  type MeetingToMark,
  meetingsToMark,
  type TrainingAhead,
  trainingAhead,
  trainingDiaryOf,
} from './cohorts/today.queries.ts';
export { type Course, courseFor } from './course/course.queries.ts';
export { loadCourses } from './course/load.commands.ts';
export {
  awardUnit,
  creditPast,
  type PastCredited,
  type UnitEarned,
  withdrawAward,
  withdrawUnit,
} from './credentials/award.commands.ts';
export { type Award, awardsOf } from './credentials/award.queries.ts';
export { credentialOf } from './credentials/sign.commands.ts';
export { answerEvent, noteWhatITook, noteWhoCame } from './growing/answer.commands.ts';
export { learningEventsDiary } from './growing/diary.queries.ts';
export { callOffEvent, changeEvent, type EventPlanned, planEvent } from './growing/event.commands.ts';
export { eventsAhead, eventsToClose, type LearningEvent } from './growing/event.queries.ts';
export { addOwnLearning } from './growing/own.commands.ts';
export { answerInterest, loadPathways, noteOutcome, sayInterest } from './growing/pathway.commands.ts';
export { type InterestNamed, interestsToAnswer } from './growing/pathway.queries.ts';
export { type OutsideToCheck, outsideCoursesToCheck } from './outside/outside.queries.ts';
export {
  addEarlierPractice,
  planPractice,
  practiceFellThrough,
  practiceMoved,
} from './practice/practice.commands.ts';
export {
  practiceNobodyWritesAt,
  practiceToWrite,
  reflectionsOpen,
  type ToWrite,
} from './practice/practice.queries.ts';
export type { PracticeKind } from './practice/practice.rules.ts';
export { sayTheLastYes, signCompetencies } from './practice/sign-off.commands.ts';
export { type SignOffReady, signOffsReady } from './practice/sign-off.queries.ts';
export { writeReflection, writeWhatWasSeen } from './practice/written.commands.ts';
export {
  inUse,
  type Syllabus,
  syllabus,
  syllabusFor,
  syllabusVersions,
} from './syllabus/syllabus.queries.ts';
