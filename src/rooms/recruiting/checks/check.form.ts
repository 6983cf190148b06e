import { z } from 'zod';
import { date, oneOf, someOfThese, text, tick } from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';
import { kindFault, tidyKind } from './eligibility.rules.ts';
import { kindFields, kindOf, type TypedKind } from './kind.form.ts';

const soundKind = (value: TypedKind) => {
  const fault = kindFault(tidyKind(kindOf(value)));
  return fault ? [fault] : [];
};

export const requestForm = form(
  'recruiting.check_request',
  { ...kindFields, paidOrTrainee: tick() },
  soundKind,
);

/** The twelve figures of a certificate, typed with or without spaces. */
const certificateNumber = () =>
  z
    .string()
    .transform((typed) => typed.replace(/[\s-]/g, ''))
    .pipe(
      z
        .string()
        .min(1, { error: 'Write down the number of the certificate.' })
        .regex(/^\d{12}$/, { error: 'The number has twelve figures. Look at the certificate again.' }),
    );

/** What is written down of a certificate. `nameable` are the accounts that may be named to know what it says. */
export const certificateForm = (nameable: readonly string[]) =>
  form(
    'recruiting.certificate_seen',
    {
      original: tick(),
      certificateNumber: certificateNumber(),
      issuedOn: date('Write down the date on the certificate.'),
      olderIsFine: tick(),
      surname: text('Write down the surname as it stands on the certificate.', 100),
      ...kindFields,
      updateService: tick(),
      outcome: oneOf(['clear', 'something'], 'Say whether anything stands on it.'),
      named: someOfThese(nameable),
    },
    (value) => [
      ...(value.original
        ? []
        : [
            {
              field: 'original',
              message: 'Only the original counts. Tick this when you have it in your hands.',
            },
          ]),
      ...soundKind(value),
    ],
  );

export const updateServiceForm = form('recruiting.update_service', {
  lookedOn: date('Write down the day on which you looked.'),
  result: oneOf(['no_change', 'changed', 'not_valid'], 'Say what it said.'),
});

export const endCheckForm = form('recruiting.check_end', {
  why: text('Write down why, without a word about what a certificate says.', 500),
});
