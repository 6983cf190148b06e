import { dateAt } from '#kernel/dates.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { namesOfAccounts } from '#rooms/people/door.ts';
import {
  type DeclaredSetting,
  type EligibilityReview,
  reviewsOf,
  settingsOf,
} from '../activity/activity.queries.ts';
import { applicationOf } from '../route/application.queries.ts';
import { isLive, isOver } from '../route/application.rules.ts';
import { type CheckedPerson, type CheckWithStatus, checkedPerson, checksOf } from './check.queries.ts';
import { type CheckRules, checkRulesOn } from './check.rules.ts';
import { decisionsAbout, roleNamed } from './eligibility.queries.ts';
import { decisionOn, type EligibilityDecision } from './eligibility.rules.ts';
import { allCheckRules } from './rules.queries.ts';

/** Everything the page about somebody's check shows. */
export interface CheckPageFacts {
  readonly person: CheckedPerson;
  readonly roleName: string;
  readonly today: Temporal.PlainDate;
  /** Whether a step of an application that goes on waits for it. */
  readonly stepOpen: boolean;
  /** The applicant said that the certificate came: the move is ours. */
  readonly itCame: boolean;
  /** Whether it is not its turn yet: the application has not been sent in. */
  readonly tooEarly: boolean;
  readonly decision: EligibilityDecision | null;
  readonly barredAllowed: boolean;
  readonly checks: readonly CheckWithStatus[];
  readonly reviews: readonly EligibilityReview[];
  readonly settings: readonly DeclaredSetting[];
  readonly rules: CheckRules | null;
  readonly names: ReadonlyMap<string, string>;
}

type Whose = Pick<CheckPageFacts, 'person' | 'roleName' | 'stepOpen' | 'itCame' | 'tooEarly'>;

const around = async (scope: Scope, whose: Whose): Promise<CheckPageFacts> => {
  const { applicantId, zone, roleCode } = whose.person;
  const today = dateAt(scope.now, zone);
  const checks = await checksOf(scope, [applicantId]);
  const reviews = await reviewsOf(scope, [applicantId]);
  const acted = [
    ...checks.flatMap((check) => [
      check.requestedBy,
      check.seenBy,
      ...check.looks.map((look) => look.lookedBy),
    ]),
    ...reviews.map((review) => review.decidedBy),
  ];
  return {
    ...whose,
    today,
    decision: decisionOn(await decisionsAbout(scope, roleCode), today),
    barredAllowed: reviews.find((each) => each.decidedAt)?.decision === 'ask_for_barred_list',
    checks,
    reviews,
    settings: await settingsOf(scope, [applicantId]),
    rules: checkRulesOn(await allCheckRules(scope), today),
    names: await namesOfAccounts(
      scope,
      acted.filter((each) => each !== null),
    ),
  };
};

/** The check within an application; null when there is none for this actor. */
export const checkPageOf = async (scope: Scope, applicationId: string): Promise<CheckPageFacts | null> => {
  const application = await applicationOf(scope, applicationId);
  if (!application) return null;
  const live = isLive(application.state);
  const step = application.steps.find((each) => each.code === 'check');
  return around(scope, {
    person: {
      applicantId: application.applicantId,
      centreId: application.centreId,
      zone: application.zone,
      name: application.name,
      calledName: application.calledName,
      personId: application.personId,
      applicationId: application.id,
      liveApplicationId: live ? application.id : null,
      roleCode: application.profile.code,
    },
    roleName: application.profile.content.name,
    stepOpen: live && step !== undefined && !isOver(step),
    itCame: step?.mover === 'us',
    tooEarly: live && step === undefined,
  });
};

/** The checks of somebody who came without an application; where there is one, only whose page it is. */
export const checkPageOfVolunteer = async (
  scope: Scope,
  applicantId: string,
): Promise<CheckPageFacts | null> => {
  const person = await checkedPerson(scope, applicantId);
  if (!person) return null;
  const whose = { person, roleName: '', stepOpen: false, itCame: false, tooEarly: false };
  if (person.applicationId)
    return {
      ...whose,
      today: dateAt(scope.now, person.zone),
      decision: null,
      barredAllowed: false,
      checks: [],
      reviews: [],
      settings: [],
      rules: null,
      names: new Map(),
    };
  const role = await roleNamed(scope, person.roleCode);
  return around(scope, { ...whose, roleName: role?.name ?? 'Volunteer' });
};
