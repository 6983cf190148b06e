import type { VNode } from 'preact';
import type { View } from '#platform/http/view.ts';
import {
  Checkbox,
  CheckboxField,
  DateField,
  RadioField,
  SelectField,
  TextArea,
  TextField,
} from '#ui/form.tsx';
import { Inset, Muted, SummaryList } from '#ui/show.tsx';
import { clockTime, dayAndDate } from '#ui/times.ts';
import { offeredTimes } from '../paths.ts';
import { WITHDRAWAL_REASONS, withdrawalWords } from '../route/ends.rules.ts';
import { INDUCTION_POINTS } from '../welcome/induction.rules.ts';
import type { DoFacts } from './do.pages.tsx';
import type { Verb } from './do.rules.ts';
import { noteOptions } from './file.pages.tsx';
import { wayWords } from './next.pages.tsx';

interface FieldsProps {
  readonly view: View;
  readonly facts: DoFacts;
}
type Fields = (props: FieldsProps) => VNode | null;

const Words = ({ view, label, hint }: { view: View; label: string; hint?: string }) => (
  <TextArea form={view.form} name="words" label={label} hint={hint} rows={5} />
);

/** Who somebody is and how to reach them: on the page of an application, and when a new one is written down. */
export const WhoFields = ({ view }: { view: View }): VNode => (
  <>
    <TextField form={view.form} name="givenName" label="First name" autocomplete="off" />
    <TextField form={view.form} name="familyName" label="Last name (if they like)" autocomplete="off" />
    <TextField
      form={view.form}
      name="knownAs"
      label="What they like to be called (if it is something else)"
      autocomplete="off"
    />
    <TextField form={view.form} name="email" type="email" label="E-mail address" autocomplete="off" />
    <TextField form={view.form} name="phone" type="tel" label="Phone number" autocomplete="off" />
    <Checkbox form={view.form} name="mayText" label="We may send texts to this number" />
    <TextArea
      form={view.form}
      name="accessNeeds"
      label="Is there anything that would make it easier for them?"
      hint="Such as somebody who interprets, large print, or a room without stairs."
      rows={2}
    />
  </>
);

const Induction: Fields = ({ view, facts: { file } }) => (
  <>
    <CheckboxField
      form={view.form}
      name="points"
      legend="What have you gone through?"
      options={INDUCTION_POINTS.map((point) => {
        const done = file.induction.find((each) => each.code === point.code);
        return {
          value: point.code,
          label: point.name,
          hint: done
            ? `${point.words} Done ${dayAndDate(done.on, { today: view.today })}${done.by ? `, ${done.by}` : ''}.`
            : point.words,
        };
      })}
    />
    <DateField
      form={view.form}
      name="on"
      legend="On which day?"
      hint="For what you tick now; what was ticked before keeps its day."
    />
  </>
);

const movers = [
  { value: 'applicant', label: 'The applicant’s' },
  { value: 'us', label: 'Ours' },
  { value: 'referees', label: 'The referees’' },
  { value: 'panel', label: 'The interviewers’' },
];

/** What each page asks; a page without fields has a button alone. */
export const fieldsOf: Readonly<Partial<Record<Verb, Fields>>> = {
  book: ({ view, facts: { file, free } }) =>
    free.length === 0 ? (
      <Inset>
        No time is free. <a href={offeredTimes()}>Offer some times</a> first.
      </Inset>
    ) : (
      <SelectField
        form={view.form}
        name="time"
        label="Which time?"
        options={free.map((time) => {
          const at = time.startsAt.toZonedDateTimeISO(file.zone);
          return {
            value: time.id,
            label: `${dayAndDate(at.toPlainDate(), { today: view.today })}, ${clockTime(at.toPlainTime())}, with ${time.with}, ${wayWords[time.way]}`,
          };
        })}
      />
    ),
  talked: ({ view }) => (
    <Words
      view={view}
      label="What was said (if you like)"
      hint="Read by those who recruit here. They can ask to read it."
    />
  ),
  missed: ({ view }) => <Words view={view} label="What happened (if you like)" />,
  note: ({ view }) => (
    <>
      <SelectField form={view.form} name="about" label="About" options={noteOptions} />
      <Words view={view} label="The note" hint="Read by those who recruit here. They can ask to read it." />
    </>
  ),
  answer: ({ view }) => <Words view={view} label="What you agreed (if you like)" />,
  pause: ({ view }) => (
    <>
      <DateField
        form={view.form}
        name="until"
        legend="Until when? (if there is a day)"
        hint="On that day they get a kind letter that asks how things are."
      />
      <TextField form={view.form} name="why" label="Why (if they told you)" />
    </>
  ),
  withdraw: ({ view }) => (
    <>
      <RadioField
        form={view.form}
        name="why"
        legend="Why do they not go on?"
        options={WITHDRAWAL_REASONS.map((value) => ({ value, label: withdrawalWords[value] }))}
      />
      <Words view={view} label="In their words (if you like)" />
      <Checkbox
        form={view.form}
        name="tell"
        label="Send them a short letter of thanks"
        hint="It says that the door stays open."
      />
    </>
  ),
  send: ({ view }) => (
    <Checkbox form={view.form} name="sure" label="I have read the letter, and I decide this" />
  ),
  waive: ({ view }) => <TextField form={view.form} name="why" label="Why is it not needed?" />,
  pass: ({ view }) => (
    <RadioField form={view.form} name="mover" legend="Whose move is it now?" options={movers} />
  ),
  link: ({ view, facts: { file } }) => (
    <>
      <SummaryList
        rows={[
          {
            label: 'Goes to',
            value: file.email ?? (file.mayText ? file.phone : null) ?? <Muted>Nowhere yet</Muted>,
          },
        ]}
      />
      <Checkbox
        form={view.form}
        name="endOlder"
        label="End the older links"
        hint="If a phone was lost or a letter went to a wrong address."
      />
    </>
  ),
  contact: ({ view }) => <WhoFields view={view} />,
  offer: ({ view }) => (
    <Words
      view={view}
      label="A few words of your own (if you like)"
      hint="Such as what you liked when you met, and when they could begin."
    />
  ),
  induction: Induction,
};
