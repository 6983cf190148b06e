import { anyone, notSensitive, page, type Route } from '#platform/http/page.ts';
import { helpLines } from '#rooms/people/door.ts';
import { helpPath } from '../paths.ts';
import { HelpPage } from './help.pages.tsx';

export const helpRoutes: readonly Route[] = [
  page({
    path: helpPath,
    can: anyone,
    audit: notSensitive('numbers that anybody may ring; who looked for help is nobody’s business'),
    load: async (scope) => ({ lines: await helpLines(scope) }),
    show: ({ lines }, view) => <HelpPage lines={lines} view={view} />,
  }),
];
