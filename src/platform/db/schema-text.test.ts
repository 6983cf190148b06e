import { describe, expect, it } from 'vitest';
import type { Catalog, ColumnFact } from './catalog.ts';
import { schemaSql, schemaTypes } from './schema-text.ts';

const column = (name: string, more: Partial<ColumnFact> = {}): ColumnFact => ({
  schema: 'delivery',
  table: 'sessions',
  name,
  type: 'text',
  base: 'text',
  array: false,
  labels: null,
  domainChecks: [],
  required: true,
  default: null,
  identity: null,
  generated: null,
  comment: null,
  ...more,
});

const catalog = (columns: ColumnFact[], checks: string[] = []): Catalog => ({
  schemas: [{ name: 'delivery', comment: "What a group's days hold" }],
  types: [],
  tables: [
    {
      schema: 'delivery',
      name: 'sessions',
      kind: 'table',
      comment: 'A day of a group',
      definition: null,
      partitioned: null,
    },
  ],
  columns,
  constraints: checks.map((sql, at) => ({
    schema: 'delivery',
    table: 'sessions',
    name: `check_${at}`,
    kind: 'c',
    sql,
  })),
  statements: [
    { schema: 'delivery', about: 'sessions', sql: 'grant select on delivery.sessions to kith_app;' },
  ],
});

const typeOf = (one: ColumnFact, ...checks: string[]) =>
  new RegExp(`^  ${one.name}: (.*);$`, 'm').exec(schemaTypes(catalog([one], checks)))?.[1];

describe('the types of a table', () => {
  it('say what the driver answers', () => {
    expect(typeOf(column('on_day', { base: 'date' }))).toBe('string');
    expect(typeOf(column('places', { base: 'int4' }))).toBe('number');
    expect(typeOf(column('pence', { base: 'int8', required: false }))).toBe('number | null');
    expect(typeOf(column('topics', { array: true }))).toBe('string[]');
    expect(typeOf(column('typed', { base: 'jsonb' }))).toBe('Json');
    expect(typeOf(column('typed', { base: 'jsonb', default: "'{}'" }))).toBe('OptionalJson');
  });

  it('leave out what the database fills in', () => {
    expect(typeOf(column('version', { base: 'int4', default: '1' }))).toBe('Generated<number>');
    expect(typeOf(column('seq', { base: 'int8', identity: 'always' }))).toBe('GeneratedAlways<number>');
    expect(typeOf(column('length', { base: 'int4', generated: 'a + b' }))).toBe('GeneratedAlways<number>');
  });

  it('know the words that a check lists, and only then', () => {
    const state = column('state');
    expect(typeOf(state, "CHECK (state = ANY (ARRAY['held'::text, 'can''t say'::text]))")).toBe(
      "'held' | 'can\\'t say'",
    );
    expect(typeOf(state, "CHECK (state = 'held'::text)")).toBe("'held'");
    expect(typeOf(column('topics', { array: true }), "CHECK (topics <@ ARRAY['a'::text, 'b'::text])")).toBe(
      "('a' | 'b')[]",
    );
    expect(typeOf(state, "CHECK (other = ANY (ARRAY['held'::text]))")).toBe('string');
    expect(typeOf(state, "CHECK (state = ANY (ARRAY['held'::text]) OR other IS NULL)")).toBe('string');
  });

  it('refuse a type nobody has thought about', () => {
    expect(() => schemaTypes(catalog([column('shape', { type: 'polygon', base: 'polygon' })]))).toThrow(
      /delivery\.sessions\.shape has the type polygon/,
    );
  });
});

describe('the schema as text', () => {
  it('holds tables with comments, checks and grants', () => {
    expect(schemaSql(catalog([column('state', { default: "'held'::text" })], ['CHECK (true)']))).toContain(
      `comment on schema delivery is 'What a group''s days hold';

create table delivery.sessions (
  state text default 'held'::text not null,
  constraint check_0 CHECK (true)
);
comment on table delivery.sessions is 'A day of a group';
grant select on delivery.sessions to kith_app;
`,
    );
  });
});
