import { describe, expect, it } from 'vitest';
import { activities } from '../content/all.ts';
import { activityForm, activityPrefill, contentOf } from './activity.form.ts';
import { aboutBaby, codeFrom, mayShowParents, reviewState, sameContent } from './activity.rules.ts';

describe('the form of an activity', () => {
  it('brings every activity we ship back as it was', () => {
    for (const content of activities) {
      const parsed = activityForm.parse(activityPrefill(content, 'Thanks'));
      if (!parsed.ok) throw new Error(`${content.code}: ${JSON.stringify(parsed.errors)}`);
      const again = contentOf(content.code, parsed.value);
      // The order of further themes and of cautions is not kept; what they say is.
      const sorted = (each: typeof content) => ({
        ...each,
        themes: [each.themes[0], ...each.themes.slice(1).toSorted()],
        ...Object.fromEntries(
          (['topics', 'blocks', 'stages', 'facilitators'] as const).map((name) => [
            name,
            [...each[name]].sort(),
          ]),
        ),
        adaptations: each.adaptations.toSorted((one, other) => (one.kind < other.kind ? -1 : 1)),
        cautions: each.cautions.toSorted((one, other) => (one.text < other.text ? -1 : 1)),
      });
      expect(sorted(again)).toEqual(sorted(content));
    }
  });

  it('asks for a caution or a reason, minutes in order, and a whole handout or none', () => {
    const [content] = activities;
    if (!content) throw new Error('nothing shipped');
    const parsed = activityForm.parse({
      ...activityPrefill({ ...content, cautions: [] }, ''),
      least: '30',
      'handout-title': '',
      'handout-steps': 'Breathe',
      blocks: [],
    });
    if (parsed.ok) throw new Error('taken');
    expect(parsed.errors.map(({ field }) => field)).toEqual([
      'blocks',
      'least',
      'no-caution',
      'handout-title',
    ]);
  });
});

describe('what parents may be shown', () => {
  it('is what a professional approved, and in a demo also samples', () => {
    const shown = ([null, true, false] as const).map((approved) => {
      const state = reviewState(approved);
      return [state, mayShowParents(state, false), mayShowParents(state, true)];
    });
    expect(shown).toEqual([
      ['sample', false, true],
      ['approved', true, true],
      ['not_approved', false, false],
    ]);
  });

  it('leans to calling a handout one about a baby', () => {
    const handout = (words: string) => ({ title: 'A title', paragraphs: [words] });
    const of = (words: string) =>
      aboutBaby({ themes: ['mindfulness'], topics: ['wellbeing'], handout: handout(words) });
    expect(of('Listen for a sound far away.')).toBe(false);
    for (const words of [
      'Your baby hears it too.',
      'While you are expecting',
      'Ask your midwife.',
      'A hand on the bump',
      'For new mums',
      'Before the birth',
    ])
      expect(of(words), words).toBe(true);
    expect(
      aboutBaby({ themes: ['coping_skills', 'tuning_in'], topics: [], handout: handout('Breathe.') }),
    ).toBe(true);
    expect(
      aboutBaby({ themes: ['coping_skills'], topics: ['parenting'], handout: handout('Breathe.') }),
    ).toBe(true);
  });
});

describe('codes and contents', () => {
  it('makes a code anybody can read from any title', () => {
    expect(codeFrom('Crème brûlée & co.', [])).toBe('creme-brulee-co');
    expect(codeFrom('ابتسامة', [])).toBe('activity');
    expect(codeFrom('New', ['new-2'])).toBe('new-3');
    expect(codeFrom('x'.repeat(200), [])).toHaveLength(60);
  });

  it('finds two contents alike whatever the order of their parts, and different when a word is', () => {
    expect(sameContent({ a: [1, { b: 2, c: 3 }] }, { a: [1, { c: 3, b: 2 }] })).toBe(true);
    expect(sameContent({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
  });
});
