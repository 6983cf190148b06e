import { findingsStanding } from '#invariants/finding.queries.ts';
import { dateAt, momentAt } from '#kernel/dates.ts';
import {
  type AccountActor,
  CARE_OF_FAMILIES,
  centresOf,
  holds,
  type Role,
  RUNS_SESSIONS,
  WITH_FAMILIES,
  WITH_GROUPS,
} from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import {
  offersOut,
  plansMissing,
  registersOpen,
  runningIn,
  type SessionFacts,
  sessionsBetween,
  toFollowUp,
  waitingList,
} from '#rooms/delivery/door.ts';
import { pausesToDecide, safetyToReview } from '#rooms/families/door.ts';
import { filesOf, helpLines, namesOfAccounts } from '#rooms/people/door.ts';
import { handoversDue, importsToMend, waitingForTriage } from '#rooms/referrals/door.ts';
import { type DataCare, dataCare, MAY_BE_LEAD } from '#rooms/rights/door.ts';
import { concernsWaiting } from '#rooms/safeguarding/door.ts';
import { centresWithDropIns } from '../front/front.queries.ts';
import { firstDaysAt } from './first-days.queries.ts';
import { firstSteps, type Step } from './first-days.rules.ts';
import { growingThings } from './growing.queries.ts';
import * as rules from './today.rules.ts';
import { volunteerThings } from './volunteers.queries.ts';

const OFFICE: readonly Role[] = ['administrator', 'programme_coordinator'];
const PLAN: readonly Role[] = ['practitioner', 'programme_coordinator'];
/** Who follows up what was handed over. */
const MANAGE: readonly Role[] = ['volunteer_manager', 'programme_coordinator'];
/** Who looks after who runs what. */
const ROTA: readonly Role[] = [...MANAGE, 'peer_supporter'];
const KEEP: readonly Role[] = ['administrator', 'service_lead'];

/** Numbers stay right when they are looked at once a year. */
const MONTHS_CONFIRMED = 12;

/** One group or drop-in of the coming seven days. */
export interface ThisWeek {
  readonly session: SessionFacts;
  /** Null for whoever does not plan. */
  readonly planned: boolean | null;
  readonly runBy: readonly string[];
}

export interface TodayFacts {
  readonly today: Temporal.PlainDate;
  readonly concerns: { readonly waiting: number; readonly oldest: Temporal.Instant | null };
  readonly things: readonly rules.Thing[];
  /** Null for whoever finds their own sessions among their things: a peer supporter. */
  readonly week: readonly ThisWeek[] | null;
  /** Parents waiting for a group; null for whoever does not see the list. */
  readonly waiting: number | null;
  /** For the service lead, who sees figures and no families; null for everybody else. */
  readonly figures: { readonly centres: number; readonly dropIns: number } | null;
  /** Whether they prepare or run sessions themselves, which the office does not. */
  readonly prepares: boolean;
  /** Who answers for what we keep about people; null for whoever is not asked to. */
  readonly dataCare: DataCare | null;
  /** What a new organisation has still to set up; empty for whoever does not keep the house. */
  readonly steps: readonly Step[];
}

const nothing = <T>(): Promise<readonly T[]> => Promise.resolve([]);

const STUCK = ['doubtful', 'failed', 'held'] as const;

/** Messages that did not go, by state: lost, perhaps lost, or held for a while. */
const messagesStuck = async (
  scope: Scope,
  centreIds: readonly string[],
): Promise<readonly { readonly state: (typeof STUCK)[number]; readonly count: number }[]> => {
  if (centreIds.length === 0) return [];
  const rows = await scope.tx
    .selectFrom('platform.messages')
    .select(['state', (eb) => eb.fn.countAll<number>().as('count')])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('centre_id', 'in', [...centreIds])
    .where('state', 'in', STUCK)
    .groupBy('state')
    .execute();
  return STUCK.flatMap((state) => {
    const row = rows.find((each) => each.state === state);
    return row ? [{ state, count: Number(row.count) }] : [];
  });
};

const linesUnconfirmed = async (scope: Scope, today: Temporal.PlainDate): Promise<number> => {
  const since = today.subtract({ months: MONTHS_CONFIRMED });
  return (await helpLines(scope)).filter(
    (line) => line.confirmedOn === null || Temporal.PlainDate.compare(line.confirmedOn, since) < 0,
  ).length;
};

/** What the actor's roles let them act on, read all at once: the questions do not wait for one another. */
const read = async (scope: Scope, actor: AccountActor, today: Temporal.PlainDate, zone: string) => {
  const at = (roles: readonly Role[]) => centresOf(actor, roles);
  const from = momentAt(today, Temporal.PlainTime.from('00:00'), zone);
  const until = momentAt(today.add({ days: 7 }), Temporal.PlainTime.from('00:00'), zone);
  const care = at(CARE_OF_FAMILIES);
  const [
    concerns,
    sessions,
    registers,
    missed,
    pauses,
    safety,
    triage,
    handovers,
    imports,
    offers,
    waiting,
    stuck,
    lines,
    impossible,
    open,
    firstDays,
    ofVolunteers,
    growing,
    careOfData,
  ] = await Promise.all([
    concernsWaiting(scope),
    sessionsBetween(scope, at(WITH_GROUPS), from, until),
    registersOpen(scope, at(RUNS_SESSIONS)),
    care.length > 0 ? toFollowUp(scope, care) : nothing<never>(),
    care.length > 0 ? pausesToDecide(scope) : nothing<never>(),
    safetyToReview(scope, care, today.add({ days: 7 })),
    care.length > 0 ? waitingForTriage(scope) : nothing<never>(),
    holds(actor, MANAGE) ? handoversDue(scope, today.add({ days: 7 })) : nothing<never>(),
    holds(actor, OFFICE) ? importsToMend(scope) : nothing<never>(),
    at(OFFICE).length > 0 ? offersOut(scope, at(OFFICE)) : nothing<never>(),
    at(WITH_FAMILIES).length > 0 ? waitingList(scope, at(WITH_FAMILIES)) : null,
    messagesStuck(scope, at(OFFICE)),
    holds(actor, KEEP) ? linesUnconfirmed(scope, today) : 0,
    holds(actor, KEEP) ? findingsStanding(scope) : 0,
    holds(actor, ['service_lead']) ? centresWithDropIns(scope) : null,
    holds(actor, KEEP) ? firstDaysAt(scope, at(KEEP)) : null,
    volunteerThings(scope, actor, today, zone),
    growingThings(scope, actor, today, zone),
    holds(actor, MAY_BE_LEAD) ? dataCare(scope) : null,
  ]);
  const [unplanned, leaders, files] = await Promise.all([
    holds(actor, RUNS_SESSIONS) ? plansMissing(scope, at(RUNS_SESSIONS), until, sessions) : nothing<never>(),
    holds(actor, ROTA)
      ? runningIn(
          scope,
          [...sessions, ...registers].map((session) => session.id),
        )
      : null,
    filesOf(
      scope,
      [...pauses, ...offers, ...safety].map((each) => each.personId),
    ),
  ]);
  const names = await namesOfAccounts(
    scope,
    [...(leaders ?? new Map<string, readonly string[]>()).values()].flat(),
  );
  return {
    concerns,
    sessions,
    registers,
    missed,
    pauses,
    safety,
    triage,
    handovers,
    imports,
    offers,
    waiting,
    stuck,
    lines,
    impossible,
    open,
    firstDays,
    ofVolunteers,
    growing,
    careOfData,
    unplanned,
    leaders,
    names,
    files,
  };
};

type Read = Awaited<ReturnType<typeof read>>;

/** Whose work a session is: staff see all of their centre, a peer supporter those they run. */
const mineAmong = (actor: AccountActor, leaders: Read['leaders']) => (session: SessionFacts) =>
  holds(actor, WITH_FAMILIES, session.centreId) || (leaders?.get(session.id) ?? []).includes(actor.accountId);

const officeThings = (found: Read, actor: AccountActor, today: Temporal.PlainDate, zone: string) => {
  const inOffice = found.sessions.filter((session) => holds(actor, OFFICE, session.centreId));
  const nameOf = (personId: string) => found.files.get(personId)?.calledName ?? 'A parent';
  return [
    ...found.offers.flatMap((offer) =>
      offer.answerBy
        ? (rules.offerLapsing(
            {
              placeId: offer.id,
              groupId: offer.groupId,
              name: nameOf(offer.personId),
              answerBy: offer.answerBy,
            },
            today,
            zone,
          ) ?? [])
        : [],
    ),
    ...inOffice
      .filter((session) => session.calledOffWhy === null && session.venueId === null && !session.online)
      .map((session) => rules.roomMissing(session, today)),
    ...inOffice
      .filter((session) => session.calledOffWhy !== null)
      .map((session) => rules.calledOff(session, today)),
    ...found.imports.map((file) => rules.importToMend(file, today, zone)),
    ...found.stuck.map(({ state, count }) => rules.messagesStuck(state, count)),
    ...(found.lines > 0 ? [rules.linesToConfirm(found.lines)] : []),
    ...(found.impossible > 0 ? [rules.findingsToMend(found.impossible)] : []),
  ];
};

/** Everything on somebody's Today. Nothing here that they could not also open. */
export const todayFacts = async (scope: Scope, actor: AccountActor, zone: string): Promise<TodayFacts> => {
  const today = dateAt(scope.now, zone);
  const found = await read(scope, actor, today, zone);
  const isMine = mineAmong(actor, found.leaders);
  const runBy = (session: SessionFacts) =>
    (found.leaders?.get(session.id) ?? []).flatMap((account) => found.names.get(account) ?? []);
  const running = found.sessions.filter((session) => isMine(session) && session.calledOffWhy === null);
  const unplanned = new Set(found.unplanned.map((session) => session.id));
  // A drop-in is planned by the volunteers who run it; a coordinator sees that it is.
  const plansHere = (session: SessionFacts) =>
    holds(actor, session.kind === 'drop_in' ? ['programme_coordinator'] : PLAN, session.centreId) ||
    (holds(actor, ['peer_supporter']) && (found.leaders?.get(session.id) ?? []).includes(actor.accountId));
  const toPlan = running.filter((session) => unplanned.has(session.id) && plansHere(session));
  const shown = running.filter(
    (session) =>
      session.on.equals(today) ||
      // A manager looks after who runs the drop-ins; a peer supporter after their own next ones.
      (holds(actor, ['volunteer_manager'], session.centreId) && session.kind === 'drop_in') ||
      !holds(actor, WITH_FAMILIES),
  );
  const pausesHere = found.pauses.filter((pause) => holds(actor, CARE_OF_FAMILIES, pause.centreId));
  return {
    today,
    prepares: holds(actor, RUNS_SESSIONS),
    concerns: { waiting: Number(found.concerns.unacknowledged), oldest: found.concerns.oldest },
    things: [
      ...found.registers.filter(isMine).map((session) => rules.registerOpen(session, today)),
      ...toPlan.map((session) => rules.planMissing(session, today)),
      ...shown
        .filter(
          (session) => Temporal.Instant.compare(session.endsAt, scope.now) > 0 && !toPlan.includes(session),
        )
        .map((session) =>
          rules.sessionAhead(session, today, found.leaders && rules.runByWords(session, runBy(session))),
        ),
      ...found.missed.map((missed) => rules.toAskAfter(missed, today)),
      ...pausesHere.map((pause) =>
        rules.pauseWaiting(
          { id: pause.id, from: pause.from, name: found.files.get(pause.personId)?.calledName ?? 'a parent' },
          today,
          zone,
        ),
      ),
      ...found.safety.map((instruction) =>
        rules.safetyToLookAt(
          { ...instruction, name: found.files.get(instruction.personId)?.calledName ?? 'a parent' },
          today,
        ),
      ),
      ...found.triage
        .filter((referral) => holds(actor, CARE_OF_FAMILIES, referral.centreId))
        .map((referral) => rules.triageWaiting(referral, today)),
      ...found.handovers.map((handover) => rules.handoverDue(handover, today)),
      ...found.ofVolunteers,
      ...found.growing,
      ...officeThings(found, actor, today, zone),
    ],
    week: !holds(actor, WITH_FAMILIES)
      ? null
      : running
          .filter((session) => Temporal.Instant.compare(session.endsAt, scope.now) > 0)
          .map((session) => ({
            session,
            planned: holds(actor, RUNS_SESSIONS) ? !unplanned.has(session.id) : null,
            runBy: runBy(session),
          })),
    dataCare: found.careOfData,
    steps: found.firstDays ? firstSteps(found.firstDays) : [],
    waiting: found.waiting?.length ?? null,
    figures: found.open && {
      centres: found.open.length,
      dropIns: found.open
        .flatMap(({ dropIns }) => dropIns)
        .filter((dropIn) => Temporal.PlainDate.compare(dropIn.on, today.add({ days: 7 })) < 0).length,
    },
  };
};
