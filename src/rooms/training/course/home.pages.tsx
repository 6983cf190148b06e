import type { ComponentChildren, VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonLink, ButtonRow, Form } from '#ui/form.tsx';
import { Card, Heading, Inset, Lede, Muted, Progress, Row, Rows, Tag } from '#ui/show.tsx';
import { counted, dayAndDate, longDate } from '#ui/times.ts';
import type { Certificate } from '../certificates/certificate.queries.ts';
import type { Course } from './course.queries.ts';
import { certificateState, type ModuleState, moduleState } from './course.rules.ts';
import type { CourseModule } from './course.shape.ts';
import type { Learning, Standing } from './learner.queries.ts';
import { type CourseLinks, goOn } from './links.ts';

export interface CourseFacts extends Standing {
  readonly links: CourseLinks;
  /** Where our site is, for what is printed. */
  readonly origin: string;
  /** The time through the course that is open, if it is one through the course offered. */
  readonly open: Learning | null;
}

/** Whoever comes by a link sees the public look, a volunteer signed in their own. */
export const shellOf = ({ learner }: Pick<CourseFacts, 'learner'>) =>
  learner.application ? ('public' as const) : undefined;

/** The certificate that holds today with the most time left, or null. */
export const holding = (
  certificates: readonly Certificate[],
  today: Temporal.PlainDate,
): Certificate | null =>
  certificates
    .filter((each) => certificateState(each, today) === 'holds')
    .toSorted((one, other) => {
      if (one.expiresOn === null) return -1;
      return other.expiresOn === null ? 1 : Temporal.PlainDate.compare(other.expiresOn, one.expiresOn);
    })[0] ?? null;

const stateWords: Readonly<
  Record<ModuleState, { readonly words: string; readonly tone: 'pine' | 'honey' | 'iris' | 'grey' }>
> = {
  passed: { words: 'Done', tone: 'pine' },
  questions: { words: 'Questions next', tone: 'honey' },
  begun: { words: 'Begun', tone: 'iris' },
  new: { words: 'Not begun', tone: 'grey' },
};

const whereTo = (module: CourseModule, facts: CourseFacts, state: ModuleState): string => {
  const read = facts.open?.reached[module.code] ?? 0;
  if (state === 'questions') return facts.links.check(module.code);
  return facts.links.screen(module.code, state === 'begun' ? read + 1 : 1);
};

const Parts = ({ facts, course, open }: { facts: CourseFacts; course: Course; open: Learning }) => (
  <Rows>
    {course.content.modules.map((module) => {
      const state = moduleState(module, open.reached, facts.tries);
      const label = { passed: 'Read again', questions: 'Answer', begun: 'Go on', new: 'Begin' }[state];
      return (
        <Row
          key={module.code}
          marker={stateWords[state].words}
          tone={stateWords[state].tone}
          action={{ href: whereTo(module, facts, state), label, about: module.title }}
        >
          <strong>{module.title}</strong>
          <br />
          <Muted>
            {module.about} About {counted(module.minutes, 'minute')}.
          </Muted>
        </Row>
      );
    })}
  </Rows>
);

const Elsewhere = ({ links }: { links: CourseLinks }) => (
  <p>
    <a href={links.outside}>I have done a safeguarding course somewhere else</a>
  </p>
);

const Cautions = ({ course }: { course: Course }) => (
  <Inset tone="clay">
    {course.content.cautions.map((words) => (
      <p key={words}>{words}</p>
    ))}
  </Inset>
);

const SampleTag = ({ course }: { course: Course }) =>
  course.review ? null : (
    <p>
      <Tag tone="honey">Sample, not reviewed</Tag>{' '}
      <Muted>No professional of this organisation has approved this course yet.</Muted>
    </p>
  );

const Underway = ({ facts, course, open }: { facts: CourseFacts; course: Course; open: Learning }) => {
  const at = course.content.modules.find(({ code }) => code === open.module);
  const passed = course.content.modules.filter(
    (module) => moduleState(module, open.reached, facts.tries) === 'passed',
  ).length;
  return (
    <>
      <Lede>Your place is kept. Go on when it suits you.</Lede>
      <SampleTag course={course} />
      <Progress
        label="Parts done"
        value={passed}
        max={course.content.modules.length}
        figure={`${passed} of ${course.content.modules.length}`}
      />
      {at ? (
        <ButtonRow>
          <ButtonLink href={goOn(facts.links, open, at.screens.length)} about={at.title}>
            Go on where you left
          </ButtonLink>
        </ButtonRow>
      ) : null}
      <Heading level={2}>The five parts</Heading>
      <p>They build on one another, but you may read them in any order.</p>
      <Parts facts={facts} course={course} open={open} />
      <Cautions course={course} />
      {facts.outside?.accepted === null ? null : <Elsewhere links={facts.links} />}
    </>
  );
};

/** How many of a part's questions have to be right. */
const enough = ({ content, passMark }: Course): string => {
  const of = content.modules[0]?.questions.length ?? 0;
  return `${Math.ceil((of * passMark) / 100)} of ${of}`;
};

const Start = ({ facts, course, view }: { facts: CourseFacts; course: Course; view: View }) => (
  <>
    <Lede>
      A short course of five parts, about {counted(course.minutes, 'minute')} in all. You can stop after any
      page and go on another day.
    </Lede>
    <SampleTag course={course} />
    {/* What came with a volunteer from before Kith has no certificate here; their own page counts it all the same. */}
    {facts.learner.application ? null : (
      <Inset>
        <p>
          Have you done it before? If your page says that the course holds, you need not do it again until
          that ends.
        </p>
      </Inset>
    )}
    <p>{course.content.about}</p>
    <ul>
      {course.content.modules.map((module) => (
        <li key={module.code}>{module.title}</li>
      ))}
    </ul>
    <p>
      After each part there are a few questions. {enough(course)} right is enough. Nobody counts how often you
      try, and nobody but you sees what you answered. At the end you get a certificate
      {course.validMonths ? ` that holds for ${counted(course.validMonths, 'month')}` : ''}.
    </p>
    <Cautions course={course} />
    <Form form={view.form}>
      <ButtonRow>
        <Button>Begin</Button>
      </ButtonRow>
    </Form>
    {facts.outside?.accepted === null ? null : <Elsewhere links={facts.links} />}
  </>
);

const WhatTheyTold = ({ facts }: { facts: CourseFacts }) => {
  const { outside } = facts;
  if (!outside || outside.accepted === true) return null;
  if (outside.accepted === null)
    return (
      <Card tone="tint" title="We are checking the course you did elsewhere">
        <p>
          You told us of “{outside.title}” with {outside.provider}. Your volunteer manager asks to see the
          certificate and then tells you. You can still do our course meanwhile, if you like.
        </p>
      </Card>
    );
  return (
    <Card tone="soon" title="We cannot count the course you did elsewhere">
      <p>{outside.wordsToThem}</p>
      <p>
        Ours takes about forty minutes. If you think we have missed something, ring your volunteer manager.
      </p>
    </Card>
  );
};

const Held = ({ facts, certificate }: { facts: CourseFacts; certificate: Certificate }) => (
  <Card
    tone="growth"
    title="You have done it"
    action={
      <ButtonLink href={facts.links.certificate} kind="secondary">
        Look at your certificate
      </ButtonLink>
    }
  >
    <p>
      {certificate.how === 'here'
        ? `You finished the course on ${longDate(certificate.issuedOn)}.`
        : `We have checked the course you did with ${certificate.provider}.`}{' '}
      {certificate.expiresOn
        ? `It holds until ${dayAndDate(certificate.expiresOn, { today: facts.today })}.`
        : 'It has no end.'}
    </p>
    {facts.mayBegin ? <p>It ends soon, so you can do the course again now.</p> : null}
  </Card>
);

const Waiting = ({ children }: { children: ComponentChildren }) => (
  <Card tone="tint" title="Not quite yet">
    {children}
  </Card>
);

/** Whether the last time through is finished and its certificate still on its way. */
const onItsWay = ({ learning, certificates }: CourseFacts): boolean =>
  learning?.finishedAt !== null &&
  learning !== null &&
  !certificates.some((certificate) => certificate.learningId === learning.id);

/** What was learned can be read again whenever somebody likes. */
const Again = ({ facts: { course, learning, links, itsTime } }: { facts: CourseFacts }) =>
  itsTime && course && learning?.courseId === course.id ? (
    <>
      <Heading level={2}>Read it again</Heading>
      <ul>
        {course.content.modules.map((module) => (
          <li key={module.code}>
            <a href={links.screen(module.code, 1)}>{module.title}</a>
          </li>
        ))}
      </ul>
    </>
  ) : null;

/** Why the course is not there for them now, and what is. */
const notNow = ({ learner: { application } }: CourseFacts): string => {
  if (application?.state === 'paused')
    return 'Your application rests just now. Take it up again on your own page, and the course is here. Your place is kept.';
  if (application?.state === 'withdrawn' || application?.state === 'declined')
    return 'Your application has ended, so there is nothing to do here. Your own page says how to begin again.';
  return 'The course opens a little later on your way. Your own page shows what comes before it.';
};

const Now = ({ facts, view }: { facts: CourseFacts; view: View }) => {
  const { course, open } = facts;
  if (onItsWay(facts))
    return (
      <Card tone="growth" title="You have finished the course">
        <p>
          Thank you. Your certificate is being written and is here in a minute. Load this page again then.
        </p>
      </Card>
    );
  if (!facts.itsTime && !holding(facts.certificates, facts.today))
    return (
      <Waiting>
        <p>{notNow(facts)}</p>
      </Waiting>
    );
  if (course && open && facts.itsTime) return <Underway facts={facts} course={course} open={open} />;
  if (course && facts.mayBegin) return <Start facts={facts} course={course} view={view} />;
  if (holding(facts.certificates, facts.today)) return <Again facts={facts} />;
  return (
    <>
      <Waiting>
        <p>
          Our course cannot be offered just now: a professional of the organisation has to approve it first.
          We tell you as soon as it can begin. You do not need to do anything.
        </p>
      </Waiting>
      {facts.outside?.accepted === null ? null : <Elsewhere links={facts.links} />}
    </>
  );
};

/** Where somebody stands with the course: to begin, to go on, or done. */
export const CourseHomePage = ({ facts, view }: { facts: CourseFacts; view: View }): VNode => {
  const certificate = holding(facts.certificates, facts.today);
  const title = facts.course?.name ?? 'The safeguarding course';
  return (
    <Frame view={view} shell={shellOf(facts)} title={title} back={facts.links.back}>
      <Heading above="Safeguarding">{title}</Heading>
      {certificate ? <Held facts={facts} certificate={certificate} /> : null}
      {certificate ? null : <WhatTheyTold facts={facts} />}
      <Now facts={facts} view={view} />
    </Frame>
  );
};
