import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { AccountActor, Role } from '#platform/db/actor.ts';
import { putOnRota } from '#rooms/delivery/door.ts';
import { giveProof } from '#rooms/recruiting/door.ts';
import { enquire } from '../src/rooms/recruiting/application.fixture.ts';
import { answerDebrief, takeDebrief } from '../src/rooms/supervision/load/debrief.commands.ts';
import { tellHowItWas } from '../src/rooms/supervision/load/told.commands.ts';
import { openActionsOf } from '../src/rooms/supervision/notes/action.queries.ts';
import { keepNote } from '../src/rooms/supervision/notes/note.commands.ts';
import { castOf, keptWith, metWith, type NoteCast } from '../src/rooms/supervision/notes/note.fixture.ts';
import { type NoteKey, noteOf } from '../src/rooms/supervision/notes/note.queries.ts';
import { proposeFor } from '../src/rooms/supervision/rhythm/propose.commands.ts';
import {
  type CohortGround,
  cohortOpen,
  openCohorts,
  readyToTrain,
} from '../src/rooms/training/cohorts/cohort.fixture.ts';
import { givePlace } from '../src/rooms/training/cohorts/place.commands.ts';
import { awardUnit, withdrawAward } from '../src/rooms/training/credentials/award.commands.ts';
import { awardsOf } from '../src/rooms/training/credentials/award.queries.ts';
import { changeKey, keyToSignWith, withdrawKey } from '../src/rooms/training/credentials/key.commands.ts';
import { makeReady } from './support/ready.ts';
import { openStand, type Stand } from './support/stand.ts';
import { openWays, refusedInSql, type Ways } from './support/ways-in.ts';

/**
 * Training and supervision tried by somebody who means ill: past every page, as people whose roles let them write the
 * table. What a policy lets through on purpose for one thing is not let through for another.
 */

const refused = (work: Promise<unknown>) =>
  expect(work).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|23514|KT001)$/) });

describe('what is said in supervision', () => {
  let stand: Stand;
  let cast: NoteCast;
  let key: NoteKey;
  beforeAll(async () => {
    stand = await openStand();
    cast = await castOf(stand, stand.now);
    key = await keptWith(stand, { now: stand.now, by: cast.supervisor, of: cast.supporter });
    const meetingId = await metWith(stand, {
      now: stand.now,
      heldBy: cast.supervisor,
      people: [cast.supporter],
    });
    await stand.as(cast.supervisor, (scope) =>
      keepNote(scope, {
        meetingId,
        accountId: cast.supporter.accountId,
        sections: { support: 'A', risk: '', role: '', development: '', staying_well: '' },
        closing: [],
        actions: [{ words: 'Ring the centre', whose: 'supporter', byOn: null }],
        version: null,
      }),
    );
  });
  afterAll(() => stand.close());

  const ran = (actor: AccountActor, text: ReturnType<typeof sql>) =>
    stand.as(actor, ({ tx }) => text.execute(tx));
  const rightOf = (actor: AccountActor) =>
    stand.as(actor, async (scope) => (await noteOf(scope, key))?.right ?? null);
  const agreedSeenBy = (actor: AccountActor) =>
    stand.as(actor, async (scope) =>
      (await openActionsOf(scope, cast.supporter.accountId)).map(({ words }) => words),
    );
  const meeting = (of: {
    readonly by: AccountActor;
    readonly holds?: AccountActor;
    readonly kind?: string;
    readonly with: AccountActor;
  }) =>
    stand.as(of.by, async ({ tx, now }) => {
      const id = newId();
      await sql`insert into supervision.meetings (organisation_id, id, centre_id, kind, supervisor_id, starts_at, minutes, proposed_at, proposed_by, changed_at)
        values (${stand.organisationId}, ${id}, ${stand.centreId}, ${of.kind ?? 'one_to_one'}, ${(of.holds ?? of.by).accountId}, ${now.toString()}::timestamptz, 60,
          ${now.toString()}::timestamptz, ${of.by.accountId}, ${now.toString()}::timestamptz)`.execute(tx);
      await sql`insert into supervision.meeting_people (organisation_id, meeting_id, account_id, centre_id)
        values (${stand.organisationId}, ${id}, ${of.with.accountId}, ${stand.centreId})`.execute(tx);
      return id;
    });

  test('a manager begins no arrangement in which earlier notes are shared already, and ends none to begin another', async () => {
    const another = await stand.member('Nell Other', []);
    await refused(
      ran(
        cast.manager,
        sql`insert into supervision.arrangements (organisation_id, id, centre_id, account_id, supervisor_id, begins_on, due_on, pauses_on, started_at, past_shared_at)
          values (${stand.organisationId}, ${newId()}, ${stand.centreId}, ${another.accountId}, ${cast.manager.accountId}, '2026-11-23', '2026-12-21', '2027-01-04', now(), now())`,
      ),
    );
    await refused(
      ran(
        cast.manager,
        sql`update supervision.arrangements set ended_at = now(), ended_why = 'x', pauses_on = null where id = ${cast.arrangementId}`,
      ),
    );
    await refused(
      ran(
        cast.manager,
        sql`update supervision.arrangements set pauses_on = null where id = ${cast.arrangementId}`,
      ),
    );
    await refused(
      ran(
        cast.manager,
        sql`update supervision.arrangements set begins_on = '2026-11-23' where id = ${cast.arrangementId}`,
      ),
    );
    expect(await rightOf(cast.manager)).toBeNull();
  });

  test('the cover does not make themselves, or anybody, the supervisor', async () => {
    for (const who of [cast.cover, cast.supervisor])
      await refused(
        ran(
          who,
          sql`update supervision.arrangements set cover_id = null, supervisor_id = ${cast.cover.accountId} where id = ${cast.arrangementId}`,
        ),
      );
    expect(await rightOf(cast.cover)).toBeNull();
  });

  test('what was agreed is not read by planning a meeting, taking one over, or holding a group', async () => {
    expect(await agreedSeenBy(cast.supervisor)).toEqual(['Ring the centre']);
    await meeting({ by: cast.manager, with: cast.supporter });
    await meeting({ by: cast.manager, kind: 'group', with: cast.supporter });
    expect(await agreedSeenBy(cast.manager)).toEqual([]);
    const open = await metWith(stand, {
      now: stand.now,
      heldBy: cast.supervisor,
      people: [cast.supporter],
      held: false,
    });
    await refused(
      ran(
        cast.manager,
        sql`update supervision.meetings set supervisor_id = ${cast.manager.accountId} where id = ${open}`,
      ),
    );
    await refused(meeting({ by: cast.manager, holds: cast.manager, with: cast.manager }));
    expect(await agreedSeenBy(cast.manager)).toEqual([]);
  });

  test('nobody is drawn into the meeting of somebody who has nothing to do with them', async () => {
    await refused(meeting({ by: cast.supervisor, with: cast.other }));
    const elsewhere = await stand.member('Far Away', [], stand.otherCentreId);
    await refused(meeting({ by: cast.manager, with: elsewhere }));
  });

  test('a meeting is proposed in one’s own name', async () => {
    await refused(
      ran(
        cast.manager,
        sql`insert into supervision.meetings (organisation_id, id, centre_id, kind, supervisor_id, starts_at, minutes, proposed_at, proposed_by, changed_at)
          values (${stand.organisationId}, ${newId()}, ${stand.centreId}, 'one_to_one', ${cast.manager.accountId}, now(), 60, now(), ${cast.supervisor.accountId}, now())`,
      ),
    );
  });

  test('a coffee morning or a talk among peers does not become a one-to-one, and what is over stays over', async () => {
    const peerMeeting = newId();
    const coffee = newId();
    await stand.system(async ({ tx, now }) => {
      for (const [id, kind] of [
        [peerMeeting, 'peer'],
        [coffee, 'coffee'],
      ] as const)
        await sql`insert into supervision.meetings (organisation_id, id, centre_id, kind, starts_at, minutes, proposed_at, changed_at)
          values (${stand.organisationId}, ${id}, ${stand.centreId}, ${kind}, ${now.toString()}::timestamptz, 60, ${now.toString()}::timestamptz, ${now.toString()}::timestamptz)`.execute(
          tx,
        );
      for (const who of [cast.supporter, cast.other])
        await sql`insert into supervision.meeting_people (organisation_id, meeting_id, account_id, centre_id)
          values (${stand.organisationId}, ${peerMeeting}, ${who.accountId}, ${stand.centreId})`.execute(tx);
      await sql`insert into supervision.meeting_people (organisation_id, meeting_id, account_id, centre_id, apart)
        values (${stand.organisationId}, ${coffee}, ${cast.other.accountId}, ${stand.centreId}, true)`.execute(
        tx,
      );
    });
    for (const id of [peerMeeting, coffee])
      await refused(
        ran(
          cast.other,
          sql`update supervision.meetings set kind = 'one_to_one', supervisor_id = ${cast.other.accountId} where id = ${id}`,
        ),
      );
    await refused(
      ran(
        cast.other,
        sql`update supervision.meetings set kind = 'one_to_one', supervisor_id = ${cast.manager.accountId}, held_at = now() where id = ${coffee}`,
      ),
    );
    expect(await agreedSeenBy(cast.other)).toEqual([]);
    await refused(
      ran(
        cast.supervisor,
        sql`update supervision.meetings set starts_at = '2026-11-01', held_at = null where id = ${key.meetingId}`,
      ),
    );
  });
});

describe('words beside something hard', () => {
  let stand: Stand;
  beforeAll(async () => {
    stand = await openStand();
  });
  afterAll(() => stand.close());

  test('are not read by taking the talk when it is over', async () => {
    const supporter = await stand.member('Pia Supporter', ['peer_supporter']);
    const manager = await stand.member('Max Manager', ['volunteer_manager']);
    const late = await stand.member('Lou Later', ['volunteer_manager']);
    await stand.as(supporter, (scope) =>
      tellHowItWas(scope, stand.centreId, { how: 'heavy', told: true, words: 'Private', at: scope.now }),
    );
    const talk = await stand.as(manager, ({ tx }) =>
      tx.selectFrom('supervision.debriefs').select('id').executeTakeFirstOrThrow(),
    );
    const words = (who: AccountActor) =>
      stand.as(who, ({ tx }) => tx.selectFrom('supervision.load_words').select('words').execute());
    await stand.as(manager, (scope) => takeDebrief(scope, talk.id));
    expect(await words(manager)).toEqual([{ words: 'Private' }]);
    await stand.as(supporter, (scope) => answerDebrief(scope, stand.centreId, 'no_thanks'));
    for (const change of [sql`taken_by = ${late.accountId}`, sql`closed_at = null, closed_why = null`])
      await refused(
        stand.as(late, ({ tx }) =>
          sql`update supervision.debriefs set ${change} where id = ${talk.id}`.execute(tx),
        ),
      );
    expect(await words(late)).toEqual([]);
  });
});

describe('what is earned', () => {
  let stand: Stand;
  let ground: CohortGround;
  let cohortId: string;
  let another: AccountActor;
  beforeAll(async () => {
    stand = await openStand({ programme: true });
    ground = await openCohorts(stand);
    cohortId = await cohortOpen(stand, ground);
    another = await stand.member('Ann Other', ['volunteer_manager']);
  }, 60_000);
  afterAll(() => stand.close());

  const ran = (actor: AccountActor, text: ReturnType<typeof sql>) =>
    stand.as(actor, ({ tx }) => text.execute(tx));
  const award = async () => {
    const { applicantId } = await enquire(stand);
    await stand.as(ground.manager, (scope) =>
      awardUnit(scope, {
        applicantId,
        centreId: stand.centreId,
        syllabusId: ground.from.id,
        unitCode: ground.from.content.units[0]?.code ?? '',
        earnedOn: Temporal.PlainDate.from('2026-11-20'),
        how: 'cohort',
        fromId: newId(),
      }),
    );
    const [made] = await stand.as(ground.manager, (scope) => awardsOf(scope, [applicantId]));
    if (!made) throw new Error('nothing was awarded');
    return { applicantId, awardId: made.id };
  };
  const meetingOf = async (cohort: string) =>
    (
      await stand.owner.query<{ meeting_id: string; unit_code: string }>(
        `select meeting_id, unit_code from training.cohort_parts where cohort_id = $1 and unit_code is not null limit 1`,
        [cohort],
      )
    ).rows[0] ?? { meeting_id: '', unit_code: '' };
  const came = (
    who: AccountActor,
    row: { readonly cohort: string; readonly applicantId: string; readonly by?: string },
  ) =>
    meetingOf(row.cohort).then(({ meeting_id, unit_code }) =>
      ran(
        who,
        sql`insert into training.unit_attendances (organisation_id, id, meeting_id, cohort_id, centre_id, unit_code, applicant_id, came, noted_by, noted_at)
          values (${stand.organisationId}, ${newId()}, ${meeting_id}, ${cohortId}, ${stand.centreId}, ${unit_code}, ${row.applicantId}, true, ${row.by ?? who.accountId}, now())`,
      ),
    );

  test('is taken back in one’s own name, and stays taken back as it was', async () => {
    const { awardId, applicantId } = await award();
    await refused(
      ran(
        ground.manager,
        sql`update training.awards set withdrawn_at = now(), withdrawn_by = ${another.accountId}, withdrawn_why = 'x' where id = ${awardId}`,
      ),
    );
    await stand.as(ground.manager, (scope) => withdrawAward(scope, { awardId, why: 'A mistake.' }));
    for (const change of [
      sql`withdrawn_at = null, withdrawn_by = null, withdrawn_why = null`,
      sql`withdrawn_why = 'Something unkind'`,
      sql`withdrawn_by = ${another.accountId}`,
    ])
      await refused(ran(ground.manager, sql`update training.awards set ${change} where id = ${awardId}`));
    expect(await stand.as(ground.manager, (scope) => awardsOf(scope, [applicantId]))).toEqual([]);
  });

  test('counts from the day it was earned', async () => {
    const { awardId, applicantId } = await award();
    await stand.owner.query(
      `update recruiting.proofs set withdrawn_at = now(), withdrawn_why = 'x' where from_id = $1`,
      [awardId],
    );
    const proof = (earnedOn: string) =>
      stand.as(ground.manager, (scope) =>
        giveProof(scope, {
          applicantId,
          centreId: stand.centreId,
          code: 'unit',
          earnedOn: Temporal.PlainDate.from(earnedOn),
          expiresOn: null,
          fromId: awardId,
        }),
      );
    await refused(proof('2020-01-06'));
    await proof('2026-11-20');
  });

  test('somebody of another centre is given neither a unit nor a place', async () => {
    const manager = await stand.member('Fay Far', ['volunteer_manager'], stand.otherCentreId);
    const { applicantId } = await enquire(stand);
    await refused(
      ran(
        manager,
        sql`insert into training.awards (organisation_id, id, centre_id, applicant_id, kind, code, syllabus_id, title, earned_on, how, reference, given_at, given_by)
          values (${stand.organisationId}, ${newId()}, ${stand.otherCentreId}, ${applicantId}, 'unit', 'x', ${ground.from.id}, 'X', '2026-11-20', 'cohort', 'ABC-DEF-GHJ', now(), ${manager.accountId})`,
      ),
    );
    const theirs = newId();
    await ran(
      manager,
      sql`insert into training.cohorts (organisation_id, id, centre_id, syllabus_id, name, layout, place_words, places, planned_at, planned_by, opened_at)
        values (${stand.organisationId}, ${theirs}, ${stand.otherCentreId}, ${ground.from.id}, 'Theirs', 'evenings', 'Here', 9, now(), ${manager.accountId}, now())`,
    );
    await refused(
      ran(
        manager,
        sql`insert into training.cohort_places (organisation_id, id, cohort_id, centre_id, applicant_id, asked_at, taken_at, taken_by)
          values (${stand.organisationId}, ${newId()}, ${theirs}, ${stand.otherCentreId}, ${applicantId}, now(), now(), ${manager.accountId})`,
      ),
    );
  });

  test('a trainer notes who came in their own name, of their own meeting, and of those expected there', async () => {
    const { applicantId } = await enquire(stand);
    await stand.system(({ tx, now }) =>
      sql`insert into training.cohort_places (organisation_id, id, cohort_id, centre_id, applicant_id, asked_at, taken_at)
        values (${stand.organisationId}, ${newId()}, ${cohortId}, ${stand.centreId}, ${applicantId}, ${now.toString()}::timestamptz, ${now.toString()}::timestamptz)`.execute(
        tx,
      ),
    );
    const others = await cohortOpen(stand, { ...ground, trainer: another }, { name: 'Another' });
    const { applicantId: stranger } = await enquire(stand, { givenName: 'Una' });
    await refused(came(ground.trainer, { cohort: cohortId, applicantId, by: ground.manager.accountId }));
    await refused(came(ground.trainer, { cohort: others, applicantId }));
    await refused(came(ground.trainer, { cohort: cohortId, applicantId: stranger }));
    await came(ground.trainer, { cohort: cohortId, applicantId });
  });

  test('a catch-up is not handed to somebody else, nor turned into another unit', async () => {
    const { applicantId } = await enquire(stand);
    const { applicantId: friend } = await enquire(stand, { givenName: 'Fred' });
    const id = newId();
    await ran(
      ground.manager,
      sql`insert into training.catch_ups (organisation_id, id, centre_id, applicant_id, cohort_id, unit_code, how, held_at_centre_id, starts_at, minutes, with_account, offered_at, offered_by, changed_at)
        values (${stand.organisationId}, ${id}, ${stand.centreId}, ${applicantId}, ${cohortId}, 'listening', 'one_to_one', ${stand.centreId}, now(), 60, ${ground.trainer.accountId}, now(), ${ground.manager.accountId}, now())`,
    );
    for (const change of [sql`applicant_id = ${friend}`, sql`unit_code = 'feelings'`])
      await refused(ran(ground.trainer, sql`update training.catch_ups set ${change} where id = ${id}`));
    await ran(ground.trainer, sql`update training.catch_ups set done_at = now() where id = ${id}`);
  });

  test('the last place of a cohort goes once, however many hands give it at one moment', async () => {
    const id = await cohortOpen(stand, ground, { name: 'One chair', places: 1 });
    const people = await Promise.all(
      ['Ada', 'Bea', 'Cia'].map(async (givenName) => (await enquire(stand, { givenName })).applicantId),
    );
    const given = await Promise.allSettled(
      people.map((applicantId) =>
        ran(
          ground.manager,
          sql`insert into training.cohort_places (organisation_id, id, cohort_id, centre_id, applicant_id, asked_at, taken_at, taken_by)
            values (${stand.organisationId}, ${newId()}, ${id}, ${stand.centreId}, ${applicantId}, now(), now(), ${ground.manager.accountId})`,
        ),
      ),
    );
    expect(given.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const another = await cohortOpen(stand, ground, { name: 'One chair more', places: 1 });
    const ready = await Promise.all(
      ['Dot', 'Eve'].map(async (givenName) => (await readyToTrain(stand, givenName)).applicantId),
    );
    const said = await Promise.all(
      ready.map((applicantId) =>
        stand.as(ground.manager, (scope) => givePlace(scope, { cohortId: another, applicantId })),
      ),
    );
    expect(said.toSorted()).toEqual(['taken', 'waiting']);
  });

  test('a key that was withdrawn or has retired signs nothing again, and is withdrawn in one’s own name', async () => {
    const office = await stand.member('Olu Ade', ['administrator']);
    const old = await stand.as(office, keyToSignWith);
    await stand.as(office, changeKey);
    // With no other in use: else there would be two, which is refused for a reason of its own.
    await refused(
      stand.as(office, async ({ tx }) => {
        await sql`update training.signing_keys set retired_at = now() where retired_at is null`.execute(tx);
        await sql`update training.signing_keys set retired_at = null where id = ${old.id}`.execute(tx);
      }),
    );
    await refused(
      ran(
        office,
        sql`update training.signing_keys set withdrawn_at = now(), withdrawn_why = 'x', withdrawn_by = ${another.accountId} where id = ${old.id}`,
      ),
    );
    await stand.as(office, (scope) => withdrawKey(scope, { keyId: old.id, why: 'A laptop was lost.' }));
    await refused(
      ran(
        office,
        sql`update training.signing_keys set withdrawn_at = null, withdrawn_by = null, withdrawn_why = null where id = ${old.id}`,
      ),
    );
    const sealed = await stand.as(office, ({ tx }) =>
      tx.selectFrom('training.signing_keys').select('sealed_private').execute(),
    );
    expect(JSON.stringify(sealed)).not.toMatch(/"?kty|PRIVATE KEY/);
    for (const role of [
      'volunteer_manager',
      'practitioner',
      'peer_supporter',
      'specialist',
    ] as const satisfies Role[])
      expect(
        await stand.as(role, ({ tx }) => tx.selectFrom('training.signing_keys').select('id').execute()),
      ).toEqual([]);
  });
});

describe('somebody whose supervision is overdue', () => {
  let ways: Ways;
  let sam: AccountActor;
  let groupId: string;
  let sessions: readonly string[];
  beforeAll(async () => {
    ways = await openWays();
  }, 60_000);
  beforeEach(async () => {
    ({ id: groupId, sessions } = await ways.group('Winter group', ['2026-11-26']));
    sam = await ways.volunteer();
    await makeReady(ways.house, sam.accountId);
    await ways.insertAsOwner('supervision.arrangements', {
      organisation_id: ways.house.organisationId,
      id: newId(),
      centre_id: ways.house.centreId,
      account_id: sam.accountId,
      supervisor_id: ways.manager.accountId,
      begins_on: '2026-06-01',
      due_on: '2026-06-29',
      pauses_on: '2026-07-13',
      started_at: '2026-06-01T09:00:00Z',
    });
  });
  afterAll(() => ways.close());

  test.each(['2020-01-06T09:00:00Z', '2099-01-01T09:00:00Z'])(
    'takes on nothing new with a row dated %s',
    async (at) => {
      await refusedInSql(
        ways.house.as(ways.manager, ({ tx }) =>
          tx
            .insertInto('delivery.rota')
            .values({ ...ways.rotaRow(sam.accountId, 'peer_supporter', sessions[0] ?? ''), put_on_at: at })
            .execute(),
        ),
      );
    },
  );

  test('is overdue again in the morning, whatever was written over it', async () => {
    const { house, manager, owner } = ways;
    await house.as(manager, ({ tx }) =>
      sql`update supervision.arrangements set due_on = '2036-01-07', pauses_on = '2036-01-21' where account_id = ${sam.accountId}`.execute(
        tx,
      ),
    );
    await house.system((scope) => proposeFor(scope, sam.accountId));
    const { rows } = await owner.query<{ late: boolean }>(
      `select pauses_on <= '2026-11-23' as late from supervision.arrangements where account_id = $1`,
      [sam.accountId],
    );
    expect(rows).toEqual([{ late: true }]);
  });

  test('joins no crew from a day before it was overdue', async () => {
    await refusedInSql(
      ways.house.as(ways.manager, ({ tx }) =>
        sql`insert into delivery.leaders (organisation_id, id, group_id, centre_id, account_id, part, from_at)
          values (${ways.house.organisationId}, ${newId()}, ${groupId}, ${ways.house.centreId}, ${sam.accountId}, 'peer_supporter', '2026-06-15T09:00:00Z')`.execute(
          tx,
        ),
      ),
    );
  });
});

describe('somebody who comes along to learn', () => {
  let ways: Ways;
  beforeAll(async () => {
    ways = await openWays();
  }, 60_000);
  afterAll(() => ways.close());

  test('reads no family more than the day before, and writes nothing about one', async () => {
    const { house, manager } = ways;
    const sam = await ways.volunteer();
    await makeReady(house, sam.accountId, { without: ['sign_off'] });
    const { id: groupId, sessions } = await ways.group('Winter group', ['2026-11-26']);
    const amina = await house.family('Amina Khan', '2027-03-04');
    await house.system(async ({ tx, now }) => {
      await tx
        .insertInto('delivery.places')
        .values({
          organisation_id: house.organisationId,
          id: newId(),
          centre_id: house.centreId,
          group_id: groupId,
          person_id: amina.personId,
          pregnancy_id: amina.pregnancyId,
          offered_at: now.toString(),
          taken_at: now.toString(),
        })
        .execute();
      await tx
        .insertInto('delivery.attendances')
        .values({
          organisation_id: house.organisationId,
          session_id: sessions[0] ?? '',
          person_id: amina.personId,
          centre_id: house.centreId,
          mark: 'came',
          marked_at: now.toString(),
        })
        .execute();
    });
    const { rows: tables } = await ways.owner.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('people', 'families', 'delivery', 'safeguarding', 'recruiting') order by 1`,
    );
    const seen = () =>
      house.as(sam, async ({ tx }) => {
        const counts: Record<string, number> = {};
        for (const { name } of tables) {
          await sql`savepoint before`.execute(tx);
          try {
            const { rows } = await sql<{
              seen: number;
            }>`select count(*)::integer as seen from ${sql.raw(name)}`.execute(tx);
            counts[name] = rows[0]?.seen ?? 0;
          } catch {
            await sql`rollback to savepoint before`.execute(tx);
          }
        }
        return counts;
      });
    const before = await seen();
    expect(before['people.persons']).toBeGreaterThan(0);
    await house.as(manager, (scope) =>
      putOnRota(scope, { sessionId: sessions[0] ?? '', accountId: sam.accountId, part: 'alongside' }),
    );
    const more = Object.entries(await seen()).filter(([name, count]) => count !== before[name]);
    expect(more).toEqual([['delivery.rota', (before['delivery.rota'] ?? 0) + 1]]);
    for (const work of [
      sql`insert into delivery.reflections (organisation_id, session_id, account_id, centre_id, written_at)
        values (${house.organisationId}, ${sessions[0] ?? ''}, ${sam.accountId}, ${house.centreId}, now())`,
      sql`insert into delivery.register_closings (organisation_id, session_id, centre_id, happened, closed_at)
        values (${house.organisationId}, ${sessions[0] ?? ''}, ${house.centreId}, true, now())`,
    ])
      await refused(house.as(sam, ({ tx }) => work.execute(tx)));
  });
});
