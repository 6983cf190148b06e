import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonLink, Form } from '#ui/form.tsx';
import { Card, Empty, Heading, Lede, Muted, Row, Rows, Tag, type Tone } from '#ui/show.tsx';
import { counted, shortDay } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { Part, Readiness } from '../readiness/readiness.rules.ts';
import { answerWords, partWords, reasonWords } from '../readiness/readiness-words.rules.ts';
import type { CrewMember, Missing } from '../rota/crew.queries.ts';
import { type Choosable, WhoFields } from '../rota/who.fields.tsx';
import type { GroupFacts } from './group.queries.ts';

export const answerTone = (readiness: Readiness): Tone => {
  if (readiness.answer === 'no') return 'clay';
  if (readiness.answer === 'not_yet') return 'honey';
  return readiness.renewals.some((each) => each.inGrace || each.window !== null) ? 'honey' : 'pine';
};

const stoodDownWords = (each: Missing, name: string, today: Temporal.PlainDate): string => {
  if (each.stoodDownWhy === 'by_choice') return 'Stood down for this date.';
  const reason = each.readiness.reasons[0];
  if (reason) {
    const { words, next } = reasonWords(reason, { name, today });
    return `${words} ${next}`;
  }
  return each.stoodDownWhy === 'too_many_days'
    ? 'It would be one day with children too many. Choose somebody else for this day.'
    : 'They may be there again, and are put on it within a day.';
};

export interface LeaderRow {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly part: Part;
  /** Null for whoever does not manage who runs it. */
  readonly crew: CrewMember | null;
}

const firstName = (name: string): string => name.split(' ')[0] ?? name;

/** Who runs a group, each with whether they may and which of its dates are without them. */
export const Leaders = ({
  group,
  leaders,
  mayLead,
}: {
  group: GroupFacts;
  leaders: readonly LeaderRow[];
  mayLead: boolean;
}) => (
  <Card
    title="Who runs it"
    action={
      mayLead && !group.endedAt ? (
        <ButtonLink href={paths.leaders({ groupId: group.id })} kind="secondary">
          {leaders.length === 0 ? 'Say who runs it' : 'Change who runs it'}
        </ButtonLink>
      ) : undefined
    }
  >
    {leaders.length === 0 ? <p>Nobody yet.</p> : null}
    <Rows>
      {leaders.map(({ id, name, part, crew }) => (
        <Row key={id}>
          <strong>{name}</strong>, {partWords[part]}{' '}
          {crew ? <Tag tone={answerTone(crew.readiness)}>{answerWords(crew.readiness)}</Tag> : null}
          {crew && crew.missing.length > 0 ? (
            <>
              {' '}
              <Muted>
                Not there on{' '}
                {crew.missing
                  .slice(0, 3)
                  .map((each) => shortDay(each.on))
                  .join(', ')}
                {crew.missing.length > 3 ? ` and ${counted(crew.missing.length - 3, 'more date')}` : ''}.
              </Muted>
            </>
          ) : null}
        </Row>
      ))}
    </Rows>
  </Card>
);

export interface LeadersPageProps {
  readonly view: View;
  readonly group: GroupFacts;
  readonly leaders: readonly LeaderRow[];
  readonly team: readonly Choosable[];
}

const Member = ({ view, group, row }: { view: View; group: GroupFacts; row: LeaderRow }) => (
  <Card title={row.name}>
    <p>
      Runs it as {partWords[row.part]}.{' '}
      {row.crew ? <Tag tone={answerTone(row.crew.readiness)}>{answerWords(row.crew.readiness)}</Tag> : null}
    </p>
    {row.crew && row.crew.missing.length > 0 ? (
      <>
        <Heading level={3}>Dates without {firstName(row.name)}</Heading>
        <Rows>
          {row.crew.missing.map((each) => (
            <Row
              key={each.sessionId}
              marker={shortDay(each.on)}
              tone="honey"
              action={{
                href: paths.session({ sessionId: each.sessionId }),
                label: 'Find cover',
                about: `for ${shortDay(each.on)}`,
              }}
            >
              {stoodDownWords(each, firstName(row.name), view.today)}
            </Row>
          ))}
        </Rows>
      </>
    ) : (
      <p>
        <Muted>On every session still to come.</Muted>
      </p>
    )}
    <Form form={view.form} action={paths.endLeader({ groupId: group.id, leaderId: row.id })}>
      <Button kind="secondary" small about={row.name}>
        Take off this group
      </Button>
    </Form>
  </Card>
);

export const LeadersPage = ({ view, group, leaders, team }: LeadersPageProps): VNode => (
  <Frame
    view={view}
    title={`Who runs ${group.name}`}
    crumbs={[
      { href: paths.groups(), label: 'Groups' },
      { href: paths.group({ groupId: group.id }), label: group.name },
    ]}
  >
    <Heading above={group.name}>Who runs it</Heading>
    <Lede>
      Whoever runs a group is put on each of its sessions on which they may be with families. A date on which
      they may not stays open, and is shown here.
    </Lede>
    {leaders.length === 0 ? (
      <Empty title="Nobody runs it yet">Choose somebody below.</Empty>
    ) : (
      leaders.map((row) => <Member key={row.id} view={view} group={group} row={row} />)
    )}
    {group.endedAt ? null : (
      <Card title="Add somebody">
        {team.length === 0 ? (
          <p>Everybody who could run a group here runs this one already.</p>
        ) : (
          <Form form={view.form}>
            <WhoFields form={view.form} team={team} />
            <Button kind="primary">Add</Button>
          </Form>
        )}
      </Card>
    )}
  </Frame>
);
