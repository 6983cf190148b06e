import type { VNode } from 'preact';
import { type Role, roleWords } from '#platform/db/actor.ts';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Checkbox,
  CheckboxField,
  Form,
  RadioField,
  TextArea,
  TextField,
} from '#ui/form.tsx';
import { Card, Heading, Inset, Lede, Tiles } from '#ui/show.tsx';
import { minutesInWords } from '#ui/times.ts';
import { concernsPath, helpPath, raisePath } from '../paths.ts';
import type { Known } from './raise.queries.ts';

export interface RaiseFacts {
  readonly from: string | null;
  readonly centre: { readonly id: string; readonly name: string };
  readonly team: readonly {
    readonly accountId: string;
    readonly name: string;
    readonly roles: readonly Role[];
  }[];
  /** Name and role of whom it goes to when it names nobody; null when nobody is there to read it. */
  readonly reader: string | null;
  readonly minutes: number;
  /** The parents the page somebody came from is about, and those found by the name that was typed. */
  readonly people: readonly Known[];
}

export interface ChooseFacts {
  readonly from: string | null;
  readonly centres: readonly { readonly id: string; readonly name: string; readonly town: string }[];
}

const Danger = () => (
  <Card tone="urgent" title="Call 999 first">
    <p>Then come back and finish this. What you typed stays here, and it can be sent after the call.</p>
    <ButtonRow>
      <ButtonLink href="tel:999" kind="warning">
        Call 999
      </ButtonLink>
    </ButtonRow>
  </Card>
);

const WhoReads = ({ facts }: { facts: RaiseFacts }) => (
  <Inset tone="pine">
    <p>
      {facts.reader
        ? `It goes to ${facts.reader}, at once, and nobody else sees it. They take it on within ${minutesInWords(facts.minutes)}; if not, the next person is told.`
        : `Nobody is on duty to read concerns at ${facts.centre.name}. Please speak to the service lead now.`}
    </p>
    <p>
      Writing it here never takes the place of calling 999, or of your own legal duty to tell the police or
      the council’s social care.
    </p>
  </Inset>
);

const About = ({ facts, view }: { facts: RaiseFacts; view: View }) => (
  <>
    <TextField
      form={view.form}
      name="about_words"
      label="Who is it about?"
      hint="A name, or words such as “a mother at the drop-in with twins”"
      autocomplete="off"
      spellcheck={false}
    />
    <ButtonRow>
      <Button kind="secondary" small name="find" value="yes">
        Look for them by name
      </Button>
    </ButtonRow>
    {facts.people.length > 0 ? (
      <RadioField
        form={view.form}
        name="about_person"
        legend="Is it one of these parents?"
        small
        options={[
          ...facts.people.map((person) => ({ value: person.id, label: person.fullName })),
          { value: '', label: 'No, or I am not sure' },
        ]}
      />
    ) : null}
  </>
);

/** The letterbox: a minute, four questions that matter, and nothing that stops somebody who is in a hurry. */
export const RaisePage = ({ facts, view }: { facts: RaiseFacts; view: View }): VNode => (
  <Frame
    view={view}
    title="Raise a concern"
    {...(facts.from && { back: { href: facts.from, label: 'Back without raising it' } })}
  >
    <Heading above={facts.centre.name}>Raise a concern</Heading>
    <Lede>You do not have to be certain. Say what you saw or heard; somebody else weighs it up.</Lede>
    {view.form.values.danger === 'yes' ? <Danger /> : null}
    <WhoReads facts={facts} />
    <Form form={view.form}>
      <RadioField
        form={view.form}
        name="danger"
        legend="Is anyone in danger now?"
        options={[
          {
            value: 'yes',
            label: 'Yes',
            reveals: (
              <>
                <Danger />
                <Checkbox form={view.form} name="called" label="I have called 999" />
              </>
            ),
          },
          { value: 'no', label: 'No, not as far as I know' },
        ]}
      />
      <TextArea
        form={view.form}
        name="happened"
        label="What happened, or what worries you?"
        hint="What you saw or heard, when and where. Leave out what you only guess."
        rows={6}
      />
      <About facts={facts} view={view} />
      <TextArea
        form={view.form}
        name="said"
        label="What was said, in their own words (if you can)"
        hint="Write it as they said it. You do not need to ask them more."
        rows={3}
      />
      <TextArea form={view.form} name="done" label="What have you done already (if anything)?" rows={3} />
      <RadioField
        form={view.form}
        name="team"
        legend="Is it about somebody of our team?"
        hint="Whoever you choose is not told, and never sees it"
        options={[
          { value: 'no', label: 'No' },
          {
            value: 'yes',
            label: 'Yes',
            reveals: (
              <CheckboxField
                form={view.form}
                name="named"
                legend="Who?"
                small
                options={facts.team.map(({ accountId, name, roles }) => ({
                  value: accountId,
                  label: `${name}, ${roles.map((role) => roleWords[role]).join(' and ')}`,
                }))}
              />
            ),
          },
        ]}
      />
      <p>
        You get a receipt at once, and hear here when it has been read. You may not hear what is done about
        it: that keeps people safe.
      </p>
      <Button>Raise this concern</Button>
    </Form>
    <p>
      <a href={helpPath()}>Numbers to call now</a> · <a href={concernsPath()}>What you raised before</a>
    </p>
  </Frame>
);

/** For somebody who works at several centres: each has its own people who read concerns. */
export const ChooseCentrePage = ({ facts, view }: { facts: ChooseFacts; view: View }): VNode => (
  <Frame
    view={view}
    title="Raise a concern"
    {...(facts.from && { back: { href: facts.from, label: 'Back without raising it' } })}
  >
    <Heading>Raise a concern</Heading>
    <Lede>Which centre is it about? In danger, call 999 first.</Lede>
    <Tiles
      tiles={facts.centres.map(({ id, name, town }) => ({
        href: raisePath({}, { centre: id, from: facts.from ?? undefined }),
        title: name,
        text: town,
      }))}
    />
  </Frame>
);
