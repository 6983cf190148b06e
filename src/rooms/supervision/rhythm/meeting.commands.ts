import { dateAt } from '#kernel/dates.ts';
import { move } from '#kernel/lifecycle.ts';
import { NotFound, Refusal, StaleEdit } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { mayLookAfter } from '../supervision.policy.ts';
import { type Arrangement, arrangementsOf, diariesOf } from './arrangement.queries.ts';
import { writeMove } from './house.commands.ts';
import { keepRhythm, lookAhead } from './keep.commands.ts';
import { type Meeting, meetingById } from './meeting.queries.ts';
import { type MissedWhy, meetingLife } from './meeting.rules.ts';
import { overlaps } from './place.rules.ts';
import type { How } from './rhythm.shape.ts';
import { rulesOn } from './rules.queries.ts';
import { tellMeeting } from './tell.ts';

/** Whether the actor may move a meeting, and say whether it was held: who holds it, RECRUITS there, the cover, peers among themselves. */
export const maySettle = (
  scope: Pick<Scope, 'actor'>,
  meeting: Meeting,
  arrangements: readonly Pick<Arrangement, 'supervisorId' | 'coverId' | 'accountId'>[] = [],
): boolean => {
  const me = accountOf(scope.actor);
  if (me === null) return false;
  const inIt = meeting.people.some((each) => each.accountId === me);
  if (meeting.kind === 'peer' && inIt) return true;
  if (inIt) return false;
  return (
    meeting.supervisorId === me ||
    mayLookAfter(scope.actor, meeting.centreId) ||
    arrangements.some((each) => each.supervisorId === me || each.coverId === me)
  );
};

const found = async (scope: Scope, id: string): Promise<Meeting> => {
  const meeting = await meetingById(scope, id);
  if (!meeting || meeting.kind === 'coffee') throw new NotFound('meeting');
  return meeting;
};

const toSettle = async (scope: Scope, id: string, version?: number): Promise<Meeting> => {
  const meeting = await found(scope, id);
  const theirs = await arrangementsOf(
    scope,
    meeting.people.map((each) => each.accountId),
  );
  if (!maySettle(scope, meeting, theirs)) throw new NotFound('meeting');
  if (version !== undefined && version !== meeting.version) throw new StaleEdit('meeting');
  return meeting;
};

const everybody = (meeting: Meeting): readonly (string | null)[] => [
  meeting.supervisorId,
  ...meeting.people.map((each) => each.accountId),
];

const setMeeting = async (scope: Scope, meeting: Meeting, set: Readonly<Record<string, unknown>>) => {
  const done = await scope.tx
    .updateTable('supervision.meetings')
    .set({ ...set, changed_at: scope.now.toString(), version: meeting.version + 1 })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', meeting.id)
    .where('version', '=', meeting.version)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw new StaleEdit('meeting');
};

const say = async (scope: Scope, id: string, said: 'yes' | 'other_time', words: string): Promise<Meeting> => {
  const me = accountOf(scope.actor);
  const meeting = await found(scope, id);
  if (!meeting.people.some((each) => each.accountId === me)) throw new NotFound('meeting');
  move(meetingLife, said === 'yes' ? 'agree' : 'ask_other_time', meeting.state);
  if (Temporal.Instant.compare(meeting.startsAt, scope.now) <= 0)
    throw new Refusal('This time has passed. Ask whoever holds it for another one.');
  await scope.tx
    .updateTable('supervision.meeting_people')
    .set({ said, said_words: words, said_at: scope.now.toString() })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('meeting_id', '=', id)
    .where('account_id', '=', me)
    .execute();
  await scope.audit(`supervision.said_${said}`, { kind: 'meeting', id, centreId: meeting.centreId });
  return meeting;
};

/** The peer supporter says that a time suits them; when everybody it is for has said so, it is agreed. Raises NotFound and Refusal. */
export const agree = async (scope: Scope, id: string): Promise<void> => {
  await say(scope, id, 'yes', '');
};

/** The peer supporter asks for another time, in words; whoever holds it is told and the time stays until they move it. */
export const askOtherTime = async (scope: Scope, id: string, words: string): Promise<void> => {
  const meeting = await say(scope, id, 'other_time', words);
  const to =
    meeting.supervisorId === null ? meeting.people.map((each) => each.accountId) : [meeting.supervisorId];
  await tellMeeting(scope, 'supervision_other_time', meeting, { to, words, turn: scope.now.toString() });
};

export interface Moving {
  readonly startsAt: Temporal.Instant;
  readonly minutes?: number;
  readonly how?: How;
  readonly place?: string;
  readonly why: string;
  /** They found it together, so nobody is asked again. */
  readonly agreed: boolean;
  readonly version?: number;
}

/**
 * Moves a meeting to any time a person chooses, near its day of the rhythm or not. The days of the rhythm stay. Raises
 * NotFound, StaleEdit, and Refusal for a time that has passed or on which one of them has another meeting.
 */
export const moveMeeting = async (scope: Scope, id: string, ask: Moving): Promise<void> => {
  const meeting = await toSettle(scope, id, ask.version);
  move(meetingLife, 'move_time', meeting.state);
  const people = everybody(meeting).filter((each): each is string => each !== null);
  const minutes = ask.minutes ?? meeting.minutes;
  await assertFree(scope, { ...meeting, startsAt: ask.startsAt, minutes, people, without: id });
  const agreed = ask.agreed || meeting.kind === 'peer';
  await writeMove(scope, meeting, { ...ask, agreed });
  await scope.audit('supervision.moved', { kind: 'meeting', id, centreId: meeting.centreId });
  await tellMeeting(
    scope,
    'supervision_moved',
    {
      ...meeting,
      startsAt: ask.startsAt,
      because: [],
      how: ask.how ?? meeting.how,
      place: ask.place ?? meeting.place,
      sequence: meeting.sequence + 1,
    },
    { to: people, was: meeting.startsAt, words: ask.why },
  );
};

/** Refuses a time that has passed, and one on which somebody has another meeting already. */
export const assertFree = async (
  scope: Scope,
  ask: {
    readonly startsAt: Temporal.Instant;
    readonly minutes: number;
    readonly zone: string;
    readonly people: readonly string[];
    readonly without?: string;
  },
): Promise<void> => {
  if (Temporal.Instant.compare(ask.startsAt, scope.now) <= 0)
    throw new Refusal('This time has passed. Choose one that is still to come.', 'on');
  const on = dateAt(ask.startsAt, ask.zone);
  const diary = await diariesOf(scope, ask.people, {
    since: on.subtract({ days: 1 }),
    rules: await rulesOn(scope, on),
    ...(ask.without && { without: ask.without }),
  });
  if (ask.people.some((each) => diary(each).taken.some((other) => overlaps(other, ask))))
    throw new Refusal('One of them has another meeting at this time. Choose another time.', 'at');
};

export interface Held {
  /** Who came, of those it was for. */
  readonly came: readonly string[];
  /** When it was, where it was not when it was planned. */
  readonly startsAt?: Temporal.Instant;
  readonly minutes?: number;
  readonly version?: number;
}

/**
 * Writes down that they met and who came. The rhythm is counted anew for each of them: it belongs to the day of the
 * rhythm it lies nearest to. Raises NotFound, StaleEdit, and Refusal where nobody came or it is still to come.
 */
export const meetingHeld = async (scope: Scope, id: string, ask: Held): Promise<void> => {
  const meeting = await toSettle(scope, id, ask.version);
  move(meetingLife, 'hold', meeting.state);
  const startsAt = ask.startsAt ?? meeting.startsAt;
  if (Temporal.Instant.compare(startsAt, scope.now) > 0)
    throw new Refusal('It is still to come. If you have met already, say on which day it was.', 'on');
  const came = meeting.people.filter((each) => ask.came.includes(each.accountId));
  if (came.length === 0)
    throw new Refusal('Say who came. If nobody did, say that it did not happen, and why.', 'came');
  for (const each of meeting.people)
    await scope.tx
      .updateTable('supervision.meeting_people')
      .set({ came: ask.came.includes(each.accountId) })
      .where('organisation_id', '=', scope.actor.organisationId)
      .where('meeting_id', '=', id)
      .where('account_id', '=', each.accountId)
      .execute();
  await setMeeting(scope, meeting, {
    held_at: scope.now.toString(),
    starts_at: startsAt.toString(),
    ...(ask.minutes && { minutes: ask.minutes }),
    ...(Temporal.Instant.compare(startsAt, meeting.startsAt) !== 0 && { sequence: meeting.sequence + 1 }),
  });
  await scope.audit('supervision.held', { kind: 'meeting', id, centreId: meeting.centreId });
  await rhythmAfter(scope, meeting);
};

// A peer among peers may say that they met, and keeps nobody's arrangement: the house counts for them.
const rhythmAfter = async (scope: Scope, meeting: Meeting) => {
  for (const { accountId } of meeting.people)
    if (meeting.kind === 'peer') await lookAhead(scope, accountId);
    else await keepRhythm(scope, accountId);
};

/** Writes down that it did not happen and why. The day of the rhythm stays due, and another time is looked for. Raises NotFound, StaleEdit, Refusal. */
export const meetingDidNotHappen = async (
  scope: Scope,
  id: string,
  ask: { readonly why: MissedWhy; readonly words: string; readonly version?: number },
): Promise<void> => {
  const meeting = await toSettle(scope, id, ask.version);
  move(meetingLife, 'miss', meeting.state);
  if (Temporal.Instant.compare(meeting.startsAt, scope.now) > 0)
    throw new Refusal('It is still to come. Move it to another time, or call it off.');
  if (ask.why === 'other' && ask.words === '')
    throw new Refusal('Say in a few words what came in between.', 'words');
  await setMeeting(scope, meeting, {
    did_not_happen_at: scope.now.toString(),
    did_not_happen_why: ask.why,
    did_not_happen_words: ask.words,
  });
  await scope.audit('supervision.did_not_happen', { kind: 'meeting', id, centreId: meeting.centreId });
  await rhythmAfter(scope, meeting);
};

/** Calls a time off that is still to come, with words for those it was for; where it is owed another one is looked for. */
export const callOffMeeting = async (
  scope: Scope,
  id: string,
  ask: { readonly words: string; readonly version?: number },
): Promise<void> => {
  const meeting = await toSettle(scope, id, ask.version);
  move(meetingLife, 'call_off', meeting.state);
  await setMeeting(scope, meeting, {
    called_off_at: scope.now.toString(),
    sequence: meeting.sequence + 1,
  });
  await scope.audit('supervision.called_off', { kind: 'meeting', id, centreId: meeting.centreId });
  await tellMeeting(scope, 'supervision_called_off', meeting, { to: everybody(meeting), words: ask.words });
  await rhythmAfter(scope, meeting);
};
