import { type Context, contextWords } from './reference.rules.ts';

export const RELIABLE = ['yes', 'mostly', 'no', 'cannot_say'] as const;
export const CALM = ['yes', 'mostly', 'no', 'not_seen'] as const;
export const CONCERN = ['no', 'yes', 'talk'] as const;
export const GLAD = ['yes', 'not_sure', 'no'] as const;

export const reliableWords: Readonly<Record<(typeof RELIABLE)[number], string>> = {
  yes: 'Yes',
  mostly: 'Most of the time',
  no: 'No',
  cannot_say: 'I cannot say',
};
export const calmWords: Readonly<Record<(typeof CALM)[number], string>> = {
  yes: 'Yes, they stay kind and calm',
  mostly: 'Most of the time',
  no: 'No',
  not_seen: 'I have not seen it',
};
export const concernWords: Readonly<Record<(typeof CONCERN)[number], string>> = {
  no: 'No',
  yes: 'Yes',
  talk: 'I would rather talk about it',
};
export const gladWords: Readonly<Record<(typeof GLAD)[number], string>> = {
  yes: 'Yes',
  not_sure: 'I am not sure',
  no: 'No',
};

/** What a referee answered. */
export interface Answers {
  readonly howKnown: string;
  readonly context: Context;
  readonly sinceYear: number;
  readonly related: boolean;
  readonly reliable: (typeof RELIABLE)[number];
  readonly reliableWords: string;
  readonly calm: (typeof CALM)[number];
  readonly calmWords: string;
  readonly concern: (typeof CONCERN)[number];
  readonly concernWords: string;
  readonly glad: (typeof GLAD)[number];
  readonly gladWords: string;
  readonly mayRing: boolean;
  readonly phone: string;
}

/** One line of what the applicant said beside what the referee said. */
export interface Compared {
  readonly what: string;
  readonly said: string;
  readonly answered: string;
  readonly differs: boolean;
  /** In their own words: only a reader can tell whether the two agree. */
  readonly toRead?: boolean;
  /** Why the difference matters, or what to ask; '' where the two agree. */
  readonly ask: string;
}

const inYears = (count: number) =>
  count === 0 ? 'less than a year' : count === 1 ? 'about a year' : `about ${count} years`;

/**
 * What the applicant said of a referee beside what the referee answered in `year`. Years are whole and the referee gives
 * the year it began, so one year apart is no difference. A difference is a question to ask, and no finding.
 */
export const compareReference = (
  said: {
    readonly howKnown: string;
    readonly context: Context;
    readonly knownYears: number;
    readonly related: boolean;
  },
  answers: Answers,
  { year, knownYears }: { readonly year: number; readonly knownYears: number },
): readonly Compared[] => {
  const theirs = Math.max(0, year - answers.sinceYear);
  const apart = Math.abs(theirs - said.knownYears) > 1;
  const short = theirs < knownYears;
  return [
    {
      what: 'How they know each other',
      said: said.howKnown,
      answered: answers.howKnown,
      differs: false,
      toRead: true,
      ask: '',
    },
    {
      what: 'From which part of life',
      said: contextWords[said.context],
      answered: contextWords[answers.context],
      differs: said.context !== answers.context,
      ask:
        said.context === answers.context
          ? ''
          : 'People name the same thing in different ways. Ask how they met, if it matters.',
    },
    {
      what: 'For how long',
      said: inYears(said.knownYears),
      answered: `since ${answers.sinceYear}, ${inYears(theirs)}`,
      differs: apart || short,
      ask: apart
        ? 'The two remember it differently. Ask one of them when they met.'
        : short
          ? `By the referee’s count this is shorter than the ${knownYears} years we ask for.`
          : '',
    },
    {
      what: 'Related to each other',
      said: said.related ? 'Yes' : 'No',
      answered: answers.related ? 'Yes' : 'No',
      differs: said.related !== answers.related,
      ask:
        said.related === answers.related ? '' : 'One of them says they are related. Ask before you count it.',
    },
  ];
};

/** What in the answers asks for a second look before a reference is taken as good: sentences, the gravest first. */
export const toLookAt = (
  answers: Answers,
): readonly { readonly grave: boolean; readonly words: string }[] => [
  ...(answers.concern === 'yes'
    ? [
        {
          grave: true,
          words: 'The referee sees a reason why this person should not be with families or babies.',
        },
      ]
    : []),
  ...(answers.concern === 'talk'
    ? [
        {
          grave: true,
          words: 'The referee would rather talk about whether there is a reason against it. Ring them first.',
        },
      ]
    : []),
  ...(answers.glad === 'no'
    ? [{ grave: true, words: 'The referee would not be glad of them beside somebody they love.' }]
    : []),
  ...(answers.reliable === 'no' ? [{ grave: false, words: 'The referee does not find them reliable.' }] : []),
  ...(answers.calm === 'no'
    ? [{ grave: false, words: 'The referee has seen them not stay calm with somebody upset.' }]
    : []),
  ...(answers.glad === 'not_sure'
    ? [{ grave: false, words: 'The referee is not sure they would be glad of them.' }]
    : []),
  ...(answers.reliable === 'cannot_say' && answers.calm === 'not_seen'
    ? [{ grave: false, words: 'The referee has seen little of what we ask about.' }]
    : []),
];
