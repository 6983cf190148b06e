import { sql } from 'kysely';
import { dateAt } from '#kernel/dates.ts';
import { type Actor, centresOf, holds } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { type Centre, centres } from '#rooms/people/door.ts';
import { RECRUITS } from '../recruiting.policy.ts';
import { type GroupCount, type Period, periodsOn, type SourceCount } from './figures.rules.ts';

export interface StepFigure {
  readonly code: string;
  readonly finished: number;
  readonly waiting: number;
  readonly medianDays: number | null;
}

export interface EndingFigure {
  /** The first step that was open when it ended; `none` where none was. */
  readonly code: string;
  readonly ending: 'withdrawn' | 'declined';
  readonly why: string;
  readonly people: number;
}

/** What one form asked of those who were welcomed. */
export interface BurdenFigure {
  readonly form: string;
  readonly times: number;
  readonly questions: number;
  /** How often the minutes are known, and all of them together. */
  readonly timed: number;
  readonly minutes: number;
}

export interface Figures {
  readonly period: Period;
  readonly periods: readonly Period[];
  readonly centres: readonly Centre[];
  /** One centre; null: all of them. */
  readonly centreId: string | null;
  readonly sources: readonly SourceCount[];
  readonly steps: readonly StepFigure[];
  readonly endings: readonly EndingFigure[];
  readonly burden: readonly BurdenFigure[];
  readonly groups: readonly GroupCount[];
}

/** Who reads figures: those who recruit, of their centres, and the service lead, of all. */
export const mayReadFigures = (actor: Actor): boolean => holds(actor, [...RECRUITS, 'service_lead']);

/** The figures of a period at the actor's centres or one of them; null for whoever may read none, or not of that centre. */
export const figuresFor = async (
  scope: Scope,
  {
    periodCode,
    centreId,
  }: { readonly periodCode: string | undefined; readonly centreId: string | undefined },
): Promise<Figures | null> => {
  const { tx, actor, now } = scope;
  if (!mayReadFigures(actor)) return null;
  const mine = centresOf(actor, RECRUITS);
  const all = holds(actor, ['service_lead']);
  const there = (await centres(scope)).filter(({ id }) => all || mine.includes(id));
  const chosen = there.filter(({ id }) => !centreId || id === centreId);
  const [first] = chosen;
  if (!first) return null;
  const today = dateAt(now, first.zone);
  const periods = periodsOn(today);
  const period = periods.find(({ code }) => code === periodCode) ?? periods[0];
  if (!period) return null;
  const asked = sql`${chosen.map(({ id }) => id)}::uuid[], ${period.from.toString()}::date, ${period.until.toString()}::date`;
  const { rows: sources } = await sql<SourceCount>`
    select kind, name, cost_pence as "costPence", enquired, talked, applied, offered, accepted, welcomed
    from recruiting.source_figures(${asked})`.execute(tx);
  const { rows: steps } = await sql<StepFigure>`
    select code, finished, waiting, median_days as "medianDays" from recruiting.step_figures(${asked})`.execute(
    tx,
  );
  const { rows: endings } = await sql<EndingFigure>`
    select code, ending, why, people from recruiting.ending_figures(${asked})
    order by people desc, ending, why`.execute(tx);
  const { rows: burden } = await sql<BurdenFigure>`
    select form, times, questions, timed, minutes from recruiting.burden_figures(${asked}) order by form`.execute(
    tx,
  );
  const { rows: groups } = await sql<GroupCount>`
    select trait, answer, stage, people from recruiting.equity_figures(${period.year}, ${today.toString()}::date)
    order by trait, answer`.execute(tx);
  return {
    period,
    periods,
    centres: there,
    centreId: centreId || null,
    sources,
    steps,
    endings,
    burden,
    groups,
  };
};
