import { sql } from 'kysely';
import { dateAt } from '#kernel/dates.ts';
import { isId } from '#kernel/ids.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { type FamilyFacts, familyOf } from '#rooms/families/door.ts';
import {
  type Alike,
  alikeFiles,
  type Contact,
  contactOf,
  fileOf,
  namesOfAccounts,
  type PersonFile,
} from '#rooms/people/door.ts';
import { type Template, template } from '#rooms/programme/door.ts';
import { mayDecide } from '../referral.policy.ts';
import type { Outcome, ReferralState, WithdrawalReason } from '../referral.rules.ts';
import { type WindowAnswer, windowOn } from '../window.rules.ts';

export interface Triage {
  readonly outcome: Outcome;
  readonly reason: string;
  readonly words: string;
  readonly by: string | null;
  readonly at: Temporal.Instant;
}

export interface PassedOnTo {
  readonly id: string;
  readonly kind: 'signpost' | 'hand_over';
  readonly toService: string;
  readonly toContact: string;
  readonly parentAgreed: boolean;
  readonly madeAt: Temporal.Instant;
  readonly followUpOn: Temporal.PlainDate;
  readonly arrived: boolean | null;
  readonly seen: boolean | null;
  readonly followedUpAt: Temporal.Instant | null;
  readonly words: string;
}

/** Everything the page about one referral shows; what the actor may not know is null or empty. */
export interface ReferralFacts {
  readonly id: string;
  readonly reference: string;
  readonly centreId: string;
  readonly centreName: string;
  readonly zone: string;
  readonly today: Temporal.PlainDate;
  readonly route: string;
  readonly cameBy: string;
  readonly receivedAt: Temporal.Instant;
  readonly receivedBy: string | null;
  readonly parentKnows: boolean;
  readonly tellReferrer: boolean;
  readonly state: ReferralState;
  readonly version: number;
  readonly referrer: {
    readonly name: string;
    readonly job: string;
    readonly worksFor: string;
    readonly email: string | null;
    readonly phone: string | null;
  } | null;
  readonly file: PersonFile;
  readonly contact: Contact | null;
  readonly family: FamilyFacts | null;
  readonly window: WindowAnswer;
  /** Null for whoever may not read why. */
  readonly needs: {
    readonly why: string;
    readonly needs: readonly string[];
    readonly risks: string;
    readonly supportNow: string;
    readonly hopes: string;
  } | null;
  readonly decides: boolean;
  readonly triages: readonly Triage[];
  readonly passedOn: readonly PassedOnTo[];
  readonly withdrawal: {
    readonly reason: WithdrawalReason;
    readonly words: string;
    readonly by: string | null;
    readonly at: Temporal.Instant;
  } | null;
  readonly alike: readonly Alike[];
  readonly template: Template;
}

interface TriageJson {
  readonly outcome: Outcome;
  readonly reason: string;
  readonly words: string;
  readonly decided_by: string | null;
  readonly decided_at: string;
}

interface HandoverJson {
  readonly id: string;
  readonly kind: 'signpost' | 'hand_over';
  readonly to_service: string;
  readonly to_contact: string;
  readonly parent_agreed: boolean;
  readonly made_at: string;
  readonly follow_up_on: string;
  readonly arrived: boolean | null;
  readonly seen: boolean | null;
  readonly followed_up_at: string | null;
  readonly words: string;
}

// What hangs on a referral comes with it as lists: one question instead of four.
const wholeRow = ({ tx, actor }: Scope, id: string) =>
  tx
    .selectFrom('referrals.referrals as r')
    .innerJoin('people.centres as c', (join) =>
      join.onRef('c.organisation_id', '=', 'r.organisation_id').onRef('c.id', '=', 'r.centre_id'),
    )
    .leftJoin('referrals.needs as n', (join) =>
      join.onRef('n.organisation_id', '=', 'r.organisation_id').onRef('n.referral_id', '=', 'r.id'),
    )
    .leftJoin('referrals.referrers as f', (join) =>
      join.onRef('f.organisation_id', '=', 'r.organisation_id').onRef('f.id', '=', 'r.referrer_id'),
    )
    .leftJoin('referrals.withdrawals as w', (join) =>
      join.onRef('w.organisation_id', '=', 'r.organisation_id').onRef('w.referral_id', '=', 'r.id'),
    )
    .selectAll('r')
    .select([
      'c.name as centre_name',
      'c.zone',
      'n.why',
      'n.needs',
      'n.risks',
      'n.support_now',
      'n.hopes',
      'f.name as referrer_name',
      'f.job',
      'f.works_for',
      'f.email as referrer_email',
      'f.phone as referrer_phone',
      'w.reason as withdrawn_reason',
      'w.words as withdrawn_words',
      'w.by_account as withdrawn_by',
      'w.at as withdrawn_at',
      sql<
        readonly TriageJson[]
      >`coalesce((select jsonb_agg(to_jsonb(t) order by t.decided_at, t.id) from referrals.triages t
        where t.organisation_id = r.organisation_id and t.referral_id = r.id), '[]')`.as('triages'),
      sql<
        readonly HandoverJson[]
      >`coalesce((select jsonb_agg(to_jsonb(h) order by h.made_at, h.id) from referrals.handovers h
        where h.organisation_id = r.organisation_id and h.referral_id = r.id), '[]')`.as('handovers'),
    ])
    .where('r.organisation_id', '=', actor.organisationId)
    .where('r.id', '=', id)
    .executeTakeFirst();

const moment = (text: string): Temporal.Instant => Temporal.Instant.from(text);

/** One referral with all that decides about it; null when it is not the actor's to see. */
export const referralFacts = async (scope: Scope, id: string): Promise<ReferralFacts | null> => {
  if (!isId(id)) return null;
  const row = await wholeRow(scope, id);
  if (!row) return null;
  const file = await fileOf(scope, row.person_id);
  const version = await template(scope, row.template_id);
  // A parent sees the row of their own referral, and not this page.
  if (!file || !version) return null;
  const family = await familyOf(scope, row.person_id);
  const contact = await contactOf(scope, row.person_id);
  const alike = await alikeFiles(scope, {
    givenName: file.givenName,
    familyName: file.familyName,
    bornOn: file.bornOn,
    email: contact?.email ?? null,
    phone: contact?.phone ?? null,
  });
  const accounts = [row.received_by, row.withdrawn_by, ...row.triages.map((each) => each.decided_by)];
  const names = await namesOfAccounts(scope, [...new Set(accounts.flatMap((each) => each ?? []))]);
  const nameOf = (accountId: string | null) => (accountId ? (names.get(accountId) ?? null) : null);
  const today = dateAt(scope.now, row.zone);
  return {
    id: row.id,
    reference: row.reference,
    centreId: row.centre_id,
    centreName: row.centre_name,
    zone: row.zone,
    today,
    route: row.route,
    cameBy: row.came_by,
    receivedAt: moment(row.received_at),
    receivedBy: nameOf(row.received_by),
    parentKnows: row.parent_knows,
    tellReferrer: row.tell_referrer,
    state: row.state,
    version: row.version,
    referrer:
      row.referrer_name === null
        ? null
        : {
            name: row.referrer_name,
            job: row.job ?? '',
            worksFor: row.works_for ?? '',
            email: row.referrer_email,
            phone: row.referrer_phone,
          },
    file,
    contact,
    family,
    window: windowOn(
      { dueOn: family?.dueOn ?? null, born: family?.stage === 'born' },
      today,
      version.content,
    ),
    needs:
      row.why === null
        ? null
        : {
            why: row.why,
            needs: row.needs ?? [],
            risks: row.risks ?? '',
            supportNow: row.support_now ?? '',
            hopes: row.hopes ?? '',
          },
    decides: mayDecide(scope.actor, row.centre_id),
    triages: row.triages.map((each) => ({
      outcome: each.outcome,
      reason: each.reason,
      words: each.words,
      by: nameOf(each.decided_by),
      at: moment(each.decided_at),
    })),
    passedOn: row.handovers.map((each) => ({
      id: each.id,
      kind: each.kind,
      toService: each.to_service,
      toContact: each.to_contact,
      parentAgreed: each.parent_agreed,
      madeAt: moment(each.made_at),
      followUpOn: Temporal.PlainDate.from(each.follow_up_on),
      arrived: each.arrived,
      seen: each.seen,
      followedUpAt: each.followed_up_at === null ? null : moment(each.followed_up_at),
      words: each.words,
    })),
    withdrawal:
      row.withdrawn_reason === null || row.withdrawn_at === null
        ? null
        : {
            reason: row.withdrawn_reason,
            words: row.withdrawn_words ?? '',
            by: nameOf(row.withdrawn_by),
            at: moment(row.withdrawn_at),
          },
    alike: alike.filter(({ personId }) => personId !== file.id),
    template: version,
  };
};
