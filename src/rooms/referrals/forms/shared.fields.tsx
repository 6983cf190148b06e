import type { VNode } from 'preact';
import type { View } from '#platform/http/view.ts';
import { languageName, languageOptions, phoneInWords } from '#rooms/people/door.ts';
import {
  Checkbox,
  CheckboxField,
  DateField,
  Hidden,
  RadioField,
  SelectField,
  TextArea,
  TextField,
} from '#ui/form.tsx';
import type { FormState } from '#ui/form-state.ts';
import { longDate } from '#ui/times.ts';
import type { Relation } from '../receive/receive.rules.ts';
import { WAYS, type Way, wayWords } from './shared.form.ts';

export const relationWords: Readonly<Record<Relation, string>> = {
  pregnant: 'Pregnant, or gave birth',
  father: 'The baby’s father',
  partner: 'Partner of the one who is pregnant or gave birth',
  other_carer: 'Cares for the baby in another way',
};

export const relationOptions = (Object.keys(relationWords) as Relation[]).map((value) => ({
  value,
  label: relationWords[value],
}));

/** Which centre; where there is only one nobody is asked. */
export const CentreField = ({
  form,
  legend,
  centres,
}: {
  form: FormState;
  legend: string;
  centres: readonly { readonly id: string; readonly name: string; readonly town: string }[];
}): VNode => {
  const [only] = centres;
  if (only && centres.length === 1) return <Hidden name="centreId" value={only.id} />;
  return (
    <RadioField
      form={form}
      name="centreId"
      legend={legend}
      options={centres.map(({ id, name, town }) => ({ value: id, label: name, hint: town }))}
    />
  );
};

/** Who the parent is: what somebody else fills in. */
export const ParentFields = ({ view }: { view: View }): VNode => {
  const { form } = view;
  return (
    <>
      <TextField form={form} name="givenName" label="First name" width={20} autocomplete="off" />
      <TextField form={form} name="familyName" label="Last name (if known)" width={20} autocomplete="off" />
      <RadioField form={form} name="relation" legend="Who are they to the baby?" options={relationOptions} />
      <DateField
        form={form}
        name="dueOn"
        legend="When is the baby due?"
        hint="For example, 26 3 2027. Leave it empty if you do not know."
      />
      <DateField
        form={form}
        name="babyBornOn"
        legend="If the baby is born: the birthday"
        hint="Leave it empty before the birth."
      />
      <DateField form={form} name="bornOn" legend="The parent’s date of birth (if known)" />
      <TextField form={form} name="nhsNumber" label="NHS number (if known)" inputmode="numeric" width={20} />
      <SelectField
        form={form}
        name="language"
        label="The language they speak best"
        options={languageOptions()}
      />
      <Checkbox form={form} name="interpreterNeeded" label="They need an interpreter" />
      <TextField
        form={form}
        name="accessNeeds"
        label="Anything that would help them come (if known)"
        hint="Such as a step-free way in, or large print."
      />
    </>
  );
};

/** How it is safe to reach the parent. `their` is "their" or "your". */
export const ContactFields = ({ view, their }: { view: View; their: 'their' | 'your' }): VNode => {
  const { form } = view;
  const [they, them] = their === 'their' ? ['they', 'them'] : ['you', 'you'];
  return (
    <>
      <TextField
        form={form}
        name="phone"
        label={`${their === 'their' ? 'Their' : 'Your'} phone number`}
        type="tel"
        width={20}
        autocomplete={their === 'your' ? 'tel' : 'off'}
      />
      <TextField
        form={form}
        name="email"
        label={`${their === 'their' ? 'Their' : 'Your'} e-mail address`}
        type="email"
        autocomplete={their === 'your' ? 'email' : 'off'}
      />
      <CheckboxField
        form={form}
        name="ways"
        legend={`How is it safe to reach ${them}?`}
        hint={`What is not ticked, we do not use.`}
        options={WAYS.map((value) => ({ value, label: wayWords[value] }))}
      />
      <Checkbox
        form={form}
        name="privatePhone"
        label={`Nobody else reads ${their} messages`}
        hint={`If this is not ticked, nothing we send says who we are or what it is about.`}
      />
      <TextField
        form={form}
        name="safeTimes"
        label={`When is a good time to call? (if ${they} prefer one)`}
      />
    </>
  );
};

export const WhyFields = ({
  view,
  needs,
  hint,
}: {
  view: View;
  needs: readonly { readonly code: string; readonly name: string }[];
  hint: string;
}): VNode => (
  <>
    <TextArea form={view.form} name="why" label="Why may peer support help?" hint={hint} rows={4} />
    <CheckboxField
      form={view.form}
      name="needs"
      legend="What is hard just now? (tick what fits)"
      small
      options={needs.map(({ code, name }) => ({ value: code, label: name }))}
    />
    <TextArea
      form={view.form}
      name="risks"
      label="Is there anything we must know to keep someone safe? (if so)"
      hint="Nobody watches this form for emergencies. If someone is in danger now, call 999 or use your crisis pathway."
      rows={3}
    />
    <TextField form={view.form} name="supportNow" label="Who supports them already? (if known)" />
  </>
);

interface Answer {
  readonly label: string;
  readonly value: string;
}
const said = (label: string, value: string | null | undefined): Answer => ({ label, value: value ?? '' });
const yes = (value: boolean): string => (value ? 'Yes' : 'No');

export const dateWords = (value: Temporal.PlainDate | null): string => (value ? longDate(value) : '');

export const parentAnswers = (value: {
  readonly givenName: string;
  readonly familyName: string;
  readonly relation: Relation;
  readonly dueOn: Temporal.PlainDate | null;
  readonly babyBornOn: Temporal.PlainDate | null;
  readonly bornOn: Temporal.PlainDate | null;
  readonly nhsNumber: string | null;
  readonly language: string;
  readonly interpreterNeeded: boolean;
  readonly accessNeeds: string;
}): Answer[] => [
  said('Name', `${value.givenName} ${value.familyName}`.trim()),
  said('To the baby', relationWords[value.relation]),
  said('Due date', dateWords(value.dueOn)),
  ...(value.babyBornOn ? [said('Baby’s birthday', dateWords(value.babyBornOn))] : []),
  said('Date of birth', dateWords(value.bornOn)),
  said('NHS number', value.nhsNumber),
  said(
    'Language',
    `${languageName(value.language)}${value.interpreterNeeded ? ', with an interpreter' : ''}`,
  ),
  said('What helps them come', value.accessNeeds),
];

export const contactAnswers = (value: {
  readonly phone: string | null;
  readonly email: string | null;
  readonly ways: readonly Way[];
  readonly privatePhone: boolean;
  readonly safeTimes: string;
}): Answer[] => [
  said('Phone', value.phone && phoneInWords(value.phone)),
  said('E-mail', value.email),
  said('Safe ways', value.ways.map((way) => wayWords[way]).join(', ')),
  said('Nobody else reads their messages', yes(value.privatePhone)),
  said('A good time to call', value.safeTimes),
];

export const whyAnswers = (
  value: {
    readonly why: string;
    readonly needs: readonly string[];
    readonly risks: string;
    readonly supportNow: string;
  },
  needs: readonly { readonly code: string; readonly name: string }[],
): Answer[] => [
  said('Why', value.why),
  said(
    'What is hard',
    needs
      .filter(({ code }) => value.needs.includes(code))
      .map(({ name }) => name)
      .join(', '),
  ),
  said('To keep someone safe', value.risks),
  said('Support now', value.supportNow),
];
