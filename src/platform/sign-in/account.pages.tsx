import type { VNode } from 'preact';
import { Button, ButtonLink, ButtonRow, Form, Hidden, TextField } from '#ui/form.tsx';
import { Card, Heading, Muted, Row, Rows, SummaryList, Tag } from '#ui/show.tsx';
import { dayAndDate, momentInWords } from '#ui/times.ts';
import { Frame } from '../http/frame.tsx';
import type { View } from '../http/view.ts';
import * as at from './paths.ts';
import type { SecondSteps } from './second-step.ts';
import type { Session, Way } from './sessions.ts';
import { deviceInWords, PASSWORD_LEAST } from './sign-in.rules.ts';

export interface AccountFacts {
  readonly name: string;
  readonly email: string;
  readonly staff: boolean;
  readonly demo: boolean;
  readonly hasPassword: boolean;
  /** Whoever came by a link or an invitation just now need not know the old password. */
  readonly askOldPassword: boolean;
  readonly sessions: readonly Session[];
  readonly sessionId: string;
  readonly steps: SecondSteps;
  readonly codesLeft: number;
}

const WAYS: Readonly<Record<Way, string>> = {
  password: 'with your password',
  link: 'with a link',
  passkey: 'with a passkey',
  invitation: 'with your invitation',
};

/** My sign-in: where I am signed in, how, and with what. */
export const AccountPage = ({ view, facts }: { view: View; facts: AccountFacts }): VNode => (
  <Frame view={view} title="Your sign-in" islands={['passkey']}>
    <Heading>Your sign-in</Heading>
    {facts.demo ? (
      <Card tone="growth" title="This is a demonstration sign-in">
        <p>
          It is open to everybody who tries Kith, and skips the second step. In a real programme staff are
          asked for one each time they sign in.
        </p>
      </Card>
    ) : null}
    <SummaryList
      rows={[
        { label: 'Name', value: facts.name },
        { label: 'E-mail address', value: facts.email },
        { label: 'Password', value: facts.hasPassword ? 'Chosen' : 'None: you come in by link or passkey' },
        ...(facts.staff ? [{ label: 'Second step', value: stepsInWords(facts.steps) }] : []),
      ]}
    />
    <Sessions view={view} facts={facts} />
    {facts.staff ? <App view={view} facts={facts} /> : null}
    <Passkeys view={view} facts={facts} />
    <Password view={view} facts={facts} />
  </Frame>
);

const stepsInWords = ({ app, passkeys }: SecondSteps): string => {
  const parts = [
    app ? 'an authenticator app' : '',
    passkeys.length === 1 ? 'a passkey' : passkeys.length > 1 ? `${passkeys.length} passkeys` : '',
  ].filter(Boolean);
  return parts.length > 0 ? `With ${parts.join(' or ')}` : 'Not set up';
};

const Sessions = ({ view, facts }: { view: View; facts: AccountFacts }) => (
  <Card title="Where you are signed in">
    <Rows>
      {facts.sessions.map(({ id, agent, way, startedAt, lastSeenAt }) => (
        <Row
          key={id}
          action={
            id === facts.sessionId ? (
              <Tag>This one</Tag>
            ) : (
              <Form form={view.form} action={at.endSession()}>
                <Hidden name="session" value={id} />
                <Button kind="secondary" small about={deviceInWords(agent)}>
                  Sign out
                </Button>
              </Form>
            )
          }
        >
          <strong>{deviceInWords(agent)}</strong>
          <br />
          <Muted>
            Signed in {momentInWords(startedAt, view.zone, view.now)}
            {way ? ` ${WAYS[way]}` : ''}, last used {momentInWords(lastSeenAt, view.zone, view.now)}
          </Muted>
        </Row>
      ))}
    </Rows>
    <p>If one of these is not you, sign out everywhere and choose a new password.</p>
    <Form form={view.form} action={at.signOutEverywhere()}>
      <Button kind="warning">Sign out everywhere</Button>
    </Form>
  </Card>
);

const App = ({ view, facts }: { view: View; facts: AccountFacts }) => (
  <Card title="Your authenticator app">
    {facts.steps.app ? (
      <>
        <p>
          {facts.codesLeft === 1
            ? 'One recovery code is left.'
            : `${facts.codesLeft} recovery codes are left.`}{' '}
          For a new phone, take the app away here and set it up anew.
        </p>
        <Form form={view.form} action={at.newRecoveryCodes()}>
          <TextField
            form={view.form}
            name="code"
            label="The code that your app shows now, or a recovery code"
            autocomplete="one-time-code"
            width={10}
            spellcheck={false}
          />
          <ButtonRow>
            <Button kind="secondary">Make new recovery codes</Button>
            <Button kind="secondary" formaction={at.removeApp()}>
              Take the app away
            </Button>
          </ButtonRow>
        </Form>
      </>
    ) : (
      <ButtonLink href={at.setUpSecondStep()} kind="secondary">
        Set up an authenticator app
      </ButtonLink>
    )}
  </Card>
);

const Passkeys = ({ view, facts }: { view: View; facts: AccountFacts }) => (
  <Card title="Your passkeys">
    {facts.steps.passkeys.length === 0 ? (
      <p>You have none. With a passkey you sign in with a finger, your face or the PIN of your device.</p>
    ) : null}
    <Rows>
      {facts.steps.passkeys.map(({ id, name, madeAt }) => (
        <Row
          key={id}
          action={
            <Form form={view.form} action={at.removePasskey()}>
              <Hidden name="passkey" value={id} />
              <Button kind="secondary" small about={name ?? 'the passkey'}>
                Take away
              </Button>
            </Form>
          }
        >
          <strong>{name ?? 'A passkey'}</strong>
          {madeAt ? (
            <>
              <br />
              <Muted>
                Added {dayAndDate(madeAt.toZonedDateTimeISO(view.zone).toPlainDate(), { today: view.today })}
              </Muted>
            </>
          ) : null}
        </Row>
      ))}
    </Rows>
    <div data-passkey="set-up" data-csrf={view.form.csrf} data-next={at.account()} />
  </Card>
);

const Password = ({ view, facts }: { view: View; facts: AccountFacts }) => (
  <Card title={facts.hasPassword ? 'Change your password' : 'Choose a password'}>
    {facts.hasPassword && facts.askOldPassword && !facts.demo ? (
      <p>
        Forgotten it? Sign out, <a href={at.askForLink()}>get a link by e-mail</a>, and come back here.
      </p>
    ) : null}
    {facts.demo ? (
      <p>Everybody who tries the demonstration shares its password, so it cannot be changed.</p>
    ) : (
      <Form form={view.form} action={at.changePassword()}>
        <input type="hidden" name="username" value={facts.email} autocomplete="username" />
        {facts.askOldPassword ? (
          <TextField
            form={view.form}
            name="old"
            label="The password you have now"
            type="password"
            autocomplete="current-password"
          />
        ) : null}
        <TextField
          form={view.form}
          name="password"
          label="New password"
          type="password"
          autocomplete="new-password"
          hint={`At least ${PASSWORD_LEAST} characters. Three words that mean something to you are good.`}
        />
        <p>You stay signed in here and are signed out everywhere else.</p>
        <Button>Keep the new password</Button>
      </Form>
    )}
  </Card>
);
