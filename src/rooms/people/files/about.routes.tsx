import { looking, page, type Route } from '#platform/http/page.ts';
import { family } from '#rooms/families/paths.ts';
import { fileInFull } from '../duplicates/duplicates.queries.ts';
import * as paths from '../paths.ts';
import { mayOpenFile } from '../people.policy.ts';
import { aboutForm, aboutPrefill } from './about.form.ts';
import { AboutPage } from './about.pages.tsx';
import { changeFile } from './files.commands.ts';
import type { PersonFile } from './files.queries.ts';

interface Looked {
  readonly file: PersonFile;
}

export const aboutRoutes: readonly Route[] = [
  page({
    path: paths.about,
    load: (scope, { params }) => fileInFull(scope, params.personId),
    can: (actor, { file }) => file.side === 'family' && mayOpenFile(actor, file),
    audit: looking('people.file_looked_at', ({ file }: Looked) => ({
      kind: 'person',
      id: file.id,
      centreId: file.centreId,
    })),
    form: ({ file }) => aboutForm(file.language),
    prefill: aboutPrefill,
    version: ({ file }) => file.version,
    submit: async (scope, value, { file }, { version }) => {
      await changeFile(
        scope,
        file.id,
        { ...value, nhsNumber: value.nhsNumber === '' ? null : value.nhsNumber },
        version,
      );
      return { to: family({ personId: file.id }), notice: { happened: 'The file is saved.' } };
    },
    show: ({ file }, view) => <AboutPage view={view} file={file} />,
  }),
];
