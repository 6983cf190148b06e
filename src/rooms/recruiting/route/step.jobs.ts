import { sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';
import type { Job, Jobs, Recurring } from '#platform/jobs/worker.ts';
import type { StepCode } from '../profiles/profile.shape.ts';
import { applicationOf } from './application.queries.ts';
import { isLive } from './application.rules.ts';
import { happenedBefore, lineAbout, openedTogether } from './step.rules.ts';
import { tellApplicant } from './tell.ts';

/** Who was heard from this lately is left in peace, however long a step waits. */
const QUIET_DAYS = 3;
/** How many letters one morning leaves at most; the others leave the next. */
const AT_ONCE = 300;

/**
 * Steps have opened: the applicant hears what comes next and whose move it is, in one letter for all that opened
 * together. The first steps of a route come with the letter that answers the enquiry.
 */
const stepOpened: Job = async (scope, payload) => {
  const application = await applicationOf(scope, String(payload.applicationId));
  if (!application || !isLive(application.state) || application.state === 'paused') return;
  const code = String(payload.code) as StepCode;
  const together = openedTogether(application.profile.content.route, application.steps, code);
  const first = together[0]?.step;
  const openedAt = application.steps.find((step) => step.code === code)?.openedAt;
  if (first?.code !== code || first.after.length === 0 || !openedAt) return;
  await tellApplicant(scope, application, {
    template: 'recruiting_next',
    details: {
      outcome: happenedBefore(code),
      next: together.map(({ step, mover }) => lineAbout(step, mover)).join('\n'),
    },
    once: `recruiting_next:${application.id}:${openedAt.toString()}`,
  });
};

interface Due {
  readonly application_id: string;
  readonly codes: readonly StepCode[];
}

const dueForNudge = async ({ tx, actor, now }: Scope): Promise<readonly Due[]> => {
  const { rows } = await sql<Due>`
    select s.application_id, array_agg(s.code order by s.opened_at, s.code) as codes
    from recruiting.steps s
    join recruiting.applications a on a.organisation_id = s.organisation_id and a.id = s.application_id
    join recruiting.role_profiles r on r.organisation_id = a.organisation_id and r.id = a.profile_id
    cross join lateral jsonb_array_elements(r.content -> 'route') as listed(step)
    where s.organisation_id = ${actor.organisationId} and listed.step ->> 'code' = s.code
      and s.mover = 'applicant' and s.done_at is null and s.waived_at is null and s.nudged_at is null
      and a.withdrawn_at is null and a.declined_at is null and a.welcomed_at is null and a.paused_at is null
      and s.mover_since < ${now.toString()}::timestamptz - make_interval(days => (listed.step ->> 'days')::int)
      and a.last_heard_at < ${now.subtract({ hours: QUIET_DAYS * 24 }).toString()}::timestamptz
      and not exists (select from recruiting.offered_times t where t.organisation_id = a.organisation_id
        and t.application_id = a.id and t.cancelled_at is null and t.starts_at > ${now.toString()}::timestamptz)
      and not exists (select from recruiting.help_asks h where h.organisation_id = a.organisation_id
        and h.application_id = a.id and h.answered_at is null)
    group by s.application_id order by min(s.mover_since) limit ${AT_ONCE}`.execute(tx);
  return rows;
};

/** One kind word where it is the applicant's move and has been for longer than the step usually takes: once a step, ever. */
const nudge: Job = async (scope) => {
  for (const { application_id, codes } of await dueForNudge(scope)) {
    const application = await applicationOf(scope, application_id);
    if (!application) continue;
    const names = application.profile.content.route
      .filter((step) => codes.includes(step.code))
      .map((step) => step.name.toLowerCase());
    const told = await tellApplicant(scope, application, {
      template: 'recruiting_nudge',
      details: { next: names.join(', ') },
      once: `recruiting_nudge:${application_id}:${codes.join(',')}`,
    });
    if (!told) continue;
    await scope.tx
      .updateTable('recruiting.steps')
      .set({ nudged_at: scope.now.toString() })
      .where('organisation_id', '=', scope.actor.organisationId)
      .where('application_id', '=', application_id)
      .where('code', 'in', [...codes])
      .execute();
  }
};

/** Whoever rests until a day hears from us then: once for each day they named. */
const restOver: Job = async (scope) => {
  const over = await scope.tx
    .selectFrom('recruiting.applications')
    .select(['id', 'paused_until_on'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('paused_at', 'is not', null)
    .where('paused_until_on', '<=', scope.now.toString().slice(0, 10))
    .where('withdrawn_at', 'is', null)
    .where('declined_at', 'is', null)
    .where('welcomed_at', 'is', null)
    .limit(AT_ONCE)
    .execute();
  for (const { id, paused_until_on } of over) {
    const application = await applicationOf(scope, id);
    if (application)
      await tellApplicant(scope, application, {
        template: 'recruiting_rest_over',
        once: `recruiting_rest_over:${id}:${paused_until_on}`,
      });
  }
};

export const stepJobs: Jobs = {
  'recruiting.step_opened': stepOpened,
  'recruiting.nudge': nudge,
  'recruiting.rest_over': restOver,
};
export const stepRecurring: readonly Recurring[] = [
  { cron: '30 9 * * 1-5', job: 'recruiting.nudge' },
  { cron: '40 9 * * 1-5', job: 'recruiting.rest_over' },
];
