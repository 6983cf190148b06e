import { dateAt, laterOf } from '#kernel/dates.ts';
import { type Actor, holds } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { notSensitive, page, type Route } from '#platform/http/page.ts';
import { dayAndDate } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { mayShapeRoles, RECRUITS } from '../recruiting.policy.ts';
import { ChangeProfilePage } from './change.pages.tsx';
import { newProfileVersion } from './profile.commands.ts';
import { profileForm, typedProfile } from './profile.form.ts';
import { type ProfileFacts, ProfilePage, ProfilesPage } from './profile.pages.tsx';
import { currentProfiles, inForce, profileVersions } from './profile.queries.ts';

const ROLES = notSensitive('What a role is; the public pages say it too.');

const mayRead = (actor: Actor): boolean => holds(actor, [...RECRUITS, 'service_lead']);

/** A role with its versions; the one in force is shown unless another is asked for, or the newest where none began yet. */
const profileFacts = async (
  scope: Scope,
  code: string,
  { version, zone }: { readonly version?: string | undefined; readonly zone: string },
): Promise<ProfileFacts | null> => {
  const versions = await profileVersions(scope, code);
  const [newest] = versions;
  if (!newest) return null;
  const current = inForce(versions, dateAt(scope.now, zone))[0] ?? null;
  const asked =
    version === undefined ? (current ?? newest) : versions.find((each) => String(each.version) === version);
  return asked ? { shown: asked, versions, current } : null;
};

export const profileRoutes: readonly Route[] = [
  page({
    path: paths.roleProfiles,
    load: (scope, { organisation }) => currentProfiles(scope, dateAt(scope.now, organisation.zone)),
    can: (actor) => mayRead(actor),
    audit: ROLES,
    show: (profiles, view) => <ProfilesPage view={view} profiles={profiles} />,
  }),
  page({
    path: paths.roleProfile,
    load: (scope, { params, query, organisation }) =>
      profileFacts(scope, params.code, { version: query.version, zone: organisation.zone }),
    can: (actor) => mayRead(actor),
    audit: ROLES,
    show: (facts, view) => <ProfilePage view={view} facts={facts} />,
  }),
  page({
    path: paths.editRoleProfile,
    // What is changed is the newest version, also where it has not begun yet.
    load: async (scope, { params, organisation }) => {
      const facts = await profileFacts(scope, params.code, { zone: organisation.zone });
      const [newest] = facts?.versions ?? [];
      return facts && newest
        ? { ...facts, shown: newest, today: dateAt(scope.now, organisation.zone), zone: organisation.zone }
        : null;
    },
    can: (actor) => mayShapeRoles(actor),
    audit: ROLES,
    version: ({ shown }) => shown.version,
    prefill: ({ shown, today }) => typedProfile(shown.content, laterOf(today, shown.effectiveFrom)),
    form: ({ shown }) => profileForm(shown.content),
    submit: async (scope, said, { shown, zone, today }, { version }) => {
      const made = await newProfileVersion(scope, { ...said, code: shown.code, after: version, zone });
      return {
        to: paths.roleProfile({ code: shown.code }, { version: String(made) }),
        notice: {
          happened: `Version ${made} is saved.`,
          next: `It holds from ${dayAndDate(said.effectiveFrom, { today })} for whoever asks then. Those on the way in keep theirs.`,
        },
      };
    },
    show: (facts, view) => <ChangeProfilePage view={view} facts={facts} />,
  }),
];
