import type { ReferralState } from '../referral.rules.ts';

export const routeWords: Readonly<Record<string, string>> = {
  professional: 'Sent by a professional',
  self: 'The parent asked',
  staff: 'Written down by us',
  file: 'Came in a file',
  fhir: 'Came from another system',
};

export const cameByWords: Readonly<Record<string, string>> = {
  form: 'by the form',
  call: 'by phone',
  letter: 'by letter',
  email: 'by e-mail',
  file: 'in a file',
  in_person: 'in person',
};

export const stateTone = (state: ReferralState): 'honey' | 'clay' | 'pine' | 'grey' | 'iris' => {
  if (state === 'received') return 'clay';
  if (state === 'asked') return 'honey';
  if (state === 'welcomed') return 'pine';
  return state === 'signposted' || state === 'handed_over' ? 'iris' : 'grey';
};

/** How long something has waited, for a list: "today", "1 day", "12 days". */
export const waited = (since: Temporal.Instant, now: Temporal.Instant, zone: string): string => {
  const from = since.toZonedDateTimeISO(zone).toPlainDate();
  const { days } = from.until(now.toZonedDateTimeISO(zone).toPlainDate(), { largestUnit: 'day' });
  if (days <= 0) return 'today';
  return days === 1 ? '1 day' : `${days} days`;
};
