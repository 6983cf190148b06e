import { sql } from 'kysely';
import { dateAt, momentAt } from '#kernel/dates.ts';
import { newId, newReference } from '#kernel/ids.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { familiesOf, openFamilies, samePregnancy } from '#rooms/families/door.ts';
import { alikeInBulk, filesByNumber, openFiles } from '#rooms/people/door.ts';
import { contactInWords, type NewParent, sameParent } from '../receive/receive.rules.ts';
import type { Fault } from './cells.rules.ts';
import type { LandingRow } from './row.rules.ts';

/** What became of one run of rows. */
export interface Landed {
  readonly landed: readonly LandingRow[];
  readonly known: number;
  readonly rejected: readonly { readonly row: LandingRow; readonly faults: readonly Fault[] }[];
  /** Rows that landed although a file with the same phone, e-mail, or name and birthday was there. */
  readonly alike: readonly number[];
}

interface Setting {
  readonly importId: string;
  readonly templateId: string;
  /** The wall-clock zone of each centre. */
  readonly zones: ReadonlyMap<string, string>;
}

const NINE = Temporal.PlainTime.from('09:00');

// Two imports of one file at the same time would both find its rows unknown: they take turns.
const takeTurns = async ({ tx, actor }: Scope) => {
  await sql`select pg_advisory_xact_lock(hashtext('referrals.import'), hashtext(${actor.organisationId}))`.execute(
    tx,
  );
  // The checks of foreign keys keep the plan they made when the tables were empty, which reads every row of
  // the organisation for each row that lands: 10,000 rows then take five times as long.
  await sql`discard plans`.execute(tx);
};

const knownKeys = async ({ tx, actor }: Scope, keys: readonly string[]): Promise<ReadonlySet<string>> => {
  const rows = await tx
    .selectFrom('referrals.referrals')
    .select('outside_key')
    .where('organisation_id', '=', actor.organisationId)
    .where('outside_key', 'in', [...keys])
    .execute();
  return new Set(rows.flatMap((row) => row.outside_key ?? []));
};

const freeReferences = async ({ tx, actor }: Scope, count: number): Promise<readonly string[]> => {
  const free = new Set<string>();
  while (free.size < count) {
    const tried = new Set(Array.from({ length: count - free.size }, newReference));
    const taken = await tx
      .selectFrom('referrals.referrals')
      .select('reference')
      .where('organisation_id', '=', actor.organisationId)
      .where('reference', 'in', [...tried])
      .execute();
    for (const { reference } of taken) tried.delete(reference);
    for (const reference of tried) free.add(reference);
  }
  return [...free];
};

const referrerKey = (centreId: string, name: string, email: string | null) =>
  `${centreId} ${name.toLowerCase()} ${email?.toLowerCase() ?? ''}`;

/** The professionals of these rows, each once: those the centre knows already, and new ones. */
const referrersOf = async (
  scope: Scope,
  rows: readonly LandingRow[],
): Promise<ReadonlyMap<string, string>> => {
  const { tx, actor, now } = scope;
  const wanted = rows.flatMap(({ arrival }) =>
    arrival.referrer ? [{ ...arrival.referrer, centreId: arrival.centreId }] : [],
  );
  if (wanted.length === 0) return new Map();
  const known = await tx
    .selectFrom('referrals.referrers')
    .select(['id', 'centre_id', 'name', 'email'])
    .where('organisation_id', '=', actor.organisationId)
    .where('name', 'in', [...new Set(wanted.map(({ name }) => name))])
    .execute();
  const ids = new Map(known.map((row) => [referrerKey(row.centre_id, row.name, row.email), row.id]));
  const fresh = wanted.flatMap((from) => {
    const key = referrerKey(from.centreId, from.name, from.email);
    if (ids.has(key)) return [];
    const id = newId();
    ids.set(key, id);
    return [
      {
        organisation_id: actor.organisationId,
        id,
        centre_id: from.centreId,
        name: from.name,
        job: from.job,
        works_for: from.worksFor,
        email: from.email,
        phone: from.phone,
        made_at: now.toString(),
      },
    ];
  });
  if (fresh.length > 0) await tx.insertInto('referrals.referrers').values(fresh).execute();
  return ids;
};

/** The file of each row: the one its NHS number is on at that centre, else a new one. In the order given. */
const personsOf = async (
  scope: Scope,
  rows: readonly LandingRow[],
  numbers: ReadonlyMap<string, { readonly personId: string }>,
): Promise<readonly string[]> => {
  const there = (row: LandingRow) => {
    const { nhsNumber } = row.arrival.parent;
    return nhsNumber ? numbers.get(nhsNumber)?.personId : undefined;
  };
  const fresh = rows.filter((row) => !there(row));
  const made = await openFiles(
    scope,
    fresh.map(({ arrival }) => ({ centreId: arrival.centreId, ...arrival.parent })),
  );
  const byRow = new Map(fresh.map((row, at) => [row, made[at] ?? '']));
  return rows.map((row) => there(row) ?? byRow.get(row) ?? '');
};

/** The pregnancy of each row: the one its file is in already, else a new one. In the order given. */
const pregnanciesOf = async (
  scope: Scope,
  rows: readonly LandingRow[],
  persons: readonly string[],
  old: ReadonlySet<string>,
) => {
  const families = await familiesOf(scope, [...old]);
  const current = rows.map((row, at): string | undefined => {
    const family = families.get(persons[at] ?? '');
    return family && samePregnancy(family, row.pregnancy) ? family.pregnancyId : undefined;
  });
  const fresh = rows.flatMap((row, at) => (current[at] ? [] : [{ row, personId: persons[at] ?? '' }]));
  const made = await openFamilies(
    scope,
    fresh.map(({ row, personId }) => ({
      centreId: row.arrival.centreId,
      personId,
      relation: row.arrival.relation,
      ...row.pregnancy,
    })),
  );
  const byRow = new Map(fresh.map(({ row }, at) => [row, made[at] ?? '']));
  return rows.map((row, at) => current[at] ?? byRow.get(row) ?? '');
};

/** Lands a run of rows in the transaction given: what is known is passed over, nobody is messaged. */
export const landRows = async (
  scope: Scope,
  rows: readonly LandingRow[],
  setting: Setting,
): Promise<Landed> => {
  await takeTurns(scope);
  const { tx, actor, now } = scope;
  const keys = await knownKeys(
    scope,
    rows.map(({ arrival }) => arrival.outsideKey),
  );
  const unknown = new Map<string, LandingRow>();
  for (const row of rows)
    if (!keys.has(row.arrival.outsideKey) && !unknown.has(row.arrival.outsideKey))
      unknown.set(row.arrival.outsideKey, row);
  const candidates = [...unknown.values()];
  const known = rows.length - candidates.length;
  const numbers = await filesByNumber(
    scope,
    candidates.flatMap(({ arrival }) => arrival.parent.nhsNumber ?? []),
  );
  const faultOf = (row: LandingRow): Fault | null => {
    const { parent, centreId } = row.arrival;
    const there = parent.nhsNumber ? numbers.get(parent.nhsNumber) : undefined;
    if (!there || (there.centreId === centreId && sameParent(parent, there))) return null;
    return there.centreId === centreId
      ? {
          column: 'nhs_number',
          reason: 'This NHS number is on the file of somebody else.',
          mend: 'Check the number, or leave it empty.',
        }
      : {
          column: 'nhs_number',
          reason: 'This NHS number is on a file at another centre.',
          mend: 'Speak with the other centre, or leave the number empty.',
        };
  };
  const rejected = candidates.flatMap((row) => {
    const fault = faultOf(row);
    return fault ? [{ row, faults: [fault] }] : [];
  });
  const refused = new Set(rejected.map(({ row }) => row));
  const landed = candidates.filter((row) => !refused.has(row));
  if (landed.length === 0) return { landed, known, rejected, alike: [] };

  const looksAlike = await alikeInBulk(
    scope,
    landed.map(({ arrival: { parent } }) => ({
      givenName: parent.givenName,
      familyName: parent.familyName,
      bornOn: parent.bornOn?.toString() ?? null,
      email: parent.contact.email,
      phone: parent.contact.phone,
    })),
  );
  const persons = await personsOf(scope, landed, numbers);
  const old = new Set([...numbers.values()].map(({ personId }) => personId));
  const pregnancies = await pregnanciesOf(scope, landed, persons, old);
  const referrers = await referrersOf(scope, landed);
  const references = await freeReferences(scope, landed.length);
  const ids = landed.map(() => newId());
  const cameAlong = ({ nhsNumber, contact }: NewParent) =>
    nhsNumber && numbers.has(nhsNumber) ? contactInWords(contact) : '';
  const organisation_id = actor.organisationId;
  await tx
    .insertInto('referrals.referrals')
    .values(
      landed.map(({ arrival, receivedOn }, at) => {
        const zone = setting.zones.get(arrival.centreId) ?? 'Europe/London';
        const today = Temporal.PlainDate.compare(receivedOn, dateAt(now, zone)) >= 0;
        const from = arrival.referrer;
        return {
          organisation_id,
          id: ids[at] ?? '',
          centre_id: arrival.centreId,
          reference: references[at] ?? '',
          route: arrival.route,
          came_by: arrival.cameBy,
          received_at: (today ? now : momentAt(receivedOn, NINE, zone)).toString(),
          referrer_id: from
            ? (referrers.get(referrerKey(arrival.centreId, from.name, from.email)) ?? null)
            : null,
          import_id: setting.importId,
          outside_key: arrival.outsideKey,
          person_id: persons[at] ?? '',
          pregnancy_id: pregnancies[at] ?? '',
          template_id: setting.templateId,
          parent_knows: arrival.parentKnows,
          tell_referrer: arrival.tellReferrer,
          heard_of_us: arrival.heardOfUs,
        };
      }),
    )
    .execute();
  await tx
    .insertInto('referrals.needs')
    .values(
      landed.map(({ arrival }, at) => ({
        organisation_id,
        referral_id: ids[at] ?? '',
        centre_id: arrival.centreId,
        why: arrival.needs.why,
        needs: [...arrival.needs.needs],
        risks: arrival.needs.risks,
        support_now: [arrival.needs.supportNow, cameAlong(arrival.parent)].filter(Boolean).join('\n'),
        hopes: arrival.needs.hopes,
      })),
    )
    .execute();
  return {
    landed,
    known,
    rejected,
    alike: landed.filter((_, at) => looksAlike[at]).map(({ number }) => number),
  };
};
