import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonRow, DateField, Form, RadioField, TextArea } from '#ui/form.tsx';
import { Empty, Heading, Lede, Muted, Row, Rows, SummaryList } from '#ui/show.tsx';
import { counted, longDate, momentInWords } from '#ui/times.ts';
import { courseNamed, stateTag } from '../certificates/certificate.pages.tsx';
import { certificateState } from '../course/course.rules.ts';
import * as paths from '../paths.ts';
import { OutsideFields } from './outside.pages.tsx';
import type { OutsideToCheck } from './outside.queries.ts';
import type { Held, LearnerNamed, OnTheWay, PeopleFacts } from './people.queries.ts';

const ToCheck = ({ rows, view }: { rows: readonly OutsideToCheck[]; view: View }) => (
  <>
    <Heading level={2}>Done elsewhere, to check</Heading>
    {rows.length === 0 ? (
      <Empty title="Nothing waits to be checked." />
    ) : (
      <Rows>
        {rows.map((each) => (
          <Row
            key={each.id}
            marker={`Told ${momentInWords(each.toldAt, view.zone, view.now)}`}
            tone="honey"
            action={{ href: paths.checkOutside({ outsideId: each.id }), label: 'Check it', about: each.name }}
          >
            <strong>{each.name}</strong>
            <br />
            {each.title}, {each.provider}
          </Row>
        ))}
      </Rows>
    )}
  </>
);

const Underway = ({ rows, view }: { rows: readonly OnTheWay[]; view: View }) => (
  <>
    <Heading level={2}>On the way through our course</Heading>
    {rows.length === 0 ? (
      <Empty title="Nobody is in the middle of the course." />
    ) : (
      <Rows>
        {rows.map((each) => (
          <Row
            key={each.applicantId}
            marker={`${each.partsRead} of ${each.parts} read`}
            tone="iris"
            action={{
              href: paths.recordOutside({ applicantId: each.applicantId }),
              label: 'Done elsewhere',
              about: `by ${each.name}`,
            }}
          >
            <strong>{each.name}</strong>
            <br />
            <Muted>Last there {momentInWords(each.lastAt, view.zone, view.now)}.</Muted>
          </Row>
        ))}
      </Rows>
    )}
  </>
);

const Certificates = ({ rows, today }: { rows: readonly Held[]; today: Temporal.PlainDate }) => (
  <>
    <Heading level={2}>Certificates</Heading>
    {rows.length === 0 ? (
      <Empty title="Nobody has a certificate yet." />
    ) : (
      <Rows>
        {rows.map((each) => {
          const tag = stateTag[certificateState(each, today)];
          return (
            <Row
              key={each.id}
              marker={tag.words}
              tone={tag.tone}
              action={{
                href: paths.staffCertificate({ certificateId: each.id }),
                label: 'Open',
                about: `the certificate of ${each.name}`,
              }}
            >
              <strong>{each.name}</strong>
              <br />
              {courseNamed(each)}
              {each.expiresOn ? <Muted> until {longDate(each.expiresOn)}</Muted> : null}
            </Row>
          );
        })}
      </Rows>
    )}
  </>
);

/** Who is on the way, who holds a certificate, and what waits to be checked. */
export const PeoplePage = ({ facts, view }: { facts: PeopleFacts; view: View }): VNode => (
  <Frame
    view={view}
    title="The course and certificates"
    back={{ href: paths.eLearning(), label: 'Safeguarding e-learning' }}
  >
    <Heading>The course and certificates</Heading>
    <Lede>
      {counted(facts.toCheck.length, 'course')} to check, {counted(facts.underway.length, 'person', 'people')}{' '}
      on the way. What people answer stays theirs: you see how far they have read, and when they are done.
    </Lede>
    <ToCheck rows={facts.toCheck} view={view} />
    <Underway rows={facts.underway} view={view} />
    <Certificates rows={facts.held} today={view.today} />
  </Frame>
);

/** One course done elsewhere: see the certificate, say whether it counts. */
export const CheckOutsidePage = ({ outside, view }: { outside: OutsideToCheck; view: View }): VNode => (
  <Frame
    view={view}
    title={`A course ${outside.name} did elsewhere`}
    back={{ href: paths.eLearningPeople(), label: 'The course and certificates' }}
  >
    <Heading above={outside.name}>A course done elsewhere</Heading>
    <SummaryList
      rows={[
        { label: 'Who ran it', value: outside.provider },
        { label: 'What it was called', value: outside.title },
        { label: 'Day on the certificate', value: longDate(outside.doneOn) },
        { label: 'Its number', value: outside.number || 'None given' },
        { label: 'Told us', value: momentInWords(outside.toldAt, view.zone, view.now) },
      ]}
    />
    {outside.accepted === null ? (
      <>
        <p>
          Ask to see the certificate itself. If in doubt, ask whoever ran the course. Keep no copy: what you
          write here is enough.
        </p>
        <Form form={view.form}>
          <RadioField
            form={view.form}
            name="accepted"
            legend="Does it count?"
            options={[
              {
                value: 'yes',
                label: 'Yes, I have seen it and it counts',
                reveals: (
                  <>
                    <TextArea
                      form={view.form}
                      name="checked"
                      label="What did you see, and how did you check it?"
                      rows={3}
                    />
                    <DateField
                      form={view.form}
                      name="expiresOn"
                      legend="On which day does it end?"
                      hint="If the certificate names none, your own policy does."
                    />
                  </>
                ),
              },
              {
                value: 'no',
                label: 'No, they do our course instead',
                reveals: (
                  <TextArea
                    form={view.form}
                    name="wordsToThem"
                    label="What we say to them"
                    hint="A kind sentence. They read it on their page and in a letter."
                    rows={3}
                  />
                ),
              },
            ]}
          />
          <ButtonRow>
            <Button>Save</Button>
          </ButtonRow>
        </Form>
      </>
    ) : (
      <Lede>
        {outside.accepted
          ? 'This has been checked, and it counts.'
          : `This has been checked, and it does not count. We wrote: “${outside.wordsToThem}”`}
      </Lede>
    )}
  </Frame>
);

/** Somebody brings a certificate to the centre: written down and checked at once. */
export const RecordOutsidePage = ({ learner, view }: { learner: LearnerNamed; view: View }): VNode => (
  <Frame
    view={view}
    title={`A course ${learner.name} did elsewhere`}
    back={{ href: paths.eLearningPeople(), label: 'The course and certificates' }}
  >
    <Heading above={learner.name}>A course done elsewhere</Heading>
    <Lede>Write down what is on the certificate that you have in front of you. Keep no copy of it.</Lede>
    <Form form={view.form}>
      <OutsideFields form={view.form} />
      <TextArea
        form={view.form}
        name="checked"
        label="What did you see, and how did you check it?"
        rows={3}
      />
      <DateField
        form={view.form}
        name="expiresOn"
        legend="On which day does it end?"
        hint="If the certificate names none, your own policy does."
      />
      <ButtonRow>
        <Button>Save the certificate</Button>
      </ButtonRow>
    </Form>
  </Frame>
);
