import { dateAt } from '#kernel/dates.ts';
import { isId } from '#kernel/ids.ts';
import type { Scope } from '#platform/db/as-actor.ts';

export interface Handover {
  readonly id: string;
  readonly referralId: string;
  readonly centreId: string;
  readonly personId: string;
  /** What to call the parent. */
  readonly name: string;
  readonly kind: 'signpost' | 'hand_over';
  readonly toService: string;
  readonly toContact: string;
  readonly parentAgreed: boolean;
  readonly madeAt: Temporal.Instant;
  readonly followUpOn: Temporal.PlainDate;
  readonly words: string;
  readonly version: number;
}

const open = ({ tx, actor }: Scope) =>
  tx
    .selectFrom('referrals.handovers as h')
    .innerJoin('referrals.referrals as r', (join) =>
      join.onRef('r.organisation_id', '=', 'h.organisation_id').onRef('r.id', '=', 'h.referral_id'),
    )
    .innerJoin('people.persons as p', (join) =>
      join.onRef('p.organisation_id', '=', 'r.organisation_id').onRef('p.id', '=', 'r.person_id'),
    )
    .select([
      'h.id',
      'h.referral_id',
      'h.centre_id',
      'r.person_id',
      'p.given_name',
      'p.family_name',
      'p.known_as',
      'h.kind',
      'h.to_service',
      'h.to_contact',
      'h.parent_agreed',
      'h.made_at',
      'h.follow_up_on',
      'h.words',
      'h.version',
    ])
    .where('h.organisation_id', '=', actor.organisationId)
    .where('h.followed_up_at', 'is', null);

const fromRow = (row: Awaited<ReturnType<ReturnType<typeof open>['execute']>>[number]): Handover => ({
  id: row.id,
  referralId: row.referral_id,
  centreId: row.centre_id,
  personId: row.person_id,
  name: `${row.known_as ?? row.given_name} ${row.family_name}`.trim(),
  kind: row.kind,
  toService: row.to_service,
  toContact: row.to_contact,
  parentAgreed: row.parent_agreed,
  madeAt: Temporal.Instant.from(row.made_at),
  followUpOn: Temporal.PlainDate.from(row.follow_up_on),
  words: row.words,
  version: row.version,
});

/** Handovers nobody has followed up yet, the earliest day first. */
export const openHandovers = async (scope: Scope): Promise<readonly Handover[]> =>
  (await open(scope).orderBy('h.follow_up_on').orderBy('h.id').limit(200).execute()).map(fromRow);

/** Those whose day has come, up to and with the day given (today at the organisation unless told). */
export const handoversDue = async (
  scope: Scope,
  until: Temporal.PlainDate = dateAt(scope.now, 'Europe/London'),
): Promise<readonly Handover[]> =>
  (
    await open(scope)
      .where('h.follow_up_on', '<=', until.toString())
      .orderBy('h.follow_up_on')
      .orderBy('h.id')
      .limit(200)
      .execute()
  ).map(fromRow);

/** One of them; null when it is done already, or not the actor's to see. */
export const openHandover = async (scope: Scope, id: string): Promise<Handover | null> => {
  if (!isId(id)) return null;
  const row = await open(scope).where('h.id', '=', id).executeTakeFirst();
  return row ? fromRow(row) : null;
};
