import { oneOfThese, optionalPhone } from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';
import type { FormSetting } from './setting.ts';
import {
  agreement,
  babyErrors,
  contactErrors,
  contactFields,
  parentFields,
  referrerFields,
  whyFields,
} from './shared.form.ts';

export const NO_WAY = 'Give a phone number or an e-mail address, so that we can reach the parent.';

/** Who refers, and to which centre. */
export const youForm = ({ centres }: FormSetting) =>
  form('refer.you', {
    centreId: oneOfThese(
      centres.map(({ id }) => id),
      'Choose the centre nearest to the family.',
    ),
    ...referrerFields,
    referrerPhone: optionalPhone(),
  });

export const parentForm = ({ today }: FormSetting) =>
  form('refer.parent', parentFields, (value) => babyErrors(value, today));

/** Why, how it is safe to reach them, and what they agreed to. */
export const whyForm = ({ template }: FormSetting) =>
  form(
    'refer.why',
    {
      ...whyFields(template.content.eligibility.needs.map(({ code }) => code)),
      ...contactFields,
      ...agreement,
    },
    (value) => [
      ...contactErrors(value, NO_WAY),
      ...(value.parentKnows
        ? []
        : [
            {
              field: 'parentKnows',
              message:
                'Please speak with the parent first. We can only take a referral they know of and agree to.',
            },
          ]),
    ],
  );
