import { describe, expect, it } from 'vitest';
import { averageSentence, everyString } from '../../programme/content/reading.rules.ts';
import { type CourseBlock, type CourseModule, courseContent } from '../course/course.shape.ts';
import { shippedCourses } from './all.ts';

// Plain words, read without hurry.
const WORDS_A_MINUTE = 200;
const THINKING_MINUTES = 0.5;
const ANSWERING_MINUTES = 0.2;

const wordsIn = (value: unknown) =>
  everyString(value).reduce((sum, text) => sum + text.split(/\s+/u).filter(Boolean).length, 0);

const thinks = (module: CourseModule) =>
  module.screens.flatMap((screen) => screen.blocks).filter((block) => block.kind === 'think').length;

const minutesOf = (module: CourseModule) =>
  wordsIn([
    module.screens,
    module.questions.map(({ ask, options }) => [ask, options.map(({ words, because }) => [words, because])]),
  ]) /
    WORDS_A_MINUTE +
  thinks(module) * THINKING_MINUTES +
  module.questions.length * ANSWERING_MINUTES;

// The titles of laws are what they are; everything else is ours to keep plain.
const ours = (block: CourseBlock): readonly string[] =>
  block.kind === 'law' ? [block.lead, ...block.facts.map((fact) => fact.words)] : everyString(block);

describe.each(shippedCourses.map((course) => [`${course.code} ${course.version}`, course] as const))(
  'the course %s',
  (_name, course) => {
    const { modules } = course.content;

    it('has the shape of a course', () => {
      expect(courseContent.parse(course.content)).toEqual(course.content);
      expect(course.code).toMatch(/^[a-z-]+$/);
    });

    it('has five parts with their own codes, and the minutes it says', () => {
      expect(modules).toHaveLength(5);
      expect(new Set(modules.map((module) => module.code)).size).toBe(5);
      expect(modules.reduce((sum, module) => sum + module.minutes, 0)).toBe(course.minutes);
      expect(course.minutes).toBe(40);
    });

    it('says that parts are hard, that one can stop, and whom to ring', () => {
      const cautions = course.content.cautions.join(' ');
      for (const words of ['hard to read', 'stop', '116 123', '999']) expect(cautions).toContain(words);
    });

    it('says that we are not lawyers and that the organisation’s own procedure comes first', () => {
      const all = everyString(course.content).join(' ');
      expect(all).toContain('not lawyers');
      expect(all).toMatch(/own (safeguarding )?procedure comes first/u);
    });

    it('keeps what the law asks as dated data with its source, for all four nations', () => {
      const facts = modules
        .flatMap((module) => module.screens)
        .flatMap((screen) => screen.blocks)
        .flatMap((block) => (block.kind === 'law' ? block.facts : []));
      const nations = facts.map((fact) => fact.nation).join(' ');
      for (const nation of ['England', 'Wales', 'Scotland', 'Northern Ireland', 'United Kingdom'])
        expect(nations).toContain(nation);
      for (const fact of facts) expect(() => Temporal.PlainDate.from(fact.asOf)).not.toThrow();
    });

    it('never shouts and keeps off the words we do not use', () => {
      const written = everyString(course.content);
      expect(written.filter((text) => text.includes('!') || text.includes("'"))).toEqual([]);
      expect(
        written.filter((text) =>
          /\bsuccessfully\b|\binvalid\b|\bplease note\b|\bmums?\b|\bpatients?\b|\bdisorder\b|\bdepress/iu.test(
            text,
          ),
        ),
      ).toEqual([]);
    });

    describe.each(modules.map((module) => [module.code, module] as const))('%s', (_code, module) => {
      it('has four to seven short pages and four or five questions', () => {
        expect(module.screens.length).toBeGreaterThanOrEqual(4);
        expect(module.screens.length).toBeLessThanOrEqual(7);
        expect(module.questions.length).toBeGreaterThanOrEqual(4);
        expect(module.questions.length).toBeLessThanOrEqual(5);
        for (const screen of module.screens)
          expect(wordsIn(screen.blocks.map(ours)), screen.title).toBeLessThan(340);
      });

      it('takes about as long as it says', () => {
        expect(Math.abs(minutesOf(module) - module.minutes), `${minutesOf(module)}`).toBeLessThan(2);
      });

      it('has something to think about', () => {
        expect(thinks(module)).toBeGreaterThanOrEqual(1);
      });

      it('is easy to read', () => {
        const texts = module.screens.flatMap((screen) => screen.blocks.flatMap(ours));
        expect(averageSentence(texts)).toBeLessThanOrEqual(14);
        for (const screen of module.screens)
          expect(averageSentence(screen.blocks.flatMap(ours)), screen.title).toBeLessThanOrEqual(16);
      });

      it.each(module.questions.map((question) => [question.code, question] as const))(
        'asks %s with a right answer, a wrong one, and a kind word for each',
        (_question, question) => {
          const right = question.options.filter((option) => option.right).length;
          expect(right).toBeGreaterThanOrEqual(1);
          expect(right).toBeLessThan(question.options.length);
          if (!question.several) expect(right).toBe(1);
          expect(new Set(question.options.map((option) => option.code)).size).toBe(question.options.length);
          for (const option of question.options) expect(option.because).toMatch(/\w{3,}.*\.$/u);
          expect(question.readAgain).toBeLessThanOrEqual(module.screens.length);
          expect(averageSentence(question.options.map((option) => option.because))).toBeLessThanOrEqual(16);
        },
      );

      it('names each question once', () => {
        expect(new Set(module.questions.map((question) => question.code)).size).toBe(module.questions.length);
      });
    });
  },
);
