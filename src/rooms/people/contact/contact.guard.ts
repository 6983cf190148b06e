import type { Scope } from '#platform/db/as-actor.ts';
import type { Leaving, Verdict } from '#platform/messages/message.ts';
import { NO_SAFE_WAY, safeToSend, saidByEmail } from '../safe-contact.rules.ts';

/** Asked for by whoever typed an address: it may be a parent's, and the sender's name alone would say who we are. */
const ASKED_FOR: readonly string[] = ['sign_in_link', 'referral_draft_link'];

/** To an address alone: neutral for what anybody may have asked for, and wherever a parent with that address wants it. */
const toAddress = async (scope: Scope, { template, address }: Leaving): Promise<Verdict> => {
  if (ASKED_FOR.includes(template)) return { say: 'go', neutral: true };
  const parent = await scope.tx
    .selectFrom('people.contacts as c')
    .innerJoin('people.persons as p', (join) =>
      join.onRef('p.organisation_id', '=', 'c.organisation_id').onRef('p.id', '=', 'c.person_id'),
    )
    .select('c.person_id')
    .where('c.organisation_id', '=', scope.actor.organisationId)
    .where((match) => match(match.fn<string>('lower', ['c.email']), '=', (address ?? '').toLowerCase()))
    .where('c.neutral_only', '=', true)
    .where('p.side', '=', 'family')
    .limit(1)
    .executeTakeFirst();
  return parent ? { say: 'go', neutral: true } : { say: 'go' };
};

/**
 * Asked before every message: the address that is safe now, neutral words where somebody else may read them, a
 * hold until quiet hours end, or a stop. A message without a person goes to the address it carries, in neutral words
 * where it may be a parent's. A message that carries an address and a person still needs that person's permission.
 */
export const safeContactGuard = async (scope: Scope, message: Leaving): Promise<Verdict> => {
  if (message.personId === null) return toAddress(scope, message);
  const row = await scope.tx
    .selectFrom('people.persons as asked')
    // Messages to a file that was merged go to the file that was kept.
    .innerJoin('people.persons as p', (join) =>
      join
        .onRef('p.organisation_id', '=', 'asked.organisation_id')
        .on((on) => on('p.id', '=', on.fn.coalesce('asked.merged_into', 'asked.id'))),
    )
    .innerJoin('people.centres as place', (join) =>
      join.onRef('place.organisation_id', '=', 'p.organisation_id').onRef('place.id', '=', 'p.centre_id'),
    )
    .leftJoin('people.contacts as c', (join) =>
      join.onRef('c.organisation_id', '=', 'p.organisation_id').onRef('c.person_id', '=', 'p.id'),
    )
    .select([
      'p.side',
      'p.given_name',
      'p.known_as',
      'place.zone',
      'c.email',
      'c.phone',
      'c.may_email',
      'c.may_text',
      'c.neutral_only',
      'c.quiet_from',
      'c.quiet_until',
    ])
    .where('asked.organisation_id', '=', scope.actor.organisationId)
    .where('asked.id', '=', message.personId)
    .executeTakeFirst();
  if (!row) return { say: 'stop', why: NO_SAFE_WAY };
  const contact = {
    side: row.side === 'team' ? ('team' as const) : ('family' as const),
    email: row.email,
    phone: row.phone,
    mayEmail: row.may_email ?? false,
    mayText: row.may_text ?? false,
    neutralOnly: row.neutral_only ?? true,
    quietFrom: Temporal.PlainTime.from(row.quiet_from ?? '20:00'),
    quietUntil: Temporal.PlainTime.from(row.quiet_until ?? '08:00'),
  };
  if (saidByEmail(contact, message.channel, message.template))
    return { say: 'stop', why: 'goes by e-mail instead' };
  const urgent = message.about === 'account' || message.about === 'safety';
  const answer = safeToSend(contact, message.channel, urgent, scope.now, row.zone);
  return answer.say === 'go' ? { ...answer, greeting: row.known_as ?? row.given_name } : answer;
};
