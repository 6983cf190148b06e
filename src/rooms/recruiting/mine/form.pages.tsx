import type { VNode } from 'preact';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonLink, ButtonRow, Form } from '#ui/form.tsx';
import { Card, Empty, Lede, Muted, Said, SummaryList } from '#ui/show.tsx';
import { counted, dayAndDate } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { FormDraft } from './form.drafts.ts';
import type { WrittenForm } from './form.queries.ts';
import { answersInWords, attributeQuestions, questionsIn } from './form.rules.ts';
import type { Own } from './mine.queries.ts';
import { OwnPart } from './own.pages.tsx';

interface Props {
  readonly view: View;
  readonly facts: Own;
}

/** What an application says, question by question; what was left empty is not shown. */
export const AnswersList = ({ form }: { form: WrittenForm }): VNode => (
  <SummaryList
    rows={answersInWords(form.answers)
      .filter(({ value }) => value !== '')
      .map(({ label, value }) => ({
        label,
        value: value.includes('\n') ? <Said>{value}</Said> : value,
      }))}
  />
);

export const FormSentPage = ({ view, facts, form }: Props & { form: WrittenForm }): VNode => (
  <OwnPart view={view} facts={facts} title="Your application">
    <Lede>
      We have had it since{' '}
      {dayAndDate(form.sentAt.toZonedDateTimeISO(facts.application.zone).toPlainDate(), {
        today: view.today,
      })}
      .
    </Lede>
    <Card title={form.written === 'alone' ? 'What you wrote' : 'What we wrote down with you'}>
      <AnswersList form={form} />
    </Card>
    <p>
      <Muted>Is something wrong or missing? Ring us, and we put it right.</Muted>
    </p>
  </OwnPart>
);

export const FormNotYetPage = ({ view, facts }: Props): VNode => (
  <OwnPart view={view} facts={facts} title="Your application">
    <Empty
      title="We talk first"
      action={{
        href: paths.mineTimes({ secret: facts.secret }),
        label: 'Choose a time to talk',
        kind: 'button',
      }}
    >
      <p>
        The application opens after our talk. Nobody should fill in a form before they know what it is for.
      </p>
    </Empty>
  </OwnPart>
);

/** Before the first question: how long it is, and the ways that are as good as writing. */
export const FormStartPage = ({ view, facts, draft }: Props & { draft: FormDraft | null }): VNode => {
  const { application, secret } = facts;
  const questions = questionsIn(attributeQuestions(application.profile.content.attributes));
  return (
    <OwnPart view={view} facts={facts} title="Your application">
      <Lede>
        {counted(questions, 'short question')} on four small pages, about ten minutes. Only two need an
        answer.
      </Lede>
      <ul>
        <li>
          What you write is kept as you go. Stop whenever you like, and come back by the link to your page.
        </li>
        <li>We do not ask about convictions here, nor about your health.</li>
        <li>Spelling does not matter, and nobody marks it.</li>
      </ul>
      {draft ? (
        <Card tone="tint" title="You have begun">
          <p>
            It is kept until{' '}
            {dayAndDate(draft.expiresAt.toZonedDateTimeISO(application.zone).toPlainDate(), {
              today: view.today,
            })}
            .
          </p>
        </Card>
      ) : null}
      <Form form={view.form}>
        <ButtonRow>
          <Button>{draft ? 'Carry on' : 'Begin'}</Button>
          <ButtonLink href={paths.mineHelp({ secret })} kind="secondary">
            I would rather talk
          </ButtonLink>
        </ButtonRow>
      </Form>
      <p>
        Would you like somebody beside you?{' '}
        <a href={paths.mineHelp({ secret })}>Ask us to fill it in with you</a>, by phone or at the centre.
      </p>
    </OwnPart>
  );
};
