import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import * as hub from '#rooms/hub/paths.ts';
import type { DeclaredSetting } from '#rooms/recruiting/door.ts';
import * as supervision from '#rooms/supervision/paths.ts';
import * as training from '#rooms/training/paths.ts';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Checkbox,
  CheckboxField,
  DateField,
  Form,
  TextArea,
  TextField,
} from '#ui/form.tsx';
import { Card, Columns, Heading, Lede, Muted, Row, Rows } from '#ui/show.tsx';
import { longDate } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { SessionOfTheirs } from '../rota/rota.queries.ts';
import { BothParts, DaysWithChildren, SessionsAhead } from '../volunteers/volunteer-parts.pages.tsx';
import type { Volunteer } from '../volunteers/volunteers.queries.ts';
import { WEEKDAYS } from './volunteering.form.ts';

export interface OwnPageProps {
  readonly view: View;
  readonly volunteer: Volunteer;
  readonly sessions: readonly SessionOfTheirs[];
  readonly settings: readonly DeclaredSetting[];
}

const daysInWords = ({ daysOfWeek, dates }: DeclaredSetting): string => {
  const days = WEEKDAYS.filter(({ value }) => daysOfWeek.includes(Number(value))).map(({ label }) => label);
  return days.length > 0 ? days.join(', ') : dates.map((each) => longDate(each)).join(', ');
};

const stillCounts = (setting: DeclaredSetting, today: Temporal.PlainDate): boolean =>
  setting.untilOn === null || Temporal.PlainDate.compare(setting.untilOn, today) >= 0;

const OtherPlaces = ({ view, volunteer, settings }: OwnPageProps) => {
  const now = settings.filter((each) => stillCounts(each, volunteer.today));
  return (
    <Card title="Other places where you are with children">
      <p>
        A school, a club, another charity: its days count together with ours, so that the right check is in
        place in good time.
      </p>
      {now.length === 0 ? <p>You have told us of none.</p> : null}
      <Rows>
        {now.map((each) => (
          <Row
            key={each.id}
            action={
              each.endedAt === null ? (
                <Form form={view.form} action={paths.endSetting({ settingId: each.id })}>
                  <Button kind="quiet" small about={each.name}>
                    I stopped going there
                  </Button>
                </Form>
              ) : undefined
            }
          >
            <strong>{each.name}</strong>: {daysInWords(each)}.{' '}
            <Muted>
              Since {longDate(each.fromOn, { today: volunteer.today })}
              {each.untilOn ? `, until ${longDate(each.untilOn, { today: volunteer.today })}` : ''}.
            </Muted>
          </Row>
        ))}
      </Rows>
      <ButtonRow>
        <ButtonLink href={paths.settings()} kind="secondary">
          Tell us of a place
        </ButtonLink>
      </ButtonRow>
    </Card>
  );
};

const MySupport = () => (
  <Card
    title="Your support"
    action={
      <ButtonLink href={supervision.howItWas()} kind="secondary">
        Say how it was
      </ButtonLink>
    }
  >
    <p>Somebody asks how you are, not only how it went.</p>
    <ul class="nhsuk-list">
      <li>
        <a href={supervision.ownSupervision()}>My supervision</a>
      </li>
      <li>
        <a href={supervision.ownLoad()}>What I carry just now</a>
      </li>
      <li>
        <a href={supervision.stayingWell()}>My plan for staying well</a>
      </li>
      <li>
        <a href={supervision.times()}>When I can meet, and when I am away</a>
      </li>
      <li>
        <a href={hub.calendar()}>My times in my own calendar</a>
      </li>
    </ul>
  </Card>
);

const MyLearning = () => (
  <Card title="Your learning">
    <ul class="nhsuk-list">
      <li>
        <a href={training.ownTraining()}>My training</a>
      </li>
      <li>
        <a href={training.ownPractice()}>Learning alongside, and my sign-off</a>
      </li>
      <li>
        <a href={training.ownCertificates()}>My certificates</a>
      </li>
      <li>
        <a href={training.ownCourse()}>Safeguarding course</a>
      </li>
      <li>
        <a href={training.learningEvents()}>Evenings and mornings to learn at</a>
      </li>
      <li>
        <a href={training.ownRecord()}>My learning record</a>
      </li>
      <li>
        <a href={training.pathways()}>Ways on from here</a>
      </li>
    </ul>
  </Card>
);

export const OwnPage = (props: OwnPageProps): VNode => {
  const { view, volunteer, sessions } = props;
  const { today } = volunteer;
  const inCreche = sessions.some((each) => each.part === 'creche');
  return (
    <Frame view={view} title="My volunteering" wide>
      <Heading above={volunteer.centre}>My volunteering</Heading>
      <Lede>Where you are expected, what we still need from you, and what to renew before it runs out.</Lede>
      <Columns
        aside={
          <>
            <DaysWithChildren volunteer={volunteer} own />
            <MySupport />
            <MyLearning />
          </>
        }
      >
        <SessionsAhead sessions={sessions} today={today} own />
        <BothParts volunteer={volunteer} name={null} creche={inCreche} />
        <OtherPlaces {...props} />
      </Columns>
    </Frame>
  );
};

export const SettingPage = ({ view }: { view: View }): VNode => (
  <Frame
    view={view}
    title="Tell us of a place"
    back={{ href: paths.volunteering(), label: 'My volunteering' }}
  >
    <Heading>Tell us of a place</Heading>
    <Lede>
      We ask only so that the days are counted right. Being with children elsewhere is never held against you.
    </Lede>
    <Form form={view.form}>
      <TextField form={view.form} name="name" label="What the place is called" width={30} />
      <TextArea form={view.form} name="what" label="What you do there (if you like)" rows={2} />
      <CheckboxField
        form={view.form}
        name="daysOfWeek"
        legend="On which days are you with children there?"
        options={[...WEEKDAYS]}
      />
      <DateField form={view.form} name="fromOn" legend="Since" />
      <DateField form={view.form} name="untilOn" legend="Until (leave it empty if it goes on)" />
      <Checkbox form={view.form} name="overnight" label="I am there at night" hint="Between 2am and 6am" />
      <Button kind="primary">Tell us</Button>
    </Form>
  </Frame>
);
