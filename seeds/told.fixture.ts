import type { RawBuilder } from 'kysely';
import { type App, organisationIds } from '../src/app.ts';
import { type TestDatabase, testDatabase } from '../tests/support/database.ts';
import { MONDAY } from '../tests/support/stand.ts';
import { openTold, toldDatabase } from '../tests/support/told.ts';
import { fillDemo } from './story.ts';

/** The demonstration, told into a database of its own. */
export interface Told {
  readonly app: App;
  readonly organisationId: string;
  readonly end: () => Promise<void>;
}

/** One that was told while somebody listened. */
export interface ToldAloud extends Told {
  readonly filled: Awaited<ReturnType<typeof fillDemo>>;
  readonly steps: readonly (readonly [string, number, number])[];
}

const reading = async (app: App, database: TestDatabase): Promise<Told> => {
  const [organisationId = ''] = await organisationIds(app.pool);
  return {
    app,
    organisationId,
    end: async () => {
      await app.close();
      await database.drop();
    },
  };
};

/** Tells the story as of a moment. */
export const telling = async (now: Temporal.Instant): Promise<ToldAloud> => {
  const database = await testDatabase();
  const app = await openTold(database, now);
  const steps: (readonly [string, number, number])[] = [];
  const filled = await fillDemo(app, (...step) => void steps.push(step));
  return { ...(await reading(app, database)), filled, steps };
};

/** The story as of `MONDAY`, as another told it in this run. */
export const toldBefore = async (): Promise<Told> => {
  const database = await toldDatabase();
  return reading(await openTold(database, MONDAY), database);
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
