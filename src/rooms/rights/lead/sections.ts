import { looksPath } from '../paths.ts';

/** What the page of the data lead leads to, in the order they would open it; each feature of this room adds its own. */
export interface Section {
  readonly href: string;
  readonly title: string;
  /** What is behind it, in a sentence. */
  readonly words: string;
}

export const sections: readonly Section[] = [
  {
    href: looksPath(),
    title: 'Who looked at what',
    words: 'Every page about somebody that a colleague opened: when, and what for.',
  },
];
