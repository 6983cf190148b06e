import { dateAt, daysBetween } from '#kernel/dates.ts';
import { centresOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { action, looking, notSensitive, page } from '#platform/http/page.ts';
import {
  ageWords,
  type FamilyFacts,
  familiesOf,
  gestationOn,
  gestationWords,
  safetyFor,
} from '#rooms/families/door.ts';
import { centres, filesOf } from '#rooms/people/door.ts';
import { currentTemplate, template, venues } from '#rooms/programme/door.ts';
import { lastSafeStart } from '#rooms/referrals/door.ts';
import * as paths from '../paths.ts';
import { placesIn, waitingList } from '../places/place.queries.ts';
import { fitOf, inTurn } from '../places/place.rules.ts';
import { sessionsOf } from '../sessions/session.queries.ts';
import { addSessions, changeGroup, endGroup, openGroup } from './group.commands.ts';
import { addSessionsForm, changeGroupForm, changePrefill, endGroupForm, newGroupForm } from './group.form.ts';
import { EditGroupPage, EndGroupPage, GroupsPage, NewGroupPage } from './group.pages.tsx';
import { ARRANGERS, mayArrange, mayLead, maySee, TEAM } from './group.policy.ts';
import { type GroupFacts, groupOf, groupsAt } from './group.queries.ts';
import { GroupPage } from './group-page.pages.tsx';
import { leaderRoutes, leaderRows } from './leaders.routes.tsx';

const groupsPage = page({
  path: paths.groups,
  load: async (scope, { query }) => ({
    groups: await groupsAt(scope, centresOf(scope.actor, TEAM), query.show === 'all' ? 'all' : 'open'),
    all: query.show === 'all',
  }),
  can: (actor) => maySee(actor),
  audit: notSensitive('names of groups and how many places are taken'),
  show: (facts, view) => <GroupsPage view={view} {...facts} mayOpen={mayArrange(view.actor)} />,
});

const newGroupPage = page({
  path: paths.newGroup,
  load: async (scope) => {
    const mine = centresOf(scope.actor, ARRANGERS);
    const current = await currentTemplate(scope);
    return {
      centres: (await centres(scope)).filter((centre) => mine.includes(centre.id)),
      venues: (await venues(scope)).filter((venue) => mine.includes(venue.centreId)),
      templates: current ? [current] : [],
    };
  },
  can: (actor) => mayArrange(actor),
  audit: notSensitive('centres, rooms and programme versions'),
  form: ({ centres: offered, venues: rooms, templates }) =>
    newGroupForm({
      centreIds: offered.map((each) => each.id),
      venueIds: rooms.map((each) => each.id),
      templateIds: templates.map((each) => each.id),
    }),
  prefill: ({ centres: offered, templates }) => ({
    kind: 'antenatal_group',
    centreId: offered[0]?.id ?? '',
    templateId: templates[0]?.id ?? '',
    places: '8',
    crechePlaces: '0',
    language: 'en',
    sessions: '8',
    at: '10.30am',
    partnersWelcome: 'yes',
    groundRules: templates[0]?.content.groundRulesSuggested.join('\n') ?? '',
  }),
  submit: async (scope, value, { centres: offered }) => {
    const centre = offered.find((each) => each.id === value.centreId);
    const online = value.venueId === 'online';
    const groupId = await openGroup(scope, {
      ...value,
      zone: centre?.zone ?? 'Europe/London',
      nation: centre?.nation ?? 'england-and-wales',
      venueId: online ? null : value.venueId,
      online,
    });
    return {
      to: paths.group({ groupId }),
      notice: {
        happened: 'The group is open, with its sessions planned.',
        next: 'Say who runs it, then offer places.',
      },
    };
  },
  show: (facts, view) => <NewGroupPage view={view} {...facts} />,
});

const familyWords = (facts: FamilyFacts | undefined, today: Temporal.PlainDate): string => {
  if (!facts || facts.stage === 'loss' || facts.stage === 'unknown') return '';
  if (facts.stage === 'pregnant') {
    const weeks = facts.dueOn ? gestationOn(facts.dueOn, today) : null;
    return weeks ? gestationWords(weeks) : '';
  }
  const baby = facts.babies.find((each) => !each.died);
  return baby ? `baby of ${ageWords(baby.bornOn, today, facts.dueOn)}` : '';
};

const groupPage = page({
  path: paths.group,
  load: async (scope, { params }) => {
    const group = await groupOf(scope, params.groupId);
    if (!group) return null;
    const today = dateAt(scope.now, group.zone);
    const kept = await template(scope, group.templateId);
    const found = await placesIn(scope, group.id);
    const waits =
      mayArrange(scope.actor, group.centreId) && group.kind === 'antenatal_group'
        ? await waitingList(scope, [group.centreId])
        : [];
    const people = found.map((each) => each.personId);
    const files = await filesOf(scope, people);
    const facts = await familiesOf(scope, people);
    const instructions = await safetyFor(scope, people);
    const chair = {
      startsOn: group.startsOn,
      dueFrom: group.dueFrom,
      dueUntil: group.dueUntil,
      language: group.language,
      stepFree: group.stepFree,
      online: group.online,
    };
    const holding = new Set(
      found.filter((each) => each.state === 'taken' || each.state === 'offered').map((each) => each.personId),
    );
    return {
      group,
      programme: kept ? `${kept.name}, version ${kept.version}` : '',
      sessions: await sessionsOf(scope, group.id),
      places: found.flatMap((place) => {
        const file = files.get(place.personId);
        return file
          ? [
              {
                ...place,
                name: file.fullName,
                words: familyWords(facts.get(place.personId), today),
                instruction: instructions.get(place.personId)?.[0]?.words ?? null,
              },
            ]
          : [];
      }),
      candidates: waits
        .filter((each) => !holding.has(each.personId))
        .map((each) => ({
          ...each,
          lastStart: each.dueOn && kept ? lastSafeStart(each.dueOn, kept.content) : null,
        }))
        .sort(inTurn(today))
        .map((each) => ({
          personId: each.personId,
          name: each.name,
          dueOn: each.dueOn,
          waitingDays: daysBetween(dateAt(each.since, group.zone), today),
          fit: fitOf(each, chair),
        })),
      leaders: await leaderRows(scope, group, today),
    };
  },
  can: (actor, { group }) => maySee(actor, group.centreId),
  audit: looking('delivery.group_seen', ({ group }: { group: GroupFacts }) => ({
    kind: 'group',
    id: group.id,
    centreId: group.centreId,
  })),
  show: (facts, view) => (
    <GroupPage
      view={view}
      {...facts}
      mayArrange={mayArrange(view.actor, facts.group.centreId)}
      mayLead={mayLead(view.actor, facts.group.centreId)}
    />
  ),
});

const one = async (scope: Scope, groupId: string) => {
  const group = await groupOf(scope, groupId);
  return group ? { group } : null;
};

const editGroupPage = page({
  path: paths.editGroup,
  load: (scope, { params }) => one(scope, params.groupId),
  can: (actor, { group }) => mayArrange(actor, group.centreId),
  audit: notSensitive('what a group says of itself'),
  form: changeGroupForm,
  prefill: ({ group }) => changePrefill(group),
  version: ({ group }) => group.version,
  submit: async (scope, value, { group }, ask) => {
    await changeGroup(scope, group.id, ask.version, value);
    return { to: paths.group({ groupId: group.id }), notice: { happened: 'The group is changed.' } };
  },
  show: (facts, view) => <EditGroupPage view={view} {...facts} />,
});

const endGroupPage = page({
  path: paths.endGroup,
  load: (scope, { params }) => one(scope, params.groupId),
  can: (actor, { group }) => mayArrange(actor, group.centreId),
  audit: notSensitive('the name of a group'),
  form: endGroupForm,
  submit: async (scope, { why }, { group }) => {
    await endGroup(scope, group.id, why);
    return {
      to: paths.groups(),
      notice: {
        happened: 'The group has ended.',
        next: 'Its rooms are given back; registers and plans are kept.',
      },
    };
  },
  show: (facts, view) => <EndGroupPage view={view} {...facts} />,
});

const addSessionsAction = action({
  path: paths.addSessions,
  load: (scope, { params }) => one(scope, params.groupId),
  can: (actor, { group }) => mayArrange(actor, group.centreId),
  audit: notSensitive('dates'),
  form: addSessionsForm,
  back: ({ group }) => paths.group({ groupId: group.id }),
  submit: async (scope, { count }, { group }) => {
    await addSessions(scope, group.id, count);
    return {
      to: paths.group({ groupId: group.id }),
      notice: { happened: 'The sessions are added, and the room is booked for each.' },
    };
  },
});

export const groupRoutes = [
  groupsPage,
  newGroupPage,
  groupPage,
  editGroupPage,
  endGroupPage,
  addSessionsAction,
  ...leaderRoutes,
];
