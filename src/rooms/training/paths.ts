import { path } from '#platform/http/path.ts';

/** The course for an applicant, by the link only they have. */
export const mineCourse = path('/join/mine/:secret/course');
export const mineOutside = path('/join/mine/:secret/course/elsewhere');
export const mineCertificate = path('/join/mine/:secret/course/certificate');
export const mineScreen = path('/join/mine/:secret/course/:module/:screen');
export const mineCheck = path('/join/mine/:secret/course/:module/questions');
export const mineAnswers = path('/join/mine/:secret/course/:module/answers');

/** The same course for a volunteer who signs in. */
export const ownCourse = path('/volunteering/course');
export const ownOutside = path('/volunteering/course/elsewhere');
export const ownCertificate = path('/volunteering/course/certificate');
export const ownScreen = path('/volunteering/course/:module/:screen');
export const ownCheck = path('/volunteering/course/:module/questions');
export const ownAnswers = path('/volunteering/course/:module/answers');

/** For the team: read the course, say whether it may be used, look after certificates. */
export const eLearning = path('/e-learning');
export const readModule = path('/e-learning/read/:courseId/:module');
export const reviewCourse = path('/e-learning/review/:courseId');
export const eLearningPeople = path('/e-learning/people');
export const recordOutside = path('/e-learning/people/:applicantId/elsewhere');
export const checkOutside = path('/e-learning/elsewhere/:outsideId');
export const staffCertificate = path('/e-learning/certificates/:certificateId');

/** For anyone who holds a certificate in their hands. */
export const askCertificate = path('/certificate');
export const verifyCertificate = path('/certificate/:reference');
