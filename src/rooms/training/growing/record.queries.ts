import { sql } from 'kysely';
import { dateAt } from '#kernel/dates.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { type Certificate, certificatesOf } from '../certificates/certificate.queries.ts';
import type { Learner } from '../course/learner.queries.ts';
import { type Award, awardsOf } from '../credentials/award.queries.ts';
import { type Practice, practiceOfLearners } from '../practice/practice.queries.ts';
import type { EventKind } from './event.rules.ts';
import { type OwnLearning, ownLearningOf } from './own.queries.ts';
import { type Interest, interestsOf } from './pathway.queries.ts';

/** An event that somebody was at. */
export interface EventAttended {
  readonly id: string;
  readonly title: string;
  readonly kind: EventKind;
  readonly on: Temporal.PlainDate;
  readonly minutes: number;
  readonly renews: string | null;
  readonly took: string;
}

/** A yes of those who look after a learner: to one competency, or the last one (`competency` null). */
export interface SignedOff {
  readonly competency: string | null;
  readonly name: string;
  readonly on: Temporal.PlainDate;
  readonly words: string;
}

/** Everything somebody has learned, as the actor may see it; all of it for themselves. */
export interface LearningRecord {
  readonly learner: Pick<Learner, 'applicantId' | 'centreId' | 'name' | 'zone'>;
  readonly today: Temporal.PlainDate;
  /** Live ones, oldest first. */
  readonly units: readonly Award[];
  readonly levels: readonly Award[];
  /** Of the safeguarding course, without those taken back, newest first. */
  readonly certificates: readonly Certificate[];
  readonly events: readonly EventAttended[];
  /** Behind them, newest first. */
  readonly practice: readonly Practice[];
  readonly signOffs: readonly SignedOff[];
  readonly own: readonly OwnLearning[];
  readonly interests: readonly Interest[];
}

/** The events one person was at, the newest first: by their file, so that it goes on when an account is closed. */
const attended = async (scope: Scope, applicantId: string): Promise<readonly EventAttended[]> => {
  const own = scope.actor.kind === 'account' ? scope.actor.accountId : null;
  const rows = await scope.tx
    .selectFrom('training.event_answers as a')
    .innerJoin('training.learning_events as e', (join) =>
      join.onRef('e.organisation_id', '=', 'a.organisation_id').onRef('e.id', '=', 'a.event_id'),
    )
    .innerJoin('people.centres as c', (join) =>
      join.onRef('c.organisation_id', '=', 'e.organisation_id').onRef('c.id', '=', 'e.centre_id'),
    )
    .select(['e.id', 'e.title', 'e.kind', 'e.starts_at', 'e.minutes', 'e.renews', 'c.zone', 'a.took'])
    .where('a.organisation_id', '=', scope.actor.organisationId)
    .where('a.came', '=', true)
    .where((match) =>
      match.or([
        match.and([
          match('a.account_id', '=', own),
          sql<boolean>`${applicantId}::uuid = any ((select recruiting.own_applicants())::uuid[])`,
        ]),
        match(
          'a.account_id',
          'in',
          match
            .selectFrom('people.accounts as p')
            .innerJoin('recruiting.applicants as l', (join) =>
              join
                .onRef('l.organisation_id', '=', 'p.organisation_id')
                .onRef('l.person_id', '=', 'p.person_id'),
            )
            .select('p.id')
            .where('p.organisation_id', '=', scope.actor.organisationId)
            .where('l.id', '=', applicantId),
        ),
      ]),
    )
    .orderBy('e.starts_at', 'desc')
    .limit(300)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    kind: row.kind as EventKind,
    on: dateAt(Temporal.Instant.from(row.starts_at), row.zone),
    minutes: row.minutes,
    renews: row.renews,
    took: row.took,
  }));
};

const signedOff = async (scope: Scope, applicantId: string): Promise<readonly SignedOff[]> => {
  const { rows } = await sql<{ code: string | null; name: string | null; signed_on: string; words: string }>`
    select o.competency_code as code, o.signed_on, o.evidence as words,
      (select c ->> 'name' from training.syllabi s, jsonb_array_elements(s.content -> 'competencies') c
       where s.organisation_id = o.organisation_id and s.id = o.syllabus_id and c ->> 'code' = o.competency_code limit 1) as name
    from training.competency_sign_offs o
    where o.organisation_id = ${scope.actor.organisationId} and o.applicant_id = ${applicantId} and o.withdrawn_at is null
    union all
    select null, f.signed_on, f.words, null from training.sign_offs f
    where f.organisation_id = ${scope.actor.organisationId} and f.applicant_id = ${applicantId} and f.withdrawn_at is null
    order by 2, 1 nulls last`.execute(scope.tx);
  return rows.map((row) => ({
    competency: row.code,
    name: row.name ?? row.code ?? 'May run sessions',
    on: Temporal.PlainDate.from(row.signed_on),
    words: row.words,
  }));
};

/** Everything one person has learned, as the actor may see it: seven questions to the database. */
export const recordOf = async (scope: Scope, learner: LearningRecord['learner']): Promise<LearningRecord> => {
  const { applicantId } = learner;
  const awards = await awardsOf(scope, [applicantId]);
  return {
    learner,
    today: dateAt(scope.now, learner.zone),
    units: awards.filter((each) => each.kind === 'unit'),
    levels: awards.filter((each) => each.kind === 'level'),
    certificates: (await certificatesOf(scope, [applicantId])).filter((each) => !each.withdrawn),
    events: await attended(scope, applicantId),
    practice: (await practiceOfLearners(scope, [applicantId])).filter((each) => each.happenedAt !== null),
    signOffs: await signedOff(scope, applicantId),
    own: await ownLearningOf(scope, applicantId),
    interests: await interestsOf(scope, applicantId),
  };
};

/** Whoever is signed in and learns, with how many of their live awards are signed. */
export interface OwnLearner extends Pick<Learner, 'applicantId' | 'centreId' | 'name' | 'zone'> {
  readonly signed: number;
}

/** The volunteer who is signed in, or null when nothing of recruiting is kept of them: one question to the database. */
export const ownLearner = async (scope: Scope, zone: string): Promise<OwnLearner | null> => {
  const { rows } = await sql<{
    applicant_id: string;
    centre_id: string;
    given_name: string;
    family_name: string;
    signed: number;
  }>`select l.*, (select count(*)::integer from training.own_credentials() k join training.awards w
      on w.organisation_id = ${scope.actor.organisationId} and w.id = k.award_id and w.withdrawn_at is null) as signed
    from training.own_learner() l`.execute(scope.tx);
  const [row] = rows;
  return row
    ? {
        applicantId: row.applicant_id,
        centreId: row.centre_id,
        name: `${row.given_name} ${row.family_name}`.trim(),
        zone,
        signed: row.signed,
      }
    : null;
};

/** The signed credentials of whoever is signed in, by award: their own, to take away. */
export const ownCredentials = async (scope: Scope): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{
    award_id: string;
    jwt: string;
  }>`select award_id, jwt from training.own_credentials()`.execute(scope.tx);
  return new Map(rows.map((row) => [row.award_id, row.jwt]));
};
