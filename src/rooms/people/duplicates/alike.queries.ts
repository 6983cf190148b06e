import { sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';
import { phoneInOneShape } from '#platform/forms/fields.ts';
import { PERSON_COLUMNS, type PersonFile, personFile } from '../files/files.queries.ts';
import { nhsNumberFigures } from '../nhs-number.rules.ts';
import { likeness } from './alike.rules.ts';

export interface LookingFor {
  readonly givenName: string;
  readonly familyName: string;
  readonly bornOn?: Temporal.PlainDate | null;
  readonly nhsNumber?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
}

export interface Alike {
  readonly file: PersonFile;
  readonly personId: string;
  /** From 1 to 100; 100 is the same NHS number. */
  readonly strength: number;
  /** In words, the strongest first: "the same phone number". */
  readonly reasons: readonly string[];
}

/**
 * Family files that may be about the same person, the likeliest first and ten at most, each with its reasons in
 * words. Looks only where the actor may look; files that were merged away are passed over.
 */
export const alikeFiles = async (scope: Scope, who: LookingFor): Promise<readonly Alike[]> => {
  const name = `${who.givenName} ${who.familyName}`.trim().toLowerCase();
  const bornOn = who.bornOn?.toString() ?? null;
  const number = who.nhsNumber ? nhsNumberFigures(who.nhsNumber) : null;
  const email = who.email?.trim().toLowerCase() || null;
  const phone = who.phone ? phoneInOneShape(who.phone) : null;
  const whole = sql<string>`lower(p.given_name || ' ' || p.family_name)`;
  const rows = await scope.tx
    .selectFrom('people.persons as p')
    .leftJoin('people.contacts as c', (join) =>
      join.onRef('c.organisation_id', '=', 'p.organisation_id').onRef('c.person_id', '=', 'p.id'),
    )
    .select(PERSON_COLUMNS.map((column) => `p.${column}` as const))
    .select([
      sql<number>`similarity(${whole}, ${name})`.as('name_alike'),
      sql<boolean>`coalesce(p.nhs_number = ${number}::text, false)`.as('same_number'),
      sql<boolean>`coalesce(p.born_on = ${bornOn}::date, false)`.as('same_birthday'),
      sql<boolean>`coalesce(c.phone = ${phone}::text, false)`.as('same_phone'),
      sql<boolean>`coalesce(lower(c.email) = ${email}::text, false)`.as('same_email'),
    ])
    .where('p.organisation_id', '=', scope.actor.organisationId)
    .where('p.side', '=', 'family')
    .where('p.merged_into', 'is', null)
    .where(
      sql<boolean>`p.id = any ((select people.maybe_alike(${name}, ${number}, ${phone}, ${email}))::uuid[])`,
    )
    .limit(200)
    .execute();
  return rows
    .map((row) => ({
      file: personFile(row),
      personId: row.id,
      ...likeness({
        sameNhsNumber: row.same_number,
        samePhone: row.same_phone,
        sameEmail: row.same_email,
        sameBirthday: row.same_birthday,
        nameAlike: row.name_alike,
      }),
    }))
    .filter((alike) => alike.strength > 0)
    .sort(
      (one, other) => other.strength - one.strength || one.file.fullName.localeCompare(other.file.fullName),
    )
    .slice(0, 10);
};
