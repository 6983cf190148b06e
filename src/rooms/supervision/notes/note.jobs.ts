import type { Scope } from '#platform/db/as-actor.ts';
import type { Jobs } from '#platform/jobs/worker.ts';
import { queueMessage } from '#platform/messages/message.ts';
import { centre } from '#rooms/people/door.ts';
import { clockTime, dayAndDate } from '#ui/times.ts';

type Payload = Readonly<Record<string, unknown>>;

const write = async (
  scope: Scope,
  accountIds: readonly string[],
  message: {
    readonly template: string;
    readonly centreId: string;
    readonly details: Readonly<Record<string, string>>;
    readonly once: string;
  },
): Promise<void> => {
  const people = await scope.tx
    .selectFrom('people.accounts')
    .select(['id', 'person_id'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', 'in', [...accountIds])
    .execute();
  for (const { id, person_id } of people)
    await queueMessage(scope, {
      ...message,
      about: 'team',
      channel: 'email',
      to: { personId: person_id },
      once: `${message.once}:${id}`,
    });
};

const tellKept = (scope: Scope, { noteId, accountId, centreId }: Payload): Promise<void> =>
  write(scope, [String(accountId)], {
    template: 'supervision_note_kept',
    centreId: String(centreId),
    details: {},
    once: `supervision_note_kept:${String(noteId)}`,
  });

const tellOpened = async (scope: Scope, { openingId }: Payload): Promise<void> => {
  const opening = await scope.tx
    .selectFrom('supervision.note_openings')
    .select(['account_id', 'held_by', 'centre_id', 'until_at'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', String(openingId))
    .executeTakeFirst();
  if (!opening) return;
  const zone = (await centre(scope, opening.centre_id))?.zone ?? 'Europe/London';
  const until = Temporal.Instant.from(opening.until_at).toZonedDateTimeISO(zone);
  await write(scope, [opening.account_id, opening.held_by], {
    template: 'supervision_note_opened',
    centreId: opening.centre_id,
    details: { read_by: `${dayAndDate(until.toPlainDate())} at ${clockTime(until.toPlainTime())}` },
    once: `supervision_note_opened:${String(openingId)}`,
  });
};

export const noteJobs = {
  'supervision.note_kept': tellKept,
  'supervision.note_opened': tellOpened,
} satisfies Jobs;
