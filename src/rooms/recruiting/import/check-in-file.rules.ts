import { type cellsOf, oneLine } from '#rooms/referrals/door.ts';
import type { VolunteerColumn } from './columns.ts';

/** A certificate as the file has it: clear, and the original was seen. */
export interface SeenInFile {
  readonly level: 'basic' | 'enhanced' | 'enhanced_barred';
  /** Null for a basic check. */
  readonly workforce: 'child' | 'adult' | 'other' | null;
  readonly number: string;
  readonly surname: string;
  readonly issuedOn: Temporal.PlainDate;
  readonly seenOn: Temporal.PlainDate;
  readonly renewByOn: Temporal.PlainDate;
  readonly updateService: boolean;
}

/** What a certificate is read against. */
export interface CheckReading {
  /** The last day a certificate of a date counts; null while nobody has laid that down. */
  readonly renewBy: ((issuedOn: Temporal.PlainDate) => Temporal.PlainDate) | null;
  readonly today: Temporal.PlainDate;
}

const LEVELS: ReadonlyMap<string, SeenInFile['level']> = new Map([
  ['basic', 'basic'],
  ['enhanced', 'enhanced'],
  ['enhanced without barred list', 'enhanced'],
  ['enhanced barred', 'enhanced_barred'],
  ['enhanced_barred', 'enhanced_barred'],
  ['enhanced + barred', 'enhanced_barred'],
  ['enhanced + barred list', 'enhanced_barred'],
  ['enhanced with barred list', 'enhanced_barred'],
  ['enhanced with barred lists', 'enhanced_barred'],
  ['enhanced with childrens barred list', 'enhanced_barred'],
  ['enhanced with the childrens barred list', 'enhanced_barred'],
]);

const WORKFORCES: ReadonlyMap<string, 'child' | 'adult' | 'other'> = new Map([
  ['', 'child'],
  ['child', 'child'],
  ['children', 'child'],
  ['child and adult', 'child'],
  ['adult', 'adult'],
  ['adults', 'adult'],
  ['other', 'other'],
]);

export type Cells = ReturnType<typeof cellsOf<VolunteerColumn>>;
const CHECK: readonly VolunteerColumn[] = ['dbs_level', 'dbs_number', 'dbs_issued_on', 'dbs_seen_on'];

/** A day that has been; a day to come is a slip of the pen. */
export const pastDate =
  ({ date, wrong }: Cells, today: Temporal.PlainDate) =>
  (column: VolunteerColumn) => {
    const found = date(column);
    if (found && Temporal.PlainDate.compare(found, today) > 0) {
      wrong(column, 'This day has not come yet.', 'Check the day, the month and the year.');
      return null;
    }
    return found;
  };

/** The certificate of a row; null where there is none, or something is wrong with it. `decided`: which check the role is eligible for. */
export const readCheck = (
  cells: Cells,
  { reading, decided, surname }: { reading: CheckReading; decided: boolean; surname: string },
): SeenInFile | null => {
  const { cell, wrong, yesNo } = cells;
  const updateService = yesNo('update_service', false);
  if (CHECK.every((column) => cell(column) === '')) {
    if (updateService)
      wrong(
        'update_service',
        'The Update Service is named without a certificate.',
        'Fill in the columns of the check, or write no.',
      );
    return null;
  }
  const past = pastDate(cells, reading.today);
  const level = LEVELS.get(oneLine(cell('dbs_level')).replace(/[’']/g, ''));
  if (!level)
    wrong(
      'dbs_level',
      cell('dbs_level') === ''
        ? 'The level of the check is missing.'
        : `We do not know the level “${cell('dbs_level')}”.`,
      'Write basic, enhanced, or enhanced with the children’s barred list.',
    );
  const workforce = WORKFORCES.get(oneLine(cell('dbs_workforce')));
  if (!workforce)
    wrong(
      'dbs_workforce',
      `We do not know the workforce “${cell('dbs_workforce')}”.`,
      'Write child, adult or other.',
    );
  // Spreadsheets take the number for a sum and drop its first noughts.
  const bare = cell('dbs_number').replace(/\s/g, '');
  const number = /^\d{9,12}$/.test(bare) ? bare.padStart(12, '0') : null;
  if (number === null)
    wrong(
      'dbs_number',
      bare === ''
        ? 'The number of the certificate is missing.'
        : `“${cell('dbs_number')}” is not the number of a certificate.`,
      'Write its twelve figures.',
    );
  const [issuedOn, seenOn] = [past('dbs_issued_on'), past('dbs_seen_on')];
  for (const [column, found, words] of [
    ['dbs_issued_on', issuedOn, 'The date on the certificate is missing.'],
    ['dbs_seen_on', seenOn, 'It does not say when the original was seen.'],
  ] as const)
    if (!found && cell(column) === '')
      wrong(
        column,
        words,
        'Write the date, or leave all columns of the check empty and see the certificate again.',
      );
  if (issuedOn && seenOn && Temporal.PlainDate.compare(seenOn, issuedOn) < 0)
    wrong('dbs_seen_on', 'The certificate was seen before it was issued.', 'Check the two dates.');
  const renewByOn = issuedOn && reading.renewBy ? reading.renewBy(issuedOn) : null;
  if (!reading.renewBy)
    wrong(
      'dbs_issued_on',
      'Nobody has laid down yet after how long a check is done again.',
      'Lay it down first, under the rules for checks, then send the row again.',
    );
  if (seenOn && renewByOn && Temporal.PlainDate.compare(seenOn, renewByOn) > 0)
    wrong(
      'dbs_seen_on',
      'The certificate was too old already when it was seen.',
      'Leave the check out, and ask for a new one on their page.',
    );
  if (!decided)
    wrong(
      'dbs_level',
      'Nobody has decided yet which check this role is eligible for.',
      'Decide it first, on the page of the role, then send the row again.',
    );
  if (!level || !workforce || number === null || !issuedOn || !seenOn || !renewByOn) return null;
  return {
    level,
    workforce: level === 'basic' ? null : workforce,
    number,
    surname: cell('dbs_surname') || surname,
    issuedOn,
    seenOn,
    renewByOn,
    updateService,
  };
};
