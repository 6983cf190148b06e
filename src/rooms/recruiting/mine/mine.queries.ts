import type { Scope } from '#platform/db/as-actor.ts';
import { accountsAt, namesOfAccounts } from '#rooms/people/door.ts';
import { type ApplicationFacts, applicationBySecret } from '../route/application.queries.ts';
import { isLive } from '../route/application.rules.ts';

/** A time to talk that an applicant has taken. */
export interface TakenTime {
  readonly id: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly way: 'phone' | 'video' | 'in_person';
  readonly place: string;
  /** Whom they talk with, by first name. */
  readonly with: string;
}

/** An application opened by the link only its applicant has. */
export interface Own {
  readonly application: ApplicationFacts;
  readonly secret: string;
}

/** What the applicant's own page shows beside the application itself. */
export interface MineFacts extends Own {
  /** Who looks after volunteers at the centre, by first name; null where nobody is named yet. */
  readonly manager: string | null;
  readonly talk: TakenTime | null;
  /** What they asked for and nobody has answered yet. */
  readonly helpAsked: 'call' | 'together' | 'other' | null;
  readonly burden: { readonly forms: number; readonly questions: number; readonly minutes: number };
  readonly tickedAboutYou: boolean;
  /** How many units of the training they hold. */
  readonly units: number;
  /** Of an application that ended: why, what was written, and whether a newer one goes on. */
  readonly ended: {
    readonly why: string | null;
    readonly letter: string;
    readonly newer: boolean;
  } | null;
}

const firstName = (name: string): string => name.split(' ')[0] ?? name;

/** The application that a link opens, with the link's secret; null when it opens none. */
export const own = async (scope: Scope, secret: string): Promise<Own | null> => {
  const application = await applicationBySecret(scope, secret);
  return application && { application, secret };
};

/** The time to talk that this application has taken and that is still ahead (or has just begun); null without one. */
export const talkOf = async (scope: Scope, applicationId: string): Promise<TakenTime | null> => {
  const row = await scope.tx
    .selectFrom('recruiting.offered_times')
    .select(['id', 'starts_at', 'ends_at', 'way', 'place', 'with_account'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('application_id', '=', applicationId)
    .where('cancelled_at', 'is', null)
    .where('ends_at', '>', scope.now.toString())
    .orderBy('starts_at')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const names = await namesOfAccounts(scope, [row.with_account]);
  return {
    id: row.id,
    startsAt: Temporal.Instant.from(row.starts_at),
    endsAt: Temporal.Instant.from(row.ends_at),
    way: row.way as TakenTime['way'],
    place: row.place,
    with: firstName(names.get(row.with_account) ?? 'one of us'),
  };
};

/** What the process has asked of an applicant so far, with what they still wait for and whether they ticked who they are. */
const askedSoFar = async ({ tx, actor }: Scope, application: ApplicationFacts) => {
  const row = await tx
    .selectFrom('recruiting.asked_of as a')
    .select(({ fn, selectFrom, exists }) => [
      fn.countAll<string>().as('forms'),
      fn.sum<string>('a.questions').as('questions'),
      fn.sum<string>('a.minutes').as('minutes'),
      selectFrom('recruiting.help_asks as h')
        .select('h.kind')
        .where('h.organisation_id', '=', actor.organisationId)
        .where('h.application_id', '=', application.id)
        .where('h.answered_at', 'is', null)
        .orderBy('h.asked_at', 'desc')
        .limit(1)
        .as('help'),
      exists(
        selectFrom('recruiting.equity as e')
          .select('e.applicant_id')
          .where('e.organisation_id', '=', actor.organisationId)
          .where('e.applicant_id', '=', application.applicantId),
      ).as('ticked'),
      selectFrom('recruiting.proofs as p')
        .select((count) => count.fn.countAll<string>().as('units'))
        .where('p.organisation_id', '=', actor.organisationId)
        .where('p.applicant_id', '=', application.applicantId)
        .where('p.code', '=', 'unit')
        .where('p.withdrawn_at', 'is', null)
        .as('units'),
    ])
    .where('a.organisation_id', '=', actor.organisationId)
    .where('a.application_id', '=', application.id)
    .executeTakeFirstOrThrow();
  return {
    burden: {
      forms: Number(row.forms),
      questions: Number(row.questions ?? 0),
      minutes: Number(row.minutes ?? 0),
    },
    helpAsked: row.help as MineFacts['helpAsked'],
    tickedAboutYou: Boolean(row.ticked),
    units: Number(row.units ?? 0),
  };
};

const endOf = async ({ tx, actor }: Scope, application: ApplicationFacts): Promise<MineFacts['ended']> => {
  if (isLive(application.state)) return null;
  const row = await tx
    .selectFrom('recruiting.applications as a')
    .select(({ selectFrom, exists }) => [
      'a.declined_why',
      'a.declined_letter',
      'a.withdrawn_why',
      exists(
        selectFrom('recruiting.applications as n')
          .select('n.id')
          .where('n.organisation_id', '=', actor.organisationId)
          .where('n.applicant_id', '=', application.applicantId)
          .where('n.withdrawn_at', 'is', null)
          .where('n.declined_at', 'is', null)
          .where('n.welcomed_at', 'is', null),
      ).as('newer'),
    ])
    .where('a.organisation_id', '=', actor.organisationId)
    .where('a.id', '=', application.id)
    .executeTakeFirstOrThrow();
  return {
    why: row.declined_why ?? row.withdrawn_why,
    letter: row.declined_letter,
    newer: Boolean(row.newer),
  };
};

/** Everything the applicant's own page shows; null for a secret that opens nothing. */
export const mineFacts = async (scope: Scope, secret: string): Promise<MineFacts | null> => {
  const found = await own(scope, secret);
  if (!found) return null;
  const { application } = found;
  const [manager] = await accountsAt(scope, application.centreId, ['volunteer_manager']);
  return {
    ...found,
    manager: manager ? firstName(manager.name) : null,
    talk: isLive(application.state) ? await talkOf(scope, application.id) : null,
    ...(await askedSoFar(scope, application)),
    ended: await endOf(scope, application),
  };
};
