import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonRow, DateField, Form, TextArea, TextField } from '#ui/form.tsx';
import { Card, Details, Heading, Inset, Lede, Said, SummaryList, Table } from '#ui/show.tsx';
import { dayAndDate, shortDate } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { mayShapeRoles } from '../recruiting.policy.ts';
import { kindInWords } from './check.words.ts';
import type { RoleNamed } from './eligibility.queries.ts';
import { type EligibilityDecision, LEVELS, mustNotAsk } from './eligibility.rules.ts';
import { KindFields } from './kind.pages.tsx';

export interface EligibilityFacts {
  readonly role: RoleNamed;
  /** Oldest first. */
  readonly decisions: readonly EligibilityDecision[];
  readonly current: EligibilityDecision | null;
  readonly names: ReadonlyMap<string, string>;
}

/** What must not be asked for, in so many words: asking for it is an offence, not a tick too many. */
export const MustNot = ({ current }: { current: EligibilityDecision | null }): VNode => (
  <Card tone="soon" title="What must not be asked for">
    <p>Asking for a check that a role is not eligible for is an offence. For this role that is:</p>
    <ul>
      {mustNotAsk(current).map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  </Card>
);

const Current = ({ view, facts: { current, names } }: { view: View; facts: EligibilityFacts }): VNode =>
  current ? (
    <Card title="The decision that holds">
      <SummaryList
        rows={[
          { label: 'Which check', value: <strong>{kindInWords(current)}</strong> },
          { label: 'Why', value: <Said>{current.reasoning}</Said> },
          { label: 'By which rules', value: current.ruleVersion },
          {
            label: 'Decided',
            value: `${dayAndDate(current.decidedOn, { today: view.today })}, ${names.get(current.decidedBy) ?? 'somebody who has left'}`,
          },
          { label: 'Holds from', value: dayAndDate(current.effectiveFrom, { today: view.today }) },
          { label: 'To be looked at again', value: dayAndDate(current.reviewOn, { today: view.today }) },
        ]}
      />
      {Temporal.PlainDate.compare(current.reviewOn, view.today) <= 0 ? (
        <Inset tone="clay">The day to look at this again has come.</Inset>
      ) : null}
    </Card>
  ) : (
    <Card tone="soon" title="Nobody has decided yet">
      <p>Until somebody has, no check may be asked for in this role, and readiness asks for none.</p>
    </Card>
  );

const Decide = ({ view }: { view: View }): VNode => (
  <>
    <p>
      Your name goes with it, and it is never changed: a new decision stands beside the old ones. The words
      below are only a start. Read them, change them, and take advice where you are not sure.
    </p>
    <Form form={view.form}>
      <KindFields
        form={view.form}
        levels={LEVELS}
        legend="Which check may be asked for in this role?"
        hint="The level the role is eligible for, and no more."
      />
      <TextArea
        form={view.form}
        name="reasoning"
        label="Why"
        hint="What the role does, with whom, how often, who is in the room, and whose advice you took."
        rows={8}
      />
      <TextField
        form={view.form}
        name="ruleVersion"
        label="By which rules?"
        hint="The guide or law you went by and its date, such as Eligibility guide, September 2026."
      />
      <DateField form={view.form} name="effectiveFrom" legend="From when does it hold?" />
      <DateField form={view.form} name="reviewOn" legend="When is it looked at again?" />
      <ButtonRow>
        <Button>Decide in my name</Button>
      </ButtonRow>
    </Form>
  </>
);

export const EligibilityPage = ({ view, facts }: { view: View; facts: EligibilityFacts }): VNode => {
  const before = facts.decisions.filter((each) => each !== facts.current).toReversed();
  return (
    <Frame
      view={view}
      shell="staff"
      title={`Check: ${facts.role.name}`}
      back={{ href: paths.roleProfile({ code: facts.role.code }), label: facts.role.name }}
    >
      <Heading above={facts.role.name}>Which check may be asked for?</Heading>
      <Lede>
        One decision for everybody in the role, with its reasons. It is a judgement of yours and no advice of
        ours.
      </Lede>
      <Current view={view} facts={facts} />
      <MustNot current={facts.current} />
      {!mayShapeRoles(view.actor) ? null : facts.current ? (
        <Details summary="Decide anew" open={view.form.errors.length > 0}>
          <Decide view={view} />
        </Details>
      ) : (
        <Card title="Decide">
          <Decide view={view} />
        </Card>
      )}
      {before.length > 0 ? (
        <Table
          caption="Other decisions about this role"
          rows={before}
          columns={[
            { header: 'Holds from', cell: (each) => shortDate(each.effectiveFrom) },
            { header: 'Which check', cell: (each) => kindInWords(each) },
            { header: 'Why', cell: (each) => each.reasoning },
            { header: 'By which rules', cell: (each) => each.ruleVersion },
            {
              header: 'Decided',
              cell: (each) =>
                `${shortDate(each.decidedOn)}, ${facts.names.get(each.decidedBy) ?? 'somebody who has left'}`,
            },
          ]}
        />
      ) : null}
    </Frame>
  );
};
