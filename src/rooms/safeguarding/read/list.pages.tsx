import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { ButtonLink } from '#ui/form.tsx';
import { Card, Empty, Heading, Lede, Muted, Row, Rows, Said, SummaryList } from '#ui/show.tsx';
import { momentInWords } from '#ui/times.ts';
import { concernPath, concernsPath, onDutyPath, raisePath, receiptPath } from '../paths.ts';
import { byWhen, dueWords } from './by-when.rules.ts';
import type { ConcernLine, Receipt } from './read.queries.ts';

export interface ListFacts {
  readonly given: readonly ConcernLine[];
  readonly receipts: readonly Receipt[];
  readonly centreNames: ReadonlyMap<string, string>;
  readonly mayChangeDuty: boolean;
}

const markerOf = (line: ConcernLine, view: View) => {
  if (line.acknowledgedAt) return { marker: 'Taken on', tone: 'grey' as const };
  const late = Temporal.Instant.compare(line.acknowledgeBy, view.now) < 0;
  if (late) return { marker: 'Overdue', tone: 'red' as const };
  return { marker: line.openedByMe ? 'Opened' : 'New', tone: 'clay' as const };
};

const Given = ({ line, facts, view }: { line: ConcernLine; facts: ListFacts; view: View }) => {
  const at = (moment: Temporal.Instant) => momentInWords(moment, view.zone, view.now);
  const { marker, tone } = markerOf(line, view);
  return (
    <Row
      marker={marker}
      tone={tone}
      action={{
        href: concernPath({ concernId: line.id }),
        label: 'Open',
        about: `concern ${line.reference}`,
        kind: 'button',
      }}
    >
      <p>
        <strong>{line.reference}</strong> {facts.centreNames.get(line.centreId) ?? ''}
        {line.dangerNow ? <strong> · said to be in danger</strong> : null}
      </p>
      <p>
        <Muted>
          Raised {at(line.raisedAt)}.{' '}
          {line.acknowledgedAt
            ? `Taken on ${at(line.acknowledgedAt)}.`
            : dueWords(line.acknowledgeBy, view.zone, view.now)}
        </Muted>
      </p>
    </Row>
  );
};

/** Two lists: what was given to me to read, and what I raised. Most people only ever see the second. */
export const ConcernsPage = ({ facts, view }: { facts: ListFacts; view: View }): VNode => {
  const at = (moment: Temporal.Instant) => momentInWords(moment, view.zone, view.now);
  return (
    <Frame view={view} title="Concerns">
      <Heading>Concerns</Heading>
      {facts.given.length > 0 ? (
        <>
          <Heading level={2}>Given to you to read</Heading>
          <p>Only you, and whoever was told after you, can open these. Each opening is written down.</p>
          <Rows>
            {facts.given.map((line) => (
              <Given key={line.id} line={line} facts={facts} view={view} />
            ))}
          </Rows>
        </>
      ) : null}

      <Heading level={2}>Raised by you</Heading>
      {facts.receipts.length === 0 ? (
        <Empty
          title="You have not raised a concern"
          action={{ href: raisePath({}, { from: concernsPath() }), label: 'Raise one now', kind: 'button' }}
        >
          <p>You do not have to be certain to raise one.</p>
        </Empty>
      ) : (
        <Rows>
          {facts.receipts.map((receipt) => (
            <Row
              key={receipt.concernId}
              marker={receipt.acknowledgedAt ? 'Taken on' : 'Not yet read'}
              tone={receipt.acknowledgedAt ? 'pine' : 'clay'}
              action={{
                href: receiptPath({ concernId: receipt.concernId }),
                label: 'See receipt',
                about: receipt.reference,
              }}
            >
              <p>
                <strong>{receipt.reference}</strong>
              </p>
              <p>
                <Muted>
                  Raised {at(receipt.raisedAt)}, with {receipt.landedWith}.
                </Muted>
              </p>
            </Row>
          ))}
        </Rows>
      )}
      {facts.mayChangeDuty ? (
        <p>
          <a href={onDutyPath()}>Who reads concerns, and how soon</a>
        </p>
      ) : null}
    </Frame>
  );
};

export interface ReceiptFacts {
  readonly receipt: Receipt;
  readonly from: string | null;
  readonly acknowledgeBy: Temporal.Instant;
}

/** What whoever raised a concern may know of it. It never repeats what they wrote: others may look over a shoulder. */
export const ReceiptPage = ({ facts, view }: { facts: ReceiptFacts; view: View }): VNode => {
  const { receipt, from } = facts;
  const at = (moment: Temporal.Instant) => momentInWords(moment, view.zone, view.now);
  return (
    <Frame
      view={view}
      title={`Concern ${receipt.reference}`}
      back={{ href: concernsPath(), label: 'What you raised' }}
    >
      <Heading above="Receipt">
        {receipt.acknowledgedAt ? 'Your concern has been taken on' : 'Your concern has arrived'}
      </Heading>
      {receipt.acknowledgedAt ? null : (
        <Lede>
          {receipt.landedWith}, was told at once.{' '}
          {Temporal.Instant.compare(facts.acknowledgeBy, view.now) < 0
            ? `It was not taken on by ${byWhen(facts.acknowledgeBy, view.zone, view.now)}, so the next person is told too.`
            : `If it is not taken on by ${byWhen(facts.acknowledgeBy, view.zone, view.now)}, the next person is told.`}
        </Lede>
      )}
      <SummaryList
        rows={[
          { label: 'Reference', value: receipt.reference },
          { label: 'Raised', value: at(receipt.raisedAt) },
          { label: 'With', value: receipt.landedWith },
          { label: 'Taken on', value: receipt.acknowledgedAt ? at(receipt.acknowledgedAt) : 'Not yet' },
        ]}
      />
      {receipt.words ? (
        <Card title="Words for you" tone="tint">
          <Said>{receipt.words}</Said>
        </Card>
      ) : null}
      <Card
        title="Is somebody in danger?"
        tone="urgent"
        action={
          <ButtonLink href="tel:999" kind="warning">
            Call 999
          </ButtonLink>
        }
      >
        <p>
          This page does not call anybody. If it cannot wait, call 999 now, and then speak to somebody of your
          team.
        </p>
      </Card>
      <p>
        {receipt.acknowledgedAt
          ? 'You may not hear what is done about it. That keeps people safe, and it is not because it was wrong to speak up.'
          : 'You do not need to do anything else here. If it weighs on you, talk to whoever supervises you: you do not have to carry it alone.'}
      </p>
      {from ? (
        <p>
          <a href={from}>Back to what you were doing</a>
        </p>
      ) : null}
    </Frame>
  );
};
