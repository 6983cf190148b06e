import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { organisationIds } from '../src/app.ts';
import { MONDAY } from '../tests/support/stand.ts';
import { fillDemo } from './story.ts';
import { ask, named, type Told, type ToldAloud, telling, toldBefore } from './told.fixture.ts';

/** Beside that Monday morning: a Sunday night in summer with the clocks forward, and the first minutes of a year. */
const OTHER_DAYS = ['2027-06-06T21:40:00Z', '2027-01-01T00:04:00Z'] as const;

let story: ToldAloud;
beforeAll(async () => {
  story = await telling(MONDAY);
}, 120_000);
afterAll(() => story?.end());

const person = sql.raw("p.given_name || ' ' || p.family_name as name");
const lives = (place: string) =>
  sql<{
    name: string;
  }>`select ${person} from families.babies b join families.parents r on r.pregnancy_id = b.pregnancy_id join people.persons p on p.id = r.person_id where b.lives_with = ${place}`;
const inState = (state: string) =>
  sql<{
    name: string;
  }>`select ${person} from referrals.referrals f join people.persons p on p.id = f.person_id where f.state = ${state}`;
const byRoute = (route: string) =>
  sql<{
    name: string;
  }>`select ${person} from referrals.referrals f join people.persons p on p.id = f.person_id where f.route = ${route}`;
const interpreted = (language: string) =>
  sql<{
    name: string;
  }>`select ${person} from people.persons p where p.language = ${language} and p.interpreter_needed`;
const placed = (where: string) =>
  sql<{
    name: string;
  }>`select ${person} from delivery.places s join delivery.groups g on g.id = s.group_id join people.persons p on p.id = s.person_id where ${sql.raw(where)}`;
const now = sql.raw(`'${MONDAY}'::timestamptz`);
const today = sql.raw(`'2026-11-23'::date`);

describe('every state a family can be in is in the story', () => {
  const states: Readonly<Record<string, RawBuilder<{ name: string }>>> = {
    'referred by a professional': byRoute('professional'),
    'came by herself': byRoute('self'),
    'written down from a call': byRoute('staff'),
    'from a file': byRoute('file'),
    'just received': inState('received'),
    'asked for more': inState('asked'),
    welcomed: inState('welcomed'),
    'shown another service': inState('signposted'),
    'handed over': inState('handed_over'),
    'not taken on': inState('declined'),
    withdrawn: inState('withdrawn'),
    'waiting for a group': sql`select ${person} from delivery.waiting w join people.persons p on p.id = w.person_id where w.ended_at is null`,
    'offered, about to lapse': placed(
      `s.taken_at is null and s.declined_at is null and s.lapsed_at is null and s.ended_at is null and s.answer_by between '${MONDAY}' and '${MONDAY.add({ hours: 48 })}'`,
    ),
    'offer lapsed': placed('s.lapsed_at is not null'),
    'offer declined': placed('s.declined_at is not null'),
    'place taken, group not begun': placed(
      `s.taken_at is not null and s.ended_at is null and g.kind = 'antenatal_group' and g.starts_on > '2026-11-23'`,
    ),
    'in the middle of a course': placed(
      `s.taken_at is not null and s.ended_at is null and g.name = 'Autumn group'`,
    ),
    'joined after the start': placed('s.joined_after_start and s.ended_at is null'),
    'moved on after the birth': placed(`s.end_reason = 'moved_on'`),
    'born early': sql`select ${person} from families.babies b join families.pregnancies y on y.id = b.pregnancy_id join families.parents r on r.pregnancy_id = y.id join people.persons p on p.id = r.person_id where y.due_on - b.born_on > 21`,
    twins: sql`select ${person} from families.babies b join families.parents r on r.pregnancy_id = b.pregnancy_id join people.persons p on p.id = r.person_id where b.birth_order = 2`,
    'baby in hospital': lives('in_hospital'),
    'baby living elsewhere': lives('elsewhere'),
    'with one parent': lives('one_parent'),
    'a loss, told by herself': sql`select ${person} from families.losses l join people.persons p on p.id = l.told_by_person_id where l.all_babies and l.undone_at is null`,
    'the linked parent’s messages rest, and nobody has decided': sql`select ${person} from families.pauses z join people.persons p on p.id = z.person_id where z.why = 'linked_loss' and z.ended_at is null and z.decided_at is null`,
    'one twin lost': sql`select ${person} from families.losses l join people.persons p on p.id = l.told_by_person_id where not l.all_babies and l.baby_id is not null`,
    'a loss entered by mistake': sql`select ${person} from families.losses l join families.parents r on r.pregnancy_id = l.pregnancy_id join people.persons p on p.id = r.person_id where l.undone_at is not null`,
    'expecting again after a loss': sql`select ${person} from families.parents r join people.persons p on p.id = r.person_id group by p.id, p.given_name, p.family_name having count(distinct r.pregnancy_id) > 1`,
    'a father by himself': sql`select ${person} from families.parents r join people.persons p on p.id = r.person_id where r.relation = 'father' and (select count(*) from families.parents o where o.pregnancy_id = r.pregnancy_id) = 1`,
    'two linked parents': sql`select ${person} from families.parents r join people.persons p on p.id = r.person_id where (select count(*) from families.parents o where o.pregnancy_id = r.pregnancy_id) = 2`,
    'interpreter for Polish': interpreted('pl'),
    'interpreter for Urdu': interpreted('ur'),
    'interpreter for Arabic': interpreted('ar'),
    'interpreter for British Sign Language': interpreted('bfi'),
    'a wheelchair': sql`select ${person} from people.persons p where p.access_needs ilike '%wheelchair%'`,
    'under eighteen': sql`select ${person} from people.persons p where p.side = 'family' and p.born_on > ${today} - interval '18 years'`,
    'a safety instruction': sql`select ${person} from families.safety_instructions i join people.persons p on p.id = i.person_id where i.ended_at is null`,
    'not safe to phone': sql`select ${person} from people.contacts c join people.persons p on p.id = c.person_id where c.neutral_only and not c.may_call and not c.may_text and c.may_email`,
    'no safe way at all': sql`select ${person} from people.contacts c join people.persons p on p.id = c.person_id where p.side = 'family' and not c.may_call and not c.may_text and not c.may_email`,
    'too late for a group, so the drop-in': sql`select ${person} from referrals.referrals f join families.pregnancies y on y.id = f.pregnancy_id join people.persons p on p.id = f.person_id where f.state = 'welcomed' and y.due_on - f.received_at::date < 63 and y.due_on > ${today}`,
    'passed on and followed up': sql`select ${person} from referrals.handovers h join referrals.referrals f on f.id = h.referral_id join people.persons p on p.id = f.person_id where h.followed_up_at is not null and h.seen`,
    'passed on and still to follow up': sql`select ${person} from referrals.handovers h join referrals.referrals f on f.id = h.referral_id join people.persons p on p.id = f.person_id where h.followed_up_at is null and h.follow_up_on < ${today}`,
    'near the first birthday': sql`select ${person} from families.babies b join families.parents r on r.pregnancy_id = b.pregnancy_id join people.persons p on p.id = r.person_id where b.born_on + interval '1 year' between ${today} and ${today} + interval '21 days'`,
    'past the first birthday, the drop-in over': placed(`g.kind = 'drop_in' and s.end_reason = 'finished'`),
    'two files that may be one': sql`select ${person} from people.persons p join people.contacts c on c.person_id = p.id where c.phone in (select phone from people.contacts where phone is not null group by phone having count(*) > 1)`,
    'made one and made two again': sql`select ${person} from people.merges m join people.persons p on p.id = m.kept_id where m.undone_at is not null`,
    'once a parent, now of the team': sql`select ${person} from people.persons p where exists (select from people.persons o where o.given_name = p.given_name and o.family_name = p.family_name and o.side <> p.side)`,
  };
  test.each(Object.entries(states))('%s', async (_, query) => {
    expect(await named(story, query)).not.toEqual([]);
  });

  test('some sixty families', async () => {
    const [row] = await ask(story, sql<{ n: number }>`select count(*)::int as n from families.pregnancies`);
    expect(row?.n).toBeGreaterThanOrEqual(60);
    expect(row?.n).toBeLessThanOrEqual(80);
  });
});

describe('groups, registers, rooms and concerns are in every state too', () => {
  const found: Readonly<Record<string, RawBuilder<{ name: string }>>> = {
    'a register left open': sql`select g.name from delivery.sessions s join delivery.groups g on g.id = s.group_id where s.ends_at < ${now} and s.called_off_at is null and not exists (select from delivery.register_closings c where c.session_id = s.id)`,
    'a session called off': sql`select g.name from delivery.sessions s join delivery.groups g on g.id = s.group_id where s.called_off_at is not null`,
    'the next session of a group not planned': sql`select g.name from delivery.sessions s join delivery.groups g on g.id = s.group_id where s.starts_at between ${now} and ${now} + interval '7 days' and not exists (select from delivery.plans n where n.session_id = s.id)`,
    'the next session of a group planned to two hours': sql`select g.name from delivery.sessions s join delivery.groups g on g.id = s.group_id where s.starts_at between ${now} and ${now} + interval '7 days' and (select sum(b.minutes) from delivery.plan_blocks b where b.session_id = s.id) = 120`,
    'somebody who did not come and is to be asked after': sql`select ${person} from delivery.attendances a join people.persons p on p.id = a.person_id where a.mark = 'did_not_come' and a.followed_up_at is null`,
    'somebody who was asked after': sql`select ${person} from delivery.attendances a join people.persons p on p.id = a.person_id where a.followed_up_at is not null`,
    'a register put right afterwards': sql`select why as name from delivery.corrections`,
    'a block adapted': sql`select b.adapted_how as name from delivery.plan_blocks b where b.done = 'adapted'`,
    'a heavy session': sql`select r.went_well as name from delivery.reflections r where r.heavy`,
    'somebody else in a room of ours': sql`select b.what as name from programme.bookings b where b.cancelled_at is null and not exists (select from delivery.sessions s where s.booking_id = b.id)`,
    'a row of a file that could not land': sql`select reason as name from referrals.import_rejects`,
    'a concern nobody has opened': sql`select c.reference as name from safeguarding.concerns c where not exists (select from safeguarding.acknowledgements a where a.concern_id = c.id) and not exists (select from safeguarding.escalations e where e.concern_id = c.id)`,
    'a concern taken on': sql`select c.reference as name from safeguarding.concerns c join safeguarding.acknowledgements a on a.concern_id = c.id where a.acknowledged_at is not null`,
    'a concern that went on to the deputy': sql`select c.reference as name from safeguarding.concerns c join safeguarding.escalations e on e.concern_id = c.id where e.step = 'deputy'`,
  };
  test.each(Object.entries(found))('%s', async (_, query) => {
    expect(await named(story, query)).not.toEqual([]);
  });

  test('one chair is left in the group that begins next', async () => {
    const rows = await ask(
      story,
      sql<{
        places: number;
        held: number;
      }>`select g.places, (select count(*)::int from delivery.places s where s.group_id = g.id and s.declined_at is null and s.lapsed_at is null and s.ended_at is null) as held from delivery.groups g where g.name = 'Winter group'`,
    );
    expect(rows.map(({ places, held }) => places - held)).toEqual([1]);
  });

  test('each centre has a drop-in whose past registers are all closed', async () => {
    const rows = await ask(
      story,
      sql<{
        name: string;
        past: number;
        closed: number;
      }>`select g.name, count(*)::int as past, count(c.session_id)::int as closed from delivery.groups g join delivery.sessions s on s.group_id = g.id left join delivery.register_closings c on c.session_id = s.id where g.kind = 'drop_in' and s.ends_at < ${now} group by g.name`,
    );
    expect(rows).toHaveLength(3);
    for (const { past, closed } of rows) {
      expect(past).toBeGreaterThanOrEqual(8);
      expect(closed).toBe(past);
    }
  });

  test('the outbox has messages with every kind of ending', async () => {
    const states = await named(story, sql`select distinct state as name from platform.messages`);
    expect(new Set(states)).toEqual(
      new Set([...states, 'shown', 'sent', 'held', 'stopped', 'failed', 'doubtful']),
    );
  });
});

const nothingImpossible = (told: () => Told) => {
  const impossible: Readonly<Record<string, RawBuilder<{ name: string }>>> = {
    'a place that is open after a loss, but of a parent who was not told': sql`select ${person} from delivery.places s join people.persons p on p.id = s.person_id where s.ended_at is null and s.declined_at is null and s.lapsed_at is null and s.pregnancy_id = any (families.lost_pregnancies()) and (s.pregnancy_id, s.person_id) not in (select u.pregnancy_id, u.person_id from families.untold_parents() u)`,
    'somebody waiting for a group after a loss': sql`select ${person} from delivery.waiting w join people.persons p on p.id = w.person_id where w.ended_at is null and w.pregnancy_id = any (families.lost_pregnancies())`,
    'a message about a baby, a group or a referral after a loss': sql`select ${person} from platform.messages m join people.persons p on p.id = m.person_id join families.parents r on r.person_id = p.id join families.losses l on l.pregnancy_id = r.pregnancy_id
      where m.about in ('baby', 'group', 'referral') and m.pregnancy_id = l.pregnancy_id and l.all_babies and l.undone_at is null and m.state not in ('stopped', 'failed') and coalesce(m.gone_at, m.send_after) > l.recorded_at`,
    'a message by a way that is not safe': sql`select ${person} from platform.messages m join people.contacts c on c.person_id = m.person_id join people.persons p on p.id = c.person_id where p.side = 'family' and m.sent_to is not null and not case m.channel when 'sms' then c.may_text else c.may_email end`,
    'our name where somebody else may read it': sql`select ${person} from platform.messages m join people.contacts c on c.person_id = m.person_id join people.persons p on p.id = c.person_id where p.side = 'family' and c.neutral_only and (m.body ilike '%hearth%' or m.body ilike '%group%' or m.body ilike '%baby%' or m.subject ilike '%hearth%')`,
    'more places held than there are chairs': sql`select g.name from delivery.groups g where g.kind = 'antenatal_group' and g.places < (select count(*) from delivery.places s where s.group_id = g.id and s.declined_at is null and s.lapsed_at is null and s.ended_at is null)`,
    'somebody on a register before the group was theirs': sql`select ${person} from delivery.attendances a join delivery.sessions e on e.id = a.session_id join people.persons p on p.id = a.person_id where not exists (select from delivery.places s where s.group_id = e.group_id and s.person_id = a.person_id and s.taken_at < e.ends_at)`,
    'a register closed before its session': sql`select g.name from delivery.register_closings c join delivery.sessions s on s.id = c.session_id join delivery.groups g on g.id = s.group_id where c.closed_at < s.starts_at`,
    'a decision before the referral': sql`select f.reference as name from referrals.triages t join referrals.referrals f on f.id = t.referral_id where t.decided_at < f.received_at`,
    'a place taken before it was offered': sql`select ${person} from delivery.places s join people.persons p on p.id = s.person_id where s.taken_at < s.offered_at`,
    'a drop-in open past the first birthday': sql`select ${person} from delivery.places s join delivery.groups g on g.id = s.group_id join families.babies b on b.pregnancy_id = s.pregnancy_id join people.persons p on p.id = s.person_id where g.kind = 'drop_in' and s.ended_at is null and b.born_on < (select max(at) from platform.audit_events)::date - interval '13 months'`,
    'two rooms at once for one leader': sql`select l.account_id::text as name from delivery.leaders l join delivery.sessions s on s.group_id = l.group_id join delivery.leaders o on o.account_id = l.account_id and o.group_id <> l.group_id join delivery.sessions e on e.group_id = o.group_id where tstzrange(s.starts_at, s.ends_at) && tstzrange(e.starts_at, e.ends_at)`,
    'a twin of a pregnancy that expected one': sql`select y.id::text as name from families.pregnancies y where y.babies_expected < (select count(*) from families.babies b where b.pregnancy_id = y.id and b.undone_at is null)`,
  };
  for (const [what, query] of Object.entries(impossible))
    test(`there is never ${what}`, async () => {
      expect(await named(told(), query)).toEqual([]);
    });

  test('nothing has happened yet that is still to come', async () => {
    const { app } = told();
    for (const [table, column] of [
      ['platform.audit_events', 'at'],
      ['platform.messages', 'made_at'],
      ['platform.messages', 'gone_at'],
      ['referrals.referrals', 'received_at'],
      ['delivery.places', 'taken_at'],
      ['delivery.attendances', 'marked_at'],
      ['families.babies', 'born_on'],
      ['people.persons', 'made_at'],
    ])
      expect(
        await ask(
          told(),
          sql`select 1 from ${sql.table(table ?? '')} where ${sql.ref(column ?? '')} > ${app.clock().toString()}::timestamptz`,
        ),
        `${table}.${column}`,
      ).toEqual([]);
  });

  test('every message that was due is settled', async () => {
    const { app } = told();
    expect(
      await ask(
        told(),
        sql`select template from platform.messages where state in ('waiting', 'held', 'sending') and send_after <= ${app.clock().toString()}::timestamptz`,
      ),
    ).toEqual([]);
  });
};

describe('nothing impossible is in the story', () => nothingImpossible(() => story));

test('there is a sign-in for each role and for a mother and a father, with one password', async () => {
  const { signIns, password } = story.filled;
  expect(signIns.map(({ role }) => role)).toEqual([
    'practitioner',
    'volunteer manager',
    'administrator',
    'peer supporter',
    'programme coordinator',
    'service lead',
    'specialist on call',
    'parent (mother)',
    'parent (father)',
  ]);
  expect(password.length).toBeGreaterThanOrEqual(12);
  for (const { email } of signIns) {
    expect(email).toMatch(/@example\.org$/);
    const { rowCount } = await story.app.signInPool.query('select 1 from sign_in."user" where email = $1', [
      email,
    ]);
    expect(rowCount, email).toBe(1);
  }
});

test('progress goes from nothing to everything and never back', () => {
  const done = story.steps.map(([, at]) => at);
  expect(done).toEqual([...done].sort((one, other) => one - other));
  expect(story.steps.at(-1)?.slice(1)).toEqual([100, 100]);
});

const summary = (told: Told) =>
  ask(
    told,
    sql`select p.given_name, p.family_name, g.name, s.number, a.mark, a.partner_came, a.baby_came from delivery.attendances a join delivery.sessions s on s.id = a.session_id join delivery.groups g on g.id = s.group_id join people.persons p on p.id = a.person_id order by 1, 2, 3, 4`,
  );

test('filling twice is refused and changes nothing', async () => {
  const before = await ask(story, sql`select count(*) from platform.audit_events`);
  await expect(fillDemo(story.app, () => undefined)).rejects.toThrow(/already/);
  expect(await organisationIds(story.app.pool)).toHaveLength(1);
  expect(await ask(story, sql`select count(*) from platform.audit_events`)).toEqual(before);
});

test('told again on the same day it is the same story', { timeout: 120_000 }, async () => {
  const again = await toldBefore();
  try {
    expect(await summary(again)).toEqual(await summary(story));
  } finally {
    await again.end();
  }
});

describe.each(OTHER_DAYS)('told at %s', (moment) => {
  let told: Told;
  beforeAll(async () => {
    told = await telling(Temporal.Instant.from(moment));
  }, 120_000);
  afterAll(() => told?.end());
  nothingImpossible(() => told);
});
