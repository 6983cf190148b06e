import { describe, expect, it } from 'vitest';
import type { Details } from '../message.ts';
import { houseTemplates } from './all.ts';

const full: Details = {
  greeting: 'Amina',
  organisation: 'Hillside Families',
  phone: '01632 960001',
  home: 'https://kith.example',
  help: 'https://kith.example/help',
  reference: 'K7F-2QH',
  read_by: 'Thursday 26 November',
  answer_by: 'Friday 27 November',
  outcome: 'Welcomed to a group.',
  group: 'Tuesday bumps',
  day: 'Tuesday 1 December',
  time: '10.30am',
  venue: 'Maple Room',
  was: 'Monday 30 November',
  rest: 'The sessions after it move along with it.',
  why: 'The heating broke.',
  next: 'Tuesday 8 December',
  from: 'Ruth',
  words: 'Written by hand.',
  name: 'Amina',
};

const EXPECTED = [
  'referral_received_parent',
  'referral_received_professional',
  'referral_outcome_professional',
  'place_offered',
  'place_confirmed',
  'session_reminder',
  'session_called_off',
  'session_moved',
  'did_not_come',
  'drop_in_open',
  'welcome_after_birth',
  'support_after_loss',
  'concern_waiting',
  'sign_in_link',
  'invitation',
  'own_page',
  'new_device',
];

describe('the words of the house', () => {
  it('has every message that rooms send, each code once', () => {
    const codes = houseTemplates.map((template) => template.code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toEqual(expect.arrayContaining(EXPECTED));
  });

  for (const template of houseTemplates) {
    const link = ['sign_in_link', 'invitation', 'own_page', 'new_device'].includes(template.code)
      ? { url: 'https://kith.example/x' }
      : {};
    it(`${template.code} says everything it knows, and reads well when it knows little`, () => {
      for (const details of [{ ...full, ...link }, { ...link }])
        for (const words of [
          template.subject,
          template.body,
          template.neutralSubject,
          template.neutralBody,
        ]) {
          const said = words(details);
          expect(said).not.toBe('');
          expect(said).not.toMatch(/!|\bat at\b|\bon ,|\bon \.|successfully|invalid/i);
          if (template.code !== 'invitation') expect(said).not.toContain('undefined');
        }
    });
    it(`${template.code} gives nothing away in its neutral words`, () => {
      const said = `${template.neutralSubject({ ...full, ...link })} ${template.neutralBody({ ...full, ...link })}`;
      const known = Object.entries(full).filter(([key]) => key !== 'home');
      for (const [, detail] of known) expect(said).not.toContain(detail);
      expect(said).not.toMatch(
        /group|drop-in|baby|pregnan|referr|session|loss|concern|parent|peer|kith\.example\/help/i,
      );
    });
    if (template.code.endsWith(':sms'))
      it(`${template.code} fits into three texts`, () => {
        expect(template.body(full).length).toBeLessThanOrEqual(459);
        // One letter outside the plain set more than halves what a text can hold.
        expect(template.body(full)).toMatch(/^[\x20-\x7e]*$/);
      });
  }
});
