import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import { askTheDatabase, spelledOut } from '../../../../tests/support/access.ts';
import { openStand, type Stand } from '../../../../tests/support/stand.ts';
import { access } from '../access.ts';
import { loadCourses } from '../course/load.commands.ts';
import { loadSyllabi } from './load.commands.ts';
import { reviewSyllabus } from './review.commands.ts';
import { syllabus, syllabusFor, syllabusVersions } from './syllabus.queries.ts';
import { changeLayout, changeRules, changeUnit } from './version.commands.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day('2026-11-23');

let stand: Stand;
let manager: AccountActor;
let lead: AccountActor;
let practitioner: AccountActor;

const versions = () => stand.system(syllabusVersions);
const newest = async () => {
  const [first] = await versions();
  if (!first) throw new Error('no syllabus');
  return first;
};
const unitOf = async (code: string) => {
  const unit = (await newest()).content.units.find((each) => each.code === code);
  if (!unit) throw new Error('no such unit');
  return unit;
};
const approve = (by: AccountActor, syllabusId: string, approved = true, words = '') =>
  stand.as(by, (scope) => reviewSyllabus(scope, { syllabusId, role: 'Health visitor', approved, words }));
const which = async (from = today) => ({ version: (await newest()).version, from, today });

beforeAll(async () => {
  stand = await openStand();
  await stand.system(loadCourses);
  manager = await stand.member('Ruth Bell', ['volunteer_manager']);
  lead = await stand.member('Ada Mensah', ['service_lead']);
  practitioner = await stand.member('Joanne Price', ['practitioner']);
});
afterAll(() => stand.close());

test('the database lets each role do with a syllabus what the room says, and no more', async () => {
  const { rows } = await stand.owner.query<{ row: Record<string, unknown> }>(
    'select to_jsonb(t) as row from training.syllabi t limit 1',
  );
  const row: Record<string, unknown> = { ...rows[0]?.row, content: JSON.stringify(rows[0]?.row.content) };
  const samples = {
    'training.syllabi': { row, another: () => ({ ...row, id: newId(), version: 99 }) },
  };
  const { 'training.syllabi': tried } = access;
  if (!tried) throw new Error('not declared');
  expect(await askTheDatabase(stand, samples, newId())).toEqual(spelledOut({ 'training.syllabi': tried }));
});

describe('a syllabus that ships', () => {
  it('is loaded with the courses, once, by the house alone', async () => {
    expect(await versions()).toHaveLength(1);
    expect(await stand.system(loadSyllabi)).toBe(0);
    await expect(stand.as(manager, loadSyllabi)).rejects.toThrow('only the house');
  });

  it('opens no cohort before a professional approves it', async () => {
    expect(await stand.as(manager, (scope) => syllabusFor(scope))).toBeNull();
    const { id } = await newest();
    await expect(approve(manager, id)).rejects.toThrow();
    await expect(approve(practitioner, id, false)).rejects.toThrow('Say what has to change');
    await approve(practitioner, id, false, 'Unit 13 names no one of ours.');
    expect((await newest()).review?.approved).toBe(false);
    expect(await stand.as(manager, (scope) => syllabusFor(scope))).toBeNull();
    await approve(practitioner, id);
    expect((await stand.as(manager, (scope) => syllabusFor(scope)))?.version).toBe(1);
  });

  it('is not approved in somebody else’s name', async () => {
    const { id } = await newest();
    const forged = stand.as(practitioner, ({ tx, actor, now }) =>
      tx
        .insertInto('training.syllabus_reviews')
        .values({
          organisation_id: actor.organisationId,
          id: newId(),
          syllabus_id: id,
          reviewed_by: lead.accountId,
          role: 'Service lead',
          approved: true,
          at: now.toString(),
        })
        .execute(),
    );
    await expect(forged).rejects.toThrow('one’s own name'.replace('’', "'"));
  });
});

describe('a new version', () => {
  it('changes one unit, keeps the rest, and waits for its review while cohorts open with the one before', async () => {
    const unit = await unitOf('listening');
    const before = await newest();
    const id = await stand.as(manager, async (scope) =>
      changeUnit(scope, await which(), 'listening', { ...unit, title: 'Listening, our way' }),
    );
    const made = await stand.as(practitioner, (scope) => syllabus(scope, id));
    expect(made).toMatchObject({ version: 2, madeBy: manager.accountId, review: null, usable: false });
    expect(made?.content.units.map(({ title }) => title)).toEqual(
      before.content.units.map(({ code, title }) => (code === 'listening' ? 'Listening, our way' : title)),
    );
    expect((await stand.as(manager, (scope) => syllabus(scope, before.id)))?.content).toEqual(before.content);
    expect((await stand.as(manager, (scope) => syllabusFor(scope)))?.version).toBe(1);
    await approve(practitioner, id);
    expect((await stand.as(manager, (scope) => syllabusFor(scope)))?.version).toBe(2);
  });

  it('is not approved by whoever made it, in the database neither', async () => {
    const { rules } = (await newest()).content;
    const id = await stand.as(lead, async (scope) =>
      changeRules(scope, await which(), { ...rules, alongsideFromUnits: 6 }),
    );
    await expect(approve(lead, id)).rejects.toThrow('Ask a colleague');
    await expect(
      stand.as(lead, ({ tx, actor, now }) =>
        tx
          .insertInto('training.syllabus_reviews')
          .values({
            organisation_id: actor.organisationId,
            id: newId(),
            syllabus_id: id,
            reviewed_by: lead.accountId,
            role: 'Service lead',
            approved: true,
            at: now.toString(),
          })
          .execute(),
      ),
    ).rejects.toThrow('nobody reviews a version of their own');
    await approve(practitioner, id);
    expect((await stand.as(manager, (scope) => syllabusFor(scope)))?.content.rules.alongsideFromUnits).toBe(
      6,
    );
  });

  it('is not made from an old one, from a day that is over, or before the version it follows', async () => {
    const { rules } = (await newest()).content;
    const from = (start: string, version?: number) =>
      stand.as(manager, async (scope) => {
        const now = await which(day(start));
        return changeRules(scope, { ...now, version: version ?? now.version }, rules);
      });
    await expect(from('2026-11-23', 1)).rejects.toThrow('changed by somebody else');
    await expect(from('2026-11-22')).rejects.toThrow('This day is over');
    await from('2027-01-11');
    await expect(from('2027-01-10')).rejects.toThrow('comes into use later');
    expect((await stand.as(manager, (scope) => syllabusFor(scope)))?.version).toBe(3);
  });

  it('is refused when it does not hang together', async () => {
    const start = day('2027-01-11');
    const unit = await unitOf('babies');
    const evenings = (await newest()).content.layouts[0];
    if (!evenings) throw new Error('no layout');
    await expect(
      stand.as(manager, async (scope) =>
        changeUnit(scope, await which(start), 'babies', { ...unit, outline: unit.outline.slice(1) }),
      ),
    ).rejects.toThrow('adds up to 110 minutes');
    await expect(
      stand.as(manager, async (scope) =>
        changeUnit(scope, await which(start), 'partners', {
          ...(await unitOf('partners')),
          competencies: ['inclusion'],
        }),
      ),
    ).rejects.toThrow('No unit teaches');
    await expect(
      stand.as(manager, async (scope) => changeUnit(scope, await which(start), 'knitting', unit)),
    ).rejects.toThrow('no such unit');
    await expect(
      stand.as(manager, async (scope) =>
        changeLayout(scope, await which(start), {
          ...evenings,
          meetings: evenings.meetings.map((each) => ({ ...each, startsAt: '20:00' })),
        }),
      ),
    ).rejects.toThrow('after 9.30pm');
    expect((await newest()).version).toBe(4);
  });

  it('is made by those who plan the training and by nobody else', async () => {
    const { rules } = (await newest()).content;
    for (const by of [practitioner, await stand.member('Sam Okoro', ['peer_supporter'])])
      await expect(
        stand.as(by, async (scope) => changeRules(scope, await which(day('2027-01-11')), rules)),
      ).rejects.toMatchObject({ code: '42501' });
  });

  it('is never changed afterwards, not even by the house', async () => {
    const change = (scope: Parameters<typeof syllabusVersions>[0]) =>
      scope.tx.updateTable('training.syllabi').set({ name: 'Something else' }).execute();
    await expect(stand.as(manager, change)).rejects.toMatchObject({ code: '42501' });
    await expect(stand.system(change)).rejects.toMatchObject({ code: '42501' });
  });

  it('of another organisation is not there', async () => {
    const { id } = await newest();
    const stranger = { ...manager, organisationId: newId() };
    expect(await stand.as(stranger, (scope) => syllabus(scope, id))).toBeNull();
  });
});
