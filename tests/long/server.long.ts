import { afterAll, beforeAll, expect, test } from 'vitest';
import { newSecret } from '#kernel/ids.ts';
import { Line, type Shot } from '../../bench/load.ts';
import { attribute, openRegister, sessionCookie } from '../../bench/pages.ts';
import { openRunning, type Running, SECRET } from './running.ts';

let here: Running;
let cookie: string;
beforeAll(async () => {
  here = await openRunning();
  cookie = sessionCookie(SECRET, here.town.token);
}, 240_000);
afterAll(() => here.end());

const csrfOf = (cookies: readonly string[]) =>
  cookies.find((each) => each.startsWith('csrf='))?.split(';')[0] ?? '';

const marksWritten = async () =>
  new Set(
    (
      await here.rows<{ session_id: string; person_id: string; mark: string }>(
        'select session_id, person_id, mark from delivery.attendances where session_id = any ($1::uuid[])',
        [here.town.sessionIds],
      )
    ).map((row) => `${row.session_id} ${row.person_id} ${row.mark}`),
  );

/** What a shot at a register marks: the one row whose radio differs from what the page said. */
const marking = (shot: Shot): string => {
  const form = new URLSearchParams(shot.body);
  for (const [name, mark] of form) {
    const personId = /^mark-(.+)$/.exec(name)?.[1];
    if (personId && mark !== '' && mark !== form.get(`drawn-${personId}`)?.split('.')[1])
      return `${shot.path.split('/')[2]} ${personId} ${mark}`;
  }
  throw new Error('This shot marks nobody.');
};

test('a server killed during fifty register writes has lost none that it acknowledged', async () => {
  const WRITES = 50;
  const line = new Line(here.kith.origin, 10);
  const registers = await Promise.all(
    here.town.sessionIds.slice(0, 10).map((sessionId) => openRegister(line, cookie, sessionId)),
  );
  const before = await marksWritten();
  const acknowledged: string[] = [];
  const lost: string[] = [];
  let asked = 0;
  let killing: Promise<void> | undefined;
  await Promise.all(
    registers.map(async (register) => {
      while (asked < WRITES) {
        asked += 1;
        const { shot, done } = register();
        const mark = marking(shot);
        try {
          const { status } = await line.ask(shot);
          expect(status).toBe(303);
          acknowledged.push(mark);
          done?.();
        } catch (error) {
          if ((error as { name?: string }).name === 'AssertionError') throw error;
          lost.push(mark);
          return;
        }
        if (acknowledged.length >= 20) killing ??= here.kith.kill();
      }
    }),
  );
  await killing;
  line.end();
  expect(acknowledged.length).toBeGreaterThanOrEqual(20);
  expect(lost.length).toBeGreaterThan(0);

  await here.again();
  const written = await marksWritten();
  for (const mark of acknowledged) expect(written, 'an acknowledged mark').toContain(mark);
  // Those that were not answered are there whole or not at all, and nothing else is.
  const others = [...written].filter((mark) => !before.has(mark) && !acknowledged.includes(mark));
  for (const mark of others) expect(lost).toContain(mark);

  const next = new Line(here.kith.origin, 1);
  const again = await openRegister(next, cookie, here.town.sessionIds[0] ?? '');
  expect((await next.ask(again().shot)).status).toBe(303);
  next.end();
});

test('two hundred requests at once for the last place give one', async () => {
  const PEOPLE = 200;
  const [group] = await here.rows<{ id: string; taken: number }>(
    `select g.id, count(p.id)::int as taken from delivery.groups g
     left join delivery.places p on p.group_id = g.id and p.declined_at is null and p.lapsed_at is null and p.ended_at is null
     where g.centre_id = $1 and g.kind = 'antenatal_group' and g.starts_on = current_date - 14 group by g.id order by 1 limit 1`,
    [here.town.centreId],
  );
  if (!group) throw new Error('no group');
  await here.rows('update delivery.groups set places = $2 where id = $1', [group.id, group.taken + 1]);
  const families = await here.rows<{ person_id: string }>(
    `select f.person_id from families.parents f join families.pregnancies g on g.id = f.pregnancy_id
     where f.centre_id = $1 and g.due_on > current_date + 60 and not (f.pregnancy_id = any ((select coalesce(array_agg(pregnancy_id), '{}') from families.losses)::uuid[]))
       and not exists (select from delivery.places p where p.person_id = f.person_id and p.group_id = $2) order by 1 limit $3`,
    [here.town.centreId, group.id, PEOPLE],
  );
  expect(families).toHaveLength(PEOPLE);

  // Eight practitioners of the centre, each with a session of their own.
  const colleagues = await here.rows<{ account_id: string; name: string }>(
    `select r.account_id, p.given_name as name from people.roles r join people.accounts a on a.id = r.account_id join people.persons p on p.id = a.person_id
     where r.role = 'practitioner' and r.centre_id = $1 order by 1 limit 8`,
    [here.town.centreId],
  );
  const line = new Line(here.kith.origin, PEOPLE);
  const desks = await Promise.all(
    colleagues.map(async ({ account_id, name }, at) => {
      const token = newSecret();
      await here.rows(
        `insert into sign_in."user" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt") values ($1, $2, $3, true, now(), now()) on conflict do nothing`,
        [account_id, name, `colleague${at}@example.org`],
      );
      await here.rows(
        `insert into sign_in."session" ("expiresAt", "token", "userId", "createdAt", "updatedAt", way, second_factor_at, last_seen_at)
         values (now() + interval '1 day', $1, $2, now(), now(), 'password', now(), now())`,
        [token, account_id],
      );
      const mine = sessionCookie(SECRET, token);
      const page = await line.ask({
        method: 'GET',
        path: `/groups/${group.id}`,
        headers: { cookie: mine },
        status: 200,
      });
      expect(page.status).toBe(200);
      return { cookie: `${mine}; ${csrfOf(page.cookies)}`, csrf: attribute(page.body, '_csrf') };
    }),
  );
  const answers = await Promise.all(
    families.map(({ person_id }, at) => {
      const desk = desks[at % desks.length];
      return line.ask({
        method: 'POST',
        path: `/groups/${group.id}/offer`,
        headers: { cookie: desk?.cookie ?? '' },
        body: new URLSearchParams({
          _csrf: desk?.csrf ?? '',
          _key: crypto.randomUUID(),
          personId: person_id,
        }).toString(),
        status: 303,
      });
    }),
  );
  line.end();
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
  const refused = answers.filter(({ status }) => status !== 303);
  expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([422]));
  expect(refused.every(({ body }) => body.includes('Every place is taken or offered'))).toBe(true);
  const [after] = await here.rows<{ taken: number }>(
    'select count(*)::int as taken from delivery.places where group_id = $1 and declined_at is null and lapsed_at is null and ended_at is null',
    [group.id],
  );
  expect(after?.taken).toBe(group.taken + 1);
});

test('when too many come at once some are asked to come back, and the server lives on', async () => {
  const VISITORS = 1500;
  const line = new Line(here.kith.origin, VISITORS);
  const ask = (at: number) =>
    line.ask({
      method: 'GET',
      path: '/families?stage=pregnant',
      headers: { cookie, 'x-forwarded-for': `10.1.${at >> 8}.${at & 255}` },
      status: 200,
    });
  const answers = await Promise.all(Array.from({ length: VISITORS }, (_, at) => ask(at)));
  const count = (status: number) => answers.filter((each) => each.status === status).length;
  expect(count(200) + count(503)).toBe(VISITORS);
  expect(count(200)).toBeGreaterThan(0);
  expect(count(503)).toBeGreaterThan(0);
  for (const { body, retryAfter } of answers.filter(({ status }) => status === 503)) {
    expect(Number(retryAfter)).toBeGreaterThan(0);
    expect(body).toContain('Wait half a minute');
  }
  expect((await ask(1)).status).toBe(200);
  line.end();
});
