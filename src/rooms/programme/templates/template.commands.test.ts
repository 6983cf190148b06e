import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StaleEdit } from '#kernel/refusal.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import { openStand, type Stand } from '../../../../tests/support/stand.ts';
import { templates as shipped } from '../content/all.ts';
import type { ProgrammeTemplateContent } from '../content/shapes.ts';
import { currentTemplate, loadProgramme, template } from '../door.ts';
import { makeVersion } from './template.commands.ts';
import { groupFields, templateForm, templatePrefill } from './template.form.ts';

let here: Stand;
let lead: AccountActor;
const today = Temporal.PlainDate.from('2026-11-23');
const from = { 'from-day': '1', 'from-month': '2', 'from-year': '2027' };

beforeAll(async () => {
  here = await openStand();
  await here.system(loadProgramme);
  lead = await here.staff('service_lead');
});
afterAll(() => here.close());

const read = (base: ProgrammeTemplateContent, typed: Readonly<Record<string, string>> = {}) =>
  templateForm(base).parse({ ...templatePrefill(base), ...from, ...typed });
const taken = (base: ProgrammeTemplateContent, typed: Readonly<Record<string, string>> = {}) => {
  const found = read(base, typed);
  if (!found.ok) throw new Error(JSON.stringify(found.errors));
  return found.value;
};
const refused = (base: ProgrammeTemplateContent, typed: Readonly<Record<string, string>>) => {
  const found = read(base, typed);
  return found.ok ? [] : found.errors;
};

describe('the form of a new version', () => {
  it('says the same again when nothing is typed, for every template we ship', () => {
    for (const base of shipped) {
      const { version: _, effectiveFrom: __, ...rest } = base;
      expect(taken(base).content).toEqual(rest);
    }
  });

  it('takes numbers, blocks that move, go or come, and a limit taken away', () => {
    const base = shipped[1];
    const [group] = base?.groupKinds ?? [];
    if (!base || !group) throw new Error('no template');
    const { rows, most } = groupFields(group);
    const last = rows.at(-1);
    const [first, second] = rows;
    if (!first || !second || !last) throw new Error('no rows');
    const { content } = taken(base, {
      completeBy: '',
      reminders: '7, 2 and 1',
      [most]: '12',
      [first.place]: '2',
      [second.place]: '1',
      [rows[2]?.kind ?? '']: '',
      [last.kind]: 'relaxation',
      [last.name]: 'Slow breath',
      [last.length]: '15',
      [last.place]: '3',
    });
    expect(content.eligibility).not.toHaveProperty('completeByWeeks');
    expect(content.promises.reminderDaysBefore).toEqual([7, 2, 1]);
    const changed = content.groupKinds[0];
    expect(changed?.places.most).toBe(12);
    expect(changed?.structure.slice(0, 3).map(({ name }) => name)).toEqual([
      group.structure[1]?.name,
      group.structure[0]?.name,
      'Slow breath',
    ]);
    expect(changed?.structure).toHaveLength(group.structure.length);
  });

  it('asks for blocks that add up, windows in order and places in order', () => {
    const base = shipped[1];
    const [group] = base?.groupKinds ?? [];
    if (!base || !group) throw new Error('no template');
    const names = groupFields(group);
    expect(refused(base, { [names.rows[0]?.length ?? '']: '5' })).toEqual([
      {
        field: names.minutes,
        message: 'The blocks add up to 115 minutes, and the session has 120. Make the two agree.',
      },
    ]);
    expect(refused(base, { referralTo: '10' }).map(({ field }) => field)).toEqual(['referralTo']);
    expect(refused(base, { [names.usual]: '50' }).map(({ field }) => field)).toEqual([names.most]);
    expect(refused(base, { reminders: 'soon' }).map(({ field }) => field)).toEqual(['reminders']);
    expect(refused(base, { 'from-day': '' }).map(({ field }) => field)).toEqual(['from']);
  });
});

describe('a new version', () => {
  it('keeps the old ones as they were, and is current from its day', async () => {
    const before = await here.as(lead, (scope) => currentTemplate(scope));
    const value = taken(before.content, { referralTo: '24', answer: '3' });
    const id = await here.as(lead, (scope) => makeVersion(scope, before.code, before.version, value, today));
    expect(await here.as(lead, (scope) => template(scope, before.id))).toEqual(before);
    expect((await here.as(lead, (scope) => currentTemplate(scope))).id).toBe(before.id);
    const later = await here.as(lead, (scope) =>
      currentTemplate(scope, before.code, Temporal.PlainDate.from('2027-02-01')),
    );
    expect(later).toMatchObject({ id, version: before.version + 1 });
    expect(later.content.eligibility.referralToWeeks).toBe(24);
    expect(later.content.promises.offerAnswerDays).toBe(3);
    expect(later.content.version).toBe(before.version + 1);
  });

  it('is made by one of two at once, and by nobody who read an older one', async () => {
    const latest = await here.as(lead, (scope) =>
      currentTemplate(scope, undefined, Temporal.PlainDate.from('2030-01-01')),
    );
    const make = () =>
      here.as(lead, (scope) => makeVersion(scope, latest.code, latest.version, taken(latest.content), today));
    const ends = await Promise.allSettled([make(), make()]);
    expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(make()).rejects.toThrow(StaleEdit);
  });

  it('does not reach back in time, nor before the version it follows', async () => {
    const latest = await here.as(lead, (scope) =>
      currentTemplate(scope, undefined, Temporal.PlainDate.from('2030-01-01')),
    );
    const on = (day: string) =>
      here.as(lead, (scope) =>
        makeVersion(
          scope,
          latest.code,
          latest.version,
          { ...taken(latest.content), from: Temporal.PlainDate.from(day) },
          today,
        ),
      );
    await expect(on('2026-11-22')).rejects.toThrow(/This day is over/);
    await expect(on('2026-12-01')).rejects.toThrow(/comes into use later/);
  });

  it('is not made by a practitioner', async () => {
    const nurse = await here.staff('practitioner');
    const latest = await here.as(nurse, (scope) =>
      currentTemplate(scope, undefined, Temporal.PlainDate.from('2030-01-01')),
    );
    await expect(
      here.as(nurse, (scope) =>
        makeVersion(scope, latest.code, latest.version, taken(latest.content), today),
      ),
    ).rejects.toThrow(/row-level security/);
  });
});
