import { dateAt } from '#kernel/dates.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import type { Jobs, Recurring } from '#platform/jobs/worker.ts';

/**
 * The detail of a disclosure goes on its day; that there was one, the decision and its date stay. Where nobody decided
 * because the application or the check ended, or because they left us, it goes as long after that end.
 */
const forgetDetail = async (scope: Scope): Promise<void> => {
  const { tx, actor, now } = scope;
  const today = dateAt(now, 'Europe/London');
  const sixMonthsAgo = now.toZonedDateTimeISO('Europe/London').subtract({ months: 6 }).toInstant();
  const forgotten = await tx
    .updateTable('recruiting.disclosures as d')
    .set({
      what: '',
      when_how_old: '',
      circumstances: '',
      what_changed: '',
      relevance: '',
      safeguards: '',
      reasons: '',
      detail_deleted_at: now.toString(),
    })
    .where('d.organisation_id', '=', actor.organisationId)
    .where('d.detail_deleted_at', 'is', null)
    .where((where) =>
      where.or([
        where('d.detail_deletes_on', '<=', today.toString()),
        where.and([
          where('d.decided_at', 'is', null),
          where.or([
            where.exists(
              where
                .selectFrom('recruiting.checks as e')
                .select('e.id')
                .whereRef('e.organisation_id', '=', 'd.organisation_id')
                .whereRef('e.id', '=', 'd.check_id')
                .where('e.ended_at', '<=', sixMonthsAgo.toString()),
            ),
            where.exists(
              where
                .selectFrom('recruiting.applicants as p')
                .innerJoin('people.accounts as u', (join) =>
                  join
                    .onRef('u.organisation_id', '=', 'p.organisation_id')
                    .onRef('u.person_id', '=', 'p.person_id'),
                )
                .select('u.id')
                .whereRef('p.organisation_id', '=', 'd.organisation_id')
                .whereRef('p.id', '=', 'd.applicant_id')
                .where('u.closed_at', '<=', sixMonthsAgo.toString()),
            ),
            where.exists(
              where
                .selectFrom('recruiting.checks as c')
                .innerJoin('recruiting.applications as a', (join) =>
                  join
                    .onRef('a.organisation_id', '=', 'c.organisation_id')
                    .onRef('a.id', '=', 'c.application_id'),
                )
                .select('c.id')
                .whereRef('c.organisation_id', '=', 'd.organisation_id')
                .whereRef('c.id', '=', 'd.check_id')
                .where((ended) =>
                  ended.or([
                    ended('a.withdrawn_at', '<=', sixMonthsAgo.toString()),
                    ended('a.declined_at', '<=', sixMonthsAgo.toString()),
                  ]),
                ),
            ),
          ]),
        ]),
      ]),
    )
    .returning(['d.id', 'd.centre_id'])
    .execute();
  for (const { id, centre_id } of forgotten)
    await scope.audit('recruiting.disclosure_forgotten', { kind: 'disclosure', id, centreId: centre_id });
};

export const disclosureJobs: Jobs = { 'recruiting.forget_disclosures': forgetDetail };
export const disclosureRecurring: readonly Recurring[] = [
  { cron: '40 2 * * *', job: 'recruiting.forget_disclosures' },
];
