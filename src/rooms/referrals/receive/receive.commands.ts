import { hashOfSecret, newId, newReference, newSecret } from '#kernel/ids.ts';
import { accountOf, isSystem } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { queueMessage } from '#platform/messages/message.ts';
import { familyOf, joinAsParent, openFamilies, openFamily, samePregnancy } from '#rooms/families/door.ts';
import { centre, contactOf, filesByNumber, openFile } from '#rooms/people/door.ts';
import { currentTemplate, type Template } from '#rooms/programme/door.ts';
import { dayAndDate } from '#ui/times.ts';
import { trackPath } from '../paths.ts';
import { readBy } from './read-by.queries.ts';
import { type Arrival, contactInWords, type NewParent, type Referring, sameParent } from './receive.rules.ts';

/** What became of an arrival. `trackSecret` is null when it was here already: only its hash is kept. */
export interface Received {
  readonly referralId: string;
  readonly reference: string;
  readonly personId: string;
  readonly pregnancyId: string;
  readonly trackSecret: string | null;
}

// Two references can collide once in some hundred million; the second try is for that one.
const freeReference = async ({ tx, actor }: Scope): Promise<string> => {
  for (;;) {
    const reference = newReference();
    const taken = await tx
      .selectFrom('referrals.referrals')
      .select('id')
      .where('organisation_id', '=', actor.organisationId)
      .where('reference', '=', reference)
      .executeTakeFirst();
    if (!taken) return reference;
  }
};

const knownAlready = async ({ tx, actor }: Scope, outsideKey: string) =>
  tx
    .selectFrom('referrals.referrals')
    .select(['id', 'reference', 'person_id', 'pregnancy_id'])
    .where('organisation_id', '=', actor.organisationId)
    .where('outside_key', '=', outsideKey)
    .executeTakeFirst();

/** The professional as we know them at the centre: by e-mail, else a new row. */
const referrerAt = async ({ tx, actor, now }: Scope, centreId: string, from: Referring): Promise<string> => {
  if (from.email) {
    const known = await tx
      .selectFrom('referrals.referrers')
      .select('id')
      .where('organisation_id', '=', actor.organisationId)
      .where('centre_id', '=', centreId)
      .where((match) => match(match.fn<string>('lower', ['email']), '=', from.email?.toLowerCase() ?? ''))
      .where('name', '=', from.name)
      .executeTakeFirst();
    if (known) return known.id;
  }
  const id = newId();
  await tx
    .insertInto('referrals.referrers')
    .values({
      organisation_id: actor.organisationId,
      id,
      centre_id: centreId,
      name: from.name,
      job: from.job,
      works_for: from.worksFor,
      email: from.email,
      phone: from.phone,
      made_at: now.toString(),
    })
    .execute();
  return id;
};

interface FoundFile {
  readonly personId: string;
  /** It was here before: how to reach them stays as the file has it. */
  readonly known: boolean;
}

/** Opens the parent's file, or finds the one their NHS number is on at this centre. */
const fileFor = async (scope: Scope, centreId: string, parent: NewParent): Promise<FoundFile> => {
  const numbers = await filesByNumber(scope, parent.nhsNumber ? [parent.nhsNumber] : []);
  const there = parent.nhsNumber ? numbers.get(parent.nhsNumber) : undefined;
  if (there?.centreId === centreId && sameParent(parent, there))
    return { personId: there.personId, known: true };
  // A number on another file cannot be on two. A public form must not say so: it would tell a stranger who is known
  // to us. Staff are refused by `openFile`, and can look which of the two is right.
  const nhsNumber = there && isSystem(scope.actor) ? null : parent.nhsNumber;
  const personId = await openFile(scope, { ...parent, side: 'family', centreId, nhsNumber });
  return { personId, known: false };
};

/** The family the arrival belongs to: the one chosen, the one this parent is in already (lost or not), or a new one. */
const familyFor = async (scope: Scope, arrival: Arrival, personId: string): Promise<string> => {
  const { family, centreId, relation } = arrival;
  const current = await familyOf(scope, personId);
  if ('pregnancyId' in family) {
    if (current?.pregnancyId !== family.pregnancyId)
      await joinAsParent(scope, { pregnancyId: family.pregnancyId, personId, relation, centreId });
    return family.pregnancyId;
  }
  if (current && samePregnancy(current, family)) return current.pregnancyId;
  const { dueOn, bornOn, babiesExpected } = family;
  // A baby who was born before we met the family is not news: nothing was running that the birth would change.
  if (bornOn) {
    const [pregnancyId = ''] = await openFamilies(scope, [
      { centreId, personId, relation, dueOn, babiesExpected, bornOn },
    ]);
    return pregnancyId;
  }
  return (await openFamily(scope, { centreId, dueOn, babiesExpected, personId, relation })).pregnancyId;
};

const acknowledge = async (
  scope: Scope,
  arrival: Arrival,
  received: Received & { readonly trackSecret: string },
  template: Template,
  origin: string,
): Promise<void> => {
  const place = await centre(scope, arrival.centreId);
  const read_by = place ? dayAndDate(await readBy(scope, template, place)) : '';
  const { personId, pregnancyId, reference, referralId, trackSecret } = received;
  const contact = await contactOf(scope, personId);
  const channel = contact?.way;
  if (channel)
    await queueMessage(scope, {
      template: 'referral_received_parent',
      about: 'referral',
      channel,
      to: { personId },
      centreId: arrival.centreId,
      pregnancyId,
      details: { reference, read_by },
      once: `referral_received_parent:${referralId}`,
    });
  const email = arrival.referrer?.email;
  if (email)
    await queueMessage(scope, {
      template: 'referral_received_professional',
      about: 'referral',
      channel: 'email',
      to: { address: email },
      centreId: arrival.centreId,
      pregnancyId: null,
      details: { reference, read_by, link: `${origin}${trackPath({ secret: trackSecret })}` },
      once: `referral_received_professional:${referralId}`,
    });
};

/**
 * Receives a referral, by whichever route it comes: opens or finds the file and the family, writes it and
 * why it came, acknowledges it at once and announces it. An outside key that is known changes nothing.
 * Raises a Refusal (field `nhsNumber`) when staff give a number that is on somebody else's file.
 * `origin` is where links in messages lead, such as https://kith.example.org.
 */
export const receiveReferral = async (scope: Scope, arrival: Arrival, origin = ''): Promise<Received> => {
  const { tx, actor, now } = scope;
  if (arrival.outsideKey) {
    const before = await knownAlready(scope, arrival.outsideKey);
    if (before)
      return {
        referralId: before.id,
        reference: before.reference,
        personId: before.person_id,
        pregnancyId: before.pregnancy_id,
        trackSecret: null,
      };
  }
  const template = await currentTemplate(scope);
  const { parent, centreId } = arrival;
  const { personId, known } =
    'personId' in parent
      ? { personId: parent.personId, known: false }
      : await fileFor(scope, centreId, parent);
  const pregnancyId = await familyFor(scope, arrival, personId);
  const referrerId = arrival.referrer ? await referrerAt(scope, centreId, arrival.referrer) : null;
  const referralId = newId();
  const reference = await freeReference(scope);
  const trackSecret = arrival.trackSecret ?? newSecret();
  await tx
    .insertInto('referrals.referrals')
    .values({
      organisation_id: actor.organisationId,
      id: referralId,
      centre_id: centreId,
      reference,
      route: arrival.route,
      came_by: arrival.cameBy,
      received_at: now.toString(),
      received_by: accountOf(actor),
      referrer_id: referrerId,
      outside_key: arrival.outsideKey,
      person_id: personId,
      pregnancy_id: pregnancyId,
      template_id: template.id,
      parent_knows: arrival.parentKnows,
      tell_referrer: arrival.tellReferrer,
      heard_of_us: arrival.heardOfUs,
      track_hash: hashOfSecret(trackSecret),
    })
    .execute();
  const { needs } = arrival;
  const cameAlong = known && 'contact' in parent ? contactInWords(parent.contact) : '';
  await tx
    .insertInto('referrals.needs')
    .values({
      organisation_id: actor.organisationId,
      referral_id: referralId,
      centre_id: centreId,
      why: needs.why,
      needs: [...needs.needs],
      risks: needs.risks,
      support_now: [needs.supportNow, cameAlong].filter(Boolean).join('\n'),
      hopes: needs.hopes,
    })
    .execute();
  const quiet = arrival.quiet ?? false;
  const received = { referralId, reference, personId, pregnancyId, trackSecret };
  if (!quiet) await acknowledge(scope, arrival, received, template, origin);
  await scope.audit('referral.received', { kind: 'referral', id: referralId, centreId });
  await scope.enqueue('referrals.received', { referralId, personId, pregnancyId, centreId, quiet });
  return received;
};
