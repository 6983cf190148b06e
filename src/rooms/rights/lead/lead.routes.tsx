import { holds, ROLES } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { notSensitive, page, type Route } from '#platform/http/page.ts';
import { accountsAt, centres, namesOfAccounts } from '#rooms/people/door.ts';
import { dataPath, endLeadPath, leadPath } from '../paths.ts';
import { endDataLead, nameDataLead } from './lead.commands.ts';
import { endLeadForm, leadForm } from './lead.form.ts';
import { DataPage, EndLeadPage, type LeadFacts, LeadPage, type NamedLead } from './lead.pages.tsx';
import { MAY_BE_LEAD, NAMES_LEADS } from './lead.policy.ts';
import { dataLeads, isDataLead } from './lead.queries.ts';
import { sections } from './sections.ts';

const plain = notSensitive('which colleague answers for what we keep; nothing of anybody whom it is about');

const named = async (scope: Scope): Promise<readonly (NamedLead & { readonly accountId: string })[]> => {
  const leads = await dataLeads(scope);
  const names = await namesOfAccounts(
    scope,
    leads.map(({ accountId }) => accountId),
  );
  return leads.map((lead) => ({ ...lead, name: names.get(lead.accountId) ?? 'Somebody who has left' }));
};

const data = page({
  path: dataPath,
  can: (actor) => holds(actor, ROLES),
  audit: plain,
  load: async (scope) => {
    const lead = await isDataLead(scope);
    const mayName = holds(scope.actor, NAMES_LEADS);
    if (!lead && !mayName) return null;
    return { leads: await named(scope), sections: lead ? sections : [], mayName };
  },
  show: (facts, view) => <DataPage facts={facts} view={view} />,
});

const lead = page({
  path: leadPath,
  can: (actor) => holds(actor, NAMES_LEADS),
  audit: plain,
  load: async (scope): Promise<LeadFacts> => {
    const leads = await named(scope);
    const choices = new Map<string, string>();
    for (const { id } of await centres(scope))
      for (const { accountId, name } of await accountsAt(scope, id, MAY_BE_LEAD))
        if (!leads.some((each) => each.accountId === accountId)) choices.set(accountId, name);
    return { leads, choices: [...choices].map(([accountId, name]) => ({ accountId, name })) };
  },
  show: (facts, view) => <LeadPage facts={facts} view={view} />,
  form: ({ choices }: LeadFacts) => leadForm(choices.map(({ accountId }) => accountId)),
  submit: async (scope, { account }) => {
    await nameDataLead(scope, account);
    return {
      to: leadPath(),
      notice: { happened: 'They answer for it from now on.', next: 'They find it at “What we keep”.' },
    };
  },
});

const end = page({
  path: endLeadPath,
  can: (actor) => holds(actor, NAMES_LEADS),
  audit: plain,
  load: async (scope, { params }) => {
    const found = (await named(scope)).find(({ id }) => id === params.leadId);
    return found ? { lead: found } : null;
  },
  show: (facts, view) => <EndLeadPage lead={facts.lead} view={view} />,
  form: () => endLeadForm,
  submit: async (scope, _given, { lead: { id } }) => {
    await endDataLead(scope, id);
    return { to: leadPath(), notice: { happened: 'Ended.' } };
  },
});

export const leadRoutes: readonly Route[] = [data, lead, end];
