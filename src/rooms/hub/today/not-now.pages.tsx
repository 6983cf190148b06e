import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import type { HelpLine } from '#rooms/people/door.ts';
import { Card, Heading, Lede, Muted, Row, Rows } from '#ui/show.tsx';
import { telephone } from '../me/me.pages.tsx';
import type { NotNowFacts } from './not-now.queries.ts';

const Line = ({ line: { name, what, phone, textTo, url, hours } }: { line: HelpLine }) => (
  <Row>
    <p>
      <strong>{url ? <a href={url}>{name}</a> : name}</strong>
      {phone ? <>, {telephone(phone)}</> : null}
      {textTo ? `, text ${textTo}` : ''}
    </p>
    <p>
      {what} <Muted>{hours}</Muted>
    </p>
  </Row>
);

const Lines = ({ lines }: { lines: readonly HelpLine[] }) =>
  lines.length === 0 ? null : (
    <Card title="People to talk to, today">
      <Rows>
        {lines.map((line) => (
          <Line key={line.code} line={line} />
        ))}
      </Rows>
    </Card>
  );

/** For somebody of the team who holds no role just now. It says who moves next, and never why. */
export const NotNowPage = ({ view, facts }: { view: View; facts: NotNowFacts }): VNode => {
  const { suspension, lines } = facts;
  if (!suspension)
    return (
      <Frame view={view} title="Nothing here for you yet">
        <Heading>Hello. Nothing here for you yet</Heading>
        <Lede>Your sign-in works. Somebody still has to say what you are here for.</Lede>
        <p>
          The service lead does that. Ask whoever invited you, then load this page again. You need do nothing
          else.
        </p>
      </Frame>
    );
  const { manager, centre, phone, email } = suspension;
  return (
    <Frame view={view} title="You are not on sessions for now">
      <Heading>You are not on sessions for now</Heading>
      <Lede>
        {manager ? `${manager} from ${centre} will ring you` : `Somebody from ${centre} will ring you`} to
        talk about it. You need do nothing until then.
      </Lede>
      <p>
        While this lasts you do not meet families or see their names, and nobody expects you at a session. It
        is not a decision about you. Please keep what you know of families to yourself, as always.
      </p>
      {phone || email ? (
        <p>
          If you have not heard by tomorrow, {phone ? <>ring {telephone(phone)}</> : null}
          {phone && email ? ' or ' : ''}
          {email ? (
            <>
              write to <a href={`mailto:${email}`}>{email}</a>
            </>
          ) : null}
          .
        </p>
      ) : null}
      <p>This can be hard to read. You may want to talk with somebody outside of it.</p>
      <Lines lines={lines} />
    </Frame>
  );
};
