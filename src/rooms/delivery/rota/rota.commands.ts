import { sql } from 'kysely';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { namesOfAccounts } from '#rooms/people/door.ts';
import { practiceFellThrough } from '#rooms/training/door.ts';
import { dayAndDate, longDate } from '#ui/times.ts';
import { assertNotKeptApart } from '../known/known.commands.ts';
import { readinessOf } from '../readiness/readiness.queries.ts';
import { mayBegin, type Part } from '../readiness/readiness.rules.ts';
import { refusalWords } from '../readiness/readiness-words.rules.ts';
import { leadersOf, sessionOf } from '../sessions/session.queries.ts';
import type { StoodDownWhy } from './rota.queries.ts';

const AT_THE_SAME_MOMENT =
  'Something about them changed at the same moment, and they may not be put on this day. Look at their page.';

/** Does something that the guards of the database may refuse; what they refuse is said in words and never as a fault. */
export const guarded = async <T>(work: () => Promise<T>, field = 'accountId'): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if ((error as { code?: unknown } | null)?.code === 'KR001') throw new Refusal(AT_THE_SAME_MOMENT, field);
    throw error;
  }
};

/** Whether a part looks after children, whatever is said. */
export const withChildrenIn = (part: Part): boolean => part === 'creche';

/**
 * Refuses, with every reason and what is next, whoever may not do this part on this day at this centre; and where it is
 * something new for them, whoever's supervision is overdue.
 */
export const assertReady = async (
  scope: Scope,
  ask: {
    readonly anew: boolean;
    readonly accountId: string;
    readonly part: Part;
    readonly on: Temporal.PlainDate;
    readonly centreId: string;
    readonly field?: string;
  },
): Promise<void> => {
  const readiness = (await readinessOf(scope, [ask.accountId], ask)).get(ask.accountId);
  if (readiness && (ask.anew ? mayBegin(readiness) : readiness.answer === 'yes')) return;
  const whole = (await namesOfAccounts(scope, [ask.accountId])).get(ask.accountId) ?? 'This person';
  const name = whole.split(' ')[0] ?? whole;
  const reasons = readiness ? refusalWords(readiness, { name, today: ask.on }) : '';
  throw new Refusal(
    `${whole} cannot be put on ${dayAndDate(ask.on)}. ${reasons}`.trim(),
    ask.field ?? 'accountId',
  );
};

/** The day that one more day with children would make too many without the barred list checked; null where none is. */
export const dayTooMany = async (
  scope: Scope,
  accountId: string,
  on: Temporal.PlainDate,
): Promise<Temporal.PlainDate | null> => {
  const { rows } = await sql<{ day: string | null }>`
    select delivery.would_be_too_many(${accountId}::uuid, ${on.toString()}::date)::text as day`.execute(
    scope.tx,
  );
  const day = rows[0]?.day;
  return day ? Temporal.PlainDate.from(day) : null;
};

export const TOO_MANY_NEXT =
  'Children are looked after on too many days close together for the check they have. Choose somebody else for this day, or decide under “Days with children” whether the check with the children’s barred list is asked for.';

const assertNotTooMany = async (scope: Scope, accountId: string, on: Temporal.PlainDate): Promise<void> => {
  const day = await dayTooMany(scope, accountId, on);
  if (day)
    throw new Refusal(
      `With this day, ${longDate(day)} would be one day with children too many. ${TOO_MANY_NEXT}`,
      'accountId',
    );
};

export interface PutOn {
  readonly sessionId: string;
  readonly accountId: string;
  readonly part: Part;
  /** Those of the crèche always are, the others where it is said. */
  readonly withChildren?: boolean;
  /** For this date only, which is what putting somebody on one session means. */
  readonly cover?: boolean;
}

/**
 * Puts somebody on one session, as cover for that date unless told; whoever stood down stands on it again. Raises
 * NotFound for a session that is not there, and Refusal in words for somebody who may not be with families that day,
 * for a day with children too many, and for a session that is called off. A session of the past can be filled in.
 */
export const putOnRota = async (scope: Scope, ask: PutOn): Promise<void> => {
  const session = await sessionOf(scope, ask.sessionId);
  if (!session) throw new NotFound('session');
  if (session.calledOffWhy !== null)
    throw new Refusal('This session is called off, so nobody is put on it. Hold it on another day first.');
  const { accountId, part } = ask;
  const withChildren = withChildrenIn(part) || (ask.withChildren ?? false);
  // Cover is something new; a session of the past is only written down, and the usual crew of the group is there already.
  const runsIt = (await leadersOf(scope, session.groupId)).some(
    (each) => each.accountId === accountId && each.part === part,
  );
  const anew = !runsIt && Temporal.Instant.compare(session.startsAt, scope.now) > 0;
  await assertReady(scope, { accountId, part, on: session.on, centreId: session.centreId, anew });
  await assertNotKeptApart(scope, { groupId: session.groupId, accountId, field: 'accountId' });
  if (withChildren && part !== 'practitioner') await assertNotTooMany(scope, accountId, session.on);
  const now = scope.now.toString();
  const by = accountOf(scope.actor);
  await guarded(() =>
    scope.tx
      .insertInto('delivery.rota')
      .values({
        organisation_id: scope.actor.organisationId,
        session_id: session.id,
        account_id: accountId,
        centre_id: session.centreId,
        part,
        with_children: withChildren,
        cover: ask.cover ?? true,
        put_on_at: now,
        put_on_by: by,
      })
      .onConflict((conflict) =>
        conflict.columns(['organisation_id', 'session_id', 'account_id']).doUpdateSet((row) => ({
          part,
          with_children: withChildren,
          put_on_at: now,
          put_on_by: by,
          stood_down_at: null,
          stood_down_by: null,
          stood_down_why: null,
          stood_down_words: '',
          version: row('delivery.rota.version', '+', 1),
        })),
      )
      .execute(),
  );
  await scope.audit('delivery.put_on_rota', { kind: 'session', id: session.id, centreId: session.centreId });
};

const FELL_THROUGH: Readonly<Record<StoodDownWhy, string>> = {
  by_choice: 'Taken off this date.',
  not_ready: 'They may not be there that day.',
  suspended: 'They are not on sessions for now.',
  crew_ended: 'They no longer run this group.',
  too_many_days: 'It would have been one day with children too many.',
};

/**
 * Somebody does not run this session after all; they stay on every other. Where they came to learn, training hears that it
 * fell through. NotFound when they did not stand on it.
 */
export const standDown = async (
  scope: Scope,
  ask: {
    readonly sessionId: string;
    readonly accountId: string;
    readonly why?: StoodDownWhy;
    readonly words?: string;
  },
): Promise<void> => {
  const stood = await scope.tx
    .updateTable('delivery.rota')
    .set((row) => ({
      stood_down_at: scope.now.toString(),
      stood_down_by: accountOf(scope.actor),
      stood_down_why: ask.why ?? 'by_choice',
      stood_down_words: ask.words ?? '',
      version: row('version', '+', 1),
    }))
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('session_id', '=', ask.sessionId)
    .where('account_id', '=', ask.accountId)
    .where('stood_down_at', 'is', null)
    .returning(['centre_id', 'part'])
    .executeTakeFirst();
  if (!stood) throw new NotFound('rota');
  if (stood.part === 'alongside')
    await practiceFellThrough(scope, {
      sessionId: ask.sessionId,
      accountId: ask.accountId,
      why: ask.words || FELL_THROUGH[ask.why ?? 'by_choice'],
    });
  await scope.audit('delivery.stood_down', {
    kind: 'session',
    id: ask.sessionId,
    centreId: stood.centre_id,
  });
};
