import pg from 'pg';
import { type HouseVault, SEALED, VAULT_PURPOSES, type VaultPurpose } from './vault.ts';

/** A column whose texts are sealed, as its comment in the database says. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  readonly purpose: VaultPurpose;
}

export interface Renewal {
  readonly renewed: number;
  /** Texts that open with no secret that is here. */
  readonly shut: readonly (SealedColumn & { readonly texts: number })[];
}

const BATCH = 200;

/** Where sealed texts stand; as kith_owner. The comments of the columns are the one list there is. */
export const sealedColumns = async (client: pg.ClientBase): Promise<readonly SealedColumn[]> => {
  const { rows } = await client.query<SealedColumn>(
    `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as "table", quote_ident(a.attname) as "column",
        substring(d.description from '^Sealed for ([a-z-]+)') as purpose
       from pg_description d join pg_class c on c.oid = d.objoid and d.classoid = 'pg_class'::regclass
       join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid
      where d.description ~ '^Sealed for ' and c.relkind = 'r' and not a.attisdropped order by 1, 2`,
  );
  return rows;
};

interface Found {
  readonly place: string;
  readonly organisation_id: string;
  readonly text: string;
}

interface Pass {
  readonly renewed: number;
  readonly shut: number;
}

const batchAfter = async (
  client: pg.ClientBase,
  { table, column }: SealedColumn,
  wanted: string,
  place: string,
): Promise<readonly Found[]> =>
  (
    await client.query<Found>(
      `select ctid::text as place, organisation_id, ${column} as text from ${table}
        where ${column} <> '' and (${wanted}) and ctid > $1::tid order by ctid limit ${BATCH} for update`,
      [place],
    )
  ).rows;

/** Once through a column, a few rows to a transaction, so that pages wait for none of it. */
const passOver = async (
  client: pg.ClientBase,
  vault: HouseVault,
  sealed: SealedColumn,
  wanted: string,
): Promise<Pass> => {
  const { table, column, purpose } = sealed;
  let place = '(0,0)';
  let renewed = 0;
  let shut = 0;
  for (;;) {
    await client.query('begin');
    try {
      const found = await batchAfter(client, sealed, wanted, place);
      const changed: { place: string; was: string; now: string }[] = [];
      for (const { place, organisation_id, text } of found) {
        try {
          changed.push({ place, was: text, now: vault.renew(organisation_id, purpose, text) });
        } catch {
          shut += 1;
        }
      }
      const { rowCount } = await client.query(
        `update ${table} t set ${column} = n.now from unnest($1::text[]::tid[], $2::text[], $3::text[]) as n(place, was, now)
          where t.ctid = n.place and t.${column} = n.was`,
        [changed.map((each) => each.place), changed.map(({ was }) => was), changed.map(({ now }) => now)],
      );
      await client.query('commit');
      renewed += rowCount ?? 0;
      const last = found.at(-1);
      if (!last || found.length < BATCH) return { renewed, shut };
      place = last.place;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
  }
};

const overAll = async (
  owner: pg.PoolConfig,
  vault: HouseVault,
  wantedOf: (sealed: SealedColumn) => string,
  say: (sentence: string) => void,
): Promise<Renewal> => {
  const client = new pg.Client({ ...owner, application_name: 'kith keys' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const shut: Renewal['shut'][number][] = [];
    let renewed = 0;
    for (const sealed of await sealedColumns(client)) {
      let here = 0;
      // A row that somebody changed meanwhile moves, and may move to behind us: until a pass finds nothing more.
      let pass = await passOver(client, vault, sealed, wantedOf(sealed));
      while (pass.renewed > 0) {
        here += pass.renewed;
        pass = await passOver(client, vault, sealed, wantedOf(sealed));
      }
      renewed += here;
      if (here > 0) say(`${`${sealed.table}.${sealed.column}`.padEnd(48)} ${here}`);
      if (pass.shut > 0) shut.push({ ...sealed, texts: pass.shut });
    }
    return { renewed, shut };
  } finally {
    await client.end();
  }
};

/**
 * Seals what stands open in columns of sealed texts, because it was written before they were sealed, and brings the
 * older form into the newer. Safe to run at every start, by several at once, and to be cut off: what is sealed stays
 * sealed and the rest is found again.
 */
export const sealOpenTexts = (
  owner: pg.PoolConfig,
  vault: HouseVault,
  say: (sentence: string) => void = () => undefined,
): Promise<Renewal> =>
  overAll(owner, vault, ({ column }) => `${column} !~ '${SEALED}' or starts_with(${column}, 'v1.')`, say);

/**
 * Wraps the data key of every sealed text with the secret in use, beside a Kith that runs. May be cut off and begun
 * again: a text under the secret in use is not touched.
 */
export const renewTexts = (
  owner: pg.PoolConfig,
  vault: HouseVault,
  say: (sentence: string) => void,
): Promise<Renewal> =>
  overAll(
    owner,
    vault,
    ({ column, purpose }) =>
      `not starts_with(${column}, '${vault.newest(purpose)}') or ${column} !~ '${SEALED}'`,
    say,
  );

/** Columns that hold a sealed text and do not say so: the old secret must not go while there is one. */
export const unsaidColumns = async (client: pg.ClientBase): Promise<readonly string[]> => {
  const said = new Set((await sealedColumns(client)).map(({ table, column }) => `${table}.${column}`));
  const { rows } = await client.query<{ table: string; columns: string[] }>(
    `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as "table", array_agg(quote_ident(a.attname)::text order by a.attnum) as columns
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker') and n.nspname !~ '^pg_'
        and a.atttypid in ('text'::regtype, 'citext'::regtype, 'varchar'::regtype, 'text[]'::regtype, 'json'::regtype, 'jsonb'::regtype)
      group by 1 order by 1`,
  );
  const unsaid: string[] = [];
  // Inside a list or JSON it stands between quotes or commas.
  const inside = SEALED.replace('^', '(^|["{,])').replace(/\$$/, '($|[",}])');
  for (const { table, columns } of rows) {
    const left = columns.filter((column) => !said.has(`${table}.${column}`));
    if (left.length === 0) continue;
    const asked = left.map((column) => `coalesce(bool_or(${column}::text ~ '${inside}'), false)`);
    const answer = await client.query<boolean[]>({
      text: `select ${asked.join(', ')} from ${table}`,
      rowMode: 'array',
    });
    const found = answer.rows[0] ?? [];
    unsaid.push(...left.filter((_, at) => found[at] === true).map((column) => `${table}.${column}`));
  }
  return unsaid;
};

/** How many texts stand under the secret in use, and how many do not. */
export const countTexts = async (
  client: pg.ClientBase,
  vault: HouseVault,
  purposes: readonly VaultPurpose[] = VAULT_PURPOSES,
): Promise<{ readonly newest: number; readonly others: number }> => {
  let newest = 0;
  let others = 0;
  for (const { table, column, purpose } of await sealedColumns(client)) {
    if (!purposes.includes(purpose)) continue;
    const { rows } = await client.query<{ newest: number; others: number }>(
      `select count(*) filter (where starts_with(${column}, $1))::int as newest,
          count(*) filter (where not starts_with(${column}, $1))::int as others from ${table} where ${column} <> ''`,
      [vault.newest(purpose)],
    );
    newest += rows[0]?.newest ?? 0;
    others += rows[0]?.others ?? 0;
  }
  return { newest, others };
};
