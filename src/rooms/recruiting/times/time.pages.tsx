import type { VNode } from 'preact';
import { dateAt } from '#kernel/dates.ts';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import type { Centre } from '#rooms/people/door.ts';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Checkbox,
  DateField,
  Form,
  Hidden,
  RadioField,
  SelectField,
  TextArea,
  TextField,
  TimeField,
} from '#ui/form.tsx';
import { Details, Empty, Heading, Lede, Muted, Row, Rows, Tag } from '#ui/show.tsx';
import { dayAndDate, timeRange } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { OfferedTime } from './time.queries.ts';

export interface TimesFacts {
  readonly centres: readonly Centre[];
  /** Who recruits at these centres. */
  readonly people: readonly { readonly accountId: string; readonly name: string }[];
  readonly times: readonly OfferedTime[];
  /** Days off of the centres among the days shown, as ISO dates, with the centre's nation before. */
  readonly holidays: ReadonlySet<string>;
}

const LIST = { href: paths.applicants(), label: 'Applicants' };
const wayWords = { phone: 'by phone', video: 'by video', in_person: 'face to face' } as const;
const LENGTHS = ['15', '20', '30', '45', '60'] as const;

const dayOf = (time: OfferedTime) => time.startsAt.toZonedDateTimeISO(time.zone).toPlainDate();
const rangeOf = (time: OfferedTime) =>
  timeRange(
    time.startsAt.toZonedDateTimeISO(time.zone).toPlainTime(),
    time.endsAt.toZonedDateTimeISO(time.zone).toPlainTime(),
  );

const byDay = (times: readonly OfferedTime[]) => {
  const days = new Map<string, OfferedTime[]>();
  for (const time of times) {
    const day = dayOf(time).toString();
    days.set(day, [...(days.get(day) ?? []), time]);
  }
  return [...days];
};

export const TimesPage = ({ view, facts }: { view: View; facts: TimesFacts }): VNode => {
  const { form } = view;
  const { times, centres, people } = facts;
  const free = times.filter((time) => time.applicationId === null).length;
  const names = new Map(people.map(({ accountId, name }) => [accountId, name]));
  return (
    <Frame view={view} title="Times to talk" back={LIST}>
      <Heading>Times to talk</Heading>
      <Lede>
        Applicants choose one of these for the informal conversation, on their own page. Offer a few on
        different days, one of them in the evening.
      </Lede>
      <Details summary="Offer times" open={form.errors.length > 0 || free === 0}>
        <Form form={form}>
          {centres.length > 1 ? (
            <RadioField
              form={form}
              name="centre"
              legend="Which centre?"
              small
              options={centres.map(({ id, name }) => ({ value: id, label: name }))}
            />
          ) : (
            <Hidden name="centre" value={centres[0]?.id ?? ''} />
          )}
          <SelectField
            form={form}
            name="withAccount"
            label="Who talks with them?"
            options={people.map(({ accountId, name }) => ({ value: accountId, label: name }))}
          />
          <DateField form={form} name="day" legend="Which day?" />
          <TimeField form={form} name="from" label="From" />
          <TimeField form={form} name="to" label="Until" />
          <SelectField
            form={form}
            name="minutes"
            label="How long is each?"
            hint="One after another, as many as fit."
            options={LENGTHS.map((value) => ({ value, label: `${value} minutes` }))}
          />
          <RadioField
            form={form}
            name="way"
            legend="How?"
            small
            options={[
              { value: 'phone', label: 'By phone: we ring them' },
              { value: 'video', label: 'By video' },
              { value: 'in_person', label: 'Face to face' },
            ]}
          />
          <TextField
            form={form}
            name="place"
            label="Where, or the link for the video call"
            hint="Not needed for a phone call."
          />
          <Checkbox form={form} name="evenSo" label="Offer them even if it is a bank holiday" />
          <ButtonRow>
            <Button>Offer these times</Button>
          </ButtonRow>
        </Form>
      </Details>
      {times.length === 0 ? (
        <Empty title="No times are offered">
          Applicants are asked to wait for a call. With a few times here they choose for themselves.
        </Empty>
      ) : null}
      {byDay(times).map(([day, those]) => (
        <section key={day}>
          <Heading level={2}>{dayAndDate(Temporal.PlainDate.from(day), { today: view.today })}</Heading>
          {facts.holidays.has(day) ? (
            <p>
              <Tag tone="honey">Bank holiday</Tag>
            </p>
          ) : null}
          <Rows>
            {those.map((time) => (
              <Row
                key={time.id}
                marker={time.applicationId ? 'Taken' : 'Free'}
                tone={time.applicationId ? 'iris' : 'pine'}
                action={
                  Temporal.Instant.compare(time.startsAt, view.now) > 0
                    ? {
                        href: paths.cancelTime({ timeId: time.id }),
                        label: 'Cancel',
                        about: `${rangeOf(time)} on ${dayAndDate(dayOf(time), { today: view.today })}`,
                      }
                    : undefined
                }
              >
                <strong>{rangeOf(time)}</strong>
                {time.takenBy && time.applicationId ? (
                  <>
                    {', '}
                    <a href={paths.application({ applicationId: time.applicationId })}>{time.takenBy}</a>
                  </>
                ) : null}
                <br />
                <Muted>
                  {[
                    names.get(time.withAccount),
                    wayWords[time.way],
                    time.place,
                    centres.length > 1 ? time.centreName : '',
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </Muted>
              </Row>
            ))}
          </Rows>
        </section>
      ))}
    </Frame>
  );
};

export const CancelTimePage = ({ view, time }: { view: View; time: OfferedTime }): VNode => (
  <Frame view={view} title="Cancel a time" back={{ href: paths.offeredTimes(), label: 'Times to talk' }}>
    <Heading above={`${dayAndDate(dayOf(time), { today: dateAt(view.now, time.zone) })}, ${rangeOf(time)}`}>
      Cancel this time
    </Heading>
    <Lede>
      {time.applicationId
        ? `${time.takenBy ?? 'Somebody'} has taken it. They get a letter that says we are sorry and asks them to choose another.`
        : 'Nobody has taken it. It goes from the list that applicants see.'}
    </Lede>
    <Form form={view.form}>
      <TextArea
        form={view.form}
        name="why"
        label={time.applicationId ? 'Why? This is in the letter' : 'Why? (if you like)'}
        hint={time.applicationId ? 'Such as: Ruth is not well today.' : undefined}
        rows={2}
      />
      <ButtonRow>
        <Button kind="warning">Cancel this time</Button>
        <ButtonLink kind="quiet" href={paths.offeredTimes()}>
          Keep it
        </ButtonLink>
      </ButtonRow>
    </Form>
  </Frame>
);
