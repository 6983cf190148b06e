import type { VNode } from 'preact';
import { dateAt } from '#kernel/dates.ts';
import { CARE_OF_FAMILIES, holds } from '#platform/db/actor.ts';
import type { View } from '#platform/http/view.ts';
import { outboxPath } from '#platform/messages/paths.ts';
import * as delivery from '#rooms/delivery/paths.ts';
import { FamilyFilePage } from '#rooms/families/door.ts';
import { contact, seal } from '#rooms/people/paths.ts';
import { referralPath } from '#rooms/referrals/paths.ts';
import { Button, Form } from '#ui/form.tsx';
import { Card, Muted, Row, Rows, Tag, type Tone } from '#ui/show.tsx';
import { dayAndDate, longDate } from '#ui/times.ts';
import { ownPage as ownPagePath } from '../paths.ts';
import type { WholeFile } from './file.queries.ts';

const stateWords = {
  received: 'waiting for a decision',
  asked: 'waiting for an answer',
  welcomed: 'welcomed',
  signposted: 'shown another service',
  handed_over: 'handed over',
  declined: 'not taken on',
  withdrawn: 'withdrawn',
} as const;

const Referral = ({ facts, view }: { facts: WholeFile; view: View }) => {
  const { referral } = facts;
  if (!referral) return null;
  const received = dateAt(referral.receivedAt, view.zone);
  return (
    <Card title="Referral" action={<a href={referralPath({ referralId: referral.referralId })}>Open</a>}>
      <p>
        {referral.reference}, received on {longDate(received, { today: view.today })}:{' '}
        {stateWords[referral.state]}.
      </p>
    </Card>
  );
};

const placeWords = {
  offered: ['Offered', 'honey'],
  taken: ['Has a place', 'pine'],
  declined: ['Said no', 'grey'],
  lapsed: ['Did not answer', 'grey'],
  ended: ['Ended', 'grey'],
} as const satisfies Record<string, readonly [string, Tone]>;

const endWords = {
  finished: 'finished the course',
  moved_on: 'moved on after the birth',
  left: 'chose to leave',
  moved_away: 'moved away',
  loss: 'after a loss',
  could_not_reach: 'we could not reach them',
  mistake: 'was a mistake',
} as const;

const Places = ({ facts, view }: { facts: WholeFile; view: View }) => {
  // The office keeps the places and is not told why one ended.
  const mayKnowWhy = holds(view.actor, CARE_OF_FAMILIES, facts.file.centreId);
  const day = (moment: Temporal.Instant) => longDate(dateAt(moment, view.zone), { today: view.today });
  return (
    <Card title="Groups and drop-ins">
      {facts.places.length > 0 ? (
        <Rows>
          {facts.places.map((place) => {
            const [words, tone] = placeWords[place.state];
            return (
              <Row
                key={place.id}
                marker={words}
                tone={tone}
                action={{
                  href: delivery.place({ groupId: place.groupId, placeId: place.id }),
                  label: 'Open',
                  about: `the place in ${place.groupName}`,
                }}
              >
                <p>
                  <strong>{place.groupName}</strong>
                </p>
                <p>
                  <Muted>
                    {place.endedAt
                      ? `Ended on ${day(place.endedAt)}${mayKnowWhy && place.endReason ? `: ${endWords[place.endReason]}` : ''}`
                      : place.takenAt
                        ? `Since ${day(place.takenAt)}`
                        : `Offered on ${day(place.offeredAt)}${place.answerBy ? `, to be answered by ${day(place.answerBy)}` : ''}`}
                  </Muted>
                </p>
              </Row>
            );
          })}
        </Rows>
      ) : (
        <p>No place in a group or drop-in yet.</p>
      )}
    </Card>
  );
};

const markWords = {
  came: ['Came', 'pine'],
  late: ['Came late', 'pine'],
  sent_word: ['Sent word', 'honey'],
  did_not_come: ['Did not come', 'clay'],
} as const satisfies Record<string, readonly [string, Tone]>;

const Sessions = ({ facts, view }: { facts: WholeFile; view: View }) => {
  if (facts.sessions.length === 0) return null;
  return (
    <Card title="Sessions, the latest first">
      <Rows>
        {facts.sessions.map((session) => {
          const [words, tone] = markWords[session.mark];
          return (
            <Row key={session.sessionId} action={<Tag tone={tone}>{words}</Tag>}>
              <p>
                <a href={delivery.session({ sessionId: session.sessionId })}>
                  {dayAndDate(dateAt(session.startsAt, view.zone), { today: view.today })}
                </a>
              </p>
              <p>
                <Muted>{session.groupName}</Muted>
              </p>
            </Row>
          );
        })}
      </Rows>
    </Card>
  );
};

const messageWords: Readonly<Record<string, readonly [string, Tone]>> = {
  waiting: ['Waiting to go', 'honey'],
  held: ['Held', 'honey'],
  sending: ['On its way', 'honey'],
  sent: ['Sent', 'pine'],
  shown: ['Not sent, shown in the outbox', 'iris'],
  stopped: ['Stopped', 'grey'],
  doubtful: ['Perhaps sent', 'clay'],
  failed: ['Not sent', 'clay'],
};

const Messages = ({ facts, view }: { facts: WholeFile; view: View }) => {
  if (facts.messages.length === 0) return null;
  return (
    <Card title="Messages, the latest first" action={<a href={outboxPath()}>Outbox</a>}>
      <Rows>
        {facts.messages.map((message) => {
          const [words, tone] = messageWords[message.state] ?? ['Unknown', 'grey'];
          return (
            <Row key={message.id} action={<Tag tone={tone}>{words}</Tag>}>
              <p>
                {message.channel === 'sms' ? 'Text' : 'E-mail'},{' '}
                {longDate(dateAt(message.madeAt, view.zone), { today: view.today })}
              </p>
            </Row>
          );
        })}
      </Rows>
    </Card>
  );
};

/** Whether the parent can look for themselves, and the one button that lets them. */
const OwnPageCard = ({ facts, view }: { facts: WholeFile; view: View }) => {
  const { ownPage, file } = facts;
  const name = file.file.calledName;
  const personId = file.file.id;
  const button = (label: string) => (
    <Form form={view.form} action={ownPagePath({ personId })}>
      <Button kind="secondary">{label}</Button>
    </Form>
  );
  if (ownPage.is === 'used')
    return (
      <Card title="Their own page">
        <p>
          {name} has come in and sees their own page. If they lose the way, they ask for a link at “Sign in”.
        </p>
      </Card>
    );
  if (ownPage.is === 'no_safe_address')
    return (
      <Card title="Their own page">
        <p>
          A page of their own needs an e-mail address that is safe to write to. Ask {name}, and{' '}
          <a href={contact({ personId })}>add it here</a>.
        </p>
      </Card>
    );
  if (ownPage.is === 'none')
    return (
      <Card title="Their own page" action={button(`Give ${name} their own page`)}>
        <p>
          There {name} sees what comes next, says when they cannot come, and decides how we reach them. We
          send a link by e-mail.
        </p>
      </Card>
    );
  const holds = ownPage.until && Temporal.Instant.compare(ownPage.until, view.now) > 0 ? ownPage.until : null;
  return (
    <Card title="Their own page" action={button('Send the link again')}>
      <p>
        {ownPage.trouble
          ? ownPage.trouble
          : holds
            ? `There is a link for ${name}. It works until ${longDate(dateAt(holds, view.zone), { today: view.today })}. They have not come in yet.`
            : `${name} has a page and has not come in yet.`}
      </p>
    </Card>
  );
};

/** A parent's whole file: what families know, with referral, places, sessions and messages in the middle. */
export const WholeFilePage = ({ view, facts }: { view: View; facts: WholeFile }): VNode => (
  <FamilyFilePage view={view} file={facts.file} until={facts.until}>
    <Referral facts={facts} view={view} />
    <Places facts={facts} view={view} />
    <Sessions facts={facts} view={view} />
    <OwnPageCard facts={facts} view={view} />
    <Messages facts={facts} view={view} />
    {holds(view.actor, CARE_OF_FAMILIES, facts.file.centreId) ? (
      <p>
        Is {facts.file.file.calledName} a colleague now?{' '}
        <a href={seal({ personId: facts.file.file.id })}>They now volunteer with us</a>
      </p>
    ) : null}
  </FamilyFilePage>
);
