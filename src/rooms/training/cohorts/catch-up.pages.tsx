import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import type { AccountAt } from '#rooms/people/door.ts';
import {
  Button,
  ButtonRow,
  DateField,
  Form,
  RadioField,
  SelectField,
  TextField,
  TimeField,
} from '#ui/form.tsx';
import { Card, Details, Heading, Inset, Lede, SummaryList } from '#ui/show.tsx';
import { minutesInWords } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { SyllabusUnit } from '../syllabus/syllabus.shape.ts';
import type { StillToCome } from './catch-up.commands.ts';
import { whenWords } from './cohort.pages.tsx';
import type { Cohort } from './cohort.queries.ts';
import { teamOptions } from './list.pages.tsx';
import type { CatchUp } from './progress.queries.ts';

export interface OfferFacts {
  readonly cohort: Cohort;
  readonly unit: SyllabusUnit;
  readonly applicantId: string;
  readonly name: string;
  readonly elsewhere: readonly StillToCome[];
  readonly team: readonly AccountAt[];
  readonly open: CatchUp | null;
}

/** Offer a missed unit once more. */
export const OfferPage = ({ facts, view }: { facts: OfferFacts; view: View }): VNode => {
  const { form } = view;
  const { cohort, unit } = facts;
  return (
    <Frame
      view={view}
      title={`Catch up unit ${unit.number}`}
      back={{ href: paths.cohort({ cohortId: cohort.id }), label: cohort.name }}
    >
      <Heading above={facts.name}>
        Catch up unit {unit.number}: {unit.title}
      </Heading>
      <Lede>
        With another cohort that still has it ahead, or one to one. They hear of it and can say yes.
      </Lede>
      {facts.open ? (
        <Inset tone="honey">
          Offered already for {whenWords(facts.open.startsAt, cohort.zone, view.today)}.{' '}
          {facts.open.said === 'yes'
            ? 'They said yes.'
            : facts.open.said === 'other_time'
              ? `They asked for another time: ${facts.open.saidWords}`
              : 'They have not answered yet.'}{' '}
          A new offer takes its place.
        </Inset>
      ) : null}
      <Form form={form}>
        <RadioField
          form={form}
          name="way"
          legend="How?"
          options={[
            ...facts.elsewhere.map((each) => ({
              value: each.meetingId,
              label: `${whenWords(each.startsAt, each.zone, view.today)}, with ${each.cohortName}`,
              hint: `${each.centreName}${each.place ? `, ${each.place}` : ''}. Room for ${each.roomLeft} more.`,
            })),
            {
              value: 'one_to_one',
              label: 'One to one',
              reveals: (
                <>
                  <DateField form={form} name="day" legend="Which day?" />
                  <TimeField form={form} name="time" label="What time?" />
                  <TextField
                    form={form}
                    name="minutes"
                    label="How long?"
                    suffix="minutes"
                    width={3}
                    inputmode="numeric"
                  />
                  <SelectField
                    form={form}
                    name="withAccount"
                    label="Who meets them?"
                    options={[{ value: '', label: 'Choose somebody' }, ...teamOptions(facts.team)]}
                  />
                  <TextField form={form} name="placeWords" label="Where?" />
                </>
              ),
            },
          ]}
        />
        <ButtonRow>
          <Button>Offer it</Button>
        </ButtonRow>
      </Form>
      {facts.elsewhere.length === 0 ? (
        <p>No other cohort has this unit ahead with room in it. One to one always works.</p>
      ) : null}
      <Details summary="How this unit is caught up one to one">{unit.oneToOne}</Details>
    </Frame>
  );
};

export interface CatchUpFacts {
  readonly catchUp: CatchUp;
  readonly unit: SyllabusUnit;
  readonly syllabusId: string;
  readonly name: string;
  readonly zone: string;
  readonly cohortName: string;
  readonly withName: string | null;
  readonly mayPlan: boolean;
  /** Whether the page about the trainee is theirs to open: those of the centre that only hosts have none. */
  readonly mayOpenLearner: boolean;
}

const stateWords = ({ catchUp }: CatchUpFacts, now: Temporal.Instant): string => {
  if (catchUp.doneAt) return 'Done. The unit is theirs.';
  if (catchUp.calledOffAt) return `It does not take place. ${catchUp.why}`;
  if (Temporal.Instant.compare(catchUp.startsAt, now) <= 0) return 'Its time has been. Did it take place?';
  if (catchUp.said === 'yes') return 'They said yes.';
  if (catchUp.said === 'other_time') return `They ask for another time: ${catchUp.saidWords}`;
  return 'They have not answered yet.';
};

/** One catch-up: for whoever meets the trainee, and those who arranged it. */
export const CatchUpPage = ({ facts, view }: { facts: CatchUpFacts; view: View }): VNode => {
  const { catchUp, unit } = facts;
  const open = !catchUp.doneAt && !catchUp.calledOffAt;
  const begun = Temporal.Instant.compare(catchUp.startsAt, view.now) <= 0;
  return (
    <Frame
      view={view}
      title={`Catch up unit ${unit.number}`}
      back={
        facts.mayOpenLearner
          ? { href: paths.learner({ applicantId: catchUp.applicantId }), label: facts.name }
          : { href: paths.cohorts(), label: 'Training cohorts' }
      }
    >
      <Heading above={facts.name}>
        Catch up unit {unit.number}: {unit.title}
      </Heading>
      <Lede>{stateWords(facts, view.now)}</Lede>
      <SummaryList
        rows={[
          { label: 'When', value: whenWords(catchUp.startsAt, facts.zone, view.today) },
          { label: 'How long', value: minutesInWords(catchUp.minutes) },
          { label: 'Where', value: catchUp.placeWords || 'Not written down' },
          {
            label: 'With',
            value:
              catchUp.how === 'elsewhere' ? 'Another cohort' : (facts.withName ?? 'Somebody of the team'),
          },
          { label: 'Missed in', value: facts.cohortName },
        ]}
      />
      {catchUp.how === 'one_to_one' && open ? (
        <Card tone="tint" title="How it is done one to one">
          <p>{unit.oneToOne}</p>
          <p>
            <a href={paths.syllabusUnit({ syllabusId: facts.syllabusId, unitCode: unit.code })}>
              The whole unit
            </a>
          </p>
        </Card>
      ) : null}
      {open && begun && catchUp.how === 'one_to_one' ? (
        <Form form={view.form}>
          <Button>It took place</Button>
        </Form>
      ) : null}
      {open && catchUp.how === 'elsewhere' ? (
        <p>Whether they came is noted on the page of that meeting, together with everybody else.</p>
      ) : null}
      {open ? (
        <p>
          <a href={paths.callOffCatchUp({ catchUpId: catchUp.id })}>
            {begun ? 'It did not take place' : 'Call it off'}
          </a>
        </p>
      ) : null}
      {facts.mayPlan && !catchUp.doneAt ? (
        <p>
          <a
            href={paths.offerCatchUp({
              cohortId: catchUp.cohortId,
              applicantId: catchUp.applicantId,
              unitCode: catchUp.unitCode,
            })}
          >
            Offer another time
          </a>
        </p>
      ) : null}
    </Frame>
  );
};
