import { z } from 'zod';

const days = z.number().int().min(1).max(365);
const times = z.number().int().min(1).max(100);

/**
 * From when on something counts as steady and as heavy. The figures are ours, a place to begin the talk: each
 * organisation lays down its own, dated, and no research is claimed for them.
 */
export const loadRules = z
  .object({
    /** How far back is looked, in days: the near stretch and the long one. */
    days,
    longDays: days,
    /** Sessions that felt heavy: so many in the near stretch, so many in the long one. */
    hard: z.object({ steady: times, heavy: times, heavyOverLong: times }),
    /** Times that somebody told them something that stays. */
    disclosures: z.object({ steady: times, heavy: times, heavyOverLong: times }),
    /** Sessions run in the near stretch. */
    sessions: z.object({ steady: times, heavy: times }),
    /** Days since the last supervision that was held. */
    sinceSupervision: z.object({ steady: days, heavy: days }),
    /** Days since something heavy about which nobody has sat down with them yet. */
    notTalkedAbout: z.object({ steady: days, heavy: days }),
  })
  .refine((rules) => rules.days < rules.longDays, { error: 'the long stretch is longer than the near one' })
  .refine(
    ({ hard, disclosures, sessions, sinceSupervision, notTalkedAbout }) =>
      [hard, disclosures, sessions, sinceSupervision, notTalkedAbout].every(
        ({ steady, heavy }) => steady < heavy,
      ),
    { error: 'what is heavy is more than what is steady' },
  );

export type LoadRules = z.output<typeof loadRules>;

/** What ships, and what counts where nobody has laid down anything else. */
export const FIRST_LOAD_RULES: LoadRules = {
  days: 28,
  longDays: 56,
  hard: { steady: 1, heavy: 2, heavyOverLong: 3 },
  disclosures: { steady: 1, heavy: 2, heavyOverLong: 3 },
  sessions: { steady: 6, heavy: 9 },
  sinceSupervision: { steady: 35, heavy: 56 },
  notTalkedAbout: { steady: 2, heavy: 21 },
};
