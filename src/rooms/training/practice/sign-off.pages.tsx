import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonRow, Checkbox, CheckboxField, Form, SelectField, TextArea } from '#ui/form.tsx';
import { Card, Empty, Heading, Inset, Lede, Said } from '#ui/show.tsx';
import { counted, longDate } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { LearnerKnown } from './practice.queries.ts';
import { kindWords, missingInWords } from './practice.rules.ts';
import type { PracticeFacts } from './sign-off.queries.ts';
import { Competencies, nameOf, PracticeCounts, TakenBackWords } from './standing.pages.tsx';

/** A learner with where they stand, and what whoever looks may do. */
export interface SignOffFacts extends PracticeFacts {
  readonly learner: LearnerKnown;
  /** Whether the actor looks after volunteers at the centre, and not only signs competencies. */
  readonly looksAfter: boolean;
  /** Units they have been awarded, to base a sign-off on; for those who may see them. */
  readonly units: readonly { readonly code: string; readonly title: string }[];
}

const Sign = ({ facts, view }: { facts: SignOffFacts; view: View }) => {
  const { form } = view;
  const happened = facts.practices.filter(({ happenedAt }) => happenedAt !== null);
  return (
    <>
      <Heading level={2}>Sign off</Heading>
      <p>
        You say this in your own name. Choose one, or several that you base on the same thing. They read what
        you write.
      </p>
      <Form form={form}>
        <CheckboxField
          form={form}
          name="codes"
          legend="What can they do?"
          small
          options={facts.missing.competencies.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <TextArea
          form={form}
          name="evidence"
          label="What do you base it on?"
          hint="What you saw or heard, in your own words. Leave it empty if a session or a unit below says enough."
          rows={4}
        />
        {happened.length > 0 ? (
          <SelectField
            form={form}
            name="practiceId"
            label="A session (if there is one)"
            options={[
              { value: '', label: 'None' },
              ...happened.map((each) => ({
                value: each.id,
                label: `${longDate(each.on)}: ${kindWords[each.kind]}, ${each.what}`,
              })),
            ]}
          />
        ) : null}
        {facts.units.length > 0 ? (
          <SelectField
            form={form}
            name="unitCode"
            label="A unit (if there is one)"
            options={[
              { value: '', label: 'None' },
              ...facts.units.map(({ code, title }) => ({ value: code, label: title })),
            ]}
          />
        ) : null}
        <Checkbox
          form={form}
          name="earlier"
          label="This is from practice before they came to us"
          hint="Then say above where it was and how you know."
        />
        <ButtonRow>
          <Button>Sign off</Button>
        </ButtonRow>
      </Form>
    </>
  );
};

const LastYesPart = ({ facts }: { facts: SignOffFacts }) => {
  const { lastYes, learner, looksAfter, missing } = facts;
  if (lastYes)
    return (
      <Card
        tone="tint"
        title="May run sessions"
        action={
          looksAfter ? (
            <a href={paths.takeBackLastYes({ applicantId: learner.applicantId })}>Take back the last yes</a>
          ) : undefined
        }
      >
        <p>
          {nameOf(facts.names, lastYes.signedBy)} said the last yes on {longDate(lastYes.signedOn)}.
          {lastYes.withoutPracticeWhy ? ` Without the practice here: ${lastYes.withoutPracticeWhy}` : ''}
        </p>
        {lastYes.words ? <Said>{lastYes.words}</Said> : null}
      </Card>
    );
  return (
    <Card
      tone={facts.waitsForYes ? 'growth' : 'plain'}
      title="The last yes"
      action={
        looksAfter && missing.competencies.length === 0 ? (
          <a href={paths.lastYes({ applicantId: learner.applicantId })}>Say the last yes</a>
        ) : undefined
      }
    >
      {facts.waitsForYes ? (
        <p>
          Everything is there.{' '}
          {looksAfter
            ? 'You can say that they may run sessions.'
            : 'Whoever looks after volunteers says the last yes.'}
        </p>
      ) : (
        missingInWords(missing).map((words) => <p key={words}>{words}</p>)
      )}
    </Card>
  );
};

/** Sign one learner off, competency by competency; made for a phone in a corridor. */
export const SignOffPage = ({ facts, view }: { facts: SignOffFacts; view: View }): VNode => {
  const { learner } = facts;
  const title = `What ${learner.name} can do`;
  return (
    <Frame
      view={view}
      title={title}
      back={
        facts.looksAfter
          ? { href: paths.learner({ applicantId: learner.applicantId }), label: learner.name }
          : { href: view.chrome.home, label: 'Today' }
      }
    >
      <Heading above={learner.name}>Sign-off</Heading>
      {facts.syllabus === null ? (
        <Empty title="No syllabus is in use yet.">
          Sign-off goes by what the syllabus asks. Somebody has to read one and say that it may be used.
        </Empty>
      ) : (
        <>
          <Lede>
            {facts.asked.competencies.length - facts.missing.competencies.length} of{' '}
            {counted(facts.asked.competencies.length, 'competency', 'competencies')} signed off. Nobody is
            hurried, and nobody signs themselves off.
          </Lede>
          <LastYesPart facts={facts} />
          <TakenBackWords facts={facts} zone={view.zone} />
          <PracticeCounts facts={facts} />
          {facts.missing.competencies.length > 0 ? <Sign facts={facts} view={view} /> : null}
          <Heading level={2}>One by one</Heading>
          <Competencies
            facts={facts}
            takeBack={
              facts.lastYes
                ? undefined
                : (code) => paths.takeBackCompetency({ applicantId: learner.applicantId, code })
            }
          />
        </>
      )}
    </Frame>
  );
};

/** The last yes: may run sessions. */
export const LastYesPage = ({ facts, view }: { facts: SignOffFacts; view: View }): VNode => {
  const { learner, missing } = facts;
  const short = missing.practice.length > 0;
  return (
    <Frame
      view={view}
      title={`The last yes for ${learner.name}`}
      back={{ href: paths.signOff({ applicantId: learner.applicantId }), label: 'Sign-off' }}
    >
      <Heading above={learner.name}>The last yes</Heading>
      {facts.lastYes ? (
        <Lede>They have it already, since {longDate(facts.lastYes.signedOn)}.</Lede>
      ) : missing.competencies.length > 0 || facts.syllabus === null ? (
        <>
          <Lede>It is too early for the last yes.</Lede>
          {missingInWords(missing).map((words) => (
            <p key={words}>{words}</p>
          ))}
        </>
      ) : (
        <>
          <Lede>
            With this you say, in your own name, that they may run sessions. Everything else that is asked of
            them, such as a check that still holds, is looked at as always.
          </Lede>
          <Form form={view.form}>
            {short ? (
              <>
                <Inset tone="honey">
                  <p>{missingInWords({ ...missing, competencies: [] }).join(' ')}</p>
                </Inset>
                <TextArea
                  form={view.form}
                  name="withoutPracticeWhy"
                  label="Why is it not asked of them?"
                  hint="Only for somebody who learned it elsewhere. Say where, and how you know."
                  rows={3}
                />
              </>
            ) : null}
            <TextArea
              form={view.form}
              name="words"
              label="A few words for them (if you like)"
              hint="They read this on their page."
              rows={3}
            />
            <ButtonRow>
              <Button>They may run sessions</Button>
            </ButtonRow>
          </Form>
        </>
      )}
    </Frame>
  );
};

/** Take something back, with the reason. */
export const TakeBackPage = ({
  learner,
  what,
  view,
}: {
  learner: LearnerKnown;
  what: string;
  view: View;
}): VNode => (
  <Frame
    view={view}
    title={`Take back: ${what}`}
    back={{ href: paths.signOff({ applicantId: learner.applicantId }), label: 'Sign-off' }}
  >
    <Heading above={learner.name}>Take back: {what}</Heading>
    <Lede>
      Talk with them first. What was signed stays written down, with your reason, and it can be signed again.
    </Lede>
    <Form form={view.form}>
      <TextArea
        form={view.form}
        name="why"
        label="Why do you take it back?"
        hint="They read this."
        rows={3}
      />
      <ButtonRow>
        <Button kind="secondary">Take it back</Button>
      </ButtonRow>
    </Form>
  </Frame>
);
