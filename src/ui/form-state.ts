/** What a form knows when it is drawn: what was typed, what is wrong, and the three tokens every form carries. */
export interface FormState {
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly errors: readonly FieldError[];
  /** The forgery token, sent back as `_csrf`. */
  readonly csrf: string;
  /** The idempotency key, sent back as `_key`, so that a double press makes one change. */
  readonly key: string;
  /** The version the page was drawn from, sent back as `_version`; absent on forms that create. */
  readonly version?: number | undefined;
}

export interface FieldError {
  /** The name of the field the message belongs to; '' when it belongs to the whole form. */
  readonly field: string;
  readonly message: string;
}

/** The one value a field holds: the first of several, '' when there is none. */
// biome-ignore lint/suspicious/noShadowRestrictedNames: the name is the house's word for it, and nothing here calls the global one
export function valueOf(form: FormState, name: string): string {
  const value = form.values[name];
  if (value === undefined) return '';
  return typeof value === 'string' ? value : (value[0] ?? '');
}

/** Every value a field holds; a single non-empty value counts as a list of one. */
export function valuesOf(form: FormState, name: string): readonly string[] {
  const value = form.values[name];
  if (value === undefined || value === '') return [];
  return typeof value === 'string' ? [value] : value;
}

/** The first message about a field, or undefined when there is nothing to say about it. */
export function errorOf(form: FormState, name: string): string | undefined {
  return form.errors.find((error) => error.field === name)?.message;
}
