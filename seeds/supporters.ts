import { newId } from '../src/kernel/ids.ts';
import type { Scope } from '../src/platform/db/as-actor.ts';
import { welcomeVolunteer } from '../src/rooms/people/door.ts';
import { giveProof } from '../src/rooms/recruiting/door.ts';
import { recruiters } from './recruiting-ground.ts';
import { addressFor, type Ground, known } from './settle.ts';
import { learnedWithUs, type Odd, type SupporterCast, supporters } from './supporters-cast.ts';
import { team } from './team.ts';
import type { Telling } from './telling.ts';
import { cameTrained } from './trained.ts';

/** The peer supporters whom a newcomer to the demonstration can be: they were here before Kith was. */
export const wellKnown: readonly (SupporterCast & { readonly key: string })[] = team
  .filter(({ roles }) => roles.some(({ role }) => role === 'peer_supporter'))
  .map((member) => ({
    key: member.key,
    givenName: member.givenName,
    familyName: member.familyName,
    centre: member.centre,
    part: 'peer_supporter',
    welcomed: member.joined ?? 505,
  }));

/** The last day of a check, by what is particular about somebody; nearly three years after it was seen otherwise. */
const checkEnds = (odd: Odd | undefined, telling: Telling, seen: Temporal.PlainDate): Temporal.PlainDate => {
  const days: Partial<Record<Odd, number>> = {
    renews_in_60: 54,
    renews_in_30: 27,
    renews_in_7: 6,
    in_grace: -12,
    lapsed: -50,
    lapses_next_week: -26,
  };
  const left = odd === undefined ? undefined : days[odd];
  return left === undefined ? seen.add({ months: 36 }) : telling.today.add({ days: left });
};

const courseEnds = (odd: Odd | undefined, telling: Telling, done: Temporal.PlainDate): Temporal.PlainDate => {
  if (odd === 'course_due') return telling.today.add({ days: 21 });
  if (odd === 'exempt') return telling.today.subtract({ days: 45 });
  const ends = done.add({ months: 36 });
  return ends;
};

interface Bringing {
  readonly telling: Telling;
  readonly ground: Ground;
  readonly number: number;
}

/** Everything they showed long ago, with its true dates: an applicant, an application that is over, and the proofs. */
const bringIn = async (
  scope: Scope,
  who: SupporterCast,
  personId: string,
  { telling, ground, number }: Bringing,
): Promise<string> => {
  const { tx, actor } = scope;
  const organisation_id = actor.organisationId;
  const centre_id = known(ground.centres, who.centre);
  const [applicantId, applicationId, checkId] = [newId(), newId(), newId()];
  const welcomed = telling.today.subtract({ days: who.welcomed });
  const at = scope.now.toString();
  const ends = checkEnds(who.odd, telling, welcomed.subtract({ days: 14 }));
  const issued = ends.subtract({ months: 36 });
  const manager = telling.actors.get(recruiters[who.centre].manager)?.accountId ?? null;
  const barred = who.odd === 'barred_list';
  const role = who.part === 'creche' ? 'creche_volunteer' : 'peer_supporter';
  const profile = await tx
    .selectFrom('recruiting.role_profiles')
    .select('id')
    .where('organisation_id', '=', organisation_id)
    .where('code', '=', role)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('recruiting.applicants')
    .values({
      organisation_id,
      id: applicantId,
      centre_id,
      given_name: who.givenName,
      family_name: who.familyName,
      email: addressFor(who.givenName, who.familyName),
      heard_from: 'word_of_mouth',
      person_id: personId,
      outside_key: `before-${number}`,
      made_at: at,
    })
    .execute();
  await tx
    .insertInto('recruiting.applications')
    .values({
      organisation_id,
      id: applicationId,
      centre_id,
      applicant_id: applicantId,
      profile_id: profile.id,
      came_by: 'import',
      enquired_at: at,
      talked_at: at,
      applied_at: at,
      offered_at: at,
      accepted_at: at,
      welcomed_at: at,
      last_heard_at: at,
    })
    .execute();
  const decision = await tx
    .selectFrom('recruiting.eligibility_decisions')
    .select('id')
    .where('organisation_id', '=', organisation_id)
    .where('role_code', '=', role)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('recruiting.checks')
    .values({
      organisation_id,
      id: checkId,
      centre_id,
      applicant_id: applicantId,
      application_id: applicationId,
      decision_id: decision.id,
      level: barred ? 'enhanced_barred' : 'enhanced',
      workforce: 'child',
      children_barred: barred,
      free_of_charge: true,
      requested_at: at,
      requested_by: manager,
      certificate_number: `0017${String(55_000_000 + number * 611)}`,
      issued_on: issued.toString(),
      surname_on_it: who.familyName,
      seen_at: at,
      seen_by: manager,
      seen_how: 'original',
      outcome: 'clear',
      update_service: who.odd === 'update_service',
      consent_at: who.odd === 'update_service' ? at : null,
      renew_by_on: ends.toString(),
    })
    .execute();
  const proof = { applicantId, centreId: centre_id };
  const before = welcomed.subtract({ days: 10 });
  for (let reference = 0; reference < 2; reference += 1)
    await giveProof(scope, {
      ...proof,
      code: 'references',
      earnedOn: before,
      expiresOn: null,
      fromId: newId(),
    });
  await giveProof(scope, {
    ...proof,
    code: 'clearance',
    earnedOn: Temporal.PlainDate.compare(issued, before) < 0 ? issued : before,
    expiresOn: ends,
    level: barred ? 3 : 2,
    fromId: checkId,
  });
  await giveProof(scope, { ...proof, code: 'interview', earnedOn: before, expiresOn: null, fromId: newId() });
  await giveProof(scope, {
    ...proof,
    code: 'course',
    earnedOn: before,
    expiresOn: courseEnds(who.odd, telling, before),
    fromId: newId(),
  });
  await giveProof(scope, {
    ...proof,
    code: 'induction',
    earnedOn: welcomed,
    expiresOn: null,
    fromId: applicationId,
  });
  if (who.part === 'peer_supporter' && !learnedWithUs.includes(`${who.givenName} ${who.familyName}`))
    await cameTrained(scope, { applicantId, centreId: centre_id, trainedOn: before });
  return applicantId;
};

/** Accounts and applicants by name. */
export type SupportersHere = ReadonlyMap<
  string,
  { readonly accountId: string; readonly applicantId: string }
>;

/** The team of peer supporters as it stands: those of the cast who sign in, and thirty-five more who came from the old list. */
export const supportersAreHere = (telling: Telling, ground: Ground): SupportersHere => {
  const there = new Map<string, { readonly accountId: string; readonly applicantId: string }>();
  const hour = (number: number) => `${String(8 + (number % 10)).padStart(2, '0')}:30`;
  for (const [number, who] of wellKnown.entries())
    telling.happens(telling.on(who.welcomed, '10:15'), 'house', async (scope) => {
      const actor = telling.actors.get(who.key);
      if (!actor) throw new Error(`nobody of the cast is called ${who.key}`);
      const applicantId = await bringIn(scope, who, actor.personId, { telling, ground, number });
      there.set(`${who.givenName} ${who.familyName}`, { accountId: actor.accountId, applicantId });
    });
  for (const [index, who] of supporters.entries()) {
    const number = 100 + index;
    telling.happens(telling.on(Math.min(who.welcomed, 480), hour(number)), 'house', async (scope) => {
      const { personId, accountId } = await welcomeVolunteer(scope, {
        centreId: known(ground.centres, who.centre),
        givenName: who.givenName,
        familyName: who.familyName,
        email: addressFor(who.givenName, who.familyName),
        origin: null,
      });
      const applicantId = await bringIn(scope, who, personId, { telling, ground, number });
      there.set(`${who.givenName} ${who.familyName}`, { accountId, applicantId });
    });
  }
  return there;
};
