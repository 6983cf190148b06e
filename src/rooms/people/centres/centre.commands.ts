import { dateAt } from '#kernel/dates.ts';
import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal, StaleEdit } from '#kernel/refusal.ts';
import type { Scope } from '#platform/db/as-actor.ts';

export interface CentreWords {
  readonly name: string;
  readonly town: string;
  readonly about: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly travel: string;
}

const ZONE = 'Europe/London';

/** The end of a centre's public address: its name in small letters and dashes. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[̀-ͯ]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

/** Opens a centre from today. Refuses a name whose address another centre has. */
export const openCentre = async (
  scope: Scope,
  words: CentreWords,
): Promise<{ readonly centreId: string }> => {
  const { tx, actor, now } = scope;
  const id = newId();
  const made = await tx
    .insertInto('people.centres')
    .values({
      organisation_id: actor.organisationId,
      id,
      slug: slugOf(words.name) || 'centre',
      ...words,
      zone: ZONE,
      opened_on: dateAt(now, ZONE).toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 0n)
    throw new Refusal(
      'Another centre has this name, or one very like it. Add the town, so that people can tell them apart.',
      'name',
    );
  await scope.audit('people.centre_opened', { kind: 'centre', id, centreId: id });
  return { centreId: id };
};

/** Changes what a centre says of itself; its public address stays. StaleEdit when somebody saved since. */
export const changeCentre = async (
  scope: Scope,
  centreId: string,
  words: CentreWords,
  version: number,
): Promise<void> => {
  const { tx, actor } = scope;
  const there = await tx
    .selectFrom('people.centres')
    .select('version')
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', centreId)
    .forUpdate()
    .executeTakeFirst();
  if (!there) throw new NotFound('centre');
  if (there.version !== version) throw new StaleEdit('this centre');
  await tx
    .updateTable('people.centres')
    .set({ ...words, version: version + 1 })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', centreId)
    .execute();
  await scope.audit('people.centre_changed', { kind: 'centre', id: centreId, centreId });
};
