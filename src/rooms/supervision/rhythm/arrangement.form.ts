import { z } from 'zod';
import { oneOf } from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';
import { FORMS } from './rhythm.shape.ts';

const somebody = (accounts: readonly string[], missing: string) =>
  z
    .string()
    .refine((value) => value === '' || accounts.includes(value), { error: missing })
    .transform((value) => (value === '' ? null : value));

export const changeForm = (accounts: readonly string[]) =>
  form('supervision.change', {
    supervisorId: somebody(accounts, 'Choose who supervises.'),
    coverId: somebody(accounts, 'Choose who covers, or nobody.'),
    form: oneOf(FORMS, 'Choose how they meet.'),
  });
