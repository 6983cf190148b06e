export const WAYS = ['in_person', 'video', 'phone'] as const;
export type Way = (typeof WAYS)[number];

const words: Readonly<Record<Way, string>> = {
  in_person: 'We meet in person',
  video: 'We meet by video',
  phone: 'We ring you',
};

export const DECISIONS = ['yes', 'not_now', 'no'] as const;
export type Decision = (typeof DECISIONS)[number];

export const decisionWords: Readonly<Record<Decision, string>> = {
  yes: 'Yes',
  not_now: 'Not now',
  no: 'No',
};

export const wayOptions = (Object.keys(words) as Way[]).map((value) => ({
  value,
  label: { in_person: 'In person', video: 'By video', phone: 'By phone' }[value],
}));

/** How and where the interview is, as the applicant reads it: “We meet in person: Oak Room”. */
export const wayWords = (way: Way, place: string): string => (place ? `${words[way]}: ${place}` : words[way]);
