import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, Form, TextField } from '#ui/form.tsx';
import { Card, Empty, Heading, Lede, Muted, Row, Rows } from '#ui/show.tsx';
import * as paths from '../paths.ts';
import { Answers } from './answers.pages.tsx';
import type { JoinCentre } from './join.queries.ts';

const CentreRows = ({ centres }: { centres: readonly JoinCentre[] }): VNode => (
  <Rows>
    {centres.map(({ centre, roles }) => {
      const open = roles.filter((role) => role.open);
      return (
        <Row
          key={centre.id}
          action={{
            href: paths.joinCentre({ slug: centre.slug }),
            label: 'See the roles',
            about: `at ${centre.name}`,
          }}
        >
          <p>
            <strong>{centre.name}</strong>
            {centre.town && centre.town !== centre.name ? `, ${centre.town}` : ''}
          </p>
          <p>
            {open.length > 0 ? (
              <Muted>Looks for: {open.map(({ content }) => content.name).join(', ')}</Muted>
            ) : (
              <Muted>Not looking just now. Leave your name, and we write when we are.</Muted>
            )}
          </p>
        </Row>
      );
    })}
  </Rows>
);

/** What somebody brings, in the words of the roles themselves; each attribute once, however many roles ask for it. */
const Suits = ({ centres }: { centres: readonly JoinCentre[] }): VNode | null => {
  const attributes = new Map(
    centres
      .flatMap(({ roles }) => roles.flatMap(({ content }) => content.attributes))
      .map((attribute) => [attribute.code, attribute]),
  );
  if (attributes.size === 0) return null;
  return (
    <ul>
      {[...attributes.values()].map(({ code, name, words }) => (
        <li key={code}>
          <strong>{name}.</strong> {words}
        </li>
      ))}
    </ul>
  );
};

export const JoinPage = ({ view, centres }: { view: View; centres: readonly JoinCentre[] }): VNode => (
  <Frame view={view} shell="public" title="Volunteer with us">
    <Heading above={view.organisation.name}>Volunteer with us</Heading>
    <Lede>
      Having a baby can be lonely. What helps most is somebody kind who has time. That could be you, a few
      hours a month.
    </Lede>
    <Card tone="tint" title="Where you could help">
      {centres.length > 0 ? (
        <CentreRows centres={centres} />
      ) : (
        <Empty title="No centre is open yet">
          <p>When one opens it is listed here, with the roles it looks for.</p>
        </Empty>
      )}
    </Card>
    <Heading level={2}>What it is</Heading>
    <p>
      You meet parents in pregnancy and in their baby’s first year: at a drop-in, beside a group, or in the
      crèche next door. You welcome, listen and make tea. You are part of a team, you are trained first, and a
      volunteer manager meets you every few weeks. You are not a midwife, a social worker or a counsellor, and
      nobody expects you to be.
    </p>
    <Heading level={2}>Who it suits</Heading>
    <p>
      How you are with people counts more than what is on your CV. You do not need all of this on the first
      day: some of it grows in training.
    </p>
    <Suits centres={centres} />
    <p>
      If you have been through a hard time around a birth yourself, that is worth a great deal here. You never
      have to have been, and you never have to tell. If you live nearby and know the place, that helps too,
      and it is not a condition.
    </p>
    <Heading level={2}>How you come to us</Heading>
    <p>
      You ask, and that takes two minutes. We talk. Then a short application, two people who know you, a
      check, an interview and a short course. You have a page of your own that always shows where you are,
      whose move it is and how long it usually takes. You can write, or talk and have it written down for you.
    </p>
    <Answers />
    <p>
      <a href={paths.joinLost()}>I have asked already, and cannot find the link to my page</a>
    </p>
  </Frame>
);

export const LostPage = ({ view, centres }: { view: View; centres: readonly JoinCentre[] }): VNode => (
  <Frame
    view={view}
    shell="public"
    title="Send me my link again"
    back={{ href: paths.join(), label: 'Volunteer with us' }}
  >
    <Heading>Send me my link again</Heading>
    <Lede>
      Give the e-mail address you gave us. If we know it, a letter with the link to your page is there in a
      few minutes.
    </Lede>
    <Form form={view.form}>
      <TextField
        form={view.form}
        name="email"
        label="Your e-mail address"
        type="email"
        autocomplete="email"
      />
      <Button>Send it</Button>
    </Form>
    <Heading level={2}>Did you only give a phone number?</Heading>
    <p>Ring the centre, and somebody sends you a new link or helps you there and then.</p>
    <Rows>
      {centres
        .filter(({ centre }) => centre.phone)
        .map(({ centre }) => (
          <Row key={centre.id}>
            {centre.name}: <a href={`tel:${centre.phone?.replaceAll(' ', '')}`}>{centre.phone}</a>
          </Row>
        ))}
    </Rows>
  </Frame>
);
