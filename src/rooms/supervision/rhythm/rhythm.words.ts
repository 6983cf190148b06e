import { clockTime, dayAndDate, timeRange } from '#ui/times.ts';
import type { MeetingState } from './meeting.rules.ts';
import type { Because } from './place.rules.ts';
import type { How, MeetingKind } from './rhythm.shape.ts';

export const kindWords: Readonly<Record<MeetingKind, string>> = {
  one_to_one: 'Supervision, one to one',
  group: 'Supervision in a group',
  peer: 'Supervision among peers',
  coffee: 'Coffee morning',
  early: 'Early check-in',
  debrief: 'Talking it over',
};

export const howWords: Readonly<Record<How, string>> = {
  face_to_face: 'face to face',
  phone: 'by phone',
  online: 'online',
};

/** Why a time is not on its day of the rhythm, as a sentence for the page; empty where there is nothing to say. */
export const becauseWords = (because: readonly Because[]): string => {
  const said = [
    because.includes('bank_holiday') ? 'its day is a bank holiday' : '',
    because.includes('leave') ? 'somebody is away on its day' : '',
    because.includes('clash') ? 'something else is on that day' : '',
    because.includes('hours') ? 'its day lies outside your hours' : '',
    because.includes('past') ? 'its day has passed' : '',
    because.includes('cover') ? 'the supervisor is away, so the cover holds it' : '',
  ].filter(Boolean);
  return said.length > 0 ? `Because ${said.join(', and ')}.` : '';
};

/** "Thursday 26 November, 10am to 11am" as the clock on the wall of the centre shows it. */
export const whenWords = (
  of: { readonly startsAt: Temporal.Instant; readonly minutes: number; readonly zone: string },
  today: Temporal.PlainDate,
): string => {
  const there = of.startsAt.toZonedDateTimeISO(of.zone);
  return `${dayAndDate(there.toPlainDate(), { today })}, ${timeRange(there.toPlainTime(), there.add({ minutes: of.minutes }).toPlainTime())}`;
};

/** What is said to a time that is only proposed, to go behind it: nothing yet, or that another one is asked for. */
export const answeredWords = (of: {
  readonly state: MeetingState;
  readonly people: readonly { readonly said: 'yes' | 'other_time' | null }[];
}): string => {
  if (of.state !== 'proposed') return '';
  return of.people.some(({ said }) => said === 'other_time')
    ? ', and another time is asked for'
    : ', not answered yet';
};

/** The day and the time for a letter. */
export const dayAndTime = (
  of: { readonly startsAt: Temporal.Instant; readonly zone: string },
  today: Temporal.PlainDate,
): { readonly day: string; readonly time: string } => {
  const there = of.startsAt.toZonedDateTimeISO(of.zone);
  return {
    day: dayAndDate(there.toPlainDate(), { today }),
    time: clockTime(there.toPlainTime()),
  };
};
