import type { VNode } from 'preact';
import { dateAt } from '#kernel/dates.ts';
import { Card, Details, Empty, Inset, Muted, Row, Rows, Tag } from '#ui/show.tsx';
import { counted, longDate } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { kindWords, practiceDone, seenWords } from './practice.rules.ts';
import type { PracticeFacts, Signed } from './sign-off.queries.ts';

/** Who it was, by name; null: the house. */
export const nameOf = (names: ReadonlyMap<string, string>, accountId: string | null) =>
  accountId === null ? 'Kith' : (names.get(accountId) ?? 'somebody of the team');

const basedOn = ({ signed, facts }: { signed: Signed; facts: PracticeFacts }): string => {
  const session = facts.practices.find(({ id }) => id === signed.practiceId);
  const unit = facts.syllabus?.content.units.find(({ code }) => code === signed.unitCode);
  return [
    signed.earlier ? 'From the time before Kith.' : '',
    session ? `${kindWords[session.kind]}: ${session.what}, ${longDate(session.on)}.` : '',
    unit ? `Unit ${unit.number}, ${unit.title}.` : '',
    signed.evidence,
  ]
    .filter((each) => each !== '')
    .join(' ');
};

/** What was seen of one competency in all sessions, newest first. */
const SeenSoFar = ({ code, facts }: { code: string; facts: PracticeFacts }) => {
  const seen = facts.practices.flatMap((practice) =>
    practice.seen.filter((each) => each.code === code).map((each) => ({ practice, each })),
  );
  if (seen.length === 0) return <Muted>Nobody has written yet that it came up.</Muted>;
  return (
    <>
      {seen.map(({ practice, each }) => (
        <p key={practice.id}>
          {longDate(practice.on)}, {nameOf(facts.names, practice.observedBy)}:{' '}
          <strong>{seenWords[each.seen].toLowerCase()}</strong>
          {each.words ? `. ${each.words}` : '.'}
        </p>
      ))}
    </>
  );
};

/** Each competency: signed, by whom and on what; or open, with what was seen. `own` speaks to the learner. */
export const Competencies = ({
  facts,
  takeBack,
}: {
  facts: PracticeFacts;
  takeBack?: ((code: string) => string) | undefined;
}) => (
  <Rows>
    {facts.asked.competencies.map((each) => {
      const signed = facts.signed.find(({ code }) => code === each.code);
      return (
        <Row
          key={each.code}
          marker={signed ? 'Signed off' : 'Still open'}
          tone={signed ? 'pine' : 'grey'}
          action={
            signed && takeBack
              ? { href: takeBack(each.code), label: 'Take back', about: each.name }
              : undefined
          }
        >
          <strong>{each.name}</strong>
          <br />
          {signed ? (
            <Muted>
              {nameOf(facts.names, signed.signedBy)}, {longDate(signed.signedOn)}.{' '}
              {basedOn({ signed, facts })}
            </Muted>
          ) : (
            <>
              {each.words}
              <SeenSoFar code={each.code} facts={facts} />
            </>
          )}
        </Row>
      );
    })}
  </Rows>
);

/** What was taken back and why, until it is signed again. */
export const TakenBackWords = ({ facts, zone }: { facts: PracticeFacts; zone: string }) => (
  <>
    {facts.takenBack.map(({ code, at, why }) => (
      <Inset tone="honey" key={code ?? 'the last yes'}>
        <p>
          {code === null
            ? 'The last yes'
            : `“${facts.asked.competencies.find((each) => each.code === code)?.name ?? code}”`}{' '}
          was taken back on {longDate(dateAt(at, zone))}. {why}
        </p>
      </Inset>
    ))}
  </>
);

/** How often each practice happened, of how often it is asked. */
export const PracticeCounts = ({ facts }: { facts: PracticeFacts }) => (
  <ul>
    {practiceDone(facts.asked.practice, facts.practices).map(({ kind, done, times }) => (
      <li key={kind}>
        {kindWords[kind]}: {done} of {times}
        {done >= times ? ', done' : ''}
      </li>
    ))}
  </ul>
);

/** Where somebody stands on the job, as a card for the page of a learner. */
export const PracticeCard = ({ facts }: { facts: PracticeFacts }): VNode => {
  const { applicantId, asked, lastYes, missing, syllabus } = facts;
  return (
    <Card
      tone={facts.waitsForYes ? 'growth' : 'plain'}
      title="On the job"
      action={<a href={paths.signOff({ applicantId })}>Open sign-off</a>}
    >
      {syllabus === null ? (
        <p>No syllabus is in use yet, so nothing is asked here.</p>
      ) : (
        <>
          <p>
            {lastYes ? (
              <Tag>May run sessions</Tag>
            ) : facts.waitsForYes ? (
              <Tag tone="iris">Waits for the last yes</Tag>
            ) : (
              <Tag tone="grey">Still learning</Tag>
            )}
          </p>
          <p>
            {asked.competencies.length - missing.competencies.length} of{' '}
            {counted(asked.competencies.length, 'competency', 'competencies')} signed off.
          </p>
          {lastYes && facts.practices.length === 0 ? null : <PracticeCounts facts={facts} />}
        </>
      )}
      <Details summary="Every session they learned at">
        <PracticeList facts={facts} />
        <p>
          <a href={paths.addPractice({ applicantId })}>Add one that happened before</a>
        </p>
      </Details>
    </Card>
  );
};

/** Every practice with what became of it, for those who look after the learner. */
export const PracticeList = ({ facts }: { facts: PracticeFacts }) =>
  facts.practices.length === 0 ? (
    <Empty title="Nothing is planned yet.">Put them down as learning alongside on a session’s rota.</Empty>
  ) : (
    <Rows>
      {facts.practices.map((each) => (
        <Row
          key={each.id}
          marker={each.didNotHappenAt ? 'Did not happen' : each.happenedAt ? 'Happened' : 'Planned'}
          tone={each.didNotHappenAt ? 'grey' : each.happenedAt ? 'pine' : 'honey'}
          action={{ href: paths.practice({ practiceId: each.id }), label: 'Open', about: each.what }}
        >
          <strong>{kindWords[each.kind]}</strong>, {longDate(each.on)}
          <br />
          {each.what}
          {each.didNotHappenAt ? <Muted> {each.didNotHappenWhy}</Muted> : null}
        </Row>
      ))}
    </Rows>
  );
