import { path } from '#platform/http/path.ts';

/** For those who look after volunteers: who slips first. */
export const supervision = path('/supervision');
export const rules = path('/supervision/rules');
export const coffee = path('/supervision/coffee');
export const newGroup = path('/supervision/groups/new');
/** When one can meet, and when one is away: for whoever is in a rhythm. */
export const times = path('/supervision/times');
export const takeBackLeave = path('/supervision/times/:leaveId/take-back');
export const arrangement = path('/supervision/:arrangementId');
export const changeArrangement = path('/supervision/:arrangementId/change');
export const proposeMeeting = path('/supervision/:arrangementId/propose');
export const recordMeeting = path('/supervision/:arrangementId/record');
export const meeting = path('/supervision/meetings/:meetingId');
export const moveMeeting = path('/supervision/meetings/:meetingId/move');
export const heldMeeting = path('/supervision/meetings/:meetingId/held');
export const didNotHappen = path('/supervision/meetings/:meetingId/did-not-happen');
export const callOffMeeting = path('/supervision/meetings/:meetingId/call-off');

/** The peer supporter's own. */
export const ownSupervision = path('/volunteering/supervision');

/** How a session was for whoever ran it, what they carry, and the talk they are offered. */
export const howItWas = path('/volunteering/how-it-was');
export const ownLoad = path('/volunteering/load');
export const takeBackEntry = path('/volunteering/load/:entryId/take-back');
export const answerDebrief = path('/volunteering/load/talk');
/** For whoever rings. */
export const debrief = path('/supervision/debriefs/:debriefId');
export const takeDebrief = path('/supervision/debriefs/:debriefId/take');

/** The plan for staying well, its owner's alone; and the same for the supervisor it is shared with. */
export const stayingWell = path('/volunteering/staying-well');
export const changeStayingWell = path('/volunteering/staying-well/change');
export const printStayingWell = path('/volunteering/staying-well/print');
export const earlierStayingWell = path('/volunteering/staying-well/earlier');
export const shareStayingWell = path('/volunteering/staying-well/share');
export const unshareStayingWell = path('/volunteering/staying-well/share/take-back');
export const eraseStayingWell = path('/volunteering/staying-well/erase');
export const sharedStayingWell = path('/supervision/staying-well/:accountId');

/** The note of a meeting: which there are, reading, writing, adding, opening for safety's sake. */
export const notesOfMeeting = path('/supervision/meetings/:meetingId/note');
export const note = path('/supervision/meetings/:meetingId/note/:accountId');
export const writeNote = path('/supervision/meetings/:meetingId/note/:accountId/write');
export const saveNoteDraft = path('/supervision/meetings/:meetingId/note/:accountId/draft');
export const savedNoteDraft = path('/supervision/meetings/:meetingId/note/:accountId/draft/saved');
export const throwNoteDraftAway = path('/supervision/meetings/:meetingId/note/:accountId/draft/throw-away');
export const addToNote = path('/supervision/meetings/:meetingId/note/:accountId/add');
export const openNote = path('/supervision/meetings/:meetingId/note/:accountId/open');
export const noteDrafts = path('/supervision/notes/drafts');
export const notesForSafety = path('/supervision/notes/safety');
export const agreedAction = path('/supervision/actions/:actionId');
export const ownNotes = path('/volunteering/supervision/notes');
