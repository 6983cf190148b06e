import { NotFound } from '#kernel/refusal.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { optionalText, text } from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';
import { notSensitive, page, type Route } from '#platform/http/page.ts';
import * as paths from '../paths.ts';
import { mayKeepKeys } from './credentials.policy.ts';
import { changeKey, setIssuerAddress, withdrawKey } from './key.commands.ts';
import { issuerOrigin, signingKeys } from './key.queries.ts';
import { type KeysFacts, KeysPage } from './keys.pages.tsx';

const keysForm = form(
  'signing-keys',
  { doing: text('Press one of the buttons.', 20), keyId: optionalText(60), why: optionalText(500) },
  ({ doing, why }) =>
    doing === 'withdraw' && why === '' ? [{ field: 'why', message: 'Say what happened to the key.' }] : [],
);

interface Wanted {
  readonly doing: string;
  readonly keyId: string;
  readonly why: string;
}

/** Does what a button of the page says and answers what happened. */
const done = async (scope: Scope, { doing, keyId, why }: Wanted, facts: KeysFacts) => {
  if (doing === 'withdraw') {
    await withdrawKey(scope, { keyId, why });
    return {
      happened: 'The key is withdrawn.',
      next: 'What it signed is being signed anew. People take the new file from their own page.',
    };
  }
  if (doing === 'change' && facts.keys.length > 0) {
    await changeKey(scope);
    return { happened: 'A new key is in use.', next: 'What was signed before goes on holding.' };
  }
  if (doing === 'move' && facts.origin !== null) {
    await setIssuerAddress(scope, facts.here);
    return {
      happened: 'New credentials name this address.',
      next: 'Keep the old one alive for those that are out already.',
    };
  }
  throw new NotFound('button');
};

export const keysRoutes: readonly Route[] = [
  page({
    path: paths.signingKeys,
    load: async (scope, { origin }): Promise<KeysFacts> => ({
      keys: await signingKeys(scope),
      origin: await issuerOrigin(scope),
      here: origin,
    }),
    can: mayKeepKeys,
    audit: notSensitive('keys and an address, nothing of a person'),
    form: keysForm,
    submit: async (scope, wanted, facts) => ({
      to: paths.signingKeys(),
      notice: await done(scope, wanted, facts),
    }),
    show: (facts, view) => <KeysPage facts={facts} view={view} />,
  }),
];
