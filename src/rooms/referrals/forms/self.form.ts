import { oneOf, oneOfThese, optionalDate, optionalText, text, tick } from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';
import { RELATIONS } from '../receive/receive.rules.ts';
import type { FormSetting } from './setting.ts';
import { babyErrors, contactErrors, contactFields } from './shared.form.ts';

export const reachForm = ({ centres }: FormSetting) =>
  form(
    'self.you',
    {
      givenName: text('Tell us what to call you. A first name is enough.', 100),
      ...contactFields,
      centreId: oneOfThese(
        centres.map(({ id }) => id),
        'Choose the centre nearest to you.',
      ),
    },
    (value) => {
      const errors = contactErrors(value, 'Give one way to reach you: a phone number or an e-mail address.');
      if (errors.length === 0 && value.ways.length === 0)
        return [{ field: 'ways', message: 'Choose at least one safe way, else we cannot get in touch.' }];
      return errors;
    },
  );

export const familyForm = ({ today }: FormSetting) =>
  form(
    'self.baby',
    {
      relation: oneOf(RELATIONS, 'Choose the one that is nearest.'),
      dueOn: optionalDate(),
      babyBornOn: optionalDate(),
      language: optionalText(20),
      interpreterNeeded: tick(),
      why: optionalText(4000),
    },
    (value) => babyErrors(value, today),
  );
