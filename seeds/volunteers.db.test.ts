import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MONDAY } from '../tests/support/stand.ts';
import { ask, named, type Told, toldBefore } from './told.fixture.ts';

let story: Told;
beforeAll(async () => {
  story = await toldBefore();
}, 120_000);
afterAll(() => story?.end());

const now = sql.raw(`'${MONDAY}'::timestamptz`);
const today = sql.raw(`'2026-11-23'::date`);
const name = sql.raw("p.given_name || ' ' || p.family_name as name");
const live = 'a.withdrawn_at is null and a.declined_at is null and a.welcomed_at is null';
const application = (where: string) =>
  sql<{
    name: string;
  }>`select ${name} from recruiting.applications a join recruiting.applicants p on p.id = a.applicant_id where ${sql.raw(where)}`;
const waiting = (code: string, mover: string) =>
  application(
    `${live} and a.paused_at is null and exists (select from recruiting.steps s where s.application_id = a.id and s.code = '${code}' and s.mover = '${mover}' and s.done_at is null and s.waived_at is null)`,
  );
const with_ = (table: string, where: string) =>
  sql<{
    name: string;
  }>`select ${name} from ${sql.table(table)} x join recruiting.applicants p on p.id = x.applicant_id where ${sql.raw(where)}`;
const account = (table: string, where: string) =>
  sql<{
    name: string;
  }>`select ${name} from ${sql.table(table)} x join people.accounts u on u.id = x.account_id join people.persons p on p.id = u.person_id where ${sql.raw(where)}`;

describe('every state an applicant can be in is in the story', () => {
  const states: Readonly<Record<string, RawBuilder<{ name: string }>>> = {
    'just asked': application(`${live} and a.talked_at is null and a.enquired_at > '2026-11-20'`),
    'gone quiet after asking': application(
      `${live} and a.talked_at is null and a.last_heard_at < '2026-11-01'`,
    ),
    'a time to talk taken': sql`select ${name} from recruiting.offered_times o join recruiting.applications a on a.id = o.application_id join recruiting.applicants p on p.id = a.applicant_id where o.starts_at > ${now}`,
    'would rather be rung': with_('recruiting.help_asks', "x.answered_at is null and x.kind = 'call'"),
    'would rather fill it in together': with_(
      'recruiting.help_asks',
      "x.answered_at is null and x.kind = 'together'",
    ),
    'writing the application': waiting('application', 'applicant'),
    'to name referees': waiting('references', 'applicant'),
    'referees are asked': waiting('references', 'referees'),
    'references to compare': waiting('references', 'us'),
    'a referee who declined': with_('recruiting.reference_answers', 'x.declined_at is not null'),
    'a thin reference that counts': with_('recruiting.reference_answers', "x.outcome = 'weak'"),
    'a rule about referees set aside': with_('recruiting.reference_exceptions', 'true'),
    'a check asked for': with_('recruiting.checks', 'x.seen_at is null and x.ended_at is null'),
    'something on a certificate, not decided': with_('recruiting.disclosures', 'x.decided_at is null'),
    'something on a certificate, decided': with_('recruiting.disclosures', 'x.decided_at is not null'),
    'an interview ahead': with_(
      'recruiting.interviews',
      `x.starts_at > '${MONDAY}' and x.cancelled_at is null`,
    ),
    // Before both are done the scores are read by nobody, not even by the house: the step says that the two are at it.
    'an interview held and not scored by both': with_(
      'recruiting.interviews',
      `x.starts_at < '${MONDAY}' and x.closed_at is null and not recruiting.both_scored(x.id)`,
    ),
    'scored by both, not decided': with_(
      'recruiting.interviews',
      'x.closed_at is null and recruiting.both_scored(x.id)',
    ),
    'half through the course': with_('training.learning', 'x.finished_at is null'),
    'a course done elsewhere, to be checked': with_('training.outside_courses', 'x.decided_at is null'),
    offered: application(`${live} and a.offered_at is not null and a.accepted_at is null`),
    'in the induction': application(`${live} and a.accepted_at is not null`),
    resting: application(`${live} and a.paused_at is not null`),
    'left, and said why': application('a.withdrawn_at is not null'),
    'not taken further': application('a.declined_at is not null'),
    'came again': application(
      `${live} and exists (select from recruiting.applications o where o.applicant_id = a.applicant_id and o.withdrawn_at is not null)`,
    ),
    welcomed: application("a.welcomed_at is not null and a.came_by = 'form'"),
  };
  test.each(Object.entries(states))('%s', async (_, query) => {
    expect(await named(story, query)).not.toEqual([]);
  });

  test('about sixty who asked, and about forty-five who are here', async () => {
    const [row] = await ask(
      story,
      sql<{
        asked: number;
        here: number;
      }>`select (select count(*)::int from recruiting.applications where came_by = 'form') as asked,
        (select count(distinct r.account_id)::int from people.roles r where r.role = 'peer_supporter' and r.ended_at is null) as here`,
    );
    expect(row?.asked).toBeGreaterThanOrEqual(60);
    expect(row?.here).toBeGreaterThanOrEqual(45);
  });
});

describe('every state a peer supporter can be in is in the story', () => {
  const states: Readonly<Record<string, RawBuilder<{ name: string }>>> = {
    'a check to renew within sixty days': with_(
      'recruiting.proofs',
      `x.code = 'clearance' and x.expires_on between '2026-12-24' and '2027-01-22'`,
    ),
    'a check to renew within a week': with_(
      'recruiting.proofs',
      `x.code = 'clearance' and x.expires_on between '2026-11-24' and '2026-11-30'`,
    ),
    'a check past its end, in its days of grace': with_(
      'recruiting.proofs',
      `x.code = 'clearance' and x.expires_on between '2026-10-25' and '2026-11-22'`,
    ),
    'a check that has lapsed': with_(
      'recruiting.proofs',
      `x.code = 'clearance' and x.expires_on < '2026-10-24'`,
    ),
    'a course to renew': with_(
      'recruiting.proofs',
      `x.code = 'course' and x.expires_on between '2026-11-24' and '2027-01-22'`,
    ),
    'somebody answers for them until a day': account('delivery.exemptions', `x.until_on >= '2026-11-23'`),
    'suspended now': account('people.suspensions', 'x.until_at is null'),
    'suspended once': account('people.suspensions', 'x.until_at is not null'),
    'looked up in the update service': with_('recruiting.status_checks', 'true'),
    'the barred list looked at': with_('recruiting.proofs', 'x.level = 3'),
    'with children elsewhere too': with_('recruiting.declared_settings', 'true'),
    'a decision about days with children': with_('recruiting.eligibility_reviews', 'x.decided_at is null'),
    'stood down because suspended': account('delivery.rota', "x.stood_down_why = 'suspended'"),
    'knows a family': sql`select ${name} from delivery.known_pairs k join people.persons p on p.id = k.team_person_id`,
    'the file of a former parent is sealed': sql`select ${name} from people.persons p where p.sealed_at is not null`,
  };
  test.each(Object.entries(states))('%s', async (_, query) => {
    expect(await named(story, query)).not.toEqual([]);
  });

  test('nobody stands on a session on whose day they may not be with families', async () => {
    const rows = await ask(
      story,
      sql<{ n: number }>`select count(*)::int as n from delivery.unready_on_rota(${now})`,
    );
    expect(rows.map(({ n }) => n)).toEqual([0]);
  });

  test('nobody was welcomed before everything was in place', async () => {
    const early = await named(
      story,
      sql`select ${name} from recruiting.applications a join recruiting.applicants p on p.id = a.applicant_id
        where a.welcomed_at is not null and a.came_by = 'form' and (select count(distinct f.code) from recruiting.proofs f
          where f.applicant_id = p.id and f.given_at <= a.welcomed_at and f.earned_on <= ${today}) < 5`,
    );
    expect(early).toEqual([]);
  });
});
