import { dateAt } from '#kernel/dates.ts';
import { type AccountActor, CARE_OF_FAMILIES, centresOf, holds, type Role } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { namesOfAccounts } from '#rooms/people/door.ts';
import { RECRUITS } from '#rooms/recruiting/door.ts';
import {
  actionsDue,
  arrangementsOf,
  arrangementsWithoutSupervisor,
  debriefsToOffer,
  heavyAt,
  meetingsToClose,
  notesToWrite,
  otherTimesAsked,
  overdueAt,
  ownDebrief,
  ownNext,
} from '#rooms/supervision/door.ts';
import {
  eventsToClose,
  interestsToAnswer,
  practiceNobodyWritesAt,
  practiceToWrite,
  reflectionsOpen,
  signOffsReady,
} from '#rooms/training/door.ts';
import * as rules from './growing.rules.ts';
import type { Thing } from './today.rules.ts';

/** Anybody of the staff can be named to supervise. */
const SUPERVISES: readonly Role[] = [
  ...RECRUITS,
  'practitioner',
  'specialist',
  'service_lead',
  'administrator',
];

/** What volunteers who learn and are supervised need of whoever looks after them. */
const ofWhomTheyLookAfter = async (
  scope: Scope,
  actor: AccountActor,
  today: Temporal.PlainDate,
  zone: string,
): Promise<readonly Thing[]> => {
  const at = centresOf(actor, RECRUITS);
  const me = actor.accountId;
  const [talks, heavy, slips, nobody, ready, unwritten, events, interests, toClose, asked, notes] =
    await Promise.all([
      debriefsToOffer(scope, at),
      heavyAt(scope, at),
      overdueAt(scope, at),
      arrangementsWithoutSupervisor(scope, at),
      signOffsReady(scope, at),
      practiceNobodyWritesAt(scope, at),
      eventsToClose(scope, at),
      interestsToAnswer(scope, at),
      meetingsToClose(scope, me),
      otherTimesAsked(scope, me),
      notesToWrite(scope, me),
    ]);
  const [names, arrangements] = await Promise.all([
    namesOfAccounts(scope, [
      ...[...toClose, ...asked].flatMap(({ people }) => people.map(({ accountId }) => accountId)),
      ...notes.map(({ accountId }) => accountId),
    ]),
    arrangementsOf(
      scope,
      heavy.map(({ accountId }) => accountId),
    ),
  ]);
  const nameOf = (accountId: string | undefined) =>
    (accountId && names.get(accountId)) || 'Somebody who has left';
  const meeting = (asks: boolean) => (each: (typeof toClose)[number]) =>
    rules.meetingToSettle({ id: each.id, with: nameOf(each.people[0]?.accountId), on: each.on, asks }, today);
  return [
    ...talks.map((each) => rules.talkToOffer(each, scope.now, zone)),
    ...heavy.flatMap((each) => {
      const arrangement = arrangements.find(({ accountId }) => accountId === each.accountId);
      const [because] = each.load.reasons;
      const said = rules.aLotFor({
        ...each,
        arrangementId: arrangement?.id ?? null,
        because: because?.words ?? '',
      });
      return said ? [said] : [];
    }),
    ...slips.map((each) => rules.supervisionSlips(each, today)),
    ...nobody.map(rules.nobodySupervises),
    ...toClose.map(meeting(false)),
    ...asked.map(meeting(true)),
    ...notes.map((each) =>
      rules.noteToWrite(
        { meetingId: each.meetingId, name: nameOf(each.accountId), on: dateAt(each.startsAt, zone) },
        today,
      ),
    ),
    ...ready.map((each) => rules.lastYesWaits(each, today)),
    ...unwritten.map((each) => rules.seenToWrite(each, today)),
    ...events.map((each) =>
      rules.eventToClose({ id: each.id, title: each.title, on: dateAt(each.startsAt, zone) }, today),
    ),
    ...interests.map((each) =>
      rules.interestWaits(
        { id: each.id, who: each.who, title: each.name, saidOn: dateAt(each.saidAt, zone) },
        today,
      ),
    ),
  ];
};

/** What a peer supporter's own learning and supervision bring: somebody who rings, the next time to meet, what to write. */
const ofTheirOwn = async (
  scope: Scope,
  actor: AccountActor,
  today: Temporal.PlainDate,
  zone: string,
): Promise<readonly Thing[]> => {
  const me = actor.accountId;
  const [talk, next, reflections] = await Promise.all([
    ownDebrief(scope, me),
    ownNext(scope, me),
    reflectionsOpen(scope, me),
  ]);
  const names = await namesOfAccounts(scope, next?.supervisorId ? [next.supervisorId] : []);
  return [
    ...(talk ? [rules.ownTalk(talk, scope.now, zone)] : []),
    ...(next
      ? [
          rules.ownMeeting(
            {
              startsAt: next.startsAt,
              answered: next.people.some(({ accountId, said }) => accountId === me && said !== null),
              with: next.supervisorId ? (names.get(next.supervisorId) ?? null) : null,
            },
            scope.now,
            zone,
          ),
        ]
      : []),
    ...reflections.map((each) => rules.reflectionOpen(each, today)),
  ];
};

/** What learning and supervision need of somebody today, overdue first; each role only what is theirs. */
export const growingThings = async (
  scope: Scope,
  actor: AccountActor,
  today: Temporal.PlainDate,
  zone: string,
): Promise<readonly Thing[]> => {
  const supervises = holds(actor, SUPERVISES);
  const supports = holds(actor, ['peer_supporter']);
  const [theirs, own, seen, actions] = await Promise.all([
    supervises ? ofWhomTheyLookAfter(scope, actor, today, zone) : [],
    supports ? ofTheirOwn(scope, actor, today, zone) : [],
    holds(actor, [...CARE_OF_FAMILIES, 'peer_supporter']) ? practiceToWrite(scope, actor.accountId) : [],
    supervises || supports ? actionsDue(scope, actor.accountId) : [],
  ]);
  return [
    ...theirs,
    ...own,
    ...seen.map((each) => rules.seenToWrite(each, today)),
    ...actions.map((each) => rules.actionComes(each, today)),
  ];
};
