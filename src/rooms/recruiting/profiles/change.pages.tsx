import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Checkbox,
  CheckboxField,
  DateField,
  Fieldset,
  Form,
  SelectField,
  TextArea,
  TextField,
} from '#ui/form.tsx';
import { Heading, Inset, Lede } from '#ui/show.tsx';
import * as paths from '../paths.ts';
import { rowsFor } from './profile.form.ts';
import { firstMoverWords, type ProfileFacts } from './profile.pages.tsx';
import { MOVERS, STEP_CODES } from './profile.shape.ts';

const Attributes = ({ view, facts }: { view: View; facts: ProfileFacts }) => (
  <>
    <Heading level={2}>What you look for</Heading>
    <p>Leave a name empty to leave the line out.</p>
    {rowsFor(facts.shown.content).map((at) => (
      <Fieldset legend={facts.shown.content.attributes[at]?.name ?? 'Another one'} key={at}>
        <TextField form={view.form} name={`attribute-${at}`} label="Name" width={30} />
        <TextArea form={view.form} name={`attribute-words-${at}`} label="In plain words" rows={2} />
        <SelectField
          form={view.form}
          name={`attribute-when-${at}`}
          label="When"
          options={[
            { value: 'now', label: 'Needed now' },
            { value: 'grows', label: 'Grows in training' },
          ]}
        />
      </Fieldset>
    ))}
  </>
);

const Route = ({ view, facts }: { view: View; facts: ProfileFacts }) => {
  const nameOf = (code: (typeof STEP_CODES)[number]) =>
    String(view.form.values[`name-${code}`] ?? '') ||
    (facts.shown.content.route.find((step) => step.code === code)?.name ?? code);
  return (
    <>
      <Heading level={2}>The way in</Heading>
      <p>Steps that wait for the same ones run side by side.</p>
      {STEP_CODES.map((code) => (
        <Fieldset legend={nameOf(code)} key={code}>
          <Checkbox form={view.form} name={`in-${code}`} label="Part of the way in" />
          <TextField form={view.form} name={`name-${code}`} label="Name of the step" width={30} />
          <TextArea
            form={view.form}
            name={`words-${code}`}
            label="What happens, for the applicant"
            rows={2}
          />
          <SelectField
            form={view.form}
            name={`owner-${code}`}
            label="Who moves first"
            options={MOVERS.map((value) => ({ value, label: firstMoverWords[value] }))}
          />
          <TextField
            form={view.form}
            name={`days-${code}`}
            label="Days it usually takes"
            inputmode="numeric"
            width={3}
          />
          <CheckboxField
            form={view.form}
            name={`after-${code}`}
            legend="It begins after"
            small
            options={STEP_CODES.filter((each) => each !== code).map((each) => ({
              value: each,
              label: nameOf(each),
            }))}
          />
        </Fieldset>
      ))}
    </>
  );
};

export const ChangeProfilePage = ({ view, facts }: { view: View; facts: ProfileFacts }): VNode => {
  const { code, version, content } = facts.shown;
  return (
    <Frame
      view={view}
      shell="staff"
      title={`Change ${content.name}`}
      back={{ href: paths.roleProfile({ code }), label: content.name }}
    >
      <Heading above={content.name}>Change this role</Heading>
      <Lede>
        What you save becomes version {version + 1} from the day you choose. Version {version} stays as it is,
        and whoever is on the way in goes on with the one they began with.
      </Lede>
      <Form form={view.form}>
        <DateField form={view.form} name="effectiveFrom" legend="From which day" hint="Today or later" />
        <Heading level={2}>The role</Heading>
        <TextField form={view.form} name="name" label="What the role is called" width={30} />
        <TextArea form={view.form} name="about" label="What it is, in a few sentences" rows={4} />
        <TextArea
          form={view.form}
          name="whatYouDo"
          label="What somebody does"
          hint="One thing on each line"
          rows={5}
        />
        <TextArea form={view.form} name="time" label="How much time it takes" rows={2} />
        <TextArea
          form={view.form}
          name="whatYouGet"
          label="What they get (optional)"
          hint="One thing on each line"
          rows={4}
        />
        <Attributes view={view} facts={facts} />
        <Route view={view} facts={facts} />
        <Inset>
          <p>The public pages show this from the day you chose.</p>
        </Inset>
        <ButtonRow>
          <Button>Save as version {version + 1}</Button>
          <ButtonLink kind="quiet" href={paths.roleProfile({ code })}>
            Leave it as it is
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Frame>
  );
};
