// npm run bench: Kith against a bare route that asks the same first query, in one run, turn by turn.
//   -- --only list --only person    those pages alone
//   -- --rounds 15 --seconds 0.7     how long each is driven
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bootstrap } from '#platform/db/bootstrap.ts';
import { embeddedLogins } from '#platform/db/connect.ts';
import { startEmbeddedServer } from '#platform/db/embedded-server.ts';
import { migrate } from '#platform/db/migrate.ts';
import { repositoryRoot } from '#platform/root.ts';
import { startBare, startKith } from './children.ts';
import { type Asked, listenBetween } from './listening.ts';
import { Line, latencies, median, quantile, throughput } from './load.ts';
import { DRIVERS, type Measured, measured } from './pages.ts';
import { inWords, type Result, tableOf } from './table.ts';
import { fillTown, SIZE, type Town } from './town.ts';

const { values: asked } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    rounds: { type: 'string', default: '15' },
    seconds: { type: 'string', default: '0.7' },
  },
});
const ROUNDS = Number(asked.rounds);
const SLICE_MS = Number(asked.seconds) * 1000;
const DATABASE = 'kith';
const SECRET = 'the secret of the bench, which keeps nothing from anyone';

const isFrame = ({ text }: Asked) => /^(begin|commit|rollback|set local|select set_config)\b/.test(text);
const isWho = ({ text }: Asked) => /people\.(who_is|organisation_for)\(/.test(text);

const isWanted = ({ name }: Measured) => !asked.only || asked.only.includes(name);

interface Page {
  readonly name: Measured['name'];
  readonly queries: number;
  readonly statements: number;
  readonly first: Asked;
}

interface Counted {
  readonly pages: readonly Page[];
  readonly scope: Asked;
  readonly opened: string;
}

/** Asks for each page once, through a socket that listens, and notes what the page asks of the database. */
const countQueries = async (environment: (socketDir: string) => Record<string, string>, town: Town) => {
  const dir = mkdtempSync(join(realpathSync(tmpdir()), 'kb-'));
  const listening = await listenBetween(databaseDir, dir);
  const kith = await startKith({ ...environment(dir), KITH_SECRET: SECRET, WORKER: 'apart' });
  const line = new Line(kith.origin, 1);
  try {
    const opened = town.personIds[0] ?? '';
    const pages: Page[] = [];
    let scope: Asked | undefined;
    for (const page of await measured(line, { ...town, personIds: [opened] }, SECRET)) {
      if (!isWanted(page)) continue;
      const driver = page.kith[0];
      if (!driver) throw new Error('no driver');
      // Twice before it counts: the first request of all fills what is kept in memory.
      for (let turn = 0; turn < 3; turn++) {
        listening.take();
        const { shot, done } = driver();
        const answer = await line.ask(shot);
        if (answer.status !== shot.status)
          throw new Error(`${page.name} answered ${answer.status}: ${answer.body.slice(0, 500)}`);
        done?.();
      }
      const statements = listening.take();
      scope ??= statements.find(({ text }) => text.startsWith('select set_config'));
      const queries = statements.filter((each) => !isFrame(each));
      const first = queries.find((each) => !isWho(each));
      if (!first) throw new Error(`${page.name} asks nothing.`);
      pages.push({ name: page.name, queries: queries.length, statements: statements.length, first });
      if (process.env.KITH_BENCH_SHOW)
        for (const { text } of queries)
          console.log(`  ${page.name}: ${text.replace(/\s+/g, ' ').slice(0, 160)}`);
    }
    if (!scope) throw new Error('no scope was set');
    return { pages, scope, opened } satisfies Counted;
  } finally {
    line.end();
    await kith.stop();
    await listening.close();
    rmSync(dir, { recursive: true, force: true });
  }
};

const drive = async (
  environment: Record<string, string>,
  town: Town,
  counted: Counted,
): Promise<Result[]> => {
  const kith = await startKith({ ...environment, KITH_SECRET: SECRET });
  const bare = await startBare({
    connection: { ...server.superuser, database: DATABASE },
    scope: counted.scope,
    queries: Object.fromEntries(counted.pages.map(({ name, first }) => [name, first])),
    opened: counted.opened,
  });
  const ours = new Line(kith.origin, DRIVERS);
  const theirs = new Line(bare.origin, DRIVERS);
  const results: Result[] = [];
  try {
    for (const page of await measured(ours, town, SECRET)) {
      const counts = counted.pages.find(({ name }) => name === page.name);
      if (!counts) continue;
      await throughput(ours, page.kith, SLICE_MS * 2);
      await throughput(theirs, page.bare, SLICE_MS / 2);
      const rounds: { kith: number; bare: number }[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        // Turn by turn, and each first as often as the other: what else the machine does meets both.
        const one = round % 2 === 0 ? await throughput(ours, page.kith, SLICE_MS) : 0;
        const other = await throughput(theirs, page.bare, SLICE_MS);
        rounds.push({ kith: one || (await throughput(ours, page.kith, SLICE_MS)), bare: other });
      }
      const perSecond = median(rounds.map((each) => each.kith));
      const took = await latencies(ours, page.kith, perSecond / 2, SLICE_MS * 8);
      const result: Result = {
        page: page.name,
        about: page.about,
        target: page.target,
        kithPerSecond: perSecond,
        barePerSecond: median(rounds.map((each) => each.bare)),
        ratio: median(rounds.map((each) => each.kith / each.bare)),
        p50: median(took),
        p99: quantile(took, 0.99),
        queries: counts.queries,
        statements: counts.statements,
      };
      results.push(result);
      console.log(inWords(result));
    }
    return results;
  } finally {
    ours.end();
    theirs.end();
    await Promise.all([kith.stop(), bare.stop()]);
  }
};

const dataDir = mkdtempSync(join(realpathSync(tmpdir()), 'kith-bench-'));
const server = await startEmbeddedServer({ dataDir, durable: true, temporary: true });
const databaseDir = server.superuser.host;
try {
  const logins = embeddedLogins(server.superuser, DATABASE);
  await bootstrap(server.superuser, { database: DATABASE });
  await migrate(logins.owner);
  const began = performance.now();
  const town = await fillTown(server.superuser, logins.app, DATABASE);
  console.log(
    `A town of ${SIZE.families} families, ${SIZE.volunteers} volunteers and ${SIZE.attendances} register rows, in ${((performance.now() - began) / 1000).toFixed(0)} s.`,
  );
  const url = (socketDir: string, login: string) =>
    `postgres://${login}@localhost/${DATABASE}?host=${encodeURIComponent(socketDir)}`;
  const environment = (socketDir: string) => ({
    DATABASE_OWNER_URL: url(databaseDir, 'kith_owner'),
    DATABASE_APP_URL: url(socketDir, 'kith_app'),
    DATABASE_SIGN_IN_URL: url(databaseDir, 'kith_sign_in'),
  });
  const counted = await countQueries(environment, town);
  const results = await drive(environment(databaseDir), town, counted);
  console.log(`\n${tableOf(results)}`);
  const path = join(repositoryRoot(), '.tmp', 'bench.json');
  mkdirSync(join(repositoryRoot(), '.tmp'), { recursive: true });
  writeFileSync(
    path,
    `${JSON.stringify({ at: Temporal.Now.instant().toString(), node: process.version, drivers: DRIVERS, town: SIZE, results }, null, 2)}\n`,
  );
  console.log(`\nAs JSON: ${path}`);
} finally {
  await server.stop();
}
