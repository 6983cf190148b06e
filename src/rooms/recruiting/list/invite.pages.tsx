import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonLink, ButtonRow, Form, RadioField, TextArea } from '#ui/form.tsx';
import { Card, Heading, Inset, Lede, Muted, Said } from '#ui/show.tsx';
import { counted } from '#ui/times.ts';
import { previewOf, subjectOf } from './invite.messages.ts';
import { INVITES, type InPipeline, type Invite, inviteWords, leftOutOf } from './pipeline.rules.ts';

export interface InviteFacts {
  readonly rows: readonly InPipeline[];
  readonly today: Temporal.PlainDate;
  /** Back to the list with the filter it had. */
  readonly back: string;
}

const Preview = ({ invite, facts }: { invite: Invite; facts: InviteFacts }) => {
  const suited = facts.rows.filter((row) => leftOutOf(invite, row, facts.today) === null);
  const out = new Map<string, string[]>();
  for (const row of facts.rows) {
    const why = leftOutOf(invite, row, facts.today);
    if (why !== null) out.set(why, [...(out.get(why) ?? []), row.name]);
  }
  const [first] = suited;
  if (!first) return <p>This fits none of them just now.</p>;
  const unreachable = suited.filter(({ reach }) => reach === null);
  return (
    <>
      <p>
        {counted(suited.length - unreachable.length, 'person gets', 'people get')} this letter
        {suited.length - unreachable.length > 1 ? ', each' : ''} with a link of their own.
      </p>
      {unreachable.length > 0 ? (
        <Inset tone="clay">
          <p>
            Please ring them, because we have no e-mail address and no phone that may be texted:{' '}
            {unreachable.map(({ name }) => name).join(', ')}.
          </p>
        </Inset>
      ) : null}
      {out.size > 0 ? (
        <p>
          <Muted>
            Left out: {[...out].map(([why, names]) => `${names.join(', ')} (${why})`).join('; ')}.
          </Muted>
        </p>
      ) : null}
      <Card tone="tint" level={3} title={subjectOf(invite)}>
        <Said>{previewOf(invite, { name: first.name.split(' ')[0] ?? '', centre: first.centre })}</Said>
      </Card>
    </>
  );
};

export const InvitePage = ({ view, facts }: { view: View; facts: InviteFacts }): VNode => (
  <Frame
    view={view}
    shell="staff"
    title="Write to applicants"
    back={{ href: facts.back, label: 'Applicants' }}
  >
    <Heading>Write to {counted(facts.rows.length, 'applicant')}</Heading>
    <Lede>{facts.rows.map(({ name }) => name).join(', ')}</Lede>
    <Form form={view.form}>
      <RadioField
        form={view.form}
        name="invite"
        legend="What do you ask them to do?"
        hint="Choose one to read the letter before it goes."
        options={INVITES.map((invite) => ({
          value: invite,
          label: inviteWords[invite],
          reveals: <Preview invite={invite} facts={facts} />,
        }))}
      />
      <TextArea
        form={view.form}
        name="words"
        label="A line of your own (optional)"
        hint="It goes into every letter, before the link. Texts go without it."
        rows={3}
      />
      <ButtonRow>
        <Button>Send the letters</Button>
        <ButtonLink kind="quiet" href={facts.back}>
          Send nothing
        </ButtonLink>
      </ButtonRow>
    </Form>
  </Frame>
);
