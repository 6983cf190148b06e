import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { namesOfAccounts } from '#rooms/people/door.ts';
import { PROMPTS, type Prompt } from './stay-well.form.ts';

export type PlanWords = Readonly<Record<Prompt, string>>;

export interface Plan {
  readonly words: PlanWords;
  readonly version: number;
  readonly changedAt: Temporal.Instant;
}

/** Who supervises now, and whether they read the plan. */
export interface Sharing {
  readonly supervisorId: string;
  readonly supervisor: string;
  readonly sharedAt: Temporal.Instant | null;
}

const wordsFrom = (content: unknown): PlanWords => {
  const kept = (typeof content === 'object' && content !== null ? content : {}) as Record<string, unknown>;
  return Object.fromEntries(
    PROMPTS.map(({ name }) => [name, typeof kept[name] === 'string' ? kept[name] : '']),
  ) as Record<Prompt, string>;
};

const planOf = async (scope: Scope, accountId: string): Promise<Plan | null> => {
  const row = await scope.tx
    .selectFrom('supervision.stay_well_plans')
    .select(['content', 'version', 'changed_at'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row
    ? {
        words: wordsFrom(row.content),
        version: row.version,
        changedAt: Temporal.Instant.from(row.changed_at),
      }
    : null;
};

/** The plan of whoever asks; null where they have none. */
export const ownPlan = async (scope: Scope): Promise<Plan | null> => {
  const me = accountOf(scope.actor);
  return me === null ? null : planOf(scope, me);
};

/** How the plan of whoever asks read before, the newest first. */
export const earlierPlans = async (
  scope: Scope,
): Promise<readonly { readonly words: PlanWords; readonly writtenAt: Temporal.Instant }[]> => {
  const rows = await scope.tx
    .selectFrom('supervision.stay_well_versions')
    .select(['content', 'written_at'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('account_id', '=', accountOf(scope.actor))
    .orderBy('version', 'desc')
    .limit(50)
    .execute();
  return rows.map((row) => ({
    words: wordsFrom(row.content),
    writtenAt: Temporal.Instant.from(row.written_at),
  }));
};

/** The present supervisor of whoever asks and whether the plan is shared with them by name; null without a supervisor. */
export const sharingOf = async (scope: Scope): Promise<Sharing | null> => {
  const me = accountOf(scope.actor);
  const row = await scope.tx
    .selectFrom('supervision.arrangements as a')
    .leftJoin('supervision.stay_well_shares as s', (join) =>
      join
        .onRef('s.organisation_id', '=', 'a.organisation_id')
        .onRef('s.account_id', '=', 'a.account_id')
        .onRef('s.with_account', '=', 'a.supervisor_id')
        .on('s.taken_back_at', 'is', null),
    )
    .select(['a.supervisor_id', 's.shared_at'])
    .where('a.organisation_id', '=', scope.actor.organisationId)
    .where('a.account_id', '=', me)
    .where('a.ended_at', 'is', null)
    .executeTakeFirst();
  if (!row?.supervisor_id) return null;
  const names = await namesOfAccounts(scope, [row.supervisor_id]);
  return {
    supervisorId: row.supervisor_id,
    supervisor: names.get(row.supervisor_id) ?? 'your supervisor',
    sharedAt: row.shared_at === null ? null : Temporal.Instant.from(row.shared_at),
  };
};

/** Somebody else's plan, as far as it is shared with whoever asks; null otherwise, and for one's own. */
export const sharedPlan = async (
  scope: Scope,
  accountId: string,
): Promise<(Plan & { readonly accountId: string; readonly name: string }) | null> => {
  if (accountId === accountOf(scope.actor)) return null;
  const plan = await planOf(scope, accountId);
  if (!plan) return null;
  const names = await namesOfAccounts(scope, [accountId]);
  return { ...plan, accountId, name: names.get(accountId) ?? 'A peer supporter' };
};

/** Which of these peer supporters share their plan with whoever asks. */
export const plansSharedWithMe = async (
  scope: Scope,
  accountIds: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (accountIds.length === 0) return new Set();
  const rows = await scope.tx
    .selectFrom('supervision.stay_well_plans')
    .select('account_id')
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('account_id', 'in', [...accountIds])
    .execute();
  return new Set(rows.map((row) => row.account_id));
};
