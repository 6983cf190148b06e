import { path } from '#platform/http/path.ts';

/** The welcoming way in, for anyone. */
export const join = path('/join');
export const joinLost = path('/join/lost');
export const joinCentre = path('/join/:slug');
export const ask = path('/join/:slug/ask');

/** An applicant's own pages, by the link only they have. */
export const mine = path('/join/mine/:secret');
export const mineTimes = path('/join/mine/:secret/times');
export const mineForm = path('/join/mine/:secret/application');
export const mineFormStep = path('/join/mine/:secret/application/:step');
export const mineHelp = path('/join/mine/:secret/help');
export const mineReferees = path('/join/mine/:secret/referees');
export const mineReferee = path('/join/mine/:secret/referees/:refereeId');
export const mineCheck = path('/join/mine/:secret/check');
export const mineInterview = path('/join/mine/:secret/interview');
export const mineOffer = path('/join/mine/:secret/offer');
export const mineAboutYou = path('/join/mine/:secret/about-you');
export const minePause = path('/join/mine/:secret/pause');
export const mineLeave = path('/join/mine/:secret/leave');
export const mineAgain = path('/join/mine/:secret/again');

/** A referee's page, by the link in their letter. */
export const refereePage = path('/reference/:secret');
export const refereeDecline = path('/reference/:secret/decline');
export const refereeAgain = path('/reference/:secret/again');

/** The pipeline, for those who recruit. */
export const applicants = path('/applicants');
export const applicantsFile = path('/applicants/list.csv');
export const newApplicant = path('/applicants/new');
export const applicantFigures = path('/applicants/figures');
export const offeredTimes = path('/applicants/times');
export const cancelTime = path('/applicants/times/:timeId/cancel');
export const sources = path('/applicants/sources');
export const source = path('/applicants/sources/:sourceId');
export const openings = path('/applicants/roles');
export const applicantInvite = path('/applicants/invite');
export const application = path('/applicants/:applicationId');
export const applicationMove = path('/applicants/:applicationId/do/:verb');
export const applicationForm = path('/applicants/:applicationId/application');
export const applicationReferences = path('/applicants/:applicationId/references');
export const applicationReferee = path('/applicants/:applicationId/references/name');
export const applicationReferenceRule = path('/applicants/:applicationId/references/rule');
export const applicationReference = path('/applicants/:applicationId/references/:refereeId');
export const applicationReferenceAgain = path('/applicants/:applicationId/references/:refereeId/again');
export const applicationReferenceLetGo = path('/applicants/:applicationId/references/:refereeId/let-go');
export const applicationReferencePhone = path('/applicants/:applicationId/references/:refereeId/phone');
export const applicationCheck = path('/applicants/:applicationId/check');
export const applicationDisclosure = path('/applicants/:applicationId/check/:checkId/disclosure');
export const noCheckNeeded = path('/applicants/:applicationId/check/none');
export const applicationInterview = path('/applicants/:applicationId/interview');
export const arrangeInterview = path('/applicants/:applicationId/interview/arrange');
export const cancelInterview = path('/applicants/:applicationId/interview/cancel');

/** For somebody named to an interview. */
export const interviews = path('/interviews');
export const interview = path('/interviews/:interviewId');
/** What the two make of it together, once both have scored. */
export const interviewTogether = path('/interviews/:interviewId/together');
export const interviewQuestion = path('/interviews/:interviewId/:question');

export const roleProfiles = path('/role-profiles');
export const roleProfile = path('/role-profiles/:code');
export const editRoleProfile = path('/role-profiles/:code/change');
export const eligibility = path('/role-profiles/:code/eligibility');
export const referenceRules = path('/reference-rules');
export const questionSets = path('/question-sets');
export const editQuestionSet = path('/question-sets/change');
export const activityRules = path('/activity-rules');
export const checkRules = path('/check-rules');

/** Checks of a volunteer, whichever way they came; of an applicant they stand below the application. */
export const volunteerChecks = path('/checks/of/:applicantId');
export const certificateSeen = path('/checks/:checkId/certificate');
export const updateService = path('/checks/:checkId/update-service');
export const checkEnd = path('/checks/:checkId/end');
export const disclosure = path('/checks/:checkId/disclosure');
/** Somebody's days with children will be too many: what we decide. */
export const eligibilityReview = path('/eligibility-reviews/:reviewId');
