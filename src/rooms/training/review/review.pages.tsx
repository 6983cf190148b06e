import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { ButtonLink, ButtonRow } from '#ui/form.tsx';
import { Card, Details, Empty, Heading, Inset, Lede, Muted, Row, Rows, Tag } from '#ui/show.tsx';
import { counted, longDate, momentInWords } from '#ui/times.ts';
import { ScreenWords } from '../course/blocks.pages.tsx';
import type { Course } from '../course/course.queries.ts';
import type { CourseModule, Question } from '../course/course.shape.ts';
import * as paths from '../paths.ts';
import { mayCheckCertificates, mayReviewCourse } from '../training.policy.ts';
import { ReviewForm } from './review-form.pages.tsx';

export interface ELearningFacts {
  readonly versions: readonly Course[];
  /** Names of those who reviewed, by account. */
  readonly names: ReadonlyMap<string, string>;
}

const standing = (course: Course): { readonly words: string; readonly tone: 'honey' | 'pine' | 'clay' } => {
  if (!course.review) return { words: 'Sample, not reviewed', tone: 'honey' };
  return course.review.approved ? { words: 'Approved', tone: 'pine' } : { words: 'Sent back', tone: 'clay' };
};

const whatItMeans = (course: Course, view: View): string => {
  if (course.review?.approved) return 'Applicants and volunteers are offered it, and it counts.';
  if (course.review) return 'It is not offered to anybody. What has to change is written below.';
  return view.organisation.demo
    ? 'Nobody has approved it. In this demonstration it may be used all the same, and it counts.'
    : 'Until a practitioner, a specialist or the service lead approves it, applicants are not offered it and it does not count. Courses done elsewhere can be recorded meanwhile.';
};

const Version = ({ course, facts, view }: { course: Course; facts: ELearningFacts; view: View }) => {
  const { review } = course;
  const { words, tone } = standing(course);
  return (
    <Card title={course.name} above={`Version ${course.version}`}>
      <p>
        <Tag tone={tone}>{words}</Tag>
      </p>
      <p>{whatItMeans(course, view)}</p>
      {review ? (
        <p>
          {facts.names.get(review.reviewedBy) ?? 'A colleague'}, {review.role},{' '}
          {momentInWords(review.at, view.zone, view.now)}
          {review.words ? `: “${review.words}”` : '.'}
        </p>
      ) : null}
      <p>
        <Muted>
          About {counted(course.minutes, 'minute')}, {course.passMark} in a hundred right to pass
          {course.validMonths ? `, a certificate holds ${counted(course.validMonths, 'month')}` : ''}. From{' '}
          {longDate(course.effectiveFrom)}.
        </Muted>
      </p>
      <Rows>
        {course.content.modules.map((module, at) => (
          <Row
            key={module.code}
            action={{
              href: paths.readModule({ courseId: course.id, module: module.code }),
              label: 'Read',
              about: module.title,
            }}
          >
            <strong>
              {at + 1}. {module.title}
            </strong>
            <br />
            <Muted>{module.about}</Muted>
          </Row>
        ))}
      </Rows>
      {mayReviewCourse(view.actor) ? (
        <ButtonRow>
          <ButtonLink href={paths.reviewCourse({ courseId: course.id })} kind="secondary">
            {review ? 'Review it again' : 'Review it'}
          </ButtonLink>
        </ButtonRow>
      ) : null}
    </Card>
  );
};

/** The course for the team: read it, see who approved it. */
export const ELearningPage = ({ facts, view }: { facts: ELearningFacts; view: View }): VNode => (
  <Frame view={view} title="Safeguarding e-learning">
    <Heading>Safeguarding e-learning</Heading>
    <Lede>What applicants and volunteers read before they meet families.</Lede>
    {mayCheckCertificates(view.actor) ? (
      <p>
        <a href={paths.eLearningPeople()}>
          The course and certificates: who is on the way, and what to check
        </a>
      </p>
    ) : null}
    {facts.versions.length === 0 ? (
      <Empty title="There is no course here yet.">
        <p>It is loaded when an organisation is set up. Ask whoever looks after Kith for you.</p>
      </Empty>
    ) : null}
    {facts.versions.map((course) => (
      <Version key={course.id} course={course} facts={facts} view={view} />
    ))}
  </Frame>
);

export interface ReadFacts {
  readonly course: Course;
  readonly module: CourseModule;
  readonly part: number;
}

const Answered = ({ question, number }: { question: Question; number: number }) => (
  <Details summary={`${number}. ${question.ask}`}>
    <ul>
      {question.options.map((option) => (
        <li key={option.code}>
          <strong>
            {option.right ? 'Right' : 'Not right'}: {option.words}.
          </strong>{' '}
          {option.because}
        </li>
      ))}
    </ul>
  </Details>
);

/** A whole part on one page, its questions with their answers: to read and to review, not to learn from. */
export const ReadModulePage = ({ facts, view }: { facts: ReadFacts; view: View }): VNode => {
  const { course, module, part } = facts;
  const { modules } = course.content;
  const next = modules[part];
  return (
    <Frame
      view={view}
      title={module.title}
      back={{ href: paths.eLearning(), label: 'Safeguarding e-learning' }}
    >
      <Heading above={`Part ${part} of ${modules.length}`}>{module.title}</Heading>
      <Lede>{module.about}</Lede>
      {module.screens.map((screen) => (
        <section key={screen.title}>
          <Heading level={2}>{screen.title}</Heading>
          <ScreenWords screen={screen} level={3} />
        </section>
      ))}
      <Heading level={2}>The questions</Heading>
      {module.questions.map((question, at) => (
        <Answered key={question.code} question={question} number={at + 1} />
      ))}
      <ButtonRow>
        {next ? (
          <ButtonLink
            href={paths.readModule({ courseId: course.id, module: next.code })}
            kind="secondary"
            about={next.title}
          >
            Read part {part + 1}
          </ButtonLink>
        ) : mayReviewCourse(view.actor) ? (
          <ButtonLink href={paths.reviewCourse({ courseId: course.id })}>Review the course</ButtonLink>
        ) : null}
      </ButtonRow>
    </Frame>
  );
};

/** A professional says, in their own name, whether the course may be used. */
export const ReviewCoursePage = ({ course, view }: { course: Course; view: View }): VNode => (
  <Frame
    view={view}
    title={`Review: ${course.name}`}
    back={{ href: paths.eLearning(), label: 'Safeguarding e-learning' }}
  >
    <Heading above={`Version ${course.version}`}>Review the course</Heading>
    <Lede>
      You say in your own name whether applicants and volunteers may learn with it. Please read all five parts
      and their questions first.
    </Lede>
    <ul>
      {course.content.modules.map((module) => (
        <li key={module.code}>
          <a href={paths.readModule({ courseId: course.id, module: module.code })}>{module.title}</a>
        </li>
      ))}
    </ul>
    <Inset tone="pine">
      <p>
        Look most of all at what it says of the law in your nation, at whom to tell, and at whether it fits
        your own procedure.
      </p>
    </Inset>
    <ReviewForm form={view.form} />
  </Frame>
);
