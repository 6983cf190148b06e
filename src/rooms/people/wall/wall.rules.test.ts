import { describe, expect, test } from 'vitest';
import { type Beside, sealReference, whichFile } from './wall.rules.ts';

const beside = (personId: string, how: Partial<Beside> = {}): Beside => ({
  personId,
  sameEmail: false,
  samePhone: false,
  nameAlike: 0,
  ...how,
});

describe('whose file an applicant’s may be', () => {
  test('the one with the same address and a name that is alike', () => {
    expect(whichFile([beside('a', { sameEmail: true, nameAlike: 1 })])).toEqual({ is: 'one', personId: 'a' });
    expect(whichFile([beside('a', { samePhone: true, nameAlike: 0.5 })])).toEqual({
      is: 'one',
      personId: 'a',
    });
  });

  test('not the partner who shares the phone, when their own is there', () => {
    const found = [
      beside('partner', { samePhone: true, nameAlike: 0.2 }),
      beside('self', { samePhone: true, nameAlike: 0.9 }),
    ];
    expect(whichFile(found)).toEqual({ is: 'one', personId: 'self' });
  });

  test('two that fit are not decided between, nor is half a fit', () => {
    const twice = [
      beside('a', { sameEmail: true, nameAlike: 1 }),
      beside('b', { samePhone: true, nameAlike: 1 }),
    ];
    expect(whichFile(twice)).toEqual({ is: 'unsure' });
    expect(whichFile([beside('a', { samePhone: true, nameAlike: 0.1 })])).toEqual({ is: 'unsure' });
    expect(whichFile([beside('a', { nameAlike: 1 })])).toEqual({ is: 'unsure' });
  });

  test('none where nothing but a similar name is shared, and none among no files', () => {
    expect(whichFile([beside('a', { nameAlike: 0.6 })])).toEqual({ is: 'none' });
    expect(whichFile([])).toEqual({ is: 'none' });
  });
});

test('a seal is spoken of by the end of its id', () => {
  expect(sealReference('019ab3c4-0000-7000-8000-00000012ab9f')).toBe('12AB9F');
});
