import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccountActor } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { isSealed } from '#platform/db/vault.ts';
import { openFile } from '#rooms/people/door.ts';
import { openHouse, type TestHouse } from '../../../tests/support/house.ts';
import { concernsWaiting, loadClocks, raiseConcern, setDuty } from './door.ts';
import { setClock, setDuties } from './duty/duty.commands.ts';
import { escalationJobs } from './owner/escalate.jobs.ts';
import type { Raising } from './raise/raise.commands.ts';
import { acknowledge, openConcern } from './read/read.commands.ts';
import { concernGiven, concernsGiven, escalatedTo, openedBy, ownReceipts } from './read/read.queries.ts';
import { openText } from './sealed.ts';

let house: TestHouse;
let owner: AccountActor;
let deputy: AccountActor;
let lead: AccountActor;
let practitioner: AccountActor;
let peer: AccountActor;
let office: AccountActor;
const morning = Temporal.Instant.from('2026-11-23T10:00:00Z');

beforeAll(async () => {
  house = await openHouse(morning);
  owner = await house.member('Ruth Bell', ['volunteer_manager']);
  deputy = await house.member('Dan Okafor', ['programme_coordinator']);
  lead = await house.member('Leila Shah', ['service_lead']);
  practitioner = await house.member('Pat Moss', ['practitioner']);
  peer = await house.member('Amy Lee', ['peer_supporter']);
  office = await house.member('Ola Reed', ['administrator']);
  await house.system(async (scope) => {
    const centreId = house.centres[0].id;
    await setDuty(scope, { centreId, accountId: owner.accountId, duty: 'owner' });
    await setDuty(scope, { centreId, accountId: deputy.accountId, duty: 'deputy' });
    await setDuty(scope, { centreId, accountId: lead.accountId, duty: 'last' });
  });
});
afterAll(() => house.close());

const concern = (more: Partial<Raising> = {}): Raising => ({
  centreId: house.centres[0].id,
  happened: 'She said she was afraid to go home.',
  aboutWords: 'A mother at the drop-in',
  dangerNow: false,
  origin: 'http://kith.test',
  ...more,
});
const raise = (by: AccountActor, more: Partial<Raising> = {}) =>
  house.as(by, (scope) => raiseConcern(scope, concern(more)));
/** The row of a concern, with its texts opened; what lies in the database is sealed. */
const row = (id: string) =>
  house.system(async (scope) => {
    const found = await scope.tx
      .selectFrom('safeguarding.concerns')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    for (const kept of [found.happened, found.said, found.about_words, found.done_already])
      if (kept !== '') expect(isSealed(kept)).toBe(true);
    return {
      ...found,
      happened: openText(scope, found.happened),
      said: openText(scope, found.said),
      about_words: openText(scope, found.about_words),
      done_already: openText(scope, found.done_already),
    };
  });
const messagesAbout = (id: string) =>
  house.system(async ({ tx }) => {
    const rows = await tx
      .selectFrom('platform.messages')
      .selectAll()
      .where('once_key', 'like', `concern:${id}%`)
      .orderBy('made_at')
      .orderBy('id')
      .execute();
    return rows.filter((each) => each.channel === 'email');
  });
const given = (actor: AccountActor, id: string) => house.as(actor, (scope) => concernGiven(scope, id));
const escalate = (id: string, round = 0) =>
  house.system((scope) =>
    escalationJobs['safeguarding.escalate'](scope, { concernId: id, round, origin: 'http://kith.test' }),
  );
const later = async <T>(minutes: number, work: () => Promise<T>): Promise<T> => {
  const before = house.now;
  house.now = before.add({ minutes });
  try {
    return await work();
  } finally {
    house.now = before;
  }
};

describe('raising a concern', () => {
  it('gives it to the owner on duty, with a receipt for whoever raised it', async () => {
    const { concernId, reference, acknowledgeBy } = await raise(peer, {
      said: 'I am scared',
      doneAlready: 'I sat with her',
    });
    expect(acknowledgeBy).toEqual(morning.add({ minutes: 60 }));
    expect(await row(concernId)).toMatchObject({
      owner_id: owner.accountId,
      deputy_id: deputy.accountId,
      last_id: lead.accountId,
      raised_by: peer.accountId,
      happened: 'She said she was afraid to go home.',
      said: 'I am scared',
    });
    const [receipt] = await house.as(peer, ownReceipts);
    expect(receipt).toMatchObject({
      concernId,
      reference,
      landedWith: 'Ruth Bell, volunteer manager',
      acknowledgedAt: null,
      words: '',
    });
  });

  it('tells the owner at once, with nothing of the concern in the message', async () => {
    const { concernId } = await raise(peer);
    const messages = await messagesAbout(concernId);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({
      person_id: owner.personId,
      template: 'concern_waiting',
      about: 'safety',
      send_after: morning.toString(),
    });
    expect(messages[0]?.details).toEqual({ link: `http://kith.test/concerns/${concernId}`, read_by: '11am' });
  });

  it('writes down in ids who raised it', async () => {
    const { concernId } = await raise(practitioner);
    const events = await house.system(({ tx }) =>
      tx.selectFrom('platform.audit_events').selectAll().where('subject_id', '=', concernId).execute(),
    );
    expect(events.map(({ verb, account_id }) => [verb, account_id])).toEqual([
      ['safeguarding.concern_raised', practitioner.accountId],
    ]);
  });

  it('leaves nothing behind when it cannot be finished', async () => {
    const before = await house.system(({ tx }) =>
      tx.selectFrom('safeguarding.concerns').select('id').execute(),
    );
    await expect(
      house.as(peer, async (scope) => {
        await raiseConcern(scope, concern());
        throw new Error('the line broke');
      }),
    ).rejects.toThrow('the line broke');
    expect(
      await house.system(({ tx }) => tx.selectFrom('safeguarding.concerns').select('id').execute()),
    ).toHaveLength(before.length);
  });

  it('passes over the owner whom it names, who sees nothing of it and may not be told', async () => {
    const { concernId } = await raise(peer, { named: [owner.accountId] });
    expect(await row(concernId)).toMatchObject({
      owner_id: deputy.accountId,
      deputy_id: null,
      last_id: lead.accountId,
    });
    expect((await messagesAbout(concernId)).map((message) => message.person_id)).toEqual([deputy.personId]);
    expect(await given(owner, concernId)).toBeNull();
    expect(await given(deputy, concernId)).not.toBeNull();
  });

  it('names somebody of the team who was only found by their name', async () => {
    const { concernId } = await raise(peer, { aboutPersonId: owner.personId });
    expect(await row(concernId)).toMatchObject({ named: [owner.accountId], owner_id: deputy.accountId });
  });

  it('stays closed to whoever is named, whatever they become later', async () => {
    const { concernId } = await raise(peer, { named: [owner.accountId, deputy.accountId] });
    expect(await row(concernId)).toMatchObject({ owner_id: lead.accountId });
    const risen: AccountActor = {
      ...deputy,
      roles: [
        ...deputy.roles,
        { role: 'service_lead', centreId: house.centres[0].id },
        { role: 'volunteer_manager', centreId: house.centres[0].id },
      ],
    };
    for (const actor of [owner, deputy, risen]) {
      expect(await given(actor, concernId)).toBeNull();
      expect(await house.as(actor, (scope) => openedBy(scope, concernId))).toEqual([]);
      await expect(
        house.as(actor, (scope) => acknowledge(scope, { concernId, words: 'x', origin: null })),
      ).rejects.toThrow('no such concern');
      const seen = await house.as(actor, ({ tx }) =>
        tx.selectFrom('safeguarding.receipts').selectAll().where('concern_id', '=', concernId).execute(),
      );
      expect(seen).toEqual([]);
    }
  });

  it('does not stay with whoever raised it', async () => {
    const { concernId } = await raise(owner);
    expect(await row(concernId)).toMatchObject({ owner_id: deputy.accountId });
    expect(await given(owner, concernId)).toBeNull();
  });

  it('says at once when nobody is left to read it, and keeps nothing', async () => {
    const named = [owner, deputy, lead].map((actor) => actor.accountId);
    await expect(raise(peer, { named })).rejects.toMatchObject({
      name: 'Refusal',
      message: expect.stringContaining('call 999'),
    });
  });

  it('takes only the team of the centre as named, and only the team may raise it', async () => {
    await expect(raise(peer, { named: ['0190b1c2-0000-7000-8000-000000000000'] })).rejects.toMatchObject({
      name: 'Refusal',
      field: 'named',
    });
    await expect(raise(peer, { centreId: house.centres[1].id })).rejects.toMatchObject({ name: 'NotFound' });
    const personId = await house.system((scope) =>
      openFile(scope, {
        side: 'family',
        centreId: house.centres[0].id,
        givenName: 'Amina',
        familyName: 'Khan',
      }),
    );
    const parent = await house.parent(personId);
    await expect(raise(parent)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(house.system((scope) => raiseConcern(scope, concern()))).rejects.toMatchObject({
      name: 'NotFound',
    });
    // The peer supporter does not know this parent yet, so cannot point at the file, only say it in words.
    await expect(raise(peer, { aboutPersonId: personId })).rejects.toMatchObject({ name: 'NotFound' });
    const { concernId } = await raise(practitioner, { aboutPersonId: personId, aboutWords: '' });
    expect(await row(concernId)).toMatchObject({
      about_person_id: personId,
      about_words: 'Amina Khan',
      named: [],
    });
  });
});

describe('reading a concern', () => {
  it('is for the one it was given to, and nobody else', async () => {
    const { concernId } = await raise(peer);
    expect(await given(owner, concernId)).toMatchObject({ happened: 'She said she was afraid to go home.' });
    for (const actor of [deputy, lead, practitioner, peer, office])
      expect(await given(actor, concernId)).toBeNull();
  });

  it('writes down that it was opened, once a person', async () => {
    const { concernId } = await raise(peer);
    await house.as(owner, (scope) => openConcern(scope, concernId));
    await later(5, () => house.as(owner, (scope) => openConcern(scope, concernId)));
    expect(await house.as(owner, (scope) => openedBy(scope, concernId))).toEqual([
      { accountId: owner.accountId, openedAt: morning, acknowledgedAt: null, words: '' },
    ]);
    expect(await house.as(practitioner, (scope) => openConcern(scope, concernId))).toBeNull();
  });

  it('is taken on once, and the reporter reads the words', async () => {
    const { concernId } = await raise(peer);
    const take = (actor: AccountActor, words: string) =>
      house.as(actor, (scope) => acknowledge(scope, { concernId, words, origin: 'http://kith.test' }));
    await later(10, () => take(owner, 'Thank you. I am on it.'));
    const receipts = await house.as(peer, ownReceipts);
    expect(receipts.find((receipt) => receipt.concernId === concernId)).toMatchObject({
      acknowledgedAt: morning.add({ minutes: 10 }),
      words: 'Thank you. I am on it.',
    });
    await expect(take(owner, 'Something else')).rejects.toMatchObject({ name: 'Refusal' });
    await expect(take(lead, 'Mine')).rejects.toMatchObject({ name: 'NotFound' });
    const told = await house.system(({ tx }) =>
      tx
        .selectFrom('platform.messages')
        .selectAll()
        .where('once_key', '=', `concern_taken_on:${concernId}`)
        .execute(),
    );
    expect(told.map((message) => [message.person_id, message.about, message.details])).toEqual([
      [peer.personId, 'safety', { link: `http://kith.test/concerns/receipts/${concernId}` }],
    ]);
  });

  it('counts what waits, for each only their own', async () => {
    const [somebody] = await Promise.all([
      house.member('New Owner', ['volunteer_manager'], house.centres[1].id),
    ]);
    const there = house.centres[1].id;
    const reporter = await house.member('Far Peer', ['peer_supporter'], there);
    const first = await house.as(reporter, (scope) => raiseConcern(scope, concern({ centreId: there })));
    await later(5, () => house.as(reporter, (scope) => raiseConcern(scope, concern({ centreId: there }))));
    expect(await house.as(somebody, concernsWaiting)).toEqual({
      unopened: 2,
      unacknowledged: 2,
      oldest: morning,
    });
    await house.as(somebody, (scope) => openConcern(scope, first.concernId));
    expect(await house.as(somebody, concernsWaiting)).toEqual({
      unopened: 1,
      unacknowledged: 2,
      oldest: morning,
    });
    await house.as(somebody, (scope) =>
      acknowledge(scope, { concernId: first.concernId, words: 'Yes', origin: null }),
    );
    expect(await house.as(somebody, concernsWaiting)).toEqual({
      unopened: 1,
      unacknowledged: 1,
      oldest: morning.add({ minutes: 5 }),
    });
    const lines = await house.as(somebody, concernsGiven);
    expect(lines.map((line) => [line.openedByMe, line.acknowledgedAt === null])).toEqual([
      [false, true],
      [true, false],
    ]);
    expect(await house.as(reporter, concernsWaiting)).toEqual({
      unopened: 0,
      unacknowledged: 0,
      oldest: null,
    });
    expect(await house.system(concernsWaiting)).toMatchObject({ unacknowledged: 0 });
  });

  it('cannot be changed or removed by anybody, nor the words of an answer', async () => {
    const { concernId } = await raise(peer);
    await house.as(owner, (scope) => acknowledge(scope, { concernId, words: 'Thank you.', origin: null }));
    const refused = { code: '42501' };
    for (const actor of [
      owner,
      peer,
      { kind: 'system', organisationId: house.organisationId, why: 'test' } as const,
    ]) {
      const attempt = (work: (tx: Scope['tx']) => Promise<unknown>) => house.as(actor, ({ tx }) => work(tx));
      await expect(
        attempt((tx) => tx.updateTable('safeguarding.concerns').set({ happened: 'nothing' }).execute()),
      ).rejects.toMatchObject(refused);
      await expect(attempt((tx) => tx.deleteFrom('safeguarding.concerns').execute())).rejects.toMatchObject(
        refused,
      );
      await expect(
        attempt((tx) => tx.deleteFrom('safeguarding.acknowledgements').execute()),
      ).rejects.toMatchObject(refused);
      await expect(
        attempt((tx) => tx.updateTable('safeguarding.receipts').set({ landed_with: 'me' }).execute()),
      ).rejects.toMatchObject(refused);
      await attempt((tx) =>
        tx
          .updateTable('safeguarding.receipts')
          .set({ words: 'other' })
          .where('concern_id', '=', concernId)
          .execute(),
      );
      await attempt((tx) =>
        tx
          .updateTable('safeguarding.acknowledgements')
          .set({ words_to_reporter: 'other' })
          .where('concern_id', '=', concernId)
          .execute(),
      );
    }
    const kept = await house.system(({ tx }) =>
      tx
        .selectFrom('safeguarding.receipts')
        .select('words')
        .where('concern_id', '=', concernId)
        .executeTakeFirstOrThrow(),
    );
    expect(kept.words).toBe('Thank you.');
    expect((await house.system((scope) => openedBy(scope, concernId))).map((each) => each.words)).toEqual([
      'Thank you.',
    ]);
  });

  it('ends when its reader leaves the team of the centre', async () => {
    const { concernId } = await raise(peer);
    expect(
      await given(
        { ...owner, roles: [{ role: 'volunteer_manager', centreId: house.centres[1].id }] },
        concernId,
      ),
    ).toBeNull();
  });
});

describe('a concern that nobody takes on', () => {
  it('goes to the deputy, then to the last, and then everybody is told again', async () => {
    const { concernId } = await raise(peer);
    await house.as(owner, (scope) => openConcern(scope, concernId));
    await later(60, () => escalate(concernId));
    expect(await given(deputy, concernId)).not.toBeNull();
    expect(await given(lead, concernId)).toBeNull();
    await later(120, () => escalate(concernId));
    expect(await given(lead, concernId)).not.toBeNull();
    expect((await messagesAbout(concernId)).map((message) => message.person_id)).toEqual([
      owner.personId,
      deputy.personId,
      lead.personId,
    ]);
    await later(180, () => escalate(concernId, 0));
    await later(240, () => escalate(concernId, 1));
    expect(await messagesAbout(concernId)).toHaveLength(9);
    expect(
      (await house.as(owner, (scope) => escalatedTo(scope, concernId))).map(({ accountId, step }) => [
        accountId,
        step,
      ]),
    ).toEqual([
      [deputy.accountId, 'deputy'],
      [lead.accountId, 'last'],
    ]);
    expect(await house.as(practitioner, (scope) => escalatedTo(scope, concernId))).toEqual([]);
    // The deputy takes it on: the owner sees that, and the clock stops.
    await later(241, () =>
      house.as(deputy, (scope) => acknowledge(scope, { concernId, words: 'I have it.', origin: null })),
    );
    await later(300, () => escalate(concernId, 2));
    expect(await messagesAbout(concernId)).toHaveLength(9);
  });

  it('is not told to anybody else once it is taken on', async () => {
    const { concernId } = await raise(peer);
    await house.as(owner, (scope) => acknowledge(scope, { concernId, words: 'Thank you.', origin: null }));
    await later(60, () => escalate(concernId));
    expect(await given(deputy, concernId)).toBeNull();
  });

  it('waits for its clock when it is called too early', async () => {
    const { concernId } = await raise(peer);
    await later(59, () => escalate(concernId));
    expect(await given(deputy, concernId)).toBeNull();
  });

  it('runs by itself', async () => {
    const { concernId } = await raise(peer);
    await house.drain();
    expect(await given(deputy, concernId)).toBeNull();
    expect((await messagesAbout(concernId)).map(({ state, why }) => [state, why])).toEqual([
      ['stopped', 'no safe way to reach'],
    ]);
    const jobs = await house.system(({ tx }) =>
      tx
        .selectFrom('platform.messages')
        .select('id')
        .where('once_key', 'like', `concern:${concernId}:deputy%`)
        .execute(),
    );
    expect(jobs).toEqual([]);
  });
});

describe('duty and clock', () => {
  it('keeps the clock a concern was raised under', async () => {
    const tomorrow = Temporal.PlainDate.from('2026-11-24');
    await house.as(lead, (scope) =>
      setClock(scope, tomorrow, { acknowledgeWithinMinutes: 15, escalateAgainAfterMinutes: 30 }),
    );
    expect((await raise(peer)).acknowledgeBy).toEqual(morning.add({ minutes: 60 }));
    await later(24 * 60, async () => {
      expect((await raise(peer)).acknowledgeBy).toEqual(morning.add({ minutes: 24 * 60 + 15 }));
    });
    await expect(
      house.as(owner, (scope) =>
        setClock(scope, tomorrow, { acknowledgeWithinMinutes: 5, escalateAgainAfterMinutes: 5 }),
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('loads a first clock once', async () => {
    const clocks = () =>
      house.system(({ tx }) =>
        tx.selectFrom('safeguarding.clocks').selectAll().orderBy('effective_from').execute(),
      );
    const before = await clocks();
    await house.system((scope) => loadClocks(scope));
    expect(await clocks()).toEqual(before);
  });

  it('is given by the service lead, to somebody who may read concerns, once a person', async () => {
    const centreId = house.centres[1].id;
    const there: AccountActor = { ...lead, roles: [...lead.roles, { role: 'service_lead', centreId }] };
    const one = await house.member('Una One', ['volunteer_manager'], centreId);
    const two = await house.member('Tom Two', ['specialist'], centreId);
    const clerk = await house.member('Cas Clerk', ['administrator'], centreId);
    const set = (by: AccountActor, accountId: string, duty: 'owner' | 'deputy') =>
      house.as(by, (scope) => setDuty(scope, { centreId, accountId, duty }));
    await expect(set(one, one.accountId, 'owner')).rejects.toMatchObject({ code: '42501' });
    await expect(set(there, clerk.accountId, 'owner')).rejects.toMatchObject({
      name: 'Refusal',
      field: 'owner',
    });
    await expect(set(there, owner.accountId, 'owner')).rejects.toMatchObject({ name: 'NotFound' });
    await set(there, one.accountId, 'owner');
    await expect(set(there, one.accountId, 'deputy')).rejects.toMatchObject({
      name: 'Refusal',
      field: 'deputy',
    });
    await set(there, two.accountId, 'deputy');
    await house.as(there, (scope) =>
      setDuties(scope, centreId, { owner: two.accountId, deputy: one.accountId, last: null }),
    );
    const { concernId } = await house.as(
      await house.member('Rae Raiser', ['peer_supporter'], centreId),
      (scope) => raiseConcern(scope, concern({ centreId })),
    );
    expect(await row(concernId)).toMatchObject({ owner_id: two.accountId, deputy_id: one.accountId });
  });
});

describe('another organisation', () => {
  it('finds nothing', async () => {
    const { concernId } = await raise(peer);
    const stranger: AccountActor = { ...owner, organisationId: house.otherOrganisationId };
    expect(await given(stranger, concernId)).toBeNull();
    expect(await house.as(stranger, concernsWaiting)).toMatchObject({ unacknowledged: 0 });
  });
});
