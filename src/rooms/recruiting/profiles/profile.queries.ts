import type { Scope } from '#platform/db/as-actor.ts';
import type { Part, ProfileContent } from './profile.shape.ts';

/** One version of a role profile, as it is kept. */
export interface RoleProfile {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly effectiveFrom: Temporal.PlainDate;
  readonly part: Part;
  readonly content: ProfileContent;
  readonly madeAt: Temporal.Instant;
}

/** Every version of every role, or of one, the newest first. */
export const profileVersions = async (
  { tx, actor }: Scope,
  code?: string,
): Promise<readonly RoleProfile[]> => {
  let query = tx
    .selectFrom('recruiting.role_profiles')
    .select(['id', 'code', 'version', 'effective_from', 'part', 'content', 'made_at'])
    .where('organisation_id', '=', actor.organisationId);
  if (code !== undefined) query = query.where('code', '=', code);
  const rows = await query.orderBy('code').orderBy('version', 'desc').execute();
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    version: row.version,
    effectiveFrom: Temporal.PlainDate.from(row.effective_from),
    part: row.part as Part,
    content: row.content as unknown as ProfileContent,
    madeAt: Temporal.Instant.from(row.made_at),
  }));
};

/** Of these versions the one of each role in force on a day: begun by then, the newest of them. */
export const inForce = (versions: readonly RoleProfile[], on: Temporal.PlainDate): readonly RoleProfile[] => {
  const found = new Map<string, RoleProfile>();
  for (const each of versions) {
    const there = found.get(each.code);
    if (Temporal.PlainDate.compare(each.effectiveFrom, on) > 0) continue;
    if (!there || each.version > there.version) found.set(each.code, each);
  }
  return [...found.values()];
};

/** The role profiles in force on a day, one of each role. */
export const currentProfiles = async (
  scope: Scope,
  on: Temporal.PlainDate,
): Promise<readonly RoleProfile[]> => inForce(await profileVersions(scope), on);
