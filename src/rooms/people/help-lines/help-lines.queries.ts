import type { Scope } from '#platform/db/as-actor.ts';

export type ForWhom = 'anyone' | 'loss' | 'father' | 'abuse' | 'child_safety';

export interface HelpLine {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** What it is for, in a sentence. */
  readonly what: string;
  readonly phone: string | null;
  /** Where a text message goes, with its first word if it needs one. */
  readonly textTo: string | null;
  readonly url: string | null;
  readonly hours: string;
  readonly forWhom: ForWhom;
  readonly urgent: boolean;
  readonly confirmedOn: Temporal.PlainDate | null;
}

export interface HelpLineToConfirm extends HelpLine {
  readonly confirmedBy: string | null;
  readonly shown: boolean;
  readonly position: number;
  readonly version: number;
}

const linesOf = (scope: Scope) =>
  scope.tx
    .selectFrom('people.help_lines')
    .selectAll()
    .where('organisation_id', '=', scope.actor.organisationId)
    .orderBy('urgent', 'desc')
    .orderBy('position')
    .orderBy('name');

type Row = Awaited<ReturnType<ReturnType<typeof linesOf>['execute']>>[number];

const lineOf = (row: Row): HelpLineToConfirm => ({
  id: row.id,
  code: row.code,
  name: row.name,
  what: row.what,
  phone: row.phone,
  textTo: row.text_to,
  url: row.url,
  hours: row.hours,
  forWhom: row.for_whom as ForWhom,
  urgent: row.urgent,
  confirmedOn: row.confirmed_on === null ? null : Temporal.PlainDate.from(row.confirmed_on),
  confirmedBy: row.confirmed_by,
  shown: row.shown,
  position: row.position,
  version: row.version,
});

/**
 * The help lines to show, urgent ones first. With `forWhom`, those lines come before the ones for anyone and
 * the lines for others are left out; without it, all of them.
 */
export const helpLines = async (scope: Scope, forWhom?: ForWhom): Promise<readonly HelpLine[]> => {
  const lines = (await linesOf(scope).where('shown', '=', true).execute()).map(lineOf);
  if (forWhom === undefined || forWhom === 'anyone')
    return forWhom === undefined ? lines : lines.filter((line) => line.forWhom === 'anyone');
  return [
    ...lines.filter((line) => line.forWhom === forWhom),
    ...lines.filter((line) => line.forWhom === 'anyone'),
  ];
};

/** Every help line, shown or not, with who confirmed it and when. */
export const everyHelpLine = async (scope: Scope): Promise<readonly HelpLineToConfirm[]> =>
  (await linesOf(scope).execute()).map(lineOf);
