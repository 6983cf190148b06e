import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { requirements } from '#rooms/delivery/paths.ts';
import { Button, ButtonRow, DateField, Form, TextArea, TextField } from '#ui/form.tsx';
import { Card, Empty, Heading, Inset, Lede, SummaryList, Table } from '#ui/show.tsx';
import { counted, dayAndDate, shortDate } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { CheckRules } from './check.rules.ts';
import type { LaidDownCheckRules } from './rules.queries.ts';

export interface CheckRulesFacts {
  /** Oldest first. */
  readonly all: readonly LaidDownCheckRules[];
  readonly current: LaidDownCheckRules | null;
  readonly today: Temporal.PlainDate;
}

const rowsOf = (rules: CheckRules) => [
  { label: 'A check is done again after', value: counted(rules.renewAfterMonths, 'month') },
  { label: 'A look at the Update Service each', value: counted(rules.updateServiceMonths, 'month') },
  { label: 'A certificate is looked at twice when older than', value: counted(rules.freshMonths, 'month') },
  {
    label: 'The detail of a disclosure is kept for',
    value: `${counted(rules.keepDetailMonths, 'month')} after the decision`,
  },
];

export const CheckRulesPage = ({ view, facts }: { view: View; facts: CheckRulesFacts }): VNode => (
  <Frame
    view={view}
    shell="staff"
    title="Rules about checks"
    back={{ href: paths.roleProfiles(), label: 'Roles' }}
  >
    <Heading>Rules about checks</Heading>
    <Lede>
      Certificates have no end of their own. After how long they are done again is for you to decide. When we
      remind, and how long the grace is, stands on <a href={requirements()}>What we ask of volunteers</a>.
    </Lede>
    {facts.current ? (
      <Card title="What holds now">
        <SummaryList
          rows={[
            {
              label: 'Holds from',
              value: dayAndDate(facts.current.effectiveFrom, { today: view.today }),
            },
            ...rowsOf(facts.current),
            { label: 'Where it comes from', value: facts.current.source },
          ]}
        />
      </Card>
    ) : (
      <Empty title="Nothing is laid down yet.">Until something is, no certificate can be written down.</Empty>
    )}
    <Card title="Lay down something new">
      <p>It holds from the day you choose. What was given before keeps the end it was given.</p>
      <Form form={view.form}>
        <DateField form={view.form} name="effectiveFrom" legend="From when does it hold?" />
        <TextField
          form={view.form}
          name="renewAfterMonths"
          label="A check is done again after how many months?"
          inputmode="numeric"
          width={4}
        />
        <TextField
          form={view.form}
          name="updateServiceMonths"
          label="How many months between two looks at the Update Service?"
          inputmode="numeric"
          width={4}
        />
        <TextField
          form={view.form}
          name="freshMonths"
          label="After how many months is a certificate looked at twice?"
          inputmode="numeric"
          width={4}
        />
        <TextField
          form={view.form}
          name="keepDetailMonths"
          label="How many months is the detail of a disclosure kept after the decision?"
          hint="Six at most."
          inputmode="numeric"
          width={4}
        />
        <TextArea
          form={view.form}
          name="source"
          label="Where does this come from?"
          hint="Your policy, a guide, the advice you took, with its date."
          rows={2}
        />
        <ButtonRow>
          <Button>Lay it down</Button>
        </ButtonRow>
      </Form>
    </Card>
    <Inset>
      This is not legal advice. Take advice where you are not sure. From how many days with children on a
      check with the barred list is needed stands on <a href={paths.activityRules()}>Days with children</a>.
    </Inset>
    {facts.all.length > 1 ? (
      <Table
        caption="Everything that was laid down"
        rows={facts.all.toReversed()}
        columns={[
          { header: 'Holds from', cell: (each) => shortDate(each.effectiveFrom) },
          { header: 'Again after', cell: (each) => counted(each.renewAfterMonths, 'month') },
          { header: 'Where it comes from', cell: (each) => each.source },
        ]}
      />
    ) : null}
  </Frame>
);
