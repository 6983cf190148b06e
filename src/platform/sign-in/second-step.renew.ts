import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import pg from 'pg';
import { keyFor } from './keys.ts';

interface Sealed {
  readonly id: string;
  readonly secret: string;
  readonly codes: string;
}

/**
 * Seals what authenticator apps share with us, and the recovery codes, with the secret in use, so that nobody sets up
 * their app anew when it changes; as kith_owner. Answers how many were sealed anew and how many open with neither.
 */
export const renewSecondSteps = async (
  owner: pg.PoolConfig,
  secrets: { readonly secret: string; readonly before: string },
): Promise<{ readonly renewed: number; readonly shut: number }> => {
  const inUse = keyFor(secrets.secret, 'sessions');
  const before = keyFor(secrets.before, 'sessions');
  const opens = (key: string, data: string) =>
    symmetricDecrypt({ key, data }).then(
      (text) => text,
      () => null,
    );
  const client = new pg.Client({ ...owner, application_name: 'kith keys' });
  client.on('error', () => undefined);
  await client.connect();
  let renewed = 0;
  let shut = 0;
  try {
    const { rows } = await client.query<Sealed>(
      'select "id" as id, "secret" as secret, "backupCodes" as codes from sign_in."twoFactor" order by "id"',
    );
    for (const { id, secret, codes } of rows) {
      if ((await opens(inUse, secret)) !== null && (await opens(inUse, codes)) !== null) continue;
      const plain = await opens(before, secret);
      const plainCodes = await opens(before, codes);
      if (plain === null || plainCodes === null) {
        shut += 1;
        continue;
      }
      // Where somebody used a recovery code meanwhile, the next run finds it again.
      const { rowCount } = await client.query(
        'update sign_in."twoFactor" set "secret" = $2, "backupCodes" = $3 where "id" = $1 and "secret" = $4 and "backupCodes" = $5',
        [
          id,
          await symmetricEncrypt({ key: inUse, data: plain }),
          await symmetricEncrypt({ key: inUse, data: plainCodes }),
          secret,
          codes,
        ],
      );
      renewed += rowCount ?? 0;
    }
    return { renewed, shut };
  } finally {
    await client.end();
  }
};
