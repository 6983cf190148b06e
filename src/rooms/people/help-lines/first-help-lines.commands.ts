import { newId } from '#kernel/ids.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import type { ForWhom } from './help-lines.queries.ts';

/** A help line as it is given to a new organisation; nobody there has confirmed it yet. */
export interface FirstHelpLine {
  readonly code: string;
  readonly name: string;
  readonly what: string;
  readonly phone?: string;
  readonly text?: string;
  readonly url?: string;
  readonly hours: string;
  readonly forWhom: ForWhom;
  readonly urgent: boolean;
}

/** Gives an organisation help lines to confirm, in this order; answers how many were new. One whose code is there stays as it is. */
export const giveHelpLines = async (scope: Scope, lines: readonly FirstHelpLine[]): Promise<number> => {
  if (lines.length === 0) return 0;
  const given = await scope.tx
    .insertInto('people.help_lines')
    .values(
      lines.map((line, at) => ({
        organisation_id: scope.actor.organisationId,
        id: newId(),
        code: line.code,
        name: line.name,
        what: line.what,
        phone: line.phone ?? null,
        text_to: line.text ?? null,
        url: line.url ?? null,
        hours: line.hours,
        for_whom: line.forWhom,
        urgent: line.urgent,
        position: at + 1,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(given.numInsertedOrUpdatedRows ?? 0n);
};
