import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '#platform/db/actor.ts';
import { recordLoss } from '#rooms/families/door.ts';

import { family } from '#rooms/families/paths.ts';
import type { Family } from '../../../../tests/support/stand.ts';
import { type HubStand, openHubStand, wordsOf } from '../stand.fixture.ts';

let stand: HubStand;
let amina: Family;
let sessionId: string;

beforeAll(async () => {
  stand = await openHubStand();
  const group = await stand.meeting('antenatal_group', 'Autumn group', [
    '2026-11-19T10:30:00Z',
    '2026-11-26T10:30:00Z',
  ]);
  sessionId = group.sessions[0] ?? '';
  amina = await stand.family('Amina Khan', '2027-02-22');
  await stand.place(amina, group);
  await stand.system(({ tx }) =>
    tx
      .insertInto('delivery.attendances')
      .values({
        organisation_id: stand.organisationId,
        session_id: sessionId,
        person_id: amina.personId,
        centre_id: stand.centres[0].id,
        mark: 'sent_word',
        marked_at: '2026-11-19T12:30:00Z',
      })
      .execute(),
  );
});
afterAll(() => stand.close());

const open = async (role: Role, personId: string, centreId?: string) =>
  stand.browser(await stand.member('Jo Price', [role], centreId)).get(family({ personId }));

test.each<Role>(['practitioner', 'volunteer_manager', 'programme_coordinator', 'administrator'])(
  'a %s of the centre opens the file with places and sessions in it',
  async (role) => {
    const answer = await open(role, amina.personId);
    expect(answer.statusCode).toBe(200);
    const words = wordsOf(answer.body);
    expect(words).toContain('Amina Khan');
    expect(words).toContain('Has a place Autumn group');
    expect(words).toContain('Thursday 19 November');
    expect(words).toContain('Sent word');
  },
);

test.each<Role>(['peer_supporter', 'service_lead', 'specialist'])('a %s does not find it', async (role) => {
  expect((await open(role, amina.personId)).statusCode).toBe(404);
});

test('nobody of another centre finds it, nor a parent, nor somebody not signed in', async () => {
  expect((await open('practitioner', amina.personId, stand.centres[1].id)).statusCode).toBe(404);
  const { personId } = await stand.family('Beth Cole', null);
  const parent = await stand.parent(personId);
  expect((await stand.browser(parent).get(family({ personId: amina.personId }))).statusCode).toBe(404);
  expect((await stand.browser(null).get(family({ personId: amina.personId }))).statusCode).toBe(303);
});

test('each look is written down, in ids only', async () => {
  const member = await stand.member('Priya Shah', ['practitioner']);
  await stand.browser(member).get(family({ personId: amina.personId }));
  const looks = await stand.system(({ tx }) =>
    tx
      .selectFrom('platform.audit_events')
      .select(['verb', 'subject_id'])
      .where('account_id', '=', member.accountId)
      .execute(),
  );
  expect(looks).toEqual([{ verb: 'hub.family_file_seen', subject_id: amina.personId }]);
});

test('why a place ended after a loss is read by those who care for the family and not by the office', async () => {
  const esme = await stand.family('Esme Gray', '2027-02-22');
  await stand.place(esme, await stand.meeting('antenatal_group', 'Winter group', ['2026-11-25T10:30:00Z']));
  await stand.system((scope) =>
    recordLoss(scope, {
      pregnancyId: esme.pregnancyId,
      toldBy: esme.personId,
      kind: 'not_said',
      which: { all: true },
      happenedOn: null,
    }),
  );
  await stand.drain();
  expect(wordsOf((await open('practitioner', esme.personId)).body)).toContain('after a loss');
  const office = wordsOf((await open('administrator', esme.personId)).body);
  expect(office).toContain('Ended on 23 November');
  expect(office).not.toMatch(/loss/i);
});
