import type { Job } from '#platform/jobs/worker.ts';
import { queueMessage } from '#platform/messages/message.ts';
import { centres } from '#rooms/people/door.ts';
import { renewalWords } from '../readiness/readiness-words.rules.ts';
import { volunteersAt } from './volunteers.queries.ts';

/**
 * Reminds volunteers of what ends: once at each window (60, 30 and 7 days before, unless laid down otherwise) and once
 * when the days of grace begin. A day on which nothing ran is made up for.
 */
const remindToRenew: Job = async (scope) => {
  const everywhere = (await centres(scope)).map((centre) => centre.id);
  for (const volunteer of await volunteersAt(scope, everywhere, { countDays: false }))
    for (const renewal of volunteer.peerSupporter.renewals) {
      if (renewal.window === null && !renewal.inGrace) continue;
      const { words, next } = renewalWords(renewal, { name: null, today: volunteer.today });
      const stage = renewal.inGrace ? 'grace' : renewal.window;
      for (const channel of ['email', 'sms'] as const)
        await queueMessage(scope, {
          template: 'volunteer_renewal',
          about: 'team',
          channel,
          to: { personId: volunteer.personId },
          centreId: volunteer.centreId,
          details: { words, next },
          once: `volunteer_renewal:${volunteer.accountId}:${renewal.code}:${renewal.until}:${stage}:${channel}`,
        });
    }
};

export const renewalJobs = { 'delivery.remind_to_renew': remindToRenew };
export const renewalRecurring = [{ cron: '20 7 * * *', job: 'delivery.remind_to_renew' }];
