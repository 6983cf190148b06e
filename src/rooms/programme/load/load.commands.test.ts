import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { helpLines } from '#rooms/people/door.ts';
import { openStand, type Stand } from '../../../../tests/support/stand.ts';
import { activities as shipped, templates, urgentHelp } from '../content/all.ts';
import {
  activities,
  activitiesByIds,
  currentTemplate,
  handoutsFor,
  holidays,
  loadProgramme,
  template,
} from '../door.ts';

let here: Stand;
beforeAll(async () => {
  here = await openStand();
});
afterAll(() => here.close());

const day = Temporal.PlainDate.from;

describe('loading the programme', () => {
  it('brings everything we ship, and nothing twice', async () => {
    const first = await here.system(loadProgramme);
    expect(first).toMatchObject({
      templates: templates.length,
      activities: shipped.length,
      helpLines: urgentHelp.length,
    });
    const again = await here.system(loadProgramme);
    expect(again).toEqual({ templates: 0, activities: 0, helpLines: 0, bankHolidays: 0 });
    expect(await here.system((scope) => activities(scope))).toHaveLength(shipped.length);
    expect(await here.system((scope) => helpLines(scope))).toHaveLength(urgentHelp.length);
  });

  it('is work of the house, not of anybody signed in', async () => {
    const lead = await here.staff('service_lead');
    await expect(here.as(lead, loadProgramme)).rejects.toThrow(/only the house/);
  });

  it('marks every activity as a sample that nobody has reviewed', async () => {
    const found = await here.system((scope) => activities(scope));
    expect(new Set(found.flatMap(({ review, handoutReview }) => [review, handoutReview]))).toEqual(
      new Set(['sample']),
    );
  });

  it('gives the version in effect on a day, and each version by its id', async () => {
    const nurse = await here.staff('practitioner');
    const [older, newer] = templates;
    if (!older || !newer) throw new Error('two versions are shipped');
    const now = await here.as(nurse, (scope) => currentTemplate(scope));
    expect(now).toMatchObject({ code: newer.code, version: newer.version, content: newer });
    const before = day(newer.effectiveFrom).subtract({ days: 1 });
    const then = await here.as(nurse, (scope) => currentTemplate(scope, older.code, before));
    expect(then.version).toBe(older.version);
    expect(await here.as(nurse, (scope) => template(scope, then.id))).toEqual(then);
    await expect(here.as(nurse, (scope) => currentTemplate(scope, 'no-such-programme'))).rejects.toThrow(
      /No programme is in use/,
    );
  });

  it('gives the days off of a nation, ends included', async () => {
    const found = await here.system((scope) =>
      holidays(scope, 'england-and-wales', day('2026-12-25'), day('2027-01-01')),
    );
    expect([...found].toSorted()).toEqual(['2026-12-25', '2026-12-28', '2027-01-01']);
  });
});

describe('finding activities', () => {
  const titles = async (filter: Parameters<typeof activities>[1]) =>
    (await here.system((scope) => activities(scope, filter))).map(({ title }) => title);

  it('finds words in the title first, and the beginnings of words', async () => {
    expect((await titles({ words: 'feet floor' }))[0]).toBe('Feet on the floor');
    expect((await titles({ words: 'breath' })).length).toBeGreaterThan(
      (await titles({ words: 'breath massage' })).length,
    );
  });

  it('takes marks and small words as no question at all', async () => {
    expect(await titles({ words: "& | ! :* ') --" })).toHaveLength(shipped.length);
    expect(await titles({ words: 'and the' })).toHaveLength(shipped.length);
    expect(await titles({ words: 'xylophonequartet' })).toEqual([]);
  });

  it('keeps only what fits every filter', async () => {
    const found = await here.system((scope) =>
      activities(scope, {
        theme: 'tuning_in',
        stage: 'trimester_3',
        toolbox: 'group',
        minutesAtMost: 15,
        facilitator: 'practitioner',
      }),
    );
    expect(found.length).toBeGreaterThan(0);
    for (const each of found) {
      expect(each.themes).toContain('tuning_in');
      expect(each.stages).toContain('trimester_3');
      expect(each.toolbox).toBe('group');
      expect(each.facilitators).toContain('practitioner');
      expect(each.minutes.least).toBeLessThanOrEqual(15);
    }
    const blocks = await here.system((scope) => activities(scope, { block: 'check_in', topic: 'wellbeing' }));
    for (const each of blocks)
      expect([each.blocks, each.topics]).toEqual([
        expect.arrayContaining(['check_in']),
        expect.arrayContaining(['wellbeing']),
      ]);
  });

  it('gives whole activities by id', async () => {
    const [one, two] = await here.system((scope) => activities(scope));
    if (!one || !two) throw new Error('nothing loaded');
    const found = await here.system((scope) => activitiesByIds(scope, [one.id, two.id, one.id]));
    expect(found.map(({ code }) => code).toSorted()).toEqual([one.code, two.code].toSorted());
    expect(found.find(({ id }) => id === one.id)?.content).toEqual(
      shipped.find(({ code }) => code === one.code),
    );
    expect(await here.system((scope) => activitiesByIds(scope, []))).toEqual([]);
  });
});

describe('handouts for a parent', () => {
  const shown = (demo: boolean, loss = false, stage: Parameters<typeof handoutsFor>[1]['stage'] = null) =>
    here.parent().then((parent) => here.as(parent, (scope) => handoutsFor(scope, { stage, loss, demo })));

  it('are none where no professional has read them, and samples in a demo', async () => {
    expect(await shown(false)).toEqual([]);
    const demo = await shown(true);
    expect(demo.length).toBeGreaterThan(10);
    expect(demo.every(({ sample }) => sample)).toBe(true);
  });

  it('fit the stage', async () => {
    const early = await shown(true, false, 'trimester_1');
    expect(early.length).toBeGreaterThan(0);
    for (const { stages } of early) expect(stages).toContain('trimester_1');
  });

  it('say nothing of a baby after a loss, and are still some', async () => {
    const after = await shown(true, true);
    expect(after.length).toBeGreaterThan(2);
    for (const { title, paragraphs, steps } of after)
      expect([title, ...paragraphs, ...steps].join(' ')).not.toMatch(
        /bab(y|ies)|bump|birth|pregnan|born|mother|parent|child/i,
      );
  });
});
