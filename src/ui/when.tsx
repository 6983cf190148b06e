import {
  describedBy,
  Field,
  type FieldProps,
  Group,
  type GroupProps,
  groupClass,
  inputClass,
} from './field.tsx';
import { errorOf, type FormState, valueOf as typed } from './form-state.ts';

const parts = [
  { part: 'day', label: 'Day', width: 2, birth: 'bday-day' },
  { part: 'month', label: 'Month', width: 2, birth: 'bday-month' },
  { part: 'year', label: 'Year', width: 4, birth: 'bday-year' },
] as const;

const dateError = (form: FormState, name: string) =>
  errorOf(form, name) ??
  parts.map(({ part }) => errorOf(form, `${name}-${part}`)).find((message) => message !== undefined);

/** A date in three boxes, as people write them. A message about one part marks that box only. */
export function DateField(props: GroupProps & { birthday?: boolean | undefined }) {
  const { form, name, birthday } = props;
  const error = dateError(form, name);
  const whole = errorOf(form, name) !== undefined;
  return (
    <Group {...props} error={error}>
      <div class="nhsuk-date-input">
        {parts.map(({ part, label, width, birth }) => {
          const box = `${name}-${part}`;
          const marked = whole || errorOf(form, box) !== undefined;
          // The error summary leads to the date's own name, so the first box answers to it.
          const id = part === 'day' ? name : box;
          return (
            <div class="nhsuk-date-input__item" key={part}>
              <div class={groupClass(marked)}>
                <label class="nhsuk-label nhsuk-date-input__label" for={id}>
                  {label}
                </label>
                <input
                  class={`nhsuk-input${marked ? ' nhsuk-input--error' : ''} nhsuk-input--width-${width} nhsuk-date-input__input`}
                  id={id}
                  name={box}
                  type="text"
                  inputmode="numeric"
                  autocomplete={birthday ? birth : undefined}
                  value={typed(form, box) || undefined}
                  aria-invalid={marked ? 'true' : undefined}
                />
              </div>
            </div>
          );
        })}
      </div>
    </Group>
  );
}

/** A time in one box, typed as people say it: 10.30am, 2pm, 14:15. */
export function TimeField(props: FieldProps) {
  const { form, name } = props;
  const hint = props.hint ?? 'For example, 10.30am or 2pm';
  return (
    <Field {...props} hint={hint}>
      <input
        class={`${inputClass('nhsuk-input', form, name)} nhsuk-input--width-5`}
        id={name}
        name={name}
        type="text"
        spellcheck={false}
        autocomplete="off"
        value={typed(form, name) || undefined}
        aria-describedby={describedBy({ form, name, hint })}
        aria-invalid={errorOf(form, name) === undefined ? undefined : 'true'}
      />
    </Field>
  );
}
