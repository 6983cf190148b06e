/** What other rooms may know of training and ask of it. */
export { type Course, courseFor } from './course/course.queries.ts';
export { loadCourses } from './course/load.commands.ts';
export { type OutsideToCheck, outsideCoursesToCheck } from './outside/outside.queries.ts';
export { planPractice, practiceFellThrough, practiceMoved } from './practice/practice.commands.ts';
export type { PracticeKind } from './practice/practice.rules.ts';
export {
  inUse,
  type Syllabus,
  syllabus,
  syllabusFor,
  syllabusVersions,
} from './syllabus/syllabus.queries.ts';
