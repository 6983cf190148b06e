import type { PracticeKind } from '../practice/practice.rules.ts';

/** What somebody may write into their own record, in the order a form offers it. */
export const OWN_KINDS = ['course', 'book', 'talk', 'listening', 'doing', 'other'] as const;
export type OwnKind = (typeof OWN_KINDS)[number];

export const ownKindWords: Readonly<Record<OwnKind, string>> = {
  course: 'A course somewhere else',
  book: 'Something I read',
  talk: 'A talk or a meeting',
  listening: 'Something I watched or listened to',
  doing: 'Something I did',
  other: 'Something else',
};

/** Being at a session to learn, as a record calls it. */
export const practiceWords: Readonly<Record<PracticeKind, string>> = {
  shadowing: 'Shadowing',
  buddying: 'Buddying',
  observed: 'First session, with somebody watching',
};

/** How much somebody has in their record, in one plain sentence; null when there is nothing yet. */
export const recordInOneSentence = (counts: {
  readonly units: number;
  readonly courses: number;
  readonly events: number;
  readonly practice: number;
  readonly own: number;
}): string | null => {
  const named = (count: number, one: string, many: string): string | null =>
    count === 0 ? null : `${count} ${count === 1 ? one : many}`;
  const parts = [
    named(counts.units, 'unit of training', 'units of training'),
    named(counts.courses, 'certificate in safeguarding', 'certificates in safeguarding'),
    named(counts.events, 'event', 'events'),
    named(counts.practice, 'session alongside somebody', 'sessions alongside somebody'),
    named(counts.own, 'thing you wrote down yourself', 'things you wrote down yourself'),
  ].filter((part) => part !== null);
  const last = parts.at(-1);
  if (last === undefined) return null;
  return parts.length === 1 ? `${last}.` : `${parts.slice(0, -1).join(', ')} and ${last}.`;
};
