// A bare Fastify route for each page: the page's own first query and nothing else. No session, no row-level
// security, no audit, no HTML: what the frame and the database can do at best on this machine.
import formbody from '@fastify/formbody';
import fastify from 'fastify';
import pg from 'pg';
import { newId } from '#kernel/ids.ts';
import type { Asked } from './listening.ts';

export interface BareOrder {
  readonly connection: pg.PoolConfig;
  /** The setting of the scope, made once a connection: some queries ask who asks. */
  readonly scope: Asked;
  readonly queries: Readonly<Record<string, Asked>>;
  /** The id for which the queries were asked; a request may name another. */
  readonly opened: string;
}

const order = JSON.parse(process.env.KITH_BENCH_ORDER ?? '{}') as BareOrder;
const pool = new pg.Pool({ ...order.connection, max: 20 });
pool.on('connect', (client) => {
  client.query(order.scope.text.replaceAll(', true)', ', false)'), [...order.scope.values]).catch(() => {
    process.exitCode = 1;
  });
});

const app = fastify({ logger: false });
await app.register(formbody);
for (const [name, { text, values }] of Object.entries(order.queries)) {
  app.get<{ Querystring: { id?: string } }>(`/${name}`, async (request) => {
    const { id } = request.query;
    const given = id ? values.map((each) => each?.replaceAll(order.opened, id) ?? null) : values;
    return (await pool.query({ name, text, values: [...given] })).rows;
  });
}
app.post('/register', async () => {
  // As on the page: what is written is looked up first.
  const first = order.queries.register;
  if (first) await pool.query({ name: 'register', text: first.text, values: [...first.values] });
  await pool.query({
    name: 'mark',
    text: 'insert into bench.marks (id, at) values ($1, now())',
    values: [newId()],
  });
  return { written: true };
});

const address = await app.listen({ host: '127.0.0.1', port: 0 });
console.log(`ready ${address}`);
process.once('SIGTERM', async () => {
  await app.close();
  await pool.end();
});
