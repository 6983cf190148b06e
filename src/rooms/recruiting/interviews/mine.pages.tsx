import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonRow, Form, TextArea } from '#ui/form.tsx';
import { Card, Details, Heading, Lede, Said, SummaryList } from '#ui/show.tsx';
import { minutesInWords } from '#ui/times.ts';
import { mine } from '../paths.ts';
import { whenWords } from './arrange.pages.tsx';
import type { Way } from './way.rules.ts';
import { wayWords } from './way.rules.ts';

/** What an applicant is shown of the interview: never a score, and no words that were not written for them. */
export interface MineInterviewFacts {
  readonly secret: string;
  readonly centrePhone: string | null;
  readonly at: 'before' | 'none' | 'arranged' | 'held' | 'over';
  readonly interview: {
    readonly startsAt: Temporal.Instant;
    readonly minutes: number;
    readonly way: Way;
    readonly place: string;
    readonly adjustments: string;
    readonly otherTime: string | null;
    readonly withWhom: string;
  } | null;
  readonly kinds: readonly string[];
  readonly feedback: string;
}

const opening: Readonly<Record<MineInterviewFacts['at'], string>> = {
  before: 'This comes after your application. There is nothing to do here yet.',
  none: 'We are finding a time and write to you. It is our move.',
  arranged: 'Two of us would like to meet you.',
  held: 'Thank you for meeting us. The two who met you now sit down together. It is our move.',
  over: 'Thank you for meeting us. This part is behind you.',
};

export const MineInterviewPage = ({ view, facts }: { view: View; facts: MineInterviewFacts }): VNode => {
  const { interview, secret } = facts;
  return (
    <Frame
      view={view}
      shell="public"
      title="When we meet"
      back={{ href: mine({ secret }), label: 'Where you are' }}
    >
      <Heading above="The interview">When we meet</Heading>
      <Lede>{opening[facts.at]}</Lede>
      {interview && facts.at === 'arranged' ? (
        <SummaryList
          rows={[
            {
              label: 'When',
              value: `${whenWords(interview, view)}, for about ${minutesInWords(interview.minutes)}`,
            },
            { label: 'How', value: wayWords(interview.way, interview.place) },
            { label: 'Whom you meet', value: interview.withWhom },
            ...(interview.adjustments ? [{ label: 'To make it easier', value: interview.adjustments }] : []),
          ]}
        />
      ) : null}
      {facts.feedback ? (
        <Card tone="growth" title="What we would like to tell you">
          <Said>{facts.feedback}</Said>
        </Card>
      ) : null}
      {facts.at === 'over' ? null : (
        <Card tone="tint" title="What to expect">
          <p>
            A talk, not an exam. Two of us ask, everybody is asked the same questions, and we take notes.
            Examples from home, from your street or from work all count. You can pass on a question, and ask
            us whatever you like.
          </p>
          {facts.kinds.length > 0 ? (
            <>
              <p>We ask about:</p>
              <ul>
                {facts.kinds.map((kind) => (
                  <li key={kind}>{kind}</li>
                ))}
              </ul>
            </>
          ) : null}
          <p>
            You need not tell us your own story of a hard time. If it comes up, you choose how much you say,
            and it does not count against you.
          </p>
        </Card>
      )}
      {interview && facts.at === 'arranged' ? (
        interview.otherTime ? (
          <Card tone="soon" title="You asked for something else">
            <Said>{interview.otherTime}</Said>
            <p>We look for it and write to you. It is our move.</p>
          </Card>
        ) : (
          <Details summary="Another time, or something that would help" open={view.form.errors.length > 0}>
            <Form form={view.form}>
              <TextArea
                form={view.form}
                name="words"
                label="When could you come, or what would make it easier?"
                hint="For example: mornings only, the questions on paper beforehand, a break, somebody you bring along, an interpreter."
                rows={3}
              />
              <ButtonRow>
                <Button>Send</Button>
              </ButtonRow>
            </Form>
            {facts.centrePhone ? <p>Or ring us on {facts.centrePhone}.</p> : null}
          </Details>
        )
      ) : null}
    </Frame>
  );
};
