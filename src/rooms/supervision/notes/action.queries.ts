import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';
import { sayWhen } from './moment.ts';
import type { ActionEnd } from './note.rules.ts';

/** What the two agreed that one of them does. */
export interface Action {
  readonly id: string;
  readonly centreId: string;
  /** The peer supporter whose supervision it comes from. */
  readonly accountId: string;
  readonly meetingId: string;
  readonly words: string;
  readonly whose: 'supporter' | 'supervisor';
  /** Null: no day was agreed. */
  readonly byOn: Temporal.PlainDate | null;
  readonly madeAt: Temporal.Instant;
  readonly closedAs: ActionEnd | null;
  readonly closedAt: Temporal.Instant | null;
  readonly closedBy: string | null;
  readonly closedWords: string;
  /** Whether the actor may close it. */
  readonly mine: boolean;
}

interface Row {
  readonly id: string;
  readonly centre_id: string;
  readonly account_id: string;
  readonly meeting_id: string;
  readonly words: string;
  readonly whose: 'supporter' | 'supervisor';
  readonly by_on: string | null;
  readonly made_at: string;
  readonly closed_as: ActionEnd | null;
  readonly closed_at: string | null;
  readonly closed_by: string | null;
  readonly closed_words: string;
  readonly mine: boolean;
}

const actionFrom = (row: Row): Action => ({
  id: row.id,
  centreId: row.centre_id,
  accountId: row.account_id,
  meetingId: row.meeting_id,
  words: row.words,
  whose: row.whose,
  byOn: row.by_on === null ? null : Temporal.PlainDate.from(row.by_on),
  madeAt: Temporal.Instant.from(row.made_at),
  closedAs: row.closed_as,
  closedAt: row.closed_at === null ? null : Temporal.Instant.from(row.closed_at),
  closedBy: row.closed_by,
  closedWords: row.closed_words,
  mine: row.mine,
});

/** Actions by a condition, for a transaction that has said its moment. Those with a day first. */
export const actionsWhere = async (scope: Scope, where: RawBuilder<unknown>): Promise<readonly Action[]> => {
  const { rows } = await sql<Row>`
    select a.*, (a.account_id = app.account() or a.account_id = any ((select supervision.works_with())::uuid[])) as mine
    from supervision.actions a
    where a.organisation_id = ${scope.actor.organisationId} and ${where}
    order by a.closed_at is not null, a.by_on nulls last, a.made_at, a.id`.execute(scope.tx);
  return rows.map(actionFrom);
};

/** What is still open with one peer supporter; nothing for whoever does not work with them. Those with a day first. */
export const openActionsOf = async (scope: Scope, accountId: string): Promise<readonly Action[]> => {
  await sayWhen(scope);
  return actionsWhere(scope, sql`a.account_id = ${accountId} and a.closed_at is null`);
};

export const actionById = async (scope: Scope, id: string): Promise<Action | null> => {
  await sayWhen(scope);
  return (await actionsWhere(scope, sql`a.id = ${id}`))[0] ?? null;
};

/**
 * What the actor, whose account it is, agreed to do and has not done, due within a week or past its day: their own as a
 * peer supporter, and as supervisor or cover with those they work with. The earliest day first.
 */
export const actionsDue = async (scope: Scope, accountId: string): Promise<readonly Action[]> => {
  await sayWhen(scope);
  return actionsWhere(
    scope,
    sql`a.closed_at is null and a.by_on <= ${scope.now.toString()}::timestamptz::date + 7
      and ((a.whose = 'supporter' and a.account_id = ${accountId})
        or (a.whose = 'supervisor' and a.account_id = any ((select supervision.works_with())::uuid[])))`,
  );
};
