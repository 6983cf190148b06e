import { newId } from '#kernel/ids.ts';
import { putOnRota } from '#rooms/delivery/door.ts';
import { currentTemplate } from '#rooms/programme/door.ts';
import { openHouse, type TestHouse } from '../../../tests/support/house.ts';
import { makeReady } from '../../../tests/support/ready.ts';
import type { Family } from '../../../tests/support/stand.ts';

export interface Meeting {
  readonly groupId: string;
  /** By number, from 1. */
  readonly sessions: readonly string[];
}

/** The whole house with what the hub's pages put together: groups with their days, parents with their places. */
export interface HubStand extends TestHouse {
  /** A group of the first centre that meets at these moments for two hours, in a room unless told otherwise. */
  readonly meeting: (
    kind: 'antenatal_group' | 'drop_in',
    name: string,
    at: readonly string[],
    room?: boolean,
  ) => Promise<Meeting>;
  readonly place: (family: Family, meeting: Meeting, state?: 'taken' | 'offered') => Promise<string>;
  readonly leads: (
    accountId: string,
    meeting: Meeting,
    part: 'practitioner' | 'peer_supporter',
  ) => Promise<void>;
}

export const openHubStand = async (): Promise<HubStand> => {
  const house = await openHouse();
  const organisation_id = house.organisationId;
  const centre_id = house.centres[0].id;
  const venue_id = await house.openVenue('Hartley Library');
  const arranged: Omit<HubStand, keyof TestHouse> = {
    meeting: async (kind, name, at, room = true) => {
      const groupId = newId();
      const sessions = at.map(() => newId());
      await house.system(async (scope) => {
        await scope.tx
          .insertInto('delivery.groups')
          .values({
            organisation_id,
            id: groupId,
            centre_id,
            kind,
            name,
            template_id: (await currentTemplate(scope)).id,
            venue_id: room ? venue_id : null,
            places: 8,
            starts_on: '2026-11-05',
            at_time: '10:30',
            every: kind === 'drop_in' ? 'month' : 'week',
            made_at: '2026-10-01T09:00:00Z',
          })
          .execute();
        await scope.tx
          .insertInto('delivery.sessions')
          .values(
            at.map((starts, index) => ({
              organisation_id,
              id: sessions[index] ?? newId(),
              centre_id,
              group_id: groupId,
              number: index + 1,
              starts_at: starts,
              ends_at: Temporal.Instant.from(starts).add({ hours: 2 }).toString(),
              venue_id: room ? venue_id : null,
            })),
          )
          .execute();
      });
      return { groupId, sessions };
    },
    place: async (family, meeting, state = 'taken') => {
      const id = newId();
      await house.system((scope) =>
        scope.tx
          .insertInto('delivery.places')
          .values({
            organisation_id,
            id,
            centre_id,
            group_id: meeting.groupId,
            person_id: family.personId,
            pregnancy_id: family.pregnancyId,
            offered_at: '2026-11-02T09:00:00Z',
            ...(state === 'taken'
              ? { taken_at: '2026-11-03T09:00:00Z' }
              : { answer_by: '2026-11-24T17:00:00Z' }),
          })
          .execute(),
      );
      return id;
    },
    leads: async (accountId, meeting, part) => {
      if (part === 'peer_supporter') await makeReady(house, accountId);
      await house.system((scope) =>
        scope.tx
          .insertInto('delivery.leaders')
          .values({
            organisation_id,
            id: newId(),
            centre_id,
            group_id: meeting.groupId,
            account_id: accountId,
            part,
            from_at: '2026-10-01T09:00:00Z',
          })
          .execute(),
      );
      await house.system(async (scope) => {
        for (const sessionId of meeting.sessions)
          await putOnRota(scope, { sessionId, accountId, part, cover: false });
      });
    },
  };
  // Not a copy: the clock of the house is moved by hand, and there is only one.
  return Object.assign(house, arranged);
};

/** What a page says, without its tags and with its spaces made one. */
export const wordsOf = (html: string): string =>
  html
    .replace(/<head>.*?<\/head>/s, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
