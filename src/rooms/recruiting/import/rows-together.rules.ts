import type { VolunteerFault, VolunteerRead, VolunteerRow } from './row.rules.ts';

/**
 * Looks at the rows of a file together: one reference for two people, or one address, cannot both be right, so the first
 * row keeps it. Rows that are wholly alike are the same row twice; the second is known when the first has landed.
 */
export const readVolunteersTogether = (rows: readonly VolunteerRead[]): readonly VolunteerRead[] => {
  const keys = new Map<string, VolunteerRow>();
  const addresses = new Map<string, VolunteerRow>();
  return rows.map((read) => {
    if (!read.ok) return read;
    const { row } = read;
    const faults: VolunteerFault[] = [];
    const same = keys.get(row.outsideKey);
    if (same && same.fingerprint !== row.fingerprint)
      faults.push({
        column: 'reference',
        reason: `Row ${same.number} has this reference too, for somebody else.`,
        mend: 'Give each volunteer a reference of their own.',
      });
    const email = row.email?.toLowerCase();
    const shares = email ? addresses.get(email) : undefined;
    if (shares && shares.outsideKey !== row.outsideKey)
      faults.push({
        column: 'email',
        reason: `Row ${shares.number} has this e-mail address too.`,
        mend: 'Each person signs in with an address of their own: give another, or leave it empty.',
      });
    if (faults.length > 0) return { ok: false, number: row.number, source: row.source, faults };
    if (!same) keys.set(row.outsideKey, row);
    if (email && !shares) addresses.set(email, row);
    return read;
  });
};
