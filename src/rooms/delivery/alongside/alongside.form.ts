import { oneOf, oneOfThese } from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';

export const KINDS = [
  { value: 'shadowing', label: 'Shadowing', hint: 'They watch and get to know how it goes' },
  { value: 'buddying', label: 'Buddying', hint: 'They take on small parts, with a buddy beside them' },
  {
    value: 'observed',
    label: 'First session, observed',
    hint: 'They run it, and somebody watches how it goes',
  },
] as const;

/** Somebody who learns, from among those offered, and whom they are beside. */
export const comeAlongForm = (learners: readonly string[], running: readonly string[]) =>
  form('session_come_along', {
    accountId: oneOfThese(learners, 'Choose who comes along.'),
    kind: oneOf(['shadowing', 'buddying', 'observed'], 'Say how they learn this time.'),
    besideAccountId: oneOfThese(running, 'Choose whom they are beside.'),
  });
