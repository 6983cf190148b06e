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

/** Whose file it is and whose family, for the pages that change one thing of it. */
export type FamilyHead = Pick<FamilyFile, 'file' | 'centreId' | 'facts' | 'otherParents'>;

/** A parent, their family and the other parents of it; follows a merge. Null when there is no such file for this actor. */
export const loadHead = async (scope: Scope, personId: string): Promise<FamilyHead | null> => {
  const facts = await familyOf(scope, personId);
  const others = (facts && facts.otherParents > 0 ? await parentsOf(scope, facts.pregnancyId) : []).filter(
    (parent) => parent.personId !== personId,
  );
  const files = await filesOf(scope, [personId, ...others.map((parent) => parent.personId)]);
  const file = files.get(personId);
  if (file?.side !== 'family') return null;
  if (file.id !== personId) return loadHead(scope, file.id);
  return {
    file,
    centreId: file.centreId,
    facts,
    otherParents: others.flatMap(({ personId: other, relation }) => {
      const found = files.get(other);
      return found ? [{ file: found, relation }] : [];
    }),
  };
};

/**
 * Everything for a parent's file page, in eight short queries at most; follows a merge, so `file.id` may be another
 * than was asked for. Null when there is no such family file for this actor.
 */
export const loadFile = async (scope: Scope, personId: string): Promise<FamilyFile | null> => {
  const head = await loadHead(scope, personId);
  if (!head) return null;
  const { id } = head.file;
  const [place, instructions, pauses, contact] = await Promise.all([
    centre(scope, head.centreId),
    safetyFor(scope, [id]),
    head.facts?.resting ? pausesFor(scope, id) : [],
    contactOf(scope, id),
  ]);
  if (!place) return null;
  const safety = instructions.get(id) ?? [];
  const names = await namesOfAccounts(scope, [
    ...safety.flatMap((each) => each.releasedBy ?? []),
    ...pauses.flatMap((each) => each.decidedBy ?? []),
  ]);
  return { ...head, centre: place, contact, safety, pauses, names };
};
