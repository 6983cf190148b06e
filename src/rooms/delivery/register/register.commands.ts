import { sql } from 'kysely';
import { NotFound, StaleEdit } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { introduce } from '#rooms/people/door.ts';
import { assertRunsIt } from '../rota/runs.commands.ts';
import { expectedAt, type SessionFacts, sessionOf } from '../sessions/session.queries.ts';
import { marksOf } from './register.queries.ts';
import {
  assertMayClose,
  assertOpen,
  type Mark,
  registerStage,
  sameMark,
  tidied,
  type WhyNot,
  wasThere,
} from './register.rules.ts';

/** What to write for one parent. `version` is that of the row it was decided on; 0 (or none) when there was no row. */
export interface MarkAsk {
  readonly personId: string;
  readonly mark: Mark;
  readonly partnerCame?: boolean;
  readonly babyCame?: boolean;
  readonly version?: number;
  /** False when the page chose it and nobody touched it: then what somebody else wrote stands. */
  readonly touched?: boolean;
  /** Came without a place: from then on peer supporters of the centre may know the name. */
  readonly guest?: boolean;
}

// Marks share this lock and closing takes it alone: a mark is either in the register before it closes, or refused.
const held = async (scope: Scope, sessionId: string, how: 'share' | 'update'): Promise<SessionFacts> => {
  const lock = sql`select 1 from delivery.sessions where organisation_id = ${scope.actor.organisationId} and id = ${sessionId} for ${sql.raw(how)}`;
  // Sent together and answered in this order: the second is asked only when the lock is held, and sees what came before.
  const [, session] = await Promise.all([lock.execute(scope.tx), sessionOf(scope, sessionId)]);
  if (!session) throw new NotFound('session');
  await assertRunsIt(scope, session);
  return session;
};

/** The session with its register locked for a correction, so that no mark slips in between. */
export const heldForCorrection = (scope: Scope, sessionId: string): Promise<SessionFacts> =>
  held(scope, sessionId, 'update');

/**
 * Writes these rows, each only when it is still at the version it was decided on, in one statement. Answers with the
 * ids of the rows written. Rows that say the same already are no conflict.
 * Raises StaleEdit when somebody else changed one of them to something else, NotFound for a person who may not be seen.
 */
export const writeMarks = async (
  scope: Scope,
  session: Pick<SessionFacts, 'id' | 'centreId'>,
  marks: readonly MarkAsk[],
): Promise<readonly string[]> => {
  if (marks.length === 0) return [];
  const rows = marks.map((each) => {
    const { mark, partnerCame, babyCame } = tidied({
      mark: each.mark,
      partnerCame: each.partnerCame ?? false,
      babyCame: each.babyCame ?? false,
    });
    return {
      person_id: each.personId,
      mark,
      partner: partnerCame,
      baby: babyCame,
      version: each.version ?? 0,
    };
  });
  // In the order of the ids: two people who save the same rows wait for each other and never for ever.
  const written = await sql<{ person_id: string }>`
    insert into delivery.attendances as a (organisation_id, session_id, person_id, centre_id, mark, partner_came, baby_came, marked_by, marked_at, version)
    select p.organisation_id, ${session.id}::uuid, p.id, ${session.centreId}::uuid, w.mark, w.partner, w.baby, ${accountOf(scope.actor)}::uuid, ${scope.now.toString()}::timestamptz, w.version + 1
    from json_to_recordset(${JSON.stringify(rows)}::json) as w(person_id uuid, mark text, partner boolean, baby boolean, version integer)
    join people.persons p on p.organisation_id = ${scope.actor.organisationId} and p.id = w.person_id and p.side = 'family'
    order by p.id
    on conflict (organisation_id, session_id, person_id) do update
    set mark = excluded.mark, partner_came = excluded.partner_came, baby_came = excluded.baby_came, marked_by = excluded.marked_by, marked_at = excluded.marked_at, version = excluded.version
    where a.version = excluded.version - 1
    returning a.person_id`.execute(scope.tx);
  const done = written.rows.map((row) => row.person_id);
  const rest = marks.filter((each) => !done.includes(each.personId));
  if (rest.length === 0) return done;
  const now = await marksOf(scope, session.id);
  for (const each of rest) {
    const there = now.get(each.personId);
    if (!there) throw new NotFound('person');
    const asked = tidied({
      mark: each.mark,
      partnerCame: each.partnerCame ?? false,
      babyCame: each.babyCame ?? false,
    });
    if (each.touched !== false && !sameMark(there, asked)) throw new StaleEdit('register');
  }
  return done;
};

const welcomeGuests = async (scope: Scope, marks: readonly MarkAsk[]) => {
  for (const each of marks) if (each.guest && wasThere(each.mark)) await introduce(scope, each.personId);
};

/** The group said its ground rules together today, so that nobody is asked to say them again before someone joins. */
export const sayGroundRules = async (scope: Scope, sessionId: string): Promise<void> => {
  await sql`select delivery.ground_rules_said(${sessionId}::uuid, ${scope.now.toString()}::timestamptz)`.execute(
    scope.tx,
  );
};

/**
 * Marks a register that is open: only the rows given, each against its own version, so that two people can mark the
 * same session at once. Raises Refusal when the register is closed, called off or not open yet, StaleEdit and
 * NotFound as `writeMarks` does.
 */
export const markRegister = async (
  scope: Scope,
  ask: { readonly sessionId: string; readonly marks: readonly MarkAsk[]; readonly groundRulesSaid?: boolean },
): Promise<void> => {
  const session = await held(scope, ask.sessionId, 'share');
  assertOpen(registerStage(session, scope.now));
  await writeMarks(scope, session, ask.marks);
  await welcomeGuests(scope, ask.marks);
  if (ask.groundRulesSaid) await sayGroundRules(scope, session.id);
  await scope.audit('delivery.register_marked', {
    kind: 'session',
    id: session.id,
    centreId: session.centreId,
  });
};

/**
 * Closes a register, with the last marks in the same breath, and announces `delivery.register_closed`.
 * Raises Refusal when somebody of the group is not marked yet, when it did not happen and nobody says why, or when it
 * is closed already.
 */
export const closeRegister = async (
  scope: Scope,
  ask: {
    readonly sessionId: string;
    readonly marks: readonly MarkAsk[];
    readonly groundRulesSaid?: boolean;
    readonly happened: boolean;
    readonly whyNot: WhyNot | null;
    readonly words: string;
  },
): Promise<void> => {
  const session = await held(scope, ask.sessionId, 'update');
  assertOpen(registerStage(session, scope.now));
  await writeMarks(scope, session, ask.marks);
  await welcomeGuests(scope, ask.marks);
  const marked = await marksOf(scope, session.id);
  const expected = await expectedAt(scope, session);
  assertMayClose({
    happened: ask.happened,
    whyNot: ask.whyNot,
    begun: Temporal.Instant.compare(scope.now, session.startsAt) >= 0,
    bookedOnly: session.kind === 'antenatal_group',
    unmarked: expected.filter((each) => !marked.has(each.personId)).length,
  });
  if (ask.groundRulesSaid) await sayGroundRules(scope, session.id);
  await scope.tx
    .insertInto('delivery.register_closings')
    .values({
      organisation_id: scope.actor.organisationId,
      session_id: session.id,
      centre_id: session.centreId,
      happened: ask.happened,
      why_not: ask.happened ? null : ask.whyNot,
      words: ask.words,
      closed_by: accountOf(scope.actor),
      closed_at: scope.now.toString(),
    })
    .execute();
  await scope.audit('delivery.register_closed', {
    kind: 'session',
    id: session.id,
    centreId: session.centreId,
  });
  await scope.enqueue(
    'delivery.register_closed',
    { sessionId: session.id },
    { key: `register_closed:${session.id}` },
  );
  if (ask.happened)
    await scope.enqueue(
      'delivery.sessions_run',
      { sessionId: session.id },
      { key: `sessions_run:${session.id}` },
    );
};
