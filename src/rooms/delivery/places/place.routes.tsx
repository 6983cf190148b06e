import { dateAt, daysBetween } from '#kernel/dates.ts';
import { centresOf, isParent } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { action, looking, notSensitive, page } from '#platform/http/page.ts';
import { familyOf } from '#rooms/families/door.ts';
import { centre, centres, fileOf, namesOfAccounts } from '#rooms/people/door.ts';
import { currentTemplate } from '#rooms/programme/door.ts';
import { lastSafeStart } from '#rooms/referrals/door.ts';
import { ARRANGERS, mayArrange } from '../groups/group.policy.ts';
import { groupOf, groupsAt } from '../groups/group.queries.ts';
import * as paths from '../paths.ts';
import { leadersOf } from '../sessions/session.queries.ts';
import { declinePlace, endPlace, leaveWaiting, offerPlace, takePlace } from './place.commands.ts';
import { answerForm, endPlaceForm, leaveWaitingForm, myPlaceForm, offerForm } from './place.form.ts';
import { MyPlacePage, PlacePage, WaitingPage } from './place.pages.tsx';
import { type PlaceFacts, placeOf, waitingList } from './place.queries.ts';
import { inTurn } from './place.rules.ts';

const loadPlace = async (scope: Scope, groupId: string, placeId: string) => {
  const group = await groupOf(scope, groupId);
  const place = await placeOf(scope, placeId);
  if (!group || !place || place.groupId !== group.id) return null;
  return { group, place, name: (await fileOf(scope, place.personId))?.calledName ?? 'This parent' };
};

const offerAction = action({
  path: paths.offer,
  load: async (scope, { params }) => {
    const group = await groupOf(scope, params.groupId);
    return group ? { group } : null;
  },
  can: (actor, { group }) => mayArrange(actor, group.centreId),
  audit: notSensitive('the offer itself is written down'),
  form: offerForm,
  back: ({ group }) => paths.group({ groupId: group.id }),
  submit: async (scope, { personId }, { group }) => {
    await offerPlace(scope, { groupId: group.id, personId });
    return {
      to: paths.group({ groupId: group.id }),
      notice: {
        happened: 'The place is offered.',
        next: 'The parent is told in the way that is safe for them, and can answer on their own page.',
      },
    };
  },
});

const placePage = page({
  path: paths.place,
  load: async (scope, { params }) => loadPlace(scope, params.groupId, params.placeId),
  can: (actor, { group }) => mayArrange(actor, group.centreId),
  audit: looking('delivery.place_seen', ({ place }: { place: PlaceFacts }) => ({
    kind: 'person',
    id: place.personId,
    centreId: place.centreId,
  })),
  prefill: () => ({ crecheChildren: '0' }),
  show: (facts, view) => <PlacePage view={view} {...facts} />,
});

const answerAction = action({
  path: paths.answerPlace,
  load: async (scope, { params }) => loadPlace(scope, params.groupId, params.placeId),
  can: (actor, { group }) => mayArrange(actor, group.centreId),
  audit: notSensitive('the answer itself is written down'),
  form: answerForm,
  back: ({ group, place }) => paths.place({ groupId: group.id, placeId: place.id }),
  submit: async (scope, value, { group, place }) => {
    if (value.answer === 'yes') await takePlace(scope, place.id, value);
    else await declinePlace(scope, place.id);
    return {
      to: paths.group({ groupId: group.id }),
      notice:
        value.answer === 'yes'
          ? { happened: 'The place is theirs.' }
          : { happened: 'The offer is declined.', next: 'The place is free, and they keep waiting.' },
    };
  },
});

const endPlaceAction = action({
  path: paths.endPlace,
  load: async (scope, { params }) => loadPlace(scope, params.groupId, params.placeId),
  can: (actor, { group }) => mayArrange(actor, group.centreId),
  audit: notSensitive('the end itself is written down'),
  form: endPlaceForm,
  back: ({ group, place }) => paths.place({ groupId: group.id, placeId: place.id }),
  submit: async (scope, { reason }, { group, place }) => {
    await endPlace(scope, place.id, reason);
    return { to: paths.group({ groupId: group.id }), notice: { happened: 'The place has ended.' } };
  },
});

const waitingPage = page({
  path: paths.waiting,
  load: async (scope, { organisation }) => {
    const at = centresOf(scope.actor, ARRANGERS);
    const template = await currentTemplate(scope);
    const zones = new Map((await centres(scope)).map((each) => [each.id, each.zone]));
    const groups = (await groupsAt(scope, at)).filter(
      (group) => group.kind === 'antenatal_group' && group.stage === 'ahead',
    );
    const starts = groups.filter((group) => group.held < group.places).map((group) => group.startsOn);
    const rows = (await waitingList(scope, at)).map((row) => {
      const lastStart = row.dueOn && template ? lastSafeStart(row.dueOn, template.content) : null;
      const zone = zones.get(row.centreId) ?? organisation.zone;
      return {
        ...row,
        lastStart,
        days: daysBetween(dateAt(row.since, zone), dateAt(scope.now, zone)),
        inTime: !lastStart || starts.some((start) => Temporal.PlainDate.compare(start, lastStart) <= 0),
      };
    });
    return {
      rows: rows.sort(inTurn(dateAt(scope.now, organisation.zone))),
      chairs: groups.filter((group) => group.held < group.places),
    };
  },
  can: (actor) => mayArrange(actor),
  audit: looking('delivery.waiting_list_seen', () => ({ kind: 'waiting_list', id: null })),
  form: leaveWaitingForm,
  submit: async (scope, { personId }) => {
    await leaveWaiting(scope, personId, 'left');
    return {
      to: paths.waiting(),
      notice: { happened: 'They are off the waiting list.', next: 'The drop-in stays open to them.' },
    };
  },
  show: (facts, view) => <WaitingPage view={view} {...facts} />,
});

const myPlacePage = page({
  path: paths.myPlace,
  load: async (scope, { params }) => {
    if (!isParent(scope.actor)) return null;
    const place = await placeOf(scope, params.placeId);
    if (!place || place.personId !== scope.actor.personId) return null;
    if ((await familyOf(scope, scope.actor.personId))?.stage === 'loss') return null;
    const group = await groupOf(scope, place.groupId);
    if (!group) return null;
    const leaders = await leadersOf(scope, group.id);
    const names = await namesOfAccounts(
      scope,
      leaders.map((each) => each.accountId),
    );
    return {
      group,
      place,
      leaders: leaders.flatMap((each) => names.get(each.accountId) ?? []),
      phone: (await centre(scope, group.centreId))?.phone ?? null,
    };
  },
  can: isParent,
  audit: notSensitive('a parent looks at their own offer'),
  form: myPlaceForm,
  prefill: () => ({ crecheChildren: '0' }),
  submit: async (scope, value, { place }) => {
    if (value.answer === 'yes')
      await takePlace(scope, place.id, {
        partnerComes: value.partnerComes,
        crecheChildren: Number(value.crecheChildren) || 0,
        bring: value.bring,
      });
    else await declinePlace(scope, place.id);
    return {
      to: '/me',
      notice:
        value.answer === 'yes'
          ? { happened: 'The place is yours.', next: 'We tell you before the first session what to expect.' }
          : {
              happened: 'Thank you for telling us.',
              next: 'You keep your place on the list, and the drop-in stays open to you.',
            },
    };
  },
  show: (facts, view) => <MyPlacePage view={view} {...facts} />,
});

export const placeRoutes = [offerAction, placePage, answerAction, endPlaceAction, waitingPage, myPlacePage];
