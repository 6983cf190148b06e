import { hashOfSecret, newSecret } from '#kernel/ids.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { type Details, queueMessage } from '#platform/messages/message.ts';
import { mine } from '../paths.ts';
import type { ApplicationFacts } from './application.queries.ts';

type Whose = Pick<ApplicationFacts, 'id' | 'applicantId' | 'centreId'>;

/** Makes a new link to an applicant's own page and answers its secret; the ones before go on working. */
export const newLink = async (scope: Scope, application: Whose): Promise<string> => {
  const secret = newSecret();
  await scope.tx
    .insertInto('recruiting.links')
    .values({
      organisation_id: scope.actor.organisationId,
      secret_hash: hashOfSecret(secret),
      application_id: application.id,
      centre_id: application.centreId,
      applicant_id: application.applicantId,
      made_at: scope.now.toString(),
    })
    .execute();
  return secret;
};

/**
 * Writes to an applicant with a link to their own page: an e-mail, or a text where there is only a phone that may be
 * texted. Answers false where neither is there: then somebody has to ring. A known `once` key changes nothing. `page` is
 * where the link leads, if not to that page itself.
 */
export const tellApplicant = async (
  scope: Scope,
  application: Whose &
    Pick<
      ApplicationFacts,
      'origin' | 'centreName' | 'centrePhone' | 'calledName' | 'email' | 'phone' | 'mayText'
    >,
  {
    template,
    details = {},
    once,
    page = mine,
  }: {
    readonly template: string;
    readonly details?: Details;
    readonly once: string;
    readonly page?: (parts: { readonly secret: string }) => string;
  },
): Promise<boolean> => {
  const way = application.email
    ? ({ channel: 'email', address: application.email } as const)
    : application.phone && application.mayText
      ? ({ channel: 'sms', address: application.phone } as const)
      : null;
  if (!way) return false;
  // A letter that has been left already needs no second link.
  const left = await scope.tx
    .selectFrom('platform.messages')
    .select('id')
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('once_key', '=', once)
    .executeTakeFirst();
  if (left) return true;
  await queueMessage(scope, {
    template,
    about: 'recruiting',
    channel: way.channel,
    to: { address: way.address },
    centreId: application.centreId,
    details: {
      name: application.calledName,
      greeting: application.calledName,
      centre: application.centreName,
      // Without a number of its own, the organisation's is put in when the letter leaves.
      ...(application.centrePhone && { phone: application.centrePhone }),
      link: `${application.origin}${page({ secret: await newLink(scope, application) })}`,
      ...details,
    },
    once,
  });
  return true;
};
