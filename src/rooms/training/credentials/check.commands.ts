import { compactVerify, decodeJwt, decodeProtectedHeader, importJWK } from 'jose';
import { isId } from '#kernel/ids.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { type Award, awardByReference } from './award.queries.ts';
import { signingKey } from './key.queries.ts';

/** What became of looking at a pasted credential. */
export type Checked =
  | { readonly is: 'ours'; readonly award: Award }
  /** Ours once: its key was withdrawn, or a newer one took its place. */
  | { readonly is: 'replaced'; readonly award: Award }
  | { readonly is: 'changed' }
  | { readonly is: 'foreign' }
  | { readonly is: 'unreadable' };

const opened = (pasted: string) => {
  try {
    return { header: decodeProtectedHeader(pasted), claims: decodeJwt(pasted) };
  } catch {
    return null;
  }
};

const holdsWith = async (pasted: string, jwk: Parameters<typeof importJWK>[0]): Promise<boolean> => {
  try {
    await compactVerify(pasted, await importJWK(jwk, 'RS256'), { algorithms: ['RS256'] });
    return true;
  } catch {
    return false;
  }
};

/**
 * Whether a pasted text is a credential of ours, to the byte: its signature holds with the key it names, and it is what we
 * signed. Whether what it stands for still holds is the award's to say. Run as the house.
 */
export const checkPasted = async (scope: Scope, text: string): Promise<Checked> => {
  const pasted = text.replace(/\s+/g, '');
  const read = opened(pasted);
  if (!read) return { is: 'unreadable' };
  const keyId =
    String(read.header.kid ?? '')
      .split('/')
      .at(-1) ?? '';
  const key = isId(keyId) ? await signingKey(scope, keyId) : null;
  if (!key) return { is: 'foreign' };
  if (!(await holdsWith(pasted, key.publicJwk))) return { is: 'changed' };
  const award = await awardByReference(
    scope,
    String(read.claims.jti ?? '')
      .split('/')
      .at(-1) ?? '',
  );
  const row =
    award &&
    (await scope.tx
      .selectFrom('training.credentials')
      .select('replaced_at')
      .where('organisation_id', '=', scope.actor.organisationId)
      .where('award_id', '=', award.id)
      .where('key_id', '=', key.id)
      .where('jwt', '=', pasted)
      .executeTakeFirst());
  // A signature can be written in several ways that mean the same; ours is the one that we wrote.
  if (!row) return { is: 'changed' };
  return row.replaced_at !== null || key.withdrawnAt ? { is: 'replaced', award } : { is: 'ours', award };
};
