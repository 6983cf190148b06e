import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import {
  Button,
  ButtonRow,
  DateField,
  Form,
  RadioField,
  SelectField,
  TextArea,
  TextField,
} from '#ui/form.tsx';
import { Card, Heading, Inset, Lede, Muted, Said } from '#ui/show.tsx';
import { dayAndDate, longDate } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { seenField, seenWordsField } from './practice.form.ts';
import type { LearnerKnown, Practice } from './practice.queries.ts';
import { type Competency, KINDS, kindWords, SEEN, seenWords } from './practice.rules.ts';

/** One practice for whoever writes about it. */
export interface WriteFacts {
  readonly practice: Practice;
  readonly learner: LearnerKnown;
  readonly competencies: readonly Competency[];
  /** Who was beside them, in words. */
  readonly beside: string;
  /** Who wrote; null: nobody yet. */
  readonly writer: string | null;
  readonly hasCome: boolean;
  /** Whether the actor was beside them or looks after them: it is theirs to write, or to say that it did not happen. */
  readonly theirs: boolean;
  /** Whether it is theirs to write and nobody else has. */
  readonly mayWrite: boolean;
  readonly looksAfter: boolean;
  readonly maySign: boolean;
}

const SeenFields = ({ competencies, view }: { competencies: readonly Competency[]; view: View }) => (
  <>
    <Heading level={2}>What came up</Heading>
    <p>Leave out what did not come up. Nothing here is a mark.</p>
    {competencies.map(({ code, name, words }) => (
      <div key={code}>
        <RadioField
          form={view.form}
          name={seenField(code)}
          legend={name}
          hint={words}
          inline
          small
          options={SEEN.map((each) => ({ value: each, label: seenWords[each] }))}
        />
        <TextField form={view.form} name={seenWordsField(code)} label={`What you noticed: ${name}`} />
      </div>
    ))}
  </>
);

/** What was seen, for reading. */
export const Written = ({ facts }: { facts: WriteFacts }) => {
  const { practice, competencies, writer } = facts;
  return (
    <>
      <Heading level={2}>What was seen</Heading>
      {writer === null ? (
        <p>Nobody has written about it{practice.happenedAt ? '. It counts all the same.' : ' yet.'}</p>
      ) : (
        <>
          <Said>{practice.observerWords}</Said>
          <Muted>{writer}</Muted>
          <ul>
            {practice.seen.map((each) => (
              <li key={each.code}>
                {competencies.find(({ code }) => code === each.code)?.name ?? each.code}:{' '}
                <strong>{seenWords[each.seen].toLowerCase()}</strong>
                {each.words ? `. ${each.words}` : ''}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};

/** What whoever was beside a learner saw. */
export const WritePage = ({ facts, view }: { facts: WriteFacts; view: View }): VNode => {
  const { practice, learner } = facts;
  const id = { practiceId: practice.id };
  return (
    <Frame
      view={view}
      title={`${kindWords[practice.kind]}: ${learner.name}`}
      back={
        facts.looksAfter
          ? { href: paths.learner({ applicantId: learner.applicantId }), label: learner.name }
          : { href: view.chrome.home, label: 'Today' }
      }
    >
      <Heading above={learner.name}>{kindWords[practice.kind]}</Heading>
      <p>
        {practice.what}, {dayAndDate(practice.on, { today: view.today })}.
        {facts.beside ? ` Beside them: ${facts.beside}.` : ''}
      </p>
      {practice.didNotHappenAt ? (
        <Inset tone="grey">
          <p>This did not happen. {practice.didNotHappenWhy}</p>
        </Inset>
      ) : !facts.hasCome ? (
        <Inset>
          <p>This is still to come. Afterwards you write here what you saw.</p>
        </Inset>
      ) : facts.mayWrite ? (
        <>
          <Lede>
            Write it as you would say it to them. They read all of it, and so do those who sign them off.
          </Lede>
          <Form form={view.form}>
            <TextArea
              form={view.form}
              name="words"
              label="What did you see?"
              hint="What went well, what was hard, what comes next. No names of families."
              rows={6}
            />
            <SeenFields competencies={facts.competencies} view={view} />
            <ButtonRow>
              <Button>Save what I saw</Button>
            </ButtonRow>
          </Form>
        </>
      ) : (
        <Written facts={facts} />
      )}
      {practice.reflection && facts.looksAfter ? (
        <Card tone="tint" title="What they make of it">
          <Said>{practice.reflection.words}</Said>
        </Card>
      ) : null}
      {facts.maySign && practice.happenedAt ? (
        <p>
          <a href={paths.signOff({ applicantId: learner.applicantId })}>Sign off what they can do</a>
        </p>
      ) : null}
      {facts.theirs && practice.happenedAt === null && practice.didNotHappenAt === null ? (
        <p>
          <a href={paths.practiceDidNotHappen(id)}>It did not happen</a>
        </p>
      ) : null}
    </Frame>
  );
};

/** Why a practice did not happen. */
export const DidNotHappenPage = ({ facts, view }: { facts: WriteFacts; view: View }): VNode => (
  <Frame
    view={view}
    title="It did not happen"
    back={{ href: paths.practice({ practiceId: facts.practice.id }), label: kindWords[facts.practice.kind] }}
  >
    <Heading above={facts.learner.name}>It did not happen</Heading>
    <Lede>
      {kindWords[facts.practice.kind]} at {facts.practice.what}, {longDate(facts.practice.on)}. It stays
      written down that it was planned; another one can be planned at any time.
    </Lede>
    <Form form={view.form}>
      <TextArea
        form={view.form}
        name="why"
        label="What came between?"
        hint="They read this. Keep what is private out of it."
        rows={3}
      />
      <ButtonRow>
        <Button>Save</Button>
      </ButtonRow>
    </Form>
  </Frame>
);

/** A learner, and who of the team may have been there with them. */
export interface EarlierFacts {
  readonly learner: LearnerKnown;
  readonly team: readonly { readonly accountId: string; readonly name: string }[];
}

/** One that happened before it was kept here. */
export const EarlierPage = ({ facts, view }: { facts: EarlierFacts; view: View }): VNode => (
  <Frame
    view={view}
    title={`A session ${facts.learner.name} learned at`}
    back={{ href: paths.learner({ applicantId: facts.learner.applicantId }), label: facts.learner.name }}
  >
    <Heading above={facts.learner.name}>Add one that happened before</Heading>
    <Lede>For what happened before it was kept here. What comes next is planned on the session’s rota.</Lede>
    <Form form={view.form}>
      <RadioField
        form={view.form}
        name="kind"
        legend="What did they do?"
        options={KINDS.map((kind) => ({ value: kind, label: kindWords[kind] }))}
      />
      <DateField form={view.form} name="on" legend="On which day?" hint="For example, 26 11 2025." />
      <TextField form={view.form} name="what" label="Which session was it?" />
      <SelectField
        form={view.form}
        name="alongside"
        label="Who was there with them?"
        hint="They are asked to write what they saw."
        options={[
          { value: '', label: 'Somebody else' },
          ...facts.team.map(({ accountId, name }) => ({ value: accountId, label: name })),
        ]}
      />
      <TextField form={view.form} name="alongsideWords" label="If somebody else: who?" />
      <ButtonRow>
        <Button>Add it</Button>
      </ButtonRow>
    </Form>
  </Frame>
);
