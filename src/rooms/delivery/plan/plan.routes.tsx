import type { Route } from '#platform/http/page.ts';

export const planRoutes: readonly Route[] = [];
