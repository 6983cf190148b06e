import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { addressesAt } from './credential.rules.ts';
import { keyInUse, type SigningKey, signingKey } from './key.queries.ts';

const ALGORITHM = 'RS256';
/** How long a key is signed with before the next one takes its place. */
const KEY_DAYS = 365;

const makeKey = async (scope: Scope): Promise<SigningKey> => {
  const id = newId();
  const { publicKey, privateKey } = await generateKeyPair(ALGORITHM, {
    modulusLength: 2048,
    extractable: true,
  });
  const publicJwk = { ...(await exportJWK(publicKey)), kid: id, alg: ALGORITHM, use: 'sig' };
  await scope.tx
    .insertInto('training.signing_keys')
    .values({
      organisation_id: scope.actor.organisationId,
      id,
      public_jwk: JSON.stringify(publicJwk),
      sealed_private: scope.vault.seal('signing-keys', JSON.stringify(await exportJWK(privateKey))),
      made_at: scope.now.toString(),
      made_by: accountOf(scope.actor),
    })
    // Somebody else was first: theirs is the one in use.
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await scope.audit('training.signing_key_made', { kind: 'signing_key', id });
  const made = await keyInUse(scope);
  if (!made) throw new Error('a signing key was made and is not there');
  return made;
};

const retire = async ({ tx, actor, now }: Scope, keyId: string): Promise<void> => {
  await tx
    .updateTable('training.signing_keys')
    .set({ retired_at: now.toString() })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', keyId)
    .where('retired_at', 'is', null)
    .execute();
};

const opens = ({ vault }: Scope, { sealedPrivate }: SigningKey): boolean => {
  try {
    vault.open('signing-keys', sealedPrivate);
    return true;
  } catch {
    return false;
  }
};

/**
 * The key in use; the first one is made when it is first needed. A key that was sealed with a secret we no longer have
 * gives way to a new one: what it signed goes on holding.
 */
export const keyToSignWith = async (scope: Scope): Promise<SigningKey> => {
  const key = await keyInUse(scope);
  if (!key) return makeKey(scope);
  if (opens(scope, key)) return key;
  await retire(scope, key.id);
  return makeKey(scope);
};

/** Signs a payload; the header says where the public half of the key is found. */
export const signed = async (
  scope: Scope,
  key: SigningKey,
  origin: string,
  payload: Record<string, unknown>,
): Promise<string> => {
  const jwk = JSON.parse(scope.vault.open('signing-keys', key.sealedPrivate)) as JWK;
  return new SignJWT(payload)
    .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT', kid: addressesAt(origin).key(key.id) })
    .sign(await importJWK(jwk, ALGORITHM));
};

/** A new key takes over; what the old one signed goes on holding, and it stays published. */
export const changeKey = async (scope: Scope): Promise<void> => {
  const old = await keyInUse(scope);
  if (old) await retire(scope, old.id);
  await makeKey(scope);
};

/** Changes the key when it has been in use for a year. Where nobody has asked for a credential there is none to change. */
export const changeOldKey = async (scope: Scope): Promise<void> => {
  const key = await keyInUse(scope);
  if (key && key.madeAt.until(scope.now).total('hours') >= KEY_DAYS * 24) await changeKey(scope);
};

/**
 * Somebody else may have a key: from now on nothing holds that it signed, and it is published no more. What it signed is
 * signed anew by the house. Raises NotFound without such a key, Refusal without a reason or when it was withdrawn already.
 */
export const withdrawKey = async (
  scope: Scope,
  { keyId, why }: { readonly keyId: string; readonly why: string },
): Promise<void> => {
  const key = await signingKey(scope, keyId);
  if (!key) throw new NotFound('signing key');
  if (!why.trim()) throw new Refusal('Say why this key is withdrawn.', 'why');
  if (key.withdrawnAt) throw new Refusal('This key was withdrawn already.');
  if (!key.retiredAt) await changeKey(scope);
  await scope.tx
    .updateTable('training.signing_keys')
    .set({
      withdrawn_at: scope.now.toString(),
      withdrawn_by: accountOf(scope.actor),
      withdrawn_why: why.trim(),
    })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', keyId)
    .execute();
  await scope.audit('training.signing_key_withdrawn', { kind: 'signing_key', id: keyId });
  await scope.enqueue('training.sign_anew', { keyId });
};

/** Writes down the address that new credentials name. The same once more changes nothing. */
export const setIssuerAddress = async (scope: Scope, origin: string): Promise<void> => {
  await scope.tx
    .insertInto('training.issuer_addresses')
    .values({
      organisation_id: scope.actor.organisationId,
      id: newId(),
      origin,
      from_at: scope.now.toString(),
      set_by: accountOf(scope.actor),
    })
    .execute();
  await scope.audit('training.issuer_address_set', { kind: 'organisation', id: scope.actor.organisationId });
};
