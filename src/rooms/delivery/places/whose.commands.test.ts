import { afterAll, beforeAll, expect, test } from 'vitest';
import { NotFound } from '#kernel/refusal.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import { openFamily } from '#rooms/families/door.ts';
import { introduce, openFile } from '#rooms/people/door.ts';
import { closeRegister } from '../register/register.commands.ts';
import { type GroupRoom, openRoom } from '../register/room.fixture.ts';
import { answerSession, callOffSession } from '../sessions/session.commands.ts';
import { sessionOf } from '../sessions/session.queries.ts';
import { offerPlace } from './place.commands.ts';

let room: GroupRoom;
let joanne: AccountActor;
beforeAll(async () => {
  room = await openRoom();
  joanne = await room.member('Joanne Price', ['practitioner']);
});
afterAll(() => room.close());

test('an answer to a drop-in is for those to whom it is open, though anybody may see it', async () => {
  const visitor = await room.parent((await room.stranger('Visitor Khan', '2027-03-04')).personId);
  room.now = Temporal.Instant.from('2026-11-26T08:00:00Z');
  await expect(
    room.as(visitor, (scope) =>
      answerSession(scope, {
        sessionId: room.dropInSessionId,
        personId: visitor.personId,
        coming: true,
        words: '',
      }),
    ),
  ).rejects.toThrow(NotFound);
});

test('a place is offered by those who arrange it where the family belongs, not by who only knows the name', async () => {
  const elsewhere = await room.system(async (scope) => {
    const centreId = room.otherCentreId;
    const personId = await openFile(scope, {
      side: 'family',
      centreId,
      givenName: 'Elsa',
      familyName: 'Where',
    });
    const dueOn = Temporal.PlainDate.from('2027-03-04');
    await openFamily(scope, { centreId, dueOn, personId, relation: 'pregnant' });
    await introduce(scope, personId);
    return personId;
  });
  const both: AccountActor = {
    ...joanne,
    roles: [...joanne.roles, { role: 'peer_supporter', centreId: room.otherCentreId }],
  };
  const offer = { groupId: room.groupId, personId: elsewhere, tell: false };
  await expect(room.as(both, (scope) => offerPlace(scope, offer))).rejects.toThrow(NotFound);
});

test('a session is closed or called off at the same moment, and never both', async () => {
  room.now = Temporal.Instant.from('2026-11-26T12:40:00Z');
  const sessionId = room.sessions[3] ?? '';
  for (let round = 0; round < 3; round += 1) {
    await Promise.allSettled([
      room.as(joanne, (scope) =>
        closeRegister(scope, { sessionId, marks: [], happened: true, whyNot: null, words: '' }),
      ),
      room.as(joanne, (scope) => callOffSession(scope, sessionId, 1, 'The heating is broken.')),
    ]);
    const session = await room.as(joanne, (scope) => sessionOf(scope, sessionId));
    expect([session?.closed !== null, session?.calledOffWhy !== null]).toContain(false);
  }
});
