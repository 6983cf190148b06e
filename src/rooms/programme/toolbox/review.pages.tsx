import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonRow, DateField, Form, RadioField, TextArea, TextField } from '#ui/form.tsx';
import { Heading, Lede } from '#ui/show.tsx';
import * as paths from '../paths.ts';
import type { Activity } from './toolbox.queries.ts';

export const ReviewPage = ({ activity, view }: { activity: Activity; view: View }): VNode => {
  const { form } = view;
  return (
    <Frame
      view={view}
      title={`Enter a review of ${activity.title}`}
      back={{ href: paths.activity({ code: activity.code }), label: activity.title }}
    >
      <Heading above={`Version ${activity.version}`}>Enter a review of {activity.title}</Heading>
      <Lede>
        Say which professional read this version, and what they decided.
        {activity.hasHandout ? ' Parents see the handout once it is approved, and not before.' : null}
      </Lede>
      <Form form={form}>
        <RadioField
          form={form}
          name="what"
          legend="What did they read?"
          options={
            activity.hasHandout
              ? [
                  { value: 'both', label: 'The activity and its handout' },
                  { value: 'activity', label: 'The activity only' },
                  { value: 'handout', label: 'The handout only' },
                ]
              : [{ value: 'activity', label: 'The activity' }]
          }
        />
        <TextField form={form} name="name" label="Their name" />
        <TextField
          form={form}
          name="role"
          label="Their profession"
          hint="Such as midwife, health visitor or clinical psychologist."
        />
        <DateField form={form} name="on" legend="When did they read it?" hint="For example, 23 11 2026." />
        <RadioField
          form={form}
          name="approved"
          legend="What did they decide?"
          options={[
            { value: 'yes', label: 'It may be used' },
            { value: 'no', label: 'Not as it is' },
          ]}
        />
        <TextArea
          form={form}
          name="words"
          label="What they said"
          hint="If it may not be used, say what has to change."
          rows={4}
        />
        <ButtonRow>
          <Button>Enter the review</Button>
        </ButtonRow>
      </Form>
    </Frame>
  );
};
