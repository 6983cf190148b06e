/** A version of a template among its sisters. */
interface Dated {
  readonly version: number;
  readonly effectiveFrom: Temporal.PlainDate;
  readonly withdrawn: boolean;
}

/**
 * The version new groups begin with on a day: of those in effect and not withdrawn, the one that came into effect
 * last, and of two on one day the higher number. Null when none is in effect yet.
 */
export const currentOf = <T extends Dated>(versions: readonly T[], on: Temporal.PlainDate): T | null =>
  versions
    .filter(
      ({ effectiveFrom, withdrawn }) => !withdrawn && Temporal.PlainDate.compare(effectiveFrom, on) <= 0,
    )
    .toSorted(
      (one, other) =>
        Temporal.PlainDate.compare(other.effectiveFrom, one.effectiveFrom) || other.version - one.version,
    )[0] ?? null;
