/** The three kinds of way on, in the order of the page. */
export const PATHWAY_KINDS = ['level', 'course', 'paid_role'] as const;
export type PathwayKind = (typeof PATHWAY_KINDS)[number];

export const pathwayKindWords: Readonly<
  Record<PathwayKind, { readonly one: string; readonly many: string; readonly about: string }>
> = {
  level: {
    one: 'Going further with us',
    many: 'Going further with us',
    about: 'More to do and more to learn, still as a volunteer.',
  },
  course: {
    one: 'A course to study',
    many: 'Courses to study',
    about: 'Formal courses at colleges and other places of learning, with a certificate at the end.',
  },
  paid_role: {
    one: 'Paid work',
    many: 'Paid work',
    about:
      'Jobs, with us or elsewhere. Volunteering is never a trial for a job, and nobody owes us a reason for going.',
  },
};

/** What can become of an interest. The codes are counted later: they are never renamed. */
export const OUTCOMES = ['started', 'finished', 'got_job', 'not_chosen', 'stopped', 'not_now'] as const;
export type Outcome = (typeof OUTCOMES)[number];

const offered: Readonly<Record<PathwayKind, readonly Outcome[]>> = {
  level: ['started', 'finished', 'stopped', 'not_now'],
  course: ['started', 'finished', 'not_chosen', 'stopped', 'not_now'],
  paid_role: ['got_job', 'not_chosen', 'not_now'],
};

/** The outcomes that make sense for a kind of way on: nobody finishes a job, and a level is not applied for. */
export const outcomesFor = (kind: PathwayKind): readonly Outcome[] => offered[kind];

const words: Readonly<Record<Outcome, { readonly own: string; readonly theirs: string }>> = {
  started: { own: 'I have started', theirs: 'Started' },
  finished: { own: 'I have finished', theirs: 'Finished' },
  got_job: { own: 'I got the job', theirs: 'Got the job' },
  not_chosen: { own: 'They chose somebody else this time', theirs: 'Not chosen this time' },
  stopped: { own: 'I stopped before the end', theirs: 'Stopped before the end' },
  not_now: { own: 'Not now', theirs: 'Not now' },
};

/** An outcome in the volunteer's own words, or as those who look after them read it. */
export const outcomeWords = (outcome: Outcome, own: boolean): string =>
  own ? words[outcome].own : words[outcome].theirs;

export interface NotedOutcome {
  readonly outcome: Outcome;
  readonly on: Temporal.PlainDate;
  readonly takenBack: boolean;
}

/** Whether an outcome ends the interest; a start does not. */
export const endsInterest = (outcome: Outcome): boolean => outcome !== 'started';

export type InterestState = 'waiting' | 'answered' | 'underway' | 'over';

/**
 * Where an interest stands: waiting for an answer, answered, under way once something started, or over. An outcome that
 * was taken back counts for nothing.
 */
export const interestState = (interest: {
  readonly answered: boolean;
  readonly outcomes: readonly NotedOutcome[];
}): InterestState => {
  const live = interest.outcomes.filter((each) => !each.takenBack);
  if (live.some((each) => endsInterest(each.outcome))) return 'over';
  if (live.length > 0) return 'underway';
  return interest.answered ? 'answered' : 'waiting';
};

/**
 * What is wrong with an outcome that somebody wants to write down, in words with the field it belongs to; null when
 * nothing is. It cannot lie ahead, must fit the kind, and a start is written down once.
 */
export const outcomeFault = (
  kind: PathwayKind,
  said: { readonly outcome: Outcome; readonly on: Temporal.PlainDate },
  before: readonly NotedOutcome[],
  today: Temporal.PlainDate,
): { readonly field: string; readonly message: string } | null => {
  if (!outcomesFor(kind).includes(said.outcome))
    return { field: 'outcome', message: 'Choose what became of it.' };
  if (Temporal.PlainDate.compare(said.on, today) > 0)
    return { field: 'on', message: 'That day is still to come. Enter the day on which it happened.' };
  const live = before.filter((each) => !each.takenBack);
  if (live.some((each) => endsInterest(each.outcome)))
    return {
      field: 'outcome',
      message: 'This has come to an end already. Take that back first if it was a mistake.',
    };
  const start = live.find((each) => each.outcome === 'started');
  if (start && said.outcome === 'started')
    return { field: 'outcome', message: 'The start is written down already.' };
  if (start && Temporal.PlainDate.compare(said.on, start.on) < 0)
    return { field: 'on', message: 'That is before the day it started. Look at the date again.' };
  return null;
};
