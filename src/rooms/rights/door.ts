export { nameDataLead } from './lead/lead.commands.ts';
