import { oneOf, oneOfThese, optionalText, tick } from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';

/** Putting somebody on one session, from among the team that the page offers. */
export const putOnForm = (accountIds: readonly string[]) =>
  form('rota_put_on', {
    accountId: oneOfThese(accountIds, 'Choose who.'),
    part: oneOf(['practitioner', 'peer_supporter', 'creche'], 'Say as what they are there.'),
    withChildren: tick(),
  });

export const standDownForm = form('rota_stand_down', { words: optionalText(300) });
