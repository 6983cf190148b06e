import { holds, WITH_FAMILIES } from '#platform/db/actor.ts';
import { looking, page, type Route } from '#platform/http/page.ts';
import { family } from '#rooms/families/paths.ts';
import { WholeFilePage } from './file.pages.tsx';
import { type WholeFile, wholeFile } from './file.queries.ts';

export const fileRoutes: readonly Route[] = [
  page({
    path: family,
    // Peer supporters know names and what is safe in the room; a file they do not open.
    can: (actor, { file }: WholeFile) => holds(actor, WITH_FAMILIES, file.centreId),
    audit: looking('hub.family_file_seen', ({ file }: WholeFile) => ({
      kind: 'person',
      id: file.file.id,
      centreId: file.centreId,
    })),
    load: (scope, { params }) => wholeFile(scope, params.personId),
    // Two files became one: the address of the other leads on to the one that was kept.
    elsewhere: (_, { askedFor, file }) =>
      askedFor === file.file.id ? null : family({ personId: file.file.id }),
    show: (facts, view) => <WholeFilePage view={view} facts={facts} />,
  }),
];
