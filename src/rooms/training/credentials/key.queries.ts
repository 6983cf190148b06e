import type { JWK } from 'jose';
import type { Scope } from '#platform/db/as-actor.ts';

export interface SigningKey {
  readonly id: string;
  readonly publicJwk: JWK;
  readonly sealedPrivate: string;
  readonly madeAt: Temporal.Instant;
  readonly retiredAt: Temporal.Instant | null;
  readonly withdrawnAt: Temporal.Instant | null;
  readonly withdrawnWhy: string | null;
}

const momentOrNull = (text: string | null) => (text === null ? null : Temporal.Instant.from(text));

const rowsOf = (scope: Scope) =>
  scope.tx
    .selectFrom('training.signing_keys')
    .selectAll()
    .where('organisation_id', '=', scope.actor.organisationId);

type KeyRow = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number];

const keyOf = (row: KeyRow): SigningKey => ({
  id: row.id,
  publicJwk: row.public_jwk as unknown as JWK,
  sealedPrivate: row.sealed_private,
  madeAt: Temporal.Instant.from(row.made_at),
  retiredAt: momentOrNull(row.retired_at),
  withdrawnAt: momentOrNull(row.withdrawn_at),
  withdrawnWhy: row.withdrawn_why,
});

/** Every key there ever was, the newest first. */
export const signingKeys = async (scope: Scope): Promise<readonly SigningKey[]> =>
  (await rowsOf(scope).orderBy('made_at', 'desc').orderBy('id', 'desc').execute()).map(keyOf);

/** The key that is signed with now; null before the first credential. */
export const keyInUse = async (scope: Scope): Promise<SigningKey | null> => {
  const row = await rowsOf(scope).where('retired_at', 'is', null).executeTakeFirst();
  return row ? keyOf(row) : null;
};

export const signingKey = async (scope: Scope, id: string): Promise<SigningKey | null> => {
  const row = await rowsOf(scope).where('id', '=', id).executeTakeFirst();
  return row ? keyOf(row) : null;
};

/** The keys by which what we signed can be verified: the one in use and the retired ones, never a withdrawn one. */
export const publishedKeys = async (scope: Scope): Promise<readonly JWK[]> =>
  (await signingKeys(scope)).filter((key) => !key.withdrawnAt).map((key) => key.publicJwk);

/** The address that new credentials name; null before the first one. */
export const issuerOrigin = async (scope: Scope): Promise<string | null> => {
  const row = await scope.tx
    .selectFrom('training.issuer_addresses')
    .select('origin')
    .where('organisation_id', '=', scope.actor.organisationId)
    .orderBy('from_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.origin ?? null;
};
