import { sql } from 'kysely';
import { dateAt } from '#kernel/dates.ts';
import type { FieldError } from '../forms/form.ts';
import type { House } from './serve.tsx';
import type { Organisation } from './view.ts';

/** Counts which messages people met on which field, never what they typed, so that we learn which questions hurt. */
export const countErrors = async (
  house: Pick<House, 'gateway' | 'clock'>,
  organisation: Organisation,
  form: string,
  errors: readonly FieldError[],
) => {
  if (errors.length === 0) return;
  const now = house.clock();
  await house.gateway({ kind: 'anyone', organisationId: organisation.id }, now, async ({ tx }) => {
    await tx
      .insertInto('platform.form_errors')
      .values(
        errors.map(({ field, message }) => ({
          organisation_id: organisation.id,
          on_day: dateAt(now, organisation.zone).toString(),
          form,
          field,
          message,
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['organisation_id', 'on_day', 'form', 'field', 'message'])
          .doUpdateSet({ times: sql`form_errors.times + 1` }),
      )
      .execute();
  });
};
