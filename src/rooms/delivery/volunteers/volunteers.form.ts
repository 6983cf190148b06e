import { date, oneOf, text, tick } from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';
import { MAY_BE_EXCUSED } from '../readiness/readiness.rules.ts';

export const exemptForm = form('volunteer_answer_for', {
  part: oneOf(['peer_supporter', 'creche', 'alongside'], 'Choose the part they do.'),
  code: oneOf(MAY_BE_EXCUSED, 'Choose what you answer for.'),
  why: text('Say why they may begin without it, for those who look at it later.', 500),
  untilOn: date('Enter the last day on which you answer for them.'),
});

export const suspendForm = form('volunteer_suspend', { agreed: tick() }, ({ agreed }) =>
  agreed
    ? []
    : [{ field: 'agreed', message: 'Tick the box if this is what you mean. Until then nothing changes.' }],
);
