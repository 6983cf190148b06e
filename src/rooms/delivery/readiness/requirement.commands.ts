import { newId } from '#kernel/ids.ts';
import { Refusal } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { longDate } from '#ui/times.ts';
import { requirementsOf } from './readiness.queries.ts';
import { type Asked, VOLUNTEER_PARTS, type VolunteerPart } from './readiness.rules.ts';

const FIRST_DAY = '2000-01-01';

const FIRST: readonly {
  readonly code: Asked;
  readonly minimum: number;
  readonly grace: number;
  readonly words: string;
}[] = [
  { code: 'references', minimum: 2, grace: 0, words: 'Two references that we have read and accepted.' },
  {
    code: 'clearance',
    minimum: 1,
    grace: 30,
    words:
      'The check that this role is eligible for, at its level. While the new one is on its way there are 30 days of grace.',
  },
  {
    code: 'interview',
    minimum: 1,
    grace: 0,
    words: 'The interview about values, with a yes from both who held it.',
  },
  {
    code: 'course',
    minimum: 1,
    grace: 30,
    words:
      'The safeguarding course, or one from elsewhere that we looked at. There are 30 days to do it again.',
  },
  { code: 'induction', minimum: 1, grace: 0, words: 'The induction at the centre.' },
];

// A syllabus of fifteen units; the relational ones come first, and after four of them somebody may learn alongside.
const TRAINED: Readonly<Record<VolunteerPart, typeof FIRST>> = {
  peer_supporter: [
    { code: 'unit', minimum: 15, grace: 0, words: 'The units of the core course, each one shown.' },
    {
      code: 'sign_off',
      minimum: 1,
      grace: 0,
      words: 'The sign-off, competency by competency, after learning alongside somebody.',
    },
    {
      code: 'supervision',
      minimum: 1,
      grace: 0,
      words: 'Supervision in its rhythm. While it is overdue nothing new begins; what is going on goes on.',
    },
  ],
  creche: [
    {
      code: 'supervision',
      minimum: 1,
      grace: 0,
      words: 'Supervision in its rhythm. While it is overdue nothing new begins; what is going on goes on.',
    },
  ],
  alongside: [
    {
      code: 'unit',
      minimum: 4,
      grace: 0,
      words: 'Four units of the core course, where listening is learned.',
    },
  ],
};

/**
 * Lays down what an organisation asks of volunteers to begin with; what is laid down already stays. Without it the answer
 * to every question of readiness is “not yet”.
 */
export const loadRequirements = async (scope: Scope): Promise<void> => {
  await scope.tx
    .insertInto('delivery.requirements')
    .values(
      VOLUNTEER_PARTS.flatMap((part) =>
        [...FIRST, ...TRAINED[part]].map(({ code, minimum, grace, words }, at) => ({
          organisation_id: scope.actor.organisationId,
          id: newId(),
          part,
          code,
          version: 1,
          effective_from: FIRST_DAY,
          minimum,
          valid_months: null,
          grace_days: grace,
          position: at + 1,
          words,
          made_at: scope.now.toString(),
        })),
      ),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

export interface NewRequirement {
  readonly part: VolunteerPart;
  readonly code: Asked;
  readonly effectiveFrom: Temporal.PlainDate;
  readonly dropped: boolean;
  readonly minimum: number;
  readonly validMonths: number | null;
  readonly graceDays: number;
  /** Days before the end on which we remind; without them those of the version before stay. */
  readonly renewDays?: readonly number[];
  readonly keepsEarned: boolean;
  readonly words: string;
}

/**
 * A new version of one requirement from a day on; the ones before it stay as they were. `today` is the organisation's.
 * Raises Refusal for a day in the past or before the version that comes last, because what held on a past day held; and
 * for leaving out the check, which is decided for the role with its reasoning.
 */
export const layDown = async (
  scope: Scope,
  ask: NewRequirement,
  today: Temporal.PlainDate,
): Promise<void> => {
  const before = (await requirementsOf(scope)).filter(
    (each) => each.part === ask.part && each.code === ask.code,
  );
  const last = before.at(-1);
  if (ask.code === 'clearance' && ask.dropped)
    throw new Refusal(
      'Whether a check is asked for is decided on the page of the role, with the reasoning. Here you say how long it holds.',
      'dropped',
    );
  if (Temporal.PlainDate.compare(ask.effectiveFrom, today) < 0)
    throw new Refusal(
      'Choose today or a later day: what was asked on a day in the past stays as it was.',
      'effectiveFrom',
    );
  if (last && Temporal.PlainDate.compare(ask.effectiveFrom, last.effectiveFrom) <= 0)
    throw new Refusal(
      `There is a version from ${longDate(last.effectiveFrom)} already. Choose a later day.`,
      'effectiveFrom',
    );
  await scope.tx
    .insertInto('delivery.requirements')
    .values({
      organisation_id: scope.actor.organisationId,
      id: newId(),
      part: ask.part,
      code: ask.code,
      version: (last?.version ?? 0) + 1,
      effective_from: ask.effectiveFrom.toString(),
      dropped: ask.dropped,
      minimum: ask.minimum,
      valid_months: ask.validMonths,
      grace_days: ask.graceDays,
      renew_days: [...(ask.renewDays ?? last?.renewDays ?? [60, 30, 7])],
      keeps_earned: ask.keepsEarned,
      position: last?.position ?? 9,
      words: ask.words,
      made_by: accountOf(scope.actor),
      made_at: scope.now.toString(),
    })
    .execute();
  await scope.audit('delivery.requirement_laid_down', { kind: 'requirement', id: null });
  await scope.enqueue('delivery.reconcile', {}, { key: `reconcile:${scope.actor.organisationId}` });
};
