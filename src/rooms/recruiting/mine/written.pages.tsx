import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonLink, ButtonRow, Fieldset, Form, RadioField } from '#ui/form.tsx';
import { Card, Empty, Heading, Inset, Lede } from '#ui/show.tsx';
import { dayAndDate } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { ApplicationFacts } from '../route/application.queries.ts';
import { AnswersList } from './form.pages.tsx';
import type { WrittenForm } from './form.queries.ts';
import type { AttributeQuestion } from './form.rules.ts';
import { EaseFields, FreeFields, QuestionFields, YouFields } from './form.steps.tsx';

export interface WrittenFacts {
  readonly application: ApplicationFacts;
  readonly form: WrittenForm | null;
  readonly asked: readonly AttributeQuestion[];
  /** Whether the application can be written down now; else why not. */
  readonly writing: 'open' | 'not_yet' | 'over';
}

interface Props {
  readonly view: View;
  readonly facts: WrittenFacts;
}

const WRITTEN_BY = {
  alone: 'They wrote it themselves.',
  together: 'It was written down together.',
  by_phone: 'It was written down on the phone.',
} as const;

const Written = ({ view, facts }: Props & { facts: { readonly form: WrittenForm | null } }): VNode | null => {
  const { application, form } = facts;
  if (!form) return null;
  const sentOn = form.sentAt.toZonedDateTimeISO(application.zone).toPlainDate();
  return (
    <>
      <Lede>
        It came on {dayAndDate(sentOn, { today: view.today })}. {WRITTEN_BY[form.written]}
      </Lede>
      <Card title="What it says">
        <AnswersList form={form} />
      </Card>
    </>
  );
};

const ToWrite = ({ view, facts: { application, asked } }: Props): VNode => {
  const { form } = view;
  return (
    <>
      <Lede>
        They write it on their own page. If they would rather talk, write down here what they say, in their
        words. They see it on their page afterwards.
      </Lede>
      <Inset>
        <p>Please do not ask about convictions, health or social workers here, and do not write them down.</p>
      </Inset>
      <Form form={form}>
        <Fieldset legend={`About ${application.calledName}`}>
          <YouFields form={form} own={false} />
        </Fieldset>
        <Fieldset legend="When they are free">
          <FreeFields form={form} own={false} />
        </Fieldset>
        <Fieldset legend="How they are with people">
          <QuestionFields form={form} own={false} asked={asked} />
        </Fieldset>
        <Fieldset legend="What would make it easier">
          <EaseFields form={form} own={false} />
        </Fieldset>
        <RadioField
          form={form}
          name="written"
          legend="How did you write it down?"
          options={[
            { value: 'together', label: 'Side by side' },
            { value: 'by_phone', label: 'On the phone' },
          ]}
        />
        <ButtonRow>
          <Button>Keep it as their application</Button>
          <ButtonLink href={paths.application({ applicationId: application.id })} kind="quiet">
            Not now
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  );
};

/** An application for those who recruit: what it says, or the form to write it down with the applicant. */
export const WrittenPage = ({ view, facts }: Props): VNode => {
  const { application } = facts;
  return (
    <Frame
      view={view}
      title={`Application of ${application.name}`}
      back={{ href: paths.application({ applicationId: application.id }), label: application.name }}
    >
      <Heading above={`${application.profile.content.name} at ${application.centreName}`}>
        Application of {application.name}
      </Heading>
      {facts.form ? (
        <Written view={view} facts={facts} />
      ) : facts.writing === 'open' ? (
        <ToWrite view={view} facts={facts} />
      ) : (
        <Empty
          title={
            facts.writing === 'over' ? 'There is no written application' : 'The conversation comes first'
          }
          action={{ href: paths.application({ applicationId: application.id }), label: 'Where they are' }}
        >
          <p>
            {facts.writing === 'over'
              ? 'It was let go, came before Kith, or the application rests or has ended.'
              : 'Once you have written down that you talked, the application opens for both of you.'}
          </p>
        </Empty>
      )}
    </Frame>
  );
};
