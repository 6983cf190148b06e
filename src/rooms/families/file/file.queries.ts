import type { Scope } from '#platform/db/as-actor.ts';
import {
  type Centre,
  type Contact,
  centre,
  contactOf,
  filesOf,
  namesOfAccounts,
  type PersonFile,
} from '#rooms/people/door.ts';
import { type FamilyFacts, familyOf, parentsOf, type Relation } from '../family.queries.ts';
import { type Pause, pausesFor } from '../loss/pauses.queries.ts';
import { type SafetyInstruction, safetyFor } from '../safety/safety.queries.ts';

export interface LinkedParent {
  readonly file: PersonFile;
  readonly relation: Relation;
}

/** A parent's file, as far as the people and families rooms know it. */
export interface FamilyFile {
  readonly file: PersonFile;
  readonly centre: Centre;
  readonly centreId: string;
  readonly contact: Contact | null;
  /** Null: nothing is known of a pregnancy or baby yet. */
  readonly facts: FamilyFacts | null;
  readonly safety: readonly SafetyInstruction[];
  /** Empty for whoever may not decide. */
  readonly pauses: readonly Pause[];
  readonly otherParents: readonly LinkedParent[];
  /** Names of colleagues who did something here, by account id. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * Everything for a parent's file page, in nine short queries at most; follows a merge, so `file.id` may be another
 * than was asked for. Null when there is no such family file for this actor.
 */
export const loadFile = async (scope: Scope, personId: string): Promise<FamilyFile | null> => {
  const asked = (await filesOf(scope, [personId])).get(personId);
  if (asked?.side !== 'family') return null;
  const id = asked.id;
  const place = await centre(scope, asked.centreId);
  if (!place) return null;
  const facts = await familyOf(scope, id);
  const parents = facts ? await parentsOf(scope, facts.pregnancyId) : [];
  const others = parents.filter((parent) => parent.personId !== id);
  const files = await filesOf(
    scope,
    others.map((parent) => parent.personId),
  );
  const safety = (await safetyFor(scope, [id])).get(id) ?? [];
  const pauses = await pausesFor(scope, id);
  const names = await namesOfAccounts(scope, [
    ...safety.flatMap((each) => each.releasedBy ?? []),
    ...pauses.flatMap((each) => each.decidedBy ?? []),
  ]);
  return {
    file: asked,
    centre: place,
    centreId: asked.centreId,
    contact: await contactOf(scope, id),
    facts,
    safety,
    pauses,
    otherParents: others.flatMap(({ personId: other, relation }) => {
      const file = files.get(other);
      return file ? [{ file, relation }] : [];
    }),
    names,
  };
};
