import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { phoneInWords } from '#rooms/people/door.ts';
import { raisePath } from '#rooms/safeguarding/paths.ts';
import { Button, ButtonRow, Form, RadioField, SelectField, TextArea } from '#ui/form.tsx';
import { Card, Details, Heading, Inset, Lede, Muted, Said, SummaryList, Table, Tag } from '#ui/show.tsx';
import { momentInWords } from '#ui/times.ts';
import {
  application as applicationPath,
  applicationReference,
  applicationReferenceLetGo,
  applicationReferences,
} from '../paths.ts';
import type { ApplicationFacts } from '../route/application.queries.ts';
import {
  type Answers,
  calmWords,
  compareReference,
  concernWords,
  gladWords,
  reliableWords,
  toLookAt,
} from './compare.rules.ts';
import { stateWords } from './list.pages.tsx';
import { AnswerFields } from './referee.pages.tsx';
import type { RefereeFacts } from './reference.queries.ts';
import { contextWords, type ReferenceRules } from './reference.rules.ts';

export interface ReferenceFacts {
  readonly application: ApplicationFacts;
  readonly referee: RefereeFacts;
  readonly rules: ReferenceRules;
  readonly open: boolean;
  readonly year: number;
  /** Colleagues with whom a thin reference can be talked through. */
  readonly seniors: readonly { readonly accountId: string; readonly name: string }[];
  readonly names: ReadonlyMap<string, string>;
}

const SideBySide = ({ facts, answers }: { facts: ReferenceFacts; answers: Answers }): VNode => {
  const { application, referee, rules } = facts;
  const year = referee.answeredAt?.toZonedDateTimeISO(application.zone).year ?? facts.year;
  return (
    <Table
      caption={`What ${application.calledName} said, and what ${referee.name} said`}
      columns={[
        { header: 'About', cell: (line) => line.what },
        { header: application.calledName, cell: (line) => line.said },
        { header: referee.name, cell: (line) => line.answered },
        {
          header: 'Do they agree?',
          cell: (line) =>
            line.ask === '' ? (
              <Muted>{line.toRead ? 'Read both' : 'Nothing to ask'}</Muted>
            ) : (
              <div>
                <Tag tone="clay">Look again</Tag> {line.ask}
              </div>
            ),
        },
      ]}
      rows={compareReference(referee, answers, { year, knownYears: rules.knownYears })}
    />
  );
};

const Answered = ({ facts, answers }: { facts: ReferenceFacts; answers: Answers }): VNode => {
  const called = facts.application.calledName;
  const said = (answer: string, words: string) => (
    <>
      {answer}
      {words ? <Said>{words}</Said> : null}
    </>
  );
  return (
    <SummaryList
      rows={[
        {
          label: `When ${called} says they will be there, are they?`,
          value: said(reliableWords[answers.reliable], answers.reliableWords),
        },
        {
          label: 'Kind and calm with somebody upset?',
          value: said(calmWords[answers.calm], answers.calmWords),
        },
        {
          label: 'Any reason not to be with families or babies?',
          value: said(concernWords[answers.concern], answers.concernWords),
        },
        {
          label: 'Glad of them beside a sister or a friend?',
          value: said(gladWords[answers.glad], answers.gladWords),
        },
        {
          label: 'May we ring?',
          value:
            answers.mayRing || answers.phone
              ? `${answers.mayRing ? 'Yes' : 'Only about this'}: ${answers.phone}`
              : 'No',
        },
      ]}
    />
  );
};

const Judge = ({ view, facts }: { view: View; facts: ReferenceFacts }): VNode => {
  const { form } = view;
  return (
    <>
      <Heading level={2}>What do you make of it?</Heading>
      <Form form={form}>
        <RadioField
          form={form}
          name="outcome"
          legend="This reference"
          options={[
            { value: 'good', label: 'is good: it counts' },
            {
              value: 'weak',
              label: 'is thin: it counts with something beside it',
              hint: 'Little was seen, or the two remember it differently.',
              reveals: (
                <>
                  <TextArea
                    form={form}
                    name="supplement"
                    label="What else you found out"
                    hint="A call with the referee, a certificate, what a third person said."
                    rows={3}
                  />
                  <SelectField
                    form={form}
                    name="seniorBy"
                    label="Or with whom of the team you talked it through"
                    options={[
                      { value: '', label: 'Nobody yet' },
                      ...facts.seniors.map(({ accountId, name }) => ({ value: accountId, label: name })),
                    ]}
                  />
                </>
              ),
            },
            {
              value: 'worry',
              label: 'gives cause for worry: it does not count for now',
              hint: 'The step stays open until it is talked about.',
            },
          ]}
        />
        <TextArea
          form={form}
          name="words"
          label="In your own words"
          hint="What you see, for whoever reads this next. Needed unless it is simply good."
          rows={3}
        />
        <ButtonRow>
          <Button>Save</Button>
        </ButtonRow>
      </Form>
    </>
  );
};

const Worry = ({ view, facts }: { view: View; facts: ReferenceFacts }): VNode => {
  const here = applicationReference({ applicationId: facts.application.id, refereeId: facts.referee.id });
  return (
    <Card tone="urgent" title="Before anything else">
      <ol>
        <li>Ring {facts.referee.name} and listen. Write down what they saw themselves, and when.</li>
        <li>
          Talk with your safeguarding lead or another volunteer manager before you talk with the applicant.
        </li>
        <li>
          If somebody may be at risk,{' '}
          <a href={`${raisePath()}?from=${encodeURIComponent(here)}`}>raise a concern</a> now. It does not
          wait for the application.
        </li>
      </ol>
      {view.form.errors.length > 0 ? null : (
        <p>
          <Muted>Nothing of this reaches the applicant’s page.</Muted>
        </p>
      )}
    </Card>
  );
};

export const ReferencePage = ({ view, facts }: { view: View; facts: ReferenceFacts }): VNode => {
  const { application, referee, open } = facts;
  const at = { applicationId: application.id, refereeId: referee.id };
  const { answers } = referee;
  const looks = answers ? toLookAt(answers) : [];
  const { words, tone } = stateWords[referee.state];
  const name = (id: string | null) => (id ? (facts.names.get(id) ?? 'a colleague') : '');
  return (
    <Frame
      view={view}
      shell="staff"
      title={`The reference of ${referee.name}`}
      crumbs={[
        { href: applicationPath({ applicationId: application.id }), label: application.name },
        { href: applicationReferences({ applicationId: application.id }), label: 'References' },
      ]}
    >
      <Heading above={`For ${application.name}`}>{referee.name}</Heading>
      <p>
        <Tag tone={tone}>{words}</Tag>
      </p>
      <SummaryList
        rows={[
          {
            label: 'Reached by',
            value: [referee.email, referee.phone && phoneInWords(referee.phone)].filter(Boolean).join(', '),
          },
          {
            label: 'Named',
            value: `${momentInWords(referee.namedAt, view.zone, view.now)}${referee.namedBy ? `, written down by ${name(referee.namedBy)}` : ''}`,
          },
          ...(answers
            ? []
            : [
                {
                  label: `What ${application.calledName} says`,
                  value: `${contextWords[referee.context]}. ${referee.howKnown} Known for ${referee.knownYears} years.`,
                },
              ]),
        ]}
      />
      {answers ? (
        <>
          {looks.map((look) => (
            <Inset key={look.words} tone={look.grave ? 'red' : 'clay'}>
              {look.words}
            </Inset>
          ))}
          {looks.some(({ grave }) => grave) || referee.outcome === 'worry' ? (
            <Worry view={view} facts={facts} />
          ) : null}
          <SideBySide facts={facts} answers={answers} />
          <Answered facts={facts} answers={answers} />
          {referee.comparedAt ? (
            <Card
              title={`Compared ${momentInWords(referee.comparedAt, view.zone, view.now)} by ${name(referee.comparedBy)}`}
            >
              {referee.words ? <Said>{referee.words}</Said> : <p>Nothing was added.</p>}
              {referee.supplement ? <p>Beside it: {referee.supplement}</p> : null}
              {referee.seniorBy ? <p>Talked through with {name(referee.seniorBy)}.</p> : null}
            </Card>
          ) : null}
          {referee.letGoAt ? null : <Judge view={view} facts={facts} />}
        </>
      ) : (
        <Lede>There is no answer yet.</Lede>
      )}
      {open && !referee.letGoAt ? (
        <Details summary="Ask for another name instead">
          <p>
            {application.calledName} is told only that {referee.name} cannot give a reference now.
          </p>
          <Form form={view.form} action={applicationReferenceLetGo(at)}>
            <TextArea form={view.form} name="why" label="Why, for us" rows={2} />
            <ButtonRow>
              <Button kind="secondary">Ask for another name</Button>
            </ButtonRow>
          </Form>
        </Details>
      ) : null}
    </Frame>
  );
};

export const PhonePage = ({ view, facts }: { view: View; facts: ReferenceFacts }): VNode => {
  const { application, referee } = facts;
  return (
    <Frame
      view={view}
      shell="staff"
      title={`A call with ${referee.name}`}
      back={{ href: applicationReferences({ applicationId: application.id }), label: 'References' }}
    >
      <Heading above={`About ${application.name}`}>A call with {referee.name}</Heading>
      <Lede>
        Read the questions aloud as they are, and write down their words, not yours. Say first that{' '}
        {application.calledName} does not see the answers on our pages, and that the law may one day give
        people a right to read parts of them.
      </Lede>
      {referee.callWords ? <Inset>They wrote: {referee.callWords}</Inset> : null}
      {referee.phone ? <p>Phone: {phoneInWords(referee.phone)}</p> : null}
      <Form form={view.form}>
        <AnswerFields form={view.form} called={application.calledName} />
        <ButtonRow>
          <Button>Save what they said</Button>
        </ButtonRow>
      </Form>
    </Frame>
  );
};
