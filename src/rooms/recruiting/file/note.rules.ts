/** What a note may be about: a step, or the whole. */
export const NOTE_ABOUT = [
  'general',
  'conversation',
  'application',
  'references',
  'check',
  'interview',
  'course',
  'offer',
  'induction',
] as const;
export type NoteAbout = (typeof NOTE_ABOUT)[number];
