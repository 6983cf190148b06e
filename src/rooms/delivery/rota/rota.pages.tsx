import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, Checkbox, Form } from '#ui/form.tsx';
import { Card, Heading, Inset, Lede, Muted, Row, Rows, Tag } from '#ui/show.tsx';
import { clockTime, dayAndDate } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { Readiness } from '../readiness/readiness.rules.ts';
import { partWords, reasonWords } from '../readiness/readiness-words.rules.ts';
import type { SessionFacts } from '../sessions/session.queries.ts';
import type { OnRota, StoodDownWhy } from './rota.queries.ts';
import { type Choosable, WhoFields } from './who.fields.tsx';

export interface RotaRow extends OnRota {
  readonly name: string;
  readonly readiness: Readiness | null;
}

/** Somebody of the usual crew who is not on this session. */
export interface AwayRow {
  readonly accountId: string;
  readonly name: string;
  readonly readiness: Readiness;
  readonly why: StoodDownWhy | null;
}

export interface RotaPageProps {
  readonly view: View;
  readonly session: SessionFacts;
  readonly on: readonly RotaRow[];
  readonly away: readonly AwayRow[];
  readonly team: readonly Choosable[];
}

const whyAway = ({ readiness, name, why }: AwayRow, today: Temporal.PlainDate): string => {
  if (why === 'by_choice') return 'stood down for this date.';
  const said = readiness.reasons.map((each) =>
    reasonWords(each, { name: name.split(' ')[0] ?? name, today }),
  );
  if (said.length > 0) return said.map(({ words, next }) => `${words} ${next}`).join(' ');
  return why === 'too_many_days'
    ? 'It would be one day with children too many.'
    : 'They may be there again, and are put on it within a day.';
};

const notReadyNow = (row: RotaRow): boolean => row.readiness !== null && row.readiness.answer !== 'yes';

export const RotaPage = ({ view, session, on, away, team }: RotaPageProps): VNode => {
  const title = `Who runs session ${session.number}`;
  return (
    <Frame
      view={view}
      title={`${title}, ${session.groupName}`}
      crumbs={[
        { href: paths.group({ groupId: session.groupId }), label: session.groupName },
        { href: paths.session({ sessionId: session.id }), label: `Session ${session.number}` },
      ]}
    >
      <Heading above={session.groupName}>{title}</Heading>
      <Lede>
        {dayAndDate(session.on, { today: view.today })}, {clockTime(session.from)}. Whoever is put on here is
        there for this date only; the usual crew of the group stays as it is.
      </Lede>
      {session.calledOffWhy !== null ? (
        <Inset tone="clay">This session is called off, so nobody is put on it.</Inset>
      ) : null}
      <Card title="On this session">
        {on.length === 0 ? <p>Nobody yet.</p> : null}
        <Rows>
          {on.map((row) => (
            <Row
              key={row.accountId}
              action={
                <Form
                  form={view.form}
                  action={paths.standDown({ sessionId: session.id, accountId: row.accountId })}
                >
                  <Button kind="quiet" small about={row.name}>
                    Take off this date
                  </Button>
                </Form>
              }
            >
              <strong>{row.name}</strong>, {partWords[row.part]}
              {row.withChildren ? ', with the children' : ''}{' '}
              {row.cover ? <Tag tone="iris">Cover</Tag> : null}{' '}
              {notReadyNow(row) ? <Tag tone="red">May not be there that day</Tag> : null}
            </Row>
          ))}
        </Rows>
        {away.length > 0 ? (
          <>
            <Heading level={3}>Of the usual crew, not there</Heading>
            <Rows>
              {away.map((row) => (
                <Row key={row.accountId}>
                  <strong>{row.name}</strong>: <Muted>{whyAway(row, view.today)}</Muted>
                </Row>
              ))}
            </Rows>
          </>
        ) : null}
      </Card>
      {session.calledOffWhy === null ? (
        <Card title="Put somebody on">
          <Form form={view.form}>
            <WhoFields form={view.form} team={team} />
            <Checkbox
              form={view.form}
              name="withChildren"
              label="They look after children in it"
              hint="Such a day counts in the meter of days with children. In the crèche it always does"
            />
            <Button kind="primary">Put on</Button>
          </Form>
          <p>
            Not signed off yet?{' '}
            <a href={paths.alongside({ sessionId: session.id })}>Somebody comes along to learn</a>
          </p>
        </Card>
      ) : null}
    </Frame>
  );
};
