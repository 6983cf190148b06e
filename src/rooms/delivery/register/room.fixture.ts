import pg from 'pg';
import { newId } from '#kernel/ids.ts';
import type { AccountActor, Role, SystemActor } from '#platform/db/actor.ts';
import { gateway, type Scope } from '#platform/db/as-actor.ts';
import { openFamily } from '#rooms/families/door.ts';
import { giveRole, introduce, openAccount, openFile } from '#rooms/people/door.ts';
import { currentTemplate, loadProgramme } from '#rooms/programme/door.ts';
import { testDatabase } from '../../../../tests/support/database.ts';

/** Thursday 26 November 2026, 12.40pm in Hartley: the fifth session of the autumn group has just ended. */
export const AFTERWARDS = Temporal.Instant.from('2026-11-26T12:40:00Z');

type Work<T> = (scope: Scope) => Promise<T>;

export interface Parent {
  readonly personId: string;
  readonly pregnancyId: string;
}

/** A centre with a group whose sessions meet on Thursdays at 10.30am, for the tests of plans and registers. */
export interface GroupRoom {
  readonly organisationId: string;
  readonly centreId: string;
  readonly otherCentreId: string;
  readonly groupId: string;
  readonly dropInId: string;
  /** Sessions of the group by number, from 5 November on; the drop-in's is on the same day as the fourth. */
  readonly sessions: readonly string[];
  readonly dropInSessionId: string;
  /** The clock; move it by hand. */
  now: Temporal.Instant;
  readonly as: <T>(actor: AccountActor | SystemActor, work: Work<T>) => Promise<T>;
  readonly system: <T>(work: Work<T>) => Promise<T>;
  readonly member: (role: Role, centreId?: string) => Promise<AccountActor>;
  /** A parent with a file and a pregnancy; with a group, with a place in it since before it began. */
  readonly parent: (name: string, groupId?: string | null) => Promise<Parent>;
  readonly close: () => Promise<void>;
}

const ZONE = 'Europe/London';
const thursdays = ['2026-11-05', '2026-11-12', '2026-11-19', '2026-11-26', '2026-12-03'];

const momentOf = (day: string, time: string) =>
  Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from(time) })
    .toInstant()
    .toString();

export const openRoom = async (): Promise<GroupRoom> => {
  const database = await testDatabase();
  const pool = new pg.Pool({ ...database.app, pipeline: true } as pg.PoolConfig);
  // The database is removed while connections are still closing; what they say then is of no interest.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const go = gateway(pool);
  const organisationId = newId();
  const [centreId, otherCentreId, groupId, dropInId, dropInSessionId] = [
    newId(),
    newId(),
    newId(),
    newId(),
    newId(),
  ];
  const sessions = thursdays.map(() => newId());
  const system: SystemActor = { kind: 'system', organisationId, why: 'test' };
  const room: GroupRoom = {
    organisationId,
    centreId,
    otherCentreId,
    groupId,
    dropInId,
    sessions,
    dropInSessionId,
    now: AFTERWARDS,
    as: (actor, work) => go(actor, room.now, work),
    system: (work) => go(system, room.now, work),
    member: async (role, where = centreId) => {
      const accountId = newId();
      const personId = await room.system(async (scope) => {
        const made = await openFile(scope, {
          side: 'team',
          centreId: where,
          givenName: 'Joanne',
          familyName: 'Price',
        });
        await openAccount(scope, { accountId, personId: made, demo: false });
        await giveRole(scope, { accountId, role, centreId: where });
        return made;
      });
      const roles = [{ role, centreId: where }];
      return {
        kind: 'account',
        organisationId,
        accountId,
        personId,
        side: 'team',
        name: 'Joanne Price',
        roles,
      };
    },
    parent: (name, into = groupId) =>
      room.system(async (scope) => {
        const personId = await openFile(scope, {
          side: 'family',
          centreId,
          givenName: name,
          familyName: 'Khan',
        });
        const dueOn = Temporal.PlainDate.from('2027-03-04');
        const { pregnancyId } = await openFamily(scope, { centreId, dueOn, personId, relation: 'pregnant' });
        if (into === null) return { personId, pregnancyId };
        await introduce(scope, personId);
        const since = '2026-10-20T09:00:00Z';
        await scope.tx
          .insertInto('delivery.places')
          .values({
            organisation_id: organisationId,
            id: newId(),
            centre_id: centreId,
            group_id: into,
            person_id: personId,
            pregnancy_id: pregnancyId,
            offered_at: since,
            taken_at: since,
          })
          .execute();
        return { personId, pregnancyId };
      }),
    close: async () => {
      await pool.end();
      await database.drop();
    },
  };
  await room.system(async (scope) => {
    const made_at = '2026-10-01T09:00:00Z';
    await scope.tx
      .insertInto('people.organisations')
      .values({ organisation_id: organisationId, slug: 'harbour', name: 'Harbour Families', made_at })
      .execute();
    await scope.tx
      .insertInto('people.centres')
      .values(
        [centreId, otherCentreId].map((id, at) => ({
          organisation_id: organisationId,
          id,
          slug: `centre-${at + 1}`,
          name: at === 0 ? 'Hartley' : 'Millbrook',
          town: 'Hartley',
          opened_on: '2020-01-01',
        })),
      )
      .execute();
    await loadProgramme(scope);
    const kept = await currentTemplate(scope, 'pregnancy-in-mind');
    const groups = [
      { id: groupId, kind: 'antenatal_group' as const, name: 'Autumn group', every: 'week' as const },
      { id: dropInId, kind: 'drop_in' as const, name: 'Hartley drop-in', every: 'month' as const },
    ];
    await scope.tx
      .insertInto('delivery.groups')
      .values(
        groups.map((each) => ({
          organisation_id: organisationId,
          centre_id: centreId,
          template_id: kept.id,
          places: 8,
          starts_on: thursdays[0] ?? '',
          at_time: '10:30',
          made_at,
          ...each,
        })),
      )
      .execute();
    const meetings = thursdays.map((day, at) => ({
      id: sessions[at] ?? '',
      group_id: groupId,
      number: at + 1,
      starts_at: momentOf(day, '10:30'),
      ends_at: momentOf(day, '12:30'),
    }));
    const dropIn = {
      id: dropInSessionId,
      group_id: dropInId,
      number: 1,
      starts_at: momentOf('2026-11-26', '10:00'),
      ends_at: momentOf('2026-11-26', '12:00'),
    };
    await scope.tx
      .insertInto('delivery.sessions')
      .values(
        [...meetings, dropIn].map((each) => ({
          organisation_id: organisationId,
          centre_id: centreId,
          ...each,
        })),
      )
      .execute();
  });
  return room;
};
