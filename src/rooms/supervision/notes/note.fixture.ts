import { newId } from '#kernel/ids.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import type { Ground } from '../../../../tests/support/stand.ts';
import { keepNote } from './note.commands.ts';
import type { NoteKey } from './note.queries.ts';

/** A peer supporter, whoever looks after them, and whoever reads by rule: with names of their own. */
export interface NoteCast {
  readonly supporter: AccountActor;
  readonly other: AccountActor;
  readonly supervisor: AccountActor;
  readonly cover: AccountActor;
  readonly manager: AccountActor;
  readonly lead: AccountActor;
  readonly specialist: AccountActor;
  readonly arrangementId: string;
}

/** Somebody who has the role already, as far as these tests go: their welcome is another room's. */
const peer = async (ground: Ground, name: string): Promise<AccountActor> => {
  const member = await ground.member(name, []);
  return { ...member, roles: [{ role: 'peer_supporter', centreId: ground.centreId }] };
};

export const castOf = async (ground: Ground, now: Temporal.Instant): Promise<NoteCast> => {
  const cast = {
    supporter: await peer(ground, 'Pia Supporter'),
    other: await peer(ground, 'Otto Supporter'),
    supervisor: await ground.member('Sue Supervisor', ['practitioner']),
    cover: await ground.member('Cora Cover', ['practitioner']),
    manager: await ground.member('Max Manager', ['volunteer_manager']),
    lead: await ground.member('Lea Lead', ['service_lead']),
    specialist: await ground.member('Spela Specialist', ['specialist']),
  };
  const arrangementId = newId();
  await ground.system(({ tx }) =>
    tx
      .insertInto('supervision.arrangements')
      .values({
        organisation_id: ground.organisationId,
        id: arrangementId,
        centre_id: ground.centreId,
        account_id: cast.supporter.accountId,
        supervisor_id: cast.supervisor.accountId,
        cover_id: cast.cover.accountId,
        begins_on: '2026-09-01',
        due_on: '2026-11-24',
        started_at: now.toString(),
      })
      .execute(),
  );
  return { ...cast, arrangementId };
};

/** A meeting that these people had, a day ago unless told; `held: false` leaves it open. */
export const metWith = async (
  ground: Ground,
  meeting: {
    readonly now: Temporal.Instant;
    readonly heldBy: AccountActor;
    readonly people: readonly AccountActor[];
    readonly held?: boolean;
    readonly hoursAgo?: number;
  },
): Promise<string> => {
  const id = newId();
  const at = meeting.now.subtract({ hours: meeting.hoursAgo ?? 24 }).toString();
  await ground.system(async ({ tx }) => {
    await tx
      .insertInto('supervision.meetings')
      .values({
        organisation_id: ground.organisationId,
        id,
        centre_id: ground.centreId,
        kind: meeting.people.length === 1 ? 'one_to_one' : 'group',
        supervisor_id: meeting.heldBy.accountId,
        starts_at: at,
        minutes: 60,
        proposed_at: at,
        changed_at: at,
        held_at: meeting.held === false ? null : at,
      })
      .execute();
    await tx
      .insertInto('supervision.meeting_people')
      .values(
        meeting.people.map(({ accountId }) => ({
          organisation_id: ground.organisationId,
          meeting_id: id,
          account_id: accountId,
          centre_id: ground.centreId,
          came: meeting.held === false ? null : true,
        })),
      )
      .execute();
  });
  return id;
};

/** A note that was kept of a meeting held just now. */
export const keptWith = async (
  ground: Ground,
  meeting: {
    readonly now: Temporal.Instant;
    readonly by: AccountActor;
    readonly of: AccountActor;
    readonly words?: string;
  },
): Promise<NoteKey> => {
  const meetingId = await metWith(ground, { now: meeting.now, heldBy: meeting.by, people: [meeting.of] });
  const key = { meetingId, accountId: meeting.of.accountId };
  await ground.as(meeting.by, (scope) =>
    keepNote(scope, {
      ...key,
      sections: {
        support: meeting.words ?? 'The drop-in felt long.',
        risk: '',
        role: '',
        development: '',
        staying_well: '',
      },
      closing: [],
      actions: [],
      version: null,
    }),
  );
  return key;
};
