import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, DateField, Form, Hidden, TextField } from '#ui/form.tsx';
import { Card, Heading, Lede, Muted, Row, Rows } from '#ui/show.tsx';
import { dayAndDate } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { Leave } from './arrangement.queries.ts';

export const DAYS = [
  { field: 'monday', label: 'Monday' },
  { field: 'tuesday', label: 'Tuesday' },
  { field: 'wednesday', label: 'Wednesday' },
  { field: 'thursday', label: 'Thursday' },
  { field: 'friday', label: 'Friday' },
  { field: 'saturday', label: 'Saturday' },
  { field: 'sunday', label: 'Sunday' },
] as const;

export interface TimesFacts {
  readonly centreId: string;
  readonly leave: readonly Leave[];
  /** Whether any hours were given; without them the usual ones count. */
  readonly given: boolean;
  readonly usual: string;
  readonly supports: boolean;
}

export const TimesPage = ({ view, facts }: { view: View; facts: TimesFacts }): VNode => (
  <Frame
    view={view}
    title="When I can meet, and when I am away"
    back={
      facts.supports
        ? { href: paths.ownSupervision(), label: 'My supervision' }
        : { href: paths.supervision(), label: 'Supervision' }
    }
  >
    <Heading>When I can meet, and when I am away</Heading>
    <Lede>Times for supervision are found in here. Change it whenever life changes.</Lede>
    <Card title="When I can meet, in a usual week">
      <p>
        {facts.given
          ? 'Leave a day empty on which you cannot.'
          : `You have given no times yet, so times are looked for ${facts.usual}.`}{' '}
        Two stretches on one day go with a comma.
      </p>
      <Form form={view.form}>
        <Hidden name="what" value="hours" />
        {DAYS.map(({ field, label }, index) => (
          <TextField
            key={field}
            form={view.form}
            name={field}
            label={label}
            hint={index === 0 ? 'For example, 10am to 12 noon, 2pm to 4.30pm' : undefined}
            width="half"
            autocomplete="off"
          />
        ))}
        <Button kind="primary">Keep my hours</Button>
      </Form>
    </Card>
    <Card title="When I am away">
      <p>Only the days. Why is nobody’s business.</p>
      {facts.leave.length > 0 ? (
        <Rows>
          {facts.leave.map((each) => (
            <Row
              key={each.id}
              action={
                <Form form={view.form} action={paths.takeBackLeave({ leaveId: each.id })}>
                  <Button kind="quiet" small about={`from ${dayAndDate(each.fromOn)}`}>
                    I am there after all
                  </Button>
                </Form>
              }
            >
              {dayAndDate(each.fromOn, { today: view.today })} to{' '}
              {dayAndDate(each.untilOn, { today: view.today })}
            </Row>
          ))}
        </Rows>
      ) : (
        <p>
          <Muted>No days are written down.</Muted>
        </p>
      )}
      <Form form={view.form}>
        <Hidden name="what" value="leave" />
        <DateField form={view.form} name="fromOn" legend="First day away" />
        <DateField form={view.form} name="untilOn" legend="Last day away" />
        <Button kind="primary">I am away then</Button>
      </Form>
      <p>
        <Muted>
          Times that were only proposed move by themselves. What you have agreed stays until you settle
          another one together.
        </Muted>
      </p>
    </Card>
  </Frame>
);
