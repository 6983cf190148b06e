import { parse } from 'csv-parse/sync';
import { Refusal } from '#kernel/refusal.ts';
import { type ColumnName, columnOf, columnWords } from './columns.ts';

/** One row as it stands in the file; `number` is the row a spreadsheet shows, the headings being row 1. */
export interface FileRow<C extends string = ColumnName> {
  readonly number: number;
  readonly cells: Readonly<Partial<Record<C, string>>>;
  /** Everything in the row, under the headings of the file, for giving it back. */
  readonly asSent: readonly string[];
  /** More cells than there are headings: the rest cannot be placed. */
  readonly tooMany: boolean;
}

export interface ReadFile<C extends string = ColumnName> {
  readonly headings: readonly string[];
  /** Headings we do not know and pass over. */
  readonly passedOver: readonly string[];
  readonly rows: readonly FileRow<C>[];
}

/** The text of a file in UTF-8 (with or without its mark), UTF-16 with its mark, or else Windows-1252. */
export const textOfFile = (file: Uint8Array): string => {
  if (file[0] === 0x50 && file[1] === 0x4b)
    throw new Refusal('This is a spreadsheet workbook. Open it, choose Save as, and save it as CSV.', 'file');
  if (file[0] === 0xff && file[1] === 0xfe) return new TextDecoder('utf-16le').decode(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return new TextDecoder('windows-1252').decode(file);
  }
};

const DELIMITERS = [',', ';', '\t'] as const;

/** What stands between the cells: the mark that the line of headings holds most often outside quotes. */
export const delimiterOf = (text: string): string => {
  let quoted = false;
  const counts = new Map<string, number>(DELIMITERS.map((mark) => [mark, 0]));
  for (const letter of text) {
    if (letter === '"') quoted = !quoted;
    if (quoted) continue;
    if (letter === '\n' || letter === '\r') break;
    const count = counts.get(letter);
    if (count !== undefined) counts.set(letter, count + 1);
  }
  return DELIMITERS.reduce(
    (best, mark) => ((counts.get(mark) ?? 0) > (counts.get(best) ?? 0) ? mark : best),
    ',',
  );
};

// A rejects file guards cells against being run as formulas with an apostrophe: it goes again when they return.
const unguarded = (cell: string): string => cell.trim().replace(/^'(?=[=+\-@\t])/, '');

const split = (text: string): string[][] => {
  const named = /^sep=(.)\r?\n/i.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  try {
    return parse(body, {
      delimiter: named?.[1] ?? delimiterOf(body),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      record_delimiter: ['\r\n', '\n', '\r'],
    });
  } catch (error) {
    const line = Number((error as { lines?: unknown }).lines);
    throw new Refusal(
      `A quotation mark is opened${line > 0 ? ` near line ${line}` : ''} and never closed, so the rest of the file cannot be told apart. Mend that line and send the file again.`,
      'file',
    );
  }
};

/** Which columns a kind of file has, and the one that no file can do without, with what to say where it is missing. */
export interface Headings<C extends string> {
  readonly columnOf: (heading: string) => C | null;
  readonly naming: C;
  readonly missing: string;
}

/**
 * Reads a file of rows under headings: finds out its letters and what stands between its cells, and which column is
 * which. Raises a Refusal about `file` when no row of it can be read: it is empty, a workbook, or has no heading for the
 * name.
 */
export const readRows = <C extends string>(
  file: Uint8Array,
  { columnOf: named, naming, missing }: Headings<C>,
): ReadFile<C> => {
  const text = textOfFile(file);
  if (text.includes('\u0000'))
    throw new Refusal('This file is not text. Save the list as CSV and send that.', 'file');
  const [headingRow, ...rest] = split(text);
  const headings = (headingRow ?? []).map((heading) => heading.trim());
  if (headings.every((heading) => heading === ''))
    throw new Refusal('This file is empty. Its first row must hold the headings.', 'file');
  const columns = headings.map(named);
  const twice = columns.find((name, at) => name !== null && columns.indexOf(name) !== at);
  if (twice) {
    const both = headings.filter((_, at) => columns[at] === twice);
    throw new Refusal(
      `The headings “${both.join('” and “')}” mean the same to us. Leave one of them out.`,
      'file',
    );
  }
  if (!columns.includes(naming)) throw new Refusal(missing, 'file');
  const rows: FileRow<C>[] = [];
  rest.forEach((raw, at) => {
    const asSent = raw.map(unguarded);
    if (asSent.every((cell) => cell === '')) return;
    const cells: Partial<Record<C, string>> = {};
    columns.forEach((name, place) => {
      if (name) cells[name] = asSent[place] ?? '';
    });
    rows.push({
      number: at + 2,
      cells,
      asSent,
      tooMany: asSent.slice(headings.length).some((cell) => cell !== ''),
    });
  });
  if (rows.length === 0) throw new Refusal('There are headings in this file but no rows under them.', 'file');
  return {
    headings,
    passedOver: headings.filter((heading, at) => heading !== '' && columns[at] === null),
    rows,
  };
};

/** Reads a file of referrals; see `readRows`. */
export const readFile = (file: Uint8Array): ReadFile =>
  readRows(file, {
    columnOf,
    naming: 'given_name',
    missing: `There is no heading for the parent’s first name. Call it given_name, or one of: ${columnWords.given_name.also.join(', ')}.`,
  });
