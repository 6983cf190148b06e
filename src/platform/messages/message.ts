import { newId } from '#kernel/ids.ts';
import type { Scope } from '../db/as-actor.ts';

export type About = 'referral' | 'group' | 'baby' | 'safety' | 'team' | 'account' | 'support' | 'recruiting';
export type Channel = 'email' | 'sms';
export type Details = Readonly<Record<string, string>>;

/** The words of a message. The neutral ones say nothing of the service: somebody else may read the phone. */
export interface MessageTemplate {
  readonly code: string;
  readonly subject: (details: Details) => string;
  readonly body: (details: Details) => string;
  readonly neutralSubject: (details: Details) => string;
  readonly neutralBody: (details: Details) => string;
}

/** A message about to leave, as the guards see it. */
export interface Leaving {
  readonly id: string;
  readonly template: string;
  readonly about: About;
  readonly channel: Channel;
  readonly personId: string | null;
  readonly address: string | null;
  readonly pregnancyId: string | null;
  readonly centreId: string | null;
}

/** What a guard says: let it go (perhaps to an address, perhaps in neutral words), hold it until later, or stop it for good. */
export type Verdict =
  | { readonly say: 'go'; readonly to?: string; readonly neutral?: boolean; readonly greeting?: string }
  | { readonly say: 'hold'; readonly until: Temporal.Instant; readonly why: string }
  | { readonly say: 'stop'; readonly why: string };

/** Asked in the transaction that claims a message for sending, so that nothing can change between the asking and the sending. */
export type Guard = (scope: Scope, message: Leaving) => Promise<Verdict>;

interface Queued {
  readonly template: string;
  readonly about: About;
  readonly channel: Channel;
  readonly to: { readonly personId: string } | { readonly address: string };
  readonly centreId?: string | null;
  readonly pregnancyId?: string | null;
  readonly details: Details;
  /** The same key is queued once, ever. */
  readonly once: string;
  readonly after?: Temporal.Instant;
}

/**
 * Leaves a message to be sent, in the transaction that causes it: no lost and no phantom messages.
 * Words, address and permission are found when it is claimed. A known `once` key changes nothing.
 */
export const queueMessage = async (scope: Scope, message: Queued): Promise<void> => {
  const id = newId();
  const after = message.after ?? scope.now;
  const made = await scope.tx
    .insertInto('platform.messages')
    .values({
      organisation_id: scope.actor.organisationId,
      id,
      centre_id: message.centreId ?? null,
      person_id: 'personId' in message.to ? message.to.personId : null,
      address: 'address' in message.to ? message.to.address : null,
      channel: message.channel,
      template: message.template,
      about: message.about,
      pregnancy_id: message.pregnancyId ?? null,
      details: JSON.stringify(message.details),
      once_key: message.once,
      made_at: scope.now.toString(),
      send_after: after.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 1n)
    await scope.enqueue('messages.send', { messageId: id }, { key: `message:${id}`, at: after });
};
