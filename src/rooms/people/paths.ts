import { path } from '#platform/http/path.ts';

/** Two files side by side; `other` in the query is the second one. */
export const compare = path('/families/:personId/duplicates');
/** Says that two files are about two people. */
export const twoPeople = path('/families/:personId/duplicates/two-people');
export const merge = path('/families/:personId/duplicates/merge');
export const duplicates = path('/families/duplicates');
export const undoMerge = path('/families/duplicates/:mergeId/undo');
/** How to reach somebody, and what is safe. */
export const contact = path('/families/:personId/contact');
/** Who somebody is: names, birthday, language, access needs. */
export const about = path('/families/:personId/about');
export const team = path('/team');
/** Opens a sign-in for somebody of the team. */
export const inviteMember = path('/team/invite');
/** Sends the link once more. */
export const inviteAgain = path('/team/:accountId/invite');
export const closeAccount = path('/team/:accountId/close');
/** The roles of somebody of the team. */
export const member = path('/team/:accountId');
export const endRole = path('/team/roles/:roleId/end');
export const centres = path('/team/centres');
export const newCentre = path('/team/centres/new');
export const centreEdit = path('/team/centres/:centreId');
export const helpLines = path('/team/help-lines');
export const helpLine = path('/team/help-lines/:lineId');
export const confirmHelpLine = path('/team/help-lines/:lineId/confirm');
/** Closes a family file because its person works with us now. */
export const seal = path('/families/:personId/seal');
/** Seals without names, for the service lead. */
export const sealed = path('/sealed');
export const openSeal = path('/sealed/:sealId');
/** Who meets no families for now. */
export const suspensions = path('/suspensions');
export const suspension = path('/suspensions/:suspensionId');
