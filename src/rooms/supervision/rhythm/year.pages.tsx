import type { ComponentChildren, VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { ButtonLink, ButtonRow } from '#ui/form.tsx';
import {
  Card,
  Heading,
  Inset,
  Muted,
  Row,
  Rows,
  SummaryList,
  type SummaryRow,
  type Tone,
} from '#ui/show.tsx';
import { counted, dayAndDate, longDate, shortDay } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { Meeting } from './meeting.queries.ts';
import { missedWords } from './meeting.rules.ts';
import { rhythmState } from './rhythm.rules.ts';
import { answeredWords, becauseWords, kindWords, whenWords } from './rhythm.words.ts';
import type { Year } from './year.queries.ts';
import { type Outcome, outcomeWords, type YearSlot } from './year.rules.ts';
import { YearStrip } from './year-strip.pages.tsx';

const tones: Readonly<Record<Outcome, Tone>> = {
  held: 'pine',
  excused: 'grey',
  planned: 'iris',
  unsaid: 'honey',
  due: 'honey',
  missed: 'clay',
  ahead: 'grey',
};

const offWords = (off: number): string =>
  off === 0
    ? 'on its day'
    : off > 0
      ? `${counted(off, 'day')} after its day`
      : `${counted(-off, 'day')} before its day`;

const LinkTo = ({ meeting, children }: { meeting: Meeting; children?: ComponentChildren }) => (
  <a href={paths.meeting({ meetingId: meeting.id })}>{children}</a>
);

const SlotWords = ({ slot, page }: { slot: YearSlot<Meeting>; page: Year }) => {
  const { meeting, off, missed, outcome } = slot;
  const stands = meeting?.supervisorId && meeting.supervisorId !== page.arrangement.supervisorId;
  return (
    <>
      {meeting ? (
        <>
          <LinkTo meeting={meeting}>
            {meeting.state === 'held'
              ? dayAndDate(meeting.on, { today: page.today })
              : whenWords(meeting, page.today)}
          </LinkTo>
          , {offWords(off ?? 0)}
          {outcome === 'planned' ? answeredWords(meeting) : ''}
          {stands ? `, with ${page.names.get(meeting.supervisorId ?? '') ?? 'somebody else'}` : ''}.{' '}
          {outcome === 'unsaid' ? 'Nobody has said yet whether it was held. ' : ''}
          <Muted>{becauseWords(meeting.because)}</Muted>
        </>
      ) : null}
      {outcome === 'excused' ? 'Away on its day and all around it, so nothing was owed.' : null}
      {outcome === 'due'
        ? page.arrangement.supervisorId
          ? 'No time that suits everybody was found, or it is being looked for. Choose one together.'
          : 'Nobody is named as supervisor, so no time is proposed.'
        : null}
      {outcome === 'missed' && missed.length === 0 ? 'No meeting near this day.' : null}
      {missed.map((each) => (
        <span key={each.id}>
          {' '}
          <LinkTo meeting={each}>{shortDay(each.on)}</LinkTo> did not happen:{' '}
          {each.missedWhy ? missedWords[each.missedWhy] : 'no reason said'}.
        </span>
      ))}
    </>
  );
};

/** Everything of the year in the order of its days, leave between the slots where it lies. */
const inOrder = (page: Year) =>
  [
    ...page.slots.map((slot) => ({ on: slot.dueOn, kind: 'slot' as const, slot })),
    ...page.leave.map((leave) => ({ on: leave.fromOn, kind: 'leave' as const, leave })),
    ...page.besides.map((meeting) => ({ on: meeting.on, kind: 'besides' as const, meeting })),
  ].sort((one, other) => Temporal.PlainDate.compare(one.on, other.on));

const stateOfBesides = (meeting: Meeting, today: Temporal.PlainDate): string => {
  if (meeting.state === 'held') return outcomeWords.held;
  if (meeting.state === 'did_not_happen') return 'Did not happen';
  return outcomeWords[Temporal.PlainDate.compare(meeting.on, today) < 0 ? 'unsaid' : 'planned'];
};

/** The year on one page: its line, and every slot in words. The same for the manager and for the peer supporter. */
export const YearOnOnePage = ({
  page,
  own,
  address,
}: {
  page: Year;
  own: boolean;
  address: (year: number) => string;
}): VNode => (
  <Card
    title={`${longDate(page.from)} to ${longDate(page.until.subtract({ days: 1 }))}`}
    above={`Year ${page.year + 1}, every ${counted(page.rules.oneToOne.everyDays, 'day')}`}
  >
    <YearStrip page={page} />
    <Rows>
      {inOrder(page).map((each) =>
        each.kind === 'slot' ? (
          <Row
            key={`slot ${each.slot.slot}`}
            marker={outcomeWords[each.slot.outcome]}
            tone={tones[each.slot.outcome]}
          >
            <strong>Due {shortDay(each.on)}</strong>
            {page.holidays.has(each.on.toString()) ? ', a bank holiday' : ''}
            {'. '}
            <SlotWords slot={each.slot} page={page} />
          </Row>
        ) : each.kind === 'leave' ? (
          <Row key={each.leave.id} marker="Leave" tone="grey">
            <Muted>
              {each.leave.accountId === page.arrangement.accountId
                ? own
                  ? 'You are away'
                  : 'Away'
                : `${page.names.get(each.leave.accountId) ?? 'The supervisor'} is away`}
              {', '}
              {shortDay(each.leave.fromOn)} to {shortDay(each.leave.untilOn)}.
            </Muted>
          </Row>
        ) : (
          <Row key={each.meeting.id} marker={stateOfBesides(each.meeting, page.today)} tone="iris">
            {kindWords[each.meeting.kind]}, <LinkTo meeting={each.meeting}>{shortDay(each.on)}</LinkTo>.
          </Row>
        ),
      )}
    </Rows>
    {page.slots.length === 0 ? <p>No day of the rhythm lies in this year yet.</p> : null}
    {page.last > 0 ? (
      <p class="k-no-print">
        {page.year > 0 ? <a href={address(page.year - 1)}>The year before</a> : null}
        {page.year > 0 && page.year < page.last ? ' · ' : null}
        {page.year < page.last ? <a href={address(page.year + 1)}>The year after</a> : null}
      </p>
    ) : null}
  </Card>
);

const nextOf = (page: Year): Meeting | null =>
  page.slots.find(
    (each) =>
      each.outcome === 'planned' &&
      each.meeting &&
      Temporal.PlainDate.compare(each.meeting.on, page.today) >= 0,
  )?.meeting ?? null;

const sinceWords = (page: Year): string =>
  page.lastHeld
    ? `${dayAndDate(page.lastHeld, { today: page.today })}, ${counted(page.lastHeld.until(page.today).days, 'day')} ago`
    : 'Not yet';

/** The facts of an arrangement, as rows; `own` speaks to the peer supporter. */
export const summary = (page: Year, own: boolean): readonly SummaryRow[] => {
  const { arrangement, names } = page;
  const next = nextOf(page);
  return [
    {
      label: own ? 'Your supervisor' : 'Supervisor',
      value: arrangement.supervisorId
        ? (names.get(arrangement.supervisorId) ?? 'Somebody of the team')
        : 'Nobody is named yet',
    },
    ...(arrangement.coverId
      ? [
          {
            label: 'Covers while they are away',
            value: names.get(arrangement.coverId) ?? 'Somebody of the team',
          },
        ]
      : []),
    { label: 'Form', value: page.rules.forms[arrangement.form].name },
    { label: 'Last met', value: sinceWords(page) },
    {
      label: 'Next time',
      value: next ? (
        <a href={paths.meeting({ meetingId: next.id })}>{whenWords(next, page.today)}</a>
      ) : (
        'No time is set'
      ),
    },
    { label: 'Due by the rhythm', value: dayAndDate(page.standing.dueOn, { today: page.today }) },
  ];
};

export const Standing = ({ page, name }: { page: Year; name: string | null }) => {
  const state = rhythmState(page.standing, page.today);
  const since = longDate(page.standing.dueOn, { today: page.today });
  const pauses = longDate(page.standing.pausesOn, { today: page.today });
  if (state === 'overdue')
    return (
      <Inset tone="red">
        {name ? `${name} was` : 'You were'} due for supervision on {since}. New sessions are paused until{' '}
        {name ? 'they have' : 'you have'} met. What {name ? 'they run' : 'you run'} already goes on.
      </Inset>
    );
  if (state === 'in_grace')
    return (
      <Inset tone="clay">
        It was due on {since}. There is time until {pauses}; from then on new sessions wait until{' '}
        {name ? 'they have' : 'you have'} met.
      </Inset>
    );
  return null;
};

export interface ArrangementPageProps {
  readonly view: View;
  readonly page: Year;
  readonly mayChange: boolean;
  /** Cards of the other parts of supervision. */
  readonly beside?: ComponentChildren;
}

export const ArrangementPage = ({ view, page, mayChange, beside }: ArrangementPageProps): VNode => {
  const { arrangement } = page;
  const name = page.names.get(arrangement.accountId) ?? 'Peer supporter';
  const arrangementId = arrangement.id;
  return (
    <Frame
      view={view}
      title={`Supervision of ${name}`}
      back={{ href: paths.supervision(), label: 'Supervision' }}
    >
      <Heading above="Supervision">{name}</Heading>
      {arrangement.endedAt ? (
        <Inset tone="grey">This has ended. What was held stays here.</Inset>
      ) : (
        <Standing page={page} name={name} />
      )}
      <Card>
        <SummaryList rows={summary(page, false)} />
        {mayChange && !arrangement.endedAt ? (
          <ButtonRow>
            <ButtonLink href={paths.proposeMeeting({ arrangementId })}>Propose a time</ButtonLink>
            <ButtonLink kind="secondary" href={paths.recordMeeting({ arrangementId })}>
              Write down one that was held
            </ButtonLink>
            <ButtonLink kind="quiet" href={paths.changeArrangement({ arrangementId })}>
              Change supervisor or form
            </ButtonLink>
          </ButtonRow>
        ) : null}
      </Card>
      {beside}
      <YearOnOnePage
        page={page}
        own={false}
        address={(year) => paths.arrangement({ arrangementId }, { year: String(year) })}
      />
      <p>
        <Muted>What is said in supervision stays between the two. This page shows days alone.</Muted>
      </p>
    </Frame>
  );
};
