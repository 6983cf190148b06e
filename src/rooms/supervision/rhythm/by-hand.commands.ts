import { dateAt } from '#kernel/dates.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { mayKeep, mayLookAfter } from '../supervision.policy.ts';
import { actsAs } from './arrangement.commands.ts';
import { type Arrangement, arrangementById, arrangementsOf } from './arrangement.queries.ts';
import { meet } from './house.commands.ts';
import { keepRhythm, lookAhead } from './keep.commands.ts';
import { assertFree, meetingHeld } from './meeting.commands.ts';
import { type Meeting, meetingsOf } from './meeting.queries.ts';
import { slotOf } from './rhythm.rules.ts';
import type { How, MeetingKind } from './rhythm.shape.ts';
import { rulesOn } from './rules.queries.ts';

export interface ByHand {
  readonly kind: Exclude<MeetingKind, 'coffee' | 'early'>;
  readonly startsAt: Temporal.Instant;
  readonly minutes: number;
  readonly how: How;
  readonly place: string;
}

const kept = async (scope: Scope, arrangementId: string): Promise<Arrangement> => {
  const arrangement = await arrangementById(scope, arrangementId);
  if (!arrangement || arrangement.endedAt || !mayKeep(scope.actor, arrangement))
    throw new NotFound('arrangement');
  return arrangement;
};

/** Proposes a time that a person chose, for one peer supporter. Answers its id; raises NotFound and Refusal as `moveMeeting` does. */
export const proposeByHand = async (scope: Scope, arrangementId: string, ask: ByHand): Promise<string> => {
  const arrangement = await kept(scope, arrangementId);
  const supervisorId = ask.kind === 'peer' ? null : (actsAs(scope, arrangement) ?? accountOf(scope.actor));
  const people = [arrangement.accountId, supervisorId].filter((each): each is string => each !== null);
  await assertFree(scope, { ...ask, zone: arrangement.zone, people });
  const id = await meet(scope, {
    ...ask,
    centreId: arrangement.centreId,
    zone: arrangement.zone,
    dueOn: null,
    supervisorId,
    people: [arrangement.accountId],
  });
  await scope.audit('supervision.proposed', { kind: 'meeting', id, centreId: arrangement.centreId });
  await lookAhead(scope, arrangement.accountId);
  return id;
};

/** The time that is still open for the same day of the rhythm: what happened is that one, at another time. */
const openForTheSame = async (
  scope: Scope,
  arrangement: Arrangement,
  ask: ByHand,
): Promise<Meeting | null> => {
  const on = dateAt(ask.startsAt, arrangement.zone);
  const { everyDays } = (await rulesOn(scope, on)).oneToOne;
  const slot = (day: Temporal.PlainDate) => slotOf(arrangement.beginsOn, everyDays, day);
  const since = ask.startsAt.subtract({ hours: 24 * 2 * everyDays });
  return (
    (await meetingsOf(scope, [arrangement.accountId], since)).find(
      (each) =>
        each.kind === ask.kind &&
        (each.state === 'proposed' || each.state === 'agreed') &&
        each.people.length === 1 &&
        each.dueOn !== null &&
        slot(each.dueOn) === slot(on),
    ) ?? null
  );
};

/**
 * Writes down a meeting that happened without having been proposed, or at another time than was: then it is that one.
 * It counts by the rule like any other. Answers its id. Raises NotFound, and Refusal for a time to come.
 */
export const recordHeld = async (scope: Scope, arrangementId: string, ask: ByHand): Promise<string> => {
  const arrangement = await kept(scope, arrangementId);
  if (Temporal.Instant.compare(ask.startsAt, scope.now) > 0)
    throw new Refusal('This is still to come. Propose it as a time to meet instead.', 'on');
  const open = await openForTheSame(scope, arrangement, ask);
  if (open) {
    const { startsAt, minutes } = ask;
    await meetingHeld(scope, open.id, { came: [arrangement.accountId], startsAt, minutes });
    return open.id;
  }
  const id = await meet(scope, {
    ...ask,
    centreId: arrangement.centreId,
    zone: arrangement.zone,
    dueOn: null,
    supervisorId: ask.kind === 'peer' ? null : (actsAs(scope, arrangement) ?? accountOf(scope.actor)),
    people: [arrangement.accountId],
    held: true,
  });
  await scope.audit('supervision.held', { kind: 'meeting', id, centreId: arrangement.centreId });
  await keepRhythm(scope, arrangement.accountId);
  return id;
};

/** Proposes one meeting for several peer supporters of a centre: with a supervisor, or among peers (null). Answers its id. */
export const proposeTogether = async (
  scope: Scope,
  ask: Omit<ByHand, 'kind'> & {
    readonly centreId: string;
    readonly zone: string;
    readonly supervisorId: string | null;
    readonly accountIds: readonly string[];
  },
): Promise<string> => {
  if (!mayLookAfter(scope.actor, ask.centreId)) throw new NotFound('centre');
  const accountIds = [...new Set(ask.accountIds)];
  if (accountIds.length < 2) throw new Refusal('Choose two people or more.', 'people');
  const theirs = await arrangementsOf(scope, accountIds);
  if (
    accountIds.some((id) => !theirs.some((each) => each.accountId === id && each.centreId === ask.centreId))
  )
    throw new Refusal('Choose peer supporters of this centre.', 'people');
  if (ask.supervisorId !== null && accountIds.includes(ask.supervisorId))
    throw new Refusal('Nobody supervises themselves. Choose somebody else to hold it.', 'supervisorId');
  const people = [...accountIds, ...(ask.supervisorId ? [ask.supervisorId] : [])];
  await assertFree(scope, { ...ask, people });
  const id = await meet(scope, {
    ...ask,
    kind: ask.supervisorId === null ? 'peer' : 'group',
    dueOn: null,
    people: accountIds,
  });
  await scope.audit('supervision.proposed', { kind: 'meeting', id, centreId: ask.centreId });
  for (const each of accountIds) await lookAhead(scope, each);
  return id;
};
