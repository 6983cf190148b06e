import type { z } from 'zod';
import { oneOfThese, someOfThese } from '#platform/forms/fields.ts';
import { type FormOf, form } from '#platform/forms/form.ts';
import type { Answers } from './course.rules.ts';
import type { CourseModule, Question } from './course.shape.ts';

const fieldFor = ({ several, options }: Question, number: number) => {
  const codes = options.map(({ code }) => code);
  return several
    ? someOfThese(codes)
        .refine((chosen) => chosen.length > 0, { error: `Question ${number}: choose an answer, or several.` })
        // A rule added makes another field, which no longer knows that several boxes belong to it.
        .meta({ boxes: 'several' })
    : oneOfThese(codes, `Question ${number}: choose an answer.`);
};

/** The questions of a part as a form. Every question wants an answer, else a slip of the finger counts as not knowing. */
export const questionsForm = ({ questions }: Pick<CourseModule, 'questions'>): FormOf<Answers> => {
  const shape: Record<string, z.ZodType<string | readonly string[]>> = Object.fromEntries(
    questions.map((question, at) => [question.code, fieldFor(question, at + 1)]),
  );
  const typed = form('course-questions', shape);
  return {
    ...typed,
    parse: (values) => {
      const read = typed.parse(values);
      if (!read.ok) return read;
      const chosen = Object.entries(read.value).map(([code, value]) => [
        code,
        typeof value === 'string' ? [value] : value,
      ]);
      return { ok: true, value: Object.fromEntries(chosen) as Answers };
    },
  };
};
