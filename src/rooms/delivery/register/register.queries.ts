import { sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';
import { namesOfAccounts } from '#rooms/people/door.ts';
import { type Expected, expectedAt, type SessionFacts } from '../sessions/session.queries.ts';
import { type InTheRoom, inTheRoom } from './in-the-room.queries.ts';
import {
  type Drawn,
  type Mark,
  type Marked,
  type RegisterStage,
  registerStage,
  UNMARKED,
} from './register.rules.ts';

/** A row of the register as it is written. */
export interface Written extends Marked {
  readonly mark: Mark;
  readonly version: number;
  readonly followedUpAt: Temporal.Instant | null;
}

/** The marks of a session by person. */
export const marksOf = async (scope: Scope, sessionId: string): Promise<ReadonlyMap<string, Written>> => {
  const rows = await scope.tx
    .selectFrom('delivery.attendances')
    .select(['person_id', 'mark', 'partner_came', 'baby_came', 'version', 'followed_up_at'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('session_id', '=', sessionId)
    .execute();
  return new Map(
    rows.map((row) => [
      row.person_id,
      {
        mark: row.mark,
        partnerCame: row.partner_came,
        babyCame: row.baby_came,
        version: row.version,
        followedUpAt: row.followed_up_at ? Temporal.Instant.from(row.followed_up_at) : null,
      },
    ]),
  );
};

/** One parent on a register. */
export interface RegisterRow {
  readonly personId: string;
  readonly who: InTheRoom;
  /** Null for somebody who came without a place. */
  readonly expected: Expected | null;
  readonly drawn: Drawn;
  readonly followedUp: boolean;
  /** In a drop-in: nobody has said that they come and they were not at the last ones. */
  readonly lessLikely: boolean;
}

interface Correction {
  readonly id: string;
  readonly personId: string | null;
  readonly was: unknown;
  readonly became: unknown;
  readonly why: string;
  readonly by: string;
  readonly at: Temporal.Instant;
}

export interface Register {
  readonly session: SessionFacts;
  readonly stage: RegisterStage;
  readonly rows: readonly RegisterRow[];
  readonly corrections: readonly Correction[];
  readonly closing: { readonly words: string; readonly by: string } | null;
  /** Somebody has a place since the ground rules were last said. */
  readonly someoneNew: boolean;
}

// Who was at one of the last three meetings of a drop-in that came before this one.
const regularsOf = async (scope: Scope, session: SessionFacts): Promise<ReadonlySet<string>> => {
  const found = await sql<{ person_id: string }>`
    select distinct a.person_id from delivery.attendances a
    join (select s.id from delivery.sessions s where s.organisation_id = ${scope.actor.organisationId} and s.group_id = ${session.groupId}
          and s.starts_at < ${session.startsAt.toString()}::timestamptz order by s.starts_at desc limit 3) last on last.id = a.session_id
    where a.organisation_id = ${scope.actor.organisationId} and a.mark in ('came', 'late')`.execute(scope.tx);
  return new Set(found.rows.map((row) => row.person_id));
};

const closingOf = async (scope: Scope, sessionId: string) =>
  scope.tx
    .selectFrom('delivery.register_closings')
    .select(['words', 'closed_by'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('session_id', '=', sessionId)
    .executeTakeFirst();

const correctionsOf = async (scope: Scope, sessionId: string) =>
  scope.tx
    .selectFrom('delivery.corrections')
    .select(['id', 'person_id', 'was', 'became', 'why', 'by_account', 'at'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('session_id', '=', sessionId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();

const drawnOf = (written: Written | undefined, expected: Expected | null, added: boolean): Drawn => {
  if (written) return { ...written, offered: null };
  const offered = added ? 'came' : expected?.coming === false ? 'sent_word' : null;
  return { ...UNMARKED, version: 0, offered };
};

const byName = new Intl.Collator('en-GB').compare;
const likely = (row: RegisterRow) => (row.lessLikely ? 1 : 0);

/**
 * The register of a session: everyone with a place, whoever was marked, and `added`, who came without a place.
 * People the actor may not know are not on it. Likely ones first in a drop-in, then by name.
 */
export const registerOf = async (
  scope: Scope,
  session: SessionFacts,
  added: string | null = null,
): Promise<Register> => {
  const [places, written] = await Promise.all([expectedAt(scope, session), marksOf(scope, session.id)]);
  const expected = new Map(places.map((each) => [each.personId, each]));
  const ids = [...new Set([...expected.keys(), ...written.keys(), ...(added ? [added] : [])])];
  const people = await inTheRoom(scope, ids, session);
  const regulars = session.kind === 'drop_in' ? await regularsOf(scope, session) : null;
  const rows = ids.flatMap((personId): readonly RegisterRow[] => {
    const who = people.get(personId);
    if (!who) return [];
    const place = expected.get(personId) ?? null;
    const mark = written.get(personId);
    const known =
      mark !== undefined || personId === added || place?.coming !== null || regulars?.has(personId);
    return [
      {
        personId,
        who,
        expected: place,
        drawn: drawnOf(mark, place, personId === added),
        followedUp: mark?.followedUpAt != null,
        lessLikely: regulars !== null && !known,
      },
    ];
  });
  const closing = session.closed ? await closingOf(scope, session.id) : undefined;
  const corrections = session.closed ? await correctionsOf(scope, session.id) : [];
  const names = await namesOfAccounts(scope, [
    ...(closing?.closed_by ? [closing.closed_by] : []),
    ...corrections.flatMap((each) => (each.by_account ? [each.by_account] : [])),
  ]);
  const said = session.groundRulesSaidAt;
  return {
    session,
    stage: registerStage(session, scope.now),
    rows: rows.sort(
      (one, other) => likely(one) - likely(other) || byName(one.who.calledName, other.who.calledName),
    ),
    corrections: corrections.map((each) => ({
      id: each.id,
      personId: each.person_id,
      was: each.was,
      became: each.became,
      why: each.why,
      by: (each.by_account && names.get(each.by_account)) || 'Kith',
      at: Temporal.Instant.from(each.at),
    })),
    closing: closing
      ? { words: closing.words, by: (closing.closed_by && names.get(closing.closed_by)) || 'Kith' }
      : null,
    someoneNew: [...expected.values()].some(
      (each) => said === null || Temporal.Instant.compare(each.takenAt, said) > 0,
    ),
  };
};

/**
 * People of the centre whose name has these words, for adding somebody who came without a place: for a group those
 * who were introduced, for a drop-in every family the actor may know. At most twelve, nobody who is on the register.
 */
export const findPeople = async (
  scope: Scope,
  session: Pick<SessionFacts, 'centreId' | 'kind'>,
  words: string,
  besides: readonly string[],
): Promise<readonly { readonly personId: string; readonly name: string }[]> => {
  const parts = words
    .toLowerCase()
    .split(/[\s%_\\]+/)
    .filter(Boolean)
    .slice(0, 4);
  if (parts.length === 0) return [];
  let query = scope.tx
    .selectFrom('people.persons')
    .select(['id', 'given_name', 'family_name', 'known_as'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('centre_id', '=', session.centreId)
    .where('side', '=', 'family')
    .where('merged_into', 'is', null);
  for (const part of parts)
    query = query.where(
      sql<boolean>`lower(given_name || ' ' || family_name || ' ' || coalesce(known_as, '')) like ${`%${part}%`}`,
    );
  if (session.kind !== 'drop_in') query = query.where('introduced_at', 'is not', null);
  if (besides.length > 0) query = query.where('id', 'not in', [...besides]);
  const rows = await query.orderBy('given_name').orderBy('family_name').limit(12).execute();
  return rows.map((row) => ({
    personId: row.id,
    name: `${row.known_as ?? row.given_name} ${row.family_name}`.trim(),
  }));
};
