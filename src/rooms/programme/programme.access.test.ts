import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { type AccountActor, type Actor, ROLES } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import type { Stand as Standing } from '#platform/room.ts';
import { type Ground, MONDAY as now, openStand, type Stand } from '../../../tests/support/stand.ts';
import { access } from './access.ts';
import { activities as shipped } from './content/all.ts';
import { currentTemplate } from './templates/template.queries.ts';
import { columnsOf } from './toolbox/activity-row.ts';

let here: Stand;
let there: Ground;
const who = new Map<Standing, Actor>();
const stands: readonly Standing[] = [...ROLES, 'parent', 'anyone'];
const actorOf = (standing: Standing): Actor => {
  const found = who.get(standing);
  if (!found) throw new Error(standing);
  return found;
};

beforeAll(async () => {
  const opened = await openStand();
  here = opened;
  there = await opened.neighbour();
  for (const role of ROLES) who.set(role, await here.staff(role));
  who.set('parent', await here.parent());
  who.set('anyone', { kind: 'anyone', organisationId: here.organisationId });
});
afterAll(() => here.close());

const [content] = shipped.filter(({ handout }) => handout);
if (!content) throw new Error('nothing shipped');
const at = now.toString();
type Row = Readonly<Record<string, unknown>>;

/** A row of each table that satisfies its constraints, and what may be changed of it. */
const rows: Readonly<
  Record<
    string,
    { readonly make: (place: Ground, venueId: string, accountId: string) => Row; readonly change?: Row }
  >
> = {
  'programme.templates': {
    make: () => ({
      id: newId(),
      code: newId(),
      version: 1,
      name: 'One',
      effective_from: '2026-01-01',
      content: '{}',
      made_at: at,
    }),
    change: { withdrawn_at: at },
  },
  'programme.activities': {
    make: () => ({ ...columnsOf(content), id: newId(), code: newId(), version: 1, made_at: at }),
    change: { credit: 'Zoë' },
  },
  'programme.reviews': {
    make: () => ({
      id: newId(),
      subject: 'activity',
      subject_id: newId(),
      reviewer_name: 'R',
      reviewer_role: 'Midwife',
      reviewed_on: '2026-11-01',
      approved: true,
      entered_at: at,
    }),
    change: { approved: false },
  },
  'programme.favourites': {
    make: (_, __, accountId) => ({ account_id: accountId, activity_code: newId(), at }),
    change: { at: '2026-01-01T00:00:00Z' },
  },
  'programme.venues': {
    make: (place) => ({
      id: newId(),
      centre_id: place.centreId,
      name: 'Hall',
      address: 'A',
      postcode: 'B',
      capacity: 5,
      step_free: true,
    }),
    change: { notes: 'Key' },
  },
  'programme.bookings': {
    make: (place, venueId) => {
      // A day of its own for each row: bookings that collide are another test.
      made += 1;
      const day = Temporal.PlainDate.from('2026-01-01').add({ days: made });
      return {
        id: newId(),
        centre_id: place.centreId,
        venue_id: venueId,
        during: `[${day}T10:00Z,${day}T11:00Z)`,
        what: 'Group',
        made_at: at,
      };
    },
    change: { what: 'Other' },
  },
  'programme.bank_holidays': {
    make: () => ({ nation: newId(), on_day: '2026-12-25', name: 'Day' }),
    change: { name: 'Other' },
  },
};
let made = 0;

/** Anyone sees a room as long as an open drop-in meets in it. */
const dropInAt = async (place: Ground, venueId: string): Promise<Row> => ({
  id: newId(),
  centre_id: place.centreId,
  kind: 'drop_in',
  name: 'Drop-in',
  template_id: (await as(place, place.theHouse, currentTemplate)).id,
  venue_id: venueId,
  places: 8,
  starts_on: '2026-11-05',
  at_time: '10:30',
  every: 'month',
  made_at: at,
});

const as = <T>(place: Ground, actor: Actor, work: (scope: Scope) => Promise<T>) =>
  place.gateway(actor, now, work);
const insert =
  (place: Ground, table: string, row: Row) =>
  async ({ tx }: Scope) => {
    const whole = { organisation_id: place.organisationId, ...row };
    const names = Object.keys(whole);
    await sql`insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))}) values (${sql.join(Object.values(whole))})`.execute(
      tx,
    );
  };
/** Finds a row by the parts of it that are unique; every row has an id or a code, nation or such made for it. */
const that = (row: Row) => {
  const key = ['id', 'activity_code', 'nation'].find((name) => name in row) ?? 'id';
  return sql`${sql.ref(key)} = ${row[key]}`;
};
const count = async (place: Ground, actor: Actor, statement: ReturnType<typeof sql>) =>
  as(place, actor, async ({ tx }) => {
    const { rows: found, numAffectedRows } = await statement.execute(tx);
    return numAffectedRows === undefined ? found.length : Number(numAffectedRows);
  }).catch((error: { code?: string }) => {
    if (error.code === '42501') return 0;
    throw error;
  });

const declared = (table: string) => {
  const found = access[table];
  if (!found) throw new Error(table);
  return found;
};
const says = (list: readonly Standing[] | undefined, standing: Standing) =>
  list !== undefined && (list.includes(standing) || list.includes('anyone'));

describe.each(Object.entries(rows))('%s', (table, { make, change }) => {
  const own = access[table]?.see.includes('author') ?? false;

  it('is seen, added to, changed and taken from by whom the room says, and by nobody else', async () => {
    const venueId = await here.openVenue(newId());
    const maker = (await here.staff('administrator')) as AccountActor;
    const matrix: Record<string, readonly boolean[]> = {};
    const expected: Record<string, readonly boolean[]> = {};
    for (const standing of stands) {
      const actor = actorOf(standing);
      const row = make(here, venueId, maker.accountId);
      // What is the author's own can only be written by them.
      await as(here, own ? maker : here.theHouse, insert(here, table, row));
      if (table === 'programme.venues')
        await as(here, here.theHouse, insert(here, 'delivery.groups', await dropInAt(here, String(row.id))));
      const see = (await count(here, actor, sql`select from ${sql.table(table)} where ${that(row)}`)) > 0;
      const another = make(here, venueId, maker.accountId);
      const add = await as(here, actor, insert(here, table, another)).then(
        () => true,
        (error: { code?: string }) => {
          if (error.code === '42501') return false;
          throw error;
        },
      );
      const sets = Object.entries(change ?? {}).map(([name, value]) => sql`${sql.ref(name)} = ${value}`);
      const changed =
        (await count(here, actor, sql`update ${sql.table(table)} set ${sql.join(sets)} where ${that(row)}`)) >
        0;
      const removed = (await count(here, actor, sql`delete from ${sql.table(table)} where ${that(row)}`)) > 0;
      matrix[standing] = [see, add, changed, removed];
      const { see: may, add: mayAdd, change: mayChange, remove } = declared(table);
      expected[standing] = [
        says(may, standing),
        says(mayAdd, standing),
        says(mayChange, standing),
        says(remove, standing),
      ];
    }
    expect(matrix).toEqual(expected);
  });

  it('is not there for another organisation', async () => {
    const venueId = await there.openVenue(newId());
    const maker = await there.staff('administrator');
    const row = make(there, venueId, maker.accountId);
    await as(there, own ? maker : there.theHouse, insert(there, table, row));
    const find = sql`select from ${sql.table(table)} where ${that(row)}`;
    expect(await count(there, own ? maker : there.theHouse, find)).toBe(1);
    for (const standing of stands) expect(await count(here, actorOf(standing), find), standing).toBe(0);
  });
});

describe('what is the author’s own', () => {
  it('is kept and let go by them', async () => {
    const volunteer = await here.staff('peer_supporter');
    const row = { account_id: volunteer.accountId, activity_code: newId(), at };
    await as(here, volunteer, insert(here, 'programme.favourites', row));
    expect(await count(here, volunteer, sql`delete from programme.favourites where ${that(row)}`)).toBe(1);
  });
});

describe('rooms of another centre', () => {
  it('are not booked, changed or looked into from here', async () => {
    const venueId = await here.openVenue('Far', here.otherCentreId);
    const office = actorOf('administrator');
    const row = { ...rows['programme.bookings']?.make(here, venueId, ''), centre_id: here.otherCentreId };
    await expect(as(here, office, insert(here, 'programme.bookings', row))).rejects.toMatchObject({
      code: '42501',
    });
    await as(here, here.theHouse, insert(here, 'programme.bookings', row));
    expect(await count(here, office, sql`select from programme.bookings where ${that(row)}`)).toBe(0);
    expect(
      await count(here, office, sql`update programme.venues set notes = 'Mine' where id = ${venueId}`),
    ).toBe(0);
  });
});

describe('a parent', () => {
  it('sees of the toolbox what is in use and has a handout, nothing else', async () => {
    const { handout: _, ...without } = content;
    const bare = { ...columnsOf(without), id: newId(), code: newId(), version: 1, made_at: at };
    const old = {
      ...columnsOf(content),
      id: newId(),
      code: newId(),
      version: 1,
      made_at: at,
      replaced_at: at,
    };
    for (const row of [bare, old]) {
      await as(here, here.theHouse, insert(here, 'programme.activities', row));
      const find = sql`select from programme.activities where ${that(row)}`;
      expect(await count(here, actorOf('parent'), find)).toBe(0);
      expect(await count(here, actorOf('peer_supporter'), find)).toBe(1);
    }
  });
});
