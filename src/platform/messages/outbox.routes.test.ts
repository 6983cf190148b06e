import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import { openFile } from '#rooms/people/door.ts';
import { openHouse, type TestHouse } from '../../../tests/support/house.ts';
import type { About, Channel } from './message.ts';
import type { MessageState } from './send.rules.ts';

let house: TestHouse;
let office: AccountActor;
let practitioner: AccountActor;
let far: AccountActor;
let peer: AccountActor;
let personId: string;

interface Made {
  readonly state: MessageState;
  readonly about?: About;
  readonly channel?: Channel;
  readonly why?: string;
  readonly body?: string;
  readonly centreId?: string;
}
const make = async (message: Made): Promise<string> => {
  const id = newId();
  await house.system(({ tx }) =>
    tx
      .insertInto('platform.messages')
      .values({
        organisation_id: house.organisationId,
        id,
        centre_id: message.centreId ?? house.centres[0].id,
        person_id: personId,
        channel: message.channel ?? 'email',
        template: 'place_offered',
        about: message.about ?? 'group',
        once_key: id,
        state: message.state,
        why: message.why ?? null,
        made_at: house.now.toString(),
        send_after: house.now.toString(),
        gone_at: house.now.toString(),
        sent_to: message.body ? 'amina@parents.example' : null,
        subject: message.body ? 'A place in a group for you' : null,
        body: message.body ?? null,
      })
      .execute(),
  );
  return id;
};

beforeAll(async () => {
  house = await openHouse();
  office = await house.member('Ola Reed', ['administrator']);
  practitioner = await house.member('Pat Moss', ['practitioner']);
  peer = await house.member('Amy Lee', ['peer_supporter']);
  far = await house.member('Far Away', ['administrator'], house.centres[1].id);
  personId = await house.system((scope) =>
    openFile(scope, {
      side: 'family',
      centreId: house.centres[0].id,
      givenName: 'Amina',
      familyName: 'Khan',
    }),
  );
});
afterAll(() => house.close());

describe('the outbox', () => {
  it('says that nothing has gone yet', async () => {
    const { statusCode, body } = await house.browser(office).get('/outbox');
    expect(statusCode).toBe(200);
    expect(body).toContain('No messages yet');
  });

  it('shows the words as they went, to whom, and why another was stopped', async () => {
    await make({ state: 'shown', body: 'Hello Amina, we have kept a place for you.' });
    await make({ state: 'stopped', why: 'no safe way to reach' });
    const { body } = await house.browser(office).get('/outbox');
    expect(body).toContain('Hello Amina, we have kept a place for you.');
    expect(body).toContain('amina@parents.example');
    expect(body).toContain('by e-mail to Amina Khan');
    expect(body).toContain('There is no safe way to reach them by this channel.');
    expect(body).toContain('No way of sending is set up');
  });

  it('keeps to one state when asked', async () => {
    const { body } = await house.browser(practitioner).get('/outbox?state=stopped');
    expect(body).toContain('It was stopped');
    expect(body).not.toContain('kept a place for you');
    expect((await house.browser(practitioner).get('/outbox?state=nonsense')).body).toContain(
      'kept a place for you',
    );
  });

  it('shows nothing of other centres, of concerns, or of sign-in', async () => {
    await make({ state: 'sent', about: 'safety', body: 'A concern has come to you.' });
    await make({ state: 'sent', about: 'account', body: 'Here is the link.' });
    const { body } = await house.browser(office).get('/outbox');
    expect(body).not.toContain('A concern has come');
    expect(body).not.toContain('Here is the link');
    expect((await house.browser(far).get('/outbox')).body).toContain('No messages yet');
    for (const actor of [peer, null])
      expect((await house.browser(actor).get('/outbox')).statusCode).not.toBe(200);
  });

  it('lets the office decide about a text that may have gone, once, and writes down who did', async () => {
    const id = await make({
      state: 'doubtful',
      channel: 'sms',
      why: 'We lost the line while handing it over.',
    });
    const url = `/outbox/${id}/send-again`;
    expect((await house.browser(practitioner).get('/outbox')).body).not.toContain('Send again');
    expect((await house.browser(practitioner).post(url, {}, '/outbox')).statusCode).toBe(404);
    expect((await house.browser(far).post(url, {}, '/outbox')).statusCode).toBe(404);
    const browser = house.browser(office);
    expect((await browser.get('/outbox')).body).toContain('Send again');
    const sent = await browser.post(url, {}, '/outbox');
    expect(sent.statusCode).toBe(303);
    await house.drain();
    const row = await house.system(({ tx }) =>
      tx.selectFrom('platform.messages').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    );
    // Nobody said that a text is safe for this parent: sending again asks that first.
    expect(row).toMatchObject({ state: 'stopped', why: 'no safe way to reach' });
    const decided = await house.system(({ tx }) =>
      tx
        .selectFrom('platform.audit_events')
        .select('account_id')
        .where('subject_id', '=', id)
        .where('verb', '=', 'messages.sent_again')
        .execute(),
    );
    expect(decided).toEqual([{ account_id: office.accountId }]);
    expect((await browser.post(url, {}, '/outbox')).statusCode).toBe(422);
  });

  it('goes on to the next page after fifty', async () => {
    for (let made = 0; made < 50; made += 1) await make({ state: 'sent', body: `Number ${made}.` });
    const browser = house.browser(office);
    const first = await browser.get('/outbox');
    expect(first.body.match(/Number \d+\./g)).toHaveLength(50);
    expect(first.body).toContain('href="/outbox?page=2"');
    const second = await browser.get('/outbox?page=2');
    expect(second.body).toContain('kept a place for you');
    expect(second.body).toContain('rel="prev"');
  });
});
