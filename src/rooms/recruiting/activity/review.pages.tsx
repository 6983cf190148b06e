import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonLink, ButtonRow, Form, RadioField, TextArea } from '#ui/form.tsx';
import { Card, Heading, Inset, Lede } from '#ui/show.tsx';
import { dayAndDate } from '#ui/times.ts';
import { checkPagePath } from '../checks/check.pages.tsx';
import type { CheckedPerson } from '../checks/check.queries.ts';
import { reviewWords, Settings } from '../checks/days.pages.tsx';
import type { DeclaredSetting, EligibilityReview } from './activity.queries.ts';

export interface ReviewFacts {
  readonly review: EligibilityReview;
  readonly person: CheckedPerson;
  readonly settings: readonly DeclaredSetting[];
}

export const ReviewPage = ({ view, facts }: { view: View; facts: ReviewFacts }): VNode => {
  const { review, person, settings } = facts;
  const day = dayAndDate(review.crossesOn, { today: view.today });
  const past = Temporal.PlainDate.compare(review.crossesOn, view.today) < 0;
  return (
    <Frame
      view={view}
      shell="staff"
      title={`Days with children: ${person.name}`}
      back={{ href: checkPagePath(person), label: 'The check' }}
    >
      <Heading above={person.name}>Too many days with children</Heading>
      <Lede>
        {past
          ? `${person.calledName} was kept from ${day}: it would have made this a regulated activity. The same comes again until a check with the children’s barred list is there, or the plan changes.`
          : `As it is planned, ${day} makes it a regulated activity. That day is stopped until a check with the children’s barred list is there, or the plan changes.`}
      </Lede>
      {settings.length > 0 ? (
        <Card title="Where else they are with children">
          <Settings settings={settings} />
        </Card>
      ) : null}
      {review.decidedAt ? (
        <Inset>
          Decided: {reviewWords[review.decision ?? 'fewer_days'].toLowerCase()}. {review.reasoning}
        </Inset>
      ) : (
        <Form form={view.form}>
          <RadioField
            form={view.form}
            name="decision"
            legend="What do you decide?"
            options={[
              {
                value: 'ask_for_barred_list',
                label: reviewWords.ask_for_barred_list,
                hint: `Then ask ${person.calledName} for an enhanced check with that list. Only where it is a regulated activity: asking for it otherwise is an offence.`,
              },
              {
                value: 'fewer_days',
                label: reviewWords.fewer_days,
                hint: 'Change the rota so that no day is one too many.',
              },
              {
                value: 'not_regulated',
                label: reviewWords.not_regulated,
                hint: 'For example, they are not with children there after all. End that place as well, or the day stays stopped.',
              },
            ]}
          />
          <TextArea
            form={view.form}
            name="reasoning"
            label="Why"
            hint="What they do, where, how often, and whose advice you took."
            rows={4}
          />
          <ButtonRow>
            <Button>Decide in my name</Button>
            <ButtonLink href={checkPagePath(person)} kind="quiet">
              Not now
            </ButtonLink>
          </ButtonRow>
        </Form>
      )}
    </Frame>
  );
};
