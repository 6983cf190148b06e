import { sql } from 'kysely';
import { dateAt } from '#kernel/dates.ts';
import { type AccountActor, centresOf, holds } from '#platform/db/actor.ts';
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
  catchUpsToArrange,
  eventsToClose,
  interestsToAnswer,
  meetingsToMark,
  practiceNobodyWritesAt,
  practiceToWrite,
  reflectionsOpen,
  signOffsReady,
  trainingAhead,
} from '#rooms/training/door.ts';
import * as rules from './growing.rules.ts';
import type { Thing } from './today.rules.ts';

/** What volunteers who learn and are supervised need of whoever looks after them. */
const ofWhomTheyLookAfter = async (
  scope: Scope,
  actor: AccountActor,
  today: Temporal.PlainDate,
  zone: string,
): Promise<readonly Thing[]> => {
  const at = centresOf(actor, RECRUITS);
  const [talks, heavy, slips, nobody, ready, unwritten, events, interests] = await Promise.all([
    debriefsToOffer(scope, at),
    heavyAt(scope, at),
    overdueAt(scope, at),
    arrangementsWithoutSupervisor(scope, at),
    signOffsReady(scope, at),
    practiceNobodyWritesAt(scope, at),
    eventsToClose(scope, at),
    interestsToAnswer(scope, at),
  ]);
  const arrangements = await arrangementsOf(
    scope,
    heavy.map(({ accountId }) => accountId),
  );
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

/** What those whom somebody supervises need of them: meetings to settle, another time asked, a note to write. */
const ofWhomTheySupervise = async (
  scope: Scope,
  actor: AccountActor,
  today: Temporal.PlainDate,
  zone: string,
): Promise<readonly Thing[]> => {
  const me = actor.accountId;
  const [toClose, asked, notes] = await Promise.all([
    meetingsToClose(scope, me),
    otherTimesAsked(scope, me),
    notesToWrite(scope, me),
  ]);
  const names = await namesOfAccounts(scope, [
    ...[...toClose, ...asked].flatMap(({ people }) => people.map(({ accountId }) => accountId)),
    ...notes.map(({ accountId }) => accountId),
  ]);
  const nameOf = (accountId: string | undefined) =>
    (accountId && names.get(accountId)) || 'Somebody who has left';
  const meeting =
    (asks: boolean, more = 0) =>
    (each: (typeof toClose)[number]) =>
      rules.meetingToSettle(
        { id: each.id, with: nameOf(each.people[0]?.accountId), on: each.on, asks, more },
        today,
      );
  // Of one person the oldest says it all: four lines about the same two would hide whoever comes next.
  const unsaid = Map.groupBy(toClose, (each) => each.people.map(({ accountId }) => accountId).join(' '));
  return [
    ...[...unsaid.values()].flatMap(([oldest, ...more]) =>
      oldest ? [meeting(false, more.length)(oldest)] : [],
    ),
    ...asked.map((each) => meeting(true)(each)),
    ...notes.map((each) =>
      rules.noteToWrite(
        { meetingId: each.meetingId, name: nameOf(each.accountId), on: dateAt(each.startsAt, zone) },
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
  const [talk, next, reflections, training] = await Promise.all([
    ownDebrief(scope, me),
    ownNext(scope, me),
    reflectionsOpen(scope, me),
    trainingAhead(scope, me),
  ]);
  const [course] = training;
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
    ...(course ? [rules.trainingMeets(course, scope.now, zone)] : []),
    ...reflections.map((each) => rules.reflectionOpen(each, today)),
  ];
};

/**
 * What of learning and supervision is somebody's at all, asked in one question: most of the staff supervise nobody, lead
 * no cohort and were beside nobody who learns, and then nothing more is asked.
 */
const concerns = async ({ tx, actor }: Scope, me: string) => {
  const { rows } = await sql<{ supervises: boolean; beside: boolean; leads: boolean }>`
    select exists (select from supervision.arrangements a where a.organisation_id = ${actor.organisationId} and a.ended_at is null
        and (a.supervisor_id = ${me} or a.cover_id = ${me})) as supervises,
      exists (select from training.practice p where p.organisation_id = ${actor.organisationId} and p.alongside_account = ${me}
        and p.observed_at is null and p.did_not_happen_at is null) as beside,
      cardinality(training.cohorts_led()) > 0 as leads`.execute(tx);
  return rows[0] ?? { supervises: false, beside: false, leads: false };
};

/** What learning and supervision need of somebody today, overdue first; each only what is theirs. */
export const growingThings = async (
  scope: Scope,
  actor: AccountActor,
  today: Temporal.PlainDate,
  zone: string,
): Promise<readonly Thing[]> => {
  const me = actor.accountId;
  const manages = holds(actor, RECRUITS);
  const supports = holds(actor, ['peer_supporter']);
  const of = await concerns(scope, me);
  const [managed, supervised, own, seen, actions, toMark, missed] = await Promise.all([
    manages ? ofWhomTheyLookAfter(scope, actor, today, zone) : [],
    manages || of.supervises ? ofWhomTheySupervise(scope, actor, today, zone) : [],
    supports ? ofTheirOwn(scope, actor, today, zone) : [],
    of.beside ? practiceToWrite(scope, me) : [],
    of.supervises || supports ? actionsDue(scope, me) : [],
    manages || of.leads ? meetingsToMark(scope) : [],
    manages ? catchUpsToArrange(scope, centresOf(actor, RECRUITS)) : [],
  ]);
  return [
    ...managed,
    ...supervised,
    ...own,
    ...seen.map((each) => rules.seenToWrite(each, today)),
    ...actions.map((each) => rules.actionComes(each, today)),
    ...toMark.map((each) =>
      rules.attendanceToNote(
        {
          cohortId: each.cohortId,
          meetingId: each.meetingId,
          cohort: each.cohortName,
          on: dateAt(each.startsAt, zone),
        },
        today,
      ),
    ),
    ...rules.unitsMissed(missed),
  ];
};
