import type { ComponentChildren } from 'preact';
import { errorOf, type FormState } from './form-state.ts';

/** What every field takes. `heading` makes the label the heading of the page: one question, one page. */
export interface FieldProps {
  form: FormState;
  name: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  heading?: boolean | undefined;
}

/** What a group of choices takes: a legend instead of a label. */
export interface GroupProps {
  form: FormState;
  name: string;
  legend: ComponentChildren;
  hint?: ComponentChildren;
  heading?: boolean | undefined;
}

const given = (value: ComponentChildren) =>
  value !== undefined && value !== null && value !== false && value !== '';

/** The ids a control is described by: its hint and its error, those that are there. */
export function describedBy(
  { form, name, hint }: { form: FormState; name: string; hint?: ComponentChildren },
  error: string | undefined = errorOf(form, name),
): string | undefined {
  const ids = [given(hint) ? `${name}-hint` : '', error === undefined ? '' : `${name}-error`];
  return ids.filter(Boolean).join(' ') || undefined;
}

/** The control's class, with its error look when there is something to mend. */
export function inputClass(base: string, form: FormState, name: string): string {
  return errorOf(form, name) === undefined ? base : `${base} ${base}--error`;
}

export function Hint({ name, children }: { name: string; children?: ComponentChildren }) {
  if (!given(children)) return null;
  return (
    <div class="nhsuk-hint" id={`${name}-hint`}>
      {children}
    </div>
  );
}

export function ErrorMessage({ name, message }: { name: string; message: string | undefined }) {
  if (message === undefined) return null;
  return (
    <span class="nhsuk-error-message" id={`${name}-error`}>
      <span class="nhsuk-u-visually-hidden">Error: </span>
      {message}
    </span>
  );
}

export const groupClass = (wrong: boolean) =>
  wrong ? 'nhsuk-form-group nhsuk-form-group--error' : 'nhsuk-form-group';

/** Label, hint, error and control, in the order they are read out. */
export function Field({
  form,
  name,
  label,
  hint,
  heading,
  children,
}: FieldProps & { children?: ComponentChildren }) {
  const error = errorOf(form, name);
  const labelled = (
    <label class={heading ? 'nhsuk-label nhsuk-label--l' : 'nhsuk-label'} for={name}>
      {label}
    </label>
  );
  return (
    <div class={groupClass(error !== undefined)}>
      {heading ? <h1 class="nhsuk-label-wrapper">{labelled}</h1> : labelled}
      <Hint name={name}>{hint}</Hint>
      <ErrorMessage name={name} message={error} />
      {children}
    </div>
  );
}

export function Legend({
  heading,
  children,
}: {
  heading?: boolean | undefined;
  children?: ComponentChildren;
}) {
  return (
    <legend class={`nhsuk-fieldset__legend nhsuk-fieldset__legend--${heading ? 'l' : 's'}`}>
      {heading ? <h1 class="nhsuk-fieldset__heading">{children}</h1> : children}
    </legend>
  );
}

/** A group of choices under one question, with its hint and its error. */
export function Group(props: GroupProps & { error?: string | undefined; children?: ComponentChildren }) {
  const { form, name, legend, hint, heading, children } = props;
  const error = props.error ?? errorOf(form, name);
  return (
    <div class={groupClass(error !== undefined)}>
      <fieldset class="nhsuk-fieldset" aria-describedby={describedBy(props, error)}>
        <Legend heading={heading}>{legend}</Legend>
        <Hint name={name}>{hint}</Hint>
        <ErrorMessage name={name} message={error} />
        {children}
      </fieldset>
    </div>
  );
}

/** Several fields that belong together under one name. */
export function Fieldset({
  legend,
  hint,
  heading,
  id,
  children,
}: {
  legend: ComponentChildren;
  hint?: ComponentChildren;
  heading?: boolean | undefined;
  /** Needed only with a hint, to tie the two together. */
  id?: string | undefined;
  children?: ComponentChildren;
}) {
  const name = id ?? 'fieldset';
  return (
    <fieldset
      class="nhsuk-fieldset k-fieldset"
      id={id}
      aria-describedby={given(hint) ? `${name}-hint` : undefined}
    >
      <legend class={`nhsuk-fieldset__legend nhsuk-fieldset__legend--${heading ? 'l' : 'm'}`}>
        {heading ? <h1 class="nhsuk-fieldset__heading">{legend}</h1> : legend}
      </legend>
      <Hint name={name}>{hint}</Hint>
      {children}
    </fieldset>
  );
}
