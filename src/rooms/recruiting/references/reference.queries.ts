import { sql } from 'kysely';
import { hashOfSecret } from '#kernel/ids.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { type ApplicationFacts, applicationOf } from '../route/application.queries.ts';
import type { Answers } from './compare.rules.ts';
import {
  type Bendable,
  type Context,
  type NamedReferee,
  type Outcome,
  type RefereeMoments,
  type RefereeState,
  refereeState,
} from './reference.rules.ts';

/** A referee as named, with all that came of it. For those who recruit; an applicant is shown `ownReferee` of it. */
export interface RefereeFacts extends NamedReferee, RefereeMoments {
  readonly id: string;
  readonly applicationId: string;
  readonly position: number;
  readonly namedAt: Temporal.Instant;
  readonly namedBy: string | null;
  readonly letGoWhy: string | null;
  readonly remindedAt: Temporal.Instant | null;
  readonly callWords: string;
  readonly answers: Answers | null;
  readonly takenBy: string | null;
  readonly declinedWhy: 'no_time' | 'not_well_enough' | 'rather_not' | null;
  readonly declinedWords: string;
  readonly comparedAt: Temporal.Instant | null;
  readonly comparedBy: string | null;
  readonly words: string;
  readonly supplement: string;
  readonly seniorBy: string | null;
  readonly state: RefereeState;
  readonly version: number;
}

const moment = (text: string | null) => (text === null ? null : Temporal.Instant.from(text));

/** The referees named for an application, those let go as well, in the order they were asked for. */
export const refereesOf = async (scope: Scope, applicationId: string): Promise<readonly RefereeFacts[]> => {
  const rows = await scope.tx
    .selectFrom('recruiting.referees as f')
    .leftJoin('recruiting.reference_answers as a', (join) =>
      join.onRef('a.organisation_id', '=', 'f.organisation_id').onRef('a.referee_id', '=', 'f.id'),
    )
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('recruiting.reference_asks as k')
          .whereRef('k.organisation_id', '=', 'f.organisation_id')
          .whereRef('k.referee_id', '=', 'f.id')
          .where('k.ended_at', 'is', null)
          .select([
            sql<string | null>`min(k.sent_at)`.as('asked_at'),
            sql<string | null>`max(k.expires_at)`.as('expires_at'),
            sql<string | null>`max(k.sent_at) filter (where k.kind = 'reminder')`.as('reminded_at'),
            sql<string | null>`max(k.call_wanted_at)`.as('call_wanted_at'),
            sql<string | null>`max(k.call_words) filter (where k.call_wanted_at is not null)`.as(
              'call_words',
            ),
          ])
          .as('k'),
      (join) => join.onTrue(),
    )
    .selectAll('f')
    .select([
      'k.asked_at',
      'k.expires_at',
      'k.reminded_at',
      'k.call_wanted_at',
      'k.call_words',
      'a.answers',
      'a.answered_at',
      'a.taken_by',
      'a.declined_at',
      'a.declined_why',
      'a.declined_words',
      'a.compared_at',
      'a.compared_by',
      'a.outcome',
      'a.words',
      'a.supplement',
      'a.senior_by',
      'a.version as answer_version',
    ])
    .where('f.organisation_id', '=', scope.actor.organisationId)
    .where('f.application_id', '=', applicationId)
    .orderBy('f.position')
    .orderBy('f.named_at')
    .execute();
  return rows.map((row) => {
    const moments: RefereeMoments = {
      letGoAt: moment(row.let_go_at),
      askedAt: moment(row.asked_at),
      expiresAt: moment(row.expires_at),
      callWantedAt: moment(row.call_wanted_at),
      answeredAt: moment(row.answered_at),
      declinedAt: moment(row.declined_at),
      outcome: row.outcome as Outcome | null,
    };
    return {
      ...moments,
      id: row.id,
      applicationId,
      position: row.position,
      name: row.name,
      email: row.email,
      phone: row.phone,
      context: row.context as Context,
      howKnown: row.how_known,
      knownYears: row.known_years,
      related: row.related,
      worksHere: row.works_here,
      namedAt: Temporal.Instant.from(row.named_at),
      namedBy: row.named_by,
      letGoWhy: row.let_go_why,
      remindedAt: moment(row.reminded_at),
      callWords: row.call_words ?? '',
      answers: row.answers as unknown as Answers | null,
      takenBy: row.taken_by,
      declinedWhy: row.declined_why as RefereeFacts['declinedWhy'],
      declinedWords: row.declined_words ?? '',
      comparedAt: moment(row.compared_at),
      comparedBy: row.compared_by,
      words: row.words ?? '',
      supplement: row.supplement ?? '',
      seniorBy: row.senior_by,
      state: refereeState(moments, scope.now),
      version: row.answer_version ?? 0,
    };
  });
};

/** Which rules are set aside for an application, and why. */
export const exceptionsOf = async (
  scope: Scope,
  applicationId: string,
): Promise<readonly { readonly rule: Bendable; readonly why: string; readonly by: string }[]> =>
  (
    await scope.tx
      .selectFrom('recruiting.reference_exceptions')
      .select(['rule', 'why', 'allowed_by'])
      .where('organisation_id', '=', scope.actor.organisationId)
      .where('application_id', '=', applicationId)
      .orderBy('rule')
      .execute()
  ).map(({ rule, why, allowed_by }) => ({ rule: rule as Bendable, why, by: allowed_by }));

/** What a referee's link opens. */
export interface AskFacts {
  readonly id: string;
  readonly application: ApplicationFacts;
  readonly referee: RefereeFacts;
  readonly expiresAt: Temporal.Instant;
  readonly ended: boolean;
}

/** The letter that a secret belongs to, whatever became of it since; null when the secret is nobody's. Asked as the house. */
export const askBySecret = async (scope: Scope, secret: string): Promise<AskFacts | null> => {
  const ask = await scope.tx
    .selectFrom('recruiting.reference_asks')
    .select(['id', 'application_id', 'referee_id', 'expires_at', 'ended_at'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('secret_hash', '=', hashOfSecret(secret))
    .executeTakeFirst();
  if (!ask) return null;
  const application = await applicationOf(scope, ask.application_id);
  const referee = (await refereesOf(scope, ask.application_id)).find((each) => each.id === ask.referee_id);
  if (!application || !referee) return null;
  return {
    id: ask.id,
    application,
    referee,
    expiresAt: Temporal.Instant.from(ask.expires_at),
    ended: ask.ended_at !== null,
  };
};
