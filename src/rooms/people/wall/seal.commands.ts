import { sql } from 'kysely';
import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { isSystem } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { phoneInOneShape } from '#platform/forms/fields.ts';
import { leaveClosing } from '#platform/sign-in/invite.ts';
import { type SealReason, whichFile } from './wall.rules.ts';

/** The database's word for a file or a seal that is not there for this actor. */
const NOT_THERE = 'KM003';

const notThere = (error: unknown, what: string): unknown =>
  (error as { code?: string }).code === NOT_THERE ? new NotFound(what) : error;

export interface Sealing {
  readonly familyPersonId: string;
  readonly why: SealReason;
  /** Who they are among the applicants; null when they work here without having applied. */
  readonly applicantId?: string | null;
  /** Closes the parent's own sign-in too, and with it frees its e-mail address. */
  readonly closeAccount?: boolean;
}

/**
 * Seals a family file because its person works with us now: from this moment nobody but the parent's own sign-in and
 * the house reaches it. Messages that wait for them are stopped, and `people.sealed` lets later rooms end what they
 * take part in. For the house and for whoever looks after families at the file's centre; NotFound for anybody else,
 * for a file that was made one with another, and for one that is sealed already.
 */
export const sealFile = async (
  scope: Scope,
  { familyPersonId, why, applicantId = null, closeAccount = false }: Sealing,
): Promise<void> => {
  let closed: string | null;
  try {
    const { rows } = await sql<{ closed: string | null }>`
      select people.seal_file(${familyPersonId}::uuid, ${newId()}::uuid, ${why}, ${applicantId}::uuid, ${closeAccount}, ${scope.now.toString()}::timestamptz) as closed`.execute(
      scope.tx,
    );
    closed = rows[0]?.closed ?? null;
  } catch (error) {
    throw notThere(error, 'file');
  }
  if (closed) {
    await leaveClosing(scope, closed);
    await scope.audit('people.account_closed', { kind: 'account', id: closed });
  }
  await scope.audit('people.file_sealed', { kind: 'person', id: familyPersonId });
  await scope.enqueue('people.sealed', { personId: familyPersonId });
};

/** Somebody who asks about volunteering, as far as a file can be known by it. */
export interface SealingAlike {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly applicantId: string;
}

const filesBeside = async (scope: Scope, who: SealingAlike) => {
  const name = `${who.givenName} ${who.familyName}`.trim().toLowerCase();
  const email = who.email?.trim().toLowerCase() || null;
  const phone = who.phone ? phoneInOneShape(who.phone) : null;
  const { rows } = await sql<{
    id: string;
    sealed: boolean;
    same_email: boolean;
    same_phone: boolean;
    name_alike: number;
  }>`
    select p.id, p.sealed_at is not null as sealed, coalesce(lower(c.email) = ${email}::text, false) as same_email, coalesce(c.phone = ${phone}::text, false) as same_phone,
      similarity(lower(p.given_name || ' ' || p.family_name), ${name}) as name_alike
    from people.persons p
    left join people.contacts c on c.organisation_id = p.organisation_id and c.person_id = p.id
    where p.organisation_id = ${scope.actor.organisationId} and p.side = 'family' and p.merged_into is null
      and (p.id = any ((select people.maybe_alike(${name}, null, ${phone}, ${email}))::uuid[])
        or (p.sealed_at is not null and (lower(c.email) = ${email}::text or c.phone = ${phone}::text)))`.execute(
    scope.tx,
  );
  return rows.map((row) => ({
    personId: row.id,
    sealed: row.sealed,
    sameEmail: row.same_email,
    samePhone: row.same_phone,
    nameAlike: row.name_alike,
  }));
};

const stillWithUs = async (scope: Scope, personId: string): Promise<boolean> => {
  const { rows } = await sql<{
    still: boolean;
  }>`select people.still_with_us(${personId}::uuid) as still`.execute(scope.tx);
  return rows[0]?.still ?? false;
};

/** Their file was sealed before, when they applied another time: the welcome finds it under the new application. */
const relink = async (
  { tx, actor }: Scope,
  { applicantId }: SealingAlike,
  found: ReturnType<typeof whichFile>,
): Promise<'sealed' | 'none'> => {
  if (found.is !== 'one') return 'none';
  await tx
    .updateTable('people.seals')
    .set({ applicant_id: applicantId })
    .where('organisation_id', '=', actor.organisationId)
    .where('family_person_id', '=', found.personId)
    .where('opened_again_at', 'is', null)
    .execute();
  return 'sealed';
};

/**
 * Looks whether somebody who asks about volunteering was a parent with us, and seals that file at once. For the house
 * alone: nobody reads the answer about anybody. `still_with_us` while they hold or await a place as a parent: then it
 * is remembered, and `sealAtWelcome` does it. `unsure` where it may be one of several files or only half fits: nothing
 * is done, and a colleague who knows seals from the file. Their parent's sign-in stays open until the welcome.
 */
export const sealAlike = async (
  scope: Scope,
  who: SealingAlike,
): Promise<'sealed' | 'none' | 'unsure' | 'still_with_us'> => {
  if (!isSystem(scope.actor)) throw new NotFound('file');
  const beside = await filesBeside(scope, who);
  const found = whichFile(beside.filter(({ sealed }) => !sealed));
  if (found.is !== 'one') return found.is === 'none' ? relink(scope, who, whichFile(beside)) : 'unsure';
  if (await stillWithUs(scope, found.personId)) {
    await sql`
      insert into people.seals (organisation_id, id, centre_id, family_person_id, applicant_id, why, asked_at)
      select p.organisation_id, ${newId()}::uuid, p.centre_id, p.id, ${who.applicantId}::uuid, 'volunteers', ${scope.now.toString()}::timestamptz
      from people.persons p where p.organisation_id = ${scope.actor.organisationId} and p.id = ${found.personId}
      on conflict (organisation_id, family_person_id) where opened_again_at is null do update set applicant_id = excluded.applicant_id`.execute(
      scope.tx,
    );
    return 'still_with_us';
  }
  await sealFile(scope, { familyPersonId: found.personId, why: 'volunteers', applicantId: who.applicantId });
  return 'sealed';
};

/**
 * At the welcome of an applicant: whatever file of theirs is known is sealed now, and its sign-in closed, so that the
 * address is free for the volunteer's. Any actor may leave it; the house does it, and nobody learns whether there was
 * such a file. An applicant without one changes nothing.
 */
export const sealAtWelcome = (scope: Scope, applicantId: string): Promise<void> =>
  scope.enqueue('people.seal_at_welcome', { applicantId }, { key: `people.seal_at_welcome:${applicantId}` });

/**
 * Opens a sealed file again because the seal was a mistake; its centre's team finds it among their families. Places
 * that ended and a sign-in that was closed stay so. For the service lead of its centre and the house; NotFound for
 * anybody else and for a seal that does not stand. Refuses without a reason (field `why`).
 */
export const openSealAgain = async (
  scope: Scope,
  { sealId, why }: { readonly sealId: string; readonly why: string },
): Promise<void> => {
  const reason = why.trim();
  if (reason === '') throw new Refusal('Say why it was a mistake. The reason is kept with the seal.', 'why');
  let centreId: string | null;
  try {
    const { rows } = await sql<{ centre: string | null }>`
      select people.open_seal_again(${sealId}::uuid, ${reason}, ${scope.now.toString()}::timestamptz) as centre`.execute(
      scope.tx,
    );
    centreId = rows[0]?.centre ?? null;
  } catch (error) {
    throw notThere(error, 'seal');
  }
  await scope.audit('people.seal_opened_again', { kind: 'seal', id: sealId, centreId });
};
