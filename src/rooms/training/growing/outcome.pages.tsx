import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonRow, DateField, Form, RadioField, TextField } from '#ui/form.tsx';
import { Card, Heading, Lede, Muted, Said } from '#ui/show.tsx';
import { dayAndDate, longDate, momentInWords } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { Interest, InterestOutcome } from './pathway.queries.ts';
import { outcomesFor, outcomeWords } from './pathway.rules.ts';

/** What became of it, one line each. */
export const Outcomes = ({
  outcomes,
  own,
  undo,
  view,
}: {
  outcomes: readonly InterestOutcome[];
  own: boolean;
  undo?: (outcomeId: string) => string;
  view: View;
}) =>
  outcomes.length === 0 ? null : (
    <ul>
      {outcomes.map((each) => (
        <li key={each.id}>
          {outcomeWords(each.outcome, own)}, {longDate(each.on, { today: view.today })}.
          {each.words ? ` ${each.words}` : ''}
          {each.takenBack ? <Muted> Taken back.</Muted> : null}
          {undo && !each.takenBack ? (
            <Form form={view.form} action={undo(each.id)}>
              <Button kind="quiet" small about={outcomeWords(each.outcome, own)}>
                Take this back
              </Button>
            </Form>
          ) : null}
        </li>
      ))}
    </ul>
  );

/** The questions about what became of an interest. */
const OutcomeFields = ({ interest, own, view }: { interest: Interest; own: boolean; view: View }) => (
  <>
    <RadioField
      form={view.form}
      name="outcome"
      legend="What became of it?"
      options={outcomesFor(interest.kind).map((outcome) => ({
        value: outcome,
        label: outcomeWords(outcome, own),
      }))}
    />
    <DateField form={view.form} name="on" legend="On which day?" />
    <TextField form={view.form} name="words" label="A few words, if you like" />
  </>
);

/** A volunteer's own interest: what they said, what they were answered, what became of it. */
export const OwnInterest = ({ interest, view }: { interest: Interest; view: View }): VNode => (
  <Card tone="growth" title={interest.state === 'waiting' ? 'You are interested' : interest.name}>
    <p>
      You said so {momentInWords(interest.saidAt, view.zone, view.now)}.
      {interest.words ? ` “${interest.words}”` : ''}
    </p>
    {interest.answeredAt ? (
      <>
        <Said>{interest.answer}</Said>
        {interest.talkOn ? (
          <p>You talk about it on {dayAndDate(interest.talkOn, { today: view.today })}.</p>
        ) : null}
      </>
    ) : interest.state === 'waiting' ? (
      <p>Your volunteer manager has it and comes back to you.</p>
    ) : null}
    <Outcomes outcomes={interest.outcomes.filter((each) => !each.takenBack)} own view={view} />
    {interest.state === 'over' ? null : (
      <p>
        <a href={paths.interestOutcome({ interestId: interest.id })}>Tell us what became of it</a>, or that it
        is not the time now.
      </p>
    )}
  </Card>
);

/** What became of it, told by the volunteer or written down by whoever looks after them. */
export const OutcomePage = ({
  interest,
  own,
  view,
}: {
  interest: Interest;
  own: boolean;
  view: View;
}): VNode => (
  <Frame
    view={view}
    title="What became of it?"
    back={
      own
        ? { href: paths.pathway({ code: interest.code }), label: interest.name }
        : { href: paths.interest({ interestId: interest.id }), label: 'The interest' }
    }
  >
    <Heading above={interest.name}>What became of it?</Heading>
    <Lede>
      {own
        ? 'Whatever it is, it is fine. It helps us to know what our volunteers go on to do.'
        : 'Only what the volunteer told you. It is counted later, without names.'}
    </Lede>
    <Form form={view.form}>
      <OutcomeFields interest={interest} own={own} view={view} />
      <ButtonRow>
        <Button>Save</Button>
      </ButtonRow>
    </Form>
  </Frame>
);
