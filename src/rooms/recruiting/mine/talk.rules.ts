import { clockTime } from '#ui/times.ts';

interface Timed {
  readonly startsAt: Temporal.Instant;
}

/** The day of a talk where the centre is. */
export const dayOf = ({ startsAt }: Timed, zone: string): Temporal.PlainDate =>
  startsAt.toZonedDateTimeISO(zone).toPlainDate();

/** The time of a talk on the centre's clock, such as 10.30am. */
export const timeOf = ({ startsAt }: Timed, zone: string): string =>
  clockTime(startsAt.toZonedDateTimeISO(zone).toPlainTime());

/** How a talk is held, as it is said to the applicant; without a number of theirs a call needs one. */
export const howWeTalk = (
  { way, place }: { readonly way: 'phone' | 'video' | 'in_person'; readonly place: string },
  application: { readonly phone: string | null; readonly centreName: string },
): string => {
  if (way === 'phone')
    return application.phone ? 'By phone: we ring you' : 'By phone: you ring us, or give us your number';
  if (way === 'video') return place ? `By video: ${place}` : 'By video: we send you the link';
  return `In person, at ${place || application.centreName}`;
};

/** How long before a talk it can still be taken, so that nobody of ours finds it in the morning. */
export const LEAST_HOURS_AHEAD = 12;
/** How long before a talk the reminder goes. */
export const REMIND_HOURS_AHEAD = 24;
