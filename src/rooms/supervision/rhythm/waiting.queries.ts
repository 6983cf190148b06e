import { dateAt } from '#kernel/dates.ts';
import type { DiaryEntry } from '#platform/calendar/entry.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { namesOfAccounts } from '#rooms/people/door.ts';
import { type Arrangement, arrangementsAt } from './arrangement.queries.ts';
import { type Meeting, meetingsInDiary, openAheadOf, openInThePast } from './meeting.queries.ts';
import { rhythmState } from './rhythm.rules.ts';

export interface Slipping {
  readonly arrangementId: string;
  readonly accountId: string;
  readonly name: string;
  readonly centreId: string;
  readonly supervisorId: string | null;
  readonly dueOn: Temporal.PlainDate;
  readonly pausesOn: Temporal.PlainDate | null;
  /** True once the days of grace are over and new assignments wait. */
  readonly paused: boolean;
}

const slipping = async (scope: Scope, all: readonly Arrangement[]): Promise<readonly Slipping[]> => {
  const names = await namesOfAccounts(
    scope,
    all.map((each) => each.accountId),
  );
  return all.map((each) => ({
    arrangementId: each.id,
    accountId: each.accountId,
    name: names.get(each.accountId) ?? 'Somebody',
    centreId: each.centreId,
    supervisorId: each.supervisorId,
    dueOn: each.dueOn,
    pausesOn: each.pausesOn,
    paused: rhythmState(each, dateAt(scope.now, each.zone)) === 'overdue',
  }));
};

/** Peer supporters at these centres whose supervision is past its day, those for whom new assignments pause among them; longest first. Not the actor's own. */
export const overdueAt = async (scope: Scope, centreIds: readonly string[]): Promise<readonly Slipping[]> =>
  slipping(
    scope,
    (await arrangementsAt(scope, centreIds)).filter(
      (each) =>
        each.accountId !== accountOf(scope.actor) &&
        ['overdue', 'in_grace'].includes(rhythmState(each, dateAt(scope.now, each.zone))),
    ),
  );

/** Peer supporters at these centres for whom no supervisor is named. */
export const arrangementsWithoutSupervisor = async (
  scope: Scope,
  centreIds: readonly string[],
): Promise<readonly Slipping[]> =>
  slipping(
    scope,
    (await arrangementsAt(scope, centreIds)).filter((each) => each.supervisorId === null),
  );

/** Meetings somebody holds whose time has passed and of which nobody said whether they met; earliest first. */
export const meetingsToClose = (scope: Scope, accountId: string): Promise<readonly Meeting[]> =>
  openInThePast(scope, { heldBy: accountId, before: scope.now });

/** The next time a peer supporter meets for supervision or a check-in, answered or not; null when there is none. */
export const ownNext = async (scope: Scope, accountId: string): Promise<Meeting | null> =>
  (await openAheadOf(scope, [accountId], scope.now))[0] ?? null;

/** Times ahead that a peer supporter has not answered yet; earliest first. */
export const proposalsToAnswer = async (scope: Scope, accountId: string): Promise<readonly Meeting[]> =>
  (await openAheadOf(scope, [accountId], scope.now)).filter((each) =>
    each.people.some((one) => one.accountId === accountId && one.said === null),
  );

/** Times ahead that somebody holds and for which another time is asked; earliest first. */
export const otherTimesAsked = async (scope: Scope, accountId: string): Promise<readonly Meeting[]> =>
  (
    await meetingsInDiary(scope, accountId, { from: scope.now, until: scope.now.add({ hours: 24 * 120 }) })
  ).filter(
    (each) =>
      each.supervisorId === accountId &&
      each.state === 'proposed' &&
      each.people.some((one) => one.said === 'other_time'),
  );

/**
 * What supervision puts in somebody's diary between two moments, called off ones too so that a calendar takes them out:
 * what they hold, what they are in, and the coffee mornings they come to. Titles say nothing of anybody.
 */
export const diaryOf = async (
  scope: Scope,
  accountId: string,
  between: { readonly from: Temporal.Instant; readonly until: Temporal.Instant },
): Promise<readonly DiaryEntry[]> =>
  (await meetingsInDiary(scope, accountId, between)).map((each) => ({
    uid: `supervision-meetings-${each.id}`,
    sequence: each.sequence,
    startsAt: each.startsAt,
    minutes: each.minutes,
    zone: each.zone,
    title: each.kind === 'coffee' ? 'Coffee' : 'Meeting',
    place: each.place || null,
    cancelled: each.state === 'called_off' || each.state === 'did_not_happen',
    changedAt: each.changedAt,
  }));
