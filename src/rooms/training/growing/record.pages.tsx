import type { ComponentChildren, VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { ButtonLink, ButtonRow } from '#ui/form.tsx';
import { Card, Empty, Heading, Inset, Lede, Muted, Row, Rows, Said, Tag } from '#ui/show.tsx';
import { counted, longDate, minutesInWords, shortDate } from '#ui/times.ts';
import { courseNamed, stateTag } from '../certificates/certificate.pages.tsx';
import { certificateState } from '../course/course.rules.ts';
import type { LearnerNamed } from '../outside/people.queries.ts';
import * as paths from '../paths.ts';
import { kindWords, SAFEGUARDING_TOPIC } from './event.rules.ts';
import { ToldInterest } from './interest.pages.tsx';
import { OwnInterest } from './outcome.pages.tsx';
import type { OwnLearning } from './own.queries.ts';
import type { Pathway } from './pathway.queries.ts';
import { outcomeWords } from './pathway.rules.ts';
import type { LearningRecord } from './record.queries.ts';
import { ownKindWords, practiceWords, recordInOneSentence } from './record.rules.ts';

const Part = ({ title, children }: { title: string; children?: ComponentChildren }) => (
  <>
    <Heading level={2}>{title}</Heading>
    {children}
  </>
);

/** What going over something again went over, as its own record calls it. */
const renewsWords = (renews: string, record: LearningRecord): string =>
  renews === SAFEGUARDING_TOPIC
    ? 'the safeguarding course'
    : (record.units.find(({ code }) => code === renews)?.title ?? 'a unit of the training');

const Training = ({ record, own }: { record: LearningRecord; own: boolean }) =>
  record.units.length + record.levels.length === 0 ? null : (
    <Part title="Training">
      <Rows>
        {record.levels.map((award) => (
          <Row key={award.id} marker={shortDate(award.earnedOn)} tone="pine">
            <strong>{award.title}</strong> <Tag tone="iris">Level</Tag>
          </Row>
        ))}
        {record.units.map((award) => (
          <Row key={award.id} marker={shortDate(award.earnedOn)} tone="iris">
            <strong>{award.title}</strong>
            {award.how === 'elsewhere' ? (
              <>
                <br />
                <Muted>
                  Learned before {own ? 'you' : 'they'} came to us. {award.elsewhereWords}
                </Muted>
              </>
            ) : null}
          </Row>
        ))}
      </Rows>
      {own ? (
        <p class="k-no-print">
          <a href={paths.ownCertificates()}>Your certificates, to look at and to show to others</a>
        </p>
      ) : null}
    </Part>
  );

const Safeguarding = ({ record }: { record: LearningRecord }) =>
  record.certificates.length === 0 ? null : (
    <Part title="Safeguarding">
      <Rows>
        {record.certificates.map((each) => {
          const tag = stateTag[certificateState(each, record.today)];
          return (
            <Row key={each.id} marker={shortDate(each.issuedOn)} tone="iris">
              <strong>{courseNamed(each)}</strong> <Tag tone={tag.tone}>{tag.words}</Tag>
              <br />
              <Muted>
                {each.expiresOn ? `Until ${longDate(each.expiresOn)}. ` : ''}Number {each.reference}.
              </Muted>
            </Row>
          );
        })}
      </Rows>
    </Part>
  );

const Practised = ({ record }: { record: LearningRecord }) =>
  record.practice.length + record.signOffs.length === 0 ? null : (
    <Part title="Learned on the job">
      <Rows>
        {record.signOffs.map((each) => (
          <Row key={each.competency ?? 'all'} marker={shortDate(each.on)} tone="pine">
            <strong>{each.name}</strong> <Tag tone="pine">Signed off</Tag>
            {each.words ? <Said>{each.words}</Said> : null}
          </Row>
        ))}
        {record.practice.map((each) => (
          <Row key={each.id} marker={shortDate(each.on)} tone="iris">
            <strong>{practiceWords[each.kind]}</strong>: {each.what}
            {each.reflection ? <Said>{each.reflection.words}</Said> : null}
          </Row>
        ))}
      </Rows>
    </Part>
  );

const Events = ({ record, own }: { record: LearningRecord; own: boolean }) =>
  record.events.length === 0 ? null : (
    <Part title="Learned together">
      <Rows>
        {record.events.map((each) => (
          <Row
            key={each.id}
            marker={shortDate(each.on)}
            tone="iris"
            action={
              own
                ? {
                    href: paths.learningEvent({ eventId: each.id }),
                    label: each.took ? 'Open' : 'Write a line',
                    about: each.title,
                  }
                : undefined
            }
          >
            <strong>{each.title}</strong>
            <br />
            <Muted>
              {kindWords[each.kind].name}, {minutesInWords(each.minutes)}.
              {each.renews ? ` It went over ${renewsWords(each.renews, record)} again.` : ''}
            </Muted>
            {each.took ? <Said>{each.took}</Said> : null}
          </Row>
        ))}
      </Rows>
    </Part>
  );

const OwnRow = ({ entry, own }: { entry: OwnLearning; own: boolean }) => (
  <Row
    marker={shortDate(entry.on)}
    tone="iris"
    action={
      own
        ? { href: paths.ownRecordEntry({ entryId: entry.id }), label: 'Change', about: entry.title }
        : undefined
    }
  >
    <strong>{entry.title}</strong>
    {own ? (
      <>
        {' '}
        <Tag tone={entry.shared ? 'honey' : 'grey'}>
          {entry.shared ? 'Your volunteer manager may see this' : 'Only you see this'}
        </Tag>
      </>
    ) : null}
    <br />
    <Muted>
      {ownKindWords[entry.kind]}
      {entry.whereFrom ? `. ${entry.whereFrom}` : ''}
    </Muted>
    {entry.took ? <Said>{entry.took}</Said> : null}
  </Row>
);

const countsOf = (record: LearningRecord) => ({
  units: record.units.length,
  courses: record.certificates.length,
  events: record.events.length,
  practice: record.practice.length,
  own: record.own.length,
});

/** Somebody's own learning record: everything on one calm page, to look at, print and take away. */
export const OwnRecordPage = ({ record, view }: { record: LearningRecord; view: View }): VNode => {
  const sentence = recordInOneSentence(countsOf(record));
  const going = record.interests.filter((each) => each.state !== 'over');
  const over = record.interests.filter((each) => each.state === 'over');
  return (
    <Frame view={view} title="What I have learned" back={{ href: '/volunteering', label: 'My volunteering' }}>
      <Heading above={record.learner.name}>What I have learned</Heading>
      <Lede>
        {sentence
          ? `${sentence.charAt(0).toLocaleUpperCase('en-GB')}${sentence.slice(1)}`
          : 'This page is yours. It fills as you learn, and you may write into it yourself.'}
      </Lede>
      <ButtonRow>
        <ButtonLink href={paths.ownRecordAdd()}>Add something</ButtonLink>
      </ButtonRow>
      {sentence ? null : (
        <Empty title="Nothing stands here yet.">
          <p>
            Units of the training, the safeguarding course and events you come to appear by themselves. A
            book, a talk or a course somewhere else you write down: only you see it, unless you say otherwise.
          </p>
        </Empty>
      )}
      <Training record={record} own />
      <Practised record={record} />
      <Safeguarding record={record} />
      <Events record={record} own />
      {record.own.length > 0 ? (
        <Part title="What I wrote down">
          <Rows>
            {record.own.map((entry) => (
              <OwnRow key={entry.id} entry={entry} own />
            ))}
          </Rows>
        </Part>
      ) : null}
      {record.interests.length > 0 ? (
        <Part title="Where I am going">
          {going.map((interest) => (
            <OwnInterest key={interest.id} interest={interest} view={view} />
          ))}
          {over.length > 0 ? (
            <Rows>
              {over.map((interest) => {
                const last = interest.outcomes.filter((each) => !each.takenBack).at(-1);
                return (
                  <Row key={interest.id} marker={last ? shortDate(last.on) : ''} tone="grey">
                    <strong>{interest.name}</strong>
                    <br />
                    {last ? `${outcomeWords(last.outcome, true)}.` : null}
                  </Row>
                );
              })}
            </Rows>
          ) : null}
        </Part>
      ) : null}
      <p class="k-no-print">
        <a href={paths.pathways()}>Ways on from here</a>
      </p>
      <div class="k-no-print">
        <Card tone="tint" title="Take it with you">
          <p>
            It is yours, today and after you leave. To print this page, use your browser’s own print: the
            menus stay off the paper. What only you see is in the files as well, so look before you pass one
            on.
          </p>
          <ul>
            <li>
              <a href={paths.ownRecordPdf()}>As a document (PDF)</a>
            </li>
            <li>
              <a href={paths.ownRecordJson()}>As a file for other programmes (JSON)</a>, with your signed
              credentials inside. <a href={paths.recordShape()}>What stands where in it</a>
            </li>
          </ul>
        </Card>
      </div>
    </Frame>
  );
};

export interface LearnerRecordFacts {
  readonly learner: LearnerNamed;
  readonly record: LearningRecord;
  readonly ways: readonly Pathway[];
}

/** What somebody has learned, for those who look after them: without what they keep to themselves. */
export const LearnerRecordPage = ({ facts, view }: { facts: LearnerRecordFacts; view: View }): VNode => {
  const { learner, record, ways } = facts;
  const { own: shared } = record;
  return (
    <Frame
      view={view}
      title={`What ${learner.name} has learned`}
      back={{ href: paths.interests(), label: 'Who is interested' }}
    >
      <Heading above={learner.name}>What they have learned</Heading>
      <Inset tone="iris">
        <p>
          The record is theirs. What they write down themselves you see only where they said so:{' '}
          {shared.length === 0 ? 'nothing so far' : counted(shared.length, 'entry', 'entries')}.
        </p>
      </Inset>
      <Training record={record} own={false} />
      <Practised record={record} />
      <Safeguarding record={record} />
      <Events record={record} own={false} />
      {shared.length > 0 ? (
        <Part title="What they shared with you">
          <Rows>
            {shared.map((entry) => (
              <OwnRow key={entry.id} entry={entry} own={false} />
            ))}
          </Rows>
        </Part>
      ) : null}
      <Part title="Where they would like to go">
        {record.interests.length === 0 ? (
          <p>They have not said yet that something interests them.</p>
        ) : (
          <Rows>
            {record.interests.map((interest) => {
              const last = interest.outcomes.filter((each) => !each.takenBack).at(-1);
              return (
                <Row
                  key={interest.id}
                  marker={
                    last
                      ? outcomeWords(last.outcome, false)
                      : interest.answeredAt
                        ? 'Answered'
                        : 'Waits for an answer'
                  }
                  tone={interest.answeredAt || last ? 'iris' : 'clay'}
                  action={{
                    href: paths.interest({ interestId: interest.id }),
                    label: 'Open',
                    about: interest.name,
                  }}
                >
                  <strong>{interest.name}</strong>
                </Row>
              );
            })}
          </Rows>
        )}
        <Heading level={3}>They told you of something else?</Heading>
        <ToldInterest ways={ways} view={view} />
      </Part>
    </Frame>
  );
};
