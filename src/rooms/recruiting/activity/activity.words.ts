import { counted, dayAndDate } from '#ui/times.ts';
import type { Crossing, Meter } from './activity.rules.ts';

/** How full a stretch is, in words: "2 of 3 days in the 30 days to Thursday 26 November". */
export const meterInWords = (meter: Meter, today: Temporal.PlainDate): string => {
  const until = dayAndDate(meter.to, { today });
  if (meter.exempt)
    return `${counted(meter.days, 'day')} with children in the ${meter.inDays} days to ${until}. By the rules of that day the number did not matter for somebody under supervision.`;
  if (meter.days > meter.moreThanDays)
    return `${counted(meter.days, 'day')} with children in the ${meter.inDays} days to ${until}, more than ${meter.moreThanDays}`;
  return `${meter.days} of ${counted(meter.moreThanDays, 'day')} with children in the ${meter.inDays} days to ${until}`;
};

/** Why a day is one too many and what opens the way, in words. */
export const crossingInWords = (crossing: Crossing, today: Temporal.PlainDate): string => {
  const on = dayAndDate(crossing.on, { today });
  return crossing.why === 'overnight'
    ? `${on} is a night with children. That makes it a regulated activity, so a check with the children’s barred list comes first.`
    : `${on} would be day ${crossing.days} with children in ${crossing.inDays} days. More than ${crossing.moreThanDays} makes it a regulated activity, so a check with the children’s barred list comes first.`;
};
