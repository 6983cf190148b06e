import { describe, expect, it } from 'vitest';
import { averageSentence, everyString } from '../../programme/content/reading.rules.ts';
import { shippedSyllabi } from '../content/syllabus/core.ts';
import { outlineMinutes, syllabusFaults } from './syllabus.rules.ts';
import { STRETCHES, syllabusContent } from './syllabus.shape.ts';

const CODES = ['2.5', '2.6', '2.7', '3.1', '3.2', '3.3', '3.4', '3.5', '3.6'];

describe.each(shippedSyllabi.map((each) => [`${each.code} ${each.version}`, each] as const))(
  'the syllabus %s',
  (_name, { content }) => {
    const { units, competencies, layouts, levels } = content;

    it('has the shape of a syllabus and hangs together', () => {
      expect(syllabusContent.parse(content)).toEqual(content);
      expect(syllabusFaults(content)).toEqual([]);
    });

    it('has fifteen units of two hours, being with people first and how we end last', () => {
      expect(units.map(({ number }) => number)).toEqual(Array.from({ length: 15 }, (_, at) => at + 1));
      expect(units.map(({ minutes }) => minutes)).toEqual(units.map(() => 120));
      const blocks = units.map(({ block }) => block);
      expect(blocks.filter((block, at) => block !== blocks[at - 1])).toEqual([
        'relational',
        'content',
        'conduct',
        'safeguarding',
        'boundaries',
      ]);
    });

    it('names the numbers of the framework that we know, each of them, and no other', () => {
      const named = competencies.flatMap(({ frameworks }) => frameworks.map(({ code }) => code));
      expect([...new Set(named)].toSorted()).toEqual(CODES);
    });

    it('has three layouts, each with time to be together, and the core level of all units', () => {
      expect(layouts.map(({ code }) => code)).toEqual(['evenings', 'three_weekends', 'two_weekends']);
      for (const { name, meetings } of layouts)
        expect(
          meetings.flatMap(({ parts }) => parts).some((part) => 'social' in part),
          name,
        ).toBe(true);
      expect(levels.find(({ code }) => code === 'core')?.units).toEqual(units.map(({ code }) => code));
    });

    it('never shouts and keeps off the words we do not use', () => {
      const written = everyString(content);
      expect(written.filter((text) => text.includes('!') || text.includes("'"))).toEqual([]);
      expect(
        written.filter((text) =>
          /\bsuccessfully\b|\binvalid\b|\bplease note\b|\bmums?\b|\bpatients?\b|\bdisorder\b/iu.test(text),
        ),
      ).toEqual([]);
    });

    it('says whom to ring where life may be at risk', () => {
      for (const code of ['minds', 'safeguarding'])
        expect(everyString(units.find((unit) => unit.code === code)).join(' '), code).toContain('999');
      expect(everyString(units.find(({ code }) => code === 'minds')).join(' ')).toContain('116 123');
    });

    describe.each(units.map((unit) => [unit.title, unit] as const))('%s', (_title, unit) => {
      it('can be run from the page: minutes that add up, a break in the middle, a place for real sessions', () => {
        expect(outlineMinutes(unit.outline)).toBe(120);
        const pause = unit.outline.findIndex(({ method }) => method === 'break');
        const before = outlineMinutes(unit.outline.slice(0, pause));
        expect(before).toBeGreaterThanOrEqual(30);
        expect(before).toBeLessThanOrEqual(80);
        expect(unit.outline[pause]?.minutes).toBeGreaterThanOrEqual(15);
        const real = unit.outline.find(({ method }) => method === 'reflection');
        expect(real?.minutes).toBeGreaterThanOrEqual(10);
        for (const { words, method, title } of unit.outline)
          if (method !== 'break') expect(words.length, title).toBeGreaterThan(100);
      });

      it('is learned by doing: little talk, and the methods it names are in its outline', () => {
        const used = new Set(unit.outline.map(({ method }) => method));
        for (const method of unit.methods) expect(used, method).toContain(method);
        for (const method of used)
          if (method !== 'break' && method !== 'reflection') expect(unit.methods).toContain(method);
        expect(outlineMinutes(unit.outline.filter(({ method }) => method === 'talk'))).toBeLessThanOrEqual(
          30,
        );
        expect(STRETCHES).toEqual(expect.arrayContaining([...used]));
      });

      it('tells whoever leads it what to watch for and what to say, and what may be hard for whom', () => {
        expect(unit.notes.length).toBeGreaterThanOrEqual(5);
        expect(unit.notes.join(' ')).toContain('when it gets heavy');
        expect(unit.cautions.length).toBeGreaterThanOrEqual(3);
        expect(unit.cautions.join(' ')).toMatch(/parents here|parents in our groups/u);
        expect(unit.oneToOne.length).toBeGreaterThan(150);
      });

      it('is easy to read where trainees read it', () => {
        expect(averageSentence([...unit.aims, unit.takeHome])).toBeLessThanOrEqual(15);
        expect(averageSentence([unit.takeHome])).toBeLessThanOrEqual(12);
        expect(averageSentence(everyString(unit))).toBeLessThanOrEqual(15);
      });
    });
  },
);
