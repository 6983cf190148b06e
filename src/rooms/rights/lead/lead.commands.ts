import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { dataLeads } from './lead.queries.ts';

/**
 * Names somebody who answers for what we keep about people, from now on.
 * Raises a Refusal (field `account`) when they do already.
 */
export const nameDataLead = async (scope: Scope, accountId: string): Promise<void> => {
  if ((await dataLeads(scope)).some((lead) => lead.accountId === accountId))
    throw new Refusal(
      'They are the data lead already. Choose somebody else, or leave it as it is.',
      'account',
    );
  const id = newId();
  await scope.tx
    .insertInto('rights.data_leads')
    .values({
      organisation_id: scope.actor.organisationId,
      id,
      account_id: accountId,
      from_at: scope.now.toString(),
      given_by: accountOf(scope.actor),
    })
    .execute();
  await scope.audit('rights.data_lead_named', { kind: 'data_lead', id });
};

/**
 * Somebody is the data lead no longer. Raises NotFound when they were not, and a Refusal when nobody would be left:
 * a request that somebody made goes on counting its month.
 */
export const endDataLead = async (scope: Scope, leadId: string): Promise<void> => {
  const leads = await dataLeads(scope);
  if (!leads.some(({ id }) => id === leadId)) throw new NotFound('data lead');
  if (leads.length === 1)
    throw new Refusal('Name somebody else first, so that nobody’s request waits for no one.', 'agreed');
  await scope.tx
    .updateTable('rights.data_leads')
    .set({ until_at: scope.now.toString(), ended_by: accountOf(scope.actor) })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', leadId)
    .where('until_at', 'is', null)
    .execute();
  await scope.audit('rights.data_lead_ended', { kind: 'data_lead', id: leadId });
};
