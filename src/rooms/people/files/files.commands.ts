import { sql } from 'kysely';
import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal, StaleEdit } from '#kernel/refusal.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { addContact } from '../contact/contact.commands.ts';
import type { ContactFields } from '../contact/contact.queries.ts';
import { isNhsNumber, nhsNumberFigures } from '../nhs-number.rules.ts';

export interface WhoTheyAre {
  readonly givenName: string;
  readonly familyName: string;
  readonly knownAs?: string | null;
  readonly bornOn?: Temporal.PlainDate | null;
  readonly pronouns?: string | null;
  /** As a short code of the language; English (en) unless told. */
  readonly language?: string;
  readonly interpreterNeeded?: boolean;
  readonly accessNeeds?: string;
  /** Ten figures, spaces allowed. */
  readonly nhsNumber?: string | null;
}

export interface NewFile extends WhoTheyAre {
  readonly side: 'family' | 'team';
  readonly centreId: string;
  readonly contact?: Partial<ContactFields>;
}

const WRONG_NUMBER =
  'Check the NHS number: its last figure does not fit the others. Leave it empty if you are not sure.';
const TAKEN_NUMBER =
  'Another file already has this NHS number. Look for that file, or leave the number empty.';

const soundNumber = async (
  scope: Scope,
  typed: string | null | undefined,
  besides: string | null,
): Promise<string | null> => {
  if (!typed) return null;
  if (!isNhsNumber(typed)) throw new Refusal(WRONG_NUMBER, 'nhsNumber');
  const number = nhsNumberFigures(typed);
  const asked = await sql<{
    taken: boolean;
  }>`select people.nhs_number_taken(${number}, ${besides}::uuid) as taken`.execute(scope.tx);
  if (asked.rows[0]?.taken) throw new Refusal(TAKEN_NUMBER, 'nhsNumber');
  return number;
};

const columnsOf = (who: WhoTheyAre, number: string | null) => ({
  given_name: who.givenName.trim(),
  family_name: who.familyName.trim(),
  known_as: who.knownAs?.trim() || null,
  born_on: who.bornOn?.toString() ?? null,
  pronouns: who.pronouns?.trim() || null,
  language: who.language ?? 'en',
  interpreter_needed: who.interpreterNeeded ?? false,
  access_needs: who.accessNeeds?.trim() ?? '',
  nhs_number: number,
});

/**
 * Opens a file about one person at a centre and says how to reach them; answers its id.
 * Refuses an NHS number that cannot be one or that another live file carries (field `nhsNumber`).
 */
export const openFile = async (scope: Scope, file: NewFile): Promise<string> => {
  const { tx, actor, now } = scope;
  const id = newId();
  const number = await soundNumber(scope, file.nhsNumber, null);
  await tx
    .insertInto('people.persons')
    .values({
      organisation_id: actor.organisationId,
      id,
      centre_id: file.centreId,
      side: file.side,
      ...columnsOf(file, number),
      made_at: now.toString(),
    })
    .execute();
  await addContact(scope, { personId: id, centreId: file.centreId, fields: file.contact ?? {} });
  await scope.audit('people.file_opened', { kind: 'person', id, centreId: file.centreId });
  return id;
};

/**
 * Changes who somebody is. `version` is the one the page was drawn from: StaleEdit when somebody saved since.
 * Refuses an NHS number as openFile does; NotFound when the file is not the actor's to change.
 */
export const changeFile = async (
  scope: Scope,
  personId: string,
  who: WhoTheyAre,
  version: number,
): Promise<void> => {
  const { tx, actor } = scope;
  const there = await tx
    .selectFrom('people.persons')
    .select(['version', 'centre_id'])
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', personId)
    .where('merged_into', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!there) throw new NotFound('file');
  if (there.version !== version) throw new StaleEdit('this file');
  const number = await soundNumber(scope, who.nhsNumber, personId);
  await tx
    .updateTable('people.persons')
    .set({ ...columnsOf(who, number), version: version + 1 })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', personId)
    .execute();
  await scope.audit('people.file_changed', { kind: 'person', id: personId, centreId: there.centre_id });
};

/** From now on peer supporters of the centre may know the name. A second call changes nothing. */
export const introduce = async (scope: Scope, personId: string): Promise<void> => {
  const { tx, actor, now } = scope;
  const done = await tx
    .updateTable('people.persons')
    .set({ introduced_at: now.toString() })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', personId)
    .where('introduced_at', 'is', null)
    .executeTakeFirst();
  if (done.numUpdatedRows > 0n) await scope.audit('people.introduced', { kind: 'person', id: personId });
};
