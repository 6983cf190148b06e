import { type AccountActor, isParent } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { notSensitive, page, type Route } from '#platform/http/page.ts';
import { leaveEverything } from '#rooms/delivery/door.ts';
import { changeContact, contactOf } from '#rooms/people/door.ts';
import * as paths from '../paths.ts';
import { contactFrom, leaveForm, noMessages, reachForm, reachPrefill } from './held.form.ts';
import { HeldPage, LeavePage, ReachPage } from './held.pages.tsx';
import { heldFacts, leavingFacts } from './held.queries.ts';
import { MePage, MySessionsPage, PeoplePage } from './me.pages.tsx';
import { comingSessions, meFacts, peopleFacts } from './me.queries.ts';

const own = notSensitive('a parent looks at what is their own');

/** Only a parent has these pages; for anyone else there is nothing here. */
const asParent = async <F,>(
  scope: Scope,
  load: (scope: Scope, actor: AccountActor) => Promise<F | null>,
): Promise<F | null> => (isParent(scope.actor) ? load(scope, scope.actor) : null);

export const meRoutes: readonly Route[] = [
  page({
    path: paths.me,
    can: isParent,
    audit: own,
    load: (scope, { organisation }) => asParent(scope, (_, actor) => meFacts(scope, actor, organisation)),
    show: (facts, view) => <MePage view={view} facts={facts} />,
  }),
  page({
    path: paths.myPeople,
    can: isParent,
    audit: own,
    load: (scope) => asParent(scope, peopleFacts),
    show: (facts, view) => <PeoplePage view={view} facts={facts} />,
  }),
  page({
    path: paths.mySessions,
    can: isParent,
    audit: own,
    load: (scope) => asParent(scope, comingSessions),
    show: (facts, view) => <MySessionsPage view={view} {...facts} />,
  }),
  page({
    path: paths.held,
    can: isParent,
    audit: own,
    load: (scope, { organisation }) =>
      asParent(scope, (_, actor) => heldFacts(scope, actor, organisation.zone)),
    show: (facts, view) => <HeldPage view={view} facts={facts} />,
  }),
  page({
    path: paths.myContact,
    can: isParent,
    audit: own,
    load: (scope) => asParent(scope, (_, actor) => contactOf(scope, actor.personId)),
    form: reachForm,
    prefill: reachPrefill,
    version: (contact) => contact.version,
    submit: async (scope, value, contact, { version }) => {
      await changeContact(scope, contact.personId, contactFrom(value), version);
      return {
        to: paths.held(),
        notice: {
          happened: 'How we reach you is saved.',
          next: 'It holds for every message from now on.',
        },
      };
    },
    show: (_, view) => <ReachPage view={view} />,
  }),
  page({
    path: paths.leave,
    can: isParent,
    audit: own,
    load: (scope) => asParent(scope, leavingFacts),
    form: leaveForm,
    submit: async (scope, value, { personId }) => {
      if (!value.sure)
        return { to: paths.me(), notice: { happened: 'Nothing has changed. It is good that you are here.' } };
      await leaveEverything(scope, personId);
      if (value.noMessages && (await contactOf(scope, personId)))
        await changeContact(scope, personId, noMessages);
      // A parent may read that they wait but not change it; the house ends the waiting in its own name.
      await scope.enqueue('hub.left', { personId });
      return {
        to: paths.me(),
        notice: {
          happened: 'You have left. Your places have ended.',
          next: 'You can come back whenever you like: ring us or write to us.',
        },
      };
    },
    show: (facts, view) => <LeavePage view={view} centre={facts.centre} groups={facts.groups} />,
  }),
];
