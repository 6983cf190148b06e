import { sql } from 'kysely';
import type { DiaryEntry } from '#platform/calendar/entry.ts';
import type { Scope } from '#platform/db/as-actor.ts';

interface Row {
  readonly id: string;
  readonly sequence: number;
  readonly starts_at: string;
  readonly minutes: number;
  readonly zone: string;
  readonly place: string | null;
  readonly cancelled: boolean;
  readonly changed_at: string;
}

/**
 * The sessions somebody was ever put on, for their calendar, in a stretch of time: from the first moment on, up to and
 * without the second. Cancelled where the session was called off or did not happen, where the group has ended, and where
 * they stood down. Titles are neutral; never the name of a group.
 */
export const rotaDiary = async (
  scope: Scope,
  accountId: string,
  { from, until }: { readonly from: Temporal.Instant; readonly until: Temporal.Instant },
): Promise<readonly DiaryEntry[]> => {
  // Both versions only ever rise, so their sum does too: a session that moved, and somebody who stood down.
  const { rows } = await sql<Row>`
    select s.id, s.version + r.version - 2 as sequence, s.starts_at, round(extract(epoch from s.ends_at - s.starts_at) / 60)::integer as minutes,
      c.zone, nullif(concat_ws(', ', v.name, nullif(v.room, '')), '') as place,
      r.stood_down_at is not null or s.called_off_at is not null or x.happened is false or coalesce(g.ended_at <= s.starts_at, false) as cancelled,
      greatest(r.put_on_at, r.stood_down_at, s.called_off_at, x.closed_at, g.ended_at) as changed_at
    from delivery.rota r
    join delivery.sessions s on s.organisation_id = r.organisation_id and s.id = r.session_id
    join delivery.groups g on g.organisation_id = s.organisation_id and g.id = s.group_id
    join people.centres c on c.organisation_id = s.organisation_id and c.id = s.centre_id
    left join programme.venues v on v.organisation_id = s.organisation_id and v.id = s.venue_id
    left join delivery.register_closings x on x.organisation_id = s.organisation_id and x.session_id = s.id
    where r.organisation_id = ${scope.actor.organisationId} and r.account_id = ${accountId}
      and s.starts_at >= ${from.toString()}::timestamptz and s.starts_at < ${until.toString()}::timestamptz
    order by s.starts_at, s.id
    limit 1000`.execute(scope.tx);
  return rows.map((row) => ({
    uid: `delivery-sessions-${row.id}`,
    sequence: row.sequence,
    startsAt: Temporal.Instant.from(row.starts_at),
    minutes: row.minutes,
    zone: row.zone,
    title: 'Session',
    place: row.place,
    cancelled: row.cancelled,
    changedAt: Temporal.Instant.from(row.changed_at),
  }));
};
