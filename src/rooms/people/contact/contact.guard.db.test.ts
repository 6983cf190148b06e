import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { About, Leaving } from '#platform/messages/message.ts';
import { openStand, type Stand } from '../../../../tests/support/stand.ts';
import { mergeFiles } from '../duplicates/merge.commands.ts';
import { openFile } from '../files/files.commands.ts';
import { changeContact } from './contact.commands.ts';
import { safeContactGuard } from './contact.guard.ts';

let stand: Stand;
beforeAll(async () => {
  stand = await openStand();
});
afterAll(() => stand.close());

const leaving = (
  personId: string | null,
  about: About = 'group',
  channel: Leaving['channel'] = 'email',
): Leaving => ({
  id: newId(),
  template: 'any',
  about,
  channel,
  personId,
  address: personId === null ? 'midwife@example.org' : null,
  pregnancyId: null,
  centreId: stand.centreId,
});
const asked = (message: Leaving) => stand.system((scope) => safeContactGuard(scope, message));

test('a parent is reached where they said, in neutral words, by the name they like', async () => {
  const id = await stand.file('Amina');
  expect(await asked(leaving(id))).toEqual({
    say: 'go',
    to: 'amina@example.org',
    neutral: true,
    greeting: 'Amina',
  });
  await stand.as('practitioner', (scope) => changeContact(scope, id, { neutralOnly: false }));
  expect(await asked(leaving(id))).toMatchObject({ neutral: false });
});

test('what was safe when it was queued and is no longer stops', async () => {
  const id = await stand.file('Bo');
  expect(await asked(leaving(id, 'group', 'sms'))).toMatchObject({ say: 'stop' });
  await stand.as('practitioner', (scope) => changeContact(scope, id, { mayEmail: false }));
  expect(await asked(leaving(id))).toMatchObject({ say: 'stop', why: 'no safe way to reach' });
});

test('in quiet hours a group waits until the morning, somebody’s own sign-in link does not', async () => {
  const id = await stand.file('Cy');
  const before = stand.now;
  stand.now = Temporal.Instant.from('2026-11-23T22:00:00Z');
  const [group, account] = [await asked(leaving(id)), await asked(leaving(id, 'account'))];
  stand.now = before;
  expect(group).toMatchObject({ say: 'hold', until: Temporal.Instant.from('2026-11-24T08:00:00Z') });
  expect(account).toMatchObject({ say: 'go' });
});

test('a colleague is reached at the address they work with; a message to an address alone goes there', async () => {
  const id = await stand.system((scope) =>
    openFile(scope, {
      side: 'team',
      centreId: stand.centreId,
      givenName: 'Dan',
      familyName: 'Reed',
      contact: { email: 'dan@example.org' },
    }),
  );
  expect(await asked(leaving(id, 'team'))).toMatchObject({
    say: 'go',
    to: 'dan@example.org',
    neutral: false,
  });
  expect(await asked(leaving(null))).toEqual({ say: 'go' });
});

test('a message to a file that was made one with another goes by what the kept file says is safe', async () => {
  const kept = await stand.file('Eve');
  const merged = await stand.file('Evie');
  await stand.as('practitioner', (scope) =>
    mergeFiles(scope, { keptId: kept, mergedId: merged, why: 'One person.' }),
  );
  expect(await asked(leaving(merged))).toMatchObject({ say: 'go', to: 'eve@example.org' });
});
