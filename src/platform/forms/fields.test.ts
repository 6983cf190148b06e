import { expect, test } from 'vitest';
import { date, oneOf, optionalPhone, phoneInOneShape, text, time, yesNo } from './fields.ts';
import { form } from './form.ts';

const visit = form('visit', {
  name: text('Enter a name.'),
  on: date('Enter the date.'),
  at: time('Enter the time.'),
  way: oneOf(['call', 'text'], 'Choose a way.'),
  safe: yesNo('Say yes or no.'),
  phone: optionalPhone(),
});

test('a whole form becomes values of the field', () => {
  const parsed = visit.parse({
    name: '  Amina ',
    'on-day': '26',
    'on-month': 'Nov',
    'on-year': '2026',
    at: '10.30am',
    way: 'call',
    safe: 'no',
    phone: '07700 900123',
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  expect(parsed.value.name).toBe('Amina');
  expect(parsed.value.on.toString()).toBe('2026-11-26');
  expect(parsed.value.at.toString()).toBe('10:30:00');
  expect(parsed.value.safe).toBe(false);
  expect(parsed.value.phone).toBe('+447700900123');
});

test('an empty form says what to do for each field, in the order of the page, in words of ours', () => {
  const parsed = visit.parse({});
  expect(parsed).toEqual({
    ok: false,
    errors: [
      { field: 'name', message: 'Enter a name.' },
      { field: 'on', message: 'Enter the date.' },
      { field: 'at', message: 'Enter the time.' },
      { field: 'way', message: 'Choose a way.' },
      { field: 'safe', message: 'Say yes or no.' },
    ],
  });
});

test('a date no calendar has is refused, and so is a year of two figures', () => {
  for (const year of ['2026', '26']) {
    const parsed = visit.parse({
      name: 'A',
      'on-day': '31',
      'on-month': '2',
      'on-year': year,
      at: '2pm',
      way: 'text',
      safe: 'yes',
    });
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.errors[0]?.field).toBe('on');
  }
});

test('a rule over several fields speaks after the fields are whole', () => {
  const pair = form('pair', { one: text('One?'), other: text('Other?') }, (v) =>
    v.one === v.other ? [{ field: 'other', message: 'Use another word.' }] : [],
  );
  expect(pair.parse({ one: 'a', other: 'a' })).toEqual({
    ok: false,
    errors: [{ field: 'other', message: 'Use another word.' }],
  });
});

test('a phone number comes into one shape or is not one', () => {
  expect(phoneInOneShape('(0113) 496-0123')).toBe('+441134960123');
  expect(phoneInOneShape('+44 7700 900123')).toBe('+447700900123');
  expect(phoneInOneShape('0044 7700 900123')).toBe('+447700900123');
  expect(phoneInOneShape('12345')).toBeNull();
});
