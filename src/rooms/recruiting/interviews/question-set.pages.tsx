import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonLink, ButtonRow, Fieldset, Form, TextArea, TextField } from '#ui/form.tsx';
import { Card, Details, Empty, Heading, Inset, Lede, Muted } from '#ui/show.tsx';
import { longDate } from '#ui/times.ts';
import { editQuestionSet, questionSets, roleProfiles } from '../paths.ts';
import { boxOf } from './interview.form.ts';
import type { QuestionSet } from './question-set.queries.ts';
import type { Question } from './question-set.shape.ts';

export interface QuestionSetFacts {
  readonly set: QuestionSet | null;
  readonly mayChange: boolean;
  readonly madeBy: string;
}

const OneQuestion = ({ question, at }: { question: Question; at: number }): VNode => (
  <Card title={`${at + 1}. ${question.value}`}>
    <p>
      <strong>{question.question}</strong>
    </p>
    <p>
      <Muted>The applicant reads beforehand: {question.about}</Muted>
    </p>
    <Details summary="What we listen for, and what each score sounds like">
      <p>{question.listenFor}</p>
      <ol>
        {question.anchors.map((anchor) => (
          <li key={anchor}>{anchor}</li>
        ))}
      </ol>
    </Details>
  </Card>
);

export const QuestionSetPage = ({ view, facts }: { view: View; facts: QuestionSetFacts }): VNode => {
  const { set, mayChange, madeBy } = facts;
  return (
    <Frame
      view={view}
      shell="staff"
      title="Interview questions"
      back={{ href: roleProfiles(), label: 'Role profiles' }}
    >
      <Heading>Interview questions</Heading>
      <Lede>
        Everybody is asked the same. Each question stands for a value, and each score has words, so that two
        people mean the same by a 3.
      </Lede>
      {set ? (
        <>
          <p>
            <Muted>
              Version {set.version}, from{' '}
              {longDate(set.madeAt.toZonedDateTimeISO(view.zone).toPlainDate(), { today: view.today })}
              {madeBy ? `, by ${madeBy}` : ''}. An interview keeps the questions it was arranged with.
            </Muted>
          </p>
          {set.content.questions.map((question, at) => (
            <OneQuestion key={question.code} question={question} at={at} />
          ))}
          {mayChange ? (
            <ButtonRow>
              <ButtonLink href={editQuestionSet()}>Make a new version</ButtonLink>
            </ButtonRow>
          ) : null}
        </>
      ) : (
        <Empty title="There are no questions yet.">
          {mayChange ? (
            <Form form={view.form}>
              <p>Begin with the seven that Kith brings, and change what you like.</p>
              <ButtonRow>
                <Button>Begin with those</Button>
              </ButtonRow>
            </Form>
          ) : (
            <p>A service lead or a programme coordinator writes them.</p>
          )}
        </Empty>
      )}
    </Frame>
  );
};

const QuestionFields = ({ view, at, title }: { view: View; at: number; title: string }): VNode => {
  const { form } = view;
  return (
    <Fieldset legend={title}>
      <TextField form={form} name={boxOf(at, 'value')} label="The value" width={20} />
      <TextArea form={form} name={boxOf(at, 'question')} label="The question" rows={3} />
      <TextField
        form={form}
        name={boxOf(at, 'about')}
        label="What it is about"
        hint="The applicant reads this line beforehand."
      />
      <TextArea form={form} name={boxOf(at, 'listen')} label="What you listen for" rows={3} />
      {([1, 2, 3, 4] as const).map((score) => (
        <TextArea
          key={score}
          form={form}
          name={boxOf(at, `a${score}`)}
          label={`What a ${score} sounds like`}
          rows={2}
        />
      ))}
    </Fieldset>
  );
};

export const EditQuestionSetPage = ({ view, set }: { view: View; set: QuestionSet }): VNode => {
  const { questions } = set.content;
  return (
    <Frame
      view={view}
      shell="staff"
      title="A new version of the questions"
      back={{ href: questionSets(), label: 'Interview questions' }}
    >
      <Heading above={`After version ${set.version}`}>A new version of the questions</Heading>
      <Inset>
        It holds for interviews arranged from now on. To take a question out, empty all its boxes. Ask for
        things that happened, never about illness, loss or plans for children.
      </Inset>
      <Form form={view.form}>
        {questions.map((question, at) => (
          <QuestionFields key={question.code} view={view} at={at} title={`${at + 1}. ${question.value}`} />
        ))}
        <QuestionFields view={view} at={questions.length} title="One more question (if you like)" />
        <ButtonRow>
          <Button>Save as version {set.version + 1}</Button>
        </ButtonRow>
      </Form>
    </Frame>
  );
};
