import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonRow, Checkbox, DateField, Form, TextField } from '#ui/form.tsx';
import { Card, Heading, Inset, Lede, Muted } from '#ui/show.tsx';
import { longDate } from '#ui/times.ts';
import { roleProfiles } from '../paths.ts';
import { RulesList } from './mine.pages.tsx';
import type { ReferenceRules } from './reference.rules.ts';

export interface RulesFacts {
  readonly rules: ReferenceRules;
  readonly later: readonly ReferenceRules[];
  readonly mayChange: boolean;
}

export const RulesPage = ({ view, facts }: { view: View; facts: RulesFacts }): VNode => {
  const { rules, later, mayChange } = facts;
  const { form } = view;
  const number = (name: string, label: string, hint?: string) => (
    <TextField form={form} name={name} label={label} hint={hint} inputmode="numeric" width={3} />
  );
  return (
    <Frame
      view={view}
      shell="staff"
      title="Rules about referees"
      back={{ href: roleProfiles(), label: 'Role profiles' }}
    >
      <Heading>Rules about referees</Heading>
      <Lede>Whom applicants may name. They read this before they type a name.</Lede>
      <Card tone="tint" title="Now">
        <RulesList rules={rules} bent={[]} />
        <p>
          They usually answer within {rules.answerDays} days, are reminded once after {rules.reminderDays},
          and the link opens for {rules.linkDays} days.
        </p>
        <p>
          <Muted>
            Version {rules.version}, since {longDate(rules.effectiveFrom, { today: view.today })}.
          </Muted>
        </p>
      </Card>
      {later.map((each) => (
        <Card key={each.version} title={`From ${longDate(each.effectiveFrom, { today: view.today })}`}>
          <RulesList rules={each} bent={[]} />
        </Card>
      ))}
      {mayChange ? (
        <>
          <Heading level={2}>Make new rules</Heading>
          <Inset>
            What is named by then stays named. For one applicant a rule is set aside on their own page.
          </Inset>
          <Form form={form}>
            {number('needed', 'How many people do you ask for?')}
            {number('knownYears', 'For how many years do they know the applicant?')}
            {number(
              'contextsLeast',
              'From how many parts of life do they come?',
              'Work, study, a neighbour …',
            )}
            <Checkbox form={form} name="mayBeRelated" label="They may be related to the applicant" />
            <Checkbox form={form} name="mayWorkHere" label="They may work or volunteer with us" />
            {number('answerDays', 'Within how many days do they usually answer?')}
            {number('reminderDays', 'After how many days are they reminded?')}
            {number('linkDays', 'For how many days does the link open?')}
            <DateField form={form} name="effectiveFrom" legend="From which day?" />
            <ButtonRow>
              <Button>Save the new rules</Button>
            </ButtonRow>
          </Form>
        </>
      ) : null}
    </Frame>
  );
};
