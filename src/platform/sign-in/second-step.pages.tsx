import type { VNode } from 'preact';
import { Button, ButtonLink, Form, Hidden, TextField } from '#ui/form.tsx';
import { Card, Heading, Lede } from '#ui/show.tsx';
import { Frame } from '../http/frame.tsx';
import type { View } from '../http/view.ts';
import { secondStep, setUpSecondStep, signIn, signOut } from './paths.ts';
import { qrPath } from './qr.ts';
import type { SecondSteps } from './second-step.ts';
import { base32 } from './second-step.ts';

const Next = ({ next }: { next: string | null }) =>
  next === null ? null : <Hidden name="next" value={next} />;

const Leave = ({ view }: { view: View }) => (
  <Form form={view.form} action={signOut()}>
    <Button kind="quiet">Sign out instead</Button>
  </Form>
);

/** The second step: a code from an app, a recovery code, or a passkey. */
export const SecondStepPage = ({
  view,
  next,
  steps,
}: {
  view: View;
  next: string | null;
  steps: SecondSteps;
}): VNode => (
  <Frame view={view} title="Second step" shell="public" islands={['passkey']}>
    <Heading>One more step</Heading>
    <Lede>You work with families' private lives, so we check twice that it is you.</Lede>
    {steps.passkeys.length > 0 ? (
      <>
        <div data-passkey="sign-in" data-csrf={view.form.csrf} data-next={next ?? ''} />
        {steps.app ? null : (
          <p>
            Your passkey is your second step. The button for it appears here when this browser can use
            passkeys and scripts are switched on.
          </p>
        )}
      </>
    ) : null}
    {steps.app ? (
      <Form form={view.form} action={secondStep()}>
        <Next next={next} />
        <TextField
          form={view.form}
          name="code"
          label="The code in your authenticator app"
          hint="Six figures that change every half minute. No phone with you? Type one of your recovery codes instead."
          autocomplete="one-time-code"
          width={10}
          spellcheck={false}
        />
        <Button>Go in</Button>
      </Form>
    ) : null}
    <Card title="Lost the phone or the key?">
      <p>
        Use a recovery code if you kept them. Otherwise ask whoever looks after Kith at{' '}
        {view.organisation.name}: they can let you set up a new second step.
      </p>
    </Card>
    <Leave view={view} />
  </Frame>
);

/** Somebody of staff who has no second step yet: set one up, with an app or a passkey. */
export const SetUpPage = ({
  view,
  next,
  secret,
  address,
  needed,
}: {
  view: View;
  next: string | null;
  secret: string;
  address: string;
  needed: boolean;
}): VNode => {
  const square = qrPath(address);
  return (
    <Frame
      view={view}
      title="Set up your second step"
      shell={needed ? 'public' : undefined}
      islands={['passkey']}
    >
      <Heading>Set up your second step</Heading>
      {needed ? (
        <Lede>
          Everybody who works here with families' private lives signs in with two things: something you know,
          and something you have. It takes two minutes, once.
        </Lede>
      ) : (
        <Lede>A second step keeps your sign-in safe even if somebody finds out your password.</Lede>
      )}
      <div data-passkey="set-up" data-csrf={view.form.csrf} data-next={next ?? ''} />
      <Card title="With an authenticator app">
        <ol>
          <li>
            Get an authenticator app on your phone. If your phone keeps passwords for you, it very likely has
            one built in.
          </li>
          <li>
            Add an account in it and point the camera at this square, or{' '}
            <a href={address}>open it on this phone</a>.
          </li>
          <li>Type the six figures that the app shows.</li>
        </ol>
        {square ? (
          <svg
            class="k-qr"
            role="img"
            aria-label="The square for your app; the same key stands below in letters"
            width="220"
            height="220"
            viewBox={`-4 -4 ${square.size + 8} ${square.size + 8}`}
            shape-rendering="crispEdges"
          >
            <rect x="-4" y="-4" width={square.size + 8} height={square.size + 8} fill="#ffffff" />
            <path d={square.path} fill="#000000" />
          </svg>
        ) : null}
        <p>
          No camera? Type this key into the app:{' '}
          <code>
            {base32(secret)
              .match(/.{1,4}/g)
              ?.join(' ')}
          </code>
        </p>
        <Form form={view.form} action={setUpSecondStep()}>
          <Next next={next} />
          <TextField
            form={view.form}
            name="code"
            label="The six figures the app shows now"
            inputmode="numeric"
            autocomplete="one-time-code"
            width={10}
            spellcheck={false}
          />
          <Button>Finish</Button>
        </Form>
      </Card>
      {needed ? <Leave view={view} /> : null}
    </Frame>
  );
};

/** Recovery codes, just made: the one moment to write them down. */
export const RecoveryCodesPage = ({
  view,
  codes,
  onward,
}: {
  view: View;
  codes: readonly string[];
  onward: string;
}): VNode => (
  <Frame view={view} title="Your recovery codes">
    <Heading>Keep these codes somewhere safe</Heading>
    <Lede>
      If you ever lose your phone, each of them lets you in once. Print them or write them down; not on the
      phone itself.
    </Lede>
    <ul class="nhsuk-list">
      {codes.map((code) => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ul>
    <p>
      We show them for ten minutes. After that you can make new ones on the page of your sign-in, and these
      stop working.
    </p>
    <ButtonLink href={onward}>I have kept them</ButtonLink>
  </Frame>
);

export const backToSignIn = (next: string | null): string => signIn({}, next ? { next } : {});
