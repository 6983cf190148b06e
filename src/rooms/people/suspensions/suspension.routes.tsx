import { accountOf, holds } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { tick } from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';
import { looking, page, type Route } from '#platform/http/page.ts';
import { centres } from '../centres/centres.queries.ts';
import * as paths from '../paths.ts';
import { maySuspend, SUSPENDERS } from '../people.policy.ts';
import { namesOfAccounts } from '../team/team.queries.ts';
import { endSuspension } from './suspension.commands.ts';
import { EndSuspensionPage, type NamedSuspension, SuspensionsPage } from './suspension.pages.tsx';
import { liveSuspensions } from './suspension.queries.ts';

const endForm = form('people.end_suspension', { agreed: tick() }, ({ agreed }) =>
  agreed
    ? []
    : [
        {
          field: 'agreed',
          message: 'Tick the box once whoever has the concern has agreed. Until then nothing changes.',
        },
      ],
);

const named = async (scope: Scope): Promise<readonly NamedSuspension[]> => {
  const found = await liveSuspensions(scope);
  if (found.length === 0) return [];
  const names = await namesOfAccounts(
    scope,
    found.map(({ accountId }) => accountId),
  );
  const places = new Map((await centres(scope)).map(({ id, name }) => [id, name]));
  return found.map((each) => ({
    ...each,
    name: names.get(each.accountId) ?? 'Somebody who has left',
    centre: places.get(each.centreId) ?? '',
  }));
};

export const suspensionRoutes: readonly Route[] = [
  page({
    path: paths.suspensions,
    load: async (scope) => ({
      // What somebody may know of themselves stands on a page of its own.
      suspensions: (await named(scope)).filter(({ accountId }) => accountId !== accountOf(scope.actor)),
    }),
    can: (actor) => holds(actor, SUSPENDERS),
    audit: looking('people.suspensions_looked_at', () => ({ kind: 'organisation', id: null })),
    show: (facts, view) => <SuspensionsPage view={view} {...facts} />,
  }),
  page({
    path: paths.suspension,
    load: async (scope, { params }) => {
      const suspension = (await named(scope)).find(
        ({ suspensionId }) => suspensionId === params.suspensionId,
      );
      return suspension && suspension.accountId !== accountOf(scope.actor) ? { suspension } : null;
    },
    can: (actor, { suspension }) => maySuspend(actor, suspension.centreId),
    audit: looking('people.suspension_looked_at', ({ suspension }: { suspension: NamedSuspension }) => ({
      kind: 'account',
      id: suspension.accountId,
      centreId: suspension.centreId,
    })),
    form: endForm,
    submit: async (scope, _value, { suspension }) => {
      await endSuspension(scope, suspension.suspensionId);
      return {
        to: paths.suspensions(),
        notice: {
          happened: `${suspension.name} may meet families again.`,
          next: 'Tell them, and plan their sessions again together.',
        },
      };
    },
    show: ({ suspension }, view) => <EndSuspensionPage view={view} suspension={suspension} />,
  }),
];
