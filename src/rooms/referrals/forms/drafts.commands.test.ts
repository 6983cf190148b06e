import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId, newSecret } from '#kernel/ids.ts';
import {
  beginDraft,
  draftOf,
  dropDraft,
  finishDraft,
  keepDraft,
  openDrafts,
  purgeDrafts,
} from '#platform/forms/drafts.ts';
import { firstPress, purgeSubmissions } from '#platform/http/submission.ts';
import { MONDAY as now, openStand, type Stand } from '../../../../tests/support/stand.ts';

let here: Stand;
beforeAll(async () => {
  here = await openStand({ programme: true });
});
afterAll(() => here.close());

test('a draft of an account opens for that account and nobody else, whatever they ask for', async () => {
  const one = await here.staff('practitioner');
  const other = await here.staff('practitioner');
  const author = { accountId: one.accountId };
  const id = await here.as(one, (scope) =>
    beginDraft(scope, { form: 'note', author, typed: { a: { words: 'x' } } }),
  );
  await here.as(one, (scope) => keepDraft(scope, id, 'b', { more: 'y' }));
  expect(await here.as(one, (scope) => draftOf(scope, id, author))).toMatchObject({
    step: 'b',
    typed: { a: { words: 'x' }, b: { more: 'y' } },
  });
  // The first lock asks for the right author; the second holds even when the wrong one is asked for.
  expect(await here.as(other, (scope) => draftOf(scope, id, { accountId: other.accountId }))).toBeNull();
  expect(await here.as(other, (scope) => draftOf(scope, id, author))).toBeNull();
  await here.as(other, (scope) => keepDraft(scope, id, 'b', { more: 'theirs' }));
  await here.as(other, (scope) => dropDraft(scope, id, author));
  expect((await here.as(one, (scope) => draftOf(scope, id, author)))?.typed.b).toEqual({ more: 'y' });
});

test('a draft about one subject never surfaces on another, and there is one at a time', async () => {
  const one = await here.staff('practitioner');
  const author = { accountId: one.accountId };
  const [subject, elsewhere] = [newId(), newId()];
  const begin = (subjectId: string) =>
    here.as(one, (scope) => beginDraft(scope, { form: 'note', author, subjectId }));
  const id = await begin(subject);
  const found = (subjectId: string) =>
    here.as(one, (scope) => openDrafts(scope, 'note', one.accountId, subjectId));
  expect((await found(subject)).map((draft) => draft.id)).toEqual([id]);
  expect(await found(elsewhere)).toEqual([]);
  await expect(begin(subject)).rejects.toThrow('drafts_one_per_subject');
  await here.as(one, (scope) => finishDraft(scope, id, '/there'));
  expect(await found(subject)).toEqual([]);
  expect(await begin(subject)).not.toBe(id);
});

test('a secret opens its own draft only, until its days are over; finishing leaves nothing of what was typed', async () => {
  const [mine, theirs] = [newSecret(), newSecret()];
  const begin = (secret: string) =>
    here.system((scope) =>
      beginDraft(scope, { form: 'refer', author: { secret }, typed: { you: { name: 'Jo' } } }),
    );
  const [id, other] = [await begin(mine), await begin(theirs)];
  const open = (draftId: string, secret: string, at = now) =>
    here.gateway(here.theHouse, at, (scope) => draftOf(scope, draftId, { secret }));
  expect(await open(id, mine)).toMatchObject({ id, finishedTo: null });
  expect(await open(other, mine)).toBeNull();
  expect(await open('not an id', mine)).toBeNull();
  await here.system((scope) => finishDraft(scope, id, '/sent'));
  await here.system((scope) => keepDraft(scope, id, 'you', { name: 'Jo again' }));
  expect(await open(id, mine)).toMatchObject({ typed: {}, finishedTo: '/sent' });
  const later = now.add({ hours: 7 * 24 });
  expect(await open(other, theirs, later.subtract({ seconds: 1 }))).not.toBeNull();
  expect(await open(other, theirs, later)).toBeNull();
  await here.gateway(here.theHouse, later, purgeDrafts);
  const left = await here.system(({ tx }) =>
    tx.selectFrom('platform.drafts').select('id').where('form', '=', 'refer').execute(),
  );
  expect(left).toEqual([]);
});

test('a form pressed once is known again for a week, and where it led is forgotten then', async () => {
  const [key, typed] = [newId(), { name: 'Jo' }];
  const press = (at = now) =>
    here.gateway(here.theHouse, at, (scope) => firstPress(scope, key, '/refer', typed));
  await here.system(async (scope) => {
    await (await firstPress(scope, key, '/refer', typed)).remember('/sent');
  });
  const clear = (at: Temporal.Instant) => here.gateway(here.theHouse, at, purgeSubmissions);
  await clear(now.add({ hours: 7 * 24 }));
  expect((await press()).wentTo).toBe('/sent');
  await clear(now.add({ hours: 7 * 24, seconds: 1 }));
  expect((await press()).wentTo).toBeNull();
});
