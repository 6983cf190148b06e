import { holds, WITH_FAMILIES } from '#platform/db/actor.ts';
import { justAButton } from '#platform/forms/form.ts';
import { action, looking, notSensitive, page, type Route } from '#platform/http/page.ts';
import { family } from '#rooms/families/paths.ts';
import { fileOf, inviteParent } from '#rooms/people/door.ts';
import { ownPage } from '../paths.ts';
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
  action({
    path: ownPage,
    load: async (scope, { params }) => {
      const file = await fileOf(scope, params.personId);
      return file && { personId: file.id, centreId: file.centreId };
    },
    can: (actor, { centreId }) => holds(actor, WITH_FAMILIES, centreId),
    audit: notSensitive('the invitation is written down'),
    form: justAButton('hub.own_page'),
    back: ({ personId }) => family({ personId }),
    submit: async (scope, _value, { personId }, { origin }) => {
      await inviteParent(scope, { personId, origin });
      return {
        to: family({ personId }),
        notice: {
          happened: 'The link to their own page is on its way.',
          next: 'They open it and come in. It works once, for two weeks.',
        },
      };
    },
  }),
];
