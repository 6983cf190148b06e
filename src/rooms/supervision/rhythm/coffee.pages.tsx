import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, DateField, Form, Hidden, TextField, TimeField } from '#ui/form.tsx';
import { Card, Details, Empty, Heading, Lede, Muted } from '#ui/show.tsx';
import { counted } from '#ui/times.ts';
import type { Meeting } from './meeting.queries.ts';
import { becauseWords, whenWords } from './rhythm.words.ts';

export interface CoffeeFacts {
  readonly coffees: readonly Meeting[];
  /** Centres at which the actor is a peer supporter: they say yes and see who else does. */
  readonly supportsAt: readonly string[];
  readonly me: string;
  readonly names: ReadonlyMap<string, string>;
  readonly everyDays: number;
}

const Coffee = ({ view, meeting, facts }: { view: View; meeting: Meeting; facts: CoffeeFacts }) => {
  const theirs = facts.supportsAt.includes(meeting.centreId);
  const coming = meeting.people.some((each) => each.accountId === facts.me);
  const others = meeting.people
    .filter((each) => each.accountId !== facts.me)
    .map((each) => facts.names.get(each.accountId) ?? 'Somebody');
  return (
    <Card title={whenWords(meeting, view.today)} above={meeting.centreName}>
      <p>
        {meeting.place || 'Where is still to be said.'} <Muted>{becauseWords(meeting.because)}</Muted>
      </p>
      {theirs ? (
        <>
          <p>
            {coming ? 'You said you would like to come. ' : ''}
            {others.length > 0
              ? `${others.join(', ')} ${others.length === 1 ? 'comes' : 'come'}${coming ? ' too' : ''}.`
              : coming
                ? 'Nobody else has said so yet.'
                : 'Nobody has said so yet. Somebody is always the first.'}
          </p>
          <Form form={view.form}>
            <Hidden name="meetingId" value={meeting.id} />
            <Hidden name="what" value={coming ? 'not' : 'come'} />
            <Button kind={coming ? 'secondary' : 'primary'} about={whenWords(meeting, view.today)}>
              {coming ? 'I cannot come after all' : 'I would like to come'}
            </Button>
          </Form>
        </>
      ) : (
        <p>
          <Muted>Who comes is between the peer supporters.</Muted>
        </p>
      )}
    </Card>
  );
};

const Change = ({ view, facts }: { view: View; facts: CoffeeFacts }) => {
  const [next] = facts.coffees;
  if (!next) return null;
  return (
    <Details summary="Choose another day, or say where" open={view.form.errors.length > 0}>
      <Form form={view.form}>
        <Hidden name="meetingId" value={next.id} />
        <Hidden name="what" value="change" />
        <p>For the coffee morning of {whenWords(next, view.today)}.</p>
        <DateField form={view.form} name="on" legend="Which day?" />
        <TimeField form={view.form} name="at" label="At what time?" />
        <TextField
          form={view.form}
          name="place"
          label="Where?"
          hint="A café, somebody’s garden, the Maple Room"
        />
        <Button kind="secondary">Keep this</Button>
      </Form>
    </Details>
  );
};

export const CoffeePage = ({ view, facts }: { view: View; facts: CoffeeFacts }): VNode => (
  <Frame view={view} title="Coffee mornings">
    <Heading>Coffee mornings</Heading>
    <Lede>
      Every {counted(facts.everyDays / 7, 'week')}, for peer supporters among themselves. Nobody has to come,
      nobody counts who does, and nothing is written down.
    </Lede>
    {facts.coffees.length === 0 ? (
      <Empty title="No coffee morning is set yet">
        The first one is proposed once a centre has two peer supporters. You get a letter about it.
      </Empty>
    ) : (
      <>
        {facts.coffees.map((each) => (
          <Coffee key={each.id} view={view} meeting={each} facts={facts} />
        ))}
        <Change view={view} facts={facts} />
      </>
    )}
  </Frame>
);
