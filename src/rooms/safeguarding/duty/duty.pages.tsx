import type { VNode } from 'preact';
import { type Role, roleWords } from '#platform/db/actor.ts';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, DateField, Form, SelectField, TextField } from '#ui/form.tsx';
import { Card, Heading, Lede, Muted, Row, Rows, SummaryList } from '#ui/show.tsx';
import { dayAndDate, minutesInWords } from '#ui/times.ts';
import type { Duty } from '../owner/owner.queries.ts';
import { clockPath, concernsPath, dutyPath, onDutyPath } from '../paths.ts';
import type { DatedClock } from './duty.queries.ts';

const DUTY_WORDS: Readonly<
  Record<Duty, { readonly label: string; readonly hint: string; readonly none: string }>
> = {
  owner: {
    label: 'Reads them first',
    hint: 'Owns each concern from the start',
    none: 'A volunteer manager of the centre',
  },
  deputy: {
    label: 'Told next',
    hint: 'If it is not taken on in time, or names the first',
    none: 'Another volunteer manager, if there is one',
  },
  last: { label: 'Told last', hint: 'Usually the service lead', none: 'A service lead' },
};
const STEPS = ['owner', 'deputy', 'last'] as const;

export interface OnDutyFacts {
  readonly centres: readonly {
    readonly id: string;
    readonly name: string;
    readonly holders: Readonly<Partial<Record<Duty, string>>>;
  }[];
  readonly clocks: readonly DatedClock[];
}

/** Who reads concerns at each centre, and how soon. */
export const OnDutyPage = ({ facts, view }: { facts: OnDutyFacts; view: View }): VNode => {
  const current = facts.clocks.find(({ from }) => Temporal.PlainDate.compare(from, view.today) <= 0);
  const coming = facts.clocks.filter(({ from }) => Temporal.PlainDate.compare(from, view.today) > 0);
  return (
    <Frame view={view} title="Who reads concerns" back={{ href: concernsPath(), label: 'Concerns' }}>
      <Heading>Who reads concerns, and how soon</Heading>
      <Lede>Whoever a concern names is passed over by itself, and sees nothing of it.</Lede>
      <Rows>
        {facts.centres.map((centre) => (
          <Row
            key={centre.id}
            action={{
              href: dutyPath({ centreId: centre.id }),
              label: 'Change',
              about: `who reads concerns at ${centre.name}`,
            }}
          >
            <p>
              <strong>{centre.name}</strong>
            </p>
            {STEPS.map((duty) => (
              <p key={duty}>
                {DUTY_WORDS[duty].label}: {centre.holders[duty] ?? <Muted>{DUTY_WORDS[duty].none}</Muted>}
              </p>
            ))}
          </Row>
        ))}
      </Rows>
      <Heading level={2}>How soon</Heading>
      <SummaryList
        rows={[
          {
            label: 'Taken on within',
            value: current ? minutesInWords(current.acknowledgeWithinMinutes) : '1 hour',
            action: { href: clockPath(), label: 'Change', about: 'how soon concerns are read' },
          },
          {
            label: 'And the last person, after another',
            value: current ? minutesInWords(current.escalateAgainAfterMinutes) : '1 hour',
          },
          ...coming.map((clock) => ({
            label: `From ${dayAndDate(clock.from, { today: view.today })}`,
            value: `${minutesInWords(clock.acknowledgeWithinMinutes)}, then ${minutesInWords(clock.escalateAgainAfterMinutes)}`,
          })),
        ]}
      />
    </Frame>
  );
};

export interface DutyFacts {
  readonly centre: { readonly id: string; readonly name: string };
  readonly choices: readonly {
    readonly accountId: string;
    readonly name: string;
    readonly roles: readonly Role[];
  }[];
  readonly holders: Readonly<Partial<Record<Duty, string>>>;
}

/** Choosing who reads concerns at one centre. */
export const DutyPage = ({ facts, view }: { facts: DutyFacts; view: View }): VNode => (
  <Frame
    view={view}
    title={`Who reads concerns at ${facts.centre.name}`}
    back={{ href: onDutyPath(), label: 'Who reads concerns' }}
  >
    <Heading above={facts.centre.name}>Who reads concerns</Heading>
    <Card tone="plain">
      <p>
        It counts for concerns raised from now on. Those raised before stay with whoever they were given to.
      </p>
    </Card>
    <Form form={view.form}>
      {STEPS.map((duty) => (
        <SelectField
          key={duty}
          form={view.form}
          name={duty}
          label={DUTY_WORDS[duty].label}
          hint={DUTY_WORDS[duty].hint}
          options={[
            { value: '', label: DUTY_WORDS[duty].none },
            ...facts.choices.map(({ accountId, name, roles }) => ({
              value: accountId,
              label: `${name}, ${roles.map((role) => roleWords[role]).join(' and ')}`,
            })),
          ]}
        />
      ))}
      <Button>Save</Button>
    </Form>
  </Frame>
);

/** How soon concerns are read, from which day. */
export const ClockPage = ({ view }: { view: View }): VNode => (
  <Frame
    view={view}
    title="How soon concerns are read"
    back={{ href: onDutyPath(), label: 'Who reads concerns' }}
  >
    <Heading>How soon concerns are read</Heading>
    <Lede>A concern keeps the clock it was raised under.</Lede>
    <Form form={view.form}>
      <TextField
        form={view.form}
        name="first"
        label="Taken on within"
        suffix="minutes"
        width={4}
        inputmode="numeric"
      />
      <TextField
        form={view.form}
        name="again"
        label="If not, the last person is told after another"
        suffix="minutes"
        width={4}
        inputmode="numeric"
      />
      <DateField form={view.form} name="from" legend="From which day?" />
      <Button>Save</Button>
    </Form>
  </Frame>
);
