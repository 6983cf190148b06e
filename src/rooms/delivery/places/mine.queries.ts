import { sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';
import { namesOfAccounts } from '#rooms/people/door.ts';
import { runningIt } from '../rota/rota.queries.ts';
import { type SessionFacts, sessionOf } from '../sessions/session.queries.ts';

/** The next session a parent may come to, with what their page says of it. */
export interface MySession extends SessionFacts {
  readonly leaders: readonly string[];
  readonly parents: number;
  readonly bring: string;
  readonly coming: boolean | null;
  readonly crecheChildren: number;
}

/**
 * The next session of any group or drop-in where this parent has a place; null when none is planned. Called-off
 * ones are passed over. Whether a family had a loss is asked by the caller, who knows the whole page.
 */
export const nextSessionOf = async (scope: Scope, personId: string): Promise<MySession | null> => {
  const { tx, actor, now } = scope;
  const next = await tx
    .selectFrom('delivery.places as p')
    .innerJoin('delivery.sessions as s', (join) =>
      join.onRef('s.organisation_id', '=', 'p.organisation_id').onRef('s.group_id', '=', 'p.group_id'),
    )
    .leftJoin('delivery.answers as a', (join) =>
      join
        .onRef('a.organisation_id', '=', 's.organisation_id')
        .onRef('a.session_id', '=', 's.id')
        .on('a.person_id', '=', personId),
    )
    .where('p.organisation_id', '=', actor.organisationId)
    .where('p.person_id', '=', personId)
    .where('p.taken_at', 'is not', null)
    .where('p.ended_at', 'is', null)
    .where('s.ends_at', '>', now.toString())
    .where('s.called_off_at', 'is', null)
    .orderBy('s.starts_at')
    .select(['s.id', 'p.creche_children', 'a.coming'])
    .select(sql<string | null>`delivery.bring_for(s.id)`.as('bring'))
    .executeTakeFirst();
  const session = next ? await sessionOf(scope, next.id) : null;
  if (!next || !session) return null;
  const running = await runningIt(scope, session.id);
  const names = await namesOfAccounts(scope, running);
  return {
    ...session,
    leaders: running.flatMap((each) => names.get(each) ?? []),
    parents: await othersIn(scope, session.groupId),
    bring: next.bring ?? '',
    coming: next.coming,
    crecheChildren: next.creche_children,
  };
};

/** How many other parents have a place in a group of one's own: a number, never who. */
const othersIn = async (scope: Scope, groupId: string): Promise<number> => {
  const found = await sql<{ others: number }>`select delivery.others_in(${groupId}::uuid) as others`.execute(
    scope.tx,
  );
  return found.rows[0]?.others ?? 0;
};

/** What somebody came to, latest first. */
export const historyOf = async (
  scope: Scope,
  personId: string,
  most = 60,
): Promise<
  readonly {
    readonly sessionId: string;
    readonly groupName: string;
    readonly number: number;
    readonly startsAt: Temporal.Instant;
    readonly mark: 'came' | 'late' | 'sent_word' | 'did_not_come';
  }[]
> =>
  (
    await scope.tx
      .selectFrom('delivery.attendances as a')
      .innerJoin('delivery.sessions as s', (join) =>
        join.onRef('s.organisation_id', '=', 'a.organisation_id').onRef('s.id', '=', 'a.session_id'),
      )
      .innerJoin('delivery.groups as g', (join) =>
        join.onRef('g.organisation_id', '=', 's.organisation_id').onRef('g.id', '=', 's.group_id'),
      )
      .where('a.organisation_id', '=', scope.actor.organisationId)
      .where('a.person_id', '=', personId)
      .select(['s.id', 'g.name', 's.number', 's.starts_at', 'a.mark'])
      .orderBy('s.starts_at', 'desc')
      .limit(most)
      .execute()
  ).map((row) => ({
    sessionId: row.id,
    groupName: row.name,
    number: row.number,
    startsAt: Temporal.Instant.from(row.starts_at),
    mark: row.mark,
  }));
