import type { z } from 'zod';
import { oneOfThese, someOfThese } from '#platform/forms/fields.ts';
import { type FormOf, form } from '#platform/forms/form.ts';
import type { Answers } from './course.rules.ts';
import type { CourseModule } from './course.shape.ts';

/** The questions of a part as a form. Every question wants an answer, else a slip of the finger counts as not knowing. */
export const questionsForm = ({ questions }: Pick<CourseModule, 'questions'>): FormOf<Answers> => {
  const shape: Record<string, z.ZodType<string | string[], string | string[]>> = {};
  for (const [at, { code, several, options }] of questions.entries()) {
    const codes = options.map((option) => option.code);
    shape[code] = (several
      ? someOfThese(codes)
      : oneOfThese(codes, `Question ${at + 1}: choose an answer.`)) as unknown as z.ZodType<
      string | string[],
      string | string[]
    >;
  }
  const typed = form('course-questions', shape, (value) =>
    questions.flatMap(({ code }, at) =>
      value[code]?.length === 0
        ? [{ field: code, message: `Question ${at + 1}: choose an answer, or several.` }]
        : [],
    ),
  );
  return {
    ...typed,
    parse: (values) => {
      const read = typed.parse(values);
      if (!read.ok) return read;
      return {
        ok: true,
        value: Object.fromEntries(
          Object.entries(read.value).map(([code, chosen]) => [
            code,
            typeof chosen === 'string' ? [chosen] : chosen,
          ]),
        ),
      };
    },
  };
};
