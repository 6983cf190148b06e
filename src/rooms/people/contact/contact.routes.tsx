import { looking, page, type Route } from '#platform/http/page.ts';
import { family } from '#rooms/families/paths.ts';
import { fileOf, type PersonFile } from '../files/files.queries.ts';
import * as paths from '../paths.ts';
import { mayOpenFile } from '../people.policy.ts';
import { changeContact } from './contact.commands.ts';
import { contactFieldsFrom, contactForm, contactPrefill } from './contact.form.ts';
import { ContactPage } from './contact.pages.tsx';
import { contactOf } from './contact.queries.ts';

interface Looked {
  readonly file: PersonFile;
}

export const contactRoutes: readonly Route[] = [
  page({
    path: paths.contact,
    load: async (scope, { params }) => {
      const file = await fileOf(scope, params.personId);
      const contact = file?.side === 'family' ? await contactOf(scope, file.id) : null;
      return file && contact ? { file, contact } : null;
    },
    can: (actor, { file }) => mayOpenFile(actor, file),
    audit: looking('people.contact_looked_at', ({ file }: Looked) => ({
      kind: 'person',
      id: file.id,
      centreId: file.centreId,
    })),
    form: contactForm,
    prefill: ({ contact }) => contactPrefill(contact),
    version: ({ contact }) => contact.version,
    submit: async (scope, value, { file }, { version }) => {
      await changeContact(scope, file.id, contactFieldsFrom(value), version);
      return {
        to: family({ personId: file.id }),
        notice: {
          happened: 'How to reach this parent is saved.',
          next: 'It holds for every message from now on, also for those already waiting.',
        },
      };
    },
    show: ({ file }, view) => <ContactPage view={view} file={file} />,
  }),
];
