import { dateAt, momentAt } from '#kernel/dates.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { namesOfAccounts } from '#rooms/people/door.ts';
import { holidays } from '#rooms/programme/door.ts';
import { type Arrangement, type Leave, leaveOf } from './arrangement.queries.ts';
import { type Meeting, meetingsOf } from './meeting.queries.ts';
import { type Standing, type StandingFacts, standingOf } from './rhythm.rules.ts';
import type { RhythmRules } from './rhythm.shape.ts';
import { rulesOn } from './rules.queries.ts';
import { type YearSlot, yearOf, yearOn } from './year.rules.ts';

/** Everything the year on one page shows. */
export interface Year {
  readonly arrangement: Arrangement;
  readonly today: Temporal.PlainDate;
  readonly year: number;
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
  readonly last: number;
  readonly slots: readonly YearSlot<Meeting>[];
  readonly standing: Standing;
  /** Early check-ins and others that count for no slot, earliest first. */
  readonly besides: readonly Meeting[];
  /** Of the peer supporter and, where it may be seen, of the supervisor; touching this year. */
  readonly leave: readonly Leave[];
  readonly holidays: ReadonlySet<string>;
  readonly lastHeld: Temporal.PlainDate | null;
  readonly rules: RhythmRules;
  readonly names: ReadonlyMap<string, string>;
}

/** One year of an arrangement as the actor may see it; `asked` is which one, counted from 0, the present one where null. */
export const yearPage = async (
  scope: Scope,
  arrangement: Arrangement,
  asked: number | null,
): Promise<Year> => {
  const today = dateAt(scope.now, arrangement.zone);
  const rules = await rulesOn(scope, today);
  const { accountId, supervisorId, coverId, beginsOn, zone } = arrangement;
  const last = yearOn(beginsOn, today);
  const year = Math.min(asked ?? last, last);
  const [from, until] = [beginsOn.add({ years: year }), beginsOn.add({ years: year + 1 })];
  const edge = until.add({ days: rules.nearDays + 1 });
  const people = [accountId, ...(supervisorId ? [supervisorId] : [])];
  const all = await leaveOf(scope, people, beginsOn.subtract({ days: rules.nearDays }));
  const free = await holidays(scope, arrangement.nation, beginsOn.subtract({ days: rules.nearDays }), edge);
  const since = momentAt(beginsOn.subtract({ days: 1 }), Temporal.PlainTime.from('00:00'), zone);
  const meetings = await meetingsOf(scope, [accountId], since);
  const counts: readonly string[] = rules.forms[arrangement.form].counts;
  const counting = meetings.filter((each) => counts.includes(each.kind));
  const cameTo = counting.filter(
    (each) => each.state === 'held' && each.people.find((one) => one.accountId === accountId)?.came !== false,
  );
  const facts: StandingFacts = {
    everyDays: rules.oneToOne.everyDays,
    nearDays: rules.nearDays,
    graceDays: rules.graceDays,
    beginsOn,
    held: cameTo.map((each) => each.on),
    leave: all.filter((each) => each.accountId === accountId),
    holidays: free,
    today,
  };
  const inYear = (day: Temporal.PlainDate) =>
    Temporal.PlainDate.compare(from, day) <= 0 && Temporal.PlainDate.compare(day, until) < 0;
  return {
    arrangement,
    today,
    year,
    from,
    until,
    last,
    slots: yearOf(facts, {
      year,
      meetings: counting.filter((each) => each.state !== 'held' || cameTo.includes(each)),
    }),
    standing: standingOf(facts),
    besides: meetings.filter(
      (each) => !counts.includes(each.kind) && each.state !== 'called_off' && inYear(each.on),
    ),
    leave: all.filter(
      (each) =>
        Temporal.PlainDate.compare(each.untilOn, from) >= 0 &&
        Temporal.PlainDate.compare(each.fromOn, until) < 0,
    ),
    holidays: free,
    lastHeld: cameTo.findLast((each) => each.state === 'held')?.on ?? null,
    rules,
    names: await namesOfAccounts(scope, [
      ...people,
      ...(coverId ? [coverId] : []),
      ...meetings.flatMap((each) => (each.supervisorId ? [each.supervisorId] : [])),
    ]),
  };
};
