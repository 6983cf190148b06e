import { NotFound, Refusal } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { eventFound } from './event.queries.ts';
import { eventState, mayAnswerEvent } from './event.rules.ts';

const isFull = (error: unknown) => (error as { code?: unknown } | null)?.code === 'KT001';
const FULL = 'Every place is taken by now. Ask whoever plans it: sometimes somebody cannot come after all.';

/**
 * Somebody of the team says whether they come; the last word counts until it begins. Raises NotFound for an event of
 * another centre, and a Refusal when it has begun, is called off, or every place is taken.
 */
export const answerEvent = async (scope: Scope, eventId: string, said: 'yes' | 'no'): Promise<void> => {
  const { tx, actor, now } = scope;
  const account = accountOf(actor);
  const event = await eventFound(scope, eventId);
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
  const event = await eventFound(scope, eventId);
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
  const event = await eventFound(scope, eventId);
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
