import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type TestHouse } from '../../../../tests/support/house.ts';
import * as paths from '../paths.ts';
import { castOf, keptWith, metWith, type NoteCast } from './note.fixture.ts';

let house: TestHouse;
let cast: NoteCast;
beforeAll(async () => {
  house = await openHouse();
  cast = await castOf(house, house.now);
});
afterAll(() => house.close());

const met = async (held = true) => ({
  meetingId: await metWith(house, {
    now: house.now,
    heldBy: cast.supervisor,
    people: [cast.supporter],
    held,
  }),
  accountId: cast.supporter.accountId,
});
const HOSTILE = `"><script>alert(1)</script> </textarea> '); drop table x; -- \u202e ${'ü'.repeat(50)}`;

test('a draft is kept without JavaScript, is there after signing in again, and is on no other page', async () => {
  const [key, other] = [await met(), await met()];
  const before = house.browser(cast.supervisor);
  const kept = await before.post(paths.writeNote(key), { do: 'draft', support: 'Words I must not lose' });
  expect(kept.statusCode).toBe(303);
  const nobody = house.browser(null);
  expect((await nobody.get(paths.writeNote(key))).headers.location).toMatch(/sign-in/);
  const after = house.browser(cast.supervisor);
  expect((await after.get(paths.writeNote(key))).body).toContain('Words I must not lose');
  expect((await after.get(paths.writeNote(other))).body).not.toContain('Words I must not lose');
  const list = (await after.get(paths.noteDrafts())).body;
  expect(list).toContain('Pia Supporter');
  expect(list).toContain('5 words');
  for (const actor of [cast.supporter, cast.cover, cast.manager, cast.lead])
    expect((await house.browser(actor).get(paths.writeNote(key))).statusCode, actor.name).toBe(404);
  expect((await house.browser(cast.manager).get(paths.noteDrafts())).body).not.toContain('Pia');
});

test('the address that saves while somebody types answers with the next version, and never keeps for good', async () => {
  const key = await met();
  const browser = house.browser(cast.supervisor);
  const write = paths.writeNote(key);
  const first = await browser.post(paths.saveNoteDraft(key), { support: 'one', do: 'keep', _key: '' }, write);
  // A press that says "keep" is no draft, and nothing is kept behind anybody's back.
  expect((await browser.get(paths.note(key))).statusCode).toBe(404);
  expect(first.headers.location).toBe(paths.savedNoteDraft(key));
  await browser.post(paths.saveNoteDraft(key), { support: 'one', _key: '' }, write);
  const told = (await browser.get(paths.savedNoteDraft(key))).json<{ version: number; said: string }>();
  expect(told.version).toBe(2);
  expect(told.said).toBe('Saved as a draft at 10am.');
  const stale = await browser.post(
    paths.saveNoteDraft(key),
    { support: 'old', _version: '1', _key: '' },
    write,
  );
  expect(stale.statusCode).toBe(409);
  for (const support of ['two', 'one', 'two'])
    expect((await browser.post(paths.saveNoteDraft(key), { support, _key: '' }, write)).statusCode).toBe(303);
  expect((await browser.get(write)).body).toContain('>two</textarea>');
  const out = await house.browser(null).post(paths.saveNoteDraft(key), { support: 'lost' }, '/sign-in');
  expect([303, 403]).toContain(out.statusCode);
});

test('two windows of one author: the later sees both texts, and neither is lost', async () => {
  const key = await met();
  const browser = house.browser(cast.supervisor);
  await browser.post(paths.writeNote(key), { do: 'draft', support: 'From the first window', _version: '1' });
  const second = await browser.post(paths.writeNote(key), {
    do: 'draft',
    support: 'From the second window',
    _version: '1',
  });
  expect(second.statusCode).toBe(409);
  expect(second.body).toContain('From the first window');
  expect(second.body).toContain('From the second window</textarea>');
  expect(second.body).toContain('You saved this in another window too');
});

test('a note is kept, read by the other, added to, and each look is listed', async () => {
  const key = await met();
  const supervisor = house.browser(cast.supervisor);
  const missing = await supervisor.post(paths.writeNote(key), { do: 'keep', action1: 'Ring Sam' });
  expect(missing.statusCode).toBe(422);
  expect(missing.body).toContain('Write a few words under one of the headings.');
  expect(missing.body).toContain('value="Ring Sam"');
  const kept = await supervisor.post(paths.writeNote(key), {
    do: 'keep',
    support: HOSTILE,
    staying_well: 'Walks by the river',
    action1: 'Take Tuesday off',
    whose1: 'supporter',
    'by1-day': '30',
    'by1-month': '11',
    'by1-year': '2026',
  });
  expect(kept.headers.location).toBe(paths.note(key));
  expect((await supervisor.get(paths.writeNote(key))).headers.location).toBe(paths.note(key));
  const supporter = house.browser(cast.supporter);
  expect((await supporter.get(paths.notesOfMeeting(key))).headers.location).toBe(paths.note(key));
  const page = (await supporter.get(paths.note(key))).body;
  expect(page).toContain('Walks by the river');
  expect(page).toContain('Take Tuesday off');
  expect(page).not.toContain('<script>alert');
  expect(page).toContain('What stays between us, and what does not');
  // The way to raise a concern carries nothing of the note along.
  expect(page).not.toMatch(/concerns\/new\?from=[^"]*meetings/);
  const empty = await supporter.post(paths.addToNote(key), { words: ' ' });
  expect(empty.statusCode).toBe(422);
  await supporter.post(paths.addToNote(key), { words: 'It was also the noise.' });
  const again = (await supervisor.get(paths.note(key))).body;
  expect(again).toContain('It was also the noise.');
  expect(again).toContain('Pia Supporter, ');
  const own = (await supporter.get(paths.ownNotes())).body;
  expect(own).toContain('Take Tuesday off');
  expect(own).toContain(paths.note(key));
  for (const actor of [cast.manager, cast.cover, cast.lead, cast.other])
    expect((await house.browser(actor).get(paths.note(key))).statusCode, actor.name).toBe(404);
});

test('before anybody said that they met a note stays a draft, and says how to go on', async () => {
  const key = await met(false);
  const browser = house.browser(cast.supervisor);
  expect((await browser.get(paths.writeNote(key))).body).toContain('Say that you met');
  const kept = await browser.post(paths.writeNote(key), { do: 'keep', support: 'Early' });
  expect(kept.statusCode).toBe(422);
  expect(kept.body).toContain('Early</textarea>');
});

test('what was agreed is closed by either, and nobody else finds it', async () => {
  const key = await met();
  const supervisor = house.browser(cast.supervisor);
  await supervisor.post(paths.writeNote(key), {
    do: 'keep',
    support: 'x',
    action1: 'Borrow the drum',
    whose1: 'supervisor',
  });
  const body = (await supervisor.get(paths.note(key))).body;
  const href =
    /\/supervision\/actions\/[0-9a-f-]+/.exec(body.slice(body.indexOf('Borrow the drum')))?.[0] ?? '';
  expect((await house.browser(cast.manager).get(href)).statusCode).toBe(404);
  expect((await supervisor.post(href, { as: 'let_go', words: '' })).statusCode).toBe(422);
  const supporter = house.browser(cast.supporter);
  expect((await supporter.post(href, { as: 'done', words: 'Dan lent it' })).headers.location).toBe(
    paths.ownNotes(),
  );
  expect((await supervisor.get(href)).body).toContain('Dan lent it');
});

test('a service lead opens a note with a reason, and the two read who it was and why', async () => {
  const key = await keptWith(house, {
    now: house.now,
    by: cast.supervisor,
    of: cast.supporter,
    words: 'Ours',
  });
  const lead = house.browser(cast.lead);
  const list = (await lead.get(`${paths.notesForSafety()}?who=pia`)).body;
  expect(list).toContain(paths.openNote(key));
  expect((await lead.get(`${paths.notesForSafety()}?who=zzz`)).body).not.toContain(paths.openNote(key));
  expect((await lead.post(paths.openNote(key), { reason: 'hm' })).statusCode).toBe(422);
  const opened = await lead.post(paths.openNote(key), { reason: `A concern came in. ${HOSTILE}` });
  expect(opened.headers.location).toBe(paths.note(key));
  expect((await lead.get(paths.note(key))).body).toContain('Ours');
  const seen = (await house.browser(cast.supporter).get(paths.note(key))).body;
  expect(seen).toContain('This note was opened for safety');
  expect(seen).toContain('Lea Lead');
  expect(seen).toContain('A concern came in.');
  expect(seen).not.toContain('<script>alert');
  for (const actor of [cast.manager, cast.supporter, cast.cover]) {
    expect((await house.browser(actor).get(paths.openNote(key))).statusCode).toBe(404);
    expect((await house.browser(actor).get(paths.notesForSafety())).statusCode).toBe(404);
  }
});

test('addresses of nothing are not found', async () => {
  const browser = house.browser(cast.supervisor);
  for (const bad of ['not-an-id', '019ab3d2-0000-7000-8000-000000000001'])
    for (const address of [
      paths.note({ meetingId: bad, accountId: bad }),
      paths.writeNote({ meetingId: bad, accountId: bad }),
      paths.notesOfMeeting({ meetingId: bad }),
      paths.agreedAction({ actionId: bad }),
      paths.savedNoteDraft({ meetingId: bad, accountId: bad }),
    ])
      expect((await browser.get(address)).statusCode, address).toBe(404);
});
