import { newId, newReference } from '#kernel/ids.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { accountOf, holds } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { giveProof, RECRUITS, withdrawProof } from '#rooms/recruiting/door.ts';
import { type Syllabus, syllabus } from '../syllabus/syllabus.queries.ts';
import { type Award, type AwardKind, awardById, awardsOf, type EarnedHow } from './award.queries.ts';
import { levelsLost, levelsReached } from './award.rules.ts';

export { type Award, awardsOf } from './award.queries.ts';

export interface UnitEarned {
  readonly applicantId: string;
  readonly centreId: string;
  readonly syllabusId: string;
  readonly unitCode: string;
  readonly earnedOn: Temporal.PlainDate;
  readonly how: Exclude<EarnedHow, 'elsewhere'>;
  /** The meeting or the catch-up it came from. */
  readonly fromId: string;
  /** Its last day, where it has one. */
  readonly expiresOn?: Temporal.PlainDate;
}

/** Who awards, and who takes back: those who recruit at the centre. A trainer's word is carried out by the house. */
const awardsThemselves = ({ actor }: Scope, centreId: string): boolean =>
  actor.kind === 'system' || holds(actor, RECRUITS, centreId);

/** A reference of three groups that no award carries yet: by trying at random nobody meets one. */
const freeReference = async ({ tx, actor }: Scope): Promise<string> => {
  for (;;) {
    const reference = `${newReference()}-${newReference().slice(0, 3)}`;
    const taken = await tx
      .selectFrom('training.awards')
      .select('id')
      .where('organisation_id', '=', actor.organisationId)
      .where('reference', '=', reference)
      .executeTakeFirst();
    if (!taken) return reference;
  }
};

interface NewAward {
  readonly applicantId: string;
  readonly centreId: string;
  readonly kind: AwardKind;
  readonly code: string;
  readonly title: string;
  readonly level: string | null;
  readonly earnedOn: Temporal.PlainDate;
  readonly expiresOn: Temporal.PlainDate | null;
  readonly how: EarnedHow;
  readonly fromId: string | null;
  readonly words: string | null;
}

/** Writes an award down; null where there is one already. */
const give = async (scope: Scope, from: Syllabus, award: NewAward, by: string | null) => {
  const { tx, actor, now } = scope;
  const id = newId();
  const made = await tx
    .insertInto('training.awards')
    .values({
      organisation_id: actor.organisationId,
      id,
      centre_id: award.centreId,
      applicant_id: award.applicantId,
      kind: award.kind,
      code: award.code,
      syllabus_id: from.id,
      title: award.title,
      level: award.level,
      earned_on: award.earnedOn.toString(),
      expires_on: award.expiresOn?.toString() ?? null,
      how: award.how,
      from_id: award.fromId,
      elsewhere_words: award.words,
      reference: await freeReference(scope),
      given_at: now.toString(),
      given_by: by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows !== 1n) return;
  if (award.kind === 'unit')
    await giveProof(scope, {
      applicantId: award.applicantId,
      centreId: award.centreId,
      code: 'unit',
      earnedOn: award.earnedOn,
      expiresOn: award.expiresOn,
      fromId: id,
    });
  await scope.audit('training.awarded', { kind: 'award', id, centreId: award.centreId });
  await scope.enqueue('training.awarded', { awardId: id, applicantId: award.applicantId });
};

const unitNamed = (from: Syllabus, code: string) => {
  const unit = from.content.units.find((each) => each.code === code);
  if (!unit) throw new NotFound('unit');
  return unit;
};

/** Every level that is complete with what somebody holds now, earned on the day of its last unit. */
const giveLevels = async (
  scope: Scope,
  from: Syllabus,
  whose: { readonly applicantId: string; readonly centreId: string },
  by: string | null,
): Promise<void> => {
  const held = await awardsOf(scope, [whose.applicantId]);
  const codes = (kind: AwardKind) => held.filter((each) => each.kind === kind).map(({ code }) => code);
  const reached = levelsReached(from.content.levels, { units: codes('unit'), levels: codes('level') });
  for (const level of reached) {
    const units = held.filter(({ kind, code }) => kind === 'unit' && level.units.includes(code));
    const [last] = units.toSorted((one, other) => Temporal.PlainDate.compare(other.earnedOn, one.earnedOn));
    if (!last) continue;
    const ends = units.flatMap(({ expiresOn }) => (expiresOn === null ? [] : [expiresOn]));
    await give(
      scope,
      from,
      {
        ...whose,
        kind: 'level',
        code: level.code,
        title: level.name,
        level: level.code,
        earnedOn: last.earnedOn,
        expiresOn: ends.toSorted(Temporal.PlainDate.compare)[0] ?? null,
        how: last.how,
        fromId: null,
        words: null,
      },
      by,
    );
  }
};

const knownSyllabus = async (scope: Scope, id: string): Promise<Syllabus> => {
  const from = await syllabus(scope, id);
  if (!from) throw new NotFound('syllabus');
  return from;
};

/** Awards a unit in somebody's name; `by` is who said so, where the house carries it out for a trainer. */
export const awardUnitFor = async (scope: Scope, earned: UnitEarned, by: string | null): Promise<void> => {
  const from = await knownSyllabus(scope, earned.syllabusId);
  const unit = unitNamed(from, earned.unitCode);
  await give(
    scope,
    from,
    {
      ...earned,
      kind: 'unit',
      code: unit.code,
      title: unit.title,
      level: null,
      expiresOn: earned.expiresOn ?? null,
      words: null,
    },
    by,
  );
  await giveLevels(scope, from, earned, by);
};

/**
 * Awards a unit, gives the proof `unit` that readiness counts, and the level too when it is complete. Held already
 * changes nothing. A trainer who does not recruit at the centre says it and the house carries it out, a moment later.
 * Raises NotFound without such a syllabus or unit.
 */
export const awardUnit = async (scope: Scope, earned: UnitEarned): Promise<void> => {
  if (awardsThemselves(scope, earned.centreId)) return awardUnitFor(scope, earned, accountOf(scope.actor));
  unitNamed(await knownSyllabus(scope, earned.syllabusId), earned.unitCode);
  await scope.enqueue('training.award_unit', {
    ...earned,
    earnedOn: earned.earnedOn.toString(),
    ...(earned.expiresOn && { expiresOn: earned.expiresOn.toString() }),
    by: accountOf(scope.actor),
  });
};

export interface PastCredited {
  readonly applicantId: string;
  readonly centreId: string;
  readonly syllabusId: string;
  readonly unitCodes: readonly string[];
  readonly earnedOn: Temporal.PlainDate;
  /** Where and with whom, and how we know. */
  readonly words: string;
}

/**
 * Credits units that somebody learned before they came to us. Held already changes nothing. Raises Refusal without
 * units, without words or for a day that has not come; NotFound for a unit that the syllabus does not have.
 */
export const creditPast = async (scope: Scope, past: PastCredited): Promise<void> => {
  if (past.unitCodes.length === 0) throw new Refusal('Choose at least one unit.', 'unitCodes');
  const words = past.words.trim();
  if (!words) throw new Refusal('Say where they learned it, and how you know.', 'words');
  // The day in the zone of the centre was checked by the form; this is the last moment it can be anywhere on earth.
  const latest = scope.now.toZonedDateTimeISO('UTC').toPlainDate().add({ days: 1 });
  if (Temporal.PlainDate.compare(past.earnedOn, latest) > 0)
    throw new Refusal('Enter a day that has been, not one to come.', 'earnedOn');
  const from = await knownSyllabus(scope, past.syllabusId);
  const by = accountOf(scope.actor);
  for (const code of past.unitCodes) {
    const unit = unitNamed(from, code);
    await give(
      scope,
      from,
      {
        ...past,
        kind: 'unit',
        code,
        title: unit.title,
        level: null,
        expiresOn: null,
        how: 'elsewhere',
        fromId: null,
        words,
      },
      by,
    );
  }
  await giveLevels(scope, from, past, by);
};

const takeBack = async (scope: Scope, award: Award, why: string, by: string | null): Promise<boolean> => {
  const taken = await scope.tx
    .updateTable('training.awards')
    .set({ withdrawn_at: scope.now.toString(), withdrawn_by: by, withdrawn_why: why })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', award.id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (taken.numUpdatedRows === 0n) return false;
  if (award.kind === 'unit')
    await withdrawProof(scope, { applicantId: award.applicantId, code: 'unit', fromId: award.id, why });
  await scope.audit('training.award_withdrawn', { kind: 'award', id: award.id, centreId: award.centreId });
  await scope.enqueue('training.award_withdrawn', { awardId: award.id, applicantId: award.applicantId });
  return true;
};

/** Takes an award back together with the levels that rest on it; `by` is who said so. */
const withdrawAwardFor = async (scope: Scope, award: Award, why: string, by: string | null) => {
  if (!(await takeBack(scope, award, why, by))) throw new Refusal('This was taken back already.');
  if (award.kind !== 'unit') return;
  const { content } = await knownSyllabus(scope, award.syllabusId);
  const lost = levelsLost(content.levels, award.code).map(({ code }) => code);
  for (const level of await awardsOf(scope, [award.applicantId]))
    if (level.kind === 'level' && lost.includes(level.code)) await takeBack(scope, level, why, by);
};

/**
 * Takes an award back, with the reason: its proof no longer counts, the levels that rest on it go with it, and every
 * credential of theirs shows as taken back. Raises NotFound without such an award, Refusal without a reason or when it
 * was taken back already.
 */
export const withdrawAward = async (
  scope: Scope,
  { awardId, why }: { readonly awardId: string; readonly why: string },
): Promise<void> => {
  const award = await awardById(scope, awardId);
  if (!award) throw new NotFound('award');
  if (!why.trim()) throw new Refusal('Say why it is taken back.', 'why');
  await withdrawAwardFor(scope, award, why.trim(), accountOf(scope.actor));
};

export interface UnitNotEarned {
  readonly applicantId: string;
  readonly centreId: string;
  readonly unitCode: string;
  /** The meeting or the catch-up that turned out not to count; what was earned in another way stays. */
  readonly fromId: string;
  readonly why: string;
}

/** The same for the unit that came from one meeting, in somebody's name. Nothing there changes nothing. */
export const withdrawUnitFor = async (
  scope: Scope,
  { applicantId, unitCode, fromId, why }: UnitNotEarned,
  by: string | null,
): Promise<void> => {
  const award = (await awardsOf(scope, [applicantId])).find(
    (each) => each.kind === 'unit' && each.code === unitCode && each.fromId === fromId,
  );
  if (award) await withdrawAwardFor(scope, award, why, by);
};

/**
 * An attendance was corrected: takes back the unit that came from it, if it did. A trainer who does not recruit at the
 * centre says it and the house carries it out, a moment later.
 */
export const withdrawUnit = async (scope: Scope, mistaken: UnitNotEarned): Promise<void> => {
  if (awardsThemselves(scope, mistaken.centreId))
    return withdrawUnitFor(scope, mistaken, accountOf(scope.actor));
  await scope.enqueue('training.withdraw_unit', { ...mistaken, by: accountOf(scope.actor) });
};
