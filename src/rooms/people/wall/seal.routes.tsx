import { isId } from '#kernel/ids.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { looking, page, type Route } from '#platform/http/page.ts';
import { families } from '#rooms/families/paths.ts';
import { centres } from '../centres/centres.queries.ts';
import { fileOf, type PersonFile } from '../files/files.queries.ts';
import * as paths from '../paths.ts';
import { mayOpenSeals, maySeal } from '../people.policy.ts';
import { namesOfAccounts } from '../team/team.queries.ts';
import { openSealAgain, sealFile } from './seal.commands.ts';
import { openSealForm, sealForm } from './seal.form.ts';
import { OpenSealPage, SealedPage, SealPage } from './seal.pages.tsx';
import { type SealFacts, sealsStanding } from './seal.queries.ts';

const withNames = async (scope: Scope, seals: readonly SealFacts[]) => ({
  names: await namesOfAccounts(
    scope,
    seals.flatMap(({ sealedBy, openedAgain }) => [sealedBy, openedAgain?.by]).filter((id) => id != null),
  ),
  centreNames: new Map((await centres(scope)).map(({ id, name }) => [id, name])),
});

export const sealRoutes: readonly Route[] = [
  page({
    path: paths.seal,
    load: async (scope, { params }) => {
      const file = isId(params.personId) ? await fileOf(scope, params.personId) : null;
      return file?.side === 'family' ? { file } : null;
    },
    can: (actor, { file }) => maySeal(actor, file),
    audit: looking('people.seal_looked_at', ({ file }: { file: PersonFile }) => ({
      kind: 'person',
      id: file.id,
      centreId: file.centreId,
    })),
    form: sealForm,
    submit: async (scope, { why, page: own }, { file }) => {
      await sealFile(scope, { familyPersonId: file.id, why, closeAccount: own === 'closes' });
      return {
        to: families(),
        notice: {
          happened: 'The file is closed to the whole team.',
          next: 'Nobody can open it now. If it was a mistake, tell the service lead.',
        },
      };
    },
    show: ({ file }, view) => <SealPage view={view} file={file} />,
  }),
  page({
    path: paths.sealed,
    load: async (scope) => {
      const seals = await sealsStanding(scope);
      return { seals, ...(await withNames(scope, seals)) };
    },
    can: (actor) => mayOpenSeals(actor),
    audit: looking('people.seals_looked_at', () => ({ kind: 'organisation', id: null })),
    show: (facts, view) => <SealedPage view={view} {...facts} />,
  }),
  page({
    path: paths.openSeal,
    load: async (scope, { params }) => {
      const seal = (await sealsStanding(scope)).find(
        ({ sealId, openedAgain }) => sealId === params.sealId && openedAgain === null,
      );
      return seal ? { seal, ...(await withNames(scope, [seal])) } : null;
    },
    can: (actor, { seal }) => mayOpenSeals(actor, seal.centreId),
    audit: looking('people.seal_looked_at', ({ seal }: { seal: SealFacts }) => ({
      kind: 'seal',
      id: seal.sealId,
      centreId: seal.centreId,
    })),
    form: openSealForm,
    submit: async (scope, { why }, { seal }) => {
      await openSealAgain(scope, { sealId: seal.sealId, why });
      return {
        to: paths.sealed(),
        notice: {
          happened: 'The file is open again.',
          next: 'The team of the centre finds it among its families.',
        },
      };
    },
    show: (facts, view) => <OpenSealPage view={view} {...facts} />,
  }),
];
