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

const ROWS = 2000;

/** Writes every table of ours as CSV into a folder, in one consistent look at the database. Sign-ins stay out: they are secrets. */
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
    for (const { name, columns } of tables) {
      await client.query(`declare rows no scroll cursor for select ${columns.join(', ')} from ${name}`);
      let written = 0;
      async function* lines() {
        for (;;) {
          const { rows } = await client.query({ text: `fetch ${ROWS} from rows`, rowMode: 'array' });
          if (rows.length === 0) return;
          written += rows.length;
          yield* rows as unknown[][];
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
      await client.query('close rows');
      console.log(`${name.padEnd(40)} ${written}`);
    }
    await client.query('commit');
    return 0;
  } finally {
    await client.end();
    await connections.stop();
  }
};
