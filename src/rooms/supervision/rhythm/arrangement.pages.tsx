import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, Form, RadioField, SelectField } from '#ui/form.tsx';
import { Heading, Lede } from '#ui/show.tsx';
import * as paths from '../paths.ts';
import type { Arrangement } from './arrangement.queries.ts';
import { FORMS, type RhythmRules } from './rhythm.shape.ts';

export interface ChangePageProps {
  readonly view: View;
  readonly arrangement: Arrangement;
  readonly name: string;
  readonly supervisors: readonly { readonly accountId: string; readonly name: string }[];
  readonly forms: RhythmRules['forms'];
}

export const ChangePage = ({ view, arrangement, name, supervisors, forms }: ChangePageProps): VNode => {
  const options = supervisors.map(({ accountId, name: called }) => ({ value: accountId, label: called }));
  return (
    <Frame
      view={view}
      title={`Change the supervision of ${name}`}
      back={{ href: paths.arrangement({ arrangementId: arrangement.id }), label: name }}
    >
      <Heading above={name}>Who supervises, and how</Heading>
      <Lede>
        The days of the rhythm stay where they are. A new supervisor sees no notes of an earlier one unless
        the peer supporter says so.
      </Lede>
      <Form form={view.form}>
        <SelectField
          form={view.form}
          name="supervisorId"
          label="Supervisor"
          options={[{ value: '', label: 'Nobody yet' }, ...options]}
        />
        <SelectField
          form={view.form}
          name="coverId"
          label="Who covers while the supervisor is away"
          hint="They hold a meeting only where the supervisor is away on every day it could lie on"
          options={[{ value: '', label: 'Nobody' }, ...options]}
        />
        <RadioField
          form={view.form}
          name="form"
          legend="How do they meet?"
          options={FORMS.map((value) => ({
            value,
            label: forms[value].name,
            hint: forms[value].words,
          }))}
        />
        <Button kind="primary">Keep this</Button>
      </Form>
    </Frame>
  );
};
