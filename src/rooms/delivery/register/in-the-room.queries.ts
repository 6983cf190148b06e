import type { Scope } from '#platform/db/as-actor.ts';
import {
  ageWords,
  type FamilyFacts,
  familiesOf,
  gestationOn,
  gestationWords,
  safetyFor,
} from '#rooms/families/door.ts';
import { filesOf } from '#rooms/people/door.ts';
import type { Stage } from '#rooms/programme/door.ts';
import { type Care, careFor, languageName, stageOn } from './in-the-room.rules.ts';
import { mayKnowOfLoss } from './register.policy.ts';

/** Somebody in the room, as those who run the session need to know them: no contacts, no needs, no reasons. */
export interface InTheRoom {
  readonly personId: string;
  readonly calledName: string;
  readonly fullName: string;
  readonly introduced: boolean;
  readonly interpreter: boolean;
  /** "Polish, with an interpreter"; '' for English without one. */
  readonly language: string;
  readonly accessNeeds: string;
  /** "26 weeks", "Noor, 5 weeks old"; '' when nothing is known or nothing is to be said. */
  readonly now: string;
  /** Whole weeks of pregnancy on the day; null when not pregnant or not to be said. */
  readonly weeks: number | null;
  readonly stage: Stage | null;
  readonly care: Care | null;
  readonly safety: readonly string[];
}

const babyWords = (facts: FamilyFacts, on: Temporal.PlainDate): string =>
  facts.babies
    .filter((baby) => !baby.died && Temporal.PlainDate.compare(baby.bornOn, on) <= 0)
    .map((baby) => `${baby.givenName ?? 'baby'}, ${ageWords(baby.bornOn, on, facts.dueOn)}`)
    .join('; ');

const nowWords = (facts: FamilyFacts | undefined, care: Care | null, on: Temporal.PlainDate): string => {
  if (!facts || care?.quiet) return '';
  const gestation = facts.stage === 'pregnant' && facts.dueOn ? gestationOn(facts.dueOn, on) : null;
  if (gestation) return gestationWords(gestation);
  return facts.stage === 'born' ? babyWords(facts, on) : '';
};

/** Who these people are on the day of a session, for whoever looks: loss is said only to those who may know of it. */
export const inTheRoom = async (
  scope: Scope,
  personIds: readonly string[],
  day: { readonly centreId: string; readonly on: Temporal.PlainDate },
): Promise<ReadonlyMap<string, InTheRoom>> => {
  const [files, families, safety] = await Promise.all([
    filesOf(scope, personIds),
    familiesOf(scope, personIds),
    safetyFor(scope, personIds),
  ]);
  const mayKnow = mayKnowOfLoss(scope.actor, day.centreId);
  const room = new Map<string, InTheRoom>();
  for (const [personId, file] of files) {
    const facts = families.get(personId);
    const care = facts ? careFor(facts, mayKnow) : null;
    const pregnant = facts?.stage === 'pregnant' && facts.dueOn && !care?.quiet ? facts.dueOn : null;
    room.set(personId, {
      personId,
      calledName: file.calledName,
      fullName: file.fullName,
      introduced: file.introduced,
      interpreter: file.interpreterNeeded,
      language: languageName(file.language, file.interpreterNeeded),
      accessNeeds: file.accessNeeds,
      now: nowWords(facts, care, day.on),
      weeks: pregnant ? (gestationOn(pregnant, day.on)?.weeks ?? null) : null,
      stage: facts && !care?.quiet ? stageOn(facts, day.on) : null,
      care,
      safety: (safety.get(personId) ?? []).map((each) => each.words),
    });
  }
  return room;
};
