import { sql } from 'kysely';
import type { Job } from '#platform/jobs/worker.ts';
import { leaveClosing } from '#platform/sign-in/invite.ts';
import { sealFile } from './seal.commands.ts';

interface Standing {
  readonly person_id: string;
  readonly sealed: boolean;
}

/**
 * Somebody was welcomed as a volunteer: the file they had as a parent is sealed now, wherever it went since, and its
 * sign-in closes. Doing it twice ends the same.
 */
export const sealAtWelcomeJob: Job = async (scope, payload) => {
  const { tx, actor, now } = scope;
  const applicantId = String(payload.applicantId ?? '');
  const { rows } = await sql<Standing>`
    select distinct k.id as person_id, k.sealed_at is not null as sealed
    from people.seals s
    join people.persons p on p.organisation_id = s.organisation_id and p.id = s.family_person_id
    join people.persons k on k.organisation_id = p.organisation_id and k.id = coalesce(p.merged_into, p.id)
    where s.organisation_id = ${actor.organisationId} and s.applicant_id = ${applicantId}::uuid and s.opened_again_at is null`.execute(
    tx,
  );
  for (const { person_id, sealed } of rows) {
    if (!sealed) {
      await sealFile(scope, {
        familyPersonId: person_id,
        why: 'volunteers',
        applicantId,
        closeAccount: true,
      });
      continue;
    }
    const account = await tx
      .updateTable('people.accounts')
      .set({ closed_at: now.toString() })
      .where('organisation_id', '=', actor.organisationId)
      .where('person_id', '=', person_id)
      .where('closed_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!account) continue;
    await leaveClosing(scope, account.id);
    await scope.audit('people.account_closed', { kind: 'account', id: account.id });
  }
};
