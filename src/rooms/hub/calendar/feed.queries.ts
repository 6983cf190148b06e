import { sql } from 'kysely';
import { hashOfSecret } from '#kernel/ids.ts';
import type { DiaryEntry } from '#platform/calendar/entry.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { rotaDiary } from '#rooms/delivery/door.ts';
import { diaryOf } from '#rooms/supervision/door.ts';
import { learningEventsDiary, trainingDiaryOf } from '#rooms/training/door.ts';

/** The link of somebody's calendar that opens today. */
export interface Feed {
  readonly id: string;
  readonly secretHash: string;
  readonly showsPlaces: boolean;
  readonly madeAt: Temporal.Instant;
  /** Null: no calendar has asked yet. */
  readonly lastReadAt: Temporal.Instant | null;
}

/** The actor's own live link; null when there is none. */
export const ownFeed = async (scope: Scope): Promise<Feed | null> => {
  const row = await scope.tx
    .selectFrom('hub.feeds')
    .select(['id', 'secret_hash', 'shows_places', 'made_at', 'last_read_at'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('account_id', '=', accountOf(scope.actor))
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row
    ? {
        id: row.id,
        secretHash: row.secret_hash,
        showsPlaces: row.shows_places,
        madeAt: Temporal.Instant.from(row.made_at),
        lastReadAt: row.last_read_at === null ? null : Temporal.Instant.from(row.last_read_at),
      }
    : null;
};

/** What a calendar that comes with a link may read. */
export interface Opened {
  readonly id: string;
  readonly accountId: string;
  readonly showsPlaces: boolean;
  /** Somebody who meets no families for now: nothing of any session. */
  readonly suspended: boolean;
  readonly lastReadAt: Temporal.Instant | null;
}

/** The live link that a secret belongs to; null for one that has ended, is nobody's, or whose account is closed. As the house. */
export const openedBy = async (scope: Scope, secret: string): Promise<Opened | null> => {
  const { rows } = await sql<{
    id: string;
    account_id: string;
    shows_places: boolean;
    last_read_at: string | null;
    suspended: boolean;
  }>`
    select f.id, f.account_id, f.shows_places, f.last_read_at,
      exists (select from people.suspensions x where x.organisation_id = f.organisation_id and x.account_id = f.account_id and x.until_at is null) as suspended
    from hub.feeds f
    join people.accounts a on a.organisation_id = f.organisation_id and a.id = f.account_id and a.closed_at is null
    where f.organisation_id = ${scope.actor.organisationId} and f.secret_hash = ${hashOfSecret(secret)} and f.ended_at is null`.execute(
    scope.tx,
  );
  const [row] = rows;
  return row
    ? {
        id: row.id,
        accountId: row.account_id,
        showsPlaces: row.shows_places,
        suspended: row.suspended,
        lastReadAt: row.last_read_at === null ? null : Temporal.Instant.from(row.last_read_at),
      }
    : null;
};

/** What a calendar is told of, so that what was a while ago does not vanish while somebody looks back. */
const BACK = { hours: 24 * 60 };
const AHEAD = { hours: 24 * 400 };

/** Everything the rooms put in somebody's diary, from sixty days back to four hundred ahead; earliest first. */
export const diaryFor = async (
  scope: Scope,
  { accountId, suspended }: Pick<Opened, 'accountId' | 'suspended'>,
): Promise<readonly DiaryEntry[]> => {
  const between = { from: scope.now.subtract(BACK), until: scope.now.add(AHEAD) };
  const all = await Promise.all([
    diaryOf(scope, accountId, between),
    trainingDiaryOf(scope, accountId, between),
    learningEventsDiary(scope, accountId, between),
    suspended ? [] : rotaDiary(scope, accountId, between),
  ]);
  return all
    .flat()
    .toSorted(
      (one, other) =>
        Temporal.Instant.compare(one.startsAt, other.startsAt) || one.uid.localeCompare(other.uid),
    );
};
