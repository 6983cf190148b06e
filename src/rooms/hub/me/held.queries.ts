import { dateAt } from '#kernel/dates.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { groupsAt, historyOf, placesOf } from '#rooms/delivery/door.ts';
import { familyOf } from '#rooms/families/door.ts';
import { type Centre, type Contact, centre, contactOf, fileOf, type PersonFile } from '#rooms/people/door.ts';
import { referralOf } from '#rooms/referrals/door.ts';
import { longDate } from '#ui/times.ts';
import { toneOf } from './me.rules.ts';

export interface HeldFacts {
  readonly file: PersonFile;
  readonly contact: Contact | null;
  readonly centre: Centre | null;
  /** How the referral came and what became of it, in words for the parent; null when there is none. */
  readonly referral: readonly { readonly label: string; readonly value: string }[] | null;
  readonly sessions: readonly {
    readonly id: string;
    readonly group: string;
    readonly on: Temporal.PlainDate;
    readonly mark: 'came' | 'late' | 'sent_word' | 'did_not_come';
  }[];
}

/** What we hold about the parent who asks, as far as they may see it themselves. */
export const heldFacts = async (
  scope: Scope,
  actor: AccountActor,
  zone: string,
): Promise<HeldFacts | null> => {
  const file = await fileOf(scope, actor.personId);
  if (!file) return null;
  const referral = await referralOf(scope, file.id);
  const afterLoss = toneOf(await familyOf(scope, file.id)) === 'gentle';
  return {
    file,
    contact: await contactOf(scope, file.id),
    centre: await centre(scope, file.centreId),
    referral: referral && [
      { label: 'Referral', value: referral.reference },
      { label: 'Received', value: longDate(dateAt(referral.receivedAt, zone)) },
      ...(afterLoss ? [] : [{ label: 'How it stands', value: referral.words }]),
    ],
    sessions: (await historyOf(scope, file.id)).map((session) => ({
      id: session.sessionId,
      group: session.groupName,
      on: dateAt(session.startsAt, zone),
      mark: session.mark,
    })),
  };
};

/** The groups and drop-ins a parent would leave, by name, and whom to ask. */
export const leavingFacts = async (
  scope: Scope,
  actor: AccountActor,
): Promise<{
  readonly personId: string;
  readonly centre: Centre | null;
  readonly groups: readonly string[];
} | null> => {
  const file = await fileOf(scope, actor.personId);
  if (!file) return null;
  const places = (await placesOf(scope, file.id)).filter(
    (place) => place.state === 'taken' || place.state === 'offered',
  );
  const held = new Set(places.map((place) => place.groupId));
  const groups =
    places.length === 0 ? [] : await groupsAt(scope, [...new Set(places.map((place) => place.centreId))]);
  return {
    personId: file.id,
    centre: await centre(scope, file.centreId),
    groups: groups.filter((group) => held.has(group.id)).map((group) => group.name),
  };
};
