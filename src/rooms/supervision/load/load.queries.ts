import { sql } from 'kysely';
import { dateAt } from '#kernel/dates.ts';
import { centresOf, isTeam } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { RECRUITS } from '#rooms/recruiting/door.ts';
import { rulesOn } from '../rhythm/rules.queries.ts';
import { type Load, type LoadKind, loadOf } from './load.rules.ts';

/** What the signal of one person comes from and what it says. */
export interface LoadOfPerson {
  readonly accountId: string;
  readonly load: Load;
}

interface Row {
  readonly account_id: string;
  readonly zone: string;
  readonly begins_on: string | null;
  readonly last_supervision: string | null;
  readonly last_debrief: string | null;
  readonly entries: readonly { readonly kind: LoadKind; readonly on: string }[];
}

const day = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text));

/**
 * The signal of each of these peer supporters, in the order asked; whoever the actor may not see has no entries and is
 * left out. Two queries, however many there are.
 */
export const loadOfPeople = async (
  scope: Scope,
  accountIds: readonly string[],
): Promise<readonly LoadOfPerson[]> => {
  if (accountIds.length === 0) return [];
  const rules = (await rulesOn(scope, scope.now.toZonedDateTimeISO('UTC').toPlainDate())).load;
  const { rows } = await sql<Row>`
    select p.account_id, o.zone, a.begins_on::text as begins_on,
      (select max((m.starts_at at time zone o.zone)::date)::text from supervision.meetings m
        join supervision.meeting_people mp on mp.organisation_id = m.organisation_id and mp.meeting_id = m.id
        where m.organisation_id = o.organisation_id and mp.account_id = p.account_id and mp.came is distinct from false
          and m.held_at is not null and m.kind in ('one_to_one', 'group', 'peer', 'early')) as last_supervision,
      (select max((d.held_at at time zone o.zone)::date)::text from supervision.debriefs d
        where d.organisation_id = o.organisation_id and d.account_id = p.account_id and d.held_at is not null) as last_debrief,
      coalesce((select json_agg(json_build_object('kind', e.kind, 'on', (e.at at time zone o.zone)::date)) from supervision.load_entries e
        where e.organisation_id = o.organisation_id and e.account_id = p.account_id and e.taken_back_at is null
          and e.at > ${scope.now.toString()}::timestamptz - make_interval(days => ${rules.longDays + 1})), '[]') as entries
    from unnest(${[...new Set(accountIds)]}::uuid[]) with ordinality as p(account_id, turn)
    join people.organisations o on o.organisation_id = ${scope.actor.organisationId}
    left join supervision.arrangements a on a.organisation_id = o.organisation_id and a.account_id = p.account_id and a.ended_at is null
    where a.id is not null or p.account_id = ${isTeam(scope.actor) ? scope.actor.accountId : null}::uuid
      or exists (select from people.roles r where r.organisation_id = o.organisation_id and r.account_id = p.account_id and r.role = 'peer_supporter' and r.ended_at is null
        and (${scope.actor.kind === 'system'} or r.centre_id = any (${[...centresOf(scope.actor, RECRUITS)]}::uuid[])))
    order by p.turn`.execute(scope.tx);
  return rows.map((row) => ({
    accountId: row.account_id,
    load: loadOf(
      {
        today: dateAt(scope.now, row.zone),
        entries: row.entries.map(({ kind, on }) => ({ kind, on: Temporal.PlainDate.from(on) })),
        lastSupervisionOn: day(row.last_supervision),
        supervisionSince: day(row.begins_on),
        lastDebriefOn: day(row.last_debrief),
      },
      rules,
    ),
  }));
};

/** The peer supporters at these centres for whom it has been a lot, by name; no order of who carries more. */
export const heavyAt = async (
  scope: Scope,
  centreIds: readonly string[],
): Promise<readonly (LoadOfPerson & { readonly name: string; readonly centreId: string })[]> => {
  if (centreIds.length === 0) return [];
  const { rows } = await sql<{ account_id: string; name: string; centre_id: string }>`
    select distinct on (name, r.account_id) r.account_id, trim(coalesce(nullif(p.known_as, ''), p.given_name) || ' ' || p.family_name) as name, r.centre_id
    from people.roles r
    join people.accounts a on a.organisation_id = r.organisation_id and a.id = r.account_id and a.closed_at is null
    join people.persons p on p.organisation_id = a.organisation_id and p.id = a.person_id
    where r.organisation_id = ${scope.actor.organisationId} and r.role = 'peer_supporter' and r.ended_at is null
      and r.centre_id = any (${[...centreIds]}::uuid[]) and r.account_id is distinct from ${isTeam(scope.actor) ? scope.actor.accountId : null}::uuid
    order by name, r.account_id`.execute(scope.tx);
  const loads = new Map(
    (
      await loadOfPeople(
        scope,
        rows.map((row) => row.account_id),
      )
    ).map((each) => [each.accountId, each]),
  );
  return rows.flatMap((row) => {
    const its = loads.get(row.account_id);
    return its?.load.level === 'heavy' ? [{ ...its, name: row.name, centreId: row.centre_id }] : [];
  });
};

/** What somebody told, as they see it themselves. */
export interface Told {
  readonly id: string;
  readonly kind: LoadKind;
  readonly at: Temporal.Instant;
  readonly bySelf: boolean;
  readonly words: string;
}

/** What counts of somebody's own in the days before now, the newest first, with what they wrote beside it. */
export const toldOf = async (scope: Scope, accountId: string, days: number): Promise<readonly Told[]> => {
  const rows = await scope.tx
    .selectFrom('supervision.load_entries as e')
    .leftJoin('supervision.load_words as w', (join) =>
      join.onRef('w.organisation_id', '=', 'e.organisation_id').onRef('w.entry_id', '=', 'e.id'),
    )
    .select(['e.id', 'e.kind', 'e.at', 'e.told_by', 'w.words'])
    .where('e.organisation_id', '=', scope.actor.organisationId)
    .where('e.account_id', '=', accountId)
    .where('e.taken_back_at', 'is', null)
    .where('e.at', '>', scope.now.subtract({ hours: 24 * days }).toString())
    .orderBy('e.at', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as LoadKind,
    at: Temporal.Instant.from(row.at),
    bySelf: row.told_by === 'self',
    words: row.words ?? '',
  }));
};

/** Where somebody volunteers: the centre of their supervision, else of their role; null for nobody's volunteer. */
export const ownCentre = async (scope: Scope): Promise<string | null> => {
  if (!isTeam(scope.actor)) return null;
  const row = await scope.tx
    .selectFrom('supervision.arrangements')
    .select('centre_id')
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('account_id', '=', scope.actor.accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row?.centre_id ?? centresOf(scope.actor, ['peer_supporter'])[0] ?? null;
};
