import type { Jobs } from '#platform/jobs/worker.ts';
import { awardUnitFor, withdrawUnitFor } from './award.commands.ts';
import type { EarnedHow } from './award.queries.ts';

type Payload = Readonly<Record<string, unknown>>;
const text = (payload: Payload, name: string): string => String(payload[name]);
const byOf = (payload: Payload): string | null => (typeof payload.by === 'string' ? payload.by : null);

/** What a trainer said and may not write down themselves. */
export const awardJobs: Jobs = {
  'training.award_unit': (scope, payload) =>
    awardUnitFor(
      scope,
      {
        applicantId: text(payload, 'applicantId'),
        centreId: text(payload, 'centreId'),
        syllabusId: text(payload, 'syllabusId'),
        unitCode: text(payload, 'unitCode'),
        earnedOn: Temporal.PlainDate.from(text(payload, 'earnedOn')),
        how: text(payload, 'how') as Exclude<EarnedHow, 'elsewhere'>,
        fromId: text(payload, 'fromId'),
        ...(typeof payload.expiresOn === 'string' && {
          expiresOn: Temporal.PlainDate.from(payload.expiresOn),
        }),
      },
      byOf(payload),
    ),
  'training.withdraw_unit': (scope, payload) =>
    withdrawUnitFor(
      scope,
      {
        applicantId: text(payload, 'applicantId'),
        centreId: text(payload, 'centreId'),
        unitCode: text(payload, 'unitCode'),
        fromId: text(payload, 'fromId'),
        why: text(payload, 'why'),
      },
      byOf(payload),
    ),
};
