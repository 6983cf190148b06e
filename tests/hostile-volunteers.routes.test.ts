import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountActor } from '#platform/db/actor.ts';
import type { Route } from '#platform/http/page.ts';
import { room as delivery } from '../src/rooms/delivery/room.ts';
import { enquire, walkTo } from '../src/rooms/recruiting/application.fixture.ts';
import { ENHANCED, layDownChecks } from '../src/rooms/recruiting/check.fixture.ts';
import { requestCheck } from '../src/rooms/recruiting/checks/check.commands.ts';
import { VERBS } from '../src/rooms/recruiting/file/do.rules.ts';
import { loadQuestionSets } from '../src/rooms/recruiting/interviews/question-set.commands.ts';
import { room as recruiting } from '../src/rooms/recruiting/room.ts';
import { parts as modules, openCourse } from '../src/rooms/training/course/learner.fixture.ts';
import { room as training } from '../src/rooms/training/room.ts';
import { bodyWith, fixedFields, hostileBodies, NUL, QUERIES } from './support/hostile.ts';
import { openHouse, type TestHouse } from './support/house.ts';
import { makeReady } from './support/ready.ts';

/**
 * The way in for volunteers, with what no keyboard sends: each page stands on an applicant of its own who has come as
 * far as can be, so that a form is there to be answered. Whatever is sent, the answer is a page.
 */

const VOLUNTEERING = /^\/(volunteer|requirements|sessions\/:sessionId\/rota|groups\/:groupId\/leaders)/;

let house: TestHouse;
let people: ReadonlyMap<string, AccountActor | null>;
let still: Readonly<Record<string, string>>;
let csrf: { readonly token: string; readonly cookie: string };
const faults: string[] = [];

const routes: readonly Route[] = [
  ...(recruiting.routes ?? []),
  ...(training.routes ?? []),
  ...(delivery.routes ?? []).filter(({ spec }) => VOLUNTEERING.test(spec.path.pattern)),
];

const ask = async (who: string, method: 'GET' | 'POST', url: string, payload?: string) => {
  const actor = people.get(who);
  const answer = await house.app.server.inject({
    method,
    url,
    headers: {
      cookie: csrf.cookie,
      ...(actor && { 'x-test-as': actor.accountId }),
      ...(payload !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(payload !== undefined && { payload }),
  });
  if (answer.statusCode >= 500) faults.push(`${method} ${url.split('?')[0]} answered 500 to ${who}`);
  return answer;
};

beforeAll(async () => {
  house = await openHouse();
  await openCourse(house);
  await house.system(loadQuestionSets);
  await layDownChecks(house, ENHANCED);
  house.app.server.addHook('onError', async (request, _, error) => {
    if (error.name !== 'NotFound' && (error.statusCode ?? 500) >= 500)
      faults.push(
        `${request.method} ${request.routeOptions.url}: ${error.code} ${error.message.slice(0, 120)} ${/\((\S*\/src\/\S+)\)/.exec(error.stack ?? '')?.[1]?.split('/src/')[1] ?? ''}`,
      );
  });
  const manager = await house.member('Vi Manager', ['volunteer_manager', 'programme_coordinator']);
  const lead = await house.member('Lee Lane', ['service_lead']);
  const panel = await house.member('Pat Price', ['practitioner']);
  const grace = await house.member('Grace Cole', ['peer_supporter']);
  people = new Map<string, AccountActor | null>([
    ['nobody', null],
    ['manager', manager],
    ['lead', lead],
    ['panel', panel],
    ['volunteer', grace],
    ['office', await house.member('Olu Ade', ['administrator'])],
  ]);
  for (const actor of people.values()) house.browser(actor);
  const { applicantId } = await makeReady(house, grace.accountId);
  const door = await house.app.server.inject({ method: 'GET', url: '/join/lost' });
  csrf = {
    token: /name="_csrf"[^>]*value="([^"]*)"/.exec(door.body)?.[1] ?? '',
    cookie: door.cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
  };
  expect(csrf.token).not.toBe('');
  const family = await house.family('Amina Khan', '2027-03-04');
  still = {
    personId: grace.personId,
    accountId: grace.accountId,
    familyId: family.personId,
    volunteerId: applicantId,
    slug: 'hartley',
    code: 'peer_supporter',
    part: 'peer_supporter',
    module: modules[0]?.code ?? '',
    screen: '1',
    question: 'empathy',
    step: 'you',
    verb: 'note',
  };
}, 60_000);
afterAll(() => house.close());

const one = async (table: 'referees' | 'interviews', applicationId: string) =>
  (
    await house.system(({ tx }) =>
      tx
        .selectFrom(`recruiting.${table}`)
        .select('id')
        .where('application_id', '=', applicationId)
        .executeTakeFirst(),
    )
  )?.id ?? randomUUID();

/** An applicant with a referee asked, a check requested and an interview arranged; their ids, and both secrets. */
const onTheWay = async (): Promise<Readonly<Record<string, string>>> => {
  const manager = people.get('manager');
  const panel = people.get('panel');
  if (!manager || !panel) throw new Error('nobody is there');
  const { applicationId, applicantId, secret } = await enquire(house);
  await walkTo(house, applicationId, ['conversation', 'application']);
  const email = `june.${applicantId}@example.org`;
  for (const [name, context] of [
    ['June Park', 'work'],
    ['Ola Berg', 'study'],
  ] as const)
    await ask(
      'nobody',
      'POST',
      `/join/mine/${secret}/referees`,
      bodyOf([
        ['name', name],
        ['email', name === 'June Park' ? email : `ola.${applicantId}@example.org`],
        ['phone', ''],
        ['context', context],
        ['howKnown', 'We shared an office.'],
        ['knownYears', '5'],
        ['related', 'no'],
        ['worksHere', 'no'],
      ]),
    );
  const letter = await house.system(({ tx }) =>
    tx.selectFrom('platform.messages').select('details').where('address', '=', email).executeTakeFirst(),
  );
  const link = String((letter?.details as { link?: string } | undefined)?.link ?? '/none');
  const checkId = await house.as(manager, (scope) =>
    requestCheck(scope, { ...ENHANCED, applicantId, paidOrTrainee: false }),
  );
  await ask(
    'manager',
    'POST',
    `/applicants/${applicationId}/interview/arrange`,
    bodyOf([
      ['day-day', '3'],
      ['day-month', '12'],
      ['day-year', '2026'],
      ['time', '10.30am'],
      ['minutes', '45'],
      ['way', 'phone'],
      ['place', ''],
      ['first', manager.accountId],
      ['second', panel.accountId],
      ['adjustments', ''],
    ]),
  );
  return {
    ...still,
    applicationId,
    applicantId,
    secret,
    referee: link.split('/').at(-1) ?? '',
    refereeId: await one('referees', applicationId),
    interviewId: await one('interviews', applicationId),
    checkId,
  };
};

const fill = (pattern: string, parts: Readonly<Record<string, string>>) =>
  pattern.replace(/:([A-Za-z]+)/g, (_, name: string) =>
    encodeURIComponent(
      (name === 'secret' && pattern.startsWith('/reference/') ? parts.referee : parts[name]) ?? randomUUID(),
    ),
  );

const bodyOf = (fields: Iterable<readonly [string, string]>) => bodyWith(csrf.token, fields);

/** One pattern stands for many pages: each verb of an application, each step of the form. */
const VARIANTS: Readonly<Record<string, readonly string[]>> = {
  verb: [...VERBS, '__proto__', 'constructor'],
  step: ['you', 'about', 'when', 'answers', 'check', 'send', '__proto__', 'constructor'],
  code: [
    'peer_supporter',
    'creche_volunteer',
    'conversation',
    'references',
    'course',
    'clearance',
    '__proto__',
  ],
};
const variantsOf = (pattern: string): readonly Readonly<Record<string, string>>[] => {
  const name = Object.keys(VARIANTS).find(
    (each) => pattern.endsWith(`/:${each}`) || pattern.includes(`/:${each}/`),
  );
  return name ? (VARIANTS[name] ?? []).map((value) => ({ [name]: value })) : [{}];
};

test('every page and every form of the way in takes what no keyboard sends', async () => {
  let answered = 0;
  for (const { kind, spec } of routes) {
    const { pattern } = spec.path;
    for (const variant of variantsOf(pattern)) {
      const parts = { ...(await onTheWay()), ...variant };
      const here = fill(pattern, parts);
      for (const who of people.keys()) {
        const seen = await ask(who, 'GET', here);
        if (seen.statusCode === 200 && Object.keys(variant).length === 0)
          for (const query of QUERIES) await ask(who, 'GET', `${here}?${query}`);
        if (kind === 'download' || !('submit' in spec) || !spec.submit) continue;
        if (kind === 'page' && seen.statusCode !== 200) {
          await ask(who, 'POST', here, bodyOf([['name', NUL]]));
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
  expect(answered).toBeGreaterThan(60);
}, 500_000);
