import { type ExpressionBuilder, sql } from 'kysely';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import type { Database } from '#platform/db/schema.generated.ts';
import type {
  ActivityContent,
  AdaptationKind,
  BlockKind,
  FacilitatorKind,
  HandoutContent,
  Stage,
  ThemeCode,
  ToolboxKind,
  TopicCode,
} from '../content/shapes.ts';
import { aboutBaby, mayShowParents, type ReviewState, reviewState } from './activity.rules.ts';

/** An activity as it stands in a list. `id` is of this version; `code` never changes. */
export interface ActivityInList {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly toolbox: ToolboxKind;
  readonly title: string;
  readonly summary: string;
  readonly mainTheme: ThemeCode;
  readonly themes: readonly ThemeCode[];
  readonly topics: readonly TopicCode[];
  readonly blocks: readonly BlockKind[];
  readonly stages: readonly Stage[];
  readonly facilitators: readonly FacilitatorKind[];
  readonly adaptations: readonly AdaptationKind[];
  readonly minutes: { readonly usual: number; readonly least: number; readonly most: number };
  readonly hasHandout: boolean;
  readonly review: ReviewState;
  readonly handoutReview: ReviewState;
  readonly favourite: boolean;
  readonly credit: string;
}

/** An activity with everything in it, in one version. `replacedAt` is null for the version in use. */
export interface Activity extends ActivityInList {
  readonly content: ActivityContent;
  readonly madeAt: Temporal.Instant;
  readonly madeBy: string | null;
  readonly replacedAt: Temporal.Instant | null;
}

export interface ActivityFilter {
  /** Every word must be somewhere in the activity; "breath" finds breathing. */
  readonly words?: string | undefined;
  readonly theme?: ThemeCode | undefined;
  readonly topic?: TopicCode | undefined;
  readonly block?: BlockKind | undefined;
  readonly stage?: Stage | undefined;
  readonly facilitator?: FacilitatorKind | undefined;
  readonly toolbox?: ToolboxKind | undefined;
  /** Can be done in this many minutes. */
  readonly minutesAtMost?: number | undefined;
  readonly favourites?: boolean | undefined;
}

const latest = (eb: ExpressionBuilder<Database, 'programme.activities'>, subject: 'activity' | 'handout') =>
  eb
    .selectFrom('programme.reviews as r')
    .select('r.approved')
    .whereRef('r.organisation_id', '=', 'programme.activities.organisation_id')
    .whereRef('r.subject_id', '=', 'programme.activities.id')
    .where('r.subject', '=', subject)
    .orderBy('r.reviewed_on', 'desc')
    .orderBy('r.entered_at', 'desc')
    .limit(1);

const base = ({ tx, actor }: Scope) => {
  const account = accountOf(actor);
  return tx
    .selectFrom('programme.activities')
    .where('programme.activities.organisation_id', '=', actor.organisationId)
    .select([
      'id',
      'code',
      'version',
      'toolbox',
      'title',
      'summary',
      'main_theme',
      'themes',
      'topics',
      'blocks',
      'stages',
      'facilitators',
      'minutes_usual',
      'minutes_least',
      'minutes_most',
      'credit',
    ])
    .select((eb) => [
      sql<AdaptationKind[]>`coalesce(jsonb_path_query_array(content, '$.adaptations[*].kind'), '[]')`.as(
        'adaptations',
      ),
      sql<boolean>`content ? 'handout'`.as('has_handout'),
      latest(eb, 'activity').as('approved'),
      latest(eb, 'handout').as('handout_approved'),
      account === null
        ? sql<boolean>`false`.as('favourite')
        : eb
            .exists(
              eb
                .selectFrom('programme.favourites as f')
                .select('f.at')
                .whereRef('f.organisation_id', '=', 'programme.activities.organisation_id')
                .whereRef('f.activity_code', '=', 'programme.activities.code')
                .where('f.account_id', '=', account),
            )
            .as('favourite'),
    ]);
};

type Row = Awaited<ReturnType<ReturnType<typeof base>['execute']>>[number];

const inList = (row: Row): ActivityInList => ({
  id: row.id,
  code: row.code,
  version: row.version,
  toolbox: row.toolbox,
  title: row.title,
  summary: row.summary,
  mainTheme: row.main_theme as ThemeCode,
  themes: row.themes as ThemeCode[],
  topics: row.topics as TopicCode[],
  blocks: row.blocks as BlockKind[],
  stages: row.stages as Stage[],
  facilitators: row.facilitators as FacilitatorKind[],
  adaptations: row.adaptations,
  minutes: { usual: row.minutes_usual, least: row.minutes_least, most: row.minutes_most },
  hasHandout: row.has_handout,
  review: reviewState(row.approved),
  handoutReview: reviewState(row.handout_approved),
  favourite: Boolean(row.favourite),
  credit: row.credit,
});

/** The words of a search as a text search of the database: every word, each as the beginning of one. '' when there is none. */
export const searchOf = (typed: string): string =>
  typed
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, 12)
    .map((word) => `${word}:*`)
    .join(' & ');

const TEXT = sql`(setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', summary), 'B') || jsonb_to_tsvector('english', content, '["string"]'))`;

/** The toolbox as it is now, filtered; by title, or the best match first when words are searched. */
export const activities = async (
  scope: Scope,
  filter: ActivityFilter = {},
): Promise<readonly ActivityInList[]> => {
  let query = base(scope).where('replaced_at', 'is', null);
  const holding = (
    column: 'themes' | 'topics' | 'blocks' | 'stages' | 'facilitators',
    code: string | undefined,
  ) => {
    if (code !== undefined) query = query.where(sql<boolean>`${sql.ref(column)} @> array[${code}]::text[]`);
  };
  holding('themes', filter.theme);
  holding('topics', filter.topic);
  holding('blocks', filter.block);
  holding('stages', filter.stage);
  holding('facilitators', filter.facilitator);
  if (filter.toolbox !== undefined) query = query.where('toolbox', '=', filter.toolbox);
  if (filter.minutesAtMost !== undefined) query = query.where('minutes_least', '<=', filter.minutesAtMost);
  const search = searchOf(filter.words ?? '');
  if (search !== '') {
    const asked = sql`to_tsquery('english', ${search})`;
    // A search of small words only ("and the") is an empty question: it filters nothing.
    query = query
      .where(sql<boolean>`(numnode(${asked}) = 0 or ${TEXT} @@ ${asked})`)
      .orderBy(sql`ts_rank(${TEXT}, ${asked})`, 'desc');
  }
  const rows = await query.orderBy(sql`title collate "en-x-icu"`).orderBy('id').execute();
  const found = rows.map(inList);
  return filter.favourites ? found.filter(({ favourite }) => favourite) : found;
};

const whole = (scope: Scope) => base(scope).select(['content', 'made_at', 'made_by', 'replaced_at']);

const wholeOf = (row: Awaited<ReturnType<ReturnType<typeof whole>['execute']>>[number]): Activity => ({
  ...inList(row),
  content: row.content as ActivityContent,
  madeAt: Temporal.Instant.from(row.made_at),
  madeBy: row.made_by,
  replacedAt: row.replaced_at === null ? null : Temporal.Instant.from(row.replaced_at),
});

/** Activities by the ids of their versions, old versions too: a plan keeps the one it was made with. In no order. */
export const activitiesByIds = async (scope: Scope, ids: readonly string[]): Promise<readonly Activity[]> => {
  if (ids.length === 0) return [];
  const rows = await whole(scope)
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return rows.map(wholeOf);
};

/** Every version of an activity, the newest first; empty when there is none. */
export const versionsOf = async (scope: Scope, code: string): Promise<readonly Activity[]> =>
  (await whole(scope).where('code', '=', code).orderBy('version', 'desc').execute()).map(wholeOf);

/** A review as it was given. */
export interface Review {
  readonly subject: 'activity' | 'handout';
  readonly activityId: string;
  readonly name: string;
  readonly role: string;
  readonly on: Temporal.PlainDate;
  readonly approved: boolean;
  readonly words: string;
}

/** The reviews of these versions, the latest first. */
export const reviewsOf = async ({ tx, actor }: Scope, ids: readonly string[]): Promise<readonly Review[]> => {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('programme.reviews')
    .select(['subject', 'subject_id', 'reviewer_name', 'reviewer_role', 'reviewed_on', 'approved', 'words'])
    .where('organisation_id', '=', actor.organisationId)
    .where('subject', 'in', ['activity', 'handout'])
    .where('subject_id', 'in', [...ids])
    .orderBy('reviewed_on', 'desc')
    .orderBy('entered_at', 'desc')
    .execute();
  return rows.map((row) => ({
    subject: row.subject === 'handout' ? 'handout' : 'activity',
    activityId: row.subject_id,
    name: row.reviewer_name,
    role: row.reviewer_role,
    on: Temporal.PlainDate.from(row.reviewed_on),
    approved: row.approved,
    words: row.words,
  }));
};

/** What a parent may read at home: never the steps a facilitator works from. */
export interface Handout {
  readonly code: string;
  readonly title: string;
  readonly minutes: number | null;
  readonly paragraphs: readonly string[];
  readonly steps: readonly string[];
  readonly mainTheme: ThemeCode;
  readonly stages: readonly Stage[];
  /** True in a demo, for a text no professional has read: the page says so. */
  readonly sample: boolean;
}

/** Who the handouts are for. `demo` is the organisation's: only there are texts shown that nobody reviewed. */
export interface HandoutsAsked {
  /** Where the parent is; null shows those for any stage. */
  readonly stage: Stage | null;
  /** True when a baby was lost: nothing about a baby, a birth or being a parent is among the answers. */
  readonly loss: boolean;
  readonly demo: boolean;
}

/** The handouts this parent may be shown, short ones first. */
export const handoutsFor = async (
  { tx, actor }: Scope,
  { stage, loss, demo }: HandoutsAsked,
): Promise<readonly Handout[]> => {
  const rows = await tx
    .selectFrom('programme.activities')
    .select([
      'code',
      'main_theme',
      'themes',
      'topics',
      'stages',
      sql<HandoutContent>`content -> 'handout'`.as('handout'),
    ])
    .select((eb) => latest(eb, 'handout').as('approved'))
    .where('programme.activities.organisation_id', '=', actor.organisationId)
    .where('replaced_at', 'is', null)
    .where(sql<boolean>`content ? 'handout'`)
    .orderBy(sql`title collate "en-x-icu"`)
    .execute();
  return rows
    .flatMap((row): readonly Handout[] => {
      const state = reviewState(row.approved);
      const themes = row.themes as ThemeCode[];
      if (!mayShowParents(state, demo)) return [];
      if (
        loss &&
        aboutBaby({ themes: themes as [ThemeCode], topics: row.topics as TopicCode[], handout: row.handout })
      )
        return [];
      // After a loss the stages say nothing any more: what is left is for anyone.
      if (!loss && stage !== null && !row.stages.includes(stage)) return [];
      return [
        {
          code: row.code,
          title: row.handout.title,
          minutes: row.handout.minutes ?? null,
          paragraphs: row.handout.paragraphs,
          steps: row.handout.steps ?? [],
          mainTheme: row.main_theme as ThemeCode,
          stages: row.stages as Stage[],
          sample: state === 'sample',
        },
      ];
    })
    .toSorted((one, other) => (one.minutes ?? 99) - (other.minutes ?? 99));
};
