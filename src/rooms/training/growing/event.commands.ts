import { dateAt } from '#kernel/dates.ts';
import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal, StaleEdit } from '#kernel/refusal.ts';
import { accountOf, ROLES } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { queueMessage } from '#platform/messages/message.ts';
import { accountsAt } from '#rooms/people/door.ts';
import { clockTime, dayAndDate } from '#ui/times.ts';
import { eventFound, type LearningEvent } from './event.queries.ts';
import { type EventKind, eventState, isMoved } from './event.rules.ts';

export interface EventPlanned {
  readonly centreId: string;
  readonly kind: EventKind;
  readonly title: string;
  readonly about: string;
  /** A unit of the syllabus, or `safeguarding`; null: nothing known already. */
  readonly renews: string | null;
  readonly ledBy: string;
  readonly place: string;
  readonly startsAt: Temporal.Instant;
  readonly minutes: number;
  /** How many may come; null: as many as like. */
  readonly places: number | null;
}

const columnsOf = (planned: EventPlanned) => ({
  kind: planned.kind,
  title: planned.title,
  about: planned.about,
  renews: planned.renews,
  led_by: planned.ledBy,
  place_words: planned.place,
  starts_at: planned.startsAt.toString(),
  minutes: planned.minutes,
  places: planned.places,
});

interface Telling {
  readonly template: string;
  readonly event: Pick<LearningEvent, 'id' | 'centreId' | 'zone' | 'title' | 'place' | 'startsAt'>;
  readonly accountIds: readonly string[];
  readonly once: string;
  readonly link: string | null;
  readonly why?: string;
}

/** Writes to people of the team, by whichever way each of them has; never to whoever did it. */
const tell = async (
  scope: Scope,
  { template, event, accountIds, once, link, why }: Telling,
): Promise<void> => {
  const others = accountIds.filter((each) => each !== accountOf(scope.actor));
  if (others.length === 0) return;
  const there = event.startsAt.toZonedDateTimeISO(event.zone);
  const files = await scope.tx
    .selectFrom('people.accounts')
    .select(['id', 'person_id'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', 'in', [...others])
    .where('closed_at', 'is', null)
    .execute();
  for (const file of files)
    for (const channel of ['email', 'sms'] as const)
      await queueMessage(scope, {
        template,
        about: 'team',
        channel,
        to: { personId: file.person_id },
        centreId: event.centreId,
        details: {
          group: event.title,
          day: dayAndDate(there.toPlainDate(), { today: dateAt(scope.now, event.zone) }),
          time: clockTime(there.toPlainTime()),
          ...(event.place && { venue: event.place }),
          ...(why && { why }),
          ...(link && { link }),
        },
        once: `${once}:${file.id}:${channel}`,
      });
};

const zoneOf = async (scope: Scope, centreId: string): Promise<string> => {
  const row = await scope.tx
    .selectFrom('people.centres')
    .select('zone')
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', centreId)
    .executeTakeFirst();
  if (!row) throw new NotFound('centre');
  return row.zone;
};

/**
 * Plans an event at a centre and answers its id. With `tell` everybody who volunteers or works there hears of it;
 * `link` is the whole address of the list for that message. Raises a Refusal for a time that has passed.
 */
export const planEvent = async (
  scope: Scope,
  planned: EventPlanned,
  telling: { readonly tell: boolean; readonly link: (eventId: string) => string | null } = {
    tell: false,
    link: () => null,
  },
): Promise<string> => {
  const { tx, actor, now } = scope;
  if (Temporal.Instant.compare(planned.startsAt, now) <= 0)
    throw new Refusal('That time has passed. Choose one that is still to come.', 'day');
  const zone = await zoneOf(scope, planned.centreId);
  const id = newId();
  await tx
    .insertInto('training.learning_events')
    .values({
      organisation_id: actor.organisationId,
      id,
      centre_id: planned.centreId,
      ...columnsOf(planned),
      planned_at: now.toString(),
      planned_by: accountOf(actor),
      changed_at: now.toString(),
    })
    .execute();
  await scope.audit('training.event_planned', { kind: 'learning_event', id, centreId: planned.centreId });
  if (telling.tell) {
    const people = await accountsAt(scope, planned.centreId, ROLES);
    await tell(scope, {
      template: 'learning_event_planned',
      event: { ...planned, id, zone },
      accountIds: [...new Set(people.map(({ accountId }) => accountId))],
      once: `learning_event:${id}:planned`,
      link: telling.link(id),
    });
  }
  return id;
};

const whoSaidYes = async (scope: Scope, eventId: string): Promise<readonly string[]> =>
  (
    await scope.tx
      .selectFrom('training.event_answers')
      .select('account_id')
      .where('organisation_id', '=', scope.actor.organisationId)
      .where('event_id', '=', eventId)
      .where('said', '=', 'yes')
      .execute()
  ).map((row) => row.account_id);

/**
 * Changes an event that is still ahead. Another time, length or place counts as a move: calendars take it up, and those
 * who said yes hear of it. The centre stays. Raises NotFound, StaleEdit, and a Refusal when it has begun or is called
 * off, when the new time has passed, or when fewer places are left than people said yes.
 */
export const changeEvent = async (
  scope: Scope,
  eventId: string,
  planned: EventPlanned,
  version: number,
  link: string | null = null,
): Promise<void> => {
  const { tx, actor, now } = scope;
  const event = await eventFound(scope, eventId);
  if (event.version !== version) throw new StaleEdit('this event');
  if (eventState(event, now) !== 'ahead')
    throw new Refusal('Only an event that is still ahead can be changed. Plan a new one instead.');
  if (Temporal.Instant.compare(planned.startsAt, now) <= 0)
    throw new Refusal('That time has passed. Choose one that is still to come.', 'day');
  if (planned.places !== null && planned.places < event.coming)
    throw new Refusal(
      `${event.coming} have said yes already. Enter at least ${event.coming}, or leave it empty.`,
      'places',
    );
  const moved = isMoved(event, planned);
  const done = await tx
    .updateTable('training.learning_events')
    .set((set) => ({
      ...columnsOf(planned),
      changed_at: now.toString(),
      sequence: set('sequence', '+', 1),
      version: version + 1,
    }))
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', eventId)
    .where('version', '=', version)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw new StaleEdit('this event');
  await scope.audit(moved ? 'training.event_moved' : 'training.event_changed', {
    kind: 'learning_event',
    id: eventId,
    centreId: event.centreId,
  });
  if (moved)
    await tell(scope, {
      template: 'learning_event_moved',
      event: { ...event, ...planned },
      accountIds: await whoSaidYes(scope, eventId),
      once: `learning_event:${eventId}:moved:${version + 1}`,
      link,
    });
};

/** An event does not take place, and why: those who said yes read it. Raises NotFound, and a Refusal once it is over or called off. */
export const callOffEvent = async (
  scope: Scope,
  eventId: string,
  why: string,
  link: string | null = null,
): Promise<void> => {
  const { tx, actor, now } = scope;
  const event = await eventFound(scope, eventId);
  if (event.calledOffAt) throw new Refusal('This event is called off already.');
  if (event.closedAt) throw new Refusal('This event has taken place, so it cannot be called off.');
  const done = await tx
    .updateTable('training.learning_events')
    .set((set) => ({
      called_off_at: now.toString(),
      called_off_by: accountOf(actor),
      called_off_why: why,
      changed_at: now.toString(),
      sequence: set('sequence', '+', 1),
      version: set('version', '+', 1),
    }))
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', eventId)
    .where('called_off_at', 'is', null)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw new NotFound('event');
  await scope.audit('training.event_called_off', {
    kind: 'learning_event',
    id: eventId,
    centreId: event.centreId,
  });
  await tell(scope, {
    template: 'learning_event_called_off',
    event,
    accountIds: await whoSaidYes(scope, eventId),
    once: `learning_event:${eventId}:called_off`,
    link,
    why,
  });
};
