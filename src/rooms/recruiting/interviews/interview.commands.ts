import { dateAt } from '#kernel/dates.ts';
import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal, StaleEdit } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { queueMessage } from '#platform/messages/message.ts';
import { accountsAt, namesOfAccounts } from '#rooms/people/door.ts';
import { clockTime, dayAndDate, minutesInWords } from '#ui/times.ts';
import { interview as interviewPath } from '../paths.ts';
import { RECRUITS } from '../recruiting.policy.ts';
import type { ApplicationFacts } from '../route/application.queries.ts';
import { isLive, isOver } from '../route/application.rules.ts';
import { heardFrom } from '../route/heard.commands.ts';
import { lockedApplication, passMove } from '../route/steps.commands.ts';
import { tellApplicant } from '../route/tell.ts';
import { bothScored, type InterviewFacts, interviewsFor, tooCloseForPanel } from './interview.queries.ts';
import { currentQuestionSet } from './question-set.queries.ts';
import { type Way, wayWords } from './way.rules.ts';

/** Whether an interview can be arranged, moved or decided for this application. */
export const interviewOpen = (application: Pick<ApplicationFacts, 'state' | 'steps'>): boolean =>
  isLive(application.state) && application.steps.some((step) => step.code === 'interview' && !isOver(step));

const stillOpen = (application: ApplicationFacts) => {
  if (!interviewOpen(application))
    throw new Refusal('The interview is not open in this application, so nothing was changed.');
};

/** The interview that is arranged and not yet decided; null when there is none. */
export const openInterview = (interviews: readonly InterviewFacts[]): InterviewFacts | null =>
  interviews.find((each) => !each.cancelledAt && !each.closedAt) ?? null;

export interface Arranged {
  readonly applicationId: string;
  readonly startsAt: Temporal.Instant;
  readonly minutes: number;
  readonly way: Way;
  /** A room, a link, or which number is rung. */
  readonly place: string;
  /** What makes it easier for the applicant. */
  readonly adjustments: string;
  readonly panel: readonly [string, string];
  /** The version the page was drawn from; 0 where nothing was arranged. */
  readonly version: number;
}

/** Two accounts of the centre, at least one of whom recruits, neither too close to the applicant. Raises Refusal. */
const assertPanel = async (scope: Scope, application: ApplicationFacts, panel: readonly [string, string]) => {
  const [one, other] = panel;
  if (one === other) throw new Refusal('Choose two people: they score apart from each other.', 'second');
  const team = await accountsAt(scope, application.centreId, [...RECRUITS, 'practitioner']);
  for (const [field, account] of [
    ['first', one],
    ['second', other],
  ] as const)
    if (!team.some(({ accountId }) => accountId === account))
      throw new Refusal('Choose somebody of the team of this centre.', field);
  if (!team.some(({ accountId, role }) => panel.includes(accountId) && RECRUITS.includes(role)))
    throw new Refusal('One of the two is a volunteer manager or a programme coordinator.', 'first');
  const close = await tooCloseForPanel(scope, application.id, panel);
  for (const [field, account] of [
    ['first', one],
    ['second', other],
  ] as const)
    if (close.has(account))
      throw new Refusal(
        'They know the applicant too well to score them: they are a referee, or it is their own application. Choose somebody else.',
        field,
      );
};

const wordsOfTime = (
  interview: { readonly startsAt: Temporal.Instant; readonly minutes: number },
  zone: string,
  now: Temporal.Instant,
) => {
  const there = interview.startsAt.toZonedDateTimeISO(zone);
  return {
    day: dayAndDate(there.toPlainDate(), { today: dateAt(now, zone) }),
    time: clockTime(there.toPlainTime()),
    takes: minutesInWords(interview.minutes),
  };
};

const tellPanel = async (
  scope: Scope,
  application: ApplicationFacts,
  {
    panel,
    once,
    details,
  }: {
    readonly panel: readonly string[];
    readonly once: string;
    readonly details: Readonly<Record<string, string>>;
  },
) => {
  const files = await scope.tx
    .selectFrom('people.accounts')
    .select(['id', 'person_id'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', 'in', [...panel])
    .execute();
  // Whoever arranges it knows.
  for (const { id, person_id } of files)
    if (id !== accountOf(scope.actor))
      await queueMessage(scope, {
        template: 'interview_named',
        about: 'team',
        channel: 'email',
        to: { personId: person_id },
        centreId: application.centreId,
        details,
        once: `${once}:${id}`,
      });
};

/**
 * Arranges the interview, or moves the one that is arranged: the applicant and the two hear of it. Raises NotFound,
 * StaleEdit, and Refusal for a time that has passed, a panel that cannot be, or where both have scored already.
 */
export const arrangeInterview = async (scope: Scope, arranged: Arranged): Promise<string> => {
  const { tx, actor, now } = scope;
  const application = await lockedApplication(scope, arranged.applicationId);
  stillOpen(application);
  if (application.state === 'paused') throw new Refusal('This application rests. Take it up again first.');
  if (Temporal.Instant.compare(arranged.startsAt, now) <= 0)
    throw new Refusal('Choose a time that is still to come.', 'day');
  await assertPanel(scope, application, arranged.panel);
  const there = openInterview(await interviewsFor(scope, application.id));
  if ((there?.version ?? 0) !== arranged.version) throw new StaleEdit('this interview');
  if (there && (await bothScored(scope, there.id)))
    throw new Refusal('Both have scored this interview. Decide it first.');
  const set = await currentQuestionSet(scope);
  if (!set)
    throw new Refusal(
      'There are no interview questions yet. A service lead or a programme coordinator can add them.',
    );
  const id = there?.id ?? newId();
  const kept = {
    starts_at: arranged.startsAt.toString(),
    minutes: arranged.minutes,
    way: arranged.way,
    place: arranged.place,
    adjustments: arranged.adjustments,
    panel: [...arranged.panel],
    other_time_at: null,
    other_time_words: '',
  };
  if (there)
    await tx
      .updateTable('recruiting.interviews')
      .set({ ...kept, version: there.version + 1 })
      .where('organisation_id', '=', actor.organisationId)
      .where('id', '=', id)
      .execute();
  else
    await tx
      .insertInto('recruiting.interviews')
      .values({
        organisation_id: actor.organisationId,
        id,
        centre_id: application.centreId,
        applicant_id: application.applicantId,
        application_id: application.id,
        question_set_id: set.id,
        arranged_by: accountOf(actor),
        arranged_at: now.toString(),
        ...kept,
      })
      .execute();
  const once = `interview:${id}:${(there?.version ?? 0) + 1}`;
  const names = await namesOfAccounts(scope, arranged.panel);
  const said = {
    ...wordsOfTime(arranged, application.zone, now),
    where: wayWords(arranged.way, arranged.place),
    with: arranged.panel.map((account) => names.get(account) ?? 'one of us').join(' and '),
  };
  await tellApplicant(scope, application, {
    template: there ? 'interview_moved' : 'interview_arranged',
    details: { ...said, adjustments: arranged.adjustments },
    once,
  });
  await tellPanel(scope, application, {
    panel: arranged.panel,
    once,
    details: { ...said, link: `${application.origin}${interviewPath({ interviewId: id })}` },
  });
  await passMove(scope, { applicationId: application.id, code: 'interview', mover: 'panel' });
  await scope.audit(there ? 'recruiting.interview_moved' : 'recruiting.interview_arranged', {
    kind: 'interview',
    id,
    centreId: application.centreId,
  });
  return id;
};

/** Calls the interview off; the applicant hears why, in the words given, and that we find another time. Raises NotFound and Refusal. */
export const callOffInterview = async (
  scope: Scope,
  { applicationId, why }: { readonly applicationId: string; readonly why: string },
): Promise<void> => {
  const { tx, actor, now } = scope;
  const application = await lockedApplication(scope, applicationId);
  const there = openInterview(await interviewsFor(scope, applicationId));
  if (!there) throw new NotFound('interview');
  if (await bothScored(scope, there.id))
    throw new Refusal('Both have scored this interview. Decide it instead.');
  await tx
    .updateTable('recruiting.interviews')
    .set({ cancelled_at: now.toString(), cancelled_why: why, version: there.version + 1 })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', there.id)
    .execute();
  await tellApplicant(scope, application, {
    template: 'interview_called_off',
    details: { ...wordsOfTime(there, application.zone, now), why },
    once: `interview_called_off:${there.id}`,
  });
  await passMove(scope, { applicationId, code: 'interview', mover: 'us' });
  await scope.audit('recruiting.interview_called_off', {
    kind: 'interview',
    id: there.id,
    centreId: application.centreId,
  });
};

/** The applicant asks for another time; until we move it, the time stands. Asked as the house. Raises NotFound and Refusal. */
export const askForAnotherTime = async (
  scope: Scope,
  { applicationId, words }: { readonly applicationId: string; readonly words: string },
): Promise<void> => {
  const application = await lockedApplication(scope, applicationId);
  stillOpen(application);
  const there = openInterview(await interviewsFor(scope, applicationId));
  if (!there) throw new NotFound('interview');
  await scope.tx
    .updateTable('recruiting.interviews')
    .set({
      other_time_at: scope.now.toString(),
      other_time_words: words,
      version: there.version + 1,
    })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', there.id)
    .execute();
  await passMove(scope, { applicationId, code: 'interview', mover: 'us' });
  await heardFrom(scope, applicationId);
  await scope.audit('recruiting.interview_other_time', {
    kind: 'interview',
    id: there.id,
    centreId: application.centreId,
  });
};
