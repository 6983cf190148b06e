import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import {
  Button,
  ButtonRow,
  Checkbox,
  Fieldset,
  FilterForm,
  Form,
  SelectField,
  TextArea,
  TextField,
} from '#ui/form.tsx';
import { Empty, Heading, Lede } from '#ui/show.tsx';
import * as paths from '../paths.ts';
import type { Openings } from './openings.queries.ts';

export const OpeningsPage = ({ view, facts }: { view: View; facts: Openings }): VNode => {
  const { centre, centres, openings } = facts;
  const chosen = { ...view.form, errors: [], values: { centre: centre.id } };
  return (
    <Frame
      view={view}
      shell="staff"
      title="Roles we look for"
      back={{ href: paths.applicants(), label: 'Applicants' }}
    >
      <Heading above={centre.name}>Roles we look for</Heading>
      <Lede>
        What you tick stands on{' '}
        <a href={paths.joinCentre({ slug: centre.slug })}>the public page of {centre.name}</a> at once. With
        nothing ticked it says that you are not looking just now, and takes names all the same.
      </Lede>
      {centres.length > 1 ? (
        <FilterForm label="Choose a centre" action={paths.openings()}>
          <SelectField
            form={chosen}
            name="centre"
            label="Centre"
            options={centres.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Button kind="secondary">Show</Button>
        </FilterForm>
      ) : null}
      {openings.length === 0 ? (
        <Empty title="There are no role profiles yet.">
          <p>
            <a href={paths.roleProfiles()}>Role profiles</a> say what a role is and how people come in.
          </p>
        </Empty>
      ) : (
        <Form form={view.form}>
          {openings.map(({ profile: { code, content } }) => (
            <Fieldset legend={content.name} key={code}>
              <Checkbox form={view.form} name={`open-${code}`} label="We look for somebody" />
              <TextField
                form={view.form}
                name={`wanted-${code}`}
                label="How many"
                hint="For yourselves; the public page does not say it"
                inputmode="numeric"
                width={3}
              />
              <TextArea
                form={view.form}
                name={`words-${code}`}
                label="In your own words (optional)"
                hint="For example, which days you need most, or that the bus stops at the door"
                rows={3}
              />
              <p>
                <a href={paths.roleProfile({ code })}>What this role is, and the way in</a>
              </p>
            </Fieldset>
          ))}
          <ButtonRow>
            <Button>Save</Button>
          </ButtonRow>
        </Form>
      )}
    </Frame>
  );
};
