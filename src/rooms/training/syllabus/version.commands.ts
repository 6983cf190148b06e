import { sql } from 'kysely';
import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal, StaleEdit } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { CORE, syllabusVersions } from './syllabus.queries.ts';
import { syllabusFaults } from './syllabus.rules.ts';
import {
  type Layout,
  type SyllabusContent,
  type SyllabusRules,
  type SyllabusUnit,
  syllabusContent,
} from './syllabus.shape.ts';

export interface NewVersion {
  /** The version it was made from. */
  readonly version: number;
  readonly from: Temporal.PlainDate;
  readonly today: Temporal.PlainDate;
}

const make = async (
  scope: Scope,
  { version, from, today }: NewVersion,
  change: (content: SyllabusContent) => SyllabusContent,
): Promise<string> => {
  const { tx, actor, now } = scope;
  // Two who save at once: the second waits here, and then finds a newer version than it read.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${actor.organisationId} ${CORE}`}, 91))`.execute(
    tx,
  );
  const latest = (await syllabusVersions(scope))[0];
  if (!latest) throw new NotFound('syllabus');
  if (latest.version !== version) throw new StaleEdit('syllabus');
  if (Temporal.PlainDate.compare(from, today) < 0)
    throw new Refusal('This day is over. Choose today or a day to come.', 'from');
  if (Temporal.PlainDate.compare(from, latest.effectiveFrom) < 0)
    throw new Refusal(
      `Version ${latest.version} comes into use later than this. Choose its day or a later one.`,
      'from',
    );
  const content = change(latest.content);
  const [fault] = syllabusFaults(content);
  if (fault !== undefined) throw new Refusal(fault);
  const id = newId();
  await tx
    .insertInto('training.syllabi')
    .values({
      organisation_id: actor.organisationId,
      id,
      code: latest.code,
      version: version + 1,
      effective_from: from.toString(),
      name: latest.name,
      content: JSON.stringify(syllabusContent.parse(content)),
      made_at: now.toString(),
      made_by: accountOf(actor),
    })
    .execute();
  await scope.audit('training.syllabus_version_made', { kind: 'syllabus', id });
  return id;
};

/** What of a unit its page changes; its code, number, block and length stay. */
export type UnitWords = Pick<
  SyllabusUnit,
  | 'title'
  | 'about'
  | 'aims'
  | 'methods'
  | 'materials'
  | 'outline'
  | 'notes'
  | 'cautions'
  | 'takeHome'
  | 'oneToOne'
  | 'competencies'
>;

/**
 * Makes the next version of the syllabus with one unit in new words, in use from a day on, and gives its id. Versions
 * before it stay, and cohorts keep theirs. Nobody has reviewed it yet. Raises StaleEdit when `version` is not the newest
 * any more, a Refusal for a day that is over or before the version it follows, or when the whole no longer hangs together
 * (an outline that does not add up, a competency nobody teaches), NotFound without such a unit.
 */
export const changeUnit = (
  scope: Scope,
  which: NewVersion,
  unitCode: string,
  words: UnitWords,
): Promise<string> =>
  make(scope, which, (content) => {
    if (!content.units.some(({ code }) => code === unitCode)) throw new NotFound('unit');
    return {
      ...content,
      units: content.units.map((unit) => (unit.code === unitCode ? { ...unit, ...words } : unit)),
    };
  });

/** Makes the next version with other times of one layout. Raises as changeUnit, and a Refusal for days that are not humane. */
export const changeLayout = (scope: Scope, which: NewVersion, layout: Layout): Promise<string> =>
  make(scope, which, (content) => ({
    ...content,
    layouts: content.layouts.map((each) => (each.code === layout.code ? layout : each)),
  }));

/** Makes the next version with other rules: when somebody may take a place, and what practice belongs to it. Raises as changeUnit. */
export const changeRules = (scope: Scope, which: NewVersion, rules: SyllabusRules): Promise<string> =>
  make(scope, which, (content) => ({ ...content, rules }));
