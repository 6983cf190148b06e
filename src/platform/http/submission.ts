import { createHash } from 'node:crypto';
import { isId } from '#kernel/ids.ts';
import { accountOf } from '../db/actor.ts';
import type { Scope } from '../db/as-actor.ts';
import type { Typed } from '../forms/form.ts';

/** The first press of a button remembers where it led; a later press of the same form is led there. */
export interface Press {
  readonly wentTo: string | null;
  readonly remember: (to: string) => Promise<void>;
}

// Two forms of one page carry one key, and a page kept by the browser can be sent again with other words. Only the
// same words to the same address by the same account are the same press.
const pressOf = (key: string, account: string | null, path: string, typed: Typed): string => {
  const words = JSON.stringify([key, account, path, Object.entries(typed).sort()]);
  const hash = createHash('sha256').update(words).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    hash.slice(12, 16),
    hash.slice(16, 20),
    hash.slice(20, 32),
  ].join('-');
};

/**
 * Claims the key a form carried, in the transaction of what the form does. A second press waits for
 * the first to commit and then learns where it went. Without a key (a form of another maker) each press counts.
 */
export const firstPress = async (
  scope: Scope,
  carried: string,
  path: string,
  typed: Typed,
): Promise<Press> => {
  if (!isId(carried)) return { wentTo: null, remember: async () => undefined };
  const { tx, actor, now } = scope;
  const key = pressOf(carried, accountOf(actor), path, typed);
  const claimed = await tx
    .insertInto('platform.submissions')
    .values({
      organisation_id: actor.organisationId,
      key,
      account_id: accountOf(actor),
      path,
      at: now.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (claimed.numInsertedOrUpdatedRows === 0n) {
    const first = await tx
      .selectFrom('platform.submissions')
      .select('went_to')
      .where('organisation_id', '=', actor.organisationId)
      .where('key', '=', key)
      .executeTakeFirst();
    return { wentTo: first?.went_to ?? path, remember: async () => undefined };
  }
  return {
    wentTo: null,
    remember: async (to) => {
      await tx
        .updateTable('platform.submissions')
        .set({ went_to: to })
        .where('organisation_id', '=', actor.organisationId)
        .where('key', '=', key)
        .execute();
    },
  };
};

const PRESSES_KEPT_DAYS = 7;

/** Forgets presses of a week ago: where one led can be a link with a secret in it. A job runs it every night. */
export const purgeSubmissions = async ({ tx, actor, now }: Scope): Promise<void> => {
  await tx
    .deleteFrom('platform.submissions')
    .where('organisation_id', '=', actor.organisationId)
    .where('at', '<', now.subtract({ hours: PRESSES_KEPT_DAYS * 24 }).toString())
    .execute();
};
