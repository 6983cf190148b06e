import type { VNode } from 'preact';
import { Button, ButtonRow, Form, Hidden, TextField } from '#ui/form.tsx';
import { Card, Heading, Lede, Muted, Row, Rows } from '#ui/show.tsx';
import { Frame } from '../http/frame.tsx';
import type { View } from '../http/view.ts';
import { LINK_MINUTES } from './auth.ts';
import { DEMO_PASSWORD, type DemoPerson } from './demo.ts';
import { askForLink, signIn } from './paths.ts';
import { PASSWORD_LEAST } from './sign-in.rules.ts';
import { INVITATION_DAYS } from './sign-ins.ts';

const Next = ({ next }: { next: string | null }) =>
  next === null ? null : <Hidden name="next" value={next} />;

/** The door: address and password, a link instead, a passkey, and in a demonstration everybody one can be. */
export const SignInPage = ({
  view,
  next,
  people,
}: {
  view: View;
  next: string | null;
  people: readonly DemoPerson[];
}): VNode => (
  <Frame view={view} title="Sign in" shell="public" islands={['passkey']}>
    <Heading>Sign in</Heading>
    {people.length > 0 ? <DemoPeople view={view} next={next} people={people} /> : null}
    <Form form={view.form} action={signIn()}>
      <Next next={next} />
      <TextField
        form={view.form}
        name="email"
        label="E-mail address"
        type="email"
        autocomplete="username webauthn"
        spellcheck={false}
      />
      <TextField
        form={view.form}
        name="password"
        label="Password"
        type="password"
        autocomplete="current-password"
      />
      <ButtonRow>
        <Button>Sign in</Button>
      </ButtonRow>
    </Form>
    <div data-passkey="sign-in" data-csrf={view.form.csrf} data-next={next ?? ''} />
    <Card title="No password, or forgotten it?">
      <p>
        We can send you a link by e-mail instead.{' '}
        <a href={askForLink({}, next ? { next } : {})}>Send me a link</a>
      </p>
    </Card>
    <p>
      If you were invited and cannot get in, ask {view.organisation.name}. You never need to sign in to get
      help: the numbers to call are on the{' '}
      <a href={view.chrome.urgent?.href ?? view.chrome.home}>help page</a>.
    </p>
  </Frame>
);

const DemoPeople = ({
  view,
  next,
  people,
}: {
  view: View;
  next: string | null;
  people: readonly DemoPerson[];
}) => (
  <Card tone="growth" title="This is a demonstration" id="demonstration">
    <p>
      Nobody here is real. Choose who to be. Each of them has the password <strong>{DEMO_PASSWORD}</strong>,
      and none is asked for the second step that staff take in a real programme.
    </p>
    <Rows>
      {people.map(({ name, is, email }) => (
        <Row
          key={email}
          action={
            <Form form={view.form} action={signIn()}>
              <Next next={next} />
              <Hidden name="email" value={email} />
              <Hidden name="password" value={DEMO_PASSWORD} />
              <Button kind="secondary" small about={name}>
                Sign in as
              </Button>
            </Form>
          }
        >
          <strong>{name}</strong>, {is}
          <br />
          <Muted>{email}</Muted>
        </Row>
      ))}
    </Rows>
  </Card>
);

/** Asking for a link. */
export const AskForLinkPage = ({ view, next }: { view: View; next: string | null }): VNode => (
  <Frame
    view={view}
    title="Get a link by e-mail"
    shell="public"
    back={{ href: signIn({}, next ? { next } : {}), label: 'Back to sign in' }}
  >
    <Heading>Get a link by e-mail</Heading>
    <Lede>We send a link to your e-mail address. Open it and you are signed in, without a password.</Lede>
    <Form form={view.form} action={askForLink()}>
      <Next next={next} />
      <TextField
        form={view.form}
        name="email"
        label="E-mail address"
        type="email"
        autocomplete="email"
        spellcheck={false}
      />
      <Button>Send me a link</Button>
    </Form>
  </Frame>
);

/** The same answer for every address, so that nobody can find out who signs in here. */
export const LinkSentPage = ({ view }: { view: View }): VNode => (
  <Frame
    view={view}
    title="Look in your e-mail"
    shell="public"
    back={{ href: askForLink(), label: 'Try another address' }}
  >
    <Heading>Look in your e-mail</Heading>
    <p>
      If that address belongs to somebody who signs in here, a link is on its way. It usually takes a minute
      or two.
    </p>
    <p>
      The link works once, for {LINK_MINUTES} minutes. If nothing comes, look among the unwanted mail, check
      the spelling of the address, or ask {view.organisation.name}.
    </p>
    {view.organisation.demo ? (
      <p>This is a demonstration, so no e-mail leaves it. Go back and choose somebody on the sign-in page.</p>
    ) : null}
  </Frame>
);

/** Mail programs open links to look at them: only a press of the button uses it up. */
export const OpenLinkPage = ({ view, next }: { view: View; next: string | null }): VNode => (
  <Frame view={view} title="Sign in with your link" shell="public">
    <Heading>One press and you are in</Heading>
    <p>Press the button to sign in. The link works once.</p>
    <Form form={view.form}>
      <Next next={next} />
      <Button>Sign in</Button>
    </Form>
  </Frame>
);

/** A link that was used, or is too old. */
export const LinkOverPage = ({ view, next }: { view: View; next: string | null }): VNode => (
  <Frame view={view} title="This link no longer works" shell="public">
    <Heading>This link no longer works</Heading>
    <p>Each link works once, for {LINK_MINUTES} minutes. This one was used already, or is too old.</p>
    <p>
      <a href={askForLink({}, next ? { next } : {})}>Send me a new link</a>
    </p>
  </Frame>
);

/** The first visit of somebody who was invited. */
export const WelcomePage = ({ view, name, email }: { view: View; name: string; email: string }): VNode => (
  <Frame view={view} title="Welcome" shell="public">
    <Heading>Welcome, {name}</Heading>
    <Lede>{view.organisation.name} has opened a sign-in for you.</Lede>
    <p>
      Your sign-in is your e-mail address, <strong>{email}</strong>.
    </p>
    <Form form={view.form}>
      {/* Password managers want to know whose password this is. */}
      <input type="hidden" name="username" value={email} autocomplete="username" />
      <TextField
        form={view.form}
        name="password"
        label="Choose a password"
        type="password"
        autocomplete="new-password"
        hint={`At least ${PASSWORD_LEAST} characters. Three words that mean something to you are good, and easy to remember.`}
      />
      <ButtonRow>
        <Button name="with" value="password">
          Keep this password and go in
        </Button>
        <Button name="with" value="links" kind="quiet">
          Go in without a password
        </Button>
      </ButtonRow>
    </Form>
    <p>Without a password we send you a link by e-mail each time. You can choose a password later.</p>
  </Frame>
);

/** An invitation that was used, or is too old. */
export const InvitationOverPage = ({ view }: { view: View }): VNode => (
  <Frame view={view} title="This invitation no longer works" shell="public">
    <Heading>This invitation no longer works</Heading>
    <p>An invitation works once, for {INVITATION_DAYS} days. If you have used it, you can sign in.</p>
    <p>
      <a href={signIn()}>Sign in</a>, or <a href={askForLink()}>get a link by e-mail</a>. If neither works,
      ask {view.organisation.name} for a new invitation.
    </p>
  </Frame>
);
