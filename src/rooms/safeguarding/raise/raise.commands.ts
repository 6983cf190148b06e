import { dateAt } from '#kernel/dates.ts';
import { newId, newReference } from '#kernel/ids.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { holds, ROLES, roleWords } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { centre, fileOf } from '#rooms/people/door.ts';
import { clockTime } from '#ui/times.ts';
import { accountOfFile, clockOn, type TeamAt, teamAt } from '../owner/owner.queries.ts';
import { chainFor } from '../owner/owner.rules.ts';
import { tellOf } from '../owner/telling.ts';
import { sealText } from '../sealed.ts';

export interface Raising {
  readonly centreId: string;
  readonly happened: string;
  /** What was said, in the words of whoever said it. */
  readonly said?: string;
  readonly aboutPersonId?: string | null;
  readonly aboutWords?: string;
  /** Accounts of the team whom it is about: they see nothing of it. */
  readonly named?: readonly string[];
  readonly doneAlready?: string;
  readonly dangerNow: boolean;
  readonly called999?: boolean;
  /** The page somebody was on, without its query. */
  readonly page?: string;
  /** Where links in messages lead, such as https://kith.example.org. */
  readonly origin?: string | null;
}

export interface Raised {
  readonly concernId: string;
  readonly reference: string;
  readonly acknowledgeBy: Temporal.Instant;
}

/** Nobody may read it: it must go from mouth to ear, and the page says so at once. */
export const NOBODY_TO_READ_IT =
  'Nobody who could read this here is free of it, so it was not saved. Please speak now to somebody outside of this: the service lead, your local authority’s children’s or adults’ social care, or the police. In danger, call 999.';

const inWords = (team: TeamAt, accountId: string): string => {
  const member = team.members.find((each) => each.accountId === accountId);
  const [role] = member?.roles ?? [];
  return member && role ? `${member.name}, ${roleWords[role]}` : 'the person on duty';
};

/**
 * Puts a concern into the letterbox: it, its receipt, the message to its owner and the clock that escalates it
 * exist together or not at all. For somebody of the centre's team; the house does not worry.
 * Raises NotFound for a centre or a person the actor does not see, and a Refusal when someone named is not of
 * the team (field `named`) or when everybody who could read it is named.
 */
export const raiseConcern = async (scope: Scope, raising: Raising): Promise<Raised> => {
  const { actor, now, tx } = scope;
  const place = await centre(scope, raising.centreId);
  if (!place || actor.kind !== 'account' || !holds(actor, ROLES, raising.centreId))
    throw new NotFound('centre');
  const team = await teamAt(scope, raising.centreId);
  const named = new Set(raising.named ?? []);
  for (const account of named)
    if (!team.members.some(({ accountId }) => accountId === account))
      throw new Refusal(
        'Choose somebody of the team of this centre, or say in your own words who it is.',
        'named',
      );

  const about = raising.aboutPersonId ? await fileOf(scope, raising.aboutPersonId) : null;
  if (raising.aboutPersonId && !about) throw new NotFound('person');
  // Somebody of the team who was found by name is named all the same.
  const member = about?.side === 'team' ? await accountOfFile(scope, about.id) : null;
  if (member) named.add(member);

  const chain = chainFor(team.possible, { named: [...named], raisedBy: actor.accountId });
  if (!chain) throw new Refusal(NOBODY_TO_READ_IT);
  const clock = await clockOn(scope, dateAt(now, place.zone));
  const acknowledgeBy = now.add({ minutes: clock.acknowledgeWithinMinutes });
  const concernId = newId();
  const reference = newReference();
  const { organisationId } = actor;

  await tx
    .insertInto('safeguarding.concerns')
    .values({
      organisation_id: organisationId,
      id: concernId,
      centre_id: raising.centreId,
      reference,
      raised_by: actor.accountId,
      raised_at: now.toString(),
      about_person_id: about?.id ?? null,
      about_words: sealText(scope, raising.aboutWords || (about?.fullName ?? '')),
      named: [...named],
      happened: sealText(scope, raising.happened),
      said: sealText(scope, raising.said ?? ''),
      done_already: sealText(scope, raising.doneAlready ?? ''),
      danger_now: raising.dangerNow,
      called_999: raising.called999 ?? false,
      page: raising.page ?? '',
      owner_id: chain.owner,
      deputy_id: chain.deputy,
      last_id: chain.last,
      acknowledge_by: acknowledgeBy.toString(),
    })
    .execute();
  await tx
    .insertInto('safeguarding.receipts')
    .values({
      organisation_id: organisationId,
      concern_id: concernId,
      reference,
      raised_by: actor.accountId,
      raised_at: now.toString(),
      landed_with: inWords(team, chain.owner),
    })
    .execute();
  await scope.audit('safeguarding.concern_raised', {
    kind: 'concern',
    id: concernId,
    centreId: raising.centreId,
  });
  const origin = raising.origin ?? null;
  await tellOf(scope, [chain.owner], {
    concernId,
    centreId: raising.centreId,
    step: 'owner',
    origin,
    readBy: clockTime(acknowledgeBy.toZonedDateTimeISO(place.zone).toPlainTime()),
  });
  await scope.enqueue(
    'safeguarding.escalate',
    { concernId, round: 0, ...(origin && { origin }) },
    { key: `concern:${concernId}`, at: acknowledgeBy },
  );
  return { concernId, reference, acknowledgeBy };
};
