import { momentAt } from '#kernel/dates.ts';
import { NotFound } from '#kernel/refusal.ts';
import { ROLES } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { dateBoxes } from '#platform/forms/fields.ts';
import { type Ask, action, looking, notSensitive, page, type Route } from '#platform/http/page.ts';
import { accountsAt, centres, namesOfAccounts } from '#rooms/people/door.ts';
import { clockTime } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { answerEvent, noteWhatITook, noteWhoCame } from './answer.commands.ts';
import { callOffEvent, changeEvent, planEvent } from './event.commands.ts';
import { answerForm, callOffForm, cameForm, type EventTyped, eventForm, tookForm } from './event.form.ts';
import { type EventFacts, EventPage, EventsPage } from './event.pages.tsx';
import { answersTo, eventById, eventsFor, type LearningEvent } from './event.queries.ts';
import { SAFEGUARDING_TOPIC } from './event.rules.ts';
import {
  CallOffPage,
  type CameFacts,
  CamePage,
  type EventFormFacts,
  EventFormPage,
} from './event-form.pages.tsx';
import { mayPlanEvents, mayReadEvents, plansAt } from './growing.policy.ts';
import { unitNames } from './unit.queries.ts';

const OF_NOBODY = 'what there is to learn at, with nothing of a person but one’s own yes or no';

const eventSeen = looking('training.event_seen', ({ event }: { event: LearningEvent }) => ({
  kind: 'learning_event',
  id: event.id,
  centreId: event.centreId,
}));

const formFacts = async (scope: Scope, event: LearningEvent | null): Promise<EventFormFacts> => ({
  event,
  centres: (await centres(scope)).filter(({ id }) => plansAt(scope.actor).includes(id)),
  units: await unitNames(scope),
});

const formOf = ({ centres: at, units, event }: EventFormFacts) =>
  eventForm(event ? [event.centreId] : at.map(({ id }) => id), [SAFEGUARDING_TOPIC, ...units.keys()]);

const plannedFrom = async (scope: Scope, said: EventTyped) => {
  const place = (await centres(scope)).find(({ id }) => id === said.centreId);
  if (!place) throw new NotFound('centre');
  const { day, time, tell: _, ...rest } = said;
  return { ...rest, startsAt: momentAt(day, time, place.zone) };
};

const eventOf = async (scope: Scope, { params }: Ask<'/learning-events/:eventId'>) => {
  const event = await eventById(scope, params.eventId);
  return event ? { event } : null;
};

const linkTo = (origin: string, eventId: string): string => `${origin}${paths.learningEvent({ eventId })}`;

export const eventRoutes: readonly Route[] = [
  page({
    path: paths.learningEvents,
    load: (scope) => eventsFor(scope),
    can: (actor) => mayReadEvents(actor),
    audit: notSensitive(OF_NOBODY),
    show: (events, view) => <EventsPage events={events} view={view} />,
  }),
  page({
    path: paths.newLearningEvent,
    load: (scope) => formFacts(scope, null),
    can: (actor) => mayPlanEvents(actor),
    audit: notSensitive('an empty form'),
    form: formOf,
    submit: async (scope, said, _facts, { origin }) => {
      const eventId = await planEvent(scope, await plannedFrom(scope, said), {
        tell: said.tell,
        link: (id) => linkTo(origin, id),
      });
      return {
        to: paths.learningEvent({ eventId }),
        notice: {
          happened: 'The event is planned.',
          next: said.tell
            ? 'Everybody at the centre hears of it.'
            : 'It is on the list for everybody at the centre.',
        },
      };
    },
    show: (facts, view) => <EventFormPage facts={facts} view={view} />,
  }),
  page({
    path: paths.learningEvent,
    load: async (scope, { params }): Promise<EventFacts | null> => {
      const event = await eventById(scope, params.eventId);
      if (!event) return null;
      const answers = mayPlanEvents(scope.actor, event.centreId) ? await answersTo(scope, event.id) : [];
      return {
        event,
        answers,
        names: await namesOfAccounts(
          scope,
          answers.map(({ accountId }) => accountId),
        ),
        units: event.renews ? await unitNames(scope) : new Map(),
      };
    },
    can: (actor) => mayReadEvents(actor),
    audit: eventSeen,
    show: (facts, view) => <EventPage facts={facts} view={view} />,
  }),
  action({
    path: paths.answerLearningEvent,
    load: (scope, { params }) => eventOf(scope, { params } as Ask<'/learning-events/:eventId'>),
    can: (actor) => mayReadEvents(actor),
    audit: notSensitive(OF_NOBODY),
    form: answerForm,
    submit: async (scope, { said }, { event }) => {
      await answerEvent(scope, event.id, said);
      return {
        to: paths.learningEvent({ eventId: event.id }),
        notice:
          said === 'yes'
            ? {
                happened: 'You said yes.',
                next: 'It is in your calendar. If something comes up, say so here.',
              }
            : {
                happened: 'You said no.',
                next: 'That is all right. You can change your mind until it begins.',
              },
      };
    },
    back: ({ event }) => paths.learningEvent({ eventId: event.id }),
  }),
  action({
    path: paths.tookFromLearningEvent,
    load: (scope, { params }) => eventOf(scope, { params } as Ask<'/learning-events/:eventId'>),
    can: (actor) => mayReadEvents(actor),
    audit: notSensitive(OF_NOBODY),
    form: tookForm,
    submit: async (scope, { took }, { event }) => {
      await noteWhatITook(scope, event.id, took);
      return {
        to: paths.learningEvent({ eventId: event.id }),
        notice: { happened: 'Your line is kept.', next: 'It stands in your own learning record.' },
      };
    },
    back: ({ event }) => paths.learningEvent({ eventId: event.id }),
  }),
  page({
    path: paths.changeLearningEvent,
    load: async (scope, { params }) => {
      const event = await eventById(scope, params.eventId);
      return event ? formFacts(scope, event) : null;
    },
    can: (actor, { event }) => event !== null && mayPlanEvents(actor, event.centreId),
    audit: notSensitive('when and where an event is'),
    version: ({ event }) => event?.version ?? 0,
    prefill: ({ event }) => {
      if (!event) return {};
      const there = event.startsAt.toZonedDateTimeISO(event.zone);
      return {
        kind: event.kind,
        title: event.title,
        about: event.about,
        renews: event.renews ?? '',
        ...dateBoxes('day', there.toPlainDate()),
        time: clockTime(there.toPlainTime()),
        minutes: String(event.minutes),
        place: event.place,
        ledBy: event.ledBy,
        places: event.places === null ? '' : String(event.places),
      };
    },
    form: formOf,
    submit: async (scope, said, { event }, { version, origin }) => {
      if (!event) throw new NotFound('event');
      await changeEvent(scope, event.id, await plannedFrom(scope, said), version, linkTo(origin, event.id));
      return {
        to: paths.learningEvent({ eventId: event.id }),
        notice: {
          happened: 'The change is saved.',
          next: 'If the time or the place is another, those who said yes hear of it.',
        },
      };
    },
    show: (facts, view) => <EventFormPage facts={facts} view={view} />,
  }),
  page({
    path: paths.callOffLearningEvent,
    load: (scope, { params }) => eventOf(scope, { params } as Ask<'/learning-events/:eventId'>),
    can: (actor, { event }) => mayPlanEvents(actor, event.centreId),
    audit: notSensitive('when and where an event is'),
    form: callOffForm,
    submit: async (scope, { why }, { event }, { origin }) => {
      await callOffEvent(scope, event.id, why, linkTo(origin, event.id));
      return {
        to: paths.learningEvent({ eventId: event.id }),
        notice: { happened: 'The event is called off.', next: 'Those who said yes hear of it.' },
      };
    },
    show: ({ event }, view) => <CallOffPage event={event} view={view} />,
  }),
  page({
    path: paths.cameToLearningEvent,
    load: async (scope, { params }): Promise<CameFacts | null> => {
      const event = await eventById(scope, params.eventId);
      if (!event || !mayPlanEvents(scope.actor, event.centreId)) return null;
      const answers = await answersTo(scope, event.id);
      const yes = new Set(answers.filter((each) => each.said === 'yes').map((each) => each.accountId));
      const names = new Map([
        ...(await accountsAt(scope, event.centreId, ROLES)).map(
          ({ accountId, name }) => [accountId, name] as const,
        ),
        ...(await namesOfAccounts(
          scope,
          answers.map(({ accountId }) => accountId),
        )),
      ]);
      const people = [...names].map(([accountId, name]) => ({ accountId, name, said: yes.has(accountId) }));
      return {
        event,
        people: people.toSorted(
          (one, other) =>
            Number(other.said) - Number(one.said) || one.name.localeCompare(other.name, 'en-GB'),
        ),
        came: event.closedAt
          ? answers.filter((each) => each.came === true).map((each) => each.accountId)
          : [...yes],
      };
    },
    can: (actor, { event }) => mayPlanEvents(actor, event.centreId),
    audit: eventSeen,
    prefill: ({ came }) => ({ came }),
    form: ({ people }) => cameForm(people.map(({ accountId }) => accountId)),
    submit: async (scope, { came }, { event }) => {
      await noteWhoCame(scope, event.id, came);
      return {
        to: paths.learningEvent({ eventId: event.id }),
        notice: {
          happened: 'Who came is saved.',
          next: 'It stands in their own learning records, and they can write a line about it.',
        },
      };
    },
    show: (facts, view) => <CamePage facts={facts} view={view} />,
  }),
];
