import { sql } from 'kysely';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { openText } from '../sealed.ts';

export interface ConcernsWaiting {
  /** Concerns given to the actor that the actor has not opened and nobody has taken on. */
  readonly unopened: number;
  /** Concerns given to the actor that nobody has taken on. */
  readonly unacknowledged: number;
  /** When the oldest of those was raised. */
  readonly oldest: Temporal.Instant | null;
}

/** How many concerns wait for the actor; zero for everybody they were not given to, and for the house. */
export const concernsWaiting = async (scope: Scope): Promise<ConcernsWaiting> => {
  const account = accountOf(scope.actor);
  if (!account) return { unopened: 0, unacknowledged: 0, oldest: null };
  const { rows } = await sql<{ unopened: number; unacknowledged: number; oldest: string | null }>`
    select count(*) filter (where not exists (select from safeguarding.acknowledgements a
        where a.organisation_id = c.organisation_id and a.concern_id = c.id and a.account_id = ${account})) as unopened,
      count(*) as unacknowledged, min(c.raised_at) as oldest
    from safeguarding.concerns c
    where c.organisation_id = ${scope.actor.organisationId}
      and not exists (select from safeguarding.acknowledgements a
        where a.organisation_id = c.organisation_id and a.concern_id = c.id and a.acknowledged_at is not null)`.execute(
    scope.tx,
  );
  const row = rows[0];
  return {
    unopened: row?.unopened ?? 0,
    unacknowledged: row?.unacknowledged ?? 0,
    oldest: row?.oldest ? Temporal.Instant.from(row.oldest) : null,
  };
};

export interface ConcernLine {
  readonly id: string;
  readonly reference: string;
  readonly centreId: string;
  readonly raisedAt: Temporal.Instant;
  readonly acknowledgeBy: Temporal.Instant;
  readonly dangerNow: boolean;
  readonly openedByMe: boolean;
  readonly acknowledgedAt: Temporal.Instant | null;
}

/** What was given to the actor to read: what nobody has taken on first, the oldest first, then the newest of the rest. At most 100. */
export const concernsGiven = async (scope: Scope): Promise<readonly ConcernLine[]> => {
  const { rows } = await sql<{
    id: string;
    reference: string;
    centre_id: string;
    raised_at: string;
    acknowledge_by: string;
    danger_now: boolean;
    opened: boolean;
    acknowledged_at: string | null;
  }>`
    select c.id, c.reference, c.centre_id, c.raised_at, c.acknowledge_by, c.danger_now,
      exists (select from safeguarding.acknowledgements a where a.organisation_id = c.organisation_id and a.concern_id = c.id and a.account_id = ${accountOf(scope.actor)}) as opened,
      taken.acknowledged_at
    from safeguarding.concerns c
    left join lateral (select min(a.acknowledged_at) as acknowledged_at from safeguarding.acknowledgements a
      where a.organisation_id = c.organisation_id and a.concern_id = c.id) taken on true
    where c.organisation_id = ${scope.actor.organisationId}
    order by taken.acknowledged_at is not null, case when taken.acknowledged_at is null then c.raised_at end, c.raised_at desc
    limit 100`.execute(scope.tx);
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    centreId: row.centre_id,
    raisedAt: Temporal.Instant.from(row.raised_at),
    acknowledgeBy: Temporal.Instant.from(row.acknowledge_by),
    dangerNow: row.danger_now,
    openedByMe: row.opened,
    acknowledgedAt: row.acknowledged_at ? Temporal.Instant.from(row.acknowledged_at) : null,
  }));
};

export interface Receipt {
  readonly concernId: string;
  readonly reference: string;
  readonly raisedAt: Temporal.Instant;
  /** Name and role of whom it landed with. */
  readonly landedWith: string;
  readonly acknowledgedAt: Temporal.Instant | null;
  readonly words: string;
}

const receiptsOf = (scope: Scope) =>
  scope.tx
    .selectFrom('safeguarding.receipts')
    .select(['concern_id', 'reference', 'raised_at', 'landed_with', 'acknowledged_at', 'words'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('raised_by', '=', accountOf(scope.actor));

type ReceiptRow = Awaited<ReturnType<ReturnType<typeof receiptsOf>['execute']>>[number];

const receiptFrom = (row: ReceiptRow): Receipt => ({
  concernId: row.concern_id,
  reference: row.reference,
  raisedAt: Temporal.Instant.from(row.raised_at),
  landedWith: row.landed_with,
  acknowledgedAt: row.acknowledged_at ? Temporal.Instant.from(row.acknowledged_at) : null,
  words: row.words,
});

/** The actor's own receipts, newest first, at most 100. */
export const ownReceipts = async (scope: Scope): Promise<readonly Receipt[]> =>
  (await receiptsOf(scope).orderBy('raised_at', 'desc').limit(100).execute()).map(receiptFrom);

/** One receipt of the actor's own, or null. */
export const ownReceipt = async (scope: Scope, concernId: string): Promise<Receipt | null> => {
  const row = await receiptsOf(scope).where('concern_id', '=', concernId).executeTakeFirst();
  return row ? receiptFrom(row) : null;
};

export interface Concern {
  readonly id: string;
  readonly reference: string;
  readonly centreId: string;
  readonly raisedBy: string | null;
  readonly raisedAt: Temporal.Instant;
  readonly aboutPersonId: string | null;
  readonly aboutWords: string;
  readonly named: readonly string[];
  readonly happened: string;
  readonly said: string;
  readonly doneAlready: string;
  readonly dangerNow: boolean;
  readonly called999: boolean;
  readonly page: string;
  readonly ownerId: string;
  readonly acknowledgeBy: Temporal.Instant;
}

/** One concern that was given to the actor, or null. */
export const concernGiven = async (scope: Scope, id: string): Promise<Concern | null> => {
  const row = await scope.tx
    .selectFrom('safeguarding.concerns')
    .selectAll()
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    reference: row.reference,
    centreId: row.centre_id,
    raisedBy: row.raised_by,
    raisedAt: Temporal.Instant.from(row.raised_at),
    aboutPersonId: row.about_person_id,
    aboutWords: openText(scope, row.about_words),
    named: row.named,
    happened: openText(scope, row.happened),
    said: openText(scope, row.said),
    doneAlready: openText(scope, row.done_already),
    dangerNow: row.danger_now,
    called999: row.called_999,
    page: row.page,
    ownerId: row.owner_id,
    acknowledgeBy: Temporal.Instant.from(row.acknowledge_by),
  };
};

export interface Opened {
  readonly accountId: string;
  readonly openedAt: Temporal.Instant;
  readonly acknowledgedAt: Temporal.Instant | null;
  readonly words: string;
}

/** Who opened a concern and who took it on, in the order they opened it. */
export const openedBy = async (scope: Scope, concernId: string): Promise<readonly Opened[]> => {
  const rows = await scope.tx
    .selectFrom('safeguarding.acknowledgements')
    .select(['account_id', 'opened_at', 'acknowledged_at', 'words_to_reporter'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('concern_id', '=', concernId)
    .orderBy('opened_at')
    .execute();
  return rows.map((row) => ({
    accountId: row.account_id,
    openedAt: Temporal.Instant.from(row.opened_at),
    acknowledgedAt: row.acknowledged_at ? Temporal.Instant.from(row.acknowledged_at) : null,
    words: row.words_to_reporter,
  }));
};

export interface Escalated {
  readonly accountId: string;
  readonly step: 'deputy' | 'last';
  readonly at: Temporal.Instant;
}

/** Who else was told of a concern, in order. */
export const escalatedTo = async (scope: Scope, concernId: string): Promise<readonly Escalated[]> => {
  const rows = await scope.tx
    .selectFrom('safeguarding.escalations')
    .select(['to_account_id', 'step', 'at'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('concern_id', '=', concernId)
    .orderBy('at')
    .execute();
  return rows.map((row) => ({
    accountId: row.to_account_id,
    step: row.step,
    at: Temporal.Instant.from(row.at),
  }));
};
