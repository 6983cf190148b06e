import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { type AccountActor, type Actor, ROLES, type Role } from '#platform/db/actor.ts';
import { familyOf, joinAsParent, recordLoss, releaseSafety } from '#rooms/families/door.ts';
import { family as familyPath } from '#rooms/families/paths.ts';
import { alikeFiles, inviteParent, sealFile } from '#rooms/people/door.ts';
import { seal as sealPath } from '#rooms/people/paths.ts';
import { receiveReferral } from '#rooms/referrals/door.ts';
import { type HubStand, type Meeting, openHubStand, wordsOf } from '../src/rooms/hub/stand.fixture.ts';
import { mergeFiles } from '../src/rooms/people/duplicates/merge.commands.ts';
import { amira, arrival } from '../src/rooms/referrals/arrival.fixture.ts';
import type { Browser } from './support/browser.ts';

/**
 * Zadie was a parent here and volunteers now. Her file has a row in every table that can hold one, and nobody but
 * herself as a parent and the house reaches any of them: by page, by search, by SQL, as any role, as her own new
 * sign-in. What a later room adds is tried as well, because every table is.
 */

let stand: HubStand;
let group: Meeting;
let zadie: { personId: string; pregnancyId: string; referralId: string };
let rowan: string;
let mergedAway: string;
let volunteer: AccountActor;
let practitioner: AccountActor;
let parentsOwn: AccountActor;
const team = new Map<Role, AccountActor>();

const NAMES = /Zadie|Quillfeather/;

const asZadie = (centreId: string, number = '9434765919') =>
  arrival(centreId, {
    parent: {
      ...amira,
      givenName: 'Zadie',
      familyName: 'Quillfeather',
      nhsNumber: number,
      contact: { ...amira.contact, email: 'zadie@example.org', phone: '+447700900555' },
    },
  });

beforeAll(async () => {
  stand = await openHubStand();
  const { organisationId: organisation_id, centreId: centre_id } = stand;
  group = await stand.meeting('antenatal_group', 'Autumn group', [
    '2026-11-19T10:30:00Z',
    '2026-11-26T10:30:00Z',
  ]);
  for (const role of ROLES) team.set(role, await stand.member(`Sam ${role}`, [role]));
  practitioner = team.get('practitioner') as AccountActor;
  // The same human being, as the team knows her: another file, on the other side, and another sign-in.
  volunteer = await stand.member('Zoe Feather', ['peer_supporter']);
  const received = await stand.system((scope) => receiveReferral(scope, asZadie(stand.centreId)));
  zadie = received;
  const session_id = group.sessions[0] ?? '';
  await stand.drain();
  await stand.place(zadie, group);
  parentsOwn = await stand.parent(zadie.personId, 'Zadie');
  mergedAway = (await stand.file('Zadie', 'Quillfeather')) ?? '';
  await stand.as(practitioner, (scope) =>
    mergeFiles(scope, { keptId: zadie.personId, mergedId: mergedAway, why: 'one person' }),
  );
  const stranger = await stand.file('Noa', 'Brill');
  // Rowan is the other parent of the same baby and stays with us.
  rowan = await stand.file('Rowan', 'Ash');
  await stand.system((scope) =>
    joinAsParent(scope, {
      pregnancyId: zadie.pregnancyId,
      personId: rowan,
      relation: 'partner',
      centreId: centre_id,
    }),
  );
  await stand.as(practitioner, (scope) =>
    releaseSafety(scope, {
      personId: zadie.personId,
      centreId: centre_id,
      words: 'Zadie leaves by the side door',
      reviewOn: Temporal.PlainDate.from('2027-01-10'),
    }),
  );
  const at = '2026-11-19T12:30:00Z';
  await stand.system(async ({ tx }) => {
    const person_id = zadie.personId;
    await tx
      .insertInto('delivery.attendances')
      .values({ organisation_id, session_id, person_id, centre_id, mark: 'came', marked_at: at })
      .execute();
    await tx
      .insertInto('delivery.answers')
      .values({
        organisation_id,
        session_id,
        person_id,
        centre_id,
        coming: true,
        words: 'Zadie brings cake',
        said_at: at,
      })
      .execute();
    await tx
      .insertInto('delivery.corrections')
      .values({
        organisation_id,
        id: newId(),
        session_id,
        person_id,
        centre_id,
        was: JSON.stringify({ mark: 'late' }),
        became: JSON.stringify({ mark: 'came' }),
        why: 'Zadie was there',
        at,
      })
      .execute();
    await tx
      .insertInto('delivery.waiting')
      .values({
        organisation_id,
        id: newId(),
        centre_id,
        person_id,
        pregnancy_id: zadie.pregnancyId,
        since: at,
      })
      .execute();
    await tx
      .insertInto('families.pauses')
      .values({
        organisation_id,
        id: newId(),
        centre_id,
        person_id,
        pregnancy_id: zadie.pregnancyId,
        why: 'asked',
        from_at: at,
      })
      .execute();
    const [one_id = '', other_id = ''] = [person_id, stranger].sort();
    await tx
      .insertInto('people.not_duplicates')
      .values({ organisation_id, one_id, other_id, centre_id, said_at: at })
      .execute();
    await tx
      .insertInto('referrals.triages')
      .values({
        organisation_id,
        id: newId(),
        referral_id: zadie.referralId,
        centre_id,
        outcome: 'welcome',
        reason: '',
        words: 'Zadie would like the group',
        decided_at: at,
      })
      .execute();
  });
});
afterAll(() => stand.close());

const TEAM_TABLES = /^(sign_in|graphile_worker|pg_catalog|information_schema|public)\./;

/** Every row of every table of ours that the actor reads, as text. */
const everythingReadBy = async (actor: Actor): Promise<ReadonlyMap<string, readonly string[]>> => {
  const read = new Map<string, readonly string[]>();
  const client = await stand.app.pool.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and has_table_privilege(c.oid, 'select') and n.nspname <> 'pg_catalog'`,
    );
    for (const { name } of tables.filter((table) => !TEAM_TABLES.test(table.name))) {
      await client.query('begin');
      await client.query(
        `select set_config('app.organisation', $1, true), set_config('app.kind', $2, true), set_config('app.account', $3, true), set_config('app.person', $4, true), set_config('app.roles', $5, true)`,
        [
          actor.organisationId,
          actor.kind,
          actor.kind === 'account' ? actor.accountId : '',
          actor.kind === 'account' ? actor.personId : '',
          actor.kind === 'account'
            ? actor.roles.map((held) => `${held.role}@${held.centreId}`).join(' ')
            : '',
        ],
      );
      const { rows } = await client.query<{ line: string }>(
        `select row_to_json(t)::text as line from ${name} t`,
      );
      await client.query('rollback');
      read.set(
        name,
        rows.map((row) => row.line),
      );
    }
  } finally {
    client.release();
  }
  return read;
};

/** Tables in which the actor reads something of Zadie: her ids or her name. */
const tracesFor = async (actor: Actor): Promise<readonly string[]> => {
  const ids = [zadie.personId, zadie.referralId, mergedAway, parentsOwn.accountId];
  const found = await everythingReadBy(actor);
  return [...found].flatMap(([table, lines]) =>
    lines.some((line) => NAMES.test(line) || ids.some((id) => line.includes(id))) ? [table] : [],
  );
};

const LINK = /href="(\/[^"#]*)"/g;
const MOST_PAGES = 160;

/** Where somebody who looks for her would look first. */
const likelyPages = () => {
  const [held = '', ahead = ''] = group.sessions;
  return [
    '/families',
    '/families?q=Quillfeather',
    '/families/duplicates',
    '/referrals',
    `/groups/${group.groupId}`,
    `/sessions/${held}`,
    `/sessions/${held}/register`,
    `/sessions/${held}/register/print`,
    `/sessions/${ahead}/run-sheet`,
    familyPath({ personId: rowan }),
    '/waiting',
    '/follow-ups',
    '/outbox',
  ];
};

/** Follows every link from there on; answers the pages that name her. */
const pagesNaming = async (browser: Browser): Promise<{ named: string[]; seen: number }> => {
  const ahead = ['/', ...likelyPages()];
  const seen = new Set(ahead);
  const named: string[] = [];
  const follow = (url: string) => {
    if (seen.has(url) || url.startsWith('/assets') || seen.size >= MOST_PAGES) return;
    seen.add(url);
    ahead.push(url);
  };
  for (let url = ahead.shift(); url !== undefined; url = ahead.shift()) {
    const answer = await browser.get(url);
    const location = answer.headers.location;
    if (typeof location === 'string' && location.startsWith('/')) follow(location);
    // The search box gives back what was typed into it.
    if (NAMES.test(wordsOf(answer.body).replace(/“[^”]*”/g, ''))) named.push(url);
    for (const [, href = ''] of answer.body.matchAll(LINK)) follow(href.replaceAll('&amp;', '&'));
  }
  return { named, seen: seen.size };
};

describe('before', () => {
  test('those who look after families find her by page and by SQL, so that the rest of this file can fail', async () => {
    const { named } = await pagesNaming(stand.browser(practitioner));
    expect(named).toEqual(
      expect.arrayContaining(
        likelyPages().filter((url) => url !== '/follow-ups' && !url.includes('run-sheet')),
      ),
    );
    expect(await tracesFor(practitioner)).toEqual(
      expect.arrayContaining([
        'people.persons',
        'people.contacts',
        'people.merges',
        'people.not_duplicates',
        'people.accounts',
        'families.parents',
        'families.pauses',
        'families.safety_instructions',
        'referrals.referrals',
        'referrals.needs',
        'referrals.triages',
        'delivery.places',
        'delivery.waiting',
        'delivery.answers',
        'delivery.attendances',
        'delivery.corrections',
        'platform.messages',
      ]),
    );
  });

  test('who may not look after families does not find the page that seals', async () => {
    for (const role of ['administrator', 'service_lead', 'peer_supporter', 'specialist'] as const) {
      const answer = await stand.browser(team.get(role) ?? null).get(sealPath({ personId: zadie.personId }));
      expect(answer.statusCode, role).toBe(404);
    }
  });

  test('nobody seals or opens a file by hand, not even the house or the parent', async () => {
    for (const actor of [practitioner, parentsOwn, stand.theHouse] as const)
      await expect(
        stand.as(actor, ({ tx }) =>
          tx
            .updateTable('people.persons')
            .set({ sealed_at: '2026-11-23T10:00:00Z' })
            .where('id', '=', zadie.personId)
            .execute(),
        ),
      ).rejects.toMatchObject({ code: '42501' });
  });

  test('the page says what will happen, and without the tick nothing does', async () => {
    const browser = stand.browser(practitioner);
    const address = sealPath({ personId: zadie.personId });
    const words = wordsOf((await browser.get(address)).body);
    expect(words).toContain('Nobody in the team can open it');
    const answer = await browser.post(address, { why: 'volunteers', page: 'stays' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('Tick the box when you are sure');
    expect((await browser.get(familyPath({ personId: zadie.personId }))).statusCode).toBe(200);
  });
});

describe('once it is sealed', () => {
  beforeAll(async () => {
    const browser = stand.browser(practitioner);
    const answer = await browser.post(sealPath({ personId: zadie.personId }), {
      why: 'volunteers',
      page: 'stays',
      sure: 'yes',
    });
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe('/families');
    await stand.drain();
  });

  test.each(ROLES)('a %s finds nothing of her in any table', async (role) => {
    const traces = await tracesFor(team.get(role) as AccountActor);
    // The button they pressed carried her address; it is theirs alone and gone within the week.
    expect(traces.filter((table) => table !== 'platform.submissions')).toEqual([]);
  });

  test('nor does somebody who holds every role, nor her own new sign-in', async () => {
    const everything: AccountActor = {
      ...practitioner,
      accountId: newId(),
      personId: newId(),
      roles: ROLES.flatMap((role) => stand.centres.map(({ id }) => ({ role, centreId: id }))),
    };
    expect(await tracesFor(everything)).toEqual([]);
    expect(await tracesFor(volunteer)).toEqual([]);
    expect(
      await tracesFor({ ...everything, accountId: volunteer.accountId, personId: volunteer.personId }),
    ).toEqual([]);
  });

  test.each([
    'practitioner',
    'volunteer_manager',
    'programme_coordinator',
    'administrator',
    'service_lead',
    'peer_supporter',
  ] as const)(
    'a %s who follows every link meets her on no page',
    async (role) => {
      const { named, seen } = await pagesNaming(stand.browser(team.get(role) as AccountActor));
      expect(seen).toBeGreaterThan(8);
      expect(named).toEqual([]);
    },
    60_000,
  );

  test('her new sign-in meets her on no page, and each old address is not found', async () => {
    expect((await pagesNaming(stand.browser(volunteer))).named).toEqual([]);
    const addresses = ['', '/contact', '/about', '/seal', `/duplicates?other=${rowan}`].map(
      (end) => familyPath({ personId: zadie.personId }) + end,
    );
    for (const actor of [practitioner, volunteer, team.get('volunteer_manager') as AccountActor])
      for (const address of [
        ...addresses,
        familyPath({ personId: mergedAway }),
        `/referrals/${zadie.referralId}`,
      ]) {
        const answer = await stand.browser(actor).get(address);
        expect(answer.statusCode, address).toBe(404);
        expect(answer.body).not.toMatch(NAMES);
      }
  });

  test('no function tells of her either', async () => {
    await stand.as(practitioner, async (scope) => {
      const { rows } = await (await import('kysely')).sql<{ found: string }>`
        select row(people.may_know(array[${zadie.personId}]::uuid[]), people.maybe_alike('zadie quillfeather', '9434765919', '+447700900555', 'zadie@example.org'),
          people.nhs_number_taken('9434765919', null), (select count(*) from people.sign_ins_of(array[${parentsOwn.accountId}]::uuid[])),
          people.last_letter(${parentsOwn.accountId}::uuid), (select count(*) from families.facts_of(array[${zadie.personId}]::uuid[])),
          (select count(*) from families.stop_messages(${zadie.pregnancyId}::uuid, array[${zadie.personId}]::uuid[]) s where cardinality(s) > 0),
          delivery.others_in(${group.groupId}::uuid))::text as found`.execute(scope.tx);
      expect(rows[0]?.found).toBe('({},{},f,0,,0,0,0)');
      expect(
        await alikeFiles(scope, { givenName: 'Zadie', familyName: 'Quillfeather', phone: '07700 900555' }),
      ).toEqual([]);
    });
  });

  test('nobody merges her with another file, undoes a merge of hers, writes to her or seals her twice', async () => {
    for (const who of [practitioner, stand.theHouse] as const) {
      await expect(
        stand.as(who, (scope) => mergeFiles(scope, { keptId: rowan, mergedId: zadie.personId, why: 'no' })),
      ).rejects.toThrow();
      await expect(
        stand.as(who, (scope) => sealFile(scope, { familyPersonId: zadie.personId, why: 'volunteers' })),
      ).rejects.toMatchObject({ name: 'NotFound' });
    }
    await expect(
      stand.as(practitioner, ({ tx }) =>
        tx
          .insertInto('people.contacts')
          .values({
            organisation_id: stand.organisationId,
            person_id: zadie.personId,
            centre_id: stand.centreId,
          })
          .execute(),
      ),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(
      stand.as(practitioner, (scope) =>
        inviteParent(scope, { personId: zadie.personId, origin: 'http://kith.test' }),
      ),
    ).rejects.toMatchObject({ name: 'NotFound' });
  });

  test('the other parent’s file goes on, with the baby and without her', async () => {
    const answer = await stand.browser(practitioner).get(familyPath({ personId: rowan }));
    expect(answer.statusCode).toBe(200);
    expect(answer.body).not.toMatch(NAMES);
    const words = wordsOf(answer.body);
    expect(words).toContain('Rowan Ash');
    expect(words).toContain('20 weeks');
  });

  test('her places and her waiting have ended, and what waited to be sent is stopped', async () => {
    await stand.system(async ({ tx }) => {
      const places = await tx
        .selectFrom('delivery.places')
        .select(['ended_at', 'end_reason'])
        .where('person_id', '=', zadie.personId)
        .execute();
      expect(places.length).toBeGreaterThan(0);
      expect(places.every((place) => place.ended_at !== null && place.end_reason === 'left')).toBe(true);
      const waits = await tx
        .selectFrom('delivery.waiting')
        .select('ended_at')
        .where('person_id', '=', zadie.personId)
        .execute();
      expect(waits.every((wait) => wait.ended_at !== null)).toBe(true);
      const open = await tx
        .selectFrom('platform.messages')
        .select('id')
        .where('person_id', '=', zadie.personId)
        .where('state', 'in', ['waiting', 'held'])
        .execute();
      expect(open).toEqual([]);
    });
  });

  test('she herself, as the parent she was, still reads her own page', async () => {
    const browser = stand.browser(parentsOwn);
    const answer = await browser.get('/me');
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('Hello Zadie');
    expect((await browser.get('/me/held')).statusCode).toBe(200);
    expect(await tracesFor(parentsOwn)).toEqual(
      expect.arrayContaining(['people.persons', 'people.contacts', 'families.parents']),
    );
  });

  test('a loss that the other parent tells us of is not told to her by her page', async () => {
    const told = () => stand.as(parentsOwn, (scope) => familyOf(scope, zadie.personId));
    expect(await told()).toMatchObject({ stage: 'pregnant' });
    await stand.as(practitioner, (scope) =>
      recordLoss(scope, {
        pregnancyId: zadie.pregnancyId,
        toldBy: rowan,
        kind: 'pregnancy_loss',
        which: { all: true },
        happenedOn: null,
      }),
    );
    await stand.drain();
    expect(await told()).toMatchObject({ resting: 'linked_loss', lossOfAll: false, losses: [], dueOn: null });
    expect((await told())?.stage).not.toBe('loss');
    const words = wordsOf((await stand.browser(parentsOwn).get('/me')).body);
    expect(words).toContain('Hello Zadie');
    expect(words).not.toMatch(/sorry|loss|weeks/i);
  });

  test('the house counts her still', async () => {
    expect(await tracesFor(stand.theHouse)).toEqual(
      expect.arrayContaining(['people.persons', 'delivery.attendances', 'people.seals']),
    );
  });

  test('when she is expecting again a referral opens a file of its own, and nobody is told of the old one', async () => {
    const again = await stand.system((scope) => receiveReferral(scope, asZadie(stand.centreId)));
    expect(again.personId).not.toBe(zadie.personId);
    const { nhs_number } = await stand.as(practitioner, ({ tx }) =>
      tx
        .selectFrom('people.persons')
        .select('nhs_number')
        .where('id', '=', again.personId)
        .executeTakeFirstOrThrow(),
    );
    expect(nhs_number).toBe('9434765919');
  });
});
