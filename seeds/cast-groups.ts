import { type PlannedDate, seriesOf } from '../src/rooms/delivery/groups/series.rules.ts';
import { bankHolidays } from '../src/rooms/programme/content/bank-holidays.ts';
import type { CentreSlug } from './cast.ts';
import {
  nextSeason,
  nthWeekdayOfMonth,
  seasonBefore,
  seasonOf,
  startFor,
  weekdayBefore,
  weekdayFrom,
} from './seasons.ts';
import { ZONE } from './telling.ts';

export const holidays: ReadonlySet<string> = new Set(bankHolidays['england-and-wales'].map(({ on }) => on));

export interface CastGroup {
  readonly key: string;
  readonly kind: 'antenatal_group' | 'drop_in';
  readonly centre: CentreSlug;
  readonly venue: string;
  readonly name: string;
  readonly at: string;
  readonly places: number;
  readonly creche: number;
  /** Weeks of pregnancy on the first day, from and until: the due dates the group is for. */
  readonly weeksAtStart?: readonly [number, number];
  readonly openedBy: string;
  /** Days before today on which it was put in the diary. */
  readonly opened: number;
  readonly leaders: readonly string[];
  /** The first day of its rhythm; on a holiday the first session is a week later. */
  readonly startsOn: Temporal.PlainDate;
  readonly dates: readonly PlannedDate[];
}

const THURSDAY = 4;
const TUESDAY = 2;
const FRIDAY = 5;
const WEDNESDAY = 3;
/** How many months ago a drop-in first opened its door, and for how many it is in the diary from now. */
const BACK = { hartley: 12, bramble: 8, quayside: 8 } as const;
const MONTHS_AHEAD = 6;

interface Rhythm {
  readonly startsOn: Temporal.PlainDate;
  readonly dates: readonly PlannedDate[];
}

const inRhythm = (
  startsOn: Temporal.PlainDate,
  at: string,
  every: 'week' | 'month',
  count: number,
): Rhythm => ({
  startsOn,
  dates: seriesOf(
    { startsOn, at: Temporal.PlainTime.from(at), every, minutes: 120, zone: ZONE },
    count,
    holidays,
  ),
});

const weekly = (startsOn: Temporal.PlainDate, at: string): Rhythm => inRhythm(startsOn, at, 'week', 8);

const monthly = (today: Temporal.PlainDate, back: number, nth: number, weekday: number, at: string): Rhythm =>
  inRhythm(nthWeekdayOfMonth(today, back, nth, weekday), at, 'month', back + MONTHS_AHEAD);

/** The groups of the story for this day: one finished, one running, one to come, others in between, and three drop-ins. */
export const castGroups = (today: Temporal.PlainDate): readonly CastGroup[] => {
  const running = startFor(weekdayFrom(today, THURSDAY), 5, holidays);
  const season = seasonOf(running);
  const summer = startFor(weekdayFrom(today.subtract({ days: 150 }), THURSDAY), 1, holidays);
  const ahead = startFor(weekdayFrom(today.add({ days: 15 }), FRIDAY), 1, holidays);
  const luton = startFor(weekdayBefore(today, TUESDAY), 3, holidays);
  const plymouth = startFor(weekdayFrom(today.subtract({ days: 252 }), WEDNESDAY), 1, holidays);
  const hartley = { kind: 'antenatal_group', centre: 'hartley', openedBy: 'helen' } as const;
  const dropIn = { kind: 'drop_in', creche: 0 } as const;
  return [
    {
      ...dropIn,
      key: 'dropInHartley',
      centre: 'hartley',
      opened: 425,
      venue: 'hall',
      name: 'Hartley drop-in',
      at: '13:30',
      places: 20,
      openedBy: 'helen',
      leaders: ['priya', 'grace'],
      ...monthly(today, BACK.hartley, 1, THURSDAY, '13:30'),
    },
    {
      ...dropIn,
      key: 'dropInLuton',
      centre: 'bramble',
      opened: 290,
      venue: 'garden',
      name: 'Bramble Court drop-in',
      at: '10:00',
      places: 16,
      openedBy: 'wiktoria',
      leaders: ['rukhsana', 'ewa'],
      ...monthly(today, BACK.bramble, 2, TUESDAY, '10:00'),
    },
    {
      ...dropIn,
      key: 'dropInPlymouth',
      centre: 'quayside',
      opened: 290,
      venue: 'lantern',
      name: 'Quayside drop-in',
      at: '10:00',
      places: 12,
      openedBy: 'helen',
      leaders: ['leila', 'jago'],
      ...monthly(today, BACK.quayside, 3, WEDNESDAY, '10:00'),
    },
    {
      ...hartley,
      key: 'summer',
      venue: 'oak',
      name: `${seasonBefore(season)} group`,
      at: '10:30',
      places: 9,
      creche: 2,
      weeksAtStart: [17, 27],
      opened: 190,
      leaders: ['joanne', 'grace'],
      ...weekly(summer, '10:30'),
    },
    {
      ...hartley,
      key: 'autumn',
      venue: 'oak',
      name: `${season} group`,
      at: '10:30',
      places: 9,
      creche: 3,
      weeksAtStart: [19, 27],
      opened: 75,
      leaders: ['joanne', 'priya'],
      ...weekly(running, '10:30'),
    },
    {
      ...hartley,
      key: 'winter',
      venue: 'library',
      name: `${nextSeason(season)} group`,
      at: '13:00',
      places: 8,
      creche: 0,
      weeksAtStart: [19, 27],
      opened: 34,
      leaders: ['imran', 'dan'],
      ...weekly(ahead, '13:00'),
    },
    {
      kind: 'antenatal_group',
      key: 'luton',
      centre: 'bramble',
      venue: 'garden',
      name: 'Tuesday group',
      at: '13:00',
      places: 8,
      creche: 2,
      weeksAtStart: [19, 27],
      openedBy: 'wiktoria',
      opened: 52,
      leaders: ['nasreen', 'rukhsana'],
      ...weekly(luton, '13:00'),
    },
    {
      kind: 'antenatal_group',
      key: 'plymouth',
      centre: 'quayside',
      venue: 'lantern',
      name: 'Lantern group',
      at: '13:30',
      places: 8,
      creche: 2,
      weeksAtStart: [17, 27],
      openedBy: 'helen',
      opened: 275,
      leaders: ['gareth', 'leila'],
      ...weekly(plymouth, '13:30'),
    },
  ];
};
