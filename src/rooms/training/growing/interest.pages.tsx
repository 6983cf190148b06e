import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonRow, DateField, Form, SelectField, TextArea } from '#ui/form.tsx';
import { Details, Empty, Heading, Lede, Muted, Row, Rows, Said, SummaryList, type Tone } from '#ui/show.tsx';
import { dayAndDate, momentInWords } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { Outcomes } from './outcome.pages.tsx';
import type { InterestNamed, Pathway } from './pathway.queries.ts';
import { type InterestState, outcomeWords, pathwayKindWords } from './pathway.rules.ts';

const stateWords: Readonly<Record<InterestState, { readonly words: string; readonly tone: Tone }>> = {
  waiting: { words: 'Waits for an answer', tone: 'clay' },
  answered: { words: 'Answered', tone: 'iris' },
  underway: { words: 'Under way', tone: 'pine' },
  over: { words: 'Come to an end', tone: 'grey' },
};

/** Who is interested in what, those who wait first. */
export const InterestsPage = ({
  interests,
  view,
}: {
  interests: readonly InterestNamed[];
  view: View;
}): VNode => {
  const waiting = interests.filter((each) => each.state === 'waiting').toReversed();
  const open = interests.filter((each) => each.state === 'answered' || each.state === 'underway');
  const over = interests.filter((each) => each.state === 'over');
  const list = (rows: readonly InterestNamed[]) => (
    <Rows>
      {rows.map((each) => {
        const last = each.outcomes.filter((outcome) => !outcome.takenBack).at(-1);
        return (
          <Row
            key={each.id}
            marker={
              last && each.state !== 'waiting'
                ? outcomeWords(last.outcome, false)
                : stateWords[each.state].words
            }
            tone={stateWords[each.state].tone}
            action={{
              href: paths.interest({ interestId: each.id }),
              label: each.state === 'waiting' ? 'Answer' : 'Open',
              about: `${each.who}, ${each.name}`,
            }}
          >
            <strong>{each.who}</strong>: {each.name}
            <br />
            <Muted>Said so {momentInWords(each.saidAt, view.zone, view.now)}.</Muted>
          </Row>
        );
      })}
    </Rows>
  );
  return (
    <Frame
      view={view}
      title="Who is interested"
      back={{ href: paths.pathways(), label: 'Ways on from here' }}
    >
      <Heading>Who is interested</Heading>
      <Lede>
        Volunteers of your centre who would like to go on from here. Answer within a week if you can.
      </Lede>
      <Heading level={2}>Waiting for an answer</Heading>
      {waiting.length === 0 ? <Empty title="Nobody waits for an answer." /> : list(waiting)}
      {open.length > 0 ? (
        <>
          <Heading level={2}>On the way</Heading>
          {list(open)}
        </>
      ) : null}
      {over.length > 0 ? (
        <>
          <Heading level={2}>Come to an end</Heading>
          {list(over)}
        </>
      ) : null}
    </Frame>
  );
};

export interface InterestFacts {
  readonly interest: InterestNamed;
  readonly names: ReadonlyMap<string, string>;
  /** False for one's own: nobody answers themselves. */
  readonly mayAnswer: boolean;
}

/** One interest, for whoever looks after the volunteer: answer it, and keep what became of it. */
export const InterestPage = ({ facts, view }: { facts: InterestFacts; view: View }): VNode => {
  const { interest, names, mayAnswer } = facts;
  const by = interest.answeredBy ? (names.get(interest.answeredBy) ?? 'a colleague') : 'a colleague';
  return (
    <Frame view={view} title={interest.who} back={{ href: paths.interests(), label: 'Who is interested' }}>
      <Heading above={interest.name}>{interest.who}</Heading>
      <SummaryList
        rows={[
          {
            label: 'Interested in',
            value: `${interest.name} (${pathwayKindWords[interest.kind].one.toLowerCase()})`,
          },
          { label: 'Said so', value: momentInWords(interest.saidAt, view.zone, view.now) },
          ...(interest.words ? [{ label: 'In their words', value: <Said>{interest.words}</Said> }] : []),
          ...(interest.answeredAt
            ? [
                {
                  label: 'Answered',
                  value: (
                    <>
                      <Said>{interest.answer}</Said>
                      <Muted>
                        By {by}, {momentInWords(interest.answeredAt, view.zone, view.now)}.
                        {interest.talkOn
                          ? ` You talk on ${dayAndDate(interest.talkOn, { today: view.today })}.`
                          : ''}
                      </Muted>
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      <p>
        <a href={paths.learnerRecord({ applicantId: interest.applicantId })}>
          What {interest.who} has learned
        </a>
      </p>
      {interest.outcomes.length > 0 ? (
        <>
          <Heading level={2}>What became of it</Heading>
          <Outcomes
            outcomes={interest.outcomes}
            own={false}
            undo={(outcomeId) => paths.takeBackOutcome({ interestId: interest.id, outcomeId })}
            view={view}
          />
        </>
      ) : null}
      {interest.state === 'over' ? null : mayAnswer ? (
        <>
          {interest.answeredAt === null ? <Answer view={view} /> : null}
          <p>
            <a href={paths.interestOutcome({ interestId: interest.id })}>Write down what became of it</a>
          </p>
          {interest.answeredAt ? (
            <Details summary="Answer once more" open={view.form.errors.length > 0}>
              <Answer view={view} />
            </Details>
          ) : null}
        </>
      ) : (
        <p>This is your own. A colleague answers it.</p>
      )}
    </Frame>
  );
};

const Answer = ({ view }: { view: View }) => (
  <Form form={view.form}>
    <TextArea
      form={view.form}
      name="words"
      label="Your answer"
      hint="What you think, and what the next step is. They read it as it stands."
      rows={4}
    />
    <DateField
      form={view.form}
      name="talkOn"
      legend="A day to talk about it"
      hint="You may leave it empty."
    />
    <ButtonRow>
      <Button>Send the answer</Button>
    </ButtonRow>
  </Form>
);

/** A volunteer told somebody what they would like to do next: written down for them. */
export const ToldInterest = ({ ways, view }: { ways: readonly Pathway[]; view: View }): VNode => (
  <Form form={view.form}>
    <SelectField
      form={view.form}
      name="code"
      label="What are they interested in?"
      options={[
        { value: '', label: 'Choose' },
        ...ways
          .filter((way) => way.content.shown)
          .map((way) => ({ value: way.code, label: way.content.name })),
      ]}
    />
    <TextArea form={view.form} name="words" label="What they said" rows={2} />
    <ButtonRow>
      <Button kind="secondary">Write it down for them</Button>
    </ButtonRow>
  </Form>
);
