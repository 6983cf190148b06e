import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonLink, ButtonRow, Form, Hidden } from '#ui/form.tsx';
import { Card, Empty, Heading, Lede, Row, Rows, SummaryList } from '#ui/show.tsx';
import { clockTime, dayAndDate } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { Own, TakenTime } from './mine.queries.ts';
import type { FreeTime } from './talk.queries.ts';
import { dayOf, howWeTalk, timeOf } from './talk.rules.ts';

/** The talk that is arranged, with the way to change it. */
export const TalkCard = ({ view, talk, facts }: { view: View; talk: TakenTime; facts: Own }): VNode => {
  const { application, secret } = facts;
  return (
    <Card
      tone="tint"
      above="We talk on"
      title={`${dayAndDate(dayOf(talk, application.zone), { today: view.today })} at ${timeOf(talk, application.zone)}`}
      action={
        <ButtonLink href={paths.mineTimes({ secret })} kind="secondary">
          Change it or give it back
        </ButtonLink>
      }
    >
      <SummaryList
        rows={[
          { label: 'With', value: talk.with },
          { label: 'How', value: howWeTalk(talk, application) },
        ]}
      />
      <p>Nothing to get ready. You ask, we ask, and nothing is decided.</p>
    </Card>
  );
};

const Days = ({ view, facts, times }: { view: View; facts: Own; times: readonly FreeTime[] }): VNode => {
  const { application } = facts;
  const days = Map.groupBy(times, (time) => dayOf(time, application.zone).toString());
  return (
    <>
      {[...days].map(([day, its]) => (
        <Card key={day} title={dayAndDate(Temporal.PlainDate.from(day), { today: view.today })}>
          <Rows>
            {its.map((time) => (
              <Row
                key={time.id}
                action={
                  <Form form={view.form}>
                    <Hidden name="timeId" value={time.id} />
                    <Button
                      kind="secondary"
                      small
                      about={`${timeOf(time, application.zone)} on ${dayAndDate(Temporal.PlainDate.from(day))} with ${time.with}`}
                    >
                      Take it
                    </Button>
                  </Form>
                }
              >
                <p>
                  <strong>
                    {timeOf(time, application.zone)} to{' '}
                    {clockTime(time.endsAt.toZonedDateTimeISO(application.zone).toPlainTime())}
                  </strong>
                </p>
                <p>
                  {howWeTalk(time, application)}, with {time.with}
                </p>
              </Row>
            ))}
          </Rows>
        </Card>
      ))}
    </>
  );
};

/** Choosing a time to talk: what is free, grouped by day; what is taken can be changed or given back. */
export const TimesPage = ({
  view,
  facts,
  talk,
  times,
}: {
  view: View;
  facts: Own;
  talk: TakenTime | null;
  times: readonly FreeTime[];
}): VNode => {
  const { application, secret } = facts;
  return (
    <Frame
      view={view}
      shell="public"
      title="Choose a time to talk"
      back={{ href: paths.mine({ secret }), label: 'Where you are' }}
    >
      <Heading above={application.centreName}>
        {talk ? 'Change the time of our talk' : 'Choose a time to talk'}
      </Heading>
      <Lede>About twenty minutes. You ask, we ask. Nothing is decided.</Lede>
      {talk ? (
        <Card
          tone="tint"
          above="You have"
          title={`${dayAndDate(dayOf(talk, application.zone), { today: view.today })} at ${timeOf(talk, application.zone)}`}
        >
          <p>
            {howWeTalk(talk, application)}, with {talk.with}.
          </p>
          <Form form={view.form}>
            <Hidden name="giveBack" value="yes" />
            <ButtonRow>
              <ButtonLink href={paths.mine({ secret })} kind="secondary">
                Keep it
              </ButtonLink>
              <Button kind="quiet">Give it back</Button>
            </ButtonRow>
          </Form>
        </Card>
      ) : null}
      {times.length > 0 ? (
        <>
          {talk ? <Heading level={2}>Other times that are free</Heading> : null}
          <Days view={view} facts={facts} times={times} />
        </>
      ) : (
        <Empty
          title={talk ? 'No other time is free just now' : 'No time is free just now'}
          action={{ href: paths.mineHelp({ secret }), label: 'Ask for a call', kind: 'button' }}
        >
          <p>New times come most weeks. Or ask for a call, and we ring you when it suits you.</p>
        </Empty>
      )}
      {times.length > 0 ? (
        <p>
          <a href={paths.mineHelp({ secret })}>None of these suits me: ask for a call</a>
        </p>
      ) : null}
    </Frame>
  );
};
