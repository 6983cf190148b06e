import type { Scope } from '#platform/db/as-actor.ts';
import { notSensitive, page, type Route } from '#platform/http/page.ts';
import type { Organisation } from '#platform/http/view.ts';
import { familyOf } from '#rooms/families/door.ts';
import * as paths from '../paths.ts';
import { mayReadHandouts } from '../programme.policy.ts';
import { handoutsFor } from '../toolbox/toolbox.queries.ts';
import { MyHandoutPage, MyToolboxPage } from './handout.pages.tsx';
import { handoutsOfFamily } from './handout.rules.ts';

const own = notSensitive('texts for a parent who looks at their own pages');

const handoutsOf = async (scope: Scope, { demo, zone }: Organisation) => {
  const { actor, now } = scope;
  if (actor.kind !== 'account') return [];
  const family = await familyOf(scope, actor.personId);
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  return handoutsFor(scope, { ...handoutsOfFamily(family, today), demo });
};

const list = page({
  path: paths.myToolbox,
  can: mayReadHandouts,
  audit: own,
  load: async (scope, { organisation }) => ({ handouts: await handoutsOf(scope, organisation) }),
  show: ({ handouts }, view) => <MyToolboxPage handouts={handouts} view={view} />,
});

// A handout that is not for this parent is not found by its address either: a link kept from before a loss must not open.
const one = page({
  path: paths.myHandout,
  can: mayReadHandouts,
  audit: own,
  load: async (scope, { params, organisation }) => {
    const handout = (await handoutsOf(scope, organisation)).find(({ code }) => code === params.code);
    return handout ? { handout } : null;
  },
  show: ({ handout }, view) => <MyHandoutPage handout={handout} view={view} />,
});

export const handoutRoutes: readonly Route[] = [list, one];
