import { sql } from 'kysely';
import { dateAt } from '#kernel/dates.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { namesOfAccounts } from '#rooms/people/door.ts';
import { type ApplicationFacts, applicationOf } from '../route/application.queries.ts';
import type { DeclineReason, WithdrawalReason } from '../route/ends.rules.ts';

export interface Note {
  readonly about: string;
  readonly words: string;
  readonly by: string | null;
  readonly at: Temporal.Instant;
}
export interface TakenTime {
  readonly id: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly way: string;
  readonly place: string;
  readonly withName: string | null;
  readonly takenAt: Temporal.Instant;
}
export interface HelpAsk {
  readonly id: string;
  readonly kind: string;
  readonly words: string;
  readonly askedAt: Temporal.Instant;
  readonly answeredAt: Temporal.Instant | null;
}

/** One application with everything that those who recruit look at on its page. */
export interface ApplicationFile extends ApplicationFacts {
  readonly today: Temporal.PlainDate;
  readonly givenName: string;
  readonly familyName: string;
  readonly knownAs: string | null;
  readonly applicantVersion: number;
  /** Where they heard of us: the source by name, else what they said. */
  readonly heardFrom: string;
  readonly pausedWhy: string | null;
  readonly withdrawn: {
    readonly why: WithdrawalReason;
    readonly words: string;
    readonly by: string | null;
  } | null;
  /** A decision that is written, and perhaps not sent yet. */
  readonly decline: {
    readonly why: DeclineReason;
    readonly words: string;
    readonly letter: string;
    readonly by: string | null;
  } | null;
  readonly form: { readonly sentAt: Temporal.Instant; readonly written: string } | null;
  /** Links to their own page that still open it. */
  readonly linksOpen: number;
  readonly notes: readonly Note[];
  readonly times: readonly TakenTime[];
  readonly helpAsks: readonly HelpAsk[];
  readonly induction: readonly {
    readonly code: string;
    readonly on: Temporal.PlainDate;
    readonly by: string | null;
  }[];
  readonly welcome: {
    readonly askedAt: Temporal.Instant;
    readonly trouble: string | null;
    readonly done: boolean;
  } | null;
  /** What has been asked of them so far. */
  readonly burden: { readonly forms: number; readonly questions: number; readonly minutes: number };
  /** When each step that is over ended, and who ended it; nobody where the applicant or the house did. */
  readonly stepsDone: ReadonlyMap<string, string | null>;
}

type When = string;
interface Row {
  readonly given_name: string;
  readonly family_name: string;
  readonly known_as: string | null;
  readonly applicant_version: number;
  readonly heard_from: string;
  readonly source_name: string | null;
  readonly paused_why: string | null;
  readonly withdrawn_why: WithdrawalReason | null;
  readonly withdrawn_words: string;
  readonly withdrawn_by: string | null;
  readonly declined_why: DeclineReason | null;
  readonly declined_words: string;
  readonly declined_letter: string;
  readonly declined_by: string | null;
  readonly form_sent_at: When | null;
  readonly form_written: string | null;
  readonly links_open: string;
  readonly welcome: { asked_at: When; trouble: string | null; done_at: When | null } | null;
  readonly burden: { forms: number; questions: number; minutes: number };
  readonly notes: readonly { about: string; words: string; by_account: string; at: When }[];
  readonly times: readonly {
    id: string;
    starts_at: When;
    ends_at: When;
    way: string;
    place: string;
    with_account: string;
    taken_at: When;
  }[];
  readonly asks: readonly {
    id: string;
    kind: string;
    words: string;
    asked_at: When;
    answered_at: When | null;
  }[];
  readonly points: readonly { code: string; done_on: string; by_account: string }[];
  readonly steps_done: readonly { code: string; by: string | null }[];
}

const all = (table: string, columns: string, order: string, more = '') =>
  sql.raw(
    `coalesce((select json_agg(json_build_object(${columns
      .split(', ')
      .map((name) => `'${name}', x.${name}`)
      .join(
        ', ',
      )}) order by x.${order}) from recruiting.${table} x where x.organisation_id = a.organisation_id and x.application_id = a.id${more}), '[]')`,
  );

const rowOf = async ({ tx, actor }: Scope, id: string): Promise<Row | undefined> => {
  const { rows } = await sql<Row>`
    select p.given_name, p.family_name, p.known_as, p.version as applicant_version, p.heard_from, s.name as source_name,
      a.paused_why, a.withdrawn_why, a.withdrawn_words, a.withdrawn_by, a.declined_why, a.declined_words,
      a.declined_letter, a.declined_by, f.sent_at as form_sent_at, f.written as form_written,
      (select count(*) from recruiting.links l where l.organisation_id = a.organisation_id and l.application_id = a.id and l.ended_at is null) as links_open,
      (select json_build_object('asked_at', w.asked_at, 'trouble', w.trouble, 'done_at', w.done_at) from recruiting.welcomes w
        where w.organisation_id = a.organisation_id and w.application_id = a.id) as welcome,
      (select json_build_object('forms', count(*), 'questions', coalesce(sum(b.questions), 0), 'minutes', coalesce(sum(b.minutes), 0))
        from recruiting.asked_of b where b.organisation_id = a.organisation_id and b.application_id = a.id) as burden,
      ${all('notes', 'about, words, by_account, at', 'at')} as notes,
      ${all('offered_times', 'id, starts_at, ends_at, way, place, with_account, taken_at', 'starts_at', ' and x.cancelled_at is null')} as times,
      ${all('help_asks', 'id, kind, words, asked_at, answered_at', 'asked_at')} as asks,
      ${all('induction_points', 'code, done_on, by_account', 'done_on', ' and x.taken_back_at is null')} as points,
      (select coalesce(json_agg(json_build_object('code', d.code, 'by', coalesce(d.done_by, d.waived_by))), '[]') from recruiting.steps d
        where d.organisation_id = a.organisation_id and d.application_id = a.id and (d.done_at is not null or d.waived_at is not null)) as steps_done
    from recruiting.applications a
    join recruiting.applicants p on p.organisation_id = a.organisation_id and p.id = a.applicant_id
    left join recruiting.sources s on s.organisation_id = p.organisation_id and s.id = p.source_id
    left join recruiting.forms f on f.organisation_id = a.organisation_id and f.application_id = a.id
    where a.organisation_id = ${actor.organisationId} and a.id = ${id}`.execute(tx);
  return rows[0];
};

const moment = (text: When) => Temporal.Instant.from(text);
const momentOrNull = (text: When | null) => (text === null ? null : moment(text));

/** Everything about one application; null when there is none for this actor. */
export const applicationFile = async (scope: Scope, id: string): Promise<ApplicationFile | null> => {
  const application = await applicationOf(scope, id);
  const row = application ? await rowOf(scope, id) : undefined;
  if (!application || !row) return null;
  const names = await namesOfAccounts(scope, [
    ...row.notes.map((note) => note.by_account),
    ...row.times.map((time) => time.with_account),
    ...row.points.map((point) => point.by_account),
    ...[row.withdrawn_by, row.declined_by, ...row.steps_done.map((step) => step.by)].filter(
      (each): each is string => each !== null,
    ),
  ]);
  const name = (accountId: string | null) => (accountId === null ? null : (names.get(accountId) ?? null));
  return {
    ...application,
    today: dateAt(scope.now, application.zone),
    givenName: row.given_name,
    familyName: row.family_name,
    knownAs: row.known_as,
    applicantVersion: row.applicant_version,
    heardFrom: row.source_name ?? row.heard_from,
    pausedWhy: row.paused_why,
    withdrawn: row.withdrawn_why
      ? { why: row.withdrawn_why, words: row.withdrawn_words, by: name(row.withdrawn_by) }
      : null,
    decline: row.declined_why
      ? {
          why: row.declined_why,
          words: row.declined_words,
          letter: row.declined_letter,
          by: name(row.declined_by),
        }
      : null,
    form:
      row.form_sent_at && row.form_written
        ? { sentAt: moment(row.form_sent_at), written: row.form_written }
        : null,
    linksOpen: Number(row.links_open),
    notes: row.notes.map((note) => ({
      about: note.about,
      words: note.words,
      by: name(note.by_account),
      at: moment(note.at),
    })),
    times: row.times.map((time) => ({
      id: time.id,
      startsAt: moment(time.starts_at),
      endsAt: moment(time.ends_at),
      way: time.way,
      place: time.place,
      withName: name(time.with_account),
      takenAt: moment(time.taken_at),
    })),
    helpAsks: row.asks.map((ask) => ({
      id: ask.id,
      kind: ask.kind,
      words: ask.words,
      askedAt: moment(ask.asked_at),
      answeredAt: momentOrNull(ask.answered_at),
    })),
    induction: row.points.map((point) => ({
      code: point.code,
      on: Temporal.PlainDate.from(point.done_on),
      by: name(point.by_account),
    })),
    welcome: row.welcome
      ? {
          askedAt: moment(row.welcome.asked_at),
          trouble: row.welcome.trouble,
          done: row.welcome.done_at !== null,
        }
      : null,
    burden: row.burden,
    stepsDone: new Map(row.steps_done.map((step) => [step.code, name(step.by)])),
  };
};
