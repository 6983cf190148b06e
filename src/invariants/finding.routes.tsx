import { centresOf, holds } from '#platform/db/actor.ts';
import { looking, page, type Route } from '#platform/http/page.ts';
import type { FindingFacts } from './finding.pages.tsx';
import { FindingsPage } from './finding.pages.tsx';
import { findingsNow } from './finding.queries.ts';
import * as paths from './paths.ts';

const findingsPage = page({
  path: paths.findings,
  load: async (scope): Promise<FindingFacts> => ({
    findings: await findingsNow(scope),
    mayOpenAt: centresOf(scope.actor, ['administrator']),
  }),
  can: (actor) => holds(actor, ['administrator', 'service_lead']),
  audit: looking('invariants.findings_looked_at', () => ({ kind: 'organisation', id: null })),
  show: (facts, view) => <FindingsPage facts={facts} view={view} />,
});

export const findingRoutes: readonly Route[] = [findingsPage];
