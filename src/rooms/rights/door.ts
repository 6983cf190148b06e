export { nameDataLead } from './lead/lead.commands.ts';
export { MAY_BE_LEAD } from './lead/lead.policy.ts';
export { type DataCare, dataCare } from './lead/lead.queries.ts';
