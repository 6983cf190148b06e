import { dateAt, daysBetween } from '#kernel/dates.ts';
import type { Job } from '#platform/jobs/worker.ts';
import { queueMessage } from '#platform/messages/message.ts';
import { centres } from '#rooms/people/door.ts';
import { template } from '#rooms/programme/door.ts';
import { dayAndDate, timeRange } from '#ui/times.ts';
import { reminderDue } from './remind.rules.ts';
import { expectedAt, sessionsBetween } from './session.queries.ts';

const FURTHEST_DAYS = 15;

/**
 * Reminds parents of a session on the days before that its group's template promises. Nobody who said they cannot
 * come is reminded; whether and how each message goes is asked when it leaves.
 */
export const remind: Job = async (scope) => {
  const everywhere = (await centres(scope)).map((centre) => centre.id);
  const soon = await sessionsBetween(
    scope,
    everywhere,
    scope.now,
    scope.now.add({ hours: 24 * FURTHEST_DAYS }),
  );
  for (const session of soon) {
    if (session.calledOffWhy !== null || session.closed) continue;
    const promised = (await template(scope, session.templateId))?.content.promises.reminderDaysBefore ?? [];
    const due = reminderDue(daysBetween(dateAt(scope.now, session.zone), session.on), promised);
    if (due === null) continue;
    for (const parent of await expectedAt(scope, session)) {
      // Who took the place since the reminder's day has just been told all of it.
      const told = daysBetween(dateAt(parent.takenAt, session.zone), session.on) <= due;
      if (parent.coming === false || told) continue;
      for (const channel of ['sms', 'email'] as const)
        await queueMessage(scope, {
          template: 'session_reminder',
          about: 'group',
          channel,
          to: { personId: parent.personId },
          centreId: session.centreId,
          pregnancyId: parent.pregnancyId,
          details: {
            group: session.groupName,
            day: dayAndDate(session.on),
            time: timeRange(session.from, session.from.add({ minutes: session.minutes })),
            venue: session.venue,
          },
          once: `session_reminder:${session.id}:${due}:${parent.personId}:${channel}`,
        });
    }
  }
};
