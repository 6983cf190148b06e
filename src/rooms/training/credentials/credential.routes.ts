import type { Route } from '#platform/http/page.ts';
import { keysRoutes } from './keys.routes.tsx';
import { ownRoutes } from './own.routes.tsx';
import { publicRoutes } from './public.routes.tsx';
import { staffRoutes } from './staff.routes.tsx';

export const credentialRoutes: readonly Route[] = [
  ...ownRoutes,
  ...staffRoutes,
  ...keysRoutes,
  ...publicRoutes,
];
