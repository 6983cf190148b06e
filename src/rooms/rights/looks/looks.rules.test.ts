import { expect, test } from 'vitest';
import { countsInWords, fileAsked, reachAsked, referenceOf, seqAsked } from './looks.rules.ts';
import { countedLooks } from './looks.words.ts';

const ID = '0190a5b2-7c11-7000-8000-00000012abcd';

test('whose file is read from the address that somebody pasted, and from nothing else', () => {
  expect(fileAsked(`https://kith.example/families/${ID}/about?x=1`)).toBe(ID);
  expect(fileAsked(ID.toUpperCase())).toBe(ID);
  for (const other of [undefined, '', 'Amina Khan', '0190a5b2']) expect(fileAsked(other)).toBeNull();
});

test('a strange address asks for the last 30 days from the newest on', () => {
  expect(reachAsked('365')).toBe(365);
  for (const strange of [undefined, '', '-1', '100000', 'all']) expect(reachAsked(strange)).toBe(30);
  expect(seqAsked('120')).toBe('120');
  for (const strange of [undefined, '', '0', '-3', '1.5', '9'.repeat(30), "1' or '1"])
    expect(seqAsked(strange)).toBeNull();
});

test('a file without its name is six signs, which say nothing', () => {
  expect(referenceOf(ID)).toBe('12ABCD');
});

test('of what is only counted a few are “fewer than five”, and what nobody opened reads the same', () => {
  const counts = countsInWords(
    new Map([
      ['safeguarding.concern_opened', 4],
      ['supervision.note_read', 3],
      ['supervision.notes_listed', 9],
    ]),
  );
  const said = new Map(counts.map(({ what, looks }) => [what, looks]));
  expect(said.get('Concerns')).toBe('fewer than five');
  expect(said.get('Sealed files')).toBe('fewer than five');
  expect(said.get('Notes of supervision')).toBe('12');
  expect(said.size).toBe(new Set(Object.values(countedLooks)).size);
});
