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

/** Going on learning: events, somebody's own record, the ways on from here. */
export const learningEvents = path('/learning-events');
export const newLearningEvent = path('/learning-events/new');
export const learningEvent = path('/learning-events/:eventId');
export const changeLearningEvent = path('/learning-events/:eventId/change');
export const callOffLearningEvent = path('/learning-events/:eventId/call-off');
export const answerLearningEvent = path('/learning-events/:eventId/answer');
export const cameToLearningEvent = path('/learning-events/:eventId/came');
export const tookFromLearningEvent = path('/learning-events/:eventId/took');
export const ownRecord = path('/volunteering/learning');
export const ownRecordPdf = path('/volunteering/learning/record.pdf');
export const ownRecordJson = path('/volunteering/learning/record.json');
export const ownRecordAdd = path('/volunteering/learning/add');
export const ownRecordEntry = path('/volunteering/learning/own/:entryId');
export const ownRecordRemove = path('/volunteering/learning/own/:entryId/remove');
export const recordShape = path('/learning-record/shape.json');
export const learnerRecord = path('/learners/:applicantId/learning');
export const pathways = path('/pathways');
export const newPathway = path('/pathways/new');
export const interests = path('/pathways/interests');
export const interest = path('/pathways/interests/:interestId');
export const interestOutcome = path('/pathways/interests/:interestId/outcome');
export const takeBackOutcome = path('/pathways/interests/:interestId/outcome/:outcomeId/take-back');
export const pathway = path('/pathways/:code');
export const changePathway = path('/pathways/:code/change');

/** The syllabus of the core training: read it, run a unit from it, change it, say whether it may be used. */
export const syllabus = path('/syllabus');
export const syllabusVersion = path('/syllabus/:syllabusId');
export const syllabusUnit = path('/syllabus/:syllabusId/units/:unitCode');
export const changeUnit = path('/syllabus/:syllabusId/units/:unitCode/change');
export const competencyMatrix = path('/syllabus/:syllabusId/competencies');
export const changeSyllabusRules = path('/syllabus/:syllabusId/rules');
export const changeLayout = path('/syllabus/:syllabusId/layouts/:layout');
export const reviewSyllabus = path('/syllabus/:syllabusId/review');

/** What somebody has earned, by their link and signed in: a list, and each as a document. */
export const mineCertificates = path('/join/mine/:secret/certificates');
export const mineCertificatePdf = path('/join/mine/:secret/certificates/:awardId');
export const ownCertificates = path('/volunteering/certificates');
export const ownCertificatePdf = path('/volunteering/certificates/:awardId');
/** The same for those who recruit: how it came about, and the way to take it back. */
export const staffAward = path('/awards/:awardId');
export const staffAwardPdf = path('/awards/:awardId/certificate');
export const signingKeys = path('/awards/keys');

/** For anyone who was shown a credential, and for the machines that check one. */
export const checkCredential = path('/credentials');
export const verifyCredential = path('/credentials/:reference');
export const credentialFile = path('/credentials/:reference/credential');
export const credentialKeys = path('/credentials/keys');
export const credentialKey = path('/credentials/keys/:keyId');
export const credentialStatus = path('/credentials/status');
export const credentialIssuer = path('/credentials/issuer');

/** Cohorts of the core training, and how far one person is. */
export const cohorts = path('/cohorts');
export const newCohort = path('/cohorts/new');
export const cohort = path('/cohorts/:cohortId');
export const editCohort = path('/cohorts/:cohortId/edit');
export const openCohort = path('/cohorts/:cohortId/open');
export const closeCohort = path('/cohorts/:cohortId/close');
export const callOffCohort = path('/cohorts/:cohortId/call-off');
export const cohortPlaces = path('/cohorts/:cohortId/places');
export const giveWaitingPlace = path('/cohorts/:cohortId/places/:placeId/give');
export const leaveCohort = path('/cohorts/:cohortId/places/:placeId/leave');
export const cohortMeeting = path('/cohorts/:cohortId/meetings/:meetingId');
export const moveCohortMeeting = path('/cohorts/:cohortId/meetings/:meetingId/move');
export const callOffCohortMeeting = path('/cohorts/:cohortId/meetings/:meetingId/call-off');
export const layUnit = path('/cohorts/:cohortId/meetings/:meetingId/units/:unitCode');
export const offerCatchUp = path('/cohorts/:cohortId/catch-up/:applicantId/:unitCode');
export const catchUp = path('/catch-ups/:catchUpId');
export const callOffCatchUp = path('/catch-ups/:catchUpId/call-off');
export const learner = path('/learners/:applicantId');
export const creditPast = path('/learners/:applicantId/before');
/** A trainee's own page, by their link and signed in. */
export const mineTraining = path('/join/mine/:secret/training');
export const mineTrainingMeeting = path('/join/mine/:secret/training/meetings/:meetingId');
export const mineCatchUp = path('/join/mine/:secret/training/catch-ups/:catchUpId');
export const ownTraining = path('/volunteering/training');
export const ownTrainingMeeting = path('/volunteering/training/meetings/:meetingId');
export const ownCatchUp = path('/volunteering/training/catch-ups/:catchUpId');

/** On the job: what was seen at a session, what is signed off, the last yes; and a learner's own page of it. */
export const practice = path('/practice/:practiceId');
export const practiceDidNotHappen = path('/practice/:practiceId/did-not-happen');
export const addPractice = path('/learners/:applicantId/practice/new');
export const signOff = path('/learners/:applicantId/sign-off');
export const lastYes = path('/learners/:applicantId/last-yes');
export const takeBackLastYes = path('/learners/:applicantId/last-yes/take-back');
export const takeBackCompetency = path('/learners/:applicantId/sign-off/:code/take-back');
export const ownPractice = path('/volunteering/practice');
export const ownReflection = path('/volunteering/practice/:practiceId');
