import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, Form, RadioField, SelectField } from '#ui/form.tsx';
import { Empty, Heading, Lede } from '#ui/show.tsx';
import { clockTime, dayAndDate } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { Choosable } from '../rota/who.fields.tsx';
import type { SessionFacts } from '../sessions/session.queries.ts';
import { KINDS } from './alongside.form.ts';

export interface AlongsidePageProps {
  readonly view: View;
  readonly session: SessionFacts;
  readonly running: readonly Choosable[];
  readonly learners: readonly Choosable[];
}

const options = (of: readonly Choosable[]) => [
  { value: '', label: 'Choose' },
  ...of.map(({ accountId, name, words }) => ({
    value: accountId,
    label: words ? `${name}: ${words}` : name,
  })),
];

const Choice = ({ view, session, running, learners }: AlongsidePageProps) => {
  if (session.calledOffWhy !== null)
    return <Empty title="This session is called off">Nobody comes along to it.</Empty>;
  if (running.length === 0)
    return (
      <Empty title="Nobody runs this session yet">
        Put somebody on first. Whoever learns needs somebody beside them.
      </Empty>
    );
  if (learners.length === 0)
    return <Empty title="Nobody to choose">Every peer supporter of this centre is on this session.</Empty>;
  return (
    <Form form={view.form}>
      <SelectField form={view.form} name="accountId" label="Who comes along" options={options(learners)} />
      <RadioField form={view.form} name="kind" legend="How they learn this time" options={[...KINDS]} />
      <SelectField form={view.form} name="besideAccountId" label="Beside whom" options={options(running)} />
      <Button kind="primary">They come along</Button>
    </Form>
  );
};

export const AlongsidePage = (props: AlongsidePageProps): VNode => {
  const { view, session } = props;
  const title = 'Somebody comes along to learn';
  return (
    <Frame
      view={view}
      title={`${title}, ${session.groupName}`}
      crumbs={[
        { href: paths.session({ sessionId: session.id }), label: `Session ${session.number}` },
        { href: paths.rota({ sessionId: session.id }), label: 'Who runs it' },
      ]}
    >
      <Heading above={session.groupName}>{title}</Heading>
      <Lede>
        {dayAndDate(session.on, { today: view.today })}, {clockTime(session.from)}. Whoever learns does not
        run the session and writes nothing of it. Ask the group whether it is all right for them.
      </Lede>
      <Choice {...props} />
    </Frame>
  );
};
