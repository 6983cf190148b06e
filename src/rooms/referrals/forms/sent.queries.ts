import { hashOfSecret } from '#kernel/ids.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { centre } from '#rooms/people/door.ts';
import { template } from '#rooms/programme/door.ts';
import { readBy } from '../receive/read-by.queries.ts';
import { type ReferralState, referrerStateWords } from '../referral.rules.ts';
import { draftKey, trackSecretOf } from './draft-link.ts';

/** What whoever sent a referral may know of it: nothing of the parent. */
export interface SentFacts {
  readonly referralId: string;
  readonly reference: string;
  readonly route: string;
  readonly receivedAt: Temporal.Instant;
  readonly readBy: Temporal.PlainDate;
  readonly centreName: string;
  readonly centrePhone: string | null;
  readonly centreSlug: string;
  readonly state: ReferralState;
  /** How it stands, in words for a professional. */
  readonly words: string;
  /** Null where the page was reached without the secret. */
  readonly trackSecret: string | null;
}

const facts = async (
  scope: Scope,
  by: { readonly column: 'track_hash' | 'outside_key'; readonly value: string },
  trackSecret: string | null,
): Promise<SentFacts | null> => {
  const { tx, actor } = scope;
  const row = await tx
    .selectFrom('referrals.referrals')
    .select(['id', 'centre_id', 'reference', 'route', 'received_at', 'state', 'tell_referrer', 'template_id'])
    .where('organisation_id', '=', actor.organisationId)
    .where(by.column, '=', by.value)
    .executeTakeFirst();
  if (!row) return null;
  const place = await centre(scope, row.centre_id);
  const version = await template(scope, row.template_id);
  if (!place || !version) return null;
  const receivedAt = Temporal.Instant.from(row.received_at);
  return {
    referralId: row.id,
    reference: row.reference,
    route: row.route,
    receivedAt,
    readBy: await readBy(scope, version, place, receivedAt),
    centreName: place.name,
    centrePhone: place.phone,
    centreSlug: place.slug,
    state: row.state,
    words: referrerStateWords(row.state, row.tell_referrer),
    trackSecret,
  };
};

/** What a draft became, for its author. */
export const sentFacts = (
  scope: Scope,
  { draftId, secret }: { readonly draftId: string; readonly secret: string | null },
): Promise<SentFacts | null> =>
  facts(scope, { column: 'outside_key', value: draftKey(draftId) }, secret && trackSecretOf(secret));

/** What became of a referral, for whoever has the link to follow it. */
export const trackedFacts = (scope: Scope, secret: string): Promise<SentFacts | null> =>
  facts(scope, { column: 'track_hash', value: hashOfSecret(secret) }, secret);
