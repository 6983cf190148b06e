import type { VNode } from 'preact';
import { CheckboxField, RadioField } from '#ui/form.tsx';
import type { FormState } from '#ui/form-state.ts';
import { levelWords, workforceWords } from './check.words.ts';
import { type Level, WORKFORCES } from './eligibility.rules.ts';

const levelHints: Readonly<Record<Level, string>> = {
  none: 'Nothing is asked for.',
  basic: 'Open to anyone. It shows what is not spent. There is a fee, and we pay it.',
  enhanced: 'Only for roles that are eligible. Free for people who are not paid.',
  enhanced_barred: 'Only where the activity is a regulated one. Free for people who are not paid.',
};

const WORKFORCE_OPTIONS = WORKFORCES.map((value) => ({ value, label: workforceWords[value] }));

/** Level, with the workforce and the lists inside the levels that have them. */
export const KindFields = ({
  form,
  levels,
  legend,
  hint,
}: {
  form: FormState;
  levels: readonly Level[];
  legend: string;
  hint?: string;
}): VNode => (
  <>
    <RadioField
      form={form}
      name="level"
      legend={legend}
      hint={hint}
      options={levels.map((value) => ({ value, label: levelWords[value], hint: levelHints[value] }))}
    />
    <RadioField
      form={form}
      name="workforce"
      legend="For which workforce?"
      hint="Only for the two enhanced levels. For a basic check it does not matter."
      options={WORKFORCE_OPTIONS}
      small
    />
    <CheckboxField
      form={form}
      name="lists"
      legend="Which barred list is looked at?"
      hint="Only for the level with a list."
      options={[
        { value: 'children', label: 'Children’s barred list' },
        { value: 'adults', label: 'Adults’ barred list' },
      ]}
      small
    />
  </>
);
