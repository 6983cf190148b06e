import type { Scope } from '#platform/db/as-actor.ts';
import { FIRST_RHYTHM, type RhythmRules, rhythmRules } from './rhythm.shape.ts';

export interface RulesVersion {
  /** 0: what ships, because nothing is laid down yet. */
  readonly version: number;
  readonly effectiveFrom: Temporal.PlainDate;
  readonly content: RhythmRules;
}

const SHIPPED: RulesVersion = {
  version: 0,
  effectiveFrom: Temporal.PlainDate.from('2000-01-01'),
  content: FIRST_RHYTHM,
};

/** Every version that is laid down, the newest first; what ships comes last. */
export const rulesVersions = async (scope: Scope): Promise<readonly RulesVersion[]> => {
  const rows = await scope.tx
    .selectFrom('supervision.rules')
    .select(['version', 'effective_from', 'content'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .orderBy('effective_from', 'desc')
    .orderBy('version', 'desc')
    .execute();
  return [
    ...rows.map((row) => ({
      version: row.version,
      effectiveFrom: Temporal.PlainDate.from(row.effective_from),
      // A version from before something new was asked for takes what ships for it.
      content: rhythmRules.parse({ ...FIRST_RHYTHM, ...(row.content as object) }),
    })),
    SHIPPED,
  ];
};

/** What holds on a day: the newest version in effect, else what ships. */
export const rulesOn = async (scope: Scope, on: Temporal.PlainDate): Promise<RhythmRules> => {
  const versions = await rulesVersions(scope);
  return (versions.find(({ effectiveFrom }) => Temporal.PlainDate.compare(effectiveFrom, on) <= 0) ?? SHIPPED)
    .content;
};
