import { dateAt } from '#kernel/dates.ts';
import { newId } from '#kernel/ids.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { comeBack } from '#platform/jobs/come-back.ts';
import type { Job } from '#platform/jobs/worker.ts';
import { clockOn } from './owner.queries.ts';
import { nextToTell, remindAfter, type Step } from './owner.rules.ts';
import { tellOf } from './telling.ts';

const concernToTell = async (scope: Scope, concernId: string) => {
  const { tx, actor } = scope;
  const concern = await tx
    .selectFrom('safeguarding.concerns as c')
    .innerJoin('people.centres as place', (join) =>
      join.onRef('place.organisation_id', '=', 'c.organisation_id').onRef('place.id', '=', 'c.centre_id'),
    )
    .select([
      'c.id',
      'c.centre_id',
      'c.owner_id',
      'c.deputy_id',
      'c.last_id',
      'c.raised_at',
      'c.acknowledge_by',
      'place.zone',
    ])
    .where('c.organisation_id', '=', actor.organisationId)
    .where('c.id', '=', concernId)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('safeguarding.acknowledgements as a')
            .whereRef('a.organisation_id', '=', 'c.organisation_id')
            .whereRef('a.concern_id', '=', 'c.id')
            .where('a.acknowledged_at', 'is not', null),
        ),
      ),
    )
    .executeTakeFirst();
  return concern ?? null;
};

const toldOf = async (scope: Scope, concernId: string) =>
  scope.tx
    .selectFrom('safeguarding.escalations')
    .select(['step', 'to_account_id', 'at'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('concern_id', '=', concernId)
    .execute();

/**
 * The clock of a concern ran out: unless somebody has taken it on, the next person is told, and when there is no
 * next, everybody again. It goes on until one of them takes it on. A later round is counted from this one.
 */
const escalate: Job = async (scope, payload) => {
  const { tx, actor, now } = scope;
  const concernId = String(payload.concernId);
  const round = Number(payload.round ?? 0);
  const origin = typeof payload.origin === 'string' ? payload.origin : null;
  const concern = await concernToTell(scope, concernId);
  if (!concern) return;
  const again = (nextRound: number, at: Temporal.Instant) =>
    scope.enqueue(
      'safeguarding.escalate',
      { concernId, round: nextRound, due: at.toString(), ...(origin && { origin }) },
      { key: `concern:${concernId}`, at },
    );
  const due = Temporal.Instant.from(typeof payload.due === 'string' ? payload.due : concern.acknowledge_by);
  if (Temporal.Instant.compare(now, due) < 0)
    return comeBack(scope, 'safeguarding.escalate', payload, { key: `concern:${concernId}`, due });

  const clock = await clockOn(scope, dateAt(Temporal.Instant.from(concern.raised_at), concern.zone));
  const told = await toldOf(scope, concernId);
  // The queue may call twice for one ringing of the clock: the next step has its own.
  const wait = { minutes: clock.escalateAgainAfterMinutes };
  if (told.some((each) => Temporal.Instant.compare(now, Temporal.Instant.from(each.at).add(wait)) < 0))
    return;
  const chain = { deputy: concern.deputy_id, last: concern.last_id };
  const next = nextToTell(
    chain,
    told.map((each) => each.step as Step),
  );
  const telling = { concernId, centreId: concern.centre_id, origin, readBy: null };
  if (next === 'remind') {
    await tellOf(scope, [concern.owner_id, ...told.map((each) => each.to_account_id)], {
      ...telling,
      step: `remind ${round}`,
    });
    await scope.audit('safeguarding.concern_reminded', {
      kind: 'concern',
      id: concernId,
      centreId: concern.centre_id,
    });
    await again(round + 1, now.add({ minutes: remindAfter(clock.escalateAgainAfterMinutes, round) }));
    return;
  }
  const to = next === 'deputy' ? concern.deputy_id : concern.last_id;
  if (!to) return;
  await tx
    .insertInto('safeguarding.escalations')
    .values({
      organisation_id: actor.organisationId,
      id: newId(),
      concern_id: concernId,
      to_account_id: to,
      step: next,
      at: now.toString(),
    })
    .execute();
  await scope.audit('safeguarding.concern_escalated', {
    kind: 'concern',
    id: concernId,
    centreId: concern.centre_id,
  });
  await tellOf(scope, [to], { ...telling, step: next });
  await again(0, now.add({ minutes: clock.escalateAgainAfterMinutes }));
};

export const escalationJobs = { 'safeguarding.escalate': escalate } as const;
