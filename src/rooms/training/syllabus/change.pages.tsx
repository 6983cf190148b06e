import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import {
  Button,
  ButtonRow,
  CheckboxField,
  DateField,
  Fieldset,
  Form,
  SelectField,
  TextArea,
  TextField,
} from '#ui/form.tsx';
import { Heading, Hush, Inset, Lede } from '#ui/show.tsx';
import * as paths from '../paths.ts';
import { ReviewForm } from '../review/review-form.pages.tsx';
import type { Syllabus } from './syllabus.queries.ts';
import { type Layout, METHODS, STRETCHES, type SyllabusUnit } from './syllabus.shape.ts';
import { meetingField, outlineField, unitRows } from './version.form.ts';
import { ENROL_STEPS, practiceWords, stepWords, stretchWords } from './words.ts';

const WhatHappens = ({ latest }: { latest: Syllabus }) => (
  <Inset>
    <p>
      This makes version {latest.version + 1}, on top of version {latest.version}. Cohorts that are planned
      already keep theirs. A new version has not been reviewed: a practitioner, a specialist or the service
      lead reads it and says in their own name that it may be used.
    </p>
  </Inset>
);

const FromDay = ({ view }: { view: View }) => (
  <DateField
    form={view.form}
    name="from"
    legend="In use from"
    hint="Cohorts planned from that day on begin with it."
  />
);

const Save = ({ latest }: { latest: Syllabus }) => (
  <ButtonRow>
    <Button>Save as version {latest.version + 1}</Button>
  </ButtonRow>
);

const Part = ({ unit, row, view: { form } }: { unit: SyllabusUnit; row: number; view: View }) => {
  const there = row < unit.outline.length;
  const of = <Hush> of part {row + 1}</Hush>;
  return (
    <Fieldset legend={there ? `Part ${row + 1}` : 'Another part'}>
      <SelectField
        form={form}
        name={outlineField(row, 'method')}
        label={<>Kind{of}</>}
        options={[
          { value: '', label: there ? 'Left out' : 'None' },
          ...STRETCHES.map((value) => ({ value, label: stretchWords[value] })),
        ]}
      />
      <TextField form={form} name={outlineField(row, 'title')} label={<>Name{of}</>} />
      <TextField
        form={form}
        name={outlineField(row, 'minutes')}
        label={<>Minutes{of}</>}
        inputmode="numeric"
        width={3}
      />
      <TextField
        form={form}
        name={outlineField(row, 'place')}
        label={<>Place in the order{of}</>}
        inputmode="numeric"
        width={3}
      />
      <TextArea form={form} name={outlineField(row, 'words')} label={<>How it goes{of}</>} rows={5} />
    </Fieldset>
  );
};

/** All the words of a unit, to change. */
export const ChangeUnitPage = ({
  latest,
  unit,
  view,
}: {
  latest: Syllabus;
  unit: SyllabusUnit;
  view: View;
}): VNode => {
  const { form } = view;
  const lines = (name: string, label: string, rows = 6) => (
    <TextArea form={form} name={name} label={label} hint="One a line." rows={rows} />
  );
  return (
    <Frame
      view={view}
      title={`Change unit ${unit.number}: ${unit.title}`}
      back={{ href: paths.syllabusUnit({ syllabusId: latest.id, unitCode: unit.code }), label: unit.title }}
    >
      <Heading above={`Unit ${unit.number}`}>Change “{unit.title}”</Heading>
      <WhatHappens latest={latest} />
      <Form form={form}>
        <FromDay view={view} />
        <TextField form={form} name="title" label="Title" />
        <TextArea form={form} name="about" label="What it is, in a sentence" rows={2} />
        {lines('aims', 'Aims')}
        <CheckboxField
          form={form}
          name="methods"
          legend="How people learn in it"
          options={METHODS.map((value) => ({ value, label: stretchWords[value] }))}
          small
        />
        <CheckboxField
          form={form}
          name="competencies"
          legend="What people learn to do"
          options={latest.content.competencies.map(({ code, name }) => ({ value: code, label: name }))}
          small
        />
        {lines('materials', 'What you need')}
        {lines('cautions', 'What may be hard, and how somebody can step out')}
        <Heading level={2}>The outline</Heading>
        <p>
          The minutes add up to {unit.minutes}. Leave a break in it, and the place to reflect on real
          sessions.
        </p>
        {unitRows(unit).map((row) => (
          <Part key={row} unit={unit} row={row} view={view} />
        ))}
        {lines('notes', 'Notes for whoever leads it', 10)}
        <TextArea form={form} name="takeHome" label="To take home" rows={3} />
        <TextArea form={form} name="oneToOne" label="How somebody catches it up with one person" rows={4} />
        <Save latest={latest} />
      </Form>
    </Frame>
  );
};

/** When the meetings of a layout are, and how long its pauses and its times together take. */
export const ChangeLayoutPage = ({
  latest,
  layout,
  view,
}: {
  latest: Syllabus;
  layout: Layout;
  view: View;
}): VNode => (
  <Frame
    view={view}
    title={`Change the times: ${layout.name}`}
    back={{ href: paths.syllabusVersion({ syllabusId: latest.id }), label: 'The syllabus' }}
  >
    <Heading above={layout.name}>Change the times</Heading>
    <Lede>
      The units keep their order and their two hours. The days have to stay humane: nothing before 9am, a meal
      after two units, evenings over by 9.30pm.
    </Lede>
    <WhatHappens latest={latest} />
    <Form form={view.form}>
      <FromDay view={view} />
      {layout.meetings.map((meeting, at) => (
        <Fieldset key={meeting.title} legend={meeting.title}>
          <TextField
            form={view.form}
            name={meetingField(at, 'after')}
            label={
              <>
                Days after the first day<Hush> of {meeting.title}</Hush>
              </>
            }
            inputmode="numeric"
            width={3}
          />
          <TextField
            form={view.form}
            name={meetingField(at, 'starts')}
            label={
              <>
                Begins at<Hush> on {meeting.title}</Hush>
              </>
            }
            width={5}
          />
          {meeting.parts.map((part, place) =>
            'unit' in part ? null : (
              <TextField
                key={meetingField(at, String(place))}
                form={view.form}
                name={meetingField(at, String(place))}
                label={
                  <>
                    {'social' in part ? part.social : part.break}, minutes<Hush> on {meeting.title}</Hush>
                  </>
                }
                inputmode="numeric"
                width={3}
              />
            ),
          )}
        </Fieldset>
      ))}
      <Save latest={latest} />
    </Form>
  </Frame>
);

/** When somebody may take a place in a cohort, and what practice belongs to the training. */
export const ChangeRulesPage = ({ latest, view }: { latest: Syllabus; view: View }): VNode => {
  const number = (name: string, label: string) => (
    <TextField form={view.form} name={name} label={label} inputmode="numeric" width={3} />
  );
  return (
    <Frame
      view={view}
      title="Change the rules of the training"
      back={{ href: paths.syllabusVersion({ syllabusId: latest.id }), label: 'The syllabus' }}
    >
      <Heading above={latest.name}>Change the rules</Heading>
      <WhatHappens latest={latest} />
      <Form form={view.form}>
        <FromDay view={view} />
        <CheckboxField
          form={view.form}
          name="enrolAfter"
          legend="What has to be over before somebody takes a place in a cohort"
          hint="Training may run beside the other steps."
          options={ENROL_STEPS.map((value) => ({ value, label: stepWords[value] }))}
        />
        {number('alongsideFromUnits', 'Units before somebody goes along to real sessions')}
        <Fieldset legend="Practice that belongs to it, how many times">
          {number('shadowing', practiceWords.shadowing)}
          {number('buddying', practiceWords.buddying)}
          {number('observed', practiceWords.observed)}
        </Fieldset>
        <Save latest={latest} />
      </Form>
    </Frame>
  );
};

/** A professional says, in their own name, whether cohorts may open with a version. */
export const ReviewSyllabusPage = ({ shown, view }: { shown: Syllabus; view: View }): VNode => (
  <Frame
    view={view}
    title={`Review: ${shown.name}`}
    back={{ href: paths.syllabusVersion({ syllabusId: shown.id }), label: 'The syllabus' }}
  >
    <Heading above={`Version ${shown.version}`}>Review the syllabus</Heading>
    <Lede>
      You say in your own name whether volunteers may be trained with it. Read all of it first, the notes and
      the cautions too.
    </Lede>
    <ul>
      {shown.content.units.map((unit) => (
        <li key={unit.code}>
          <a href={paths.syllabusUnit({ syllabusId: shown.id, unitCode: unit.code })}>
            {unit.number}. {unit.title}
          </a>
        </li>
      ))}
    </ul>
    <Inset>
      <p>
        Look most of all at units 7 and 13, on minds and on keeping people safe, at what is said when it gets
        heavy, and at whether it fits your own procedure.
      </p>
    </Inset>
    <ReviewForm form={view.form} />
  </Frame>
);
