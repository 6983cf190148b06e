import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonLink, ButtonRow, Checkbox, Form, Hidden, TextArea, TextField } from '#ui/form.tsx';
import { Card, Empty, Heading, Inset, Lede, Muted, Tag } from '#ui/show.tsx';
import { counted } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { standingOf, standingWords } from './help-line.rules.ts';
import type { HelpLineToConfirm } from './help-lines.queries.ts';

interface Props {
  readonly view: View;
  readonly lines: readonly HelpLineToConfirm[];
  readonly names: ReadonlyMap<string, string>;
  readonly mayChange: boolean;
}

const ways = (line: HelpLineToConfirm) =>
  [line.phone && `Call ${line.phone}`, line.textTo && `Text ${line.textTo}`, line.url]
    .filter(Boolean)
    .join(' · ');

const Line = ({ view, line, names, mayChange }: Omit<Props, 'lines'> & { line: HelpLineToConfirm }) => {
  const standing = standingOf(line.confirmedOn, view.today);
  const leads = ways(line);
  const change = (kind: 'secondary' | 'quiet', label: string) => (
    <ButtonLink href={paths.helpLine({ lineId: line.id })} kind={kind} small about={line.name}>
      {label}
    </ButtonLink>
  );
  return (
    <Card title={line.name} tone={standing === 'confirmed' || !line.shown ? 'plain' : 'soon'}>
      <p>
        {line.urgent ? <Tag tone="red">Urgent help</Tag> : null}{' '}
        {line.shown ? null : <Tag tone="grey">Not shown to anyone</Tag>}
      </p>
      <p>
        {line.what}
        <br />
        <strong>{leads || 'No number yet'}</strong>
        <br />
        <Muted>{line.hours}</Muted>
      </p>
      <p>
        {standingWords(
          line.confirmedOn,
          line.confirmedBy === null ? null : (names.get(line.confirmedBy) ?? null),
          view.today,
        )}
      </p>
      {mayChange && leads ? (
        <Form form={view.form} action={paths.confirmHelpLine({ lineId: line.id })}>
          <Hidden name="seen" value={line.version} />
          <ButtonRow>
            <Button kind="secondary" small about={line.name}>
              I have checked it today, it is right
            </Button>
            {change('quiet', 'Change')}
          </ButtonRow>
        </Form>
      ) : mayChange ? (
        <ButtonRow>{change('secondary', 'Add the number')}</ButtonRow>
      ) : null}
    </Card>
  );
};

export const HelpLinesPage = ({ view, lines, names, mayChange }: Props): VNode => {
  const waits = (line: HelpLineToConfirm) =>
    line.shown && standingOf(line.confirmedOn, view.today) !== 'confirmed';
  const open = lines.filter(waits).length;
  return (
    <Frame view={view} title="Help lines" back={{ href: paths.team(), label: 'Team' }}>
      <Heading>Help lines</Heading>
      <Lede>
        These numbers are shown to parents at the moment they need them. Somebody by name checks each one when
        we start here, and once a year after that: on the service’s own website, or by asking somebody who
        works there. Never ring 999 to try it.
      </Lede>
      {lines.length === 0 ? (
        <Empty title="There is no help line yet">
          Urgent numbers come with the programme when it is set up.
        </Empty>
      ) : null}
      {open > 0 ? (
        <Inset tone="clay">
          {counted(open, 'number')} {open === 1 ? 'waits' : 'wait'} to be confirmed.
        </Inset>
      ) : null}
      {[...lines.filter(waits), ...lines.filter((line) => !waits(line))].map((line) => (
        <Line key={line.id} view={view} line={line} names={names} mayChange={mayChange} />
      ))}
    </Frame>
  );
};

export const HelpLinePage = ({ view, line }: { view: View; line: HelpLineToConfirm }): VNode => {
  const { form } = view;
  return (
    <Frame view={view} title={line.name} back={{ href: paths.helpLines(), label: 'Help lines' }}>
      <Heading>{line.name}</Heading>
      <p>When the number or the name changes, it has to be confirmed again.</p>
      <Form form={form}>
        <TextField form={form} name="name" label="Name" />
        <TextArea form={form} name="what" label="What it is for, in a sentence" rows={3} />
        <TextField form={form} name="phone" label="Number to call" width={20} />
        <TextField
          form={form}
          name="textTo"
          label="Number to text"
          hint="With the word to send, if there is one."
          width={20}
        />
        <TextField
          form={form}
          name="url"
          label="Web address"
          hint="Starting with https://"
          spellcheck={false}
        />
        <TextField form={form} name="hours" label="When it is open" />
        <Checkbox
          form={form}
          name="shown"
          label="Show it"
          hint={
            line.urgent
              ? 'Parents look for this when it is urgent. Hide it only when the number is wrong.'
              : undefined
          }
        />
        <ButtonRow>
          <Button>Save</Button>
          <ButtonLink href={paths.helpLines()} kind="quiet">
            Leave it as it is
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Frame>
  );
};
