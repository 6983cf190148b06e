import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { AccountActor, Role } from '#platform/db/actor.ts';
import type { Browser } from '../../../tests/support/browser.ts';
import { openPages, type Pages } from '../../../tests/support/pages.ts';
import { openStand, type Stand } from '../../../tests/support/stand.ts';
import { centres } from './centres/centres.queries.ts';
import { contactOf } from './contact/contact.queries.ts';
import { openFile } from './files/files.commands.ts';
import { fileOf } from './files/files.queries.ts';
import { everyHelpLine, helpLines } from './help-lines/help-lines.queries.ts';
import * as paths from './paths.ts';
import { room } from './room.ts';
import { giveRole, openAccount } from './team/team.commands.ts';
import { accountsAt, namesOfAccounts } from './team/team.queries.ts';

let stand: Stand;
let pages: Pages;
let practitioner: Browser;
let lead: Browser;
beforeAll(async () => {
  stand = await openStand();
  pages = await openPages(stand, room.routes ?? []);
  practitioner = pages.as('practitioner');
  lead = pages.as('service_lead');
});
afterAll(async () => {
  await pages.close();
  await stand.close();
});

const versionIn = (html: string) => /name="_version" value="(\d+)"/.exec(html)?.[1] ?? '';
const colleague = async (name: string, role: Role | null = null) => {
  const accountId = newId();
  const personId = await stand.system(async (scope) => {
    const made = await openFile(scope, {
      side: 'team',
      centreId: stand.centreId,
      givenName: name,
      familyName: 'Reed',
    });
    await openAccount(scope, { accountId, personId: made, demo: false });
    if (role) await giveRole(scope, { accountId, role, centreId: stand.centreId });
    return made;
  });
  return { accountId, personId };
};

describe('how to reach a parent', () => {
  const quiet = { quietFrom: '8pm', quietUntil: '8am' };

  test('is saved in one shape, and only ticked ways are safe', async () => {
    const id = await stand.file('Ada');
    const page = (await practitioner.get(paths.contact({ personId: id }))).body;
    expect(page).toContain('value="8pm"');
    const sent = await practitioner.post(paths.contact({ personId: id }), {
      phone: '07700 900 456',
      email: '',
      ways: ['text', 'call'],
      othersMayRead: 'no',
      safeTimes: 'Mornings',
      ...quiet,
    });
    expect(sent.statusCode).toBe(303);
    expect(await stand.as('practitioner', (scope) => contactOf(scope, id))).toMatchObject({
      phone: '+447700900456',
      email: null,
      mayText: true,
      mayCall: true,
      mayEmail: false,
      neutralOnly: false,
      way: 'sms',
      version: 2,
    });
  });

  test('a tick without an address comes back in words, with what was typed', async () => {
    const id = await stand.file('Bo');
    const sent = await practitioner.post(paths.contact({ personId: id }), {
      phone: '',
      email: '',
      ways: ['text', 'voicemail'],
      othersMayRead: 'yes',
      safeTimes: 'After school',
      ...quiet,
    });
    expect(sent.statusCode).toBe(422);
    expect(sent.body).toContain('Enter the phone number, or take away the ticks');
    expect(sent.body).toContain('A voicemail is only left when calling is safe.');
    expect(sent.body).toContain('After school');
  });

  test('saved by two at once: the second sees both texts', async () => {
    const id = await stand.file('Cy');
    const version = versionIn((await practitioner.get(paths.contact({ personId: id }))).body);
    const form = {
      phone: '07700 900123',
      email: 'cy@example.org',
      ways: ['email'],
      othersMayRead: 'yes',
      ...quiet,
    };
    await pages
      .as('administrator')
      .post(paths.contact({ personId: id }), { ...form, safeTimes: 'Evenings only' });
    const late = await practitioner.post(paths.contact({ personId: id }), {
      ...form,
      safeTimes: 'Mornings only',
      _version: version,
    });
    expect(late.statusCode).toBe(409);
    expect(late.body).toContain('Evenings only');
    expect(late.body).toContain('Mornings only');
    expect((await stand.as('practitioner', (scope) => contactOf(scope, id)))?.safeTimes).toBe(
      'Evenings only',
    );
  });

  test('is not found for a peer supporter, another centre, or about a colleague', async () => {
    const id = await stand.file('Di');
    const { personId } = await colleague('Dan');
    expect((await pages.as('peer_supporter').get(paths.contact({ personId: id }))).statusCode).toBe(404);
    expect(
      (await pages.as('practitioner', stand.otherCentreId).get(paths.contact({ personId: id }))).statusCode,
    ).toBe(404);
    expect((await practitioner.get(paths.contact({ personId }))).statusCode).toBe(404);
  });
});

describe('who a parent is', () => {
  test('is changed, and a number that cannot be one is refused at its field', async () => {
    const id = await stand.file('Eli');
    const url = paths.about({ personId: id });
    const form = {
      givenName: 'Eli',
      familyName: 'Hale',
      knownAs: 'El',
      language: 'ur',
      interpreterNeeded: 'yes',
      accessNeeds: 'Step-free',
    };
    const wrong = await practitioner.post(url, { ...form, nhsNumber: '943 476 5918' });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('href="#nhsNumber"');
    const right = await practitioner.post(url, { ...form, nhsNumber: '943 476 5919' });
    expect(right.statusCode).toBe(303);
    expect(await stand.as('practitioner', (scope) => fileOf(scope, id))).toMatchObject({
      calledName: 'El',
      language: 'ur',
      interpreterNeeded: true,
      accessNeeds: 'Step-free',
    });
    expect((await practitioner.get(url)).body).toContain('value="943 476 5919"');
  });
});

describe('files that look alike', () => {
  test('are compared, made one and two again', async () => {
    const [one, other] = [await stand.file('Fern', 'Adeyemi'), await stand.file('Ferne', 'Adeyemi')];
    const list = (await practitioner.get(paths.duplicates())).body;
    expect(list).toContain('Fern Adeyemi');
    const compare = paths.compare({ personId: one }, { other });
    const page = (await practitioner.get(compare)).body;
    expect(page).toContain('One person, or two?');
    const empty = await practitioner.post(paths.merge({ personId: one }), { other }, compare);
    expect(empty.statusCode).toBe(422);
    expect(empty.body).toContain('Choose which file you keep.');
    const made = await practitioner.post(
      paths.merge({ personId: one }),
      { other, keep: one, why: 'Spoke with her.' },
      compare,
    );
    expect(made.statusCode).toBe(303);
    expect((await stand.as('practitioner', (scope) => fileOf(scope, other)))?.id).toBe(one);
    const undo = /action="([^"]*\/undo)"/.exec((await practitioner.get(paths.duplicates())).body)?.[1] ?? '';
    expect((await practitioner.post(undo, {}, paths.duplicates())).statusCode).toBe(303);
    expect((await stand.as('practitioner', (scope) => fileOf(scope, other)))?.id).toBe(other);
    await practitioner.post(paths.twoPeople({ personId: one }), { other }, compare);
    expect((await practitioner.get(paths.duplicates())).body).not.toContain('Ferne Adeyemi');
  });

  test('the office looks and does not decide', async () => {
    const [one, other] = [await stand.file('Gil', 'Mensah'), await stand.file('Gill', 'Mensah')];
    const office = pages.as('administrator');
    const compare = paths.compare({ personId: one }, { other });
    expect((await office.get(compare)).body).not.toContain('Make them one file');
    expect(
      (
        await office.post(
          paths.merge({ personId: one }),
          { other, keep: one, why: 'x' },
          paths.contact({ personId: one }),
        )
      ).statusCode,
    ).toBe(404);
    expect((await practitioner.get(paths.compare({ personId: one }, { other: 'nonsense' }))).statusCode).toBe(
      404,
    );
    expect((await practitioner.get(paths.compare({ personId: one }, { other: one }))).statusCode).toBe(404);
  });
});

describe('the team', () => {
  test('a service lead gives a role and ends it; it holds at one centre or at all', async () => {
    const { accountId } = await colleague('Hari');
    const url = paths.member({ accountId });
    expect((await lead.post(url, { role: 'practitioner', centre: stand.centreId })).statusCode).toBe(303);
    expect((await lead.post(url, { role: 'administrator', centre: 'all' })).statusCode).toBe(303);
    const here = () =>
      stand.as('practitioner', (scope) =>
        accountsAt(scope, stand.centreId, ['practitioner', 'administrator']),
      );
    expect((await here()).filter((each) => each.accountId === accountId).map((each) => each.role)).toEqual([
      'administrator',
      'practitioner',
    ]);
    const there = await stand.as('practitioner', (scope) =>
      accountsAt(scope, stand.otherCentreId, ['practitioner', 'administrator']),
    );
    expect(there.filter((each) => each.accountId === accountId).map((each) => each.role)).toEqual([
      'administrator',
    ]);
    const end = /action="([^"]*\/end)"/.exec((await lead.get(url)).body)?.[1] ?? '';
    expect((await lead.post(end, {}, url)).statusCode).toBe(303);
    expect((await here()).filter((each) => each.accountId === accountId)).toHaveLength(1);
  });

  test('nobody gives a role to themselves, neither by the page nor past it', async () => {
    const { accountId, personId } = await colleague('Ida', 'service_lead');
    const ida: AccountActor = {
      kind: 'account',
      organisationId: stand.organisationId,
      accountId,
      personId,
      side: 'team',
      name: 'Ida',
      roles: [{ role: 'service_lead', centreId: stand.centreId }],
    };
    await expect(
      stand.as(ida, (scope) => giveRole(scope, { accountId, role: 'practitioner', centreId: null })),
    ).rejects.toThrow(/Nobody gives a role to themselves/);
    const forced = stand.as(ida, ({ tx, now }) =>
      tx
        .insertInto('people.roles')
        .values({
          organisation_id: stand.organisationId,
          id: newId(),
          account_id: accountId,
          role: 'practitioner',
          given_at: now.toString(),
        })
        .execute(),
    );
    await expect(forced).rejects.toThrow(/row-level security/);
  });

  test('everyone of the team sees who is here; only the service lead changes roles', async () => {
    const { accountId } = await colleague('Jo', 'peer_supporter');
    const supporter = pages.as('peer_supporter');
    expect((await supporter.get(paths.team())).body).toContain('Jo Reed');
    expect((await supporter.get(paths.member({ accountId }))).statusCode).toBe(404);
    const office = pages.as('administrator');
    expect((await office.get(paths.member({ accountId }))).body).not.toContain('Give a role');
    expect(
      (await office.post(paths.member({ accountId }), { role: 'practitioner', centre: 'all' })).statusCode,
    ).toBe(404);
    expect((await pages.as('nobody').get(paths.team())).statusCode).toBe(303);
  });

  test('a parent learns the first name of who runs their group, and no more', async () => {
    const { accountId } = await colleague('Kim');
    const parent = await stand.file('Lea');
    expect(
      (await stand.asParent(parent, (scope) => namesOfAccounts(scope, [accountId]))).get(accountId),
    ).toBe('Kim');
    expect(
      (await stand.as('practitioner', (scope) => namesOfAccounts(scope, [accountId]))).get(accountId),
    ).toBe('Kim Reed');
  });
});

describe('centres', () => {
  test('one is opened and changed; one with the same name is refused', async () => {
    const form = { name: 'East Side', town: 'Eastham', about: '', travel: '', phone: '', email: '' };
    expect((await lead.post(paths.newCentre(), form)).statusCode).toBe(303);
    expect((await lead.post(paths.newCentre(), form)).statusCode).toBe(422);
    const url = paths.centreEdit({ centreId: stand.centreId });
    expect(
      (await lead.post(url, { ...form, name: 'North', town: 'Northam', travel: 'Bus 12' })).statusCode,
    ).toBe(303);
    expect((await stand.system(centres)).find((each) => each.id === stand.centreId)).toMatchObject({
      travel: 'Bus 12',
      slug: 'hartley',
    });
    expect((await practitioner.get(url)).statusCode).toBe(404);
  });
});

describe('help lines', () => {
  const line = async (code: string, confirmedOn: string | null = null) => {
    const id = newId();
    await stand.system(({ tx }) =>
      tx
        .insertInto('people.help_lines')
        .values({
          organisation_id: stand.organisationId,
          id,
          code,
          name: `Line ${code}`,
          what: 'Somebody listens.',
          phone: '116 123',
          hours: 'Day and night',
          urgent: true,
          position: 1,
          for_whom: code === 'father' ? 'father' : 'anyone',
          confirmed_on: confirmedOn,
        })
        .execute(),
    );
    return id;
  };
  const now = async (id: string) => (await stand.system(everyHelpLine)).find((each) => each.id === id);

  test('somebody by name confirms a number; changing it asks for that again', async () => {
    const id = await line('listen');
    expect((await lead.get(paths.helpLines())).body).toContain('Nobody here has confirmed this number yet.');
    const confirmed = await lead.post(
      paths.confirmHelpLine({ lineId: id }),
      { seen: '1' },
      paths.helpLines(),
    );
    expect(confirmed.statusCode).toBe(303);
    expect((await now(id))?.confirmedOn?.toString()).toBe('2026-11-23');
    await lead.post(paths.helpLine({ lineId: id }), {
      name: 'Line listen',
      what: 'Somebody listens.',
      phone: '116 124',
      hours: 'Day and night',
      shown: 'yes',
    });
    expect(await now(id)).toMatchObject({ phone: '116 124', confirmedOn: null, confirmedBy: null });
  });

  test('a number that changed since the page was opened is not confirmed', async () => {
    const id = await line('moved');
    const late = await lead.post(paths.confirmHelpLine({ lineId: id }), { seen: '7' }, paths.helpLines());
    expect(late.statusCode).toBe(422);
    expect(late.body).toContain('changed since you opened the page');
    expect((await now(id))?.confirmedOn).toBeNull();
  });

  test('a line that leads nowhere yet is not confirmed; the number is added first', async () => {
    const id = await line('maternity');
    await stand.system(({ tx }) =>
      tx.updateTable('people.help_lines').set({ phone: null }).where('id', '=', id).execute(),
    );
    expect((await lead.get(paths.helpLines())).body).toContain('Add the number');
    const refused = await lead.post(paths.confirmHelpLine({ lineId: id }), { seen: '1' }, paths.helpLines());
    expect(refused.statusCode).toBe(422);
    expect((await now(id))?.confirmedOn).toBeNull();
  });

  test('more than a year is said aloud', async () => {
    await line('old', '2025-11-22');
    expect((await lead.get(paths.helpLines())).body).toContain(
      'That is more than a year ago: please confirm it again.',
    );
  });

  test('those for somebody come first, those for others stay away', async () => {
    await line('father');
    const forFathers = await stand.system((scope) => helpLines(scope, 'father'));
    expect(forFathers[0]?.code).toBe('father');
    expect(
      (await stand.system((scope) => helpLines(scope, 'loss'))).some((each) => each.code === 'father'),
    ).toBe(false);
  });

  test('a line that leads nowhere is refused, and a practitioner changes none', async () => {
    const id = await line('nowhere');
    const sent = await lead.post(paths.helpLine({ lineId: id }), {
      name: 'x',
      what: 'y',
      phone: '',
      textTo: '',
      url: '',
      hours: 'z',
      shown: 'yes',
    });
    expect(sent.body).toContain('Give a number to call');
    expect((await practitioner.get(paths.helpLine({ lineId: id }))).statusCode).toBe(404);
  });
});
