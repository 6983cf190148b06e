import type { VNode } from 'preact';
import { daysBetween } from '#kernel/dates.ts';
import { counted } from '#ui/times.ts';
import type { Year } from './year.queries.ts';
import type { Outcome } from './year.rules.ts';

const HALF = 183;
const WIDE = 2;
/** Room at both ends, so that the mark of a first or last day is whole. */
const EDGE = 8;

// Told apart by their shape: nobody needs to see colours, and paper has none.
const Mark = ({ outcome, x }: { outcome: Outcome; x: number }) => {
  const look = `k-year__mark k-year__mark--${outcome}`;
  switch (outcome) {
    case 'held':
      return <circle class={look} cx={x} cy={26} r={6} />;
    case 'planned':
      return <circle class={look} cx={x} cy={26} r={5.5} />;
    case 'unsaid':
      return (
        <g>
          <circle class={look} cx={x} cy={26} r={5.5} />
          <circle class="k-year__mark k-year__mark--held" cx={x} cy={26} r={0.8} />
        </g>
      );
    case 'missed':
      return <path class={look} d={`M${x - 5} 21l10 10m0 -10l-10 10`} />;
    case 'excused':
      return <path class={look} d={`M${x - 5} 26h10`} />;
    case 'due':
      return <path class={look} d={`M${x} 19l6 12h-12z`} />;
    case 'ahead':
      return <circle class={look} cx={x} cy={26} r={1.8} />;
  }
};

const months = (from: Temporal.PlainDate, days: number) => {
  const found: { readonly at: number; readonly name: string }[] = [];
  for (
    let first = from.day === 1 ? from : from.with({ day: 1 }).add({ months: 1 });
    daysBetween(from, first) < days - 12;
    first = first.add({ months: 1 })
  )
    found.push({ at: daysBetween(from, first), name: first.toLocaleString('en-GB', { month: 'short' }) });
  return found;
};

const Half = ({ page, from }: { page: Year; from: Temporal.PlainDate }) => {
  const at = (day: Temporal.PlainDate) => daysBetween(from, day) * WIDE;
  const inside = (x: number) => x >= 0 && x < HALF * WIDE;
  const own = page.leave.filter((each) => each.accountId === page.arrangement.accountId);
  return (
    <svg
      class="k-year__half"
      viewBox={`${-EDGE} 0 ${HALF * WIDE + 2 * EDGE} 54`}
      aria-hidden="true"
      focusable="false"
    >
      {own.map((each) => {
        const start = Math.max(0, at(each.fromOn));
        const end = Math.min(HALF * WIDE, at(each.untilOn.add({ days: 1 })));
        return end <= start ? null : (
          <rect key={each.id} class="k-year__leave" x={start} y={14} width={end - start} height={24} rx={4} />
        );
      })}
      <path class="k-year__line" d={`M0 26H${HALF * WIDE}`} />
      {months(from, HALF).map(({ at: day, name }) => (
        <g key={name}>
          <path class="k-year__month" d={`M${day * WIDE} 38v6`} />
          <text class="k-year__name" x={day * WIDE + 3} y={49}>
            {name}
          </text>
        </g>
      ))}
      {page.slots.map((each) => {
        const x = at(each.meeting?.on ?? each.dueOn);
        return inside(x) ? <Mark key={each.slot} outcome={each.outcome} x={x} /> : null;
      })}
      {inside(at(page.today)) ? <path class="k-year__today" d={`M${at(page.today)} 4v34`} /> : null}
    </svg>
  );
};

/** The year as a line, in two halves: what was held, what is set, what was missed, and leave as bands. The list below says the same in words. */
export const YearStrip = ({ page }: { page: Year }): VNode => {
  const many = (outcome: Outcome) => page.slots.filter((each) => each.outcome === outcome).length;
  return (
    <figure class="k-year">
      <Half page={page} from={page.from} />
      <Half page={page} from={page.from.add({ days: HALF })} />
      <figcaption class="k-year__words">
        {counted(many('held'), 'time', 'times')} held (●), {many('planned')} set (○),{' '}
        {many('unsaid') > 0 ? `${many('unsaid')} not said yet (⊙), ` : ''} {many('missed')} not held (✕),{' '}
        {many('excused')} fell into leave (–). A band is leave, the upright line is today.
      </figcaption>
    </figure>
  );
};
