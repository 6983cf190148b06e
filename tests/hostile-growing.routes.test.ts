import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashOfSecret, newId, newSecret } from '#kernel/ids.ts';
import { readConfig } from '#platform/config.ts';
import type { AccountActor, Role } from '#platform/db/actor.ts';
import type { Route } from '#platform/http/page.ts';
import { type App, openApp } from '../src/app.ts';
import { room as supervision } from '../src/rooms/supervision/room.ts';
import { room as training } from '../src/rooms/training/room.ts';
import type { TestDatabase } from './support/database.ts';
import { bodyWith, fixedFields, hostileBodies, MARK, NUL, QUERIES } from './support/hostile.ts';
import { ELSEWHERE, MONDAY, settle } from './support/stand.ts';
import { TOLD_SECRET, toldDatabase } from './support/told.ts';

/**
 * Training and supervision, with what no keyboard sends: every page and form over rows of the story, as everybody who
 * might stand before it. Whatever is sent, the answer is a page; and nobody from elsewhere gets one.
 */

let database: TestDatabase;
let owner: pg.Client;
let app: App;
let organisationId: string;
let secret: string;
let people: ReadonlyMap<string, AccountActor | null>;
let csrf: { readonly token: string; readonly cookie: string };
const faults: string[] = [];

const routes: readonly Route[] = [...(training.routes ?? []), ...(supervision.routes ?? [])];

type Ids = Readonly<Record<string, string>>;

/** Rows that an address can stand for: the first that fits its beginning. */
const ROWS: readonly (readonly [RegExp, string])[] = [
  [
    /^\/cohorts\/:cohortId\/places\/:placeId/,
    `select cohort_id as "cohortId", id as "placeId" from training.cohort_places`,
  ],
  [
    /^\/cohorts\/:cohortId\/(meetings|catch-up)\//,
    `select m.cohort_id as "cohortId", m.id as "meetingId", p.unit_code as "unitCode", t.applicant_id as "applicantId"
     from training.cohort_meetings m join training.cohort_parts p on p.meeting_id = m.id and p.unit_code is not null
     join training.cohort_places t on t.cohort_id = m.cohort_id`,
  ],
  [/^\/cohorts\/:cohortId/, `select id as "cohortId" from training.cohorts`],
  [/\/catch-ups\/:catchUpId/, `select id as "catchUpId" from training.catch_ups`],
  [/\/training\/meetings\/:meetingId/, `select id as "meetingId" from training.cohort_meetings`],
  [
    /^\/syllabus\/:syllabusId/,
    `select s.id as "syllabusId", u ->> 'code' as "unitCode", 'evenings' as layout
     from training.syllabi s cross join lateral jsonb_array_elements(s.content -> 'units') u`,
  ],
  [
    /^\/learners\/:applicantId/,
    `select c.applicant_id as "applicantId", c.competency_code as code from training.competency_sign_offs c
     union all select applicant_id, 'listening' from training.cohort_places`,
  ],
  [/:awardId/, `select id as "awardId" from training.awards`],
  [/^\/credentials\/keys\/:keyId/, `select id as "keyId" from training.signing_keys`],
  [/^\/credentials\/:reference/, 'select reference from training.awards'],
  [/^\/learning-events\/:eventId/, `select id as "eventId" from training.learning_events`],
  [
    /^\/pathways\/interests\/:interestId/,
    `select i.id as "interestId", o.id as "outcomeId" from training.interests i
     left join training.interest_outcomes o on o.interest_id = i.id`,
  ],
  [/^\/pathways\/:code/, 'select code from training.pathways'],
  [/\/learning\/own\/:entryId/, `select id as "entryId" from training.own_learning`],
  [/\/load\/:entryId/, `select id as "entryId" from supervision.load_entries`],
  [/:practiceId/, `select id as "practiceId" from training.practice`],
  [
    /^\/supervision\/meetings\/:meetingId/,
    `select p.meeting_id as "meetingId", p.account_id as "accountId" from supervision.meeting_people p
     join supervision.meetings m on m.id = p.meeting_id order by m.kind, m.starts_at`,
  ],
  [/:actionId/, `select id as "actionId" from supervision.actions`],
  [/:debriefId/, `select id as "debriefId" from supervision.debriefs`],
  [/:leaveId/, `select id as "leaveId" from supervision.leave`],
  [
    /^\/supervision\/staying-well\/:accountId/,
    `select account_id as "accountId" from supervision.stay_well_shares`,
  ],
  [/^\/supervision\/:arrangementId/, `select id as "arrangementId" from supervision.arrangements`],
];

const asked = async <T extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) =>
  (await owner.query<T>(text, [...values])).rows;

/** The first row, one from the middle and the last; nothing but a guess where the address asks for none of ours. */
const idsFor = async (pattern: string): Promise<readonly Ids[]> => {
  const query = ROWS.find(([begins]) => begins.test(pattern))?.[1];
  const rows = query === undefined ? [] : await asked<Record<string, string>>(query);
  return [...new Set([rows[0], rows[Math.floor(rows.length / 2)], rows.at(-1)])].map((row) => row ?? {});
};

const fill = (pattern: string, ids: Ids) =>
  pattern.replace(/:([A-Za-z]+)/g, (_, name: string) =>
    encodeURIComponent((name === 'secret' ? secret : ids[name]) ?? randomUUID()),
  );

const ask = async (who: string, method: 'GET' | 'POST', url: string, payload?: string) => {
  const answer = await app.server.inject({
    method,
    url,
    headers: {
      cookie: csrf.cookie,
      'x-test-as': who,
      ...(payload !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(payload !== undefined && { payload }),
  });
  if (answer.statusCode >= 500)
    faults.push(`${method} ${url.split('?')[0]} answered ${answer.statusCode} to ${who}`);
  if (String(answer.headers['content-type']).includes('html') && answer.body.includes(MARK))
    faults.push(`${method} ${url.split('?')[0]} says what was sent as it was sent, to ${who}`);
  return answer;
};

/** Somebody of the story, found by a query of accounts; with their own roles, or with these everywhere. */
const somebody = async (query: string, everywhere?: readonly Role[]): Promise<AccountActor> => {
  const [account] = await asked<{ id: string; person_id: string }>(
    `select a.id, a.person_id from people.accounts a where a.closed_at is null and a.id in (${query}) order by a.id limit 1`,
  );
  if (!account) throw new Error(`nobody is there: ${query}`);
  const held = await asked<{ role: Role; centre: string }>(
    `select r.role, coalesce(r.centre_id, c.id) as centre from people.roles r join people.centres c on r.centre_id is null or r.centre_id = c.id
     where r.account_id = $1 and r.ended_at is null`,
    [account.id],
  );
  const centres = await asked<{ id: string }>('select id from people.centres');
  return {
    kind: 'account',
    organisationId,
    accountId: account.id,
    personId: account.person_id,
    side: 'team',
    name: 'Somebody',
    roles:
      everywhere?.flatMap((role) => centres.map(({ id }) => ({ role, centreId: id }))) ??
      held.map(({ role, centre }) => ({ role, centreId: centre })),
  };
};

const holding = (role: Role) =>
  `select account_id from people.roles where role = '${role}' and ended_at is null`;
const ALL: readonly Role[] = [
  'practitioner',
  'volunteer_manager',
  'programme_coordinator',
  'administrator',
  'service_lead',
  'specialist',
  'peer_supporter',
];

beforeAll(async () => {
  database = await toldDatabase();
  owner = new pg.Client(database.owner);
  await owner.connect();
  app = await openApp({
    config: readConfig({ PUBLIC_URL: 'http://kith.test' }),
    connections: database,
    secret: TOLD_SECRET,
    clock: () => MONDAY,
    log: false,
    limits: { pages: 1_000_000 },
    visitorOf: async (request: FastifyRequest) => {
      const actor = people.get(String(request.headers['x-test-as'])) ?? null;
      const id = actor?.organisationId ?? organisationId;
      return {
        organisation: { id, slug: 'test', name: 'Testing Together', zone: 'Europe/London', demo: true },
        actor: actor ?? { kind: 'anyone', organisationId: id },
      };
    },
  });
  app.server.addHook('onError', async (request, _, error) => {
    if (error.name !== 'NotFound' && (error.statusCode ?? 500) >= 500)
      faults.push(
        `${request.method} ${request.routeOptions.url}: ${error.code} ${error.message.slice(0, 120)} ${/\((\S*\/src\/\S+)\)/.exec(error.stack ?? '')?.[1]?.split('/src/')[1] ?? ''}`,
      );
  });
  organisationId =
    (await asked<{ id: string }>('select organisation_id as id from people.organisations limit 1'))[0]?.id ??
    '';
  await asked(`select set_config('app.organisation', $1, false)`, [organisationId]);
  const manager = await somebody(holding('volunteer_manager'), [
    'volunteer_manager',
    'programme_coordinator',
  ]);
  const volunteer = await somebody('select account_id from supervision.stay_well_plans');
  const elsewhere = newId();
  const other = await settle(app.gateway, () => MONDAY, ELSEWHERE);
  people = new Map<string, AccountActor | null>([
    ['nobody', null],
    ['manager', manager],
    ['supervisor', await somebody('select supervisor_id from supervision.meetings')],
    ['trainer', await somebody('select account_id from training.cohort_trainers')],
    ['lead', await somebody(holding('service_lead'))],
    ['office', await somebody(holding('administrator'))],
    ['volunteer', volunteer],
    [
      'trainee',
      await somebody(
        'select x.id from people.accounts x join recruiting.applicants y on y.person_id = x.person_id join training.cohort_places z on z.applicant_id = y.id',
      ),
    ],
    // The same stands elsewhere: to them nothing of this is there.
    [
      'manager elsewhere',
      {
        ...manager,
        accountId: newId(),
        personId: newId(),
        roles: manager.roles.slice(0, 1).map(({ role }) => ({ role, centreId: elsewhere })),
      },
    ],
    [
      'stranger',
      {
        ...manager,
        organisationId: other.organisationId,
        accountId: newId(),
        personId: newId(),
        roles: ALL.map((role) => ({ role, centreId: other.centreId })),
      },
    ],
  ]);
  secret = newSecret();
  const [application] = await asked<{ id: string; applicant_id: string; centre_id: string }>(
    `select a.id, a.applicant_id, a.centre_id from recruiting.applications a
     join training.cohort_places p on p.applicant_id = a.applicant_id order by a.id limit 1`,
  );
  await asked(
    'insert into recruiting.links (organisation_id, secret_hash, application_id, centre_id, applicant_id, made_at) values ($1, $2, $3, $4, $5, $6)',
    [
      organisationId,
      hashOfSecret(secret),
      application?.id,
      application?.centre_id,
      application?.applicant_id,
      MONDAY.toString(),
    ],
  );
  const door = await app.server.inject({ method: 'GET', url: '/join/lost' });
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

/** What is for everybody, or known in the whole organisation. */
const FOR_ALL =
  /^\/(credentials|certificate|learning-record|join|syllabus|pathways\/:code|e-learning|awards\/keys)/;

test('every page and form of training and supervision takes what no keyboard sends, and nobody from elsewhere gets one', async () => {
  let answered = 0;
  const shown = new Set<string>();
  for (const { kind, spec } of routes) {
    const { pattern } = spec.path;
    for (const [at, ids] of (await idsFor(pattern)).entries()) {
      const here = fill(pattern, ids);
      for (const who of people.keys()) {
        const seen = await ask(who, 'GET', here);
        const outside = who === 'stranger' || who === 'manager elsewhere';
        if (seen.statusCode === 200 && pattern.includes(':')) {
          shown.add(pattern);
          if (
            outside &&
            !(FOR_ALL.test(pattern) && who !== 'stranger') &&
            !/^\/(credentials|certificate|join)/.test(pattern)
          )
            faults.push(`${pattern} is shown to a ${who}`);
        }
        if (seen.statusCode === 200 && at === 0)
          for (const query of QUERIES) await ask(who, 'GET', `${here}?${query}`);
        if (kind === 'download' || !('submit' in spec) || !spec.submit) continue;
        if (outside && !pattern.includes(':')) continue;
        if (kind === 'page' && seen.statusCode !== 200) {
          const refused = await ask(who, 'POST', here, bodyWith(csrf.token, [['name', NUL]]));
          if (outside && refused.statusCode === 303) faults.push(`${pattern} does something for a ${who}`);
          continue;
        }
        answered += 1;
        for (const body of hostileBodies(fixedFields(spec.form), seen.body, csrf.token))
          await ask(who, 'POST', here, body);
      }
    }
  }
  const found = [...new Set(faults.splice(0))];
  expect(found.slice(0, 40), `${found.length} faults`).toEqual([]);
  expect(answered).toBeGreaterThan(150);
  expect(shown.size, 'addresses with a row of ours that were shown to somebody').toBeGreaterThan(40);
}, 550_000);
