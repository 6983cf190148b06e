import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountActor } from '#platform/db/actor.ts';
import * as paths from '#rooms/delivery/paths.ts';
import { endRole } from '../src/rooms/people/team/team.commands.ts';
import { enquire, openRecruiting } from '../src/rooms/recruiting/application.fixture.ts';
import type { TestHouse } from './support/house.ts';
import { putOnSessions } from './support/ready.ts';
import { openWays, type Ways } from './support/ways-in.ts';

/** What could be told, or go on, without anybody having meant it. */

let ways: Ways;
let house: TestHouse;
let manager: AccountActor;

beforeAll(async () => {
  ways = await openWays();
  ({ house, manager } = ways);
  await openRecruiting(house);
}, 60_000);
afterAll(() => ways.close());

test('why somebody may not be with families is counted nowhere by name', async () => {
  const sam = await ways.volunteer();
  const { sessions } = await ways.group('Winter group', ['2026-11-26']);
  const answer = await house
    .browser(manager)
    .post(paths.rota({ sessionId: sessions[0] ?? '' }), { accountId: sam.accountId, part: 'peer_supporter' });
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain('Sam Reed cannot be put on');
  const { rows } = await ways.owner.query<{ field: string; message: string }>(
    'select field, message from platform.form_errors where organisation_id = $1',
    [house.organisationId],
  );
  expect(rows).toEqual([{ field: 'accountId', message: 'refused' }]);
});

test('a link that went to an old address opens nothing once the address is another', async () => {
  const marta = await enquire(house, { givenName: 'Marta', email: 'wrong@example.org' });
  const page = `/join/mine/${marta.secret}`;
  expect((await house.browser(null).get(page)).statusCode).toBe(200);
  const change = (changed: Readonly<Record<string, string>>) =>
    house.browser(manager).post(`/applicants/${marta.applicationId}/do/contact`, {
      givenName: 'Marta',
      familyName: 'Nowak',
      knownAs: '',
      email: 'wrong@example.org',
      phone: '',
      accessNeeds: '',
      ...changed,
    });
  expect((await change({ knownAs: 'Mo' })).statusCode).toBe(303);
  expect((await house.browser(null).get(page)).statusCode).toBe(200);
  expect((await change({ email: 'marta@example.org' })).statusCode).toBe(303);
  expect((await house.browser(null).get(page)).statusCode).toBe(404);
  const letter = await house.system(({ tx }) =>
    tx
      .selectFrom('platform.messages')
      .select('details')
      .where('address', '=', 'marta@example.org')
      .executeTakeFirstOrThrow(),
  );
  const link = String((letter.details as Record<string, string>).link).replace('http://kith.test', '');
  expect((await house.browser(null).get(link)).statusCode).toBe(200);
});

test('whoever leaves is off the sessions ahead at once, not after the night', async () => {
  const sam = await ways.volunteer();
  const lead = await house.member('Lee Lane', ['service_lead']);
  const { sessions } = await ways.group('Spring group', ['2026-11-27']);
  await putOnSessions(house, sam.accountId, sessions);
  expect(await ways.standing(sessions)).toEqual([sam.accountId]);
  const { id } = await house.system(({ tx }) =>
    tx
      .selectFrom('people.roles')
      .select('id')
      .where('account_id', '=', sam.accountId)
      .executeTakeFirstOrThrow(),
  );
  await house.as(lead, (scope) => endRole(scope, id));
  await house.drain();
  expect(await ways.standing(sessions)).toEqual([]);
});
