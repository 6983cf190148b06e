/** Which levels are complete with these units and were not before, in the order of the syllabus. */
export const levelsReached = <L extends { readonly code: string; readonly units: readonly string[] }>(
  levels: readonly L[],
  held: { readonly units: readonly string[]; readonly levels: readonly string[] },
): readonly L[] =>
  levels.filter(
    (level) =>
      !held.levels.includes(level.code) &&
      level.units.length > 0 &&
      level.units.every((unit) => held.units.includes(unit)),
  );

/** Which of these levels no longer hold without a unit. */
export const levelsLost = <L extends { readonly units: readonly string[] }>(
  levels: readonly L[],
  unit: string,
): readonly L[] => levels.filter((level) => level.units.includes(unit));

export type AwardState = 'holds' | 'ended' | 'withdrawn';

/** Whether an award holds on a day: its last day is included, and one that was taken back holds on none. */
export const awardState = (
  award: { readonly expiresOn: Temporal.PlainDate | null; readonly withdrawn: boolean },
  on: Temporal.PlainDate,
): AwardState => {
  if (award.withdrawn) return 'withdrawn';
  return award.expiresOn !== null && Temporal.PlainDate.compare(award.expiresOn, on) < 0 ? 'ended' : 'holds';
};
