import { dateAt } from '#kernel/dates.ts';
import { centresOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { type Centre, centres } from '#rooms/people/door.ts';
import { currentProfiles, type RoleProfile } from '../profiles/profile.queries.ts';
import { RECRUITS } from '../recruiting.policy.ts';

export interface Opening {
  readonly profile: RoleProfile;
  readonly open: boolean;
  readonly wanted: number;
  readonly words: string;
  readonly version: number;
}

export interface Openings {
  readonly centre: Centre;
  /** The centres at which the actor recruits. */
  readonly centres: readonly Centre[];
  readonly openings: readonly Opening[];
  /** Rises with every change of one of them. */
  readonly version: number;
}

/** The roles of a centre and whether it looks for somebody; without a centre the actor's first. Null: not theirs. */
export const openingsAt = async (scope: Scope, centreId: string | undefined): Promise<Openings | null> => {
  const { tx, actor, now } = scope;
  const mine = centresOf(actor, RECRUITS);
  if (mine.length === 0) return null;
  const there = (await centres(scope)).filter(({ id }) => mine.includes(id));
  const centre = there.find(({ id }) => !centreId || id === centreId);
  if (!centre) return null;
  const rows = await tx
    .selectFrom('recruiting.openings')
    .select(['role_code', 'open', 'wanted', 'words', 'version'])
    .where('organisation_id', '=', actor.organisationId)
    .where('centre_id', '=', centre.id)
    .execute();
  const profiles = await currentProfiles(scope, dateAt(now, centre.zone));
  return {
    centre,
    centres: there,
    openings: profiles.map((profile) => {
      const row = rows.find((each) => each.role_code === profile.code);
      return {
        profile,
        open: row?.open ?? false,
        wanted: row?.wanted ?? 0,
        words: row?.words ?? '',
        version: row?.version ?? 0,
      };
    }),
    // A form carries a version from 1 on.
    version: 1 + rows.reduce((sum, row) => sum + row.version, 0),
  };
};
