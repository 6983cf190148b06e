import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonRow, DateField, Form, SelectField, TextField } from '#ui/form.tsx';
import { Card, Details, Empty, Heading, Lede, Row, Rows } from '#ui/show.tsx';
import { dayAndDate } from '#ui/times.ts';
import { NATIONS, type Nation, nationWords } from '../content/bank-holidays.ts';
import * as paths from '../paths.ts';
import { mayKeepHolidays } from '../programme.policy.ts';
import type { Holiday } from './holiday.queries.ts';

export interface HolidaysFacts {
  readonly holidays: readonly Holiday[];
  /** Nations in which the organisation has a centre: theirs stand open. */
  readonly ours: readonly string[];
}

export const HolidaysPage = ({
  facts: { holidays, ours },
  view,
}: {
  facts: HolidaysFacts;
  view: View;
}): VNode => (
  <Frame view={view} title="Bank holidays" back={{ href: paths.venues(), label: 'Venues' }}>
    <Heading>Bank holidays</Heading>
    <Lede>
      New series of sessions pass over these days. Sessions that are planned already stay where they are.
    </Lede>
    {NATIONS.map((nation) => {
      const days = holidays.filter((each) => each.nation === nation);
      return (
        <Details key={nation} summary={nationWords[nation]} open={ours.includes(nation)}>
          <Days days={days} nation={nation} view={view} />
        </Details>
      );
    })}
    {mayKeepHolidays(view.actor) ? (
      <Card title="Add a day">
        <Form form={view.form}>
          <SelectField
            form={view.form}
            name="nation"
            label="Where"
            options={NATIONS.map((value) => ({ value, label: nationWords[value] }))}
          />
          <DateField form={view.form} name="on" legend="Day" />
          <TextField form={view.form} name="name" label="Its name" />
          <ButtonRow>
            <Button>Add the day</Button>
          </ButtonRow>
        </Form>
      </Card>
    ) : null}
  </Frame>
);

const Days = ({ days, nation, view }: { days: readonly Holiday[]; nation: Nation; view: View }) => {
  if (days.length === 0)
    return <Empty title="No days are on the list">Days to come are shown here once they are added.</Empty>;
  return (
    <Rows>
      {days.map(({ on, name }) => {
        const words = dayAndDate(on, { today: view.today });
        return (
          <Row
            key={on.toString()}
            action={
              mayKeepHolidays(view.actor) ? (
                <Form form={view.form} action={paths.removeBankHoliday({ nation, day: on.toString() })}>
                  <Button kind="quiet" small about={`${words}, ${nationWords[nation]}`}>
                    Remove
                  </Button>
                </Form>
              ) : undefined
            }
          >
            <strong>{words}</strong>
            <br />
            {name}
          </Row>
        );
      })}
    </Rows>
  );
};
