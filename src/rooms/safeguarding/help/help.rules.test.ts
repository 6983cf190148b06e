import { describe, expect, it } from 'vitest';
import type { HelpLine } from '#rooms/people/door.ts';
import { confirmedLately, sectionsOf, telOf, textWayOf } from './help.rules.ts';

const line = (more: Partial<HelpLine>): HelpLine => ({
  id: more.code ?? 'id',
  code: 'line',
  name: 'A line',
  what: 'What it is for.',
  phone: null,
  textTo: null,
  url: null,
  hours: 'Day and night',
  forWhom: 'anyone',
  urgent: false,
  confirmedOn: null,
  ...more,
});

describe('the help page', () => {
  it('puts every line in one place, and 999 in none: it has its own', () => {
    const lines = [
      line({ code: 'emergency', phone: '999', urgent: true }),
      line({ code: 'samaritans', urgent: true }),
      line({ code: 'pandas' }),
      line({ code: 'sands', forWhom: 'loss' }),
      line({ code: 'dads', forWhom: 'father' }),
      line({ code: 'abuse', forWhom: 'abuse', urgent: true }),
      line({ code: 'nspcc', forWhom: 'child_safety', urgent: true }),
    ];
    const codes = Object.fromEntries(
      Object.entries(sectionsOf(lines)).map(([part, found]) => [
        part,
        found.map((each: HelpLine) => each.code),
      ]),
    );
    expect(codes).toEqual({
      now: ['samaritans'],
      abuse: ['abuse'],
      childSafety: ['nspcc'],
      loss: ['sands'],
      father: ['dads'],
      talk: ['pandas'],
    });
  });
  it('makes a number a phone can ring', () => {
    expect(telOf('0808 2000 247')).toBe('tel:08082000247');
    expect(telOf('+44 20 7946 0000')).toBe('tel:+442079460000');
    expect(telOf('on your notes')).toBeNull();
    expect(telOf(null)).toBeNull();
  });
  it('makes a text a phone can send', () => {
    expect(textWayOf('SHOUT to 85258')).toEqual({
      href: 'sms:85258?body=SHOUT',
      words: 'Text SHOUT to 85258',
    });
    expect(textWayOf('85258')).toEqual({ href: 'sms:85258', words: 'Text 85258' });
    expect(textWayOf('07700 900 123')).toEqual({ href: 'sms:07700900123', words: 'Text 07700900123' });
    expect(textWayOf('write to us')).toBeNull();
    expect(textWayOf(null)).toBeNull();
  });
  it('knows a number confirmed within a year', () => {
    const today = Temporal.PlainDate.from('2026-11-23');
    expect(confirmedLately(null, today)).toBe(false);
    expect(confirmedLately(Temporal.PlainDate.from('2025-11-23'), today)).toBe(true);
    expect(confirmedLately(Temporal.PlainDate.from('2025-11-22'), today)).toBe(false);
  });
});
