import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { NotFound } from '#kernel/refusal.ts';
import { type AccountActor, type Actor, ROLES } from '#platform/db/actor.ts';
import { openStand, type Stand } from '../../../../tests/support/stand.ts';
import { openActionsOf } from './action.queries.ts';
import { saveDraft } from './draft.commands.ts';
import { addToNote, keepNote, openNote, shareEarlierNotes } from './note.commands.ts';
import { castOf, keptWith, metWith, type NoteCast } from './note.fixture.ts';
import { lookAt, type NoteKey, noteOf, notesOf } from './note.queries.ts';
import type { Right } from './note.rules.ts';

let stand: Stand;
let cast: NoteCast;
let key: NoteKey;
beforeAll(async () => {
  stand = await openStand();
  cast = await castOf(stand, stand.now);
  key = await keptWith(stand, { now: stand.now, by: cast.supervisor, of: cast.supporter });
});
afterAll(() => stand.close());

const rightOf = (actor: Actor, of: NoteKey = key) =>
  stand.as(actor, async (scope) => (await noteOf(scope, of))?.right ?? null);
const arrange = (set: string, values: readonly unknown[]) =>
  stand.owner.query(`update supervision.arrangements set ${set} where organisation_id = $1 and id = $2`, [
    stand.organisationId,
    cast.arrangementId,
    ...values,
  ]);
const asOwner = () =>
  stand.owner.query(`select set_config('app.organisation', $1, false)`, [stand.organisationId]);
const refused = async (work: Promise<unknown>) =>
  expect(
    await work.then(
      () => 'done',
      (error: { code?: string }) => error.code,
    ),
  ).toBe('42501');

test('a note is read by the two, and by no role for being that role', async () => {
  expect(await rightOf(cast.supporter)).toBe('supporter');
  expect(await rightOf(cast.supervisor)).toBe('holder');
  for (const actor of [cast.manager, cast.lead, cast.specialist, cast.cover, cast.other])
    expect(await rightOf(actor), actor.name).toBeNull();
  for (const role of ROLES)
    expect(await stand.as(role, async (scope) => noteOf(scope, key)), role).toBeNull();
  expect(await stand.system((scope) => noteOf(scope, key))).toBeNull();
  expect(await rightOf({ kind: 'anyone', organisationId: stand.organisationId })).toBeNull();
  const tables = ['notes', 'note_drafts', 'note_additions', 'note_looks', 'actions'];
  for (const role of ROLES)
    for (const table of tables)
      expect(
        await stand.as(
          role,
          async ({ tx }) =>
            (await sql`select 1 from ${sql.table(`supervision.${table}`)}`.execute(tx)).rows.length,
        ),
        `${role} ${table}`,
      ).toBe(0);
});

test('a volunteer manager who is not the supervisor sees that there is a note, and no word of it', async () => {
  const there = await stand.as(cast.manager, (scope) => notesOf(scope, [key.meetingId]));
  expect(there.map(({ accountId }) => accountId)).toEqual([cast.supporter.accountId]);
  expect(JSON.stringify(there)).not.toContain('drop-in');
  expect(await stand.as(cast.other, (scope) => notesOf(scope, [key.meetingId]))).toEqual([]);
  expect(
    await stand.as('volunteer_manager', (scope) => notesOf(scope, [key.meetingId]), stand.otherCentreId),
  ).toEqual([]);
});

test('the cover reads while the supervisor is away, and not on the day before or after', async () => {
  await asOwner();
  await stand.owner.query(
    `insert into supervision.leave (organisation_id, id, centre_id, account_id, from_on, until_on, said_at) values ($1, $2, $3, $4, '2026-12-01', '2026-12-03', $5)`,
    [stand.organisationId, newId(), stand.centreId, cast.supervisor.accountId, stand.now.toString()],
  );
  const before = stand.now;
  const on = async (moment: string) => {
    stand.now = Temporal.Instant.from(moment);
    const right = await rightOf(cast.cover);
    const open = await stand.as(cast.cover, (scope) => openActionsOf(scope, cast.supporter.accountId));
    stand.now = before;
    return { right, open };
  };
  expect((await on('2026-11-30T23:59:00Z')).right).toBeNull();
  expect((await on('2026-12-01T00:01:00Z')).right).toBe('cover');
  expect((await on('2026-12-03T23:00:00Z')).right).toBe('cover');
  expect((await on('2026-12-04T00:00:01Z')).right).toBeNull();
});

test('a new supervisor reads earlier notes only once they are let, and no longer when that is taken back', async () => {
  await asOwner();
  const next = await stand.member('Nia Next', ['practitioner']);
  await stand.as(cast.supervisor, async (scope) => {
    const meetingId = await metWith(stand, {
      now: stand.now,
      heldBy: cast.supervisor,
      people: [cast.supporter],
    });
    await keepNote(scope, {
      meetingId,
      accountId: cast.supporter.accountId,
      sections: { support: 'A', risk: '', role: '', development: '', staying_well: '' },
      closing: [],
      actions: [{ words: 'Goes on', whose: 'supporter', byOn: null }],
      version: null,
    });
  });
  await arrange('supervisor_id = $3', [next.accountId]);
  expect(await rightOf(next)).toBeNull();
  // What was agreed carries over all the same; the one before keeps only what they wrote themselves.
  const open = (actor: AccountActor) =>
    stand.as(actor, async (scope) =>
      (await openActionsOf(scope, cast.supporter.accountId)).map(({ words }) => words),
    );
  expect(await open(next)).toEqual(['Goes on']);
  expect(await open(cast.supervisor)).toEqual([]);
  expect(await rightOf(cast.supervisor)).toBe('holder');
  await stand.as(cast.supporter, (scope) => shareEarlierNotes(scope, true));
  expect(await rightOf(next)).toBe('supervisor');
  await stand.as(cast.supporter, (scope) => shareEarlierNotes(scope, false));
  expect(await rightOf(next)).toBeNull();
  await stand.as(cast.supporter, (scope) => shareEarlierNotes(scope, true));
  const third = await stand.member('Tom Third', ['practitioner']);
  await arrange('supervisor_id = $3', [third.accountId]);
  expect(await rightOf(third)).toBeNull();
  for (const actor of [next, cast.manager])
    await expect(stand.as(actor, (scope) => shareEarlierNotes(scope, true))).rejects.toThrow(NotFound);
  await arrange('supervisor_id = $3', [cast.supervisor.accountId]);
});

test('a reader for safeguarding opens it with a reason, for a day, and the two see who and why', async () => {
  for (const actor of [cast.manager, cast.cover, cast.other, cast.supporter, cast.supervisor])
    await expect(
      stand.as(actor, (scope) => openNote(scope, { ...key, reason: 'I would like to know.' })),
      actor.name,
    ).rejects.toThrow();
  await expect(
    stand.as(
      'service_lead',
      (scope) => openNote(scope, { ...key, reason: 'From the other centre.' }),
      stand.otherCentreId,
    ),
  ).rejects.toThrow();
  const start = stand.now;
  await stand.as(cast.specialist, (scope) =>
    openNote(scope, { ...key, reason: 'A child may be at risk today.' }),
  );
  expect(await rightOf(cast.specialist)).toBe('opened');
  expect(await rightOf(cast.lead)).toBeNull();
  await stand.as(cast.specialist, async (scope) => {
    const note = await noteOf(scope, key);
    if (note) await lookAt(scope, note);
  });
  await expect(
    stand.as(cast.specialist, (scope) => addToNote(scope, { ...key, words: 'Mine' })),
  ).rejects.toThrow(NotFound);
  stand.now = start.add({ hours: 24, seconds: 1 });
  expect(await rightOf(cast.specialist)).toBeNull();
  stand.now = start;
  for (const actor of [cast.supporter, cast.supervisor]) {
    const note = await stand.as(actor, (scope) => noteOf(scope, key));
    expect(note?.openings.map(({ by, reason }) => [by, reason])).toEqual([
      [cast.specialist.accountId, 'A child may be at risk today.'],
    ]);
    expect(note?.looks.some(({ by, right }) => by === cast.specialist.accountId && right === 'opened')).toBe(
      true,
    );
  }
});

test('a draft is seen and thrown away by its author alone, whatever anybody holds', async () => {
  const meetingId = await metWith(stand, {
    now: stand.now,
    heldBy: cast.supervisor,
    people: [cast.supporter],
  });
  await stand.as(cast.supervisor, (scope) =>
    saveDraft(scope, {
      meetingId,
      accountId: cast.supporter.accountId,
      typed: { support: 'half' },
      version: 1,
    }),
  );
  for (const actor of [
    cast.supporter,
    cast.cover,
    cast.manager,
    cast.lead,
    cast.specialist,
    stand.theHouse,
  ]) {
    const rows = await stand.as(actor, ({ tx }) =>
      tx.selectFrom('supervision.note_drafts').selectAll().execute(),
    );
    expect(rows, actor.kind).toEqual([]);
    const gone = await stand.as(actor, ({ tx }) =>
      tx.deleteFrom('supervision.note_drafts').executeTakeFirstOrThrow(),
    );
    expect(gone.numDeletedRows).toBe(0n);
  }
});

test('nothing that was kept can be changed or taken away with plain SQL, and no look is made up', async () => {
  for (const table of ['notes', 'note_additions', 'note_looks', 'note_openings'])
    for (const actor of [cast.supporter, cast.supervisor, stand.theHouse]) {
      await refused(
        stand.as(actor, ({ tx }) => sql`delete from ${sql.table(`supervision.${table}`)}`.execute(tx)),
      );
      await refused(
        stand.as(actor, ({ tx }) =>
          sql`update ${sql.table(`supervision.${table}`)} set centre_id = centre_id`.execute(tx),
        ),
      );
    }
  const note = await stand.as(cast.supporter, (scope) => noteOf(scope, key));
  const look = (by: string, right: Right) => ({
    organisation_id: stand.organisationId,
    id: newId(),
    centre_id: stand.centreId,
    note_id: note?.id ?? '',
    looked_by: by,
    by_right: right,
    at: stand.now.toString(),
  });
  await refused(
    stand.as(cast.supervisor, ({ tx }) =>
      tx.insertInto('supervision.note_looks').values(look(cast.manager.accountId, 'holder')).execute(),
    ),
  );
  await refused(
    stand.as(cast.manager, ({ tx }) =>
      tx.insertInto('supervision.note_looks').values(look(cast.manager.accountId, 'holder')).execute(),
    ),
  );
  await refused(
    stand.as(cast.supervisor, ({ tx }) =>
      tx.insertInto('supervision.note_looks').values(look(cast.supervisor.accountId, 'supervisor')).execute(),
    ),
  );
});

test('whoever writes a note cannot say for whom else it is', async () => {
  const meetingId = await metWith(stand, { now: stand.now, heldBy: cast.cover, people: [cast.supporter] });
  await stand.as(cast.cover, ({ tx }) =>
    tx
      .insertInto('supervision.notes')
      .values({
        organisation_id: stand.organisationId,
        id: newId(),
        centre_id: stand.centreId,
        meeting_id: meetingId,
        account_id: cast.supporter.accountId,
        held_by: cast.cover.accountId,
        supervisor_id: cast.manager.accountId,
        met_on: '2026-11-22',
        support: 'x',
        kept_at: stand.now.toString(),
      })
      .execute(),
  );
  const of = { meetingId, accountId: cast.supporter.accountId };
  expect(await rightOf(cast.manager, of)).toBeNull();
  // The cover stood in for the supervisor, who reads it as theirs.
  expect(await rightOf(cast.supervisor, of)).toBe('supervisor');
  expect(await rightOf(cast.cover, of)).toBe('holder');
});

test('in a group nobody reads, or knows of, the note of another', async () => {
  const meetingId = await metWith(stand, {
    now: stand.now,
    heldBy: cast.supervisor,
    people: [cast.supporter, cast.other],
  });
  for (const of of [cast.supporter, cast.other])
    await stand.as(cast.supervisor, (scope) =>
      keepNote(scope, {
        meetingId,
        accountId: of.accountId,
        sections: { support: `About ${of.name}`, risk: '', role: '', development: '', staying_well: '' },
        closing: [],
        actions: [],
        version: null,
      }),
    );
  expect(await rightOf(cast.other, { meetingId, accountId: cast.supporter.accountId })).toBeNull();
  expect(
    (await stand.as(cast.other, (scope) => notesOf(scope, [meetingId]))).map(({ accountId }) => accountId),
  ).toEqual([cast.other.accountId]);
});
