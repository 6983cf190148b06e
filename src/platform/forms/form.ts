import { z } from 'zod';

/** What came from the browser: text, or several texts of one name. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

export interface FieldError {
  readonly field: string;
  readonly message: string;
}

export type Parsed<V> =
  | { readonly ok: true; readonly value: V }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** A form: its name (for counting which messages people meet) and how what was typed becomes a value. */
export interface FormOf<V> {
  readonly name: string;
  readonly fields: readonly string[];
  readonly parse: (typed: Typed) => Parsed<V>;
}

export class StockMessage extends Error {}

const STOCK = 'stock message';
// Zod's own sentences are for programmers. Any rule without words of ours is a fault of the form.
z.config({ localeError: () => STOCK });

const BOXES = ['day', 'month', 'year'] as const;

const textOf = (value: string | readonly string[] | undefined): string =>
  typeof value === 'string' ? value : (value?.[0] ?? '');

const collect = (typed: Typed, name: string, schema: z.ZodType): unknown => {
  const kind = schema.meta()?.boxes;
  if (kind === 'date') return Object.fromEntries(BOXES.map((box) => [box, textOf(typed[`${name}-${box}`])]));
  if (kind === 'several') {
    const value = typed[name];
    return value === undefined || value === '' ? [] : typeof value === 'string' ? [value] : value;
  }
  return textOf(typed[name]);
};

/**
 * Declares a form from fields (see fields.ts) and, if wanted, a rule over several of them.
 * Raises StockMessage when a rule without words of ours would have spoken to a person.
 */
export const form = <S extends z.ZodRawShape>(
  name: string,
  shape: S,
  across?: (value: z.output<z.ZodObject<S>>) => readonly FieldError[],
): FormOf<z.output<z.ZodObject<S>>> => {
  const schema = z.object(shape);
  const names = Object.keys(shape);
  return {
    name,
    fields: names,
    parse: (typed) => {
      const collected = Object.fromEntries(
        names.map((each) => [each, collect(typed, each, shape[each] as unknown as z.ZodType)]),
      );
      const read = schema.safeParse(collected);
      if (!read.success) {
        const met = new Map<string, string>();
        for (const issue of read.error.issues) {
          const field = String(issue.path[0] ?? '');
          if (issue.message === STOCK) throw new StockMessage(`${name}.${field}: ${issue.code} has no words`);
          if (!met.has(field)) met.set(field, issue.message);
        }
        // Errors come in the order of the page, so that the summary reads down it.
        return {
          ok: false,
          errors: names
            .filter((each) => met.has(each))
            .map((field) => ({ field, message: met.get(field) ?? '' })),
        };
      }
      const value = read.data as z.output<z.ZodObject<S>>;
      const errors = across?.(value) ?? [];
      return errors.length > 0 ? { ok: false, errors } : { ok: true, value };
    },
  };
};

/** A form without fields: a button that does one thing. */
export const justAButton = (name: string): FormOf<Readonly<Record<string, never>>> =>
  form(name, {}) as FormOf<Readonly<Record<string, never>>>;
