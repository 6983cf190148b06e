import { sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';
import type { PracticeKind, Seen } from './practice.rules.ts';

/** What somebody saw of one competency in one session. */
export interface SeenOf {
  readonly code: string;
  readonly seen: Seen;
  readonly words: string;
}

/** One time that somebody was at a session to learn. */
export interface Practice {
  readonly id: string;
  readonly applicantId: string;
  readonly centreId: string;
  readonly kind: PracticeKind;
  /** Null: it happened before it was kept here. */
  readonly sessionId: string | null;
  readonly on: Temporal.PlainDate;
  readonly what: string;
  /** Who is beside them and writes afterwards; null: somebody who does not sign in, or nobody yet. */
  readonly alongsideId: string | null;
  readonly alongsideWords: string;
  readonly happenedAt: Temporal.Instant | null;
  readonly didNotHappenAt: Temporal.Instant | null;
  readonly didNotHappenWhy: string;
  readonly observerWords: string;
  readonly observedBy: string | null;
  readonly seen: readonly SeenOf[];
  /** What the learner makes of it, for those who may read that; null: nothing yet, or not theirs to read. */
  readonly reflection: { readonly words: string; readonly version: number } | null;
  readonly version: number;
  /** Whether it is the actor's own. */
  readonly own: boolean;
}

const practices = ({ tx, actor }: Scope) =>
  tx
    .selectFrom('training.practice as p')
    .leftJoin('training.practice_reflections as r', (join) =>
      join.onRef('r.organisation_id', '=', 'p.organisation_id').onRef('r.practice_id', '=', 'p.id'),
    )
    .selectAll('p')
    .select(['r.words as reflection_words', 'r.version as reflection_version'])
    .select([
      sql<
        SeenOf[]
      >`coalesce((select json_agg(json_build_object('code', s.competency_code, 'seen', s.seen, 'words', s.words))
        from training.practice_seen s where s.organisation_id = p.organisation_id and s.practice_id = p.id), '[]')`.as(
        'seen_of',
      ),
      sql<boolean>`p.applicant_id = any ((select recruiting.own_applicants())::uuid[])`.as('own'),
    ])
    .where('p.organisation_id', '=', actor.organisationId);

type Row = Awaited<ReturnType<ReturnType<typeof practices>['execute']>>[number];

const moment = (text: string | null) => (text === null ? null : Temporal.Instant.from(text));

const practiceOf = (row: Row): Practice => ({
  id: row.id,
  applicantId: row.applicant_id,
  centreId: row.centre_id,
  kind: row.kind as PracticeKind,
  sessionId: row.session_id,
  on: Temporal.PlainDate.from(row.on_date),
  what: row.what,
  alongsideId: row.alongside_account,
  alongsideWords: row.alongside_words,
  happenedAt: moment(row.happened_at),
  didNotHappenAt: moment(row.did_not_happen_at),
  didNotHappenWhy: row.did_not_happen_why ?? '',
  observerWords: row.observer_words,
  observedBy: row.observed_by,
  seen: row.seen_of,
  reflection:
    row.reflection_words === null
      ? null
      : { words: row.reflection_words, version: row.reflection_version ?? 1 },
  version: row.version,
  own: row.own,
});

/** The practice of these learners that the actor may see, newest day first; what fell through too. */
export const practiceOfLearners = async (
  scope: Scope,
  applicantIds: readonly string[],
): Promise<readonly Practice[]> => {
  if (applicantIds.length === 0) return [];
  const rows = await practices(scope)
    .where('p.applicant_id', 'in', [...applicantIds])
    .orderBy('p.on_date', 'desc')
    .orderBy('p.id', 'desc')
    .execute();
  return rows.map(practiceOf);
};

/** One practice, or null when there is none that the actor may see. */
export const practiceById = async (scope: Scope, practiceId: string): Promise<Practice | null> => {
  const row = await practices(scope).where('p.id', '=', practiceId).executeTakeFirst();
  return row ? practiceOf(row) : null;
};

/** A practice whose day has come and of which something is still to be written. */
export interface ToWrite {
  readonly practiceId: string;
  readonly applicantId: string;
  /** The learner's name; empty where it is the actor's own. */
  readonly name: string;
  readonly kind: PracticeKind;
  readonly on: Temporal.PlainDate;
  readonly what: string;
}

// The day of the centre, not of the server: a session of this evening is written about this evening.
const itsDayHasCome = (now: Temporal.Instant) =>
  sql<boolean>`p.on_date <= (${now.toString()}::timestamptz at time zone c.zone)::date`;

const whoseDayHasCome = ({ tx, actor, now }: Scope) =>
  tx
    .selectFrom('training.practice as p')
    .innerJoin('people.centres as c', (join) =>
      join.onRef('c.organisation_id', '=', 'p.organisation_id').onRef('c.id', '=', 'p.centre_id'),
    )
    .select(['p.id', 'p.applicant_id', 'p.kind', 'p.on_date', 'p.what'])
    .where('p.organisation_id', '=', actor.organisationId)
    .where('p.did_not_happen_at', 'is', null)
    .where(itsDayHasCome(now))
    .orderBy('p.on_date')
    .orderBy('p.id')
    .limit(50);

type OpenRow = Awaited<ReturnType<ReturnType<typeof whoseDayHasCome>['execute']>>[number];

const toWrite = (row: OpenRow, name: string): ToWrite => ({
  practiceId: row.id,
  applicantId: row.applicant_id,
  name,
  kind: row.kind as PracticeKind,
  on: Temporal.PlainDate.from(row.on_date),
  what: row.what,
});

const withNames = async (scope: Scope, rows: readonly OpenRow[]): Promise<readonly ToWrite[]> => {
  const names = await learnersNamed(
    scope,
    rows.map((row) => row.applicant_id),
  );
  return rows.map((row) => toWrite(row, names.get(row.applicant_id)?.name ?? ''));
};

/** The practice this account was beside and has not written about yet, oldest first. */
export const practiceToWrite = async (scope: Scope, accountId: string): Promise<readonly ToWrite[]> =>
  withNames(
    scope,
    await whoseDayHasCome(scope)
      .where('p.alongside_account', '=', accountId)
      .where('p.observed_at', 'is', null)
      .execute(),
  );

/** Practice at these centres with nobody named who would write about it: whoever looks after volunteers does, oldest first. */
export const practiceNobodyWritesAt = async (
  scope: Scope,
  centreIds: readonly string[],
): Promise<readonly ToWrite[]> =>
  centreIds.length === 0
    ? []
    : withNames(
        scope,
        await whoseDayHasCome(scope)
          .where('p.centre_id', 'in', [...centreIds])
          .where('p.alongside_account', 'is', null)
          .where('p.happened_at', 'is', null)
          .where('p.applicant_id', '<>', sql<string>`all ((select recruiting.own_applicants())::uuid[])`)
          .execute(),
      );

/**
 * The actor's own practice they have not written about yet, oldest first. `accountId` is the actor's own account; for
 * another there is nothing, because nobody writes another's reflection.
 */
export const reflectionsOpen = async (scope: Scope, accountId: string): Promise<readonly ToWrite[]> => {
  if (scope.actor.kind !== 'account' || scope.actor.accountId !== accountId) return [];
  const rows = await whoseDayHasCome(scope)
    .where('p.applicant_id', '=', sql<string>`any ((select recruiting.own_applicants())::uuid[])`)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('training.practice_reflections as r')
            .select('r.practice_id')
            .whereRef('r.organisation_id', '=', 'p.organisation_id')
            .whereRef('r.practice_id', '=', 'p.id'),
        ),
      ),
    )
    .execute();
  return rows.map((row) => toWrite(row, ''));
};

/** A learner by name, as those who sign them off or were beside them may know them. */
export interface LearnerKnown {
  readonly applicantId: string;
  readonly centreId: string;
  readonly name: string;
  readonly zone: string;
  /** Their account, once they are welcomed. */
  readonly accountId: string | null;
  /** Whether it is the actor themselves. */
  readonly own: boolean;
}

const known = async (
  scope: Scope,
  applicantIds: readonly string[],
  accountIds: readonly string[],
): Promise<readonly LearnerKnown[]> => {
  if (applicantIds.length + accountIds.length === 0) return [];
  const { rows } = await sql<{
    applicant_id: string;
    account_id: string | null;
    centre_id: string;
    given_name: string;
    family_name: string;
    zone: string;
    own: boolean;
  }>`select * from training.learners_named(${[...new Set(applicantIds)]}::uuid[], ${[...new Set(accountIds)]}::uuid[])`.execute(
    scope.tx,
  );
  return rows.map((row) => ({
    applicantId: row.applicant_id,
    centreId: row.centre_id,
    name: `${row.given_name} ${row.family_name}`.trim(),
    zone: row.zone,
    accountId: row.account_id,
    own: row.own,
  }));
};

/** These learners by applicant, those the actor may know by name. */
export const learnersNamed = async (
  scope: Scope,
  applicantIds: readonly string[],
): Promise<ReadonlyMap<string, LearnerKnown>> =>
  new Map((await known(scope, applicantIds, [])).map((each) => [each.applicantId, each]));

/** The learner behind an account, or null. */
export const learnerOfAccount = async (scope: Scope, accountId: string): Promise<LearnerKnown | null> =>
  (await known(scope, [], [accountId]))[0] ?? null;
