import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import {
  Button,
  ButtonRow,
  DateField,
  Fieldset,
  Form,
  RadioField,
  SelectField,
  TextArea,
  TextField,
} from '#ui/form.tsx';
import { Heading, Hush } from '#ui/show.tsx';
import type { GroupKindContent } from '../content/shapes.ts';
import * as paths from '../paths.ts';
import { BLOCK_KINDS, blockWords } from '../words.ts';
import { groupFields } from './template.form.ts';
import { VersionNotice, WhyItIsThere } from './template.pages.tsx';
import type { Template } from './template.queries.ts';

export const NewVersionPage = ({ latest, view }: { latest: Template; view: View }): VNode => {
  const { form } = view;
  const number = (name: string, label: string, hint?: string) => (
    <TextField form={form} name={name} label={label} hint={hint} inputmode="numeric" width={3} />
  );
  return (
    <Frame
      view={view}
      title={`A new version of ${latest.name}`}
      back={{ href: paths.programmeVersion({ templateId: latest.id }), label: latest.name }}
      wide
    >
      <Heading above={`From version ${latest.version} to version ${latest.version + 1}`}>
        A new version of {latest.name}
      </Heading>
      <VersionNotice latest={latest} />
      <WhyItIsThere content={latest.content} />
      <Form form={form}>
        <DateField
          form={form}
          name="from"
          legend="In use from"
          hint="New families and groups begin with this version from that day on."
        />
        <Fieldset legend="What we are here for">
          <TextArea form={form} name="vision" label="What the programme wants for families" rows={3} />
          <TextArea form={form} name="purpose" label="What it is for" rows={3} />
          <RadioField
            form={form}
            name="ethos"
            legend="Who leads it"
            options={[
              { value: 'professionally_led', label: 'Professionals lead' },
              { value: 'citizen_led', label: 'Parents and volunteers act together' },
            ]}
          />
          <TextArea form={form} name="ethosWords" label="How it is led, in words" rows={3} />
        </Fieldset>
        <Fieldset legend="Who it is for, and when">
          {number('referralFrom', 'Referral from week of pregnancy')}
          {number('referralTo', 'Referral up to week of pregnancy', 'This week included.')}
          {number('completeBy', 'Course over by week', 'Leave it empty for no limit.')}
          {number('slack', 'Days kept free for a cancelled session')}
          {number('until', 'Families may come until this many months after birth')}
        </Fieldset>
        {latest.content.groupKinds.map((kind) => (
          <GroupKind key={kind.code} kind={kind} view={view} />
        ))}
        <Fieldset legend="Balance of a course">
          {number('eachTheme', 'Activities of each theme, at least')}
          {number('eachTopic', 'Activities of each topic, at least')}
        </Fieldset>
        <Fieldset legend="What we promise">
          {number('triage', 'Working days until a referral is looked at')}
          {number('answer', 'Days to answer an offer of a place')}
          <TextField
            form={form}
            name="reminders"
            label="Reminders, days before a session"
            hint="Such as 5, 1."
            width={10}
          />
          {number('missed', 'Days until we ask after somebody who did not come')}
          {number('quiet', 'Quiet days until somebody says hello')}
        </Fieldset>
        <TextArea
          form={form}
          name="rules"
          label="Ground rules a group can begin with"
          hint="One a line."
          rows={8}
        />
        <ButtonRow>
          <Button>Save as version {latest.version + 1}</Button>
        </ButtonRow>
      </Form>
    </Frame>
  );
};

const OfBlock = ({ what, at }: { what: string; at: number }) => (
  <>
    {what}
    <Hush> of block {at + 1}</Hush>
  </>
);

const GroupKind = ({ kind, view: { form } }: { kind: GroupKindContent; view: View }) => {
  const names = groupFields(kind);
  return (
    <>
      <Fieldset legend={kind.name}>
        {names.sessions ? (
          <TextField
            form={form}
            name={names.sessions}
            label="Sessions, at most"
            inputmode="numeric"
            width={3}
          />
        ) : null}
        <TextField
          form={form}
          name={names.minutes}
          label="Minutes of a session"
          inputmode="numeric"
          width={3}
        />
        <TextField form={form} name={names.usual} label="Places, usually" inputmode="numeric" width={3} />
        <TextField form={form} name={names.most} label="Places, at most" inputmode="numeric" width={3} />
      </Fieldset>
      <Fieldset
        legend={`How a session of the ${kind.name.toLowerCase()} goes`}
        hint="Choose “Left out” to take a block away. The numbers of the order say which comes first."
        id={`${kind.code}-structure`}
      >
        {names.rows.map((row, at) => (
          <div class="k-filter" key={row.kind}>
            <SelectField
              form={form}
              name={row.kind}
              label={kind.structure[at] ? `Block ${at + 1}` : 'Another block'}
              options={[
                { value: '', label: kind.structure[at] ? 'Left out' : 'None' },
                ...BLOCK_KINDS.map((value) => ({ value, label: blockWords[value] })),
              ]}
            />
            <TextField form={form} name={row.name} label={<OfBlock at={at} what="Name" />} width={20} />
            <TextField
              form={form}
              name={row.length}
              label={<OfBlock at={at} what="Minutes" />}
              inputmode="numeric"
              width={3}
            />
            <TextField
              form={form}
              name={row.place}
              label={<OfBlock at={at} what="Order" />}
              inputmode="numeric"
              width={3}
            />
          </div>
        ))}
      </Fieldset>
    </>
  );
};
