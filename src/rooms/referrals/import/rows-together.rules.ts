import type { Fault } from './cells.rules.ts';
import type { LandingRow, RowRead } from './row.rules.ts';

/**
 * Looks at the rows of a file together: one reference for two different families, and one NHS number under two
 * references, cannot both be right, so the first row keeps it. Rows that are wholly alike are the same row twice
 * and both pass; the second is known when the first has landed.
 */
export const readRowsTogether = (rows: readonly RowRead[]): RowRead[] => {
  const keys = new Map<string, LandingRow>();
  const numbers = new Map<string, LandingRow>();
  return rows.map((read) => {
    if (!read.ok) return read;
    const { row } = read;
    const { outsideKey, parent } = row.arrival;
    const faults: Fault[] = [];
    const sameKey = keys.get(outsideKey);
    if (sameKey && sameKey.fingerprint !== row.fingerprint)
      faults.push({
        column: 'reference',
        reason: `Row ${sameKey.number} has this reference too, for somebody else.`,
        mend: 'Give each referral a reference of its own.',
      });
    const sameNumber = parent.nhsNumber ? numbers.get(parent.nhsNumber) : undefined;
    if (sameNumber && sameNumber.arrival.outsideKey !== outsideKey)
      faults.push({
        column: 'nhs_number',
        reason: `Row ${sameNumber.number} has this NHS number too.`,
        mend: 'Check which of the two is right, and leave the other out.',
      });
    if (faults.length > 0) return { ok: false, number: row.number, source: row.source, faults };
    if (!sameKey) keys.set(outsideKey, row);
    if (parent.nhsNumber && !sameNumber) numbers.set(parent.nhsNumber, row);
    return read;
  });
};
