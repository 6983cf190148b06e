import { sql } from 'kysely';
import { momentAt } from '#kernel/dates.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { type Arrangement, arrangementsOf, diariesOf } from './arrangement.queries.ts';
import { proposeEarly } from './early.commands.ts';
import { joinMeeting, leaveMeeting, letGo, meet, moveByHouse, withdraw } from './house.commands.ts';
import { standingFacts, writeStanding } from './keep.commands.ts';
import { type Meeting, meetingsOf, openTogether } from './meeting.queries.ts';
import { isOpen } from './meeting.rules.ts';
import { type Diary, fitsDiary, place, placeWith } from './place.rules.ts';
import { isAway, slotOf, standingOf, type Wanted, wantedSlots } from './rhythm.rules.ts';
import { TURNS, type Turn } from './rhythm.shape.ts';
import { tellMeeting } from './tell.ts';

export interface Looking {
  readonly arrangement: Arrangement;
  readonly facts: Awaited<ReturnType<typeof standingFacts>>;
  readonly diary: (accountId: string) => Diary;
  readonly notBefore: Temporal.PlainDate;
  /** The time of day they last met. */
  readonly prefer: Temporal.PlainTime | null;
}

/** Two proposals at once could take the same hour of one supervisor: the house makes them one after the other. */
const oneAtATime = (scope: Scope) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`supervision ${scope.actor.organisationId}`}, 0))`.execute(
    scope.tx,
  );

/**
 * Keeps the proposals of a peer supporter: moves those that fall on somebody's leave, a holiday or other hours, takes back
 * those that are no longer wanted, and proposes a time for each of the next slots that has none. What was agreed is never
 * moved: both are told. For the house itself.
 */
export const proposeFor = async (scope: Scope, accountId: string): Promise<void> => {
  await oneAtATime(scope);
  const [arrangement] = await arrangementsOf(scope, [accountId]);
  if (!arrangement) return withdrawAll(scope, accountId);
  const facts = await standingFacts(scope, arrangement);
  const standing = standingOf(facts);
  await writeStanding(scope, arrangement, standing);
  const since = momentAt(arrangement.beginsOn, Temporal.PlainTime.from('00:00'), arrangement.zone);
  const all = await meetingsOf(scope, [accountId], since.subtract({ hours: 24 * 60 }));
  const people = [
    accountId,
    arrangement.supervisorId,
    arrangement.coverId,
    ...all
      .filter((each) => isOpen(each.state))
      .flatMap((each) => [each.supervisorId, ...each.people.map((one) => one.accountId)]),
  ].filter((each): each is string => each !== null);
  const last = all.findLast((each) => each.state === 'held' && each.kind === 'one_to_one');
  const looking = async (): Promise<Looking> => ({
    arrangement,
    facts,
    diary: await diariesOf(scope, people, { since: facts.today, rules: facts.rules }),
    notBefore: facts.today.add({ days: facts.rules.noticeDays }),
    prefer: last ? last.startsAt.toZonedDateTimeISO(arrangement.zone).toPlainTime() : null,
  });
  let kept: Meeting[] = [];
  for (const meeting of all.filter((each) => isOpen(each.state)))
    if (await stillStands(scope, meeting, await looking(), standing.dueOn)) kept = [...kept, meeting];
  await proposeSlots(scope, kept, looking);
  await proposeEarly(scope, all, await looking());
};

/** Somebody who is no longer here keeps no times; who holds them is told. */
const withdrawAll = async (scope: Scope, accountId: string) => {
  for (const meeting of await meetingsOf(scope, [accountId], scope.now))
    if (isOpen(meeting.state))
      if (meeting.people.length > 1) await leaveMeeting(scope, meeting, accountId);
      else await withdraw(scope, meeting, 'supervision_called_off');
};

const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) < 0;

const isTurn = (kind: Meeting['kind']): kind is Turn => (TURNS as readonly string[]).includes(kind);

/** Whether an open meeting may stay where it is; moves it or takes it back where not. */
const stillStands = async (
  scope: Scope,
  meeting: Meeting,
  looking: Looking,
  dueOn: Temporal.PlainDate,
): Promise<boolean> => {
  const { arrangement, facts, diary } = looking;
  if (meeting.kind === 'debrief' || meeting.kind === 'coffee') return true;
  const house = meeting.proposedBy === null && meeting.state === 'proposed';
  const alone = meeting.people.length === 1;
  if (Temporal.Instant.compare(meeting.startsAt, scope.now) <= 0) {
    if (house && alone && isTurn(meeting.kind) && meeting.dueOn !== null && isBefore(meeting.dueOn, dueOn))
      await letGo(scope, meeting);
    return true;
  }
  const form = facts.rules.forms[arrangement.form];
  const unwanted =
    isTurn(meeting.kind) &&
    (!form.turns.includes(meeting.kind) ||
      (meeting.dueOn !== null && alone && isBefore(meeting.dueOn, dueOn)));
  if (house && unwanted) {
    if (alone) await withdraw(scope, meeting, 'supervision_called_off');
    else await leaveMeeting(scope, meeting, arrangement.accountId);
    return false;
  }
  const holders = [arrangement.supervisorId, arrangement.coverId];
  const another = alone && meeting.kind !== 'peer' && !holders.includes(meeting.supervisorId);
  const away = [arrangement.accountId, ...(meeting.supervisorId ? [meeting.supervisorId] : [])].some((each) =>
    isAway(diary(each).leave, meeting.on),
  );
  if (!house) {
    // Agreed is agreed: people settle it, and are told once for each way it stopped fitting.
    if (away || another)
      await tellMeeting(scope, 'supervision_clash', meeting, {
        to: [meeting.supervisorId, arrangement.supervisorId, arrangement.accountId],
        turn: another ? 'another' : 'away',
      });
    return true;
  }
  const misfit =
    facts.holidays.has(meeting.on.toString()) ||
    ![arrangement.accountId, ...(meeting.supervisorId ? [meeting.supervisorId] : [])].every((each) =>
      fitsDiary(diary(each), meeting, arrangement.zone),
    );
  if (!away && !another && !misfit) return true;
  if (!alone && isAway(diary(arrangement.accountId).leave, meeting.on)) {
    await leaveMeeting(scope, meeting, arrangement.accountId);
    return false;
  }
  return replace(scope, meeting, looking);
};

const replace = async (scope: Scope, meeting: Meeting, looking: Looking): Promise<boolean> => {
  const { arrangement, facts, notBefore } = looking;
  const due = meeting.dueOn ?? meeting.on;
  const near = meeting.kind === 'early' ? Math.min(facts.nearDays, 6) : facts.nearDays;
  const first = due.subtract({ days: near });
  const free = await diariesOf(
    scope,
    [arrangement.supervisorId, arrangement.coverId, ...meeting.people.map((each) => each.accountId)].filter(
      (each): each is string => each !== null,
    ),
    { since: facts.today, rules: facts.rules, without: meeting.id },
  );
  const ask = {
    dueOn: due,
    fromOn: Temporal.PlainDate.compare(first, notBefore) < 0 ? notBefore : first,
    untilOn: due.add({ days: near }),
    minutes: meeting.minutes,
    zone: arrangement.zone,
    holidays: facts.holidays,
    prefer: meeting.startsAt.toZonedDateTimeISO(meeting.zone).toPlainTime(),
  };
  const found =
    meeting.kind === 'peer'
      ? place({ ...ask, people: meeting.people.map((each) => free(each.accountId)) })
      : findWith(ask, arrangement, free);
  if (!found) {
    await withdraw(scope, meeting, 'supervision_no_time');
    return false;
  }
  await moveByHouse(scope, meeting, {
    startsAt: found.startsAt,
    because: found.because,
    heldBy: 'heldBy' in found ? (found.heldBy as string) : null,
  });
  return true;
};

const findWith = (
  ask: Parameters<typeof placeWith>[0],
  { accountId, supervisorId, coverId }: Arrangement,
  diary: (accountId: string) => Diary,
) =>
  supervisorId === null
    ? null
    : placeWith(ask, {
        supporter: diary(accountId),
        supervisor: { accountId: supervisorId, diary: diary(supervisorId) },
        cover: coverId === null ? null : { accountId: coverId, diary: diary(coverId) },
      });

const proposeSlots = async (
  scope: Scope,
  kept: readonly Meeting[],
  look: () => Promise<Looking>,
): Promise<void> => {
  const { arrangement, facts, notBefore } = await look();
  const form = facts.rules.forms[arrangement.form];
  const counting = kept.filter(
    (each) => isTurn(each.kind) && (form.counts as readonly string[]).includes(each.kind),
  );
  const has = (wanted: Wanted) =>
    counting.some((each) =>
      each.dueOn && each.people.length === 1
        ? each.dueOn.equals(wanted.dueOn)
        : slotOf(arrangement.beginsOn, facts.everyDays, each.on) === wanted.slot,
    );
  for (const wanted of wantedSlots(facts, { ahead: facts.rules.proposeAhead, notBefore })) {
    if (has(wanted)) continue;
    const turn = form.turns[(wanted.slot - 1) % form.turns.length] ?? 'one_to_one';
    if (turn === 'one_to_one') await proposeTwo(scope, wanted, await look());
    else await proposeTogether(scope, wanted, turn, await look());
  }
};

const proposeTwo = async (scope: Scope, wanted: Wanted, looking: Looking): Promise<void> => {
  const { arrangement, facts, diary, prefer } = looking;
  const { minutes, how } = facts.rules.oneToOne;
  const found = findWith(
    { ...wanted, minutes, zone: arrangement.zone, holidays: facts.holidays, prefer },
    arrangement,
    diary,
  );
  if (!found) return;
  await meet(scope, {
    centreId: arrangement.centreId,
    zone: arrangement.zone,
    kind: 'one_to_one',
    dueOn: wanted.dueOn,
    supervisorId: found.heldBy,
    startsAt: found.startsAt,
    minutes,
    how,
    because: found.because,
    people: [arrangement.accountId],
  });
};

/** Joins the meeting of others that lies nearest; where there is none, proposes one that others can join. */
const proposeTogether = async (
  scope: Scope,
  wanted: Wanted,
  kind: 'group' | 'peer',
  { arrangement, facts, diary }: Looking,
): Promise<void> => {
  const supervisorId = kind === 'group' ? arrangement.supervisorId : null;
  if (kind === 'group' && supervisorId === null) return;
  const theirs = diary(arrangement.accountId);
  const from = momentAt(wanted.fromOn, Temporal.PlainTime.from('00:00'), arrangement.zone);
  const nearest = (await openTogether(scope, { centreId: arrangement.centreId, kind, supervisorId, from }))
    .filter(
      (each) =>
        Temporal.PlainDate.compare(each.on, wanted.untilOn) <= 0 &&
        !isAway(theirs.leave, each.on) &&
        fitsDiary(theirs, each, arrangement.zone),
    )
    .sort(
      (one, other) => Math.abs(one.on.until(wanted.dueOn).days) - Math.abs(other.on.until(wanted.dueOn).days),
    )[0];
  if (nearest) return joinMeeting(scope, nearest, arrangement.accountId);
  const { minutes, how } = facts.rules.group;
  const ask = { ...wanted, minutes, zone: arrangement.zone, holidays: facts.holidays };
  const found = kind === 'peer' ? place({ ...ask, people: [theirs] }) : findWith(ask, arrangement, diary);
  if (!found) return;
  await meet(scope, {
    centreId: arrangement.centreId,
    zone: arrangement.zone,
    kind,
    dueOn: wanted.dueOn,
    supervisorId: kind === 'peer' ? null : 'heldBy' in found ? (found.heldBy as string) : supervisorId,
    startsAt: found.startsAt,
    minutes,
    how,
    because: found.because,
    people: [arrangement.accountId],
  });
};
