import pg from 'pg';
import { newId, newSecret } from '#kernel/ids.ts';
import { gateway } from '#platform/db/as-actor.ts';
import type { Superuser } from '#platform/db/embedded-server.ts';
import { houseTypes } from '#platform/db/types.ts';
import { loadRequirements } from '#rooms/delivery/door.ts';
import { loadProgramme } from '#rooms/programme/door.ts';
import { loadClocks } from '#rooms/safeguarding/door.ts';

export const SIZE = { families: 5000, volunteers: 400, attendances: 100_000, centres: 3 } as const;

/** What the drivers need to know of the town: who signs in, whose files to open, which registers to mark. */
export interface Town {
  readonly organisationId: string;
  readonly centreId: string;
  /** A live session of a practitioner who took the second step. */
  readonly token: string;
  readonly personIds: readonly string[];
  /** Sessions of today with open registers, each of a group with eight parents. */
  readonly sessionIds: readonly string[];
}

// Ids rise in the order of their making, as the house's own do, so that indexes are as narrow as in life.
const HELPERS = `
create function pg_temp.id(kind int, i bigint) returns uuid language sql immutable as
$$ select ('0190' || lpad(to_hex(kind), 4, '0') || '-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid $$;
create function pg_temp.first_name(i bigint) returns text language sql immutable as
$$ select (array['Amina','Beth','Chloe','Dina','Ewa','Fatima','Grace','Hana','Isla','Jas','Kemi','Lucy','Mei','Nadia','Olu','Priya','Quinn','Rosa','Sade','Tess','Uma','Vera','Wren','Yasmin','Zoe'])[1 + i % 25] $$;
create function pg_temp.last_name(i bigint) returns text language sql immutable as
$$ select (array['Ash','Birch','Cedar','Dale','Elm','Field','Grove','Heath','Ivy','Juniper','Knoll','Lane','Moor','North','Oak','Penn','Quarry','Rowan','Stone','Thorn','Underhill','Vale','West','Yew'])[1 + i % 24] || (array['ley','ton','field','worth','by','ham','wood'])[1 + i / 24 % 7] $$;`;

// Families come evenly over four years, from three years ago to those due in eight months. Every eight in
// a row at one centre make a group, which began twenty weeks before they were due.
const TOWN = `
create temp table centre as select n, pg_temp.id(1, n) as id from generate_series(0, 2) n;
insert into people.centres (organisation_id, id, slug, name, town, opened_on)
  select $org, id, 'centre-' || n, (array['Hartley','Brook','Northgate'])[n + 1] || ' Family Centre', (array['Hartley','Brookside','Northgate'])[n + 1], current_date - 2000 from centre;
insert into programme.venues (organisation_id, id, centre_id, name, room, address, postcode, capacity, step_free)
  select $org, pg_temp.id(2, n), id, 'Oak House', 'Garden room', '1 Oak Street', 'AB1 2CD', 30, true from centre;

create temp table family as
  select i, i % 3 as n, i / 3 as rank, c.id as centre_id, pg_temp.id(3, i) as person_id, pg_temp.id(4, i) as pregnancy_id,
    current_date + 240 - (i * 1440 / 5000)::int as due_on
  from generate_series(0, 4999) i join centre c on c.n = i % 3;
insert into people.persons (organisation_id, id, centre_id, side, given_name, family_name, born_on, language, interpreter_needed, introduced_at, made_at)
  select $org, person_id, centre_id, 'family', pg_temp.first_name(i), pg_temp.last_name(i * 7), date '1988-01-01' + (i % 4000)::int,
    case when i % 11 = 0 then 'ur' else 'en' end, i % 23 = 0, due_on::timestamptz - interval '180 days', due_on::timestamptz - interval '200 days' from family;
insert into people.contacts (organisation_id, person_id, centre_id, email, phone, may_email, may_text, may_call)
  select $org, person_id, centre_id, 'parent' || i || '@example.org', '07700' || lpad((900000 + i)::text, 6, '0'), true, i % 2 = 0, i % 3 = 0 from family;
insert into families.pregnancies (organisation_id, id, centre_id, due_on, babies_expected, made_at)
  select $org, pregnancy_id, centre_id, due_on, case when i % 70 = 0 then 2 else 1 end, due_on::timestamptz - interval '200 days' from family;
insert into families.parents (organisation_id, id, centre_id, pregnancy_id, person_id, relation, since)
  select $org, pg_temp.id(5, i), centre_id, pregnancy_id, person_id, 'pregnant', due_on::timestamptz - interval '200 days' from family;
insert into families.losses (organisation_id, id, centre_id, pregnancy_id, told_by_person_id, kind, all_babies, recorded_at)
  select $org, pg_temp.id(6, i), centre_id, pregnancy_id, person_id, 'not_said', true, due_on::timestamptz - interval '90 days' from family where i % 90 = 1 and due_on < current_date + 60;
insert into families.pauses (organisation_id, id, centre_id, person_id, pregnancy_id, loss_id, why, from_at)
  select $org, pg_temp.id(7, i), f.centre_id, f.person_id, f.pregnancy_id, l.id, 'own_loss', l.recorded_at from family f join families.losses l on l.pregnancy_id = f.pregnancy_id;
insert into families.babies (organisation_id, id, centre_id, pregnancy_id, given_name, born_on, birth_order, recorded_at)
  select $org, pg_temp.id(8, i * 2 + o), centre_id, pregnancy_id, pg_temp.first_name(i * 3 + o), due_on, o, due_on::timestamptz + interval '3 days'
  from family, generate_series(1, 2) o where due_on <= current_date and i % 90 <> 1 and o <= case when i % 70 = 0 then 2 else 1 end;
insert into families.safety_instructions (organisation_id, id, centre_id, person_id, words, released_at, review_on)
  select $org, pg_temp.id(9, i), centre_id, person_id, 'Do not phone', now(), current_date + 60 from family where i % 60 = 0 and due_on > current_date - 365;

insert into referrals.referrals (organisation_id, id, centre_id, reference, route, received_at, state, person_id, pregnancy_id, template_id)
  select $org, pg_temp.id(10, i), centre_id, 'BEN-' || lpad(i::text, 4, '0'), (array['professional','self','staff'])[1 + i % 3], least(due_on::timestamptz - interval '200 days', now() - interval '1 day'), case when due_on < current_date + 200 then 'welcomed' else 'received' end, person_id, pregnancy_id,
    (select id from programme.templates where organisation_id = $org order by version desc limit 1) from family;
insert into referrals.needs (organisation_id, referral_id, centre_id, why) select $org, pg_temp.id(10, i), centre_id, 'Anxious, and new to the town.' from family;
insert into referrals.triages (organisation_id, id, referral_id, centre_id, outcome, reason, decided_at)
  select $org, pg_temp.id(11, i), pg_temp.id(10, i), centre_id, 'welcome', 'within_window', due_on::timestamptz - interval '195 days' from family where due_on < current_date + 200;

insert into people.persons (organisation_id, id, centre_id, side, given_name, family_name, made_at)
  select $org, pg_temp.id(12, i), c.id, 'team', pg_temp.first_name(i * 5), pg_temp.last_name(i * 11), now() from generate_series(0, 429) i join centre c on c.n = i % 3;
insert into people.accounts (organisation_id, id, person_id, made_at) select $org, pg_temp.id(13, i), pg_temp.id(12, i), now() from generate_series(0, 429) i;
-- Four hundred volunteers, and thirty staff after them: eight practitioners, a manager and an administrator at each centre.
insert into people.roles (organisation_id, id, account_id, role, centre_id, given_at)
  select $org, pg_temp.id(14, i), pg_temp.id(13, i), case when i < 400 then 'peer_supporter' when i < 424 then 'practitioner' when i < 427 then 'volunteer_manager' else 'administrator' end, c.id, now()
  from generate_series(0, 429) i join centre c on c.n = i % 3;

create temp table course as
  select n, rank / 8 as k, min(centre_id::text)::uuid as centre_id, pg_temp.id(15, n * 10000 + rank / 8) as id, min(due_on) - 140 as starts_on from family group by n, rank / 8;
-- Eighty groups meet today: their registers are open, and the drivers mark them.
update course set starts_on = current_date - 14 where k between 20 and 46;
insert into delivery.groups (organisation_id, id, centre_id, kind, name, template_id, venue_id, places, starts_on, at_time, every, made_at, ended_at, end_reason)
  select $org, id, centre_id, 'antenatal_group', 'Group ' || k, (select id from programme.templates where organisation_id = $org order by version desc limit 1), pg_temp.id(2, n), 8, starts_on, '10:30', 'week',
    starts_on::timestamptz - interval '30 days', case when starts_on + 56 < current_date then starts_on::timestamptz + interval '56 days' end, case when starts_on + 56 < current_date then 'finished' end from course;
-- The four hundred may be with families: they came by the route long ago, and everything that is asked was shown.
insert into recruiting.eligibility_decisions (organisation_id, id, role_code, part, level, workforce, reasoning, rule_version, decided_on, effective_from, review_on, decided_by, made_at)
  select $org, pg_temp.id(24, case q when 'peer_supporter' then 0 else 1 end), q, q, 'enhanced', 'child', 'They meet families with babies.', 'Bench', '2020-01-01', '2020-01-01', current_date + 365, pg_temp.id(13, 424), now() from unnest(array['peer_supporter', 'creche']) q;
insert into recruiting.applicants (organisation_id, id, centre_id, given_name, person_id, made_at)
  select $org, pg_temp.id(25, i), c.id, pg_temp.first_name(i * 5), pg_temp.id(12, i), now() from generate_series(0, 399) i join centre c on c.n = i % 3;
insert into recruiting.proofs (organisation_id, id, centre_id, applicant_id, code, earned_on, expires_on, level, from_id, given_at)
  select $org, pg_temp.id(26, i * 22 + k), c.id, pg_temp.id(25, i), (array['references','references','clearance','interview','course','induction','sign_off'] || array_fill('unit'::text, array[15]))[k + 1], '2020-01-06', case when k = 2 then current_date + 200 + i end, case when k = 2 then 2 end, pg_temp.id(27, i * 22 + k), now()
  from generate_series(0, 399) i join centre c on c.n = i % 3, generate_series(0, 21) k;
insert into delivery.leaders (organisation_id, id, centre_id, group_id, account_id, part, from_at)
  select $org, pg_temp.id(16, (n * 10000 + k) * 2 + p), centre_id, id, pg_temp.id(13, case p when 0 then 399 + 3 * (k % 8) + case n when 0 then 3 when 1 then 1 else 2 end else n + 3 * (k % 130) end), case p when 0 then 'practitioner' else 'peer_supporter' end, now() - interval '1 day'
  from course, generate_series(0, 1) p where starts_on + 56 >= current_date;
insert into delivery.sessions (organisation_id, id, centre_id, group_id, number, starts_at, ends_at, venue_id)
  select $org, pg_temp.id(17, (n * 10000 + k) * 10 + s), centre_id, id, s, (starts_on + (s - 1) * 7) + time '00:30', (starts_on + (s - 1) * 7) + time '02:30', pg_temp.id(2, n) from course, generate_series(1, 8) s;
insert into delivery.rota (organisation_id, session_id, account_id, centre_id, part, put_on_at)
  select $org, s.id, l.account_id, s.centre_id, l.part, now() from delivery.leaders l join delivery.sessions s on s.organisation_id = l.organisation_id and s.group_id = l.group_id where s.organisation_id = $org;
insert into delivery.places (organisation_id, id, centre_id, group_id, person_id, pregnancy_id, offered_at, taken_at, ended_at, end_reason)
  select $org, pg_temp.id(18, f.i), f.centre_id, c.id, f.person_id, f.pregnancy_id, c.starts_on::timestamptz - interval '20 days', c.starts_on::timestamptz - interval '18 days',
    case when l.id is not null then l.recorded_at when c.starts_on + 56 < current_date then c.starts_on::timestamptz + interval '56 days' end,
    case when l.id is not null then 'loss' when c.starts_on + 56 < current_date then 'finished' end
  from family f join course c on c.n = f.n and c.k = f.rank / 8 left join families.losses l on l.pregnancy_id = f.pregnancy_id;

create temp table drop_in as select n, d, pg_temp.id(19, n * 10 + d) as id, c.id as centre_id from centre c, generate_series(0, 3) d;
insert into delivery.groups (organisation_id, id, centre_id, kind, name, template_id, venue_id, places, starts_on, at_time, every, made_at)
  select $org, id, centre_id, 'drop_in', 'Drop-in ' || (d + 1), (select id from programme.templates where organisation_id = $org order by version desc limit 1), pg_temp.id(2, n), 30, current_date - 1290, '13:00', 'month', now() - interval '1300 days' from drop_in;
insert into delivery.sessions (organisation_id, id, centre_id, group_id, number, starts_at, ends_at, venue_id)
  select $org, pg_temp.id(20, (n * 10 + d) * 1000 + m), centre_id, id, m, (current_date - 1290 + m * 30 + d * 7) + time '13:00', (current_date - 1290 + m * 30 + d * 7) + time '15:00', pg_temp.id(2, n) from drop_in, generate_series(1, 48) m;
insert into delivery.places (organisation_id, id, centre_id, group_id, person_id, pregnancy_id, offered_at, taken_at, ended_at, end_reason)
  select $org, pg_temp.id(21, f.i), f.centre_id, d.id, f.person_id, f.pregnancy_id, f.due_on::timestamptz - interval '190 days', f.due_on::timestamptz - interval '190 days',
    case when f.due_on + 365 < current_date then f.due_on::timestamptz + interval '365 days' end, case when f.due_on + 365 < current_date then 'finished' end
  from family f join drop_in d on d.n = f.n and d.d = f.rank % 4 where f.i % 90 <> 1;

insert into delivery.attendances (organisation_id, session_id, person_id, centre_id, mark, baby_came, marked_at)
  select $org, s.id, p.person_id, s.centre_id, (array['came','came','came','late',case when s.starts_at > current_date - 10 then 'did_not_come' else 'sent_word' end])[1 + abs(hashtext(s.id::text || p.person_id) % 5)], false, s.ends_at
  from delivery.sessions s join delivery.places p on p.organisation_id = s.organisation_id and p.group_id = s.group_id and p.taken_at < s.ends_at and coalesce(p.ended_at, 'infinity') > s.starts_at
  where s.organisation_id = $org and s.ends_at < current_date order by s.starts_at desc limit 100000;
insert into delivery.register_closings (organisation_id, session_id, centre_id, happened, closed_at)
  select $org, s.id, s.centre_id, true, s.ends_at from delivery.sessions s where s.organisation_id = $org and s.ends_at < current_date and not (s.starts_at > current_date - 3 and hashtext(s.id::text) % 4 = 0);
insert into platform.messages (organisation_id, id, centre_id, person_id, channel, template, about, once_key, state, made_at, send_after, gone_at)
  select $org, pg_temp.id(22, i), centre_id, person_id, 'email', 'drop_in_open', 'group', 'bench:' || i, 'shown', due_on::timestamptz - interval '190 days', due_on::timestamptz - interval '190 days', due_on::timestamptz - interval '190 days' from family;
insert into sign_in."user" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt") values (pg_temp.id(13, 402), 'Joanne Price', 'joanne@example.org', true, now(), now());
insert into sign_in."session" ("id", "expiresAt", "token", "userId", "createdAt", "updatedAt", way, second_factor_at, last_seen_at) values (pg_temp.id(23, 1), now() + interval '1 day', $token, pg_temp.id(13, 402), now(), now(), 'password', now(), now());
-- The bare route's own: one row a commit.
create schema bench;
create table bench.marks (id uuid primary key, at timestamptz not null);`;

const literal = (script: string, values: Readonly<Record<string, string>>): string =>
  Object.entries(values).reduce(
    (text, [name, value]) => text.replaceAll(`$${name}`, pg.escapeLiteral(value)),
    script,
  );

/**
 * Fills a migrated, empty database with a town of 5,000 families, as the superuser and in bulk: everything holds that
 * the tables' own rules ask for, but no command ran. `app` is the house's own login, for what it loads itself.
 */
export const fillTown = async (superuser: Superuser, app: pg.PoolConfig, database: string): Promise<Town> => {
  const organisationId = newId();
  const token = newSecret();
  const client = new pg.Client({ ...superuser, database, types: houseTypes });
  await client.connect();
  try {
    await client.query(
      "insert into people.organisations (organisation_id, slug, name, made_at) values ($1, 'bench', 'The Bench', now())",
      [organisationId],
    );
    const pool = new pg.Pool({ ...app, max: 1, pipeline: true } as pg.PoolConfig);
    await gateway(pool)(
      { kind: 'system', organisationId, why: 'bench' },
      Temporal.Now.instant(),
      async (scope) => {
        await loadProgramme(scope);
        await loadClocks(scope);
        await loadRequirements(scope);
      },
    );
    await pool.end();
    await client.query(HELPERS);
    await client.query(`begin; ${literal(TOWN, { org: organisationId, token })} commit;`);
    await client.query('vacuum analyze');
    const centre = await client.query<{ id: string }>('select pg_temp.id(1, 0) as id');
    const centreId = centre.rows[0]?.id ?? '';
    const ids = async (text: string) =>
      (await client.query<{ id: string }>(text, [organisationId, centreId])).rows.map((row) => row.id);
    const counted = await client.query<Record<string, number>>(
      `select (select count(*) from families.pregnancies) as families, (select count(*) from delivery.attendances) as attendances,
        (select count(*) from people.roles where role = 'peer_supporter') as volunteers, (select count(*) from people.centres) as centres`,
    );
    for (const [what, many] of Object.entries(SIZE))
      if (counted.rows[0]?.[what] !== many)
        throw new Error(`The town has ${counted.rows[0]?.[what]} ${what}, not ${many}.`);
    return {
      organisationId,
      centreId,
      token,
      personIds: await ids(
        "select person_id as id from delivery.places where organisation_id = $1 and centre_id = $2 and end_reason is distinct from 'loss' group by 1 having count(*) = 2 order by 1",
      ),
      sessionIds: await ids(
        `select s.id from delivery.sessions s join delivery.groups g on g.id = s.group_id where s.organisation_id = $1 and s.centre_id = $2 and g.kind = 'antenatal_group'
           and s.starts_at >= current_date and s.starts_at < current_date + 1 order by 1`,
      ),
    };
  } finally {
    await client.end();
  }
};
