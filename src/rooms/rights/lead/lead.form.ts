import { oneOfThese, tick } from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';

/** Who becomes the data lead; `choices` are the accounts that may. */
export const leadForm = (choices: readonly string[]) =>
  form('rights.name_lead', { account: oneOfThese(choices, 'Choose who answers for it.') });

export const endLeadForm = form('rights.end_lead', { agreed: tick() }, ({ agreed }) =>
  agreed ? [] : [{ field: 'agreed', message: 'Tick the box to say that somebody else answers from now on.' }],
);
