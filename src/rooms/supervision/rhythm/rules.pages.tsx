import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, DateField, Form, RadioField, TextField, TimeField } from '#ui/form.tsx';
import { Card, Details, Heading, Lede, Muted, Row, Rows, SummaryList } from '#ui/show.tsx';
import { clockTime, counted, longDate, minutesInWords } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { FORMS, HOWS } from './rhythm.shape.ts';
import { howWords } from './rhythm.words.ts';
import type { RulesVersion } from './rules.queries.ts';

const days = (count: number): string =>
  count % 7 === 0 ? `every ${counted(count / 7, 'week')}` : `every ${counted(count, 'day')}`;
const said = (text: string): string => clockTime(Temporal.PlainTime.from(text));
const capital = (words: string) => words.replace(/^./, (letter) => letter.toUpperCase());

export interface RulesFacts {
  /** What holds today, and every version, the newest first. */
  readonly now: RulesVersion;
  readonly versions: readonly RulesVersion[];
}

export const RulesPage = ({
  view,
  facts,
  mayChange,
}: {
  view: View;
  facts: RulesFacts;
  mayChange: boolean;
}): VNode => {
  const rules = facts.now.content;
  const number = (name: string, label: string, hint?: string) => (
    <TextField form={view.form} name={name} label={label} hint={hint} width={3} inputmode="numeric" />
  );
  return (
    <Frame
      view={view}
      title="How often people meet"
      back={{ href: paths.supervision(), label: 'Supervision' }}
    >
      <Heading>How often people meet</Heading>
      <Lede>
        The days are counted from the beginning. A late one does not push the next, and days on leave use up
        no grace.
      </Lede>
      <Card
        title="What holds today"
        above={
          facts.now.version === 0
            ? 'As Kith came'
            : `Version ${facts.now.version}, since ${longDate(facts.now.effectiveFrom, { today: view.today })}`
        }
      >
        <SummaryList
          rows={[
            {
              label: 'One to one',
              value: `${capital(days(rules.oneToOne.everyDays))}, ${minutesInWords(rules.oneToOne.minutes)}, ${howWords[rules.oneToOne.how]}`,
            },
            { label: 'In a group or among peers', value: minutesInWords(rules.group.minutes) },
            {
              label: 'Coffee morning',
              value: `${capital(days(rules.coffee.everyDays))} at ${said(rules.coffee.at)}, ${minutesInWords(rules.coffee.minutes)}. Nobody has to come`,
            },
            {
              label: 'Proposals',
              value: `${counted(rules.proposeAhead, 'time')} ahead, at most ${counted(rules.nearDays, 'day')} from their day, with ${counted(rules.noticeDays, 'day')} of notice`,
            },
            {
              label: 'Grace',
              value: `${counted(rules.graceDays, 'day')} after the due day; then nobody is put on anything new until they have met`,
            },
            {
              label: 'Hours of those who gave none',
              value: `Monday to Friday, ${said(rules.hours.earliest)} to ${said(rules.hours.latest)}`,
            },
          ]}
        />
      </Card>
      <Card title="Early check-ins for newcomers">
        <Rows>
          {rules.early.map((each) => (
            <Row key={each.code} marker={`Day ${each.afterDays}`} tone="iris">
              {each.words}{' '}
              <Muted>
                {capital(howWords[each.how])}, {minutesInWords(each.minutes)}.
              </Muted>
            </Row>
          ))}
        </Rows>
      </Card>
      <Card title="The forms">
        <Rows>
          {FORMS.map((code) => (
            <Row key={code}>
              <strong>{rules.forms[code].name}</strong>: {rules.forms[code].words}
            </Row>
          ))}
        </Rows>
      </Card>
      {mayChange ? (
        <Details summary="Lay down another rhythm from a day on" open={view.form.errors.length > 0}>
          <Form form={view.form}>
            <DateField
              form={view.form}
              name="from"
              legend="From"
              hint="Today or a later day. Versions before it stay as they were"
            />
            {number('everyDays', 'Days between two times', '28 is every four weeks')}
            {number('minutes', 'Minutes of one')}
            <RadioField
              form={view.form}
              name="how"
              legend="How people meet"
              small
              options={HOWS.map((value) => ({ value, label: capital(howWords[value]) }))}
            />
            {number('groupMinutes', 'Minutes of one in a group or among peers')}
            {number(
              'nearDays',
              'How many days from its day a proposal may lie',
              'Less than half of the days between two times',
            )}
            {number('noticeDays', 'Days of notice')}
            {number('proposeAhead', 'How many times are proposed ahead')}
            {number(
              'graceDays',
              'Days of grace after the due day',
              'More than the days a proposal may lie after its day',
            )}
            <TimeField form={view.form} name="earliest" label="For those who gave no hours: not before" />
            <TimeField form={view.form} name="latest" label="And not after" />
            {number('coffeeDays', 'Days between two coffee mornings')}
            {number('coffeeMinutes', 'Minutes of a coffee morning')}
            <TimeField form={view.form} name="coffeeAt" label="A coffee morning begins at" />
            <Button kind="primary">Lay it down</Button>
          </Form>
        </Details>
      ) : null}
      {facts.versions.length > 2 ? (
        <Details summary="Every version">
          <Rows>
            {facts.versions.map((each) => (
              <Row key={each.version}>
                {each.version === 0
                  ? 'As Kith came'
                  : `Version ${each.version}, from ${longDate(each.effectiveFrom)}`}
                : {days(each.content.oneToOne.everyDays)}, {counted(each.content.graceDays, 'day')} of grace
              </Row>
            ))}
          </Rows>
        </Details>
      ) : null}
    </Frame>
  );
};
