import type { Writable } from 'node:stream';
import {
  type CompiledQuery,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  sql,
} from 'kysely';
import type pg from 'pg';
import { type Actor, accountOf } from './actor.ts';
import { planIsStale, preparedNames } from './prepared.ts';
import type { Database } from './schema.generated.ts';
import { closedVault, type HouseVault, type Vault } from './vault.ts';

export type Tx = Kysely<Database>;

/** One actor's one transaction: what every query, command and page works with. */
export interface Scope {
  readonly tx: Tx;
  readonly actor: Actor;
  /** The moment of the request or the job; nothing else asks a clock. */
  readonly now: Temporal.Instant;
  /** Says in the audit, in ids only, what is being done or looked at; written down together with the commit. */
  readonly audit: (
    verb: string,
    subject: { readonly kind: string; readonly id: string | null; readonly centreId?: string | null },
  ) => Promise<void>;
  /** Leaves a job in this transaction: it exists if and only if the transaction is committed. */
  readonly enqueue: (
    task: string,
    payload: Readonly<Record<string, unknown>>,
    options?: { readonly key?: string; readonly at?: Temporal.Instant },
  ) => Promise<void>;
  /** Seals what the database keeps and must not be able to read. */
  readonly vault: Vault;
}

const gathering = new WeakSet<pg.PoolClient>();

/** Whatever is sent until the next turn of the loop leaves in one packet: every packet costs, most of all here. */
const together = (client: pg.PoolClient): void => {
  const stream = (client as unknown as { connection?: { stream?: Partial<Writable> } }).connection?.stream;
  if (!stream?.cork || !stream.uncork || gathering.has(client)) return;
  gathering.add(client);
  stream.cork();
  setImmediate(() => {
    gathering.delete(client);
    stream.uncork?.();
  });
};

/** A Kysely driver over one client whose transaction somebody else began and will end. */
class OneClientDriver implements Driver {
  readonly #connection;
  constructor(client: pg.PoolClient, nameOf: (text: string) => string | undefined) {
    this.#connection = {
      async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
        const name = nameOf(query.sql);
        const values = [...query.parameters];
        together(client);
        const result = await client.query({ text: query.sql, values, ...(name !== undefined && { name }) });
        const changed = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'].includes(result.command);
        return changed
          ? { rows: result.rows, numAffectedRows: BigInt(result.rowCount ?? 0) }
          : { rows: result.rows };
      },
      // biome-ignore lint/correctness/useYield: streaming is never asked of a request's transaction
      async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
        throw new Error('streaming is not part of a scope');
      },
    };
  }
  async init() {}
  async acquireConnection() {
    return this.#connection;
  }
  async beginTransaction(): Promise<void> {
    throw new Error('a scope is already one transaction');
  }
  async commitTransaction() {}
  async rollbackTransaction() {}
  async releaseConnection() {}
  async destroy() {}
}

const rolesSetting = (actor: Actor) =>
  actor.kind === 'account' ? actor.roles.map((held) => `${held.role}@${held.centreId}`).join(' ') : '';

const BEGIN = 'begin';
const SCOPE = `select set_config('app.organisation', $1, true), set_config('app.kind', $2, true), set_config('app.account', $3, true), set_config('app.person', $4, true), set_config('app.roles', $5, true), set_config('app.at', $6, true)`;
// A look is audited in the same transaction as it is read. Losing the last half second of looks in
// a power cut is bearable; waiting for the disk on every page of a tired parent's phone is not.
const HEADS = {
  write: { name: 'scope_to_write', text: SCOPE },
  look: { name: 'scope_to_look', text: `${SCOPE}, set_config('synchronous_commit', 'off', true)` },
} as const;

// As JSON, so that one text serves any number of events and the database keeps its plan.
const WRITE_AUDIT = {
  name: 'write_audit',
  text: `insert into platform.audit_events (organisation_id, at, actor_kind, account_id, verb, subject_kind, subject_id, centre_id)
    select $1::uuid, $2::timestamptz, $3, $4::uuid, e.verb, e.kind, e.id, e.centre_id
    from json_to_recordset($5::json) as e(verb text, kind text, id uuid, centre_id uuid)`,
} as const;

interface Noted {
  readonly verb: string;
  readonly kind: string;
  readonly id: string | null;
  readonly centre_id: string | null;
}

export type Gateway = <T>(
  actor: Actor,
  now: Temporal.Instant,
  work: (scope: Scope) => Promise<T>,
  mode?: 'write' | 'look',
) => Promise<T>;

/**
 * The only way into the database: one transaction, begun with the actor's scope, so that row-level
 * security holds for every query in it. Commits when `work` returns, rolls back when it throws.
 * `begin` and the scope are sent without waiting and travel with the first query; the audit travels with the commit.
 */
export const gateway = (pool: pg.Pool, house?: HouseVault): Gateway => {
  const nameOf = preparedNames();
  return async (actor, now, work, mode = 'write') => {
    const client = await pool.connect();
    let broken: Error | undefined;
    const noted: Noted[] = [];
    try {
      together(client);
      const head = [
        client.query(BEGIN),
        client.query({
          ...HEADS[mode],
          values: [
            actor.organisationId,
            actor.kind,
            accountOf(actor) ?? '',
            actor.kind === 'account' ? actor.personId : '',
            rolesSetting(actor),
            now.toString(),
          ],
        }),
      ];
      // Each has a catch of its own, else a refusal before anyone waits would end the process.
      const scoped = Promise.all(head);
      scoped.catch(() => undefined);
      const tx = new Kysely<Database>({
        dialect: {
          createAdapter: () => new PostgresAdapter(),
          createDriver: () => new OneClientDriver(client, nameOf),
          createIntrospector: (db) => new PostgresIntrospector(db),
          createQueryCompiler: () => new PostgresQueryCompiler(),
        },
      });
      const result = await work(
        scopeOver(tx, actor, now, noted, house?.within(actor.organisationId) ?? closedVault),
      );
      await scoped;
      together(client);
      const audited =
        noted.length > 0 &&
        client.query({
          ...WRITE_AUDIT,
          values: [actor.organisationId, now.toString(), actor.kind, accountOf(actor), JSON.stringify(noted)],
        });
      // Where the audit is refused the commit that travels with it rolls back, and the refusal is thrown here.
      await Promise.all([audited, client.query('commit')]);
      return result;
    } catch (error) {
      await client.query('rollback').catch((lost: Error) => {
        broken = lost;
      });
      if (planIsStale(error)) broken = error as Error;
      throw error;
    } finally {
      client.release(broken);
    }
  };
};

const scopeOver = (tx: Tx, actor: Actor, now: Temporal.Instant, noted: Noted[], vault: Vault): Scope => ({
  tx,
  actor,
  now,
  vault,
  audit: async (verb, { kind, id, centreId }) => {
    noted.push({ verb, kind, id, centre_id: centreId ?? null });
  },
  enqueue: async (task, payload, options = {}) => {
    const whole = JSON.stringify({ ...payload, organisationId: actor.organisationId });
    await sql`select graphile_worker.add_job(${task}, ${whole}::json, run_at => ${options.at?.toString() ?? null}::timestamptz, job_key => ${options.key ?? null})`.execute(
      tx,
    );
  },
});
