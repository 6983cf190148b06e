import { hashOfSecret } from '#kernel/ids.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { queueMessage } from '#platform/messages/message.ts';

/** The key under which what a draft sent is known again. */
export const draftKey = (draftId: string): string => `draft:${draftId}`;

/** The secret under which a referral can be followed comes from the draft's own, so that the link can be shown again and is stored nowhere. */
export const trackSecretOf = (draftSecret: string): string => hashOfSecret(`track ${draftSecret}`);

/** Sends the link of a draft to its author, once to an address. */
export const sendDraftLink = async (
  scope: Scope,
  { address, link, draftId }: { readonly address: string; readonly link: string; readonly draftId: string },
): Promise<void> =>
  queueMessage(scope, {
    template: 'referral_draft_link',
    about: 'account',
    channel: 'email',
    to: { address },
    details: { link },
    once: `referral_draft_link:${draftId}:${address.toLowerCase()}`,
  });
