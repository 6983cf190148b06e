import { dateAt } from '#kernel/dates.ts';
import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal, StaleEdit } from '#kernel/refusal.ts';
import { accountOf, ROLES } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { queueMessage } from '#platform/messages/message.ts';
import { accountsAt } from '#rooms/people/door.ts';
import { clockTime, dayAndDate } from '#ui/times.ts';
import { eventById, type LearningEvent } from './event.queries.ts';
import { type EventKind, eventState, isMoved, mayAnswerEvent } from './event.rules.ts';

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

const found = async (scope: Scope, eventId: string): Promise<LearningEvent> => {
  const event = await eventById(scope, eventId);
  if (!event) throw new NotFound('event');
  return event;
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
  const event = await found(scope, eventId);
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
  const event = await found(scope, eventId);
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

const isFull = (error: unknown) => (error as { code?: unknown } | null)?.code === 'KT001';
const FULL = 'Every place is taken by now. Ask whoever plans it: sometimes somebody cannot come after all.';

/**
 * Somebody of the team says whether they come; the last word counts until it begins. Raises NotFound for an event of
 * another centre, and a Refusal when it has begun, is called off, or every place is taken.
 */
export const answerEvent = async (scope: Scope, eventId: string, said: 'yes' | 'no'): Promise<void> => {
  const { tx, actor, now } = scope;
  const account = accountOf(actor);
  const event = await found(scope, eventId);
  if (account === null) throw new NotFound('event');
  if (!mayAnswerEvent(event, now))
    throw new Refusal(
      event.calledOffAt ? 'This event is called off, so there is nothing to say.' : 'This event has begun.',
    );
  if (said === 'yes' && event.said !== 'yes' && event.places !== null && event.coming >= event.places)
    throw new Refusal(FULL);
  const answer = { said, said_at: now.toString(), said_by: account };
  try {
    await tx
      .insertInto('training.event_answers')
      .values({
        organisation_id: actor.organisationId,
        event_id: eventId,
        account_id: account,
        centre_id: event.centreId,
        ...answer,
      })
      .onConflict((conflict) =>
        conflict.columns(['organisation_id', 'event_id', 'account_id']).doUpdateSet(answer),
      )
      .execute();
  } catch (error) {
    if (isFull(error)) throw new Refusal(FULL);
    throw error;
  }
  await scope.audit(said === 'yes' ? 'training.event_accepted' : 'training.event_declined', {
    kind: 'learning_event',
    id: eventId,
    centreId: event.centreId,
  });
};

/**
 * Whoever plans events writes down who came, of those who said yes and of others of the team; a second time puts it
 * right. Raises NotFound, and a Refusal before it has begun or when it is called off.
 */
export const noteWhoCame = async (
  scope: Scope,
  eventId: string,
  cameIds: readonly string[],
): Promise<void> => {
  const { tx, actor, now } = scope;
  const event = await found(scope, eventId);
  const state = eventState(event, now);
  if (state === 'called_off') throw new Refusal('This event is called off, so nobody came.');
  if (state === 'ahead') throw new Refusal('This event has not begun. Come back when it has.');
  const known = await tx
    .selectFrom('training.event_answers')
    .select(['account_id', 'said'])
    .where('organisation_id', '=', actor.organisationId)
    .where('event_id', '=', eventId)
    .execute();
  const everybody = new Set([...known.map((row) => row.account_id), ...cameIds]);
  const noted = { noted_at: now.toString(), noted_by: accountOf(actor) };
  for (const accountId of everybody)
    await tx
      .insertInto('training.event_answers')
      .values({
        organisation_id: actor.organisationId,
        event_id: eventId,
        account_id: accountId,
        centre_id: event.centreId,
        came: cameIds.includes(accountId),
        ...noted,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['organisation_id', 'event_id', 'account_id'])
          .doUpdateSet({ came: cameIds.includes(accountId), ...noted }),
      )
      .execute();
  await tx
    .updateTable('training.learning_events')
    .set({ closed_at: now.toString(), closed_by: accountOf(actor) })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', eventId)
    .where('closed_at', 'is', null)
    .execute();
  await scope.audit('training.event_closed', {
    kind: 'learning_event',
    id: eventId,
    centreId: event.centreId,
  });
};

/** The one line somebody writes about what they took from an event they were at. Raises NotFound, Refusal when they were not. */
export const noteWhatITook = async (scope: Scope, eventId: string, took: string): Promise<void> => {
  const event = await found(scope, eventId);
  if (event.came === false || (event.came === null && event.said !== 'yes'))
    throw new Refusal('We have you as not having been there. If that is wrong, tell whoever planned it.');
  if (Temporal.Instant.compare(scope.now, event.startsAt) < 0)
    throw new Refusal('This event has not begun. Write your line when you have been.');
  await scope.tx
    .updateTable('training.event_answers')
    .set({ took, took_at: scope.now.toString() })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('event_id', '=', eventId)
    .where('account_id', '=', accountOf(scope.actor))
    .execute();
  await scope.audit('training.event_line_written', {
    kind: 'learning_event',
    id: eventId,
    centreId: event.centreId,
  });
};
