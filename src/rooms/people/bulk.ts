import { newId } from '#kernel/ids.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import type { NewFile } from './files/files.commands.ts';

/**
 * Opens many family files at once, as an import does; answers their ids in the order given. The caller has
 * checked the NHS numbers and knows that no live file carries one of them.
 */
export const openFiles = async (
  scope: Scope,
  files: readonly Omit<NewFile, 'side'>[],
): Promise<readonly string[]> => {
  if (files.length === 0) return [];
  const { tx, actor, now } = scope;
  const opened = files.map((file) => ({ id: newId(), file }));
  const organisation_id = actor.organisationId;
  await tx
    .insertInto('people.persons')
    .values(
      opened.map(({ id, file }) => ({
        organisation_id,
        id,
        centre_id: file.centreId,
        side: 'family' as const,
        given_name: file.givenName.trim(),
        family_name: file.familyName.trim(),
        known_as: file.knownAs?.trim() || null,
        born_on: file.bornOn?.toString() ?? null,
        pronouns: file.pronouns ?? null,
        language: file.language ?? 'en',
        interpreter_needed: file.interpreterNeeded ?? false,
        access_needs: file.accessNeeds?.trim() ?? '',
        nhs_number: file.nhsNumber ?? null,
        made_at: now.toString(),
      })),
    )
    .execute();
  await tx
    .insertInto('people.contacts')
    .values(
      opened.map(({ id, file }) => {
        const contact = file.contact ?? {};
        const email = contact.email ?? null;
        const phone = contact.phone ?? null;
        const mayCall = (contact.mayCall ?? false) && phone !== null;
        return {
          organisation_id,
          person_id: id,
          centre_id: file.centreId,
          email,
          phone,
          address: contact.address ?? null,
          postcode: contact.postcode?.trim().toUpperCase() ?? null,
          may_email: (contact.mayEmail ?? false) && email !== null,
          may_text: (contact.mayText ?? false) && phone !== null,
          may_call: mayCall,
          may_voicemail: (contact.mayVoicemail ?? false) && mayCall,
          neutral_only: contact.neutralOnly ?? true,
          safe_times: contact.safeTimes ?? '',
        };
      }),
    )
    .execute();
  return opened.map(({ id }) => id);
};

/** A live file that carries an NHS number. */
export interface NumberedFile {
  readonly personId: string;
  readonly centreId: string;
  readonly givenName: string;
  readonly bornOn: string | null;
}

/** The live files that carry these NHS numbers, by number. Runs as the house, so that none is missed. */
export const filesByNumber = async (
  { tx, actor }: Scope,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, NumberedFile>> => {
  if (numbers.length === 0) return new Map();
  const rows = await tx
    .selectFrom('people.persons')
    .select(['id', 'centre_id', 'nhs_number', 'given_name', 'born_on'])
    .where('organisation_id', '=', actor.organisationId)
    .where('nhs_number', 'in', [...numbers])
    .where('merged_into', 'is', null)
    // What is put to a sealed file nobody would ever see.
    .where('sealed_at', 'is', null)
    .execute();
  return new Map(
    rows.flatMap((row) =>
      row.nhs_number === null
        ? []
        : [
            [
              row.nhs_number,
              { personId: row.id, centreId: row.centre_id, givenName: row.given_name, bornOn: row.born_on },
            ] as const,
          ],
    ),
  );
};

/** How a person can be known again in bulk: by phone, by e-mail, or by name and birthday. */
export interface Traits {
  readonly givenName: string;
  readonly familyName: string;
  readonly bornOn: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** For each of many people, whether a family file with the same phone, e-mail, or name and birthday is there. In the order given. */
export const alikeInBulk = async (
  { tx, actor }: Scope,
  many: readonly Traits[],
): Promise<readonly boolean[]> => {
  if (many.length === 0) return [];
  const emails = [...new Set(many.flatMap((who) => who.email?.toLowerCase() ?? []))];
  const phones = [...new Set(many.flatMap((who) => who.phone ?? []))];
  const familyNames = [...new Set(many.map((who) => who.familyName))];
  const birthdays = [...new Set(many.flatMap((who) => who.bornOn ?? []))];
  const contacts = await tx
    .selectFrom('people.contacts as c')
    .innerJoin('people.persons as p', (join) =>
      join.onRef('p.organisation_id', '=', 'c.organisation_id').onRef('p.id', '=', 'c.person_id'),
    )
    .select(['c.email', 'c.phone'])
    .where('c.organisation_id', '=', actor.organisationId)
    .where('p.sealed_at', 'is', null)
    .where((where) =>
      where.or([
        where(where.fn<string>('lower', ['c.email']), 'in', emails.length > 0 ? emails : ['']),
        where('c.phone', 'in', phones.length > 0 ? phones : ['']),
      ]),
    )
    .execute();
  const named =
    birthdays.length === 0
      ? []
      : await tx
          .selectFrom('people.persons')
          .select(['given_name', 'family_name', 'born_on'])
          .where('organisation_id', '=', actor.organisationId)
          .where('side', '=', 'family')
          .where('merged_into', 'is', null)
          .where('sealed_at', 'is', null)
          .where('born_on', 'in', birthdays)
          .where('family_name', 'in', familyNames)
          .execute();
  const nameKey = (given: string, family: string, born: string | null) =>
    `${given} ${family} ${born}`.toLowerCase();
  const knownEmails = new Set(contacts.flatMap((row) => row.email?.toLowerCase() ?? []));
  const knownPhones = new Set(contacts.flatMap((row) => row.phone ?? []));
  const knownNames = new Set(named.map((row) => nameKey(row.given_name, row.family_name, row.born_on)));
  return many.map(
    (who) =>
      (who.email !== null && knownEmails.has(who.email.toLowerCase())) ||
      (who.phone !== null && knownPhones.has(who.phone)) ||
      (who.bornOn !== null && knownNames.has(nameKey(who.givenName, who.familyName, who.bornOn))),
  );
};
