import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { type Centre, languageOptions } from '#rooms/people/door.ts';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Form,
  Hidden,
  RadioField,
  SelectField,
  TextArea,
  TextField,
} from '#ui/form.tsx';
import { Empty, Heading, Lede } from '#ui/show.tsx';
import * as paths from '../paths.ts';
import type { RoleProfile } from '../profiles/profile.queries.ts';
import { WhoFields } from './fields.pages.tsx';
import type { SourceNamed } from './new.queries.ts';

export interface NewFacts {
  readonly centres: readonly Centre[];
  readonly profiles: readonly RoleProfile[];
  readonly sources: readonly SourceNamed[];
}

const LIST = { href: paths.applicants(), label: 'Applicants' };
const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

export const NewPage = ({ view, facts }: { view: View; facts: NewFacts }): VNode => {
  const { form } = view;
  return (
    <Frame view={view} title="Write down an enquiry" back={LIST}>
      <Heading>Write down an enquiry</Heading>
      <Lede>
        For somebody who rang, wrote or came to a talk. They get a letter with the link to a page of their
        own, which always shows what comes next.
      </Lede>
      {facts.profiles.length === 0 ? (
        <Empty
          title="There is no role yet"
          action={{ href: paths.roleProfiles(), label: 'Look at the roles' }}
        >
          A service lead or programme coordinator writes down the first role.
        </Empty>
      ) : (
        <Form form={form}>
          {facts.centres.length > 1 ? (
            <RadioField
              form={form}
              name="centre"
              legend="Which centre?"
              small
              options={facts.centres.map(({ id, name }) => ({ value: id, label: name }))}
            />
          ) : (
            <Hidden name="centre" value={facts.centres[0]?.id ?? ''} />
          )}
          <RadioField
            form={form}
            name="profile"
            legend="Which role do they ask about?"
            small
            options={facts.profiles.map(({ id, content }) => ({ value: id, label: content.name }))}
          />
          <WhoFields view={view} />
          <SelectField form={form} name="language" label="Language" options={languageOptions()} />
          {facts.sources.length > 0 ? (
            <SelectField
              form={form}
              name="source"
              label="Where did they hear of us?"
              options={[
                { value: '', label: 'Somewhere else, or not asked' },
                ...facts.sources.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          ) : null}
          <TextField
            form={form}
            name="heardFrom"
            label="Where they heard of us, in their words (if you like)"
          />
          <RadioField
            form={form}
            name="parentHere"
            legend="Were they a parent with us? (if they said so)"
            hint="Then their own file as a parent is locked for everybody once they volunteer."
            small
            options={YES_NO}
          />
          <TextArea form={form} name="words" label="What they said (if you like)" rows={4} />
          <RadioField
            form={form}
            name="talked"
            legend="Have you had the informal conversation already?"
            hint="With yes, the next step opens at once."
            small
            options={YES_NO}
          />
          <ButtonRow>
            <Button>Write it down</Button>
            <ButtonLink kind="quiet" href={LIST.href}>
              Not now
            </ButtonLink>
          </ButtonRow>
        </Form>
      )}
    </Frame>
  );
};
