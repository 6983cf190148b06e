import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { queueMessage } from '#platform/messages/message.ts';
import { openHouse, type TestHouse } from '../../../../tests/support/house.ts';
import { openFile } from '../files/files.commands.ts';
import { safeContactGuard } from './contact.guard.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
  await house.system((scope) =>
    openFile(scope, {
      side: 'family',
      centreId: house.centres[0].id,
      givenName: 'Amina',
      familyName: 'Khan',
      contact: { email: 'Amina@example.org', mayEmail: true },
    }),
  );
});
afterAll(() => house.close());

const says = (template: string, address: string) =>
  house.system((scope) =>
    safeContactGuard(scope, {
      id: newId(),
      template,
      about: 'account',
      channel: 'email',
      personId: null,
      address,
      pregnancyId: null,
      centreId: null,
    }),
  );

test('a link that anybody may have asked for never carries our name', async () => {
  expect(await says('sign_in_link', 'who@example.org')).toEqual({ say: 'go', neutral: true });
  expect(await says('referral_draft_link', 'who@example.org')).toEqual({ say: 'go', neutral: true });
  await house.system((scope) =>
    queueMessage(scope, {
      template: 'sign_in_link',
      about: 'account',
      channel: 'email',
      to: { address: 'amina@example.org' },
      details: { url: 'http://kith.test/sign-in/link/x' },
      once: newId(),
    }),
  );
  await house.drain();
  const row = await house.system(({ tx }) =>
    tx.selectFrom('platform.messages').select(['why', 'body', 'subject']).executeTakeFirstOrThrow(),
  );
  expect(row.why).toBe('neutral words');
  expect(`${row.subject} ${row.body}`).not.toContain('Testing Together');
});

test('any other message to an address is neutral where a parent of that address wants it so', async () => {
  expect(await says('referral_received_professional', 'amina@EXAMPLE.org')).toEqual({
    say: 'go',
    neutral: true,
  });
  expect(await says('referral_received_professional', 'midwife@example.org')).toEqual({ say: 'go' });
});
