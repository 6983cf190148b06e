import type { App } from '../src/app.ts';
import { createAccounts } from '../src/platform/sign-in/accounts.ts';
import { DEMO_PASSWORD } from '../src/platform/sign-in/demo.ts';
import { hashForPassword } from '../src/platform/sign-in/sign-ins.ts';
import { type Files, sketchOf } from './arriving.ts';
import { addressFor, known } from './settle.ts';
import { team } from './team.ts';
import type { Telling } from './telling.ts';

const emailOf = (key: string): string => {
  const member = team.find((each) => each.key === key);
  const { givenName, familyName } = member ?? sketchOf(key);
  return addressFor(givenName, familyName);
};

/** One sign-in for each role, in the order in which a newcomer understands the programme. */
export const signIns: readonly { readonly role: string; readonly email: string }[] = (
  [
    ['practitioner', 'joanne'],
    ['volunteer manager', 'ruth'],
    ['administrator', 'tunde'],
    ['peer supporter', 'priya'],
    ['programme coordinator', 'helen'],
    ['service lead', 'siobhan'],
    ['specialist on call', 'anneliese'],
    ['parent (mother)', 'amina'],
    ['parent (father)', 'kwabena'],
  ] as const
).map(([role, key]) => ({ role, email: emailOf(key) }));

/** Two parents have a page of their own they can sign in to. */
export const parentsSignIn = (app: App, telling: Telling, files: Files): void => {
  telling.opens(telling.on(44, '20:10'), async (gateway) => {
    const passwordHash = await hashForPassword(DEMO_PASSWORD);
    for (const key of ['amina', 'kwabena']) {
      const { givenName, familyName } = sketchOf(key);
      const { personId } = known(files, key);
      const name = `${givenName} ${familyName}`;
      const [accountId = ''] = await createAccounts(
        {
          gateway,
          signInPool: app.signInPool,
          now: telling.on(44, '20:10'),
          organisationId: telling.organisationId,
        },
        [{ personId, email: emailOf(key), name, passwordHash, demo: true, roles: [] }],
      );
      telling.actors.set(key, {
        kind: 'account',
        organisationId: telling.organisationId,
        accountId,
        personId,
        side: 'family',
        name,
        roles: [],
      });
    }
  });
};
