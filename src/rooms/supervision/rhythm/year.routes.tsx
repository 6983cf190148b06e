import { isId } from '#kernel/ids.ts';
import { accountOf, holds } from '#platform/db/actor.ts';
import { looking, page, type Route } from '#platform/http/page.ts';
import { loadOfPeople } from '../load/load.queries.ts';
import type { Load } from '../load/load.rules.ts';
import { LoadCard } from '../load/load-card.pages.tsx';
import * as paths from '../paths.ts';
import { mayKeep } from '../supervision.policy.ts';
import { arrangementById, arrangementsOf } from './arrangement.queries.ts';
import { OwnSupervisionPage } from './own.pages.tsx';
import { ArrangementPage } from './year.pages.tsx';
import { type Year, yearPage } from './year.queries.ts';

const yearAsked = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,2}$/.test(text) ? Number(text) : null;

export const yearRoutes: readonly Route[] = [
  page({
    path: paths.arrangement,
    load: async (scope, { params, query }): Promise<{ page: Year; load: Load | null } | null> => {
      if (!isId(params.arrangementId)) return null;
      const arrangement = await arrangementById(scope, params.arrangementId);
      // Nobody's own is here: theirs is in their own words, on their own page.
      if (!arrangement || !mayKeep(scope.actor, arrangement)) return null;
      const [carried] = arrangement.endedAt ? [] : await loadOfPeople(scope, [arrangement.accountId]);
      return {
        page: await yearPage(scope, arrangement, yearAsked(query.year)),
        load: carried?.load ?? null,
      };
    },
    can: (actor, { page: { arrangement } }) => mayKeep(actor, arrangement),
    audit: looking(
      'supervision.year_seen',
      ({ page: { arrangement } }: { page: Year; load: Load | null }) => ({
        kind: 'arrangement',
        id: arrangement.id,
        centreId: arrangement.centreId,
      }),
    ),
    show: ({ page: year, load }, view) => (
      <ArrangementPage view={view} page={year} mayChange beside={load ? <LoadCard load={load} /> : null} />
    ),
  }),
  page({
    path: paths.ownSupervision,
    load: async (scope, { query }): Promise<{ page: Year | null }> => {
      const me = accountOf(scope.actor);
      const [arrangement] = me ? await arrangementsOf(scope, [me]) : [];
      return { page: arrangement ? await yearPage(scope, arrangement, yearAsked(query.year)) : null };
    },
    can: (actor, { page: year }) => year !== null || holds(actor, ['peer_supporter']),
    audit: looking('supervision.own_seen', ({ page: year }: { page: Year | null }) =>
      year ? { kind: 'arrangement', id: year.arrangement.id, centreId: year.arrangement.centreId } : null,
    ),
    show: ({ page: year }, view) => <OwnSupervisionPage view={view} page={year} />,
  }),
];
