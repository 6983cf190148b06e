import { newId } from '#kernel/ids.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import type { Meeting } from './meeting.queries.ts';
import type { Because } from './place.rules.ts';
import type { How, MeetingKind } from './rhythm.shape.ts';
import { tellMeeting } from './tell.ts';

export interface NewMeeting {
  readonly centreId: string;
  readonly zone: string;
  readonly kind: MeetingKind;
  readonly earlyCode?: string;
  readonly dueOn: Temporal.PlainDate | null;
  readonly supervisorId: string | null;
  readonly startsAt: Temporal.Instant;
  readonly minutes: number;
  readonly how: How;
  readonly place?: string;
  readonly because?: readonly Because[];
  readonly people: readonly string[];
  /** It happened already: nobody is told of it. */
  readonly held?: boolean;
}

/** Puts a time to meet down, proposed by whoever acts, and tells everybody it is for. Answers its id. */
export const meet = async (scope: Scope, ask: NewMeeting): Promise<string> => {
  const id = newId();
  const now = scope.now.toString();
  const organisation_id = scope.actor.organisationId;
  await scope.tx
    .insertInto('supervision.meetings')
    .values({
      organisation_id,
      id,
      centre_id: ask.centreId,
      kind: ask.kind,
      early_code: ask.earlyCode ?? null,
      due_on: ask.dueOn?.toString() ?? null,
      supervisor_id: ask.supervisorId,
      starts_at: ask.startsAt.toString(),
      minutes: ask.minutes,
      how: ask.how,
      place_words: ask.place ?? '',
      because: [...(ask.because ?? [])],
      proposed_at: now,
      proposed_by: accountOf(scope.actor),
      held_at: ask.held ? now : null,
      changed_at: now,
    })
    .execute();
  if (ask.people.length > 0)
    await scope.tx
      .insertInto('supervision.meeting_people')
      .values(
        ask.people.map((account_id) => ({
          organisation_id,
          meeting_id: id,
          account_id,
          centre_id: ask.centreId,
          came: ask.held ? true : null,
        })),
      )
      .execute();
  if (!ask.held)
    await tellMeeting(
      scope,
      'supervision_proposed',
      { ...ask, id, place: ask.place ?? '', because: ask.because ?? [], sequence: 0 },
      { to: [...ask.people, ask.supervisorId] },
    );
  return id;
};

/** One more is in a meeting of several; they are told, and the others see it. */
export const joinMeeting = async (scope: Scope, meeting: Meeting, accountId: string): Promise<void> => {
  await scope.tx
    .insertInto('supervision.meeting_people')
    .values({
      organisation_id: scope.actor.organisationId,
      meeting_id: meeting.id,
      account_id: accountId,
      centre_id: meeting.centreId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tellMeeting(scope, 'supervision_proposed', meeting, { to: [accountId] });
};

/** One of several is not in it any more; the meeting stays for the others. */
export const leaveMeeting = async (scope: Scope, meeting: Meeting, accountId: string): Promise<void> => {
  await scope.tx
    .deleteFrom('supervision.meeting_people')
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('meeting_id', '=', meeting.id)
    .where('account_id', '=', accountId)
    .execute();
  await tellMeeting(scope, 'supervision_called_off', meeting, { to: [accountId] });
};

/**
 * A proposed time that passed unanswered, and they have met since: nobody is asked about it any more, and nobody is told,
 * because to whom it was proposed it is over already.
 */
export const letGo = async (scope: Scope, meeting: Meeting): Promise<void> => {
  await scope.tx
    .updateTable('supervision.meetings')
    .set((row) => ({
      called_off_at: scope.now.toString(),
      changed_at: scope.now.toString(),
      sequence: row('sequence', '+', 1),
      version: row('version', '+', 1),
    }))
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', meeting.id)
    .execute();
};

/** Takes a time back that nobody has answered yet, with the letter that says why. */
export const withdraw = async (scope: Scope, meeting: Meeting, template: string): Promise<void> => {
  await letGo(scope, meeting);
  await tellMeeting(scope, template, meeting, {
    to: [...meeting.people.map((each) => each.accountId), meeting.supervisorId],
  });
};

/** Writes a new time down, with the move itself, and asks everybody anew unless they agreed it together. */
export const writeMove = async (
  scope: Scope,
  meeting: Meeting,
  ask: {
    readonly startsAt: Temporal.Instant;
    readonly supervisorId?: string | null;
    readonly because?: readonly Because[];
    readonly place?: string;
    readonly minutes?: number;
    readonly how?: How;
    readonly why: string;
    /** They found the time together, so nobody is asked. */
    readonly agreed?: boolean;
  },
): Promise<void> => {
  const organisation_id = scope.actor.organisationId;
  const now = scope.now.toString();
  if (!ask.agreed)
    await scope.tx
      .updateTable('supervision.meeting_people')
      .set({ said: null, said_at: null, said_words: '' })
      .where('organisation_id', '=', organisation_id)
      .where('meeting_id', '=', meeting.id)
      .where('said', 'is not', null)
      .execute();
  await scope.tx
    .updateTable('supervision.meetings')
    .set((row) => ({
      starts_at: ask.startsAt.toString(),
      ...(ask.supervisorId !== undefined && { supervisor_id: ask.supervisorId }),
      ...(ask.place !== undefined && { place_words: ask.place }),
      ...(ask.minutes !== undefined && { minutes: ask.minutes }),
      ...(ask.how !== undefined && { how: ask.how }),
      because: [...(ask.because ?? [])],
      ...(ask.agreed && { agreed_at: now }),
      sequence: row('sequence', '+', 1),
      version: row('version', '+', 1),
      changed_at: now,
    }))
    .where('organisation_id', '=', organisation_id)
    .where('id', '=', meeting.id)
    .execute();
  await scope.tx
    .insertInto('supervision.meeting_moves')
    .values({
      organisation_id,
      id: newId(),
      meeting_id: meeting.id,
      centre_id: meeting.centreId,
      from_at: meeting.startsAt.toString(),
      to_at: ask.startsAt.toString(),
      moved_by: accountOf(scope.actor),
      why: ask.why,
      at: now,
    })
    .execute();
};

/** The house moves what nobody had answered yet, and says so to both. */
export const moveByHouse = async (
  scope: Scope,
  meeting: Meeting,
  ask: {
    readonly startsAt: Temporal.Instant;
    readonly because: readonly Because[];
    readonly heldBy: string | null;
  },
): Promise<void> => {
  await writeMove(scope, meeting, {
    startsAt: ask.startsAt,
    supervisorId: ask.heldBy,
    because: ask.because,
    why: 'It no longer suited both.',
  });
  await tellMeeting(
    scope,
    'supervision_moved',
    { ...meeting, startsAt: ask.startsAt, because: ask.because, sequence: meeting.sequence + 1 },
    {
      to: [...meeting.people.map((each) => each.accountId), ask.heldBy, meeting.supervisorId],
      was: meeting.startsAt,
    },
  );
};
