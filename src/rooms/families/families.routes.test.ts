import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { Browser } from '../../../tests/support/browser.ts';
import { openPages, type Pages } from '../../../tests/support/pages.ts';
import { openStand, type Stand } from '../../../tests/support/stand.ts';
import { familyOf } from './family.queries.ts';
import { pausesFor } from './loss/pauses.queries.ts';
import * as paths from './paths.ts';
import { joinAsParent, openFamily } from './pregnancy/pregnancy.commands.ts';
import { room } from './room.ts';

let stand: Stand;
let pages: Pages;
let practitioner: Browser;
beforeAll(async () => {
  stand = await openStand();
  pages = await openPages(stand, room.routes ?? []);
  practitioner = pages.as('practitioner');
});
afterAll(async () => {
  await pages.close();
  await stand.close();
});

const couple = async (mother = 'Amina', father = 'Tom') => {
  const [one, other] = [await stand.file(mother, 'Okafor'), await stand.file(father, 'Okafor')];
  const pregnancyId = await stand.as('practitioner', async (scope) => {
    const opened = await openFamily(scope, {
      centreId: stand.centreId,
      dueOn: Temporal.PlainDate.from('2026-12-01'),
      babiesExpected: 2,
      personId: one,
      relation: 'pregnant',
    });
    await joinAsParent(scope, {
      pregnancyId: opened.pregnancyId,
      personId: other,
      relation: 'father',
      centreId: stand.centreId,
    });
    return opened.pregnancyId;
  });
  return { one, other, pregnancyId };
};

const factsOf = (personId: string) => stand.as('practitioner', (scope) => familyOf(scope, personId));
const birthOn = (at: number, day: string, month: string, year = '2026') => ({
  [`bornOn${at}-day`]: day,
  [`bornOn${at}-month`]: month,
  [`bornOn${at}-year`]: year,
});
const born = birthOn(1, '16', '11');

describe('the list', () => {
  test('finds a parent by part of a name, whatever its capitals, and says where they are on the way', async () => {
    await couple('Zuzanna', 'Piotr');
    const { body, statusCode } = await practitioner.get('/families?name=ZUZ');
    expect(statusCode).toBe(200);
    expect(body).toContain('Zuzanna Okafor');
    expect(body).toContain('38 weeks and 6 days, due 1 December, twins');
    expect(body).not.toContain('Piotr');
  });

  test('says so kindly when nobody matches, and a per cent sign matches nobody', async () => {
    expect((await practitioner.get('/families?name=%25')).body).toContain('Nobody here matches');
  });

  test('goes on after fifty', async () => {
    const centre = stand.otherCentreId;
    await stand.system(async ({ tx, now }) => {
      const rows = Array.from({ length: 51 }, (_, at) => ({
        organisation_id: stand.organisationId,
        id: newId(),
        centre_id: centre,
        side: 'family' as const,
        given_name: `Parent${String(at).padStart(2, '0')}`,
        family_name: 'Long',
        made_at: now.toString(),
      }));
      await tx.insertInto('people.persons').values(rows).execute();
    });
    const browser = pages.as('practitioner', centre);
    const first = (await browser.get('/families')).body;
    expect(first).toContain('1 to 50');
    expect(first).not.toContain('Parent50');
    const second = (await browser.get('/families?page=2')).body;
    expect(second).toContain('51 to 51');
    expect(second).toContain('Parent50');
  });

  test('filters by stage; the office cannot ask it who had a loss', async () => {
    const { one, pregnancyId } = await couple('Wren', 'Wolf');
    const browser = pages.as('administrator');
    expect((await practitioner.get('/families?stage=pregnant&name=wren')).body).toContain('Wren Okafor');
    await practitioner.post(paths.recordLoss({ personId: one }), {
      toldBy: one,
      which: 'all',
      kind: 'not_said',
    });
    expect((await factsOf(one))?.pregnancyId).toBe(pregnancyId);
    expect((await practitioner.get('/families?stage=pregnant&name=wren')).body).not.toContain('Wren Okafor');
    expect((await practitioner.get('/families?stage=loss&name=wren')).body).toContain('Wren Okafor');
    const office = await browser.get('/families?stage=loss');
    expect(office.body).not.toContain('After a loss');
    expect(office.body).toContain('Zuzanna Okafor');
    expect((await browser.get('/families?name=wren')).body).toContain('Messages are resting');
  });

  test('is not found for peer supporters and whoever holds no role with families', async () => {
    expect((await pages.as('peer_supporter').get('/families')).statusCode).toBe(404);
    expect((await pages.as('service_lead').get('/families')).statusCode).toBe(404);
    expect((await pages.as('nobody').get('/families')).statusCode).toBe(303);
  });
});

describe('a birth', () => {
  test('of twins is written down, and leads back to the file', async () => {
    const { one } = await couple();
    const sent = await practitioner.post(paths.birth({ personId: one }), {
      ...born,
      givenName1: 'Noor',
      livesWith1: 'parents',
      ...birthOn(2, '16', 'nov'),
      livesWith2: 'in_hospital',
    });
    expect([sent.statusCode, sent.headers.location]).toEqual([303, paths.family({ personId: one })]);
    const facts = await factsOf(one);
    expect(facts?.babies.map((baby) => [baby.givenName, baby.order, baby.livesWith])).toEqual([
      ['Noor', 1, 'parents'],
      [null, 2, 'in_hospital'],
    ]);
    expect(facts?.resting).toBeNull();
  });

  test('of a baby who lives somewhere else lets messages rest for both parents', async () => {
    const { one, other } = await couple();
    await practitioner.post(paths.birth({ personId: one }), { ...born, livesWith1: 'elsewhere' });
    for (const parent of [one, other]) expect((await factsOf(parent))?.resting).toBe('baby_elsewhere');
  });

  test('that is still to come, or without a place, comes back with what to do and everything typed', async () => {
    const { one } = await couple();
    const sent = await practitioner.post(paths.birth({ personId: one }), {
      ...birthOn(1, '24', '11'),
      givenName1: 'Noor',
      livesWith1: 'parents',
    });
    expect(sent.statusCode).toBe(422);
    expect(sent.body).toContain('<title>Error: ');
    expect(sent.body).toContain('This date is still to come.');
    expect(sent.body).toContain('value="Noor"');
    const empty = await practitioner.post(paths.birth({ personId: one }), {});
    expect(empty.body).toContain('Enter the day the baby was born.');
    expect(empty.body).toContain('Say where the baby is now.');
    expect((await factsOf(one))?.babies).toEqual([]);
  });

  test('entered by mistake is taken back', async () => {
    const { one } = await couple();
    await practitioner.post(paths.birth({ personId: one }), { ...born, livesWith1: 'parents' });
    const baby = (await factsOf(one))?.babies[0]?.id ?? '';
    const sent = await practitioner.post(paths.undoBirth({ personId: one, babyId: baby }), {
      why: 'The wrong file.',
    });
    expect(sent.statusCode).toBe(303);
    expect((await factsOf(one))?.stage).toBe('pregnant');
  });
});

describe('a loss', () => {
  test('says what it will do and who will not be told, before anything is asked', async () => {
    const { one } = await couple('Amina', 'Tom');
    const { body } = await practitioner.get(paths.loss({ personId: one }));
    expect(body).toContain('Everything that is waiting to be sent to Amina and Tom');
    expect(body).toContain('Who will not be told');
    expect(body).toContain('Tom will learn nothing from us');
    expect(body).not.toContain('<form method="post"');
  });

  test('of one twin is written down, decided about, and can be taken back', async () => {
    const { one, other } = await couple();
    await practitioner.post(paths.birth({ personId: one }), {
      ...born,
      givenName1: 'Noor',
      livesWith1: 'parents',
      ...birthOn(2, '16', '11'),
      givenName2: 'Sami',
      livesWith2: 'in_hospital',
    });
    const page = (await practitioner.get(paths.recordLoss({ personId: one }))).body;
    for (const choice of ['Noor', 'Sami', 'Both babies']) expect(page).toContain(choice);
    const sami = (await factsOf(one))?.babies[1]?.id ?? '';
    expect(
      (
        await practitioner.post(paths.recordLoss({ personId: one }), {
          toldBy: one,
          which: sami,
          kind: 'baby_died',
        })
      ).statusCode,
    ).toBe(303);

    const waiting = (await practitioner.get(paths.pauses())).body;
    expect(waiting).toContain('Waiting for a decision');
    const [pause] = await stand.as('practitioner', (scope) => pausesFor(scope, other));
    const decided = await practitioner.post(paths.pause({ pauseId: pause?.id ?? '' }), {
      decision: 'all_again',
      words: 'He came with Noor.',
    });
    expect(decided.headers.location).toBe(paths.pauses());
    expect((await factsOf(other))?.resting).toBeNull();

    const loss = (await factsOf(one))?.losses[0]?.id ?? '';
    const undone = await practitioner.post(paths.lossUndo({ personId: one }), {
      loss,
      why: 'The wrong twin.',
    });
    expect(undone.statusCode).toBe(303);
    expect(await factsOf(one)).toMatchObject({ someLost: false, resting: null });
  });

  test('of all: support can be decided, everything again is not on offer', async () => {
    const { one, other } = await couple();
    await practitioner.post(paths.recordLoss({ personId: one }), {
      toldBy: one,
      which: 'all',
      kind: 'pregnancy_loss',
    });
    const [pause] = await stand.as('practitioner', (scope) => pausesFor(scope, other));
    const page = (await practitioner.get(paths.pause({ pauseId: pause?.id ?? '' }))).body;
    expect(page).toContain('Only messages of support');
    expect(page).not.toContain('All messages again');
    const forced = await practitioner.post(paths.pause({ pauseId: pause?.id ?? '' }), {
      decision: 'all_again',
      words: 'x',
    });
    expect(forced.statusCode).toBe(422);
    expect((await practitioner.get(paths.birth({ personId: one }))).statusCode).toBe(404);
  });

  test('is entered by the office too, which neither decides nor undoes; a peer supporter finds nothing', async () => {
    const { one } = await couple();
    const office = pages.as('administrator');
    expect(
      (
        await office.post(paths.recordLoss({ personId: one }), {
          toldBy: one,
          which: 'all',
          kind: 'not_said',
        })
      ).statusCode,
    ).toBe(303);
    expect((await factsOf(one))?.stage).toBe('loss');
    expect((await office.get(paths.pauses())).statusCode).toBe(404);
    expect((await office.get(paths.lossUndo({ personId: one }))).statusCode).toBe(404);
    expect((await pages.as('peer_supporter').get(paths.loss({ personId: one }))).statusCode).toBe(404);
    expect(
      (await pages.as('practitioner', stand.otherCentreId).get(paths.loss({ personId: one }))).statusCode,
    ).toBe(404);
  });
});

describe('the due date', () => {
  test('saved by two at once: the second sees both and neither is lost', async () => {
    const { one } = await couple();
    const mine = await practitioner.get(paths.dueDate({ personId: one }));
    const version = /name="_version" value="(\d+)"/.exec(mine.body)?.[1] ?? '';
    await pages.as('administrator').post(paths.dueDate({ personId: one }), {
      'dueOn-day': '3',
      'dueOn-month': '12',
      'dueOn-year': '2026',
      babiesExpected: '2',
    });
    const late = await practitioner.post(paths.dueDate({ personId: one }), {
      'dueOn-day': '9',
      'dueOn-month': '12',
      'dueOn-year': '2026',
      babiesExpected: '2',
      _version: version,
    });
    expect(late.statusCode).toBe(409);
    expect(late.body).toContain('Somebody else saved this while you were writing');
    expect(late.body).toContain('value="9"');
    expect((await factsOf(one))?.dueOn?.toString()).toBe('2026-12-03');
  });
});

describe('another parent', () => {
  test('gets a file of their own, and one that is here already is offered first', async () => {
    const mother = await stand.file('Ines', 'Duarte');
    await practitioner.post(paths.newPregnancy({ personId: mother }), {
      relation: 'pregnant',
      'dueOn-day': '1',
      'dueOn-month': '3',
      'dueOn-year': '2027',
      babiesExpected: '1',
    });
    const known = await stand.file('Rui', 'Duarte');
    const first = await practitioner.post(paths.link({ personId: mother }), {
      givenName: 'Rui',
      familyName: 'Duarte',
      relation: 'father',
    });
    expect(first.statusCode).toBe(422);
    expect(first.body).toContain('Is it one of these?');
    expect(first.body).toContain('the same name');
    const chosen = await practitioner.post(paths.link({ personId: mother }), {
      givenName: 'Rui',
      familyName: 'Duarte',
      relation: 'father',
      chosen: known,
    });
    expect(chosen.statusCode).toBe(303);
    expect((await factsOf(known))?.pregnancyId).toBe((await factsOf(mother))?.pregnancyId);
    const ended = await practitioner.post(paths.unlink({ personId: mother, otherId: known }), {
      why: 'Not the father.',
    });
    expect(ended.statusCode).toBe(303);
    expect(await factsOf(known)).toBeNull();
  });
});

describe('a safety instruction', () => {
  test('is released with a day to look at it again, read by peer supporters of the centre, and ended', async () => {
    const { one } = await couple();
    const sent = await practitioner.post(paths.safety({ personId: one }), {
      words: 'Do not phone. Only text.',
      'reviewOn-day': '1',
      'reviewOn-month': '2',
      'reviewOn-year': '2027',
    });
    expect(sent.statusCode).toBe(303);
    const { safetyFor } = await import('./safety/safety.queries.ts');
    const seen = async (centre?: string) =>
      (await stand.as('peer_supporter', (scope) => safetyFor(scope, [one]), centre))
        .get(one)
        ?.map((each) => each.words);
    expect(await seen()).toEqual(['Do not phone. Only text.']);
    expect(await seen(stand.otherCentreId)).toBeUndefined();
    const far = await practitioner.post(paths.safety({ personId: one }), {
      words: 'Do not phone.',
      'reviewOn-day': '1',
      'reviewOn-month': '9',
      'reviewOn-year': '2027',
    });
    expect(far.body).toContain('within six months');
    const page = (await practitioner.get(paths.safety({ personId: one }))).body;
    const end = /action="([^"]*\/safety\/[^"]*\/end)"/.exec(page)?.[1] ?? '';
    await practitioner.post(end, {}, paths.safety({ personId: one }));
    expect(await seen()).toBeUndefined();
  });
});
