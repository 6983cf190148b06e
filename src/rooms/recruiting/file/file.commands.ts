import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal, StaleEdit } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import type { ApplicationFacts } from '../route/application.queries.ts';
import { heardFrom } from '../route/heard.commands.ts';
import { beginRoute, lockedApplication, passMove, stepDone } from '../route/steps.commands.ts';
import { tellApplicant } from '../route/tell.ts';
import type { NoteAbout } from './note.rules.ts';

type Whose = Pick<ApplicationFacts, 'id' | 'applicantId' | 'centreId'>;

/** Adds a note to an application, by name; notes are only ever added. Empty words add nothing. */
export const addNote = async (
  scope: Scope,
  application: Whose,
  { about, words }: { readonly about: NoteAbout; readonly words: string },
): Promise<void> => {
  const by = accountOf(scope.actor);
  if (!by) throw new NotFound('application');
  if (words === '') return;
  await scope.tx
    .insertInto('recruiting.notes')
    .values({
      organisation_id: scope.actor.organisationId,
      id: newId(),
      centre_id: application.centreId,
      applicant_id: application.applicantId,
      application_id: application.id,
      about,
      words,
      by_account: by,
      at: scope.now.toString(),
    })
    .execute();
  await scope.audit('recruiting.note_added', {
    kind: 'application',
    id: application.id,
    centreId: application.centreId,
  });
};

/** The conversation was held: what comes next opens, and what was said is kept. Raises as `stepDone`. */
export const conversationHeld = async (scope: Scope, application: Whose, words: string): Promise<void> => {
  await addNote(scope, application, { about: 'conversation', words });
  await stepDone(scope, { applicationId: application.id, code: 'conversation' });
  await heardFrom(scope, application.id);
};

/** The conversation did not happen: the move is the applicant's again, and another time can be found. */
export const conversationMissed = async (scope: Scope, application: Whose, words: string): Promise<void> => {
  await addNote(scope, application, {
    about: 'conversation',
    words: words || 'The conversation did not happen.',
  });
  await passMove(scope, { applicationId: application.id, code: 'conversation', mover: 'applicant' });
};

/** What an applicant asked for was answered, and how. Answered already changes nothing. */
export const answerAsk = async (
  scope: Scope,
  application: Whose,
  { askId, words }: { readonly askId: string; readonly words: string },
): Promise<void> => {
  const done = await scope.tx
    .updateTable('recruiting.help_asks')
    .set({ answered_at: scope.now.toString(), answered_by: accountOf(scope.actor) })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('application_id', '=', application.id)
    .where('id', '=', askId)
    .where('answered_at', 'is', null)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) return;
  await addNote(scope, application, { about: 'general', words });
  // Whoever was rung instead of writing may write again; a conversation stays ours until it is said to be held.
  await passMove(scope, { applicationId: application.id, code: 'application', mover: 'applicant' });
  await heardFrom(scope, application.id);
};

export interface WhoAndHow {
  readonly givenName: string;
  readonly familyName: string;
  readonly knownAs: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly mayText: boolean;
  readonly accessNeeds: string;
}

const columnsOf = (who: WhoAndHow) => ({
  given_name: who.givenName,
  family_name: who.familyName,
  known_as: who.knownAs,
  email: who.email,
  phone: who.phone,
  may_text: who.mayText,
  access_needs: who.accessNeeds,
});

/**
 * Changes who an applicant is and how to reach them. Where the address or the number is another one, the links that went
 * to the old one open nothing any more, and a new one goes out: whoever reads there reads no further. Answers whether it
 * went; null where the links stay as they are. StaleEdit when somebody saved since the page was drawn.
 */
export const changeApplicant = async (
  scope: Scope,
  application: ApplicationFacts,
  who: WhoAndHow,
  version: number,
): Promise<boolean | null> => {
  const done = await scope.tx
    .updateTable('recruiting.applicants')
    .set({ ...columnsOf(who), version: version + 1 })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', application.applicantId)
    .where('version', '=', version)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw new StaleEdit('how to reach them');
  await scope.audit('recruiting.applicant_changed', {
    kind: 'application',
    id: application.id,
    centreId: application.centreId,
  });
  const { email, phone } = application;
  if ((email === null && phone === null) || (email === who.email && phone === who.phone)) return null;
  await endLinks(scope, application);
  return tellApplicant(
    scope,
    { ...application, email: who.email, phone: who.phone, mayText: who.mayText },
    { template: 'recruiting_link', once: `recruiting_link:${newId()}` },
  );
};

/**
 * Sends the link to their own page again, and ends the older ones where that is wanted (a lost phone, a wrong
 * address). Answers whether a letter could leave.
 */
export const sendLink = async (
  scope: Scope,
  application: ApplicationFacts,
  { endOlder }: { readonly endOlder: boolean },
): Promise<boolean> => {
  if (endOlder) await endLinks(scope, application);
  return tellApplicant(scope, application, {
    template: 'recruiting_link',
    once: `recruiting_link:${newId()}`,
  });
};

/** Ends every link to their own page: none opens it any more until a new one is sent. */
export const endLinks = async (scope: Scope, application: Whose): Promise<void> => {
  await scope.tx
    .updateTable('recruiting.links')
    .set({ ended_at: scope.now.toString() })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('application_id', '=', application.id)
    .where('ended_at', 'is', null)
    .execute();
  await scope.audit('recruiting.links_ended', {
    kind: 'application',
    id: application.id,
    centreId: application.centreId,
  });
};

export interface NewApplication extends WhoAndHow {
  readonly centreId: string;
  readonly profileId: string;
  readonly sourceId: string | null;
  readonly heardFrom: string;
  readonly wasParentHere: boolean | null;
  readonly language: string;
  readonly words: string;
  /** Whether the informal conversation has been held already, such as after a talk. */
  readonly talked: boolean;
  /** Where links in letters lead, such as https://kith.example.org. */
  readonly origin: string;
}

const knownAlready = async (scope: Scope, who: NewApplication): Promise<boolean> => {
  if (!who.email && !who.phone) return false;
  const found = await scope.tx
    .selectFrom('recruiting.applications as a')
    .innerJoin('recruiting.applicants as p', (join) =>
      join.onRef('p.organisation_id', '=', 'a.organisation_id').onRef('p.id', '=', 'a.applicant_id'),
    )
    .select('a.id')
    .where('a.organisation_id', '=', scope.actor.organisationId)
    .where('a.withdrawn_at', 'is', null)
    .where('a.declined_at', 'is', null)
    .where('a.welcomed_at', 'is', null)
    .where((where) =>
      where.or([
        ...(who.email ? [where(where.fn<string>('lower', ['p.email']), '=', who.email.toLowerCase())] : []),
        ...(who.phone
          ? [where.and([where('p.phone', '=', who.phone), where('p.given_name', 'ilike', who.givenName)])]
          : []),
      ]),
    )
    .executeTakeFirst();
  return found !== undefined;
};

/**
 * Opens an application for somebody who rang or came to a talk: the route begins and they get the link to a page of
 * their own. Answers its id, and whether a letter could leave. Refuses somebody who is among the applicants already.
 */
export const openApplication = async (
  scope: Scope,
  who: NewApplication,
): Promise<{ readonly applicationId: string; readonly told: boolean }> => {
  const { tx, actor, now } = scope;
  if (await knownAlready(scope, who))
    throw new Refusal(
      'Somebody with this e-mail address or phone number is among the applicants already. Look for them in the list.',
      who.email ? 'email' : 'phone',
    );
  const [applicantId, applicationId] = [newId(), newId()];
  const base = { organisation_id: actor.organisationId, centre_id: who.centreId };
  await tx
    .insertInto('recruiting.applicants')
    .values({
      ...base,
      ...columnsOf(who),
      id: applicantId,
      language: who.language,
      source_id: who.sourceId,
      heard_from: who.heardFrom,
      was_parent_here: who.wasParentHere,
      made_at: now.toString(),
    })
    .execute();
  await tx
    .insertInto('recruiting.applications')
    .values({
      ...base,
      id: applicationId,
      applicant_id: applicantId,
      profile_id: who.profileId,
      origin: who.origin,
      came_by: 'staff',
      words: who.words,
      enquired_at: now.toString(),
      last_heard_at: now.toString(),
    })
    .execute();
  await scope.audit('recruiting.enquiry_written_down', {
    kind: 'application',
    id: applicationId,
    centreId: who.centreId,
  });
  await beginRoute(scope, applicationId);
  const opened = await lockedApplication(scope, applicationId);
  if (who.talked && opened.steps.some((step) => step.code === 'conversation')) {
    // The letter about the next step brings the link: two letters in one minute are one too many.
    await stepDone(scope, { applicationId, code: 'conversation' });
    return { applicationId, told: who.email !== null || (who.phone !== null && who.mayText) };
  }
  const told = await tellApplicant(scope, opened, {
    template: 'recruiting_begun',
    once: `recruiting_begun:${applicationId}`,
  });
  return { applicationId, told };
};
