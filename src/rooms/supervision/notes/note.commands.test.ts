import { afterAll, beforeAll, expect, test } from 'vitest';
import { NotFound, Refusal, StaleEdit } from '#kernel/refusal.ts';
import { openStand, type Stand } from '../../../../tests/support/stand.ts';
import { closeAction } from './action.commands.ts';
import { actionsDue, openActionsOf } from './action.queries.ts';
import { saveDraft, throwDraftAway } from './draft.commands.ts';
import { draftsOf, writingOf } from './draft.queries.ts';
import { addToNote, keepNote, openNote } from './note.commands.ts';
import { castOf, keptWith, metWith, type NoteCast } from './note.fixture.ts';
import { noteJobs } from './note.jobs.ts';
import { type NoteKey, noteOf, notesToWrite } from './note.queries.ts';

let stand: Stand;
let cast: NoteCast;
beforeAll(async () => {
  stand = await openStand();
  cast = await castOf(stand, stand.now);
});
afterAll(() => stand.close());

const NOTHING = { support: '', risk: '', role: '', development: '', staying_well: '' };
const met = async (more: { held?: boolean; hoursAgo?: number } = {}): Promise<NoteKey> => ({
  meetingId: await metWith(stand, {
    now: stand.now,
    heldBy: cast.supervisor,
    people: [cast.supporter],
    ...more,
  }),
  accountId: cast.supporter.accountId,
});
const keep = (key: NoteKey, more: Partial<Parameters<typeof keepNote>[1]> = {}) =>
  stand.as(cast.supervisor, (scope) =>
    keepNote(scope, {
      ...key,
      sections: { ...NOTHING, support: 'Good.' },
      closing: [],
      actions: [],
      version: null,
      ...more,
    }),
  );
const save = (key: NoteKey, words: string, version: number) =>
  stand.as(cast.supervisor, (scope) => saveDraft(scope, { ...key, typed: { support: words }, version }));
const draft = (key: NoteKey) =>
  stand.as(cast.supervisor, async (scope) => (await writingOf(scope, key))?.draft ?? null);

test('a draft is saved over and over, and a second window that did not see the last save is told', async () => {
  const key = await met();
  await save(key, 'one', 1);
  await save(key, 'two', 2);
  await expect(save(key, 'from the other window', 2)).rejects.toThrow(StaleEdit);
  await expect(save(key, 'from a new window', 1)).rejects.toThrow(StaleEdit);
  expect((await draft(key))?.typed).toEqual({ support: 'two' });
  await expect(keep(key, { version: 2 })).rejects.toThrow(StaleEdit);
  await stand.as(cast.supervisor, (scope) => throwDraftAway(scope, key));
  expect(await draft(key)).toBeNull();
  // The window that still stands there goes on, and nothing it wrote is refused.
  await save(key, 'three', 3);
  expect((await draft(key))?.typed).toEqual({ support: 'three' });
  await save(key, 'four', 4);
});

test('of two first saves at once one is kept and the other is told', async () => {
  const key = await met();
  const both = await Promise.allSettled([save(key, 'left', 1), save(key, 'right', 1)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('a draft is about one meeting and one person, and an old one is pointed out', async () => {
  const [one, two] = [await met(), await met()];
  await save(one, 'of the first', 1);
  expect(await draft(two)).toBeNull();
  stand.now = stand.now.add({ hours: 73 });
  const found = (await stand.as(cast.supervisor, (scope) => draftsOf(scope, cast.supervisor.accountId))).find(
    ({ meetingId }) => meetingId === one.meetingId,
  );
  expect(found?.old).toBe(true);
  stand.now = stand.now.subtract({ hours: 73 });
});

test('a note is kept once people have met, once only, and the draft goes with it', async () => {
  const ahead = await met({ held: false });
  await save(ahead, 'What I want to ask', 1);
  await expect(keep(ahead, { version: 2 })).rejects.toThrow(/Say first that you met/);
  expect((await draft(ahead))?.typed).toEqual({ support: 'What I want to ask' });
  const key = await met();
  await expect(keep(key, { sections: { ...NOTHING, risk: '  ' } })).rejects.toThrow(Refusal);
  await save(key, 'Nearly', 1);
  await keep(key, { version: 2 });
  expect(await draft(key)).toBeNull();
  await expect(keep(key)).rejects.toThrow(/kept already/);
  await expect(save(key, 'late', 1)).rejects.toThrow(/kept already/);
  const note = await stand.as(cast.supporter, (scope) => noteOf(scope, key));
  expect(note?.sections.support).toBe('Good.');
  expect(note?.right).toBe('supporter');
});

test('only who held the meeting writes its note, and never about themselves', async () => {
  const key = await met();
  for (const actor of [cast.supporter, cast.cover, cast.manager, cast.lead, cast.other])
    await expect(
      stand.as(actor, (scope) => saveDraft(scope, { ...key, typed: { support: 'x' }, version: 1 })),
      actor.name,
    ).rejects.toThrow(NotFound);
  await expect(
    stand.as(cast.supervisor, (scope) =>
      saveDraft(scope, { meetingId: key.meetingId, accountId: cast.other.accountId, typed: {}, version: 1 }),
    ),
  ).rejects.toThrow(NotFound);
});

test('words are added by the two, in order, and what stands there stays', async () => {
  const key = await keptWith(stand, { now: stand.now, by: cast.supervisor, of: cast.supporter });
  await stand.as(cast.supporter, (scope) => addToNote(scope, { ...key, words: 'It was the noise.' }));
  stand.now = stand.now.add({ minutes: 1 });
  await stand.as(cast.supervisor, (scope) => addToNote(scope, { ...key, words: 'Thank you, I see.' }));
  const note = await stand.as(cast.supporter, (scope) => noteOf(scope, key));
  expect(note?.additions.map(({ words }) => words)).toEqual(['It was the noise.', 'Thank you, I see.']);
  expect(note?.sections.support).toBe('The drop-in felt long.');
  await expect(
    stand.as(cast.supporter, (scope) => addToNote(scope, { ...key, words: '  ' })),
  ).rejects.toThrow(Refusal);
});

test('what was agreed goes on to the next note until it is done or let go', async () => {
  const first = await met();
  await keep(first, {
    actions: [
      { words: 'Ask for quiet toys', whose: 'supporter', byOn: Temporal.PlainDate.from('2026-11-25') },
      { words: 'Look for a course', whose: 'supervisor', byOn: Temporal.PlainDate.from('2026-11-20') },
      { words: 'Think about Tuesdays', whose: 'supporter', byOn: null },
    ],
  });
  const open = () => stand.as(cast.supervisor, (scope) => openActionsOf(scope, cast.supporter.accountId));
  const named = async (words: string) => (await open()).find((each) => each.words === words)?.id ?? '';
  expect((await open()).map(({ words }) => words)).toEqual([
    'Look for a course',
    'Ask for quiet toys',
    'Think about Tuesdays',
  ]);
  const due = (actor: NoteCast['supporter']) =>
    stand.as(actor, async (scope) => (await actionsDue(scope, actor.accountId)).map(({ words }) => words));
  expect(await due(cast.supporter)).toEqual(['Ask for quiet toys']);
  expect(await due(cast.supervisor)).toEqual(['Look for a course']);
  const course = await named('Look for a course');
  const second = await met();
  await keep(second, { closing: [{ id: course, as: 'done', words: '' }] });
  const toys = await named('Ask for quiet toys');
  await expect(
    stand.as(cast.supporter, (scope) => closeAction(scope, { actionId: toys, as: 'let_go', words: '' })),
  ).rejects.toThrow(Refusal);
  await stand.as(cast.supporter, (scope) =>
    closeAction(scope, { actionId: toys, as: 'done', words: 'Got them' }),
  );
  await expect(
    stand.as(cast.supervisor, (scope) => closeAction(scope, { actionId: toys, as: 'let_go', words: 'no' })),
  ).rejects.toThrow(/is done, so it cannot be let go/);
  expect((await open()).map(({ words }) => words)).toEqual(['Think about Tuesdays']);
  await expect(
    stand.as(cast.manager, async (scope) => closeAction(scope, { actionId: toys, as: 'done', words: '' })),
  ).rejects.toThrow(NotFound);
});

test('a note that waits for three days is asked for, and one that is kept is not', async () => {
  const late = await met({ hoursAgo: 73 });
  const fresh = await met({ hoursAgo: 71 });
  const waiting = async () =>
    (await stand.as(cast.supervisor, (scope) => notesToWrite(scope, cast.supervisor.accountId))).map(
      ({ meetingId }) => meetingId,
    );
  expect(await waiting()).toContain(late.meetingId);
  expect(await waiting()).not.toContain(fresh.meetingId);
  await keep(late);
  expect(await waiting()).not.toContain(late.meetingId);
});

test('the two hear at once that somebody opened their note, and nothing of what it says', async () => {
  const key = await keptWith(stand, {
    now: stand.now,
    by: cast.supervisor,
    of: cast.supporter,
    words: 'Private words',
  });
  await expect(
    stand.as(cast.lead, (scope) => openNote(scope, { ...key, reason: '   curious   ' })),
  ).rejects.toThrow(Refusal);
  await stand.as(cast.lead, (scope) => openNote(scope, { ...key, reason: 'A concern was raised today.' }));
  const [left] = (await stand.announced('supervision.note_opened')).slice(-1);
  const tell = noteJobs['supervision.note_opened'];
  if (!left) throw new Error('nobody is told');
  await stand.system((scope) => tell(scope, left));
  await stand.system((scope) => tell(scope, left));
  const { rows } = await stand.owner.query<{ person_id: string; details: unknown }>(
    `select person_id, details from platform.messages where template = 'supervision_note_opened'`,
  );
  expect(rows.map(({ person_id }) => person_id).sort()).toEqual(
    [cast.supporter.personId, cast.supervisor.personId].sort(),
  );
  expect(JSON.stringify(rows)).not.toMatch(/Private|concern/);
});
