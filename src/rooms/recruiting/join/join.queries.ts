import type { Scope } from '#platform/db/as-actor.ts';
import { type Centre, centres } from '#rooms/people/door.ts';
import type { Part, ProfileContent } from '../profiles/profile.shape.ts';
import type { NamedSource } from './heard.rules.ts';

/** A role as a centre offers it. */
export interface Role {
  readonly profileId: string;
  readonly code: string;
  readonly part: Part;
  readonly content: ProfileContent;
  /** Whether the centre looks for somebody now. */
  readonly open: boolean;
  /** What the centre adds in its own words. */
  readonly words: string;
}

export interface JoinCentre {
  readonly centre: Centre;
  readonly roles: readonly Role[];
}

/** The newest version of each role that holds on a day. */
const rolesOn = async ({ tx, actor }: Scope, on: Temporal.PlainDate) => {
  const rows = await tx
    .selectFrom('recruiting.role_profiles')
    .select(['id', 'code', 'part', 'content'])
    .distinctOn('code')
    .where('organisation_id', '=', actor.organisationId)
    .where('effective_from', '<=', on.toString())
    .orderBy('code')
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({
    profileId: row.id,
    code: row.code,
    part: row.part as Part,
    content: row.content as unknown as ProfileContent,
  }));
};

/** Every open centre with every role, those it looks for now first. */
export const joinCentres = async (scope: Scope, on: Temporal.PlainDate): Promise<readonly JoinCentre[]> => {
  const { tx, actor } = scope;
  const found = await centres(scope);
  const roles = await rolesOn(scope, on);
  const openings = await tx
    .selectFrom('recruiting.openings')
    .select(['centre_id', 'role_code', 'words'])
    .where('organisation_id', '=', actor.organisationId)
    .where('open', '=', true)
    .execute();
  return found.map((centre) => ({
    centre,
    roles: roles
      .map((role): Role => {
        const opening = openings.find((each) => each.centre_id === centre.id && each.role_code === role.code);
        return { ...role, open: opening !== undefined, words: opening?.words ?? '' };
      })
      // What the programme cannot do without comes before what is good to have.
      .sort(
        (one, other) =>
          Number(other.open) - Number(one.open) ||
          Number(other.part === 'peer_supporter') - Number(one.part === 'peer_supporter'),
      ),
  }));
};

/** One centre by its place in the address; null when there is none. */
export const joinCentre = async (
  scope: Scope,
  slug: string,
  on: Temporal.PlainDate,
): Promise<JoinCentre | null> =>
  (await joinCentres(scope, on)).find(({ centre }) => centre.slug === slug) ?? null;

/** The roles somebody can ask about: those a centre looks for, or all of them where it looks for none just now. */
export const rolesToAsk = (roles: readonly Role[]): readonly Role[] => {
  const open = roles.filter((role) => role.open);
  return open.length > 0 ? open : roles;
};

/** What a centre does now to be heard of, by name, and what its link names although it is over: a poster hangs on. */
export const sourcesAt = async (
  { tx, actor }: Scope,
  centreId: string,
  on: Temporal.PlainDate,
  linked: string | undefined,
): Promise<readonly NamedSource[]> =>
  tx
    .selectFrom('recruiting.sources')
    .select(['id', 'name', 'slug'])
    .where('organisation_id', '=', actor.organisationId)
    .where('centre_id', '=', centreId)
    .where((where) =>
      where.or([
        where.and([
          where('from_on', '<=', on.toString()),
          where.or([where('until_on', 'is', null), where('until_on', '>=', on.toString())]),
        ]),
        where('slug', '=', linked ?? ''),
      ]),
    )
    .orderBy('name')
    .limit(30)
    .execute();
