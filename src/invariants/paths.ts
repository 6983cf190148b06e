import { path } from '#platform/http/path.ts';

export const findings = path('/findings');
