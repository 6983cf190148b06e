import { hashOfSecret } from '#kernel/ids.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { queueMessage } from '#platform/messages/message.ts';

const TEMPLATE = 'referral_draft_link';

/** The key under which what a draft sent is known again. */
export const draftKey = (draftId: string): string => `draft:${draftId}`;

/** The secret under which a referral can be followed comes from the draft's own, so that the link can be shown again and is stored nowhere. */
export const trackSecretOf = (draftSecret: string): string => hashOfSecret(`track ${draftSecret}`);

const LINKS_AN_HOUR = 3;

/** Anybody may type anybody's address: a few letters an hour are help, more would be a nuisance sent in our name. */
const hasHadEnough = async ({ tx, actor, now }: Scope, address: string): Promise<boolean> => {
  const { sent } = await tx
    .selectFrom('platform.messages')
    .select(({ fn }) => fn.countAll<string>().as('sent'))
    .where('organisation_id', '=', actor.organisationId)
    .where('template', '=', TEMPLATE)
    .where((match) => match(match.fn<string>('lower', ['address']), '=', address.toLowerCase()))
    .where('made_at', '>', now.subtract({ hours: 1 }).toString())
    .executeTakeFirstOrThrow();
  return Number(sent) >= LINKS_AN_HOUR;
};

/** Sends the link of a draft to its author, once to an address, and to one address three times an hour at most. */
export const sendDraftLink = async (
  scope: Scope,
  { address, link, draftId }: { readonly address: string; readonly link: string; readonly draftId: string },
): Promise<void> => {
  if (await hasHadEnough(scope, address)) return;
  await queueMessage(scope, {
    template: TEMPLATE,
    about: 'account',
    channel: 'email',
    to: { address },
    details: { link },
    once: `referral_draft_link:${draftId}:${address.toLowerCase()}`,
  });
};
