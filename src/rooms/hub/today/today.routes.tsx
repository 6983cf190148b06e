import { type Actor, isTeam } from '#platform/db/actor.ts';
import { notSensitive, page, type Route } from '#platform/http/page.ts';
import * as paths from '../paths.ts';
import { NotNowPage } from './not-now.pages.tsx';
import { notNowFacts } from './not-now.queries.ts';
import { TodayPage } from './today.pages.tsx';
import { todayFacts } from './today.queries.ts';

/** Somebody who is suspended, or whose role nobody has given yet. */
const withoutRole = (actor: Actor): boolean => isTeam(actor) && actor.roles.length === 0;

export const todayRoutes: readonly Route[] = [
  page({
    path: paths.today,
    can: isTeam,
    audit: notSensitive(
      'called names and dates of what is due; each file it leads to is audited when opened',
    ),
    load: async (scope, { organisation }) =>
      isTeam(scope.actor) ? todayFacts(scope, scope.actor, organisation.zone) : null,
    elsewhere: (actor) => (withoutRole(actor) ? paths.notNow() : null),
    show: (facts, view) => <TodayPage view={view} facts={facts} />,
  }),
  page({
    path: paths.notNow,
    can: isTeam,
    audit: notSensitive('what somebody may know of their own standing, and help lines'),
    load: notNowFacts,
    elsewhere: (actor) => (withoutRole(actor) ? null : paths.today()),
    show: (facts, view) => <NotNowPage view={view} facts={facts} />,
  }),
];
