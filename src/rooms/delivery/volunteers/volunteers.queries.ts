import { dateAt } from '#kernel/dates.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import {
  type Crossing,
  firstCrossing,
  type Meter,
  type MeterFacts,
  meterOn,
} from '#rooms/recruiting/door.ts';
import { readinessFacts } from '../readiness/readiness.queries.ts';
import {
  type Excused,
  type Readiness,
  type ReadinessFacts,
  type Renewal,
  readinessOn,
  type VolunteerPart,
} from '../readiness/readiness.rules.ts';
import { barredListOn, metersOf } from '../rota/meter.queries.ts';

/** How far back and ahead days with children are read, in days. */
const BACK = 60;
const AHEAD = 90;

/** A volunteer of today, with whether they may be with families. */
export interface Volunteer {
  readonly accountId: string;
  readonly personId: string;
  readonly applicantId: string | null;
  readonly name: string;
  readonly calledName: string;
  readonly centreId: string;
  readonly centre: string;
  readonly zone: string;
  readonly today: Temporal.PlainDate;
  readonly peerSupporter: Readiness;
  readonly creche: Readiness;
  /** Whether they may come along to learn, while they may not run a session themselves. */
  readonly alongside: Readiness;
  /** What ends first of all that holds; null where nothing has an end. */
  readonly nextRenewal: Renewal | null;
  readonly suspended: boolean;
  readonly meter: Meter | null;
  /** The fullest stretch that ends on a day still to come; null where none is planned. */
  readonly fullest: Meter | null;
  /** The first day, of those that are known, that is one too many for the check they have. */
  readonly crossing: Crossing | null;
  /** Their check of today looked at the children's barred list. */
  readonly barredList: boolean;
  readonly facts: ReadinessFacts;
}

interface Row {
  readonly account_id: string;
  readonly person_id: string;
  readonly given_name: string;
  readonly family_name: string;
  readonly known_as: string | null;
  readonly centre_id: string;
  readonly centre: string;
  readonly zone: string;
}

const rowsAt = (
  scope: Scope,
  centreIds: readonly string[],
  personId: string | null,
): Promise<readonly Row[]> => {
  let rows = scope.tx
    .selectFrom('people.roles as r')
    .innerJoin('people.accounts as a', (join) =>
      join.onRef('a.organisation_id', '=', 'r.organisation_id').onRef('a.id', '=', 'r.account_id'),
    )
    .innerJoin('people.persons as p', (join) =>
      join.onRef('p.organisation_id', '=', 'a.organisation_id').onRef('p.id', '=', 'a.person_id'),
    )
    .innerJoin('people.centres as c', (join) =>
      join.onRef('c.organisation_id', '=', 'r.organisation_id').onRef('c.id', '=', 'r.centre_id'),
    )
    .select([
      'r.account_id',
      'a.person_id',
      'p.given_name',
      'p.family_name',
      'p.known_as',
      'c.id as centre_id',
      'c.name as centre',
      'c.zone',
    ])
    .where('r.organisation_id', '=', scope.actor.organisationId)
    .where('r.role', '=', 'peer_supporter')
    .where('r.ended_at', 'is', null)
    .where('a.closed_at', 'is', null)
    .where('c.id', 'in', [...centreIds]);
  if (personId !== null) rows = rows.where('a.person_id', '=', personId);
  return rows.orderBy('p.given_name').orderBy('p.family_name').orderBy('a.id').limit(1000).execute();
};

const fullestAfter = (facts: MeterFacts, today: Temporal.PlainDate): Meter | null =>
  facts.days
    .filter(({ on }) => Temporal.PlainDate.compare(on, today) > 0)
    .flatMap(({ on }) => meterOn(facts, on) ?? [])
    .toSorted((one, other) => other.days - one.days)[0] ?? null;

const volunteersFrom = async (
  scope: Scope,
  rows: readonly Row[],
  { countDays }: { readonly countDays: boolean } = { countDays: true },
): Promise<readonly Volunteer[]> => {
  const first = rows[0];
  if (!first) return [];
  const days = [...new Set(rows.map((row) => row.zone))].map((zone) => dateAt(scope.now, zone));
  const today = dateAt(scope.now, first.zone);
  const ids = rows.map((row) => row.account_id);
  const facts = await readinessFacts(scope, ids, days);
  const meters: ReadonlyMap<string, MeterFacts> = countDays
    ? await metersOf(scope, ids, today.subtract({ days: BACK }), today.add({ days: AHEAD }))
    : new Map();
  return rows.flatMap((row) => {
    const of = facts.get(row.account_id);
    if (!of) return [];
    const on = dateAt(scope.now, row.zone);
    const may = (part: VolunteerPart) => readinessOn(of, part, on, row.centre_id);
    const [peerSupporter, creche, alongside] = [may('peer_supporter'), may('creche'), may('alongside')];
    const meter = meters.get(row.account_id);
    const crossing = meter ? firstCrossing(meter, on) : null;
    return [
      {
        accountId: row.account_id,
        personId: row.person_id,
        applicantId: of.applicantId,
        name: `${row.known_as ?? row.given_name} ${row.family_name}`.trim(),
        calledName: row.known_as ?? row.given_name,
        centreId: row.centre_id,
        centre: row.centre,
        zone: row.zone,
        today: on,
        peerSupporter,
        creche,
        alongside,
        nextRenewal: peerSupporter.renewals[0] ?? null,
        suspended: peerSupporter.reasons.some((each) => each.why === 'suspended'),
        meter: meter ? meterOn(meter, on) : null,
        fullest: meter ? fullestAfter(meter, on) : null,
        crossing: crossing && !barredListOn(of, crossing.on) ? crossing : null,
        barredList: barredListOn(of, on),
        facts: of,
      },
    ];
  });
};

/**
 * The volunteers of these centres, by name, each with whether they may be with families today. Days with children are
 * counted unless told: whoever asks only what ends next spares the counting.
 */
export const volunteersAt = async (
  scope: Scope,
  centreIds: readonly string[],
  counting = { countDays: true },
): Promise<readonly Volunteer[]> =>
  centreIds.length === 0 ? [] : volunteersFrom(scope, await rowsAt(scope, centreIds, null), counting);

/** One volunteer by their team file, at the first of these centres where they hold the role; null where there is none. */
export const volunteerOf = async (
  scope: Scope,
  centreIds: readonly string[],
  personId: string,
): Promise<Volunteer | null> =>
  centreIds.length === 0
    ? null
    : ((await volunteersFrom(scope, await rowsAt(scope, centreIds, personId)))[0] ?? null);

export interface ExemptionRow {
  readonly id: string;
  readonly part: VolunteerPart;
  readonly code: Excused;
  readonly why: string;
  readonly givenBy: string;
  readonly fromOn: Temporal.PlainDate;
  readonly untilOn: Temporal.PlainDate;
  readonly endedOn: Temporal.PlainDate | null;
}

/** Who answered for a volunteer, for what and until when, the latest first; for those who may answer. */
export const exemptionsOf = async (scope: Scope, accountId: string): Promise<readonly ExemptionRow[]> =>
  (
    await scope.tx
      .selectFrom('delivery.exemptions')
      .selectAll()
      .where('organisation_id', '=', scope.actor.organisationId)
      .where('account_id', '=', accountId)
      .orderBy('given_at', 'desc')
      .limit(50)
      .execute()
  ).map((row) => ({
    id: row.id,
    part: row.part,
    code: row.code,
    why: row.why,
    givenBy: row.given_by,
    fromOn: Temporal.PlainDate.from(row.from_on),
    untilOn: Temporal.PlainDate.from(row.until_on),
    endedOn: row.ended_on === null ? null : Temporal.PlainDate.from(row.ended_on),
  }));
