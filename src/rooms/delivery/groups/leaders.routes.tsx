import { dateAt } from '#kernel/dates.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { justAButton } from '#platform/forms/form.ts';
import { action, looking, notSensitive, page } from '#platform/http/page.ts';
import { accountsAt, namesOfAccounts } from '#rooms/people/door.ts';
import { counted, shortDay } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { readinessFacts } from '../readiness/readiness.queries.ts';
import { readinessOn } from '../readiness/readiness.rules.ts';
import { answerWords } from '../readiness/readiness-words.rules.ts';
import { addLeader, endLeader } from '../rota/crew.commands.ts';
import { crewOf } from '../rota/crew.queries.ts';
import { leadersOf } from '../sessions/session.queries.ts';
import { leaderForm } from './group.form.ts';
import { mayLead } from './group.policy.ts';
import { type GroupFacts, groupOf } from './group.queries.ts';
import { type LeaderRow, LeadersPage } from './leaders.pages.tsx';

/** Who runs a group, with readiness and open dates for whoever decides it. */
export const leaderRows = async (
  scope: Scope,
  group: GroupFacts,
  today: Temporal.PlainDate,
): Promise<readonly LeaderRow[]> => {
  const leading = await leadersOf(scope, group.id);
  const names = await namesOfAccounts(
    scope,
    leading.map((each) => each.accountId),
  );
  const crew = mayLead(scope.actor, group.centreId) ? await crewOf(scope, group, leading, today) : [];
  return leading.map((each) => ({
    ...each,
    name: names.get(each.accountId) ?? 'Somebody who has left',
    crew: crew.find((other) => other.accountId === each.accountId) ?? null,
  }));
};

/** Everybody of the team who could run a session at a centre, each once, with their readiness as volunteers where it is not yes. */
export const teamFor = async (
  scope: Scope,
  centreId: string,
  on: Temporal.PlainDate,
  without: readonly string[],
): Promise<readonly { readonly accountId: string; readonly name: string; readonly words: string }[]> => {
  const held = await accountsAt(scope, centreId, ['practitioner', 'peer_supporter']);
  const each = held.filter(
    (one, at) =>
      held.findIndex((other) => other.accountId === one.accountId) === at && !without.includes(one.accountId),
  );
  const facts = await readinessFacts(
    scope,
    each.map((one) => one.accountId),
    [on],
  );
  return each.map((one) => {
    const of = facts.get(one.accountId);
    const volunteers = held.every(
      (other) => other.accountId !== one.accountId || other.role === 'peer_supporter',
    );
    const may = of && readinessOn(of, volunteers ? 'peer_supporter' : 'practitioner', on, centreId);
    return {
      accountId: one.accountId,
      name: one.name,
      words: may && may.answer !== 'yes' ? answerWords(may).toLowerCase() : '',
    };
  });
};

const leadersPage = page({
  path: paths.leaders,
  load: async (scope, { params }) => {
    const group = await groupOf(scope, params.groupId);
    if (!group || !mayLead(scope.actor, group.centreId)) return null;
    const today = dateAt(scope.now, group.zone);
    const leaders = await leaderRows(scope, group, today);
    const team = await teamFor(
      scope,
      group.centreId,
      today,
      leaders.map((each) => each.accountId),
    );
    return { group, leaders, team };
  },
  can: (actor, { group }) => mayLead(actor, group.centreId),
  audit: looking('delivery.leaders_seen', ({ group }: { group: GroupFacts }) => ({
    kind: 'group',
    id: group.id,
    centreId: group.centreId,
  })),
  form: ({ team }) => leaderForm(team.map((each) => each.accountId)),
  prefill: () => ({ part: 'peer_supporter' }),
  submit: async (scope, { accountId, part }, { group, team }) => {
    const gaps = await addLeader(scope, group, accountId, part);
    const name = team.find((each) => each.accountId === accountId)?.name ?? 'They';
    return {
      to: paths.leaders({ groupId: group.id }),
      notice: {
        happened: `${name} runs this group from now on.`,
        ...(gaps.length > 0 && {
          next: `They cannot be there on ${gaps
            .slice(0, 3)
            .map((each) => shortDay(each.on))
            .join(
              ', ',
            )}${gaps.length > 3 ? ` and ${counted(gaps.length - 3, 'more date')}` : ''}. Find cover for those.`,
        }),
      },
    };
  },
  show: (facts, view) => <LeadersPage view={view} {...facts} />,
});

const endLeaderAction = action({
  path: paths.endLeader,
  load: async (scope, { params }) => {
    const group = await groupOf(scope, params.groupId);
    return group ? { group } : null;
  },
  can: (actor, { group }) => mayLead(actor, group.centreId),
  audit: notSensitive('the choice itself is written down'),
  form: justAButton('group_leader_end'),
  back: ({ group }) => paths.leaders({ groupId: group.id }),
  submit: async (scope, _, { group }, ask) => {
    await endLeader(scope, group, ask.params.leaderId);
    return {
      to: paths.leaders({ groupId: group.id }),
      notice: { happened: 'They no longer run this group, and are off its sessions still to come.' },
    };
  },
});

export const leaderRoutes = [leadersPage, endLeaderAction];
