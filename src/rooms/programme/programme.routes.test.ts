import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccountActor, Role } from '#platform/db/actor.ts';
import { openFamily, recordLoss } from '#rooms/families/door.ts';
import { openFile } from '#rooms/people/door.ts';
import { openPages, type Pages } from '../../../tests/support/pages.ts';
import { openStand, type Stand } from '../../../tests/support/stand.ts';
import { activities as shipped } from './content/all.ts';
import { currentTemplate, loadProgramme } from './door.ts';
import { room } from './room.ts';

let here: Stand;
let pages: Pages;
let venueId: string;
const team = new Map<Role, AccountActor>();
const actorOf = (role: Role): AccountActor => {
  const found = team.get(role);
  if (!found) throw new Error(role);
  return found;
};

beforeAll(async () => {
  here = await openStand();
  await here.system(loadProgramme);
  for (const role of [
    'practitioner',
    'programme_coordinator',
    'administrator',
    'service_lead',
    'peer_supporter',
  ] as const)
    team.set(role, await here.staff(role));
  venueId = await here.openVenue();
  pages = await openPages(here, room.routes ?? []);
});
afterAll(async () => {
  await pages.close();
  await here.close();
});

const text = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('the toolbox', () => {
  it('finds by words and filters, and says so when nothing fits', async () => {
    const nurse = pages.as(actorOf('practitioner'));
    const all = await nurse.get('/toolbox');
    expect(all.statusCode).toBe(200);
    expect(text(all.body)).toContain(`${shipped.length} activities`);
    const some = await nurse.get('/toolbox?words=feet+floor&block=arriving_again&minutes=10');
    expect(text(some.body)).toContain('Feet on the floor');
    expect(text((await nurse.get('/toolbox?words=xylophonequartet')).body)).toContain(
      'Nothing fits all of this',
    );
    // A filter nobody offers is passed over, not a fault.
    expect((await nurse.get('/toolbox?theme=%27%3B--&minutes=abc&words=%3A%2A%26')).statusCode).toBe(200);
  });

  it('is closed to parents and to whoever has not signed in', async () => {
    expect((await pages.as(await here.parent()).get('/toolbox')).statusCode).toBe(404);
    expect((await pages.as('nobody').get('/toolbox')).statusCode).toBe(303);
  });

  it('shows an activity, and changes it into a version with everything typed kept on an error', async () => {
    const nurse = pages.as(actorOf('practitioner'));
    const page = await nurse.get('/toolbox/feet-on-the-floor');
    expect(text(page.body)).toMatch(/Sample, not reviewed.*What to do.*Take care/);
    const form = (await nurse.get('/toolbox/feet-on-the-floor/edit')).body;
    const typed = filled(form);
    const wrong = await nurse.post('/toolbox/feet-on-the-floor/edit', {
      ...typed,
      title: '',
      summary: 'Kept words',
    });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toMatch(/<title>Error: /);
    expect(wrong.body).toContain('Kept words');
    const right = await nurse.post('/toolbox/feet-on-the-floor/edit', {
      ...typed,
      title: 'Both feet on the floor',
    });
    expect([right.statusCode, right.headers.location]).toEqual([303, '/toolbox/feet-on-the-floor']);
    const after = text((await nurse.get('/toolbox/feet-on-the-floor')).body);
    expect(after).toContain('Both feet on the floor');
    expect(after).toMatch(/Version 2, 23 November, Sam.*Version 1, 23 November/);
    const old = text((await nurse.get('/toolbox/feet-on-the-floor?version=1')).body);
    expect(old).toContain('This is version 1, kept as it was.');
    const stale = await nurse.post('/toolbox/feet-on-the-floor/edit', {
      ...typed,
      title: 'My own title',
      _version: '1',
    });
    expect(stale.statusCode).toBe(409);
    expect(stale.body).toContain('My own title');
    expect(stale.body).toContain('Both feet on the floor');
  });

  it('lets a coordinator enter a review and a practitioner not', async () => {
    expect(
      (await pages.as(actorOf('practitioner')).get('/toolbox/feet-on-the-floor/review')).statusCode,
    ).toBe(404);
    const [first] = shipped;
    const url = `/toolbox/${first?.code}/review`;
    const coordinator = pages.as(actorOf('programme_coordinator'));
    const no = {
      what: 'activity',
      name: 'Ruth Adeyemi',
      role: 'Midwife',
      'on-day': '20',
      'on-month': '11',
      'on-year': '2026',
      approved: 'no',
    };
    expect((await coordinator.post(url, no)).body).toContain('Say what has to change before it may be used.');
    expect((await coordinator.post(url, { ...no, words: 'Shorter, please.' })).statusCode).toBe(303);
    const after = text((await coordinator.get(`/toolbox/${first?.code}`)).body);
    expect(after).toMatch(/Not to be used as it is.*Ruth Adeyemi, Midwife.*Shorter, please\./);
  });

  it('keeps favourites with a button', async () => {
    const volunteer = pages.as(actorOf('peer_supporter'));
    const url = '/toolbox/three-things-i-can-hear';
    expect((await volunteer.post(`${url}/favourite`, { keep: 'yes' }, url)).statusCode).toBe(303);
    const mine = text((await volunteer.get('/toolbox?mine=yes')).body);
    expect(mine).toContain('1 activity');
    expect(mine).toContain('Three things I can hear');
    expect((await volunteer.get(`${url}/edit`)).statusCode).toBe(404);
  });
});

/** What a form on a page would send as it stands. */
const filled = (html: string): Record<string, string | string[]> => {
  const typed: Record<string, string | string[]> = {};
  const unescaped = (words: string) =>
    words.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&');
  for (const [tag] of html.matchAll(/<input [^>]*>/g)) {
    const [name, value = ''] = ['name', 'value'].map(
      (part) => new RegExp(` ${part}="([^"]*)"`).exec(tag)?.[1],
    );
    if (!name || name.startsWith('_')) continue;
    const box = /type="(checkbox|radio)"/.test(tag);
    if (box && !/ checked/.test(tag)) continue;
    const before = typed[name];
    typed[name] = /type="checkbox"/.test(tag)
      ? [...(Array.isArray(before) ? before : []), unescaped(value)]
      : unescaped(value);
  }
  for (const [, name = '', words = ''] of html.matchAll(
    /<textarea [^>]*name="([^"]*)"[^>]*>([^<]*)<\/textarea>/g,
  ))
    typed[name] = unescaped(words);
  for (const [, name = '', options = ''] of html.matchAll(
    /<select [^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/g,
  )) {
    const chosen = [...options.matchAll(/<option([^>]*)>/g)].find(([, rest = '']) => / selected/.test(rest));
    typed[name] = unescaped(/value="([^"]*)"/.exec(chosen?.[1] ?? '')?.[1] ?? '');
  }
  return typed;
};

describe('the programme', () => {
  it('shows vision, structure and windows, and makes a version on a page', async () => {
    const lead = pages.as(actorOf('service_lead'));
    const now = await here.as(actorOf('service_lead'), (scope) => currentTemplate(scope));
    const page = await lead.get('/programme');
    expect(text(page.body)).toContain(now.content.vision);
    expect(text(page.body)).toMatch(/12 to 28 weeks.*12 to 26 weeks/);
    const url = `/programme/${now.id}/new-version`;
    const typed = filled((await lead.get(url)).body);
    const wrong = await lead.post(url, { ...typed, referralTo: '5' });
    expect(wrong.statusCode).toBe(422);
    const day = { 'from-day': '1', 'from-month': '3', 'from-year': '2027' };
    const made = await lead.post(url, { ...typed, ...day, referralTo: '25' });
    expect(made.statusCode).toBe(303);
    const shown = text((await lead.get(String(made.headers.location))).body);
    expect(shown).toContain('In use from 1 March 2027');
    expect(shown).toContain('12 to 25 weeks');
    const stale = await lead.post(url, { ...typed, ...day, referralTo: '24', _version: String(now.version) });
    expect(stale.statusCode).toBe(409);
    expect((await pages.as(actorOf('peer_supporter')).get(url)).statusCode).toBe(404);
    expect((await pages.as(actorOf('peer_supporter')).get('/programme')).statusCode).toBe(200);
  });
});

describe('rooms and days off', () => {
  const booked = {
    what: 'Autumn group, session 5',
    'on-day': '26',
    'on-month': '11',
    'on-year': '2026',
    from: '10.30am',
    until: '12.30pm',
  };

  it('books a room, says who has it, moves and cancels', async () => {
    const office = pages.as(actorOf('administrator'));
    const url = `/venues/${venueId}`;
    expect(text((await office.get(url)).body)).toContain('The room is free');
    expect((await office.post(url, booked)).statusCode).toBe(303);
    const page = await office.get(url);
    expect(text(page.body)).toMatch(/Thu 26 Nov .*10\.30am to 12\.30pm.*Autumn group, session 5/);
    const again = await office.post(url, { ...booked, what: 'Clinic', from: '12', until: '1pm' });
    expect(again.statusCode).toBe(422);
    expect(text(again.body)).toContain(
      'is taken on Thursday 26 November, 10.30am to 12.30pm: Autumn group, session 5.',
    );
    expect((await office.post(url, { ...booked, 'on-day': '20' })).body).toContain('This day is over.');
    expect((await office.post(url, { ...booked, until: '9am' })).body).toContain(
      'The end has to come after the start',
    );
    const [, change = ''] = /href="(\/venues\/[^"]*\/bookings\/[^"]*)"/.exec(page.body) ?? [];
    expect((await office.post(change, { ...booked, from: '2pm', until: '4pm' })).statusCode).toBe(303);
    expect(text((await office.get(url)).body)).toContain('2pm to 4pm');
    expect((await office.post(`${change}/cancel`, {}, change)).statusCode).toBe(303);
    expect(text((await office.get(url)).body)).toContain('The room is free');
  });

  it('adds and changes a room, and keeps both texts of a stale edit', async () => {
    const office = pages.as(actorOf('administrator'));
    const room = {
      centre: here.centreId,
      name: 'Library',
      room: 'Reading Room',
      address: '2 Park Road',
      postcode: 'ls2 2bb',
      capacity: '10',
      creche: '0',
      stepFree: 'no',
    };
    expect((await office.post('/venues/new', { ...room, capacity: '' })).statusCode).toBe(422);
    const made = await office.post('/venues/new', room);
    expect(made.statusCode).toBe(303);
    const url = `${made.headers.location}/edit`;
    expect((await office.post(url, { ...room, notes: 'Key at the desk', _version: '1' })).statusCode).toBe(
      303,
    );
    const stale = await office.post(url, { ...room, notes: 'Ring the bell', _version: '1' });
    expect(stale.statusCode).toBe(409);
    expect(stale.body).toContain('Ring the bell');
    expect(stale.body).toContain('Key at the desk');
    expect((await office.post(url, { ...room, closed: 'yes' })).statusCode).toBe(303);
    expect(text((await office.get(String(made.headers.location))).body)).toContain('This room is closed.');
  });

  it('keeps rooms of another centre, and another role’s buttons, out of reach', async () => {
    const far = await here.openVenue('Elsewhere', here.otherCentreId);
    const office = pages.as(actorOf('administrator'));
    expect((await office.get(`/venues/${far}`)).statusCode).toBe(404);
    expect((await office.get('/venues/not-an-id')).statusCode).toBe(404);
    const volunteer = pages.as(actorOf('peer_supporter'));
    const page = await volunteer.get(`/venues/${venueId}`);
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toContain('Book this room');
    const office2 = await office.get(`/venues/${venueId}`);
    expect(office2.body).toContain('Book this room');
    expect(
      (await volunteer.post(`/venues/${venueId}`, booked, '/toolbox/three-things-i-can-hear')).statusCode,
    ).toBe(422);
  });

  it('adds and removes a bank holiday', async () => {
    const office = pages.as(actorOf('administrator'));
    const day = {
      nation: 'england-and-wales',
      'on-day': '4',
      'on-month': '12',
      'on-year': '2026',
      name: 'A day for all',
    };
    expect((await office.post('/bank-holidays', day)).statusCode).toBe(303);
    expect(text((await office.get('/bank-holidays')).body)).toMatch(/Friday 4 December .*A day for all/);
    expect((await office.post('/bank-holidays', day)).body).toContain('is on the list already');
    const gone = '/bank-holidays/england-and-wales/2026-12-04/remove';
    expect((await office.post(gone, {}, '/bank-holidays')).statusCode).toBe(303);
    expect(text((await office.get('/bank-holidays')).body)).not.toContain('A day for all');
  });
});

describe('the toolbox at home', () => {
  it('is empty where nothing is reviewed, kind in a demo, and silent about a baby after a loss', async () => {
    const personId = await here.system((scope) =>
      openFile(scope, { side: 'family', centreId: here.centreId, givenName: 'Amina', familyName: 'Yusuf' }),
    );
    const dueOn = Temporal.PlainDate.from('2027-02-20');
    const { pregnancyId } = await here.system((scope) =>
      openFamily(scope, { personId, centreId: here.centreId, dueOn, relation: 'pregnant' }),
    );
    const parent = pages.as(await here.parent(personId));
    expect(text((await parent.get('/me/toolbox')).body)).toContain('There is nothing here yet');
    pages.demo = true;
    try {
      const before = await parent.get('/me/toolbox');
      const links = [...before.body.matchAll(/href="(\/me\/toolbox\/[^"]+)"/g)].map(([, href = '']) => href);
      expect(links.length).toBeGreaterThan(5);
      const pagesBefore = await Promise.all(links.map((href) => parent.get(href)));
      expect(pagesBefore.every(({ statusCode }) => statusCode === 200)).toBe(true);
      const aboutBaby = links.filter((_, at) => /baby/i.test(text(pagesBefore[at]?.body ?? '')));
      expect(aboutBaby.length).toBeGreaterThan(0);

      await here.as(actorOf('practitioner'), (scope) =>
        recordLoss(scope, {
          pregnancyId,
          toldBy: null,
          kind: 'not_said',
          which: { all: true },
          happenedOn: null,
        }),
      );
      const after = await parent.get('/me/toolbox');
      expect(after.statusCode).toBe(200);
      const left = [...after.body.matchAll(/href="(\/me\/toolbox\/[^"]+)"/g)].map(([, href = '']) => href);
      expect(left.length).toBeGreaterThan(0);
      for (const href of left)
        expect(text((await parent.get(href)).body)).not.toMatch(/bab(y|ies)|bump|birth|pregnan/i);
      for (const href of aboutBaby) expect((await parent.get(href)).statusCode).toBe(404);
    } finally {
      pages.demo = false;
    }
  });

  it('is not for the team', async () => {
    expect((await pages.as(actorOf('practitioner')).get('/me/toolbox')).statusCode).toBe(404);
  });
});
