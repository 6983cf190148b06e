import type { Scope } from '#platform/db/as-actor.ts';
import { comeBack } from '#platform/jobs/come-back.ts';
import type { Job, Jobs } from '#platform/jobs/worker.ts';
import { queueMessage } from '#platform/messages/message.ts';
import { accountsAt } from '#rooms/people/door.ts';
import { momentInWords } from '#ui/times.ts';
import { type Debrief, debriefById } from './debrief.queries.ts';
import { noteLoadFrom } from './told.commands.ts';

const tell = async (
  scope: Scope,
  debrief: Debrief,
  accountIds: readonly string[],
  message: {
    readonly template: string;
    readonly details: Readonly<Record<string, string>>;
    readonly stage: string;
    readonly now?: boolean;
  },
): Promise<void> => {
  const ids = [...new Set(accountIds)];
  if (ids.length === 0) return;
  const people = await scope.tx
    .selectFrom('people.accounts')
    .select(['id', 'person_id'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', 'in', ids)
    .where('closed_at', 'is', null)
    .execute();
  for (const { id, person_id } of people)
    for (const channel of ['email', 'sms'] as const)
      await queueMessage(scope, {
        template: message.template,
        // Somebody who asks to be rung now is not told to wait for the morning; that is what `safety` means to the guards.
        about: message.now ? 'safety' : 'team',
        channel,
        to: { personId: person_id },
        centreId: debrief.centreId,
        details: message.details,
        once: `${message.template}:${debrief.id}:${message.stage}:${id}:${channel}`,
      });
};

const byWords = ({ offerBy, zone }: Debrief, scope: Scope): string => momentInWords(offerBy, zone, scope.now);

const tellOpened: Job = async (scope, payload) => {
  const debrief = await debriefById(scope, String(payload.debriefId));
  if (!debrief || debrief.heldAt || debrief.answered === 'no_thanks' || debrief.state === 'dropped') return;
  const now = payload.ringNow === true;
  const by = byWords(debrief, scope);
  await tell(scope, debrief, [debrief.accountId], {
    template: 'debrief_opened',
    details: debrief.rings ? { who: debrief.rings, ...(!now && { by }) } : {},
    stage: now ? 'now' : 'opened',
  });
  if (debrief.ringsId)
    await tell(scope, debrief, [debrief.ringsId], {
      template: 'debrief_to_offer',
      details: now ? { now: 'yes' } : { by },
      stage: now ? 'now' : 'opened',
      now,
    });
};

const tellOffered: Job = async (scope, payload) => {
  const debrief = await debriefById(scope, String(payload.debriefId));
  if (debrief?.state !== 'offered') return;
  await tell(scope, debrief, [debrief.accountId], {
    template: 'debrief_offered',
    details: { ...(debrief.rings && { who: debrief.rings }), words: debrief.offeredWords },
    stage: String(debrief.offeredAt),
  });
};

const late: Job = async (scope, payload) => {
  const debriefId = String(payload.debriefId);
  const stage = payload.stage === 'very_late' ? 'very_late' : 'late';
  const due = Temporal.Instant.from(String(payload.due));
  if (Temporal.Instant.compare(scope.now, due) <= 0)
    return comeBack(
      scope,
      'supervision.debrief_late',
      { debriefId, stage, due: due.toString() },
      { key: `debrief:${debriefId}:${stage}`, due: due.add({ seconds: 1 }) },
    );
  const debrief = await debriefById(scope, debriefId);
  if (!debrief || debrief.lateness === 'in_time') return;
  const managers = await accountsAt(
    scope,
    debrief.centreId,
    stage === 'very_late' ? ['volunteer_manager', 'programme_coordinator'] : ['volunteer_manager'],
  );
  await tell(
    scope,
    debrief,
    [...(debrief.ringsId ? [debrief.ringsId] : []), ...managers.map(({ accountId }) => accountId)].filter(
      (each) => each !== debrief.accountId,
    ),
    { template: 'debrief_late', details: {}, stage },
  );
};

/** What the house does about load: writes down what run sheets say, and tells who is to ring whom. */
export const loadJobs: Jobs = {
  'supervision.note_load': noteLoadFrom,
  'supervision.tell_debrief': tellOpened,
  'supervision.tell_debrief_offered': tellOffered,
  'supervision.debrief_late': late,
};
