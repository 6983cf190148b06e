import { isTeam } from '#platform/db/actor.ts';
import { notSensitive, page, type Route } from '#platform/http/page.ts';
import * as paths from '../paths.ts';
import { TodayPage } from './today.pages.tsx';
import { todayFacts } from './today.queries.ts';

export const todayRoutes: readonly Route[] = [
  page({
    path: paths.today,
    can: isTeam,
    audit: notSensitive(
      'called names and dates of what is due; each file it leads to is audited when opened',
    ),
    load: async (scope, { organisation }) =>
      isTeam(scope.actor) ? todayFacts(scope, scope.actor, organisation.zone) : null,
    show: (facts, view) => <TodayPage view={view} facts={facts} />,
  }),
];
