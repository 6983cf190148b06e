import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import type { PersonFile } from '#rooms/people/door.ts';
import { Button, ButtonLink, ButtonRow, Form, RadioField, TextArea } from '#ui/form.tsx';
import { Empty, Heading, Lede, Muted, Row, Rows } from '#ui/show.tsx';
import { counted, momentInWords } from '#ui/times.ts';
import { restingWords } from '../family.rules.ts';
import * as paths from '../paths.ts';
import { decisionWords } from './loss.rules.ts';
import type { Pause } from './pauses.queries.ts';

export interface PauseRow {
  readonly pause: Pause;
  readonly file: PersonFile;
}

interface PausesProps {
  readonly view: View;
  readonly rows: readonly PauseRow[];
  readonly names: ReadonlyMap<string, string>;
}

// The parent who told us of a loss has said all there is to decide about: support goes.
const waits = ({ pause }: PauseRow) => pause.decision === null && pause.why !== 'own_loss';

const days = (since: Temporal.Instant, now: Temporal.Instant) =>
  counted(Math.floor(now.since(since).total('hours') / 24), 'day');

export const PausesPage = ({ view, rows, names }: PausesProps): VNode => {
  const waiting = rows.filter(waits);
  const others = rows.filter((row) => !waits(row));
  return (
    <Frame view={view} title="Messages that are resting" back={{ href: paths.families(), label: 'Families' }}>
      <Heading>Messages that are resting</Heading>
      <Lede>These parents hear nothing, or only support, until somebody here decides what helps.</Lede>
      {rows.length === 0 ? (
        <Empty title="Nobody’s messages are resting">
          When a loss is written down, or a parent asks for quiet, they are listed here.
        </Empty>
      ) : null}
      {waiting.length > 0 ? (
        <>
          <Heading level={2}>Waiting for a decision</Heading>
          <Rows>
            {waiting.map(({ pause, file }) => (
              <Row
                key={pause.id}
                marker={days(pause.from, view.now)}
                tone="clay"
                action={{
                  href: paths.pause({ pauseId: pause.id }),
                  label: 'Decide',
                  about: `about ${file.fullName}`,
                }}
              >
                <a href={paths.family({ personId: file.id })}>{file.fullName}</a>
                <br />
                <Muted>{restingWords[pause.why]}</Muted>
              </Row>
            ))}
          </Rows>
        </>
      ) : null}
      {others.length > 0 ? (
        <>
          <Heading level={2}>Nothing to decide now</Heading>
          <Rows>
            {others.map(({ pause, file }) => (
              <Row
                key={pause.id}
                action={{
                  href: paths.pause({ pauseId: pause.id }),
                  label: 'Change',
                  about: `about ${file.fullName}`,
                }}
              >
                <a href={paths.family({ personId: file.id })}>{file.fullName}</a>
                <br />
                <Muted>
                  {pause.decision
                    ? `${decisionWords[pause.decision]}, ${names.get(pause.decidedBy ?? '') ?? 'a colleague'} decided ${pause.decidedAt ? momentInWords(pause.decidedAt, view.zone, view.now) : ''}. ${pause.words}`
                    : restingWords[pause.why]}
                </Muted>
              </Row>
            ))}
          </Rows>
        </>
      ) : null}
    </Frame>
  );
};

export const PausePage = ({
  view,
  row: { pause, file },
  lossOfAll,
}: {
  view: View;
  row: PauseRow;
  lossOfAll: boolean;
}): VNode => (
  <Frame
    view={view}
    title={`What may be sent: ${file.fullName}`}
    back={{ href: paths.pauses(), label: 'Messages that are resting' }}
  >
    <Heading above={file.fullName}>What may be sent?</Heading>
    <p>{restingWords[pause.why]}</p>
    {pause.why === 'linked_loss' ? (
      <p>
        A message from us must never be how {file.calledName} learns of it, and an odd silence must not tell
        it either. If you are not sure what {file.calledName} knows, leave it resting and speak with the
        parent who told us first.
      </p>
    ) : null}
    {lossOfAll ? <p>Messages about a baby or a group stay stopped whatever you choose here.</p> : null}
    <Form form={view.form}>
      <RadioField
        form={view.form}
        name="decision"
        legend="From now on"
        options={[
          {
            value: 'support_only',
            label: decisionWords.support_only,
            hint: 'How we can help, and the numbers to call.',
          },
          ...(lossOfAll
            ? []
            : [
                {
                  value: 'all_again',
                  label: decisionWords.all_again,
                  hint: 'Groups, reminders and news about the baby or babies they have.',
                },
              ]),
          { value: 'nothing', label: decisionWords.nothing, hint: 'Until somebody changes this.' },
        ]}
      />
      <TextArea
        form={view.form}
        name="words"
        label="Why?"
        hint="A few words for colleagues. Your name and the time are kept with it."
        rows={3}
      />
      <ButtonRow>
        <Button>Save the decision</Button>
        <ButtonLink href={paths.pauses()} kind="quiet">
          Leave it resting
        </ButtonLink>
      </ButtonRow>
    </Form>
  </Frame>
);
