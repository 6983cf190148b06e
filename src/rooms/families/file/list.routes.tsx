import { isId } from '#kernel/ids.ts';
import { CARE_OF_FAMILIES, centresOf, WITH_FAMILIES } from '#platform/db/actor.ts';
import { looking, page, type Route } from '#platform/http/page.ts';
import { centres } from '#rooms/people/door.ts';
import { mayDecidePauses, maySeeFamilies } from '../families.policy.ts';
import * as paths from '../paths.ts';
import { FamiliesPage } from './list.pages.tsx';
import { listFamilies } from './list.queries.ts';
import { type ListAsked, STAGES } from './list.rules.ts';

const askedOf = (query: Readonly<Record<string, string | undefined>>, cares: boolean): ListAsked => {
  const stage = STAGES.find((each) => each === query.stage) ?? null;
  const page = Number(query.page);
  return {
    name: (query.name ?? '').trim().slice(0, 100),
    // Asking the office's list for losses answers everyone: the list never tells it who had one.
    stage: stage === 'loss' && !cares ? null : stage,
    centreId: query.centre && isId(query.centre) ? query.centre : null,
    among: null,
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
  };
};

export const listRoutes: readonly Route[] = [
  page({
    path: paths.families,
    load: async (scope, { query }) => {
      const cares = mayDecidePauses(scope.actor);
      const asked = askedOf(query, cares);
      const mine = centresOf(scope.actor, WITH_FAMILIES);
      const careOf = centresOf(scope.actor, CARE_OF_FAMILIES);
      // Somebody who cares at one centre and keeps the office at another finds losses at the first only.
      const narrowed = asked.stage === 'loss' ? { ...asked, among: careOf } : asked;
      return {
        asked: narrowed,
        ...(await listFamilies(scope, narrowed)),
        centres: (await centres(scope)).filter((each) => mine.includes(each.id)),
        cares,
      };
    },
    can: maySeeFamilies,
    audit: looking('families.list_looked_at', () => ({ kind: 'organisation', id: null })),
    show: (facts, view) => <FamiliesPage view={view} {...facts} />,
  }),
];
