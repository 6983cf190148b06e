import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Checkbox,
  DateField,
  Form,
  RadioField,
  TextArea,
  TextField,
  TimeField,
} from '#ui/form.tsx';
import { Card, Heading, Inset, Lede, Row, Rows, SummaryList } from '#ui/show.tsx';
import { clockTime, counted, dayAndDate, timeRange } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { SessionFacts } from './session.queries.ts';

export const whereOf = (session: Pick<SessionFacts, 'online' | 'room' | 'venue'>): string =>
  session.online ? 'Online' : [session.room, session.venue].filter(Boolean).join(', ') || 'No room yet';

const titleOf = (session: SessionFacts): string => `Session ${session.number}: ${dayAndDate(session.on)}`;

export interface SessionPageProps {
  readonly view: View;
  readonly session: SessionFacts;
  readonly expected: readonly {
    readonly personId: string;
    readonly name: string;
    readonly coming: boolean | null;
    readonly words: string;
    readonly creche: number;
    readonly partner: boolean;
  }[];
  readonly leaders: readonly string[];
  readonly planned: boolean;
  readonly mayArrange: boolean;
  readonly mayPlan: boolean;
  readonly mayLead: boolean;
}

export const SessionPage = ({
  view,
  session,
  expected,
  leaders,
  planned,
  mayArrange,
  mayPlan,
  mayLead,
}: SessionPageProps): VNode => {
  const yes = expected.filter((each) => each.coming === true);
  const no = expected.filter((each) => each.coming === false);
  const over = Temporal.Instant.compare(session.endsAt, view.now) < 0;
  const calledOff = session.calledOffWhy !== null;
  const at = { sessionId: session.id };
  return (
    <Frame
      view={view}
      title={`${titleOf(session)}, ${session.groupName}`}
      crumbs={[
        { href: paths.groups(), label: 'Groups' },
        { href: paths.group({ groupId: session.groupId }), label: session.groupName },
      ]}
    >
      <Heading above={session.groupName}>{titleOf(session)}</Heading>
      <Lede>
        {timeRange(session.from, session.from.add({ minutes: session.minutes }))}, {whereOf(session)}.{' '}
        {leaders.length > 0 ? `Run by ${leaders.join(' and ')}.` : 'Nobody is down to run it yet.'}
      </Lede>
      {calledOff ? <Inset tone="clay">This session is called off: {session.calledOffWhy}</Inset> : null}
      {session.closed ? (
        <Inset>
          {session.closed.happened
            ? 'The register is closed.'
            : `It did not happen: ${session.closed.whyNot ?? ''}`}
        </Inset>
      ) : null}
      {calledOff ? null : (
        <ButtonRow>
          <ButtonLink href={paths.register(at)} kind={over && !session.closed ? 'primary' : 'secondary'}>
            Register
          </ButtonLink>
          {mayPlan ? (
            <>
              <ButtonLink href={paths.plan(at)} kind={!planned && !over ? 'primary' : 'secondary'}>
                {planned ? 'Plan' : 'Plan it'}
              </ButtonLink>
              <ButtonLink href={paths.runSheet(at)} kind="secondary">
                Run sheet
              </ButtonLink>
            </>
          ) : null}
        </ButtonRow>
      )}
      <Card title={`${counted(expected.length, 'parent')} may come`}>
        <SummaryList
          rows={[
            { label: 'Will be there', value: String(yes.length) },
            { label: 'Cannot come', value: String(no.length) },
            { label: 'Not said yet', value: String(expected.length - yes.length - no.length) },
            {
              label: 'Crèche',
              value: counted(
                expected.reduce((sum, each) => sum + (each.coming === false ? 0 : each.creche), 0),
                'child',
                'children',
              ),
            },
          ]}
        />
        <Rows>
          {expected.map((each) => (
            <Row
              key={each.personId}
              marker={each.coming === null ? 'Not said' : each.coming ? 'Coming' : 'Not coming'}
              tone={each.coming === null ? 'grey' : each.coming ? 'pine' : 'clay'}
            >
              <strong>{each.name}</strong>
              {each.partner ? ', with a partner' : ''}
              {each.words ? `: “${each.words}”` : ''}
            </Row>
          ))}
        </Rows>
      </Card>
      {mayLead && !calledOff ? (
        <Card title="Who runs this one">
          <p>{leaders.length > 0 ? `${leaders.join(' and ')}.` : 'Nobody yet.'}</p>
          <ButtonRow>
            <ButtonLink href={paths.rota(at)} kind="secondary">
              {leaders.length > 0 ? 'Change it or find cover' : 'Put somebody on'}
            </ButtonLink>
          </ButtonRow>
        </Card>
      ) : null}
      {mayArrange && !session.closed ? (
        <Card title="Change it">
          <ButtonRow>
            <ButtonLink href={paths.moveSession(at)} kind="secondary">
              {calledOff ? 'Hold it on another day' : 'Move to another day or time'}
            </ButtonLink>
            {calledOff ? null : (
              <ButtonLink href={paths.callOff(at)} kind="quiet">
                Call it off
              </ButtonLink>
            )}
          </ButtonRow>
        </Card>
      ) : null}
    </Frame>
  );
};

export const MovePage = ({ view, session }: { view: View; session: SessionFacts }): VNode => (
  <Frame
    view={view}
    title={`Move ${titleOf(session)}`}
    back={{ href: paths.session({ sessionId: session.id }), label: titleOf(session) }}
  >
    <Heading above={session.groupName}>
      {session.calledOffWhy === null ? 'Move this session' : 'Hold it on another day'}
    </Heading>
    <Lede>
      It {session.calledOffWhy === null ? 'is' : 'was'} planned for{' '}
      {dayAndDate(session.on, { today: view.today })} at {clockTime(session.from)}
      {session.calledOffWhy === null ? '' : ' and called off'}. Everyone expected is told, each in the way
      that is safe for them. The length stays {session.minutes} minutes.
    </Lede>
    <Form form={view.form}>
      <DateField form={view.form} name="on" legend="New date" />
      <TimeField form={view.form} name="at" label="Starts at" />
      <Checkbox
        form={view.form}
        name="andTheRest"
        label="Move the later sessions along with it"
        hint="They keep their rhythm from the new date; bank holidays are left out"
      />
      <Button kind="primary">Move it</Button>
    </Form>
  </Frame>
);

export const CallOffPage = ({ view, session }: { view: View; session: SessionFacts }): VNode => (
  <Frame
    view={view}
    title={`Call off ${titleOf(session)}`}
    back={{ href: paths.session({ sessionId: session.id }), label: titleOf(session) }}
  >
    <Heading above={session.groupName}>Call off this session</Heading>
    <Lede>
      The room is given back and everyone expected is told. The session stays in the list as called off.
    </Lede>
    <Form form={view.form}>
      <TextArea
        form={view.form}
        name="why"
        label="Why"
        hint="For the team. Parents are told only that it will not happen."
        rows={3}
      />
      <Button kind="warning">Call it off and tell everyone</Button>
    </Form>
  </Frame>
);

/** The parent's own page of one session: where, who, what to bring, and an answer. */
export const MySessionPage = ({
  view,
  session,
  leaders,
  bring,
  travel,
  coming,
}: {
  view: View;
  session: SessionFacts;
  leaders: readonly string[];
  bring: string;
  travel: string;
  coming: boolean | null;
}): VNode => (
  <Frame view={view} title={dayAndDate(session.on)} shell="parent" back={{ href: '/me', label: 'My page' }}>
    <Heading above={session.groupName}>
      {dayAndDate(session.on, { today: view.today })},{' '}
      {timeRange(session.from, session.from.add({ minutes: session.minutes }))}
    </Heading>
    {session.calledOffWhy !== null ? (
      <Inset tone="clay">This one will not happen. We are sorry. Your next one is on your page.</Inset>
    ) : (
      <>
        <SummaryList
          rows={[
            { label: 'Where', value: whereOf(session) },
            ...(travel ? [{ label: 'Getting there', value: travel }] : []),
            ...(leaders.length > 0 ? [{ label: 'Who', value: leaders.join(' and ') }] : []),
            { label: 'Bring', value: bring || 'Just you' },
          ]}
        />
        {Temporal.Instant.compare(session.endsAt, view.now) > 0 ? (
          <Form form={view.form}>
            <RadioField
              form={view.form}
              name="coming"
              legend="Will you be there?"
              options={[
                { value: 'yes', label: 'I’ll be there' },
                { value: 'no', label: 'I can’t come', hint: 'That is fine. Come next time.' },
              ]}
            />
            <TextField
              form={view.form}
              name="words"
              label="Anything to tell us? (you can leave this empty)"
            />
            <Button kind="primary">Send</Button>
          </Form>
        ) : (
          <p>{coming === null ? 'This one is over.' : 'This one is over. Thank you for telling us.'}</p>
        )}
      </>
    )}
  </Frame>
);
