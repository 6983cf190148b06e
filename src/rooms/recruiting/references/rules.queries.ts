import type { Scope } from '#platform/db/as-actor.ts';
import type { ReferenceRules } from './reference.rules.ts';

/**
 * The rules a new organisation begins with. Two years, no family, nobody who works here and two parts of life are what
 * a UK family charity asks for; two weeks to answer and one reminder are ours.
 */
export const firstRules: ReferenceRules = {
  version: 1,
  effectiveFrom: Temporal.PlainDate.from('2024-01-01'),
  needed: 2,
  knownYears: 2,
  mayBeRelated: false,
  mayWorkHere: false,
  contextsLeast: 2,
  answerDays: 14,
  reminderDays: 7,
  linkDays: 42,
};

const rows = ({ tx, actor }: Scope) =>
  tx.selectFrom('recruiting.reference_rules').selectAll().where('organisation_id', '=', actor.organisationId);

const fromRow = (row: Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]): ReferenceRules => ({
  version: row.version,
  effectiveFrom: Temporal.PlainDate.from(row.effective_from),
  needed: row.needed,
  knownYears: row.known_years,
  mayBeRelated: row.may_be_related,
  mayWorkHere: row.may_work_here,
  contextsLeast: row.contexts_least,
  answerDays: row.answer_days,
  reminderDays: row.reminder_days,
  linkDays: row.link_days,
});

/** The rules in force on a day; the first ones where an organisation has not made its own. */
export const rulesOn = async (scope: Scope, on: Temporal.PlainDate): Promise<ReferenceRules> => {
  const row = await rows(scope)
    .where('effective_from', '<=', on.toString())
    .orderBy('effective_from', 'desc')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? fromRow(row) : firstRules;
};

/** The rules that begin after a day, the earliest first. */
export const rulesAfter = async (scope: Scope, on: Temporal.PlainDate): Promise<readonly ReferenceRules[]> =>
  (
    await rows(scope)
      .where('effective_from', '>', on.toString())
      .orderBy('effective_from')
      .orderBy('version')
      .execute()
  ).map(fromRow);
