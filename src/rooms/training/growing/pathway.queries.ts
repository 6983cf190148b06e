import { sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';
import type { InterestState, NotedOutcome, Outcome, PathwayKind } from './pathway.rules.ts';
import { interestState } from './pathway.rules.ts';
import type { PathwayContent } from './pathway.shape.ts';

/** A way on, in the version that counts now. */
export interface Pathway {
  readonly id: string;
  readonly code: string;
  readonly kind: PathwayKind;
  readonly version: number;
  readonly effectiveFrom: Temporal.PlainDate;
  readonly content: PathwayContent;
}

/** The newest version of every way on, by kind and name; those that are no longer shown too. */
export const allPathways = async (scope: Scope): Promise<readonly Pathway[]> => {
  const rows = await scope.tx
    .selectFrom('training.pathways')
    .select(['id', 'code', 'kind', 'version', 'effective_from', 'content'])
    .distinctOn('code')
    .where('organisation_id', '=', scope.actor.organisationId)
    .orderBy('code')
    .orderBy('version', 'desc')
    .execute();
  return rows
    .map((row) => ({
      id: row.id,
      code: row.code,
      kind: row.kind as PathwayKind,
      version: row.version,
      effectiveFrom: Temporal.PlainDate.from(row.effective_from),
      content: row.content as unknown as PathwayContent,
    }))
    .toSorted((one, other) => one.content.name.localeCompare(other.content.name, 'en-GB'));
};

/** One way on in its newest version, or null. */
export const pathwayByCode = async (scope: Scope, code: string): Promise<Pathway | null> =>
  (await allPathways(scope)).find((each) => each.code === code) ?? null;

export interface InterestOutcome extends NotedOutcome {
  readonly id: string;
  readonly words: string;
  readonly notedBy: string | null;
  readonly notedAt: Temporal.Instant;
}

/** Somebody's interest in a way on, what they were answered and what became of it. */
export interface Interest {
  readonly id: string;
  readonly applicantId: string;
  readonly centreId: string;
  readonly code: string;
  readonly kind: PathwayKind;
  /** What it was called then. */
  readonly name: string;
  readonly words: string;
  readonly saidAt: Temporal.Instant;
  readonly saidBy: string | null;
  readonly answeredAt: Temporal.Instant | null;
  readonly answeredBy: string | null;
  readonly answer: string;
  readonly talkOn: Temporal.PlainDate | null;
  readonly closed: boolean;
  readonly state: InterestState;
  /** Oldest first, those taken back too. */
  readonly outcomes: readonly InterestOutcome[];
}

interface OutcomeRow {
  readonly id: string;
  readonly outcome: Outcome;
  readonly on_day: string;
  readonly words: string;
  readonly taken_back: boolean;
  readonly noted_by: string | null;
  readonly noted_at: string;
}

// One question for the interests and what became of them: the record of a person asks many others already.
const rowsOf = (scope: Scope) =>
  scope.tx
    .selectFrom('training.interests as i')
    .selectAll('i')
    .select(
      sql<
        OutcomeRow[]
      >`coalesce((select json_agg(json_build_object('id', o.id, 'outcome', o.outcome, 'on_day', o.on_day,
          'words', o.words, 'taken_back', o.taken_back_at is not null, 'noted_by', o.noted_by, 'noted_at', o.noted_at)
          order by o.on_day, o.noted_at, o.id)
        from training.interest_outcomes o where o.organisation_id = i.organisation_id and o.interest_id = i.id), '[]')`.as(
        'became',
      ),
    )
    .where('i.organisation_id', '=', scope.actor.organisationId);

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number];

const interestOf = (row: Row): Interest => {
  const outcomes = row.became.map((each) => ({
    id: each.id,
    outcome: each.outcome,
    on: Temporal.PlainDate.from(each.on_day),
    words: each.words,
    takenBack: each.taken_back,
    notedBy: each.noted_by,
    notedAt: Temporal.Instant.from(each.noted_at),
  }));
  return {
    id: row.id,
    applicantId: row.applicant_id,
    centreId: row.centre_id,
    code: row.pathway_code,
    kind: row.pathway_kind as PathwayKind,
    name: row.pathway_name,
    words: row.words,
    saidAt: Temporal.Instant.from(row.said_at),
    saidBy: row.said_by,
    answeredAt: row.answered_at === null ? null : Temporal.Instant.from(row.answered_at),
    answeredBy: row.answered_by,
    answer: row.answer_words,
    talkOn: row.talk_on === null ? null : Temporal.PlainDate.from(row.talk_on),
    closed: row.closed_at !== null,
    state: interestState({ answered: row.answered_at !== null, outcomes }),
    outcomes,
  };
};

/** The interests of one person that the actor may see, the newest first. */
export const interestsOf = async (scope: Scope, applicantId: string): Promise<readonly Interest[]> =>
  (
    await rowsOf(scope)
      .where('i.applicant_id', '=', applicantId)
      .orderBy('i.said_at', 'desc')
      .orderBy('i.id', 'desc')
      .execute()
  ).map(interestOf);

/** An interest with whose it is, for those who answer. */
export interface InterestNamed extends Interest {
  readonly who: string;
  readonly zone: string;
}

const withNames = (scope: Scope) =>
  rowsOf(scope)
    .innerJoin('recruiting.applicants as a', (join) =>
      join.onRef('a.organisation_id', '=', 'i.organisation_id').onRef('a.id', '=', 'i.applicant_id'),
    )
    .innerJoin('people.centres as c', (join) =>
      join.onRef('c.organisation_id', '=', 'i.organisation_id').onRef('c.id', '=', 'i.centre_id'),
    )
    .select(['a.given_name', 'a.family_name', 'c.zone']);

type Named = Awaited<ReturnType<ReturnType<typeof withNames>['execute']>>[number];

const named = (row: Named): InterestNamed => ({
  ...interestOf(row),
  who: `${row.given_name} ${row.family_name}`.trim(),
  zone: row.zone,
});

/** Interests at these centres that wait for an answer, the longest waiting first. For Today. */
export const interestsToAnswer = async (
  scope: Scope,
  centreIds: readonly string[],
): Promise<readonly InterestNamed[]> => {
  if (centreIds.length === 0) return [];
  const rows = await withNames(scope)
    .where('i.centre_id', 'in', [...centreIds])
    .where('i.answered_at', 'is', null)
    .where('i.closed_at', 'is', null)
    .orderBy('i.said_at')
    .orderBy('i.id')
    .limit(200)
    .execute();
  // What has started has been spoken about: nobody waits for a first answer any more.
  return rows.map(named).filter(({ state }) => state === 'waiting');
};

/** Every interest at these centres, the newest first. */
export const interestsAt = async (
  scope: Scope,
  centreIds: readonly string[],
): Promise<readonly InterestNamed[]> => {
  if (centreIds.length === 0) return [];
  const rows = await withNames(scope)
    .where('i.centre_id', 'in', [...centreIds])
    .orderBy('i.said_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(300)
    .execute();
  return rows.map(named);
};

/** One interest with whose it is, or null when the actor may not read it. */
export const interestById = async (scope: Scope, interestId: string): Promise<InterestNamed | null> => {
  const row = await withNames(scope).where('i.id', '=', interestId).executeTakeFirst();
  return row ? named(row) : null;
};

/** One interest as its owner may read it, or null. */
export const ownInterest = async (scope: Scope, interestId: string): Promise<Interest | null> => {
  const row = await rowsOf(scope).where('i.id', '=', interestId).executeTakeFirst();
  return row ? interestOf(row) : null;
};
