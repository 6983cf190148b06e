import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonLink, ButtonRow, Form, Hidden, TextField } from '#ui/form.tsx';
import type { FormState } from '#ui/form-state.ts';
import {
  Card,
  Empty,
  Heading,
  Inset,
  Lede,
  Muted,
  Row,
  Rows,
  Said,
  SummaryList,
  Tag,
  type Tone,
} from '#ui/show.tsx';
import { clockTime, counted, dayAndDate, dayFrom, minutesInWords, timeRange } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { EventAnswer, LearningEvent } from './event.queries.ts';
import {
  type EventState,
  endOf,
  eventState,
  kindWords,
  mayAnswerEvent,
  placesLeft,
  SAFEGUARDING_TOPIC,
} from './event.rules.ts';
import { mayPlanEvents } from './growing.policy.ts';

/** Units by their codes, in the words of the syllabus. */
export type UnitNames = ReadonlyMap<string, string>;

const whenOf = (event: LearningEvent, view: View): string => {
  const there = event.startsAt.toZonedDateTimeISO(event.zone);
  const until = endOf(event).toZonedDateTimeISO(event.zone);
  const day = dayAndDate(there.toPlainDate(), { today: view.today });
  return `${day}, ${timeRange(there.toPlainTime(), until.toPlainTime())}`;
};

const markerOf = (event: LearningEvent, view: View): string => {
  const there = event.startsAt.toZonedDateTimeISO(event.zone);
  return `${dayFrom(there.toPlainDate(), view.today)}, ${clockTime(there.toPlainTime())}`;
};

const stateWords: Readonly<Record<EventState, { readonly words: string; readonly tone: Tone } | null>> = {
  ahead: null,
  on_now: { words: 'On now', tone: 'honey' },
  to_close: { words: 'Over: say who came', tone: 'clay' },
  closed: { words: 'Over', tone: 'grey' },
  called_off: { words: 'Does not take place', tone: 'clay' },
};

const renewsWords = (renews: string, units: UnitNames): string =>
  renews === SAFEGUARDING_TOPIC ? 'the safeguarding course' : (units.get(renews) ?? 'a unit of the training');

const saidWords = (event: LearningEvent, view: View): string => {
  const ahead = eventState(event, view.now) === 'ahead';
  if (event.came === true) return 'You were there.';
  if (event.came === false) return 'You were not there.';
  if (event.said === 'yes') return ahead ? 'You said yes.' : 'You had said yes.';
  if (event.said === 'no') return ahead ? 'You said no.' : 'You had said no.';
  return ahead ? 'You have not said yet.' : '';
};

const leftWords = (event: LearningEvent): string => {
  const left = placesLeft(event.places, event.coming);
  if (left === null) return 'As many as like may come.';
  if (left === 0) return 'Every place is taken.';
  return left === 1 ? 'One place is left.' : `${left} places are left.`;
};

/** Yes and no, side by side, each one tap. */
const YesNo = ({ event, form }: { event: LearningEvent; form: FormState }) => {
  const full = placesLeft(event.places, event.coming) === 0 && event.said !== 'yes';
  const to = paths.answerLearningEvent({ eventId: event.id });
  return (
    <ButtonRow>
      {event.said === 'yes' || full ? null : (
        <Form form={form} action={to}>
          <Hidden name="said" value="yes" />
          <Button about={event.title}>Yes, I come</Button>
        </Form>
      )}
      {event.said === 'no' ? null : (
        <Form form={form} action={to}>
          <Hidden name="said" value="no" />
          <Button kind="secondary" about={event.title}>
            {event.said === 'yes' ? 'I cannot come after all' : 'Not this time'}
          </Button>
        </Form>
      )}
    </ButtonRow>
  );
};

const EventRow = ({ event, view }: { event: LearningEvent; view: View }) => {
  const state = eventState(event, view.now);
  const stands = stateWords[state];
  const closes = state === 'to_close' && mayPlanEvents(view.actor, event.centreId);
  return (
    <Row
      marker={markerOf(event, view)}
      tone={state === 'called_off' ? 'clay' : 'iris'}
      action={
        closes
          ? {
              href: paths.cameToLearningEvent({ eventId: event.id }),
              label: 'Who came?',
              about: event.title,
            }
          : {
              href: paths.learningEvent({ eventId: event.id }),
              label: state === 'ahead' && event.said === null ? 'Say yes or no' : 'Open',
              about: event.title,
            }
      }
    >
      <strong>{event.title}</strong>
      {stands && (state !== 'to_close' || closes) ? (
        <>
          {' '}
          <Tag tone={stands.tone}>{stands.words}</Tag>
        </>
      ) : null}
      <br />
      <Muted>
        {kindWords[event.kind].name}
        {event.place ? `, ${event.place}` : ''}. {saidWords(event, view)}
      </Muted>
    </Row>
  );
};

/** What there is to learn at, ahead and lately. */
export const EventsPage = ({ events, view }: { events: readonly LearningEvent[]; view: View }): VNode => {
  const ahead = events.filter((event) => Temporal.Instant.compare(endOf(event), view.now) > 0);
  const past = events.filter((event) => !ahead.includes(event)).toReversed();
  const plans = mayPlanEvents(view.actor);
  return (
    <Frame view={view} title="Learning together">
      <Heading>Learning together</Heading>
      <Lede>
        Refreshers, talks, visits, and afternoons on which volunteers and professionals learn from each other.
        Everything here is an offer.
      </Lede>
      {plans ? (
        <ButtonRow>
          <ButtonLink href={paths.newLearningEvent()}>Plan an event</ButtonLink>
        </ButtonRow>
      ) : null}
      <Heading level={2}>Coming up</Heading>
      {ahead.length === 0 ? (
        <Empty title="Nothing is planned just now.">
          <p>
            {plans
              ? 'Plan something, and tell everybody at the centre in the same step.'
              : 'When something is planned, you hear of it here. Ideas are welcome: tell your volunteer manager.'}
          </p>
        </Empty>
      ) : (
        <Rows>
          {ahead.map((event) => (
            <EventRow key={event.id} event={event} view={view} />
          ))}
        </Rows>
      )}
      {past.length > 0 ? (
        <>
          <Heading level={2}>In the last two months</Heading>
          <Rows>
            {past.map((event) => (
              <EventRow key={event.id} event={event} view={view} />
            ))}
          </Rows>
        </>
      ) : null}
      <p>
        <a href={paths.pathways()}>Ways on from here: levels, courses, paid work</a>
      </p>
    </Frame>
  );
};

export interface EventFacts {
  readonly event: LearningEvent;
  /** For those who plan; empty for others. */
  readonly answers: readonly EventAnswer[];
  readonly names: ReadonlyMap<string, string>;
  readonly units: UnitNames;
}

const nameOf = (names: ReadonlyMap<string, string>, accountId: string): string =>
  names.get(accountId) ?? 'A colleague';

const WhoComes = ({ facts, view }: { facts: EventFacts; view: View }) => {
  const { event, answers, names } = facts;
  const state = eventState(event, view.now);
  const yes = answers.filter((each) => (state === 'closed' ? each.came === true : each.said === 'yes'));
  const no = answers.filter((each) => each.said === 'no');
  const lines = answers.filter((each) => each.took !== '');
  return (
    <>
      <Heading level={2}>{state === 'closed' ? 'Who came' : 'Who comes'}</Heading>
      {yes.length === 0 ? (
        <p>{state === 'closed' ? 'Nobody came.' : 'Nobody has said yes yet.'}</p>
      ) : (
        <ul>
          {yes.map((each) => (
            <li key={each.accountId}>{nameOf(names, each.accountId)}</li>
          ))}
        </ul>
      )}
      {no.length > 0 && state === 'ahead' ? (
        <p>
          <Muted>Not this time: {no.map((each) => nameOf(names, each.accountId)).join(', ')}.</Muted>
        </p>
      ) : null}
      {lines.length > 0 ? (
        <>
          <Heading level={3}>What people took from it</Heading>
          <ul>
            {lines.map((each) => (
              <li key={each.accountId}>
                {each.took} <Muted>({nameOf(names, each.accountId)})</Muted>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {state === 'called_off' ? null : (
        <ButtonRow>
          {state === 'ahead' ? (
            <ButtonLink href={paths.changeLearningEvent({ eventId: event.id })} kind="secondary">
              Change or move it
            </ButtonLink>
          ) : (
            <ButtonLink href={paths.cameToLearningEvent({ eventId: event.id })} kind="secondary">
              {state === 'closed' ? 'Put right who came' : 'Write down who came'}
            </ButtonLink>
          )}
          {state === 'closed' ? null : (
            <ButtonLink href={paths.callOffLearningEvent({ eventId: event.id })} kind="quiet">
              Call it off
            </ButtonLink>
          )}
        </ButtonRow>
      )}
    </>
  );
};

const OwnLine = ({ event, view }: { event: LearningEvent; view: View }) => (
  <Card tone="growth" title="What did you take from it?">
    <p>One line is enough. It stands in your own learning record; whoever planned the event reads it too.</p>
    <Form form={view.form} action={paths.tookFromLearningEvent({ eventId: event.id })}>
      <TextField
        form={{ ...view.form, values: { took: event.took, ...view.form.values } }}
        name="took"
        label="Your line"
      />
      <ButtonRow>
        <Button kind="secondary">Keep it</Button>
      </ButtonRow>
    </Form>
  </Card>
);

/** One event: what it is, whether I come, and for those who plan it who does. */
export const EventPage = ({ facts, view }: { facts: EventFacts; view: View }): VNode => {
  const { event, units } = facts;
  const state = eventState(event, view.now);
  const wasThere = event.came === true || (event.came === null && event.said === 'yes');
  return (
    <Frame
      view={view}
      title={event.title}
      back={{ href: paths.learningEvents(), label: 'Learning together' }}
    >
      <Heading above={kindWords[event.kind].name}>{event.title}</Heading>
      {state === 'called_off' ? (
        <Inset tone="clay">
          <p>
            <strong>This does not take place.</strong> {event.calledOffWhy}
          </p>
        </Inset>
      ) : null}
      {event.about ? <Said>{event.about}</Said> : null}
      <SummaryList
        rows={[
          { label: 'When', value: whenOf(event, view) },
          { label: 'How long', value: minutesInWords(event.minutes) },
          ...(event.place ? [{ label: 'Where', value: event.place }] : []),
          ...(event.ledBy ? [{ label: 'With', value: event.ledBy }] : []),
          ...(event.renews ? [{ label: 'Goes over again', value: renewsWords(event.renews, units) }] : []),
          ...(state === 'ahead'
            ? [
                {
                  label: 'Places',
                  value: `${event.coming === 0 ? 'Nobody has said yes yet.' : `${counted(event.coming, 'person', 'people')} said yes.`} ${leftWords(event)}`,
                },
              ]
            : []),
        ]}
      />
      {mayAnswerEvent(event, view.now) ? (
        <Card tone="tint" title="Do you come?">
          <p>{saidWords(event, view)} You can change your mind until it begins.</p>
          <YesNo event={event} form={view.form} />
        </Card>
      ) : null}
      {state !== 'ahead' && state !== 'called_off' && wasThere ? <OwnLine event={event} view={view} /> : null}
      {mayPlanEvents(view.actor, event.centreId) ? <WhoComes facts={facts} view={view} /> : null}
    </Frame>
  );
};
