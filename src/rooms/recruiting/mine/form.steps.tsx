import type { VNode } from 'preact';
import { form } from '#platform/forms/form.ts';
import { step } from '#platform/forms/wizard.spec.ts';
import type { View } from '#platform/http/view.ts';
import { CheckboxField, TextArea, TextField } from '#ui/form.tsx';
import type { FormState } from '#ui/form-state.ts';
import { easeShape, freeShape, questionsShape, someDay, youShape } from './form.form.ts';
import { type AttributeQuestion, DAYS, dayWords, TIMES_OF_DAY, timeOfDayWords } from './form.rules.ts';

/** What every step needs to know. */
export interface FormContext {
  readonly asked: readonly AttributeQuestion[];
  readonly roleName: string;
}

interface FieldsProps {
  readonly form: FormState;
  /** Whether the applicant writes, or somebody writes down what they say. */
  readonly own: boolean;
}

export const YouFields = ({ form: state, own }: FieldsProps): VNode => (
  <>
    <TextField
      form={state}
      name="familyName"
      label={own ? 'Your last name' : 'Their last name'}
      hint="For the references and the check."
      autocomplete={own ? 'family-name' : 'off'}
      width={20}
    />
    <TextArea
      form={state}
      name="why"
      label={own ? 'What draws you to this? (if you like)' : 'What draws them to this?'}
      hint="A sentence is enough."
      rows={3}
    />
    <TextArea
      form={state}
      name="brings"
      label={own ? 'What would you bring? (if you like)' : 'What would they bring?'}
      hint="Something you are good at, something you have lived through, somewhere you know. You need not tell anything you would rather keep."
      rows={3}
    />
  </>
);

export const FreeFields = ({ form: state, own }: FieldsProps): VNode => (
  <>
    <CheckboxField
      form={state}
      name="days"
      legend={own ? 'Which days could suit you?' : 'Which days could suit them?'}
      hint="It binds nobody."
      options={DAYS.map((value) => ({ value, label: dayWords[value] }))}
    />
    <CheckboxField
      form={state}
      name="times"
      legend={own ? 'At which times? (if you know)' : 'At which times?'}
      options={TIMES_OF_DAY.map((value) => ({ value, label: timeOfDayWords[value] }))}
    />
    <TextArea
      form={state}
      name="free"
      label="Anything else about time (if there is)"
      hint="For example: only in school terms, not before February, my shifts change."
      rows={2}
    />
  </>
);

export const QuestionFields = ({
  form: state,
  asked,
}: FieldsProps & { asked: readonly AttributeQuestion[] }): VNode => (
  <>
    {asked.map(({ code, asked: question }) => (
      <TextArea key={code} form={state} name={`about_${code}`} label={question} rows={4} />
    ))}
  </>
);

export const EaseFields = ({ form: state, own }: FieldsProps): VNode => (
  <>
    <TextField
      form={state}
      name="languages"
      label={own ? 'Which languages do you speak? (if you like)' : 'Which languages do they speak?'}
    />
    <TextArea
      form={state}
      name="accessNeeds"
      label={
        own
          ? 'Is there anything we must think of so that you can take part? (if there is)'
          : 'What must we think of so that they can take part?'
      }
      hint="Steps, sight, hearing, tiredness, somebody to come along."
      rows={2}
    />
    <TextArea
      form={state}
      name="easier"
      label={
        own
          ? 'Is there anything that would make this easier for you? (if there is)'
          : 'What would make it easier for them?'
      }
      hint="Help with reading or writing, childcare while we meet, a lift, more time."
      rows={2}
    />
  </>
);

const you = step({
  title: 'About you',
  form: () => form('mine.application.you', youShape),
  fields: (view: View, _: FormContext) => <YouFields form={view.form} own />,
  answers: (value) => [
    { label: 'Last name', value: value.familyName },
    { label: 'What draws you', value: value.why },
    { label: 'What you would bring', value: value.brings },
  ],
});

const free = step({
  title: 'When you are free',
  form: () => form('mine.application.free', freeShape, someDay),
  fields: (view: View, _: FormContext) => <FreeFields form={view.form} own />,
  answers: (value) => [
    { label: 'Days', value: value.days.map((day) => dayWords[day]).join(', ') },
    { label: 'Times', value: value.times.map((time) => timeOfDayWords[time]).join(', ') },
    { label: 'More', value: value.free },
  ],
});

const questions = step({
  title: 'How you are with people',
  form: ({ asked }: FormContext) => form('mine.application.questions', questionsShape(asked)),
  fields: (view: View, { asked }) => (
    <>
      <p>
        A few lines each, or nothing at all: we talk about it anyway when we meet. There is no right answer.
      </p>
      <QuestionFields form={view.form} own asked={asked} />
    </>
  ),
  answers: (value, { asked }) =>
    asked.map((question) => ({
      label: question.asked,
      value: String(value[`about_${question.code}`] ?? ''),
    })),
});

const ease = step({
  title: 'What would make it easier',
  form: () => form('mine.application.ease', easeShape),
  fields: (view: View, _: FormContext) => <EaseFields form={view.form} own />,
  answers: (value) => [
    { label: 'Languages', value: value.languages },
    { label: 'So that you can take part', value: value.accessNeeds },
    { label: 'Easier', value: value.easier },
  ],
});

/** The steps of the application by their place in the address, in order. */
export const formSteps = { you, free, questions, ease };
export type FormSlug = keyof typeof formSteps;
export const FORM_SLUGS = Object.keys(formSteps) as readonly FormSlug[];
