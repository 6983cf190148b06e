import type { Scope } from '#platform/db/as-actor.ts';
import { historyOf, type PlaceFacts, placesNamed } from '#rooms/delivery/door.ts';
import { entitledUntil, type FamilyFile, loadFile } from '#rooms/families/door.ts';
import { type OwnPage, ownPageOf } from '#rooms/people/door.ts';
import { type OwnReferral, referralOf } from '#rooms/referrals/door.ts';

/** A message to this parent: that there was one and what became of it, never its words. */
interface SentMessage {
  readonly id: string;
  readonly channel: 'email' | 'sms';
  readonly state: string;
  readonly madeAt: Temporal.Instant;
}

export interface WholeFile {
  /** The id in the address: another one than the file's own when two files became one. */
  readonly askedFor: string;
  readonly file: FamilyFile;
  readonly until: Temporal.PlainDate | null;
  readonly referral: OwnReferral | null;
  readonly places: readonly (PlaceFacts & { readonly groupName: string })[];
  readonly sessions: Awaited<ReturnType<typeof historyOf>>;
  readonly messages: readonly SentMessage[];
  /** How far they are with a page of their own. */
  readonly ownPage: OwnPage;
}

const MOST = 10;

/** The latest messages to a parent, as far as the actor may see messages at all. */
const messagesTo = async (scope: Scope, personId: string): Promise<readonly SentMessage[]> =>
  (
    await scope.tx
      .selectFrom('platform.messages')
      .select(['id', 'channel', 'state', 'made_at'])
      .where('organisation_id', '=', scope.actor.organisationId)
      .where('person_id', '=', personId)
      .orderBy('made_at', 'desc')
      .limit(MOST)
      .execute()
  ).map((row) => ({
    id: row.id,
    channel: row.channel === 'sms' ? 'sms' : 'email',
    state: row.state,
    madeAt: Temporal.Instant.from(row.made_at),
  }));

/** A parent's file with what referrals, groups and messages know of them; null when it is not the actor's to open. */
export const wholeFile = async (scope: Scope, personId: string): Promise<WholeFile | null> => {
  const file = await loadFile(scope, personId);
  if (!file) return null;
  const { id } = file.file;
  const [referral, places, sessions, messages, ownPage] = await Promise.all([
    referralOf(scope, id),
    placesNamed(scope, id),
    historyOf(scope, id, MOST),
    messagesTo(scope, id),
    ownPageOf(scope, id, file.contact),
  ]);
  return {
    askedFor: personId,
    file,
    until: file.facts && entitledUntil(file.facts),
    referral,
    places,
    sessions,
    messages,
    ownPage,
  };
};
