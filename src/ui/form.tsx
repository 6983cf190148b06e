import type { ComponentChildren } from 'preact';
import { errorOf, type FormState, valueOf as typed } from './form-state.ts';

export { Button, type ButtonKind, ButtonLink, ButtonRow } from './button.tsx';
export { Checkbox, CheckboxField, type Option, RadioField, SelectField } from './choice.tsx';
export { Fieldset } from './field.tsx';
export { DateField, TimeField } from './when.tsx';

import { describedBy, Field, type FieldProps, inputClass } from './field.tsx';

export function Hidden({ name, value }: { name: string; value: string | number }) {
  return <input type="hidden" name={name} value={String(value)} />;
}

interface FormProps {
  form: FormState;
  /** Where it posts to; the page's own address when absent. */
  action?: string | undefined;
  class?: string | undefined;
  /** Set when the form sends files. */
  files?: boolean | undefined;
  id?: string | undefined;
  children?: ComponentChildren;
}

/** A form that changes something. The browser's own checks are off: their words are not ours. */
export function Form({ form, action, class: className, files, id, children }: FormProps) {
  return (
    <form
      method="post"
      action={action}
      class={className}
      id={id}
      enctype={files ? 'multipart/form-data' : undefined}
      novalidate
    >
      <Hidden name="_csrf" value={form.csrf} />
      <Hidden name="_key" value={form.key} />
      {form.version === undefined ? null : <Hidden name="_version" value={form.version} />}
      {children}
    </form>
  );
}

/** A form that only asks: filters and searches. Its answer is an address that can be kept and shared. */
export function FilterForm({
  action,
  label,
  children,
}: {
  action?: string | undefined;
  label: string;
  children?: ComponentChildren;
}) {
  return (
    <form method="get" action={action} role="search" aria-label={label} class="k-filter">
      {children}
    </form>
  );
}

// The day box of a date carries the date's own id, so both names lead to it.
const anchorOf = (field: string) => `#${field.replace(/-day$/, '')}`;

/** Everything that needs another look, first thing on the page, each line leading to its field. */
export function ErrorSummary({ form, title }: { form: FormState; title?: string | undefined }) {
  if (form.errors.length === 0) return null;
  return (
    <div class="nhsuk-error-summary" tabindex={-1} id="what-needs-another-look">
      <div role="alert">
        <h2 class="nhsuk-error-summary__heading">{title ?? 'Some answers need another look'}</h2>
        <div class="nhsuk-error-summary__body">
          <ul class="nhsuk-list nhsuk-error-summary__list">
            {form.errors.map(({ field, message }) => (
              <li key={`${field} ${message}`}>
                {field === '' ? message : <a href={anchorOf(field)}>{message}</a>}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

type Width = 2 | 3 | 4 | 5 | 10 | 20 | 30 | 'half' | 'full';

interface TextFieldProps extends FieldProps {
  type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'url' | undefined;
  inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search' | 'url' | undefined;
  autocomplete?: string | undefined;
  /** How many characters the box looks made for; it never limits what can be typed. */
  width?: Width | undefined;
  spellcheck?: boolean | undefined;
  prefix?: string | undefined;
  suffix?: string | undefined;
}

const widthClass = (width: Width | undefined) => {
  if (width === undefined || width === 'full') return '';
  return width === 'half' ? ' k-input--half' : ` nhsuk-input--width-${width}`;
};

export function TextField(props: TextFieldProps) {
  const { form, name, type, inputmode, autocomplete, width, spellcheck, prefix, suffix } = props;
  const box = (
    <input
      class={inputClass('nhsuk-input', form, name) + widthClass(width)}
      id={name}
      name={name}
      // Preact types an input by its kind, one at a time; all of ours take the same attributes.
      type={(type ?? 'text') as 'text'}
      inputmode={inputmode}
      autocomplete={autocomplete}
      spellcheck={spellcheck}
      // A password is never sent back to the page that asked for it.
      value={type === 'password' ? undefined : typed(form, name) || undefined}
      aria-describedby={describedBy(props)}
      aria-invalid={errorOf(form, name) === undefined ? undefined : 'true'}
    />
  );
  return (
    <Field {...props}>
      {prefix || suffix ? (
        <div class="nhsuk-input-wrapper">
          {prefix ? (
            <div class="nhsuk-input-wrapper__prefix" aria-hidden="true">
              {prefix}
            </div>
          ) : null}
          {box}
          {suffix ? (
            <div class="nhsuk-input-wrapper__suffix" aria-hidden="true">
              {suffix}
            </div>
          ) : null}
        </div>
      ) : (
        box
      )}
    </Field>
  );
}

interface TextAreaProps extends FieldProps {
  rows?: number | undefined;
  autocomplete?: string | undefined;
}

export function TextArea(props: TextAreaProps) {
  const { form, name, rows, autocomplete } = props;
  return (
    <Field {...props}>
      <textarea
        class={inputClass('nhsuk-textarea', form, name)}
        id={name}
        name={name}
        rows={rows ?? 5}
        autocomplete={autocomplete}
        aria-describedby={describedBy(props)}
        aria-invalid={errorOf(form, name) === undefined ? undefined : 'true'}
      >
        {/* The first line break after the tag is swallowed by the browser: give it one to swallow. */}
        {typed(form, name).startsWith('\n') ? `\n${typed(form, name)}` : typed(form, name)}
      </textarea>
    </Field>
  );
}

/** Choosing a file. What was chosen cannot be kept when the form comes back: browsers forbid it. */
export function FileField(props: FieldProps & { accept?: string | undefined }) {
  const { form, name, accept } = props;
  return (
    <Field {...props}>
      <input
        class={inputClass('k-file', form, name)}
        id={name}
        name={name}
        type="file"
        accept={accept}
        aria-describedby={describedBy(props)}
        aria-invalid={errorOf(form, name) === undefined ? undefined : 'true'}
      />
    </Field>
  );
}
