import { sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';
import { type Contact, contactOf } from '../contact/contact.queries.ts';
import { fileOf, filesOf, type PersonFile } from '../files/files.queries.ts';
import { likeness } from './alike.rules.ts';

export interface Pair {
  readonly one: PersonFile;
  readonly other: PersonFile;
  readonly strength: number;
  readonly reasons: readonly string[];
}

/** From which strength two files are put before somebody: a couple who share one phone is not a duplicate. */
const WORTH_ASKING = 45;
const MOST_PAIRS = 50;

interface PairRow {
  one_id: string;
  other_id: string;
  name_alike: number;
  same_birthday: boolean;
  same_phone: boolean;
  same_email: boolean;
}

/** Pairs of family files that look like one person and that nobody has called two people, the likeliest first. */
export const likelyPairs = async (scope: Scope): Promise<readonly Pair[]> => {
  const org = scope.actor.organisationId;
  const found = await sql<PairRow>`
    with reach as materialized (
      select p.id, lower(p.given_name || ' ' || p.family_name) as name, p.born_on, c.phone, lower(c.email) as email
      from people.persons p left join people.contacts c on c.organisation_id = p.organisation_id and c.person_id = p.id
      where p.organisation_id = ${org} and p.side = 'family' and p.merged_into is null
    ), pairs as (
      select a.id as one_id, b.id as other_id from reach a join reach b on a.phone = b.phone and a.id < b.id
      union select a.id, b.id from reach a join reach b on a.email = b.email and a.id < b.id
      union select a.id, b.id from reach a join reach b on a.born_on = b.born_on and a.id < b.id
    )
    select a.id as one_id, b.id as other_id, similarity(a.name, b.name) as name_alike,
      coalesce(a.born_on = b.born_on, false) as same_birthday, coalesce(a.phone = b.phone, false) as same_phone, coalesce(a.email = b.email, false) as same_email
    from pairs join reach a on a.id = pairs.one_id join reach b on b.id = pairs.other_id
    where similarity(a.name, b.name) >= 0.3
      and not exists (select from people.not_duplicates n where n.organisation_id = ${org} and n.one_id = least(a.id, b.id) and n.other_id = greatest(a.id, b.id))
    order by 3 desc limit 400`.execute(scope.tx);
  const likely = found.rows
    .map((row) => ({
      row,
      ...likeness({
        sameNhsNumber: false,
        samePhone: row.same_phone,
        sameEmail: row.same_email,
        sameBirthday: row.same_birthday,
        nameAlike: row.name_alike,
      }),
    }))
    .filter((pair) => pair.strength >= WORTH_ASKING)
    .sort((one, other) => other.strength - one.strength)
    .slice(0, MOST_PAIRS);
  const files = await filesOf(
    scope,
    likely.flatMap(({ row }) => [row.one_id, row.other_id]),
  );
  return likely.flatMap(({ row, strength, reasons }) => {
    const one = files.get(row.one_id);
    const other = files.get(row.other_id);
    return one && other ? [{ one, other, strength, reasons }] : [];
  });
};

export interface FileInFull {
  readonly file: PersonFile;
  readonly contact: Contact | null;
  readonly nhsNumber: string | null;
  readonly madeAt: Temporal.Instant;
}

/** All that two files say of who somebody is, for looking at them side by side; null when one is not to be seen. */
export const sideBySide = async (
  scope: Scope,
  oneId: string,
  otherId: string,
): Promise<readonly [FileInFull, FileInFull] | null> => {
  const one = await fileInFull(scope, oneId);
  const other = await fileInFull(scope, otherId);
  return one && other && one.file.id !== other.file.id ? [one, other] : null;
};

/** One file with its contact and NHS number. */
export const fileInFull = async (scope: Scope, personId: string): Promise<FileInFull | null> => {
  const file = await fileOf(scope, personId);
  if (!file) return null;
  const row = await scope.tx
    .selectFrom('people.persons')
    .select(['nhs_number', 'made_at'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', file.id)
    .executeTakeFirst();
  return row
    ? {
        file,
        contact: await contactOf(scope, file.id),
        nhsNumber: row.nhs_number,
        madeAt: Temporal.Instant.from(row.made_at),
      }
    : null;
};

export interface Merge {
  readonly id: string;
  readonly kept: PersonFile;
  readonly mergedAt: Temporal.Instant;
  readonly mergedBy: string | null;
  readonly why: string;
}

/** Files made one lately and not undone, newest first. */
export const recentMerges = async (scope: Scope): Promise<readonly Merge[]> => {
  const rows = await scope.tx
    .selectFrom('people.merges')
    .select(['id', 'kept_id', 'merged_at', 'merged_by', 'why'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('undone_at', 'is', null)
    .orderBy('merged_at', 'desc')
    .limit(20)
    .execute();
  const files = await filesOf(
    scope,
    rows.map((row) => row.kept_id),
  );
  return rows.flatMap((row) => {
    const kept = files.get(row.kept_id);
    return kept
      ? [
          {
            id: row.id,
            kept,
            mergedAt: Temporal.Instant.from(row.merged_at),
            mergedBy: row.merged_by,
            why: row.why,
          },
        ]
      : [];
  });
};
