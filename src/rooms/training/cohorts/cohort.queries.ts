import { sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';
import { type CohortState, cohortState } from './cohort.rules.ts';

/** A cohort as its pages know it. */
export interface Cohort {
  readonly id: string;
  readonly centreId: string;
  readonly centreName: string;
  readonly zone: string;
  readonly syllabusId: string;
  readonly name: string;
  readonly layout: string;
  readonly placeWords: string;
  readonly venueId: string | null;
  /** Where it meets, in words: the room booked, or what was written. */
  readonly place: string;
  readonly places: number;
  readonly openedAt: Temporal.Instant | null;
  readonly calledOffAt: Temporal.Instant | null;
  readonly calledOffWhy: string;
  readonly closedAt: Temporal.Instant | null;
  readonly state: CohortState;
  /** Who leads it now, by account. */
  readonly trainers: readonly string[];
  readonly version: number;
}

const momentOrNull = (value: string | null) => (value === null ? null : Temporal.Instant.from(value));

const rowsOf = (scope: Scope) =>
  scope.tx
    .selectFrom('training.cohorts as c')
    .innerJoin('people.centres as z', (join) =>
      join.onRef('z.organisation_id', '=', 'c.organisation_id').onRef('z.id', '=', 'c.centre_id'),
    )
    .leftJoin('programme.venues as v', (join) =>
      join.onRef('v.organisation_id', '=', 'c.organisation_id').onRef('v.id', '=', 'c.venue_id'),
    )
    .selectAll('c')
    .select([
      'z.name as centre_name',
      'z.zone',
      'v.name as venue_name',
      'v.room',
      sql<readonly string[]>`array(select t.account_id from training.cohort_trainers t
        where t.organisation_id = c.organisation_id and t.cohort_id = c.id and t.until_at is null order by t.from_at, t.id)`.as(
        'trainers',
      ),
    ])
    .where('c.organisation_id', '=', scope.actor.organisationId);

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number];

const cohortFrom = (row: Row): Cohort => {
  const moments = {
    openedAt: momentOrNull(row.opened_at),
    calledOffAt: momentOrNull(row.called_off_at),
    closedAt: momentOrNull(row.closed_at),
  };
  const room = [row.venue_name, row.room].filter(Boolean).join(', ');
  return {
    ...moments,
    id: row.id,
    centreId: row.centre_id,
    centreName: row.centre_name,
    zone: row.zone,
    syllabusId: row.syllabus_id,
    name: row.name,
    layout: row.layout,
    placeWords: row.place_words,
    venueId: row.venue_id,
    place: row.place_words || room,
    places: row.places,
    calledOffWhy: row.called_off_why,
    trainers: row.trainers,
    state: cohortState(moments),
    version: row.version,
  };
};

/** One cohort, or null when there is none for this actor. */
export const cohortById = async (scope: Scope, id: string): Promise<Cohort | null> => {
  const row = await rowsOf(scope).where('c.id', '=', id).executeTakeFirst();
  return row ? cohortFrom(row) : null;
};

/** Several cohorts by their ids, those the actor may see. */
export const cohortsByIds = async (scope: Scope, ids: readonly string[]): Promise<readonly Cohort[]> =>
  ids.length === 0
    ? []
    : (
        await rowsOf(scope)
          .where('c.id', 'in', [...ids])
          .orderBy('c.planned_at')
          .execute()
      ).map(cohortFrom);

/** A cohort in the list, with its dates and how many are in it. */
export interface CohortInList extends Cohort {
  readonly firstAt: Temporal.Instant | null;
  readonly lastAt: Temporal.Instant | null;
  readonly taken: number;
  readonly waiting: number;
}

/** Every cohort the actor may see, those still to finish first, the latest of each first. */
export const cohortList = async (scope: Scope): Promise<readonly CohortInList[]> => {
  const rows = await rowsOf(scope)
    .select(({ selectFrom }) => [
      selectFrom('training.cohort_meetings as m')
        .select((eb) => eb.fn.min('m.starts_at').as('first'))
        .whereRef('m.organisation_id', '=', 'c.organisation_id')
        .whereRef('m.cohort_id', '=', 'c.id')
        .where('m.called_off_at', 'is', null)
        .as('first_at'),
      selectFrom('training.cohort_meetings as m')
        .select((eb) => eb.fn.max('m.starts_at').as('last'))
        .whereRef('m.organisation_id', '=', 'c.organisation_id')
        .whereRef('m.cohort_id', '=', 'c.id')
        .where('m.called_off_at', 'is', null)
        .as('last_at'),
      selectFrom('training.cohort_places as p')
        .select((eb) => eb.fn.countAll<string>().as('n'))
        .whereRef('p.organisation_id', '=', 'c.organisation_id')
        .whereRef('p.cohort_id', '=', 'c.id')
        .where('p.left_at', 'is', null)
        .where('p.taken_at', 'is not', null)
        .as('taken'),
      selectFrom('training.cohort_places as p')
        .select((eb) => eb.fn.countAll<string>().as('n'))
        .whereRef('p.organisation_id', '=', 'c.organisation_id')
        .whereRef('p.cohort_id', '=', 'c.id')
        .where('p.left_at', 'is', null)
        .where('p.taken_at', 'is', null)
        .as('waiting'),
    ])
    .orderBy(sql`(c.closed_at is not null or c.called_off_at is not null)`)
    .orderBy('c.planned_at', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    ...cohortFrom(row),
    firstAt: momentOrNull(row.first_at),
    lastAt: momentOrNull(row.last_at),
    taken: Number(row.taken ?? 0),
    waiting: Number(row.waiting ?? 0),
  }));
};

export interface Part {
  readonly position: number;
  readonly unitCode: string | null;
  readonly title: string;
  readonly minutes: number;
}

export interface Meeting {
  readonly id: string;
  readonly cohortId: string;
  readonly position: number;
  readonly title: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly minutes: number;
  /** Where this one is when it is not where the cohort usually meets; empty otherwise. */
  readonly placeWords: string;
  readonly bookingId: string | null;
  readonly sequence: number;
  readonly calledOffAt: Temporal.Instant | null;
  readonly calledOffWhy: string;
  readonly changedAt: Temporal.Instant;
  readonly parts: readonly Part[];
}

/** The units of a meeting, in their order. */
export const unitsIn = (meeting: Pick<Meeting, 'parts'>): readonly string[] =>
  meeting.parts.flatMap(({ unitCode }) => (unitCode === null ? [] : [unitCode]));

/** The meetings of cohorts, called-off ones too, in the order of time, each with its parts. */
export const meetingsIn = async (scope: Scope, cohortIds: readonly string[]): Promise<readonly Meeting[]> => {
  if (cohortIds.length === 0) return [];
  const { rows } = await sql<{
    id: string;
    cohort_id: string;
    position: number;
    title: string;
    starts_at: string;
    minutes: number;
    place_words: string;
    booking_id: string | null;
    sequence: number;
    called_off_at: string | null;
    called_off_why: string;
    changed_at: string;
    parts: readonly { position: number; unit_code: string | null; title: string; minutes: number }[];
  }>`select m.id, m.cohort_id, m.position, m.title, m.starts_at, m.minutes, m.place_words, m.booking_id, m.sequence,
       m.called_off_at, m.called_off_why, m.changed_at,
       (select coalesce(json_agg(json_build_object('position', p.position, 'unit_code', p.unit_code, 'title', p.title, 'minutes', p.minutes) order by p.position), '[]')
        from training.cohort_parts p where p.organisation_id = m.organisation_id and p.meeting_id = m.id) as parts
     from training.cohort_meetings m
     where m.organisation_id = ${scope.actor.organisationId} and m.cohort_id = any (${[...cohortIds]}::uuid[])
     order by m.starts_at, m.position`.execute(scope.tx);
  return rows.map((row) => {
    const startsAt = Temporal.Instant.from(row.starts_at);
    return {
      id: row.id,
      cohortId: row.cohort_id,
      position: row.position,
      title: row.title,
      startsAt,
      endsAt: startsAt.add({ minutes: row.minutes }),
      minutes: row.minutes,
      placeWords: row.place_words,
      bookingId: row.booking_id,
      sequence: row.sequence,
      calledOffAt: momentOrNull(row.called_off_at),
      calledOffWhy: row.called_off_why,
      changedAt: Temporal.Instant.from(row.changed_at),
      parts: row.parts.map((part) => ({
        position: part.position,
        unitCode: part.unit_code,
        title: part.title,
        minutes: part.minutes,
      })),
    };
  });
};

/** Somebody who learns in a cohort, as their trainers know them. */
export interface Trainee {
  readonly applicantId: string;
  readonly name: string;
  readonly calledName: string;
  readonly accessNeeds: string;
  readonly homeCentreId: string;
  /** Here for one unit only, from another cohort. */
  readonly guest: boolean;
}

/** Who learns in a cohort, guests too, by name. For its trainers and those who recruit at its centre; empty for others. */
export const traineesOf = async (scope: Scope, cohortId: string): Promise<readonly Trainee[]> => {
  const { rows } = await sql<{
    applicant_id: string;
    name: string;
    called_name: string;
    access_needs: string;
    home_centre_id: string;
    guest: boolean;
  }>`select * from training.trainees_of(${cohortId}) order by name, applicant_id`.execute(scope.tx);
  return rows.map((row) => ({
    applicantId: row.applicant_id,
    name: row.name,
    calledName: row.called_name,
    accessNeeds: row.access_needs,
    homeCentreId: row.home_centre_id,
    guest: row.guest,
  }));
};

export interface Place {
  readonly id: string;
  readonly cohortId: string;
  readonly centreId: string;
  readonly applicantId: string;
  readonly askedAt: Temporal.Instant;
  /** Null: they wait. */
  readonly takenAt: Temporal.Instant | null;
  readonly leftAt: Temporal.Instant | null;
  readonly leftWhy: string;
}

type PlaceRow = {
  readonly id: string;
  readonly cohort_id: string;
  readonly centre_id: string;
  readonly applicant_id: string;
  readonly asked_at: string;
  readonly taken_at: string | null;
  readonly left_at: string | null;
  readonly left_why: string;
};

const placeRows = (scope: Scope) =>
  scope.tx
    .selectFrom('training.cohort_places')
    .selectAll()
    .where('organisation_id', '=', scope.actor.organisationId)
    .orderBy('asked_at')
    .orderBy('id');

export const placeFrom = (row: PlaceRow): Place => ({
  id: row.id,
  cohortId: row.cohort_id,
  centreId: row.centre_id,
  applicantId: row.applicant_id,
  askedAt: Temporal.Instant.from(row.asked_at),
  takenAt: momentOrNull(row.taken_at),
  leftAt: momentOrNull(row.left_at),
  leftWhy: row.left_why,
});

/** The places of a cohort, in the order in which people asked; those who left too. */
export const placesIn = async (scope: Scope, cohortId: string): Promise<readonly Place[]> =>
  (await placeRows(scope).where('cohort_id', '=', cohortId).execute()).map(placeFrom);

/** Every place somebody has or had, oldest first. */
export const placesOfTrainee = async (scope: Scope, applicantId: string): Promise<readonly Place[]> =>
  (await placeRows(scope).where('applicant_id', '=', applicantId).execute()).map(placeFrom);
