import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountActor } from '#platform/db/actor.ts';
import { outboxRoutes } from '#platform/messages/outbox.routes.tsx';
import { receiveReferral } from '#rooms/referrals/door.ts';
import { raiseConcern } from '#rooms/safeguarding/door.ts';
import { rooms } from '../src/corridor.ts';
import { type HubStand, openHubStand } from '../src/rooms/hub/stand.fixture.ts';

// What strangers, old browsers and worn keyboards send. Whatever it is, the answer is a page: never a fault of ours.

const NUL = 'a\u0000b';
const ODD = 'آمنة \u202Eabc 👩‍👩‍👧 ‮ \uFFFD ＇ %00 <b>';
const LONG = 'long '.repeat(4000);
const HOSTILE_PARTS = [
  'not-an-id',
  '%00',
  encodeURIComponent(ODD),
  '..%2F..%2Fetc',
  'x'.repeat(290),
  '%E0%A4',
];
const HOSTILE_QUERIES = [
  'page=99999999999999999999&page=-1&page=1.5',
  'a=1&a=2&search=%00&find=%00&words=%00&name=%00&from=%00&centre=%00&state=%00&show=%00&to=%00&next=%00&q=%00',
  'page=1e300&search=%25_%5C&find=%25_%5C&words=%25_%5C%27%22%26%7C!:*&centre=zzz&add=zzz&from=//elsewhere.example',
  `page=0&page=abc&search=${'y'.repeat(3000)}&find=${'y'.repeat(3000)}&words=${'y'.repeat(3000)}`,
  'on=0000-00-00&from=-271821-04-19&until=275760-09-13&month=13&week=99999999&day=32&__proto__=1&constructor=2',
];

let stand: HubStand;
let people: ReadonlyMap<string, AccountActor | null>;
let parts: Readonly<Record<string, string>>;
let csrf: { readonly token: string; readonly cookie: string };
const faults: string[] = [];

/** The first line of ours in the trace: enough to find it, short enough to read. */
const where = (error: Error) =>
  `${error.message.slice(0, 90)} ${/\((\S*\/src\/\S+)\)/.exec(error.stack ?? '')?.[1]?.split('/src/')[1] ?? ''}`;

const routes = [...outboxRoutes, ...rooms.flatMap((room) => room.routes ?? [])];
const fill = (pattern: string, given: (name: string) => string) =>
  pattern.replace(/:([A-Za-z]+)/g, (_, name: string) => given(name));

beforeAll(async () => {
  stand = await openHubStand();
  stand.app.server.addHook('onError', async (request, _, error) => {
    if (error.name !== 'NotFound' && (error.statusCode ?? 500) >= 500)
      faults.push(`${request.method} ${request.routeOptions.url}: ${error.code} ${where(error)}`);
  });
  const [{ id: centreId }] = stand.centres;
  const group = await stand.meeting('antenatal_group', 'Autumn group', [
    '2026-11-19T10:30:00Z',
    '2026-11-26T10:30:00Z',
  ]);
  const dropIn = await stand.meeting('drop_in', 'Hartley drop-in', ['2026-12-03T10:30:00Z']);
  const family = await stand.family('Amina Khan', '2027-02-22');
  const placeId = await stand.place(family, group);
  await stand.place(family, dropIn);
  const manager = await stand.member('Ruth Bell', ['volunteer_manager']);
  const practitioner = await stand.member('Joanne Price', ['practitioner']);
  people = new Map<string, AccountActor | null>([
    ['nobody', null],
    ['parent', await stand.parent(family.personId)],
    ['practitioner', practitioner],
    ['volunteer manager', manager],
    ['administrator', await stand.member('Olu Ade', ['administrator'])],
    ['service lead', await stand.member('Leila Shah', ['service_lead'])],
    ['peer supporter', await stand.member('Grace Adeyemi', ['peer_supporter'])],
    ['coordinator', await stand.member('Cath Low', ['programme_coordinator'])],
  ]);
  // A browser of each signs them in; what is sent below no browser would send.
  for (const actor of people.values()) stand.browser(actor);
  const received = await stand.system((scope) =>
    receiveReferral(scope, {
      centreId,
      route: 'staff',
      cameBy: 'call',
      parent: { personId: family.personId },
      relation: 'pregnant',
      family: { pregnancyId: family.pregnancyId },
      needs: { why: '', needs: [], risks: '', supportNow: '', hopes: '' },
      referrer: null,
      parentKnows: true,
      tellReferrer: false,
      heardOfUs: '',
      outsideKey: null,
    }),
  );
  const { concernId } = await stand.as(practitioner, (scope) =>
    raiseConcern(scope, { centreId, happened: 'A worry.', dangerNow: false }),
  );
  const rows = await stand.system(async ({ tx }) => ({
    venue: await tx.selectFrom('programme.venues').select('id').executeTakeFirstOrThrow(),
    activity: await tx.selectFrom('programme.activities').select('code').executeTakeFirstOrThrow(),
    template: await tx.selectFrom('programme.templates').select('id').executeTakeFirstOrThrow(),
    message: await tx.selectFrom('platform.messages').select('id').executeTakeFirst(),
  }));
  parts = {
    personId: family.personId,
    groupId: group.groupId,
    sessionId: group.sessions[1] ?? '',
    placeId,
    referralId: received.referralId,
    concernId,
    centreId,
    accountId: manager.accountId,
    venueId: rows.venue.id,
    templateId: rows.template.id,
    messageId: rows.message?.id ?? randomUUID(),
    code: rows.activity.code,
    slug: 'hartley',
    outcome: 'welcome',
    position: '1',
    nation: 'england-and-wales',
    day: '2026-12-25',
    secret: received.trackSecret ?? '',
    step: 'you',
  };
  const door = await stand.app.server.inject({ method: 'GET', url: '/refer' });
  csrf = {
    token: /name="_csrf"[^>]*value="([^"]*)"/.exec(door.body)?.[1] ?? '',
    cookie: door.cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
  };
  expect(csrf.token).not.toBe('');
  for (const who of people.keys())
    expect((await ask(who, 'GET', who === 'parent' ? '/me' : '/today')).statusCode, who).toBe(
      who === 'nobody' ? 303 : 200,
    );
});
afterAll(() => stand.close());

type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | 'PATCH' | 'OPTIONS';

const ask = async (
  who: string,
  method: Method,
  url: string,
  payload?: string | Buffer,
  type = 'application/x-www-form-urlencoded',
) => {
  const actor = people.get(who);
  const answer = await stand.app.server.inject({
    method,
    url,
    headers: {
      cookie: csrf.cookie,
      ...(actor && { 'x-test-as': actor.accountId }),
      ...(payload !== undefined && { 'content-type': type }),
    },
    ...(payload !== undefined && { payload }),
  });
  if (answer.statusCode >= 500)
    faults.push(`${method} ${url.split('?')[0]?.slice(0, 100)} answered ${answer.statusCode} to ${who}`);
  return answer;
};

const noFaults = () => {
  const found = [...new Set(faults.splice(0))];
  expect(found.slice(0, 40), `${found.length} faults`).toEqual([]);
};

const real = (name: string) => parts[name] ?? randomUUID();

test('every page of every role answers, whatever stands in its address or its query', async () => {
  for (const { spec } of routes) {
    const { pattern } = spec.path;
    const here = fill(pattern, real);
    for (const who of people.keys()) await ask(who, 'GET', here);
    for (const who of ['nobody', 'practitioner', 'administrator', 'parent'])
      for (const query of HOSTILE_QUERIES) await ask(who, 'GET', `${here}?${query}`);
    if (!pattern.includes(':')) continue;
    for (const who of ['nobody', 'practitioner', 'service lead', 'parent'])
      for (const part of HOSTILE_PARTS) {
        const answer = await ask(
          who,
          'GET',
          fill(pattern, () => part),
        );
        expect([200, 303, 400, 404, 414], `${who} ${pattern} ${part.slice(0, 20)}`).toContain(
          answer.statusCode,
        );
      }
    await ask(
      'practitioner',
      'GET',
      fill(pattern, () => randomUUID()),
    );
  }
  noFaults();
}, 240_000);

/** The names and the offered values of every field on a page. */
const fieldsOn = (html: string): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const [tag] of html.matchAll(/<(?:input|textarea|select|button)\b[^>]*>/g)) {
    const name = /\bname="([^"]+)"/.exec(tag)?.[1];
    const value = /\bvalue="([^"]*)"/.exec(tag)?.[1];
    if (name && !name.startsWith('_') && !found.get(name)) found.set(name, value ?? '');
  }
  for (const [, name = '', inside = ''] of html.matchAll(
    /<select\b[^>]*\bname="([^"]+)"[^>]*>(.*?)<\/select>/gs,
  ))
    found.set(name, [...inside.matchAll(/value="([^"]+)"/g)].at(-1)?.[1] ?? '');
  return found;
};

const bodyOf = (fields: Iterable<readonly [string, string]>, more: Record<string, string> = {}) => {
  const body = new URLSearchParams({ _csrf: csrf.token, _key: randomUUID(), ...more });
  for (const [name, value] of fields) body.append(name, value);
  return body.toString();
};

test('every form of every role takes what no keyboard sends', async () => {
  for (const { kind, spec } of routes) {
    if (kind === 'download' || !('submit' in spec) || !spec.submit) continue;
    const here = fill(spec.path.pattern, real);
    for (const who of ['nobody', 'parent', 'practitioner', 'administrator', 'service lead']) {
      const seen = await ask(who, 'GET', here);
      if (who !== 'practitioner' && kind === 'page' && seen.statusCode !== 200) {
        await ask(who, 'POST', here, bodyOf([]));
        continue;
      }
      const fixed = typeof spec.form === 'object' ? spec.form.fields : [];
      const fields = new Map([
        ...fixed.flatMap((name) => [
          [name, ''] as const,
          ...['day', 'month', 'year'].map((box) => [`${name}-${box}`, ''] as const),
        ]),
        ...fieldsOn(seen.body),
      ]);
      const names = [...fields.keys()];
      const dated = (name: string, value: string, year: string) =>
        name.endsWith('-day') || name.endsWith('-month') ? '1' : name.endsWith('-year') ? year : value;
      const all = (value: string, year = '2026') =>
        names.map((name) => [name, dated(name, value, year)] as const);
      const offered = (value: string, year: string) =>
        names.map((name) => [name, fields.get(name) || dated(name, value, year)] as const);
      const bodies = [
        bodyOf([]),
        bodyOf(all(NUL)),
        bodyOf(all(ODD, '9999')),
        bodyOf(all(LONG, '0000')),
        bodyOf([...all('1'), ...all('2')]),
        bodyOf(all(randomUUID(), '9999')),
        bodyOf(all('99999999999999999999')),
        bodyOf(offered(NUL, '0001'), { _version: '99999999999999999999' }),
        bodyOf(offered('2', '9999'), { _version: '1.5' }),
        bodyOf(offered('10.30am', '2026'), { _version: '-1' }),
        bodyOf([
          ['__proto__', 'x'],
          ['constructor', 'y'],
          ['toString', 'z'],
        ]),
      ];
      for (const body of bodies) await ask(who, 'POST', here, body);
    }
  }
  noFaults();
}, 400_000);

test('other methods, other kinds of body, no body, too much of it, and no token', async () => {
  for (const { kind, spec } of routes) {
    const here = fill(spec.path.pattern, real);
    await ask('practitioner', 'HEAD', here);
    await ask('practitioner', 'GET', `${here}/`);
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS'] as const)
      await ask('practitioner', method, here);
    if (kind === 'download' || !('submit' in spec) || !spec.submit) continue;
    for (const who of ['nobody', 'practitioner']) {
      for (const body of ['', '_csrf=', `_csrf=${csrf.token}&_csrf=${csrf.token}`, '%', '&&&=', '\u0000']) {
        const answer = await ask(who, 'POST', here, body);
        expect([400, 403, 404, 415], `${who} ${here} ${body.slice(0, 10)}`).toContain(answer.statusCode);
      }
      await ask(who, 'POST', here);
      await ask(who, 'POST', here, `{"_csrf":"${csrf.token}","__proto__":1}`, 'application/json');
      await ask(who, 'POST', here, '{', 'application/json');
      await ask(who, 'POST', here, 'null', 'application/json');
      await ask(who, 'POST', here, '--x\r\n\r\n--x--', 'multipart/form-data; boundary=x');
      await ask(who, 'POST', here, Buffer.from([0xff, 0xfe, 0]), 'text/plain');
    }
  }
  expect((await ask('practitioner', 'POST', '/concerns/new', `x=${'a'.repeat(600_000)}`)).statusCode).toBe(
    413,
  );
  noFaults();
}, 240_000);

test('the doors of signing in', async () => {
  const doors = [
    '/sign-in',
    '/sign-in/link',
    '/sign-in/link/TOKEN',
    '/sign-in/welcome/TOKEN',
    '/sign-in/second-step',
  ];
  for (const door of [...doors, '/account', '/account/password', '/sign-in/passkey/options'])
    for (const token of ['%00', 'x'.repeat(250), encodeURIComponent(ODD)]) {
      const here = door.replace('TOKEN', token);
      for (const query of ['', ...HOSTILE_QUERIES, 'next=//elsewhere.example&next=/me'])
        await ask('nobody', 'GET', `${here}?${query}`);
      for (const value of [NUL, ODD, LONG, 'a@b.example\u0000', '__proto__'])
        await ask(
          'nobody',
          'POST',
          here,
          bodyOf(['email', 'password', 'code', 'next', 'with'].map((name) => [name, value])),
        );
    }
  noFaults();
}, 120_000);

test('a file whose name no database keeps', async () => {
  const part = (head: string, body: string) =>
    `--x\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
  const csv = 'given_name,phone,due_date\nAmy,07700900123,2027-03-01';
  const file = part(`name="file"; filename="${NUL}.csv"\r\nContent-Type: text/csv`, csv);
  const sent = `${part('name="_csrf"', csrf.token)}${file}--x--\r\n`;
  const answer = await ask(
    'administrator',
    'POST',
    '/referrals/import',
    sent,
    'multipart/form-data; boundary=x',
  );
  expect(answer.headers.location).toContain('/referrals/import/');
  noFaults();
});
