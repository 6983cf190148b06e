import type { Route } from '#platform/http/page.ts';
import { eventRoutes } from './event.routes.tsx';
import { pathwayRoutes } from './pathway.routes.tsx';
import { recordRoutes } from './record.routes.tsx';

/** Going on learning: events, one's own record, ways on. */
export const growingRoutes: readonly Route[] = [...eventRoutes, ...recordRoutes, ...pathwayRoutes];
