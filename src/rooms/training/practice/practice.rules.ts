import { lifecycle } from '#kernel/lifecycle.ts';

/** Being there to watch; being there to help beside somebody; running it while somebody watches. */
export const KINDS = ['shadowing', 'buddying', 'observed'] as const;
export type PracticeKind = (typeof KINDS)[number];

/** What was seen of a competency. What did not come up is not answered. */
export const SEEN = ['yes', 'partly', 'not_yet'] as const;
export type Seen = (typeof SEEN)[number];

export type PracticeState = 'planned' | 'happened' | 'did_not_happen';

/** A practice: planned, then it happened or it did not. What did not happen stays there with its reason. */
export const practiceLife = lifecycle<PracticeState, 'write_down' | 'fall_through'>({
  name: 'practice',
  states: {
    planned: 'planned',
    happened: 'behind us',
    did_not_happen: 'marked as one that did not happen',
  },
  moves: {
    write_down: { from: ['planned', 'happened'], to: 'happened', words: 'written down' },
    fall_through: { from: ['planned'], to: 'did_not_happen', words: 'marked as not having happened' },
  },
});

interface Moments {
  readonly happenedAt: Temporal.Instant | null;
  readonly didNotHappenAt: Temporal.Instant | null;
}

/** Where a practice stands, read from its moments. */
export const practiceState = ({ happenedAt, didNotHappenAt }: Moments): PracticeState =>
  didNotHappenAt ? 'did_not_happen' : happenedAt ? 'happened' : 'planned';

export interface Competency {
  readonly code: string;
  readonly name: string;
  readonly words: string;
}
export interface PracticeAsked {
  readonly kind: PracticeKind;
  readonly times: number;
}
/** What a syllabus says about learning on the job. */
export interface OnTheJob {
  readonly competencies: readonly Competency[];
  readonly practice: readonly PracticeAsked[];
}
interface SyllabusWords {
  readonly competencies: readonly Competency[];
  readonly units: readonly { readonly code: string; readonly competencies: readonly string[] }[];
  readonly levels: readonly { readonly code: string; readonly units: readonly string[] }[];
  readonly rules: { readonly practice: readonly PracticeAsked[] };
}

/**
 * What is asked on the job before somebody may run sessions: the competencies that the units of the core level lead to, in
 * the order of the syllabus, and how often which practice. All of it is the syllabus's word.
 */
export const onTheJob = ({ competencies, units, levels, rules }: SyllabusWords): OnTheJob => {
  const core = levels.find(({ code }) => code === 'core')?.units ?? [];
  const led = new Set(units.filter(({ code }) => core.includes(code)).flatMap((unit) => unit.competencies));
  return { competencies: competencies.filter(({ code }) => led.has(code)), practice: rules.practice };
};

export interface Done extends PracticeAsked {
  /** How often it happened, also beyond what is asked. */
  readonly done: number;
}

/** How often each practice that is asked has happened. What is planned or fell through does not count. */
export const practiceDone = (
  asked: readonly PracticeAsked[],
  practices: readonly (Moments & { readonly kind: PracticeKind })[],
): readonly Done[] =>
  asked.map((each) => ({
    ...each,
    done: practices.filter(
      (practice) => practice.kind === each.kind && practiceState(practice) === 'happened',
    ).length,
  }));

export interface Missing {
  /** Practice of a kind that has not happened often enough, and how often it is still to come. */
  readonly practice: readonly { readonly kind: PracticeKind; readonly times: number }[];
  readonly competencies: readonly Competency[];
}

/** What stands between somebody and the last yes. Empty twice: nothing does. */
export const missingForLastYes = (
  asked: OnTheJob,
  practices: readonly (Moments & { readonly kind: PracticeKind })[],
  signed: ReadonlySet<string>,
): Missing => ({
  practice: practiceDone(asked.practice, practices)
    .filter(({ done, times }) => done < times)
    .map(({ kind, done, times }) => ({ kind, times: times - done })),
  competencies: asked.competencies.filter(({ code }) => !signed.has(code)),
});

/** Whether nothing is missing any more. A syllabus that names no competency asks nothing and so decides nothing: false. */
export const isReadyForLastYes = (asked: OnTheJob, missing: Missing): boolean =>
  asked.competencies.length > 0 && missing.practice.length === 0 && missing.competencies.length === 0;

const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

const KIND_TO_COME: Readonly<Record<PracticeKind, string>> = {
  shadowing: 'shadow a session',
  buddying: 'help at a session beside a buddy',
  observed: 'run a session while somebody watches',
};

const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** What is still to come, in words: one sentence for the practice, one for the competencies; none where nothing is missing. */
export const missingInWords = ({ practice, competencies }: Missing): readonly string[] => [
  ...(practice.length > 0
    ? [`Still to come: ${listed(practice.map((each) => `${KIND_TO_COME[each.kind]} ${times(each.times)}`))}.`]
    : []),
  ...(competencies.length > 0
    ? [`Not signed off yet: ${listed(competencies.map(({ name }) => `“${name}”`))}.`]
    : []),
];

export const kindWords: Readonly<Record<PracticeKind, string>> = {
  shadowing: 'Shadowing',
  buddying: 'Buddying',
  observed: 'First session observed',
};

/** What a kind of practice is, said to the learner. */
export const kindAbout: Readonly<Record<PracticeKind, string>> = {
  shadowing: 'You are there and watch. Nothing is asked of you.',
  buddying: 'You help beside somebody who knows the way.',
  observed: 'You run the session, and somebody you trust is in the room.',
};

export const seenWords: Readonly<Record<Seen, string>> = { yes: 'Yes', partly: 'Partly', not_yet: 'Not yet' };
