import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonLink, ButtonRow, CheckboxField, DateField, Form, TextArea } from '#ui/form.tsx';
import { Details, Empty, Heading, Lede, Muted, Row, Rows, Tag, type Tone } from '#ui/show.tsx';
import { longDate } from '#ui/times.ts';
import type { LearnerNamed } from '../outside/people.queries.ts';
import * as paths from '../paths.ts';
import type { PracticeFacts } from '../practice/sign-off.queries.ts';
import { PracticeCard } from '../practice/standing.pages.tsx';
import { whenWords } from './cohort.pages.tsx';
import { isHad, needsCatchUp, type UnitState, unitStateWords } from './cohort.rules.ts';
import type { Training } from './learner.queries.ts';
import type { Cell } from './progress.queries.ts';
import { UnitKey, UnitStrip, unitsInWords } from './units.pages.tsx';

export interface LearnerFacts {
  readonly learner: LearnerNamed;
  readonly training: Training;
  /** For those who recruit there; a trainer sees the units alone. */
  readonly mayPlan: boolean;
  readonly practice: PracticeFacts | null;
  /** The account of whoever looks. */
  readonly me: string | null;
}

const capital = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

const tones: Readonly<Record<UnitState, Tone>> = {
  came: 'pine',
  caught_up: 'pine',
  before: 'pine',
  offered: 'honey',
  to_note: 'honey',
  missed: 'clay',
  no_day: 'clay',
  to_come: 'iris',
  not_yet: 'grey',
};

const actionFor = (facts: LearnerFacts, cell: Cell, title: string) => {
  const { applicantId } = facts.learner;
  const { cohort } = facts.training;
  if (cell.held)
    return facts.mayPlan
      ? { href: paths.staffAward({ awardId: cell.held.awardId }), label: 'Certificate', about: title }
      : undefined;
  // Another trainer arranged it: they are told, and it is not this one's to hold.
  if (cell.catchUp && !facts.mayPlan && cell.catchUp.withAccount !== facts.me) return undefined;
  if (cell.catchUp)
    return { href: paths.catchUp({ catchUpId: cell.catchUp.id }), label: 'Catch-up', about: title };
  return facts.mayPlan && cohort && needsCatchUp(cell.state)
    ? {
        href: paths.offerCatchUp({ cohortId: cohort.id, applicantId, unitCode: cell.unitCode }),
        label: 'Find a time',
        about: title,
      }
    : undefined;
};

const detailOf = (cell: Cell, zone: string, { today, now }: View): string => {
  if (cell.held) return longDate(cell.held.earnedOn, { today });
  if (cell.catchUp) {
    if (Temporal.Instant.compare(cell.catchUp.startsAt, now) <= 0)
      return `${whenWords(cell.catchUp.startsAt, zone, today)}. Did it take place?`;
    const said =
      cell.catchUp.said === 'yes'
        ? 'They said yes.'
        : cell.catchUp.said === 'other_time'
          ? `They ask for another time: ${cell.catchUp.saidWords}`
          : 'They have not answered yet.';
    return `${whenWords(cell.catchUp.startsAt, zone, today)}. ${said}`;
  }
  return cell.meeting ? whenWords(cell.meeting.startsAt, zone, today) : '';
};

const Units = ({ facts, view }: { facts: LearnerFacts; view: View }) => {
  const units = facts.training.syllabus?.content.units ?? [];
  return (
    <Rows>
      {facts.training.cells.map((cell) => {
        const unit = units.find(({ code }) => code === cell.unitCode);
        const title = `unit ${unit?.number}`;
        return (
          <Row
            key={cell.unitCode}
            marker={capital(unitStateWords[cell.state])}
            tone={tones[cell.state]}
            action={actionFor(facts, cell, title)}
          >
            <strong>
              {unit?.number} {unit?.title}
            </strong>
            <br />
            <Muted>{detailOf(cell, facts.learner.zone, view)}</Muted>
          </Row>
        );
      })}
    </Rows>
  );
};

/** How far one person is: units, catch-ups, their cohort, and what they did on the job. */
export const LearnerPage = ({ facts, view }: { facts: LearnerFacts; view: View }): VNode => {
  const { learner, training } = facts;
  const { cohort, place, cells } = training;
  const units = training.syllabus?.content.units ?? [];
  const standing = place?.leftAt ? 'Left' : place?.takenAt ? 'In' : 'Waits for a place in';
  return (
    <Frame
      view={view}
      title={learner.name}
      back={
        cohort
          ? { href: paths.cohort({ cohortId: cohort.id }), label: cohort.name }
          : { href: paths.cohorts(), label: 'Training cohorts' }
      }
    >
      <Heading above="Training">{learner.name}</Heading>
      <Lede>
        {cells.length > 0 ? unitsInWords(cells, units) : 'No syllabus is in use yet.'}{' '}
        {cohort ? (
          <>
            {standing} <a href={paths.cohort({ cohortId: cohort.id })}>{cohort.name}</a>.
          </>
        ) : (
          'In no cohort so far.'
        )}
      </Lede>
      {cells.length > 0 && cells.every(({ state }) => isHad(state)) ? (
        <p>
          <Tag tone="iris">Every unit is there</Tag>
        </p>
      ) : null}
      <UnitStrip cells={cells} units={units} />
      <Details summary="What the signs mean">
        <UnitKey />
      </Details>
      {facts.mayPlan ? (
        <ButtonRow>
          <ButtonLink href={paths.creditPast({ applicantId: learner.applicantId })} kind="secondary">
            Trained before they came to us
          </ButtonLink>
          <ButtonLink href={paths.learnerRecord({ applicantId: learner.applicantId })} kind="quiet">
            Their learning record
          </ButtonLink>
        </ButtonRow>
      ) : null}
      {facts.practice ? <PracticeCard facts={facts.practice} /> : null}
      <Heading level={2}>Unit by unit</Heading>
      <Units facts={facts} view={view} />
    </Frame>
  );
};

export interface CreditFacts {
  readonly learner: LearnerNamed;
  readonly training: Training;
}

/** Units somebody learned before they came to us. */
export const CreditPastPage = ({ facts, view }: { facts: CreditFacts; view: View }): VNode => {
  const { learner, training } = facts;
  const open = training.cells.filter(({ held }) => held === null);
  return (
    <Frame
      view={view}
      title="Trained before"
      back={{ href: paths.learner({ applicantId: learner.applicantId }), label: learner.name }}
    >
      <Heading above={learner.name}>Trained before they came to us</Heading>
      <Lede>
        What somebody has learned elsewhere counts, when you have seen proof of it or know it yourself. Your
        name stands with it.
      </Lede>
      {open.length === 0 ? (
        <Empty title="They have every unit already." />
      ) : (
        <Form form={view.form}>
          <CheckboxField
            form={view.form}
            name="unitCodes"
            legend="Which units?"
            small
            options={open.map(({ unitCode }) => {
              const unit = training.syllabus?.content.units.find(({ code }) => code === unitCode);
              return { value: unitCode, label: `${unit?.number} ${unit?.title}` };
            })}
          />
          <DateField
            form={view.form}
            name="earnedOn"
            legend="When did they finish?"
            hint="The day on their certificate, or the last day of the course."
          />
          <TextArea
            form={view.form}
            name="words"
            label="Where did they learn it, and how do you know?"
            hint="It stands on their certificate page, so keep it short and kind."
            rows={3}
          />
          <ButtonRow>
            <Button>Credit the units</Button>
          </ButtonRow>
        </Form>
      )}
    </Frame>
  );
};
