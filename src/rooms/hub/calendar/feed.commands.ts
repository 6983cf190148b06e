import { hashOfSecret, newId, newSecret } from '#kernel/ids.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { isTeam } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import type { Opened } from './feed.queries.ts';

const live = ({ tx, actor }: Scope, accountId: string) =>
  tx
    .updateTable('hub.feeds')
    .where('organisation_id', '=', actor.organisationId)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null);

/** Makes a link for the actor's own calendar and ends the one they had. Answers its secret, which nothing keeps. */
export const makeFeed = async (
  scope: Scope,
  { showsPlaces }: { readonly showsPlaces: boolean },
): Promise<string> => {
  const { tx, actor, now } = scope;
  if (!isTeam(actor)) throw new NotFound('calendar');
  await live(scope, actor.accountId).set({ ended_at: now.toString() }).execute();
  const [id, secret] = [newId(), newSecret()];
  const made = await tx
    .insertInto('hub.feeds')
    .values({
      organisation_id: actor.organisationId,
      id,
      account_id: actor.accountId,
      secret_hash: hashOfSecret(secret),
      shows_places: showsPlaces,
      made_at: now.toString(),
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 0n)
    throw new Refusal('A link was made in another window just now. Look at this page once more.');
  await scope.audit('hub.feed_made', { kind: 'feed', id });
  return secret;
};

/** Says whether the actor's calendar is told where things are. Raises NotFound when they have no link. */
export const showPlaces = async (scope: Scope, shows: boolean): Promise<void> => {
  if (!isTeam(scope.actor)) throw new NotFound('calendar');
  const changed = await live(scope, scope.actor.accountId)
    .set({ shows_places: shows })
    .returning('id')
    .executeTakeFirst();
  if (!changed) throw new NotFound('calendar');
  await scope.audit('hub.feed_changed', { kind: 'feed', id: changed.id });
};

/** Ends the actor's link at once; nothing when there is none. */
export const endFeed = async (scope: Scope): Promise<void> => {
  if (!isTeam(scope.actor)) throw new NotFound('calendar');
  const ended = await live(scope, scope.actor.accountId)
    .set({ ended_at: scope.now.toString() })
    .returning('id')
    .executeTakeFirst();
  if (ended) await scope.audit('hub.feed_ended', { kind: 'feed', id: ended.id });
};

/** Calendars of a whole team may ask every few minutes: not each time is worth a line. */
const WRITTEN_EVERY = { minutes: 15 };

/** Writes down, as the house, that a calendar has read somebody's times. Answers whether it is the first in a day. */
export const noteRead = async (scope: Scope, { id, lastReadAt }: Opened): Promise<boolean> => {
  const since = (ago: Temporal.DurationLike) =>
    lastReadAt === null || Temporal.Instant.compare(lastReadAt, scope.now.subtract(ago)) < 0;
  if (since(WRITTEN_EVERY))
    await scope.tx
      .updateTable('hub.feeds')
      .set({ last_read_at: scope.now.toString() })
      .where('organisation_id', '=', scope.actor.organisationId)
      .where('id', '=', id)
      .execute();
  return since({ hours: 24 });
};
