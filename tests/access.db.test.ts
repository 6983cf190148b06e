import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { type AccountActor, type Actor, ROLES, type Role } from '#platform/db/actor.ts';
import type { Access } from '#platform/room.ts';
import type { App } from '../src/app.ts';
import { rooms } from '../src/corridor.ts';
import type { TestDatabase } from './support/database.ts';
import { MONDAY } from './support/stand.ts';
import { openTold, toldDatabase } from './support/told.ts';

/**
 * Every table × role × verb through both locks. The material is the demo story: for each table one row of a
 * centre, tried as each role at that centre, as the same role at another centre, and from another organisation.
 * What the room's access.ts says and what the database does must be the same.
 */

interface Column {
  readonly name: string;
  readonly generated: boolean;
  readonly type: string;
}

interface Shape {
  readonly table: string;
  readonly key: readonly string[];
  readonly columns: readonly Column[];
  readonly updatable: string | null;
}

type Row = Readonly<Record<string, unknown>>;

let database: TestDatabase;
let owner: pg.Client;
let app: App;
let shapes: readonly Shape[];
let centres: readonly string[];
let centreOfImport: ReadonlyMap<string, string>;
let organisationId: string;
/** What the wall of a table leaves in reach: a row behind it shows nothing of what a role may do. */
let inReach: ReadonlyMap<string, string>;

const access: Access = Object.assign({}, ...rooms.map((room) => room.access));

// Open to every role of the organisation, or only in the row's own terms: being at another centre changes nothing.
const NOT_BY_CENTRE = new Set([
  'people.centres',
  'people.persons',
  'delivery.groups',
  'delivery.sessions',
  'programme.venues',
]);

beforeAll(async () => {
  database = await toldDatabase();
  owner = new pg.Client(database.owner);
  await owner.connect();
  app = await openTold(database, MONDAY);
  organisationId =
    (await owner.query<{ id: string }>('select organisation_id as id from people.organisations limit 1'))
      .rows[0]?.id ?? '';
  await owner.query(`select set_config('app.organisation', $1, false)`, [organisationId]);
  inReach = new Map(
    (
      await owner.query<{ name: string; open: string }>(
        `select n.nspname || '.' || c.relname as name, pg_get_expr(p.polqual, p.polrelid) as open
         from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace where p.polname = 'sealed'`,
      )
    ).rows.map(({ name, open }) => [name, ` and (${open})`]),
  );
  centres = (
    await owner.query<{ id: string }>('select id from people.centres order by opened_on, id')
  ).rows.map((row) => row.id);
  const imports = await owner.query<{ id: string; centre: string }>(
    'select id, centre_ids[1] as centre from referrals.imports where cardinality(centre_ids) > 0',
  );
  centreOfImport = new Map(imports.rows.map(({ id, centre }) => [id, centre]));
  shapes = (
    await owner.query<Shape>(
      `
      select n.nspname || '.' || c.relname as table,
        (select array_agg(a.attname order by array_position(i.indkey::int2[], a.attnum))::text[] from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey) where i.indrelid = c.oid and i.indisprimary) as key,
        (select json_agg(json_build_object('name', a.attname, 'generated', a.attidentity <> '' or a.attgenerated <> '', 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
        (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and has_column_privilege('kith_app', c.oid, a.attnum, 'update') order by a.attname = 'organisation_id' desc, a.attnum limit 1) as updatable
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname = any ($1) order by 1`,
      [rooms.map((room) => room.name)],
    )
  ).rows;
}, 180_000);

afterAll(async () => {
  await app.close();
  await owner.end();
  await database.drop();
});

const asRole = (role: Role, centreId: string): AccountActor => ({
  kind: 'account',
  organisationId,
  accountId: newId(),
  personId: newId(),
  side: 'team',
  name: 'Test',
  roles: [{ role, centreId }],
});

const where = (shape: Shape) => shape.key.map((column, index) => `${column} = $${index + 1}`).join(' and ');
const keyOf = (shape: Shape, row: Row) => shape.key.map((column) => row[column]);

/** Tries a statement as an actor and rolls it back: how many rows, or the code of the refusal. */
const tried = async (actor: Actor, sql: string, values: readonly unknown[]): Promise<number | string> => {
  const client = await app.pool.connect();
  try {
    await client.query('begin');
    const roles =
      actor.kind === 'account' ? actor.roles.map((held) => `${held.role}@${held.centreId}`).join(' ') : '';
    await client.query(
      `select set_config('app.organisation', $1, true), set_config('app.kind', $2, true), set_config('app.account', $3, true), set_config('app.person', $4, true), set_config('app.roles', $5, true)`,
      [
        actor.organisationId,
        actor.kind,
        actor.kind === 'account' ? actor.accountId : '',
        actor.kind === 'account' ? actor.personId : '',
        roles,
      ],
    );
    return (await client.query(sql, [...values])).rowCount ?? 0;
  } catch (error) {
    return String((error as { code?: unknown }).code);
  } finally {
    await client.query('rollback');
    client.release();
  }
};

const seen = (actor: Actor, shape: Shape, row: Row) =>
  tried(actor, `select 1 from ${shape.table} where ${where(shape)}`, keyOf(shape, row)).then(
    (answer) => answer === 1,
  );

/** A guard that looks at the words of the row comes after the policies: where it is met, they had let it in. */
const changed = (actor: Actor, shape: Shape, row: Row) =>
  shape.updatable === null
    ? Promise.resolve(false)
    : tried(
        actor,
        `update ${shape.table} set ${shape.updatable} = ${shape.updatable} where ${where(shape)}`,
        keyOf(shape, row),
      ).then((answer) => answer === 1 || answer === '23514');

/** A copy under another key: anything but "not allowed" means the guard let it in, even if a constraint then stopped it. */
const added = async (actor: Actor, shape: Shape, row: Row) => {
  const columns = shape.columns.filter((column) => !column.generated);
  const copy = { ...row, ...('id' in row && { id: newId() }) };
  const answer = await tried(
    actor,
    `insert into ${shape.table} (${columns.map((column) => column.name).join(', ')}) values (${columns.map((column, index) => `$${index + 1}::${column.type}`).join(', ')})`,
    columns.map((column) => {
      const value = copy[column.name as keyof typeof copy] as unknown;
      return column.type === 'jsonb' ? JSON.stringify(value) : value;
    }),
  );
  return answer !== '42501';
};

/** A row of the table at a centre, such as the story holds one. */
const sample = async (shape: Shape, centreId: string | null): Promise<Row | null> => {
  // What is declared of people is declared of families; the team's own files are opened with an invitation.
  const side =
    {
      'people.persons': ` and side = 'family' and introduced_at is not null`,
      'people.contacts': ` and person_id in (select id from people.persons where side = 'family')`,
      // The role of a peer supporter is given by the house alone, at the end of the route for volunteers.
      'people.roles': ` and role <> 'peer_supporter'`,
      // Who comes to a coffee morning is between the peer supporters.
      'supervision.meeting_people': ' and not apart',
    }[shape.table] ?? '';
  const { rows } = await owner.query<Row>(
    `select * from ${shape.table} where organisation_id = $1${centreId ? ' and centre_id = $2' : ''}${side}${inReach.get(shape.table) ?? ''} limit 1`,
    centreId ? [organisationId, centreId] : [organisationId],
  );
  return rows[0] ?? null;
};

/** The centre a row belongs to; a centre belongs to itself, and a row that came back to the centre of its file. */
const centreOf = (shape: Shape, row: Row): string =>
  String(
    shape.table === 'people.centres'
      ? row.id
      : (row.centre_id ?? centreOfImport.get(String(row.import_id)) ?? centres[0]),
  );

const byCentre = (shape: Shape) => shape.columns.some((column) => column.name === 'centre_id');

test('the story has a row of every table to try', async () => {
  const empty: string[] = [];
  for (const shape of shapes) if (!(await sample(shape, null))) empty.push(shape.table);
  expect(empty).toEqual([]);
});

test('each role sees, adds and changes what its room says, at its own centre', async () => {
  const differences: string[] = [];
  for (const shape of shapes) {
    const declared = access[shape.table];
    expect(declared, shape.table).toBeDefined();
    if (!declared) continue;
    const row = await firstRow(shape);
    if (!row) continue;
    const centreId = centreOf(shape, row);
    for (const role of ROLES) {
      const actor = asRole(role, centreId);
      for (const [verb, may] of [
        ['see', await seen(actor, shape, row)],
        ['add', await added(actor, shape, row)],
        ['change', await changed(actor, shape, row)],
      ] as const) {
        const said = declared[verb].includes(role) || (verb === 'see' && declared.see.includes('anyone'));
        if (said !== may)
          differences.push(
            `${shape.table}: ${role} ${may ? 'can' : 'cannot'} ${verb}, and access.ts says ${said ? 'they may' : 'they may not'}`,
          );
      }
    }
  }
  expect(differences).toEqual([]);
}, 120_000);

const firstRow = async (shape: Shape): Promise<Row | null> => {
  if (!byCentre(shape)) return sample(shape, null);
  for (const centreId of centres) {
    const row = await sample(shape, centreId);
    if (row) return row;
  }
  return sample(shape, null);
};

test('a role at another centre sees and changes nothing of this one', async () => {
  const leaks: string[] = [];
  for (const shape of shapes) {
    if (!byCentre(shape) || NOT_BY_CENTRE.has(shape.table)) continue;
    const row = await firstRow(shape);
    const centreId = String(row?.centre_id ?? '');
    const other = centres.find((each) => each !== centreId);
    if (!row || !centreId || centreId === 'null' || !other) continue;
    for (const role of ROLES) {
      const actor = asRole(role, other);
      const declared = access[shape.table];
      if (declared?.see.includes('anyone') || ORGANISATION_WIDE.has(shape.table)) continue;
      if (await seen(actor, shape, row)) leaks.push(`${role} elsewhere sees ${shape.table}`);
      if (await changed(actor, shape, row)) leaks.push(`${role} elsewhere changes ${shape.table}`);
    }
  }
  expect(leaks).toEqual([]);
}, 120_000);

// Duties, roles and imports are known across centres: who to turn to is no secret inside an organisation.
const ORGANISATION_WIDE = new Set(['people.roles', 'safeguarding.duties', 'referrals.imports']);

test('families of another centre stay unknown, and sessions of a closed group too', async () => {
  const [here, elsewhere] = centres;
  if (!here || !elsewhere) throw new Error('the story has fewer than two centres');
  for (const role of ROLES) {
    const count = await tried(
      asRole(role, elsewhere),
      `select 1 from people.persons where side = 'family' and centre_id = $1`,
      [here],
    );
    expect(count, role).toBe(0);
    const closed = await tried(
      asRole(role, elsewhere),
      `select 1 from delivery.sessions s join delivery.groups g using (organisation_id) where g.id = s.group_id and g.kind = 'antenatal_group' and s.centre_id = $1`,
      [here],
    );
    expect(closed, role).toBe(0);
  }
});

test('nothing of this organisation is seen, added to or changed from another one, whatever the role', async () => {
  const leaks: string[] = [];
  for (const shape of shapes) {
    const row = await firstRow(shape);
    if (!row) continue;
    for (const role of ROLES) {
      const actor: AccountActor = {
        ...asRole(role, String(row.centre_id ?? centres[0])),
        organisationId: newId(),
      };
      if (await seen(actor, shape, row)) leaks.push(`${role} of another organisation sees ${shape.table}`);
      if (await changed(actor, shape, row))
        leaks.push(`${role} of another organisation changes ${shape.table}`);
      if (await added(actor, shape, row))
        leaks.push(`${role} of another organisation adds to ${shape.table}`);
    }
    if (await seen({ kind: 'system', organisationId: newId(), why: 'test' }, shape, row))
      leaks.push(`the house of another organisation sees ${shape.table}`);
  }
  expect(leaks).toEqual([]);
}, 120_000);

test('whoever has not signed in reads only what is public, and a parent only what is theirs', async () => {
  const differences: string[] = [];
  const parent = (
    await owner.query<{ person_id: string; account_id: string }>(`
    select p.person_id, a.id as account_id from delivery.places p join people.accounts a on a.organisation_id = p.organisation_id and a.person_id = p.person_id
    where p.taken_at is not null and p.ended_at is null group by 1, 2 order by count(*) desc limit 1`)
  ).rows[0];
  if (!parent) throw new Error('the story has no parent who can sign in');
  const actor: AccountActor = {
    kind: 'account',
    organisationId,
    accountId: parent.account_id,
    personId: parent.person_id,
    side: 'family',
    name: 'Parent',
    roles: [],
  };
  for (const shape of shapes) {
    const declared = access[shape.table];
    if (!declared) continue;
    const anyone = await tried(
      { kind: 'anyone', organisationId },
      `select 1 from ${shape.table} limit 1`,
      [],
    );
    if ((anyone === 1) !== declared.see.includes('anyone'))
      differences.push(
        `${shape.table}: anyone ${anyone === 1 ? 'reads' : 'does not read'} it, access.ts says otherwise`,
      );
    const own = await tried(actor, `select 1 from ${shape.table} limit 1`, []);
    if (
      own === 1 &&
      !declared.see.includes('parent') &&
      !declared.see.includes('anyone') &&
      !declared.see.includes('author')
    )
      differences.push(`${shape.table}: a parent reads it`);
    if (shape.columns.some((column) => column.name === 'person_id') && declared.see.includes('parent')) {
      const others = await tried(actor, `select 1 from ${shape.table} where person_id is distinct from $1`, [
        actor.personId,
      ]);
      if (others !== 0) differences.push(`${shape.table}: a parent reads ${others} rows about others`);
    }
  }
  expect(differences).toEqual([]);
}, 60_000);

test('a session without a scope sees nothing at all', async () => {
  const client = await app.pool.connect();
  try {
    for (const shape of shapes)
      expect((await client.query(`select 1 from ${shape.table} limit 1`)).rowCount, shape.table).toBe(0);
  } finally {
    client.release();
  }
});
