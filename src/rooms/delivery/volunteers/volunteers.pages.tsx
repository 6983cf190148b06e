import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import * as people from '#rooms/people/paths.ts';
import * as recruiting from '#rooms/recruiting/paths.ts';
import * as supervision from '#rooms/supervision/paths.ts';
import * as training from '#rooms/training/paths.ts';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Checkbox,
  DateField,
  FilterForm,
  Form,
  SelectField,
  TextArea,
} from '#ui/form.tsx';
import { Card, Columns, Empty, Heading, Inset, Lede, Muted, Row, Rows, Table, Tag } from '#ui/show.tsx';
import { counted, longDate, shortDate } from '#ui/times.ts';
import { answerTone } from '../groups/leaders.pages.tsx';
import * as paths from '../paths.ts';
import { MAY_BE_EXCUSED, type Readiness } from '../readiness/readiness.rules.ts';
import { answerWords, askedWords, partWords } from '../readiness/readiness-words.rules.ts';
import type { SessionOfTheirs } from '../rota/rota.queries.ts';
import { SHOWN, type Shown } from './shown.rules.ts';
import { BothParts, DaysWithChildren, SessionsAhead, Shown as WasShown } from './volunteer-parts.pages.tsx';
import type { ExemptionRow, Volunteer } from './volunteers.queries.ts';

export const shownWords: Readonly<Record<Shown, string>> = {
  all: 'Everybody',
  not_ready: 'Not ready',
  learning: 'Learning alongside',
  renewing: 'To renew soon',
  nothing_new: 'Supervision overdue, nothing new',
  suspended: 'Not on sessions for now',
};

const Answer = ({ readiness }: { readiness: Readiness }) => (
  <Tag tone={answerTone(readiness)}>{answerWords(readiness)}</Tag>
);

const capital = (text: string): string => text.replace(/^./, (letter) => letter.toUpperCase());

/** What is missing, and if nothing is, what ends next; in a few words. */
export const nextEndWords = ({ peerSupporter, nextRenewal }: Volunteer): string => {
  const asked = peerSupporter.reasons.find((each) => each.code in askedWords);
  if (asked) {
    const what = capital(askedWords[asked.code as keyof typeof askedWords]);
    return asked.endedOn ? `${what} ran out on ${shortDate(asked.endedOn)}` : `${what} missing`;
  }
  if (peerSupporter.pauses.length > 0) return 'Supervision overdue';
  if (!nextRenewal) return 'Nothing ends';
  const what = capital(askedWords[nextRenewal.code]);
  return nextRenewal.inGrace
    ? `${what} ran out on ${shortDate(nextRenewal.until)}, time until ${shortDate(nextRenewal.graceUntil)}`
    : `${what}, ${shortDate(nextRenewal.until)}`;
};

export const daysWords = ({ meter, crossing, barredList }: Volunteer): string => {
  if (!meter) return 'Not counted';
  const many = meter.days > meter.moreThanDays;
  const figure = many ? String(meter.days) : `${meter.days} of ${meter.moreThanDays}`;
  if (crossing) return `${figure}, too many on ${shortDate(crossing.on)}`;
  return many && barredList ? `${figure}, with the right check` : figure;
};

export interface VolunteersPageProps {
  readonly view: View;
  readonly volunteers: readonly Volunteer[];
  readonly all: number;
  readonly shown: Shown;
  readonly severalCentres: boolean;
}

export const VolunteersPage = ({
  view,
  volunteers,
  all,
  shown,
  severalCentres,
}: VolunteersPageProps): VNode => (
  <Frame view={view} title="Volunteers" wide>
    <Heading>Volunteers</Heading>
    <Lede>Who may be with families today, what ends next and what to do about it.</Lede>
    <FilterForm label="Which volunteers">
      <SelectField
        form={{ ...view.form, values: { show: shown }, errors: [] }}
        name="show"
        label="Show"
        options={SHOWN.map((value) => ({ value, label: shownWords[value] }))}
      />
      <Button kind="secondary">Show</Button>
    </FilterForm>
    {volunteers.length === 0 ? (
      <Empty title={all === 0 ? 'No volunteers yet' : 'Nobody on this list'}>
        {all === 0
          ? 'Somebody is here from the day of their welcome on.'
          : 'That is good news for a list of what is missing.'}
      </Empty>
    ) : (
      <>
        <p>
          {counted(volunteers.length, 'volunteer')}.{' '}
          <a href={paths.volunteersFile({}, { show: shown })}>This list as a file (CSV)</a>
        </p>
        <Table
          caption="Volunteers"
          captionHidden
          rows={volunteers}
          columns={[
            {
              header: 'Name',
              cell: (each) => <a href={paths.volunteer({ personId: each.personId })}>{each.name}</a>,
            },
            ...(severalCentres ? [{ header: 'Centre', cell: (each: Volunteer) => each.centre }] : []),
            { header: 'Peer supporter', cell: (each) => <Answer readiness={each.peerSupporter} /> },
            { header: 'Crèche', cell: (each) => <Answer readiness={each.creche} /> },
            { header: 'Missing or ends next', cell: nextEndWords },
            { header: 'Days with children', cell: daysWords },
          ]}
        />
      </>
    )}
    <p>
      <a href={paths.requirements()}>What we ask of volunteers</a>
    </p>
    <p>
      <a href={training.cohorts()}>Cohorts</a>, <a href={training.syllabus()}>the syllabus</a> and{' '}
      <a href={training.eLearning()}>the safeguarding course</a>
    </p>
    <p>
      <a href={supervision.supervision()}>Supervision</a>
    </p>
  </Frame>
);

export interface VolunteerPageProps {
  readonly view: View;
  readonly volunteer: Volunteer;
  readonly sessions: readonly SessionOfTheirs[];
  readonly exemptions: readonly (ExemptionRow & { readonly by: string })[];
  readonly suspensionId: string | null;
  readonly mayAnswer: boolean;
  readonly maySuspend: boolean;
}

const Exemptions = ({ view, volunteer, exemptions, mayAnswer }: VolunteerPageProps) => (
  <Card title="Somebody answers for them">
    {exemptions.length === 0 ? <p>Nobody does, and nobody needs to where everything was shown.</p> : null}
    <Rows>
      {exemptions.map((each) => {
        const over = each.endedOn !== null || Temporal.PlainDate.compare(each.untilOn, volunteer.today) < 0;
        return (
          <Row
            key={each.id}
            marker={over ? 'Over' : `Until ${shortDate(each.untilOn)}`}
            tone={over ? 'grey' : 'honey'}
            action={
              mayAnswer && !over ? (
                <Form
                  form={view.form}
                  action={paths.endExemption({ personId: volunteer.personId, exemptionId: each.id })}
                >
                  <Button kind="quiet" small about={`for the ${askedWords[each.code]}`}>
                    End it now
                  </Button>
                </Form>
              ) : undefined
            }
          >
            <strong>
              {each.by}, for the {askedWords[each.code]}
            </strong>{' '}
            as {partWords[each.part]}: {each.why} <Muted>Since {longDate(each.fromOn)}.</Muted>
          </Row>
        );
      })}
    </Rows>
    {mayAnswer ? (
      <p>
        <a href={paths.exempt({ personId: volunteer.personId })}>
          Answer for {volunteer.calledName} for a while
        </a>
      </p>
    ) : null}
  </Card>
);

export const VolunteerPage = (props: VolunteerPageProps): VNode => {
  const { view, volunteer, sessions, suspensionId, mayAnswer, maySuspend } = props;
  const { calledName, today, personId } = volunteer;
  return (
    <Frame
      view={view}
      title={`${volunteer.name}, volunteer`}
      back={{ href: paths.volunteers(), label: 'Volunteers' }}
      wide
    >
      <Heading above={`Volunteer, ${volunteer.centre}`}>{volunteer.name}</Heading>
      {suspensionId !== null ? (
        <Inset tone="clay">
          {calledName} is not on sessions for now.{' '}
          {maySuspend ? (
            <a href={people.suspension({ suspensionId })}>Let them be with families again</a>
          ) : null}
        </Inset>
      ) : null}
      <Columns
        aside={
          <>
            <WasShown volunteer={volunteer} />
            <DaysWithChildren volunteer={volunteer} own={false} />
            {mayAnswer && volunteer.applicantId ? (
              <Card title="Checks">
                <p>What was asked for, what was seen and what is decided about days with children.</p>
                <ButtonRow>
                  <ButtonLink
                    href={recruiting.volunteerChecks({ applicantId: volunteer.applicantId })}
                    kind="secondary"
                  >
                    Open the checks
                  </ButtonLink>
                </ButtonRow>
              </Card>
            ) : null}
            {volunteer.applicantId ? (
              <Card title="Training and supervision">
                <ul class="nhsuk-list">
                  {mayAnswer ? (
                    <li>
                      <a href={training.learner({ applicantId: volunteer.applicantId })}>
                        Training, practice and sign-off
                      </a>
                    </li>
                  ) : null}
                  <li>
                    <a href={supervision.supervision()}>Supervision</a>
                  </li>
                </ul>
              </Card>
            ) : null}
            {maySuspend && suspensionId === null ? (
              <p>
                <a href={paths.suspendVolunteer({ personId })}>Take them off sessions at once</a>
              </p>
            ) : null}
          </>
        }
      >
        <BothParts volunteer={volunteer} name={calledName} creche />
        <SessionsAhead sessions={sessions} today={today} own={false} />
        <Exemptions {...props} />
      </Columns>
    </Frame>
  );
};

export const SuspendPage = ({ view, volunteer }: { view: View; volunteer: Volunteer }): VNode => (
  <Frame
    view={view}
    title={`Take ${volunteer.name} off sessions`}
    back={{ href: paths.volunteer({ personId: volunteer.personId }), label: volunteer.name }}
  >
    <Heading above={volunteer.name}>Take them off sessions at once</Heading>
    <Lede>
      From their next page on {volunteer.calledName} sees no families, and stands down from every session
      ahead. Why is never written here: it belongs in a concern.
    </Lede>
    <Form form={view.form}>
      <Checkbox form={view.form} name="agreed" label={`${volunteer.calledName} meets no families for now`} />
      <ButtonRow>
        <Button kind="warning">Take off sessions</Button>
        <ButtonLink href={paths.volunteer({ personId: volunteer.personId })} kind="quiet">
          Not now
        </ButtonLink>
      </ButtonRow>
    </Form>
  </Frame>
);

export const ExemptPage = ({ view, volunteer }: { view: View; volunteer: Volunteer }): VNode => (
  <Frame
    view={view}
    title={`Answer for ${volunteer.name}`}
    back={{ href: paths.volunteer({ personId: volunteer.personId }), label: volunteer.name }}
  >
    <Heading above={volunteer.name}>Answer for them for a while</Heading>
    <Lede>
      Your name stands beside it, with the reason and the last day. A check and a suspension can never be
      answered for.
    </Lede>
    <Form form={view.form}>
      <SelectField
        form={view.form}
        name="part"
        label="As"
        options={[
          { value: 'peer_supporter', label: 'Peer supporter' },
          { value: 'creche', label: 'Crèche volunteer' },
          { value: 'alongside', label: 'Learning alongside' },
        ]}
      />
      <SelectField
        form={view.form}
        name="code"
        label="For what is still missing"
        options={MAY_BE_EXCUSED.map((value) => ({
          value,
          label: capital(askedWords[value]),
        }))}
      />
      <TextArea form={view.form} name="why" label="Why they may begin without it" rows={3} />
      <DateField form={view.form} name="untilOn" legend="Until" hint="At most 90 days from today" />
      <Button kind="primary">Answer for {volunteer.calledName}</Button>
    </Form>
  </Frame>
);
