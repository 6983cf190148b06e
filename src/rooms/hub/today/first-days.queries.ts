import { sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';
import type { FirstDays } from './first-days.rules.ts';

/** What these centres and their organisation have and have not yet, in one question. */
export const firstDaysAt = async (scope: Scope, centreIds: readonly string[]): Promise<FirstDays> => {
  const org = scope.actor.organisationId;
  const { rows } = await sql<{
    id: string;
    name: string;
    reachable: boolean;
    owned: boolean;
    rooms: number;
    people: number;
    undecided: { code: string; name: string }[];
    course_read: boolean;
  }>`
    select c.id, c.name, (c.phone is not null or c.email is not null) as reachable,
      exists (select from safeguarding.duties d where d.organisation_id = c.organisation_id and d.centre_id = c.id and d.duty = 'owner' and d.until_at is null) as owned,
      (select count(*)::int from programme.venues v where v.organisation_id = ${org} and v.closed_at is null) as rooms,
      (select count(distinct r.account_id)::int from people.roles r where r.organisation_id = ${org} and r.ended_at is null) as people,
      (select coalesce(json_agg(json_build_object('code', p.code, 'name', p.content ->> 'name') order by p.code), '[]') from recruiting.role_profiles p
        where p.organisation_id = ${org} and p.version = 1
          and not exists (select from recruiting.eligibility_decisions e where e.organisation_id = p.organisation_id and e.role_code = p.code)) as undecided,
      exists (select from people.organisations o where o.organisation_id = ${org} and o.demo)
        or exists (select from training.course_reviews v where v.organisation_id = ${org} and v.approved) as course_read
    from people.centres c
    where c.organisation_id = ${org} and c.id = any (${[...centreIds]}::uuid[]) and c.closed_on is null
    order by c.opened_on, c.id`.execute(scope.tx);
  return {
    unreachable: rows.filter((row) => !row.reachable).map(({ id, name }) => ({ id, name })),
    withoutOwner: rows.filter((row) => !row.owned).map((row) => row.name),
    rooms: rows[0]?.rooms ?? 0,
    people: rows[0]?.people ?? 0,
    checksUndecided: rows[0]?.undecided ?? [],
    courseRead: rows[0]?.course_read ?? true,
  };
};
