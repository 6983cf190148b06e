import { path } from '#platform/http/path.ts';

export const groups = path('/groups');
export const newGroup = path('/groups/new');
export const group = path('/groups/:groupId');
export const editGroup = path('/groups/:groupId/edit');
export const addSessions = path('/groups/:groupId/sessions');
export const leaders = path('/groups/:groupId/leaders');
export const endLeader = path('/groups/:groupId/leaders/:leaderId/end');
export const endGroup = path('/groups/:groupId/end');
export const offer = path('/groups/:groupId/offer');
export const place = path('/groups/:groupId/places/:placeId');
export const answerPlace = path('/groups/:groupId/places/:placeId/answer');
export const endPlace = path('/groups/:groupId/places/:placeId/end');
export const waiting = path('/waiting');
export const session = path('/sessions/:sessionId');
export const moveSession = path('/sessions/:sessionId/move');
export const callOff = path('/sessions/:sessionId/call-off');
export const rota = path('/sessions/:sessionId/rota');
export const standDown = path('/sessions/:sessionId/rota/:accountId/stand-down');
/** Somebody comes along to learn, next to one of those who run it. */
export const alongside = path('/sessions/:sessionId/alongside');
export const plan = path('/sessions/:sessionId/plan');
export const planBlock = path('/sessions/:sessionId/plan/:position');
export const register = path('/sessions/:sessionId/register');
export const printRegister = path('/sessions/:sessionId/register/print');
export const correctRegister = path('/sessions/:sessionId/register/correct');
export const runSheet = path('/sessions/:sessionId/run-sheet');
export const followUps = path('/follow-ups');
export const followUp = path('/sessions/:sessionId/follow-up/:personId');
export const mySession = path('/me/sessions/:sessionId');
export const myPlace = path('/me/places/:placeId');
/** A parent says whom they know of those who run their group; a supporter, that they know a family of theirs. */
export const myKnown = path('/me/people/known');
export const takeBackMyKnown = path('/me/people/known/:pairId/take-back');
export const knownFamily = path('/groups/:groupId/known/:personId');
export const takeBackKnown = path('/groups/:groupId/known/:pairId/take-back');

/** What is asked of volunteers, and who of them may be with families. */
export const requirements = path('/requirements');
export const requirement = path('/requirements/:part/:code');
export const volunteers = path('/volunteers');
export const volunteersFile = path('/volunteers/list.csv');
export const volunteer = path('/volunteers/:personId');
export const exempt = path('/volunteers/:personId/answer-for');
export const endExemption = path('/volunteers/:personId/answer-for/:exemptionId/end');
export const suspendVolunteer = path('/volunteers/:personId/suspend');

/** A volunteer's own pages. */
export const volunteering = path('/volunteering');
export const settings = path('/volunteering/other-places');
export const endSetting = path('/volunteering/other-places/:settingId/end');
