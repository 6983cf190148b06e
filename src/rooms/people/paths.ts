import { path } from '#platform/http/path.ts';

/** Two files side by side; `other` in the query is the second one. */
export const comparePath = path('/families/:personId/duplicates');
/** Says that two files are about two people. */
export const twoPeoplePath = path('/families/:personId/duplicates/two-people');
export const mergePath = path('/families/:personId/duplicates/merge');
export const duplicatesPath = path('/families/duplicates');
export const undoMergePath = path('/families/duplicates/:mergeId/undo');
/** How to reach somebody, and what is safe. */
export const contactPath = path('/families/:personId/contact');
/** Who somebody is: names, birthday, language, access needs. */
export const aboutPath = path('/families/:personId/about');
export const teamPath = path('/team');
export const giveRolePath = path('/team/:accountId/role');
export const endRolePath = path('/team/roles/:roleId/end');
export const centresPath = path('/team/centres');
export const centreEditPath = path('/team/centres/:centreId');
export const helpLinesPath = path('/team/help-lines');
export const helpLinePath = path('/team/help-lines/:lineId');
export const confirmHelpLinePath = path('/team/help-lines/:lineId/confirm');
