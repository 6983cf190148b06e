import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonLink, ButtonRow, Form, RadioField, TextArea } from '#ui/form.tsx';
import { Card, Details, Empty, Heading, Lede, Muted, Row, Rows, Said, SummaryList, Tag } from '#ui/show.tsx';
import { minutesInWords } from '#ui/times.ts';
import { type ApplicationAnswers, answersInWords } from '../mine/form.rules.ts';
import { interview as interviewPath, interviewQuestion, interviews, interviewTogether } from '../paths.ts';
import { unscored } from './agreement.rules.ts';
import { whenWords } from './arrange.pages.tsx';
import type { InterviewFacts, Met, ScoreSheet } from './interview.queries.ts';
import { type Question, SCORES } from './question-set.shape.ts';
import type { OwnInterview } from './waiting.queries.ts';
import { type Way, wayWords } from './way.rules.ts';

export const OwnInterviewsPage = ({ view, own }: { view: View; own: readonly OwnInterview[] }): VNode => (
  <Frame view={view} shell="staff" title="Interviews you hold">
    <Heading>Interviews you hold</Heading>
    {own.length === 0 ? (
      <Empty title="You are not asked to hold an interview.">
        <p>When a volunteer manager names you, it is here until it is decided.</p>
      </Empty>
    ) : (
      <Rows>
        {own.map((each) => (
          <Row
            key={each.id}
            marker={
              <Tag tone={each.both ? 'clay' : each.done ? 'pine' : 'honey'}>
                {each.both ? 'to talk about' : each.done ? 'you have scored' : 'to score'}
              </Tag>
            }
            action={{
              href: each.both
                ? interviewTogether({ interviewId: each.id })
                : interviewPath({ interviewId: each.id }),
              label: 'Open',
              about: `the interview of ${each.name}`,
            }}
          >
            <strong>{each.name}</strong> <Muted>{each.roleName}</Muted>
            <br />
            {whenWords(each, view)}. {wayWords(each.way as Way, each.place)}
          </Row>
        ))}
      </Rows>
    )}
  </Frame>
);

export interface PanelFacts {
  readonly interview: InterviewFacts;
  readonly met: Met;
  readonly questions: readonly Question[];
  readonly own: ScoreSheet | null;
  readonly both: boolean;
  readonly otherName: string;
}

/** The application as it was sent, for the two who meet its writer. */
const TheirApplication = ({ answers }: { answers: unknown }): VNode =>
  answers === null ? (
    <p>
      <Muted>There is no written application.</Muted>
    </p>
  ) : (
    <SummaryList
      rows={answersInWords(answers as ApplicationAnswers)
        .filter(({ value }) => value !== '')
        .map(({ label, value }) => ({ label, value: <Said>{value}</Said> }))}
    />
  );

export const PanelPage = ({ view, facts }: { view: View; facts: PanelFacts }): VNode => {
  const { interview, met, questions, own, both, otherName } = facts;
  const scores = own?.scores ?? {};
  const left = unscored(questions, scores);
  const [next] = left;
  const done = own?.doneAt !== null && own !== null;
  return (
    <Frame
      view={view}
      shell="staff"
      title={`Meeting ${met.name}`}
      back={{ href: interviews(), label: 'Interviews you hold' }}
    >
      <Heading above={met.roleName}>Meeting {met.name}</Heading>
      <Lede>
        {whenWords(interview, view)}, for {minutesInWords(interview.minutes)}. With {otherName}.
      </Lede>
      <SummaryList
        rows={[
          { label: 'How', value: wayWords(interview.way, interview.place) },
          ...(interview.adjustments ? [{ label: 'Made easier by', value: interview.adjustments }] : []),
          ...(met.accessNeeds ? [{ label: 'What helps them', value: met.accessNeeds }] : []),
        ]}
      />
      {done ? (
        <Card tone="tint" title="You have scored">
          {both ? (
            <>
              <p>Both of you have. Now look at it together.</p>
              <ButtonRow>
                <ButtonLink href={interviewTogether({ interviewId: interview.id })}>
                  Look at it together
                </ButtonLink>
              </ButtonRow>
            </>
          ) : (
            <p>{otherName} has not finished yet. You see each other’s scores when both of you have.</p>
          )}
        </Card>
      ) : null}
      {done ? null : next ? (
        <ButtonRow>
          <ButtonLink href={interviewQuestion({ interviewId: interview.id, question: next.code })}>
            {left.length === questions.length ? 'Begin' : 'Go on'}
          </ButtonLink>
        </ButtonRow>
      ) : (
        <Form form={view.form}>
          <p>You score on your own. Once you finish, your scores stay as they are.</p>
          <ButtonRow>
            <Button>Finish scoring</Button>
          </ButtonRow>
        </Form>
      )}
      <Heading level={2}>The questions</Heading>
      <Rows>
        {questions.map((each, at) => (
          <Row
            key={each.code}
            marker={
              <Tag tone={scores[each.code] === undefined ? 'grey' : 'pine'}>
                {scores[each.code] === undefined ? 'open' : `${scores[each.code]} of 4`}
              </Tag>
            }
            action={{
              href: interviewQuestion({ interviewId: interview.id, question: each.code }),
              label: done ? 'Read' : 'Open',
              about: each.value,
            }}
          >
            {at + 1}. {each.value}
          </Row>
        ))}
      </Rows>
      <Details summary="What they wrote in the application">
        <TheirApplication answers={met.answers} />
      </Details>
      {done ? null : <BeforeYouBegin />}
    </Frame>
  );
};

const BeforeYouBegin = (): VNode => (
  <Details summary="Before you begin">
    <ul>
      <li>Say who you are, how long it takes, and that you both take notes.</li>
      <li>Ask each question as it is written, then ask on: “What did you do then?”</li>
      <li>Do not ask about their own history of illness or loss. If they tell you, thank them and listen.</li>
      <li>Write down what was said, not what you think of it. They may ask to read it one day.</li>
      <li>If something said makes you worry for somebody’s safety, raise a concern the same day.</li>
    </ul>
  </Details>
);

export const QuestionPage = ({
  view,
  facts,
  question,
}: {
  view: View;
  facts: PanelFacts;
  question: Question;
}): VNode => {
  const { interview, met, questions, own } = facts;
  const at = questions.findIndex(({ code }) => code === question.code);
  const last = at === questions.length - 1;
  const done = own !== null && own.doneAt !== null;
  return (
    <Frame
      view={view}
      shell="staff"
      title={question.value}
      back={{ href: interviewPath({ interviewId: interview.id }), label: `Meeting ${met.name}` }}
    >
      <Heading above={`Question ${at + 1} of ${questions.length} · ${question.value}`}>
        {question.question}
      </Heading>
      <Details summary="What you listen for">
        <p>{question.listenFor}</p>
      </Details>
      {done ? (
        <SummaryList
          rows={[
            { label: 'Your score', value: `${own.scores[question.code] ?? ''} of 4` },
            { label: 'Your notes', value: <Said>{own.words[question.code] ?? ''}</Said> },
          ]}
        />
      ) : (
        <Form form={view.form}>
          <TextArea
            form={view.form}
            name="words"
            label="Your notes"
            hint="In their words where you can. Kept each time you press the button."
            rows={6}
          />
          <RadioField
            form={view.form}
            name="score"
            legend="What did you hear?"
            hint="You can leave it open and come back."
            options={SCORES.map((score) => ({
              value: String(score),
              label: `${score}`,
              hint: question.anchors[score - 1],
            }))}
          />
          <ButtonRow>
            <Button>{last ? 'Save' : 'Save and go on'}</Button>
          </ButtonRow>
        </Form>
      )}
    </Frame>
  );
};
