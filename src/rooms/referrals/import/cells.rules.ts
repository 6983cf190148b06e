import { optionalEmail, phoneInOneShape } from '#platform/forms/fields.ts';
import type { ColumnName } from './columns.ts';
import { DATE_FORMATS, dateInFile } from './dates.rules.ts';

/** What is wrong with one cell: why, and how to mend it. */
export interface Fault<C extends string = ColumnName> {
  readonly column: C | '';
  readonly reason: string;
  readonly mend: string;
}

/** Text by which two cells are compared: case and spaces do not matter. */
export const oneLine = (text: string) => text.trim().toLowerCase().replace(/\s+/g, ' ');

const YES = new Set(['yes', 'y', 'true', '1', 'x', 'ja', 'oui']);
const NO = new Set(['no', 'n', 'false', '0', '']);

/** Reads the cells of one row, each as what it should be; what is wrong is gathered in `faults` and never thrown. */
export const cellsOf = <C extends string>(source: {
  readonly cells: Readonly<Partial<Record<C, string>>>;
}) => {
  const faults: Fault<C>[] = [];
  const cell = (column: C): string => source.cells[column] ?? '';
  const wrong = (column: C | '', reason: string, mend: string) => void faults.push({ column, reason, mend });

  const yesNo = (column: C, whenEmpty: boolean): boolean => {
    const said = oneLine(cell(column));
    if (said === '') return whenEmpty;
    if (YES.has(said)) return true;
    if (!NO.has(said)) wrong(column, `“${cell(column)}” is neither yes nor no.`, 'Write yes or no.');
    return false;
  };
  const date = (column: C): Temporal.PlainDate | null => {
    if (cell(column) === '') return null;
    const found = dateInFile(cell(column));
    if (!found)
      wrong(
        column,
        `“${cell(column)}” is not a date we can be sure of.`,
        `Write it as ${DATE_FORMATS}: the day before the month, the year in four figures.`,
      );
    return found;
  };
  const address = (column: C): string | null => {
    const read = optionalEmail().safeParse(cell(column));
    if (read.success) return read.data;
    wrong(
      column,
      `“${cell(column)}” is not an e-mail address.`,
      'Write it as name@example.org, or leave it empty.',
    );
    return null;
  };
  const phone = (column: C): string | null => {
    if (cell(column) === '') return null;
    const bare = cell(column).replace(/\s/g, '');
    // Spreadsheets take a phone number for a sum and drop its first nought.
    const found = phoneInOneShape(/^[1-9]\d{9}$/.test(bare) ? `0${bare}` : bare);
    if (!found)
      wrong(
        column,
        `“${cell(column)}” is not a phone number.`,
        'Write 10 or 11 figures such as 07700 900123, or + and the country.',
      );
    return found;
  };

  return { faults, cell, wrong, yesNo, date, address, phone };
};
