import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkFigureOf, isNhsNumber, nhsNumberFigures, nhsNumberInWords } from './nhs-number.rules.ts';

const nine = fc.stringMatching(/^\d{9}$/);
const numbers = nine
  .filter((figures) => checkFigureOf(figures) !== null)
  .map((figures) => `${figures}${checkFigureOf(figures)}`);

test('the number printed in the specification is one, with and without its spaces', () => {
  expect(isNhsNumber('943 476 5919')).toBe(true);
  expect(isNhsNumber('9434765919')).toBe(true);
  expect(isNhsNumber('943-476-5919')).toBe(true);
  expect(isNhsNumber('9434765918')).toBe(false);
});

test('nine or eleven figures, or a letter, are none', () => {
  for (const typed of ['943476591', '94347659190', '943476591O', ''])
    expect(nhsNumberFigures(typed)).toBeNull();
});

test('one wrong figure is always noticed', () => {
  fc.assert(
    fc.property(
      numbers,
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 1, max: 9 }),
      (number, at, shift) => {
        const wrong = [...number]
          .map((figure, each) => (each === at ? String((Number(figure) + shift) % 10) : figure))
          .join('');
        return isNhsNumber(number) && !isNhsNumber(wrong);
      },
    ),
  );
});

test('two neighbours changed over are always noticed', () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 0, max: 8 }), (number, at) => {
      const figures = [...number];
      const [one, other] = [figures[at], figures[at + 1]];
      if (one === undefined || other === undefined || one === other) return true;
      figures[at] = other;
      figures[at + 1] = one;
      return !isNhsNumber(figures.join(''));
    }),
  );
});

test('about one in eleven beginnings has no number at all', () => {
  expect(checkFigureOf('000000001')).toBe(9);
  expect(checkFigureOf('100000001')).toBeNull();
  const without = Array.from({ length: 1000 }, (_, at) =>
    checkFigureOf(String(123_000_000 + at * 7919)),
  ).filter((figure) => figure === null).length;
  expect(without).toBeGreaterThan(60);
  expect(without).toBeLessThan(125);
});

test('is read aloud in three parts', () => expect(nhsNumberInWords('9434765919')).toBe('943 476 5919'));
