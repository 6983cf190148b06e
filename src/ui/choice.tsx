import type { ComponentChildren } from 'preact';
import {
  describedBy,
  ErrorMessage,
  Field,
  type FieldProps,
  Group,
  type GroupProps,
  groupClass,
  Hint,
  inputClass,
} from './field.tsx';
import { errorOf, type FormState, valueOf as typed, valuesOf } from './form-state.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** Questions that only make sense once this is chosen; the style sheet shows them, no script needed. */
  readonly reveals?: ComponentChildren;
}

export function SelectField(
  props: FieldProps & { options: readonly Option[]; autocomplete?: string | undefined },
) {
  const { form, name, options, autocomplete } = props;
  const chosen = typed(form, name);
  return (
    <Field {...props}>
      <select
        class={inputClass('nhsuk-select', form, name)}
        id={name}
        name={name}
        autocomplete={autocomplete}
        aria-describedby={describedBy(props)}
        aria-invalid={errorOf(form, name) === undefined ? undefined : 'true'}
      >
        {options.map(({ value, label }) => (
          <option key={value} value={value} selected={value === chosen}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  );
}

type Kind = 'radio' | 'checkbox';

// The first choice carries the field's own id: the error summary leads there.
const idAt = (name: string, index: number) => (index === 0 ? name : `${name}-${index + 1}`);

function Choice(props: { kind: Kind; name: string; id: string; option: Option; checked: boolean }) {
  const { kind, name, id, option, checked } = props;
  const block = kind === 'radio' ? 'nhsuk-radios' : 'nhsuk-checkboxes';
  return (
    <>
      <div class={`${block}__item`}>
        <input
          class={`${block}__input`}
          id={id}
          name={name}
          type={kind}
          value={option.value}
          checked={checked}
          aria-describedby={option.hint ? `${id}-hint` : undefined}
        />
        <label class={`nhsuk-label ${block}__label`} for={id}>
          {option.label}
        </label>
        {option.hint ? (
          <div class={`nhsuk-hint ${block}__hint`} id={`${id}-hint`}>
            {option.hint}
          </div>
        ) : null}
      </div>
      {option.reveals ? <div class={`${block}__conditional k-reveal`}>{option.reveals}</div> : null}
    </>
  );
}

interface ChoicesProps extends GroupProps {
  options: readonly Option[];
  inline?: boolean | undefined;
  /** A tighter list, for long ones. */
  small?: boolean | undefined;
}

/** One answer out of a few. Nothing is chosen beforehand unless the form says so. */
export function RadioField({ options, inline, small, ...group }: ChoicesProps) {
  const chosen = typed(group.form, group.name);
  const look = `${inline ? ' nhsuk-radios--inline' : ''}${small ? ' nhsuk-radios--small' : ''}`;
  return (
    <Group {...group}>
      <div class={`nhsuk-radios${look}`}>
        {options.map((option, index) => (
          <Choice
            key={option.value}
            kind="radio"
            name={group.name}
            id={idAt(group.name, index)}
            option={option}
            checked={option.value === chosen}
          />
        ))}
      </div>
    </Group>
  );
}

/** Any number of answers out of a few. */
export function CheckboxField({ options, inline, small, ...group }: ChoicesProps) {
  const chosen = valuesOf(group.form, group.name);
  const look = `${inline ? ' nhsuk-checkboxes--inline' : ''}${small ? ' nhsuk-checkboxes--small' : ''}`;
  return (
    <Group {...group}>
      <div class={`nhsuk-checkboxes${look}`}>
        {options.map((option, index) => (
          <Choice
            key={option.value}
            kind="checkbox"
            name={group.name}
            id={idAt(group.name, index)}
            option={option}
            checked={chosen.includes(option.value)}
          />
        ))}
      </div>
    </Group>
  );
}

interface CheckboxProps {
  form: FormState;
  name: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  /** What is sent when it is ticked; "yes" unless said. */
  value?: string | undefined;
}

/** One thing to tick. */
export function Checkbox({ form, name, label, hint, value = 'yes' }: CheckboxProps) {
  const error = errorOf(form, name);
  return (
    <div class={groupClass(error !== undefined)}>
      <ErrorMessage name={name} message={error} />
      <div class="nhsuk-checkboxes">
        <div class="nhsuk-checkboxes__item">
          <input
            class="nhsuk-checkboxes__input"
            id={name}
            name={name}
            type="checkbox"
            value={value}
            checked={valuesOf(form, name).includes(value)}
            aria-describedby={describedBy({ form, name, hint })}
          />
          <label class="nhsuk-label nhsuk-checkboxes__label" for={name}>
            {label}
          </label>
          {hint ? (
            <div class="nhsuk-checkboxes__hint">
              <Hint name={name}>{hint}</Hint>
            </div>
          ) : null}
        </div>
      </div>
    </div>
  );
}
