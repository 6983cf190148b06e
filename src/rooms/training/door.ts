/** What other rooms may know of training and ask of it. */
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
