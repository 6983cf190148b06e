import { expect, test } from 'vitest';
import { columnOf } from './columns.ts';
import { dateInFile } from './dates.rules.ts';
import { delimiterOf, readFile } from './read-file.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test.each([
  ['UTF-8', bytes('given_name\nZoë')],
  ['UTF-8 with its mark', bytes('\uFEFFgiven_name\nZoë')],
  ['Windows-1252', Uint8Array.from([...bytes('given_name\nZo'), 0xeb])],
  ['UTF-16 with its mark', Uint8Array.from([0xff, 0xfe, ...Buffer.from('given_name\nZoë', 'utf16le')])],
])('%s is read', (_, file) => {
  expect(readFile(file).rows.map(({ cells }) => cells)).toEqual([{ given_name: 'Zoë' }]);
});

test('Windows-1252 keeps its curly quotes and dashes', () => {
  const file = Uint8Array.from([...bytes('given_name,why\nAnn,'), 0x93, ...bytes('worn out'), 0x94, 0x96]);
  expect(readFile(file).rows[0]?.cells.why).toBe('“worn out”–');
});

test.each([
  [',', 'given_name,why\nAnn,"a;b;c;d"'],
  [';', 'given_name;why\nAnn;"a,b,c,d"'],
  ['\t', 'given_name\twhy\nAnn\ta,b;c'],
])('%j between the cells is found out', (mark, text) => {
  expect(delimiterOf(text)).toBe(mark);
  expect(readFile(bytes(text)).rows[0]?.cells.given_name).toBe('Ann');
});

test('a heading in quotes that holds commas does not mislead', () => {
  expect(delimiterOf('"a,b,c,d";given_name;why\n')).toBe(';');
});

test('rows are numbered as a spreadsheet shows them, over empty rows and cells of two lines', () => {
  const read = readFile(bytes('sep=;\r\ngiven_name;why\r\nAnn;"two\r\nlines"\r\n;\r\nBo;x\r\n'));
  expect(read.rows.map(({ number, cells }) => [number, cells.given_name])).toEqual([
    [2, 'Ann'],
    [4, 'Bo'],
  ]);
});

test('cells beyond the headings are said', () => {
  expect(readFile(bytes('given_name,why\nAnn,a,b\nBo,c,')).rows.map(({ tooMany }) => tooMany)).toEqual([
    true,
    false,
  ]);
});

test.each([
  ['a workbook', Uint8Array.from([0x50, 0x4b, 3, 4]), /save it as CSV/],
  ['nothing', bytes(''), /empty/],
  ['headings only', bytes('given_name,why\n'), /no rows/],
  ['no name', bytes('why\nx'), /first name/],
  ['one meaning twice', bytes('given_name,First Name\nx,y'), /mean the same/],
  ['something else', Uint8Array.from([0x61, 0, 0x62]), /not text/],
  ['an open quotation mark', bytes('given_name\n"Ann\nBo'), /never closed/],
])('%s is refused with what to do', (_, file, words) => {
  expect(() => readFile(file)).toThrow(words);
});

test('headings are known by other names, whatever their case and marks', () => {
  expect(
    ['D.O.B.', 'e-mail', 'NHS No.', 'E.D.D', 'Referrer e-mail', ' Reason for Referral '].map(columnOf),
  ).toEqual(['born_on', 'email', 'nhs_number', 'due_on', 'referrer_email', 'why']);
  expect(columnOf('shoe size')).toBeNull();
});

test.each([
  '2026-11-26',
  '26/11/2026',
  '26.11.2026',
  '26-11-2026',
  '26 Nov 2026',
  '26 november 2026',
  '26th Nov 2026',
  '26-Nov-2026',
  '2026-11-26 00:00:00',
  '2026-11-26T00:00:00Z',
])('%s is 26 November 2026', (text) => {
  expect(dateInFile(text)?.toString()).toBe('2026-11-26');
});

test.each([
  '11/26/2026',
  '26/11/26',
  '2026',
  '30 Feb 2027',
  '26 Novel 2026',
  '26/11-2026',
  '46352',
  'soon',
  '',
])('%j is not a date we can be sure of', (text) => {
  expect(dateInFile(text)).toBeNull();
});
