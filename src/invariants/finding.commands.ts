import { type RawBuilder, sql } from 'kysely';
import { newId } from '#kernel/ids.ts';
import { isSystem } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import type { FindingCode } from './finding.rules.ts';

interface Seen {
  code: FindingCode;
  kind: string;
  id: string;
  centre_id: string | null;
}

// A place somebody holds or was offered.
const live = sql`p.declined_at is null and p.lapsed_at is null and p.ended_at is null`;

/**
 * Each asks for rows that cannot be there: what it is about, its id and its centre. They read every room's tables,
 * because only here does anyone look at all of them together; they read ids and moments, never a name or a word.
 */
const looks = (org: string, now: string): Readonly<Record<FindingCode, RawBuilder<unknown>>> => ({
  // Jobs follow a loss within moments; what still stands an hour later was forgotten. A parent who has not been told
  // keeps what they see.
  place_after_loss: sql`
    select 'person' as kind, p.person_id as id, p.centre_id from delivery.places p
    where p.organisation_id = ${org} and ${live} and p.pregnancy_id = any ((select families.lost_pregnancies())::uuid[])
      and (p.pregnancy_id, p.person_id) not in (select u.pregnancy_id, u.person_id from families.untold_parents() u)
      and not exists (select from families.losses x where x.organisation_id = p.organisation_id and x.pregnancy_id = p.pregnancy_id
        and x.undone_at is null and x.recorded_at > ${now}::timestamptz - interval '1 hour')`,
  message_after_loss: sql`
    select 'person' as kind, m.person_id as id, m.centre_id from platform.messages m
    join families.parents r on r.organisation_id = m.organisation_id and r.person_id = m.person_id and r.ended_at is null
    where m.organisation_id = ${org} and m.state in ('waiting', 'held') and m.about in ('group', 'baby')
      and coalesce(m.pregnancy_id, r.pregnancy_id) = r.pregnancy_id and r.pregnancy_id = any ((select families.lost_pregnancies())::uuid[])`,
  concern_without_owner: sql`
    select 'concern' as kind, c.id, c.centre_id from safeguarding.concerns c
    where c.organisation_id = ${org}
      and not exists (select from safeguarding.acknowledgements a where a.organisation_id = c.organisation_id and a.concern_id = c.id and a.acknowledged_at is not null)
      and not exists (select from people.accounts o
        join people.roles h on h.organisation_id = o.organisation_id and h.account_id = o.id and h.ended_at is null and (h.centre_id is null or h.centre_id = c.centre_id)
        where o.organisation_id = c.organisation_id and o.closed_at is null
          and (o.id = c.owner_id or o.id in (select e.to_account_id from safeguarding.escalations e where e.organisation_id = c.organisation_id and e.concern_id = c.id)))`,
  register_of_nothing: sql`
    select 'session' as kind, s.id, s.centre_id from delivery.sessions s
    left join delivery.register_closings r on r.organisation_id = s.organisation_id and r.session_id = s.id
    where s.organisation_id = ${org} and (s.called_off_at is not null or r.happened = false)
      and (r.happened or exists (select from delivery.attendances a where a.organisation_id = s.organisation_id and a.session_id = s.id and a.mark in ('came', 'late')))`,
  closed_too_early: sql`
    select 'session' as kind, s.id, s.centre_id from delivery.sessions s
    join delivery.register_closings r on r.organisation_id = s.organisation_id and r.session_id = s.id
    where s.organisation_id = ${org} and r.happened and r.closed_at < s.starts_at`,
  place_in_ended_group: sql`
    select 'group' as kind, g.id, g.centre_id from delivery.groups g
    where g.organisation_id = ${org} and g.ended_at < ${now}::timestamptz - interval '1 hour'
      and exists (select from delivery.places p where p.organisation_id = g.organisation_id and p.group_id = g.id and ${live})`,
  // The drop-in is open to everyone, so its chairs are not counted.
  more_places_than_chairs: sql`
    select 'group' as kind, g.id, g.centre_id from delivery.groups g
    where g.organisation_id = ${org} and g.kind = 'antenatal_group' and g.ended_at is null
      and g.places < (select count(*) from delivery.places p where p.organisation_id = g.organisation_id and p.group_id = g.id and ${live})`,
  // Between a change and the job that follows it a moment may pass; what is found at night was forgotten.
  unready_on_rota: sql`
    select 'session' as kind, u.session_id as id, u.centre_id from delivery.unready_on_rota(${now}::timestamptz) u`,
  sealed_in_a_group: sql`
    select 'group' as kind, p.group_id as id, p.centre_id from delivery.places p
    join people.persons f on f.organisation_id = p.organisation_id and f.id = p.person_id and f.sealed_at < ${now}::timestamptz - interval '1 hour'
    where p.organisation_id = ${org} and ${live}`,
  role_after_leaving: sql`
    select 'account' as kind, h.account_id as id, h.centre_id from people.roles h
    join people.accounts a on a.organisation_id = h.organisation_id and a.id = h.account_id and a.closed_at < ${now}::timestamptz - interval '1 hour'
    where h.organisation_id = ${org} and h.ended_at is null`,
  message_left_lying: sql`
    select 'message' as kind, m.id, m.centre_id from platform.messages m
    where m.organisation_id = ${org} and m.state in ('waiting', 'sending') and m.send_after < ${now}::timestamptz - interval '1 day'`,
  two_waits: sql`
    select 'person' as kind, w.person_id as id, w.centre_id from delivery.waiting w
    where w.organisation_id = ${org} and w.ended_at is null and exists (
      select from delivery.places p join delivery.groups g on g.organisation_id = p.organisation_id and g.id = p.group_id and g.kind = 'antenatal_group'
      where p.organisation_id = w.organisation_id and p.person_id = w.person_id and ${live} and p.taken_at < ${now}::timestamptz - interval '1 hour')`,
});

const everythingSeen = async (scope: Scope): Promise<readonly Seen[]> => {
  const parts = Object.entries(looks(scope.actor.organisationId, scope.now.toString())).map(
    ([code, look]) =>
      sql`select distinct ${code}::text as code, found.kind, found.id, found.centre_id from (${look}) found`,
  );
  return (await sql<Seen>`${sql.join(parts, sql` union all `)}`.execute(scope.tx)).rows;
};

/**
 * Looks for the impossible and keeps what it finds: new findings are written down, those seen before are seen again,
 * and those that are gone say since when. Answers how many stand now. Runs as the house; raises an Error otherwise.
 */
export const lookForTheImpossible = async (scope: Scope): Promise<number> => {
  const { tx, actor, now } = scope;
  if (!isSystem(actor)) throw new Error('only the house looks for the impossible');
  const seen = await everythingSeen(scope);
  if (seen.length > 0)
    await tx
      .insertInto('platform.findings')
      .values(
        seen.map(({ code, kind, id, centre_id }) => ({
          organisation_id: actor.organisationId,
          id: newId(),
          code,
          subject_kind: kind,
          subject_id: id,
          centre_id,
          first_seen_at: now.toString(),
          last_seen_at: now.toString(),
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['organisation_id', 'code', 'subject_id'])
          .where('gone_at', 'is', null)
          .doUpdateSet({ last_seen_at: now.toString() }),
      )
      .execute();
  await tx
    .updateTable('platform.findings')
    .set({ gone_at: now.toString() })
    .where('organisation_id', '=', actor.organisationId)
    .where('gone_at', 'is', null)
    .where('last_seen_at', '<', now.toString())
    .execute();
  return seen.length;
};
