import { expect, test } from 'vitest';
import { lastWords } from './last-words.ts';

test('a fault of the database is named by its code and its rule, never by a value of a row', () => {
  const error = Object.assign(new Error('invalid input syntax for type date: "Amina Khan"'), {
    severity: 'ERROR',
    code: '23505',
    constraint: 'persons_nhs_number',
    detail: 'Key (nhs_number)=(9434765919) already exists.',
  });
  const said = lastWords(error);
  expect(said).toContain('23505 persons_nhs_number');
  expect(said).toContain('last-words.test.ts');
  expect(said).not.toMatch(/9434765919|Amina/);
});

test('a fault of ours says what is wrong and where', () => {
  expect(lastWords(new TypeError('nothing is not a place'))).toMatch(
    /TypeError: nothing is not a place\n\s+at /,
  );
  expect(lastWords('a string')).toBe('Kith stopped: string');
});
