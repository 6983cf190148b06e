import { sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';

export type Relation = 'pregnant' | 'father' | 'partner' | 'other_carer';
export type LivesWith = 'parents' | 'one_parent' | 'in_hospital' | 'elsewhere';
export type LossKind = 'pregnancy_loss' | 'stillbirth' | 'baby_died' | 'ended_pregnancy' | 'not_said';
export type Resting = 'own_loss' | 'linked_loss' | 'baby_elsewhere' | 'asked';
export type Stage = 'pregnant' | 'born' | 'loss' | 'unknown';

export interface Baby {
  readonly id: string;
  readonly givenName: string | null;
  readonly bornOn: Temporal.PlainDate;
  /** 1 for the first-born. */
  readonly order: number;
  readonly livesWith: LivesWith;
  readonly died: boolean;
  readonly version: number;
}

export interface Loss {
  readonly id: string;
  readonly kind: LossKind;
  /** Every baby of the pregnancy, born or not. */
  readonly allBabies: boolean;
  /** The one baby it is about; null with `allBabies` false means one of those expected. */
  readonly babyId: string | null;
  readonly happenedOn: Temporal.PlainDate | null;
  readonly recordedAt: Temporal.Instant;
  readonly toldByPersonId: string | null;
}

export interface FamilyFacts {
  readonly personId: string;
  readonly pregnancyId: string;
  readonly centreId: string;
  readonly relation: Relation;
  /** Null when not known, and for a parent looking at their own page while their messages rest quietly. */
  readonly dueOn: Temporal.PlainDate | null;
  readonly babiesExpected: number;
  readonly babies: readonly Baby[];
  /** Losses not undone; empty for whoever may not read them. `lossOfAll` and `someLost` are true all the same. */
  readonly losses: readonly Loss[];
  readonly lossOfAll: boolean;
  readonly someLost: boolean;
  readonly stage: Stage;
  /** Why messages rest; never said to the parent themself. */
  readonly resting: Resting | null;
  /** A named practitioner still has to decide when messages go again. */
  readonly undecided: boolean;
  /** Even messages of support rest, because a practitioner decided so. */
  readonly supportRests: boolean;
  /** How many other parents of the same pregnancy have files of their own; never who, to a parent. */
  readonly otherParents: number;
  /** Of the pregnancy, for forms that change it. */
  readonly version: number;
}

interface BabyJson {
  id: string;
  givenName: string | null;
  bornOn: string;
  order: number;
  livesWith: LivesWith;
  died: boolean;
  version: number;
}

interface LossJson {
  id: string;
  kind: LossKind;
  allBabies: boolean;
  babyId: string | null;
  happenedOn: string | null;
  recordedAt: string;
  toldByPersonId: string | null;
}

interface FactsRow {
  person_id: string;
  pregnancy_id: string;
  centre_id: string;
  relation: Relation;
  due_on: string | null;
  babies_expected: number;
  version: number;
  other_parents: number;
  babies: BabyJson[];
  losses: LossJson[];
  some_lost: boolean;
  loss_of_all: boolean;
  resting: Resting | null;
  undecided: boolean;
  support_too: boolean;
}

const stageOf = (row: FactsRow): Stage => {
  if (row.loss_of_all) return 'loss';
  if (row.babies.some((baby) => !baby.died)) return 'born';
  return row.due_on === null ? 'unknown' : 'pregnant';
};

const factsOf = (row: FactsRow): FamilyFacts => ({
  personId: row.person_id,
  pregnancyId: row.pregnancy_id,
  centreId: row.centre_id,
  relation: row.relation,
  dueOn: row.due_on === null ? null : Temporal.PlainDate.from(row.due_on),
  babiesExpected: row.babies_expected,
  babies: row.babies.map((baby) => ({ ...baby, bornOn: Temporal.PlainDate.from(baby.bornOn) })),
  losses: row.losses.map((loss) => ({
    ...loss,
    happenedOn: loss.happenedOn === null ? null : Temporal.PlainDate.from(loss.happenedOn),
    recordedAt: Temporal.Instant.from(loss.recordedAt),
  })),
  lossOfAll: row.loss_of_all,
  someLost: row.some_lost,
  stage: stageOf(row),
  resting: row.resting,
  undecided: row.undecided,
  supportRests: row.support_too,
  otherParents: row.other_parents,
  version: row.version,
});

/**
 * What is true of these parents' families now, by person id, in one query; the latest pregnancy of each. Whoever
 * may know a parent's name gets the stage, the babies and whether messages rest, so that no list or letter is ever
 * wrong about a loss; the losses themselves only for those who may read them. Ids the actor may not know are not
 * in the map, nor parents without a pregnancy.
 */
export const familiesOf = async (
  scope: Scope,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, FamilyFacts>> => {
  if (personIds.length === 0) return new Map();
  const found =
    await sql<FactsRow>`select * from families.facts_of(${[...new Set(personIds)]}::uuid[])`.execute(
      scope.tx,
    );
  return new Map(found.rows.map((row) => [row.person_id, factsOf(row)]));
};

/** The facts of one parent's family; null when there are none for this actor. */
export const familyOf = async (scope: Scope, personId: string): Promise<FamilyFacts | null> =>
  (await familiesOf(scope, [personId])).get(personId) ?? null;

/** Who the parents of a pregnancy are, for whoever may see its files. */
export const parentsOf = async (
  scope: Scope,
  pregnancyId: string,
): Promise<
  readonly { readonly personId: string; readonly relation: Relation; readonly since: Temporal.Instant }[]
> => {
  const rows = await scope.tx
    .selectFrom('families.parents')
    .select(['person_id', 'relation', 'since'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('pregnancy_id', '=', pregnancyId)
    .where('ended_at', 'is', null)
    .orderBy('since')
    .execute();
  return rows.map((row) => ({
    personId: row.person_id,
    relation: row.relation as Relation,
    since: Temporal.Instant.from(row.since),
  }));
};
