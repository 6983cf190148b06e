import { newId } from '#kernel/ids.ts';
import { isSystem } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { giveHelpLines } from '#rooms/people/door.ts';
import { activities, templates, urgentHelp } from '../content/all.ts';
import { bankHolidays, NATIONS } from '../content/bank-holidays.ts';
import { templateContent } from '../templates/template.shape.ts';
import { columnsOf } from '../toolbox/activity-row.ts';

/** How many rows were new. */
export interface Loaded {
  readonly templates: number;
  readonly activities: number;
  readonly helpLines: number;
  readonly bankHolidays: number;
}

const newRows = (result: { readonly numInsertedOrUpdatedRows?: bigint | undefined }) =>
  Number(result.numInsertedOrUpdatedRows ?? 0n);

/**
 * Gives an organisation the programme we ship: templates, toolbox, urgent help, bank holidays. What is there already
 * (by code and version, by code, by day) stays as it is, so loading twice changes nothing, and no edit is undone.
 * Nothing is reviewed by being loaded. For the house itself: raises an Error for any other actor.
 */
export const loadProgramme = async (scope: Scope): Promise<Loaded> => {
  const { tx, actor, now } = scope;
  if (!isSystem(actor)) throw new Error('only the house itself loads a programme');
  const organisation_id = actor.organisationId;
  const made_at = now.toString();

  const ofTemplates = await tx
    .insertInto('programme.templates')
    .values(
      templates.map((content) => ({
        organisation_id,
        id: newId(),
        code: content.code,
        version: content.version,
        name: content.name,
        effective_from: content.effectiveFrom,
        content: JSON.stringify(templateContent.parse(content)),
        made_at,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();

  const ofActivities = await tx
    .insertInto('programme.activities')
    .values(
      activities.map((content) => ({
        organisation_id,
        id: newId(),
        version: 1,
        made_at,
        ...columnsOf(content),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();

  const ofHelp = await giveHelpLines(scope, urgentHelp);

  const ofHolidays = await tx
    .insertInto('programme.bank_holidays')
    .values(
      NATIONS.flatMap((nation) =>
        bankHolidays[nation].map(({ on, name }) => ({ organisation_id, nation, on_day: on, name })),
      ),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();

  return {
    templates: newRows(ofTemplates),
    activities: newRows(ofActivities),
    helpLines: ofHelp,
    bankHolidays: newRows(ofHolidays),
  };
};
