import type { RawBuilder } from 'kysely';
import { readConfig } from '#platform/config.ts';
import { type App, openApp, organisationIds } from '../src/app.ts';
import { type TestDatabase, testDatabase } from '../tests/support/database.ts';
import { fillDemo } from './story.ts';

/** The demonstration, told into a database of its own. */
export interface Told {
  readonly app: App;
  readonly organisationId: string;
  readonly filled: Awaited<ReturnType<typeof fillDemo>>;
  readonly steps: readonly (readonly [string, number, number])[];
  readonly end: () => Promise<void>;
}

/** Tells the story as of a moment. */
export const telling = async (now: Temporal.Instant): Promise<Told> => {
  const database: TestDatabase = await testDatabase();
  const app = await openApp({
    config: readConfig({ PUBLIC_URL: 'http://kith.test' }),
    connections: database,
    secret: 'a secret of the tests, long enough to be one',
    clock: () => now,
    log: false,
  });
  const steps: (readonly [string, number, number])[] = [];
  const filled = await fillDemo(app, (...step) => void steps.push(step));
  const [organisationId = ''] = await organisationIds(app.pool);
  return {
    app,
    organisationId,
    filled,
    steps,
    end: async () => {
      await app.close();
      await database.drop();
    },
  };
};

/** What the house reads of it. */
export const ask = <R>({ app, organisationId }: Told, query: RawBuilder<R>): Promise<readonly R[]> =>
  app.gateway(
    { kind: 'system', organisationId, why: 'test' },
    app.clock(),
    async ({ tx }) => (await query.execute(tx)).rows,
  );

export const named = async (story: Told, query: RawBuilder<{ name: string }>): Promise<readonly string[]> =>
  (await ask(story, query)).map(({ name }) => name);
