import { newId } from '#kernel/ids.ts';
import { currentTemplate } from '#rooms/programme/door.ts';
import { type Family, openStand, type Stand } from '../../../../tests/support/stand.ts';

/** Thursday 26 November 2026, 12.40pm in Hartley: the fourth session of the autumn group has just ended. */
export const AFTERWARDS = Temporal.Instant.from('2026-11-26T12:40:00Z');

/** A centre with a group whose sessions meet on Thursdays at 10.30am, for the tests of plans and registers. */
export interface GroupRoom extends Stand {
  readonly groupId: string;
  readonly dropInId: string;
  /** Sessions of the group by number, from 5 November on; the drop-in's is on the same day as the fourth. */
  readonly sessions: readonly string[];
  readonly dropInSessionId: string;
  /** A parent with a pregnancy whom the team knows, with a place in the group since before it began. */
  readonly placed: (name: string) => Promise<Family>;
}

const ZONE = 'Europe/London';
const thursdays = ['2026-11-05', '2026-11-12', '2026-11-19', '2026-11-26', '2026-12-03'];

const momentOf = (day: string, time: string) =>
  Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from(time) })
    .toInstant()
    .toString();

export const openRoom = async (): Promise<GroupRoom> => {
  const stand = await openStand({ programme: true, now: AFTERWARDS });
  const { organisationId, centreId } = stand;
  const [groupId, dropInId, dropInSessionId] = [newId(), newId(), newId()];
  const sessions = thursdays.map(() => newId());
  const made_at = '2026-10-01T09:00:00Z';
  await stand.system(async (scope) => {
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
  return Object.assign(stand, {
    groupId,
    dropInId,
    sessions,
    dropInSessionId,
    placed: async (name: string) => {
      const family = await stand.family(`${name} Khan`, '2027-03-04');
      const since = '2026-10-20T09:00:00Z';
      await stand.system(({ tx }) =>
        tx
          .insertInto('delivery.places')
          .values({
            organisation_id: organisationId,
            id: newId(),
            centre_id: centreId,
            group_id: groupId,
            person_id: family.personId,
            pregnancy_id: family.pregnancyId,
            offered_at: since,
            taken_at: since,
          })
          .execute(),
      );
      return family;
    },
  });
};
