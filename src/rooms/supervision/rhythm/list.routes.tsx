import { dateAt } from '#kernel/dates.ts';
import { accountOf, centresOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { looking, page, type Route } from '#platform/http/page.ts';
import { namesOfAccounts } from '#rooms/people/door.ts';
import { RECRUITS } from '#rooms/recruiting/door.ts';
import * as paths from '../paths.ts';
import { maySeeRhythm } from '../supervision.policy.ts';
import { type Arrangement, arrangementsAt, arrangementsLedBy } from './arrangement.queries.ts';
import { type ListFacts, SupervisionPage } from './list.pages.tsx';
import { lastHeldOf, openAheadOf } from './meeting.queries.ts';
import { meetingsToClose } from './waiting.queries.ts';

const NOBODY = 'nobody';

const whose = (supervisorId: string | undefined) => (each: Arrangement) =>
  !supervisorId ||
  (supervisorId === NOBODY ? each.supervisorId === null : each.supervisorId === supervisorId);

const listFacts = async (scope: Scope, supervisor: string | undefined): Promise<ListFacts | null> => {
  const me = accountOf(scope.actor);
  if (me === null) return null;
  const here = await arrangementsAt(scope, centresOf(scope.actor, [...RECRUITS, 'service_lead']));
  const led = await arrangementsLedBy(scope, me);
  const all = [...here, ...led.filter((each) => !here.some((other) => other.id === each.id))]
    .filter((each) => each.accountId !== me)
    .toSorted((one, other) => Temporal.PlainDate.compare(one.dueOn, other.dueOn));
  if (all.length === 0 && !maySeeRhythm(scope.actor)) return null;
  const shown = all.filter(whose(supervisor));
  const accounts = shown.map((each) => each.accountId);
  const next = await openAheadOf(scope, accounts, scope.now);
  const held = await lastHeldOf(scope, accounts);
  const close = await meetingsToClose(scope, me);
  const names = await namesOfAccounts(scope, [
    ...all.flatMap((each) => [each.accountId, ...(each.supervisorId ? [each.supervisorId] : [])]),
    ...close.flatMap((each) => each.people.map((one) => one.accountId)),
  ]);
  const supervisors = [...new Set(all.flatMap((each) => (each.supervisorId ? [each.supervisorId] : [])))];
  return {
    rows: shown.map((arrangement) => ({
      arrangement,
      name: names.get(arrangement.accountId) ?? 'Somebody',
      supervisor: arrangement.supervisorId ? (names.get(arrangement.supervisorId) ?? 'Somebody') : null,
      today: dateAt(scope.now, arrangement.zone),
      next: next.find((each) => each.people.some((one) => one.accountId === arrangement.accountId)) ?? null,
      lastHeld: held.get(arrangement.accountId) ?? null,
    })),
    all: all.length,
    close,
    names,
    supervisor: supervisor ?? '',
    supervisors: supervisors.map((id) => ({ id, name: names.get(id) ?? 'Somebody' })),
    nobody: all.some((each) => each.supervisorId === null),
  };
};

export const listRoutes: readonly Route[] = [
  page({
    path: paths.supervision,
    load: (scope, { query }) => listFacts(scope, query.supervisor),
    // Who may see nothing here has no facts: what is not theirs is not found.
    can: (actor, facts) => maySeeRhythm(actor) || facts.all > 0,
    audit: looking('supervision.list_seen', (_: ListFacts) => ({ kind: 'arrangement', id: null })),
    show: (facts, view) => <SupervisionPage view={view} facts={facts} />,
  }),
];
