import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { families, family } from '#rooms/families/paths.ts';
import { Button, ButtonLink, ButtonRow, Form, Hidden, RadioField, TextField } from '#ui/form.tsx';
import { Card, Empty, Heading, Lede, Muted, Row, Rows, SummaryList, Table } from '#ui/show.tsx';
import { counted, longDate, momentInWords } from '#ui/times.ts';
import { languageName } from '../languages.ts';
import { nhsNumberInWords } from '../nhs-number.rules.ts';
import * as paths from '../paths.ts';
import { phoneInWords } from '../phone.rules.ts';
import type { FileInFull, Merge, Pair } from './duplicates.queries.ts';

interface DuplicatesProps {
  readonly view: View;
  readonly pairs: readonly Pair[];
  readonly merges: readonly Merge[];
  readonly names: ReadonlyMap<string, string>;
  readonly mayUndo: boolean;
}

export const listOf = (reasons: readonly string[]): string =>
  reasons.length < 2 ? (reasons[0] ?? '') : `${reasons.slice(0, -1).join(', ')} and ${reasons.at(-1)}`;

export const DuplicatesPage = ({ view, pairs, merges, names, mayUndo }: DuplicatesProps): VNode => (
  <Frame view={view} title="Files that look alike" back={{ href: families(), label: 'Families' }}>
    <Heading>Files that look alike</Heading>
    {pairs.length === 0 ? (
      <Empty title="No two files look like one person">
        When a referral brings a name, phone number or birthday we already hold, the two files are shown here.
      </Empty>
    ) : (
      <>
        <Lede>
          {counted(pairs.length, 'pair')} to look at. Couples often share a phone or a family name, so look
          before you decide.
        </Lede>
        <Rows>
          {pairs.map(({ one, other, reasons }) => (
            <Row
              key={`${one.id} ${other.id}`}
              action={{
                href: paths.compare({ personId: one.id }, { other: other.id }),
                label: 'Compare',
                about: `${one.fullName} and ${other.fullName}`,
              }}
            >
              <strong>{one.fullName}</strong> and <strong>{other.fullName}</strong>
              <br />
              <Muted>They have {listOf(reasons)}.</Muted>
            </Row>
          ))}
        </Rows>
      </>
    )}
    {merges.length > 0 ? (
      <Card title="Made one lately">
        <Rows>
          {merges.map((merge) => (
            <Row
              key={merge.id}
              action={
                mayUndo ? (
                  <Form form={view.form} action={paths.undoMerge({ mergeId: merge.id })}>
                    <Button kind="secondary" small about={`the file of ${merge.kept.fullName}`}>
                      Make two again
                    </Button>
                  </Form>
                ) : undefined
              }
            >
              <a href={family({ personId: merge.kept.id })}>{merge.kept.fullName}</a>
              <br />
              <Muted>
                {momentInWords(merge.mergedAt, view.zone, view.now)}
                {merge.mergedBy ? ` by ${names.get(merge.mergedBy) ?? 'somebody'}` : ''}: {merge.why}
              </Muted>
            </Row>
          ))}
        </Rows>
      </Card>
    ) : null}
  </Frame>
);

interface CompareProps {
  readonly view: View;
  readonly one: FileInFull;
  readonly other: FileInFull;
  readonly mayDecide: boolean;
}

const NOT_SAID = '–';

const lines = (
  view: View,
): readonly { readonly label: string; readonly say: (side: FileInFull) => string }[] => [
  { label: 'Name', say: ({ file }) => file.fullName },
  { label: 'Called', say: ({ file }) => file.knownAs ?? NOT_SAID },
  { label: 'Date of birth', say: ({ file }) => (file.bornOn ? longDate(file.bornOn) : NOT_SAID) },
  { label: 'NHS number', say: ({ nhsNumber }) => (nhsNumber ? nhsNumberInWords(nhsNumber) : NOT_SAID) },
  { label: 'Phone', say: ({ contact }) => (contact?.phone ? phoneInWords(contact.phone) : NOT_SAID) },
  { label: 'E-mail', say: ({ contact }) => contact?.email ?? NOT_SAID },
  { label: 'Postcode', say: ({ contact }) => contact?.postcode ?? NOT_SAID },
  {
    label: 'Language',
    say: ({ file }) =>
      `${languageName(file.language)}${file.interpreterNeeded ? ', with an interpreter' : ''}`,
  },
  { label: 'File opened', say: ({ madeAt }) => momentInWords(madeAt, view.zone, view.now) },
];

// On a narrow phone an e-mail address is wider than its cell: it may break before the host.
const Breakable = ({ words }: { words: string }) => {
  const [before = '', ...after] = words.split('@');
  return (
    <span>
      {before}
      {after.length > 0 ? (
        <>
          <wbr />@{after.join('@')}
        </>
      ) : null}
    </span>
  );
};

export const ComparePage = ({ view, one, other, mayDecide }: CompareProps): VNode => (
  <Frame
    view={view}
    title="Two files side by side"
    back={{ href: paths.duplicates(), label: 'Files that look alike' }}
    wide
  >
    <Heading>One person, or two?</Heading>
    <Table
      caption="Two files side by side"
      captionHidden
      columns={[
        { header: 'What the file says', cell: (line) => line.label },
        {
          header: 'First file',
          cell: (line) =>
            line.label === 'Name' ? (
              <a href={family({ personId: one.file.id })}>{line.say(one)}</a>
            ) : (
              <Breakable words={line.say(one)} />
            ),
        },
        {
          header: 'Second file',
          cell: (line) =>
            line.label === 'Name' ? (
              <a href={family({ personId: other.file.id })}>{line.say(other)}</a>
            ) : (
              <Breakable words={line.say(other)} />
            ),
        },
        {
          header: 'Same?',
          cell: (line) =>
            line.say(one) === NOT_SAID || line.say(other) === NOT_SAID
              ? ''
              : line.say(one) === line.say(other)
                ? 'same'
                : 'different',
        },
      ]}
      rows={lines(view)}
    />
    {mayDecide ? (
      <>
        <Card title="They are two people" tone="tint">
          <p>You will not be asked about these two again. Nothing else changes.</p>
          <Form form={view.form} action={paths.twoPeople({ personId: one.file.id })}>
            <Hidden name="other" value={other.file.id} />
            <Button kind="secondary">They are two people</Button>
          </Form>
        </Card>
        <Card title="They are one person">
          <p>
            Referrals, places, sessions and messages of the other file move to the one you keep. The words of
            the file you keep stay as they are, so copy over anything that is only in the other. It can be
            undone.
          </p>
          <Form form={view.form} action={paths.merge({ personId: one.file.id })}>
            <Hidden name="other" value={other.file.id} />
            <RadioField
              form={view.form}
              name="keep"
              legend="Which file do you keep?"
              options={[
                {
                  value: one.file.id,
                  label: one.file.fullName,
                  hint: `Opened ${momentInWords(one.madeAt, view.zone, view.now)}`,
                },
                {
                  value: other.file.id,
                  label: other.file.fullName,
                  hint: `Opened ${momentInWords(other.madeAt, view.zone, view.now)}`,
                },
              ]}
            />
            <TextField
              form={view.form}
              name="why"
              label="How do you know?"
              hint="Such as “spoke with her on the phone”."
            />
            <ButtonRow>
              <Button>Make them one file</Button>
              <ButtonLink href={paths.duplicates()} kind="quiet">
                Decide later
              </ButtonLink>
            </ButtonRow>
          </Form>
        </Card>
      </>
    ) : (
      <SummaryList
        rows={[
          {
            label: 'Who decides',
            value: 'A practitioner, volunteer manager or programme coordinator of the centre.',
          },
        ]}
      />
    )}
  </Frame>
);
