import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { family } from '#rooms/families/paths.ts';
import { Button, ButtonLink, ButtonRow, Checkbox, Form, RadioField, TextArea } from '#ui/form.tsx';
import { Empty, Heading, Inset, Lede, Muted, Row, Rows, SummaryList, Tag } from '#ui/show.tsx';
import { momentInWords } from '#ui/times.ts';
import type { PersonFile } from '../files/files.queries.ts';
import * as paths from '../paths.ts';
import type { SealFacts } from './seal.queries.ts';
import { sealReasonWords, sealReference } from './wall.rules.ts';

/** Before a file is sealed: what happens, in plain words, and a tick. */
export const SealPage = ({ view, file }: { view: View; file: PersonFile }): VNode => {
  const back = family({ personId: file.id });
  const name = file.calledName;
  return (
    <Frame view={view} title={`${name} now works with us`} back={{ href: back, label: `${name}’s file` }}>
      <Heading>{name} now works with us</Heading>
      <Lede>Then colleagues should meet {name} as a colleague. We close this file to the whole team.</Lede>
      <ul>
        <li>Nobody in the team can open it, find it or print it any more. That includes you.</li>
        <li>{name} cannot open it through a volunteer’s or colleague’s sign-in either.</li>
        <li>
          Places in groups and drop-ins end, and so does waiting for one. Messages that wait are stopped.
        </li>
        <li>Another parent’s file in the same family stays as it is, without {name} on it.</li>
        <li>Nothing is thrown away. Numbers in reports stay right.</li>
      </ul>
      <Inset>
        <p>
          A concern about a child or parent stays with those who have it. If this turns out to be a mistake,
          the service lead can open the file again.
        </p>
      </Inset>
      <Form form={view.form}>
        <RadioField
          form={view.form}
          name="why"
          legend={`How does ${name} work with us?`}
          options={[
            { value: 'volunteers', label: 'They volunteer with us, or are about to' },
            { value: 'works_here', label: 'They are employed here' },
          ]}
        />
        <RadioField
          form={view.form}
          name="page"
          legend={`What about ${name}’s own parent page?`}
          options={[
            {
              value: 'closes',
              label: 'It closes',
              hint: 'The e-mail address is then free for their new sign-in. Choose this when they use the same one',
            },
            {
              value: 'stays',
              label: 'It stays',
              hint: 'They alone can still look at their own page, with the sign-in they have as a parent',
            },
          ]}
        />
        <Checkbox
          form={view.form}
          name="sure"
          label={`I have spoken with ${name}, and I am sure this is their file`}
        />
        <ButtonRow>
          <Button kind="warning">Close this file</Button>
          <ButtonLink href={back} kind="quiet">
            Go back
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Frame>
  );
};

interface SealedProps {
  readonly view: View;
  readonly seals: readonly SealFacts[];
  readonly names: ReadonlyMap<string, string>;
  readonly centreNames: ReadonlyMap<string, string>;
}

const whoSealed = ({ sealedBy }: SealFacts, names: ReadonlyMap<string, string>): string =>
  sealedBy === null
    ? 'Closed by itself when they applied or were welcomed'
    : `Closed by ${names.get(sealedBy) ?? 'somebody who has left'}`;

/** Every seal without the name behind it, so that a mistake can be put right. */
export const SealedPage = ({ view, seals, names, centreNames }: SealedProps): VNode => (
  <Frame view={view} title="Closed family files">
    <Heading>Closed family files</Heading>
    <Lede>
      When a parent comes to work or volunteer with us, their family file is closed to everybody. You see that
      it happened, and not whose file it is.
    </Lede>
    {seals.length === 0 ? (
      <Empty title="No family file is closed">
        <p>When one is, you find it here by its reference.</p>
      </Empty>
    ) : (
      <Rows>
        {seals.map((seal) => (
          <Row
            key={seal.sealId}
            marker={sealReference(seal.sealId)}
            tone={seal.openedAgain ? 'grey' : 'pine'}
            action={
              seal.openedAgain
                ? undefined
                : {
                    href: paths.openSeal({ sealId: seal.sealId }),
                    label: 'It was a mistake',
                    about: sealReference(seal.sealId),
                  }
            }
          >
            <p>
              <strong>{sealReasonWords[seal.why]}</strong>, {centreNames.get(seal.centreId) ?? ''}{' '}
              {seal.openedAgain ? <Tag tone="grey">Opened again</Tag> : null}
            </p>
            <p>
              <Muted>
                {whoSealed(seal, names)}, {momentInWords(seal.sealedAt, view.zone, view.now)}.
                {seal.openedAgain
                  ? ` Opened again by ${seal.openedAgain.by ? (names.get(seal.openedAgain.by) ?? 'somebody who has left') : 'the house'}, ${momentInWords(seal.openedAgain.at, view.zone, view.now)}: ${seal.openedAgain.why}`
                  : ''}
              </Muted>
            </p>
          </Row>
        ))}
      </Rows>
    )}
  </Frame>
);

export const OpenSealPage = ({
  view,
  seal,
  names,
  centreNames,
}: Omit<SealedProps, 'seals'> & { readonly seal: SealFacts }): VNode => {
  const reference = sealReference(seal.sealId);
  return (
    <Frame
      view={view}
      title={`Open ${reference} again`}
      back={{ href: paths.sealed(), label: 'Closed family files' }}
    >
      <Heading>Open {reference} again</Heading>
      <SummaryList
        rows={[
          { label: 'Why it was closed', value: sealReasonWords[seal.why] },
          { label: 'Centre', value: centreNames.get(seal.centreId) ?? '' },
          { label: 'When', value: momentInWords(seal.sealedAt, view.zone, view.now) },
          { label: 'Who', value: whoSealed(seal, names) },
        ]}
      />
      <p>
        Open it only if it was a mistake, such as the wrong person of the same name. The team of the centre
        finds the file among its families again. Places that ended and a sign-in that closed do not come back
        by themselves: somebody offers them again.
      </p>
      <Form form={view.form}>
        <TextArea
          form={view.form}
          name="why"
          label="Why was it a mistake?"
          hint="Without names. This stays with the seal"
          rows={3}
        />
        <ButtonRow>
          <Button kind="warning">Open the file again</Button>
          <ButtonLink href={paths.sealed()} kind="quiet">
            Leave it closed
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Frame>
  );
};
