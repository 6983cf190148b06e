import { sql } from 'kysely';
import { dateAt } from '#kernel/dates.ts';
import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { centre } from '#rooms/people/door.ts';
import { type LossKind, parentsOf, type Resting } from '../family.queries.ts';
import { lockedPregnancy } from '../pregnancy/pregnancy.commands.ts';
import { type Decision, type Which, whoRests } from './loss.rules.ts';

export interface NewLoss {
  readonly pregnancyId: string;
  /** The parent who told us; null when it was somebody else, such as a hospital. */
  readonly toldBy: string | null;
  readonly kind: LossKind;
  readonly which: Which;
  readonly happenedOn: Temporal.PlainDate | null;
}

/** Stops what waits to be sent to these parents about a baby, a group or a referral; answers what was stopped. */
export const stopMessages = async (
  scope: Scope,
  pregnancyId: string,
  personIds: readonly string[],
): Promise<readonly string[]> => {
  const stopped = await sql<{
    ids: string[];
  }>`select families.stop_messages(${pregnancyId}::uuid, ${[...personIds]}::uuid[]) as ids`.execute(scope.tx);
  return stopped.rows[0]?.ids ?? [];
};

interface Pausing {
  readonly pregnancy: { readonly id: string; readonly centre_id: string };
  readonly personIds: readonly string[];
  readonly why: Resting;
  readonly lossId: string | null;
}

/** Lets messages to these parents rest from now on. */
export const pauseParents = async (
  scope: Scope,
  { pregnancy, personIds, why, lossId }: Pausing,
): Promise<void> => {
  if (personIds.length === 0) return;
  const { tx, actor, now } = scope;
  await tx
    .insertInto('families.pauses')
    .values(
      personIds.map((personId) => ({
        organisation_id: actor.organisationId,
        id: newId(),
        centre_id: pregnancy.centre_id,
        person_id: personId,
        pregnancy_id: pregnancy.id,
        loss_id: lossId,
        why,
        from_at: now.toString(),
      })),
    )
    .execute();
};

const linesOf = async (
  scope: Scope,
  pregnancyId: string,
  which: Which,
): Promise<readonly { all: boolean; babyId: string | null }[]> => {
  if ('all' in which) return [{ all: true, babyId: null }];
  if ('oneExpected' in which) return [{ all: false, babyId: null }];
  const born = await scope.tx
    .selectFrom('families.babies')
    .select('id')
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('pregnancy_id', '=', pregnancyId)
    .where('undone_at', 'is', null)
    .execute();
  const known = new Set(born.map((baby) => baby.id));
  if (which.babyIds.length === 0 || which.babyIds.some((id) => !known.has(id)))
    throw new Refusal('Choose which baby.', 'which');
  return [...new Set(which.babyIds)].map((babyId) => ({ all: false, babyId }));
};

/**
 * Records a loss. In this one transaction everything waiting to be sent about a baby, a group or a referral to any
 * parent of the pregnancy is stopped; messages to the parent who told us rest but for support; messages to every
 * other parent rest quietly until a named practitioner decides, so that silence tells nothing. Announces
 * `families.lost`. Refuses a date after today at the centre, and a second entry of the same loss.
 */
export const recordLoss = async (scope: Scope, loss: NewLoss): Promise<{ readonly lossId: string }> => {
  const { tx, actor, now } = scope;
  const pregnancy = await lockedPregnancy(scope, loss.pregnancyId);
  const place = await centre(scope, pregnancy.centre_id);
  if (!place) throw new NotFound('centre');
  if (loss.happenedOn && Temporal.PlainDate.compare(loss.happenedOn, dateAt(now, place.zone)) > 0)
    throw new Refusal(
      'This date is still to come. Enter the day it happened, or leave it empty.',
      'happenedOn',
    );
  const parents = (await parentsOf(scope, loss.pregnancyId)).map((parent) => parent.personId);
  if (loss.toldBy !== null && !parents.includes(loss.toldBy))
    throw new Refusal('Choose who told us.', 'toldBy');
  const known = await sql<{ lost: string[] }>`select families.lost_pregnancies() as lost`.execute(tx);
  if (known.rows[0]?.lost.includes(loss.pregnancyId))
    throw new Refusal('This loss is recorded already. Nothing more needs to be entered.');
  const lines = await linesOf(scope, loss.pregnancyId, loss.which);
  const stopped = await stopMessages(scope, loss.pregnancyId, parents);
  const rows = lines.map(({ all, babyId }, at) => ({
    organisation_id: actor.organisationId,
    id: newId(),
    centre_id: pregnancy.centre_id,
    pregnancy_id: loss.pregnancyId,
    baby_id: babyId,
    told_by_person_id: loss.toldBy,
    kind: loss.kind,
    all_babies: all,
    happened_on: loss.happenedOn?.toString() ?? null,
    recorded_by: accountOf(actor),
    recorded_at: now.toString(),
    stopped_messages: at === 0 ? [...stopped] : [],
  }));
  await tx.insertInto('families.losses').values(rows).execute();
  const lossId = rows[0]?.id ?? '';
  const { own, quietly } = whoRests(parents, loss.toldBy);
  await pauseParents(scope, { pregnancy, personIds: own, why: 'own_loss', lossId });
  await pauseParents(scope, { pregnancy, personIds: quietly, why: 'linked_loss', lossId });
  await scope.audit('families.loss_recorded', {
    kind: 'pregnancy',
    id: loss.pregnancyId,
    centreId: pregnancy.centre_id,
  });
  await scope.enqueue('families.lost', {
    lossId,
    pregnancyId: loss.pregnancyId,
    centreId: pregnancy.centre_id,
    all: 'all' in loss.which,
    toldBy: loss.toldBy,
    personIds: parents,
  });
  return { lossId };
};

/**
 * Takes back a loss that was entered by mistake, with the reason why. What rested because of it rests no longer, and
 * stopped messages whose time has not come yet will go. Announces `families.loss_undone`.
 */
export const undoLoss = async (
  scope: Scope,
  { lossId, why }: { readonly lossId: string; readonly why: string },
): Promise<void> => {
  const { tx, actor, now } = scope;
  const undone = await tx
    .updateTable('families.losses')
    .set({ undone_at: now.toString(), undone_by: accountOf(actor), undone_why: why.trim() })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', lossId)
    .where('undone_at', 'is', null)
    .returning(['pregnancy_id', 'centre_id'])
    .executeTakeFirst();
  if (!undone) throw new NotFound('loss');
  const stillLost = await tx
    .selectFrom('families.losses')
    .select('id')
    .where('organisation_id', '=', actor.organisationId)
    .where('pregnancy_id', '=', undone.pregnancy_id)
    .where('undone_at', 'is', null)
    .orderBy('recorded_at')
    .executeTakeFirst();
  // One of two twins was entered by mistake and the other was not: everything goes on resting for the other.
  const restings = tx
    .updateTable('families.pauses')
    .where('organisation_id', '=', actor.organisationId)
    .where('loss_id', '=', lossId)
    .where('ended_at', 'is', null);
  if (stillLost) await restings.set({ loss_id: stillLost.id }).execute();
  else {
    await restings.set({ ended_at: now.toString(), words: 'The entry was a mistake.' }).execute();
    // Parents linked since rest without naming the entry.
    await tx
      .updateTable('families.pauses')
      .set({ ended_at: now.toString(), words: 'The entry was a mistake.' })
      .where('organisation_id', '=', actor.organisationId)
      .where('pregnancy_id', '=', undone.pregnancy_id)
      .where('loss_id', 'is', null)
      .where('why', '=', 'linked_loss')
      .where('ended_at', 'is', null)
      .execute();
    const again = await sql<{
      message_id: string;
      send_after: string;
    }>`select message_id, send_after from families.let_go_again(${lossId}::uuid, ${now.toString()}::timestamptz)`.execute(
      tx,
    );
    for (const { message_id, send_after } of again.rows)
      await scope.enqueue(
        'messages.send',
        { messageId: message_id },
        { key: `message:${message_id}`, at: Temporal.Instant.from(send_after) },
      );
  }
  await scope.audit('families.loss_undone', {
    kind: 'pregnancy',
    id: undone.pregnancy_id,
    centreId: undone.centre_id,
  });
  await scope.enqueue('families.loss_undone', {
    lossId,
    pregnancyId: undone.pregnancy_id,
    centreId: undone.centre_id,
    personIds: (await parentsOf(scope, undone.pregnancy_id)).map((parent) => parent.personId),
  });
};

/**
 * A named person decides what may be sent while messages rest: only support, everything again, or nothing. Announces
 * `families.pause_decided`. Refuses "everything again" while the loss of every baby stands. NotFound when it no longer rests.
 */
export const decidePause = async (
  scope: Scope,
  pauseId: string,
  decision: Decision,
  words: string,
): Promise<void> => {
  const { tx, actor, now } = scope;
  const pause = await tx
    .selectFrom('families.pauses')
    .select(['id', 'person_id', 'pregnancy_id', 'centre_id'])
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', pauseId)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!pause) throw new NotFound('pause');
  if (decision === 'all_again') {
    const lost = await sql<{ lost: string[] }>`select families.lost_pregnancies() as lost`.execute(tx);
    if (lost.rows[0]?.lost.includes(pause.pregnancy_id))
      throw new Refusal(
        'A loss stands in this file, so messages about the baby stay stopped. Choose support, or no messages.',
        'decision',
      );
  }
  await tx
    .updateTable('families.pauses')
    .set({
      decision,
      decided_at: now.toString(),
      decided_by: accountOf(actor),
      words: words.trim(),
      ended_at: decision === 'all_again' ? now.toString() : null,
    })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', pauseId)
    .execute();
  await scope.audit('families.pause_decided', {
    kind: 'person',
    id: pause.person_id,
    centreId: pause.centre_id,
  });
  await scope.enqueue('families.pause_decided', {
    personId: pause.person_id,
    pregnancyId: pause.pregnancy_id,
    centreId: pause.centre_id,
  });
};

/** A parent asked to be left in peace for a while: only support goes until somebody decides with them. */
export const restAsAsked = async (
  scope: Scope,
  {
    personId,
    pregnancyId,
    words,
  }: { readonly personId: string; readonly pregnancyId: string; readonly words: string },
): Promise<void> => {
  const pregnancy = await lockedPregnancy(scope, pregnancyId);
  await stopMessages(scope, pregnancyId, [personId]);
  await scope.tx
    .insertInto('families.pauses')
    .values({
      organisation_id: scope.actor.organisationId,
      id: newId(),
      centre_id: pregnancy.centre_id,
      person_id: personId,
      pregnancy_id: pregnancyId,
      why: 'asked',
      from_at: scope.now.toString(),
      words: words.trim(),
    })
    .execute();
  await scope.audit('families.rest_asked', { kind: 'person', id: personId, centreId: pregnancy.centre_id });
};
