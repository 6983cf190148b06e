import { sql } from 'kysely';
import { type AccountActor, type Actor, ROLES } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import type { Database } from '#platform/db/schema.generated.ts';
import type { Access, Stand as Standing } from '#platform/room.ts';
import type { Stand } from './stand.ts';

type Table = keyof Database & string;
type Row = Readonly<Record<string, unknown>>;

/** Per table: a row that is there, and how to make another one that could be added. */
export type Samples = Readonly<Record<string, { readonly row: Row; readonly another: () => Row }>>;

const STANDS: readonly Standing[] = [...ROLES, 'parent', 'anyone'];
type Verb = 'see' | 'add' | 'change';

const actorFor = (stand: Stand, as: Standing, parentId: string, centreId: string): Actor => {
  if (as === 'anyone') return { kind: 'anyone', organisationId: stand.organisationId };
  const base = {
    kind: 'account' as const,
    organisationId: stand.organisationId,
    accountId: crypto.randomUUID(),
    name: 'Somebody',
  };
  // The sign-in of the parent in question has the id of the parent, so that a sample can be made of it.
  if (as === 'parent') return { ...base, accountId: parentId, personId: parentId, side: 'family', roles: [] };
  return {
    ...base,
    personId: crypto.randomUUID(),
    side: 'team',
    roles: [{ role: as as AccountActor['roles'][number]['role'], centreId }],
  };
};

class Undo extends Error {}

/** Does something in a transaction that is always rolled back; false when the database refused it. */
const tried = async (
  stand: Stand,
  actor: Actor,
  work: (scope: Scope) => Promise<boolean>,
): Promise<boolean> => {
  let answer = false;
  try {
    await stand.as(actor, async (scope) => {
      answer = await work(scope);
      throw new Undo();
    });
  } catch (error) {
    if (error instanceof Undo) return answer;
    const { code = '', constraint } = error as { code?: string; constraint?: string };
    if (code === '42501') return false;
    // The policies let it in; a guard that looks at the words of the row came after them.
    if (constraint === undefined && (code === '23514' || code.startsWith('KR'))) return true;
    throw error;
  }
  return answer;
};

const whereRow = (row: Row) =>
  sql.join(
    Object.entries(row)
      .filter(([name]) => name === 'organisation_id' || name === 'id' || name.endsWith('_id'))
      .filter(([, value]) => value !== null)
      .map(([name, value]) => sql`${sql.ref(name)} = ${value}`),
    sql` and `,
  );

const can = (
  stand: Stand,
  actor: Actor,
  table: Table,
  verb: Verb,
  sample: Samples[string],
): Promise<boolean> =>
  tried(stand, actor, async ({ tx }) => {
    if (verb === 'see')
      return (
        (await sql`select 1 from ${sql.table(table)} where ${whereRow(sample.row)}`.execute(tx)).rows.length >
        0
      );
    if (verb === 'change') {
      // Where only some columns may be changed, one of them.
      const { rows } = await sql<{ column: string }>`
        select attname as column from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped
          and has_column_privilege(${table}::regclass, attnum, 'update') order by attname = 'organisation_id' desc, attnum limit 1`.execute(
        tx,
      );
      const [may] = rows;
      if (!may) return false;
      const column = sql.ref(may.column);
      return (
        ((
          await sql`update ${sql.table(table)} set ${column} = ${column} where ${whereRow(sample.row)}`.execute(
            tx,
          )
        ).numAffectedRows ?? 0n) > 0n
      );
    }
    const fresh = Object.entries(sample.another());
    await sql`insert into ${sql.table(table)} (${sql.join(fresh.map(([name]) => sql.ref(name)))}) values (${sql.join(fresh.map(([, value]) => value))})`.execute(
      tx,
    );
    return true;
  });

/**
 * What the database lets each stand do with a row of each table, in the shape a room declares it; and what anybody
 * could do with it from another centre, which should be nothing but what everybody may.
 */
export const askTheDatabase = async (
  stand: Stand,
  samples: Samples,
  parentId: string,
  centreId = stand.centreId,
): Promise<Access> => {
  const found: Record<string, { see: Standing[]; add: Standing[]; change: Standing[] }> = {};
  for (const [table, sample] of Object.entries(samples)) {
    const of: Record<Verb, Standing[]> = { see: [], add: [], change: [] };
    for (const as of STANDS)
      for (const verb of ['see', 'add', 'change'] as const)
        if (await can(stand, actorFor(stand, as, parentId, centreId), table as Table, verb, sample))
          of[verb].push(as);
    found[table] = of;
  }
  return found;
};

/** The declaration in the order of the answer; where anyone may, everyone may. */
export const spelledOut = (access: Access): Access =>
  Object.fromEntries(
    Object.entries(access).map(([table, { see, add, change }]) => {
      const all = (stands: readonly Standing[]) =>
        STANDS.filter((each) => stands.includes(each) || stands.includes('anyone'));
      return [table, { see: all(see), add: all(add), change: all(change) }];
    }),
  );
