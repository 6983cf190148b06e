import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { myPeople } from '#rooms/hub/paths.ts';
import { Button, ButtonLink, ButtonRow, Form, RadioField } from '#ui/form.tsx';
import { Card, Empty, Heading, Inset, Lede, Row, Rows } from '#ui/show.tsx';
import * as paths from '../paths.ts';
import type { KnownPair } from './known.queries.ts';

const MY_PEOPLE = myPeople();

const SaidBefore = ({ view, known }: { view: View; known: readonly KnownPair[] }) =>
  known.length === 0 ? null : (
    <Card title="You told us that you know">
      <Rows>
        {known.map((each) => (
          <Row
            key={each.pairId}
            action={
              <Form form={view.form} action={paths.takeBackMyKnown({ pairId: each.pairId })}>
                <Button kind="quiet" small about={each.name}>
                  Take it back
                </Button>
              </Form>
            }
          >
            <strong>{each.name}</strong>
          </Row>
        ))}
      </Rows>
    </Card>
  );

/** A parent says that they know somebody who runs their group. */
export const MyKnownPage = ({
  view,
  people,
  known,
}: {
  view: View;
  people: readonly { readonly accountId: string; readonly name: string }[];
  known: readonly KnownPair[];
}): VNode => (
  <Frame view={view} title="I know one of them" shell="parent" back={{ href: MY_PEOPLE, label: 'People' }}>
    <Heading>I know one of them</Heading>
    <Lede>
      A neighbour, somebody from your family, somebody you would rather not meet here: you need not say which.
    </Lede>
    {people.length > 0 ? (
      <Form form={view.form}>
        <RadioField
          form={view.form}
          name="who"
          legend="Whom do you know?"
          options={people.map(({ accountId, name }) => ({ value: accountId, label: name }))}
        />
        <Inset>
          <p>
            We then put you in different groups where we can. They are not told, and nobody reads that you
            said it. You can take it back whenever you like.
          </p>
        </Inset>
        <ButtonRow>
          <Button>Tell us quietly</Button>
          <ButtonLink href={MY_PEOPLE} kind="quiet">
            Go back
          </ButtonLink>
        </ButtonRow>
      </Form>
    ) : (
      <Empty title="Nobody else is named here">
        <p>When you have a place in a group or drop-in, you find here who runs it.</p>
      </Empty>
    )}
    <SaidBefore view={view} known={known} />
  </Frame>
);

export interface FamilyMet {
  readonly groupId: string;
  readonly groupName: string;
  readonly personId: string;
  readonly name: string;
  /** What the actor said before; null when nothing. */
  readonly pairId: string | null;
}

/** A supporter says that they know a family of their group. */
export const KnownFamilyPage = ({ view, met }: { view: View; met: FamilyMet }): VNode => {
  const back = paths.group({ groupId: met.groupId });
  return (
    <Frame view={view} title={`I know ${met.name}`} back={{ href: back, label: met.groupName }}>
      <Heading>I know {met.name}</Heading>
      {met.pairId === null ? (
        <>
          <Lede>A friend, a neighbour, somebody from your family: you need not say how.</Lede>
          <Inset>
            <p>
              We then look for somebody else to be with them, where we can. {met.name} is not told, and nobody
              reads that you said it. Until you hear from your volunteer manager, treat what you see here as
              you always do: it stays here.
            </p>
          </Inset>
          <Form form={view.form}>
            <ButtonRow>
              <Button>Yes, I know them</Button>
              <ButtonLink href={back} kind="quiet">
                Go back
              </ButtonLink>
            </ButtonRow>
          </Form>
        </>
      ) : (
        <>
          <Lede>You told us that you know {met.name}. Nobody else reads it.</Lede>
          <Form form={view.form} action={paths.takeBackKnown({ groupId: met.groupId, pairId: met.pairId })}>
            <ButtonRow>
              <Button kind="secondary">Take it back</Button>
              <ButtonLink href={back} kind="quiet">
                Go back
              </ButtonLink>
            </ButtonRow>
          </Form>
        </>
      )}
    </Frame>
  );
};
