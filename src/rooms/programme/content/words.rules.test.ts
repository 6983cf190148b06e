import { describe, expect, it } from 'vitest';
import { activities, cards, templates, urgentHelp } from './all.ts';
import { averageSentence, everyString } from './reading.rules.ts';

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

describe('the voice', () => {
  const written = everyString([activities, templates, cards, urgentHelp]);

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
