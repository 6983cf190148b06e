import { sql } from 'kysely';
import type { Gateway, Scope } from '../db/as-actor.ts';
import type { Jobs, Recurring } from '../jobs/worker.ts';
import {
  type Broken,
  brokenLink,
  digestsOf,
  FIRST,
  firstDifference,
  hashOf,
  type Seal,
  type SealedEvent,
} from './seal.rules.ts';

/** At most so many events under one seal: sealing the first year of an imported town is many small steps. */
const MOST = 20_000;

const eventsBetween = async (scope: Scope, first: number, last: number, most: number) => {
  const { rows } = await sql<SealedEvent>`
    select seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, actor_kind, account_id, verb, subject_kind, subject_id, centre_id
    from platform.audit_events
    where organisation_id = ${scope.actor.organisationId} and seq between ${first} and ${last}
    order by seq limit ${most}`.execute(scope.tx);
  return rows;
};

const SEAL = ['number', 'first_seq', 'last_seq', 'events', 'previous_hash', 'hash', 'digests'] as const;

const lastSeal = (scope: Scope): Promise<Seal | undefined> =>
  scope.tx
    .selectFrom('platform.audit_seals')
    .select(SEAL)
    .where('organisation_id', '=', scope.actor.organisationId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();

/** 55P03: somebody is in the middle of a long change; the next round seals what this one leaves. */
const wasBusy = (error: unknown) => (error as { code?: unknown } | null)?.code === '55P03';

/** Seals the next run up to `last`; false when there is nothing left to seal. */
const sealOne = async (scope: Scope, last: number): Promise<boolean> => {
  const { organisationId } = scope.actor;
  // Two workers sealing at once would both continue the same link.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`audit.seal ${organisationId}`}, 0))`.execute(
    scope.tx,
  );
  const before = await lastSeal(scope);
  const first = (before?.last_seq ?? 0) + 1;
  if (last < first) return false;
  const events = await eventsBetween(scope, first, last, MOST);
  if (events.length === 0) return false;
  const run = {
    number: (before?.number ?? 0) + 1,
    first_seq: first,
    last_seq: events.length < MOST ? last : (events.at(-1)?.seq ?? last),
    previous_hash: before?.hash ?? FIRST,
    digests: digestsOf(events),
  };
  await scope.tx
    .insertInto('platform.audit_seals')
    .values({
      organisation_id: organisationId,
      ...run,
      events: events.length,
      hash: hashOf(run),
      sealed_at: scope.now.toString(),
    })
    .execute();
  return events.length === MOST;
};

/**
 * Seals every event of an organisation's audit that has no seal yet. Returns false when writers were in the
 * way for too long and it is left to the next round. The job calls it, and `kith start` once more when it stops.
 */
export const sealAudit = async (tools: {
  readonly gateway: Gateway;
  readonly clock: () => Temporal.Instant;
  readonly organisationId: string;
}): Promise<boolean> => {
  const actor = { kind: 'system', organisationId: tools.organisationId, why: 'audit.seal' } as const;
  let last: number | null;
  try {
    // In a transaction of its own, so that the lock is gone before the hashing begins.
    last = await tools.gateway(actor, tools.clock(), async (scope) => {
      const { rows } = await sql<{ last: number | null }>`select platform.audit_last_seq() as last`.execute(
        scope.tx,
      );
      return rows[0]?.last ?? null;
    });
  } catch (error) {
    if (wasBusy(error)) return false;
    throw error;
  }
  if (last === null) return true;
  const upTo = last;
  while (await tools.gateway(actor, tools.clock(), (scope) => sealOne(scope, upTo)));
  return true;
};

export interface SealsFound {
  readonly seals: number;
  readonly events: number;
  /** Events no seal covers yet, and the moment of the oldest: more than an hour old means the job does not run. */
  readonly unsealed: { readonly events: number; readonly oldest: Temporal.Instant | null };
  /** The hash at the end of the chain: kept somewhere else, it also shows a chain that was made anew. */
  readonly last: string | null;
  readonly broken: Broken | null;
}

/**
 * Reads an organisation's whole audit again and holds it against its seals; names the first event that was
 * changed, removed or inserted, or the first seal that does not continue the chain. The scope is the house's
 * own: nobody else may read the audit.
 */
export const verifySeals = async (scope: Scope): Promise<SealsFound> => {
  const { organisationId } = scope.actor;
  let before = null as Seal | null;
  let events = 0;
  let broken: Broken | null = null;
  while (!broken) {
    const seal: Seal | undefined = await scope.tx
      .selectFrom('platform.audit_seals')
      .select(SEAL)
      .where('organisation_id', '=', organisationId)
      .where('number', '>', before?.number ?? 0)
      .orderBy('number')
      .limit(1)
      .executeTakeFirst();
    if (!seal) break;
    broken =
      brokenLink(before, seal) ??
      firstDifference(
        seal,
        // Nothing may stand before the first event either.
        await eventsBetween(
          scope,
          before ? seal.first_seq : Number.MIN_SAFE_INTEGER,
          seal.last_seq,
          MOST * 2,
        ),
      );
    events += seal.events;
    before = seal;
  }
  const { rows } = await sql<{ events: number; oldest: string | null }>`
    select count(*) as events, min(at) as oldest from platform.audit_events
    where organisation_id = ${organisationId} and seq > ${before?.last_seq ?? 0}`.execute(scope.tx);
  const left = rows[0];
  return {
    seals: before?.number ?? 0,
    events,
    unsealed: { events: left?.events ?? 0, oldest: left?.oldest ? Temporal.Instant.from(left.oldest) : null },
    last: before?.hash ?? null,
    broken,
  };
};

export const auditJobs: Jobs = {
  'audit.seal': {
    open: async (tools) => {
      await sealAudit(tools);
    },
  },
};

export const auditRecurring: readonly Recurring[] = [{ cron: '*/10 * * * *', job: 'audit.seal' }];
