import { describe, expect, it } from 'vitest';
import type { MessageTemplate, Verdict } from './message.ts';
import { afterFailure, nextTry, templateFor, together, wordsOf } from './send.rules.ts';
import { addressIn, messageIdOf } from './ways.ts';

const now = Temporal.Instant.from('2026-11-23T10:00:00Z');
const go: Verdict = { say: 'go' };
const hold = (hours: number): Verdict => ({ say: 'hold', until: now.add({ hours }), why: `${hours} hours` });

describe('what the guards say together', () => {
  it('goes when nobody minds, with the last address and the name they gave', () => {
    const said = together([
      { say: 'go', to: 'a@example.org', greeting: 'Amina' },
      go,
      { say: 'go', to: 'b@example.org' },
    ]);
    expect(said).toEqual({ say: 'go', to: 'b@example.org', neutral: false, greeting: 'Amina' });
  });
  it('is neutral when any of them asks for it', () => {
    expect(together([go, { say: 'go', neutral: true }, { say: 'go', neutral: false }])).toMatchObject({
      neutral: true,
    });
  });
  it('keeps the longest hold', () => {
    expect(together([hold(2), go, hold(9), hold(3)])).toMatchObject({
      say: 'hold',
      until: now.add({ hours: 9 }),
      why: '9 hours',
    });
  });
  it('stops when one says stop, even after a hold', () => {
    expect(together([hold(2), { say: 'stop', why: 'a loss' }])).toEqual({ say: 'stop', why: 'a loss' });
  });
});

describe('after a failure', () => {
  it('tries an e-mail again, whatever became of it', () => {
    expect(afterFailure('email', 'unknown', 1, now)).toMatchObject({
      state: 'waiting',
      at: now.add({ minutes: 1 }),
    });
    expect(afterFailure('email', 'not_gone', 3, now)).toMatchObject({
      state: 'waiting',
      at: now.add({ minutes: 15 }),
    });
  });
  it('gives up after the eighth try', () => {
    expect(nextTry(7, now)).toEqual(now.add({ minutes: 480 }));
    expect(nextTry(8, now)).toBeNull();
    expect(afterFailure('email', 'not_gone', 8, now).state).toBe('failed');
  });
  it('gives up at once when the address is refused', () => {
    expect(afterFailure('email', 'refused', 1, now).state).toBe('failed');
    expect(afterFailure('sms', 'refused', 1, now).state).toBe('failed');
  });
  it('leaves an SMS that may have gone to a person, and tries one again that surely did not', () => {
    expect(afterFailure('sms', 'unknown', 1, now).state).toBe('doubtful');
    expect(afterFailure('sms', 'not_gone', 1, now).state).toBe('waiting');
  });
});

describe('words', () => {
  const template = (code: string): MessageTemplate => ({
    code,
    subject: ({ name }) => `Hello\n ${name}\r\nBcc: x@example.org`,
    body: () => ' long ',
    neutralSubject: () => 'An update',
    neutralBody: () => 'quiet',
  });
  const known = new Map([
    ['a', template('a')],
    ['a:sms', template('a:sms')],
    ['b', template('b')],
  ]);
  it('prefers the words written for an SMS', () => {
    expect(templateFor(known, 'a', 'sms')?.code).toBe('a:sms');
    expect(templateFor(known, 'b', 'sms')?.code).toBe('b');
    expect(templateFor(known, 'a', 'email')?.code).toBe('a');
    expect(templateFor(known, 'c', 'email')).toBeUndefined();
  });
  it('keeps a subject on one line', () => {
    expect(wordsOf(template('a'), { name: 'Amina' }, false)).toEqual({
      subject: 'Hello Amina Bcc: x@example.org',
      body: 'long',
    });
    expect(wordsOf(template('a'), { name: 'Amina' }, true)).toEqual({ subject: 'An update', body: 'quiet' });
  });
  it('makes one Message-ID for a message', () => {
    expect(addressIn('Kith <no-reply@kith.example>')).toBe('no-reply@kith.example');
    expect(messageIdOf('abc', 'Kith <no-reply@kith.example>')).toBe('<abc@kith.example>');
    expect(messageIdOf('abc', 'no-reply@kith.example')).toBe('<abc@kith.example>');
  });
});
