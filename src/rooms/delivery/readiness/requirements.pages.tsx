import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, Checkbox, DateField, Form, Hidden, SelectField, TextArea, TextField } from '#ui/form.tsx';
import { Card, Empty, Heading, Lede, Muted, Row, Rows, Tag } from '#ui/show.tsx';
import { counted, longDate } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { maySeeVolunteers } from './readiness.policy.ts';
import {
  ASKED,
  type Asked,
  inForceOn,
  type Requirement,
  VOLUNTEER_PARTS,
  type VolunteerPart,
} from './readiness.rules.ts';
import { askedWords, partWords } from './readiness-words.rules.ts';
import { MONTH_OPTIONS } from './requirements.form.ts';

const capital = (text: string) => text.replace(/^./, (letter) => letter.toUpperCase());

const detailsOf = (each: Requirement, today: Temporal.PlainDate): string =>
  [
    each.minimum > 1 ? `${each.minimum} of them` : '',
    each.validMonths ? `for ${each.validMonths} months` : '',
    each.graceDays > 0 ? `${counted(each.graceDays, 'day')} of grace` : '',
    `since ${longDate(each.effectiveFrom, { today })}`,
  ]
    .filter(Boolean)
    .join(', ');

export interface RequirementsPageProps {
  readonly view: View;
  readonly requirements: readonly Requirement[];
  readonly mayChange: boolean;
}

export const RequirementsPage = ({ view, requirements, mayChange }: RequirementsPageProps): VNode => (
  <Frame
    view={view}
    title="What we ask of volunteers"
    back={maySeeVolunteers(view.actor) ? { href: paths.volunteers(), label: 'Volunteers' } : undefined}
  >
    <Heading>What we ask of volunteers</Heading>
    <Lede>
      Nobody is with families before all of this is in place. A change holds from a day on; what somebody had
      earned before it goes on counting where that is said.
    </Lede>
    {requirements.length === 0 ? (
      <Empty title="Nothing is laid down yet">
        Until somebody lays it down, no volunteer can be put on a session.
      </Empty>
    ) : null}
    {VOLUNTEER_PARTS.map((part) => {
      const now = inForceOn(requirements, part, view.today);
      const unasked = ASKED.filter(
        (code) => !requirements.some((each) => each.part === part && each.code === code),
      );
      const later = requirements.filter(
        (each) => each.part === part && Temporal.PlainDate.compare(each.effectiveFrom, view.today) > 0,
      );
      return now.length + later.length === 0 && !mayChange ? null : (
        <Card key={part} title={capital(partWords[part])}>
          <Rows>
            {now.map((each) => (
              <Row
                key={each.code}
                action={
                  mayChange
                    ? {
                        href: paths.requirement({ part, code: each.code }),
                        label: 'Change',
                        about: `the ${askedWords[each.code]}`,
                      }
                    : undefined
                }
              >
                <strong>{capital(askedWords[each.code])}</strong>{' '}
                {each.dropped ? <Tag tone="grey">Not asked any more</Tag> : null}
                <br />
                {each.words} <Muted>{capital(detailsOf(each, view.today))}.</Muted>
              </Row>
            ))}
            {later.map((each) => (
              <Row key={`${each.code} ${each.version}`} marker="To come" tone="honey">
                <strong>{capital(askedWords[each.code])}</strong>:{' '}
                {each.dropped ? 'not asked any more' : each.words}{' '}
                <Muted>From {longDate(each.effectiveFrom, { today: view.today })}.</Muted>
              </Row>
            ))}
            {mayChange
              ? unasked.map((code) => (
                  <Row
                    key={code}
                    action={{
                      href: paths.requirement({ part, code }),
                      label: 'Ask for it',
                      about: `${askedWords[code]}, ${partWords[part]}`,
                    }}
                  >
                    <strong>{capital(askedWords[code])}</strong>: <Muted>not asked for.</Muted>
                  </Row>
                ))
              : null}
          </Rows>
        </Card>
      );
    })}
  </Frame>
);

const HowMuch = ({ view }: { view: View }) => (
  <>
    <TextField form={view.form} name="minimum" label="How many" width={3} inputmode="numeric" />
    <SelectField form={view.form} name="validMonths" label="How long it holds" options={MONTH_OPTIONS} />
    <TextField
      form={view.form}
      name="graceDays"
      label="Days of grace after it ends"
      hint="While it is being renewed somebody may go on for so long"
      width={3}
      inputmode="numeric"
    />
    <TextField
      form={view.form}
      name="renewDays"
      label="How many days before the end we remind"
      hint="Several with commas, such as 60, 30, 7"
      width={10}
    />
    <Checkbox
      form={view.form}
      name="keepsEarned"
      label="What was earned under the version before goes on counting"
    />
  </>
);

/** Supervision has a rhythm of its own; here is only said whether what is new waits for it. */
const SUPERVISION: readonly (readonly [string, string])[] = [
  ['minimum', '1'],
  ['validMonths', ''],
  ['graceDays', '0'],
  ['renewDays', '7'],
  ['keepsEarned', 'yes'],
];

export const RequirementPage = ({
  view,
  part,
  code,
}: {
  view: View;
  part: VolunteerPart;
  code: Asked;
}): VNode => (
  <Frame
    view={view}
    title={`Change what is asked of a ${partWords[part]}: ${askedWords[code]}`}
    back={{ href: paths.requirements(), label: 'What we ask of volunteers' }}
  >
    <Heading above={capital(partWords[part])}>{capital(askedWords[code])}</Heading>
    <Lede>
      This makes a new version from a day on. The versions before it stay as they were, so that it can always
      be seen what was asked when.
    </Lede>
    {code === 'supervision' ? (
      <p>
        While supervision is overdue beyond its days of grace, they join no other group and cover for nobody.
        What they run already goes on. The rhythm itself, and its grace, is laid down under “Supervision”.
      </p>
    ) : null}
    <Form form={view.form}>
      <DateField form={view.form} name="effectiveFrom" legend="From" hint="Today or a later day" />
      <TextArea form={view.form} name="words" label="What is asked, in a sentence" rows={3} />
      {code === 'supervision' ? null : <HowMuch view={view} />}
      {code === 'supervision'
        ? SUPERVISION.map(([name, value]) => <Hidden key={name} name={name} value={value} />)
        : null}
      {code === 'clearance' ? (
        <Muted>Whether a check is asked for is decided for each role, with the reasoning.</Muted>
      ) : (
        <Checkbox form={view.form} name="dropped" label="It is not asked for any more from that day on" />
      )}
      <Button kind="primary">Lay it down</Button>
    </Form>
  </Frame>
);
