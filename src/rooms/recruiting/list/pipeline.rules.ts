import { MOVERS, type Mover, STEP_CODES, type StepCode } from '../profiles/profile.shape.ts';
import { type ApplicationState, applicationLife } from '../route/application.rules.ts';

/** Which applications: those that still go on, all, those that ended, or those in one state. */
export type WhichState = 'live' | 'ended' | 'all' | ApplicationState;

/** What the list, the board and the file are asked for: the same for all three. */
export interface PipelineFilter {
  readonly view: 'list' | 'board';
  readonly state: WhichState;
  readonly centreId: string | null;
  readonly role: string | null;
  readonly step: StepCode | null;
  readonly mover: Mover | null;
  /** Waiting in one step for more than so many days. */
  readonly waiting: number | null;
  /** Not heard for so many days while it is their move. */
  readonly quiet: number | null;
  /** The kind of a source, such as `talk`, or the id of one source. */
  readonly source: string | null;
  /** Part of a name. */
  readonly search: string;
  /** From 1. */
  readonly page: number;
}

export const WHICH: readonly WhichState[] = [
  'live',
  ...(Object.keys(applicationLife.states) as ApplicationState[]),
  'ended',
  'all',
];
export const WAITING_DAYS = [7, 14, 28] as const;
export const QUIET_DAYS = [14, 30] as const;

type Query = Readonly<Record<string, string | undefined>>;

const numberIn = (text: string | undefined, most: number): number | null =>
  text !== undefined && /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= most
    ? Number(text)
    : null;

/** What an address asks for, with everything unknown left out. */
export const filterFrom = (query: Query): PipelineFilter => ({
  view: query.view === 'board' ? 'board' : 'list',
  state: WHICH.find((each) => each === query.state) ?? 'live',
  centreId: query.centre || null,
  role: query.role || null,
  step: STEP_CODES.find((each) => each === query.step) ?? null,
  mover: MOVERS.find((each) => each === query.mover) ?? null,
  waiting: numberIn(query.waiting, 999),
  quiet: numberIn(query.quiet, 999),
  source: query.source || null,
  search: (query.search ?? '').trim().slice(0, 100),
  page: numberIn(query.page, 10_000) ?? 1,
});

/** The address of a filter; what is as usual is left out. */
export const queryOf = (filter: PipelineFilter): Query => ({
  view: filter.view === 'board' ? 'board' : undefined,
  state: filter.state === 'live' ? undefined : filter.state,
  centre: filter.centreId ?? undefined,
  role: filter.role ?? undefined,
  step: filter.step ?? undefined,
  mover: filter.mover ?? undefined,
  waiting: filter.waiting === null ? undefined : String(filter.waiting),
  quiet: filter.quiet === null ? undefined : String(filter.quiet),
  source: filter.source ?? undefined,
  search: filter.search || undefined,
  page: filter.page > 1 ? String(filter.page) : undefined,
});

export interface OpenStep {
  readonly code: StepCode;
  readonly mover: Mover;
  /** Whole days since it became this mover's turn. */
  readonly days: number;
  readonly dueOn: Temporal.PlainDate;
  /** Past the day by which it usually is done. Never while the application rests. */
  readonly overdue: boolean;
}

/** One application as the list, the board and the file show it. */
export interface InPipeline {
  readonly applicationId: string;
  readonly name: string;
  readonly role: string;
  readonly centreId: string;
  readonly centre: string;
  readonly state: ApplicationState;
  readonly pausedUntil: Temporal.PlainDate | null;
  readonly mayReapplyOn: Temporal.PlainDate | null;
  /** In the order of the route; none once it has ended. */
  readonly open: readonly OpenStep[];
  readonly enquiredAt: Temporal.Instant;
  readonly daysSince: number;
  readonly lastHeardAt: Temporal.Instant;
  /** Whole days since they were last heard. */
  readonly quietDays: number;
  readonly sourceKind: string | null;
  readonly sourceName: string | null;
  /** How a letter reaches them; null: somebody has to ring. */
  readonly reach: 'email' | 'text' | null;
}

export const stepWords: Readonly<Record<StepCode, string>> = {
  conversation: 'Conversation',
  application: 'Application',
  references: 'References',
  check: 'Check',
  interview: 'Interview',
  course: 'Course',
  offer: 'Offer',
  induction: 'Induction',
};

export const moverWords: Readonly<Record<Mover, string>> = {
  applicant: 'Theirs',
  us: 'Ours',
  referees: 'Their referees’',
  panel: 'The panel’s',
};

const first = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
export const stateInWords = (state: ApplicationState): string => first(applicationLife.states[state]);

const days = (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`;

/** Where an application is, in few words: its open steps, or how it stands where none is open. */
export const whereWords = ({ open, state }: InPipeline): string =>
  open.length > 0 && state !== 'paused'
    ? open.map(({ code }) => stepWords[code]).join(', ')
    : stateInWords(state);

/** Whose move it is, each mover once; empty where nobody is waited for. */
export const moveWords = ({ open, state }: InPipeline): string =>
  state === 'paused' ? '' : [...new Set(open.map(({ mover }) => moverWords[mover]))].join(', ');

/** The longest that somebody is waited for in an open step, in whole days; null where nobody is. */
export const longestWait = ({ open, state }: InPipeline): number | null =>
  open.length === 0 || state === 'paused' ? null : Math.max(...open.map((step) => step.days));

/** The columns of the list and of its file, with what stands in each: one definition for both. */
export const COLUMNS: readonly {
  readonly header: string;
  readonly words: (row: InPipeline, source: string) => string;
}[] = [
  { header: 'Name', words: ({ name }) => name },
  { header: 'Role', words: ({ role }) => role },
  { header: 'Centre', words: ({ centre }) => centre },
  { header: 'Where they are', words: whereWords },
  { header: 'Whose move', words: moveWords },
  {
    header: 'Waiting in this step',
    words: (row) => {
      const longest = longestWait(row);
      return longest === null ? '' : days(longest);
    },
  },
  { header: 'Since they asked', words: ({ daysSince }) => days(daysSince) },
  { header: 'Last heard', words: ({ quietDays }) => (quietDays === 0 ? 'today' : `${days(quietDays)} ago`) },
  { header: 'Heard of us by', words: (_, source) => source },
];

/** What those who recruit can ask several people to do at once. */
export const INVITES = ['conversation', 'application', 'course', 'again'] as const;
export type Invite = (typeof INVITES)[number];

export const inviteWords: Readonly<Record<Invite, string>> = {
  conversation: 'Choose a time to talk',
  application: 'Carry on with the application',
  course: 'Start the online course',
  again: 'We are looking again',
};

/**
 * Why somebody is left out of an invitation, in words; null where they may be asked. A step is asked for while it is
 * open and theirs; "we are looking again" goes to people who rest, who went, or who have only asked so far.
 */
export const leftOutOf = (invite: Invite, row: InPipeline, today: Temporal.PlainDate): string | null => {
  if (invite === 'again') {
    if (row.state === 'declined')
      return row.mayReapplyOn !== null && Temporal.PlainDate.compare(row.mayReapplyOn, today) <= 0
        ? null
        : 'we said no, and the day on which they may ask again has not come';
    return ['paused', 'withdrawn', 'enquired'].includes(row.state) ? null : 'already on the way';
  }
  if (row.state === 'paused') return 'resting just now';
  if (['welcomed', 'withdrawn', 'declined'].includes(row.state)) return 'no longer on the way';
  return row.open.some((step) => step.code === invite)
    ? null
    : `the ${stepWords[invite].toLowerCase()} is not open for them`;
};
