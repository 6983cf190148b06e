import type { View } from '#platform/http/view.ts';
import { Details, Heading, Muted, Table } from '#ui/show.tsx';
import { clockTime, counted, minutesInWords } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { mayChangeSyllabus } from './syllabus.policy.ts';
import type { Syllabus } from './syllabus.queries.ts';
import { placedParts } from './syllabus.rules.ts';
import type { Layout, SyllabusUnit } from './syllabus.shape.ts';

/** A time of day from minutes after midnight, as people say it. */
export const clock = (minutes: number): string =>
  clockTime(Temporal.PlainTime.from({ hour: Math.floor(minutes / 60) % 24, minute: minutes % 60 }));

const whenIn = (layout: Layout, unit: SyllabusUnit, units: readonly SyllabusUnit[]): string => {
  for (const meeting of layout.meetings) {
    const part = placedParts(meeting, units).find((each) => each.unit === unit.code);
    if (part) {
      const [day] = meeting.title.split(':');
      return `${day}, ${clock(part.from)}`;
    }
  }
  return 'Not in it';
};

const Timetable = ({ layout, units }: { layout: Layout; units: readonly SyllabusUnit[] }) => (
  <>
    {layout.meetings.map((meeting) => (
      <section key={meeting.title}>
        <Heading level={3}>{meeting.title}</Heading>
        <p>
          <Muted>
            {meeting.afterDays === 0
              ? 'The first day'
              : `${counted(meeting.afterDays, 'day')} after the first`}
          </Muted>
        </p>
        <ul>
          {placedParts(meeting, units).map((part) => (
            <li key={part.from}>
              {clock(part.from)} {part.kind === 'unit' ? <strong>{part.title}</strong> : part.title}{' '}
              <Muted>({minutesInWords(part.minutes)})</Muted>
            </li>
          ))}
        </ul>
      </section>
    ))}
  </>
);

/** The ways to lay the units out, side by side and each with its times. */
export const Layouts = ({ shown, view }: { shown: Syllabus; view: View }) => {
  const { layouts, units } = shown.content;
  return (
    <>
      <Heading level={2}>Ways to lay it out</Heading>
      <p>The same fifteen units each time, being with people first, with time to be together.</p>
      <Table
        caption="Where each unit stands"
        columns={[
          { header: 'Unit', cell: (unit: SyllabusUnit) => `${unit.number}. ${unit.title}` },
          ...layouts.map((layout) => ({
            header: layout.name,
            cell: (unit: SyllabusUnit) => whenIn(layout, unit, units),
          })),
        ]}
        rows={units}
      />
      {layouts.map((layout) => (
        <section key={layout.code}>
          <Heading level={3}>{layout.name}</Heading>
          <p>{layout.words}</p>
          <Details summary={`The times of ${layout.name.toLowerCase()}`}>
            <Timetable layout={layout} units={units} />
          </Details>
          {mayChangeSyllabus(view.actor) ? (
            <p>
              <a class="k-action" href={paths.changeLayout({ syllabusId: shown.id, layout: layout.code })}>
                Change the times of {layout.name.toLowerCase()}
              </a>
            </p>
          ) : null}
        </section>
      ))}
    </>
  );
};
