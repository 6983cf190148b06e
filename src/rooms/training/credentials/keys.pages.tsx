import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonRow, Form, Hidden, TextArea } from '#ui/form.tsx';
import { Card, Details, Empty, Heading, Inset, Lede, Said, Tag } from '#ui/show.tsx';
import { momentInWords } from '#ui/times.ts';
import type { SigningKey } from './key.queries.ts';

export interface KeysFacts {
  readonly keys: readonly SigningKey[];
  /** The address in the credentials; null before the first. */
  readonly origin: string | null;
  /** The address this page was asked for at. */
  readonly here: string;
}

const stateOf = (key: SigningKey) => {
  if (key.withdrawnAt) return { words: 'Withdrawn', tone: 'red' } as const;
  return key.retiredAt
    ? ({ words: 'Retired', tone: 'grey' } as const)
    : ({ words: 'In use', tone: 'pine' } as const);
};

const KeyCard = ({ signingKey, view }: { signingKey: SigningKey; view: View }) => {
  const state = stateOf(signingKey);
  const at = (moment: Temporal.Instant) => momentInWords(moment, view.zone, view.now);
  return (
    <Card title={`The key of ${at(signingKey.madeAt)}`}>
      <p>
        <Tag tone={state.tone}>{state.words}</Tag>
      </p>
      {signingKey.retiredAt && !signingKey.withdrawnAt ? (
        <p>In use until {at(signingKey.retiredAt)}. What it signed goes on holding.</p>
      ) : null}
      {signingKey.withdrawnAt ? (
        <>
          <p>Withdrawn {at(signingKey.withdrawnAt)}. Nothing that it signed holds any longer.</p>
          <Said>{signingKey.withdrawnWhy}</Said>
        </>
      ) : (
        <Details summary="Somebody else may have this key" open={view.form.values.keyId === signingKey.id}>
          <p>
            Withdraw it, and nothing holds that was signed with it. We sign all of it anew at once. Whoever
            took a file with them needs the new one: they find it on their own page, under the same number.
          </p>
          <Form form={view.form}>
            <Hidden name="doing" value="withdraw" />
            <Hidden name="keyId" value={signingKey.id} />
            <TextArea form={view.form} name="why" label="What happened?" rows={3} />
            <ButtonRow>
              <Button kind="warning">Withdraw this key</Button>
            </ButtonRow>
          </Form>
        </Details>
      )}
    </Card>
  );
};

/** The keys that credentials are signed with, for whoever looks after them. */
export const KeysPage = ({ facts, view }: { facts: KeysFacts; view: View }): VNode => (
  <Frame view={view} title="Keys of our certificates">
    <Heading>Keys of our certificates</Heading>
    <Lede>
      Every credential is signed, so that anybody can see that it is from us and that nothing in it was
      changed. A new key takes over every year by itself.
    </Lede>
    {facts.keys.length === 0 ? (
      <Empty title="There is no key yet">
        <p>The first one is made when the first credential is asked for. You need to do nothing.</p>
      </Empty>
    ) : (
      <>
        {facts.keys.map((key) => (
          <KeyCard signingKey={key} view={view} key={key.id} />
        ))}
        <Heading level={2}>Change the key now</Heading>
        <p>A new key takes over. What was signed before goes on holding.</p>
        <Form form={view.form}>
          <Hidden name="doing" value="change" />
          <ButtonRow>
            <Button kind="secondary">Change the key</Button>
          </ButtonRow>
        </Form>
      </>
    )}
    {facts.origin === null ? null : (
      <>
        <Heading level={2}>The address in our credentials</Heading>
        <p>
          Credentials name <strong>{facts.origin}</strong>. Whoever checks one asks there, for years. Keep it
          alive.
        </p>
        {facts.origin === facts.here ? null : (
          <Inset tone="clay">
            <p>You are at {facts.here} now. Have you moved here for good?</p>
            <Form form={view.form}>
              <Hidden name="doing" value="move" />
              <ButtonRow>
                <Button kind="secondary">Name this address in new credentials</Button>
              </ButtonRow>
            </Form>
          </Inset>
        )}
      </>
    )}
  </Frame>
);
