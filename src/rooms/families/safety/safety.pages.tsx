import type { VNode } from 'preact';
import type { View } from '#platform/http/view.ts';
import { Button, DateField, Form, TextArea } from '#ui/form.tsx';
import { Card, Heading, Lede, Muted } from '#ui/show.tsx';
import { longDate } from '#ui/times.ts';
import type { FamilyHead } from '../file/file.queries.ts';
import { FilePart, SaveOrLeave } from '../file/part.tsx';
import * as paths from '../paths.ts';
import type { SafetyInstruction } from './safety.queries.ts';

interface Props {
  readonly view: View;
  readonly head: Pick<FamilyHead, 'file'>;
  readonly instructions: readonly SafetyInstruction[];
  readonly names: ReadonlyMap<string, string>;
}

export const SafetyPage = ({ view, head, instructions, names }: Props): VNode => (
  <FilePart view={view} head={head} title="Safety instruction">
    <Lede>
      What everyone who runs sessions must do or not do. It stands first in the file, on the register and on
      the run sheet.
    </Lede>
    {instructions.map((each) => (
      <Card
        key={each.id}
        tone="urgent"
        action={<EndIt view={view} personId={head.file.id} instruction={each} />}
      >
        <p>
          <strong>{each.words}</strong>
        </p>
        <p>
          <Muted>
            Released by {names.get(each.releasedBy ?? '') ?? 'a colleague'} on{' '}
            {longDate(each.releasedAt.toZonedDateTimeISO(view.zone).toPlainDate(), { today: view.today })}. To
            be looked at again on {longDate(each.reviewOn, { today: view.today })}.
          </Muted>
        </p>
      </Card>
    ))}
    <Heading level={2}>{instructions.length === 0 ? 'Release an instruction' : 'Release another'}</Heading>
    <Form form={view.form}>
      <TextArea
        form={view.form}
        name="words"
        label="What to do, or not to do"
        hint="Say it so that it can be followed without knowing why, such as “Do not phone. Only text.” Leave the reason out: peer supporters read this."
        rows={3}
      />
      <DateField
        form={view.form}
        name="reviewOn"
        legend="When does somebody look at this again?"
        hint="Within six months."
      />
      <SaveOrLeave personId={head.file.id} save="Release" leave="Not now" />
    </Form>
  </FilePart>
);

const EndIt = ({
  view,
  personId,
  instruction,
}: {
  view: View;
  personId: string;
  instruction: SafetyInstruction;
}) => (
  <Form form={view.form} action={paths.endSafety({ personId, instructionId: instruction.id })}>
    <Button kind="secondary" small about={`: ${instruction.words}`}>
      It is no longer needed
    </Button>
  </Form>
);
