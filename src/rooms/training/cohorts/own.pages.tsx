import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonLink, ButtonRow, Form, RadioField, TextArea } from '#ui/form.tsx';
import { Card, Details, Empty, Heading, Lede, Muted, Progress, Row, Rows } from '#ui/show.tsx';
import { clockTime, minutesInWords } from '#ui/times.ts';
import type { Learner } from '../course/learner.queries.ts';
import { whenWords } from './cohort.pages.tsx';
import type { Meeting } from './cohort.queries.ts';
import { inARow, isHad } from './cohort.rules.ts';
import type { Training } from './learner.queries.ts';
import type { CatchUp } from './progress.queries.ts';
import { UnitKey, UnitStrip, unitsInWords } from './units.pages.tsx';

/** The addresses of somebody's own training: with the secret of their link, or their own when they sign in. */
export interface TrainingLinks {
  readonly back: { readonly href: string; readonly label: string };
  readonly home: string;
  readonly certificates: string;
  readonly meeting: (meetingId: string) => string;
  readonly catchUp: (catchUpId: string) => string;
}

export interface OwnFacts {
  readonly learner: Learner;
  readonly training: Training;
  readonly names: ReadonlyMap<string, string>;
  readonly links: TrainingLinks;
}

const shell = ({ learner }: OwnFacts) => (learner.application ? ('public' as const) : undefined);
const titleOf = ({ training }: OwnFacts, unitCode: string) =>
  training.syllabus?.content.units.find(({ code }) => code === unitCode)?.title ?? unitCode;

const ahead = ({ training }: OwnFacts, now: Temporal.Instant): readonly Meeting[] =>
  training.place?.takenAt && !training.place.leftAt
    ? training.meetings.filter(
        ({ endsAt, calledOffAt }) => !calledOffAt && Temporal.Instant.compare(endsAt, now) > 0,
      )
    : [];

const isSorry = ({ training }: OwnFacts, meeting: Meeting) =>
  training.picture.apologies.some(({ meetingId }) => meetingId === meeting.id);

const untilOf = (meeting: Meeting, zone: string) =>
  clockTime(meeting.endsAt.toZonedDateTimeISO(zone).toPlainTime());

const Next = ({ facts, meeting, view }: { facts: OwnFacts; meeting: Meeting; view: View }) => {
  const { zone } = facts.learner;
  const place = meeting.placeWords || (facts.training.cohort?.place ?? '');
  const names = (facts.training.cohort?.trainers ?? []).flatMap((id) => facts.names.get(id) ?? []);
  return (
    <Card
      tone="tint"
      above="Next time"
      title={whenWords(meeting.startsAt, zone, view.today)}
      action={
        <ButtonLink href={facts.links.meeting(meeting.id)} kind="secondary" small>
          {isSorry(facts, meeting) ? 'I can come after all' : 'I cannot come'}
        </ButtonLink>
      }
    >
      {isSorry(facts, meeting) ? (
        <p>
          <strong>You told us that you cannot come.</strong> We find another time for what you miss.
        </p>
      ) : null}
      <p>
        Until {untilOf(meeting, zone)}, at {place}.
        {names.length > 0 ? ` ${inARow(names)} ${names.length === 1 ? 'is' : 'are'} there.` : ''}
      </p>
      <p>
        {meeting.parts
          .filter(({ unitCode }) => unitCode !== null)
          .map(({ title }) => title)
          .join(' · ')}
      </p>
      <p>
        <Muted>Bring yourself and something to drink. We have the rest.</Muted>
      </p>
    </Card>
  );
};

const Offered = ({ facts, catchUp, view }: { facts: OwnFacts; catchUp: CatchUp; view: View }) => {
  const met = catchUp.withAccount ? facts.names.get(catchUp.withAccount) : null;
  return (
    <Card
      tone={catchUp.said ? 'plain' : 'soon'}
      above="To catch up"
      title={titleOf(facts, catchUp.unitCode)}
      action={
        <ButtonLink
          href={facts.links.catchUp(catchUp.id)}
          kind={catchUp.said ? 'secondary' : 'primary'}
          small
        >
          {catchUp.said ? 'Change your answer' : 'Say yes, or another time'}
        </ButtonLink>
      }
    >
      <p>
        {whenWords(catchUp.startsAt, facts.learner.zone, view.today)}, {minutesInWords(catchUp.minutes)}
        {catchUp.placeWords ? `, at ${catchUp.placeWords}` : ''}
        {met ? `, with ${met}` : catchUp.how === 'elsewhere' ? ', with another cohort' : ''}.
      </p>
      {catchUp.said === 'yes' ? <p>You said yes. See you there.</p> : null}
      {catchUp.said === 'other_time' ? <p>You asked for another time. We are looking for one.</p> : null}
    </Card>
  );
};

const TakeHomes = ({ facts }: { facts: OwnFacts }) => {
  const had = facts.training.cells.filter(({ state }) => isHad(state));
  return had.length === 0 ? null : (
    <Details summary="To take home from what you have done">
      {had.map(({ unitCode }) => (
        <p key={unitCode}>
          <strong>{titleOf(facts, unitCode)}.</strong>{' '}
          {facts.training.syllabus?.content.units.find(({ code }) => code === unitCode)?.takeHome}
        </p>
      ))}
    </Details>
  );
};

const Later = ({ facts, view }: { facts: OwnFacts; view: View }) => {
  const later = ahead(facts, view.now).slice(1);
  return later.length === 0 ? null : (
    <>
      <Heading level={2}>After that</Heading>
      <Rows>
        {later.map((meeting) => (
          <Row
            key={meeting.id}
            action={{
              href: facts.links.meeting(meeting.id),
              label: isSorry(facts, meeting) ? 'I can come after all' : 'I cannot come',
              about: whenWords(meeting.startsAt, facts.learner.zone, view.today),
            }}
          >
            <strong>{whenWords(meeting.startsAt, facts.learner.zone, view.today)}</strong>
            <br />
            <Muted>
              {isSorry(facts, meeting) ? 'You cannot come. ' : ''}
              {meeting.parts
                .filter(({ unitCode }) => unitCode !== null)
                .map(({ title }) => title)
                .join(' · ')}
            </Muted>
          </Row>
        ))}
      </Rows>
    </>
  );
};

/** A trainee's own page: when and where next, what they have, what they were offered. */
export const OwnTrainingPage = ({ facts, view }: { facts: OwnFacts; view: View }): VNode => {
  const { training, links } = facts;
  const units = training.syllabus?.content.units ?? [];
  const [next] = ahead(facts, view.now);
  const had = training.cells.filter(({ state }) => isHad(state)).length;
  const offers = training.picture.catchUps.filter(
    ({ doneAt, calledOffAt, startsAt }) =>
      !doneAt && !calledOffAt && Temporal.Instant.compare(startsAt, view.now) > 0,
  );
  return (
    <Frame view={view} shell={shell(facts)} title="Your training" back={links.back}>
      <Heading>Your training</Heading>
      {training.cohort === null && had === 0 ? (
        <Empty title="You are not in a cohort yet.">
          The training is fifteen meetings of two hours, or two or three weekends. When there is a place for
          you, we tell you, and everything about it stands here.
        </Empty>
      ) : (
        <>
          <Lede>
            {training.place && !training.place.leftAt
              ? training.place.takenAt
                ? `You are in ${training.cohort?.name}.`
                : `You are on the list for ${training.cohort?.name}. We tell you when there is a place.`
              : 'What you have earned is yours, whatever comes next.'}
          </Lede>
          {training.cohort?.calledOffAt ? (
            <p>
              <strong>The cohort is called off.</strong> {training.cohort.calledOffWhy} We get in touch about
              how it goes on.
            </p>
          ) : null}
          {next ? <Next facts={facts} meeting={next} view={view} /> : null}
          {offers.map((catchUp) => (
            <Offered key={catchUp.id} facts={facts} catchUp={catchUp} view={view} />
          ))}
          <Heading level={2}>What you have</Heading>
          <Progress
            label="Units"
            value={had}
            max={training.cells.length}
            figure={`${had} of ${units.length}`}
          />
          <UnitStrip cells={training.cells} units={units} />
          <p>{unitsInWords(training.cells, units)}</p>
          <Details summary="What the signs mean">
            <UnitKey />
          </Details>
          {had > 0 ? (
            <p>
              Every unit counts by itself, and has its own certificate.{' '}
              <a href={links.certificates}>Your certificates</a>
            </p>
          ) : null}
          <TakeHomes facts={facts} />
          <Later facts={facts} view={view} />
        </>
      )}
    </Frame>
  );
};

export interface OwnMeetingFacts extends OwnFacts {
  readonly meeting: Meeting;
}

/** "I cannot come", and "I can come after all". */
export const OwnMeetingPage = ({ facts, view }: { facts: OwnMeetingFacts; view: View }): VNode => (
  <Frame
    view={view}
    shell={shell(facts)}
    title="Can you come?"
    back={{ href: facts.links.home, label: 'Your training' }}
  >
    <Heading above={whenWords(facts.meeting.startsAt, facts.learner.zone, view.today)}>Can you come?</Heading>
    <Lede>
      Things come up, and it is fine. Tell us, and we find another time for what you miss: with another
      cohort, or one to one.
    </Lede>
    <Form form={view.form}>
      <RadioField
        form={view.form}
        name="canCome"
        legend="This time"
        options={[
          { value: 'no', label: 'I cannot come' },
          { value: 'yes', label: 'I can come' },
        ]}
      />
      <TextArea
        form={view.form}
        name="words"
        label="Anything you would like us to know (optional)"
        hint="You need not say why."
        rows={3}
      />
      <ButtonRow>
        <Button>Tell us</Button>
      </ButtonRow>
    </Form>
  </Frame>
);

export interface OwnCatchUpFacts extends OwnFacts {
  readonly catchUp: CatchUp;
}

/** Say yes to a catch-up, or ask for another time. */
export const OwnCatchUpPage = ({ facts, view }: { facts: OwnCatchUpFacts; view: View }): VNode => {
  const { catchUp } = facts;
  return (
    <Frame
      view={view}
      shell={shell(facts)}
      title="A time to catch up"
      back={{ href: facts.links.home, label: 'Your training' }}
    >
      <Heading above={titleOf(facts, catchUp.unitCode)}>A time to catch up</Heading>
      <Lede>
        {whenWords(catchUp.startsAt, facts.learner.zone, view.today)}, {minutesInWords(catchUp.minutes)}
        {catchUp.placeWords ? `, at ${catchUp.placeWords}` : ''}.
      </Lede>
      <Form form={view.form}>
        <RadioField
          form={view.form}
          name="said"
          legend="Does it suit you?"
          options={[
            { value: 'yes', label: 'Yes, I will be there' },
            { value: 'other_time', label: 'Another time, please' },
          ]}
        />
        <TextArea
          form={view.form}
          name="words"
          label="When could you come, if not then?"
          hint="For example, mornings in the second week of January."
          rows={3}
        />
        <ButtonRow>
          <Button>Tell us</Button>
        </ButtonRow>
      </Form>
    </Frame>
  );
};
