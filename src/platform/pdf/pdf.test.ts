import { getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { pdf } from './pdf.ts';
import { asWritten, runsOf } from './runs.rules.ts';

const AT = Temporal.Instant.from('2026-11-23T10:00:00Z');
const about = { title: 'Ein Blatt', language: 'en-GB', author: 'Testing Together', madeAt: AT };

const opened = async (bytes: Buffer) => getDocumentProxy(new Uint8Array(bytes));

interface Node {
  readonly role?: string;
  readonly children?: readonly Node[];
}
const roles = (node: Node): string[] => [
  ...(node.role ? [node.role] : []),
  ...(node.children ?? []).flatMap(roles),
];

test('a document says what it is called, in which language, and how it is built', async () => {
  const bytes = await pdf(about, (sheet) => {
    sheet.frame();
    sheet.mark('centre');
    sheet.heading(1, 'You did this');
    sheet.text('Five evenings, łódź and all.');
    sheet.list(['Listening', 'Asking']);
    sheet.facts([['From', 'Testing Together']]);
  });
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  const document = await opened(bytes);
  const { info, metadata } = await document.getMetadata();
  expect(info).toMatchObject({ Title: 'Ein Blatt', Language: 'en-GB', Author: 'Testing Together' });
  expect(metadata?.getRaw()).toContain('pdfuaid');
  expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
  const page = await document.getPage(1);
  const found = roles((await page.getStructTree()) as Node);
  expect(found).toEqual(expect.arrayContaining(['Document', 'H1', 'P', 'L', 'LI', 'Lbl', 'LBody']));
  const words = (await page.getTextContent()).items.map((each) => ('str' in each ? each.str : '')).join('');
  expect(words.replace(/\s+/g, ' ')).toContain('Five evenings, łódź and all.');
  expect(words).toContain('Listening');
});

test('it goes on to another page, with everything in reading order', async () => {
  const lines = Array.from({ length: 90 }, (_, at) => `Line ${at + 1} of a long evening`);
  const document = await opened(await pdf(about, (sheet) => sheet.list(lines)));
  expect(document.numPages).toBeGreaterThan(1);
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, at) =>
      (await (await document.getPage(at + 1)).getTextContent()).items
        .map((each) => ('str' in each ? each.str : ''))
        .join(' '),
    ),
  );
  expect(pages.join(' ').match(/Line \d+ of/g)).toEqual(lines.map((line) => line.slice(0, -15)));
});

test('letters of a script without a font never fail, and it can be asked beforehand', async () => {
  let may: readonly boolean[] = [];
  const document = await opened(
    await pdf(about, (sheet) => {
      may = ['Zoë', 'Şükrü', 'Nguyễn?', 'نور', '李'].map((name) => sheet.writes(name));
      sheet.text('نور and 李 came.');
    }),
  );
  expect(may.slice(0, 2)).toEqual([true, true]);
  expect(may.slice(3)).toEqual([false, false]);
  const words = (await (await document.getPage(1)).getTextContent()).items
    .map((each) => ('str' in each ? each.str : ''))
    .join('');
  expect(words).toContain('and ? came.');
});

test('a text is cut by the first font that has each letter', () => {
  const has = (font: string, point: number) => (font === 'a' ? point < 100 : point < 200);
  expect(runsOf('ab xy€', ['a', 'b'], has)).toEqual([
    { text: 'ab ', font: 'a' },
    { text: 'xy', font: 'b' },
    { text: '?', font: 'a' },
  ]);
  expect(asWritten(runsOf('ab', ['a'], has))).toBe('ab');
});
