import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import pg from 'pg';
import type { Config } from '#platform/config.ts';
import { openDatabase } from '#platform/db/connect.ts';
import { CommandError } from './sentence.ts';

const TABLES = `select n.nspname || '.' || c.relname as name, array_agg(quote_ident(a.attname) order by a.attnum) as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker', 'sign_in') group by 1 order by 1`;

/** What the wall of a table hides, as SQL: the database's own words, so that there is one answer to what is sealed. */
const WALLS = `select n.nspname || '.' || c.relname as name, pg_get_expr(p.polqual, p.polrelid) as open
  from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace where p.polname = 'sealed' and not p.polpermissive`;

/**
 * Who is behind which seal, who knows whom, what applicants ticked about themselves, how somebody answered the questions
 * of the course: nobody reads these tables. Concerns are for those they were given to, by name. What a certificate says is for the few who are named, each look written
 * down. What is said in supervision belongs to the two who met, a plan for staying well and what somebody learned on
 * their own to its author alone. Signing keys are sealed, and no file is better. None of it leaves in a file.
 */
const NOBODYS = [
  'people.seals',
  'safeguarding.concerns',
  'safeguarding.escalations',
  'safeguarding.acknowledgements',
  'safeguarding.receipts',
  'delivery.known_pairs',
  'recruiting.equity',
  'recruiting.disclosures',
  'training.attempts',
  'training.own_learning',
  'training.signing_keys',
  'supervision.notes',
  'supervision.note_drafts',
  'supervision.note_additions',
  'supervision.note_openings',
  'supervision.note_looks',
  'supervision.actions',
  'supervision.load_words',
  'supervision.stay_well_plans',
  'supervision.stay_well_versions',
  'supervision.stay_well_shares',
];

const ROWS = 2000;

type Query = Pick<pg.Client, 'query'>;

/** The rows of a query, a few thousand at a time. */
async function* rowsOf(client: Query, select: string): AsyncGenerator<unknown[]> {
  await client.query(`declare rows no scroll cursor for ${select}`);
  for (;;) {
    const { rows } = await client.query({ text: `fetch ${ROWS} from rows`, rowMode: 'array' });
    if (rows.length === 0) break;
    yield* rows as unknown[][];
  }
  await client.query('close rows');
}

/**
 * Writes every table of ours as CSV into a folder, in one consistent look at the database. Sign-ins stay out: they are
 * secrets. So do family files that are sealed because their person works here, with everything that hangs on them:
 * whoever holds the folder is a colleague too.
 */
export const exportTo = async (config: Config, words: readonly string[]): Promise<number> => {
  const [folder] = words;
  if (!folder) throw new CommandError('Say where to: kith export DIR');
  mkdirSync(folder, { recursive: true });
  const connections = await openDatabase({ ...config });
  const client = new pg.Client(connections.owner);
  try {
    await client.connect();
    await client.query('begin isolation level repeatable read read only');
    const { rows: tables } = await client.query<{ name: string; columns: string[] }>(TABLES);
    const walls = new Map(
      (await client.query<{ name: string; open: string }>(WALLS)).rows.map(({ name, open }) => [name, open]),
    );
    const { rows: organisations } = await client.query<{ id: string }>(
      'select organisation_id as id from people.organisations order by made_at, organisation_id',
    );
    for (const { name, columns } of tables) {
      if (NOBODYS.includes(name)) continue;
      const select = `select ${columns.join(', ')} from ${name}`;
      const wall = walls.get(name);
      let written = 0;
      async function* lines() {
        // A wall asks whose organisation it stands in.
        for (const { id } of wall ? organisations : [{ id: '' }]) {
          await client.query(`select set_config('app.organisation', $1, true)`, [id]);
          const behind = wall ? ` where organisation_id = app.org() and (${wall})` : '';
          for await (const row of rowsOf(client, select + behind)) {
            written += 1;
            yield row;
          }
        }
      }
      await pipeline(
        lines,
        stringify({
          header: true,
          columns,
          cast: {
            object: (value) => (value instanceof Date ? value.toISOString() : JSON.stringify(value)),
            boolean: (value) => String(value),
          },
        }),
        createWriteStream(join(folder, `${name}.csv`), { mode: 0o600 }),
      );
      console.log(`${name.padEnd(40)} ${written}`);
    }
    const { rows: sealed } = await client.query<{ count: number }>(
      'select count(*)::int as count from people.persons where sealed_at is not null',
    );
    const left = sealed[0]?.count ?? 0;
    if (left > 0)
      console.log(
        `Left out: ${left === 1 ? '1 family file' : `${left} family files`} of people who work here now, and what hangs on them.`,
      );
    await client.query('commit');
    return 0;
  } finally {
    await client.end();
    await connections.stop();
  }
};
