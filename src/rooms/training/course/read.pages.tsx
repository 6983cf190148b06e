import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonLink, ButtonRow, CheckboxField, Form, RadioField } from '#ui/form.tsx';
import { Card, Heading, Inset, Lede, Muted, Tag } from '#ui/show.tsx';
import { ScreenWords } from './blocks.pages.tsx';
import type { Course } from './course.queries.ts';
import { isRight } from './course.rules.ts';
import type { CourseModule, CourseScreen, Question } from './course.shape.ts';
import { type CourseFacts, shellOf } from './home.pages.tsx';
import type { Attempt, Learning } from './learner.queries.ts';

/** What every page inside a part knows. */
export interface ModuleFacts extends CourseFacts {
  readonly course: Course;
  readonly open: Learning;
  readonly module: CourseModule;
  /** Which part it is, from 1. */
  readonly part: number;
}

export interface ScreenFacts extends ModuleFacts {
  readonly screen: CourseScreen;
  readonly at: number;
}

const Part = ({ facts }: { facts: ModuleFacts }) => (
  <>
    Part {facts.part} of {facts.course.content.modules.length}: {facts.module.title}
  </>
);

/** One screen of a part: read, and on. */
export const ScreenPage = ({ facts, view }: { facts: ScreenFacts; view: View }): VNode => {
  const { links, module, screen, at } = facts;
  const last = at === module.screens.length;
  return (
    <Frame
      view={view}
      shell={shellOf(facts)}
      title={`${screen.title}, page ${at} of ${module.screens.length}`}
      back={{ href: links.home, label: 'The course' }}
    >
      <Heading above={<Part facts={facts} />}>{screen.title}</Heading>
      <ScreenWords screen={screen} />
      <Form form={view.form}>
        <ButtonRow>
          <Button>
            {last ? (facts.open.finishedAt ? 'Back to the course' : 'On to the questions') : 'Go on'}
          </Button>
          {at > 1 ? (
            <ButtonLink href={links.screen(module.code, at - 1)} kind="secondary">
              Back
            </ButtonLink>
          ) : null}
        </ButtonRow>
      </Form>
      <p>
        <Muted>
          Page {at} of {module.screens.length}.
          {facts.open.finishedAt ? null : ' You can stop here: your place is kept.'}
        </Muted>
      </p>
    </Frame>
  );
};

const QuestionField = ({ question, view, number }: { question: Question; view: View; number: number }) => {
  const props = {
    form: view.form,
    name: question.code,
    legend: `${number}. ${question.ask}`,
    options: question.options.map(({ code, words }) => ({ value: code, label: words })),
  };
  return question.several ? <CheckboxField {...props} /> : <RadioField {...props} />;
};

/** The questions of a part. */
export const QuestionsPage = ({ facts, view }: { facts: ModuleFacts; view: View }): VNode => (
  <Frame
    view={view}
    shell={shellOf(facts)}
    title={`Questions: ${facts.module.title}`}
    back={{
      href: facts.links.screen(facts.module.code, facts.module.screens.length),
      label: 'Back to the pages',
    }}
  >
    <Heading above={<Part facts={facts} />}>What do you take with you?</Heading>
    <Lede>
      {facts.module.questions.length} questions. Take your time, and try as often as you like. Nobody but you
      sees what you answer.
    </Lede>
    <Form form={view.form}>
      {facts.module.questions.map((question, at) => (
        <QuestionField key={question.code} question={question} view={view} number={at + 1} />
      ))}
      <ButtonRow>
        <Button>See how it went</Button>
      </ButtonRow>
    </Form>
  </Frame>
);

export interface AnswersFacts extends Omit<ModuleFacts, 'open'> {
  readonly attempt: Attempt;
  /** Where the course goes on from here; null: it is finished. */
  readonly next: { readonly href: string; readonly title: string } | null;
}

const Answered = ({ facts, question }: { facts: AnswersFacts; question: Question }) => {
  const { attempt, links, module } = facts;
  const chosen = attempt.answers[question.code] ?? [];
  const right = isRight(question, chosen);
  const missed = question.options.some((option) => option.right && !chosen.includes(option.code));
  // Once a part is passed every answer is explained; before that only those somebody gave, so that reading again is worth it.
  const shown = question.options.filter(
    (option) => chosen.includes(option.code) || (attempt.passed && option.right),
  );
  return (
    <Card
      title={question.ask}
      above={<Tag tone={right ? 'pine' : 'honey'}>{right ? 'Right' : 'Not quite'}</Tag>}
    >
      <ul>
        {shown.map((option) => (
          <li key={option.code}>
            <strong>
              {option.words}
              {chosen.includes(option.code) ? '' : ' (not chosen)'}.
            </strong>{' '}
            {option.because}
          </li>
        ))}
      </ul>
      {!right && missed && !attempt.passed && question.several ? (
        <p>There is more that is right here.</p>
      ) : null}
      {right ? null : (
        <p>
          <a href={links.screen(module.code, question.readAgain)}>
            Read again: {module.screens[question.readAgain - 1]?.title}
          </a>
        </p>
      )}
    </Card>
  );
};

/** How it went: kind, with a reason for each answer and what to read again. */
export const AnswersPage = ({ facts, view }: { facts: AnswersFacts; view: View }): VNode => {
  const { attempt, links, module, next } = facts;
  return (
    <Frame
      view={view}
      shell={shellOf(facts)}
      title={attempt.passed ? `Part ${facts.part} is done` : 'Nearly there'}
      back={{ href: links.home, label: 'The course' }}
    >
      <Heading above={module.title}>
        {attempt.passed ? `Part ${facts.part} is done` : 'Not quite there yet'}
      </Heading>
      <Lede>
        {attempt.right} of {attempt.of} were right.{' '}
        {attempt.passed
          ? 'That is enough. Thank you for thinking it through.'
          : 'That happens to many of us. Look at the notes below, read a page again if you like, and have another go.'}
      </Lede>
      {attempt.passed && next === null ? (
        <Inset tone="iris">
          <p>
            That was the last part. You have finished the course. <a href={links.home}>Your certificate</a>
          </p>
        </Inset>
      ) : null}
      {module.questions.map((question) => (
        <Answered key={question.code} facts={facts} question={question} />
      ))}
      <ButtonRow>
        {attempt.passed ? (
          next ? (
            <ButtonLink href={next.href}>Go on: {next.title}</ButtonLink>
          ) : (
            <ButtonLink href={links.home}>See where you are</ButtonLink>
          )
        ) : (
          <ButtonLink href={links.check(module.code)}>Have another go</ButtonLink>
        )}
      </ButtonRow>
    </Frame>
  );
};
