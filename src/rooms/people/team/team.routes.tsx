import { isId } from '#kernel/ids.ts';
import { justAButton } from '#platform/forms/form.ts';
import { action, notSensitive, page, type Route } from '#platform/http/page.ts';
import { centres } from '../centres/centres.queries.ts';
import * as paths from '../paths.ts';
import { mayGiveRoles, mayKeepHouse, mayMeetTheTeam } from '../people.policy.ts';
import { endRole } from './team.commands.ts';
import { TeamPage } from './team.pages.tsx';
import { team } from './team.queries.ts';

export const teamRoutes: readonly Route[] = [
  page({
    path: paths.team,
    load: async (scope) => ({ team: await team(scope), centres: await centres(scope) }),
    can: mayMeetTheTeam,
    audit: notSensitive('names and roles of colleagues'),
    show: (facts, view) => <TeamPage view={view} {...facts} keepsHouse={mayKeepHouse(view.actor)} />,
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
