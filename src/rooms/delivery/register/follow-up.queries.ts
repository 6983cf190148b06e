import { sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';
import { type InTheRoom, inTheRoom } from './in-the-room.queries.ts';
import { askAfterBy, asksAfter, type Mark } from './register.rules.ts';

/** Somebody who did not come and whom nobody has asked after yet. */
export interface ToFollowUp {
  readonly sessionId: string;
  readonly personId: string;
  readonly calledName: string;
  readonly centreId: string;
  readonly groupName: string;
  readonly on: Temporal.PlainDate;
  /** The day by which the programme promises to ask after somebody. */
  readonly by: Temporal.PlainDate;
  readonly safety: readonly string[];
}

interface MissedRow {
  session_id: string;
  person_id: string;
  centre_id: string;
  zone: string;
  group_name: string;
  kind: 'antenatal_group' | 'drop_in';
  starts_at: string;
  mark: Mark;
  version: number;
  happened: boolean;
  why_not: string | null;
  coming: boolean | null;
  days: number | null;
  followed_up_at: string | null;
  followed_up_words: string | null;
}

// Somebody who came to a later session, or whose place ended, is not asked about an earlier one any more. `offset 0`
// keeps each question a look-up of one person: as a join it read every place of the group for each of them.
const missed = (scope: Scope, where: ReturnType<typeof sql>) =>
  sql<MissedRow>`
    select a.session_id, a.person_id, a.centre_id, c.zone, g.name as group_name, g.kind, s.starts_at, a.mark, a.version, r.happened, r.why_not, n.coming,
      (t.content -> 'promises' ->> 'missedContactDays')::int as days, a.followed_up_at, a.followed_up_words
    from delivery.attendances a
    join delivery.sessions s on s.organisation_id = a.organisation_id and s.id = a.session_id
    join delivery.register_closings r on r.organisation_id = a.organisation_id and r.session_id = a.session_id
    join delivery.groups g on g.organisation_id = s.organisation_id and g.id = s.group_id
    join programme.templates t on t.organisation_id = g.organisation_id and t.id = g.template_id
    join people.centres c on c.organisation_id = a.organisation_id and c.id = a.centre_id
    left join delivery.answers n on n.organisation_id = a.organisation_id and n.session_id = a.session_id and n.person_id = a.person_id
    where a.organisation_id = ${scope.actor.organisationId} and a.mark = 'did_not_come' and ${where}
    order by s.starts_at limit 200`.execute(scope.tx);

const STILL_ASKED = sql`a.followed_up_at is null
  and not exists (select from delivery.attendances b join delivery.sessions l on l.organisation_id = b.organisation_id and l.id = b.session_id
    where b.organisation_id = a.organisation_id and b.person_id = a.person_id and b.mark in ('came', 'late') and l.group_id = s.group_id and l.starts_at > s.starts_at offset 0)
  and not exists (select from delivery.places p where p.organisation_id = a.organisation_id and p.person_id = a.person_id and p.group_id = s.group_id
    and p.end_reason in ('left', 'moved_away', 'loss', 'mistake') offset 0)`;

const on = (row: MissedRow) =>
  Temporal.Instant.from(row.starts_at).toZonedDateTimeISO(row.zone).toPlainDate();

const asked = (row: MissedRow, who: InTheRoom | undefined) =>
  asksAfter({
    mark: row.mark,
    happened: row.happened,
    whyNot: row.why_not,
    kind: row.kind,
    saidComing: row.coming,
    resting: who?.care?.resting ?? false,
  });

const DAYS_UNLESS_SAID = 2;

/** Parents of these centres who did not come and whom nobody has asked after yet, the longest ago first. */
export const toFollowUp = async (
  scope: Scope,
  centreIds: readonly string[],
): Promise<readonly ToFollowUp[]> => {
  if (centreIds.length === 0) return [];
  const { rows } = await missed(scope, sql`a.centre_id = any (${[...centreIds]}::uuid[]) and ${STILL_ASKED}`);
  const first = rows[0];
  if (!first) return [];
  const people = await inTheRoom(scope, [...new Set(rows.map((row) => row.person_id))], {
    centreId: first.centre_id,
    on: on(first),
  });
  return rows.flatMap((row) => {
    const who = people.get(row.person_id);
    if (!who || !asked(row, who)) return [];
    return [
      {
        sessionId: row.session_id,
        personId: row.person_id,
        calledName: who.calledName,
        centreId: row.centre_id,
        groupName: row.group_name,
        on: on(row),
        by: askAfterBy(on(row), row.days ?? DAYS_UNLESS_SAID),
        safety: who.safety,
      },
    ];
  });
};

/** One person who did not come to one session, for the page on which somebody says what they did. */
export interface FollowUp {
  readonly sessionId: string;
  readonly personId: string;
  readonly centreId: string;
  readonly groupName: string;
  readonly on: Temporal.PlainDate;
  readonly who: InTheRoom;
  readonly version: number;
  /** What was said before; null when nobody asked yet. */
  readonly words: string | null;
}

/** The follow-up of a person and a session; null when the actor may not know of it or there is nothing to ask after. */
export const followUpOf = async (
  scope: Scope,
  sessionId: string,
  personId: string,
): Promise<FollowUp | null> => {
  const { rows } = await missed(
    scope,
    sql`a.session_id = ${sessionId}::uuid and a.person_id = ${personId}::uuid`,
  );
  const row = rows[0];
  if (!row) return null;
  const who = (await inTheRoom(scope, [personId], { centreId: row.centre_id, on: on(row) })).get(personId);
  if (!who || (!row.followed_up_at && !asked(row, who))) return null;
  return {
    sessionId,
    personId,
    centreId: row.centre_id,
    groupName: row.group_name,
    on: on(row),
    who,
    version: row.version,
    words: row.followed_up_at ? (row.followed_up_words ?? '') : null,
  };
};
