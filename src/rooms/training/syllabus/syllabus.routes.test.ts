import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { AccountActor, Role } from '#platform/db/actor.ts';
import { openHouse, type TestHouse } from '../../../../tests/support/house.ts';
import * as paths from '../paths.ts';
import { type Syllabus, syllabusVersions } from './syllabus.queries.ts';
import { layoutPrefill, rulesPrefill, unitPrefill } from './version.form.ts';

let house: TestHouse;
let manager: AccountActor;
let practitioner: AccountActor;

const newest = async (): Promise<Syllabus> => {
  const [first] = await house.system(syllabusVersions);
  if (!first) throw new Error('no syllabus');
  return first;
};
const unitOf = (of: Syllabus, code: string) => {
  const unit = of.content.units.find((each) => each.code === code);
  if (!unit) throw new Error('no such unit');
  return unit;
};
const words = (html: string) =>
  html
    .replace(/<head>.*<\/head>/s, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const day = (date: string) => {
  const [year, month, of] = date.split('-');
  return { 'from-day': of ?? '', 'from-month': month ?? '', 'from-year': year ?? '' };
};

beforeAll(async () => {
  house = await openHouse();
  manager = await house.member('Ruth Bell', ['volunteer_manager']);
  practitioner = await house.member('Joanne Price', ['practitioner']);
});
afterAll(() => house.close());

describe('the syllabus', () => {
  it('is read by the whole team: its blocks, its layouts side by side, and that nobody has reviewed it', async () => {
    for (const role of [
      'peer_supporter',
      'administrator',
      'programme_coordinator',
    ] as const satisfies readonly Role[]) {
      const browser = house.browser(await house.member(`A ${role}`, [role]));
      const answer = await browser.get(paths.syllabus());
      expect(answer.statusCode, role).toBe(200);
      const page = words(answer.body);
      for (const text of [
        'Core training for peer supporters',
        'Sample, not reviewed',
        'no cohort opens with it',
        'Being with people',
        'Looking after ourselves, and going on together',
        'Fifteen evenings',
        'Two long weekends',
        'After 4 units',
      ])
        expect(page, text).toContain(text);
      expect(page.includes('Change the rules')).toBe(role === 'programme_coordinator');
      expect(page).not.toContain('Review it');
    }
  });

  it('is not there for parents, nor for anybody else', async () => {
    const { id } = await newest();
    for (const at of [
      paths.syllabus(),
      paths.syllabusVersion({ syllabusId: id }),
      paths.syllabusUnit({ syllabusId: id, unitCode: 'minds' }),
      paths.competencyMatrix({ syllabusId: id }),
    ])
      expect((await house.browser(null).get(at)).statusCode, at).not.toBe(200);
  });

  it('has a page for each unit from which somebody can run it', async () => {
    const shown = await newest();
    const browser = house.browser(practitioner);
    for (const unit of shown.content.units) {
      const answer = await browser.get(paths.syllabusUnit({ syllabusId: shown.id, unitCode: unit.code }));
      expect(answer.statusCode, unit.title).toBe(200);
      const page = words(answer.body);
      for (const part of unit.outline) expect(page, part.title).toContain(part.title);
      expect(page).toContain('If it starts at 7pm');
      expect(page).toContain('when it gets heavy');
      expect(page).toContain('If somebody missed it');
    }
  });

  it('shows which unit teaches what, in words as well as in dots', async () => {
    const { id } = await newest();
    const page = words(
      (await house.browser(practitioner).get(paths.competencyMatrix({ syllabusId: id }))).body,
    );
    expect(page).toContain('Unit 13, Keeping people safe: from knowing to doing');
    expect(page).toContain('2.6 of the Competence Framework for Mental Health Peer Support Workers');
    expect(page).toContain('None given');
  });

  it('is not found where there is none of that name', async () => {
    const { id } = await newest();
    const browser = house.browser(manager);
    for (const at of [
      paths.syllabusVersion({ syllabusId: newId() }),
      paths.syllabusVersion({ syllabusId: 'nothing' }),
      paths.competencyMatrix({ syllabusId: 'nothing' }),
      paths.syllabusUnit({ syllabusId: id, unitCode: 'knitting' }),
      paths.changeUnit({ syllabusId: id, unitCode: 'knitting' }),
      paths.changeLayout({ syllabusId: id, layout: 'mornings' }),
    ])
      expect((await browser.get(at)).statusCode, at).toBe(404);
  });
});

describe('changing it', () => {
  it('is for those who plan the training', async () => {
    const { id } = await newest();
    for (const at of [
      paths.changeUnit({ syllabusId: id, unitCode: 'minds' }),
      paths.changeLayout({ syllabusId: id, layout: 'evenings' }),
      paths.changeSyllabusRules({ syllabusId: id }),
    ]) {
      expect((await house.browser(practitioner).get(at)).statusCode, at).toBe(404);
      expect((await house.browser(manager).get(at)).statusCode, at).toBe(200);
    }
  });

  it('keeps what was typed when the minutes do not add up, and says how many are too few', async () => {
    const latest = await newest();
    const at = paths.changeUnit({ syllabusId: latest.id, unitCode: 'minds' });
    const browser = house.browser(manager);
    await browser.get(at);
    const answer = await browser.post(at, {
      ...unitPrefill(unitOf(latest, 'minds')),
      ...day('2026-11-30'),
      title: 'Minds, in our words',
      'part-0-minutes': '5',
    });
    expect(answer.statusCode).toBe(422);
    expect(words(answer.body)).toContain('The outline adds up to 115 minutes, and the unit takes 120.');
    expect(answer.body).toContain('Minds, in our words');
    expect((await newest()).version).toBe(1);
  });

  it('asks for the day, for a name of each part, and for a kind of a new part', async () => {
    const latest = await newest();
    const at = paths.changeUnit({ syllabusId: latest.id, unitCode: 'minds' });
    const browser = house.browser(manager);
    await browser.get(at);
    const unit = unitOf(latest, 'minds');
    const noDay = await browser.post(at, { ...unitPrefill(unit) });
    expect(words(noDay.body)).toContain('Enter the day from which this version is in use.');
    const answer = await browser.post(at, {
      ...unitPrefill(unit),
      ...day('2026-11-30'),
      'part-1-title': '',
      [`part-${unit.outline.length}-title`]: 'A song',
    });
    expect(answer.statusCode).toBe(422);
    expect(words(answer.body)).toContain('Give part 2 a name.');
    expect(words(answer.body)).toContain('Choose what kind of part this is.');
  });

  it('makes a new version of a unit, its parts in the order given, which waits for its review', async () => {
    const latest = await newest();
    const at = paths.changeUnit({ syllabusId: latest.id, unitCode: 'minds' });
    const browser = house.browser(manager);
    await browser.get(at);
    const unit = unitOf(latest, 'minds');
    const answer = await browser.post(at, {
      ...unitPrefill(unit),
      ...day('2026-11-30'),
      'part-0-place': '2',
      'part-1-place': '1',
      cautions: 'Say so beforehand.\n\n  Two trainers.  ',
    });
    expect(answer.statusCode).toBe(303);
    const made = await newest();
    expect(answer.headers.location).toBe(paths.syllabusVersion({ syllabusId: made.id }));
    expect(made).toMatchObject({ version: 2, madeBy: manager.accountId, review: null });
    const changed = unitOf(made, 'minds');
    expect(changed.cautions).toEqual(['Say so beforehand.', 'Two trainers.']);
    expect(changed.outline.map(({ title }) => title).slice(0, 2)).toEqual(
      unit.outline
        .map(({ title }) => title)
        .slice(0, 2)
        .reverse(),
    );
    const { title: _, ...rest } = changed;
    expect({ ...rest, outline: [], cautions: [] }).toEqual(
      expect.objectContaining({ notes: unit.notes, aims: unit.aims, takeHome: unit.takeHome }),
    );
    const page = words((await browser.get(answer.headers.location ?? '')).body);
    expect(page).toContain('Version 2 is saved.');
    expect(page).toContain('From 30 November');
  });

  it('changes the times of a layout and refuses an evening that ends too late', async () => {
    const latest = await newest();
    const layout = latest.content.layouts.find(({ code }) => code === 'evenings');
    if (!layout) throw new Error('no evenings');
    const at = paths.changeLayout({ syllabusId: latest.id, layout: 'evenings' });
    const browser = house.browser(manager);
    await browser.get(at);
    const late = await browser.post(at, {
      ...layoutPrefill(layout),
      ...day('2026-11-30'),
      'meeting-3-starts': '8.30pm',
    });
    expect(late.statusCode).toBe(422);
    expect(words(late.body)).toContain('has learning after 9.30pm');
    const unclear = await browser.post(at, {
      ...layoutPrefill(layout),
      ...day('2026-11-30'),
      'meeting-3-starts': 'after tea',
    });
    expect(words(unclear.body)).toContain('Enter a time such as 10.30am or 2pm.');
    const fine = await browser.post(at, {
      ...layoutPrefill(layout),
      ...day('2026-11-30'),
      'meeting-3-starts': '6pm',
      'meeting-3-0': '30',
    });
    expect(fine.statusCode).toBe(303);
    const meeting = (await newest()).content.layouts.find(({ code }) => code === 'evenings')?.meetings[3];
    expect(meeting).toMatchObject({ startsAt: '18:00', afterDays: 21 });
    expect(meeting?.parts[0]).toMatchObject({ minutes: 30 });
  });

  it('changes the rules, and somebody who saved meanwhile is not overwritten', async () => {
    const latest = await newest();
    const at = paths.changeSyllabusRules({ syllabusId: latest.id });
    const [browser, other] = [house.browser(manager), house.browser(manager)];
    await Promise.all([browser.get(at), other.get(at)]);
    const typed = {
      ...rulesPrefill(latest.content.rules),
      ...day('2026-11-30'),
      enrolAfter: ['application'],
      shadowing: '3',
      _version: String(latest.version),
    };
    expect((await browser.post(at, typed)).statusCode).toBe(303);
    expect((await newest()).content.rules).toEqual({
      enrolAfter: ['application'],
      alongsideFromUnits: 4,
      practice: [
        { kind: 'shadowing', times: 3 },
        { kind: 'buddying', times: 2 },
        { kind: 'observed', times: 1 },
      ],
    });
    expect((await other.post(at, { ...typed, shadowing: '9' })).statusCode).toBe(409);
  });
});

describe('reviewing it', () => {
  it('is done by a professional in their own name, and says what it means', async () => {
    const { id } = await newest();
    const at = paths.reviewSyllabus({ syllabusId: id });
    expect((await house.browser(manager).get(at)).statusCode).toBe(404);
    const browser = house.browser(practitioner);
    await browser.get(at);
    const without = await browser.post(at, { role: 'Health visitor', approved: 'no', words: '' });
    expect(without.statusCode).toBe(422);
    const answer = await browser.post(at, { role: 'Health visitor', approved: 'yes', words: 'Warm.' });
    expect(answer.statusCode).toBe(303);
    const page = words((await browser.get(answer.headers.location ?? '')).body);
    for (const text of ['Approved', 'Joanne Price', 'Health visitor', 'Cohorts may open with it.'])
      expect(page, text).toContain(text);
  });

  it('is not offered to whoever made the version', async () => {
    const lead = await house.member('Ada Mensah', ['service_lead']);
    const latest = await newest();
    const browser = house.browser(lead);
    const at = paths.changeSyllabusRules({ syllabusId: latest.id });
    await browser.get(at);
    await browser.post(at, { ...rulesPrefill(latest.content.rules), ...day('2026-12-07') });
    const made = await newest();
    expect(made.madeBy).toBe(lead.accountId);
    expect((await browser.get(paths.reviewSyllabus({ syllabusId: made.id }))).statusCode).toBe(404);
    expect((await browser.get(paths.reviewSyllabus({ syllabusId: latest.id }))).statusCode).toBe(200);
  });
});
