import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import type { HelpLine } from '#rooms/people/door.ts';
import type { ProgrammeTemplateContent } from '#rooms/programme/door.ts';
import { join, joinCentre } from '#rooms/recruiting/paths.ts';
import { ButtonLink } from '#ui/form.tsx';
import { Card, Empty, Heading, Lede, Muted, Row, Rows, SummaryList } from '#ui/show.tsx';
import { counted, dayAndDate, minutesInWords, timeRange } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { CentreWithDropIns, FrontFacts, PublicDropIn } from './front.queries.ts';

const whenOf = (dropIn: PublicDropIn, today: Temporal.PlainDate) =>
  `${dayAndDate(dropIn.on, { today })}, ${timeRange(dropIn.from, dropIn.until)}`;

const Doors = () => (
  <>
    <Card tone="tint" title="I am a parent" action={<ButtonLink href="/self">Get in touch</ButtonLink>}>
      <p>
        Pregnant, or with a baby under one, or the partner of someone who is. Tell us a little. You can stop
        at any time and come back to it.
      </p>
    </Card>
    <Card
      title="I refer parents"
      action={
        <ButtonLink href="/refer" kind="secondary">
          Refer a parent
        </ButtonLink>
      }
    >
      <p>
        For midwives, health visitors, doctors and children’s centres. It takes about two minutes, and with
        the parent’s agreement we tell you what became of it.
      </p>
    </Card>
    <Card
      title="I would like to volunteer"
      action={
        <ButtonLink href={join()} kind="secondary">
          See what you could do
        </ButtonLink>
      }
    >
      <p>
        Sit with parents, listen, make tea. How you are with people counts, not what is on your CV. Asking
        takes two minutes.
      </p>
    </Card>
    <Card
      title="I come here already"
      action={
        <ButtonLink href="/sign-in" kind="secondary">
          Sign in
        </ButtonLink>
      }
    >
      <p>For parents with a page of their own, peer supporters and the team.</p>
    </Card>
  </>
);

/** Who is there at any hour, without leaving the page: the number itself is the link. */
const Urgent = ({ lines }: { lines: readonly HelpLine[] }) => (
  <Card
    tone="urgent"
    title="If it cannot wait"
    action={
      <ButtonLink href="/help" kind="warning">
        All help
      </ButtonLink>
    }
  >
    <p>We are not an emergency service. These people are there when we are not.</p>
    <ul>
      {lines.slice(0, 4).map((line) => (
        <li key={line.code}>
          <strong>{line.name}</strong>
          {line.phone && line.phone !== line.name ? (
            <>
              , <a href={`tel:${line.phone.replaceAll(' ', '')}`}>call {line.phone}</a>
            </>
          ) : line.phone ? (
            <>
              , <a href={`tel:${line.phone}`}>call now</a>
            </>
          ) : line.textTo ? (
            `, text ${line.textTo}`
          ) : null}
        </li>
      ))}
    </ul>
  </Card>
);

const CentreRows = ({ centres, view }: { centres: readonly CentreWithDropIns[]; view: View }) => (
  <Rows>
    {centres.map(({ centre, dropIns }) => {
      const next = dropIns[0];
      return (
        <Row
          key={centre.id}
          action={{
            href: paths.centrePage({ slug: centre.slug }),
            label: 'Find out more',
            about: `about ${centre.name}`,
          }}
        >
          <p>
            <strong>{centre.name}</strong>, {centre.town}
          </p>
          <p>
            <Muted>{next ? `Next drop-in: ${whenOf(next, view.today)}` : 'No drop-in has a date yet.'}</Muted>
          </p>
        </Row>
      );
    })}
  </Rows>
);

const GroupKinds = ({ programme }: { programme: ProgrammeTemplateContent }) => (
  <SummaryList
    rows={programme.groupKinds.map((kind) => ({
      label: kind.name,
      value: (
        <>
          {kind.words}{' '}
          <Muted>
            {kind.sessions ? `Up to ${counted(kind.sessions.most, 'session')}, ` : ''}
            {minutesInWords(kind.minutes)} each time.
          </Muted>
        </>
      ),
    }))}
  />
);

export const FrontPage = ({ view, facts }: { view: View; facts: FrontFacts }): VNode => (
  <Frame view={view} title="Good company in pregnancy and the first year" shell="public">
    <Heading above={view.organisation.name}>Good company in pregnancy and the first year</Heading>
    <Lede>
      {facts.programme?.vision ??
        'Parents who have been there, and people trained to help, for anyone who finds pregnancy or the first year hard.'}
    </Lede>
    <Doors />
    {facts.programme ? (
      <>
        <Heading level={2}>What there is</Heading>
        <p>{facts.programme.purpose}</p>
        <GroupKinds programme={facts.programme} />
        <p>{facts.programme.ethosWords}</p>
      </>
    ) : null}
    <Card title="Where we are">
      {facts.centres.length > 0 ? (
        <CentreRows centres={facts.centres} view={view} />
      ) : (
        <Empty title="No centre is open yet">
          <p>When one opens it is listed here, with the day of its next drop-in.</p>
        </Empty>
      )}
    </Card>
    {facts.urgent.length > 0 ? <Urgent lines={facts.urgent} /> : null}
  </Frame>
);

export const CentrePage = ({
  view,
  centre,
  dropIns,
  programme,
}: {
  view: View;
  centre: CentreWithDropIns['centre'];
  dropIns: readonly PublicDropIn[];
  programme: ProgrammeTemplateContent | null;
}): VNode => {
  const kind = programme?.groupKinds.find((each) => each.code === 'drop_in');
  return (
    <Frame
      view={view}
      title={centre.name}
      shell="public"
      back={{ href: paths.frontDoor(), label: 'All centres' }}
    >
      <Heading above={centre.town}>{centre.name}</Heading>
      {centre.about ? <Lede>{centre.about}</Lede> : null}
      <Card title="Drop-ins">
        {kind ? <p>{kind.words}</p> : null}
        {dropIns.length > 0 ? (
          <Rows>
            {dropIns.slice(0, 6).map((dropIn) => (
              <Row key={`${dropIn.on} ${dropIn.from} ${dropIn.name}`}>
                <p>
                  <strong>{whenOf(dropIn, view.today)}</strong>
                </p>
                <p>
                  <Muted>{dropIn.online ? 'Online' : dropIn.venue || `At ${centre.name}`}</Muted>
                </p>
              </Row>
            ))}
          </Rows>
        ) : (
          <Empty title="No drop-in has a date yet">
            <p>Ring the centre, or get in touch and we tell you when the next one is.</p>
          </Empty>
        )}
      </Card>
      <p>
        Get in touch before you come for the first time, so that somebody looks out for you.{' '}
        <a href="/self">Get in touch as a parent</a> or <a href="/refer">refer a parent</a>.
      </p>
      <p>
        Do you have a few hours a month? <a href={joinCentre({ slug: centre.slug })}>Volunteer here</a>.
      </p>
      <Heading level={2}>Reach us</Heading>
      <SummaryList
        rows={[
          ...(centre.phone
            ? [
                {
                  label: 'Phone',
                  value: <a href={`tel:${centre.phone.replaceAll(' ', '')}`}>{centre.phone}</a>,
                },
              ]
            : []),
          ...(centre.email
            ? [{ label: 'E-mail', value: <a href={`mailto:${centre.email}`}>{centre.email}</a> }]
            : []),
          {
            label: 'Getting there',
            value: centre.travel || 'Ask us, and we tell you the easiest way to come.',
          },
        ]}
      />
    </Frame>
  );
};
