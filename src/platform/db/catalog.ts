import type pg from 'pg';

/** What the database says about itself, in the order it is written down. */
export interface Catalog {
  readonly schemas: readonly { readonly name: string; readonly comment: string | null }[];
  readonly types: readonly TypeFact[];
  readonly tables: readonly TableFact[];
  readonly columns: readonly ColumnFact[];
  readonly constraints: readonly ConstraintFact[];
  /** Complete statements about a table or schema, by what they are about. */
  readonly statements: readonly {
    readonly schema: string;
    readonly about: string | null;
    readonly sql: string;
  }[];
}

interface TypeFact {
  readonly schema: string;
  readonly name: string;
  readonly sql: string;
}

export interface TableFact {
  readonly schema: string;
  readonly name: string;
  readonly kind: 'table' | 'view';
  readonly comment: string | null;
  /** The query of a view. */
  readonly definition: string | null;
  readonly partitioned: string | null;
}

export interface ColumnFact {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  /** As SQL writes it. */
  readonly type: string;
  /** The name of the type under every domain and array. */
  readonly base: string;
  readonly array: boolean;
  readonly labels: readonly string[] | null;
  /** The checks of the column's domain. */
  readonly domainChecks: readonly string[];
  readonly required: boolean;
  readonly default: string | null;
  readonly identity: 'always' | 'by default' | null;
  readonly generated: string | null;
  readonly comment: string | null;
}

interface ConstraintFact {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  readonly kind: string;
  readonly sql: string;
}

const OURS = `n.nspowner = 'kith_owner'::regrole and n.nspname <> 'graphile_worker'`;

/** Reads the catalog of our own schemas; whose they are tells them from the job library's and the extensions'. */
export async function readCatalog(client: pg.Client): Promise<Catalog> {
  // An empty path makes the server write every name in full.
  await client.query(`set search_path to ''`);
  const all = async <T extends pg.QueryResultRow>(text: string) => (await client.query<T>(text)).rows;
  return {
    schemas: await all(`
      select n.nspname as name, obj_description(n.oid, 'pg_namespace') as comment
      from pg_catalog.pg_namespace n where ${OURS} order by 1`),
    types: await all(TYPES),
    tables: await all(`
      select n.nspname as schema, c.relname as name,
             case when c.relkind in ('r', 'p') then 'table' else 'view' end as kind,
             obj_description(c.oid, 'pg_class') as comment,
             case when c.relkind in ('v', 'm') then pg_get_viewdef(c.oid, true) end as definition,
             case when c.relkind = 'p' then pg_get_partkeydef(c.oid) end as partitioned
      from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where ${OURS} and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition order by 1, 2`),
    columns: await all(COLUMNS),
    constraints: await all(`
      select n.nspname as schema, c.relname as table, k.conname as name, k.contype::text as kind,
             pg_get_constraintdef(k.oid, true) as sql
      from pg_catalog.pg_constraint k
      join pg_catalog.pg_class c on c.oid = k.conrelid
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      -- 18 keeps a constraint for each "not null" too; the columns say that already.
      where ${OURS} and k.contype in ('p', 'u', 'x', 'c', 'f') and k.coninhcount = 0
      order by 1, 2, position(k.contype::text in 'puxcf'), 3`),
    statements: await all(STATEMENTS),
  };
}

const TYPES = `
  select n.nspname as schema, t.typname as name,
    case t.typtype
      when 'e' then format('create type %I.%I as enum (%s);', n.nspname, t.typname,
        (select string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder)
           from pg_catalog.pg_enum e where e.enumtypid = t.oid))
      else format('create domain %I.%I as %s%s%s;', n.nspname, t.typname, format_type(t.typbasetype, t.typtypmod),
        case when t.typnotnull then ' not null' else '' end,
        (select string_agg(' ' || pg_get_constraintdef(k.oid, true), '' order by k.conname)
           from pg_catalog.pg_constraint k where k.contypid = t.oid and k.contype = 'c'))
    end as sql
  from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid = t.typnamespace
  where ${OURS} and t.typtype in ('e', 'd') order by 1, 2`;

const COLUMNS = `
  select n.nspname as schema, c.relname as table, a.attname as name,
         format_type(a.atttypid, a.atttypmod) as type,
         coalesce(base.typname, element.typname, declared.typname) as base,
         declared.typcategory = 'A' as array,
         (select array_agg(e.enumlabel::text order by e.enumsortorder) from pg_catalog.pg_enum e
           where e.enumtypid = coalesce(element.oid, declared.oid)) as labels,
         array(select pg_get_constraintdef(k.oid, true) from pg_catalog.pg_constraint k
           where k.contypid = coalesce(element.oid, declared.oid) and k.contype = 'c') as "domainChecks",
         a.attnotnull or declared.typnotnull as required,
         case when a.attgenerated = '' then pg_get_expr(d.adbin, d.adrelid) end as default,
         case a.attidentity when 'a' then 'always' when 'd' then 'by default' end as identity,
         case when a.attgenerated <> '' then pg_get_expr(d.adbin, d.adrelid) end as generated,
         col_description(c.oid, a.attnum) as comment
  from pg_catalog.pg_attribute a
  join pg_catalog.pg_class c on c.oid = a.attrelid
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  join pg_catalog.pg_type declared on declared.oid = a.atttypid
  left join pg_catalog.pg_type element on element.oid = declared.typelem and declared.typcategory = 'A'
  left join pg_catalog.pg_type base on base.oid = nullif(coalesce(nullif(element.typbasetype, 0), declared.typbasetype), 0)
  left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where ${OURS} and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition and a.attnum > 0 and not a.attisdropped
  order by 1, 2, a.attnum`;

/** Functions first within a schema (about null), then everything that hangs on a table. */
const STATEMENTS = `
  select schema, about, sql from (
    select n.nspname as schema, null::text as about, 1 as place, p.oid::regprocedure::text as name,
           pg_get_functiondef(p.oid) || ';' as sql
    from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
    where ${OURS} and p.prokind in ('f', 'p')
    union all
    select n.nspname, null, 1, p.oid::regprocedure::text || ' comment',
           format('comment on function %s is %L;', p.oid::regprocedure, obj_description(p.oid, 'pg_proc'))
    from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
    where ${OURS} and p.prokind = 'f' and obj_description(p.oid, 'pg_proc') is not null
    union all
    select n.nspname, null, 1, p.oid::regprocedure::text || ' grant ' || r.name,
           format('grant execute on function %s to %s;', p.oid::regprocedure, r.name)
    from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace,
         aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x,
         lateral (select case x.grantee when 0 then 'public' else x.grantee::regrole::text end as name) r
    where ${OURS} and x.grantee <> p.proowner
    union all
    select n.nspname, null, 2, r.name || x.privilege_type,
           format('grant %s on schema %I to %s;', lower(x.privilege_type), n.nspname, r.name)
    from pg_catalog.pg_namespace n, aclexplode(n.nspacl) x,
         lateral (select case x.grantee when 0 then 'public' else x.grantee::regrole::text end as name) r
    where ${OURS} and x.grantee <> n.nspowner
    union all
    select n.nspname, c.relname, 3, i.relname, pg_get_indexdef(i.oid) || ';'
    from pg_catalog.pg_index x join pg_catalog.pg_class i on i.oid = x.indexrelid
    join pg_catalog.pg_class c on c.oid = x.indrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where ${OURS} and not c.relispartition
      and not exists (select from pg_catalog.pg_constraint k where k.conindid = i.oid and k.contype in ('p', 'u', 'x'))
    union all
    select n.nspname, c.relname, 4, t.tgname, pg_get_triggerdef(t.oid, true) || ';'
    from pg_catalog.pg_trigger t join pg_catalog.pg_class c on c.oid = t.tgrelid
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where ${OURS} and not t.tgisinternal
    union all
    select n.nspname, c.relname, 5, '',
           format('alter table %I.%I enable row level security;', n.nspname, c.relname)
           || case when c.relforcerowsecurity
                then format(E'\\nalter table %I.%I force row level security;', n.nspname, c.relname) else '' end
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where ${OURS} and c.relrowsecurity
    union all
    select n.nspname, c.relname, 6, p.polname,
           format('create policy %I on %I.%I%s for %s to %s%s%s;', p.polname, n.nspname, c.relname,
             case when p.polpermissive then '' else ' as restrictive' end,
             case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update'
               when 'd' then 'delete' else 'all' end,
             (select string_agg(case g when 0 then 'public' else g::regrole::text end, ', ' order by g::regrole::text)
                from unnest(p.polroles) g),
             coalesce(E'\\n  using (' || pg_get_expr(p.polqual, p.polrelid) || ')', ''),
             coalesce(E'\\n  with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', ''))
    from pg_catalog.pg_policy p join pg_catalog.pg_class c on c.oid = p.polrelid
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where ${OURS}
    union all
    select n.nspname, c.relname, 7, r.name,
           format('grant %s on %I.%I to %s;', string_agg(lower(x.privilege_type), ', ' order by x.privilege_type),
             n.nspname, c.relname, r.name)
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace,
         aclexplode(c.relacl) x,
         lateral (select case x.grantee when 0 then 'public' else x.grantee::regrole::text end as name) r
    where ${OURS} and c.relkind in ('r', 'p', 'v', 'm', 'S') and x.grantee <> c.relowner
    group by 1, 2, 4
    union all
    select n.nspname, c.relname, 8, r.name,
           format('grant %s on %I.%I to %s;', string_agg(format('%s (%I)', lower(x.privilege_type), a.attname), ', '
             order by x.privilege_type, a.attnum), n.nspname, c.relname, r.name)
    from pg_catalog.pg_attribute a join pg_catalog.pg_class c on c.oid = a.attrelid
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace,
         aclexplode(a.attacl) x,
         lateral (select case x.grantee when 0 then 'public' else x.grantee::regrole::text end as name) r
    where ${OURS} and x.grantee <> c.relowner
    group by 1, 2, 4
  ) as said
  order by schema, about nulls first, place, name collate "C"`;
