import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonLink, ButtonRow, Checkbox, Form, Hidden } from '#ui/form.tsx';
import { Card, Details, Heading, Lede, Muted, SummaryList } from '#ui/show.tsx';
import { momentInWords } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { Feed } from './feed.queries.ts';

export interface CalendarFacts {
  readonly feed: Feed | null;
  /** The whole address, for the few minutes after it was made and in the browser that made it; null otherwise. */
  readonly address: string | null;
}

const Places = ({ view }: { view: View }) => (
  <Checkbox
    form={view.form}
    name="places"
    label="Show where it is, too"
    hint="Without this, your calendar only knows when. Think of who else sees your phone."
  />
);

const WhatItShows = () => (
  <Card title="What your calendar will show">
    <p>
      Your sessions, your supervision and coffee mornings, your training, and the learning events you said yes
      to. When one of them moves here, it moves there. When one is called off, it is crossed out or goes.
    </p>
    <p>
      Each one just says <strong>Session</strong>, <strong>Meeting</strong>, <strong>Coffee</strong> or{' '}
      <strong>Course</strong>, and when. No names, and nothing about families.
    </p>
  </Card>
);

const JustMade = ({ address, view }: { address: string; view: View }) => (
  <Card tone="tint" title="Your link">
    <p>
      We show it this once. We do not keep it ourselves, so copy it now or add it right here. If it gets lost,
      you make a new one.
    </p>
    <p>
      <code>{address}</code>
    </p>
    <p>
      Whoever has this link can see when you are busy with us. Keep it as you would keep a key, and do not
      send it on. In the settings of your calendar the link itself can be read, with our web address in it.
    </p>
    <ButtonRow>
      <ButtonLink href={address.replace(/^https?:/, 'webcal:')}>Add it to this device</ButtonLink>
    </ButtonRow>
    <Form form={view.form} action={paths.calendarPutAway()}>
      <Button kind="secondary">I have added it, put the link away</Button>
    </Form>
  </Card>
);

const HowTo = () => (
  <>
    <Heading level={2}>How to add it</Heading>
    <p>On the phone or tablet where you want it, press “Add it to this device”. If nothing opens:</p>
    <Details summary="iPhone or iPad">
      <ol class="nhsuk-list nhsuk-list--number">
        <li>Hold your finger on the link, and copy it.</li>
        <li>Open Calendar. Tap Calendars at the bottom, then Add Calendar.</li>
        <li>Choose Add Subscription Calendar, and paste the link.</li>
      </ol>
    </Details>
    <Details summary="Android phone, or Google Calendar">
      <ol class="nhsuk-list nhsuk-list--number">
        <li>Open Google Calendar in a browser on a computer. The app on the phone cannot do this step.</li>
        <li>Beside Other calendars press the plus sign, then From URL.</li>
        <li>Paste the link and press Add calendar. After that it is on your phone as well.</li>
      </ol>
    </Details>
    <Details summary="Outlook">
      <ol class="nhsuk-list nhsuk-list--number">
        <li>Open the calendar, and choose Add calendar.</li>
        <li>Choose Subscribe from web, and paste the link.</li>
      </ol>
    </Details>
    <p>
      <Muted>
        A calendar looks for changes when it likes: some every hour, some once a day. What you read here is
        always the newest.
      </Muted>
    </p>
  </>
);

const Live = ({ feed, view }: { feed: Feed; view: View }) => {
  const said = (moment: Temporal.Instant) => momentInWords(moment, view.zone, view.now);
  return (
    <>
      <Card title="The link you have">
        <SummaryList
          rows={[
            { label: 'Made', value: said(feed.madeAt) },
            {
              label: 'Last read',
              value:
                feed.lastReadAt === null
                  ? 'Not yet. No calendar has asked us.'
                  : `${said(feed.lastReadAt)}, give or take a quarter of an hour`,
            },
            { label: 'Places', value: feed.showsPlaces ? 'Shown' : 'Not shown' },
          ]}
        />
        <Form form={view.form} action={paths.calendarPlaces()}>
          {feed.showsPlaces ? (
            <Button kind="secondary">Stop showing places</Button>
          ) : (
            <>
              <Hidden name="places" value="yes" />
              <Button kind="secondary">Show places, too</Button>
            </>
          )}
        </Form>
      </Card>
      <Card title="Lost your phone, or sent the link to somebody?">
        <p>Make a new link. The old one stops at once, and you add the new one to your calendar.</p>
        <Form form={view.form}>
          {feed.showsPlaces ? <Hidden name="places" value="yes" /> : null}
          <Button kind="secondary">Make a new link</Button>
        </Form>
      </Card>
      <Card title="You do not want it any more?">
        <p>End the link. It stops at once, and nobody can read anything with it.</p>
        <Form form={view.form} action={paths.calendarEnd()}>
          <Button kind="secondary">End the link</Button>
        </Form>
      </Card>
    </>
  );
};

/** Somebody takes their own times into the calendar they already use. */
export const CalendarPage = ({ facts, view }: { facts: CalendarFacts; view: View }): VNode => {
  const { feed, address } = facts;
  return (
    <Frame view={view} title="Your times in your own calendar">
      <Heading>Your times in your own calendar</Heading>
      <Lede>
        Your sessions, supervision and training can be in the calendar you already use, and move there when
        they move here.
      </Lede>
      {address ? (
        <>
          <JustMade address={address} view={view} />
          <HowTo />
        </>
      ) : null}
      {feed ? null : (
        <>
          <WhatItShows />
          <Card title="Make your link">
            <p>Your calendar reads a private link. Only you have it.</p>
            <Form form={view.form}>
              <Places view={view} />
              <Button>Make my link</Button>
            </Form>
          </Card>
        </>
      )}
      {feed && !address ? <Live feed={feed} view={view} /> : null}
      {feed ? <WhatItShows /> : null}
    </Frame>
  );
};
