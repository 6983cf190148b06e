import { Fragment, type VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { ButtonLink, ButtonRow } from '#ui/form.tsx';
import { Card, Columns, Empty, Heading, Lede, Muted, Row, Rows, SummaryList, Tag } from '#ui/show.tsx';
import { counted, longDate, momentInWords } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { Layouts } from './layout.pages.tsx';
import { mayChangeSyllabus, mayReviewSyllabus } from './syllabus.policy.ts';
import type { Syllabus } from './syllabus.queries.ts';
import { BLOCKS, type SyllabusUnit } from './syllabus.shape.ts';
import { blockWords, type EnrolStep, practiceWords, stepWords, stretchWords } from './words.ts';

export interface SyllabusFacts {
  /** The version shown. */
  readonly shown: Syllabus;
  /** All of them, the newest first. */
  readonly versions: readonly Syllabus[];
  /** The one that new cohorts begin with today; null where none may be used. */
  readonly inUseId: string | null;
  /** Names of those who made or reviewed a version, by account. */
  readonly names: ReadonlyMap<string, string>;
}

export const standing = ({
  review,
}: Pick<Syllabus, 'review'>): { readonly words: string; readonly tone: 'honey' | 'pine' | 'clay' } => {
  if (!review) return { words: 'Sample, not reviewed', tone: 'honey' };
  return review.approved ? { words: 'Approved', tone: 'pine' } : { words: 'Sent back', tone: 'clay' };
};

const whatItMeans = ({ review }: Syllabus, demo: boolean): string => {
  if (review?.approved) return 'Cohorts may open with it.';
  if (review) return 'No cohort opens with it. What has to change is written below.';
  return demo
    ? 'Nobody has approved it. In this demonstration cohorts may open with it all the same.'
    : 'Until a practitioner, a specialist or the service lead approves it, no cohort opens with it.';
};

const useOf = (each: Syllabus, facts: SyllabusFacts, today: Temporal.PlainDate) => {
  if (facts.inUseId === each.id) return { words: 'New cohorts begin with it', tone: 'pine' } as const;
  if (Temporal.PlainDate.compare(each.effectiveFrom, today) > 0)
    return { words: `From ${longDate(each.effectiveFrom, { today })}`, tone: 'iris' } as const;
  return each.usable
    ? ({ words: 'Kept for cohorts that began with it', tone: 'grey' } as const)
    : ({ words: 'Waits for its review', tone: 'honey' } as const);
};

const Review = ({ facts, view }: { facts: SyllabusFacts; view: View }) => {
  const { shown, names } = facts;
  const { words, tone } = standing(shown);
  return (
    <Card tone="tint" title={`Version ${shown.version}`}>
      <p>
        <Tag tone={tone}>{words}</Tag>
      </p>
      <p>{whatItMeans(shown, view.organisation.demo)}</p>
      {shown.review ? (
        <p>
          {names.get(shown.review.reviewedBy) ?? 'A colleague'}, {shown.review.role},{' '}
          {momentInWords(shown.review.at, view.zone, view.now)}
          {shown.review.words ? `: “${shown.review.words}”` : '.'}
        </p>
      ) : null}
      <p>
        <Muted>
          In use from {longDate(shown.effectiveFrom)}
          {shown.madeBy ? `, made by ${names.get(shown.madeBy) ?? 'a colleague'}` : ', as it came with Kith'}.
        </Muted>
      </p>
      {mayReviewSyllabus(view.actor, shown) ? (
        <ButtonRow>
          <ButtonLink href={paths.reviewSyllabus({ syllabusId: shown.id })} kind="secondary" small>
            {shown.review ? 'Review it again' : 'Review it'}
          </ButtonLink>
        </ButtonRow>
      ) : null}
    </Card>
  );
};

const UnitRow = ({ unit, shown }: { unit: SyllabusUnit; shown: Syllabus }) => (
  <Row
    marker={<Tag tone={blockWords[unit.block].tone}>{unit.number}</Tag>}
    action={{
      href: paths.syllabusUnit({ syllabusId: shown.id, unitCode: unit.code }),
      label: 'Open',
      about: unit.title,
    }}
  >
    <strong>{unit.title}</strong>
    <br />
    {unit.about}
    <br />
    <Muted>{unit.methods.map((method) => stretchWords[method]).join(', ')}</Muted>
  </Row>
);

const Blocks = ({ shown }: { shown: Syllabus }) => (
  <>
    {BLOCKS.map((block) => {
      const units = shown.content.units.filter((unit) => unit.block === block);
      return units.length > 0 ? (
        <Fragment key={block}>
          <Heading level={2} above={counted(units.length, 'unit')}>
            {blockWords[block].name}
          </Heading>
          <p>{blockWords[block].words}</p>
          <Rows>
            {units.map((unit) => (
              <UnitRow key={unit.code} unit={unit} shown={shown} />
            ))}
          </Rows>
        </Fragment>
      ) : null;
    })}
  </>
);

const isStep = (code: string): code is EnrolStep => code in stepWords;

const Rules = ({ shown, view }: { shown: Syllabus; view: View }) => {
  const { rules, levels } = shown.content;
  return (
    <Card
      title="The rules that go with it"
      action={
        mayChangeSyllabus(view.actor) ? (
          <ButtonLink href={paths.changeSyllabusRules({ syllabusId: shown.id })} kind="secondary" small>
            Change the rules
          </ButtonLink>
        ) : null
      }
    >
      <SummaryList
        rows={[
          {
            label: 'Before a place in a cohort',
            value:
              rules.enrolAfter.length === 0
                ? 'Nothing has to be over first'
                : rules.enrolAfter.map((code) => (isStep(code) ? stepWords[code] : code)).join(', '),
          },
          {
            label: 'Going along to real sessions',
            value: `After ${counted(rules.alongsideFromUnits, 'unit')}`,
          },
          ...rules.practice.map(({ kind, times }) => ({
            label: practiceWords[kind],
            value: counted(times, 'time'),
          })),
          ...levels.map((level) => ({
            label: `Level: ${level.name}`,
            value: `${counted(level.units.length, 'unit')}. ${level.words}`,
          })),
        ]}
      />
    </Card>
  );
};

const Versions = ({ facts, view }: { facts: SyllabusFacts; view: View }) => (
  <>
    <Heading level={2}>Versions</Heading>
    <p>A version is never changed. A change makes a new one, and cohorts that run keep theirs.</p>
    <Rows>
      {facts.versions.map((each) => {
        const use = useOf(each, facts, view.today);
        return (
          <Row
            key={each.id}
            action={
              each.id === facts.shown.id
                ? undefined
                : {
                    href: paths.syllabusVersion({ syllabusId: each.id }),
                    label: 'Look at it',
                    about: `version ${each.version}`,
                  }
            }
          >
            <strong>Version {each.version}</strong> <Tag tone={use.tone}>{use.words}</Tag>{' '}
            <Tag tone={standing(each).tone}>{standing(each).words}</Tag>
            <br />
            <Muted>
              From {longDate(each.effectiveFrom)}
              {each.id === facts.shown.id ? ', the one on this page' : ''}
            </Muted>
          </Row>
        );
      })}
    </Rows>
  </>
);

/** The whole of a version: its units in their blocks, the layouts side by side, its rules and its versions. */
export const SyllabusPage = ({ facts, view }: { facts: SyllabusFacts; view: View }): VNode => {
  const { shown } = facts;
  return (
    <Frame view={view} title={`${shown.name}, version ${shown.version}`} wide>
      <Heading above={`${shown.content.units.length} units of two hours`}>{shown.name}</Heading>
      <Lede>{shown.content.about}</Lede>
      <Columns
        aside={
          <>
            <Review facts={facts} view={view} />
            <Card title="What people learn to do">
              <p>
                {counted(shown.content.competencies.length, 'competency', 'competencies')}, and which unit
                teaches which.
              </p>
              <p>
                <a href={paths.competencyMatrix({ syllabusId: shown.id })}>Units and competencies</a>
              </p>
            </Card>
            <Rules shown={shown} view={view} />
          </>
        }
      >
        <Blocks shown={shown} />
      </Columns>
      <Layouts shown={shown} view={view} />
      <Versions facts={facts} view={view} />
    </Frame>
  );
};

export const NoSyllabusPage = ({ view }: { view: View }): VNode => (
  <Frame view={view} title="The syllabus">
    <Heading>The syllabus</Heading>
    <Empty title="There is no syllabus yet">
      <p>
        It comes with Kith when an organisation is set up. Ask whoever looks after this installation to load
        it.
      </p>
    </Empty>
  </Frame>
);
