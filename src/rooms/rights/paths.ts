import { path } from '#platform/http/path.ts';

/** For whoever answers for what we keep about people: what waits, and where everything is. */
export const dataPath = path('/data');
/** Who answers for it. */
export const leadPath = path('/data/lead');
export const endLeadPath = path('/data/lead/:leadId/end');
/** Who looked at what. */
export const looksPath = path('/data/looks');
/** Who looked at one file. */
export const looksAtPath = path('/data/looks/:personId');
