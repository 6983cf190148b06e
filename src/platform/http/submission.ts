import { isId } from '#kernel/ids.ts';
import { accountOf } from '../db/actor.ts';
import type { Scope } from '../db/as-actor.ts';

/** The first press of a button remembers where it led; a later press of the same form is led there. */
export interface Press {
  readonly wentTo: string | null;
  readonly remember: (to: string) => Promise<void>;
}

/**
 * Claims the key a form carried, in the transaction of what the form does. A second press waits for
 * the first to commit and then learns where it went. Without a key (a form of another maker) each press counts.
 */
export const firstPress = async (scope: Scope, key: string, path: string): Promise<Press> => {
  if (!isId(key)) return { wentTo: null, remember: async () => undefined };
  const { tx, actor, now } = scope;
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
