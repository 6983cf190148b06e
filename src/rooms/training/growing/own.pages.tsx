import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonRow, Checkbox, DateField, Form, RadioField, TextArea, TextField } from '#ui/form.tsx';
import { Heading, Lede } from '#ui/show.tsx';
import * as paths from '../paths.ts';
import type { OwnLearning } from './own.queries.ts';
import { OWN_KINDS, ownKindWords } from './record.rules.ts';

/** Writing something into one's own record, or changing it. */
export const OwnLearningPage = ({ entry, view }: { entry: OwnLearning | null; view: View }): VNode => {
  const title = entry ? 'Change what you wrote' : 'Add something you learned';
  return (
    <Frame view={view} title={title} back={{ href: paths.ownRecord(), label: 'What I have learned' }}>
      <Heading>{title}</Heading>
      <Lede>Big or small. Only you see it, unless you tick the box at the end.</Lede>
      <Form form={view.form}>
        <RadioField
          form={view.form}
          name="kind"
          legend="What was it?"
          options={OWN_KINDS.map((kind) => ({ value: kind, label: ownKindWords[kind] }))}
        />
        <TextField form={view.form} name="title" label="What was it called?" />
        <TextField
          form={view.form}
          name="whereFrom"
          label="Where, or by whom?"
          hint="You may leave it empty."
        />
        <DateField form={view.form} name="doneOn" legend="When?" hint="The day, or the last day of it." />
        <TextArea
          form={view.form}
          name="took"
          label="What do you take from it?"
          hint="One line or many. You may leave it empty."
          rows={4}
        />
        <Checkbox
          form={view.form}
          name="shared"
          label="My volunteer manager may see this"
          hint="You can take the tick away again whenever you like."
        />
        <ButtonRow>
          <Button>Save</Button>
        </ButtonRow>
      </Form>
      {entry ? (
        <Form form={view.form} action={paths.ownRecordRemove({ entryId: entry.id })}>
          <ButtonRow>
            <Button kind="quiet">Take it out of my record</Button>
          </ButtonRow>
        </Form>
      ) : null}
    </Frame>
  );
};
