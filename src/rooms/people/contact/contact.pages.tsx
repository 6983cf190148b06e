import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { family } from '#rooms/families/paths.ts';
import {
  Button,
  ButtonLink,
  ButtonRow,
  CheckboxField,
  Form,
  RadioField,
  TextArea,
  TextField,
  TimeField,
} from '#ui/form.tsx';
import { Details, Heading, Lede } from '#ui/show.tsx';
import type { PersonFile } from '../files/files.queries.ts';

/** How to reach a parent, and what is safe. */
export const ContactPage = ({ view, file }: { view: View; file: PersonFile }): VNode => {
  const { form } = view;
  const back = family({ personId: file.id });
  return (
    <Frame
      view={view}
      title={`How to reach ${file.calledName}`}
      back={{ href: back, label: `${file.calledName}’s file` }}
    >
      <Heading>How to reach {file.calledName}</Heading>
      <Lede>
        Ask {file.calledName}. Nothing is sent by a way that is not ticked here, and until somebody says
        otherwise every message is written so that a person looking on learns nothing.
      </Lede>
      <Form form={form}>
        <TextField form={form} name="phone" label="Phone number" type="tel" width={20} autocomplete="off" />
        <TextField
          form={form}
          name="email"
          label="E-mail address"
          type="email"
          autocomplete="off"
          spellcheck={false}
        />
        <CheckboxField
          form={form}
          name="ways"
          legend="Which ways are safe?"
          hint="Only what the parent has said is safe."
          options={[
            { value: 'text', label: 'Text messages' },
            { value: 'email', label: 'E-mail' },
            { value: 'call', label: 'Calls' },
            {
              value: 'voicemail',
              label: 'A voicemail',
              hint: 'Say a first name and a number, and nothing of the service.',
            },
          ]}
        />
        <RadioField
          form={form}
          name="othersMayRead"
          legend="Might somebody else see the phone or the e-mail?"
          hint="If it is not sure, choose yes."
          options={[
            {
              value: 'yes',
              label: 'Yes, or not sure',
              hint: 'Messages never name the service, the group or the place.',
            },
            { value: 'no', label: 'No', hint: 'Messages may say who we are and where to come.' },
          ]}
        />
        <TextArea
          form={form}
          name="safeTimes"
          label="When is a good time to call?"
          hint="In the parent’s own words, such as “mornings, when he is at work”."
          rows={2}
        />
        <TimeField form={form} name="quietFrom" label="Send nothing from" />
        <TimeField form={form} name="quietUntil" label="until" />
        <Details summary="Address" open={form.values.address !== '' && form.values.address !== undefined}>
          <TextArea
            form={form}
            name="address"
            label="Address"
            hint="Only if letters are safe, or for a visit."
            rows={3}
            autocomplete="off"
          />
          <TextField
            form={form}
            name="postcode"
            label="Postcode"
            width={10}
            autocomplete="off"
            spellcheck={false}
          />
        </Details>
        <ButtonRow>
          <Button>Save</Button>
          <ButtonLink href={back} kind="quiet">
            Leave it as it is
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Frame>
  );
};
