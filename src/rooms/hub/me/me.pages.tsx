import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import type { MySession } from '#rooms/delivery/door.ts';
import { myKnown, myPlace, mySession } from '#rooms/delivery/paths.ts';
import type { Centre, HelpLine } from '#rooms/people/door.ts';
import type { Handout } from '#rooms/programme/door.ts';
import { myHandout, myToolbox } from '#rooms/programme/paths.ts';
import { Button, ButtonLink, ButtonRow, Form, Hidden } from '#ui/form.tsx';
import {
  Card,
  Empty,
  Heading,
  Inset,
  Lede,
  Muted,
  Row,
  Rows,
  SummaryList,
  type Tile,
  Tiles,
} from '#ui/show.tsx';
import { clockTime, counted, dayAndDate, longDate, timeRange } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { ComingSession, MeFacts, OpenOffer, PeopleFacts } from './me.queries.ts';
import { whereYouAre, whoWillBeThere } from './me.rules.ts';

export const telephone = (phone: string): VNode => <a href={`tel:${phone.replaceAll(' ', '')}`}>{phone}</a>;

const whereOf = (session: MySession) =>
  session.online ? 'Online' : [session.room, session.venue].filter(Boolean).join(', ') || 'We will tell you';

const Answer = ({ session, view }: { session: MySession; view: View }) => {
  const page = mySession({ sessionId: session.id });
  if (session.coming !== null)
    return (
      <p>
        {session.coming ? 'You said you will be there.' : 'You said you can’t come this time. That is fine.'}{' '}
        <a href={page}>Change it</a>
      </p>
    );
  return (
    <Form form={view.form} action={page}>
      <Hidden name="words" value="" />
      <ButtonRow>
        <Button name="coming" value="yes">
          I’ll be there
        </Button>
        <Button name="coming" value="no" kind="quiet">
          I can’t come
        </Button>
      </ButtonRow>
    </Form>
  );
};

const NextSession = ({ session, view }: { session: MySession; view: View }) => {
  const who = whoWillBeThere(session.leaders, session.kind === 'drop_in' ? null : session.parents);
  const creche =
    session.crecheChildren === 0
      ? ''
      : session.crecheChildren === 1
        ? ' There is a crèche place for your child.'
        : ` There are ${session.crecheChildren} crèche places for your children.`;
  return (
    <Card
      tone="tint"
      above={session.kind === 'drop_in' ? 'Your next drop-in' : 'Your next group'}
      title={
        <>
          {session.on.equals(view.today) ? 'Today, ' : ''}
          {dayAndDate(session.on, { today: view.today })}
          <br />
          {timeRange(session.from, session.from.add({ minutes: session.minutes }))}
        </>
      }
    >
      <SummaryList
        rows={[
          {
            label: 'Where',
            value: (
              <>
                {whereOf(session)}{' '}
                {session.online ? null : <a href={mySession({ sessionId: session.id })}>Getting there</a>}
              </>
            ),
          },
          ...(who ? [{ label: 'Who', value: who }] : []),
          { label: 'Bring', value: `${session.bring || 'Just you.'}${creche}` },
        ]}
      />
      <Answer session={session} view={view} />
    </Card>
  );
};

const Offer = ({ offer, today }: { offer: OpenOffer; today: Temporal.PlainDate }) => (
  <Card
    tone="growth"
    title="There is a place for you"
    action={<ButtonLink href={myPlace({ placeId: offer.placeId })}>See it and answer</ButtonLink>}
  >
    <p>
      {offer.group}, from {dayAndDate(offer.startsOn, { today })}, {clockTime(offer.at)}.
      {offer.answerBy ? ` We keep it for you until ${dayAndDate(offer.answerBy, { today })}.` : ''}
    </p>
  </Card>
);

const DropIn = ({ facts, today }: { facts: MeFacts; today: Temporal.PlainDate }) => {
  if (!facts.dropIn) return null;
  const { nextOn } = facts.dropIn;
  return (
    <p>
      The drop-in is open to you
      {facts.dropInUntil ? ` until ${longDate(facts.dropInUntil, { today })}` : ''}. No booking, and come when
      you can.
      {nextOn && facts.next?.kind !== 'drop_in'
        ? ` The next one is on ${dayAndDate(nextOn, { today })}.`
        : ''}{' '}
      <a href={paths.mySessions()}>All my dates</a>
    </p>
  );
};

const handoutTile = (handout: Handout): Tile => ({
  href: myHandout({ code: handout.code }),
  title: handout.title,
  text: handout.minutes === null ? 'To read' : `${counted(handout.minutes, 'minute')}, for tonight`,
});

const tilesOf = (facts: MeFacts): readonly Tile[] => [
  ...facts.handouts.slice(0, 2).map(handoutTile),
  { href: paths.myPeople(), title: 'People', text: 'Who is there, and how to reach us' },
  { href: paths.held(), title: 'What we hold about you', text: 'See it, change it, leave' },
];

const Usual = ({ facts, view }: { facts: MeFacts; view: View }) => (
  <>
    <Lede>{whereYouAre(facts.family, view.today) ?? ''} Take what helps today and leave the rest.</Lede>
    {facts.offer ? <Offer offer={facts.offer} today={view.today} /> : null}
    {facts.next ? (
      <NextSession session={facts.next} view={view} />
    ) : facts.offer ? null : (
      <Card title="Nothing has a date yet">
        <p>When you have a place and the next day is set, you find it here. We tell you as well.</p>
      </Card>
    )}
    {facts.referral ? (
      <p>
        {facts.referral}{' '}
        {facts.dropIn || !facts.centre ? null : (
          <a href={paths.centrePage({ slug: facts.centre.slug })}>When and where we meet</a>
        )}
      </p>
    ) : null}
    <DropIn facts={facts} today={view.today} />
  </>
);

const line = ({ name, what, phone, textTo, url, hours, code }: HelpLine) => (
  <Row key={code}>
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

const CentreContact = ({ centre }: { centre: Centre | null }) => {
  if (!centre) return null;
  return (
    <SummaryList
      rows={[
        { label: 'Your centre', value: `${centre.name}, ${centre.town}` },
        ...(centre.phone ? [{ label: 'Phone', value: telephone(centre.phone) }] : []),
        ...(centre.email
          ? [{ label: 'E-mail', value: <a href={`mailto:${centre.email}`}>{centre.email}</a> }]
          : []),
      ]}
    />
  );
};

/** After a loss: no group, no weeks, nothing to answer. Who to talk to, and that they are still welcome. */
const Gentle = ({ facts }: { facts: MeFacts }) => (
  <>
    <Lede>We are so sorry. There is nothing here that you have to do.</Lede>
    <p>
      We have stopped the messages and invitations. You can stay with us as you like, in your own time, or not
      at all. If you would like somebody to ring you, tell us and we will.
    </p>
    {facts.lines.length > 0 ? (
      <Card title="People to talk to">
        <Rows>{facts.lines.map(line)}</Rows>
      </Card>
    ) : null}
    <CentreContact centre={facts.centre} />
    {facts.family?.stage === 'loss' ? null : (
      <p>
        Your dates are still there if you ever want them: <a href={paths.mySessions()}>my dates</a>.
      </p>
    )}
  </>
);

export const MePage = ({ view, facts }: { view: View; facts: MeFacts }): VNode => (
  <Frame view={view} title="My page" shell="parent">
    <Heading>Hello {facts.file.calledName}</Heading>
    {facts.tone === 'gentle' ? <Gentle facts={facts} /> : <Usual facts={facts} view={view} />}
    <Heading level={2}>For you</Heading>
    <Tiles tiles={tilesOf(facts)} />
    {facts.handouts.length > 2 ? (
      <p>
        <a href={myToolbox()}>More in the toolbox at home</a>
      </p>
    ) : null}
  </Frame>
);

const toMe = { href: paths.me(), label: 'My page' };

export const PeoplePage = ({ view, facts }: { view: View; facts: PeopleFacts }): VNode => (
  <Frame view={view} title="People" shell="parent" back={toMe}>
    <Heading>People</Heading>
    {facts.groups.some((group) => group.people.length > 0) ? (
      <Rows>
        {facts.groups.map((group) => (
          <Row key={group.name}>
            <p>
              <strong>{group.name}</strong>
            </p>
            <p>{group.people.length > 0 ? group.people.join(', ') : 'We will tell you who runs it.'}</p>
          </Row>
        ))}
      </Rows>
    ) : (
      <Empty title="Nobody is named here yet">
        <p>When you have a place in a group or drop-in, you find here who runs it.</p>
      </Empty>
    )}
    {facts.groups.some((group) => group.people.length > 0) ? (
      <p>
        Do you know somebody here from another part of your life? <a href={myKnown()}>I know one of them</a>
      </p>
    ) : null}
    <Heading level={2}>Reach us</Heading>
    <CentreContact centre={facts.centre} />
    <p>We answer in working hours. When it cannot wait, use the red line at the top of the page.</p>
  </Frame>
);

export const MySessionsPage = ({
  view,
  afterLoss,
  sessions,
}: {
  view: View;
  afterLoss: boolean;
  sessions: readonly ComingSession[];
}): VNode => (
  <Frame view={view} title="My dates" shell="parent" back={toMe}>
    <Heading>My dates</Heading>
    {sessions.length > 0 ? (
      <Rows>
        {sessions.map((session) => (
          <Row
            key={session.id}
            action={
              session.calledOff
                ? undefined
                : {
                    href: mySession({ sessionId: session.id }),
                    label: 'Open',
                    about: dayAndDate(session.on, { today: view.today }),
                  }
            }
          >
            <p>
              <strong>{dayAndDate(session.on, { today: view.today })}</strong>,{' '}
              {timeRange(session.from, session.until)}
            </p>
            <p>
              {session.calledOff ? 'This one will not happen. We are sorry.' : session.group}
              {session.where && !session.calledOff ? <Muted>, {session.where}</Muted> : null}
            </p>
          </Row>
        ))}
      </Rows>
    ) : (
      <Empty title="No dates just now">
        <p>
          {afterLoss
            ? 'There is nothing you have to come to. If you would like company, ring us and we find the right thing together.'
            : 'When your group or drop-in has its next day, you find it here.'}
        </p>
      </Empty>
    )}
    {sessions.length > 0 ? (
      <Inset>
        <p>You can come to some and not to others. Nobody minds, and you are as welcome the next time.</p>
      </Inset>
    ) : null}
  </Frame>
);
