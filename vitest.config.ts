import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

/** Names that say a test needs the real database; every other test runs without one. */
const needsDatabase = ['commands', 'access', 'queries', 'db', 'routes', 'jobs'].map(
  (kind) => `**/*.${kind}.test.{ts,tsx}`,
);
const exclude = [...configDefaults.exclude, 'dist/**', 'data/**'];
const globalSetup = 'tests/support/global-setup.ts';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // The machine's own zone must not decide whether a test passes.
    env: { TZ: 'Pacific/Auckland' },
    // A test of the database waits for it half of its time, so a core is no core left over; the cluster has room for eight.
    maxWorkers: Math.min(Math.max(2, availableParallelism()), 8),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{src,seeds,tests,bin,bench}/**/*.test.{ts,tsx}'],
          exclude: [...exclude, ...needsDatabase, 'tests/house.test.ts'],
          pool: 'threads',
          isolate: false,
          // Rules are quick; a year tried with a hundred kinds of leave is not, on a machine that is busy.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: [...needsDatabase.map((name) => `{src,seeds,tests}/${name}`), 'tests/house.test.ts'],
          exclude,
          globalSetup,
          pool: 'threads',
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.journey.ts'],
          exclude,
          globalSetup,
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'long',
          include: ['tests/long/**/*.long.ts'],
          exclude,
          globalSetup,
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 1_800_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
