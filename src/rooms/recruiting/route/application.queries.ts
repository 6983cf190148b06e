import { hashOfSecret } from '#kernel/ids.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import type { Mover, Part, ProfileContent, StepCode } from '../profiles/profile.shape.ts';
import {
  type ApplicationState,
  applicationState,
  type Moments,
  type StepFacts,
} from './application.rules.ts';

/** An application with whose it is, where it stands and the steps that have opened. */
export interface ApplicationFacts extends Moments {
  readonly id: string;
  readonly centreId: string;
  readonly centreName: string;
  readonly centreSlug: string;
  readonly centrePhone: string | null;
  readonly zone: string;
  readonly applicantId: string;
  /** The applicant's team file, from the welcome on. */
  readonly personId: string | null;
  readonly name: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly calledName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly mayText: boolean;
  readonly language: string;
  readonly accessNeeds: string;
  readonly wasParentHere: boolean | null;
  readonly profile: {
    readonly id: string;
    readonly code: string;
    readonly version: number;
    readonly part: Part;
    readonly content: ProfileContent;
  };
  /** Where links in letters lead, such as https://kith.example.org. */
  readonly origin: string;
  readonly cameBy: 'form' | 'staff' | 'import';
  readonly words: string;
  readonly state: ApplicationState;
  readonly steps: readonly StepFacts[];
  readonly pausedUntil: Temporal.PlainDate | null;
  readonly mayReapplyOn: Temporal.PlainDate | null;
  readonly lastHeardAt: Temporal.Instant;
  readonly version: number;
}

const momentOrNull = (text: string | null) => (text === null ? null : Temporal.Instant.from(text));
const dateOrNull = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text));

const applicationRows = (scope: Scope) =>
  scope.tx
    .selectFrom('recruiting.applications as a')
    .innerJoin('recruiting.applicants as p', (join) =>
      join.onRef('p.organisation_id', '=', 'a.organisation_id').onRef('p.id', '=', 'a.applicant_id'),
    )
    .innerJoin('recruiting.role_profiles as r', (join) =>
      join.onRef('r.organisation_id', '=', 'a.organisation_id').onRef('r.id', '=', 'a.profile_id'),
    )
    .innerJoin('people.centres as c', (join) =>
      join.onRef('c.organisation_id', '=', 'a.organisation_id').onRef('c.id', '=', 'a.centre_id'),
    )
    .selectAll('a')
    .select([
      'p.given_name',
      'p.family_name',
      'p.known_as',
      'p.email',
      'p.phone',
      'p.may_text',
      'p.language',
      'p.access_needs',
      'p.was_parent_here',
      'p.person_id',
      'r.code as profile_code',
      'r.version as profile_version',
      'r.part',
      'r.content',
      'c.name as centre_name',
      'c.slug as centre_slug',
      'c.phone as centre_phone',
      'c.zone',
    ])
    .where('a.organisation_id', '=', scope.actor.organisationId);

type Row = Awaited<ReturnType<ReturnType<typeof applicationRows>['execute']>>[number];

const stepsOf = async (
  scope: Scope,
  applicationIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StepFacts[]>> => {
  if (applicationIds.length === 0) return new Map();
  const rows = await scope.tx
    .selectFrom('recruiting.steps')
    .selectAll()
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('application_id', 'in', [...applicationIds])
    .orderBy('opened_at')
    .orderBy('code')
    .execute();
  const steps = new Map<string, StepFacts[]>();
  for (const row of rows)
    steps.set(row.application_id, [
      ...(steps.get(row.application_id) ?? []),
      {
        code: row.code as StepCode,
        openedAt: Temporal.Instant.from(row.opened_at),
        dueOn: Temporal.PlainDate.from(row.due_on),
        mover: row.mover as Mover,
        moverSince: Temporal.Instant.from(row.mover_since),
        doneAt: momentOrNull(row.done_at),
        waivedAt: momentOrNull(row.waived_at),
        waivedWhy: row.waived_why,
      },
    ]);
  return steps;
};

const factsOf = (row: Row, steps: readonly StepFacts[]): ApplicationFacts => {
  const moments: Moments = {
    enquiredAt: Temporal.Instant.from(row.enquired_at),
    talkedAt: momentOrNull(row.talked_at),
    appliedAt: momentOrNull(row.applied_at),
    offeredAt: momentOrNull(row.offered_at),
    acceptedAt: momentOrNull(row.accepted_at),
    welcomedAt: momentOrNull(row.welcomed_at),
    pausedAt: momentOrNull(row.paused_at),
    withdrawnAt: momentOrNull(row.withdrawn_at),
    declinedAt: momentOrNull(row.declined_at),
  };
  return {
    ...moments,
    id: row.id,
    centreId: row.centre_id,
    centreName: row.centre_name,
    centreSlug: row.centre_slug,
    centrePhone: row.centre_phone,
    zone: row.zone,
    applicantId: row.applicant_id,
    personId: row.person_id,
    name: `${row.given_name} ${row.family_name}`.trim(),
    givenName: row.given_name,
    familyName: row.family_name,
    calledName: row.known_as ?? row.given_name,
    email: row.email,
    phone: row.phone,
    mayText: row.may_text,
    language: row.language,
    accessNeeds: row.access_needs,
    wasParentHere: row.was_parent_here,
    profile: {
      id: row.profile_id,
      code: row.profile_code,
      version: row.profile_version,
      part: row.part as Part,
      content: row.content as unknown as ProfileContent,
    },
    origin: row.origin,
    cameBy: row.came_by as ApplicationFacts['cameBy'],
    words: row.words,
    state: applicationState(moments),
    steps,
    pausedUntil: dateOrNull(row.paused_until_on),
    mayReapplyOn: dateOrNull(row.may_reapply_on),
    lastHeardAt: Temporal.Instant.from(row.last_heard_at),
    version: row.version,
  };
};

const oneFrom = async (scope: Scope, row: Row | undefined): Promise<ApplicationFacts | null> =>
  row ? factsOf(row, (await stepsOf(scope, [row.id])).get(row.id) ?? []) : null;

/** The application, or null when there is none for this actor. */
export const applicationOf = async (scope: Scope, id: string): Promise<ApplicationFacts | null> =>
  oneFrom(scope, await applicationRows(scope).where('a.id', '=', id).executeTakeFirst());

/** The application that a link opens, for its applicant; null when the secret is nobody's. Asked as the house. */
export const applicationBySecret = async (scope: Scope, secret: string): Promise<ApplicationFacts | null> =>
  oneFrom(
    scope,
    await applicationRows(scope)
      .innerJoin('recruiting.links as l', (join) =>
        join.onRef('l.organisation_id', '=', 'a.organisation_id').onRef('l.application_id', '=', 'a.id'),
      )
      .where('l.secret_hash', '=', hashOfSecret(secret))
      .where('l.ended_at', 'is', null)
      .executeTakeFirst(),
  );

/** The application of an applicant that still goes on, or null. */
export const liveApplicationOf = async (
  scope: Scope,
  applicantId: string,
): Promise<ApplicationFacts | null> =>
  oneFrom(
    scope,
    await applicationRows(scope)
      .where('a.applicant_id', '=', applicantId)
      .where('a.withdrawn_at', 'is', null)
      .where('a.declined_at', 'is', null)
      .where('a.welcomed_at', 'is', null)
      .executeTakeFirst(),
  );
