import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { newId } from '#kernel/ids.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { syllabus } from '../syllabus/syllabus.queries.ts';
import { type Award, awardById } from './award.queries.ts';
import { bitsOf, credentialPayload, placesFor, statusPayload } from './credential.rules.ts';
import { keyToSignWith, setIssuerAddress, signed } from './key.commands.ts';
import { issuerOrigin } from './key.queries.ts';
import { meaningOf } from './meaning.rules.ts';

/** The address inside our credentials: written down where the first one is asked for, and kept from then on. */
const originToSignWith = async (scope: Scope, asked: string): Promise<string> => {
  const known = await issuerOrigin(scope);
  if (known) return known;
  await setIssuerAddress(scope, asked);
  return asked;
};

export const organisationName = async ({ tx, actor }: Scope): Promise<string> =>
  (
    await tx
      .selectFrom('people.organisations')
      .select('name')
      .where('organisation_id', '=', actor.organisationId)
      .executeTakeFirstOrThrow()
  ).name;

/** Whose an award is, as the house knows it. */
export const holderOf = async ({ tx, actor }: Scope, applicantId: string) =>
  tx
    .selectFrom('recruiting.applicants')
    .select(['given_name', 'family_name'])
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', applicantId)
    .executeTakeFirstOrThrow();

const inForce = ({ tx, actor }: Scope) =>
  tx
    .selectFrom('training.credentials')
    .selectAll()
    .where('organisation_id', '=', actor.organisationId)
    .where('replaced_at', 'is', null);

/** A place in the list that nothing has yet: by lot, so that its number tells nothing of when or how many. */
const freePlace = async (scope: Scope): Promise<number> => {
  const { taken } = await scope.tx
    .selectFrom('training.credentials')
    .select(({ fn }) => fn.countAll<string>().as('taken'))
    .where('organisation_id', '=', scope.actor.organisationId)
    .executeTakeFirstOrThrow();
  for (;;) {
    const place = randomInt(placesFor(Number(taken)));
    if (!(await inForce(scope).where('status_index', '=', place).executeTakeFirst())) return place;
  }
};

interface Kept {
  readonly subjectId: string;
  readonly statusIndex: number;
}

const sign = async (scope: Scope, award: Award, asked: string, kept: Kept | null): Promise<string | null> => {
  const { tx, actor, now } = scope;
  const from = await syllabus(scope, award.syllabusId);
  const meaning = from && meaningOf(from, award);
  if (!meaning) return null;
  const key = await keyToSignWith(scope);
  const origin = await originToSignWith(scope, asked);
  const holder = await holderOf(scope, award.applicantId);
  const salt = randomBytes(16).toString('hex');
  const name = `${holder.given_name} ${holder.family_name}`.trim();
  const { subjectId, statusIndex } = kept ?? {
    subjectId: randomUUID(),
    statusIndex: await freePlace(scope),
  };
  const jwt = await signed(
    scope,
    key,
    origin,
    credentialPayload({
      origin,
      organisation: await organisationName(scope),
      reference: award.reference,
      meaning,
      how: award.how,
      earnedOn: award.earnedOn,
      expiresOn: award.expiresOn,
      givenAt: award.givenAt,
      subjectId,
      nameHash: `sha256$${createHash('sha256')
        .update(name + salt)
        .digest('hex')}`,
      salt,
      statusIndex,
    }),
  );
  await tx
    .insertInto('training.credentials')
    .values({
      organisation_id: actor.organisationId,
      id: newId(),
      centre_id: award.centreId,
      applicant_id: award.applicantId,
      award_id: award.id,
      key_id: key.id,
      subject_id: subjectId,
      status_index: statusIndex,
      jwt,
      signed_at: now.toString(),
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'award_id']).where('replaced_at', 'is', null).doNothing(),
    )
    .execute();
  await scope.audit('training.credential_signed', { kind: 'award', id: award.id, centreId: award.centreId });
  const row = await inForce(scope).select('jwt').where('award_id', '=', award.id).executeTakeFirst();
  return row?.jwt ?? null;
};

/**
 * The signed credential of an award, signed now when nobody has asked for it before. `asked` is the origin of whoever
 * asks: it is written into the first one. Null when the syllabus no longer knows what it was for. Run as the house.
 */
export const credentialOf = async (scope: Scope, award: Award, asked: string): Promise<string | null> => {
  const row = await inForce(scope).where('award_id', '=', award.id).executeTakeFirst();
  return row ? row.jwt : sign(scope, award, asked, null);
};

/** Everything a withdrawn key signed is signed anew with the one in use, in its old place of the list. */
export const signAnew = async (scope: Scope, keyId: string): Promise<void> => {
  const rows = await inForce(scope).where('key_id', '=', keyId).orderBy('id').execute();
  const origin = await issuerOrigin(scope);
  for (const row of rows) {
    await scope.tx
      .updateTable('training.credentials')
      .set({ replaced_at: scope.now.toString() })
      .where('organisation_id', '=', scope.actor.organisationId)
      .where('id', '=', row.id)
      .execute();
    const award = await awardById(scope, row.award_id);
    if (award && origin)
      await sign(scope, award, origin, { subjectId: row.subject_id, statusIndex: row.status_index });
  }
};

/** The list of what was taken back, signed. Run as the house. */
export const statusList = async (scope: Scope, asked: string): Promise<string> => {
  const { tx, actor } = scope;
  const rows = await tx
    .selectFrom('training.credentials as c')
    .innerJoin('training.awards as a', (join) =>
      join.onRef('a.organisation_id', '=', 'c.organisation_id').onRef('a.id', '=', 'c.award_id'),
    )
    .select(['c.status_index', 'a.withdrawn_at'])
    .where('c.organisation_id', '=', actor.organisationId)
    .where('c.replaced_at', 'is', null)
    .execute();
  const furthest = rows.reduce((far, { status_index }) => Math.max(far, status_index), 0);
  const bits = bitsOf(
    placesFor(Math.max(rows.length, Math.floor(furthest / 2))),
    rows.filter((row) => row.withdrawn_at !== null).map((row) => row.status_index),
  );
  const key = await keyToSignWith(scope);
  // Looking at the list writes no address down: anybody may look.
  const origin = (await issuerOrigin(scope)) ?? asked;
  return signed(
    scope,
    key,
    origin,
    statusPayload({
      origin,
      organisation: await organisationName(scope),
      encodedList: `u${gzipSync(bits).toString('base64url')}`,
      at: scope.now,
    }),
  );
};
