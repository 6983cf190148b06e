import type { ComponentChildren, VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonLink, ButtonRow, Form, RadioField, TextField } from '#ui/form.tsx';
import {
  Card,
  Details,
  Heading,
  Inset,
  Lede,
  Muted,
  Row,
  Rows,
  Said,
  SummaryList,
  type SummaryRow,
  Tag,
  type Tone,
} from '#ui/show.tsx';
import { minutesInWords, momentInWords } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { InMeeting, Meeting, Move } from './meeting.queries.ts';
import { isOpen, type MeetingState, missedWords } from './meeting.rules.ts';
import { becauseWords, howWords, kindWords, whenWords } from './rhythm.words.ts';

export interface MeetingFacts {
  readonly meeting: Meeting;
  readonly names: ReadonlyMap<string, string>;
  readonly moves: readonly Move[];
  readonly maySettle: boolean;
  /** The actor's own place in it; null where it is not for them. */
  readonly own: InMeeting | null;
  /** Whose page the way back leads to; null for their own. */
  readonly arrangementId: string | null;
  /** Whether the actor was in it or held it: whoever only sees the days has no note to go to. */
  readonly withNotes: boolean;
  /** What this early check-in is about. */
  readonly about: string;
}

const capital = (words: string) => words.replace(/^./, (letter) => letter.toUpperCase());

const stateTones: Readonly<Record<MeetingState, Tone>> = {
  proposed: 'honey',
  agreed: 'pine',
  held: 'pine',
  did_not_happen: 'clay',
  called_off: 'grey',
};
const shownState: Readonly<Record<MeetingState, string>> = {
  proposed: 'Proposed',
  agreed: 'Agreed',
  held: 'Held',
  did_not_happen: 'Did not happen',
  called_off: 'Called off',
};

export const backOf = (facts: MeetingFacts) =>
  facts.own && !facts.arrangementId
    ? { href: paths.ownSupervision(), label: 'My supervision' }
    : facts.arrangementId
      ? { href: paths.arrangement({ arrangementId: facts.arrangementId }), label: 'The year' }
      : { href: paths.supervision(), label: 'Supervision' };

const saidWords = (each: InMeeting): string =>
  each.came === true
    ? 'came'
    : each.came === false
      ? 'did not come'
      : each.said === 'yes'
        ? 'said yes'
        : each.said === 'other_time'
          ? 'asks for another time'
          : 'has not answered yet';

const rowsOf = ({ meeting, names }: MeetingFacts, view: View): readonly SummaryRow[] => [
  { label: 'When', value: `${whenWords(meeting, view.today)} (${minutesInWords(meeting.minutes)})` },
  { label: 'How', value: capital(howWords[meeting.how]) },
  { label: 'Where', value: meeting.place || 'Not said yet' },
  ...(meeting.supervisorId
    ? [{ label: 'Held by', value: names.get(meeting.supervisorId) ?? 'Somebody of the team' }]
    : []),
];

export interface MeetingPageProps {
  readonly view: View;
  readonly facts: MeetingFacts;
  /** What other parts of supervision say of it, such as that a note is there. */
  readonly beside?: ComponentChildren;
}

export const MeetingPage = ({ view, facts, beside }: MeetingPageProps): VNode => {
  const { meeting, names, moves, maySettle, own } = facts;
  const meetingId = meeting.id;
  const past = Temporal.Instant.compare(meeting.startsAt, view.now) <= 0;
  const open = isOpen(meeting.state);
  return (
    <Frame view={view} title={kindWords[meeting.kind]} back={backOf(facts)}>
      <Heading above={kindWords[meeting.kind]}>{whenWords(meeting, view.today)}</Heading>
      <p>
        <Tag tone={stateTones[meeting.state]}>{shownState[meeting.state]}</Tag>{' '}
        {meeting.proposedBy === null && open ? 'Kith found this time in the hours of both.' : null}{' '}
        <Muted>{becauseWords(meeting.because)}</Muted>
      </p>
      {facts.about ? <Lede>{facts.about}</Lede> : null}
      {meeting.state === 'did_not_happen' && meeting.missedWhy ? (
        <Inset tone="clay">
          It did not happen: {missedWords[meeting.missedWhy]}. {meeting.missedWords}
        </Inset>
      ) : null}
      <Card>
        <SummaryList rows={rowsOf(facts, view)} />
        <Rows>
          {meeting.people.map((each) => (
            <Row key={each.accountId}>
              <strong>
                {own?.accountId === each.accountId ? 'You' : (names.get(each.accountId) ?? 'Somebody')}
              </strong>
              :{' '}
              {own?.accountId === each.accountId && each.said === null && each.came === null
                ? 'have not answered yet'
                : saidWords(each)}
              .{each.saidWords ? <Said>{each.saidWords}</Said> : null}
            </Row>
          ))}
        </Rows>
      </Card>
      {own && open && !past ? <Answer view={view} own={own} /> : null}
      {maySettle && open ? (
        <Card title={past ? 'Did you meet?' : 'Something to change?'} tone={past ? 'soon' : 'plain'}>
          <ButtonRow>
            {past ? (
              <>
                <ButtonLink href={paths.heldMeeting({ meetingId })}>Yes, we met</ButtonLink>
                <ButtonLink kind="secondary" href={paths.didNotHappen({ meetingId })}>
                  It did not happen
                </ButtonLink>
              </>
            ) : null}
            <ButtonLink kind={past ? 'quiet' : 'secondary'} href={paths.moveMeeting({ meetingId })}>
              Move it
            </ButtonLink>
            {past ? null : (
              <>
                <ButtonLink kind="quiet" href={paths.heldMeeting({ meetingId })}>
                  We met already
                </ButtonLink>
                <ButtonLink kind="quiet" href={paths.callOffMeeting({ meetingId })}>
                  Call it off
                </ButtonLink>
              </>
            )}
          </ButtonRow>
        </Card>
      ) : null}
      {beside}
      {facts.withNotes ? (
        <p>
          <a href={paths.notesOfMeeting({ meetingId })}>The note of this meeting</a>
        </p>
      ) : null}
      {moves.length > 0 ? (
        <Details summary={`Moved ${moves.length === 1 ? 'once' : `${moves.length} times`}`}>
          <Rows>
            {moves.map((each) => (
              <Row key={each.at.toString()}>
                From {momentInWords(each.from, meeting.zone, view.now)} to{' '}
                {momentInWords(each.to, meeting.zone, view.now)}.{' '}
                <Muted>{each.by ? (names.get(each.by) ?? 'Somebody') : 'Kith moved it.'}</Muted>{' '}
                {each.why ? <Muted>{each.why}</Muted> : null}
              </Row>
            ))}
          </Rows>
        </Details>
      ) : null}
    </Frame>
  );
};

const Answer = ({ view, own }: { view: View; own: InMeeting }) => (
  <Card
    tone={own.said === null ? 'soon' : 'plain'}
    title={own.said === null ? 'Does this time suit you?' : 'Has something changed?'}
  >
    <Form form={view.form}>
      <RadioField
        form={{ ...view.form, values: { answer: own.said ?? '', ...view.form.values } }}
        name="answer"
        legend="Your answer"
        options={[
          { value: 'yes', label: 'Yes, it suits me' },
          {
            value: 'other_time',
            label: 'I need another time',
            reveals: (
              <TextField
                form={view.form}
                name="words"
                label="What would suit you?"
                hint="For example, Tuesdays after 2pm. You need not say why"
              />
            ),
          },
        ]}
      />
      <Button kind="primary">Send my answer</Button>
    </Form>
  </Card>
);
