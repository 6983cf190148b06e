import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonRow, Form, TextArea } from '#ui/form.tsx';
import { Card, Empty, Heading, Inset, Lede, Muted, Row, Rows, Said } from '#ui/show.tsx';
import { dayAndDate, longDate } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { type WriteFacts, Written } from './practice.pages.tsx';
import type { Practice } from './practice.queries.ts';
import { kindAbout, kindWords } from './practice.rules.ts';
import type { PracticeFacts } from './sign-off.queries.ts';
import { Competencies, PracticeCounts, TakenBackWords } from './standing.pages.tsx';

const mayWriteOf = (practice: Practice, today: Temporal.PlainDate): boolean =>
  practice.didNotHappenAt === null &&
  practice.reflection === null &&
  Temporal.PlainDate.compare(practice.on, today) <= 0;

const stateOf = (practice: Practice, today: Temporal.PlainDate) => {
  if (practice.didNotHappenAt) return { marker: 'Did not happen', tone: 'grey' } as const;
  if (Temporal.PlainDate.compare(practice.on, today) > 0)
    return { marker: 'To come', tone: 'honey' } as const;
  return practice.reflection
    ? ({ marker: 'Yours is written', tone: 'pine' } as const)
    : ({ marker: 'Yours to write', tone: 'iris' } as const);
};

/** A learner's own page: what is planned, what they made of it, what is signed off and what is still open. */
export const OwnPracticePage = ({ facts, view }: { facts: PracticeFacts; view: View }): VNode => (
  <Frame view={view} title="Learning on the job" back={{ href: '/volunteering', label: 'My volunteering' }}>
    <Heading>Learning on the job</Heading>
    {facts.lastYes ? (
      <Card tone="tint" title="You may run sessions">
        <p>
          {facts.names.get(facts.lastYes.signedBy ?? '') ?? 'Kith'} said the last yes on{' '}
          {longDate(facts.lastYes.signedOn)}. Thank you for learning so patiently.
        </p>
        {facts.lastYes.words ? <Said>{facts.lastYes.words}</Said> : null}
      </Card>
    ) : (
      <Lede>
        First you watch, then you help, then you run a session with somebody you trust in the room. Take the
        time you need.
      </Lede>
    )}
    <TakenBackWords facts={facts} zone={view.zone} />
    {facts.lastYes && facts.practices.length === 0 ? null : (
      <>
        <PracticeCounts facts={facts} />
        <Heading level={2}>Your sessions</Heading>
      </>
    )}
    {facts.practices.length === 0 && !facts.lastYes ? (
      <Empty title="Nothing is planned yet.">
        Whoever looks after volunteers at your centre plans a session with you. Ask them at any time.
      </Empty>
    ) : null}
    {facts.practices.length === 0 ? null : (
      <Rows>
        {facts.practices.map((each) => (
          <Row
            key={each.id}
            {...stateOf(each, view.today)}
            action={{
              href: paths.ownReflection({ practiceId: each.id }),
              label: mayWriteOf(each, view.today) ? 'Open and write' : 'Open',
              about: `${each.what}, ${longDate(each.on)}`,
            }}
          >
            <strong>{each.what}</strong>, {dayAndDate(each.on, { today: view.today })}
            <br />
            <Muted>
              {kindWords[each.kind]}
              {each.alongsideId
                ? `, with ${facts.names.get(each.alongsideId) ?? 'somebody of the team'}`
                : ''}
              {each.alongsideWords ? `, with ${each.alongsideWords}` : ''}
            </Muted>
          </Row>
        ))}
      </Rows>
    )}
    {facts.syllabus ? (
      <>
        <Heading level={2}>What you can do</Heading>
        <p>
          {facts.lastYes
            ? 'This is what was seen in you, and by whom.'
            : 'Somebody who has seen you at it signs off one thing after another. What is still open has its time.'}
        </p>
        <Competencies facts={facts} />
      </>
    ) : null}
  </Frame>
);

/** One session for the learner: what was seen, and what they make of it. */
export const ReflectionPage = ({ facts, view }: { facts: WriteFacts; view: View }): VNode => {
  const { practice } = facts;
  return (
    <Frame
      view={view}
      title={practice.what}
      back={{ href: paths.ownPractice(), label: 'Learning on the job' }}
    >
      <Heading above={kindWords[practice.kind]}>{practice.what}</Heading>
      <p>
        {dayAndDate(practice.on, { today: view.today })}.{facts.beside ? ` With you: ${facts.beside}.` : ''}{' '}
        {kindAbout[practice.kind]}
      </p>
      {practice.didNotHappenAt ? (
        <Inset tone="grey">
          <p>This did not happen. {practice.didNotHappenWhy}</p>
        </Inset>
      ) : !facts.hasCome ? (
        <Inset>
          <p>This is still to come. Afterwards there is room here for what you make of it.</p>
        </Inset>
      ) : (
        <>
          <Form form={view.form}>
            <TextArea
              form={view.form}
              name="words"
              label="What do you take from it?"
              hint="What moved you, what you would do again, what you would like to talk about. No names of families."
              rows={7}
            />
            <p>
              These are your words. Whoever looks after volunteers at your centre reads them too, so that you
              can talk about it. Nobody else does.
            </p>
            <ButtonRow>
              <Button>Save my words</Button>
            </ButtonRow>
          </Form>
          <Written facts={facts} />
        </>
      )}
    </Frame>
  );
};
