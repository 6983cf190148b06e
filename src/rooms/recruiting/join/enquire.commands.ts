import { sql } from 'kysely';
import { newId } from '#kernel/ids.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { type ApplicationFacts, applicationOf } from '../route/application.queries.ts';
import { askedOf } from '../route/heard.commands.ts';
import { beginRoute } from '../route/steps.commands.ts';
import { newLink, tellApplicant } from '../route/tell.ts';

export interface NewEnquiry {
  readonly centreId: string;
  readonly profileId: string;
  readonly givenName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly mayText: boolean;
  readonly sourceId: string | null;
  /** The kind of place they heard of us, where it is none of the centre's own sources. */
  readonly heardFrom: string;
  readonly wasParentHere: boolean | null;
  readonly words: string;
  readonly origin: string;
  /** How many questions the form had, and the minutes it took where they are known. */
  readonly questions: number;
  readonly minutes: number | null;
}

/** Opens an application for an applicant, as the house or somebody who recruits, and begins its route. Answers its id. */
export const beginApplication = async (
  scope: Scope,
  of: {
    readonly applicantId: string;
    readonly centreId: string;
    readonly profileId: string;
    readonly origin: string;
    readonly cameBy: 'form' | 'staff';
    readonly words: string;
  },
): Promise<string> => {
  const id = newId();
  const now = scope.now.toString();
  await scope.tx
    .insertInto('recruiting.applications')
    .values({
      organisation_id: scope.actor.organisationId,
      id,
      centre_id: of.centreId,
      applicant_id: of.applicantId,
      profile_id: of.profileId,
      origin: of.origin,
      came_by: of.cameBy,
      words: of.words,
      enquired_at: now,
      last_heard_at: now,
    })
    .execute();
  await beginRoute(scope, id);
  return id;
};

/** The live application of whoever has this address, or (without one) this number; null when there is none. */
const liveAt = async (
  { tx, actor }: Scope,
  { email, phone }: Pick<NewEnquiry, 'email' | 'phone'>,
): Promise<string | null> => {
  let query = tx
    .selectFrom('recruiting.applications as a')
    .innerJoin('recruiting.applicants as p', (join) =>
      join.onRef('p.organisation_id', '=', 'a.organisation_id').onRef('p.id', '=', 'a.applicant_id'),
    )
    .select('a.id')
    .where('a.organisation_id', '=', actor.organisationId)
    .where('a.withdrawn_at', 'is', null)
    .where('a.declined_at', 'is', null)
    .where('a.welcomed_at', 'is', null);
  query = email
    ? query.where((where) => where(where.fn<string>('lower', ['p.email']), '=', email.toLowerCase()))
    : query.where('p.phone', '=', phone).where('p.email', 'is', null);
  return (await query.orderBy('a.enquired_at', 'desc').limit(1).executeTakeFirst())?.id ?? null;
};

const LINKS_AN_HOUR = 3;

/** Anybody may type anybody's address: a few letters an hour are help, more would be a nuisance sent in our name. */
const hasHadEnough = async ({ tx, actor, now }: Scope, application: ApplicationFacts): Promise<boolean> => {
  const address = application.email ?? application.phone ?? '';
  const { sent } = await tx
    .selectFrom('platform.messages')
    .select(({ fn }) => fn.countAll<string>().as('sent'))
    .where('organisation_id', '=', actor.organisationId)
    .where('template', 'in', ['join_link', 'join_enquired'])
    .where('address', '=', address)
    .where('made_at', '>', now.subtract({ hours: 1 }).toString())
    .executeTakeFirstOrThrow();
  return Number(sent) >= LINKS_AN_HOUR;
};

/** Sends an applicant a link to their page again; where nothing can be sent, the centre is asked to ring. */
const sendLinkAgain = async (scope: Scope, applicationId: string): Promise<void> => {
  const application = await applicationOf(scope, applicationId);
  if (!application || (await hasHadEnough(scope, application))) return;
  const told = await tellApplicant(scope, application, {
    template: 'join_link',
    once: `join_link:${newId()}`,
  });
  if (told) return;
  const waiting = await scope.tx
    .selectFrom('recruiting.help_asks')
    .select('id')
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('application_id', '=', application.id)
    .where('kind', '=', 'call')
    .where('answered_at', 'is', null)
    .executeTakeFirst();
  if (waiting) return;
  await scope.tx
    .insertInto('recruiting.help_asks')
    .values({
      organisation_id: scope.actor.organisationId,
      id: newId(),
      centre_id: application.centreId,
      applicant_id: application.applicantId,
      application_id: application.id,
      kind: 'call',
      words: 'Asked about volunteering once more, perhaps because the link to their page is lost.',
      asked_at: scope.now.toString(),
    })
    .execute();
};

/**
 * Somebody asks about volunteering. Answers the secret of their own page, or null when this address has a live
 * application already: then its link goes there, and whoever typed it learns nothing more. Runs as the house.
 */
export const enquire = async (scope: Scope, enquiry: NewEnquiry): Promise<string | null> => {
  const { tx, actor, now } = scope;
  const address = (enquiry.email ?? enquiry.phone ?? '').toLowerCase();
  // Two at once with one address would both find nothing: they come one after the other.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${actor.organisationId} ${address}`}, 51))`.execute(
    tx,
  );
  const known = await liveAt(scope, enquiry);
  if (known) {
    await sendLinkAgain(scope, known);
    return null;
  }
  const applicantId = newId();
  await tx
    .insertInto('recruiting.applicants')
    .values({
      organisation_id: actor.organisationId,
      id: applicantId,
      centre_id: enquiry.centreId,
      given_name: enquiry.givenName,
      email: enquiry.email,
      phone: enquiry.phone,
      may_text: enquiry.mayText,
      source_id: enquiry.sourceId,
      heard_from: enquiry.heardFrom,
      was_parent_here: enquiry.wasParentHere,
      made_at: now.toString(),
    })
    .execute();
  const id = await beginApplication(scope, { ...enquiry, applicantId, cameBy: 'form' });
  const application = await applicationOf(scope, id);
  if (!application) return null;
  await askedOf(scope, application, {
    form: 'enquiry',
    questions: enquiry.questions,
    minutes: enquiry.minutes,
  });
  await scope.audit('recruiting.enquired', { kind: 'application', id, centreId: enquiry.centreId });
  await tellApplicant(scope, application, { template: 'join_enquired', once: `join_enquired:${id}` });
  return newLink(scope, application);
};

/** Sends the link of whoever gave this e-mail address: of what goes on, else of what ended last. Says nothing. */
export const sendLostLink = async (scope: Scope, email: string): Promise<void> => {
  const found = await scope.tx
    .selectFrom('recruiting.applications as a')
    .innerJoin('recruiting.applicants as p', (join) =>
      join.onRef('p.organisation_id', '=', 'a.organisation_id').onRef('p.id', '=', 'a.applicant_id'),
    )
    .select('a.id')
    .where('a.organisation_id', '=', scope.actor.organisationId)
    .where((where) => where(where.fn<string>('lower', ['p.email']), '=', email.toLowerCase()))
    .orderBy((order) =>
      order
        .case()
        .when(
          order.and([
            order('a.withdrawn_at', 'is', null),
            order('a.declined_at', 'is', null),
            order('a.welcomed_at', 'is', null),
          ]),
        )
        .then(0)
        .else(1)
        .end(),
    )
    .orderBy('a.enquired_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (found) await sendLinkAgain(scope, found.id);
};
