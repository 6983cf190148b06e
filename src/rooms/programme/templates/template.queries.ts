import { dateAt } from '#kernel/dates.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import type { ProgrammeTemplateContent } from '../content/shapes.ts';
import { currentOf } from './template.rules.ts';

/** One version of a programme. Its content never changes: a running group keeps the version it began with. */
export interface Template {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly name: string;
  readonly effectiveFrom: Temporal.PlainDate;
  readonly withdrawn: boolean;
  readonly content: ProgrammeTemplateContent;
}

const base = ({ tx, actor }: Scope) =>
  tx
    .selectFrom('programme.templates')
    .select(['id', 'code', 'version', 'name', 'effective_from', 'withdrawn_at', 'content'])
    .where('organisation_id', '=', actor.organisationId);

const templateOf = (row: Awaited<ReturnType<ReturnType<typeof base>['execute']>>[number]): Template => ({
  id: row.id,
  code: row.code,
  version: row.version,
  name: row.name,
  effectiveFrom: Temporal.PlainDate.from(row.effective_from),
  withdrawn: row.withdrawn_at !== null,
  // The shape was checked when it was written, and nothing may change it since.
  content: row.content as ProgrammeTemplateContent,
});

/** Every version of every programme, by code and the newest version first. */
export const templates = async (scope: Scope): Promise<readonly Template[]> =>
  (await base(scope).orderBy('code').orderBy('version', 'desc').execute()).map(templateOf);

/** One version by its id; null when there is none here. */
export const template = async (scope: Scope, id: string): Promise<Template | null> => {
  const row = await base(scope).where('id', '=', id).executeTakeFirst();
  return row ? templateOf(row) : null;
};

/** The newest version of a programme, in use already or not; null when there is no such programme. */
export const latestOf = async (scope: Scope, code: string): Promise<Template | null> => {
  const row = await base(scope)
    .where('code', '=', code)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? templateOf(row) : null;
};

/**
 * The version new families and groups begin with. Without `code` the programme whose version came into effect last.
 * `on` is the day at the organisation; left out it is today in UTC, which in Britain differs for an hour at most.
 * Raises a Refusal when no version is in effect yet.
 */
export const currentTemplate = async (
  scope: Scope,
  code?: string,
  on: Temporal.PlainDate = dateAt(scope.now, 'UTC'),
): Promise<Template> => {
  let query = base(scope).where('effective_from', '<=', on.toString());
  if (code !== undefined) query = query.where('code', '=', code);
  const found = currentOf((await query.execute()).map(templateOf), on);
  if (found) return found;
  throw new Refusal(
    'No programme is in use here yet. A programme coordinator can bring one into use on the page “Programme”.',
  );
};
