import pg from 'pg';
import { expect, test } from 'vitest';
import { outboxRoutes } from '#platform/messages/outbox.routes.tsx';
import { rooms } from '../src/corridor.ts';
import { findingRoutes } from '../src/invariants/finding.routes.tsx';
import { shownAs } from '../src/rooms/rights/looks/looks.rules.ts';
import { countedLooks, ownLooks, shownLooks } from '../src/rooms/rights/looks/looks.words.ts';
import { testDatabase } from './support/database.ts';

/** What the pages of the house write down when they are looked at. */
const looks = new Set(
  [...outboxRoutes, ...findingRoutes, ...rooms.flatMap((room) => room.routes ?? [])].flatMap(({ spec }) =>
    'verb' in spec.audit ? [spec.audit.verb] : [],
  ),
);

test('for every look of every page it is said whether the data lead sees it, and no word is left over', () => {
  expect(looks.size).toBeGreaterThan(90);
  expect([...looks].filter((verb) => shownAs(verb) === null)).toEqual([]);
  const listed = [...Object.keys(shownLooks), ...Object.keys(countedLooks), ...ownLooks];
  expect(listed.filter((verb) => !looks.has(verb))).toEqual([]);
  expect(new Set(listed).size).toBe(listed.length);
});

test('what is only counted is what the database gives no row of, whatever it is asked for', async () => {
  const database = await testDatabase();
  const owner = new pg.Client(database.owner);
  await owner.connect();
  try {
    const { rows } = await owner.query<{ verb: string; quiet: boolean }>(
      'select verb, rights.is_quiet_look(verb) as quiet from unnest($1::text[]) as verb',
      [[...looks]],
    );
    const quiet = new Map(rows.map((row) => [row.verb, row.quiet]));
    expect([...looks].filter((verb) => shownAs(verb) === 'counted' && !quiet.get(verb))).toEqual([]);
    expect([...looks].filter((verb) => shownAs(verb) === 'each' && quiet.get(verb))).toEqual([]);
  } finally {
    await owner.end();
    await database.drop();
  }
});
