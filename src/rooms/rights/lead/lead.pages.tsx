import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, Checkbox, Form, SelectField } from '#ui/form.tsx';
import { Empty, Heading, Lede, Muted, Row, Rows } from '#ui/show.tsx';
import { momentInWords } from '#ui/times.ts';
import { dataPath, endLeadPath, leadPath } from '../paths.ts';
import type { Section } from './sections.ts';

export interface NamedLead {
  readonly id: string;
  readonly name: string;
  readonly from: Temporal.Instant;
}

export interface DataFacts {
  readonly leads: readonly NamedLead[];
  readonly sections: readonly Section[];
  readonly mayName: boolean;
}

const names = (leads: readonly NamedLead[]): string =>
  new Intl.ListFormat('en-GB').format(leads.map(({ name }) => name));

/** Where whoever answers for what we keep begins. */
export const DataPage = ({ facts, view }: { facts: DataFacts; view: View }): VNode => (
  <Frame view={view} title="What we keep about people">
    <Heading>What we keep about people</Heading>
    <Lede>
      {facts.leads.length === 0
        ? 'Nobody answers for this yet. A service lead names somebody.'
        : `${names(facts.leads)} ${facts.leads.length === 1 ? 'answers' : 'answer'} for this here.`}
    </Lede>
    <Rows>
      {facts.sections.map(({ href, title, words }) => (
        <Row key={href} action={{ href, label: 'Open', about: title }}>
          <p>
            <strong>{title}</strong>
          </p>
          <p>
            <Muted>{words}</Muted>
          </p>
        </Row>
      ))}
      {facts.mayName && (
        <Row action={{ href: leadPath(), label: 'Open', about: 'who answers for it' }}>
          <p>
            <strong>Who answers for it</strong>
          </p>
          <p>
            <Muted>The data lead, and who stands in for them.</Muted>
          </p>
        </Row>
      )}
    </Rows>
  </Frame>
);

export interface LeadFacts {
  readonly leads: readonly NamedLead[];
  readonly choices: readonly { readonly accountId: string; readonly name: string }[];
}

export const LeadPage = ({ facts, view }: { facts: LeadFacts; view: View }): VNode => (
  <Frame
    view={view}
    title="Who answers for what we keep"
    back={{ href: dataPath(), label: 'What we keep about people' }}
  >
    <Heading>Who answers for what we keep</Heading>
    <Lede>
      The data lead sees who looked at what, answers people who ask what we hold, and looks after how long
      things stay. It opens no family’s file and no concern.
    </Lede>
    {facts.leads.length === 0 ? (
      <Empty title="Nobody yet">
        <p>Until somebody is named, nobody sees requests that people make.</p>
      </Empty>
    ) : (
      <Rows>
        {facts.leads.map((lead) => (
          <Row
            key={lead.id}
            action={{ href: endLeadPath({ leadId: lead.id }), label: 'End it', about: lead.name }}
          >
            <p>
              <strong>{lead.name}</strong>
            </p>
            <p>
              <Muted>Since {momentInWords(lead.from, view.zone, view.now)}</Muted>
            </p>
          </Row>
        ))}
      </Rows>
    )}
    <Form form={view.form}>
      <SelectField
        form={view.form}
        name="account"
        label="Name somebody"
        hint="Somebody who keeps the programme; better two than one"
        options={[
          { value: '', label: 'Choose' },
          ...facts.choices.map(({ accountId, name }) => ({ value: accountId, label: name })),
        ]}
      />
      <Button>Name them</Button>
    </Form>
  </Frame>
);

export const EndLeadPage = ({ lead, view }: { lead: NamedLead; view: View }): VNode => (
  <Frame
    view={view}
    title={`${lead.name} no longer answers for what we keep`}
    back={{ href: leadPath(), label: 'Who answers for it' }}
  >
    <Heading>{lead.name} no longer answers for what we keep</Heading>
    <p>From the next page on they see nothing of it. What they wrote down stays.</p>
    <Form form={view.form}>
      <Checkbox form={view.form} name="agreed" label="Somebody else answers from now on" />
      <Button>End it</Button>
    </Form>
  </Frame>
);
