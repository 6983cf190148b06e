import type { Scope } from '#platform/db/as-actor.ts';
import type { Learner } from '../course/learner.queries.ts';
import { type Syllabus, syllabus } from '../syllabus/syllabus.queries.ts';
import { type Award, awardsOf } from './award.queries.ts';
import { awardState } from './award.rules.ts';
import { type CertificateFacts, certificatePdf, fileName } from './certificate.document.ts';
import { issuerOrigin } from './key.queries.ts';
import { meaningOf } from './meaning.rules.ts';

/** What somebody has earned, and how far the first level is. */
export interface Earned {
  readonly learner: Learner;
  readonly awards: readonly Award[];
  /** Units of the first level and how many of them are there; null before the first one. */
  readonly towards: { readonly name: string; readonly units: number; readonly of: number } | null;
  readonly today: Temporal.PlainDate;
}

const towardsOf = (from: Syllabus | null, awards: readonly Award[]): Earned['towards'] => {
  const level = from?.content.levels[0];
  if (!level) return null;
  const held = level.units.filter((code) =>
    awards.some((award) => award.kind === 'unit' && award.code === code),
  );
  return { name: level.name, units: held.length, of: level.units.length };
};

export const earnedOf = async (
  scope: Scope,
  learner: Learner,
  today: Temporal.PlainDate,
): Promise<Earned> => {
  const awards = await awardsOf(scope, [learner.applicantId]);
  const last = awards.at(-1);
  const from = last ? await syllabus(scope, last.syllabusId) : null;
  return { learner, awards, towards: towardsOf(from, awards), today };
};

/** A certificate as a file; null where there is nothing that could be printed, or it was taken back. */
export const printed = async (
  scope: Scope,
  award: Award | null | undefined,
  about: Pick<CertificateFacts, 'name' | 'organisation' | 'origin' | 'demo'>,
  today: Temporal.PlainDate,
): Promise<{ readonly award: Award; readonly name: string; readonly body: Buffer } | null> => {
  if (!award || awardState(award, today) === 'withdrawn') return null;
  const from = await syllabus(scope, award.syllabusId);
  const meaning = from && meaningOf(from, award);
  if (!meaning) return null;
  const body = await certificatePdf({ ...about, award, meaning });
  return { award, name: fileName({ award }), body };
};

/** The address a printed certificate names: the one in the credentials, or where it is asked for while there are none. */
export const addressFor = async (scope: Scope, asked: string): Promise<string> =>
  (await issuerOrigin(scope)) ?? asked;
