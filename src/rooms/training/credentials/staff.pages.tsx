import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonLink, ButtonRow, Form, TextArea } from '#ui/form.tsx';
import { Heading, Muted, SummaryList, Tag } from '#ui/show.tsx';
import { longDate, momentInWords } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { Award } from './award.queries.ts';
import { awardState } from './award.rules.ts';
import { awardTag } from './public.pages.tsx';

export interface StaffAwardFacts {
  readonly award: Award;
  readonly name: string;
  readonly givenBy: string | null;
  readonly today: Temporal.PlainDate;
}

const howWords: Readonly<Record<Award['how'], string>> = {
  cohort: 'In a cohort',
  catch_up: 'Caught up with another cohort',
  one_to_one: 'One to one with a trainer',
  elsewhere: 'Learned elsewhere, before they came to us',
};

const rowsOf = ({ award, givenBy }: StaffAwardFacts, view: View) => [
  {
    label: 'What',
    value: award.kind === 'unit' ? 'A unit of the training' : 'A whole level of the training',
  },
  { label: 'Earned on', value: longDate(award.earnedOn) },
  ...(award.expiresOn ? [{ label: 'Holds until', value: longDate(award.expiresOn) }] : []),
  { label: 'How', value: howWords[award.how] },
  ...(award.elsewhereWords ? [{ label: 'Where, and how we know', value: award.elsewhereWords }] : []),
  {
    label: 'Written down',
    value: `${momentInWords(award.givenAt, view.zone, view.now)}${givenBy ? `, by ${givenBy}` : ''}`,
  },
  {
    label: 'Number',
    value: <a href={paths.verifyCredential({ reference: award.reference })}>{award.reference}</a>,
  },
  ...(award.withdrawnAt
    ? [
        {
          label: 'Taken back',
          value: `${momentInWords(award.withdrawnAt, view.zone, view.now)}. ${award.withdrawnWhy ?? ''}`,
        },
      ]
    : []),
];

/** An award for those who recruit: how it came about, the certificate to print, and the way to take it back. */
export const StaffAwardPage = ({ facts, view }: { facts: StaffAwardFacts; view: View }): VNode => {
  const { award, name } = facts;
  const state = awardState(award, facts.today);
  return (
    <Frame
      view={view}
      title={`${award.title}: ${name}`}
      back={{ href: paths.learner({ applicantId: award.applicantId }), label: name }}
    >
      <Heading above={name}>{award.title}</Heading>
      <p>
        <Tag tone={awardTag[state].tone}>{awardTag[state].words}</Tag>
      </p>
      <SummaryList rows={rowsOf(facts, view)} />
      {state === 'withdrawn' ? (
        <p>
          <Muted>It no longer counts. When they have earned it after all, it is awarded anew.</Muted>
        </p>
      ) : (
        <>
          <ButtonRow>
            <ButtonLink href={paths.staffAwardPdf({ awardId: award.id })} kind="secondary">
              Certificate (PDF)
            </ButtonLink>
          </ButtonRow>
          <Heading level={2}>Take it back</Heading>
          <p>
            Do this when it turns out not to be true, such as a wrong name on the list.{' '}
            {award.kind === 'unit'
              ? 'The unit no longer counts for what they may do, and a level that rests on it goes with it. '
              : ''}
            Whoever looks it up sees that it was taken back, and never why.
          </p>
          <Form form={view.form}>
            <TextArea form={view.form} name="why" label="Why?" rows={3} />
            <ButtonRow>
              <Button kind="warning">Take it back</Button>
            </ButtonRow>
          </Form>
        </>
      )}
    </Frame>
  );
};
