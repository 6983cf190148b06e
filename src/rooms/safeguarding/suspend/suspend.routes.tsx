import { isId } from '#kernel/ids.ts';
import { justAButton } from '#platform/forms/form.ts';
import { action, notSensitive, type Route } from '#platform/http/page.ts';
import { concernPath, suspendPath } from '../paths.ts';
import { ofATeam } from '../raise/raise.routes.tsx';
import { concernGiven } from '../read/read.queries.ts';
import { suspendNamed } from './suspend.commands.ts';

export const suspendRoutes: readonly Route[] = [
  action({
    path: suspendPath,
    load: async (scope, { params: { concernId, accountId } }) => {
      const concern = isId(concernId) ? await concernGiven(scope, concernId) : null;
      return concern?.named.includes(accountId) ? { concernId, accountId } : null;
    },
    can: ofATeam,
    audit: notSensitive('the suspension is written down'),
    form: justAButton('safeguarding.suspend'),
    back: ({ concernId }) => concernPath({ concernId }),
    submit: async (scope, _value, asked) => {
      await suspendNamed(scope, asked);
      return {
        to: concernPath({ concernId: asked.concernId }),
        notice: {
          happened: 'They meet no families from now on.',
          next: 'The volunteer manager rings them. Agree together what may be said.',
        },
      };
    },
  }),
];
