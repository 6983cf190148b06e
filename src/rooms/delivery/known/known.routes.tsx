import { isId } from '#kernel/ids.ts';
import { type AccountActor, holds, isParent, RUNS_SESSIONS } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { oneOfThese } from '#platform/forms/fields.ts';
import { form, justAButton } from '#platform/forms/form.ts';
import { action, looking, notSensitive, page, type Route } from '#platform/http/page.ts';
import { fileOf, namesOfAccounts } from '#rooms/people/door.ts';
import { groupOf } from '../groups/group.queries.ts';
import * as paths from '../paths.ts';
import { placesIn, placesOf } from '../places/place.queries.ts';
import { leadersIn } from '../sessions/session.queries.ts';
import { sayWeKnow, takeBackKnown } from './known.commands.ts';
import { type FamilyMet, KnownFamilyPage, MyKnownPage } from './known.pages.tsx';
import { ownKnown } from './known.queries.ts';

/** Who runs the parent's groups and was not named before, and what the parent said of others. */
const aroundMe = async (scope: Scope, actor: AccountActor) => {
  const places = (await placesOf(scope, actor.personId)).filter((place) => place.state === 'taken');
  const leaders = await leadersIn(
    scope,
    places.map((place) => place.groupId),
  );
  const accounts = [...new Set([...leaders.values()].flat())];
  const known = await ownKnown(scope);
  const names = await namesOfAccounts(scope, accounts);
  return {
    people: accounts
      .filter((accountId) => !known.some(({ other }) => other === accountId))
      .flatMap((accountId) => {
        const name = names.get(accountId);
        return name ? [{ accountId, name }] : [];
      }),
    known,
  };
};

const familyMet = async (scope: Scope, groupId: string, personId: string) => {
  const group = isId(groupId) && isId(personId) ? await groupOf(scope, groupId) : null;
  if (!group) return null;
  const place = (await placesIn(scope, groupId)).find(
    (each) => each.personId === personId && (each.state === 'taken' || each.state === 'offered'),
  );
  const file = place ? await fileOf(scope, personId) : null;
  if (!file) return null;
  const said = (await ownKnown(scope)).find(({ other }) => other === personId);
  return {
    centreId: group.centreId,
    met: {
      groupId,
      groupName: group.name,
      personId,
      name: file.fullName,
      pairId: said?.pairId ?? null,
    },
  };
};

const THANKS = {
  happened: 'Thank you for telling us. It stays with us.',
  next: 'We look for another way where we can. You may not hear more about it.',
};
const TAKEN_BACK = { happened: 'You have taken it back.', next: 'We no longer keep you apart.' };

export const knownRoutes: readonly Route[] = [
  page({
    path: paths.myKnown,
    load: async (scope) => (isParent(scope.actor) ? aroundMe(scope, scope.actor) : null),
    can: isParent,
    audit: notSensitive('first names of those who run one’s own groups, and what one said oneself'),
    form: ({ people }) =>
      form('delivery.my_known', {
        who: oneOfThese(
          people.map(({ accountId }) => accountId),
          'Choose whom you know, or go back: nothing has been said yet.',
        ),
      }),
    submit: async (scope, { who }) => {
      await sayWeKnow(scope, who);
      return { to: paths.myKnown(), notice: THANKS };
    },
    show: (facts, view) => <MyKnownPage view={view} {...facts} />,
  }),
  action({
    path: paths.takeBackMyKnown,
    load: async (_scope, { params }) => (isId(params.pairId) ? { pairId: params.pairId } : null),
    can: isParent,
    audit: notSensitive('what is taken back is written down'),
    form: justAButton('delivery.my_known_back'),
    back: () => paths.myKnown(),
    submit: async (scope, _value, { pairId }) => {
      await takeBackKnown(scope, pairId);
      return { to: paths.myKnown(), notice: TAKEN_BACK };
    },
  }),
  page({
    path: paths.knownFamily,
    load: (scope, { params }) => familyMet(scope, params.groupId, params.personId),
    can: (actor, { centreId }) => holds(actor, RUNS_SESSIONS, centreId),
    audit: looking(
      'delivery.known_family_seen',
      ({ met, centreId }: { met: FamilyMet; centreId: string }) => ({
        kind: 'person',
        id: met.personId,
        centreId,
      }),
    ),
    form: justAButton('delivery.known_family'),
    submit: async (scope, _value, { met }) => {
      await sayWeKnow(scope, met.personId);
      return { to: paths.group({ groupId: met.groupId }), notice: THANKS };
    },
    show: ({ met }, view) => <KnownFamilyPage view={view} met={met} />,
  }),
  action({
    path: paths.takeBackKnown,
    load: async (scope, { params }) => {
      const group = isId(params.groupId) && isId(params.pairId) ? await groupOf(scope, params.groupId) : null;
      return group && { groupId: group.id, centreId: group.centreId, pairId: params.pairId };
    },
    can: (actor, { centreId }) => holds(actor, RUNS_SESSIONS, centreId),
    audit: notSensitive('what is taken back is written down'),
    form: justAButton('delivery.known_back'),
    back: ({ groupId }) => paths.group({ groupId }),
    submit: async (scope, _value, { groupId, pairId }) => {
      await takeBackKnown(scope, pairId);
      return { to: paths.group({ groupId }), notice: TAKEN_BACK };
    },
  }),
];
