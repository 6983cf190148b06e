import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonRow, DateField, Form, RadioField, TextArea } from '#ui/form.tsx';
import { Card, Details, Figure, Heading, Inset, Lede, Muted, Said, Table, Tag } from '#ui/show.tsx';
import { applicationInterview, interview as interviewPath } from '../paths.ts';
import { type Agreement, type AgreementLine, agreementInWords, nearnessWords } from './agreement.rules.ts';
import type { InterviewFacts, OutcomeFacts, ScoreSheet } from './interview.queries.ts';
import { type Question, SCORES } from './question-set.shape.ts';
import { decisionWords } from './way.rules.ts';

export interface TogetherFacts {
  readonly interview: InterviewFacts;
  readonly name: string;
  readonly calledName: string;
  readonly questions: readonly Question[];
  readonly both: boolean;
  /** In the order of the panel; empty until both are done. */
  readonly sheets: readonly (ScoreSheet & { readonly name: string })[];
  readonly agreement: Agreement | null;
  readonly outcome: OutcomeFacts | null;
  /** Values that the role needs from the start. */
  readonly neededNow: ReadonlySet<string>;
  /** Whether the actor writes the decision down. */
  readonly decides: boolean;
}

const tone = { exact: 'pine', near: 'honey', apart: 'clay' } as const;

const OneQuestion = ({
  view,
  facts,
  question,
  line,
}: {
  view: View;
  facts: TogetherFacts;
  question: Question;
  line: AgreementLine | undefined;
}): VNode => {
  const asks = facts.decides && facts.outcome === null;
  const agreed = facts.outcome?.agreed[question.code];
  return (
    <Card title={question.value} level={3}>
      <p>
        {line ? <Tag tone={tone[line.nearness]}>{nearnessWords[line.nearness]}</Tag> : null}{' '}
        {facts.neededNow.has(question.code) ? <Tag tone="iris">Needed from the start</Tag> : null}
      </p>
      {facts.sheets.map((sheet) => {
        const score = sheet.scores[question.code];
        return (
          <div key={sheet.accountId}>
            <p>
              <strong>
                {sheet.name}: {score} of 4
              </strong>
              <br />
              <Muted>{score === undefined ? '' : question.anchors[score - 1]}</Muted>
            </p>
            {sheet.words[question.code] ? <Said>{sheet.words[question.code]}</Said> : null}
          </div>
        );
      })}
      {asks ? (
        <RadioField
          form={view.form}
          name={`agreed_${question.code}`}
          legend="What you agree on"
          inline
          options={SCORES.map((score) => ({ value: String(score), label: String(score) }))}
        />
      ) : agreed === undefined ? null : (
        <p>Agreed: {agreed} of 4.</p>
      )}
      <Details summary="What each score sounds like">
        <ol>
          {question.anchors.map((anchor) => (
            <li key={anchor}>{anchor}</li>
          ))}
        </ol>
      </Details>
    </Card>
  );
};

const Decide = ({ view, facts }: { view: View; facts: TogetherFacts }): VNode => {
  const { form } = view;
  return (
    <>
      <Heading level={2}>What you decide</Heading>
      <RadioField
        form={form}
        name="decision"
        legend={`Do you see ${facts.calledName} with families?`}
        options={[
          { value: 'yes', label: 'Yes' },
          {
            value: 'not_now',
            label: 'Not now',
            hint: 'The application rests; the words below go to them.',
            reveals: (
              <DateField
                form={form}
                name="until"
                legend="Until about when (if you know)"
                hint="We ask them then. Left empty, it rests until they tell us."
              />
            ),
          },
          { value: 'no', label: 'No', hint: 'Next you write the letter that says so.' },
        ]}
      />
      <TextArea
        form={form}
        name="reasons"
        label="Why"
        hint="What you heard that led you there. A low score on something needed from the start is named here."
        rows={4}
      />
      <TextArea
        form={form}
        name="feedback"
        label={`Words for ${facts.calledName}`}
        hint="What went well, and what would help. With “yes” and “not now” they are sent; with “no” they wait for the letter."
        rows={4}
      />
      <ButtonRow>
        <Button>Save the decision</Button>
      </ButtonRow>
    </>
  );
};

export const TogetherPage = ({ view, facts }: { view: View; facts: TogetherFacts }): VNode => {
  const { interview, agreement, both, outcome } = facts;
  const back = facts.decides
    ? { href: applicationInterview({ applicationId: interview.applicationId }), label: 'The interview' }
    : { href: interviewPath({ interviewId: interview.id }), label: `Meeting ${facts.name}` };
  if (!both || agreement === null)
    return (
      <Frame view={view} shell="staff" title={`Together about ${facts.name}`} back={back}>
        <Heading above={facts.name}>Not yet</Heading>
        <Lede>The two score apart from each other first. When both have finished, this page opens.</Lede>
      </Frame>
    );
  const lines = new Map(agreement.lines.map((line) => [line.code, line]));
  const body = (
    <>
      {facts.questions.map((question) => (
        <OneQuestion
          key={question.code}
          view={view}
          facts={facts}
          question={question}
          line={lines.get(question.code)}
        />
      ))}
    </>
  );
  return (
    <Frame view={view} shell="staff" title={`Together about ${facts.name}`} back={back}>
      <Heading above={facts.name}>What you both heard</Heading>
      <Figure figure={agreement.withinOne} of={`of ${agreement.lines.length} within one point`} />
      <p>{agreementInWords(agreement)}</p>
      <Table
        caption="Your scores side by side"
        captionHidden
        columns={[
          { header: 'Value', cell: ({ value }) => value },
          ...facts.sheets.map((sheet) => ({
            header: sheet.name,
            numeric: true,
            cell: ({ code }: Question) => sheet.scores[code],
          })),
          {
            header: 'How near',
            cell: ({ code }) => {
              const line = lines.get(code);
              return line ? <Tag tone={tone[line.nearness]}>{nearnessWords[line.nearness]}</Tag> : null;
            },
          },
        ]}
        rows={facts.questions}
      />
      {outcome ? (
        <Card title={`Decided: ${decisionWords[outcome.decision].toLowerCase()}`}>
          <Said>{outcome.reasons}</Said>
        </Card>
      ) : null}
      {facts.decides && !outcome ? (
        <Form form={view.form}>
          {body}
          <Decide view={view} facts={facts} />
        </Form>
      ) : (
        <>
          {body}
          {outcome ? null : <Inset>The one of you who recruits writes the decision down.</Inset>}
        </>
      )}
    </Frame>
  );
};
