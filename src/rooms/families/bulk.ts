import { newId } from '#kernel/ids.ts';
import type { Scope } from '#platform/db/as-actor.ts';

export interface NewFamily {
  readonly centreId: string;
  readonly personId: string;
  readonly relation: 'pregnant' | 'father' | 'partner' | 'other_carer';
  readonly dueOn: Temporal.PlainDate | null;
  readonly babiesExpected: number;
  /** The baby is born already: nothing is set off by it, since nothing was running before. */
  readonly bornOn: Temporal.PlainDate | null;
}

/** Opens many families at once, as an import does; answers the pregnancies' ids in the order given. */
export const openFamilies = async (
  { tx, actor, now }: Scope,
  families: readonly NewFamily[],
): Promise<readonly string[]> => {
  if (families.length === 0) return [];
  const organisation_id = actor.organisationId;
  const at = now.toString();
  const opened = families.map((family) => ({ id: newId(), family }));
  await tx
    .insertInto('families.pregnancies')
    .values(
      opened.map(({ id, family }) => ({
        organisation_id,
        id,
        centre_id: family.centreId,
        due_on: family.dueOn?.toString() ?? null,
        babies_expected: family.babiesExpected,
        made_at: at,
      })),
    )
    .execute();
  await tx
    .insertInto('families.parents')
    .values(
      opened.map(({ id, family }) => ({
        organisation_id,
        id: newId(),
        centre_id: family.centreId,
        pregnancy_id: id,
        person_id: family.personId,
        relation: family.relation,
        since: at,
      })),
    )
    .execute();
  const born = opened.flatMap(({ id, family }) =>
    family.bornOn === null
      ? []
      : [
          {
            organisation_id,
            id: newId(),
            centre_id: family.centreId,
            pregnancy_id: id,
            born_on: family.bornOn.toString(),
            recorded_at: at,
          },
        ],
  );
  if (born.length > 0) await tx.insertInto('families.babies').values(born).execute();
  return opened.map(({ id }) => id);
};
