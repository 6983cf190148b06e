import { isId } from '#kernel/ids.ts';
import { accountOf, centresOf, ROLES } from '#platform/db/actor.ts';
import { email, oneOf, oneOfThese, optionalText, someOf, text } from '#platform/forms/fields.ts';
import { form, justAButton } from '#platform/forms/form.ts';
import { action, looking, notSensitive, page, type Route } from '#platform/http/page.ts';
import { centres } from '../centres/centres.queries.ts';
import * as paths from '../paths.ts';
import { HOUSEKEEPERS, mayKeepHouse } from '../people.policy.ts';
import { closeAccount, inviteAgain, inviteMember } from './invite.commands.ts';
import { InvitePage, MemberPage } from './member.pages.tsx';
import { giveRole } from './team.commands.ts';
import { signInOf, type TeamMember, team } from './team.queries.ts';

const accountNamed = async (
  _scope: unknown,
  { params }: { readonly params: { readonly accountId: string } },
) => (isId(params.accountId) ? { accountId: params.accountId } : null);

export const memberRoutes: readonly Route[] = [
  page({
    path: paths.inviteMember,
    load: async (scope) => {
      const own = centresOf(scope.actor, HOUSEKEEPERS);
      return { centres: (await centres(scope)).filter(({ id }) => own.includes(id)) };
    },
    can: mayKeepHouse,
    audit: notSensitive('an empty form and the names of centres'),
    prefill: (facts): Readonly<Record<string, string>> =>
      facts.centres.length === 1 ? { centre: facts.centres[0]?.id ?? '' } : {},
    form: (facts) =>
      form('people.invite', {
        givenName: text('Enter their first name.', 100),
        familyName: optionalText(100),
        email: email('Enter their work e-mail address.'),
        centre: oneOfThese(
          facts.centres.map(({ id }) => id),
          'Choose the centre they work with.',
        ),
        roles: someOf(ROLES),
      }),
    submit: async (scope, value, _facts, { origin }) => {
      const accountId = await inviteMember(scope, { ...value, centreId: value.centre, origin });
      return {
        to: paths.member({ accountId }),
        notice: {
          happened: 'The invitation is on its way.',
          next:
            value.roles.length > 0
              ? 'They open the link in it and choose a password. It works for two weeks.'
              : 'They open the link and come in. A service lead gives them a role; until then they see nothing.',
        },
      };
    },
    show: (facts, view) => <InvitePage view={view} {...facts} />,
  }),
  page({
    path: paths.member,
    load: async (scope, { params }) => {
      const member = (await team(scope)).find((each) => each.accountId === params.accountId);
      if (!member || member.accountId === accountOf(scope.actor)) return null;
      return { member, signIn: await signInOf(scope, member.accountId), centres: await centres(scope) };
    },
    can: mayKeepHouse,
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
    path: paths.inviteAgain,
    load: accountNamed,
    can: mayKeepHouse,
    audit: notSensitive('the letter is written down'),
    form: justAButton('people.invite_again'),
    back: ({ accountId }) => paths.member({ accountId }),
    submit: async (scope, _value, { accountId }, { origin }) => {
      await inviteAgain(scope, { accountId, origin });
      return {
        to: paths.member({ accountId }),
        notice: {
          happened: 'A new link is on its way.',
          next: 'It works once, for two weeks. The link before it no longer works.',
        },
      };
    },
  }),
  action({
    path: paths.closeAccount,
    load: accountNamed,
    can: mayKeepHouse,
    audit: notSensitive('the change is written down'),
    form: justAButton('people.close_account'),
    back: ({ accountId }) => paths.member({ accountId }),
    submit: async (scope, _value, { accountId }) => {
      await closeAccount(scope, accountId);
      return {
        to: paths.team(),
        notice: {
          happened: 'The account is closed and they are signed out.',
          next: 'Groups they led need somebody else. You can do that on the page of each group.',
        },
      };
    },
  }),
];
