import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonLink, ButtonRow, Form, Hidden } from '#ui/form.tsx';
import { Card, Heading, Lede, Muted, Said } from '#ui/show.tsx';
import { dayAndDate } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { MineFacts } from './mine.queries.ts';
import { Reach } from './reach.pages.tsx';
import { Training } from './training.pages.tsx';

interface Props {
  readonly view: View;
  readonly facts: MineFacts;
}

/** An application that rests: until when, and the way back. */
export const Resting = ({ view, facts: { application, secret } }: Props): VNode => (
  <Card tone="tint" above="Resting" title="You are having a rest">
    <p>
      {application.pausedUntil
        ? `Until ${dayAndDate(application.pausedUntil, { today: view.today })} nobody asks you for anything. Then we write to you once.`
        : 'Nobody asks you for anything until you come back.'}{' '}
      Everything you did is kept.
    </p>
    <Form form={view.form} action={paths.minePause({ secret })}>
      <Hidden name="goOn" value="yes" />
      <ButtonRow>
        <Button>Take it up again</Button>
        <ButtonLink href={paths.minePause({ secret })} kind="quiet">
          Rest for longer
        </ButtonLink>
      </ButtonRow>
    </Form>
  </Card>
);

const Welcomed = ({ facts: { application } }: Props): VNode => (
  <>
    <Lede>
      You are one of us: {application.profile.content.name} at {application.centreName}.
    </Lede>
    <Card tone="tint" title="What now" action={<ButtonLink href="/sign-in">Sign in</ButtonLink>}>
      <p>
        From now on everything is on your volunteer’s page: your sessions, your training and who looks after
        you. Sign in with the e-mail address you gave us. This page stays as it is and asks nothing more.
      </p>
    </Card>
  </>
);

const Again = ({ view, facts: { secret, ended, application } }: Props): VNode | null => {
  if (ended?.newer)
    return (
      <Card tone="tint" title="You have begun again">
        <Form form={view.form} action={paths.mineAgain({ secret })}>
          <Button>Go to the application that goes on</Button>
        </Form>
      </Card>
    );
  const from = application.mayReapplyOn;
  if (from && Temporal.PlainDate.compare(from, view.today) > 0)
    return (
      <p>
        You can apply again from {dayAndDate(from, { today: view.today })}. Keep this page: the button will be
        here.
      </p>
    );
  return (
    <Card tone="tint" title="If you would like to begin again">
      <p>What we know already is filled in, so it is quicker than the first time.</p>
      <Form form={view.form} action={paths.mineAgain({ secret })}>
        <Button>Apply again</Button>
      </Form>
    </Card>
  );
};

const Withdrawn = (props: Props): VNode => (
  <>
    <Lede>You have stopped here, and that is fine. Thank you for the time you gave us.</Lede>
    <p>Nobody asks you for anything now. Would you like us to delete what you told us? Ring us and say so.</p>
    <Again {...props} />
  </>
);

const Declined = (props: Props): VNode => {
  const { application, ended } = props.facts;
  return (
    <>
      <Lede>We have decided not to go on with your application just now.</Lede>
      {ended?.letter ? (
        <Card title={`What ${application.centreName} wrote to you`}>
          <Said>{ended.letter}</Said>
        </Card>
      ) : (
        <p>
          Thank you for the time and the trust you gave us. If you would like to know more about why, ring us,
          and somebody talks it through with you.
        </p>
      )}
      <Again {...props} />
    </>
  );
};

/** Of an application that has ended: how, in kind words, and the way back in. */
export const EndedPage = ({ view, facts }: Props): VNode => {
  const { application } = facts;
  const Words =
    application.state === 'welcomed' ? Welcomed : application.state === 'declined' ? Declined : Withdrawn;
  return (
    <Frame view={view} shell="public" title="Your way to volunteering">
      <Heading above={`${application.profile.content.name} at ${application.centreName}`}>
        Hello {application.calledName}
      </Heading>
      <Words view={view} facts={facts} />
      <Training facts={facts} now={view.now} />
      <Reach facts={facts} />
      <p>
        <Muted>Whoever has this page’s address can open it, so keep it to yourself.</Muted>
      </p>
    </Frame>
  );
};
