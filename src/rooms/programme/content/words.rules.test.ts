import { describe, expect, it } from 'vitest';
import { activities, cards, messages, templates, urgentHelp } from './all.ts';
import { averageSentence, everyString, placeholders } from './reading.rules.ts';

describe('urgent help', () => {
  it('has a way to reach each service, unless the organisation adds it for its area', () => {
    for (const help of urgentHelp) {
      const reachable = help.phone ?? help.text ?? help.url;
      if (help.code !== 'maternity-unit') expect(reachable, help.code).toBeDefined();
      expect(help.confirm).toBe(true);
    }
    expect(new Set(urgentHelp.map((help) => help.code)).size).toBe(urgentHelp.length);
  });

  it('has someone for each kind of trouble, and 999 first', () => {
    expect(urgentHelp[0]?.phone).toBe('999');
    for (const whom of ['anyone', 'loss', 'father', 'abuse', 'child_safety'] as const) {
      expect(urgentHelp.filter((help) => help.forWhom === whom).length, whom).toBeGreaterThan(0);
    }
  });
});

describe('messages', () => {
  const known = new Set(
    'first_name organisation phone page_link help_link neutral_link date time place group answer_by triage_by referral_reference outcome_words sender_name'.split(
      ' ',
    ),
  );

  it('have one text for each code and channel', () => {
    const keys = messages.map((message) => `${message.code} ${message.channel}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('ask only for words that somebody can fill in', () => {
    const unknown = everyString(messages)
      .flatMap(placeholders)
      .filter((name) => !known.has(name));
    expect(unknown).toEqual([]);
  });

  it('say nothing in their neutral words about who, what, where or when', () => {
    for (const message of messages) {
      const neutral = [message.neutralBody, message.channel === 'email' ? message.neutralSubject : ''].join(
        ' ',
      );
      expect(
        placeholders(neutral).filter((name) => name !== 'neutral_link'),
        message.code,
      ).toEqual([]);
      expect(neutral, message.code).not.toMatch(
        /baby|birth|pregnan|parent|group|session|drop-in|support|referr|mood|worry|midwi|loss|sorry|kith|\d/iu,
      );
    }
  });

  it('keep a text short, and in letters that every phone has', () => {
    for (const message of messages.filter((words) => words.channel === 'sms')) {
      expect(message.body.length, message.code).toBeLessThanOrEqual(160);
      for (const text of [message.body, message.neutralBody]) {
        expect(text, message.code).toMatch(/^[A-Za-z0-9 .,:;?'()/{}_-]+$/u);
      }
    }
  });

  it('fall silent after a loss, but for the few that then matter', () => {
    const still = messages.filter((message) => message.to === 'parent' && !message.stopsAtLoss);
    expect([...new Set(still.map((message) => message.code))].sort()).toEqual([
      'after-a-loss',
      'self-referral-received',
      'you-have-left',
    ]);
    for (const text of still.map((message) => message.body))
      expect(text).not.toMatch(/\bbab(y|ies)\b|birth/iu);
    expect(messages.find((message) => message.code === 'after-a-loss')?.sentBy).toBe('named_person');
  });

  it('give no name of a parent to a professional', () => {
    for (const message of messages.filter((words) => words.to === 'professional')) {
      expect(placeholders(message.body), message.code).not.toContain('first_name');
    }
  });
});

describe('the voice', () => {
  const written = everyString([activities, templates, cards, messages, urgentHelp]);

  it('never shouts', () => {
    expect(written.filter((text) => text.includes('!'))).toEqual([]);
  });

  it('keeps off the words we do not use', () => {
    expect(
      written.filter((text) =>
        /\bsuccessfully\b|\binvalid\b|\bplease note\b|\bmums?\b|\bpatients?\b/iu.test(text),
      ),
    ).toEqual([]);
  });

  it('uses one kind of apostrophe in what is printed', () => {
    const printed = everyString([activities, cards, urgentHelp]);
    expect(printed.filter((text) => text.includes("'"))).toEqual([]);
  });

  it('is easy to read on the cards', () => {
    expect(new Set(cards.map((card) => card.code)).size).toBe(cards.length);
    for (const card of cards) {
      const texts = card.sections.flatMap((section) => [...section.paragraphs, ...(section.points ?? [])]);
      expect(averageSentence(texts), card.code).toBeLessThanOrEqual(16);
    }
  });

  it('never speaks of a baby to come on a card for after a loss', () => {
    for (const card of cards.filter((words) => words.code.includes('after-a-loss'))) {
      expect(card.aboutBaby).toBe(false);
      expect(everyString(card).join(' ')).not.toMatch(/your baby|bump|due date/iu);
    }
  });
});
