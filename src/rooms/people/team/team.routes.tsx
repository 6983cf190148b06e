import { isId } from '#kernel/ids.ts';
import { accountOf, ROLES } from '#platform/db/actor.ts';
import { oneOf, oneOfThese } from '#platform/forms/fields.ts';
import { form, justAButton } from '#platform/forms/form.ts';
import { action, looking, notSensitive, page, type Route } from '#platform/http/page.ts';
import { centres } from '../centres/centres.queries.ts';
import * as paths from '../paths.ts';
import { mayGiveRoles, mayKeepHouse, mayMeetTheTeam } from '../people.policy.ts';
import { endRole, giveRole } from './team.commands.ts';
import { MemberPage, TeamPage } from './team.pages.tsx';
import { type TeamMember, team } from './team.queries.ts';

export const teamRoutes: readonly Route[] = [
  page({
    path: paths.team,
    load: async (scope) => ({ team: await team(scope), centres: await centres(scope) }),
    can: mayMeetTheTeam,
    audit: notSensitive('names and roles of colleagues'),
    show: (facts, view) => (
      <TeamPage
        view={view}
        {...facts}
        mayGive={mayGiveRoles(view.actor)}
        keepsHouse={mayKeepHouse(view.actor)}
      />
    ),
  }),
  page({
    path: paths.member,
    load: async (scope, { params }) => {
      const member = (await team(scope)).find((each) => each.accountId === params.accountId);
      return member && member.accountId !== accountOf(scope.actor)
        ? { member, centres: await centres(scope) }
        : null;
    },
    can: mayGiveRoles,
    audit: looking('people.member_looked_at', ({ member }: { readonly member: TeamMember }) => ({
      kind: 'account',
      id: member.accountId,
    })),
    form: (facts) =>
      form('people.role', {
        role: oneOf(ROLES, 'Choose a role.'),
        centre: oneOfThese(['all', ...facts.centres.map((each) => each.id)], 'Choose where.'),
      }),
    submit: async (scope, { role, centre }, { member }) => {
      await giveRole(scope, {
        accountId: member.accountId,
        role,
        centreId: centre === 'all' ? null : centre,
      });
      return {
        to: paths.member({ accountId: member.accountId }),
        notice: { happened: 'The role is given.', next: 'It holds from the next page they open.' },
      };
    },
    show: (facts, view) => <MemberPage view={view} {...facts} />,
  }),
  action({
    path: paths.endRole,
    load: async (_scope, { params }) => (isId(params.roleId) ? { roleId: params.roleId } : null),
    can: mayGiveRoles,
    audit: notSensitive('the change is written down'),
    form: justAButton('people.end_role'),
    back: () => paths.team(),
    submit: async (scope, _value, { roleId }) => {
      await endRole(scope, roleId);
      return {
        to: paths.team(),
        notice: { happened: 'The role has ended.', next: 'It holds from the next page they open.' },
      };
    },
  }),
];
