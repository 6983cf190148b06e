import type { Layout, LayoutMeeting, OutlinePart, SyllabusContent, SyllabusUnit } from './syllabus.shape.ts';

// Days of humane length, as we set them: nobody learns well in the ninth hour, and many go home to a baby.
const EARLIEST = 9 * 60;
const LATEST_LEARNING = 21 * 60 + 30;
const EVENING_FROM = 17 * 60;
const DAY_LEARNING_ENDS = 19 * 60;
const MOST_UNITS_A_DAY = 4;
const MOST_UNITS_OF_AN_EVENING = 1;
const UNITS_BEFORE_A_MEAL = 2;
const MEAL_MINUTES = 45;

type UnitSize = Pick<SyllabusUnit, 'code' | 'minutes' | 'block' | 'title'>;

const minutesOfDay = (clock: string): number => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return hour * 60 + minute;
};

/** How many minutes an outline takes. */
export const outlineMinutes = (outline: readonly Pick<OutlinePart, 'minutes'>[]): number =>
  outline.reduce((sum, part) => sum + part.minutes, 0);

export interface PlacedPart {
  readonly kind: 'unit' | 'social' | 'break';
  /** The code of the unit; null for what is no unit. */
  readonly unit: string | null;
  readonly title: string;
  /** Minutes from the start of the day. */
  readonly from: number;
  readonly minutes: number;
}

/** The parts of a meeting of a layout with when each begins, in minutes from midnight. A unit that is not there takes no time. */
export const placedParts = (meeting: LayoutMeeting, units: readonly UnitSize[]): readonly PlacedPart[] => {
  let at = minutesOfDay(meeting.startsAt);
  return meeting.parts.map((part) => {
    const from = at;
    if ('unit' in part) {
      const unit = units.find(({ code }) => code === part.unit);
      at += unit?.minutes ?? 0;
      return {
        kind: 'unit',
        unit: part.unit,
        title: unit?.title ?? part.unit,
        from,
        minutes: unit?.minutes ?? 0,
      };
    }
    at += part.minutes;
    return 'social' in part
      ? { kind: 'social', unit: null, title: part.social, from, minutes: part.minutes }
      : { kind: 'break', unit: null, title: part.break, from, minutes: part.minutes };
  });
};

/** How many minutes a meeting of a layout takes, everything in it. */
export const meetingMinutes = (meeting: LayoutMeeting, units: readonly UnitSize[]): number =>
  placedParts(meeting, units).reduce((sum, part) => sum + part.minutes, 0);

const dayFaults = (
  meeting: LayoutMeeting,
  units: readonly UnitSize[],
  hard: ReadonlySet<string>,
): readonly string[] => {
  const parts = placedParts(meeting, units);
  const learning = parts.filter(({ kind }) => kind === 'unit');
  const evening = minutesOfDay(meeting.startsAt) >= EVENING_FROM;
  const lastLearning = Math.max(0, ...learning.map(({ from, minutes }) => from + minutes));
  const faults: string[] = [];
  if (minutesOfDay(meeting.startsAt) < EARLIEST) faults.push('begins before 9am');
  if (learning.length === 0) faults.push('has no unit in it');
  if (evening && learning.length > MOST_UNITS_OF_AN_EVENING)
    faults.push('has more than one unit in an evening');
  if (learning.length > MOST_UNITS_A_DAY) faults.push('has more than four units in a day');
  if (lastLearning > (evening ? LATEST_LEARNING : DAY_LEARNING_ENDS))
    faults.push(evening ? 'has learning after 9.30pm' : 'has learning after 7pm');
  let sinceMeal = 0;
  let hungry = false;
  parts.forEach((part, at) => {
    if (part.kind !== 'unit') {
      if (part.minutes >= MEAL_MINUTES) sinceMeal = 0;
      return;
    }
    sinceMeal += 1;
    if (sinceMeal > UNITS_BEFORE_A_MEAL) hungry = true;
    if (parts[at + 1]?.kind === 'unit') faults.push('has two units without a pause in between');
    const last = !parts.slice(at + 1).some(({ kind }) => kind === 'unit');
    if (last && hard.has(part.unit ?? '') && !parts.slice(at + 1).some(({ kind }) => kind === 'social'))
      faults.push('lets people go home straight from safeguarding');
  });
  if (hungry) faults.push('has more than two units without a meal of 45 minutes or more');
  return faults.map((fault) => `${meeting.title} ${fault}.`);
};

/**
 * What speaks against a layout, in sentences; empty when it may be used. The rule: every unit once; all relational units
 * before any other; social time on the course; meetings in order of their days, one a day; and days of humane length:
 * not before 9am; at most four units, and not four on two days running; one unit in an evening (from 5pm), over by
 * 9.30pm; by day no learning after 7pm; a pause between two units and a meal of 45 minutes after two; nobody goes home
 * straight from safeguarding. The figures are ours, set with people in mind who go home to a baby.
 */
export const layoutFaults = (layout: Layout, units: readonly UnitSize[]): readonly string[] => {
  const taught = layout.meetings.flatMap(({ parts }) =>
    parts.flatMap((part) => ('unit' in part ? [part.unit] : [])),
  );
  const block = (code: string) => units.find((each) => each.code === code)?.block;
  const faults = units.flatMap(({ code, title }) => {
    const times = taught.filter((each) => each === code).length;
    if (times === 1) return [];
    return [times === 0 ? `“${title}” is missing.` : `“${title}” is there more than once.`];
  });
  for (const code of taught)
    if (!units.some((each) => each.code === code))
      faults.push(`There is no unit “${code}” in this syllabus.`);
  const lastRelational = taught.findLastIndex((code) => block(code) === 'relational');
  const firstOther = taught.findIndex((code) => block(code) !== 'relational');
  if (firstOther >= 0 && firstOther < lastRelational)
    faults.push('Being with people comes first: the relational units stand before all others.');
  if (!layout.meetings.some(({ parts }) => parts.some((part) => 'social' in part)))
    faults.push('There is no time to be together. A team grows over tea as well.');
  const hard = new Set(units.flatMap((unit) => (unit.block === 'safeguarding' ? [unit.code] : [])));
  layout.meetings.forEach((meeting, at) => {
    faults.push(...dayFaults(meeting, units, hard));
    const before = layout.meetings[at - 1];
    if (!before) {
      if (meeting.afterDays !== 0) faults.push('The first meeting is on the first day.');
      return;
    }
    const apart = meeting.afterDays - before.afterDays;
    if (apart <= 0) faults.push(`${meeting.title} has to be on a later day than ${before.title}.`);
    const full = ({ parts }: LayoutMeeting) =>
      parts.filter((part) => 'unit' in part).length >= MOST_UNITS_A_DAY;
    if (apart === 1 && full(meeting) && full(before))
      faults.push(`${before.title} and ${meeting.title} are two days of four units one after the other.`);
  });
  return faults;
};

/** What speaks against a unit, in sentences: its outline has to add up, and to hold a break and the place to reflect on real sessions. */
export const unitFaults = (unit: Pick<SyllabusUnit, 'minutes' | 'outline'>): readonly string[] => {
  const sum = outlineMinutes(unit.outline);
  return [
    ...(sum === unit.minutes
      ? []
      : [
          `The outline adds up to ${sum} minutes, and the unit takes ${unit.minutes}. Take ${
            sum > unit.minutes
              ? `${sum - unit.minutes} away`
              : `${unit.minutes - sum} more and give them to a part`
          }.`,
        ]),
    ...(unit.outline.some(({ method }) => method === 'break')
      ? []
      : ['Leave a break in the outline. Two hours without one are too long.']),
    ...(unit.outline.some(({ method }) => method === 'reflection')
      ? []
      : ['Leave the place to reflect on real sessions in the outline. It stands in every unit.']),
  ];
};

/**
 * What speaks against a whole syllabus, in sentences; empty when it hangs together: units numbered from 1 without a gap,
 * each sound; every competency taught somewhere and none that is not there; levels of units that are there; layouts sound.
 */
export const syllabusFaults = ({
  units,
  competencies,
  layouts,
  levels,
}: SyllabusContent): readonly string[] => {
  const codes = units.map(({ code }) => code);
  const known = new Set(competencies.map(({ code }) => code));
  const taught = new Set(units.flatMap((unit) => unit.competencies));
  return [
    ...units.flatMap((unit, at) =>
      unit.number === at + 1 ? [] : [`Unit ${unit.number} is out of its turn.`],
    ),
    ...(new Set(codes).size === codes.length ? [] : ['Two units have the same code.']),
    ...units.flatMap((unit) => unitFaults(unit).map((fault) => `${unit.title}: ${fault}`)),
    ...[...taught].flatMap((code) => (known.has(code) ? [] : [`There is no competency “${code}”.`])),
    ...competencies.flatMap(({ code, name }) => (taught.has(code) ? [] : [`No unit teaches “${name}”.`])),
    ...levels.flatMap((level) =>
      level.units.flatMap((code) =>
        codes.includes(code) ? [] : [`${level.name} asks for “${code}”, which is not there.`],
      ),
    ),
    ...layouts.flatMap((layout) => layoutFaults(layout, units).map((fault) => `${layout.name}: ${fault}`)),
  ];
};
