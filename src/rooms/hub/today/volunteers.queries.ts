import { dateAt } from '#kernel/dates.ts';
import { type AccountActor, centresOf, holds, type Role } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { gapsAhead, pairsInOneGroup, renewalsDue } from '#rooms/delivery/door.ts';
import { liveSuspensions, namesOfAccounts } from '#rooms/people/door.ts';
import {
  applicationsWaitingOnUs,
  goneQuiet,
  interviewsOf,
  openReviewsAt,
  RECRUITS,
} from '#rooms/recruiting/door.ts';
import { outsideCoursesToCheck } from '#rooms/training/door.ts';
import type { Thing } from './today.rules.ts';
import * as rules from './volunteers.rules.ts';

/** How far ahead our own steps show before they are late, in days. */
const SOON = 2;
/** How far ahead cover is looked for, in days: longer than a week, because people have plans. */
const COVER = 14;
/** Who may be one of the two of an interview. */
const ON_PANELS: readonly Role[] = [...RECRUITS, 'practitioner'];

const namesOfApplicants = async (
  { tx, actor }: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('recruiting.applicants')
    .select(['id', 'given_name', 'family_name'])
    .where('organisation_id', '=', actor.organisationId)
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, `${row.given_name} ${row.family_name}`.trim()]));
};

/** What volunteers and applicants need of somebody today; empty for whoever neither recruits nor interviews. */
export const volunteerThings = async (
  scope: Scope,
  actor: AccountActor,
  today: Temporal.PlainDate,
  zone: string,
): Promise<readonly Thing[]> => {
  if (!holds(actor, ON_PANELS)) return [];
  const at = centresOf(actor, RECRUITS);
  const until = scope.now.add({ hours: COVER * 24 });
  const [waiting, quiet, renewals, gaps, pairs, reviews, outside, interviews, suspended] = await Promise.all([
    applicationsWaitingOnUs(scope, at, today.add({ days: SOON + 1 })),
    goneQuiet(scope, at),
    at.length > 0 ? renewalsDue(scope, at) : [],
    gapsAhead(scope, at, until),
    pairsInOneGroup(scope, at),
    openReviewsAt(scope, at),
    outsideCoursesToCheck(scope, at),
    interviewsOf(scope),
    at.length > 0 ? liveSuspensions(scope) : [],
  ]);
  const [names, called] = await Promise.all([
    namesOfApplicants(
      scope,
      reviews.map((each) => each.applicantId),
    ),
    namesOfAccounts(
      scope,
      suspended.map((each) => each.accountId),
    ),
  ]);
  return [
    ...rules.applicationsWait(waiting, today, zone),
    ...(quiet.length > 0 ? [rules.applicantsQuiet(quiet.map(({ name }) => name))] : []),
    ...renewals.map((each) => rules.renewalComes(each, today)),
    ...gaps.map((each) => rules.coverWanted(each, today)),
    ...pairs.map(rules.keptApart),
    ...reviews.map((each) =>
      rules.daysToDecide(
        {
          reviewId: each.id,
          name: names.get(each.applicantId) ?? 'Somebody of the crèche',
          crossesOn: each.crossesOn,
          openedOn: dateAt(each.openedAt, zone),
        },
        today,
      ),
    ),
    ...suspended.map((each) =>
      rules.suspendedNow(
        {
          id: each.suspensionId,
          name: called.get(each.accountId) ?? 'Somebody of the team',
          fromAt: each.fromAt,
        },
        today,
        zone,
      ),
    ),
    ...outside.map((each) => rules.outsideToCheck(each, today, zone)),
    ...interviews
      .filter((each) => !each.done)
      .map((each) => rules.interviewAhead(each, today, zone, scope.now)),
  ];
};
