import { type SqlBool, sql } from 'kysely';
import { dateAt, workingDaysAfter } from '#kernel/dates.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { type Centre, centres } from '#rooms/people/door.ts';
import { currentTemplate, holidays } from '#rooms/programme/door.ts';
import { receivingCentres } from '../referral.policy.ts';
import { parentStateWords, type ReferralState, STATES, WAITING } from '../referral.rules.ts';

const PAGE = 50;

export interface ReferralFilter {
  /** One state, those that wait for us, or all. */
  readonly state: ReferralState | 'waiting' | 'all';
  readonly centreId: string | null;
  /** Part of a name, or a reference. */
  readonly search: string;
  /** From 1. */
  readonly page: number;
}

export interface ReferralInList {
  readonly id: string;
  readonly reference: string;
  readonly receivedAt: Temporal.Instant;
  readonly state: ReferralState;
  readonly route: string;
  readonly centreId: string;
  readonly personId: string;
  readonly name: string;
  readonly dueOn: Temporal.PlainDate | null;
}

export interface ReferralList {
  readonly rows: readonly ReferralInList[];
  /** The place of the first row among all of them, from 1. */
  readonly first: number;
  readonly more: boolean;
  readonly filter: ReferralFilter;
  readonly centres: readonly Centre[];
  /** How many of the actor's centres wait for a decision. */
  readonly waiting: number;
}

/** What a query asks for, with everything unknown left out. */
export const filterFrom = (query: Readonly<Record<string, string | undefined>>): ReferralFilter => {
  const state = ['waiting', 'all', ...STATES].find((each) => each === query.state) as
    | ReferralFilter['state']
    | undefined;
  const page = Number(query.page);
  return {
    state: state ?? 'waiting',
    centreId: query.centre || null,
    search: (query.search ?? '').trim().slice(0, 100),
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  };
};

const contains = (text: string) => `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;

/** The referrals of the actor's centres, 50 a page: those that wait with the longest waiting first, others newest first. */
export const referralList = async (scope: Scope, filter: ReferralFilter): Promise<ReferralList> => {
  const { tx, actor } = scope;
  const mine = receivingCentres(actor);
  const there = (await centres(scope)).filter(({ id }) => mine.includes(id));
  const chosen = there.filter(({ id }) => !filter.centreId || id === filter.centreId).map(({ id }) => id);
  const { rows: counted } = await sql<{ waiting: number }>`
    select count(*)::int as waiting from referrals.referrals
    where organisation_id = ${actor.organisationId} and centre_id = any (${mine}::uuid[]) and state in ('received', 'asked')`.execute(
    tx,
  );
  let query = tx
    .selectFrom('referrals.referrals as r')
    .innerJoin('people.persons as p', (join) =>
      join.onRef('p.organisation_id', '=', 'r.organisation_id').onRef('p.id', '=', 'r.person_id'),
    )
    .innerJoin('families.pregnancies as f', (join) =>
      join.onRef('f.organisation_id', '=', 'r.organisation_id').onRef('f.id', '=', 'r.pregnancy_id'),
    )
    .select([
      'r.id',
      'r.reference',
      'r.received_at',
      'r.state',
      'r.route',
      'r.centre_id',
      'r.person_id',
      'p.given_name',
      'p.family_name',
      'f.due_on',
    ])
    .where('r.organisation_id', '=', actor.organisationId)
    .where(sql<SqlBool>`r.centre_id = any (${chosen}::uuid[])`);
  if (filter.state === 'waiting') query = query.where('r.state', 'in', [...WAITING]);
  else if (filter.state !== 'all') query = query.where('r.state', '=', filter.state);
  if (filter.search !== '')
    query = query.where(
      sql<SqlBool>`(lower(p.given_name || ' ' || p.family_name) like ${contains(filter.search)} or r.reference = ${filter.search.toUpperCase()})`,
    );
  const rows = await query
    .orderBy('r.received_at', filter.state === 'waiting' ? 'asc' : 'desc')
    .orderBy('r.id')
    .limit(PAGE + 1)
    .offset((filter.page - 1) * PAGE)
    .execute();
  return {
    filter,
    centres: there,
    waiting: counted[0]?.waiting ?? 0,
    first: (filter.page - 1) * PAGE + 1,
    more: rows.length > PAGE,
    rows: rows.slice(0, PAGE).map((row) => ({
      id: row.id,
      reference: row.reference,
      receivedAt: Temporal.Instant.from(row.received_at),
      state: row.state,
      route: row.route,
      centreId: row.centre_id,
      personId: row.person_id,
      name: `${row.given_name} ${row.family_name}`.trim(),
      dueOn: row.due_on === null ? null : Temporal.PlainDate.from(row.due_on),
    })),
  };
};

export interface WaitingReferral extends ReferralInList {
  /** The day by which the programme promises that it is read. */
  readonly readBy: Temporal.PlainDate;
  readonly overdue: boolean;
}

/** Referrals of the actor's centres that nobody has decided about yet, the longest waiting first; 200 at most. */
export const waitingForTriage = async (scope: Scope): Promise<readonly WaitingReferral[]> => {
  const { tx, actor, now } = scope;
  const rows = await tx
    .selectFrom('referrals.referrals as r')
    .innerJoin('people.persons as p', (join) =>
      join.onRef('p.organisation_id', '=', 'r.organisation_id').onRef('p.id', '=', 'r.person_id'),
    )
    .innerJoin('people.centres as c', (join) =>
      join.onRef('c.organisation_id', '=', 'r.organisation_id').onRef('c.id', '=', 'r.centre_id'),
    )
    .innerJoin('families.pregnancies as f', (join) =>
      join.onRef('f.organisation_id', '=', 'r.organisation_id').onRef('f.id', '=', 'r.pregnancy_id'),
    )
    .select([
      'r.id',
      'r.reference',
      'r.received_at',
      'r.state',
      'r.route',
      'r.centre_id',
      'r.person_id',
      'p.given_name',
      'p.family_name',
      'f.due_on',
      'c.zone',
      'c.nation',
    ])
    .where('r.organisation_id', '=', actor.organisationId)
    .where(sql<SqlBool>`r.centre_id = any (${receivingCentres(actor)}::uuid[])`)
    .where('r.state', 'in', [...WAITING])
    .orderBy('r.received_at')
    .orderBy('r.id')
    .limit(200)
    .execute();
  const [oldest] = rows;
  if (!oldest) return [];
  const days = (await currentTemplate(scope)).content.promises.triageWorkingDays;
  const from = dateAt(Temporal.Instant.from(oldest.received_at), 'UTC');
  const until = dateAt(now, 'UTC').add({ days: days * 2 + 14 });
  const off = new Map<string, ReadonlySet<string>>();
  for (const nation of new Set(rows.map((row) => row.nation)))
    off.set(nation, await holidays(scope, nation, from, until));
  return rows.map((row) => {
    const receivedAt = Temporal.Instant.from(row.received_at);
    const readBy = workingDaysAfter(dateAt(receivedAt, row.zone), days, off.get(row.nation) ?? new Set());
    return {
      id: row.id,
      reference: row.reference,
      receivedAt,
      state: row.state,
      route: row.route,
      centreId: row.centre_id,
      personId: row.person_id,
      name: `${row.given_name} ${row.family_name}`.trim(),
      dueOn: row.due_on === null ? null : Temporal.PlainDate.from(row.due_on),
      readBy,
      overdue: Temporal.PlainDate.compare(readBy, dateAt(now, row.zone)) < 0,
    };
  });
};

/** What a parent may know of their own referral. */
export interface OwnReferral {
  readonly referralId: string;
  readonly reference: string;
  readonly receivedAt: Temporal.Instant;
  readonly state: ReferralState;
  /** How it stands and what happens next, for the parent. Says nothing of a loss: whoever shows it looks at the family first. */
  readonly words: string;
}

/** The latest referral of a person; null when there is none for this actor. */
export const referralOf = async ({ tx, actor }: Scope, personId: string): Promise<OwnReferral | null> => {
  const row = await tx
    .selectFrom('referrals.referrals')
    .select(['id', 'reference', 'received_at', 'state'])
    .where('organisation_id', '=', actor.organisationId)
    .where('person_id', '=', personId)
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  return {
    referralId: row.id,
    reference: row.reference,
    receivedAt: Temporal.Instant.from(row.received_at),
    state: row.state,
    words: parentStateWords[row.state],
  };
};
