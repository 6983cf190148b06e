/** What other rooms may know of training and ask of it. */
export { moveMeeting } from './cohorts/meeting.commands.ts';
export {
  catchUpsToArrange,
  meetingsToMark,
  trainingAhead,
  trainingDiaryOf,
} from './cohorts/today.queries.ts';
export { courseFor } from './course/course.queries.ts';
export { loadCourses } from './course/load.commands.ts';
export { awardsOf } from './credentials/award.queries.ts';
export { credentialOf } from './credentials/sign.commands.ts';
export { answerEvent, noteWhatITook, noteWhoCame } from './growing/answer.commands.ts';
export { learningEventsDiary } from './growing/diary.queries.ts';
export { planEvent } from './growing/event.commands.ts';
export { eventsToClose } from './growing/event.queries.ts';
export { addOwnLearning } from './growing/own.commands.ts';
export { answerInterest, noteOutcome, sayInterest } from './growing/pathway.commands.ts';
export { interestsToAnswer } from './growing/pathway.queries.ts';
export { outsideCoursesToCheck } from './outside/outside.queries.ts';
export {
  addEarlierPractice,
  planPractice,
  practiceFellThrough,
  practiceMoved,
} from './practice/practice.commands.ts';
export { practiceNobodyWritesAt, practiceToWrite, reflectionsOpen } from './practice/practice.queries.ts';
export type { PracticeKind } from './practice/practice.rules.ts';
export { signCompetencies } from './practice/sign-off.commands.ts';
export { signOffsReady } from './practice/sign-off.queries.ts';
export { writeReflection, writeWhatWasSeen } from './practice/written.commands.ts';
export { syllabusFor, syllabusVersions } from './syllabus/syllabus.queries.ts';
