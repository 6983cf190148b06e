import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { parseSync } from 'oxc-parser';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { repositoryRoot } from '#platform/root.ts';
import { ORDER, rooms } from '../src/corridor.ts';
import { type TestDatabase, testDatabase } from './support/database.ts';

const root = repositoryRoot();
const sources = globSync('src/**/*.{ts,tsx}', { cwd: root }).map((file) => file.split(sep).join('/'));
const isTest = (file: string) => /\.(test|fixture|long)\.tsx?$/.test(file);
const code = sources.filter((file) => !isTest(file) && !file.endsWith('.generated.ts'));

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const importsOf = (file: string): readonly Import[] => {
  const parsed = parseSync(file, readFileSync(join(root, file), 'utf8'));
  const specifiers = [
    ...parsed.module.staticImports.map((each) => ({
      name: each.moduleRequest.value,
      typeOnly: each.entries.length > 0 && each.entries.every((entry) => entry.isType),
    })),
    ...parsed.module.staticExports.flatMap((each) =>
      each.entries.flatMap((entry) =>
        entry.moduleRequest ? [{ name: entry.moduleRequest.value, typeOnly: entry.isType }] : [],
      ),
    ),
    ...parsed.module.dynamicImports.map((each) => ({
      name: readFileSync(join(root, file), 'utf8')
        .slice(each.moduleRequest.start, each.moduleRequest.end)
        .replace(/['"`]/g, ''),
      typeOnly: false,
    })),
  ];
  return specifiers.flatMap(({ name, typeOnly }) => {
    const to = name.startsWith('#')
      ? `src/${name.slice(1)}`
      : name.startsWith('.')
        ? normalize(join(dirname(file), name))
            .split(sep)
            .join('/')
        : null;
    return to?.startsWith('src/') ? [{ from: file, to, typeOnly }] : [];
  });
};

const all = code.flatMap(importsOf);
const roomOf = (file: string): string | null => /^src\/rooms\/([^/]+)\//.exec(file)?.[1] ?? null;
const placeInCorridor = (room: string) => ORDER.indexOf(room as (typeof ORDER)[number]);
const say = (found: readonly Import[]) => found.map(({ from, to }) => `${from} -> ${to}`);

test('the check of imports reads the whole house', () => {
  expect(code.length).toBeGreaterThan(100);
  expect(all.length).toBeGreaterThan(300);
  for (const room of new Set(code.map(roomOf))) if (room) expect(ORDER).toContain(room);
});

test('from another room only its door and its addresses are imported', () => {
  const through = all.filter(
    ({ from, to }) =>
      roomOf(from) &&
      roomOf(to) &&
      roomOf(from) !== roomOf(to) &&
      !/^src\/rooms\/[^/]+\/(door|paths)\.ts$/.test(to),
  );
  expect(say(through)).toEqual([]);
});

test('a room looks back along the corridor, never ahead, except for addresses', () => {
  const ahead = all.filter(({ from, to }) => {
    const [here, there] = [roomOf(from), roomOf(to)];
    return (
      here &&
      there &&
      here !== there &&
      !to.endsWith('/paths.ts') &&
      placeInCorridor(there) > placeInCorridor(here)
    );
  });
  expect(say(ahead)).toEqual([]);
});

test('a room reads tables of earlier rooms at most, and writes only its own', () => {
  const reaching = code.flatMap((file) => {
    const room = roomOf(file);
    if (!room) return [];
    const text = readFileSync(join(root, file), 'utf8');
    const ahead = [...text.matchAll(/['"`\s]([a-z]+)\.[a-z_]+(?= as |['"`])/g)].flatMap((match) => {
      const schema = match[1] ?? '';
      return (ORDER as readonly string[]).includes(schema) &&
        placeInCorridor(schema) > placeInCorridor(room) &&
        /(From|Into|Table|Join|from|into|join|update)\W{0,3}$/.test(text.slice(0, (match.index ?? 0) + 1))
        ? [`${file} reads ${match[0].slice(1)}`]
        : [];
    });
    const written = [...text.matchAll(/(insertInto|updateTable|deleteFrom)\('([a-z]+)\.([a-z_]+)/g)].flatMap(
      (match) =>
        match[2] !== room && match[2] !== 'platform' ? [`${file} writes ${match[2]}.${match[3]}`] : [],
    );
    return [...ahead, ...written];
  });
  expect(reaching).toEqual([]);
});

test('the kernel knows nothing of the house, the kit nothing but the kernel, the platform no room', () => {
  const rising = all.filter(({ from, to }) => {
    if (from.startsWith('src/kernel/')) return !to.startsWith('src/kernel/');
    if (from.startsWith('src/ui/')) return !/^src\/(kernel|ui)\//.test(to);
    if (from.startsWith('src/platform/')) return to.startsWith('src/rooms/') || to === 'src/corridor.ts';
    return false;
  });
  expect(say(rising)).toEqual([]);
});

test('rules stay pure: no query, no command, no page, no database', () => {
  const impure = all.filter(
    ({ from, to, typeOnly }) =>
      /\.rules\.ts$/.test(from) &&
      !typeOnly &&
      (/\.(queries|commands|jobs|routes|pages)\.tsx?$/.test(to) ||
        to.startsWith('src/platform/db/') ||
        to.startsWith('src/platform/http/')),
  );
  expect(say(impure)).toEqual([]);
});

test('pages decide and fetch nothing: they import queries and commands for their types only', () => {
  const busy = all.filter(
    ({ from, to, typeOnly }) =>
      /\.pages\.tsx$/.test(from) && !typeOnly && /\.(queries|commands|jobs)\.ts$/.test(to),
  );
  expect(say(busy)).toEqual([]);
});

test('safeguarding is a letterbox: its door gives nothing that reads a concern', () => {
  const door = readFileSync(join(root, 'src/rooms/safeguarding/door.ts'), 'utf8');
  const given = [...door.matchAll(/export \{([^}]*)\}/g)]
    .flatMap((match) => (match[1] ?? '').split(',').map((name) => name.replace(/\btype\b/, '').trim()))
    .filter(Boolean);
  expect(given.length).toBeGreaterThan(0);
  expect(given.filter((name) => /concerns?Of|concernList|readConcern/i.test(name))).toEqual([]);
  // Who is on duty is no secret: the Today page asks for it. Everything else of this schema is read by its room alone.
  const reading =
    /\b(from|join|update|into)\s+safeguarding\.(?!duties\b)[a-z]|(From|Join|updateTable|insertInto)\(\s*['"`]safeguarding\.(?!duties\b)[a-z]/;
  const reads = code.filter(
    (file) =>
      !file.startsWith('src/rooms/safeguarding/') && reading.test(readFileSync(join(root, file), 'utf8')),
  );
  // The house's nightly look for a concern without an owner gives a count and a reference, never a word of it.
  expect(reads).toEqual(['src/invariants/finding.commands.ts']);
});

test('a file fits in a head, and no drawer is without a meaning', () => {
  const long = code.filter(
    (file) => !file.includes('/content/') && readFileSync(join(root, file), 'utf8').split('\n').length > 330,
  );
  expect(long).toEqual([]);
  expect(
    sources.filter((file) => /(^|\/)(utils?|helpers?|common|lib|services|misc)(\/|\.)/.test(file)),
  ).toEqual([]);
});

test('no style attribute and no inline script is written: the content policy forbids both', () => {
  const written = code.filter(
    (file) =>
      file.endsWith('.tsx') &&
      /\sstyle=|dangerouslySetInnerHTML|\son[a-z]+="/.test(readFileSync(join(root, file), 'utf8')) &&
      !file.endsWith('.island.tsx'),
  );
  expect(written).toEqual([]);
});

test('every room is listed once, in order, and no two routes answer the same address', () => {
  const names = rooms.map((room) => room.name);
  expect(names).toEqual(ORDER.filter((name) => names.includes(name)));
  const built = globSync('src/rooms/*/room.ts', { cwd: root }).map((file) => file.split(sep)[2]);
  expect([...names].sort()).toEqual(built.sort());
  const answers = rooms.flatMap((room) =>
    (room.routes ?? []).flatMap((route) =>
      route.kind === 'action' ? [`POST ${route.spec.path.pattern}`] : [`GET ${route.spec.path.pattern}`],
    ),
  );
  expect(answers.filter((answer, index) => answers.indexOf(answer) !== index)).toEqual([]);
  expect(answers.length).toBeGreaterThan(60);
});

test('every route says who may, and what is written down of it', () => {
  const silent = rooms.flatMap((room) =>
    (room.routes ?? [])
      .filter(
        ({ spec }) =>
          typeof spec.can !== 'function' ||
          !('notSensitive' in spec.audit ? spec.audit.notSensitive : spec.audit.verb),
      )
      .map(({ spec }) => spec.path.pattern),
  );
  expect(silent).toEqual([]);
});

test('nothing in the repository names a machine, and no link leaves the documents for a file that is not there', () => {
  const documents = globSync('{README,STYLE}.md', { cwd: root }).concat(
    globSync('docs/**/*.md', { cwd: root }),
  );
  const broken = documents.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/\]\((?!https?:|mailto:|#)([^)#]+)/g)].flatMap(
      (match) => {
        const target = normalize(join(dirname(file), match[1] ?? ''));
        return globSync(target, { cwd: root }).length === 0 ? [`${file}: ${match[1]}`] : [];
      },
    ),
  );
  expect(broken).toEqual([]);
});

let database: TestDatabase;
let owner: pg.Client;
beforeAll(async () => {
  database = await testDatabase();
  owner = new pg.Client(database.owner);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

// better-auth and graphile-worker make their own tables and never meet a scope; the list of migrations is of the house.
const EXEMPT = ['sign_in', 'graphile_worker'];
const OURS = `n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'public', '${EXEMPT.join("', '")}') and c.relname <> 'migrations'`;

interface TableRow {
  readonly name: string;
  readonly protected: boolean;
  readonly comment: string | null;
  readonly organisation: boolean;
  readonly policies: number;
  readonly indexes: string[] | null;
}

test('every table is guarded, said in words, and kept by organisation', async () => {
  const { rows } = await owner.query<TableRow>(`
    select n.nspname || '.' || c.relname as name, c.relrowsecurity and c.relforcerowsecurity as protected, obj_description(c.oid) as comment,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation_id' and a.attnotnull) as organisation,
      (select count(*)::int from pg_policy p where p.polrelid = c.oid and p.polroles <> array[(select oid from pg_roles where rolname = 'kith_owner')]::oid[]) as policies,
      (select array_agg(i.indexrelid::regclass::text) from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0] where i.indrelid = c.oid and a.attname <> 'organisation_id') as indexes
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and ${OURS} order by 1`);
  expect(rows.length).toBeGreaterThan(45);
  expect(rows.filter((row) => !row.protected).map((row) => row.name)).toEqual([]);
  expect(rows.filter((row) => !row.comment).map((row) => row.name)).toEqual([]);
  expect(rows.filter((row) => !row.organisation).map((row) => row.name)).toEqual([]);
  expect(rows.filter((row) => row.policies === 0).map((row) => row.name)).toEqual([]);
  // An id of an account leads to its organisation, the slug of a host to its own, and the audit is sealed in the order it was written.
  const allowed = [
    'people.accounts_id_key',
    'people.organisations_slug_key',
    'platform.audit_events_seq_idx',
    'people.persons_name_alike',
  ];
  expect(rows.flatMap((row) => row.indexes ?? []).filter((name) => !allowed.includes(name))).toEqual([]);
});

test('the application owns nothing, bypasses nothing and reaches no sign-in', async () => {
  const { rows: roles } = await owner.query<{ rolname: string; above: boolean }>(
    `select rolname, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as above from pg_roles where rolname in ('kith_app', 'kith_sign_in')`,
  );
  expect(roles).toEqual(
    expect.arrayContaining([
      { rolname: 'kith_app', above: false },
      { rolname: 'kith_sign_in', above: false },
    ]),
  );
  const { rows: reached } = await owner.query(
    `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'sign_in' and c.relkind = 'r' and has_table_privilege('kith_app', c.oid, 'select, insert, update, delete')`,
  );
  expect(reached).toEqual([]);
  const { rows: owned } = await owner.query(
    `select c.oid::regclass::text from pg_class c where c.relowner = (select oid from pg_roles where rolname = 'kith_app')`,
  );
  expect(owned).toEqual([]);
});

test('a definer function names its search path and is not open to everyone', async () => {
  const { rows } = await owner.query<{ name: string; open: boolean; path: boolean }>(`
    select p.oid::regprocedure::text as name, has_function_privilege('public', p.oid, 'execute') as open, coalesce(array_to_string(p.proconfig, ' ') like '%search_path=%', false) as path
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and n.nspname not in ('pg_catalog', 'graphile_worker')`);
  expect(rows.length).toBeGreaterThan(3);
  expect(rows.filter((row) => row.open || !row.path).map((row) => row.name)).toEqual([]);
});

test('each room declares who stands where for exactly the tables of its schema', async () => {
  const { rows } = await owner.query<{ name: string; schema: string }>(
    `select n.nspname || '.' || c.relname as name, n.nspname as schema from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and ${OURS}`,
  );
  for (const room of rooms) {
    const tables = rows.filter((row) => row.schema === room.name).map((row) => row.name);
    expect(Object.keys(room.access).sort(), room.name).toEqual(tables.sort());
  }
});

test('every fact a room leaves is announced by it, and every fact followed is announced by an earlier room', () => {
  const known = new Set([
    'messages.send',
    ...rooms.flatMap((room) => [...(room.announces ?? []), ...Object.keys(room.jobs ?? {})]),
  ]);
  const left = code.flatMap((file) => {
    const room = roomOf(file);
    return room
      ? [...readFileSync(join(root, file), 'utf8').matchAll(/enqueue\(\s*'([a-z_.]+)'/g)].map(
          (match) => match[1] ?? '',
        )
      : [];
  });
  expect(left.length).toBeGreaterThan(5);
  expect([...new Set(left)].filter((fact) => !known.has(fact))).toEqual([]);
  for (const room of rooms)
    for (const fact of Object.keys(room.hears ?? {})) {
      const maker = rooms.find((each) => each.announces?.includes(fact));
      expect(
        maker && placeInCorridor(maker.name) < placeInCorridor(room.name),
        `${room.name} follows ${fact}`,
      ).toBe(true);
    }
});
