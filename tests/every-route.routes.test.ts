import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { NotFound } from '#kernel/refusal.ts';
import { readConfig } from '#platform/config.ts';
import { type AccountActor, type Actor, ROLES, type Role } from '#platform/db/actor.ts';
import { type Ask, anyone, type Route } from '#platform/http/page.ts';
import { outboxRoutes } from '#platform/messages/outbox.routes.tsx';
import { type App, openApp } from '../src/app.ts';
import { rooms } from '../src/corridor.ts';
import { findingRoutes } from '../src/invariants/finding.routes.tsx';
import { BEHIND_A_SECRET, ROWS } from './support/addresses.ts';
import type { TestDatabase } from './support/database.ts';
import { ELSEWHERE, settle } from './support/stand.ts';
import { TOLD_SECRET, toldDatabase } from './support/told.ts';

/**
 * Every route, over rows of the story, as one person of each role, as a parent, as a visitor, and as somebody who holds
 * every role in another organisation. Who is answered is worked out from the routes' own policies and held against what
 * the server does; and for pages that are about no row it is written down, so that a change of it is read by somebody.
 */

const NOW = Temporal.Instant.from('2026-11-23T10:00:00Z');
/** Of each kind of address, so many rows, spread over all there are. */
const SPREAD = 3;

type Ids = Readonly<Record<string, string>>;

let database: TestDatabase;
let owner: pg.Client;
let app: App;
let organisationId: string;
let people: ReadonlyMap<string, AccountActor | null>;
let rows: ReadonlyMap<string, readonly Ids[]>;
let csrf: { readonly token: string; readonly cookie: string };

const routes: readonly Route[] = [
  ...outboxRoutes,
  ...findingRoutes,
  ...rooms.flatMap((room) => room.routes ?? []),
].filter(({ spec }) => !BEHIND_A_SECRET.test(spec.path.pattern));

const asked = async <T extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) =>
  (await owner.query<T>(text, [...values])).rows;

const idsFor = async (pattern: string): Promise<readonly Ids[]> => {
  if (!pattern.includes(':')) return [{}];
  const query = ROWS.find(([begins]) => begins.test(pattern))?.[1];
  if (query === undefined) throw new Error(`no row is known for ${pattern}`);
  const rows = await asked<Record<string, string>>(query);
  const step = Math.max(1, Math.floor(rows.length / SPREAD));
  return rows.filter((_, at) => at % step === 0).slice(0, SPREAD);
};

const fill = (pattern: string, ids: Ids) =>
  pattern.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(ids[name] ?? randomUUID()));

/** What both locks say when they are asked beside the server: what is loaded in somebody's name, and what the policy then says. */
const allowed = async (route: Route, actor: Actor, ids: Ids, at: string): Promise<boolean> => {
  const { spec } = route;
  const ask: Ask<string> = {
    params: ids,
    query: {},
    at,
    origin: 'http://kith.test',
    organisation: organisationOf(actor.organisationId),
    version: 0,
    typed: {},
    remembered: () => null,
  };
  const as: Actor = spec.errand
    ? { kind: 'system', organisationId: actor.organisationId, why: spec.errand }
    : actor;
  try {
    return await app.gateway(as, NOW, async (scope) => {
      const facts = await spec.load(scope, ask);
      return facts !== null && spec.can(actor, facts);
    });
  } catch (error) {
    const code = String((error as { code?: unknown }).code);
    if (error instanceof NotFound || ['42501', '22P02'].includes(code)) return false;
    throw error;
  }
};

const organisationOf = (id: string) => ({
  id,
  slug: 'test',
  name: 'Testing Together',
  zone: 'Europe/London',
  demo: true,
});

const ask = (who: string, method: 'GET' | 'POST', url: string) =>
  app.server.inject({
    method,
    url,
    headers: {
      cookie: csrf.cookie,
      'x-test-as': who,
      ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(method === 'POST' && {
      payload: new URLSearchParams({ _csrf: csrf.token, _key: randomUUID() }).toString(),
    }),
  });

/** One account of the story that holds a role and nothing else, with what it really holds. */
const oneOf = async (role: Role): Promise<AccountActor> => {
  const [account] = await asked<{ id: string; person_id: string; held: { role: Role; centreId: string }[] }>(
    `select a.id, a.person_id, json_agg(json_build_object('role', r.role, 'centreId', c.id) order by c.opened_on) as held
     from people.accounts a join people.roles r on r.account_id = a.id and r.ended_at is null
     join people.centres c on r.centre_id is null or r.centre_id = c.id
     where a.closed_at is null group by a.id, a.person_id having bool_and(r.role = $1) order by min(a.made_at), a.id limit 1`,
    [role],
  );
  if (!account) throw new Error(`nobody of the story is only ${role}`);
  return {
    kind: 'account',
    organisationId,
    accountId: account.id,
    personId: account.person_id,
    side: 'team',
    name: role,
    roles: account.held,
  };
};

beforeAll(async () => {
  database = await toldDatabase();
  owner = new pg.Client(database.owner);
  await owner.connect();
  app = await openApp({
    config: readConfig({ PUBLIC_URL: 'http://kith.test' }),
    connections: database,
    secret: TOLD_SECRET,
    clock: () => NOW,
    log: false,
    limits: { pages: 1_000_000 },
    visitorOf: async (request: FastifyRequest) => {
      const actor = people.get(String(request.headers['x-test-as'])) ?? null;
      const id = actor?.organisationId ?? organisationId;
      return { organisation: organisationOf(id), actor: actor ?? { kind: 'anyone', organisationId: id } };
    },
  });
  [{ id: organisationId = '' } = {}] = await asked<{ id: string }>(
    'select organisation_id as id from people.organisations limit 1',
  );
  await asked(`select set_config('app.organisation', $1, false)`, [organisationId]);
  // Before another organisation is there: every row is of ours.
  const found = new Map<string, readonly Ids[]>();
  for (const { spec } of routes) found.set(spec.path.pattern, await idsFor(spec.path.pattern));
  rows = found;
  const other = await settle(app.gateway, () => NOW, { ...ELSEWHERE, programme: true });
  const cast = new Map<string, AccountActor | null>([['a visitor', null]]);
  for (const role of ROLES) cast.set(role, await oneOf(role));
  const [parent] = await asked<{ id: string; person_id: string }>(
    `select a.id, a.person_id from people.accounts a join people.persons p on p.id = a.person_id and p.side = 'family'
     where a.closed_at is null and a.demo order by p.given_name limit 1`,
  );
  cast.set('a parent', {
    kind: 'account',
    organisationId,
    accountId: parent?.id ?? '',
    personId: parent?.person_id ?? '',
    side: 'family',
    name: 'A parent',
    roles: [],
  });
  cast.set('all roles elsewhere', {
    kind: 'account',
    organisationId: other.organisationId,
    accountId: newId(),
    personId: newId(),
    side: 'team',
    name: 'Everything elsewhere',
    roles: ROLES.map((role) => ({ role, centreId: other.centreId })),
  });
  people = cast;
  const door = await app.server.inject({ method: 'GET', url: '/refer' });
  csrf = {
    token: /name="_csrf"[^>]*value="([^"]*)"/.exec(door.body)?.[1] ?? '',
    cookie: door.cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
  };
  expect(csrf.token).not.toBe('');
}, 180_000);
afterAll(async () => {
  await app?.close();
  await owner?.end();
  await database?.drop();
});

/** Shown, or led on by the page itself; not the door, and not "not found". */
const answered = (answer: { statusCode: number; headers: Readonly<Record<string, unknown>> }): boolean =>
  answer.statusCode === 200 ||
  (answer.statusCode === 303 && !String(answer.headers.location).startsWith('/sign-in'));

test('who is answered is who may be, on every route, for every role, for visitors and for another organisation', async () => {
  const wrong: string[] = [];
  const matrix = new Map<string, string[]>();
  let asks = 0;
  let opened = 0;
  for (const route of routes) {
    const { kind, spec } = route;
    const { pattern } = spec.path;
    const isPublic = spec.can === anyone;
    for (const ids of rows.get(pattern) ?? []) {
      const here = fill(pattern, ids);
      for (const [who, actor] of people) {
        asks += 1;
        const may = await allowed(route, actor ?? { kind: 'anyone', organisationId }, ids, here);
        const stranger = who === 'all roles elsewhere' && /Id\b/.test(pattern);
        if (may && !isPublic && kind !== 'action' && (actor === null || stranger))
          wrong.push(`${pattern} is open to ${who}`);
        if (may && pattern.includes(':')) opened += 1;
        if (kind === 'action') {
          // What may be pressed is pressed by the journeys; what may not is refused here, whatever the form says.
          // A button may look for its row only once it is pressed.
          if (may && !stranger) continue;
          const refused = await ask(who, 'POST', here);
          if (refused.statusCode !== 404 && answered(refused))
            wrong.push(`${pattern} answers ${refused.statusCode} to ${who}, who may not`);
          continue;
        }
        const got = await ask(who, 'GET', here);
        if (answered(got) !== may)
          wrong.push(`${pattern} answers ${got.statusCode} to ${who}, who may${may ? '' : ' not'}`);
        if (!may && route.kind === 'page' && route.spec.submit) {
          const refused = await ask(who, 'POST', here);
          if (answered(refused)) wrong.push(`${pattern} takes a form from ${who}, who may not`);
        }
        if (!pattern.includes(':'))
          matrix.set(pattern, [...(matrix.get(pattern) ?? []), ...(may ? [who] : [])]);
      }
    }
  }
  const found = [...new Set(wrong)];
  expect(found.slice(0, 40), `${found.length} of ${asks}`).toEqual([]);
  // Without rows that somebody may open the walk would prove nothing.
  expect(opened).toBeGreaterThan(700);
  const lines = [...matrix]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([pattern, who]) => `| ${pattern} | ${who.length === people.size ? 'everybody' : who.join(', ')} |`);
  await expect(
    [
      '# Who is answered where',
      '',
      'Pages that are about no row of anybody, and which of the cast of the story they answer: one person of each role, a parent, a visitor, and somebody who holds every role in another organisation and sees their own. Written by `tests/every-route.routes.test.ts`, which also walks every page that is about a row.',
      '',
      '| page | answers |',
      '|---|---|',
      ...lines,
      '',
    ].join('\n'),
  ).toMatchFileSnapshot('../docs/pages.md');
}, 600_000);
