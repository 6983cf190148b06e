import type { Catalog, ColumnFact, TableFact } from './catalog.ts';

/** The schema as one SQL text to read: rooms in order of name, each with its functions, then its tables. */
export function schemaSql(catalog: Catalog): string {
  const parts = [
    '-- The whole database as the migrations leave it. Written by `npm run generate`: read it, do not edit it.',
  ];
  for (const { name, comment } of catalog.schemas) {
    parts.push(`-- ${'-'.repeat(20)} ${name} ${'-'.repeat(Math.max(0, 76 - name.length))}`);
    parts.push(`create schema ${name};${comment === null ? '' : `\n${commentOn('schema', name, comment)}`}`);
    for (const type of catalog.types.filter(({ schema }) => schema === name)) parts.push(type.sql);
    const said = catalog.statements.filter(({ schema }) => schema === name);
    parts.push(...said.filter(({ about }) => about === null).map(({ sql }) => sql));
    const tables = catalog.tables.filter(({ schema }) => schema === name);
    for (const table of tables) parts.push(tableSql(catalog, table));
    const others = said.filter(
      ({ about }) => about !== null && !tables.some((table) => table.name === about),
    );
    parts.push(...others.map(({ sql }) => sql));
  }
  return `${parts.join('\n\n')}\n`;
}

function tableSql(catalog: Catalog, table: TableFact): string {
  const full = `${table.schema}.${table.name}`;
  const columns = columnsOf(catalog, table);
  const lines = [...columns.map(columnSql)];
  for (const constraint of catalog.constraints)
    if (constraint.schema === table.schema && constraint.table === table.name)
      lines.push(`constraint ${constraint.name} ${constraint.sql}`);
  const parts = [
    table.definition === null
      ? `create table ${full} (\n  ${lines.join(',\n  ')}\n)${table.partitioned === null ? '' : ` partition by ${table.partitioned}`};`
      : `create view ${full} as\n${table.definition}`,
  ];
  if (table.comment !== null) parts.push(commentOn(table.kind, full, table.comment));
  for (const { name, comment } of columns)
    if (comment !== null) parts.push(commentOn('column', `${full}.${name}`, comment));
  for (const { schema, about, sql } of catalog.statements)
    if (schema === table.schema && about === table.name) parts.push(sql);
  return parts.join('\n');
}

function columnSql(column: ColumnFact): string {
  const parts = [column.name, column.type];
  if (column.generated !== null) parts.push(`generated always as (${column.generated}) stored`);
  if (column.identity !== null) parts.push(`generated ${column.identity} as identity`);
  else if (column.default !== null) parts.push(`default ${column.default}`);
  if (column.required) parts.push('not null');
  return parts.join(' ');
}

function columnsOf(catalog: Catalog, table: TableFact): ColumnFact[] {
  return catalog.columns.filter((column) => column.schema === table.schema && column.table === table.name);
}

function commentOn(kind: string, name: string, comment: string): string {
  return `comment on ${kind} ${name} is '${comment.replaceAll("'", "''")}';`;
}

const SCALARS: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  citext: 'string',
  varchar: 'string',
  bpchar: 'string',
  name: 'string',
  date: 'string',
  timestamptz: 'string',
  time: 'string',
  numeric: 'string',
  interval: 'string',
  inet: 'string',
  tsvector: 'string',
  daterange: 'string',
  tstzrange: 'string',
  int4range: 'string',
  tstzmultirange: 'string',
  datemultirange: 'string',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float4: 'number',
  float8: 'number',
  bool: 'boolean',
  bytea: 'Buffer',
};

/**
 * The TypeScript types that Kysely reads, keys as `'people.persons'`. A text column whose check lists its words
 * gets the union of those words. JSON goes in as text: the driver would take an array for an SQL array.
 * @throws Error for a column type that this file does not know yet.
 */
export function schemaTypes(catalog: Catalog): string {
  const tables = catalog.tables.map((table) => ({ ...table, type: pascal(`${table.schema}_${table.name}`) }));
  const parts = [
    '// Written by `npm run generate` from the migrations: read it, do not edit it.',
    "import type { ColumnType, Generated, GeneratedAlways } from 'kysely';",
    '/** Whatever was put in; write it as JSON text. */\nexport type Json = ColumnType<unknown, string, string>;\nexport type OptionalJson = ColumnType<unknown, string | null | undefined, string | null>;',
  ];
  for (const table of tables) {
    const lines = columnsOf(catalog, table).flatMap((column) => {
      const comment = column.comment === null ? [] : [`  /** ${forComment(column.comment)} */`];
      return [...comment, `  ${keyOf(column.name)}: ${columnType(catalog, table, column)};`];
    });
    const comment = table.comment === null ? '' : `/** ${forComment(table.comment)} */\n`;
    parts.push(`${comment}export interface ${table.type} {\n${lines.join('\n')}\n}`);
  }
  const keys = tables.map(({ schema, name, type }) => `  '${schema}.${name}': ${type};`);
  parts.push(`export interface Database {\n${keys.join('\n')}\n}`);
  return `${parts.join('\n\n')}\n`;
}

function columnType(catalog: Catalog, table: TableFact, column: ColumnFact): string {
  const optional = !column.required || column.default !== null;
  if (column.base === 'json' || column.base === 'jsonb') return optional ? 'OptionalJson' : 'Json';
  let type = column.labels
    ? union(column.labels)
    : (listedWords(catalog, table, column) ?? SCALARS[column.base] ?? '');
  if (type === '') {
    throw new Error(
      `${table.schema}.${table.name}.${column.name} has the type ${column.type}, which schema-text.ts does not know. Add it to SCALARS.`,
    );
  }
  if (column.array) type = type.includes('|') ? `(${type})[]` : `${type}[]`;
  if (!column.required && table.kind === 'table') type = `${type} | null`;
  // A view does not say which of its columns may be empty.
  if (table.kind === 'view') type = `${type} | null`;
  if (column.generated !== null || column.identity === 'always') return `GeneratedAlways<${type}>`;
  if (column.default !== null || column.identity !== null) return `Generated<${type}>`;
  return type;
}

/** The words of `check (state in ('waiting', 'sent'))` or of `check (topics <@ array['…'])`, as a union. */
function listedWords(catalog: Catalog, table: TableFact, column: ColumnFact): string | null {
  const checks = catalog.constraints
    .filter(({ schema, table: of, kind }) => schema === table.schema && of === table.name && kind === 'c')
    .map(({ sql }) => sql);
  const own = new RegExp(
    `^CHECK \\(${column.name} ${column.array ? '<@' : '= ANY'} \\(?ARRAY\\[(.*)\\]\\)?\\)$`,
  );
  const domain = /^CHECK \(VALUE = ANY \(ARRAY\[(.*)\]\)\)$/;
  const one = new RegExp(`^CHECK \\(${column.name} = ('(?:[^']|'')*'::text)\\)$`);
  for (const [check, pattern] of [
    ...checks.map((sql) => [sql, own] as const),
    ...checks.map((sql) => [sql, one] as const),
    ...column.domainChecks.map((sql) => [sql, domain] as const),
  ]) {
    const list = pattern.exec(check)?.[1];
    if (list === undefined) continue;
    const words = list.match(/'(?:[^']|'')*'::text/g);
    if (words && words.join(', ') === list)
      return union(words.map((word) => word.slice(1, -"'::text".length).replaceAll("''", "'")));
  }
  return null;
}

function union(words: readonly string[]): string {
  return words.map((word) => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`).join(' | ');
}

function pascal(name: string): string {
  return name.replace(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function keyOf(name: string): string {
  return /^[a-z_][a-z0-9_]*$/i.test(name) ? name : `'${name}'`;
}

function forComment(text: string): string {
  return text.replaceAll('*/', '* /').replaceAll('\n', ' ');
}
