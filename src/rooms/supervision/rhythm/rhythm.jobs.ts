import { sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';
import type { Job } from '#platform/jobs/worker.ts';
import { accountsAt, centres } from '#rooms/people/door.ts';
import { RECRUITS } from '#rooms/recruiting/door.ts';
import { SUPERVISES } from '../supervision.policy.ts';
import { beginArrangement, endArrangement, leaveAsSupervisor } from './arrangement.commands.ts';
import { arrangementsAt, arrangementsLedBy } from './arrangement.queries.ts';
import { proposeCoffee } from './coffee.commands.ts';
import { openBetween } from './meeting.queries.ts';
import { proposeFor } from './propose.commands.ts';
import { tellMeeting } from './tell.ts';

const text = (payload: Readonly<Record<string, unknown>>, name: string): string | null =>
  typeof payload[name] === 'string' ? payload[name] : null;

/** The only volunteer manager of the centre, else whoever welcomed them if they look after volunteers there, else nobody yet. */
const supervisorFor = async (
  scope: Scope,
  centreId: string,
  applicantId: string | null,
  accountId: string,
) => {
  const team = (await accountsAt(scope, centreId, RECRUITS)).filter((each) => each.accountId !== accountId);
  const managers = team.filter((each) => each.role === 'volunteer_manager');
  if (managers.length === 1) return managers[0]?.accountId ?? null;
  if (applicantId === null) return null;
  const { rows } = await sql<{ by: string | null }>`
    select asked_by as by from recruiting.welcomes
    where organisation_id = ${scope.actor.organisationId} and applicant_id = ${applicantId} order by asked_at desc limit 1`.execute(
    scope.tx,
  );
  return team.find((each) => each.accountId === rows[0]?.by)?.accountId ?? null;
};

const welcomed: Job = async (scope, payload) => {
  const [accountId, centreId] = [text(payload, 'accountId'), text(payload, 'centreId')];
  if (!accountId || !centreId) return;
  await beginArrangement(scope, {
    accountId,
    centreId,
    supervisorId: await supervisorFor(scope, centreId, text(payload, 'applicantId'), accountId),
    newcomer: true,
  });
};

/** Where somebody still holds one of these roles, by centre; a role for all centres counts at each. */
const holdsAt = async (scope: Scope, accountId: string, roles: readonly string[]) => {
  const { rows } = await sql<{ centre_id: string }>`
    select distinct c.id as centre_id from people.roles r
    join people.accounts a on a.organisation_id = r.organisation_id and a.id = r.account_id and a.closed_at is null
    join people.centres c on c.organisation_id = r.organisation_id and (r.centre_id is null or c.id = r.centre_id)
    where r.organisation_id = ${scope.actor.organisationId} and r.account_id = ${accountId} and r.ended_at is null and r.role = any (${[...roles]}::text[])`.execute(
    scope.tx,
  );
  return new Set(rows.map((row) => row.centre_id));
};

/** A role ended or an account closed: their own arrangement ends, and those they supervise ask for somebody else. */
const roleEnded: Job = async (scope, payload) => {
  const accountId = text(payload, 'accountId');
  if (!accountId) return;
  const supports = await holdsAt(scope, accountId, ['peer_supporter']);
  if (supports.size === 0) {
    await endArrangement(scope, accountId, 'role_ended');
    await proposeFor(scope, accountId);
  }
  const team = await holdsAt(scope, accountId, SUPERVISES);
  const left = (await arrangementsLedBy(scope, accountId)).filter((each) => !team.has(each.centreId));
  if (left.length === 0) return;
  await leaveAsSupervisor(
    scope,
    accountId,
    left.map((each) => each.accountId),
  );
  for (const each of left) await proposeFor(scope, each.accountId);
};

/** Every peer supporter who can sign in and has no arrangement gets one from today: nobody goes without unnoticed. */
const nobodyWithout = async (scope: Scope, centreId: string) => {
  const running = new Set((await arrangementsAt(scope, [centreId])).map((each) => each.accountId));
  for (const { accountId } of await accountsAt(scope, centreId, ['peer_supporter']))
    if (!running.has(accountId))
      await beginArrangement(scope, {
        accountId,
        centreId,
        supervisorId: await supervisorFor(scope, centreId, null, accountId),
      });
};

/** Goes round everybody at night: nobody without an arrangement, every day counted anew, proposals kept, coffee proposed. */
const goRound: Job = async (scope) => {
  for (const each of await centres(scope)) {
    await nobodyWithout(scope, each.id);
    for (const { accountId } of await arrangementsAt(scope, [each.id])) await proposeFor(scope, accountId);
    await proposeCoffee(scope, each);
  }
};

const propose: Job = async (scope, payload) => {
  const accountId = text(payload, 'accountId');
  if (accountId) await proposeFor(scope, accountId);
};

/** Two days before, once. A day on which nothing ran is made up for. */
const remind: Job = async (scope) => {
  const from = scope.now.add({ hours: 24 });
  for (const meeting of await openBetween(scope, from, scope.now.add({ hours: 60 })))
    await tellMeeting(scope, 'supervision_soon', meeting, {
      to: [...meeting.people.map((each) => each.accountId), meeting.supervisorId],
    });
};

export const rhythmJobs = {
  'supervision.propose': propose,
  'supervision.go_round': goRound,
  'supervision.remind': remind,
};

export const rhythmHears: Readonly<Record<string, Job>> = {
  'recruiting.welcomed': welcomed,
  'people.role_ended': roleEnded,
};

export const rhythmRecurring = [
  { cron: '10 3 * * *', job: 'supervision.go_round' },
  { cron: '10 8 * * *', job: 'supervision.remind' },
];
