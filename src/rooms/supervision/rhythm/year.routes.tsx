import { isId } from '#kernel/ids.ts';
import { accountOf, holds } from '#platform/db/actor.ts';
import { looking, page, type Route } from '#platform/http/page.ts';
import { Card } from '#ui/show.tsx';
import { loadOfPeople } from '../load/load.queries.ts';
import type { Load } from '../load/load.rules.ts';
import { LoadCard } from '../load/load-card.pages.tsx';
import * as paths from '../paths.ts';
import { plansSharedWithMe } from '../staying-well/stay-well.queries.ts';
import { mayKeep } from '../supervision.policy.ts';
import { arrangementById, arrangementsOf } from './arrangement.queries.ts';
import { OwnSupervisionPage } from './own.pages.tsx';
import { ArrangementPage } from './year.pages.tsx';
import { type Year, yearPage } from './year.queries.ts';

const yearAsked = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,2}$/.test(text) ? Number(text) : null;

interface Seen {
  readonly page: Year;
  readonly load: Load | null;
  /** They share their plan for staying well with whoever looks. */
  readonly planShared: boolean;
}

const SharedPlan = ({ accountId }: { accountId: string }) => (
  <Card title="Their plan for staying well">
    <p>They share it with you, and with nobody else.</p>
    <p>
      <a href={paths.sharedStayingWell({ accountId })}>Read what helps them stay well</a>
    </p>
  </Card>
);

export const yearRoutes: readonly Route[] = [
  page({
    path: paths.arrangement,
    load: async (scope, { params, query }): Promise<Seen | null> => {
      if (!isId(params.arrangementId)) return null;
      const arrangement = await arrangementById(scope, params.arrangementId);
      // Nobody's own is here: theirs is in their own words, on their own page.
      if (!arrangement || !mayKeep(scope.actor, arrangement)) return null;
      const [carried] = arrangement.endedAt ? [] : await loadOfPeople(scope, [arrangement.accountId]);
      return {
        page: await yearPage(scope, arrangement, yearAsked(query.year)),
        load: carried?.load ?? null,
        // A plan is shared with the supervisor, by name: nobody else has a reason to ask.
        planShared:
          accountOf(scope.actor) === arrangement.supervisorId &&
          (await plansSharedWithMe(scope, [arrangement.accountId])).has(arrangement.accountId),
      };
    },
    can: (actor, { page: { arrangement } }) => mayKeep(actor, arrangement),
    audit: looking('supervision.year_seen', ({ page: { arrangement } }: Seen) => ({
      kind: 'arrangement',
      id: arrangement.id,
      centreId: arrangement.centreId,
    })),
    show: ({ page: year, load, planShared }, view) => (
      <ArrangementPage
        view={view}
        page={year}
        mayChange
        beside={
          <>
            {load ? <LoadCard load={load} /> : null}
            {planShared ? <SharedPlan accountId={year.arrangement.accountId} /> : null}
          </>
        }
      />
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
