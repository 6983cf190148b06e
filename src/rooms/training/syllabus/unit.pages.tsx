import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { ButtonLink, ButtonRow } from '#ui/form.tsx';
import { Plan, PlanBlock } from '#ui/plan-block.tsx';
import { Card, Heading, Hush, Inset, Lede, Muted, Table, Tag } from '#ui/show.tsx';
import { minutesInWords } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { clock } from './layout.pages.tsx';
import { standing } from './syllabus.pages.tsx';
import { mayChangeSyllabus } from './syllabus.policy.ts';
import type { Syllabus } from './syllabus.queries.ts';
import type { Competency, SyllabusUnit } from './syllabus.shape.ts';
import { blockWords, stretchTone, stretchWords } from './words.ts';

export interface UnitFacts {
  readonly shown: Syllabus;
  readonly unit: SyllabusUnit;
}

// An evening unit as it most often is: the plan says real times, which a trainer reads faster than minutes gone by.
const EXAMPLE = 19 * 60;

const List = ({ points }: { points: readonly string[] }) => (
  <ul>
    {points.map((point) => (
      <li key={point}>{point}</li>
    ))}
  </ul>
);

const Outline = ({ unit }: { unit: SyllabusUnit }) => {
  let at = EXAMPLE;
  return (
    <Plan>
      {unit.outline.map((part) => {
        const start = at;
        at += part.minutes;
        return (
          <PlanBlock
            key={`${start}`}
            minutes={part.minutes}
            start={clock(start)}
            title={part.title}
            tone={stretchTone(part.method)}
            tags={
              part.method === 'break'
                ? []
                : [
                    {
                      label: stretchWords[part.method],
                      tone: part.method === 'reflection' ? 'iris' : 'pine',
                    },
                  ]
            }
            level={3}
          >
            {part.words.split('\n').map((words) => (
              <p key={words} class="k-part">
                {words}
              </p>
            ))}
          </PlanBlock>
        );
      })}
    </Plan>
  );
};

const Next = ({ facts, view }: { facts: UnitFacts; view: View }) => {
  const { shown, unit } = facts;
  const beside = (by: number) => shown.content.units.find(({ number }) => number === unit.number + by);
  const before = beside(-1);
  const after = beside(1);
  const to = (each: SyllabusUnit) => paths.syllabusUnit({ syllabusId: shown.id, unitCode: each.code });
  return (
    <ButtonRow>
      {after ? (
        <ButtonLink href={to(after)} kind="secondary" about={after.title}>
          Unit {after.number}
        </ButtonLink>
      ) : null}
      {before ? (
        <ButtonLink href={to(before)} kind="secondary" about={before.title}>
          Unit {before.number}
        </ButtonLink>
      ) : null}
      {mayChangeSyllabus(view.actor) ? (
        <ButtonLink
          href={paths.changeUnit({ syllabusId: shown.id, unitCode: unit.code })}
          kind="secondary"
          about={unit.title}
        >
          Change this unit
        </ButtonLink>
      ) : null}
    </ButtonRow>
  );
};

/** A unit as a trainer prints it and runs it: what to bring, what to mind, the plan by minutes, and our notes. */
export const UnitPage = ({ facts, view }: { facts: UnitFacts; view: View }): VNode => {
  const { shown, unit } = facts;
  const learned = shown.content.competencies.filter(({ code }) => unit.competencies.includes(code));
  return (
    <Frame
      view={view}
      title={`Unit ${unit.number}: ${unit.title}`}
      back={{ href: paths.syllabusVersion({ syllabusId: shown.id }), label: 'The syllabus' }}
    >
      <Heading
        above={`Unit ${unit.number} of ${shown.content.units.length}, ${minutesInWords(unit.minutes)}`}
      >
        {unit.title}
      </Heading>
      <Lede>{unit.about}</Lede>
      <p>
        <Tag tone={blockWords[unit.block].tone}>{blockWords[unit.block].name}</Tag>{' '}
        {unit.methods.map((method) => (
          <>
            <Tag tone="grey">{stretchWords[method]}</Tag>{' '}
          </>
        ))}
        {shown.review?.approved ? null : <Tag tone={standing(shown).tone}>{standing(shown).words}</Tag>}
      </p>
      <Heading level={2}>What this unit is for</Heading>
      <List points={unit.aims} />
      <Card tone="soon" title="Please mind">
        <List points={unit.cautions} />
      </Card>
      <Card title="What you need">
        <List points={unit.materials} />
      </Card>
      <Heading level={2}>How it goes</Heading>
      <p>
        <Muted>If it starts at {clock(EXAMPLE)}. Move the times along if yours starts at another.</Muted>
      </p>
      <Outline unit={unit} />
      <Heading level={2}>Notes for whoever leads it</Heading>
      <List points={unit.notes} />
      <Inset tone="iris">
        <p>
          <strong>To take home.</strong> {unit.takeHome}
        </p>
      </Inset>
      <Card title="If somebody missed it">
        <p>{unit.oneToOne}</p>
        <p>
          <Muted>It can be caught up in another cohort as well. Either way it counts in full.</Muted>
        </p>
      </Card>
      <Heading level={2}>What people learn to do</Heading>
      <ul>
        {learned.map((each) => (
          <li key={each.code}>
            <strong>{each.name}.</strong> {each.words}
          </li>
        ))}
      </ul>
      <p>
        <Muted>
          {shown.name}, version {shown.version}.
        </Muted>
      </p>
      <Next facts={facts} view={view} />
    </Frame>
  );
};

/** Which unit teaches which competency, as a grid, and where others have a number for it. */
export const MatrixPage = ({ shown, view }: { shown: Syllabus; view: View }): VNode => (
  <Frame
    view={view}
    title="Units and competencies"
    back={{ href: paths.syllabusVersion({ syllabusId: shown.id }), label: 'The syllabus' }}
    wide
  >
    <Heading above={`${shown.name}, version ${shown.version}`}>Units and competencies</Heading>
    <Lede>What people learn to do, and the units that teach it. They are signed off one by one.</Lede>
    <Table
      class="k-matrix"
      caption="Which unit teaches what"
      columns={[
        { header: 'Competency', cell: (each: Competency) => each.name },
        ...shown.content.units.map((unit) => ({
          header: String(unit.number),
          cell: (each: Competency) =>
            unit.competencies.includes(each.code) ? (
              <a
                class="k-matrix__dot"
                href={paths.syllabusUnit({ syllabusId: shown.id, unitCode: unit.code })}
              >
                <span aria-hidden="true">●</span>
                <Hush>
                  Unit {unit.number}, {unit.title}
                </Hush>
              </a>
            ) : null,
        })),
      ]}
      rows={shown.content.competencies}
    />
    <Heading level={2}>In words, and elsewhere</Heading>
    <p>
      The words are ours. The numbers are those of a published framework, so that somebody can carry what they
      have learned to another place. Where none is given, we know of none that fits.
    </p>
    <Table
      caption="The competencies"
      captionHidden
      columns={[
        { header: 'Competency', cell: (each: Competency) => each.name },
        { header: 'In words', cell: (each: Competency) => each.words },
        {
          header: 'Units',
          cell: (each: Competency) =>
            shown.content.units
              .filter((unit) => unit.competencies.includes(each.code))
              .map((unit) => unit.number)
              .join(', '),
        },
        {
          header: 'Elsewhere',
          cell: ({ frameworks }: Competency) =>
            frameworks.length === 0
              ? 'None given'
              : [...Map.groupBy(frameworks, ({ name }) => name)]
                  .map(([name, codes]) => `${codes.map(({ code }) => code).join(', ')} of the ${name}`)
                  .join('; '),
        },
      ]}
      rows={shown.content.competencies}
    />
  </Frame>
);
