import type { Route } from '#platform/http/page.ts';
import { readRoutes } from './read.routes.tsx';
import { writeRoutes } from './write.routes.tsx';

export const noteRoutes: readonly Route[] = [...writeRoutes, ...readRoutes];
