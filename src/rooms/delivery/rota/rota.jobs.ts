import type { Scope } from '#platform/db/as-actor.ts';
import type { Job } from '#platform/jobs/worker.ts';
import { noteLoad } from '#rooms/supervision/door.ts';
import { sessionOf } from '../sessions/session.queries.ts';
import { reconcile, reconcileGroup } from './reconcile.commands.ts';
import { rotaOf } from './rota.queries.ts';

const text = (payload: Readonly<Record<string, unknown>>, name: string): string | null =>
  typeof payload[name] === 'string' ? payload[name] : null;

/** The accounts of somebody whom recruiting knows as an applicant: none before their welcome. */
const accountsOf = async (scope: Scope, applicantId: string): Promise<readonly string[]> =>
  (
    await scope.tx
      .selectFrom('recruiting.applicants as p')
      .innerJoin('people.accounts as a', (join) =>
        join.onRef('a.organisation_id', '=', 'p.organisation_id').onRef('a.person_id', '=', 'p.person_id'),
      )
      .select('a.id')
      .where('p.organisation_id', '=', scope.actor.organisationId)
      .where('p.id', '=', applicantId)
      .execute()
  ).map((row) => row.id);

const ofApplicant: Job = async (scope, payload) => {
  const applicantId = text(payload, 'applicantId');
  const accounts = applicantId ? await accountsOf(scope, applicantId) : [];
  if (accounts.length > 0) await reconcile(scope, accounts);
};

const ofAccount: Job = async (scope, payload) => {
  const accountId = text(payload, 'accountId');
  if (accountId) await reconcile(scope, [accountId]);
};

/** Without more words it goes round everybody, as every night. */
const all: Job = async (scope, payload) => {
  const groupId = text(payload, 'groupId');
  if (groupId) return reconcileGroup(scope, groupId);
  const { accountIds } = payload;
  await reconcile(scope, Array.isArray(accountIds) ? accountIds.map(String) : null);
};

/** Supervision hears who of the peer supporters ran a session that took place. */
const sessionsRun: Job = async (scope, payload) => {
  const session = await sessionOf(scope, text(payload, 'sessionId') ?? '');
  if (!session) return;
  for (const each of await rotaOf(scope, [session.id]))
    if (each.stoodDownWhy === null && (each.part === 'peer_supporter' || each.part === 'creche'))
      await noteLoad(scope, {
        accountId: each.accountId,
        centreId: session.centreId,
        kind: 'session',
        at: session.startsAt,
        ref: session.id,
      });
};

export const rotaJobs = { 'delivery.reconcile': all, 'delivery.sessions_run': sessionsRun };

export const rotaHears: Readonly<Record<string, Job>> = {
  'recruiting.proof_changed': ofApplicant,
  'recruiting.settings_changed': ofApplicant,
  'recruiting.welcomed': ofAccount,
  'recruiting.rules_changed': (scope) => reconcile(scope, null),
  'people.suspension_changed': ofAccount,
  'people.role_ended': ofAccount,
};

export const rotaRecurring = [{ cron: '40 3 * * *', job: 'delivery.reconcile' }];
