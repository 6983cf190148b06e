import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonLink, ButtonRow, Checkbox, Form } from '#ui/form.tsx';
import { Empty, Heading, Lede, Muted, Row, Rows } from '#ui/show.tsx';
import { momentInWords } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { SuspensionFacts } from './suspension.queries.ts';

export interface NamedSuspension extends SuspensionFacts {
  readonly name: string;
  readonly centre: string;
}

/** Who of the team meets no families for now; never why. */
export const SuspensionsPage = ({
  view,
  suspensions,
}: {
  view: View;
  suspensions: readonly NamedSuspension[];
}): VNode => (
  <Frame view={view} title="Not meeting families for now">
    <Heading>Not meeting families for now</Heading>
    <Lede>
      They hold no role while this lasts and are on no session. Why is not written here: only those who have
      the concern know.
    </Lede>
    {suspensions.length === 0 ? (
      <Empty title="Nobody is suspended">
        <p>Whoever has a concern about somebody of the team can suspend them from there.</p>
      </Empty>
    ) : (
      <Rows>
        {suspensions.map((each) => (
          <Row
            key={each.suspensionId}
            tone="clay"
            marker={each.centre}
            action={{
              href: paths.suspension({ suspensionId: each.suspensionId }),
              label: 'It is over',
              about: each.name,
            }}
          >
            <p>
              <strong>{each.name}</strong>
            </p>
            <p>
              <Muted>Suspended {momentInWords(each.fromAt, view.zone, view.now)}</Muted>
            </p>
          </Row>
        ))}
      </Rows>
    )}
  </Frame>
);

export const EndSuspensionPage = ({
  view,
  suspension,
}: {
  view: View;
  suspension: NamedSuspension;
}): VNode => (
  <Frame
    view={view}
    title={`${suspension.name} may meet families again`}
    back={{ href: paths.suspensions(), label: 'Not meeting families for now' }}
  >
    <Heading>{suspension.name} may meet families again</Heading>
    <p>
      They were suspended {momentInWords(suspension.fromAt, view.zone, view.now)}. When you end this, they
      have their roles again with the next page they open. Sessions they were taken off do not come back by
      themselves.
    </p>
    <Form form={view.form}>
      <Checkbox
        form={view.form}
        name="agreed"
        label="Whoever has the concern has agreed that this is over"
        hint="If you do not know who has it, ask the person on duty for concerns"
      />
      <ButtonRow>
        <Button>End it</Button>
        <ButtonLink href={paths.suspensions()} kind="quiet">
          Go back
        </ButtonLink>
      </ButtonRow>
    </Form>
  </Frame>
);
