import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { openHouse } from '../../../../tests/support/house.ts';
import { sendDraftLink } from './draft-link.ts';

test('nobody’s letterbox is filled with links that somebody else asked for', async () => {
  const house = await openHouse();
  const ask = () =>
    house.system((scope) =>
      sendDraftLink(scope, { address: 'Jo@example.org', link: 'http://kith.test/x', draftId: newId() }),
    );
  const sent = () => house.system(({ tx }) => tx.selectFrom('platform.messages').select('id').execute());
  for (let times = 0; times < 6; times += 1) await ask();
  expect(await sent()).toHaveLength(3);
  house.now = house.now.add({ hours: 2 });
  await ask();
  expect(await sent()).toHaveLength(4);
  await house.close();
});
