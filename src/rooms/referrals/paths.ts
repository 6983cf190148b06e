import { path } from '#platform/http/path.ts';

/** The professional's form: its first page, one of its steps, and what comes after. */
export const referPath = path('/refer');
export const referStepPath = path('/refer/:draftId/:step');
export const referBackPath = path('/refer/back/:draftId/:secret');
/** For somebody who sent a referral and has lost the link. */
export const trackHelpPath = path('/refer/track');
/** What became of a referral, for whoever has the link. */
export const trackPath = path('/refer/track/:secret');

/** The parent's own form. */
export const selfPath = path('/self');
export const selfStepPath = path('/self/:draftId/:step');
export const selfBackPath = path('/self/back/:draftId/:secret');

export const referralsPath = path('/referrals');
export const newReferralPath = path('/referrals/new');
export const newReferralStepPath = path('/referrals/new/:draftId/:step');
export const referralPath = path('/referrals/:referralId');
export const decidePath = path('/referrals/:referralId/decide/:outcome');
export const withdrawPath = path('/referrals/:referralId/withdraw');

export const importPath = path('/referrals/import');
export const importSamplePath = path('/referrals/import/sample.csv');
export const importedPath = path('/referrals/import/:importId');
export const rejectsPath = path('/referrals/import/:importId/rejects.csv');

export const handoversPath = path('/handovers');
export const followUpPath = path('/handovers/:handoverId');
