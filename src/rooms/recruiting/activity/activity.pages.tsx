import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonRow, DateField, Form, RadioField, TextArea, TextField } from '#ui/form.tsx';
import { Card, Empty, Heading, Inset, Lede, SummaryList, Table, Tag } from '#ui/show.tsx';
import { counted, dayAndDate, shortDate } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { LaidDownRule } from './activity.queries.ts';

export interface ActivityRulesFacts {
  /** Oldest first. */
  readonly all: readonly LaidDownRule[];
  readonly current: LaidDownRule | null;
  readonly today: Temporal.PlainDate;
}

const limit = (rule: LaidDownRule) => `More than ${counted(rule.moreThanDays, 'day')} in ${rule.inDays}`;
const yes = (value: boolean) => (value ? 'Yes' : 'No');

export const ActivityRulesPage = ({ view, facts }: { view: View; facts: ActivityRulesFacts }): VNode => {
  const { all, current } = facts;
  return (
    <Frame
      view={view}
      shell="staff"
      title="Days with children"
      back={{ href: paths.roleProfiles(), label: 'Roles' }}
    >
      <Heading>Days with children</Heading>
      <Lede>
        From a number of days on, being with children is a regulated activity, and a check with the children’s
        barred list comes first. We count the days of sessions and of other places people tell us about, and
        stop the day that would be one too many.
      </Lede>
      {current ? (
        <Card title="What holds now">
          <p>{current.words}</p>
          <SummaryList
            rows={[
              { label: 'Holds from', value: dayAndDate(current.effectiveFrom, { today: view.today }) },
              { label: 'Too many', value: limit(current) },
              { label: 'One night, 2am to 6am, is enough', value: yes(current.overnight) },
              { label: 'Not counted under supervision', value: yes(current.supervisedExempt) },
              { label: 'Where it comes from', value: current.source },
            ]}
          />
        </Card>
      ) : (
        <Empty title="Nothing is laid down yet.">
          Until something is, no day is counted and none is stopped.
        </Empty>
      )}
      <Card title="Lay down something new">
        <p>It holds from the day you choose. Days before are judged by what held then.</p>
        <Form form={view.form}>
          <DateField form={view.form} name="effectiveFrom" legend="From when does it hold?" />
          <TextField
            form={view.form}
            name="moreThanDays"
            label="More than how many days …"
            inputmode="numeric"
            width={3}
          />
          <TextField
            form={view.form}
            name="inDays"
            label="… within how many days in a row?"
            inputmode="numeric"
            width={3}
          />
          <RadioField
            form={view.form}
            name="overnight"
            legend="Is one night with children, between 2am and 6am, enough?"
            options={[
              { value: 'yes', label: 'Yes' },
              { value: 'no', label: 'No' },
            ]}
            inline
          />
          <RadioField
            form={view.form}
            name="supervisedExempt"
            legend="Does somebody under supervision stay outside, however often they come?"
            options={[
              { value: 'yes', label: 'Yes' },
              { value: 'no', label: 'No' },
            ]}
            inline
          />
          <TextArea form={view.form} name="words" label="In a sentence, for the team" rows={2} />
          <TextArea
            form={view.form}
            name="source"
            label="Where does this come from?"
            hint="The law or guide with its date, and whose advice you took."
            rows={2}
          />
          <ButtonRow>
            <Button>Lay it down</Button>
          </ButtonRow>
        </Form>
      </Card>
      <Inset>
        This is not legal advice. Take advice where you are not sure. After how long a check is done again
        stands on <a href={paths.checkRules()}>Rules about checks</a>.
      </Inset>
      {all.length > 0 ? (
        <Table
          caption="Everything that was laid down"
          rows={all.toReversed()}
          columns={[
            {
              header: 'Holds from',
              cell: (rule) => (
                <>
                  {shortDate(rule.effectiveFrom)} {rule === current ? <Tag>now</Tag> : null}
                </>
              ),
            },
            { header: 'Too many', cell: limit },
            { header: 'One night is enough', cell: (rule) => yes(rule.overnight) },
            { header: 'Not counted under supervision', cell: (rule) => yes(rule.supervisedExempt) },
            { header: 'Where it comes from', cell: (rule) => rule.source },
          ]}
        />
      ) : null}
    </Frame>
  );
};
